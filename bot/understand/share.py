"""How much of a message is classified: that costs most, and it grows with the word pieces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TypeVar

MOST_SENTENCES = 12
"""Sentences of a long message that are classified: the first and last ones."""
MOST_PIECES = 125
"""Word pieces that are encoded for a message: its sentences, their parts and the whole."""
OF_SENTENCES = 88
"""Word pieces of its sentences alone; of more, the longest between the first and last give way."""
OF_LONG = 56
"""The same of a message whose middle is not read."""
MOST_ALARMING = 2
"""Sentences that raise an alarm and are classified wherever they stand."""
OF_LONG_SENTENCE = 16
"""Word pieces of one sentence of a message whose middle is not read."""
LONGEST_TEXT = 64
"""Word pieces that the encoder reads of one text."""
LONGEST_WHOLE = 60
"""Words up to which a message of several sentences is also read as one."""
_AROUND = 5
"""What a text costs beside its words, in word pieces."""
_LETTERS = 3
"""Letters of a word piece, of a word that the encoder hardly has as one."""

_T = TypeVar("_T")


class Share:
    """Chooses what is classified."""

    def __init__(self, knows: Callable[[str], bool]) -> None:
        """
        Args:
            knows: whether a word is plain English, which the encoder has in one piece.
        """
        self._knows = knows

    def pieces(self, words: Sequence[str]) -> int:
        """About how many word pieces a text has for the encoder."""
        return min(_AROUND + sum(map(self._of_word, words)), LONGEST_TEXT)

    def _of_word(self, word: str) -> int:
        if self._knows(word):
            return 1
        return 1 + len(word) // _LETTERS if word.isascii() else len(word)

    def beginning(self, words: Sequence[str]) -> Sequence[str]:
        """What of a sentence is classified when the message is long."""
        costs = accumulate(map(self._of_word, words))
        return words[: max(1, sum(cost <= OF_LONG_SENTENCE for cost in costs))]

    def sentences(
        self,
        found: list[_T],
        words: Callable[[_T], Sequence[str]],
        alarms: Callable[[_T], int],
        *,
        is_long: bool,
    ) -> list[_T]:
        """First and last of many, and those that matter.

        Args:
            words: of a sentence.
            alarms: how much a sentence matters, 0 for not; the first of the weightiest stay.
            is_long: whether they are of a message whose middle is not read.
        """
        half = MOST_SENTENCES // 2
        inside = range(half, len(found) - half)
        weights = list(map(alarms, found))
        ranked = sorted(range(len(found)), key=lambda i: (-weights[i], i))
        alarming = {i for i in ranked[:MOST_ALARMING] if weights[i]}
        left = {index for index in range(len(found)) if index not in inside} | alarming
        cost = [self.pieces(words(each)) for each in found]
        spare = sum(cost[index] for index in left) - (OF_LONG if is_long else OF_SENTENCES)
        for index in sorted(left - alarming - {0, len(found) - 1}, key=lambda i: (-cost[i], i)):
            if spare > 0:
                left.discard(index)
                spare -= cost[index]
        return [found[index] for index in sorted(left)]
