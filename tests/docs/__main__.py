"""Writes help, settings and answers into the documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from bot import Bot
from tests.docs.pages import ASKED, CLI, HELP, README, SENT, SERVICE, SETTINGS, text
from tests.docs.written import answer, help_of, settings_table, transcript


def write() -> None:
    """Write help, settings and answers into the documents."""
    bot = Bot.load()
    blocks: list[tuple[Path, re.Pattern[str], Callable[[str], str]]] = [
        (CLI, HELP, help_of),
        (README, ASKED, lambda question: transcript(question, bot)),
        (SERVICE, SETTINGS, settings_table),
        (SERVICE, SENT, lambda body: answer(body, bot)),
    ]
    for path, pattern, make in blocks:
        new = pattern.sub(lambda m, make=make: m[1] + make(m[2]) + m[4], text(path))
        path.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    write()
