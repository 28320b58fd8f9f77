"""Plain text in, plain text out: for scripts and screen readers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from bot.engine import Bot
    from bot.reply import Choice, Turn


def run(bot: Bot, lines: Iterable[bytes], out: TextIO) -> int:
    """Answer every line of text until there is none."""
    state = None
    out.write(bot.welcome().text + "\n\n")
    for line in lines:
        message = line.decode("utf-8", errors="replace").strip()
        if not message:
            continue
        turn = bot.reply(message, state)
        state = turn.state
        out.write(render(turn) + "\n\n")
        out.flush()
    return 0


def render(turn: Turn) -> str:
    """A turn as plain text with its choices numbered."""
    return "\n\n".join(part for part in (turn.text, choices(turn.replies[-1].choices)) if part)


def choices(offered: tuple[Choice, ...]) -> str:
    """Choices, one a line, with the numbers that choose them."""
    return "\n".join(f"{number}. {each.label}" for number, each in enumerate(offered, 1))
