"""How likely a message is to come from somebody in danger: the safety reader.

Danger is what the classes of the urgent guardrails have in common, so they are weighed
together: an overdose by accident and one on purpose are hard to tell apart, and both need help
now. A message of several sentences is read twice, as a whole and sentence by sentence: the
whole knows what a sentence is about ("in the film she stops breathing"), a sentence is not
drowned by the others. Features for time, negation, person and reported speech were tried on
top and changed nothing: the encoder has learnt them (docs/decisions/0011).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.understand.reading import Danger, Segment

_NOTHING = 1e-9
_LONG_SHARE = 0.8
"""Weight of the most dangerous sentence of a message that is too long to be read as a whole."""


def read_danger(
    sentences: Sequence[Segment], whole: Segment | None, classes: Sequence[str]
) -> Danger:
    """The danger in a message.

    Args:
        sentences: of the message, each classified.
        whole: all of them read as one, when there are several and they are not too long for it.
        classes: intents of the urgent guardrails.
    """
    worst = max(sentences, key=lambda each: _mass(each, classes))
    if len(sentences) == 1:
        return Danger(_shares(worst, classes))
    if whole is None:
        return Danger({k: _LONG_SHARE * v for k, v in _shares(worst, classes).items()})
    # The geometric mean of both: neither alone is enough.
    parts = [_mass(worst, classes), _mass(whole, classes)]
    scale = math.sqrt(parts[0] * parts[1]) / max(sum(parts), _NOTHING)
    both = [_shares(worst, classes), _shares(whole, classes)]
    return Danger({name: scale * sum(each[name] for each in both) for name in classes})


def _shares(segment: Segment, classes: Sequence[str]) -> dict[str, float]:
    """What the classifier says; of words that it cannot know it says nothing."""
    known = "gibberish" not in segment.view.flags
    return {name: known * segment.probability(name) for name in classes}


def _mass(segment: Segment, classes: Sequence[str]) -> float:
    return sum(_shares(segment, classes).values())
