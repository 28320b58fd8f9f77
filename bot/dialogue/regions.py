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
        self._living = TermIndex(content.cues.get("lives_in", ()))

    def named(self, sentences: Sequence[Sequence[str]], *, anywhere: bool = True) -> str:
        """Id of the region that a message names, by its longest name; empty for none.

        "I don't live in the US" names none.

        Args:
            anywhere: whether any mention counts; else only one after words such as "I live in".
        """
        hits = [
            hit
            for words in sentences
            for hit in self._places.hits(words)
            if not self._negation.negates(words, hit.start)
            and (anywhere or self._lives(words, hit.start))
        ]
        longest = max(hits, key=lambda hit: hit.end - hit.start, default=None)
        return self._region_of[longest.term] if longest else ""

    def _lives(self, words: Sequence[str], place: int) -> bool:
        """Whether words that say where one lives end right before a place, or one word earlier."""
        return any(place - 1 <= hit.end <= place for hit in self._living.hits(words))
