"""What the letters say: hashed TF-IDF of words and characters, and flags as columns.

Spelling and rare words are where a sentence encoder is weak and these are strong.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
Gram = tuple[NDArray[np.int64], FloatArray]

BUCKETS = 1 << 12
"""Columns that the n-grams of one kind are hashed into; 2**14 measured no better."""

_WORD = re.compile(r"\w+")
_CHARACTERS = range(2, 6)
_KINDS = 2
_LONGEST_KEPT = 20
"""Letters of a word up to which its codes are kept: endless ones shall not fill the memory."""


def word_grams(words: Sequence[str]) -> Iterator[str]:
    """Words and pairs of neighbouring words."""
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(words))


def character_grams(word: str) -> Iterator[str]:
    """Runs of 2 to 5 characters of a word; a space marks its ends."""
    padded = f" {word} "
    for size in _CHARACTERS:
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]


def _codes(grams: Iterable[str], salt: int) -> list[int]:
    """CRC-32 is the same on every machine, unlike hash()."""
    return [zlib.crc32(gram.encode(), salt) for gram in grams]


def _character_codes(word: str) -> tuple[int, ...]:
    return _kept_codes(word) if len(word) <= _LONGEST_KEPT else _new_codes(word)


def _new_codes(word: str) -> tuple[int, ...]:
    return tuple(_codes(character_grams(word), 2))


_kept_codes = lru_cache(maxsize=1 << 12)(_new_codes)
"""Most words of a message are those of others before."""


def _hashed(codes: Iterable[int]) -> Gram:
    """Columns and signed, damped counts."""
    counts = Counter(codes)
    found = np.fromiter(counts, np.int64, len(counts))
    damped = 1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))
    signs = np.where(found >> 31, -1, 1).astype(np.float32)
    return found % BUCKETS, damped.astype(np.float32) * signs


def _count(text: str) -> tuple[Gram, Gram]:
    words = _WORD.findall(text.lower())
    characters = chain.from_iterable(map(_character_codes, words))
    return _hashed(_codes(word_grams(words), 1)), _hashed(characters)


@dataclass(frozen=True)
class TextFeatures:
    """Hashed TF-IDF whose weights were learnt from the training lines."""

    idf: FloatArray
    """(2, BUCKETS): weight of each column, for words and for characters."""

    @classmethod
    def fit(cls, texts: Sequence[str]) -> TextFeatures:
        """Learn the weights: columns that many lines share count less."""
        seen = np.zeros((_KINDS, BUCKETS), np.float32)
        for text in texts:
            for kind, (columns, _) in enumerate(_count(text)):
                seen[kind, np.unique(columns)] += 1
        return cls((np.log((1 + len(texts)) / (1 + seen)) + 1).astype(np.float32))

    def transform(self, texts: Sequence[str]) -> FloatArray:
        """An (n, BUCKETS) array; a row is about 1 long, half words, half characters."""
        rows = np.zeros((len(texts), BUCKETS), np.float32)
        for line, text in enumerate(texts):
            for kind, (columns, values) in enumerate(_count(text)):
                rows[line] += self._unit(kind, columns, values)
        return rows

    def _unit(self, kind: int, columns: NDArray[np.int64], values: FloatArray) -> FloatArray:
        row = np.zeros(BUCKETS, np.float32)
        np.add.at(row, columns, values * self.idf[kind, columns])
        length = float(np.linalg.norm(row)) * np.sqrt(_KINDS)
        return (row / length).astype(np.float32) if length else row


def flag_columns(names: Sequence[str], flags: Sequence[tuple[str, ...]], rows: int) -> FloatArray:
    """A (rows, len(names)) array with 1 where a line has the flag; no flags at all is allowed.

    Flags never seen in training are left out.
    """
    columns = {name: column for column, name in enumerate(names)}
    result = np.zeros((rows, len(names)), np.float32)
    if not flags:
        return result
    for row, line in zip(result, flags, strict=True):
        row[[columns[flag] for flag in line if flag in columns]] = 1
    return result
