"""Signs that a sentence is about something else: another disease, or an unknown name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from bot.content.language_schema import OtherDiseasesShape
from bot.language.terms import TermIndex


class Outsiders:
    """Finds other diseases by name, ending and head word, and unknown names by their place."""

    def __init__(
        self,
        diseases: OtherDiseasesShape,
        domain: Collection[str],
        is_plain: Callable[[str], bool],
        slots: Iterable[str],
    ) -> None:
        """
        Args:
            domain: words that people use about our subjects.
            is_plain: whether a word is plain English: such a word names no unknown thing.
            slots: words after which a question puts what it is about.
        """
        self._names = TermIndex(diseases.names)
        self._endings = tuple(diseases.endings)
        self._heads = frozenset(diseases.words)
        self._domain = frozenset(domain)
        self._is_plain = is_plain
        self._slots = frozenset(slots)

    def other_disease(self, words: Sequence[str], taken: frozenset[int]) -> str:
        """Name of another disease in the sentence, or ''.

        Args:
            words: the sentence in matching form.
            taken: indices of words that belong to names of our subjects.
        """
        for hit in self._names.hits(words):
            if taken.isdisjoint(range(hit.start, hit.end)):
                return " ".join(words[hit.start : hit.end])
        for index, word in enumerate(words):
            if index in taken or word in self._domain:
                continue
            if len(word) > 5 and word.endswith(self._endings):
                return word
            if index + 1 < len(words) and words[index + 1] in self._heads and self._is_name(word):
                return f"{word} {words[index + 1]}"
        return ""

    def unknown_name(self, words: Sequence[str], taken: frozenset[int]) -> str:
        """An unknown word where a question puts its subject, or ''."""
        for index, word in enumerate(words):
            if index in taken or not self._is_name(word) or self._is_plain(word):
                continue
            before = words[index - 1] if index else ""
            if before in self._slots or len(words) <= 2 or index == len(words) - 1:
                return word
        return ""

    def _is_name(self, word: str) -> bool:
        return word not in self._domain and len(word) > 2
