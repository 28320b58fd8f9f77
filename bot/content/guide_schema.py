"""The shape of the guides and of the figure of the body."""

from __future__ import annotations

from pydantic import Field

from bot.content.schema import CellShape, Lines, Shape


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


class SiteShape(CellShape):
    """A site on the figure, and what the pages say of it."""

    name: str
    words: Lines = ()
    """What people call it in a question."""


class BodyShape(Shape):
    """responses/body.yaml: the sites on the figure of the body."""

    title: str = ""
    """Words on the button that leads to the figure."""
    lead: str = ""
    statements: tuple[str, ...] = ()
    intent: str = ""
    """What a site is an answer to: questions that come after it are read so."""
    sites: dict[str, SiteShape] = Field(default_factory=dict)
    """By id."""
