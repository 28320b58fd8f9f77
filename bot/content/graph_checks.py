"""Checks that nothing goes round in a circle, leads nowhere, or has two meanings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.content.files import Sources
from bot.content.library import Cell, Content

_WITHOUT_CELLS = ("dialogue", "after_alarm")
"""Groups whose intents the dialogue answers itself."""


def check(content: Content, sources: Sources) -> None:
    """Note circles of parents and guides, follow-ups without an answer, names of two subjects."""
    parents = {name: (each.parent,) for name, each in content.subjects.items()}
    for name in _in_circles(parents):
        message = f"'{name}' stands above itself by way of 'parent'; take one away"
        sources.report(content.subjects[name].path, message, ("parent",))
    for path in sources.below("data/guides"):
        guide = content.guides[sources.files[path].data["id"]]
        steps = {
            name: tuple(option.goto for option in node.options)
            for name, node in guide.nodes.items()
        }
        for name in _in_circles(steps):
            message = f"'{name}' leads back to itself; let one of its options end"
            sources.report(path, message, ("nodes", name))
    for cell in {each.id: each for each in content.cells.values()}.values():
        for index, name in enumerate(cell.next):
            if _is_dead(name, cell, content):
                message = f"'{name}' is answered by no cell; write intent/subject"
                sources.report(cell.path, message, ("next", index))
    _names(content, sources)


def _in_circles(links: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The names from which a way leads back to themselves."""
    for start in links:
        seen: set[str] = set()
        ahead = list(links[start])
        while ahead:
            name = ahead.pop()
            if name not in seen:
                seen.add(name)
                ahead += links.get(name, ())
        if start in seen:
            yield start


def _is_dead(name: str, cell: Cell, content: Content) -> bool:
    intent, _, subject = name.partition("/")
    known = content.intents.get(intent)
    if known is None or known.group in _WITHOUT_CELLS or content.group_cell(intent):
        return False
    if subject:
        return content.nearest_cell(intent, subject) is None
    near = content.nearest_cell(intent, cell.folder) if cell.folder in content.subjects else None
    return near is None and content.nearest_cell(intent, content.root) is None


def _names(content: Content, sources: Sources) -> None:
    seen: dict[str, str] = {}
    for subject in content.subjects.values():
        for name in subject.names:
            key = " ".join(name.lower().replace("-", " ").split())
            if seen.setdefault(key, subject.id) != subject.id:
                message = f"'{name}' is a name of '{seen[key]}' already; keep one of the two"
                sources.report_entry(subject.path, message, ("names",), name)
