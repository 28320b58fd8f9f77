"""Decides what to say: one place where the order of the rules can be read.

What is said to an alarm, and guardrails, come first, on every turn and inside guides too. Then a
language the bot does not speak, a pick from what was offered, and last the questions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.classify.context import Context
from bot.classify.encoder import FloatArray
from bot.classify.listener import Listening
from bot.classify.points import PointReader
from bot.content.library import Content
from bot.dialogue import guides
from bot.dialogue.acts import Acts
from bot.dialogue.again import asks_again
from bot.dialogue.alarms import AfterAlarm, remembering
from bot.dialogue.answers import Answers
from bot.dialogue.calm import Calm
from bot.dialogue.comparisons import Comparisons
from bot.dialogue.cues import CueBook, is_number
from bot.dialogue.decision import Decision, SayForeign, SayForeignAlarm, ShowCell, ShowPhrase
from bot.dialogue.focus import Focus
from bot.dialogue.general import General
from bot.dialogue.guardrails import Guardrails
from bot.dialogue.halves import Halves
from bot.dialogue.interpreter import Interpreter
from bot.dialogue.kindness import Kindness
from bot.dialogue.memory import follow
from bot.dialogue.outcome import Meant, Outcome
from bot.dialogue.own import Own
from bot.dialogue.parts import ASPECTS
from bot.dialogue.points import Points
from bot.dialogue.screen import Names, Screen
from bot.dialogue.several import (
    Several,
    answers_before_the_last,
    brings_back,
    is_guardrail,
    says_something,
    with_professional,
)
from bot.dialogue.show import Show, in_guide
from bot.dialogue.state import State
from bot.dialogue.subjects import Subjects, subject_for
from bot.dialogue.target import GUIDE, Target
from bot.understand.reading import Reading, Segment

Labels = Sequence[str]


class Policy:
    """From a reading and a state to decisions and the next state."""

    def __init__(
        self,
        content: Content,
        context: Context,
        listening: Listening | None,
        points: PointReader,
        statements: Mapping[str, FloatArray],
        names: Names,
    ) -> None:
        """
        Args:
            statements: their vectors, by id.
            names: finds the subjects that words name.
        """
        self._content = content
        self._cues = CueBook(content)
        self.show = Show(content)
        comparisons = Comparisons(content, self._cues)
        acts = Acts(content, self.show, comparisons)
        self._after_alarm = after_alarm = AfterAlarm(content, context)
        self.show.with_acts(
            lambda name, s: acts.answer(name, s) if acts.knows(name) else after_alarm.reply(name, s)
        )
        focus = Focus(content, statements, self._cues)
        self.interpreter = Interpreter(content, context, self._cues, listening)
        self._guardrails = Guardrails(content)
        self.own = Own(content, self.interpreter, self._guardrails)
        self._calm = Calm(content, self.interpreter, self._guardrails)
        self._several = Several(content, comparisons)
        self._kindness = Kindness(content)
        self._halves = Halves(content)
        self._screen = Screen(content, self._cues, names)
        subjects = Subjects(content, self._cues, self._screen)
        self.points = Points(content, points)
        self._answers = Answers(
            content, self.show, acts, comparisons, self._cues, focus, subjects, self.points
        )
        self._general = General(content, self._answers, self._guardrails)

    def decide(self, reading: Reading, state: State, labels: Labels) -> Outcome:
        """What to say; `labels`: how the choices in `state.offered` were worded, in order."""
        reading = self._calm.read(reading, state)
        alarm = self._guardrails.alarm(reading)
        urgent = alarm is not None or reading.foreign_alarm is not None
        alarmed = urgent or state.alarm is not None
        state = self._after_alarm.located(reading, state, alarmed=alarmed)
        reaction = self._after_alarm.answer(reading, state, urgent=urgent)
        if reaction:
            return self._reacted(reaction, reading, state)
        if reading.foreign_alarm:
            abroad = reading.foreign_alarm
            said = SayForeignAlarm(abroad.language, abroad.intent, state.region)
            return Outcome((said,), remembering(replace(state, offered=()), abroad.intent, ()))
        if alarm:
            return self._alarmed(alarm, reading, state)
        later = replace(state, alarm=state.alarm.later() if state.alarm else None)
        outcome = self._answered(reading, later, labels)
        # Somebody who has just been asked is not asked again.
        if state.alarm and not self._guardrails.fires(reading, sure=True):
            return outcome
        check_in = self._guardrails.check_in(reading, outcome.decisions)
        return self._checked_in(check_in, outcome) if check_in else outcome

    def _reacted(self, reaction: ShowCell, reading: Reading, state: State) -> Outcome:
        """The answer to a reaction; beside one that ends the alarm, also to what is asked."""
        outcome = self._outcome(reaction, state)
        asking = tuple(each for each in reading.segments if self._general.is_question(each))
        if not asking or not self._after_alarm.ends(reaction) or len(reading.sentences) < 2:
            return outcome
        more = self._questions(replace(reading, segments=asking), outcome.state)
        said = [each for each in more.decisions if self._kindness.says_something(each)]
        return replace(more, decisions=(*outcome.decisions, *said)) if said else outcome

    def _alarmed(self, alarm: ShowCell, reading: Reading, state: State) -> Outcome:
        """An alarm and nothing else; what was asked with it is kept for later."""
        near = [
            Target(ranked[0].intent, subject_for(ranked[0].intent, each.subjects, state, content))
            for each in reading.segments
            for content in [self._content]
            for ranked in [self.interpreter.rank(each, state)]
            if self._group(ranked[0].intent) == ASPECTS
        ]
        kept = remembering(replace(state, offered=()), alarm.intent, near or state.near)
        return Outcome((replace(alarm, region=state.region),), kept)

    def _checked_in(self, check_in: ShowCell, outcome: Outcome) -> Outcome:
        """The answer, if there is one, and then the question whether it is happening now."""
        said = [each for each in outcome.decisions if says_something(each)]
        state = remembering(outcome.state, check_in.intent, outcome.state.near, asked=True)
        asked = replace(check_in, region=state.region)
        return replace(outcome, decisions=(*said, asked), state=state)

    def _answered(self, reading: Reading, state: State, labels: Labels) -> Outcome:
        """What to say to a message that raises no alarm."""
        if reading.foreign and not reading.alarms:
            return Outcome((SayForeign(reading.foreign, region=state.region),), state)
        if not reading.segments:
            return Outcome((ShowPhrase("empty_message", "empty", "clarify"),), state)
        picked = self._pick(reading, state, labels)
        if picked is None:
            return self._questions(reading, state)
        if self._answers.manner.wanted(reading):
            picked = self._answers.manner.in_short(picked, state)
        outcome = self._outcome(picked, state)
        beside = tuple(each for each in reading.segments if self._asks_beside(each, state, labels))
        if len(reading.sentences) < 2 or not beside:
            return outcome
        more = self._questions(replace(reading, segments=beside), outcome.state)
        said = self._several.without_doubles([picked, *more.decisions])
        return replace(more, decisions=tuple(said))

    def follow_payload(self, target: Target, state: State) -> Outcome:
        """What a payload leads to, which may come from outside and lead nowhere."""
        return self._outcome(self.show.target(target, state), state)

    def _asks_beside(self, segment: Segment, state: State, labels: Labels) -> bool:
        """'2. And is it hereditary?': a question that comes with a pick and is none itself."""
        picks = self._screen.picked(segment.view.words, state, labels)
        return picks is None and self._general.is_question(segment)

    def _outcome(self, decision: Decision, state: State) -> Outcome:
        if isinstance(decision, ShowCell) and decision.intent in self._content.intents:
            decision = replace(decision, region=state.region)
        state = self._after_alarm.after(decision, state)
        return Outcome((decision,), follow(decision, state, self._content))

    def _pick(self, reading: Reading, state: State, labels: Labels) -> Decision | None:
        """A choice that was offered, or one step back in a guide."""
        for words in reading.sentences:
            if state.pair and (
                self._cues.has(words, "first_one") or self._cues.has(words, "second_one")
            ):
                continue
            picked = self._screen.picked(words, state, labels, options=in_guide(state))
            if picked is not None:
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
        if in_guide(state) and intent in ("back", "correction", "missed") and earlier:
            return self.show.guide(earlier, state)
        if intent.startswith(GUIDE) or (in_guide(state) and intent == "affirm"):
            return self.show.guide(state.guide, state)
        return None

    def _questions(self, reading: Reading, state: State) -> Outcome:
        before = state
        meant = self.own.meant(reading, before)
        parts, in_short = self._answers.manner.apart(meant, reading)
        questions, state = self.own.asked(parts, state)
        decisions: list[Decision] = []
        new: list[Decision] = []
        asked: list[tuple[Segment, Decision]] = []
        for each in questions:
            said, state = self._said_to(each, reading, before, state, in_short=in_short)
            asked.append((each.segment, said[-1]))
            said += self._halves.named(said[-1], each.segment)
            decisions += said
            again = not asks_again(each.segment, before) and brings_back(said[-1], before.cell)
            new += [] if again else said
        said = self._several.without_doubles(new or decisions)
        said += self._halves.not_understood(asked, said)
        state = replace(state, beside=answers_before_the_last(said))
        return Outcome(tuple(self._kindness.opening(reading, said)), state, tuple(meant))

    def _said_to(
        self, each: Meant, reading: Reading, before: State, state: State, *, in_short: bool
    ) -> tuple[list[Decision], State]:
        """What is said to one question of a message, and the state after it."""
        personal = self._guardrails.personal(reading, each.segment, each.candidates, before)
        personal = self._kindness.spared(reading, personal)
        decision = personal or self._answers.answer(each.candidates, each.segment, state)
        said: list[Decision] = []
        if isinstance(decision, ShowCell) and is_guardrail(decision):
            *said, decision = self._general.told(each, decision, state)
        if self._guardrails.in_general(each.segment, each.candidates):
            decision = with_professional(decision)
        if in_short:
            decision = self._answers.manner.in_short(decision, before)
        near = self._answers.misses.near(each.candidates, each.segment, state)
        around = [e for e in each.segment.elsewhere if e not in each.segment.subjects]
        named = (*around, *reversed(each.segment.subjects))
        state = replace(follow(decision, state, self._content, named), near=near)
        own_case = self._own_case(before) if personal and is_guardrail(decision) else []
        said += self._answers.manner.beside(decision, before, lambda e: self.show.target(e, before))
        return [*said, decision, *own_case], state

    def _group(self, intent: str) -> str:
        return self._content.intents[intent].group

    def _own_case(self, state: State) -> list[Decision]:
        """What a guide shows besides the guardrail to somebody who tells their own case."""
        cell = self._content.guides[state.guide.guide].own_case if state.guide else ""
        return [self.show.target(Target.parse(cell), state)] if cell else []
