"""Where somebody says that they are, which decides the numbers that are shown."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import Content
from bot.language.negation import Negation
from bot.language.terms import TermIndex


class Regions:
    """Finds the regions of data/emergency_numbers.yaml in a message."""

    def __init__(self, content: Content) -> None:
        self._region_of = {
            place: name
            for name, region in content.numbers.regions.items()
            for place in region.places
        }
        self._places = TermIndex(self._region_of)
        self._negation = Negation(content.negation)

    def named(self, sentences: Sequence[Sequence[str]]) -> str:
        """Id of the region that a message names, by its longest name; empty for none.

        "I don't live in the US" names none.
        """
        hits = [
            hit
            for words in sentences
            for hit in self._places.hits(words)
            if not self._negation.negates(words, hit.start)
        ]
        longest = max(hits, key=lambda hit: hit.end - hit.start, default=None)
        return self._region_of[longest.term] if longest else ""
