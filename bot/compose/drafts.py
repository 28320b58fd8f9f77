"""Drafts a reply for each kind of decision; all wording is the content's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest

from bot.compose.cells import CellDrafter
from bot.compose.context import quotes
from bot.compose.draft import Draft
from bot.compose.help_lines import HelpLines
from bot.compose.labels import capital
from bot.compose.origins import Origins
from bot.content.library import Branch, Content
from bot.content.schema import ReplyKind, SideShape
from bot.dialogue import guides, tree
from bot.dialogue.decision import (
    AskGuide,
    Clarify,
    Decision,
    Restart,
    SayForeign,
    SayForeignAlarm,
    ShowBody,
    ShowCell,
    ShowComparison,
    ShowGuideSources,
    ShowPhrase,
    ShowSources,
    ShowTopics,
    ShowTree,
)
from bot.dialogue.target import BODY, GUIDE, Target
from bot.reply import Block


class Drafter:
    """Makes drafts: which words, which statements, which choices."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._help_lines = HelpLines(content)
        origins = Origins(content)
        self._makers: dict[type, Callable[..., Draft]] = {
            ShowCell: CellDrafter(content, self._help_lines).draft,
            Restart: lambda each: self._phrase(ShowPhrase("restarted", each.intent)),
            ShowComparison: self._comparison,
            ShowPhrase: self._phrase,
            ShowTopics: self._topics,
            ShowTree: self._tree,
            ShowBody: self._body,
            ShowSources: origins.of_answer,
            ShowGuideSources: origins.of_guide,
            AskGuide: self._guide,
            Clarify: self._clarify,
            SayForeign: self._foreign,
            SayForeignAlarm: self._foreign_alarm,
        }

    def draft(self, decision: Decision) -> Draft:
        """The draft of a decision."""
        return self._makers[type(decision)](decision)

    def _comparison(self, decision: ShowComparison) -> Draft:
        comparison, content = decision.comparison, self._content
        blocks = [Block("lead", comparison.lead)]
        if decision.note:
            blocks.insert(0, Block("note", content.phrase(decision.note, subject="")))
        short = decision.brief and comparison.path
        quoted: list[list[Block]] = []
        for side in () if short else comparison.sides:
            said = {each.statement for each in blocks}
            above = not decision.brief and said.issuperset(side.statements)
            blocks.append(Block("heading", self._side_heading(side, above=above)))
            lead = [Block("lead", side.lead)] if side.lead else []
            new = [name for name in side.statements if name not in said]
            told = lead if decision.brief else quotes(self._content, new)
            quoted.append([each for each in told if each.kind == "quote"])
            blocks += told
        if comparison.guardrail:
            blocks.append(Block("guardrail", content.phrase(comparison.guardrail)))
        targets = tuple(Target.parse(name) for name in comparison.next)
        return Draft(
            kind="answer",
            intent=decision.intent,
            blocks=blocks,
            spare=() if comparison.path else _beyond_the_first(quoted),
            subject=comparison.subjects[0],
            cell=comparison.id if comparison.path else "",
            guardrail=comparison.guardrail,
            targets=targets or tuple(Target("overview", each) for each in comparison.subjects),
            forms=(Target("in_short"),) if comparison.path and not decision.brief else (),
        )

    def _side_heading(self, side: SideShape, *, above: bool) -> str:
        """What stands over a side, or in place of it where the other has its sentences."""
        name = self._content.subjects[side.subject].name
        if side.silent:
            phrase = "side_silent_above" if above else "side_silent"
            return capital(self._content.phrase(phrase, subject=name))
        if above:
            return capital(self._content.phrase("side_above", subject=name))
        if not side.said_of:
            return capital(name)
        parent = self._content.subjects[side.said_of].name
        return capital(self._content.phrase("side_of_parent", subject=name, parent=parent))

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
        root = self._content.tree
        return Draft(
            kind="answer",
            intent=decision.intent,
            blocks=[
                Block("lead", self._content.phrase("tree_lead")),
                *self._branches(root, 0),
                *quotes(self._content, tree.statements(self._content)),
            ],
            subject=root.subject,
            targets=(
                *(Target("overview", branch.subject) for branch in root.children),
                *([Target(BODY)] if self._content.body.sites else []),
            ),
        )

    def _body(self, decision: ShowBody) -> Draft:
        content = self._content
        sites = [
            Block("site", each.name, payload=Target(BODY, site).payload)
            for site, each in content.body.sites.items()
        ]
        return Draft(
            kind="answer",
            intent=decision.intent,
            blocks=[
                Block("lead", content.body.lead),
                *sites,
                *quotes(content, content.body.statements),
            ],
            subject=content.root,
            targets=(Target(content.body.intent, content.root), Target("show_types")),
        )

    def _branches(self, branch: Branch, level: int) -> list[Block]:
        name = capital(self._content.subjects[branch.subject].name)
        payload = Target("overview", branch.subject).payload
        found = [Block("tree", name, level=level, payload=payload)]
        for child in branch.children:
            found += self._branches(child, level + 1)
        return found

    def _guide(self, decision: AskGuide) -> Draft:
        place = decision.place
        node = guides.stand(place, self._content).node
        assert node is not None
        options = range(len(node.options))
        targets = [Target(GUIDE, place.guide, (*place.answers, index)) for index in options]
        earlier = guides.back(place)
        if earlier:
            targets.append(Target(GUIDE, earlier.guide, earlier.answers))
        step, steps = guides.step(place, self._content)
        progress = Block("note", self._content.phrase("guide_step", step=step, steps=steps))
        blocks = [progress, Block("lead", node.ask)]
        return Draft("clarify", decision.intent, blocks, targets=tuple(targets), menu=True)

    def _clarify(self, decision: Clarify) -> Draft:
        lead = Block("lead", self._content.phrase(decision.phrase))
        return Draft("clarify", decision.intent, [lead], targets=decision.targets, menu=True)

    def _foreign(self, decision: SayForeign) -> Draft:
        found = (each for each in self._content.foreign if each.language == decision.language)
        sentence = next(found).sentence
        lead = self._with_numbers(sentence, decision.region)
        named = self._help_lines.named_in(sentence, decision.region, abroad=True)
        return Draft("refusal", decision.intent, [Block("lead", lead)], help=named)

    def _foreign_alarm(self, decision: SayForeignAlarm) -> Draft:
        texts = self._content.foreign_alarms[decision.language]
        crisis = decision.intent == "crisis"
        text = texts.crisis_reply if crisis else texts.emergency_reply
        lead = self._with_numbers(text, decision.region)
        kind: ReplyKind = "crisis" if crisis else "emergency"
        named = self._help_lines.named_in(text, decision.region, abroad=True)
        return Draft(
            kind, decision.intent, [Block("lead", lead)], guardrail=decision.intent, help=named
        )

    def _with_numbers(self, text: str, region: str) -> str:
        """A text in another language with the numbers to call."""
        for key, value in self._help_lines.values(region, abroad=True).items():
            text = text.replace("{" + key + "}", value)
        return text

    def _menu(self) -> tuple[Target, ...]:
        names = self._content.cells["fallback", "menu"].next
        return tuple(Target.parse(name) for name in names)


def _beyond_the_first(sides: Sequence[Sequence[Block]]) -> tuple[Block, ...]:
    """What both sides can do without where nobody wrote a lead for the two: of each in turn."""
    rows = zip_longest(*(side[1:] for side in sides))
    return tuple(each for row in rows for each in row if each)
