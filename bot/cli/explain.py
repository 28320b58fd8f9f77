"""The command `explain`: why a question gets its answer."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from bot.cli.start import load
from bot.content.places import text_of
from bot.errors import InputError


def explain(options: Namespace) -> int:
    """Print the journey of one question, or of each message of a conversation.

    Raises:
        InputError: neither or both are given, or the file cannot be read.
    """
    if (options.question is None) == (options.conversation is None):
        raise InputError("give either a QUESTION or --conversation FILE")
    messages = [options.question] if options.question else _messages(options.conversation)
    guide, state = load(options), None
    from bot.channels.journey import lines

    for number, message in enumerate(messages, 1):
        turn = guide.reply(message, state)
        state = turn.state
        if options.conversation:
            print(f"{'' if number == 1 else chr(10)}turn {number}")
        print("\n".join(lines(turn)))
    return 0


def _messages(path: Path) -> list[str]:
    """The lines of a file that have words in them."""
    try:
        text = sys.stdin.read() if str(path) == "-" else text_of(path)
    except UnicodeDecodeError as error:
        raise InputError(
            "what came on standard input is not UTF-8 text; save it as UTF-8"
        ) from error
    return [line for line in text.splitlines() if line.strip()]
