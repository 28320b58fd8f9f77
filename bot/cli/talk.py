"""Commands that talk: chat, ask, respond."""

from __future__ import annotations

import atexit
import gc
import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli.start import load, require

if TYPE_CHECKING:
    from bot.content.library import Content
    from bot.engine import Bot
    from bot.reply import Turn

_RARELY = 1_000_000
"""Objects after which garbage is looked for where one answer is all: that takes longer than it."""


def chat(options: Namespace) -> int:
    """Talk until the person leaves; plain text in and out when this is not a terminal."""
    require(options)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from bot.channels import pipe

        return pipe.run(load(options), sys.stdin.buffer, sys.stdout)
    # Nothing heavy before the greeting: the bot is loaded while the person reads it.
    from bot.channels import greeting, terminal
    from bot.channels.paper import Paper
    from bot.content.places import default_content

    words = greeting.phrases(Path(options.content or default_content()))
    paper = Paper(plain=options.plain)
    terminal.greet(words, paper)
    return terminal.run(lambda tell: load(options, progress=tell), words, paper)


def ask(options: Namespace) -> int:
    """Answer one question, or the next one of a conversation that is kept in a file.

    Raises:
        InputError: the file holds no conversation, or cannot be written.
    """
    from bot.channels import kept

    gc.set_threshold(_RARELY)
    atexit.register(gc.freeze)  # what is left goes with the process, and needs no looking through
    state = kept.read(options.file) if options.file else None
    guide = load(options, late=True)
    turn = guide.reply(options.question, state)
    _print(turn, guide, options)
    if options.file:
        kept.write(options.file, turn.state)
    return 0


def _print(turn: Turn, guide: Bot, options: Namespace) -> None:
    """JSON, or text."""
    if options.json:
        from bot.channels.jsonl import as_json

        found: dict[str, Any] = {**as_json(turn), "state": turn.state.to_dict()}
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        say(turn, guide.content, plain=options.plain)


def say(turn: Turn, content: Content, *, plain: bool) -> None:
    """A turn: styled for a person in a terminal, plain text for programs.

    Args:
        plain: no style in a terminal either.
    """
    if sys.stdout.isatty():
        from bot.channels.drawing import Pen
        from bot.channels.paper import Paper

        Pen(content, Paper(plain=plain)).turn(turn)
    else:
        from bot.channels.pipe import render

        print(render(turn))


def respond(options: Namespace) -> int:
    """Answer JSON lines."""
    require(options)
    from bot.channels import jsonl

    return jsonl.run(load(options), sys.stdin.buffer, sys.stdout)
