"""What was read a moment ago: it is not told again as if it were new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.content.library import Cell, Content
from bot.dialogue.acts import Acts
from bot.dialogue.decision import Decision, ShowCell
from bot.dialogue.state import State
from bot.dialogue.target import Target
from bot.dialogue.weights import AGAIN
from bot.understand.reading import Segment


class Again:
    """Knows what the last answer showed."""

    def __init__(self, content: Content, acts: Acts) -> None:
        self._content = content
        self._acts = acts

    def just_read(self, statements: Sequence[str], state: State) -> bool:
        """Whether these are all among what the last answer showed."""
        last = self._acts.last_shown(state)
        if not isinstance(last, Cell) or not statements or not state.last or state.brief:
            return False
        shown = {*self._content.quoted(last, state.last.subject), *last.nearest}
        return shown.issuperset(statements)

    def as_all(self, decision: Decision, near: Sequence[Target], state: State) -> Decision:
        """Sentences that were read a moment ago, told as all there is; else the decision itself.

        Args:
            near: what else the message may have meant.
        """
        if not isinstance(decision, ShowCell) or not self.just_read(decision.focus, state):
            return decision
        return replace(decision, note="no_more", targets=self._acts.onward(near, state))

    def was_bridged(self, subject: str, cell: Cell, segment: Segment, state: State) -> bool:
        """Whether the answer before was of the same other subject, and said so."""
        last = state.last
        if last is None or self._content.intents[last.name].of_any_type:
            return False
        folder = state.cell.partition("/")[0]
        carried = last.subject == subject and subject not in segment.view.named
        return carried and folder == cell.folder != subject


def says_again(decision: Decision) -> bool:
    """Whether it is a part of the answer before, and no part that was clearly asked for."""
    return isinstance(decision, ShowCell) and decision.note == "only_this"


def asks_again(segment: Segment, state: State) -> bool:
    """Whether a part of a message asks the last question by itself, not as what is left over."""
    best = segment.ranking[0]
    return state.last is not None and best.intent == state.last.name and best.probability >= AGAIN
