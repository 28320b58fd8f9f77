"""Gives each sentence of a page an id, and puts it below the answer that it may belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bot.content import strict_yaml
from bot.content.library import Statement
from bot.language.leads import speaks_of_one_person
from bot.language.terms import TermIndex
from bot.language.truth import Leaning
from bot.language.words import words_of
from bot.writing.page import Page, Sentence

OVERVIEW = "overview"
_ASPECTS = Path(__file__).with_name("aspects.yaml")
_MOST = 4
"""Statements of an answer; more are too long to read."""
_FIRST = 2
"""Statements of an overview."""
_NAME_WORDS, _SHORTEST = 3, 4
"""Words of an id, and letters of the shortest that counts."""


@dataclass
class Said:
    """A sentence of a page as a statement."""

    id: str
    sentence: Sentence
    after: str = ""
    answer: str = ""
    """The intent below which it stands; empty where none does."""
    aspect: str = ""
    """The intent that its heading or its own words speak of; empty where none is."""
    leans: bool = False
    """Whether a word of it stands for something that is said elsewhere."""


@dataclass
class Part:
    """A section of a document."""

    title: str
    said: list[Said] = field(default_factory=list)


@dataclass(frozen=True)
class Answer:
    """What an answer shows."""

    lead: Said
    """The sentence that can be said by itself."""
    shown: tuple[Said, ...]


@dataclass(frozen=True)
class Placed:
    """A page as a document, with what each answer shows."""

    parts: tuple[Part, ...]
    answers: Mapping[str, Answer]
    """By intent."""

    @property
    def unplaced(self) -> Iterator[Said]:
        """Sentences that no answer shows."""
        said = (each for part in self.parts[1:] for each in part.said)
        return (each for each in said if not each.answer and not each.sentence.heading)

    @property
    def guessed(self) -> Iterator[Said]:
        """Sentences that were taken to lean on the one before them."""
        return (each for part in self.parts for each in part.said if each.after)


def place(page: Page, document: str, title: str, cues: Mapping[str, Iterable[str]]) -> Placed:
    """Place the sentences of a page.

    Args:
        document: the id of the document.
        title: of the page; its words make no ids.
        cues: of the content, by name.
    """
    names = _Names(document, title)
    leaning = Leaning(cues)
    head = Part("Page", [Said(names.of("page", each.text), each) for each in page.head])
    parts = [head]
    for section in page.sections:
        parts.append(Part(section.title or "Summary"))
        before, below = "", _aspect(section.title)
        for each in section.sentences:
            aspect = "" if each.heading else below or _aspect(each.text)
            said = Said(
                names.of(aspect or section.title or "summary", each.text), each, aspect=aspect
            )
            said.leans = bool(leaning.unresolved(_statement(said)))
            said.after = before if said.leans and each.goes_on else ""
            parts[-1].said.append(said)
            before = "" if each.heading else said.id
    own_case = TermIndex(cues.get("never_said", ()))
    body = [each for part in parts[1:] for each in part.said]
    end = next((i for i, each in enumerate(body) if each.sentence is page.dated), len(body))
    return Placed(tuple(parts), dict(_answers(body[:end], own_case)))


def _answers(body: list[Said], own_case: TermIndex) -> Iterator[tuple[str, Answer]]:
    said = {each.id: each for each in body}
    loose = [each for each in body if _stands(each, said) and not each.sentence.heading]
    by_aspect: dict[str, list[Said]] = {}
    for each in loose:
        by_aspect.setdefault(each.aspect, []).append(each)
    first = [each for each in loose if _leads(each, own_case)][:1]
    behind = loose[loose.index(first[0]) + 1 :] if first else []
    rest = [each for each in by_aspect.pop("", []) if each in behind]
    for intent, found in {OVERVIEW: [*first, *rest[: _FIRST - 1]], **by_aspect}.items():
        chosen = [each for each in found if not each.answer][:_MOST]
        if leads := [each for each in chosen if _leads(each, own_case)]:
            shown = {e.id: e for each in chosen for e in _with_before(each, said)}
            for each in shown.values():
                each.answer = each.answer or intent
            yield intent, Answer(leads[0], tuple(shown.values()))


def _with_before(each: Said, said: Mapping[str, Said]) -> Iterator[Said]:
    """A sentence behind those that it leans on."""
    if each.after:
        yield from _with_before(said[each.after], said)
    yield each


def _stands(each: Said, said: Mapping[str, Said]) -> bool:
    """Whether it can be quoted: all that it leans on is there."""
    if each.after:
        return _stands(said[each.after], said)
    return not each.leans


def _leads(each: Said, own_case: TermIndex) -> bool:
    text = each.sentence.text
    return not each.leans and text.endswith(".") and not speaks_of_one_person(text, own_case)


def _statement(said: Said) -> Statement:
    return Statement(id=said.id, text=said.sentence.text, document="")


def _aspect(text: str) -> str:
    words = words_of(text)
    return next((name for name, index in _aspects() if any(index.hits(words))), "")


@cache
def _aspects() -> tuple[tuple[str, TermIndex], ...]:
    parsed, _ = strict_yaml.parse(_ASPECTS.read_text(encoding="utf-8"), _ASPECTS.name)
    return tuple((name, TermIndex(text.split("\n"))) for name, text in parsed.data.items())


class _Names:
    """Makes ids out of words, each once."""

    def __init__(self, document: str, title: str) -> None:
        self._document = document
        self._left_out = set(words_of(title))
        self._seen: set[str] = set()

    def of(self, section: str, text: str) -> str:
        """The id of a sentence: document, section and some of its words."""
        words = [
            each
            for each in (re.sub(r"[^a-z]", "", word) for word in words_of(text))
            if len(each) >= _SHORTEST and each not in self._left_out
        ]
        start = f"{self._document}.{slug(section)}"
        name = f"{start}.{'_'.join(words[:_NAME_WORDS]) or 'line'}"
        number, found = 1, name
        while found in self._seen:
            number += 1
            found = f"{name}_{number}"
        self._seen.add(found)
        return found


def slug(text: str, most: int = 3) -> str:
    """The first words of a text as a name of a file or a part of an id.

    >>> slug("Early Tarn-Holloway syndrome, type 2")
    'early_tarn_holloway'
    """
    words = re.findall(r"[a-z0-9]+", text.lower())
    name = "_".join(words[:most])
    return name if name[:1].isalpha() else f"page_{name}".rstrip("_")
