"""Learns the weights of the interpreter from conversations and turns, and prints them.

    python -m tools.weights

Reads tests/conversations/talks-*.yaml and tests/turns/learnt.jsonl; those of tests/talks and
tests/turns/held-out.jsonl are held out and never read. Each turn that says what is meant is one
example: which of its candidates is right, in the state that the right answers so far have led to.
What the turns ask is in no intent's utterances, so that the classifiers are as unsure of them as of
what people write; they count twice. The fit (softmax regression, a little ridge) has
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
from bot.evaluation.turns import LEARNT, read
from bot.evaluation.turns import Turn as Single
from bot.language.words import words_of
from bot.testing import conversations
from bot.testing.conversations import Expectation
from bot.understand.reading import Segment

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "conversations"
ALIKE = 0.5
"""Share of words from which a segment is taken for a part of a turn."""
RIDGE = 0.002
STEPS = 400
RATE = 0.05
NAMES = tuple(WEIGHTS)


@dataclass(frozen=True)
class Turn:
    """The candidates of a turn in numbers, and which of them is right."""

    features: NDArray[np.float64]
    right: int


def conversation_turns(bot: Bot) -> Iterator[Turn]:
    """Every turn of the conversations whose right intent is known and among the candidates."""
    for path in sorted(FOLDER.glob("talks-*.yaml")):
        for conversation in conversations.load(path):
            state = State()
            for expected in conversation.shape.turns:
                segments = bot.read(expected.user).segments
                intent = Target.parse(expected.meant).name
                found = _example(bot, segments[0], state, intent) if len(segments) == 1 else None
                if found:
                    yield found
                state = _after(bot, expected, state)


def single_turns(bot: Bot) -> Iterator[Turn]:
    """What each question of the single turns means, or what a turn says that asks nothing."""
    for turn in read(LEARNT):
        segments, state = bot.read(turn.text).segments, turn.state(bot)
        for segment in segments:
            alone = len(segments) == 1 and len(turn.asked) == 1
            intent = next(iter(turn.asked)) if alone else _intent_of_part(segment, turn)
            found = _example(bot, segment, state, intent)
            if found:
                yield found


def _intent_of_part(segment: Segment, turn: Single) -> str:
    """The intent of the part of a turn that a segment is, if that is clear; else ''."""
    words = set(segment.view.words)
    likeness = [
        len(words & set(words_of(e.text))) / len(words | set(words_of(e.text))) for e in turn.parts
    ]
    best = turn.parts[int(np.argmax(likeness))]
    if max(likeness) < ALIKE:
        return "" if turn.asked else next((e.says for e in reversed(turn.parts) if e.says), "")
    asked = {each.name for each in best.asks}
    return next(iter(asked)) if len(asked) == 1 else best.says


def _example(bot: Bot, segment: Segment, state: State, intent: str) -> Turn | None:
    found = bot.policy.interpreter.features(segment, state)
    if intent not in found:
        return None
    rows = [[each.get(name, 0.0) for name in NAMES] for each in found.values()]
    return Turn(np.array(rows), list(found).index(intent))


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
    bot = Bot.load()
    found = [*conversation_turns(bot), *(each for e in single_turns(bot) for each in (e, e))]
    half = len(found) // 2
    unseen = [share(found[half:], fit(found[:half])), share(found[:half], fit(found[half:]))]
    print(f"{len(found)} turns; right of the half not learnt from: {np.mean(unseen):.3f}")
    for name, value in zip(NAMES, fit(found), strict=True):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
