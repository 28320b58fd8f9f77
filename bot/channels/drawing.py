"""Draws turns on paper: in color and boxes, or as plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text
from rich.tree import Tree

from bot.channels.paper import Paper
from bot.channels.pipe import choices
from bot.content.library import Content
from bot.reply import Block, Page, Reply, Turn

_STYLES = {
    "lead": "bold",
    "heading": "bold",
    "page": "dim",
    "note": "italic",
    "guardrail": "bold italic",
}
"""How text is set apart: no color of text is legible on light and dark screens alike."""
_NUMBERS = r"(?m)^\d+\."
"""Of the choices."""
_INDENTS = {"quote": 2}
_BORDERS = {"emergency": "red", "crisis": "magenta", "check_in": "bright_blue"}
"""Kinds of replies that stand in a panel, and the color of its border."""
_PANEL_FRAME = 4
"""Columns that a panel takes of the width."""


class Pen:
    """Draws turns. Words around the answers are the content's.

    Args:
        fold: sources in one line, to be opened with `sources`.
    """

    def __init__(self, content: Content, paper: Paper, *, fold: bool = False) -> None:
        self._content = content
        self._paper = paper
        self._fold = fold

    def turn(self, turn: Turn) -> None:
        """One turn with its numbered choices."""
        for reply in turn.replies:
            self._reply(reply)
        self.choices(turn)

    def choices(self, turn: Turn) -> None:
        """What a turn offers, numbered."""
        if offered := turn.replies[-1].choices:
            self._paper.write(choices(offered), marks=_NUMBERS)

    def sources(self, turn: Turn) -> bool:
        """The sources of a turn, unfolded; False when it has none."""
        found = [each for each in turn.replies if each.citations or each.pages]
        for reply in found:
            self._sources(reply)
        return bool(found)

    def _reply(self, reply: Reply) -> None:
        color = _BORDERS.get(reply.kind)
        if color and not self._paper.plain:
            self._paper.draw(self._panel(reply, color))
        else:
            for kind, run in groupby(reply.blocks, key=lambda block: block.kind):
                self._run(kind, list(run))
        if self._fold and _all_quoted(reply):
            self._folded(reply)
        else:
            self._sources(reply)
        for note in reply.notes:
            self._paper.write(note, "italic")

    def _run(self, kind: str, blocks: Sequence[Block]) -> None:
        if kind == "tree" and not self._paper.plain:
            self._paper.draw(_tree(blocks))
            return
        for text in _paragraphs(kind, blocks):
            self._paper.write(text, _STYLES.get(kind, ""), indent=_INDENTS.get(kind, 0))

    def _panel(self, reply: Reply, color: str) -> Panel:
        width = self._paper.width - _PANEL_FRAME
        parts: list[RenderableType] = []
        for kind, run in groupby(reply.blocks, key=lambda block: block.kind):
            for text in _paragraphs(kind, list(run)):
                parts += [self._paper.text(text, _STYLES.get(kind, ""), width), Text()]
        return Panel(Group(*parts[:-1]), border_style=color)

    def _folded(self, reply: Reply) -> None:
        numbers = [each.number for each in reply.citations]
        sources = [*([_range(numbers)] if numbers else []), *map(_title, reply.pages)]
        line = self._content.phrase("sources_folded", listed=", ".join(sources))
        if len(line) > self._paper.width:
            line = self._content.phrase("sources_counted", number=len(numbers) + len(reply.pages))
        self._paper.write(line, "dim")

    def _sources(self, reply: Reply) -> None:
        lines = [f"[{each.number}] {each.text}" for each in reply.citations]
        lines += [each.line for each in reply.pages]
        if lines:
            self._paper.write("\n".join([reply.sources_heading, *lines]), "dim")


def _all_quoted(reply: Reply) -> bool:
    """Whether all sources stand behind a quote: an answer that is a list of sources is no such."""
    quoted = {number for block in reply.blocks for number in block.citations}
    shown = any(block.statement for block in reply.blocks)
    return shown and all(each.number in quoted for each in reply.citations)


def _range(numbers: Sequence[int]) -> str:
    """Numbers of citations in short.

    >>> _range([1, 2, 3]), _range([1, 3]), _range([2])
    ('[1]–[3]', '[1] [3]', '[2]')
    """
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"[{numbers[0]}]–[{numbers[-1]}]"
    return " ".join(f"[{number}]" for number in numbers)


def _title(page: Page) -> str:
    return f"“{page.title}” ({page.last_updated[:4]})"


def _paragraphs(kind: str, blocks: Sequence[Block]) -> Iterator[str]:
    """The text of blocks of one kind; items of a list stand together."""
    texts = [block.plain() for block in blocks]
    yield from ["\n".join(texts)] if kind in ("item", "tree", "site") else texts


def _tree(branches: Sequence[Block]) -> Tree:
    root = Tree(Text(branches[0].text, style="bold"))
    path = [root]
    for block in branches[1:]:
        del path[block.level :]
        path.append(path[-1].add(Text(block.text)))
    return root
