"""Decides what to say: one place where the order of the rules can be read.

Guardrails come first, on every turn and inside guides too. Then a language the
bot does not speak, a pick from what was offered, and last the questions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.classify.context import ContextClassifier
from bot.classify.encoder import FloatArray
from bot.content.library import Content
from bot.dialogue import guides
from bot.dialogue.acts import Acts
from bot.dialogue.answers import Answers
from bot.dialogue.comparisons import Comparisons
from bot.dialogue.cues import CueBook, is_number
from bot.dialogue.decision import (
    Clarify,
    Decision,
    SayForeign,
    ShowCell,
    ShowComparison,
    ShowPhrase,
)
from bot.dialogue.focus import Focus
from bot.dialogue.guardrails import Guardrails
from bot.dialogue.interpreter import Candidate, Interpreter
from bot.dialogue.memory import follow
from bot.dialogue.misses import Misses
from bot.dialogue.show import Show, in_guide
from bot.dialogue.state import State
from bot.dialogue.target import GUIDE, Target
from bot.understand.reading import Reading, Segment

Labels = Sequence[str]


@dataclass(frozen=True)
class Meant:
    """A segment and what it may mean, the likeliest first."""

    segment: Segment
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Outcome:
    """What is to be said, the state after it, and what was considered on the way."""

    decisions: tuple[Decision, ...]
    state: State
    meant: tuple[Meant, ...] = ()


class Policy:
    """From a reading and a state to decisions and the next state."""

    def __init__(
        self,
        content: Content,
        context: ContextClassifier,
        statements: Mapping[str, FloatArray],
    ) -> None:
        """
        Args:
            statements: vectors of the statements, by id.
        """
        self._content = content
        self._cues = CueBook(content)
        self.show = Show(content)
        comparisons = Comparisons(content, self._cues)
        acts = Acts(content, self.show, comparisons)
        self.show.with_acts(lambda name, s: acts.answer(name, s) if acts.knows(name) else None)
        focus = Focus(content, statements, self._cues)
        self.interpreter = Interpreter(content, context, self._cues)
        self._guardrails = Guardrails(content)
        self._misses = Misses(content, self._cues)
        self._answers = Answers(content, self.show, acts, comparisons, self._cues, focus)

    def decide(self, reading: Reading, state: State, labels: Labels) -> Outcome:
        """What to say to a message.

        Args:
            labels: how the choices in `state.offered` were worded, in the same order.
        """
        after = [self.interpreter.after(each, state) for each in reading.segments]
        alarm = self._guardrails.urgent(reading, after)
        if alarm:
            return Outcome((alarm,), replace(state, offered=()))
        if reading.foreign and not reading.alarms:
            return Outcome((SayForeign(reading.foreign),), state)
        if not reading.segments:
            return Outcome((ShowPhrase("empty_message", "empty", "clarify"),), state)
        picked = self._pick(reading, state, labels)
        if picked is None:
            return self._questions(reading, state, after)
        outcome = self._outcome(picked, state)
        beside = tuple(each for each in reading.segments if self._asks_beside(each, labels))
        if len(reading.sentences) < 2 or not beside:
            return outcome
        more = self._questions(replace(reading, segments=beside), outcome.state)
        said = self._without_doubles([picked, *more.decisions])
        return replace(more, decisions=tuple(said))

    def follow_payload(self, target: Target, state: State) -> Outcome:
        """What a payload leads to, which may come from outside and lead nowhere."""
        return self._outcome(self.show.target(target, state), state)

    def _asks_beside(self, segment: Segment, labels: Labels) -> bool:
        """'2. And is it hereditary?': a question that comes with a pick and is none itself."""
        picks = self._cues.picked(segment.view.words, labels)
        return segment.view.asks and picks is None

    def _outcome(self, decision: Decision, state: State) -> Outcome:
        return Outcome((decision,), follow(decision, replace(state, near=()), self._content))

    def _pick(self, reading: Reading, state: State, labels: Labels) -> Decision | None:
        """A choice that was offered, or one step back in a guide."""
        for words in reading.sentences:
            if state.pair and (
                self._cues.has(words, "first_one") or self._cues.has(words, "second_one")
            ):
                continue
            picked = self._cues.picked(words, labels, options=in_guide(state))
            if picked is not None and picked < len(state.offered):
                return self.show.target(state.offered[picked], state)
        if len(reading.segments) != 1:
            return None
        segment = reading.segments[0]
        words, intent = segment.view.words, segment.ranking[0].intent
        if len(words) == 1 and is_number(words[0]):
            return ShowPhrase("no_choice_open", "unknown_choice", "clarify")
        return self._guide_move(intent, state) if state.guide else None

    def _guide_move(self, intent: str, state: State) -> Decision | None:
        """Back, change an answer, or going on with the guide one is in."""
        assert state.guide
        earlier = guides.back(state.guide)
        if in_guide(state) and intent in ("back", "correction") and earlier:
            return self.show.guide(earlier, state)
        if intent.startswith(GUIDE) or (in_guide(state) and intent == "affirm"):
            return self.show.guide(state.guide, state)
        return None

    def _questions(
        self, reading: Reading, state: State, after: Sequence[Mapping[str, float] | None] = ()
    ) -> Outcome:
        before = state
        known = after or [None] * len(reading.segments)
        # A second question of a message does not hang on the answer to the first.
        meant = [
            Meant(segment, self.interpreter.rank(segment, before, each))
            for segment, each in zip(reading.segments, known, strict=True)
        ]
        decisions: list[Decision] = []
        for each in meant:
            personal = self._guardrails.personal(reading, each.segment, each.candidates, before)
            decision = personal or self._answers.answer(each.candidates, each.segment, state)
            if self._guardrails.in_general(reading, each.segment, each.candidates):
                decision = _with_professional(decision)
            near = self._misses.near(each.candidates, each.segment, state)
            named = tuple(reversed(each.segment.subjects))
            state = replace(follow(decision, state, self._content, named), near=near)
            decisions += [decision, *(self._own_case(before) if personal else ())]
        said = self._without_doubles(decisions)
        if reading.sad and _tells(said[0]):
            said = [ShowPhrase("kind_word", "distress"), *said]
        return Outcome(tuple(said), state, tuple(meant))

    def _without_doubles(self, decisions: Sequence[Decision]) -> list[Decision]:
        """Each answer once; one whose statements another one shows as well is left out."""
        found = [each for rank, each in enumerate(decisions) if each not in decisions[:rank]]
        good = [each for each in found if not _is_miss(each)] if len(found) > 1 else found
        found = good or found[:1]
        if any(_is_guardrail(each) for each in found):
            found = _beside_guardrail(found)
        said = {id(each): self._statements(each) for each in found}
        return [
            each
            for place, each in enumerate(found)
            if not any(
                said[id(each)] and said[id(each)] <= said[id(other)]
                for rank, other in enumerate(found)
                if other is not each and (said[id(each)] != said[id(other)] or rank < place)
            )
        ]

    def _statements(self, decision: Decision) -> set[str]:
        if not isinstance(decision, ShowCell) or decision.cell.kind != "answer" or decision.detail:
            return set()
        return set(decision.focus or self._content.quoted(decision.cell, decision.subject))

    def _own_case(self, state: State) -> list[Decision]:
        """What a guide shows besides the guardrail to somebody who tells their own case."""
        cell = self._content.guides[state.guide.guide].own_case if state.guide else ""
        return [self.show.target(Target.parse(cell), state)] if cell else []


def _with_professional(decision: Decision) -> Decision:
    """An answer in general to a question about one person names whom to ask about that person."""
    if isinstance(decision, ShowCell) and decision.cell.kind == "answer":
        return replace(decision, guardrail="ask_professional")
    return decision


def _is_miss(decision: Decision) -> bool:
    """Among several answers, a part that was not understood is no loss."""
    if isinstance(decision, Clarify):
        return decision.miss
    return isinstance(decision, ShowCell) and decision.cell.folder in ("fallback", "outside")


def _is_guardrail(decision: Decision) -> bool:
    return isinstance(decision, ShowCell) and decision.cell.kind == "guardrail"


def _beside_guardrail(decisions: Sequence[Decision]) -> list[Decision]:
    """A guardrail once, and what can be answered beside it."""
    first = next(each for each in decisions if _is_guardrail(each))
    return [
        each
        for each in decisions
        if each is first
        or (
            isinstance(each, ShowCell | ShowComparison) and not _is_guardrail(each) and _tells(each)
        )
    ]


def _tells(decision: Decision) -> bool:
    if isinstance(decision, ShowCell):
        return decision.cell.kind == "answer"
    return isinstance(decision, ShowComparison)
