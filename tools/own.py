"""Learns which parts of a message are questions of their own, and prints the weights.

    python -m tools.own

Each part of a single turn (`tools.turns`) that was cut into several, and that the listener has not
learnt from, is one example: is what it means among what the whole turn asks? The fit (logistic
regression, a little ridge) has nothing random in it. Takes a minute; put what it prints into
bot/dialogue/weights.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot import Bot
from bot.dialogue.own import features
from bot.dialogue.weights import OWN_QUESTION, OWN_WEIGHTS
from tools.turns import Single, kept

NAMES = tuple(OWN_WEIGHTS)
RIDGE = 1.0
STEPS = 30
PARTS = 10
"""Into how many parts the turns are divided to try the weights on unseen ones."""


@dataclass(frozen=True)
class Example:
    """A turn in numbers: for each part its features, its meaning, and whether that is asked."""

    features: NDArray[np.float64]
    means: tuple[str, ...]
    in_doubt: NDArray[np.bool_]
    asked: frozenset[str]

    @property
    def right(self) -> NDArray[np.float64]:
        """1 for each part that asks what it is taken for."""
        return np.array([float(each in self.asked) for each in self.means])

    def found(self, weights: NDArray[np.float64]) -> frozenset[str]:
        """What is answered with these weights."""
        shares = 1 / (1 + np.exp(-self.features @ weights))
        shares[~self.in_doubt] = 1
        least = min(OWN_QUESTION, shares.max())
        return frozenset(e for e, own in zip(self.means, shares, strict=True) if own >= least)


def examples(bot: Bot) -> Iterator[Example]:
    """The turns of which several parts look like questions, and one is in doubt."""
    own = bot.policy.own
    for turn in kept():
        reading, state = bot.read(turn.text), turn.state(bot)
        meant = own.meant(reading, state)
        heard = own.heard(meant, reading, state)
        if not heard:
            continue
        rows = [[each[name] for name in NAMES] for each in features(meant, heard)]
        doubt = np.array([own.in_doubt(each, reading, state) for each in meant])
        means = tuple(_of(each.candidates[0].intent) for each in meant)
        yield Example(np.array(rows), means, doubt, frozenset(map(_of, _meant(turn))))


def _meant(turn: Single) -> frozenset[str]:
    """What a turn asks; what it says, where it asks nothing."""
    return turn.asked or frozenset(each.says.partition("/")[0] for each in turn.parts if each.says)


def _of(intent: str) -> str:
    """One name for all that cannot be judged for one person."""
    return "personal" if intent.startswith("personal_") else intent


def fit(given: list[Example]) -> NDArray[np.float64]:
    """Logistic regression with Newton's method, on the parts in doubt."""
    rows, right = (
        np.concatenate([e.features[e.in_doubt] for e in given]),
        np.concatenate([e.right[e.in_doubt] for e in given]),
    )
    weights = np.zeros(len(NAMES))
    for _ in range(STEPS):
        shares = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - shares) - RIDGE * weights
        bend = (rows * (shares * (1 - shares))[:, None]).T @ rows + RIDGE * np.eye(len(NAMES))
        weights += np.linalg.solve(bend, slope)
    return weights


def main() -> None:
    """Fit, and print the weights and how well they do on turns that they have not seen."""
    found = list(examples(Bot.load()))
    right = 0
    for part in range(PARTS):
        weights = fit([each for place, each in enumerate(found) if place % PARTS != part])
        right += sum(each.found(weights) == each.asked for each in found[part::PARTS])
    all_ = sum(frozenset(each.means) == each.asked for each in found)
    print(f"{len(found)} turns; exactly what is asked: {right}, with all parts {all_}")
    for name, value in zip(NAMES, fit(found), strict=True):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
