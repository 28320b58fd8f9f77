"""Rows of numbers that are mostly zero, kept small in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.classify.encoder import FloatArray

_CHUNK = 1024


@dataclass(frozen=True)
class Columns:
    """A table of which only the numbers that are not zero are kept."""

    width: int
    places: tuple[NDArray[np.uint16], ...]
    """By row: the columns that have something."""
    values: tuple[FloatArray, ...]
    """By row: what they have."""

    @classmethod
    def gather(cls, parts: Iterable[FloatArray]) -> Columns:
        """Some rows after another, so that they are never all there in full."""
        width, places, values = 0, [], []
        for rows in parts:
            width = rows.shape[1]
            for row in rows:
                filled = np.flatnonzero(row)
                places.append(filled.astype(np.uint16))
                values.append(row[filled])
        return cls(width, tuple(places), tuple(values))

    def dense(self, rows: NDArray[np.intp]) -> FloatArray:
        """Some rows in full."""
        found = np.zeros((len(rows), self.width), np.float32)
        for line, row in zip(found, rows.tolist(), strict=True):
            line[self.places[row]] = self.values[row]
        return found

    def weigh(self, rows: NDArray[np.intp], votes: FloatArray) -> FloatArray:
        """(columns, labels): what each column says, when its rows vote so."""
        table = np.zeros((self.width, votes.shape[1]), np.float32)
        for start in range(0, len(rows), _CHUNK):
            part = slice(start, start + _CHUNK)
            table += self.dense(rows[part]).T @ votes[part]
        return table
