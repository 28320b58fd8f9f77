"""Which requests get as far as rasa-sdk, and with what status the others are turned away.

The statuses are Rasa's own. What is said of a mistake never quotes the request.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Mapping
from typing import Any

BODY_LIMIT = 8 * 1024 * 1024
"""Bytes of a body, unpacked. Rasa sends the domain and every event of the session."""


class RefusedError(Exception):
    """A request that is not what Rasa sends.

    Args:
        status: HTTP status.
        error: one line for developers; never anything from the request.
        action: the action asked for, when it is one of ours.
    """

    def __init__(self, status: int, error: str, action: str = "") -> None:
        super().__init__(error)
        self.status = status
        self.error = error
        self.action = action


def unpack(body: bytes, encoding: str) -> bytes:
    """The body as it was before it was compressed.

    Raises:
        RefusedError: 413, it is too large; 400, it is damaged; 415, an unknown encoding.
    """
    if encoding in ("", "identity"):
        unpacked = body
    elif encoding == "deflate":
        unpacked = _inflate(body)
    else:
        raise RefusedError(415, "send the body as it is or with Content-Encoding deflate")
    if len(unpacked) > BODY_LIMIT:
        raise RefusedError(413, f"the body is larger than {BODY_LIMIT} bytes")
    return unpacked


def _inflate(body: bytes) -> bytes:
    """At most one byte more than the limit; deflate comes with a header (RFC 9110) or without."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        packed = zlib.decompressobj(bits)
        try:
            unpacked = packed.decompress(body, BODY_LIMIT + 1)
        except zlib.error:
            continue
        if packed.eof or len(unpacked) > BODY_LIMIT:
            return unpacked
    raise RefusedError(400, "the body is not deflated data")


def read(body: bytes) -> Any:
    """The JSON of a body.

    Raises:
        RefusedError: 400, it is not JSON.
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise RefusedError(400, "the body is not JSON") from None


def check(call: Any, actions: Collection[str]) -> None:
    """See that a call has what rasa-sdk and our actions read of it; put in what may be left out.

    Raises:
        RefusedError: 400, a part is missing or has the wrong form; 404, not one of our actions.
    """
    if not isinstance(call, Mapping):
        raise RefusedError(400, "the body must be a JSON object")
    action = call.get("next_action")
    if not isinstance(action, str) or not action:
        raise RefusedError(400, "'next_action' must name an action")
    if action not in actions:
        raise RefusedError(404, "there is no such action; GET /actions lists those there are")
    wrong = _wrong_part(call)
    if wrong:
        raise RefusedError(400, wrong, action)
    if call["tracker"].get("latest_message") is None:
        call["tracker"]["latest_message"] = {}  # rasa-sdk cannot do without


def _wrong_part(call: Mapping[str, Any]) -> str:
    tracker = call.get("tracker")
    if not isinstance(tracker, Mapping):
        return "'tracker' must be an object"
    message = tracker.get("latest_message") or {}
    text = (message.get("text") or "") if isinstance(message, Mapping) else None
    events = tracker.get("events") or []
    parts = {
        "'tracker.sender_id' must be text": isinstance(tracker.get("sender_id"), str),
        "'tracker.slots' must be an object": isinstance(tracker.get("slots", {}), Mapping),
        "'tracker.latest_message' must be an object with a text": isinstance(text, str),
        "'tracker.events' must be a list of objects": isinstance(events, list)
        and all(isinstance(each, Mapping) for each in events),
        "'domain' must be an object": isinstance(call.get("domain") or {}, Mapping),
    }
    return next((wrong for wrong, is_right in parts.items() if not is_right), "")
