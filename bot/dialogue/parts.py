"""The part of an answer that a question is after: a detail, a follow-up, a body that is named."""

from __future__ import annotations

from dataclasses import replace

from bot.content.library import Cell, Content
from bot.dialogue.decision import ShowCell
from bot.dialogue.focus import Details, Focus
from bot.understand.reading import Segment

ASPECTS = "aspects"


class Parts:
    """Narrows an answer down to what was asked, or says that the pages lack it."""

    def __init__(self, content: Content, focus: Focus) -> None:
        self._content = content
        self._focus = focus
        self._details = Details(content)

    def with_detail(self, decision: ShowCell, segment: Segment, *, seen: bool) -> ShowCell:
        """Puts first what tells the detail asked for, or says that nothing does."""
        details = self._details.asked(segment.view, decision.intent)
        own = next((each for each in details if each in decision.cell.asked), "")
        if own:
            return replace(decision, asked=own)
        pressed = decision if details else self.pressed(decision, segment)
        if pressed.asked:
            return pressed
        statements = self._content.quoted(decision.cell, decision.subject)
        lacking = ""
        for detail in details:
            told = self._details.told(detail, statements)
            if told:
                focus = told[:2] if seen else ()
                return replace(decision, focus=focus, first=told[0])
            lacking = lacking or detail
        if not lacking:
            return decision
        meant = self._details.of(lacking)
        if meant and not self.is_body(decision.subject) and decision.cell.folder != meant:
            return self._overview(meant, decision, segment)
        best = [name for _, name in self._focus.ranked(segment, statements)[:2]]
        kept = [name for name in statements if name in best]
        return replace(decision, detail=lacking, focus=tuple(kept))

    def pressed(self, decision: ShowCell, segment: Segment) -> ShowCell:
        """Answers the point that a question presses, or the gap that it names, if a cell can."""
        for detail in self._details.pressed(segment.view):
            if detail in decision.cell.asked:
                return replace(decision, asked=detail, focus=())
        return decision

    def _overview(self, body: str, decision: ShowCell, segment: Segment) -> ShowCell:
        """'Who is behind it?': what is told of a body, in place of an answer that cannot tell."""
        about = self._content.nearest_cell("overview", body)
        if about is None:
            return decision
        return self.with_detail(ShowCell(about, "overview", body), segment, seen=False)

    def asks_detail(self, intent: str, segment: Segment) -> bool:
        """Whether a question asks for something particular that its intent does not deal with."""
        return bool(self._details.asked(segment.view, intent))

    def part(self, decision: ShowCell, segment: Segment) -> ShowCell:
        """Of an answer that was just given, the part that a follow-up is after."""
        own = self._content.quoted(decision.cell, decision.subject)
        best = self._focus.best(segment, own)
        if best:
            return replace(decision, focus=best)
        ranked = [name for _, name in self._focus.ranked(segment, own)[:2]]
        kept = [name for name in own if name in ranked]
        return replace(decision, focus=tuple(kept), note="only_this")

    def elsewhere(self, decision: ShowCell, segment: Segment) -> ShowCell | None:
        """'And the brain?': the same question's answer of another subject that has the word."""
        if segment.subjects:
            return None
        own = self._content.quoted(decision.cell, decision.subject)
        rare = self._focus.having_rare_word(segment)
        if not rare or not rare.isdisjoint(own):
            return None
        others = {
            name: cell
            for cell in self._content.cells.values()
            if cell.intent == decision.intent and cell.kind == "answer"
            for name in cell.statements
            if name in rare
        }
        if not others:
            return None
        best = self._focus.ranked(segment, others)[0][1]
        cell = others[best]
        return ShowCell(cell, decision.intent, cell.folder, focus=(best,))

    def of_body(self, intent: str, cell: Cell, segment: Segment) -> ShowCell | None:
        """What the pages tell of a body or website that is named, when another's answer would do.

        The root's answer stands for it only when it fits the question better, and never where a
        detail of it is asked for.
        """
        bodies = [each for each in segment.subjects if self.is_body(each)]
        if self._content.intents[intent].group != ASPECTS or not bodies:
            return None
        if any(self._content.nearest_cell(intent, each) for each in bodies):
            return None
        about = self._content.nearest_cell("overview", bodies[0])
        asked = about and self._details.asked(segment.view, "overview")
        if about is None or (not asked and self._fit(cell, segment) > self._fit(about, segment)):
            return None
        decision = ShowCell(about, "overview", bodies[0])
        return self.with_detail(decision, segment, seen=False)

    def is_body(self, subject: str) -> bool:
        kind = self._content.kinds[self._content.subjects[subject].kind]
        return kind.carries and not kind.guess

    def _fit(self, cell: Cell, segment: Segment) -> float:
        """Likeness of a question to the best statement of a cell."""
        ranked = self._focus.ranked(segment, cell.statements)
        return ranked[0][0] if ranked else 0.0
