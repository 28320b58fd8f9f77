"""The shape of data/emergency_numbers.yaml: whom to call, and where that works."""

from __future__ import annotations

from datetime import date

from bot.content.schema import Lines, Shape


class HelpLineShape(Shape):
    """A number to call or text, or a site to go to."""

    number: str
    name: str = ""
    how: str = "call"
    source: str
    """Address of the page that says so."""
    checked: date | None = None
    """Day on which the number was read there; None: not yet checked."""


class RegionShape(Shape):
    """A place with numbers of its own; no number is shown without the place."""

    name: str
    """As it reads after "in"."""
    short: str
    """As it stands in brackets, in texts that are not English."""
    places: Lines
    """How people say that they are there, in lower case."""
    emergency: HelpLineShape
    poison: HelpLineShape | None = None
    crisis: tuple[HelpLineShape, ...]


class DefaultsShape(Shape):
    """Regions shown to somebody whose region is not known."""

    emergency: tuple[str, ...]
    crisis: tuple[str, ...]


class ElsewhereShape(Shape):
    """How to find a line in a region that is not listed."""

    number: str
    region: str
    source: str


class NumbersShape(Shape):
    """data/emergency_numbers.yaml"""

    default: DefaultsShape
    elsewhere: ElsewhereShape
    regions: dict[str, RegionShape]
