"""Reads the body of a message. Strict about shape, so that mistakes of clients show early."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.web.errors import RequestError

LONGEST_ID = 200
"""Characters of a sender's or a message's id."""
LARGEST_ID = 2**53 - 1
"""The largest whole number that every JSON reader keeps."""


@dataclass(frozen=True)
class Incoming:
    """One message of Rasa's REST channel."""

    message: str
    sender: str = ""
    """Id of the conversation; empty when the client brought none."""
    keeps_state: bool = False
    """Whether the client keeps the state itself."""
    state: Mapping[str, Any] | None = None
    message_id: str = ""
    """The same when a message is sent again."""
    region: str = ""
    """Where the host of the page says that the person is."""


def parse(body: bytes) -> Incoming:
    """The message in a request's body.

    Raises:
        RequestError: 400, the body is not what the channel expects.
    """
    data = read(body)
    message = data.get("message")
    if not isinstance(message, str):
        raise _wrong("message", "'message' must be text")
    metadata = data.get("metadata")
    if metadata is None:
        metadata = {}
    if not isinstance(metadata, dict):
        raise _wrong("metadata", "'metadata' must be an object")
    state = metadata.get("state")
    if state is not None and not isinstance(state, dict):
        raise _wrong("state", "'metadata.state' must be an object or null")
    return Incoming(
        message=message,
        sender=_id(data.get("sender"), "sender"),
        keeps_state="state" in metadata,
        state=state,
        message_id=_id(metadata.get("message_id"), "message_id"),
        region=_region(metadata.get("region")),
    )


def read(body: bytes) -> dict[str, Any]:
    """The JSON object in a request's body.

    Raises:
        RequestError: 400, there is none.
    """
    try:
        data = json.loads(body.decode())
    except (ValueError, RecursionError):
        raise _wrong("json", "the body is not JSON") from None
    if not isinstance(data, dict):
        raise _wrong("body", "the body must be a JSON object")
    return data


def _id(value: Any, name: str) -> str:
    if value is None:
        return ""
    if _is_whole(value):
        value = str(int(value))
    if not isinstance(value, str) or len(value) > LONGEST_ID or not _is_text(value):
        raise _wrong(name, f"'{name}' must be text of at most {LONGEST_ID} characters")
    return value


def _region(value: Any) -> str:
    if value is not None and not isinstance(value, str):
        raise _wrong("region", "'metadata.region' must be text")
    return value or ""


def _is_whole(value: Any) -> bool:
    """Whether it is a whole number as JSON has them: 7.0 is one, true is none."""
    return type(value) in (int, float) and abs(value) <= LARGEST_ID and value == int(value)


def _is_text(value: str) -> bool:
    """Whether it can be written back: JSON can hold halves of characters."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _wrong(what: str, message: str) -> RequestError:
    return RequestError(400, f"bad_{what}", message)
