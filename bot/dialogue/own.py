"""Which parts of a message are questions of their own.

Most messages that can be cut into two questions ask one: "What sort of things are those, the ones
without surgery?". Each part alone looks like a question; the listener hears the whole message, and
what it does not hear there was hardly asked. What is not to be judged for one person is never left
out. Decision 0018.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.content.library import Content
from bot.dialogue.guardrails import Guardrails
from bot.dialogue.interpreter import Interpreter
from bot.dialogue.misses import is_understood
from bot.dialogue.outcome import Meant
from bot.dialogue.show import in_guide
from bot.dialogue.sites import QUESTIONS
from bot.dialogue.state import State
from bot.dialogue.weights import OWN_CLEAR, OWN_LEADS, OWN_QUESTION, OWN_WEIGHTS, UNDERSTOOD
from bot.understand.reading import Reading

_LEAST = 0.03
"""Probabilities below are taken for this: of three questions one may hardly be heard."""
_COMPLAINTS = ("missed", "frustration")
"""Intents that say that something was not answered."""
_PUTS_RIGHT = (*_COMPLAINTS, "correction")
"""Intents that are said beside a question, of an answer before it."""
_LONG = 12
"""Words from which a part is as long as any."""


class Own:
    """Judges the parts of a message by the whole of it."""

    def __init__(self, content: Content, interpreter: Interpreter, guardrails: Guardrails) -> None:
        self._content = content
        self._interpreter = interpreter
        self._guardrails = guardrails

    def meant(self, reading: Reading, state: State) -> list[Meant]:
        """What the parts mean; those in doubt with how likely they are questions of their own."""
        # A second question of a message does not hang on the answer to the first.
        meant = [Meant(each, self._interpreter.rank(each, state)) for each in reading.segments]
        if len(meant) == 1:
            return [self._beside_the_complaint(meant[0], reading, state) or meant[0]]
        heard = self.heard(meant, reading, state)
        if not heard:
            return meant
        return [
            replace(each, own=_likely(found))
            if self.in_doubt(each, reading, state) and each.candidates[0].intent in heard
            else each
            for each, found in zip(meant, features(meant, heard), strict=True)
        ]

    def _beside_the_complaint(self, meant: Meant, reading: Reading, state: State) -> Meant | None:
        """'You didn't answer. The whole thing or a part of it?': what is asked, in all of it."""
        whole = reading.whole if len(reading.sentences) > 1 else None
        if whole is None or meant.candidates[0].intent not in _COMPLAINTS:
            return None
        told = {e.intent for e in meant.candidates if e.intent in _COMPLAINTS}
        segment = replace(
            meant.segment,
            view=whole.view,
            ranking=whole.ranking,
            groups=whole.groups,
            vector=whole.vector,
            row=whole.row,
        )
        found = [e for e in self._interpreter.rank(segment, state) if e.intent not in told]
        asks = found and self._content.intents[found[0].intent].group in QUESTIONS
        return Meant(segment, tuple(found)) if asks and found[0].trust >= UNDERSTOOD else None

    def heard(self, meant: Sequence[Meant], reading: Reading, state: State) -> Mapping[str, float]:
        """Probability of each intent for the whole message, where a part is in doubt; or nothing.

        What answers the question of a guide stands for itself.
        """
        if len(meant) < 2 or reading.whole is None or in_guide(state):
            return {}
        if not any(self.in_doubt(each, reading, state) for each in meant):
            return {}
        return self._interpreter.hear(reading.whole.view.masked, state)

    def in_doubt(self, meant: Meant, reading: Reading, state: State) -> bool:
        """Whether a part may be left out: neither personal, nor clear, nor not understood at all.

        Of what is not understood `Halves` knows whether it was a question.
        """
        best, likeliest = meant.segment.ranking[0], meant.candidates[0]
        if self._guardrails.is_personal(likeliest.intent) or not is_understood(
            likeliest, meant.segment
        ):
            return False
        clear = best.probability >= OWN_CLEAR and best.intent == likeliest.intent
        if clear or self._is_whole_question(meant):
            return False
        given = self._guardrails.personal(reading, meant.segment, meant.candidates, state)
        return given is None

    def _is_whole_question(self, meant: Meant) -> bool:
        """'… And is it inherited?': a sentence with its question mark, clear in what it asks."""
        view, best = meant.segment.view, meant.candidates[0]
        asks = self._content.intents[best.intent].group in QUESTIONS
        whole = any(each.words == view.words for each in meant.segment.around)
        return view.asks and asks and whole and best.probability >= OWN_LEADS

    def asked(self, meant: Sequence[Meant], state: State) -> tuple[list[Meant], State]:
        """The questions of their own, the likeliest where none is; what the rest names is kept.

        Args:
            meant: one part at least.
            state: before the message.
        """
        found = [each for each in meant if each.own is None or each.own >= OWN_QUESTION]
        found = found or [max(meant, key=lambda each: each.own or 0.0)]
        # "Is it possible in the lung? I thought only the pancreas": the second puts nothing right.
        found = [e for e in found if e.candidates[0].intent not in _PUTS_RIGHT] or found
        left = [each for each in meant if not any(each is other for other in found)]
        for name in (name for each in left for name in each.segment.view.named):
            state = state.speaking_of(name, self._content)
        return found, state


def features(meant: Sequence[Meant], heard: Mapping[str, float]) -> list[dict[str, float]]:
    """What speaks for each part.

    Args:
        meant: the parts, two at least, with what they may mean.
        heard: probability of each intent for the whole message (0 to 1).
    """
    best = [each.candidates[0] for each in meant]
    whole = [_log(heard.get(each.intent, 0.0)) for each in best]
    return [
        {
            "any": 1.0,
            "whole": whole[place],
            "others": max(whole[:place] + whole[place + 1 :]),
            "trust": _log(best[place].trust),
            "share": best[place].probability,
            "length": min(len(each.segment.view.words), _LONG) / _LONG,
        }
        for place, each in enumerate(meant)
    ]


def _likely(found: Mapping[str, float]) -> float:
    return 1 / (1 + math.exp(-sum(OWN_WEIGHTS[name] * value for name, value in found.items())))


def _log(probability: float) -> float:
    return math.log(max(probability, _LEAST))
