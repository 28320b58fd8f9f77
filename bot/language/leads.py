"""Checks that a lead says no more than what is shown with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.content.files import Sources
from bot.content.library import Cell, Content, Statement
from bot.content.strict_yaml import Location
from bot.language.subjects import Mention, SubjectFinder
from bot.language.terms import TermIndex
from bot.language.words import words_of

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
LEAD_PLACEHOLDERS = frozenset({"subject", "emergency_numbers", "crisis_lines", "poison_lines"})
PHRASE_PLACEHOLDERS = frozenset(
    [
        "answer",
        "command",
        "first",
        "near",
        "percent",
        "listed",
        "date",
        "detail",
        "guide",
        "number",
        "parent",
        "place",
        "publisher",
        "step",
        "steps",
        "subject",
        "second",
        "title",
        "years",
    ]
)
_NUMBER = re.compile(r"(?<![A-Za-z\d])\d+")
_CLAUSE = re.compile(r"[,.:;!?]\s+")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


@dataclass(frozen=True)
class _Lead:
    """A lead, its place, and the statements that are shown with it."""

    text: str
    path: str
    where: Location
    statements: tuple[str, ...]
    references: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """Subjects that need not be named."""
    answers: bool = True
    """Whether it claims something; a refusal says what is not said."""


def check(content: Content, sources: Sources) -> None:
    """Note each lead with a word that the statements under it do not carry."""
    words = _Words(content)
    for cell in {each.id: each for each in content.cells.values()}.values():
        if cell.kind == "answer" and not cell.statements and not cell.references:
            message = "an answer shows what it rests on; name 'statements' or 'references'"
            sources.report(cell.path, message, ("lead",))
    for lead in _all_leads(content):
        for message in (*_form(lead.text, content), *words.problems(lead)):
            sources.report(lead.path, message, lead.where)
    for name, text in content.phrases.items():
        for placeholder in _unknown(text, PHRASE_PLACEHOLDERS):
            sources.report("responses/phrases.yaml", placeholder, (name,))


def _all_leads(content: Content) -> Iterator[_Lead]:
    for cell in {each.id: each for each in content.cells.values()}.values():
        yield from _leads(cell)
    for each in content.comparisons:
        shown = tuple(name for side in each.sides for name in side.statements)
        yield _Lead(each.lead, each.path, ("lead",), shown, about=each.subjects)


def _leads(cell: Cell) -> Iterator[_Lead]:
    shown = (*cell.statements, *cell.nearest, *cell.points_to)
    like = _Lead(
        cell.lead,
        cell.path,
        ("lead",),
        shown,
        cell.references,
        (cell.folder,),
        answers=cell.kind == "answer",
    )
    yield like
    if cell.simple:
        yield replace(like, text=cell.simple, where=("simple",))
    for key in ("variants", "asked"):
        for name, each in getattr(cell, key).items():
            if each.lead:
                where = (key, name, "lead")
                said = each.statements or shown
                yield replace(like, text=each.lead, where=where, statements=said)


def _form(text: str, content: Content) -> Iterator[str]:
    yield from _unknown(text, LEAD_PLACEHOLDERS)
    index = TermIndex(content.cues.get("never_said", ()))
    for said in speaks_of_one_person(text, index):
        yield f"'{said}' speaks of one person's case; say it in general"


def speaks_of_one_person(text: str, index: TermIndex) -> list[str]:
    """The words of a text that speak of one person's case.

    Args:
        index: of the cues `never_said`.
    """
    return [
        " ".join(words[hit.start : hit.end])
        for words in map(words_of, _CLAUSE.split(text))
        for hit in index.hits(words)
    ]


def _unknown(text: str, known: frozenset[str]) -> Iterator[str]:
    for name in _PLACEHOLDER.findall(text):
        if name not in known:
            message = f"'{{{name}}}' is filled in by nothing; use one of {', '.join(sorted(known))}"
            yield message


class _Words:
    """Numbers, names and negations of leads."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._negating = TermIndex(content.cues.get("negating", ()))
        self._denials = frozenset(content.cues.get("denials", ()))
        self._of_sources = TermIndex(content.cues.get("of_sources", ()))
        self._finder = SubjectFinder(content, content.spelling)

    def problems(self, lead: _Lead) -> Iterator[str]:
        """What is wrong with a lead of an answer; other kinds say what is not said."""
        shown = [
            self._content.statements[n] for n in lead.statements if n in self._content.statements
        ]
        texts = [each.text for each in shown] + [each.aside for each in shown]
        texts += [self._content.documents[each.document].title for each in shown]
        texts += [ref.text for n in lead.references if (ref := self._content.reference(n))]
        said = words_of(" ".join(texts))
        for number in _NUMBER.findall(lead.text):
            if number not in _NUMBER.findall(" ".join(texts)):
                yield f"no statement shown with it has the number '{number}'; correct one of them"
        if lead.answers:
            yield from self._unnamed(lead, said)
            yield from self._negated(lead, shown, said)

    def _unnamed(self, lead: _Lead, said: tuple[str, ...]) -> Iterator[str]:
        about = {*lead.about, *(each.subject for each in self._mentions(said))}
        named = {each for subject in about for each in self._content.ancestors(subject)}
        for words in map(words_of, _SENTENCE.split(lead.text)):
            # "The page on pancreatic NETs does not name it."
            if any(self._of_sources.hits(words)) and any(self._negating.hits(words)):
                continue
            yield from self._not_among(named | {self._content.root}, words)

    def _not_among(self, subjects: set[str], words: tuple[str, ...]) -> Iterator[str]:
        for each in self._mentions(words):
            if each.subject not in subjects:
                name = " ".join(words[each.start : each.end])
                yield f"no statement shown with it names '{name}'; show one that does"

    def _mentions(self, words: tuple[str, ...]) -> Iterator[Mention]:
        """Full names of what the content is about; not of organizations and the like."""
        for each in self._finder.find(words):
            kind = self._content.kinds.get(self._content.subjects[each.subject].kind)
            if kind and kind.guess and not each.loose:
                yield each

    def _negated(
        self, lead: _Lead, shown: Iterable[Statement], said: tuple[str, ...]
    ) -> Iterator[str]:
        denied, plain = self._denied_and_plain(shown)
        for words in map(words_of, _SENTENCE.split(lead.text)):
            if any(self._of_sources.hits(words)):
                continue
            no = [words[hit.start] for hit in self._negating.hits(words)]
            if no and lead.where[0] != "asked" and not any(self._negating.hits(said)):
                yield f"no statement shown with it says '{no[0]}'; correct one of them"
            for word in [] if no else sorted(denied.intersection(words) - plain):
                yield f"the statements deny '{word}', and this does not; correct it"

    def _denied_and_plain(self, shown: Iterable[Statement]) -> tuple[set[str], set[str]]:
        """Words that statements deny ("not inherited"), and those that they do not."""
        denied: set[str] = set()
        plain: set[str] = set()
        for words in (words_of(each.text) for each in shown):
            places = {hit.end for hit in self._negating.hits(words)}
            for place, word in enumerate(words):
                (denied if place in places else plain).add(word)
        return denied & self._denials, plain
