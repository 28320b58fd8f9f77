"""Drafts the reply to "where does this come from?": the answer by name, and all its sources."""

from __future__ import annotations

from collections.abc import Iterable

from bot.compose.draft import Draft
from bot.compose.labels import label
from bot.content.library import Cell, Content
from bot.dialogue.decision import ShowGuideSources, ShowSources
from bot.dialogue.target import Target
from bot.reply import Block


class Origins:
    """What stands behind an answer, and behind a guide."""

    def __init__(self, content: Content) -> None:
        self._content = content

    def of_answer(self, decision: ShowSources) -> Draft:
        """The sources of an answer, a comparison or the tree."""
        cell, content = decision.cell, self._content
        if isinstance(cell, Cell):
            names, extra = [*cell.statements, *cell.nearest, *cell.points_to], cell.references
        else:
            names, extra = [name for side in cell.sides for name in side.statements], ()
        used = [content.statements[name] for name in names]
        cited = dict.fromkeys(f"{each.document}#{ref}" for each in used for ref in each.refs)
        lead = self._lead(decision) if used or extra else content.phrase("nothing_before")
        return Draft(
            kind="answer",
            intent=decision.intent,
            blocks=[Block("lead", lead), *self._age(decision)],
            cell=cell.id if cell.path else "",
            references=(*cited, *extra),
            documents=_once(each.document for each in used),
            dated=True,
        )

    def _age(self, decision: ShowSources) -> list[Block]:
        """To 'is that up to date?', what dates alone do not say."""
        asked = decision.intent == "source_age"
        return [Block("note", self._content.phrase("age_of_sources"))] if asked else []

    def _lead(self, decision: ShowSources) -> str:
        """Names the answer, since other things may have been said since."""
        content, cell = self._content, decision.cell
        if isinstance(cell, Cell):
            asked = decision.answers or Target(cell.intent, cell.folder)
            return content.phrase("sources_lead", answer=label(asked, content))
        first, second = (content.subjects[each].name for each in cell.subjects)
        return content.phrase("sources_of_both", first=first, second=second)

    def of_guide(self, decision: ShowGuideSources) -> Draft:
        """The pages that the ends of a guide read from; its questions are nobody's but ours."""
        content, guide = self._content, self._content.guides[decision.guide]
        ends = [
            content.nearest_cell(target.name, target.subject or content.root)
            for node in guide.nodes.values()
            for option in node.options
            if option.cell
            for target in [Target.parse(option.cell)]
        ]
        names = (name for cell in ends if cell for name in (*cell.statements, *cell.nearest))
        return Draft(
            kind="answer",
            intent=decision.intent,
            blocks=[Block("lead", content.phrase("sources_of_guide", guide=guide.title))],
            documents=_once(content.statements[name].document for name in names),
            dated=True,
        )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
