"""The other half of a message: what it names beside its question, and what was not understood."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import Content
from bot.dialogue.decision import Clarify, Decision, ShowCell, ShowPhrase
from bot.dialogue.parts import ASPECTS
from bot.dialogue.several import deals_with, is_guardrail, is_miss
from bot.understand.reading import Segment

_OVERALL = "overview"
_PHRASE = "other_part"


class Halves:
    """Sees to it that no half of a message is passed over in silence."""

    def __init__(self, content: Content) -> None:
        self._content = content
        cues = content.cues
        self._joins = frozenset(cues.get("lists_names", ()))
        self._articles = frozenset(cues.get("articles", ()))
        self._openers = frozenset(cues.get("opens_question", ()))

    def named(self, decision: Decision, segment: Segment) -> list[Decision]:
        """'A patient group or handbook': what is named beside what is asked for."""
        if not isinstance(decision, ShowCell) or decision.intent not in self._content.intents:
            return []
        intent = self._content.intents[decision.intent]
        if intent.group != ASPECTS or decision.cell.kind != "answer":
            return []
        view = segment.view
        beside = (
            each.subject
            for each in view.mentions
            if not each.loose
            and each.subject in view.named
            and self._content.carries(each.subject)
            and self._content.subjects[each.subject].kind not in intent.takes
            and self._joined(view.words[: each.start])
        )
        cells = ((name, self._content.cell(_OVERALL, name)) for name in beside)
        shown = {*decision.cell.statements}
        return [
            ShowCell(cell, _OVERALL, name)
            for name, cell in cells
            if cell and not shown.issuperset(cell.statements)
        ]

    def _joined(self, before: Sequence[str]) -> bool:
        """Whether words end with one that joins two things: '… or a'."""
        words = [each for each in before if each not in self._articles]
        return len(words) > 1 and words[-1] in self._joins

    def not_understood(
        self, asked: Sequence[tuple[Segment, Decision]], said: Sequence[Decision]
    ) -> list[Decision]:
        """One sentence where a part was answered and another that asks was not understood.

        Args:
            asked: each part of the message and what it led to.
            said: what is said to the message.
        """
        if not any(deals_with(each) or is_guardrail(each) for each in said):
            return []
        missed = [
            decision
            for segment, decision in asked
            if is_miss(decision) and decision not in said and self._asks(segment)
        ]
        found = [each for each in missed if not isinstance(each, ShowCell) or _lost(each)]
        if not found:
            return []
        targets = found[0].targets if isinstance(found[0], Clarify) else ()
        return [ShowPhrase(_PHRASE, "not_understood", "clarify", targets, miss=True)]

    def _asks(self, segment: Segment) -> bool:
        view = segment.view
        if self._content.intents[segment.ranking[0].intent].kind_word:
            return False  # "… with others who lost someone" is heard by a kind word.
        # A clause has the question mark of its sentence, "For my thesis, how …?", and "what do you
        # mean" opens none: one sign alone is no question that was lost.
        return view.asks and any(word in self._openers for word in view.words[:2])


def _lost(decision: ShowCell) -> bool:
    """Whether nothing of it is in the pages: it is no word of anger."""
    return decision.cell.folder in ("fallback", "outside")
