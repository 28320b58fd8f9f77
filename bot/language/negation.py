"""Whether a word of a sentence is negated."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.language_schema import NegationShape


class Negation:
    """Negation by a cue shortly before, in the same clause."""

    def __init__(self, rules: NegationShape) -> None:
        self._cues = frozenset(rules.cues)
        self._breaks = frozenset(rules.clause_breaks)
        self._window = rules.window

    def negates(self, words: Sequence[str], index: int) -> bool:
        """Whether the word at `index` stands under a negation cue."""
        for word in reversed(words[max(0, index - self._window) : index]):
            if word in self._breaks:
                return False
            if word in self._cues:
                return True
        return False
