"""Drafts a reply for each kind of decision; all wording is the content's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.compose.draft import Draft
from bot.content.library import Cell, Content
from bot.content.schema import TreeShape
from bot.dialogue import guides
from bot.dialogue.decision import (
    AskGuide,
    Clarify,
    Decision,
    SayForeign,
    ShowCell,
    ShowComparison,
    ShowPhrase,
    ShowSources,
    ShowTopics,
    ShowTree,
)
from bot.dialogue.target import GUIDE, Target
from bot.reply import Block

_ALARMS = ("guardrail", "emergency", "crisis")


class Drafter:
    """Makes drafts: which words, which statements, which choices."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._makers: dict[type, Callable[..., Draft]] = {
            ShowCell: self._cell,
            ShowComparison: self._comparison,
            ShowPhrase: self._phrase,
            ShowTopics: self._topics,
            ShowTree: self._tree,
            ShowSources: self._sources,
            AskGuide: self._guide,
            Clarify: self._clarify,
            SayForeign: self._foreign,
        }

    def draft(self, decision: Decision) -> Draft:
        """The draft of a decision."""
        return self._makers[type(decision)](decision)

    def _cell(self, decision: ShowCell) -> Draft:
        cell, content = decision.cell, self._content
        variant = cell.variants.get(self._variant(cell, decision.subject))
        lead = (variant and variant.lead) or cell.lead
        guardrail = cell.guardrail or decision.guardrail
        intent = content.intents.get(decision.intent)
        return Draft(
            kind=cell.kind,
            intent=decision.intent,
            blocks=[
                *([Block("note", content.phrase("repeated"))] if decision.repeated else []),
                *self._bridge(decision),
                Block("lead", self._fill(lead, decision.subject)),
                *self._quotes((variant and variant.statements) or cell.statements),
                *self._under("nearest_heading", self._quotes(cell.nearest)),
                *self._under("points_to_heading", self._quotes(cell.points_to)),
                *([Block("guardrail", content.phrase(guardrail))] if guardrail else []),
                *self._under("ask_doctor_heading", [Block("item", q) for q in cell.ask_doctor]),
            ],
            subject=decision.subject,
            cell=cell.id,
            references=cell.references,
            dated=bool(intent and intent.dated) or cell.kind == "guardrail",
            guardrail=decision.intent if cell.kind in _ALARMS else guardrail,
            targets=tuple(
                self._beside(name, decision.subject or cell.folder) for name in cell.next
            ),
        )

    def _variant(self, cell: Cell, subject: str) -> str:
        return next(
            (each for each in self._content.ancestors(subject) if each in cell.variants), ""
        )

    def _bridge(self, decision: ShowCell) -> list[Block]:
        """One line when a subject is answered with what the pages say about another."""
        asked, answered = decision.subject, decision.cell.folder
        subjects = self._content.subjects
        if decision.cell.kind != "answer" or asked in (answered, self._content.root):
            return []
        if asked not in subjects or answered not in subjects:
            return []
        if not self._content.kinds[subjects[asked].kind].guess:
            return []
        names = {"subject": subjects[asked].name, "parent": subjects[answered].name}
        return [Block("note", self._content.phrase("bridge_parent", **names))]

    def _comparison(self, decision: ShowComparison) -> Draft:
        comparison, content = decision.comparison, self._content
        blocks = [Block("lead", comparison.lead)]
        for side in comparison.sides:
            blocks.append(Block("heading", capital(content.subjects[side.subject].name)))
            blocks += self._quotes(side.statements)
        if comparison.guardrail:
            blocks.append(Block("guardrail", content.phrase(comparison.guardrail)))
        targets = tuple(Target.parse(name) for name in comparison.next)
        return Draft(
            kind="answer",
            intent=decision.intent,
            blocks=blocks,
            subject=comparison.subjects[0],
            cell=comparison.id if comparison.path else "",
            guardrail=comparison.guardrail,
            targets=targets or tuple(Target("overview", each) for each in comparison.subjects),
        )

    def _phrase(self, decision: ShowPhrase) -> Draft:
        subject = self._content.subjects.get(decision.subject)
        names = {"subject": subject.name} if subject else {}
        lead = Block("lead", self._content.phrase(decision.phrase, **names))
        targets = decision.targets or self._menu()
        return Draft(decision.kind, decision.intent, [lead], targets=targets)

    def _topics(self, decision: ShowTopics) -> Draft:
        lead = Block("lead", self._content.phrase("choose_prompt"))
        return Draft("smalltalk", decision.intent, [lead], targets=self._menu(), menu=True)

    def _tree(self, decision: ShowTree) -> Draft:
        tree = self._content.tree
        statements = dict.fromkeys(name for branch in _walk(tree) for name in branch.statements)
        return Draft(
            kind="answer",
            intent=decision.intent,
            blocks=[
                Block("lead", self._content.phrase("tree_lead")),
                *self._branches(tree, 0),
                *self._quotes(statements),
            ],
            subject=tree.subject,
            targets=tuple(Target("overview", branch.subject) for branch in tree.children),
        )

    def _branches(self, branch: TreeShape, level: int) -> list[Block]:
        name = capital(self._content.subjects[branch.subject].name)
        payload = Target("overview", branch.subject).payload
        found = [Block("tree", name, level=level, payload=payload)]
        for child in branch.children:
            found += self._branches(child, level + 1)
        return found

    def _sources(self, decision: ShowSources) -> Draft:
        cell, content = decision.cell, self._content
        if isinstance(cell, Cell):
            names, extra = [*cell.statements, *cell.nearest, *cell.points_to], cell.references
        else:
            names, extra = [name for side in cell.sides for name in side.statements], ()
        used = [content.statements[name] for name in names]
        cited = dict.fromkeys(f"{each.document}#{ref}" for each in used for ref in each.refs)
        lead = content.phrase("sources_lead" if used or extra else "nothing_before")
        return Draft(
            kind="answer",
            intent=decision.intent,
            blocks=[Block("lead", lead)],
            cell=cell.id,
            references=(*cited, *extra),
            documents=tuple(dict.fromkeys(each.document for each in used)),
            dated=True,
        )

    def _guide(self, decision: AskGuide) -> Draft:
        place = decision.place
        node = guides.stand(place, self._content).node
        assert node is not None
        options = range(len(node.options))
        targets = tuple(Target(GUIDE, place.guide, (*place.answers, index)) for index in options)
        return Draft(
            "clarify", decision.intent, [Block("lead", node.ask)], targets=targets, menu=True
        )

    def _clarify(self, decision: Clarify) -> Draft:
        lead = Block("lead", self._content.phrase("did_you_mean_honest"))
        return Draft("clarify", decision.intent, [lead], targets=decision.targets, menu=True)

    def _foreign(self, decision: SayForeign) -> Draft:
        found = (each for each in self._content.foreign if each.language == decision.language)
        return Draft("refusal", decision.intent, [Block("lead", next(found).sentence)])

    def _quotes(self, names: Iterable[str]) -> list[Block]:
        found = [self._content.statements[name] for name in names]
        return [Block("quote", each.text, statement=each.id) for each in found]

    def _under(self, heading: str, blocks: list[Block]) -> list[Block]:
        return [Block("heading", self._content.phrase(heading)), *blocks] if blocks else []

    def _fill(self, text: str, subject: str) -> str:
        """A lead with its placeholders filled."""
        if "{" not in text:
            return text
        content, numbers = self._content, self._content.numbers
        shown = content.subjects.get(subject) or content.subjects[content.root]
        values = {
            "emergency_numbers": ", ".join(f"{n.number} in {n.region}" for n in numbers.emergency),
            "crisis_lines": ", ".join(f"{n.number} in {n.region}" for n in numbers.crisis),
            "subject": shown.name,
        }
        for key, value in values.items():
            text = text.replace("{" + key + "}", value)
        return text

    def _menu(self) -> tuple[Target, ...]:
        names = self._content.cells["fallback", "menu"].next
        return tuple(Target.parse(name) for name in names)

    def _beside(self, name: str, subject: str) -> Target:
        """A follow-up that names no subject keeps the one at hand."""
        target = Target.parse(name)
        if target.subject or target.name == GUIDE or subject not in self._content.subjects:
            return target
        asks_of = self._content.intents[target.name].takes
        kind = self._content.subjects[subject].kind
        return replace(target, subject=subject) if kind in asks_of else target


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def _walk(branch: TreeShape) -> Iterable[TreeShape]:
    yield branch
    for child in branch.children:
        yield from _walk(child)
