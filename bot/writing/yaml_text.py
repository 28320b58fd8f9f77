"""Writes YAML as authors write it, and changes one text in a file without touching another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bot.content import strict_yaml
from bot.content.strict_yaml import Location

_PLAIN = re.compile(r"[A-Za-z0-9][^:#\n\t]*")
"""What needs no quotes wherever it stands."""
_INSIDE_LIST = re.compile(r"[\[\]{},]")


def scalar(text: str) -> str:
    """A text as it stands behind a key.

    >>> print(scalar("Most grow slowly."), scalar("Two kinds: it's this"))
    Most grow slowly. 'Two kinds: it''s this'
    """
    one = " ".join(text.split())
    if _PLAIN.fullmatch(one) and not _INSIDE_LIST.search(one):
        return one
    return "'" + one.replace("'", "''") + "'"


def block(lines: Iterable[str], indent: int = 2) -> str:
    """Lines below a `|`, each with its indent and its line break.

    >>> print(block(["one", "two"]), end="")
      one
      two
    """
    return "".join(f"{' ' * indent}{' '.join(line.split())}\n" for line in lines)


def with_text(source: str, line: int, old: str, new: str) -> str | None:
    """A file in which one text is another; None where that cannot be done without doubt.

    Args:
        source: what the file says.
        line: where the key of the text stands, counted from 1.
        old: the text that is there.
    """
    rows = source.splitlines(keepends=True)
    found = re.match(r"( *(?:- )?)([\w-]+): *\S", rows[line - 1]) if line <= len(rows) else None
    if found is None:
        return None
    indent = len(found[1])
    end = line
    while end < len(rows) and _goes_on(rows[end], indent):
        end += 1
    if any(row.lstrip().startswith("#") for row in rows[line:end]):
        return None  # a comment would be lost
    changed = [*rows[: line - 1], f"{found[1]}{found[2]}: {scalar(new)}\n", *rows[end:]]
    text = "".join(changed)
    return text if _differences(source, text) == [(old, " ".join(new.split()))] else None


def insert_item(source: str, line: int, item: Iterable[str]) -> str:
    """A file with another item of a list behind the one that begins on a line.

    Args:
        line: of the item before it, counted from 1.
        item: the lines of the new one, without indent.

    >>> print(insert_item("a:\\n  - id: x\\n    b: 1\\nc: 2\\n", 2, ["id: y"]), end="")
    a:
      - id: x
        b: 1
      - id: y
    c: 2
    """
    rows = source.splitlines(keepends=True)
    indent = len(rows[line - 1]) - len(rows[line - 1].lstrip(" "))
    end = line
    while end < len(rows) and _goes_on(rows[end], indent):
        end += 1
    if not rows[end - 1].endswith("\n"):
        rows[end - 1] += "\n"
    first, *others = item
    new = [f"{' ' * indent}- {first}\n", *(f"{' ' * indent}  {each}\n" for each in others)]
    return "".join([*rows[:end], *new, *rows[end:]])


def _goes_on(row: str, indent: int) -> bool:
    """Whether a line belongs to a text that began above it, behind a key with this indent."""
    return bool(row.strip()) and len(row) - len(row.lstrip(" ")) > indent


def _differences(before: str, now: str) -> list[tuple[Any, Any]]:
    """Each place at which two files differ, with what both say there; a fault is a difference."""
    one, faults = strict_yaml.parse(before, "before")
    other, more = strict_yaml.parse(now, "now")
    if faults or more:
        return [(faults, more)]
    first, second = dict(_leaves(one.data)), dict(_leaves(other.data))
    names = dict.fromkeys([*first, *second])
    return [(first.get(n), second.get(n)) for n in names if first.get(n) != second.get(n)]


def _leaves(data: Any, at: Location = ()) -> Iterator[tuple[Location, Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _leaves(value, (*at, index))
    else:
        yield at, data
