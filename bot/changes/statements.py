"""Which statements differ between two contents."""

from __future__ import annotations

from dataclasses import dataclass

from bot.content.library import Content, Statement


@dataclass(frozen=True)
class StatementChange:
    """A statement before and now; one of them is None where it is new or gone."""

    id: str
    before: Statement | None
    now: Statement | None


def changed(old: Content, new: Content) -> tuple[StatementChange, ...]:
    """Statements whose text or references differ, in the order of the documents."""
    names = dict.fromkeys([*new.statements, *old.statements])
    pairs = [
        StatementChange(each, old.statements.get(each), new.statements.get(each)) for each in names
    ]
    return tuple(each for each in pairs if _said(each.before) != _said(each.now))


def _said(statement: Statement | None) -> tuple[str, tuple[int, ...]] | None:
    return (statement.text, statement.refs) if statement else None
