"""The screen of a terminal as paper: paragraphs that fit its width, with URLs left whole.

Light on purpose: the greeting is written on it before anything else is loaded.
"""

from __future__ import annotations

import os
import re
import sys
import textwrap
from typing import TextIO

from rich.console import Console, RenderableType
from rich.text import Text

WIDEST = 88
"""Columns of text; longer lines are hard to read."""
_ITEM = re.compile(r" *- |\d+\. |\[\d+\] |/\w+ +")
"""What an item begins with: a dash, a number to choose or to cite, or a command."""
_URL = re.compile(r"https?://\S+[^\s.,;:]")


class Paper:
    """Writes paragraphs, an empty line after each. Plain where color or boxes would be in the way.

    Args:
        plain: no color, box, link or other escape at all; also where TERM is dumb or not set.
        file: what to write to; standard output by default.
    """

    def __init__(self, *, plain: bool = False, file: TextIO | None = None) -> None:
        self.plain = plain or os.environ.get("TERM") in ("dumb", None)
        self.colors = not self.plain and "NO_COLOR" not in os.environ
        self.console = Console(
            file=file or sys.stdout,
            highlight=False,
            no_color=not self.colors,
            force_terminal=False if self.plain else None,
        )

    @classmethod
    def of_width(cls, columns: int, file: TextIO) -> Paper:
        """Paper of a terminal that is not there: with color, whatever the environment says.

        Args:
            columns: width of the terminal.
            file: gets text with ANSI escapes.
        """
        paper = cls(file=file)
        paper.plain, paper.colors = False, True
        paper.console = Console(
            file=file,
            highlight=False,
            force_terminal=True,
            color_system="standard",
            width=columns,
            legacy_windows=False,
            _environ={},
        )
        return paper

    @property
    def width(self) -> int:
        """Columns of a paragraph."""
        return min(self.console.width, WIDEST)

    def write(self, text: str, style: str = "", *, indent: int = 0, marks: str = "") -> None:
        """One paragraph.

        Args:
            style: of rich; it does not show on plain paper.
            indent: columns on the left.
            marks: a pattern of what is set apart in the text; it does not show on plain paper.
        """
        drawn = self.text(text, style, self.width, indent=indent)
        if marks and not self.plain:
            drawn.highlight_regex(marks, "bold cyan")
        # Soft: what is longer than a line, such as a URL, is left to the terminal to wrap.
        self.console.print(drawn, end="\n\n", soft_wrap=True)

    def draw(self, what: RenderableType) -> None:
        """A drawing of rich."""
        self.console.print(what, width=self.width)
        self.console.print()

    def text(self, text: str, style: str, width: int, *, indent: int = 0) -> Text:
        """Text in lines of a width; URLs can be clicked where the terminal can (OSC 8)."""
        found = Text(_wrapped(text, width, " " * indent), style="" if self.plain else style)
        for match in () if self.plain else _URL.finditer(found.plain):
            found.stylize(f"link {match[0]} underline", *match.span())
        return found


def _wrapped(text: str, width: int, indent: str) -> str:
    """Lines of a text; no word is broken, however long. What an item goes on with is indented.

    >>> _wrapped("see https://a.example/long/", 10, "")
    'see\\nhttps://a.example/long/'
    >>> _wrapped("- one two three", 9, "")
    '- one two\\n  three'
    >>> _wrapped("2. one two three", 10, "")
    '2. one two\\n   three'
    """
    return "\n".join(_line(line, width, indent) for line in text.split("\n"))


def _line(line: str, width: int, indent: str) -> str:
    mark = _ITEM.match(line)
    return textwrap.fill(
        line,
        width,
        initial_indent=indent,
        subsequent_indent=indent + " " * len(mark[0] if mark else ""),
        break_long_words=False,
        break_on_hyphens=False,
    )
