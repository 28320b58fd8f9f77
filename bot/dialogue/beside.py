"""Two subjects of one question, side by side: both named, or one of them spoken of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.content.library import Content
from bot.dialogue.comparisons import Comparisons
from bot.dialogue.decision import Decision, ShowComparison
from bot.dialogue.pairs import Pairs
from bot.dialogue.parts import ASPECTS
from bot.dialogue.single import Single
from bot.dialogue.state import State
from bot.dialogue.subjects import COMPARE, Subjects
from bot.understand.reading import Segment

MOST = 2
"""Subjects that are set beside each other."""


class Beside:
    """Decides whether the answer is one of each, of both, or of what both are kinds of."""

    def __init__(
        self,
        content: Content,
        comparisons: Comparisons,
        pairs: Pairs,
        subjects: Subjects,
        single: Single,
    ) -> None:
        self._content = content
        self._comparisons = comparisons
        self._pairs = pairs
        self._subjects = subjects
        self._single = single

    def of_several(
        self, intent: str, subjects: Sequence[str], segment: Segment, state: State
    ) -> Decision | None:
        """Two side by side; of more, what is said of the whole group."""
        if len(subjects) > MOST and self._content.cell(intent, self._content.root):
            return self._single.one(intent, (self._content.root,), segment, state)
        whole = self._subjects.whole(intent, subjects)
        if whole:
            return self._single.one(intent, (whole,), segment, state)
        found = self._comparisons.of(subjects[:MOST], (intent,), segment)
        return found or self._single.one(intent, subjects, segment, state)

    def the_last(self, intent: str, segment: Segment, state: State) -> Decision | None:
        """'Is it a carcinoid, too?', 'which of the two is more common?': both, side by side."""
        pair = self._pairs.with_the_last(intent, segment, state)
        if not pair and self._content.intents[intent].group != ASPECTS:
            pair = self._pairs.ranked(segment, state)
        found = self._comparisons.of(pair, (), segment) if pair else None
        return replace(found, intent=COMPARE) if isinstance(found, ShowComparison) else None
