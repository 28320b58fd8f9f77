"""A document beside the answers that use each of its statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.content.coverage import statements_of
from bot.content.library import Cell, Content
from bot.content.schema import DocumentShape, StatementShape
from bot.dialogue import tree
from bot.studio.table import called, compared, heading, title


@dataclass(frozen=True)
class Use:
    """An answer that shows a statement."""

    address: str
    title: str
    kind: str


@dataclass(frozen=True)
class Line:
    """A statement and what shows it."""

    statement: StatementShape
    uses: tuple[Use, ...]

    @property
    def unused(self) -> bool:
        """Whether it could be shown and nothing shows it."""
        return not self.uses and not self.statement.furniture


@dataclass(frozen=True)
class Section:
    """A titled run of lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Reading:
    """A document as it is read beside its answers."""

    document: DocumentShape
    sections: tuple[Section, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of its lines."""
        return tuple(line for section in self.sections for line in section.lines)


def read(document: DocumentShape, content: Content) -> Reading:
    """A document, each statement with the answers that show it."""
    found = uses(content)
    sections = tuple(
        Section(each.title, tuple(Line(e, found.get(e.id, ())) for e in each.statements))
        for each in document.sections
    )
    return Reading(document, sections)


def uses(content: Content) -> Mapping[str, tuple[Use, ...]]:
    """What shows each statement, by its id."""
    found: dict[str, dict[Use, None]] = {}
    for statement, use in _uses(content):
        found.setdefault(statement, {})[use] = None
    return {statement: tuple(each) for statement, each in found.items()}


def _uses(content: Content) -> Iterator[tuple[str, Use]]:
    for cell in {each.id: each for each in content.cells.values()}.values():
        use = Use(cell.id, _called(cell, content), cell.kind)
        yield from ((name, use) for name in statements_of(cell))
    for each in content.comparisons:
        use = Use(each.id, compared(each, content), "comparison")
        yield from ((name, use) for side in each.sides for name in side.statements)
    family = Use("drawing/tree", title(tree.INTENT, content), "drawing")
    yield from ((name, family) for name in tree.statements(content))
    figure = Use("drawing/body", content.body.title, "drawing")
    yield from ((name, figure) for name in content.body.statements)


def _called(cell: Cell, content: Content) -> str:
    if cell.folder in content.subjects:
        return called(cell.folder, cell.intent, content)
    return f"{heading(cell.folder)}: {title(cell.intent, content)}"
