"""Context takes danger back: 'is it the only way?' after treatments is a plain follow-up.

The safety reader has learnt from single messages, the listener from conversations. Where no rule
fires and the reader is in doubt, both count: neither alone is enough.
"""

from __future__ import annotations

import math
from dataclasses import replace

from bot.content.library import Content
from bot.dialogue.guardrails import Guardrails
from bot.dialogue.interpreter import Interpreter
from bot.dialogue.state import State
from bot.dialogue.weights import BOTH, CALMED, ORDINARY, SOME_DANGER
from bot.understand.reading import Danger, Reading

_ORDINARY = ("aspects", "refusals", "dialogue", "outside")
"""Groups of intents whose follow-ups are no sign of danger."""


class Calm:
    """Lowers the danger of a message as far as it is clearly a follow-up."""

    def __init__(self, content: Content, interpreter: Interpreter, guardrails: Guardrails) -> None:
        self._content = content
        self._interpreter = interpreter
        self._guardrails = guardrails
        self._urgent = [each.intent for each in content.guardrails if each.urgent]

    def read(self, reading: Reading, state: State) -> Reading:
        """The reading in its conversation; what a rule fires on stays.

        Where the listener hears next to nothing, a plain follow-up counts, too, of one sentence:
        "That is not what I asked. I asked about …" is one for all that.
        """
        if self._guardrails.fires(reading) or self._guardrails.check_in(reading) is None:
            return reading
        heard = self._heard(reading, state)
        if heard is not None and reading.danger.mass < CALMED:
            reading = replace(reading, danger=_of_both(reading.danger, heard))
        if heard is not None and heard >= SOME_DANGER:
            return reading
        corrects = any(each.corrects for each in reading.segments)
        if len(reading.sentences) != 1 and not corrects:
            return reading
        after = self._interpreter.after(reading.segments[0], state)
        ordinary = max((p for name, p in after.items() if self._is_ordinary(name)), default=0.0)
        if ordinary < ORDINARY:
            return reading
        shares = {k: v * (1 - ordinary) ** 2 for k, v in reading.danger.shares.items()}
        return replace(reading, danger=Danger(shares))

    def _heard(self, reading: Reading, state: State) -> float | None:
        """The most danger that the listener hears after an answer, in the whole or in a part.

        None where there is no listener, or nothing was said: of messages that stand alone the
        safety reader knows more.
        """
        if reading.whole is None or state.last is None:
            return None
        views = [e for each in reading.segments for e in (each.view, *each.around)]
        texts = {reading.whole.view.masked, *(each.masked for each in views)}
        heard = [self._interpreter.hear(each, state) for each in sorted(texts)]
        # Of a danger that it does not know the listener cannot say that there is none.
        danger = [sum(each.get(name, 1.0) for name in self._urgent) for each in heard if each]
        return max(danger, default=None)

    def _is_ordinary(self, intent: str) -> bool:
        known = self._content.intents.get(intent)
        return known is not None and (known.courtesy or known.group in _ORDINARY)


def _of_both(danger: Danger, heard: float) -> Danger:
    """The geometric mean of what the safety reader sees and the listener hears; never more."""
    share = min(1.0, BOTH * math.sqrt(heard / danger.mass))
    return Danger({name: share * value for name, value in danger.shares.items()})
