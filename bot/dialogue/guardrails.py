"""When a guardrail speaks instead of an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.content.library import Cell, Content
from bot.dialogue.decision import ShowCell
from bot.dialogue.interpreter import Candidate
from bot.dialogue.state import State
from bot.dialogue.subjects import subject_for
from bot.dialogue.weights import (
    GENERAL_LEAST,
    PERSONAL_LEAST,
    PERSONAL_OF_SEVERAL,
    PERSONAL_SUPPORT,
    URGENT_AFTER,
)
from bot.language.rules import Alarm
from bot.understand.reading import Reading, Segment

DIAGNOSIS = "personal_diagnosis"
_URGENT_ORDER = ("crisis", "emergency")
"""Crisis first: its reply names the emergency number too."""


class Guardrails:
    """Reads rules and classifier side by side. In doubt the urgent ones speak."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._by_intent = {each.intent: each for each in content.guardrails}
        self._urgent = [each for each in _URGENT_ORDER if each in self._by_intent]
        self._personal = [each for each in self._by_intent if each not in _URGENT_ORDER]

    def urgent(self, reading: Reading, after: Sequence[Mapping[str, float]]) -> ShowCell | None:
        """The crisis or emergency reply, if one is called for.

        Args:
            after: for each segment, what it means after the last answer; empty at the start.
        """
        alarm = _first(reading.alarms, self._urgent)
        likely = {
            intent: _in_context(reading.safety.get(intent, 0.0), intent, after)
            for intent in self._urgent
        }
        # The two are hard to tell apart, so they are weighed together.
        intent = max(likely, key=lambda each: likely[each], default="")
        if alarm:
            return ShowCell(self._cell(alarm.response), alarm.intent)
        # Of another language only the rules know anything.
        if not intent or reading.foreign:
            return None
        if sum(likely.values()) < self._by_intent[intent].threshold:
            return None
        return ShowCell(self._cell(self._by_intent[intent].response), intent)

    def personal(
        self,
        reading: Reading,
        segment: Segment,
        candidates: Sequence[Candidate],
        state: State,
    ) -> ShowCell | None:
        """The reply to a question about a certain person's case, if it is one.

        Args:
            segment: one question of the message.
            candidates: what it may mean in its conversation.
        """
        chances = self._chances(reading, segment)
        alarm = self._alarm(reading, segment)
        likely = max(self._personal, key=lambda each: chances[each], default=None)
        if likely is None:
            return None
        several = len(reading.segments) > 1
        total = sum(chances.values())
        threshold = PERSONAL_OF_SEVERAL if several else self._by_intent[likely].threshold
        in_context = sum(each.probability for each in candidates if each.intent in self._personal)
        if state.last is not None and not alarm and in_context < PERSONAL_LEAST:
            return None
        if not alarm and likely == DIAGNOSIS and self._general(segment, candidates):
            return None
        if not (total >= threshold or (alarm and total >= PERSONAL_SUPPORT)):
            return None
        intent = alarm.intent if alarm and total < threshold else likely
        response = self._by_intent[intent].response
        if alarm and alarm.intent == intent:
            response = alarm.response
        cell = self._cell(response)
        subject = subject_for(intent, segment.subjects, state, self._content)
        again = state.cell == cell.id
        return ShowCell(cell, intent, subject, brief=again, note="said_already" if again else "")

    def in_general(
        self, reading: Reading, segment: Segment, candidates: Sequence[Candidate]
    ) -> bool:
        """Whether a question about a certain person's case is answered in general instead."""
        chances = self._chances(reading, segment)
        own = chances.get(DIAGNOSIS, 0.0) >= PERSONAL_LEAST
        return own and self._general(segment, candidates)

    def _general(self, segment: Segment, candidates: Sequence[Candidate]) -> bool:
        """'Doctor says my father has a NET. Is this cancer?': the pages answer it in general."""
        subjects = self._content.subjects
        named = any(self._content.kinds[subjects[e].kind].guess for e in segment.elsewhere)
        aspects = [e for e in candidates if self._content.intents[e.intent].group == "aspects"]
        return named and bool(aspects) and aspects[0].probability >= GENERAL_LEAST

    def _chances(self, reading: Reading, segment: Segment) -> dict[str, float]:
        """Probability of each personal class: of the message, or of one question of several."""
        if len(reading.segments) == 1:
            return {each: reading.safety.get(each, 0.0) for each in self._personal}
        return {each: segment.probability(each) for each in self._personal}

    def _alarm(self, reading: Reading, segment: Segment) -> Alarm | None:
        """The personal rule that fired, for the question of several that is most personal."""
        alarm = _first(reading.alarms, self._personal)
        mass = [sum(e.probability(p) for p in self._personal) for e in reading.segments]
        most = reading.segments[mass.index(max(mass))]
        return alarm if most is segment else None

    def _cell(self, response: str) -> Cell:
        folder, _, intent = response.partition("/")
        return self._content.cells[folder, intent]


def _first(alarms: Sequence[Alarm], intents: Sequence[str]) -> Alarm | None:
    """The alarm of the intent that stands first."""
    found = [alarm for alarm in alarms if alarm.intent in intents]
    return min(found, key=lambda alarm: intents.index(alarm.intent), default=None)


def _in_context(alone: float, intent: str, after: Sequence[Mapping[str, float]]) -> float:
    """A class's probability, in a conversation mixed with what it is after the last answer."""
    said = [each.get(intent, 0.0) for each in after if each]
    return alone if not said else (1 - URGENT_AFTER) * alone + URGENT_AFTER * max(said)
