"""The vocabulary of the content: what spelling may be repaired to, and what is plain English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from bot.content.library import Content
from bot.language.spelling import Speller
from bot.language.words import clean, sentences
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


def build(content: Content, english: Collection[str]) -> Lexicon:
    """The lexicon of a content.

    Args:
        english: common English words (lower case), from the encoder's vocabulary;
            may be empty, then only the content's own words are known.
    """
    counts = _counts(content, but=(_OUTSIDE,))
    asked = _counts(content, but=_NOT_OURS)
    plain = frozenset(english) | STOP_WORDS
    own = _all_words(_own_texts(content))
    variants = frozenset(content.spelling)
    ours, others = _all_words(_subject_names(content)), _all_words(_other_names(content))
    names = ours | others
    # Utterances have slips in them, too. A slip does not become a word because several have it.
    slips = Speller(content.spelling, ours, plain | variants | others)
    targets = own | {
        word
        for word, count in counts.items()
        if count >= (_OFTEN if word in plain else _VERY_OFTEN) and not slips.read([word])[1]
    }
    targets = frozenset(word for word in targets - variants if word.isalpha())
    plain |= variants | names
    return Lexicon(
        targets=targets,
        plain=plain,
        domain=targets | STOP_WORDS | {word for word, count in asked.items() if count >= _TWICE},
        spared=_spared(Speller(content.spelling, targets, plain)),
    )


def _spared(speller: Speller) -> frozenset[str]:
    """The words of English that would be repaired: "histology" is no slip of "history"."""
    return speller.repairs_of(dictionary())


def _counts(content: Content, *, but: Collection[str]) -> Counter[str]:
    """In how many utterances each word stands, some groups of intents left out."""
    return Counter(
        word
        for intent in content.intents.values()
        if intent.group not in but
        for line in intent.utterances
        for word in set(_words(line))
    )


def _all_words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _words(text))


def _words(text: str) -> Iterable[str]:
    return (word for sentence in sentences(clean(text)) for word in sentence.words)


def _own_texts(content: Content) -> Iterable[str]:
    yield from (statement.text for statement in content.statements.values())
    for subject in content.subjects.values():
        if subject.names:
            yield subject.name
            yield from subject.names[:1]


def _other_names(content: Content) -> Iterable[str]:
    yield from content.other_diseases.names
    for terms in content.topics.values():
        yield from (term.removesuffix("*") for term in terms)


def _subject_names(content: Content) -> Iterable[str]:
    for subject in content.subjects.values():
        yield from (*subject.names, *subject.loose_names)
