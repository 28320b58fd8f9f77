"""Turns in the form of Rasa's REST channel: one object a reply.

`{"recipient_id", "text", "buttons": [{"title", "payload"}], "custom"}`. A button's
payload, sent back as the message, chooses it.
"""

from __future__ import annotations

from typing import Any

from bot.reply import Block, Reply, Turn


def messages(turn: Turn, recipient: str) -> list[dict[str, Any]]:
    """A turn as the messages that a client of Rasa expects.

    Args:
        recipient: id of the conversation, as the client named it.
    """
    return [_message(reply, recipient) for reply in turn.replies]


def _message(reply: Reply, recipient: str) -> dict[str, Any]:
    message: dict[str, Any] = {"recipient_id": recipient, "text": reply.text}
    if reply.choices:
        message["buttons"] = [
            {"title": each.label, "payload": each.payload} for each in reply.choices
        ]
    message["custom"] = reply.custom()
    return message


def plain(text: str, recipient: str) -> dict[str, Any]:
    """One message that no turn stands behind, such as an apology."""
    lead = Block("lead", text)
    return _message(Reply(kind="clarify", intent="", blocks=(lead,)), recipient)
