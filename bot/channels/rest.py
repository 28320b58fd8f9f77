"""Turns in the form of Rasa's REST channel: one object a reply.

`{"recipient_id", "text", "buttons": [{"title", "payload"}], "custom"}`. A button's
payload, sent back as the message, chooses it.
"""

from __future__ import annotations

import json
from typing import Any

from bot.reply import Block, Reply, Turn

_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def messages(turn: Turn, recipient: str) -> list[dict[str, Any]]:
    """A turn as the messages that a client of Rasa expects.

    Args:
        recipient: id of the conversation, as the client named it.
    """
    return _addressed(turn.replies, recipient)


def apology(text: str) -> Reply:
    """A reply that no turn stands behind."""
    return Reply(kind="clarify", intent="", blocks=(Block("lead", text),))


def encode(
    replies: tuple[Reply, ...], recipient: str, state: dict[str, Any] | None = None
) -> bytes:
    """Replies as a JSON array in UTF-8.

    Args:
        state: given back in `custom.state` of the last message; None to leave it out.
    """
    return f"[{','.join(_written(replies, recipient, state))}]".encode()


def lines(replies: tuple[Reply, ...], recipient: str, state: dict[str, Any] | None = None) -> bytes:
    """Replies as one JSON object a line."""
    return "".join(f"{each}\n" for each in _written(replies, recipient, state)).encode()


def _written(replies: tuple[Reply, ...], recipient: str, state: dict[str, Any] | None) -> list[str]:
    made = _addressed(replies, recipient)
    if state is not None:
        made[-1]["custom"]["state"] = state
    return [_write(each) for each in made]


def _addressed(replies: tuple[Reply, ...], recipient: str) -> list[dict[str, Any]]:
    return [{"recipient_id": recipient, **_message(reply)} for reply in replies]


def _message(reply: Reply) -> dict[str, Any]:
    message: dict[str, Any] = {"text": reply.text}
    if reply.choices:
        message["buttons"] = [
            {"title": each.label, "payload": each.payload} for each in reply.choices
        ]
    message["custom"] = reply.custom()
    return message
