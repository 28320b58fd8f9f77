"""Whether an answer tells the point that is asked: learnt from lines, by kernel regression.

"Only there?" and "which is the worst?" are both asked of where tumors grow; the pages settle one of
them and not the other. No intent can tell them apart. What can is the question beside others that
were asked of the same answer: two lines are alike when their words are, and a line that was asked
of another subject's answer to the same intent votes more softly. Intents have nothing to say to
each other here, so each is solved for by itself, in milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.classify.encoder import FloatArray
from bot.classify.lines import rounded
from bot.errors import ModelError

UNKNOWN = 0.5
"""What is said of an answer whose intent no line was asked of."""
BASE = 0.3
"""Added to the cosine before it is squared: how much lines without likeness vote."""
ELSEWHERE = 0.4
"""How much a line counts that was asked of another subject's answer."""
PENALTY = 0.4
"""Higher: a line moves less to fit its own label."""


@dataclass(frozen=True)
class Point:
    """A question that was asked of an answer, and whether the answer settles it."""

    text: str
    intent: str
    """What the answer is an answer to."""
    cell: str
    """The answer, as folder/intent."""
    told: bool


@dataclass(frozen=True)
class PointReader:
    """Says how likely an answer tells what is asked of it."""

    cells: tuple[str, ...]
    """Answers that lines were asked of, those of one intent together …"""
    intents: tuple[str, ...]
    """… and what each of them is an answer to."""
    asked_of: NDArray[np.int32]
    """(n,) for each line its place in `cells`, in order."""
    whole: NDArray[np.int8]
    """(n, d) vectors of the lines in whole numbers …"""
    factors: FloatArray
    """… and the (n, 1) factors that turn them back."""
    votes: FloatArray
    """(n,)"""

    def told(self, vector: FloatArray | None, intent: str, cell: str) -> float:
        """How likely (0 to 1) an answer tells what is asked; 0.5 where nothing is known of it.

        Args:
            vector: of the question, as the encoder gives it.
            intent: what it is an answer to.
            cell: the answer, as folder/intent.
        """
        rows = self._rows(intent)
        if vector is None or not len(rows) or self.whole.shape[1] != len(vector):
            return UNKNOWN
        some = slice(rows[0], rows[-1] + 1)
        lines = self.whole[some] * self.factors[some]
        place = self.cells.index(cell) if cell in self.cells else -1
        # Not `@`: BLAS would wake a second thread, which waits for the core that others need.
        alike = _alike(np.einsum("ij,j->i", lines, vector))
        alike *= np.where(self.asked_of[some] == place, 1, ELSEWHERE).astype(np.float32)
        found = UNKNOWN + float(np.einsum("i,i->", alike, self.votes[some]))
        return min(max(found, 0.0), 1.0)

    def _rows(self, intent: str) -> range:
        """The lines asked of answers to an intent; they stand together."""
        ours = [place for place, each in enumerate(self.intents) if each == intent]
        if not ours:
            return range(0)
        start = np.searchsorted(self.asked_of, ours[0])
        end = np.searchsorted(self.asked_of, ours[-1], side="right")
        return range(int(start), int(end))

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """As arrays that numpy.savez stores without pickle."""
        return {
            "point_cells": np.array(self.cells, np.str_),
            "point_intents": np.array(self.intents, np.str_),
            "point_asked_of": self.asked_of,
            "point_lines": self.whole,
            "point_factors": self.factors,
            "point_votes": self.votes,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> PointReader:
        """Rebuild what `to_arrays` gave. Raises ModelError when an array is missing."""
        try:
            return cls(
                cells=tuple(arrays["point_cells"].tolist()),
                intents=tuple(arrays["point_intents"].tolist()),
                asked_of=arrays["point_asked_of"],
                whole=arrays["point_lines"],
                factors=arrays["point_factors"],
                votes=arrays["point_votes"],
            )
        except KeyError as error:
            raise ModelError("the saved reader of points is damaged; train it again") from error


def in_order(points: Sequence[Point]) -> list[Point]:
    """As `train_points` takes them: those of one intent together, and of one answer."""
    return sorted(points, key=lambda each: (each.intent, each.cell))


def train_points(points: Sequence[Point], vectors: FloatArray) -> PointReader:
    """Learn what answers tell.

    Args:
        points: as `in_order` gives them.
        vectors: (n, d), one for each point.
    """
    whole, factors = rounded(vectors)
    answers = {each.cell: each.intent for each in points}
    places = {cell: place for place, cell in enumerate(answers)}
    asked_of = np.array([places[each.cell] for each in points], np.int32)
    told = np.array([each.told for each in points], np.float32)
    votes = np.zeros(len(points), np.float32)
    # Compared with as they will be kept: in whole numbers.
    lines = whole * factors
    for rows in _by_intent(points):
        votes[rows] = _solved(lines[rows], asked_of[rows], told[rows] - UNKNOWN)
    return PointReader(tuple(answers), tuple(answers.values()), asked_of, whole, factors, votes)


def _by_intent(points: Sequence[Point]) -> Iterator[slice]:
    start = 0
    for end in range(1, len(points) + 1):
        if end == len(points) or points[end].intent != points[start].intent:
            yield slice(start, end)
            start = end


def _solved(lines: FloatArray, asked_of: NDArray[np.int32], targets: FloatArray) -> FloatArray:
    same = asked_of[:, None] == asked_of[None]
    kernel = _alike(lines @ lines.T) * np.where(same, np.float32(1), np.float32(ELSEWHERE))
    kernel[np.diag_indices(len(kernel))] += PENALTY
    return np.linalg.solve(kernel, targets).astype(np.float32)


def _alike(cosine: FloatArray) -> FloatArray:
    found: FloatArray = np.maximum(cosine + np.float32(BASE), 0) ** 2
    return found
