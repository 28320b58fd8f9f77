"""Kernel ridge regression on as many lines as are worth it: those that the others get wrong.

Each line that votes costs time and memory, in training and in every answer. Content of a
limited size keeps all its lines, and the solution is exact. Of more lines a limited number
votes. They are chosen in rounds: a round takes the lines that the ones before it are most
wrong about. One inverted Cholesky factor grows through all rounds, and also says what each
line's scores were without it. Nothing is random.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.classify.classifier import Kernel
from bot.classify.columns import Columns
from bot.classify.encoder import FloatArray

RIDGE = 0.2
"""Noise allowed for each training line: higher trusts single lines less."""
MOST = 12_000
"""Lines that vote, at most."""
_ROUNDS = 5
_SHRINK = 0.05
"""Added to the diagonal of a fit: votes of lines that are nearly the same stay small."""
_CHUNK = 512
_SMALL = 256
"""Size at which a matrix is factored directly."""

Index = NDArray[np.intp]


class Lines(Protocol):
    """Training lines in numbers, whatever makes them alike."""

    @property
    def targets(self) -> FloatArray:
        """(lines, labels): 1 for a line's own label, or its shares of two."""

    def likeness(self, rows: Index, others: Index) -> FloatArray:
        """The kernel between two choices of lines: (rows, others)."""

    def scores(self, rows: Index, kept: Index, votes: FloatArray) -> FloatArray:
        """What the votes of the lines that are kept say of other lines: (rows, labels)."""


@dataclass(frozen=True)
class Messages:
    """Lines that are alike by meaning, by words and by flags."""

    kernel: Kernel
    vectors: FloatArray
    columns: Columns
    targets: FloatArray
    """(lines, labels): 1 for a line's own label, or its shares of two."""

    def likeness(self, rows: Index, others: Index) -> FloatArray:
        """The kernel between two choices of lines, in chunks: the parts of it are as large."""
        found = np.empty((len(rows), len(others)), np.float32)
        left = self.columns.dense(rows)
        for part in chunks(len(others)):
            found[:, part] = left @ self.columns.dense(others[part]).T
            if self.vectors.size:
                ours, theirs = self.vectors[rows], self.vectors[others[part]]
                found[:, part] += self.kernel.meaning(ours, theirs)
        return found

    def scores(self, rows: Index, kept: Index, votes: FloatArray) -> FloatArray:
        """What the votes of the lines that are kept say of other lines: (rows, labels)."""
        found = np.empty((len(rows), votes.shape[1]), np.float32)
        table = self.columns.weigh(kept, votes)
        for part in chunks(len(rows)):
            found[part] = self.columns.dense(rows[part]) @ table
            for others in chunks(len(kept)) if self.vectors.size else ():
                ours, theirs = self.vectors[rows[part]], self.vectors[kept[others]]
                found[part] += self.kernel.meaning(ours, theirs) @ votes[others]
        return found


@dataclass(frozen=True)
class Grown:
    """What training found."""

    kept: Index
    """The lines that vote."""
    votes: FloatArray
    """(kept, labels): what likeness to a line says for each label."""
    unseen: FloatArray
    """(lines, labels): scores of every line from votes in which it had no part."""


def grow(lines: Lines, tell: Callable[[float], None], *, most: int = MOST) -> Grown:
    """Choose the lines that vote and solve for their votes; `tell` hears the share done."""
    sizes = _sizes(min(len(lines.targets), most))
    matrix = np.empty((sizes[-1], sizes[-1]), np.float32)
    # Lines of an intent stand together: a stride has some of each, whatever their number.
    kept = np.linspace(0, len(lines.targets) - 1, sizes[0]).astype(np.intp)
    unseen = np.zeros_like(lines.targets)
    for done, upto in zip((0, *sizes), sizes, strict=False):
        if done:
            kept = np.concatenate([kept, _worst(lines, kept, unseen, upto - done)])
        _fill(matrix[:upto, :upto], lines, kept, done)
        extend(matrix[:upto, :upto], done)
        votes, left_out = solve(matrix[:upto, :upto], lines.targets[kept])
        unseen = _scores(lines, kept, votes)
        unseen[kept] = left_out
        tell(upto / sizes[-1])
    return Grown(kept, votes, unseen)


def fitted(lines: Lines, kept: Index) -> FloatArray:
    """(kept, labels): votes of the lines that vote, fitted to all lines and not to these alone.

    The lines that vote are those that the others get wrong, and some of them are odd. Fitted to
    all, they say what most lines near them say. It takes a minute and gigabytes: for the voters
    that are committed, not for a start.
    """
    size = len(kept)
    matrix = np.zeros((size, size))
    said = np.zeros((size, lines.targets.shape[1]))
    rows = np.arange(len(lines.targets))
    for part in chunks(len(rows)):
        alike = lines.likeness(rows[part], kept)
        matrix += alike.T @ alike
        said += alike.T @ lines.targets[rows[part]]
    for part in chunks(size):
        matrix[part] += np.float32(RIDGE) * lines.likeness(kept[part], kept)
    matrix[np.diag_indices(size)] += _SHRINK
    return np.linalg.solve(matrix, said).astype(np.float32)


def _sizes(number: int) -> tuple[int, ...]:
    """Lines that vote after each round."""
    return tuple(sorted({number * each // _ROUNDS for each in range(1, _ROUNDS + 1)} - {0}))


def _worst(lines: Lines, kept: Index, scores: FloatArray, number: int) -> Index:
    """The lines whose own label is furthest behind the best other one, kept ones left out."""
    own = lines.targets > 0
    best = np.where(own, scores, -np.inf).max(axis=1)
    margin = best - np.where(own, -np.inf, scores).max(axis=1)
    margin[kept] = np.inf
    return np.argsort(margin, kind="stable")[:number]


def _fill(matrix: FloatArray, lines: Lines, kept: Index, done: int) -> None:
    """The kernel's rows of the lines that are new, and the noise on its diagonal."""
    for part in chunks(len(kept) - done):
        rows = kept[done:][part]
        matrix[done:][part] = lines.likeness(rows, kept)
    new = np.arange(done, len(kept))
    matrix[new, new] += np.float32(RIDGE)


def _scores(lines: Lines, kept: Index, votes: FloatArray) -> FloatArray:
    """What the votes say of each line; zeros for the lines that vote."""
    found = np.zeros_like(lines.targets)
    rest = np.setdiff1d(np.arange(len(found)), kept)
    found[rest] = lines.scores(rest, kept, votes)
    return found


def solve(factor: FloatArray, targets: FloatArray) -> tuple[FloatArray, FloatArray]:
    """From an inverted factor: each line's votes, and its scores had it been left out."""
    votes: FloatArray = factor.T @ (factor @ targets)
    doubt = np.einsum("ij,ij->j", factor, factor)
    return votes, targets - votes / doubt[:, None]


def extend(matrix: FloatArray, done: int) -> None:
    """Overwrite a positive definite matrix with the inverse of its Cholesky factor.

    Args:
        matrix: of which only the rows from `done` on are read as the matrix's own.
        done: the size of the corner that already is such an inverse.
    """
    if not done:
        invert_factor(matrix)
        return
    top, bottom, corner = matrix[:done, :done], matrix[done:, done:], matrix[done:, :done]
    spare = matrix[:done, done:]
    # The part above the diagonal is free: no second array of the matrix's size is needed.
    for part in chunks(done):
        spare[part] = top[part, : part.stop] @ corner[:, : part.stop].T
    for part in chunks(len(bottom)):
        bottom[part] -= spare[:, part].T @ spare
    invert_factor(bottom)
    for part in chunks(done):
        corner[:, part] = spare[part.start :].T @ top[part.start :, part]
    for part in chunks(done):
        corner[:, part] = -bottom @ corner[:, part]
    spare[:] = 0


def invert_factor(matrix: FloatArray) -> None:
    """The same for a whole matrix: by halves, so that the work is products of large blocks."""
    if len(matrix) <= _SMALL:
        matrix[:] = np.linalg.inv(np.linalg.cholesky(matrix))
        return
    half = len(matrix) // 2
    invert_factor(matrix[:half, :half])
    extend(matrix, half)


def chunks(number: int) -> Iterator[slice]:
    """Slices of a few rows, which together are all of them."""
    return (slice(start, start + _CHUNK) for start in range(0, number, _CHUNK))
