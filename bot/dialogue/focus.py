"""Which statement of an answer a question is after, and which detail the pages lack."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from bot.classify.encoder import FloatArray
from bot.content.library import Content
from bot.dialogue.cues import CueBook
from bot.dialogue.weights import FOCUS, FOCUS_BESIDE
from bot.language.terms import TermIndex
from bot.language.words import words_of
from bot.understand.reading import Segment, View

_STEM = 5
"""Letters by which two words count as the same: "inherited" and "inheritance"."""
_FEW = 2
"""Statements that a rare word stands in, at most."""
_WORDS = 0.5
"""Weight of shared words beside the likeness of meaning."""


class Focus:
    """Compares a question with statements, by meaning and by the rare words they share."""

    def __init__(self, content: Content, vectors: Mapping[str, FloatArray], cues: CueBook) -> None:
        self._names = tuple(content.statements)
        self._matrix = np.stack([vectors[name] for name in self._names])
        self._cues = cues
        self._stems = {
            name: _stems(words_of(each.text)) for name, each in content.statements.items()
        }
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(self._names):
            for stem in self._stems[name]:
                self._places[stem].append(place)
        self._counts = Counter(stem for stems in self._stems.values() for stem in stems)

    def ranked(self, segment: Segment, statements: Iterable[str]) -> list[tuple[float, str]]:
        """The statements with their likeness to a question, the most alike first."""
        alike = self._likeness(segment)
        scored = [(alike[name], name) for name in dict.fromkeys(statements)]
        return sorted(scored, key=lambda each: (-each[0], each[1]))

    def best(self, segment: Segment, statements: Iterable[str]) -> tuple[str, ...]:
        """The one or two statements that a question is after; none when nothing is clear."""
        ranked = self.ranked(segment, statements)
        if not ranked or ranked[0][0] < FOCUS:
            return ()
        return tuple(name for score, name in ranked[:2] if score >= ranked[0][0] - FOCUS_BESIDE)

    def having_rare_word(self, segment: Segment) -> frozenset[str]:
        """The statements with a word of the question that few statements have."""
        stems = [each for each in self._rare(segment.view) if self._counts[each] <= _FEW]
        return frozenset(self._names[i] for stem in stems for i in self._places.get(stem, ()))

    def _likeness(self, segment: Segment) -> dict[str, float]:
        """How much each statement of the content is like a question: by meaning and rare words."""
        meaning = np.zeros(len(self._names), np.float32)
        if segment.vector is not None and self._matrix.shape[1] == len(segment.vector):
            meaning = self._matrix @ segment.vector
        shared = np.zeros(len(self._names), np.float32)
        for stem in self._rare(segment.view):
            shared[self._places.get(stem, [])] += self._rarity(stem)
        alike = meaning + _WORDS * np.minimum(shared, 1)
        return dict(zip(self._names, alike.tolist(), strict=True))

    def _rare(self, view: View) -> frozenset[str]:
        taken = {i for each in view.mentions for i in range(each.start, each.end)}
        words = [word for i, word in enumerate(view.words) if i not in taken]
        return _stems(self._cues.without(words, "small", "points_back"))

    def _rarity(self, stem: str) -> float:
        return 1 - math.log(max(1, self._counts[stem])) / math.log(len(self._stems) + 1)


class Details:
    """Finds what a question asks for in particular: who, how many, since when …"""

    def __init__(self, content: Content) -> None:
        self._details = content.details
        self._of = {term: name for name, detail in content.details.items() for term in detail.cues}
        self._index = TermIndex(self._of)

    def asked(self, view: View, intent: str) -> tuple[str, ...]:
        """Details that a question asks for and that its intent does not deal with already."""
        found = (name for name in self._found(view) if self._details[name].about)
        return tuple(name for name in found if intent not in self._details[name].intents)

    def of(self, detail: str) -> str:
        """The body that is meant where nothing is spoken of that has a detail; or ''."""
        return self._details[detail].of

    def pressed(self, view: View) -> tuple[str, ...]:
        """Details that only a cell can answer: "is it always …?"; in the order of their file."""
        found = self._found(view)
        return tuple(name for name, e in self._details.items() if name in found and not e.about)

    def _found(self, view: View) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._of[hit.term] for hit in self._index.hits(view.words)))

    def told(self, detail: str, statements: Iterable[str]) -> tuple[str, ...]:
        """Those statements that tell a detail."""
        known = self._details[detail].told_by
        return tuple(name for name in statements if name in known)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words if len(word) > 2)
