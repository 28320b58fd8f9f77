"""Drafts the reply of a cell: whole, in part, or in short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.compose.context import quotes
from bot.compose.draft import Draft
from bot.compose.help_lines import HelpLines
from bot.content.library import Cell, Content
from bot.dialogue.decision import ShowCell
from bot.dialogue.target import BODY, GUIDE, Target
from bot.reply import Block

_ALARMS = ("guardrail", "check_in", "emergency", "crisis")
_LEADING = ("unknown_side", "said_already", "no_meaning", "place_put_right", "lacks_point")
_OVERALL, _SHORT = "overview", "in_short"
_LONG = 2
"""Quotes from which on an answer has a short form, its lead."""
_LACKING = ("unknown_side", "no_meaning", "lacks_point")
"""Notes that say what the pages lack: an answer behind them is a refusal of what was asked."""


class CellDrafter:
    """Makes the drafts of answers, refusals, guardrails and small talk."""

    def __init__(self, content: Content, help_lines: HelpLines) -> None:
        self._content = content
        self._help_lines = help_lines

    def draft(self, decision: ShowCell) -> Draft:
        cell = decision.cell
        guardrail = cell.guardrail or decision.guardrail
        body, after = self._body(decision), self._after(decision)
        return Draft(
            kind="refusal" if self._lacks(decision) else cell.kind,
            intent=decision.intent,
            blocks=[*self._notes(decision), *body, *after],
            spare=self._spare(decision, body, after),
            subject=decision.subject,
            cell=cell.id,
            references=() if decision.focus or decision.brief else cell.references,
            documents=self._pages(decision) if decision.brief and cell.kind == "answer" else (),
            dated=self._is_dated(decision),
            guardrail=decision.intent if cell.kind in _ALARMS else guardrail,
            targets=self._onward(decision),
            forms=self._forms(decision),
            help=self._help_lines.named_in(self._lead(decision), decision.region),
            menu=cell.kind == "check_in",
        )

    def _spare(
        self, decision: ShowCell, body: Sequence[Block], after: Sequence[Block]
    ) -> tuple[Block, ...]:
        """What the lead does not speak of: whom the pages point to, what one could ask.

        A guardrail's lead says who can judge; one sentence of the pages is enough beside it.
        """
        cell = decision.cell
        quoted = [each for each in body if each.kind == "quote"]
        if decision.focus or decision.brief:
            quoted = []
        end = 1 if cell.kind == "guardrail" else len(quoted) - len(cell.points_to)
        own = self._lead(decision) in (cell.lead, cell.simple)
        beyond = {*cell.beyond} - {decision.first} if own else set()
        extra = [each for each in quoted[:end] if each.statement in beyond]
        return (*extra, *quoted[end:], *(each for each in after if each.kind == "item"))

    def _is_dated(self, decision: ShowCell) -> bool:
        """Whether it carries a note on the age of its source; a guardrail's one line has none."""
        if decision.cell.kind == "guardrail":
            return not decision.brief
        intent = self._content.intents.get(decision.intent)
        return bool(intent and intent.dated)

    def _notes(self, decision: ShowCell) -> list[Block]:
        """What stands before an answer: what the pages lack, or why it is said this way."""
        content = self._content
        subject = content.subjects.get(decision.subject) or content.subjects[content.root]
        blocks = []
        if decision.detail:
            detail = content.details[decision.detail].about
            text = content.phrase("lacks_detail", detail=detail, subject=subject.name)
            blocks.append(Block("lead", text))
        elif decision.focus and not decision.note and decision.cell.kind == "refusal":
            text = content.phrase("only_this")
            blocks.append(Block("note", text))
        elif decision.note:
            text = content.phrase(decision.note, subject=subject.name)
            blocks.append(Block("lead" if decision.note in _LEADING else "note", text))
        return [*blocks, *self._bridge(decision)]

    def _body(self, decision: ShowCell) -> list[Block]:
        """The lead and the statements, or those of them that were asked for."""
        if decision.focus:
            return quotes(self._content, decision.focus)
        cell, subject = decision.cell, decision.subject
        lead = Block("lead", self._fill(self._lead(decision), subject, decision.region))
        if decision.brief:
            rest = [] if decision.note == _SHORT else self._nearest(_rested_on(cell))
            return [] if cell.kind == "guardrail" else [lead, *rest]
        names = self._content.quoted(cell, subject, decision.asked)
        first = [name for name in names if name == decision.first]
        return [
            lead,
            *quotes(self._content, dict.fromkeys([*first, *names])),
            *self._nearest(cell.nearest),
            *self._under("points_to_heading", quotes(self._content, cell.points_to)),
        ]

    def _lead(self, decision: ShowCell) -> str:
        """The lead of a cell for what was asked, its placeholders not filled yet."""
        cell = decision.cell
        variant = cell.asked.get(decision.asked) or self._content.variant(cell, decision.subject)
        own = (variant and variant.lead) or cell.lead
        return cell.simple if decision.plain and own == cell.lead and cell.simple else own

    def _after(self, decision: ShowCell) -> list[Block]:
        """The guardrail in one line, and what one could ask a doctor."""
        cell = decision.cell
        guardrail = cell.guardrail or decision.guardrail
        if decision.focus or (decision.brief and cell.kind == "answer"):
            return []
        line = [Block("guardrail", self._content.phrase(guardrail))] if guardrail else []
        asks = [] if decision.brief else [Block("item", q) for q in cell.ask_doctor]
        return [*line, *self._under("ask_doctor_heading", asks)]

    def _pages(self, decision: ShowCell) -> tuple[str, ...]:
        """The documents that an answer rests on."""
        cell = decision.cell
        quoted = self._content.quoted(cell, decision.subject, decision.asked)
        names = [*quoted, *cell.nearest]
        return tuple(dict.fromkeys(self._content.statements[each].document for each in names))

    def _onward(self, decision: ShowCell) -> tuple[Target, ...]:
        """What to ask next; after a short answer its sources and its words come first."""
        cell = decision.cell
        if decision.targets:
            return decision.targets
        names = [self._beside(name, decision.subject or cell.folder) for name in cell.next]
        if not decision.brief or not (cell.kind == "answer" or decision.note == _SHORT):
            return tuple(names)
        terms = self._terms(decision)
        return (*terms[:2], Target("show_sources"), *names)

    def _forms(self, decision: ShowCell) -> tuple[Target, ...]:
        """Simpler words and the short form, where it has them and they were not just said."""
        cell = decision.cell
        if cell.kind != "answer" or decision.focus or decision.detail or decision.plain:
            return ()
        own = self._lead(decision) == cell.lead
        quoted = self._content.quoted(cell, decision.subject, decision.asked)
        forms = [Target("rephrase")] if cell.simple and own else []
        if not decision.brief and len(quoted) >= _LONG:
            forms.append(Target("in_short"))
        return tuple(forms)

    def _terms(self, decision: ShowCell) -> list[Target]:
        """Words of an answer whose meaning the pages give."""
        content = self._content
        cell = decision.cell
        text = " ".join(
            [
                cell.lead,
                *(content.statements[n].text for n in content.quoted(cell, decision.subject)),
            ]
        ).lower()
        return [
            Target("term_meaning", subject.id)
            for subject in content.subjects.values()
            if ("term_meaning" in content.intents and (subject.id, "term_meaning") in content.cells)
            and subject.kind not in content.intents["overview"].takes
            and any(name.lower() in text for name in subject.names)
        ]

    def _bridge(self, decision: ShowCell) -> list[Block]:
        """One line when a subject is answered with what the pages say about another."""
        asked, answered = decision.subject, self._told_of(decision.cell)
        subjects = self._content.subjects
        if decision.cell.kind != "answer" or asked in (answered, self._content.root):
            return []
        intent = self._content.intents.get(decision.intent)
        if intent and (intent.of_any_type or not intent.takes):
            # What is asked of no subject is not told of another one in its place.
            return []
        if decision.brief or decision.note in ("said_of_both", "no_ranking"):
            return []
        if asked not in subjects or answered not in subjects:
            return []
        if not self._content.kinds[subjects[asked].kind].guess:
            return []
        names = {"subject": subjects[asked].name, "parent": subjects[answered].name}
        phrase = "bridge_again" if decision.bridged else "bridge_parent"
        return [Block("note", self._content.phrase(phrase, **names))]

    def _told_of(self, cell: Cell) -> str:
        """The subject that a cell tells of: the root where only the root's document is quoted."""
        root = self._content.root
        own, general = (self._documents((each, _OVERALL)) for each in (cell.folder, root))
        quoted = {self._content.statements[each].document for each in cell.statements}
        return root if quoted and quoted <= general - own else cell.folder

    def _documents(self, key: tuple[str, str]) -> set[str]:
        cell = self._content.cells.get(key)
        names = cell.statements if cell else ()
        return {self._content.statements[each].document for each in names}

    def _nearest(self, names: Sequence[str]) -> list[Block]:
        return self._under("nearest_heading", quotes(self._content, names))

    def _under(self, heading: str, blocks: list[Block]) -> list[Block]:
        return [Block("heading", self._content.phrase(heading)), *blocks] if blocks else []

    def _fill(self, text: str, subject: str, region: str = "") -> str:
        """A lead with its placeholders filled."""
        if "{" not in text:
            return text
        content = self._content
        shown = content.subjects.get(subject) or content.subjects[content.root]
        values = {**self._help_lines.values(region), "subject": shown.name}
        for key, value in values.items():
            text = text.replace("{" + key + "}", value)
        return text

    def _beside(self, name: str, subject: str) -> Target:
        """A follow-up that names no subject keeps the one at hand."""
        target = Target.parse(name)
        if target.subject or target.name in (GUIDE, BODY) or subject not in self._content.subjects:
            return target
        asks_of = self._content.intents[target.name].takes
        kind = self._content.subjects[subject].kind
        return replace(target, subject=subject) if kind in asks_of else target

    def _lacks(self, decision: ShowCell) -> bool:
        """Whether it says that the pages lack what was asked, in a phrase or in its own words."""
        details = self._content.details
        own = decision.asked in details and bool(details[decision.asked].about)
        return own or bool(decision.detail) or decision.note in _LACKING


def _rested_on(cell: Cell) -> list[str]:
    """The sentences nearest to what is lacking that the lead does not stand without."""
    return [name for name in cell.nearest if name not in cell.beyond]
