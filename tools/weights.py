"""Learns the weights of the interpreter from the scripted conversations, and prints them.

    python -m tools.weights

Reads tests/conversations/talks-*.yaml; the conversations of tests/talks are held out and never
read. Each turn that says what is `meant` is one example: which of its candidates is right, in the
state that the right answers so far have led to. The fit (softmax regression, a little ridge) has
nothing random in it. Takes about two minutes; put what it prints into bot/dialogue/weights.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot import Bot
from bot.dialogue.memory import follow
from bot.dialogue.state import State
from bot.dialogue.target import Target
from bot.dialogue.weights import WEIGHTS
from bot.testing import conversations
from bot.testing.conversations import Expectation

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "conversations"
RIDGE = 0.002
STEPS = 400
RATE = 0.05
NAMES = tuple(WEIGHTS)


@dataclass(frozen=True)
class Turn:
    """The candidates of a turn in numbers, and which of them is right."""

    features: NDArray[np.float64]
    right: int
    later: bool


def turns(bot: Bot) -> Iterator[Turn]:
    """Every turn whose right intent is known and among the candidates."""
    for path in sorted(FOLDER.glob("talks-*.yaml")):
        for conversation in conversations.load(path):
            state = State()
            for number, expected in enumerate(conversation.shape.turns):
                found = _turn(bot, expected, state, later=number > 0)
                if found:
                    yield found
                state = _after(bot, expected, state)


def _turn(bot: Bot, expected: Expectation, state: State, *, later: bool) -> Turn | None:
    segments = bot.read(expected.user).segments
    intent = Target.parse(expected.meant).name
    if len(segments) != 1 or not intent:
        return None
    found = bot.policy.interpreter.features(segments[0], state)
    if intent not in found:
        return None
    rows = [[each.get(name, 0.0) for name in NAMES] for each in found.values()]
    return Turn(np.array(rows), list(found).index(intent), later)


def _after(bot: Bot, expected: Expectation, state: State) -> State:
    """The state after the right answer, whatever the bot would say."""
    target = Target.parse(expected.meant)
    if target.name not in bot.content.intents:
        return state
    decision = bot.policy.show.target(target, state)
    return follow(decision, state, bot.content, [target.subject] if target.subject else ())


def fit(examples: list[Turn]) -> NDArray[np.float64]:
    """Softmax regression with Adam from the present weights."""
    weights = np.array([WEIGHTS[name] for name in NAMES])
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = RIDGE * weights
        for each in examples:
            scores = each.features @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            slope += (shares @ each.features - each.features[each.right]) / len(examples)
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        corrected = np.sqrt(second / (1 - 0.99**step)) + 1e-8
        weights -= RATE * first / (1 - 0.9**step) / corrected
    return weights


def share(examples: list[Turn], weights: NDArray[np.float64]) -> float:
    """How many of the turns have their right candidate first."""
    return float(np.mean([np.argmax(each.features @ weights) == each.right for each in examples]))


def main() -> None:
    """Fit, and print the weights and how well they do on what they have not seen."""
    found = list(turns(Bot.load()))
    half = len(found) // 2
    unseen = [share(found[half:], fit(found[:half])), share(found[:half], fit(found[half:]))]
    print(f"{len(found)} turns; right of the half not learnt from: {np.mean(unseen):.3f}")
    for name, value in zip(NAMES, fit(found), strict=True):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
