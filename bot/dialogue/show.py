"""What a target leads to: an answer, an act of dialogue, or a place in a guide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.content.library import Content
from bot.dialogue import guides
from bot.dialogue.decision import AskGuide, Decision, ShowBody, ShowCell, ShowPhrase
from bot.dialogue.state import GuidePlace, State, is_known
from bot.dialogue.subjects import cell_for
from bot.dialogue.target import BODY, GUIDE, Target


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
        if target.name in (GUIDE, BODY):
            return self._placed(target, state)
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

    def _placed(self, target: Target, state: State) -> Decision:
        """A place in a guide; the figure of the body, or what the pages say of a site of it."""
        if target.name == GUIDE:
            return self.guide(GuidePlace(target.subject, target.answers), state)
        if not target.subject:
            return ShowBody()
        content = self._content
        return ShowCell(content.cells[BODY, target.subject], content.body.intent, content.root)

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
