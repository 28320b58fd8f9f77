"""The shape of data/links.yaml: where what the documents name can be found."""

from __future__ import annotations

from datetime import date

from bot.content.schema import Shape


class LinkShape(Shape):
    """An address: of a document's own reference, or the body's home address."""

    reference: str = ""
    """document#number of the reference whose address it is."""
    url: str = ""
    """Home address, where no reference has one."""
    checked: date | None = None
    """Day on which it was found there; None: not yet checked."""
    named_in: tuple[str, ...] = ()
    """Statements that name it."""


class LinksShape(Shape):
    """data/links.yaml"""

    publisher: str
    """Who puts out the documents: one of the links."""
    links: dict[str, LinkShape]
    """By subject."""
