"""Marks of the form of a message's parts, and which of them ask something."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.classify.asking import Asking
from bot.content.library import Content
from bot.understand.reading import Segment, View

ASKS = 0.5
"""Probability from which a part asks something."""


class Asks:
    """Reads parts of messages; knows the words that questions open with from the content."""

    def __init__(self, content: Content, model: Asking) -> None:
        self._openers = frozenset(content.cues.get("opens_question", ()))
        self._model = model

    def probabilities(self, parts: Sequence[Segment]) -> list[float]:
        """For each part of a message, how likely it asks something."""
        return [
            self._model.probability(each.vector, self.marks(each.view, place, len(parts)))
            for place, each in enumerate(parts)
        ]

    def marks(self, view: View, place: int, parts: int) -> list[float]:
        """What `bot.classify.asking.MARKS` lists, of the part at `place` of so many."""
        opens = [word in self._openers for word in view.words]
        return [
            float(view.asks),
            float(opens[:1] == [True]),
            float(opens[1:2] == [True]),
            float(any(opens)),
            float(place == 0),
            float(place == parts - 1),
            float(parts == 1),
            math.log(len(view.words) + 1),
            float(bool(view.mentions)),
            float(view.asks and parts > 1),
        ]
