"""Turns sentences into views: subjects found, names masked, signs noted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property

from bot.content.library import Content
from bot.language.outsiders import Outsiders
from bot.language.spelling import Speller
from bot.language.subjects import Mention, SubjectFinder, named
from bot.language.terms import TermIndex
from bot.understand.lexicon import Lexicon
from bot.understand.reading import View

_SHORT = 3


class Viewer:
    """Looks at words the same way for training and for answering."""

    def __init__(self, content: Content, lexicon: Lexicon) -> None:
        self._content = content
        self.speller = Speller(content.spelling, lexicon.targets, lexicon.plain, lexicon.spared)
        self._lexicon = lexicon
        self._subjects = SubjectFinder(content, content.spelling)
        self._outsiders = Outsiders(
            content.other_diseases,
            lexicon.domain,
            self.speller.knows,
            content.cues.get("opens_subject", ()),
        )
        self._first_person = frozenset(content.cues.get("first_person", ()))
        self._topic_of = {term: intent for intent, terms in content.terms.items() for term in terms}
        self._topics = TermIndex(self._topic_of)

    @cached_property
    def vocabulary(self) -> str:
        """Hash of all that words are read by."""
        groups = repr([sorted(each) for each in self._lexicon.groups()])
        return hashlib.sha256(groups.encode()).hexdigest()

    def reading(self, word: str) -> str:
        """All that the vocabulary says of a word: a view depends on nothing else of it."""
        marks = f"{self.speller.knows(word):d}{word in self._lexicon.domain:d}"
        return f"{marks} {' '.join(self.speller.read([word])[0])}"

    def view(self, words: Sequence[str], *, asks: bool = False, asking: float | None = 1.0) -> View:
        """The view of words whose spelling is repaired."""
        mentions = self._subjects.find(words)
        full = [each for each in mentions if not each.loose]
        taken = frozenset(index for each in full for index in range(each.start, each.end))
        topics = tuple(dict.fromkeys(self._topic_of[hit.term] for hit in self._topics.hits(words)))
        disease = self._outsiders.other_disease(words, taken)
        unknown = "" if self._about_ours(mentions) else self._outsiders.unknown_name(words, taken)
        if disease:
            mentions = tuple(full)
        subjects = named(mentions, self._content)
        view = View(
            words=tuple(words),
            masked=self._mask(words, full),
            mentions=mentions,
            named=subjects,
            set_aside=tuple(each.subject for each in mentions if each.set_aside),
            outsider=disease or unknown,
            topics=topics,
            flags=(),
            asks=asks,
            asking=asking,
        )
        flags = tuple(self._flags(view, disease, unknown))
        return View(**{**view.__dict__, "flags": flags})

    def names(self, words: Sequence[str]) -> tuple[str, ...]:
        """The subjects that words name, in order; none by a loose name."""
        return tuple(each.subject for each in self._subjects.find(words) if not each.loose)

    def _about_ours(self, mentions: Sequence[Mention]) -> bool:
        return any(not each.loose for each in mentions)

    def _mask(self, words: Sequence[str], mentions: Sequence[Mention]) -> str:
        masked: list[str] = []
        position = 0
        for each in mentions:
            masked.extend(words[position : each.start])
            kind = self._content.subjects[each.subject].kind
            mask = self._content.kinds[kind].mask
            masked.extend([mask] if mask else words[each.start : each.end])
            position = each.end
        masked.extend(words[position:])
        return " ".join(masked)

    def _flags(self, view: View, disease: str, unknown: str) -> Iterator[str]:
        kinds = {self._content.subjects[each.subject].kind for each in view.mentions}
        yield from (f"subject:{kind}" for kind in sorted(kinds))
        if not kinds:
            yield "subject:none"
        if len(view.named) > 1:
            yield "subject:several"
        if view.set_aside:
            yield "subject:set-aside"
        if disease:
            yield "other-disease"
        if unknown:
            yield "unknown-name"
        yield from (f"topic:{topic}" for topic in view.topics)
        if not self._first_person.isdisjoint(view.words):
            yield "first-person"
        if len(view.words) <= _SHORT:
            yield "short"
        if not view.mentions and not any(map(self.speller.knows, view.words)):
            yield "gibberish"
