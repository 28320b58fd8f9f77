"""The shape of the guides, of the family tree and of the figure of the body."""

from __future__ import annotations

from pydantic import Field

from bot.content.schema import Lines, Shape


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


class BodyShape(Shape):
    """data/body.yaml: the sites on the figure of the body."""

    title: str = ""
    """Words on the button that leads to the figure."""
    lead: str = ""
    statements: tuple[str, ...] = ()
    intent: str = ""
    """What a site is an answer to: questions that come after it are read so."""
    sites: dict[str, str] = Field(default_factory=dict)
    """Names of the sites, by id."""
    words: dict[str, Lines] = Field(default_factory=dict)
    """What people call a site in a question, by its id."""
