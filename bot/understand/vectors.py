"""Vectors by line, so that an edit encodes the lines that it changed and no others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.classify.encoder import Encoder, FloatArray
from bot.classify.lines import rounded
from bot.classify.voters import Voters
from bot.understand import cache
from bot.understand.cache import Stored


class Vectors:
    """An encoder for training: knows the vectors of the voters and of earlier starts.

    Its vectors are rounded to the whole numbers that lines are compared with.
    """

    def __init__(self, encoder: Encoder, voters: Voters | None, path: Path) -> None:
        self._encoder = encoder
        self._path = path
        self.identity = encoder.identity
        self.dimensions = encoder.dimensions
        self.words = encoder.words
        self._known: dict[str, FloatArray] = {}
        self._kept: dict[str, None] = {}
        if found := cache.load(path):
            texts = found.facts["texts"]
            vectors = found.arrays["whole"] * found.arrays["factors"]
            self._known.update(zip(texts, vectors, strict=True))
        self._before = frozenset(self._known)
        if voters and voters.encoder == self.identity:
            for lines, rows in (
                (voters.messages, voters.message_vectors),
                (voters.follow_ups, voters.follow_up_vectors),
            ):
                self._known.update(zip((each.text for each in lines), rows, strict=True))
        self._voters = frozenset(self._known) - self._before

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """An (n, dimensions) float32 array, each row of about length 1."""
        new = [each for each in dict.fromkeys(texts) if each not in self._known]
        whole, factors = rounded(self._encoder.encode(new))
        self._known.update(zip(new, whole * factors, strict=True))
        self._kept.update(dict.fromkeys(each for each in texts if each not in self._voters))
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        return np.stack([self._known[each] for each in texts])

    def save(self) -> None:
        """Keep the vectors that were asked for and that the voters do not have."""
        if not self._kept.keys() - self._before:
            return
        whole, factors = rounded(np.stack([self._known[each] for each in self._kept]))
        cache.save(
            self._path, Stored({"texts": list(self._kept)}, {"whole": whole, "factors": factors})
        )
