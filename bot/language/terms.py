"""Finds the terms that content authors list, in one pass over the words of a message.

A term is a few words. A word ending in `*` takes any ending; a lone `*` stands
for up to three words; `#` for any number. Matching walks words, not characters,
and a gap is bounded, so no list of terms can make it slow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

GAP = 3
"""Words that a lone `*` can stand for."""

_PREFIX_LENGTH = 3


@dataclass(frozen=True)
class Hit:
    """A term found at words `start` to `end` (exclusive)."""

    term: str
    start: int
    end: int


_Entry = tuple[int, str, tuple[str, ...], bool]
"""A term's place in the list, the term, its words, whether none of these is a wildcard."""

_NONE: list[_Entry] = []


class TermIndex:
    """Many terms, matched together. Terms are looked up by their first two words."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._pairs: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
        self._exact: dict[str, list[_Entry]] = defaultdict(list)
        self._prefix: dict[str, list[_Entry]] = defaultdict(list)
        self._lengths = range(1, _PREFIX_LENGTH + 1)
        self._alone = lru_cache(maxsize=8192)(self._find_alone)
        for rank, term in enumerate(dict.fromkeys(terms)):
            parts = parts_of(term)
            while parts and parts[0] == "*":
                parts = parts[1:]
            if not parts:
                continue
            entry = (rank, term, parts, all(map(_is_plain, parts)))
            first = parts[0]
            if first.endswith("*") or first == "#":
                key = first[:_PREFIX_LENGTH].rstrip("*")
                self._prefix[key].append(entry)
            elif len(parts) > 1 and _is_plain(parts[1]):
                self._pairs[first, parts[1]].append(entry)
            else:
                self._exact[first].append(entry)

    def hits(self, words: Sequence[str]) -> Iterator[Hit]:
        """Every term at every place where it stands."""
        words = tuple(words)
        for start, word in enumerate(words):
            following = words[start + 1] if start + 1 < len(words) else ""
            for _, term, parts, plain in self._starting_with(word, following):
                if plain:
                    end = start + len(parts)
                    found = words[start:end] == parts
                else:
                    end = _match(parts, words, start)
                    found = bool(end)
                if found:
                    yield Hit(term, start, end)

    def _starting_with(self, word: str, following: str) -> list[_Entry]:
        exact, more = self._alone(word)
        pairs = self._pairs.get((word, following))
        return [*sorted([*exact, *pairs]), *more] if pairs else [*exact, *more]

    def _find_alone(self, word: str) -> tuple[list[_Entry], list[_Entry]]:
        """Terms that begin with a word, and those that begin with the beginning of it."""
        beginnings = [word[:length] for length in self._lengths[: len(word)]]
        more = [each for part in beginnings for each in self._prefix.get(part, _NONE)]
        if _is_number(word):
            more += self._prefix.get("#", _NONE)
        return self._exact.get(word, _NONE), more


def _is_plain(part: str) -> bool:
    return part != "#" and "*" not in part


def parts_of(term: str) -> tuple[str, ...]:
    """A term's words in matching form, wildcards kept."""
    text = term.lower().replace("'", "").replace("’", "")
    for gap in "-/,":
        text = text.replace(gap, " ")
    return tuple(text.split())


def _match(parts: Sequence[str], words: Sequence[str], start: int) -> int:
    """Index after the match of `parts` at `start`, or 0."""
    position = start
    for index, part in enumerate(parts):
        if part == "*":
            rest = parts[index + 1 :]
            ends = (_match(rest, words, position + skip) for skip in range(GAP + 1))
            return next((end for end in ends if end), 0) if rest else position
        if position >= len(words) or not _fits(part, words[position]):
            return 0
        position += 1
    return position


def _fits(part: str, word: str) -> bool:
    if part == "#":
        return _is_number(word)
    if part.endswith("*"):
        return word.startswith(part[:-1])
    return part == word


def _is_number(word: str) -> bool:
    return word.replace(".", "", 1).rstrip("%").isdigit()
