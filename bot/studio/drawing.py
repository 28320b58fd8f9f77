"""Replies as people see them: drawn by the terminal's own pen, and data for the widget's own."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.ansi import AnsiDecoder
from rich.console import Console
from rich.style import Style

from bot.channels import rest
from bot.channels.drawing import Pen
from bot.channels.paper import Paper
from bot.content.library import Content
from bot.dialogue.state import State
from bot.reply import Reply, Turn

COLUMNS = 72
"""Width of the terminal that is drawn."""
_SIGNS = ("bold", "dim", "italic", "underline")


@dataclass(frozen=True)
class Run:
    """Characters of a terminal that look alike."""

    text: str
    look: str
    """Names for the style sheet: signs, and the number of the color."""
    url: str = ""


def terminal(replies: Sequence[Reply], content: Content) -> tuple[Run, ...]:
    """What a terminal shows of replies, in runs."""
    file = io.StringIO()
    paper = Paper.of_width(COLUMNS, file)
    Pen(content, paper).turn(Turn(tuple(replies), State()))
    return tuple(_runs(file.getvalue().rstrip("\n"), paper.console))


def _runs(text: str, console: Console) -> Iterator[Run]:
    decoder = AnsiDecoder()
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Run("\n", "")
        for segment in decoder.decode_line(line).render(console):
            if segment.text.strip("\n"):
                style = segment.style or Style.null()
                yield Run(segment.text.strip("\n"), _look(style), style.link or "")


def _look(style: Style) -> str:
    signs = [f"t-{sign}" for sign in _SIGNS if getattr(style, sign)]
    number = style.color.number if style.color else None
    return " ".join(signs if number is None else [*signs, f"t-color-{number}"])


def widget(replies: Sequence[Reply]) -> str:
    """What the widget gets of replies: the messages of Rasa's REST channel, as JSON."""
    return json.dumps(rest.messages(Turn(tuple(replies), State()), ""), ensure_ascii=False)
