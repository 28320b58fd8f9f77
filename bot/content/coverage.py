"""Which questions have an answer of their own, and which statements nothing shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.library import Cell, Content, Statement

OWN, INHERITED, REFUSED, NONE = "own", "inherited", "refused", "none"


@dataclass(frozen=True)
class Entry:
    """How a question (intent of a subject) is answered."""

    intent: str
    subject: str
    how: str
    """own, inherited (an ancestor's cell), refused (an honest no), none."""
    cell: str = ""


def table(content: Content) -> tuple[Entry, ...]:
    """Every intent that takes subjects, with every subject of these kinds."""
    return tuple(
        _entry(intent.id, subject.id, content)
        for intent in content.intents.values()
        if intent.group == "aspects"
        for subject in content.subjects.values()
        if subject.kind in intent.takes
    )


def _entry(intent: str, subject: str, content: Content) -> Entry:
    own = content.cell(intent, subject)
    cell = own or content.nearest_cell(intent, subject)
    if cell is None:
        return Entry(intent, subject, NONE)
    if cell.kind == "refusal":
        return Entry(intent, subject, REFUSED, cell.id)
    return Entry(intent, subject, OWN if own else INHERITED, cell.id)


def answers(intent: str, content: Content) -> bool:
    """Whether any cell answers an intent."""
    return any(name == intent for _, name in content.cells)


def unreachable(content: Content) -> tuple[Statement, ...]:
    """Statements that nothing shows and that are not furniture of the page."""
    shown = set(_shown(content))
    return tuple(
        statement
        for statement in content.statements.values()
        if not statement.furniture and statement.id not in shown
    )


def furniture(content: Content) -> tuple[Statement, ...]:
    """Sentences of the pages that answer nothing, each with its reason."""
    return tuple(each for each in content.statements.values() if each.furniture)


def statements_of(cell: Cell) -> Iterator[str]:
    """Ids of all statements that a cell may show."""
    yield from (*cell.statements, *cell.nearest, *cell.points_to)
    for variant in (*cell.variants.values(), *cell.asked.values()):
        yield from variant.statements


def _shown(content: Content) -> Iterator[str]:
    for (folder, intent), cell in content.cells.items():
        if intent in content.intents or folder in ("fallback", "safety"):
            yield from statements_of(cell)
    for comparison in content.comparisons:
        for side in comparison.sides:
            yield from side.statements
