"""The vocabulary of the content: what spelling may be repaired to, and what is plain English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from bot.content.library import Content
from bot.language.pipeline import STOP_WORDS
from bot.language.spelling import Speller
from bot.understand.apart import apart
from bot.understand.cache import Kept
from bot.understand.english import dictionary

_OFTEN = 3
"""Utterances that must use a word before it is trusted as a repair target."""
_VERY_OFTEN = 8
"""The same for words that plain English does not have."""
_TWICE = 2
_OUTSIDE = "outside"
_NOT_OURS = ("outside", "refusals")


@dataclass(frozen=True)
class Lexicon:
    """Words by what may be done with them."""

    targets: frozenset[str]
    """Words of the content: spelling is repaired towards these."""
    plain: frozenset[str]
    """Plain English and other diseases: left alone, never a target."""
    domain: frozenset[str]
    """Words that people use when they ask about our subjects."""
    spared: frozenset[str]
    """Further English words that are like one of the content's; they are not repaired either."""

    def groups(self) -> tuple[frozenset[str], ...]:
        """All four, in the order of the fields."""
        return self.targets, self.plain, self.domain, self.spared


Keeping = Callable[..., Kept]
"""Gives what is kept of something that depends on nothing but these texts."""


def build(
    content: Content, english: Collection[str], keeping: Keeping = lambda *_: Kept()
) -> Lexicon:
    """The lexicon of a content.

    Args:
        english: common English words (lower case), from the encoder's vocabulary;
            may be empty, then only the content's own words are known.
        keeping: where to find what was worked out at an earlier start.
    """
    words = _Words(keeping("words"))
    counts = words.counts(content, but=(_OUTSIDE,))
    asked = words.counts(content, but=_NOT_OURS)
    plain = frozenset(english) | STOP_WORDS
    own = words.of_all(_own_texts(content))
    variants = frozenset(content.spelling)
    ours, others = words.of_all(_subject_names(content)), words.of_all(_other_names(content))
    words.kept.save()
    names = ours | others
    # Utterances have slips in them, too. A slip does not become a word because several have it.
    slips = _Slips(Speller(content.spelling, ours, plain | variants | others), keeping)
    targets = own | {
        word
        for word, count in counts.items()
        if count >= (_OFTEN if word in plain else _VERY_OFTEN) and not slips.has(word)
    }
    slips.kept.save()
    targets = frozenset(word for word in targets - variants if word.isalpha())
    plain |= variants | names
    return Lexicon(
        targets=targets,
        plain=plain,
        domain=targets | STOP_WORDS | {word for word, count in asked.items() if count >= _TWICE},
        spared=_spared(Speller(content.spelling, targets, plain), keeping),
    )


def _spared(speller: Speller, keeping: Keeping) -> frozenset[str]:
    """The words of English that would be repaired: "histology" is no slip of "history"."""
    kept = keeping("spared", speller.inputs())
    found = kept.get("", lambda: sorted(speller.repairs_of(dictionary())))
    kept.save()
    return frozenset(found)


class _Slips:
    """Words that are slips of the content's names."""

    def __init__(self, speller: Speller, keeping: Keeping) -> None:
        self._speller = speller
        self.kept = keeping("slips", speller.inputs())

    def has(self, word: str) -> bool:
        return bool(self.kept.get(word, lambda: len(self._speller.read([word])[1])))


class _Words:
    """The words of texts, each text taken apart once."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept

    def of(self, text: str) -> list[str]:
        found: str = self.kept.get(text, lambda: " ".join(_words(text)))
        return found.split(" ") if found else []

    def of_all(self, texts: Iterable[str]) -> frozenset[str]:
        return frozenset(word for text in texts for word in self.of(text))

    def counts(self, content: Content, *, but: Collection[str]) -> Counter[str]:
        """In how many utterances each word stands, some groups of intents left out."""
        return Counter(
            word
            for intent in content.intents.values()
            if intent.group not in but
            for line in intent.lines
            for word in set(self.of(line))
        )


def _words(text: str) -> Iterable[str]:
    return (word for sentence in apart(text) for word in sentence.words)


def _own_texts(content: Content) -> Iterable[str]:
    yield from (statement.text for statement in content.statements.values())
    for subject in content.subjects.values():
        if subject.names:
            yield subject.name
            yield from subject.names[:1]


def _other_names(content: Content) -> Iterable[str]:
    yield from content.other_diseases.names
    for terms in content.terms.values():
        yield from (term.removesuffix("*") for term in terms)


def _subject_names(content: Content) -> Iterable[str]:
    for subject in content.subjects.values():
        yield from (*subject.names, *subject.loose_names)
