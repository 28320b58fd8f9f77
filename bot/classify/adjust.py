"""Votes after a change of a few lines, from the votes before it.

The lines that the change says something else about are solved for together, the rest held;
then those that this one moved, until no line is far from its label. It costs seconds, where
solving for all lines costs a minute.
"""

from __future__ import annotations

import numpy as np

from bot.classify.encoder import FloatArray
from bot.classify.grow import RIDGE, Index, Lines

_TOGETHER = 600
"""Lines solved for at once, beside those that are new …"""
_FOR_EACH = 3
"""… and as many more for each line that is new or gone."""
_NEAR_ENOUGH = np.float32(0.02)
"""How far from its label a line may stay: votes in half precision leave it as far."""
_ROUNDS = 4
"""More of them, or more lines at once, hardly move scores."""


def adjust(lines: Lines, voting: Index, votes: FloatArray, gone: Index, new: Index) -> FloatArray:
    """(voting + new, labels): votes of the lines that stay, then of the new ones.

    Args:
        lines: all that are named here.
        voting: the lines that stay, of those that were solved for.
        votes: (voting + gone, labels), as they were solved for.
        gone: the lines that vote no longer.
        new: the lines that vote from now on.
    """
    kept = np.concatenate([voting, new])
    found = np.zeros((len(kept), votes.shape[1]), np.float32)
    found[: len(voting)] = votes[: len(voting)]
    missing = np.zeros_like(found)
    missing[len(voting) :] = lines.targets[new] - lines.scores(new, voting, found[: len(voting)])
    if len(gone):
        missing[: len(voting)] += lines.scores(voting, gone, votes[len(voting) :])
    together = _TOGETHER + _FOR_EACH * (len(new) + len(gone))
    for _ in range(_ROUNDS):
        worst = np.abs(missing).max(axis=1, initial=0)
        far = np.flatnonzero(worst > _NEAR_ENOUGH)
        if not len(far):
            break
        # New lines each time: how much they must say depends on what those around them say.
        worst[len(voting) :] = np.inf
        far = np.union1d(far, np.arange(len(voting), len(kept)))
        some = np.sort(far[np.argsort(-worst[far], kind="stable")[: together + len(new)]])
        change = _solved(lines, kept[some], missing[some])
        found[some] += change
        missing -= lines.scores(kept, kept[some], change)
        missing[some] -= np.float32(RIDGE) * change
    return found


def _solved(lines: Lines, rows: Index, missing: FloatArray) -> FloatArray:
    """The change of the votes of a few lines under which nothing is missing from them."""
    matrix = lines.likeness(rows, rows)
    matrix[np.diag_indices(len(rows))] += np.float32(RIDGE)
    return np.asarray(np.linalg.solve(matrix, missing), np.float32)
