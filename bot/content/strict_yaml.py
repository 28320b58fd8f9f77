"""YAML in which text stays text, and every mistake has a line.

PyYAML alone reads `no` as False and `12:30` as 750 and silently keeps the last
of two equal keys. Authors mean what they type, so scalars stay strings here
and a repeated key is a mistake. Tags, anchors and aliases are refused: content
files have no use for them, and an alias can blow a small file up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.errors import Problem

Location = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class ParsedFile:
    """One YAML file: plain data (dict, list, str), and the line each part starts on."""

    path: str
    data: Any
    lines: Mapping[Location, int]
    origins: Mapping[Location, str] = field(default_factory=dict)
    """Files of the parts that were added from another one."""
    blocks: Mapping[Location, tuple[tuple[int, str, int], ...]] = field(default_factory=dict)
    """Lines added to a `|` block: after how many, from which file, below which of its lines."""

    def line(self, location: Location) -> int:
        """The line (from 1) of the deepest part of `location` that the file has."""
        for end in range(len(location), 0, -1):
            if location[:end] in self.lines:
                return self.lines[location[:end]]
        return 1

    def place(self, location: Location) -> tuple[str, int]:
        """The file that the deepest known part of `location` is from, and its line there."""
        for end in range(len(location), 0, -1):
            if location[:end] in self.lines:
                return self.origins.get(location[:end], self.path), self.lines[location[:end]]
        return self.path, 1

    def block_line(self, location: Location, index: int) -> tuple[str, int]:
        """The file and the line of one line of a `|` block, counted from 0."""
        added = [each for each in self.blocks.get(location, ()) if each[0] <= index]
        if added:
            start, path, line = added[-1]
            return path, line + index - start + 1
        path, line = self.place(location)
        return path, line + index + 1


class _Reader:
    """Turns a node tree into plain data, noting lines and mistakes on the way."""

    def __init__(self, path: str, text: Sequence[str]) -> None:
        self.path = path
        self.text = text
        self.lines: dict[Location, int] = {}
        self.problems: list[Problem] = []

    def read(self, node: yaml.Node | None, location: Location = ()) -> Any:
        if node is None:
            return None
        self.lines.setdefault(location, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*location, i)) for i, item in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode):
            self._cut_off(node)
        return node.value

    def _cut_off(self, node: yaml.ScalarNode) -> None:
        """Text without quotes ends at ' #': what follows is lost without a word."""
        mark = node.start_mark
        if not node.style and node.value and mark.line < len(self.text):
            rest = self.text[mark.line][mark.column :].removeprefix(node.value).strip()
            if rest.startswith("#"):
                message = f"'{rest}' is left out as a comment; put quotes around the whole text"
                self._problem(mark.line + 1, message)

    def _mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = key_node.value
            if not isinstance(key, str):
                self._problem(line, "a key must be a plain word; put quotes around it")
            elif key in data:
                self._problem(line, f"duplicate key '{key}'; keep one of the two")
            else:
                self.lines[(*location, key)] = line
                data[key] = self.read(value_node, (*location, key))
        return data

    def _problem(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, message))


def parse(text: str, path: str) -> tuple[ParsedFile, tuple[Problem, ...]]:
    """Parse one file; `path` is only used in messages. Never raises."""
    reader = _Reader(path, text.splitlines())
    try:
        if refused := _refused_feature(text):
            return ParsedFile(path, None, {}), (Problem(path, *refused),)
        data = reader.read(yaml.compose(text, Loader=_Loader))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return ParsedFile(path, None, {}), (_syntax_problem(path, error),)
    return ParsedFile(path, data, reader.lines), tuple(reader.problems)


def _refused_feature(text: str) -> tuple[int, str] | None:
    for event in yaml.parse(text, Loader=_Loader):
        anchor = getattr(event, "anchor", None)
        tag = getattr(event, "tag", None)
        if anchor or tag:
            what = f"'{anchor or tag}' uses a YAML alias, anchor or tag"
            line = event.start_mark.line + 1 if event.start_mark else 1
            return line, f"{what}; write the text out in full instead"
    return None


def _syntax_problem(path: str, error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error).splitlines()[0]
    hint = (
        "check the indentation, and put quotes around text with ': ' or a leading '?', '@' or '%'"
    )
    return Problem(path, mark.line + 1 if mark else 1, f"not readable as YAML ({what}); {hint}")
