"""Commands that talk: chat, ask, respond."""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from bot.cli.start import load


def chat(options: Namespace) -> int:
    """Talk until the person leaves; plain text in and out when this is not a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from bot.channels import pipe

        return pipe.run(load(options), sys.stdin.buffer, sys.stdout)
    from bot.channels import terminal

    return terminal.run(load(options), plain=options.plain)


def ask(options: Namespace) -> int:
    """Answer one question."""
    guide = load(options)
    turn = guide.reply(options.question)
    if options.json:
        from bot.channels.jsonl import as_json

        print(
            json.dumps(
                {**as_json(turn), "state": turn.state.to_dict()}, ensure_ascii=False, indent=2
            )
        )
    else:
        from bot.channels.pipe import render

        print(render(turn))
    return 0


def respond(options: Namespace) -> int:
    """Answer JSON lines."""
    from bot.channels import jsonl

    return jsonl.run(load(options), sys.stdin.buffer, sys.stdout)
