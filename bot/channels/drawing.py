"""Draws turns in a terminal: wrapped, with clickable sources; or as plain lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import groupby
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text
from rich.tree import Tree

from bot.channels.pipe import choices, render
from bot.content.library import Content
from bot.reply import Block, Citation, Reply, Turn

_WIDEST = 88
"""Columns of text; longer lines are hard to read."""
_STYLES = {
    "lead": "bold",
    "heading": "bold",
    "page": "dim",
    "note": "italic",
    "guardrail": "bold yellow",
}
_BORDERS = {"emergency": "red", "crisis": "magenta", "check_in": "bright_blue"}
"""Kinds of replies that stand in a panel, and the color of its border."""


class Pen:
    """Writes to a terminal. Plain where color or boxes would be in the way."""

    def __init__(
        self, content: Content, *, plain: bool = False, file: TextIO | None = None
    ) -> None:
        self._content = content
        self.plain = plain or os.environ.get("TERM") in ("dumb", None)
        self.colors = not self.plain and "NO_COLOR" not in os.environ
        self.console = Console(file=file or sys.stdout, highlight=False, no_color=not self.colors)

    def turn(self, turn: Turn) -> None:
        """One turn with its numbered choices."""
        if self.plain:
            self.line(render(turn))
            return
        for reply in turn.replies:
            self._print(self._reply(reply))
        offered = turn.replies[-1].choices
        if offered:
            self._print(Text(choices(offered), style="cyan"))

    def line(self, text: str) -> None:
        """One paragraph."""
        self._print(Text(text))

    def help(self, lines: Sequence[str]) -> None:
        """The commands, one a line."""
        self._print(Text("\n".join(lines)))

    def _print(self, what: RenderableType) -> None:
        width = min(self.console.width, _WIDEST)
        self.console.print(Padding(what, (0, 0, 1, 0)), width=width, soft_wrap=False)

    def _reply(self, reply: Reply) -> RenderableType:
        parts = [*self._blocks(reply.blocks), *self._sources(reply)]
        spaced = [part for each in parts for part in (each, Text(""))][:-1]
        drawn = Group(*spaced)
        color = _BORDERS.get(reply.kind)
        return Panel(drawn, border_style=color) if color else drawn

    def _blocks(self, blocks: Sequence[Block]) -> list[RenderableType]:
        drawn: list[RenderableType] = []
        for kind, run in groupby(blocks, key=lambda block: block.kind):
            together = list(run)
            if kind == "tree":
                drawn.append(_tree(together))
            elif kind == "item":
                drawn.append(Text("\n".join(block.plain() for block in together)))
            else:
                drawn.extend(_paragraph(block) for block in together)
        return drawn

    def _sources(self, reply: Reply) -> list[RenderableType]:
        lines = [_linked(each) for each in reply.citations]
        lines += [Text(each.line, style="dim") for each in reply.pages]
        notes = [Text(note, style="italic") for note in reply.notes]
        if not lines:
            return list(notes)
        return [Group(Text(reply.sources_heading, style="bold dim"), *lines), *notes]


def _paragraph(block: Block) -> RenderableType:
    if block.kind == "quote":
        return Padding(Text(block.plain()), (0, 0, 0, 2))
    return Text(block.plain(), style=_STYLES.get(block.kind, ""))


def _linked(citation: Citation) -> Text:
    """A reference whose URL can be clicked where the terminal can (OSC 8), and read where not."""
    text = Text(f"[{citation.number}] {citation.text}", style="dim")
    start = text.plain.find(citation.url)
    if start >= 0:
        text.stylize(f"link {citation.url} underline", start, start + len(citation.url))
    return text


def _tree(branches: Sequence[Block]) -> Tree:
    root = Tree(Text(branches[0].text, style="bold"))
    path = [root]
    for block in branches[1:]:
        del path[block.level :]
        path.append(path[-1].add(Text(block.text)))
    return root
