"""Messages about the conversation itself: more, shorter, sources, back, the guide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.content.library import Cell, Comparison, Content
from bot.dialogue.comparisons import Comparisons
from bot.dialogue.decision import (
    AskGuide,
    Clarify,
    Decision,
    Restart,
    ShowCell,
    ShowComparison,
    ShowGuideSources,
    ShowPhrase,
    ShowSources,
    ShowTopics,
    ShowTree,
)
from bot.dialogue.manner import HAVE_LEADS, in_one_line
from bot.dialogue.show import Show, in_guide
from bot.dialogue.state import TREE, GuidePlace, State
from bot.dialogue.target import BODY, GUIDE, Target, offered
from bot.dialogue.tree import as_cell


class Acts:
    """Answers to the intents of the group `dialogue`."""

    def __init__(self, content: Content, show: Show, comparisons: Comparisons) -> None:
        """
        Args:
            show: what a target leads to.
        """
        self._content = content
        self._show = show
        self._comparisons = comparisons
        self._tree = as_cell(content)
        self._acts: dict[str, Callable[[State], Decision]] = {
            "tell_more": self._tell_more,
            "others": self._others,
            "list_all": self._list_all,
            "repeat": lambda state: self._again(state, note="repeated"),
            "rephrase": lambda state: self._in_short("rephrase", state),
            "in_short": lambda state: self._in_short("in_short", state),
            "confirm_same": self._confirm,
            "is_it_there": self._is_it_there,
            "missed": self._missed,
            "correction": self._missed,
            "resume": self._resume,
            "show_sources": lambda state: self._sources("show_sources", state),
            "source_age": lambda state: self._sources("source_age", state),
            "restart": lambda _: Restart(),
            "back": self._back,
            "affirm": self._affirm,
            "deny": lambda _: ShowPhrase("anything_else", "deny"),
            "topics": lambda _: ShowTopics(),
            "show_types": lambda _: ShowTree(),
        }
        for guide in content.guides:
            act = "guide_" + guide.replace("-", "_")
            self._acts[act] = lambda _, guide=guide: AskGuide(GuidePlace(guide))  # type: ignore[misc]

    def knows(self, intent: str) -> bool:
        """Whether the intent is one of these."""
        return intent in self._acts

    def answer(self, intent: str, state: State) -> Decision:
        """What an act of dialogue leads to."""
        return self._acts[intent](state)

    def last_shown(self, state: State) -> Cell | Comparison | None:
        """What was shown last; the tree as a cell."""
        if state.cell == TREE:
            return self._tree
        folder, _, intent = state.cell.partition("/")
        if folder == "compare":
            return next((e for e in self._content.comparisons if e.id == state.cell), None)
        if not state.cell and state.pair and state.last:
            made = self._comparisons.shown(state.pair, state.last.name)
            return made.comparison if isinstance(made, ShowComparison) else None
        return self._content.cells.get((folder, intent))

    def _phrase(self, name: str, intent: str, targets: Sequence[Target] = ()) -> ShowPhrase:
        return ShowPhrase(name, intent, targets=tuple(targets))

    def _nothing(self, intent: str) -> Decision:
        return self._phrase("nothing_before", intent)

    def _sources(self, intent: str, state: State) -> Decision:
        if state.guide and in_guide(state):
            return ShowGuideSources(state.guide.guide, intent)
        shown = self.last_shown(state)
        start = self._content.intents[intent].at_start
        if shown is None and state.last is None and start:
            return self._show.target(Target.parse(start), state)
        if shown is None:
            return self._nothing(intent)
        return ShowSources(shown, intent, None if shown is self._tree else state.last)

    def _again(
        self, state: State, *, note: str = "", brief: bool = False, plain: bool = False
    ) -> Decision:
        shown = self.last_shown(state)
        if isinstance(shown, Comparison):
            return ShowComparison(shown, note=note, brief=brief)
        if shown is self._tree:
            return ShowTree()
        if shown is None:
            return self._nothing("repeat")
        subject = state.last.subject if state.last else shown.folder
        # A site of the body is no intent; what it answers is.
        intent = self._content.body.intent if shown.folder == BODY else shown.intent
        return ShowCell(shown, intent, subject, note=note, brief=brief, plain=plain)

    def _in_short(self, intent: str, state: State) -> Decision:
        """The lead alone; once that is said, what near it could be explained."""
        shown = self.last_shown(state)
        if isinstance(shown, Cell) and shown.kind == "guardrail" and not state.brief:
            again = self._again(state)
            return in_one_line(again) if isinstance(again, ShowCell) else again
        silent = shown is self._tree or (isinstance(shown, Cell) and shown.kind not in HAVE_LEADS)
        # What the pages lack has simpler words only where an author wrote some.
        lacks = isinstance(shown, Cell) and shown.kind == "refusal" and not shown.simple
        plain = intent == "rephrase" and not lacks
        if (state.plain if plain else state.brief) or silent or shown is None:
            phrase = "no_simpler" if shown else "nothing_before"
            return self._phrase(phrase, intent, self._onward(state))
        return self._again(state, note="in_short", brief=True, plain=plain)

    def _confirm(self, state: State) -> Decision:
        """'Are you sure?': the sentence of the page itself, and nothing but it."""
        return self._as_written("as_written", state)

    def _is_it_there(self, state: State) -> Decision:
        """'So the page does not say?': no; or all that it says, where that was asked."""
        if self.last_shown(state) is None:
            return self._nothing("is_it_there")
        if state.lacking:
            near = self.onward(state.near, state)
            return ShowPhrase("not_there", "is_it_there", "refusal", targets=near)
        return self._as_written("all_there_is", state)

    def _as_written(self, note: str, state: State) -> Decision:
        shown = self.last_shown(state)
        if not isinstance(shown, Cell) or not (shown.statements or shown.nearest):
            return self._phrase("nothing_more", "confirm_same", self._onward(state))
        subject = state.last.subject if state.last else shown.folder
        focus = state.shown or (self._content.quoted(shown, subject) or shown.nearest)[:2]
        return ShowCell(shown, shown.intent, subject, note=note, focus=focus)

    def onward(self, near: Sequence[Target], state: State) -> tuple[Target, ...]:
        """What else may have been meant, and then what was not answered yet."""
        return offered(near, self._onward(state))

    def _missed(self, state: State) -> Decision:
        """'That is not what I asked': what else it may have been, never the same again."""
        if state.last is None:
            return self._nothing("missed")
        return Clarify(self.onward(state.near, state), "missed", phrase="missed")

    def _onward(self, state: State) -> tuple[Target, ...]:
        """Questions near the present one that were not answered yet."""
        shown = self.last_shown(state)
        names = shown.next if shown else ()
        targets = [self._beside(name, state) for name in names]
        return tuple(each for each in targets if each not in state.trail)

    def _resume(self, state: State) -> Decision:
        if state.guide:
            return AskGuide(state.guide)
        guides = tuple(Target(GUIDE, name) for name in self._content.guides)
        return self._phrase("choose_prompt", "resume", guides)

    def _tell_more(self, state: State) -> Decision:
        cell = self.last_shown(state)
        if cell is None:
            return self._nothing("tell_more")
        more = [cell.more] if isinstance(cell, Cell) and cell.more else []
        for name in [*more, *cell.next]:
            target = self._beside(name, state)
            if target not in state.trail and target.name in self._content.intents:
                return self._show.target(target, state)
        return self._phrase("nothing_more", "tell_more")

    def _beside(self, name: str, state: State) -> Target:
        """A follow-up of a cell; without a subject of its own it keeps the present one."""
        target = Target.parse(name)
        if target.subject or target.name in (GUIDE, BODY):
            return target
        subject = state.last.subject if state.last else ""
        return replace(target, subject=subject or self._content.root)

    def _others(self, state: State) -> Decision:
        cell = self.last_shown(state)
        if isinstance(cell, Cell) and cell.others:
            return self._show.target(Target.parse(cell.others), state)
        for subject in state.about:
            if others := self._content.subjects[subject].others:
                return self._show.target(Target.parse(others), state)
        return self._list_all(state)

    def _list_all(self, state: State) -> Decision:
        cell = self.last_shown(state)
        if isinstance(cell, Cell) and cell.intent != "types":
            for subject in state.about:
                if (subject, "types") in self._content.cells:
                    return self._show.target(Target("types", subject), state)
        return self._again(state)

    def _back(self, state: State) -> Decision:
        if len(state.trail) < 2:
            return self._nothing("back")
        return self._show.target(state.trail[-2], state)

    def _affirm(self, state: State) -> Decision:
        if state.offered:
            return self._show.target(state.offered[0], state)
        return self._phrase("no_choice_open", "affirm")
