"""The tree of the types, as an answer like any other: something that has sources and leads on."""

from __future__ import annotations

from bot.content.library import Cell, Content

INTENT = "show_types"


def statements(content: Content) -> tuple[str, ...]:
    """The statements that put the branches where they are, each once."""
    found = (name for branch in content.tree.all() for name in branch.statements)
    return tuple(dict.fromkeys(found))


def as_cell(content: Content) -> Cell:
    """The tree without its drawing."""
    return Cell(
        lead=content.phrase("tree_lead"),
        statements=statements(content),
        next=tuple(f"overview/{branch.subject}" for branch in content.tree.children),
        folder=content.tree.subject,
        intent=INTENT,
        path="",
    )
