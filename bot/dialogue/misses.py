"""What is said to a message that was not understood, and what it may have meant instead."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import Content
from bot.dialogue.cues import CueBook
from bot.dialogue.decision import Clarify, Decision, ShowCell
from bot.dialogue.interpreter import Candidate
from bot.dialogue.state import State
from bot.dialogue.subjects import Subjects
from bot.dialogue.target import Target, offered
from bot.dialogue.weights import (
    CERTAIN,
    CLEAR_LEAD,
    CORRECTED_LEAD,
    LEANING,
    NEAR,
    SHORT_FIRST,
    TRUSTED,
    TRUSTED_AFTER,
    UNDERSTOOD,
    UNDERSTOOD_BY_LEAD,
)
from bot.understand.reading import Segment

_FALLBACKS = ("rephrase", "menu", "people")
_QUESTIONS = ("aspects", "refusals")


class Misses:
    """Asks back with what is near; it never loops and never guesses."""

    def __init__(self, content: Content, cues: CueBook, subjects: Subjects) -> None:
        self._content = content
        self._cues = cues
        self._subjects = subjects

    def of_something_else(self, best: Candidate, segment: Segment, state: State) -> Decision | None:
        """What is said to a question about another disease, or of a thing that is not known."""
        if not self._about_something_else(best, segment, state):
            return None
        cell = self._content.group_cell("other_disease")
        assert cell is not None
        return ShowCell(cell, "other_disease")

    def _about_something_else(self, best: Candidate, segment: Segment, state: State) -> bool:
        """Whether another disease or an unknown thing is what is asked about, not ours."""
        if not segment.view.outsider:
            return self._means_one_named_before(best, segment)
        if self._group(best.intent) not in _QUESTIONS:
            return False
        if self._group(best.intent) == "refusals" and (
            "other-disease" not in segment.view.flags
            or self._cues.has(segment.view.words, "points_back")
        ):
            return False
        if any(map(self._content.carries, segment.subjects)) or self._in_passing(
            best, segment, state
        ):
            return False
        # After an answer an unknown word is hardly another disease: "I'll ring our Deirdre".
        certain = best.trust >= (TRUSTED_AFTER if state.last else TRUSTED)
        return "other-disease" in segment.view.flags or not certain

    def _in_passing(self, best: Candidate, segment: Segment, state: State) -> bool:
        """'Without surgery? His brother died in one, of a hernia', 'is asthma on that list?'."""
        others = self._content.intents[best.intent].names_others
        story = state.last is not None and len(segment.view.words) > SHORT_FIRST
        return best.probability >= (CLEAR_LEAD if others else CERTAIN) and (others or story)

    def _means_one_named_before(self, best: Candidate, segment: Segment) -> bool:
        """'What about a hernia? Can that be treated?'"""
        if self._group(best.intent) not in _QUESTIONS:
            return False
        words = [each.words for each in segment.around]
        place = words.index(segment.view.words) if segment.view.words in words else 0
        if not place or segment.elsewhere or not self._cues.has(segment.view.words, "points_back"):
            return False
        before = segment.around[place - 1]
        return "other-disease" in before.flags and self._cues.opens(before.words, "ellipsis")

    def near(
        self, candidates: Sequence[Candidate], segment: Segment, state: State
    ) -> tuple[Target, ...]:
        """What else a message may have meant, the likeliest first."""
        return tuple(
            Target(each.intent, self._subjects.meant(each.intent, segment, state)[0])
            for each in candidates[1:]
            if each.probability >= NEAR and self._group(each.intent) in _QUESTIONS
        )[:3]

    def answer(self, candidates: Sequence[Candidate], segment: Segment, state: State) -> Decision:
        """Asks back with what is near; else goes through the fallbacks. It never loops."""
        leaning = segment.groups.get("aspects", 0.0) >= LEANING or state.last is not None
        if leaning and state.misses == 0 and not segment.view.outsider:
            likely = [c for c in candidates if self._group(c.intent) in _QUESTIONS]
            near = self.near([candidates[0], *likely], segment, state)
            intents = self._content.intents
            onward = [e for e in state.offered if e.name in intents and not intents[e.name].hangs]
            targets = offered(near, onward)
            if targets:
                return Clarify(targets)
        fallback = _FALLBACKS[min(state.misses, len(_FALLBACKS) - 1)]
        return ShowCell(self._content.cells["fallback", fallback], "not_understood")

    def _group(self, intent: str) -> str:
        return self._content.intents[intent].group


def is_understood(candidate: Candidate, segment: Segment) -> bool:
    """Alone, or by a clear lead over the other candidates where nothing unknown is named."""
    # What is left of "I am asking about the …" is asked.
    lead = CORRECTED_LEAD if segment.corrects else CLEAR_LEAD
    clear = not segment.view.outsider and candidate.probability >= lead
    return candidate.trust >= (UNDERSTOOD_BY_LEAD if clear else UNDERSTOOD)
