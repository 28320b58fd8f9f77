"""Small signs of how a message hangs on the last one; the words themselves are content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from bot.content.library import Content
from bot.language.terms import TermIndex
from bot.language.words import words_of
from bot.understand.reading import View

_LONGEST_PART = 4
"""Weighty words up to which a message may be part of an option's label."""
_STEM = 4
"""Letters from which the beginning of a word stands for it."""
_LONGEST_PICK = 9
_QUOTED = 2
"""Words of a label from which on a message that has them all in a row quotes it."""
_SHORT = 4
"""Words up to which a message hangs on what was said before."""


class CueBook:
    """Finds the cues of data/language/cues.yaml in a message."""

    def __init__(self, content: Content) -> None:
        self._index = {name: TermIndex(terms) for name, terms in content.cues.items()}
        self._words = {name: frozenset(terms) for name, terms in content.cues.items()}
        self._ordinals = {
            word: number
            for line in content.cues.get("ordinals", ())
            for word, _, number in [line.partition(" = ")]
        }

    def has(self, words: Sequence[str], name: str) -> bool:
        """Whether any cue of this name stands in a message."""
        index = self._index.get(name)
        return index is not None and next(iter(index.hits(words)), None) is not None

    def opens(self, words: Sequence[str], name: str) -> bool:
        """Whether a message opens with one of the cues of this name."""
        return self.opening(words, name) > 0

    def opening(self, words: Sequence[str], name: str) -> int:
        """How many words at the start are a cue of this name."""
        index = self._index.get(name)
        hits = index.hits(words) if index is not None else ()
        return max((hit.end for hit in hits if hit.start == 0), default=0)

    def points_at_other(self, view: View) -> bool:
        """Whether a message means the other of two: 'and the other one?', not 'the other 90'."""
        counts = any(word.rstrip("%").isdigit() for word in view.words)
        return not counts and self.has(view.words, "other_one")

    def hangs(self, view: View) -> bool:
        """Whether a message leans on the one before: short, or with a word that points back."""
        if self.has(view.words, "points_back") or self.opens(view.words, "ellipsis"):
            return True
        return len(view.words) <= _SHORT

    def is_bare(self, view: View) -> bool:
        """Whether a message says a name and asks nothing of it: 'and carcinoid?'."""
        named = {i for each in view.mentions for i in range(each.start, each.end)}
        opened = self.opening(view.words, "ellipsis")
        rest = [w for i, w in enumerate(view.words) if i not in named and i >= opened]
        asks = self.has(rest, "asks")
        return bool(named) and not asks and not self.without(rest, "small")

    def defines(self, view: View, named: Set[int] = frozenset()) -> bool:
        """Whether a message asks what a name is, and nothing else: 'what is X', 'explain X'.

        Args:
            named: places of the name's words, where it is no subject's.
        """
        named = named or {i for each in view.mentions for i in range(each.start, each.end)}
        rest = [word for i, word in enumerate(view.words) if i not in named]
        asked = self.without(rest, "defining")
        return (
            bool(named)
            and len(asked) < len(rest)
            and not (self.has(rest, "asks_more") or self.without(asked, "small"))
        )

    def without(self, words: Iterable[str], *names: str) -> list[str]:
        """The words that are not listed under any of these names."""
        listed = frozenset[str]().union(*(self._words.get(name, ()) for name in names))
        return [word for word in words if word not in listed]

    def picked(
        self, words: Sequence[str], labels: Sequence[str], *, options: bool = False
    ) -> int | None:
        """Index of the offered choice that a message picks by number, place or label, or None.

        Args:
            options: the labels answer a question that was asked, so a part of one is enough.
        """
        if not labels or not words:
            return None
        by_label = _by_label(words, labels)
        if by_label is None and not options:
            # In a guide, a question may well name an option: "what is a carcinoid?".
            by_label = self._by_quote(words, labels)
        if by_label is None:
            by_label = self._by_weight(words, labels)
        short = len(words) <= _LONGEST_PICK
        if by_label is None and (options or (short and self.has(words, "picks"))):
            by_label = self._by_part(words, labels)
        return by_label if by_label is not None else self._by_number(words, labels)

    def _by_quote(self, words: Sequence[str], labels: Sequence[str]) -> int | None:
        """'OK, about the first kind then', 'you offered me a list of topics': a label in full."""
        found = []
        for index, label in enumerate(labels):
            own = words_of(label.partition(" (")[0])
            rest = _without_run(words, own)
            if len(own) < _QUOTED or rest is None or len(rest) > _LONGEST_PICK:
                continue
            if self.has(rest, "offered") or not self.without(rest, "small", "pick_fillers"):
                found.append(index)
        return found[0] if len(found) == 1 else None

    def _by_weight(self, words: Sequence[str], labels: Sequence[str]) -> int | None:
        """'Yes please, the genetic tests': all weighty words of one label and no others."""
        if len(words) > _LONGEST_PICK or self.has(words, "asks"):
            return None
        said = set(self.without(words, "small", "pick_fillers"))
        own = (words_of(label.partition(" (")[0]) for label in labels)
        found = [i for i, each in enumerate(own) if said == set(self.without(each, "small"))]
        # One word alone may as well be the topic of a question.
        return found[0] if len(said) > 1 and len(found) == 1 else None

    def _by_number(self, words: Sequence[str], labels: Sequence[str]) -> int | None:
        """'3', 'the third one please', 'number three on your list, the treatment one'."""
        before = self._words.get("before_a_number", frozenset())
        after = [b for a, b in pairwise(words) if a in before]
        numbered = [
            place for word in after if (place := self._place(word, len(labels))) is not None
        ]
        if numbered:
            return numbered[0]
        rest = self.without(words, "pick_fillers")
        if len(words) <= 2 and self._place(words[-1], 1) == 0:
            rest = rest or [words[-1]]
        if len(words) > _LONGEST_PICK:
            return None
        if len(rest) == 1:
            return self._place(rest[0], len(labels))
        return self._named_place(rest, labels)

    def place(self, words: Sequence[str], choices: int) -> int | None:
        """Index of the one of so many things in a row that an ordinal of a message means."""
        found = (self._ordinals.get(word) for word in words)
        number = next(filter(None, found), "")
        if number == "last":
            return choices - 1 if choices else None
        return int(number) - 1 if number and int(number) <= choices else None

    def _named_place(self, words: Sequence[str], labels: Sequence[str]) -> int | None:
        """'The last one, about pancreatic NETs': a place, and words of what stands there."""
        for word in words:
            place = self._place(word, len(labels))
            others = [each for each in words if each != word]
            if place is not None and others and _said_in(others, labels[place]):
                return place
        return None

    def _place(self, word: str, choices: int) -> int | None:
        number = self._ordinals.get(word.rstrip("."), word.rstrip("."))
        if number == "last":
            return choices - 1
        place = int(number) if is_number(number) else 0
        return place - 1 if 1 <= place <= choices else None

    def _by_part(self, words: Sequence[str], labels: Sequence[str]) -> int | None:
        """The one option that has all weighty words of the message in it."""
        said = self.without(words, "small", "pick_fillers")
        if len(said) > _LONGEST_PART or self.has(words, "asks"):
            return None
        found = [i for i, label in enumerate(labels) if said and _said_in(said, label)]
        return found[0] if len(found) == 1 else None


def _without_run(words: Sequence[str], run: Sequence[str]) -> list[str] | None:
    """The words without a run of them; None where the run is not there."""
    for start in range(len(words) - len(run) + 1):
        if tuple(words[start : start + len(run)]) == tuple(run):
            return [*words[:start], *words[start + len(run) :]]
    return None


def is_number(word: str) -> bool:
    """Whether a word is a small number in plain digits."""
    return word.isascii() and word.isdigit() and len(word) < 3


def _by_label(words: Sequence[str], labels: Sequence[str]) -> int | None:
    said = tuple(words)
    whole = [i for i, label in enumerate(labels) if words_of(label) == said]
    # The subject at hand is not on the button.
    short = [i for i, label in enumerate(labels) if words_of(label.partition(" (")[0]) == said]
    return whole[0] if whole else short[0] if len(short) == 1 else None


def _said_in(words: Iterable[str], label: str) -> bool:
    """Whether a label has all these words, or their longer forms: "near" in "nearby"."""
    of_label = words_of(label)
    return all(any(_alike(word, each) for each in of_label) for word in words)


def _alike(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= _STEM and long.startswith(short))
