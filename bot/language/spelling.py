"""Repairs spelling, towards words that the content uses and no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

_MIN_LENGTH = 4


@dataclass(frozen=True)
class Repair:
    """One word that was read as another."""

    written: str
    read: str


class Speller:
    """Reads variants as one spelling, and unknown words as the known word they are nearest to.

    Args:
        variants: word or words as written, mapped to how they are read.
        targets: words that an unknown word may be repaired to.
        known: further words that are left alone (plain English, other diseases).
        spared: words that are left alone without being known.
    """

    def __init__(
        self,
        variants: Mapping[str, str],
        targets: Collection[str],
        known: Collection[str],
        spared: Collection[str] = (),
    ) -> None:
        self._single = {a: tuple(b.split()) for a, b in variants.items() if " " not in a}
        self._phrases = {
            tuple(a.split()): tuple(b.split()) for a, b in variants.items() if " " in a
        }
        self._longest = max((len(each) for each in self._phrases), default=0)
        self._targets = sorted(targets)
        self._known = frozenset(known) | frozenset(targets)
        self._spared = frozenset(spared)
        self._nearest = lru_cache(maxsize=1 << 15)(self._find_nearest)
        self._about_as_long = lru_cache(maxsize=64)(self._find_about_as_long)

    def read(self, words: Sequence[str]) -> tuple[tuple[str, ...], tuple[Repair, ...]]:
        """The words as they are read, and what was repaired."""
        result: list[str] = []
        repairs: list[Repair] = []
        for word in self._with_phrases(words):
            forms = self._single.get(word)
            if forms is None:
                repaired = self._nearest(word)
                forms = self._single.get(repaired, (repaired,))
                if repaired != word:
                    repairs.append(Repair(word, repaired))
            result.extend(forms)
        return tuple(result), tuple(repairs)

    def inputs(self) -> str:
        """All that repairs depend on, as one text."""
        sets = sorted(self._known), sorted(self._spared)
        return repr((self._single, self._phrases, self._targets, *sets))

    def repairs_of(self, words: Collection[str]) -> frozenset[str]:
        """Those of many words that would be repaired; much faster than one by one."""
        unknown = [
            word
            for word in words
            if len(word) >= _MIN_LENGTH
            and word.isalpha()
            and not (self.knows(word) or word in self._spared or word in self._single)
        ]
        return frozenset(self._near(unknown))

    def knows(self, word: str) -> bool:
        """Whether a word, or what it is the plural of, is in the content or in plain English."""
        return word in self._known or (word.endswith("s") and word[:-1] in self._known)

    def _with_phrases(self, words: Sequence[str]) -> list[str]:
        result: list[str] = []
        index = 0
        while index < len(words):
            for length in range(min(self._longest, len(words) - index), 1, -1):
                found = self._phrases.get(tuple(words[index : index + length]))
                if found:
                    result.extend(found)
                    index += length
                    break
            else:
                result.append(words[index])
                index += 1
        return result

    def _near(self, words: Sequence[str]) -> set[str]:
        """Words near enough to some target.

        What is plausible begins alike, or its letters two and three are alike, or there is one
        edit at the start and the ends are alike: only words that share one of these are compared.
        """
        return {
            word
            for key in _ALIKE
            for ours, theirs in _pairs(words, self._targets, key)
            for word in _within(ours, theirs)
        }

    def _find_nearest(self, word: str) -> str:
        known = self.knows(word) or word in self._spared
        if len(word) < _MIN_LENGTH or known or not word.isalpha():
            return word
        allowed = _allowed_distance(len(word))
        near = self._about_as_long(len(word), allowed)
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=allowed, limit=8)
        # Of two as near, the longer: a letter is left out more often than one is mistaken.
        close = [
            (distance, -len(name), name)
            for name, distance, _ in found
            if _plausible(word, name, distance)
        ]
        return min(close)[-1] if close else word

    def _find_about_as_long(self, length: int, allowed: int) -> list[str]:
        """Targets that differ in length by no more edits than are allowed."""
        return [each for each in self._targets if abs(len(each) - length) <= allowed]


_ALIKE: tuple[Callable[[str], str], ...] = (
    lambda word: word[0],
    lambda word: word[1:3],
    lambda word: word[-3:],
)


def _pairs(
    words: Iterable[str], targets: Iterable[str], key: Callable[[str], str]
) -> Iterator[tuple[list[str], list[str]]]:
    """Words and targets of one key each."""
    grouped: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for place, many in enumerate((words, targets)):
        for each in many:
            if len(each) >= _MIN_LENGTH:
                grouped[key(each)][place].append(each)
    return (found for found in grouped.values() if all(found))


def _within(words: Sequence[str], targets: Sequence[str]) -> Iterator[str]:
    """Words with a target within the distance allowed that is plausible."""
    allowed = np.array([_allowed_distance(len(word)) for word in words], np.uint8)
    distances = process.cdist(
        words, targets, scorer=OSA.distance, dtype=np.uint8, score_cutoff=int(allowed.max())
    )
    near = np.argwhere(distances <= allowed[:, None]).tolist()
    return (
        words[row]
        for row, column in near
        if _plausible(words[row], targets[column], distances[row, column])
    )


def _allowed_distance(length: int) -> int:
    """Edits allowed in a word of this many letters."""
    return 1 if length < 7 else 2 if length < 9 else 3 if length < 13 else 4


def _plausible(word: str, name: str, distance: float) -> bool:
    """People keep the first letter, and do not turn a short word into a much shorter one."""
    if abs(len(word) - len(name)) > 2 or len(name) < _MIN_LENGTH:
        return False
    return word[0] == name[0] or (distance <= 1 and len(word) > 5) or word[1:3] == name[1:3]
