"""Scripted conversations as Rasa's test stories.

A story has what Rasa can test: the intent and the action of each message. The intent
is the one that the bot itself gives it. What is answered is tested through Rasa's REST
channel.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.channels.actions.names import ANSWER
from bot.dialogue.target import Target
from bot.engine import Bot
from bot.rasa import files
from bot.rasa.dump import Block
from bot.testing.conversations import Conversation


def test_stories(
    conversations: Iterable[Conversation], bot: Bot, mode: files.Mode
) -> dict[str, Any]:
    """tests/test_stories.yml."""
    return {"stories": [_story(each, bot, mode) for each in conversations]}


def _story(conversation: Conversation, bot: Bot, mode: files.Mode) -> dict[str, Any]:
    steps: list[dict[str, Any]] = []
    state = None
    for expected in conversation.shape.turns:
        intent = _payload(expected.user, bot)
        user: dict[str, Any] = {"user": Block(" ".join(expected.user.split()))}
        if mode == "full":  # in the other one all that is typed has one intent
            turn = bot.reply(expected.user, state)
            state = turn.state
            intent = intent or turn.intent
        if intent or mode == "full":
            user["intent"] = intent
        steps += [user, {"action": files.action(intent) if "intent" in user else ANSWER}]
    return {"story": f"{conversation.path.stem}: {conversation.name}", "steps": steps}


def _payload(message: str, bot: Bot) -> str:
    """The intent that Rasa reads off a payload; in thin mode it knows no other one."""
    target = Target.from_payload(message)
    return target.name if target and target.name in files.payloads(bot.content) else ""
