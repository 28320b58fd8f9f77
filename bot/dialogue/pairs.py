"""Whether a question sets two things beside each other."""

from __future__ import annotations

from bot.content.library import Content
from bot.dialogue.cues import CueBook
from bot.dialogue.state import State
from bot.understand.reading import Segment

OF_QUALITIES = ("kind_of", "compare", "overview")
"""Intents of which 'X or Y?' may ask: they tell what something is."""


class Pairs:
    """Reads the signs of two things: names, 'versus', something that the pages lack."""

    def __init__(self, content: Content, cues: CueBook) -> None:
        self._content = content
        self._cues = cues

    def tells_apart(self, intent: str, segment: Segment) -> bool:
        """'Is a carcinoid another name for a pNET?' asks to tell two things apart."""
        kinds = [self._content.subjects[each].kind for each in segment.elsewhere]
        if intent in OF_QUALITIES and self._cues.has(segment.view.words, "sets_apart"):
            return len(segment.view.named) > 1
        return intent == "other_names" and len(kinds) > 1 and len(set(kinds)) == 1

    def names_two(self, segment: Segment, state: State) -> bool:
        """Whether there can be a second thing to compare with, known or not."""
        names = {*segment.view.named, *segment.subjects}
        known = len(names) != 1 or state.pair or segment.view.outsider
        return bool(known) or self._cues.has(segment.view.words, "compare_signs")

    def with_unknown(self, segment: Segment) -> bool:
        """'Carcinoid vs breast cancer': one of ours beside something that the pages lack."""
        outside = segment.view.outsider and any(map(self._content.carries, segment.subjects))
        return bool(outside) and self._cues.has(segment.view.words, "compare_signs")
