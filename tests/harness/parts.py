"""Edits of content in memory: of a file, or of one answer in it as if it stood alone."""

from __future__ import annotations

import textwrap

from bot.content import strict_yaml

Folder = dict[str, bytes]
"""Content files by path."""


def edit(folder: Folder, path: str, old: str, new: str) -> None:
    """Replace `old` where it stands first in a file, or after a `#` in a part of it."""
    file, _, part = path.partition("#")
    lines = folder[file].decode().splitlines(keepends=True)
    start, end = _span(lines, part)
    inside = textwrap.dedent("".join(lines[start:end]))
    assert old in inside, (path, old)
    margin = lines[start][: len(lines[start]) - len(lines[start].lstrip())] if part else ""
    made = textwrap.indent(inside.replace(old, new, 1), margin)
    folder[file] = "".join([*lines[:start], made, *lines[end:]]).encode()


def line_of(folder: Folder, path: str, text: str) -> int:
    """The line, from 1, on which `text` stands first in a file or in a part of it."""
    file, _, part = path.partition("#")
    lines = folder[file].decode().splitlines(keepends=True)
    start, end = _span(lines, part)
    return next(number for number in range(start + 1, end + 1) if text in lines[number - 1])


def _span(lines: list[str], part: str) -> tuple[int, int]:
    """The lines below a key of a file, such as 'answers/rarity'; all lines for no key."""
    if not part:
        return 0, len(lines)
    parsed, _ = strict_yaml.parse("".join(lines), "")
    start = parsed.lines[tuple(part.split("/"))]
    margin = len(lines[start]) - len(lines[start].lstrip())
    end = start
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith(" " * margin)):
        end += 1
    return start, end
