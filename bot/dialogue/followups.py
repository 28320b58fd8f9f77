"""Messages about the conversation itself: more, others, sources, corrections, back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.content.library import Cell, Comparison, Content
from bot.dialogue.decision import (
    Decision,
    ShowCell,
    ShowComparison,
    ShowPhrase,
    ShowSources,
    ShowTopics,
    ShowTree,
)
from bot.dialogue.state import State
from bot.dialogue.subjects import cell_for
from bot.dialogue.target import GUIDE, Target

Result = tuple[Decision, State]


class Followups:
    """Answers to the intents of the group `dialogue`."""

    def __init__(self, content: Content, follow: Callable[[Target, State], Result]) -> None:
        """
        Args:
            follow: shows what a target leads to.
        """
        self._content = content
        self._follow = follow
        self._acts: dict[str, Callable[[State], Result]] = {
            "tell_more": self._tell_more,
            "others": self._others,
            "list_all": self._list_all,
            "repeat": self._repeat,
            "rephrase": self._repeat,
            "confirm_same": self._repeat,
            "show_sources": lambda state: self._sources("show_sources", state),
            "source_age": lambda state: self._sources("source_age", state),
            "restart": lambda _: (self._phrase("restarted", "restart"), State()),
            "back": self._back,
            "affirm": self._affirm,
            "deny": lambda state: (
                self._phrase("anything_else", "deny"),
                replace(state, guide=None),
            ),
            "topics": lambda state: (ShowTopics(), state),
            "show_types": lambda state: (ShowTree(), state),
        }
        for guide in content.guides:
            act = "guide_" + guide.replace("-", "_")
            self._acts[act] = lambda state, guide=guide: self._follow(Target(GUIDE, guide), state)  # type: ignore[misc]

    def knows(self, intent: str) -> bool:
        """Whether the intent is one of these."""
        return intent in self._acts

    def answer(self, intent: str, state: State) -> Result:
        """What an act of dialogue leads to."""
        return self._acts[intent](state)

    def last_cell(self, state: State) -> Cell | Comparison | None:
        """What was shown last."""
        folder, _, intent = state.cell.partition("/")
        if folder == "compare":
            found = (each for each in self._content.comparisons if each.id == state.cell)
            return next(found, None)
        return self._content.cells.get((folder, intent))

    def _phrase(self, name: str, intent: str, targets: Sequence[Target] = ()) -> ShowPhrase:
        return ShowPhrase(name, intent, targets=tuple(targets))

    def _sources(self, intent: str, state: State) -> Result:
        cell = self.last_cell(state)
        if cell is None:
            subject = state.about[0] if state.about else self._content.root
            cell = cell_for("page_date", subject, self._content)
        return (ShowSources(cell, intent), state) if cell else self._nothing(intent, state)

    def _nothing(self, intent: str, state: State) -> Result:
        return self._phrase("nothing_before", intent), state

    def _repeat(self, state: State) -> Result:
        cell = self.last_cell(state)
        if isinstance(cell, Comparison):
            return ShowComparison(cell), state
        if cell is None:
            return self._nothing("repeat", state)
        subject = state.trail[-1].subject if state.trail else cell.folder
        return ShowCell(cell, cell.intent, subject, repeated=True), state

    def _tell_more(self, state: State) -> Result:
        cell = self.last_cell(state)
        if cell is None:
            return self._nothing("tell_more", state)
        more = [cell.more] if isinstance(cell, Cell) and cell.more else []
        for name in [*more, *cell.next]:
            target = self._beside(name, state)
            if target not in state.trail and target.name in self._content.intents:
                return self._follow(target, state)
        return self._phrase("nothing_more", "tell_more"), state

    def _beside(self, name: str, state: State) -> Target:
        """A follow-up of a cell; without a subject of its own it keeps the present one."""
        target = Target.parse(name)
        if target.subject or target.name == GUIDE:
            return target
        subject = state.trail[-1].subject if state.trail else self._content.root
        return replace(target, subject=subject or self._content.root)

    def _others(self, state: State) -> Result:
        cell = self.last_cell(state)
        if isinstance(cell, Cell) and cell.others:
            return self._follow(Target.parse(cell.others), state)
        for subject in state.about:
            if others := self._content.subjects[subject].others:
                return self._follow(Target.parse(others), state)
        return self._list_all(state)

    def other_kind(self, state: State) -> Result | None:
        """The counterpart of the present subject, asked the same question; None without one."""
        for subject in state.about:
            counterpart = self._content.subjects[subject].other_kind
            if counterpart:
                last = state.trail[-1].name if state.trail else "overview"
                return self._follow(Target(last, counterpart), state)
        return None

    def _list_all(self, state: State) -> Result:
        cell = self.last_cell(state)
        if isinstance(cell, Cell) and cell.intent != "types":
            for subject in state.about:
                if (subject, "types") in self._content.cells:
                    return self._follow(Target("types", subject), state)
        return self._repeat(state)

    def _back(self, state: State) -> Result:
        if len(state.trail) < 2:
            return self._nothing("back", state)
        earlier = replace(state, trail=state.trail[:-2])
        return self._follow(state.trail[-2], earlier)

    def _affirm(self, state: State) -> Result:
        if state.offered:
            return self._follow(state.offered[0], state)
        return self._phrase("no_choice_open", "affirm"), state
