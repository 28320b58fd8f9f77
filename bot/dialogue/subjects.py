"""Which subjects a question is about, and which cell answers it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import Cell, Content
from bot.dialogue.cues import CueBook
from bot.dialogue.screen import Screen
from bot.dialogue.state import State
from bot.understand.reading import Segment

COMPARE = "compare"


class Subjects:
    """Finds what a question is about: what it names, what it points back to, what was spoken of."""

    def __init__(self, content: Content, cues: CueBook, screen: Screen) -> None:
        self._content = content
        self._cues = cues
        self._screen = screen

    def meant(self, intent: str, segment: Segment, state: State) -> tuple[str, ...]:
        """The subjects of a question, the first one first; several when it asks of each."""
        named = self._named(intent, segment, state)
        if named:
            return named
        pointing = self._cues.points_at_other(segment.view)
        if state.about and state.about[0] in segment.rejected and not pointing:
            # "Not the pancreas! How is it treated?": what is known of the rest is the whole.
            return (self._content.subjects[state.about[0]].parent or self._content.root,)
        shown = "" if state.pair else self._screen.pointed_at(intent, segment, state)
        if shown:
            return (shown,)
        return self._pointed_at(intent, segment, state) or (
            subject_for(intent, segment.subjects, state, self._content),
        )

    def bearer(self, segment: Segment, state: State) -> str:
        """What 'is it functional?' is about: the type spoken of, where only qualities are named.

        Empty when the question is about the qualities themselves.
        """
        subjects = self._content.subjects
        named = [each for each in segment.subjects if self._content.carries(each)]
        told = [each for each in segment.elsewhere if each not in named]
        words = segment.view.words
        points = self._cues.has(words, "points_back") or bool(told)
        if not named or not points or not all(subjects[each].quality for each in named):
            return ""
        if len(named) > 1 and self._cues.has(words, "sets_apart"):
            return ""  # "But you said the adrenal one is rare. How do the two kinds differ?"
        others = (each for each in (*told, *state.about) if each in subjects)
        kinds = {subjects[each].kind for each in named}
        types = (e for e in others if subjects[e].kind in kinds and not subjects[e].quality)
        # Of what comes in both kinds, the question is about the kinds.
        divided = {each.parent for each in subjects.values() if each.quality}
        return next((each for each in types if each not in divided), "")

    def other(self, segment: Segment, state: State) -> str:
        """What 'the other one' is: of the pair, or the counterpart of what was spoken of; or ''.

        "Not only the pancreatic ones" means all of the group above.
        """
        aside = segment.view.set_aside
        if aside and self._cues.has(segment.view.words, "not_only"):
            return self._content.subjects[aside[0]].parent or self._content.root
        beside = {*segment.view.named} & {*state.pair}
        if len(state.pair) == 2 and len(beside) == 1:
            # "Is hers benign or the other?"
            return next(each for each in state.pair if each not in beside)
        about = [each for each in (*aside, *state.about) if each in self._content.subjects]
        # Of a group and a kind of it neither is "the other kind".
        pair = () if state.pair and self._content.is_lineage(*state.pair) else state.pair
        if len(pair) == 2 and about and about[0] in pair and not compared(state):
            return next(each for each in pair if each != about[0])
        found = (self._content.subjects[each].other_kind for each in about)
        return next(filter(None, found), "")

    def whole(self, intent: str, subjects: Sequence[str]) -> str:
        """What all of these are kinds of, where it has the answer and one of them lacks it; or ''.

        "Are carcinoid and pancreatic the two main ones?" is asked of the whole.
        """
        above = {self._content.subjects[each].parent for each in subjects}
        cells = [self._content.cell(intent, each) for each in (*subjects, *above)]
        kinds = [each.kind if each else "" for each in cells]
        lone = len(above) == 1 and kinds[-1] == "answer" and "refusal" in kinds[:-1]
        return next(iter(above)) if lone else ""

    def can_follow(self, named: Sequence[str], state: State) -> bool:
        """Whether something of these can be what the last question was about: "benign?" is not."""
        takes = self._content.intents[state.last.name].takes if state.last else ()
        subjects = self._content.subjects
        return any(self._content.carries(e) or subjects[e].kind in takes for e in named)

    def _named(self, intent: str, segment: Segment, state: State) -> tuple[str, ...]:
        """The subjects named, of the kind that the intent asks about most likely."""
        takes = self._content.intents[intent].takes
        kinds = {each: self._content.subjects[each].kind for each in segment.subjects}
        for kind in takes:
            found = [each for each in segment.subjects if kinds[each] == kind]
            answered = [each for each in found if self._content.nearest_cell(intent, each)]
            if answered or (found and intent == COMPARE):
                names = tuple(answered or found)
                return names if len(names) > 1 else (self._combined(names[0], segment, state),)
        return ()

    def _combined(self, subject: str, segment: Segment, state: State) -> str:
        """'And nonfunctional ones?' of one part of the body means those of that part."""
        loose = all(e.loose for e in segment.view.mentions if e.subject == subject)
        # "In the pancreas." alone narrows what was asked; in a sentence it says where the tumor is.
        narrows = self._content.subjects[subject].quality or self._cues.is_bare(segment.view)
        if not loose or not narrows or not state.about:
            return subject
        above = {*self._content.ancestors(state.about[0])} - {self._content.root}
        wholes = (e for e in self._content.subjects.values() if subject in e.combines)
        return next((e.id for e in wholes if {*e.combines} - {subject} <= above), subject)

    def _pointed_at(self, intent: str, segment: Segment, state: State) -> tuple[str, ...]:
        words, pair = segment.view.words, state.pair
        if self._cues.points_at_other(segment.view) or segment.view.set_aside:
            other = self.other(segment, state)
            return (other,) if other else ()
        if len(pair) != 2 or not self._content.intents[intent].takes:
            return ()
        if self._cues.has(words, "first_one"):
            return pair[:1]
        if self._cues.has(words, "second_one"):
            return pair[1:]
        together = compared(state) or intent == COMPARE or self._cues.has(words, "both")
        return pair if together else ()


def compared(state: State) -> bool:
    """Whether the last answer was a comparison."""
    return bool(state.pair) and (not state.cell or state.cell.startswith("compare/"))


def subject_for(intent: str, named: Sequence[str], state: State, content: Content) -> str:
    """The subject of a question: one that it names, else one spoken of lately, else the root.

    An intent says which kinds of subject it takes, the likeliest kind first;
    of several names the first of the likeliest kind counts. An intent that is
    answered alike for all subjects leaves the one spoken of as it is.
    """
    takes = content.intents[intent].takes
    kinds = {name: content.subjects[name].kind for name in (*named, *state.about)}
    if content.group_cell(intent) or not takes:
        talked_of = (name for name in (*named, *state.about) if content.carries(name))
        return next(talked_of, content.root)
    by_kind = [name for kind in takes for name in named if kinds[name] == kind]
    by_time = [name for name in state.about if kinds[name] in takes]
    answered = (name for name in (*by_kind, *by_time) if content.nearest_cell(intent, name))
    return next(answered, content.root)


def cell_for(intent: str, subject: str, content: Content) -> Cell | None:
    """The cell of a subject, of its nearest ancestor, of the root, or of the intent's group."""
    return (
        content.nearest_cell(intent, subject)
        or content.nearest_cell(intent, content.root)
        or content.group_cell(intent)
    )
