"""Finds the subjects that a sentence names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.content.library import Content, Subject
from bot.language.pipeline import Doc, PhraseMatcher, Span, filter_spans, tokenizer
from bot.language.words import name_words

_COMBINE_DISTANCE = 4
"""Words that may stand between two names which mean one subject together."""


@dataclass(frozen=True)
class Mention:
    """A name of a subject at words `start` to `end` (exclusive)."""

    subject: str
    start: int
    end: int
    loose: bool = False
    """Named by a word that is not a full name: 'functional'."""
    set_aside: bool = False
    """Named only to be left out: 'I am not asking about carcinoid'."""


class SubjectFinder:
    """spaCy's phrase matcher over the names of the subjects."""

    def __init__(self, content: Content, variants: Mapping[str, str]) -> None:
        self._content = content
        self._variants = variants
        self._vocab = tokenizer().vocab
        self._articles = frozenset(content.cues.get("articles", ()))
        self._between = self._articles | frozenset(content.cues.get("lists_names", ()))
        self._inside = frozenset(content.cues.get("inside_names", ()))
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")
        for subject in content.subjects.values():
            self._add(subject.id, subject.names)
            self._add(subject.id + "?", subject.loose_names)
        self._predicates = frozenset(content.cues.get("predicates", ()))
        self._copulas = frozenset(content.cues.get("copulas", ()))
        self._set_aside = self._cues("set_aside")
        self._not_set_aside = self._cues("not_set_aside")

    def _add(self, key: str, names: Iterable[str]) -> None:
        forms = {form for name in names for form in self._forms(name)}
        if forms:
            self._matcher.add(key, [Doc(self._vocab, words=list(form)) for form in sorted(forms)])

    def _forms(self, name: str) -> Iterable[tuple[str, ...]]:
        words = tuple(self._variants.get(word, word) for word in name_words(name))
        yield words
        if words[-1][-1] not in "s." and words[-1].isalpha():
            yield (*words[:-1], words[-1] + "s")
        for index in range(1, len(words)):
            if words[index] in self._inside:
                yield (*words[: index - 1], words[index - 1] + "s", *words[index:])

    def find(self, words: Sequence[str]) -> tuple[Mention, ...]:
        """The mentions in a sentence, in order, longest names first where they overlap."""
        if not words:
            return ()
        doc = Doc(self._vocab, words=list(words))
        found = self._matcher(doc, as_spans=True)
        spans = filter_spans([each for each in found if not self._asks_of_it(words, each)])
        mentions: list[Mention] = []
        for span in sorted(spans, key=lambda each: each.start):
            name = span.label_
            subject = self._content.subjects[name.rstrip("?")]
            if not self._other_sense(subject, words, span.start, span.end):
                aside = self._is_set_aside(words, span.start) or self._goes_on(
                    mentions, words, span.start
                )
                mentions.append(
                    Mention(subject.id, span.start, span.end, name.endswith("?"), aside)
                )
        return tuple(mentions)

    def _asks_of_it(self, words: Sequence[str], span: Span) -> bool:
        """Whether the last word of a name is what is asked: 'is a carcinoid cancer or not?'."""
        if span.end - span.start == 1 or words[span.end - 1] not in self._predicates:
            return False
        before = [word for word in words[: span.start] if word not in self._articles]
        rest = words[span.end :]
        if not before or before[-1] not in self._copulas:
            return False
        opens = len(before) == 1 or before[-2] in self._between
        return (opens and not rest) or (bool(rest) and rest[0] in self._between)

    def _other_sense(self, subject: Subject, words: Sequence[str], start: int, end: int) -> bool:
        around = (*words[max(0, start - 1) : start], *words[end : end + 1])
        return end - start == 1 and any(word in subject.not_beside for word in around)

    def _is_set_aside(self, words: Sequence[str], start: int) -> bool:
        """Whether a cue such as 'not about' stands right before, articles aside."""
        before = [word for word in words[max(0, start - 6) : start] if word not in self._articles]
        return _ends_with(before, self._set_aside) and not _ends_with(before, self._not_set_aside)

    def _goes_on(self, mentions: Sequence[Mention], words: Sequence[str], start: int) -> bool:
        """Whether a name goes on from one that was set aside: 'besides the one and the other'."""
        if not mentions or not mentions[-1].set_aside:
            return False
        return all(word in self._between for word in words[mentions[-1].end : start])

    def _cues(self, name: str) -> list[tuple[str, ...]]:
        found = (name_words(cue) for cue in self._content.cues.get(name, ()))
        without = (tuple(word for word in cue if word not in self._articles) for cue in found)
        return [cue for cue in without if cue]


def _ends_with(words: Sequence[str], cues: Iterable[tuple[str, ...]]) -> bool:
    return any(tuple(words[-len(cue) :]) == cue for cue in cues)


def named(mentions: Sequence[Mention], content: Content) -> tuple[str, ...]:
    """The subjects that mentions mean together, in order, without doubles.

    'Functional' beside 'pancreatic NET' is one subject; what was set aside is out.
    """
    used = [mention for mention in mentions if not mention.set_aside]
    return tuple(dict.fromkeys(_without_loose(_combined(used, content), content)))


def most_exact(subjects: Sequence[str], content: Content) -> tuple[str, ...]:
    """Without subjects that stand above another: of 'carcinoid' and 'NET' the first."""
    return tuple(
        subject
        for subject in subjects
        if not any(other != subject and content.is_a(other, subject) for other in subjects)
    )


def _combined(mentions: Sequence[Mention], content: Content) -> list[Mention]:
    result = list(mentions)
    for subject in content.subjects.values() if len(result) > 1 else ():
        parts = [_first(result, part) for part in subject.combines]
        found = [part for part in parts if part]
        if len(found) < 2 or len(found) != len(parts):
            continue
        found.sort(key=lambda each: each.start)
        if found[-1].start - found[0].end <= _COMBINE_DISTANCE:
            whole = Mention(subject.id, found[0].start, found[-1].end)
            result = [each for each in result if each not in found] + [whole]
    return sorted(result, key=lambda each: each.start)


def _first(mentions: Sequence[Mention], subject: str) -> Mention | None:
    return next((each for each in mentions if each.subject == subject), None)


def _without_loose(mentions: Sequence[Mention], content: Content) -> list[str]:
    """Subjects of full names; those of loose names only when they add something."""
    firm = {each.subject for each in mentions if not each.loose}
    return [
        each.subject
        for each in mentions
        if not each.loose
        or not any(content.is_a(other, each.subject) for other in firm - {each.subject})
    ]
