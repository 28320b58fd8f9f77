"""What a target leads to: an answer, an act of dialogue, or a place in a guide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.content.library import Content
from bot.dialogue import guides
from bot.dialogue.decision import AskGuide, Decision, ShowCell, ShowPhrase
from bot.dialogue.state import GuidePlace, State, is_known
from bot.dialogue.subjects import cell_for
from bot.dialogue.target import GUIDE, Target


class Show:
    """Follows targets: choices of the last turn, payloads, ends of guides."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._act: Callable[[str, State], Decision | None] = lambda *_: None

    def with_acts(self, act: Callable[[str, State], Decision | None]) -> None:
        """Acts of dialogue lead to targets and targets to acts, so one is told of the other."""
        self._act = act

    def target(self, target: Target, state: State) -> Decision:
        """What a choice leads to; a calm phrase when it leads nowhere."""
        if not is_known(target, self._content):
            return ShowPhrase("no_choice_open", "unknown_choice", "clarify")
        if target.name == GUIDE:
            return self.guide(GuidePlace(target.subject, target.answers), state)
        if target.name == "back" and state.guide and in_guide(state):
            return self.guide(guides.back(state.guide) or state.guide, state)
        act = self._act(target.name, state)
        if act is not None:
            return act
        subject = target.subject or self._content.root
        cell = cell_for(target.name, subject, self._content)
        if cell is None:
            return ShowPhrase("no_choice_open", target.name)
        return ShowCell(cell, target.name, subject)

    def guide(self, place: GuidePlace, state: State) -> Decision:
        """A question of a guide, or the answer that it ends with."""
        stand = guides.stand(place, self._content)
        if stand.end is None:
            return AskGuide(stand.place)
        decision = self.target(Target.parse(stand.end.cell), state)
        if isinstance(decision, ShowCell):
            decision = replace(decision, guardrail=stand.end.guardrail, ends_guide=True)
        return decision


def in_guide(state: State) -> bool:
    """Whether the last turn was a question of a guide."""
    return len(state.offered) > 1 and all(each.name == GUIDE for each in state.offered)
