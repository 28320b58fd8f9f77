"""Decides on one question: an answer, an honest refusal, or asking back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.content.library import Content
from bot.dialogue import cues
from bot.dialogue.comparisons import Comparisons
from bot.dialogue.decision import Clarify, ShowCell
from bot.dialogue.followups import Followups, Result
from bot.dialogue.state import State
from bot.dialogue.subjects import cell_for, subject_for
from bot.dialogue.target import Target
from bot.understand.reading import Segment

ASPECTS, REFUSALS, OUTSIDE, SAFETY = "aspects", "refusals", "outside", "safety"

_SURE = 0.75
"""An aspect this probable is answered although the sentence has a term of a refusal topic."""
_UNDERSTOOD = 0.3
"""Least probability of the best intent."""
_LEANING = 0.3
"""Least probability of all aspects together for asking back which was meant."""
_SAID_BY_A_NAME = ("overview", "disclosure", "correction", "others", "acknowledgement")
"""Intents that a message of a name and small words may seem to have, and means nothing by."""
_ASKS_MORE = 0.5
"""From this probability of another intent such a message is a question of its own."""
_TRUSTED = 0.97
"""An aspect this probable is answered although an unknown word stands in the subject's place."""
_FALLBACKS = ("rephrase", "menu", "people")


@dataclass(frozen=True)
class _Choice:
    """The intent chosen for a question, and how sure the choice is (0 to 1)."""

    intent: str
    group: str
    probability: float


class Questions:
    """Answers a segment of a message."""

    def __init__(
        self, content: Content, followups: Followups, follow: Callable[[Target, State], Result]
    ) -> None:
        self._content = content
        self._followups = followups
        self._follow = follow
        self._comparisons = Comparisons(content)

    def answer(self, segment: Segment, state: State) -> Result:
        """What to say to one question, and the state after it."""
        return (
            self._hanging_on_last(segment, state)
            or self._comparison(segment, state)
            or self._chosen(self._choose(segment), segment, state)
        )

    def _chosen(self, choice: _Choice, segment: Segment, state: State) -> Result:
        if self._followups.knows(choice.intent):
            return self._followup(choice.intent, segment, state)
        if choice.group == ASPECTS and self._about_something_else(segment):
            return self._other_disease(state)
        if choice.probability < _UNDERSTOOD or "gibberish" in segment.view.flags:
            return self._not_understood(segment, state)
        return self._show(choice.intent, segment, state)

    def _comparison(self, segment: Segment, state: State) -> Result | None:
        """Two subjects side by side, when that is what is asked for and there is something."""
        choice = self._choose(segment)
        if choice.intent != "compare" and not self._two_things(choice.intent, segment):
            return None
        found = self._comparisons.find(segment, state)
        if found:
            return found, replace(state, misses=0)
        subjects = self._carried(segment)
        if subjects and self._content.nearest_cell("compare", subjects[0]):
            return self._show("compare", segment, state)
        return self._chosen(self._choose(segment, without="compare"), segment, state)

    def _about_something_else(self, segment: Segment) -> bool:
        """Whether another disease or an unknown thing is what is asked about, not ours."""
        if not segment.view.outsider or self._carried(segment):
            return False
        certain = segment.ranking[0].probability >= _TRUSTED
        return "other-disease" in segment.view.flags or not certain

    def _two_things(self, intent: str, segment: Segment) -> bool:
        """'Is a carcinoid another name for a pNET?' asks to tell two things apart."""
        kinds = [self._content.subjects[each].kind for each in self._carried(segment)]
        return intent == "other_names" and len(kinds) > 1 and len(set(kinds)) == 1

    def _choose(self, segment: Segment, without: str = "") -> _Choice:
        """The best intent of the most probable group; a topic's term speaks for its refusal."""
        groups = {name: mass for name, mass in segment.groups.items() if name != SAFETY}
        ranked = [each for each in segment.ranking if each.intent != without]
        best_aspect = next((e for e in ranked if self._group(e.intent) == ASPECTS), None)
        topic = next(iter(segment.view.topics), "")
        sure = best_aspect is not None and best_aspect.probability >= _SURE
        if topic and not (sure and best_aspect and best_aspect.intent != "compare"):
            top = segment.ranking[0]
            named = top.intent if self._group(top.intent) == REFUSALS else topic
            return _Choice(named, REFUSALS, 1.0)
        for group in sorted(groups, key=lambda each: -groups[each]):
            best = next((each for each in ranked if self._group(each.intent) == group), None)
            if best:
                return _Choice(best.intent, group, groups[group] * 0.5 + best.probability * 0.5)
        return _Choice(ranked[0].intent, self._group(ranked[0].intent), 0.0)

    def _group(self, intent: str) -> str:
        return self._content.intents[intent].group

    def _hanging_on_last(self, segment: Segment, state: State) -> Result | None:
        """'What about X?', 'no, I meant X', 'X': the last question, asked of another subject."""
        view = segment.view
        top = segment.ranking[0]
        asks_more = top.probability >= _ASKS_MORE and top.intent not in _SAID_BY_A_NAME
        last = state.trail[-1].name if state.trail else ""
        carried = [each for each in segment.subjects if self._carries_on(each, last)]
        bare = cues.is_bare(view, carried)
        goes_on = cues.opens_with(view, "ellipsis", self._content) or not asks_more
        about_another = (bare and goes_on) or (bool(view.named) and top.intent == "correction")
        if not about_another or not carried:
            return None
        intent = last if self._takes(last, carried[0]) else "overview"
        subject = subject_for(intent, carried, state, self._content)
        return self._follow(Target(intent, subject), state)

    def _carried(self, segment: Segment) -> list[str]:
        """Subjects that a conversation can be about; terms are not."""
        return [each for each in segment.subjects if self._content.carries(each)]

    def _carries_on(self, subject: str, last: str) -> bool:
        """Whether a bare name can take up the last question: a subject's, or a term's after one."""
        return self._content.carries(subject) or self._takes(last, subject)

    def _takes(self, intent: str, subject: str) -> bool:
        if intent not in self._content.intents or self._group(intent) != ASPECTS:
            return False
        kind = self._content.subjects[subject].kind
        return kind in self._content.intents[intent].takes

    def _followup(self, intent: str, segment: Segment, state: State) -> Result:
        if intent == "others":
            other = self._followups.other_kind(state)
            if other and not {"kind", "type", "one", "sort"}.isdisjoint(segment.view.words):
                return other
        if self._carried(segment) and intent in ("tell_more", "others", "list_all"):
            return self._show("types" if intent != "tell_more" else "overview", segment, state)
        return self._followups.answer(intent, state)

    def _other_disease(self, state: State) -> Result:
        cell = self._content.group_cell("other_disease")
        assert cell is not None
        return ShowCell(cell, "other_disease"), replace(state, misses=0)

    def _show(self, intent: str, segment: Segment, state: State) -> Result:
        subject = subject_for(intent, segment.subjects, state, self._content)
        cell = cell_for(intent, subject, self._content)
        if cell is None:
            return self._not_understood(segment, state)
        for named in reversed(segment.subjects):
            state = state.speaking_of(named, self._content)
        if not state.about:
            state = state.speaking_of(subject, self._content)
        return ShowCell(cell, intent, subject), replace(state, misses=0)

    def _not_understood(self, segment: Segment, state: State) -> Result:
        """Ask back when it leans towards something; else go through the fallbacks."""
        leaning = segment.groups.get(ASPECTS, 0.0) >= _LEANING
        if leaning and state.misses == 0 and not segment.view.outsider:
            likely = [e.intent for e in segment.ranking if self._group(e.intent) == ASPECTS][:3]
            targets = tuple(
                Target(intent, subject_for(intent, segment.subjects, state, self._content))
                for intent in likely
            )
            return Clarify(targets), replace(state, misses=state.misses + 1)
        fallback = _FALLBACKS[min(state.misses, len(_FALLBACKS) - 1)]
        cell = self._content.cells["fallback", fallback]
        return ShowCell(cell, "not_understood"), replace(state, misses=state.misses + 1)
