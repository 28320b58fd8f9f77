"""Takes the text of a page apart: headings, sentences with their reference numbers, references.

Put together again, the parts are the page; only spaces differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_MARK = re.compile(r"\[(\d+)\]")
_ENTRY = re.compile(r"^\s*(\d+)\.\s+(\S.*)$")
_BULLET = re.compile(r"^\s*•\s*")
_URL = re.compile(r"https?://\S+")
_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b")
_ENDS = (".", "!", "?", ":", ";")
_LONGEST_HEADING = 80
"""Characters; a longer line without an end is a sentence."""
_LONGEST_LABEL = 40
"""Characters of a heading that ends in a colon."""
_LONGEST_DATED = 60
"""Characters of a line that says when the page was last updated, and little else."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a page, or a heading."""

    text: str
    refs: tuple[int, ...] = ()
    bullet: bool = False
    heading: bool = False
    goes_on: bool = False
    """Whether it comes after another sentence of the same paragraph."""


@dataclass(frozen=True)
class Entry:
    """One entry of the list of references."""

    number: int
    text: str
    title: str
    publisher: str
    url: str


@dataclass
class Section:
    """A run of sentences below a heading; the first one of a page has none."""

    title: str
    sentences: list[Sentence] = field(default_factory=list)


@dataclass(frozen=True)
class Page:
    """A page taken apart."""

    head: tuple[Sentence, ...]
    """The lines before the first sentence: whose page it is, and its title."""
    sections: tuple[Section, ...]
    references: tuple[Entry, ...]

    @property
    def dated(self) -> Sentence | None:
        """The last line that says a day and little else: what is below it is no text of its own."""
        lines = [each for section in self.sections for each in section.sentences]
        found = (each for each in reversed(lines) if len(each.text) <= _LONGEST_DATED)
        return next((each for each in found if _day(each.text)), None)

    @property
    def updated(self) -> date | None:
        """The day on which the page was last changed, where it says one."""
        return _day(self.dated.text) if self.dated else None


def read(text: str) -> Page:
    """Take a page apart."""
    lines = [line for line in text.splitlines() if line.strip()]
    entries = _entries(lines)
    body = lines[: len(lines) - len(entries)]
    first = next((i for i, line in enumerate(body) if _has_end(line)), len(body))
    head = tuple(_heading(line) for line in body[:first])
    sections = [Section("")]
    for line in body[first:]:
        if _is_heading(line):
            sections.append(Section(line.strip(), [_heading(line)]))
        else:
            sections[-1].sentences += _sentences(line)
    return Page(head, tuple(each for each in sections if each.sentences), tuple(entries))


def _is_heading(line: str) -> bool:
    """Whether a line is the title of what comes below it: short, and no sentence."""
    plain = line.strip()
    if _BULLET.match(line) or _DAY.search(plain):
        return False
    if plain.endswith(":"):
        return len(plain) <= _LONGEST_LABEL
    return not _has_end(line) and len(plain) <= _LONGEST_HEADING


def _has_end(line: str) -> bool:
    return _MARK.sub("", line).strip().endswith(_ENDS)


def _heading(line: str) -> Sentence:
    return Sentence(" ".join(line.split()), heading=True)


def _entries(lines: Sequence[str]) -> list[Entry]:
    """The entries at the end of a page, which count from one."""
    found: list[Entry] = []
    for line in reversed(lines):
        entry = _ENTRY.match(line)
        if entry is None or (found and int(entry[1]) != found[-1].number - 1):
            break
        found.append(_entry(int(entry[1]), entry[2].strip()))
    found.reverse()
    return found if found and found[0].number == 1 else []


def _entry(number: int, text: str) -> Entry:
    url = _URL.search(text)
    said = text[: url.start()] if url else text
    title, _, rest = said.partition(". ")
    publisher = rest.partition(". ")[0].strip(" .;")
    return Entry(number, text, title.strip(" ."), publisher, url[0].rstrip(".;,") if url else "")


def _sentences(line: str) -> Iterator[Sentence]:
    """The sentences of a paragraph, each with the marks that stand right behind it."""
    bullet = bool(_BULLET.match(line))
    marked = _BULLET.sub("", line).strip()
    plain, marks = _without_marks(marked)
    for index, (start, end) in enumerate(_spans(plain)):
        text, refs = plain[start:end], list[int]()
        # From behind: what is put back does not move what stands before it.
        for place, number in reversed([each for each in marks if start < each[0] <= end]):
            if place == end:
                refs.insert(0, number)
            else:
                text = f"{text[: place - start]}[{number}]{text[place - start :]}"
        yield Sentence(" ".join(text.split()), tuple(refs), bullet and not index, goes_on=index > 0)


def _without_marks(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its marks, and where each stood in what is left."""
    marks: list[tuple[int, int]] = []
    gone = 0
    for found in _MARK.finditer(text):
        marks.append((found.start() - gone, int(found[1])))
        gone += len(found[0])
    return _MARK.sub("", text), marks


def _spans(text: str) -> list[tuple[int, int]]:
    """Where sentences begin and end."""
    return [
        (each.start_char, each.start_char + len(each.text.rstrip()))
        for each in _splitter()(text).sents
        if each.text.strip()
    ]


@cache
def _splitter() -> Language:
    import spacy

    made = spacy.blank("en")
    made.add_pipe("sentencizer")
    return made


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    if found is None:
        return None
    month, day, year, *iso = found.groups()
    try:
        if year:
            return date(int(year), int(month), int(day))
        return date(*map(int, iso))
    except ValueError:
        return None
