"""The shape of the guides and of the family tree."""

from __future__ import annotations

from bot.content.schema import Shape


class OptionShape(Shape):
    """One answer to a guide's question."""

    label: str
    goto: str = ""
    cell: str = ""
    """Where the guide ends: intent/subject."""
    guardrail: str = ""


class GuideNodeShape(Shape):
    """One question of a guide."""

    ask: str
    options: tuple[OptionShape, ...]


class GuideShape(Shape):
    """data/guides/*.yaml"""

    id: str
    title: str
    about: str
    start: str
    own_case: str = ""
    """Cell (intent/subject) shown besides the guardrail to somebody who tells their own case."""
    nodes: dict[str, GuideNodeShape]


class TreeShape(Shape):
    """data/tree.yaml: the family tree of the types."""

    subject: str
    statements: tuple[str, ...]
    children: tuple[TreeShape, ...] = ()
