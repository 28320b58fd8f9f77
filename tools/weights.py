"""Learns the weights of the interpreter from conversations and turns, and prints them.

    python -m tools.weights

Each turn of `tools.turns` that the listener has not learnt from is one example: which of its
candidates is right. What the single turns ask is in no intent's utterances, so that the classifiers
are as unsure of them as of what people write; they count twice. The fit (softmax regression, a
little ridge) has nothing random in it. Takes about two minutes; put what it prints into
bot/dialogue/weights.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot import Bot
from bot.dialogue.weights import WEIGHTS
from tools.turns import turns

RIDGE = 0.002
STEPS = 400
RATE = 0.05
NAMES = tuple(WEIGHTS)


@dataclass(frozen=True)
class Example:
    """The candidates of a turn in numbers, and which of them is right."""

    features: NDArray[np.float64]
    right: int


def examples(bot: Bot) -> Iterator[Example]:
    """Every turn whose right intent is among the candidates."""
    for turn in turns(bot, only_kept=True):
        found = bot.policy.interpreter.features(turn.segment, turn.state) if turn.kept else {}
        if turn.intent in found:
            rows = [[each.get(name, 0.0) for name in NAMES] for each in found.values()]
            example = Example(np.array(rows), list(found).index(turn.intent))
            yield from [example] * (1 + turn.single)


def fit(given: list[Example]) -> NDArray[np.float64]:
    """Softmax regression with Adam from the present weights."""
    weights = np.array([WEIGHTS[name] for name in NAMES])
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    rows = np.concatenate([each.features for each in given])
    sizes = np.array([len(each.features) for each in given])
    places = np.cumsum(sizes) - sizes
    right = places + np.array([each.right for each in given])
    for step in range(1, STEPS + 1):
        scores = rows @ weights
        shares = np.exp(scores - np.maximum.reduceat(scores, places).repeat(sizes))
        shares /= np.add.reduceat(shares, places).repeat(sizes)
        slope = RIDGE * weights + (shares @ rows - rows[right].sum(axis=0)) / len(given)
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        corrected = np.sqrt(second / (1 - 0.99**step)) + 1e-8
        weights -= RATE * first / (1 - 0.9**step) / corrected
    return weights


def share(given: list[Example], weights: NDArray[np.float64]) -> float:
    """How many of the turns have their right candidate first."""
    return float(np.mean([np.argmax(each.features @ weights) == each.right for each in given]))


def main() -> None:
    """Fit, and print the weights and how well they do on what they have not seen."""
    bot = Bot.load()
    found = list(examples(bot))
    half = len(found) // 2
    unseen = [share(found[half:], fit(found[:half])), share(found[:half], fit(found[half:]))]
    print(f"{len(found)} turns; right of the half not learnt from: {np.mean(unseen):.3f}")
    for name, value in zip(NAMES, fit(found), strict=True):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
