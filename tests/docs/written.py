"""What stands in the documents and is written by the code: help, answers, tables."""

from __future__ import annotations

import argparse
import json
import os
import re
from unittest import mock

from bot import Bot
from bot.channels import rest
from bot.channels.pipe import render
from bot.channels.web import incoming
from bot.channels.web.settings import PREFIX, Settings
from bot.cli import main as cli
from bot.cli.service import shown


def parsers() -> dict[str, argparse.ArgumentParser]:
    """The parser of each command; '' is the whole one."""
    top = cli.parser()
    choices = next(a for a in top._actions if isinstance(a, argparse._SubParsersAction)).choices
    return {"": top, **choices}


def help_of(command: str) -> str:
    with mock.patch.dict(os.environ, COLUMNS="80", NO_COLOR="1"):
        return parsers()[command].format_help()


def transcript(question: str, bot: Bot) -> str:
    return f'$ .venv/bin/net-guide ask "{question}"\n{render(bot.reply(question))}\n'


def without_age(answer: str) -> str:
    """How old a page is changes by itself."""
    return re.sub(r"\d+ years ago", "some years ago", answer)


def settings_table(_: str = "") -> str:
    """All settings of the service, as the class has them."""
    lines = ["| setting | flag | environment | default | meaning |", "|---|---|---|---|---|"]
    for name, field in Settings.model_fields.items():
        flag = "--" + name.replace("_", "-")
        flags = f"`{flag}`, `--no-{flag[2:]}`" if field.annotation is bool else f"`{flag}`"
        found = (getattr(each, "ge", getattr(each, "le", None)) for each in field.metadata)
        bounds = [str(each) for each in found if each is not None]
        allowed = f" ({' to '.join(bounds)})" if len(bounds) == 2 else ""
        about = f"{field.description}{allowed}"
        cells = (f"`{name}`", flags, f"`{PREFIX}{name.upper()}`", shown(field.default), about)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def answer(body: str, bot: Bot) -> str:
    """What the service answers to a body."""
    asked = incoming.parse(body.encode())
    turn = bot.reply(asked.message, asked.state, region=asked.region)
    messages = rest.messages(turn, asked.sender)
    if asked.keeps_state:
        messages[-1]["custom"]["state"] = turn.state.to_dict()
    return json.dumps(messages, indent=2, ensure_ascii=False) + "\n"
