"""Turns in the form of Rasa's REST channel: one object a reply.

`{"recipient_id", "text", "buttons": [{"title", "payload"}], "custom"}`. A button's
payload, sent back as the message, chooses it.
"""

from __future__ import annotations

import json
from typing import Any

from bot.reply import Block, Reply, Turn

_MOST_KEPT = 512
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def messages(turn: Turn, recipient: str) -> list[dict[str, Any]]:
    """A turn as the messages that a client of Rasa expects.

    Args:
        recipient: id of the conversation, as the client named it.
    """
    return [{"recipient_id": recipient, **_message(reply)} for reply in turn.replies]


def apology(text: str) -> Reply:
    """A reply that no turn stands behind."""
    return Reply(kind="clarify", intent="", blocks=(Block("lead", text),))


class Encoder:
    """Writes replies as JSON. It keeps what it wrote: the same few hundred replies come up."""

    def __init__(self) -> None:
        # By identity, and with the reply, so that no other one can take its place in memory.
        self._kept: dict[int, tuple[Reply, bytes]] = {}

    def encode(
        self, replies: tuple[Reply, ...], recipient: str, state: dict[str, Any] | None = None
    ) -> bytes:
        """The messages as a JSON array in UTF-8.

        Args:
            state: given back in `custom.state` of the last message; None to leave it out.
        """
        return b"[%b]" % self._joined(b",", replies, recipient, state)

    def lines(
        self, replies: tuple[Reply, ...], recipient: str, state: dict[str, Any] | None = None
    ) -> bytes:
        """The messages as one JSON object a line."""
        return b"%b\n" % self._joined(b"\n", replies, recipient, state)

    def _joined(
        self, by: bytes, replies: tuple[Reply, ...], recipient: str, state: dict[str, Any] | None
    ) -> bytes:
        start = b'{"recipient_id":%b,' % _write(recipient).encode()
        parts: list[bytes] = []
        for reply in replies:
            parts += (by if parts else b"", start, self._open(reply), b"}}")
        if state is not None:
            parts[-1] = b',"state":%b}}' % _write(state).encode()
        return b"".join(parts)

    def _open(self, reply: Reply) -> bytes:
        """A message without its first brace and id, and without the two last braces."""
        kept = self._kept.get(id(reply))
        if kept:
            return kept[1]
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        written = _write(_message(reply)).encode()[1:-2]
        self._kept[id(reply)] = (reply, written)
        return written


def _message(reply: Reply) -> dict[str, Any]:
    message: dict[str, Any] = {"text": reply.text}
    if reply.choices:
        message["buttons"] = [
            {"title": each.label, "payload": each.payload} for each in reply.choices
        ]
    message["custom"] = reply.custom()
    return message
