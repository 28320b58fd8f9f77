"""When a guardrail speaks instead of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import Cell, Content
from bot.dialogue.decision import ShowCell
from bot.dialogue.state import State
from bot.dialogue.subjects import subject_for
from bot.language.rules import Alarm
from bot.understand.reading import Reading

_URGENT_ORDER = ("crisis", "emergency")
"""Crisis first: its reply names the emergency number too."""

_RULE_SUPPORT = 0.02
"""A personal rule counts when the classifier gives its class at least this much."""


class Guardrails:
    """Reads rules and classifier side by side. In doubt the urgent ones speak."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._by_intent = {each.intent: each for each in content.guardrails}
        self._urgent = [each for each in _URGENT_ORDER if each in self._by_intent]
        self._personal = [each for each in self._by_intent if each not in _URGENT_ORDER]

    def urgent(self, reading: Reading) -> ShowCell | None:
        """The crisis or emergency reply, if one is called for."""
        for intent in self._urgent:
            alarm = _first(reading.alarms, [intent])
            if alarm or reading.safety.get(intent, 0.0) >= self._by_intent[intent].threshold:
                response = alarm.response if alarm else self._by_intent[intent].response
                return ShowCell(self._cell(response), intent)
        return None

    def personal(self, reading: Reading, state: State) -> ShowCell | None:
        """The reply to a question about a certain person's case, if it is one."""
        total = sum(reading.safety.get(intent, 0.0) for intent in self._personal)
        alarm = _first(reading.alarms, self._personal)
        likely = max(self._personal, key=lambda each: reading.safety.get(each, 0.0), default=None)
        if likely is None:
            return None
        threshold = self._by_intent[likely].threshold
        if not (total >= threshold or (alarm and total >= _RULE_SUPPORT)):
            return None
        intent = alarm.intent if alarm and total < threshold else likely
        response = self._by_intent[intent].response
        if alarm and alarm.intent == intent:
            response = alarm.response
        named = [subject for segment in reading.segments for subject in segment.subjects]
        return ShowCell(
            self._cell(response), intent, subject_for(intent, named, state, self._content)
        )

    def _cell(self, response: str) -> Cell:
        folder, _, intent = response.partition("/")
        return self._content.cells[folder, intent]


def _first(alarms: Sequence[Alarm], intents: Sequence[str]) -> Alarm | None:
    return next((alarm for alarm in alarms if alarm.intent in intents), None)
