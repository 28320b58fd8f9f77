"""Citations numbered for a turn, the pages they are from, and how old these are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.content.library import Content, Statement
from bot.content.schema import DocumentShape
from bot.reply import Citation, Link, Page

_OLD_FROM_YEARS = 2


class Numbering:
    """Gives references the numbers 1, 2, 3 … in the order in which a turn cites them."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._numbers: dict[str, int] = {}

    def of(self, statement: Statement) -> tuple[int, ...]:
        """Numbers of a statement's references."""
        return tuple(self.number(f"{statement.document}#{ref}") for ref in statement.refs)

    def number(self, reference: str) -> int:
        """Number of one reference; the same source twice has one number."""
        shape = self._content.reference(reference)
        key = shape.text if shape else reference
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def citations(self, references: Iterable[str]) -> tuple[Citation, ...]:
        """Citations of references (document#number), by number, without doubles."""
        found: dict[int, Citation] = {}
        for name in references:
            shape = self._content.reference(name)
            if shape:
                number = self.number(name)
                found.setdefault(number, Citation(number, shape.text, shape.url, name))
        return tuple(found[number] for number in sorted(found))


def page(document: DocumentShape, content: Content) -> Page:
    """A page with the line that names it."""
    line = content.phrase(
        "page_line",
        title=document.title,
        publisher=document.publisher,
        date=in_words(document.last_updated),
    )
    updated = document.last_updated.isoformat()
    home = _link(content.addresses.publisher, content)
    return Page(
        document.id, document.title, document.publisher, updated, line, home.url, home.checked
    )


def links(subject: str, statements: Iterable[str], content: Content) -> tuple[Link, ...]:
    """Where the subject, and what the statements name, can be found; each address once."""
    named = [name for each in statements for name in content.linked.get(each, ())]
    own = [subject] if subject in content.addresses.links else []
    found: dict[str, Link] = {}
    for name in [*own, *named]:
        link = _link(name, content)
        found.setdefault(link.url, link)
    return tuple(found.values())


def _link(subject: str, content: Content) -> Link:
    shape = content.addresses.links[subject]
    reference = content.reference(shape.reference) if shape.reference else None
    url = reference.url if reference else shape.url
    checked = shape.checked.isoformat() if shape.checked else ""
    return Link(content.subjects[subject].name, url, shape.reference, checked)


def age_note(documents: Iterable[DocumentShape], content: Content, today: date) -> tuple[str, ...]:
    """A note when the oldest of the pages was last updated two years ago or more."""
    oldest = min((each.last_updated for each in documents), default=today)
    years = whole_years(oldest, today)
    if years < _OLD_FROM_YEARS:
        return ()
    return (content.phrase("age_note", years=years),)


def whole_years(start: date, today: date) -> int:
    """Full years between two dates.

    >>> whole_years(date(2018, 5, 18), date(2026, 5, 17))
    7
    """
    return today.year - start.year - ((today.month, today.day) < (start.month, start.day))


def in_words(day: date) -> str:
    """A date as Americans write it.

    >>> in_words(date(2019, 4, 25))
    'April 25, 2019'
    """
    return f"{day:%B} {day.day}, {day.year}"
