"""Context takes danger back: 'is it the only way?' after treatments is a plain follow-up."""

from __future__ import annotations

from dataclasses import replace

from bot.content.library import Content
from bot.dialogue.guardrails import Guardrails
from bot.dialogue.interpreter import Interpreter
from bot.dialogue.state import State
from bot.dialogue.weights import ORDINARY
from bot.understand.reading import Danger, Reading

_ORDINARY = ("aspects", "refusals", "dialogue", "outside")
"""Groups of intents whose follow-ups are no sign of danger."""


class Calm:
    """Lowers the danger of a message as far as it is clearly a follow-up."""

    def __init__(self, content: Content, interpreter: Interpreter, guardrails: Guardrails) -> None:
        self._content = content
        self._interpreter = interpreter
        self._guardrails = guardrails

    def read(self, reading: Reading, state: State) -> Reading:
        """The reading in its conversation. What a rule fires on, or several sentences, stays.

        "That is not what I asked. I asked about …" is one question for all that.
        """
        corrects = any(each.corrects for each in reading.segments)
        if (len(reading.sentences) != 1 and not corrects) or self._guardrails.fires(reading):
            return reading
        if self._guardrails.check_in(reading) is None:
            return reading
        after = self._interpreter.after(reading.segments[0], state)
        ordinary = max((p for name, p in after.items() if self._is_ordinary(name)), default=0.0)
        if ordinary < ORDINARY:
            return reading
        shares = {k: v * (1 - ordinary) ** 2 for k, v in reading.danger.shares.items()}
        return replace(reading, danger=Danger(shares))

    def _is_ordinary(self, intent: str) -> bool:
        known = self._content.intents.get(intent)
        return known is not None and (known.courtesy or known.group in _ORDINARY)
