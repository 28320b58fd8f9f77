"""Holds held-out conversations and counts the turns that go as a person expects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.content.places import default_content
from bot.engine import Bot
from bot.reply import Turn
from bot.testing import conversations
from bot.testing.conversations import Conversation, Expectation

FOLDER = Path("tests") / "talks"
"""The folder of such conversations beside a content."""
_URGENT = {"emergency", "crisis"}


def is_right(expected: Expectation, turn: Turn, bot: Bot) -> bool:
    """Whether a turn shows the statements that are wanted, or else has the kind or the intent."""
    if is_false_alarm(expected, turn):
        return False
    exact = expected.statements or expected.kind
    keys = ("statements", "kind") if exact else ("intent",)
    narrow = Expectation.model_validate(expected.model_dump(include={"user", *keys}))
    return not any(conversations.problems(narrow, turn, bot.content))


def is_false_alarm(expected: Expectation, turn: Turn) -> bool:
    """Whether a turn raises an alarm that nobody wants."""
    wanted = {expected.intent, expected.kind}
    return bool(_URGENT & {each.kind for each in turn.replies}) and not wanted & _URGENT


Held = tuple[Conversation, int, Expectation, Turn]
"""A turn that was held: of which conversation, its number, what is wanted, what came."""


def held(bot: Bot, folder: Path | None = None) -> Iterator[Held]:
    """Every turn of the conversations.

    Args:
        folder: of conversations, which may be missing; by default the one beside the content of
            NET Guide.

    Raises:
        ContentError: a file is not a list of conversations.
    """
    folder = folder or default_content() / FOLDER
    for path in conversations.find([folder] if folder.is_dir() else []):
        for conversation in conversations.load(path):
            state = None
            for number, expected in enumerate(conversation.shape.turns):
                turn = bot.reply(expected.user, state)
                state = turn.state
                yield conversation, number, expected, turn


def shares(bot: Bot, folder: Path | None = None) -> Counter[str]:
    """Counts of turns, right turns and false alarms, first turns and later ones apart.

    Args:
        folder: of conversations; by default the one beside the content of NET Guide.
    """
    return counted(held(bot, folder), bot)


def counted(turns: Iterable[Held], bot: Bot) -> Counter[str]:
    """The same of conversations that were held."""
    found: Counter[str] = Counter()
    for _, number, expected, turn in turns:
        where = "later" if number else "first"
        found[where] += 1
        found[f"{where} right"] += is_right(expected, turn, bot)
        found["alarms"] += is_false_alarm(expected, turn)
    return found
