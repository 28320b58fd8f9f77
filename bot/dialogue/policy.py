"""Decides what to say: one place where the order of the rules can be read.

Guardrails come first, on every turn and inside guides too. Then a language the
bot does not speak, a pick from what was offered, and last the questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.content.library import Content
from bot.dialogue import cues, guides
from bot.dialogue.decision import (
    AskGuide,
    Decision,
    SayForeign,
    ShowCell,
    ShowComparison,
    ShowPhrase,
)
from bot.dialogue.followups import Followups, Result
from bot.dialogue.guardrails import Guardrails
from bot.dialogue.questions import Questions
from bot.dialogue.state import GuidePlace, State, is_known
from bot.dialogue.subjects import cell_for
from bot.dialogue.target import GUIDE, Target
from bot.understand.reading import Reading

Labels = Sequence[str]


class Policy:
    """From a reading and a state to decisions and the next state."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._guardrails = Guardrails(content)
        self._followups = Followups(content, self.follow)
        self._questions = Questions(content, self._followups, self.follow)

    def decide(
        self, reading: Reading, state: State, labels: Labels
    ) -> tuple[list[Decision], State]:
        """What to say to a message.

        Args:
            labels: how the choices in `state.offered` were worded, in the same order.
        """
        alarm = self._guardrails.urgent(reading)
        if alarm:
            return [alarm], replace(state, offered=())
        if reading.foreign and not reading.alarms:
            return [SayForeign(reading.foreign)], state
        if not reading.segments:
            return [ShowPhrase("empty_message", "empty", "clarify")], state
        result = self._pick(reading, state, labels)
        if result:
            return [result[0]], result[1]
        personal = self._guardrails.personal(reading, state)
        if personal:
            after = self._after(personal, state.speaking_of(personal.subject, self._content))
            return [personal, *self._own_case(state)], after
        return self._answer_all(reading, state)

    def follow(self, target: Target, state: State) -> Result:
        """Show what a choice leads to."""
        if target.name == GUIDE:
            return self._guide(GuidePlace(target.subject, target.answers), state)
        if target.name == "back" and state.guide and self._in_guide(state):
            return self._guide(guides.back(state.guide) or state.guide, state)
        if self._followups.knows(target.name):
            return self._followups.answer(target.name, state)
        subject = target.subject or self._content.root
        cell = cell_for(target.name, subject, self._content)
        if cell is None:
            return ShowPhrase("no_choice_open", target.name), state
        decision = ShowCell(cell, target.name, subject)
        return decision, self._after(decision, state.speaking_of(subject, self._content))

    def follow_payload(self, target: Target, state: State) -> Result:
        """The same for a payload from outside, which may lead nowhere."""
        if not is_known(target, self._content):
            return ShowPhrase("no_choice_open", "unknown_choice", "clarify"), state
        return self.follow(target, state)

    def _own_case(self, state: State) -> list[Decision]:
        """What a guide shows besides the guardrail to somebody who tells their own case."""
        cell = self._content.guides[state.guide.guide].own_case if state.guide else ""
        if not cell:
            return []
        return [self.follow(Target.parse(cell), state)[0]]

    def _pick(self, reading: Reading, state: State, labels: Labels) -> Result | None:
        """A choice that was offered, or one step back in a guide."""
        if len(reading.segments) != 1:
            return None
        segment = reading.segments[0]
        words, intent = segment.view.words, segment.ranking[0].intent
        picked = cues.picked(words, labels, options=self._in_guide(state))
        if picked is not None and picked < len(state.offered):
            return self.follow(state.offered[picked], state)
        if len(words) == 1 and cues.is_number(words[0]):
            return ShowPhrase("no_choice_open", "unknown_choice", "clarify"), state
        return self._guide_move(intent, state) if state.guide else None

    def _in_guide(self, state: State) -> bool:
        """Whether the last turn was a question of a guide."""
        return len(state.offered) > 1 and all(each.name == GUIDE for each in state.offered)

    def _guide_move(self, intent: str, state: State) -> Result | None:
        """Back, change an answer, or going on with the guide one is in."""
        assert state.guide
        earlier = guides.back(state.guide)
        if self._in_guide(state) and intent in ("back", "correction") and earlier:
            return self._guide(earlier, state)
        if intent.startswith(GUIDE) or (self._in_guide(state) and intent == "affirm"):
            return self._guide(state.guide, state)
        return None

    def _guide(self, place: GuidePlace, state: State) -> Result:
        stand = guides.stand(place, self._content)
        if stand.end is None:
            return AskGuide(stand.place), replace(state, guide=stand.place, misses=0)
        target = Target.parse(stand.end.cell)
        decision, after = self.follow(target, replace(state, guide=None))
        if isinstance(decision, ShowCell):
            decision = replace(decision, guardrail=stand.end.guardrail)
        return decision, after

    def _answer_all(self, reading: Reading, state: State) -> tuple[list[Decision], State]:
        decisions: list[Decision] = []
        for segment in reading.segments:
            decision, state = self._questions.answer(segment, state)
            state = self._after(decision, state)
            if decision not in decisions:
                decisions.append(decision)
        if len(decisions) > 1:
            decisions = _without_misses(decisions)
        return decisions, state

    def _after(self, decision: Decision, state: State) -> State:
        if isinstance(decision, ShowCell) and decision.cell.kind in (
            "answer",
            "refusal",
            "guardrail",
        ):
            if decision.cell.folder in ("fallback", "outside"):
                return state
            return state.shown(decision.cell.id, Target(decision.intent, decision.subject))
        if isinstance(decision, ShowComparison):
            subject = decision.comparison.subjects[-1]
            target = Target(decision.comparison.intent or "overview", subject)
            state = state.shown(decision.comparison.id, target)
            return state.speaking_of(subject, self._content)
        return state


def _without_misses(decisions: list[Decision]) -> list[Decision]:
    """Among several answers, a part that was not understood is no loss."""
    good = [
        each
        for each in decisions
        if not (isinstance(each, ShowCell) and each.cell.folder in ("fallback", "outside"))
    ]
    return good or decisions[:1]
