"""Adds a part of one file to another, so that each line is still known by its own file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.content.strict_yaml import Location, ParsedFile


def joined(file: ParsedFile, addition: ParsedFile, at: Location) -> ParsedFile:
    """A file with what stands at a place of another added to it.

    Lines of a `|` block and items of a list come after those that are there; an item with
    the `id` or `name` of one that is there takes its place, and so does any other text.
    """
    joint = _Joint(file, addition)
    data = addition.data
    for part in at:
        data = data[part]
    found = joint.add(file.data, data, (), at)
    return replace(file, data=found, lines=joint.lines, origins=joint.origins, blocks=joint.blocks)


class _Joint:
    def __init__(self, file: ParsedFile, addition: ParsedFile) -> None:
        self.lines = dict(file.lines)
        self.origins = dict(file.origins)
        self.blocks = dict(file.blocks)
        self._addition = addition

    def add(self, base: Any, more: Any, to: Location, at: Location) -> Any:
        """What a part becomes: `more`, from `at` in the addition, joined to `base` at `to`."""
        if isinstance(base, dict) and isinstance(more, dict):
            return self._mapping(base, more, to, at)
        if isinstance(base, list) and isinstance(more, list):
            return self._list(base, more, to, at)
        if _is_block(base) and _is_block(more):
            lines = base.rstrip("\n").splitlines()
            place = (len(lines), self._addition.path, self._addition.line(at))
            self.blocks[to] = (*self.blocks.get(to, ()), place)
            return "\n".join(lines) + "\n" + more
        self._move(at, to)
        return more

    def _mapping(
        self, base: dict[str, Any], more: dict[str, Any], to: Location, at: Location
    ) -> dict[str, Any]:
        found = dict(base)
        for key, value in more.items():
            found[key] = self.add(base.get(key), value, (*to, key), (*at, key))
        return found

    def _list(self, base: list[Any], more: list[Any], to: Location, at: Location) -> list[Any]:
        found = list(base)
        places = {_id(each): index for index, each in enumerate(base) if _id(each)}
        for index, each in enumerate(more):
            place = places.get(_id(each), len(found))
            found[place : place + 1] = [each]
            self._move((*at, index), (*to, place))
        return found

    def _move(self, at: Location, to: Location) -> None:
        """The lines of a part of the addition, as lines of the whole."""
        for location in [each for each in self.lines if each[: len(to)] == to]:
            del self.lines[location]
        for location, line in self._addition.lines.items():
            if location[: len(at)] == at:
                place = (*to, *location[len(at) :])
                self.lines[place] = line
                self.origins[place] = self._addition.path


def _is_block(value: Any) -> bool:
    """Whether it is a `|` block: nothing else ends in a line break."""
    return isinstance(value, str) and value.endswith("\n")


def _id(item: Any) -> str:
    return str(item.get("id") or item.get("name") or "") if isinstance(item, dict) else ""
