"""Whether the answer that was chosen tells the point that is asked, and what is said where not."""

from __future__ import annotations

from dataclasses import replace

from bot.classify.points import UNKNOWN, PointReader
from bot.content.library import Content
from bot.dialogue.decision import Decision, ShowCell
from bot.dialogue.weights import LACKING, TELLING
from bot.understand.point_lines import answered
from bot.understand.reading import Segment, is_bare_name

LACKS = "lacks_point"
"""Note that the pages do not say just what was asked."""
_NEAREST = "only_this"
"""Note that they may not."""


class Points:
    """Reads an answer beside the question that it is given to."""

    def __init__(self, content: Content, reader: PointReader) -> None:
        self._content = content
        self._reader = reader

    def read(self, decision: Decision, intent: str, segment: Segment) -> Decision:
        """The decision; it says so where it does not tell what is asked.

        Args:
            intent: the question as it was understood; what else leads to an answer, such as
                "go on", presses no point of it.
        """
        if not isinstance(decision, ShowCell) or decision.intent != intent:
            return decision
        if decision.detail or decision.asked or decision.note not in ("", _NEAREST):
            return decision
        told = self.told(decision, segment)
        return replace(decision, told=told, note=LACKS if told < LACKING else decision.note)

    def told(self, decision: ShowCell, segment: Segment) -> float:
        """How likely an answer tells what is asked of it (0 to 1)."""
        cell = decision.cell
        if cell.kind != "answer" or is_bare_name(segment.view):
            return UNKNOWN
        return self.told_by(cell.id, segment)

    def told_by(self, cell: str, segment: Segment) -> float:
        """The same of an answer that is named as folder/intent."""
        return self._reader.told(segment.vector, answered(cell, self._content), cell)

    def tells(self, decision: Decision, segment: Segment) -> bool:
        """Whether it is an answer that clearly tells what is asked."""
        return isinstance(decision, ShowCell) and self.told(decision, segment) >= TELLING


def lacks(decision: Decision) -> bool:
    """Whether it says that the pages do not say just what was asked."""
    return isinstance(decision, ShowCell) and decision.note == LACKS
