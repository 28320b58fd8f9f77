"""Where a message is cut into parts, and which of them ask something.

The listener's encoder tags each word piece of a message: whether a part begins with it, and
whether its part asks. It has learnt that from turns of conversations that people cut by hand
(`tools/encoder/listener.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from bot.classify.encoder import OnnxEncoder

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


@dataclass(frozen=True)
class _Piece:
    """A word piece of a text."""

    start: int
    begins: float
    """How likely a part begins with it."""
    asks: float
    """How likely its part asks something."""


class Cutter:
    """Cuts sentences; loads the encoder when it first does."""

    def __init__(self, encoder: Callable[[], OnnxEncoder], openers: Collection[str] = ()) -> None:
        """
        Args:
            openers: words, in small letters, that open a question behind a comma.
        """
        self._encoder = encoder
        words = "|".join(map(re.escape, openers)) or "(?!)"
        self._opener = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

    def parts(self, sentences: Sequence[str]) -> list[list[Part]]:
        """The parts of each sentence of a message, one at least; what is around it is read, too."""
        return [parts for some in _together(sentences) for parts in self._parts(some)]

    def _parts(self, sentences: Sequence[str]) -> Iterator[list[Part]]:
        text = " ".join(sentences)
        pieces = self._tagged(text)
        starts = self._starts(text, pieces)
        first = 0
        for sentence in sentences:
            end = first + len(sentence)
            cuts = [first, *(each for each in starts if first < each < end), end]
            yield [_part(text, a, b, pieces) for a, b in pairwise(cuts)]
            first = end + 1

    def _starts(self, text: str, pieces: Sequence[_Piece]) -> list[int]:
        """Where parts begin, sentences apart."""
        found = [0]
        for each in pieces:
            begins = each.begins >= BEGINS or self._both_open(text, found[-1], each.start)
            if begins and each.start and text[each.start - 1] == " ":
                found.append(each.start)
        return found

    def _both_open(self, text: str, before: int, place: int) -> bool:
        """Whether a word that opens a question stands behind a comma and another one."""
        opens = self._opener.match(text, place) and text[:place].rstrip().endswith(",")
        return bool(opens and self._opener.search(text, before, place))

    def _tagged(self, text: str) -> list[_Piece]:
        places, odds = self._encoder().tags(text)
        shares = np.exp(odds - odds.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        return [
            _Piece(
                start,
                float(row[BEGINS_ASKING] + row[BEGINS_SAYING]),
                float(row[BEGINS_ASKING] + row[GOES_ON_ASKING]),
            )
            for (start, end), row in zip(places, shares, strict=True)
            if start < end
        ]


def _part(text: str, start: int, end: int, pieces: Sequence[_Piece]) -> Part:
    """A part; of one that was not read it is open whether it asks."""
    own = [each.asks for each in pieces if start <= each.start < end]
    return Part(text[start:end].strip(), sum(own) / len(own) if own else 0.5)


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
