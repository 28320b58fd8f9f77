"""From what a question means to what is said: an answer, a part of one, or what the pages lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.content.library import Content
from bot.dialogue.acts import Acts
from bot.dialogue.again import Again, says_again
from bot.dialogue.beside import MOST, Beside
from bot.dialogue.comparisons import Comparisons
from bot.dialogue.cues import CueBook
from bot.dialogue.decision import Decision, ShowCell
from bot.dialogue.focus import Focus
from bot.dialogue.interpreter import Candidate
from bot.dialogue.manner import Manner
from bot.dialogue.misses import Misses, is_understood
from bot.dialogue.pairs import OF_QUALITIES, Pairs
from bot.dialogue.parts import ASPECTS, Parts
from bot.dialogue.points import Points, lacks
from bot.dialogue.show import Show, in_guide
from bot.dialogue.single import Single
from bot.dialogue.sites import WORD, Sites
from bot.dialogue.state import State
from bot.dialogue.subjects import COMPARE, Subjects
from bot.dialogue.target import Target
from bot.dialogue.weights import (
    AGAIN,
    CERTAIN,
    INSTEAD_OF_AGAIN,
    INSTEAD_OF_LACKING,
    NEAR,
    WORD_AS_WELL,
)
from bot.understand.reading import Segment

_KIND = "kind_of"
"""Intent that asks which group a tumor belongs to."""
_MOST_TRIED = 3
"""Candidates that are tried, one after the other, until one has an answer."""


class Answers:
    """Decides on one question whose candidates are ranked."""

    def __init__(
        self,
        content: Content,
        show: Show,
        acts: Acts,
        comparisons: Comparisons,
        cues: CueBook,
        focus: Focus,
        subjects: Subjects,
        points: Points,
    ) -> None:
        self._content = content
        self._points = points
        self._show = show
        self._acts = acts
        self._comparisons = comparisons
        self._cues = cues
        self._subjects = subjects
        self._parts = Parts(content, focus)
        self.manner = Manner(content, cues)
        self._pairs = Pairs(content, cues)
        self._sites = Sites(content, cues)
        self._again = Again(content, acts)
        self._single = Single(content, cues, self._parts, self._sites, self._again)
        self._beside = Beside(content, comparisons, self._pairs, subjects, self._single)
        self.misses = Misses(content, cues, subjects)

    def answer(self, candidates: Sequence[Candidate], segment: Segment, state: State) -> Decision:
        """What to say to the likeliest candidate that something can be said to."""
        return (
            self._at_once(candidates, segment, state)
            or self._likeliest(candidates, segment, state)
            or self._of_a_name(segment, state)
            or self.misses.answer(candidates, segment, state)
        )

    def _at_once(
        self, candidates: Sequence[Candidate], segment: Segment, state: State
    ) -> Decision | None:
        """What is clear from the words, whatever the candidates are."""
        elsewhere = self.misses.of_something_else(candidates[0], segment, state)
        if elsewhere or "gibberish" in segment.view.flags:
            return elsewhere or self.misses.answer(candidates, segment, state)
        if self.manner.wants_plainer(candidates[0], segment, state):
            return self._acts.answer("rephrase", state)
        found = None
        if len(segment.view.named) == 1 and self._single.asks_a_name(segment):
            found = self._single.what_it_is(segment.view.named, segment, state)
        found = found or self._sites.of_place(candidates[0].intent, segment, state)
        if not found and state.last and not in_guide(state) and self._asks_last_of(segment, state):
            found = self._same_question(segment, state)
        return found

    def _likeliest(
        self, candidates: Sequence[Candidate], segment: Segment, state: State
    ) -> Decision | None:
        """What the likeliest candidate leads to.

        What was said already, or does not tell the point that is asked, only when nothing else.
        """
        again = lacking = None
        for each in self.manner.without(candidates, segment, state)[:_MOST_TRIED]:
            least = INSTEAD_OF_LACKING if lacking else INSTEAD_OF_AGAIN if again else 0
            if each.probability < least:
                break
            lone = each.intent == COMPARE and not self._pairs.names_two(segment, state)
            if not is_understood(each, segment) or lone:
                continue
            decision = self._decided(each.intent, candidates, segment, state)
            decision = decision and self._points.read(decision, each.intent, segment)
            if decision is None:
                continue
            if lacks(decision):
                lacking = lacking or decision
            elif says_again(decision):
                again = again or (decision if each.trust >= AGAIN else None)
            elif not lacking or self._points.tells(decision, segment):
                return self.manner.applied(decision, candidates, segment, state)
        if again and not lacking:
            return self._said_again(again, candidates, segment, state)
        return lacking

    def _said_again(
        self, again: Decision, candidates: Sequence[Candidate], segment: Segment, state: State
    ) -> Decision:
        """What was said already, unless the message names a place: that is what is new in it."""
        place = self._sites.answer(self._content.body.intent, self._content.root, segment)
        # "It is on the adrenal gland. What is that?" asks of the place, "… Why so late?" does not.
        what = isinstance(again, ShowCell) and again.intent == "overview"
        asked = what or self._sites.names_one(segment.view)
        if place and place.cell.id != state.cell and asked:
            return place
        if isinstance(again, ShowCell) and self._points.tells(again, segment):
            return replace(again, note="")
        return self._again.as_all(again, self.misses.near(candidates, segment, state), state)

    def said_of(self, intent: str, segment: Segment, state: State) -> Decision | None:
        """The answer to one intent, whatever else was meant."""
        return self._single.one(
            intent, self._subjects.meant(intent, segment, state), segment, state
        )

    def _of_a_name(self, segment: Segment, state: State) -> Decision | None:
        """Of a message that is only half understood: what it names, asked as the last time."""
        bodies = [each for each in segment.subjects if self._parts.is_body(each)]
        if bodies:
            return self._single.one("overview", bodies, segment, state)
        if state.last and self._subjects_named(segment):
            return self._same_question(segment, state)
        return None

    def _group(self, intent: str) -> str:
        return self._content.intents[intent].group

    def _decided(
        self, intent: str, candidates: Sequence[Candidate], segment: Segment, state: State
    ) -> Decision | None:
        found = self._without_a_topic(intent, segment, state)
        if found:
            return found
        intent = self._topic(intent, segment, state)
        word = any(e.intent == WORD and e.probability >= WORD_AS_WELL for e in candidates)
        quality = intent in OF_QUALITIES and not word
        bearer = self._subjects.bearer(segment, state) if quality else ""
        if bearer:
            return self._single.one(_KIND, (bearer,), segment, state)
        beside = self._beside.the_last(intent, segment, state)
        if beside:
            return beside
        if self._acts.knows(intent):
            return self._act(intent, segment, state)
        unknown = candidates[0].probability < CERTAIN and self._pairs.with_unknown(segment)
        if intent == COMPARE or self._pairs.tells_apart(intent, segment) or unknown:
            also = [each.intent for each in candidates if each.probability >= NEAR]
            found = self._comparisons.asked(segment, state, also)
            return found or self._single.one(intent, segment.subjects, segment, state)
        return self._of_subjects(intent, segment, state)

    def _of_subjects(self, intent: str, segment: Segment, state: State) -> Decision | None:
        place = self._sites.is_asked(intent, segment)
        root = (self._content.root,)
        subjects = root if place else self._subjects.meant(intent, segment, state)
        single = self._parts.asks_detail(intent, segment)
        alike = self._content.intents[intent].of_any_type
        if len(subjects) > 1 and self._group(intent) == ASPECTS and not (single or alike):
            return self._beside.of_several(intent, subjects, segment, state)
        return self._single.one(intent, subjects, segment, state)

    def _without_a_topic(self, intent: str, segment: Segment, state: State) -> Decision | None:
        """'No, the pancreatic one', 'what does that word mean?': only says what it is about."""
        if intent in ("correction", "others") and self._points_at_other(segment):
            return self._same_question(segment, state)
        if intent == "correction" and segment.view.named:
            return self._same_question(segment, state)
        if intent == WORD and segment.subjects and not segment.view.named:
            # "Doctor said it is nonfunctional. What does that mean?"
            return self._single.what_it_is(segment.subjects[:1], segment, state)
        return None

    def _topic(self, intent: str, segment: Segment, state: State) -> str:
        """The intent, where 'others' or 'types' was only how it was put."""
        if intent == "types" and self._cues.has(segment.view.words, "others"):
            intent = "others"
        if intent == "others" and any(each.isdigit() for each in segment.view.words) and state.last:
            # "And the other 90?" asks for the rest of what was told, not for other kinds.
            return state.last.name
        return intent

    def _subjects_named(self, segment: Segment) -> bool:
        return any(self._content.carries(each) for each in segment.subjects)

    def _asks_last_of(self, segment: Segment, state: State) -> bool:
        """'And carcinoid?', 'and the second one?': a name in place of the one before."""
        words = segment.view.words
        one = any(self._cues.has(words, cue) for cue in ("first_one", "second_one"))
        if state.pair and one and not self._cues.without(words, "small", "points_back", "places"):
            return True
        return self._subjects.can_follow(segment.view.named, state) and self._cues.is_bare(
            segment.view
        )

    def _points_at_other(self, segment: Segment) -> bool:
        return self._cues.points_at_other(segment.view) or bool(segment.view.set_aside)

    def _same_question(self, segment: Segment, state: State) -> Decision | None:
        """'No, I meant X', 'and the other one?': the last question, of another subject."""
        last = state.last.name if state.last else "overview"
        if self._content.intents[last].group != ASPECTS:
            last = "overview"
        subjects = self._subjects.meant(last, segment, state)
        if len(segment.view.named) == MOST == len(subjects):
            # "No, I meant functional and nonfunctional."
            return self._beside.of_several(last, subjects, segment, state)
        if not self._content.cell(last, subjects[0]):
            last = "overview" if segment.corrects else last
        return self._single.one(last, subjects, segment, state)

    def _act(self, intent: str, segment: Segment, state: State) -> Decision:
        named = [each for each in segment.subjects if self._content.carries(each)]
        others = self._content.subjects[named[0]].others if named else ""
        if intent == "others" and others:
            return self._show.target(Target.parse(others), state)
        if named and intent in ("tell_more", "others", "list_all"):
            found = self._single.one(
                "overview" if intent == "tell_more" else "types", named, segment, state
            )
            if found:
                return found
        return self._acts.answer(intent, state)
