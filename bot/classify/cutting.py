"""Where a message is cut into parts, and which of them ask something.

The listener's encoder tags each word piece of a message: whether a part begins with it, and
whether its part asks. It has learnt that from turns of conversations that people cut by hand
(`tools/encoder/listener.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.classify.encoder import FloatArray, OnnxEncoder

TAGS: Final = ("begins_asking", "goes_on_asking", "begins_saying", "goes_on_saying")
BEGINS_ASKING, GOES_ON_ASKING, BEGINS_SAYING, GOES_ON_SAYING = range(len(TAGS))
BEGINS = 0.5
"""Probability from which a part begins at a word."""
MOST_AT_ONCE = 40
"""Words of sentences that are read together; of more the encoder would not read the end."""


@dataclass(frozen=True)
class Part:
    """A part of a sentence."""

    text: str
    asks: float
    """How likely it asks something (0 to 1)."""


class Cutter:
    """Cuts sentences; loads the encoder when it first does."""

    def __init__(self, encoder: Callable[[], OnnxEncoder]) -> None:
        self._encoder = encoder

    def parts(self, sentences: Sequence[str]) -> list[list[Part]]:
        """The parts of each sentence of a message, one at least; what is around it is read, too."""
        return [parts for some in _together(sentences) for parts in self._parts(some)]

    def _parts(self, sentences: Sequence[str]) -> Iterator[list[Part]]:
        text = " ".join(sentences)
        offsets, begins, asks = self._tagged(text)
        start = 0
        for sentence in sentences:
            end = start + len(sentence)
            inside = [
                place
                for (place, _), begin in zip(offsets, begins, strict=True)
                if start < place < end and begin >= BEGINS and text[place - 1] == " "
            ]
            found = zip([start, *inside], [*inside, end], strict=True)
            yield [
                Part(text[a:b].strip(), _mean([p for (s, _), p in both if a <= s < b]))
                for both in [list(zip(offsets, asks, strict=True))]
                for a, b in found
            ]
            start = end + 1

    def _tagged(self, text: str) -> tuple[list[tuple[int, int]], FloatArray, FloatArray]:
        """Where each word piece stands; how likely a part begins with it; that its part asks."""
        places, odds = self._encoder().tags(text)
        shares = np.exp(odds - odds.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        kept = [number for number, (start, end) in enumerate(places) if start < end]
        shares = shares[kept]
        begins = shares[:, BEGINS_ASKING] + shares[:, BEGINS_SAYING]
        asks = shares[:, BEGINS_ASKING] + shares[:, GOES_ON_ASKING]
        return [places[number] for number in kept], begins, asks


def _together(sentences: Sequence[str]) -> Iterator[list[str]]:
    """Sentences that are read at once."""
    some: list[str] = []
    words = 0
    for each in sentences:
        more = len(each.split())
        if some and words + more > MOST_AT_ONCE:
            yield some
            some, words = [], 0
        some.append(each)
        words += more
    if some:
        yield some


def _mean(found: Sequence[float]) -> float:
    """Their mean; of what was not read, a half."""
    return float(sum(found) / len(found)) if found else 0.5
