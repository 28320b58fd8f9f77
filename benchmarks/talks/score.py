"""Holds the conversations of tests/talks and counts the turns that go as a person expects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot import Bot, Turn
from bot.testing import conversations
from bot.testing.conversations import Expectation

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "talks"
_URGENT = {"emergency", "crisis"}


def is_right(expected: Expectation, turn: Turn, bot: Bot) -> bool:
    """Whether a turn shows the statements that are wanted, or else has the kind or the intent."""
    if _URGENT & {each.kind for each in turn.replies} and expected.intent not in _URGENT:
        return False
    if expected.statements or expected.kind:
        wanted = {"statements": expected.statements, "kind": expected.kind}
    else:
        wanted = {"intent": expected.intent}
    narrow = Expectation.model_validate({"user": expected.user, **wanted})
    return not any(conversations.problems(narrow, turn, bot.content))


def turns(bot: Bot) -> Iterator[tuple[int, bool, bool]]:
    """Of every turn: its number, whether it is right, whether it raised a false alarm."""
    for path in conversations.find([FOLDER]):
        for conversation in conversations.load(path):
            state = None
            for number, expected in enumerate(conversation.shape.turns):
                turn = bot.reply(expected.user, state)
                state = turn.state
                urgent = bool(_URGENT & {each.kind for each in turn.replies})
                alarm = urgent and expected.intent not in _URGENT
                yield number, is_right(expected, turn, bot), alarm


def shares(bot: Bot) -> Counter[str]:
    """Counts of turns, right turns and false alarms, first turns and later ones apart."""
    found: Counter[str] = Counter()
    for number, right, alarm in turns(bot):
        where = "later" if number else "first"
        found[where] += 1
        found[f"{where} right"] += right
        found["alarms"] += alarm
    return found
