"""JSON lines: one message a line in, one turn a line out.

In: `{"sender": "...", "message": "..."}`. Out: `{"replies": [{"text", "custom"}],
"intent", "kind"}`. Each sender has a conversation of its own; the least
recently heard ones are forgotten beyond a bound.
"""

from __future__ import annotations

import json
import sys
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any, TextIO

from bot.dialogue.state import State
from bot.engine import Bot
from bot.errors import InputError
from bot.reply import Turn

MOST_SENDERS = 10_000


def run(bot: Bot, lines: Iterable[bytes], out: TextIO) -> int:
    """Answer every line; one that cannot be read gets an `error` and changes nothing."""
    states: OrderedDict[str, State] = OrderedDict()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            sender, message = parse(line)
        except InputError as error:
            print(f"line {number}: {error}", file=sys.stderr)
            answer = _error(bot, str(error))
        else:
            turn = bot.reply(message, states.get(sender))
            states[sender] = turn.state
            states.move_to_end(sender)
            if len(states) > MOST_SENDERS:
                states.popitem(last=False)
            answer = as_json(turn)
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        out.flush()
    return 0


def parse(line: bytes) -> tuple[str, str]:
    """Sender and message of a line.

    Raises:
        InputError: the line is not a JSON object with a `message` text.
    """
    try:
        data = json.loads(line.decode("utf-8", errors="replace"))
    except (ValueError, RecursionError):
        raise InputError('not JSON; write {"sender": "...", "message": "..."}') from None
    if not isinstance(data, dict) or not isinstance(data.get("message"), str):
        raise InputError('not an object with a "message" text')
    return str(data.get("sender", "")), data["message"]


def as_json(turn: Turn) -> dict[str, Any]:
    """A turn as JSON data."""
    return {
        "replies": [{"text": each.text, "custom": each.custom()} for each in turn.replies],
        "intent": turn.intent,
        "kind": turn.kind,
    }


def _error(bot: Bot, error: str) -> dict[str, Any]:
    text = bot.content.phrase("error_calm")
    return {
        "replies": [{"text": text, "custom": {}}],
        "intent": None,
        "kind": "clarify",
        "error": error,
    }
