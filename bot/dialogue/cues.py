"""Small signs of how a message hangs on the last one: openers, bare names, picks from a list."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from bot.content.library import Content
from bot.language.words import name_words, words_of
from bot.understand.reading import View

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
}  # fmt: skip
_LONGEST_PART = 4
"""Words up to which a message may be part of an option's label."""
_LAST = frozenset({"last", "latter"})
_PICK_FILLERS = frozenset(
    [
        "the",
        "one",
        "option",
        "number",
        "choice",
        "please",
        "no",
        "nr",
        "i",
        "pick",
        "choose",
        "take",
        "want",
        "ill",
        "go",
        "with",
        "for",
        "that",
    ]
)
_BARE_FILLERS = (STOP_WORDS - {"name", "part", "side", "made"}) | frozenset(
    [
        "ok",
        "okay",
        "please",
        "actually",
        "sorry",
        "thanks",
        "hm",
        "hmm",
        "erm",
        "yes",
        "tell",
        "want",
        "know",
        "mean",
        "meant",
        "rather",
    ]
)


def picked(words: Sequence[str], labels: Sequence[str], *, options: bool = False) -> int | None:
    """Index of the offered choice that a message picks by number, place or label, or None.

    Args:
        options: the labels answer a question that was asked, so that a part of one is enough.
    """
    if not labels or not words:
        return None
    by_label = _by_label(words, labels)
    if by_label is None and options:
        by_label = _by_part(words, labels)
    if by_label is not None:
        return by_label
    rest = [word for word in words if word not in _PICK_FILLERS]
    if len(words) <= 2 and words[-1] in ("one", "1"):
        rest = rest or ["one"]
    if len(rest) != 1 or len(words) > 6:
        return None
    word = rest[0].rstrip(".")
    if word in _LAST:
        return len(labels) - 1
    number = int(word) if is_number(word) else _ORDINALS.get(word, 0)
    return number - 1 if 1 <= number <= len(labels) else None


def is_number(word: str) -> bool:
    """Whether a word is a small number in plain digits."""
    return word.isascii() and word.isdigit() and len(word) < 3


def _by_label(words: Sequence[str], labels: Sequence[str]) -> int | None:
    said = tuple(words)
    for index, label in enumerate(labels):
        if words_of(label) == said:
            return index
    return None


def _by_part(words: Sequence[str], labels: Sequence[str]) -> int | None:
    """The one option that has all weighty words of the message in it, and them alone in common."""
    said = {word for word in words if word not in _BARE_FILLERS}
    if len(words) > _LONGEST_PART:
        return None
    found = [index for index, label in enumerate(labels) if said and said <= set(words_of(label))]
    return found[0] if len(found) == 1 else None


def is_bare(view: View, subjects: Collection[str]) -> bool:
    """Whether a message says names of these subjects and nothing else of weight."""
    named = {
        index
        for each in view.mentions
        if not each.set_aside and each.subject in subjects
        for index in range(each.start, each.end)
    }
    rest = [word for index, word in enumerate(view.words) if index not in named]
    return bool(named) and all(word in _BARE_FILLERS for word in rest)


def opens_with(view: View, cue: str, content: Content) -> bool:
    """Whether a message opens with one of the content's cues of this name."""
    return any(
        view.words[: len(words)] == words
        for words in map(name_words, content.cues.get(cue, ()))
        if words
    )
