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
from bot.channels.web.settings import ALL, PREFIX
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
    for name, setting in ALL.items():
        flag = "--" + name.replace("_", "-")
        yes_or_no = isinstance(setting.default, bool)
        flags = f"`{flag}`, `--no-{flag[2:]}`" if yes_or_no else f"`{flag}`"
        bounds = setting.metadata["bounds"]
        allowed = "" if None in (bounds.ge, bounds.le) else f" ({bounds.ge} to {bounds.le})"
        about = f"{setting.metadata['description']}{allowed}"
        cells = (f"`{name}`", flags, f"`{PREFIX}{name.upper()}`", shown(setting.default), about)
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
