"""When a guardrail speaks instead of an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from bot.content.library import Cell, Content
from bot.content.schema import GuardrailShape
from bot.dialogue.decision import Decision, ShowCell
from bot.dialogue.interpreter import Candidate
from bot.dialogue.manner import in_one_line, unless_said
from bot.dialogue.several import deals_with, is_guardrail, tells
from bot.dialogue.state import State
from bot.dialogue.subjects import subject_for
from bot.dialogue.weights import (
    CHECK_IN_ANSWERED,
    CHECK_IN_SUPPORT,
    CHECK_IN_TOLD,
    EITHER_SHARE,
    GENERAL_LEAST,
    GENERAL_SURE,
    OTHER_SHARE,
    PERSONAL_LEAST,
    PERSONAL_OF_SEVERAL,
    PERSONAL_RULES,
    PERSONAL_SUPPORT,
    RULE_SUPPORT,
    SURE_SUPPORT,
)
from bot.language.rules import Alarm
from bot.understand.reading import Reading, Segment

DIAGNOSIS = "personal_diagnosis"


class Guardrails:
    """Reads rules and classifier side by side. In doubt the urgent ones ask."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._by_intent = {each.intent: each for each in content.guardrails}
        self._urgent = [e.intent for e in content.guardrails if e.urgent]
        self._personal = [e.intent for e in content.guardrails if not e.urgent]

    def alarm(self, reading: Reading) -> ShowCell | None:
        """The crisis or emergency reply, if one is called for."""
        fired = [each for each in reading.alarms if each.intent in self._urgent]
        raised = [each for each in fired if self._supports(each, reading)]
        if not raised and not self._reaches(reading, lambda each: each.threshold):
            return None
        intent = raised[0].intent if raised else reading.danger.likeliest
        guardrail = self._by_intent[intent]
        # A rule that knows more about the danger than its kind words the reply.
        special = [e.response for e in fired if e.response != self._by_intent[e.intent].response]
        either = self._may_be_either({each.intent for each in raised}, reading)
        usual = guardrail.either_response if either else guardrail.response
        return self._shown(special[0] if special else usual, intent)

    def fires(self, reading: Reading, *, sure: bool = False) -> bool:
        """Whether an urgent rule fires; `sure`: one that can hardly be said innocently."""
        fired = [each for each in reading.alarms if each.intent in self._urgent]
        return any(each.sure or not sure for each in fired)

    def check_in(self, reading: Reading, said: Sequence[Decision] = ()) -> ShowCell | None:
        """The question whether it is happening now, where danger is possible but not likely.

        Args:
            said: what is said to the message: beside an answer it takes more danger to ask.
        """
        fired = [each for each in reading.alarms if each.intent in self._urgent]
        # Of a part that was cut out the classifier knows little.
        supported = reading.shortened or reading.danger.mass >= CHECK_IN_SUPPORT
        asks = any(each.sure or supported for each in fired)
        more = _beside(said)
        if not asks and not self._reaches(reading, lambda each: more * each.check_in):
            return None
        intent = fired[0].intent if asks else reading.danger.likeliest
        return self._shown(self._by_intent[intent].check_in_response, intent)

    def _may_be_either(self, raised: Set[str], reading: Reading) -> bool:
        """Whether rules and classifier do not agree on one kind of danger."""
        shares = reading.danger.shares
        least = (OTHER_SHARE if raised else EITHER_SHARE) * reading.danger.mass
        seen = {name for name, share in shares.items() if share > 0 and share >= least}
        return len(raised | seen) > 1

    def _supports(self, alarm: Alarm, reading: Reading) -> bool:
        """Whether the classifier sees enough danger for a rule; of other languages it sees none."""
        least = SURE_SUPPORT if alarm.sure else RULE_SUPPORT
        return bool(reading.foreign) or reading.danger.mass >= least

    def _reaches(self, reading: Reading, least: Callable[[GuardrailShape], float]) -> bool:
        """Whether the danger is as large as its likelier class asks for."""
        # Of another language only phrases and rules know anything.
        intent = reading.danger.likeliest
        if not intent or reading.foreign:
            return False
        return reading.danger.mass >= least(self._by_intent[intent])

    def _shown(self, response: str, intent: str) -> ShowCell:
        return ShowCell(self._cell(response), intent)

    def personal(
        self,
        reading: Reading,
        segment: Segment,
        candidates: Sequence[Candidate],
        state: State,
    ) -> ShowCell | None:
        """The reply to a question about a certain person's case, if it is one.

        Args:
            segment: one question of the message.
            candidates: what it may mean in its conversation.
        """
        chances = self._chances(segment)
        alarm = self._alarm(reading, segment)
        if not self._personal:
            return None
        likely = max(self._personal, key=lambda each: chances[each])
        several = len(reading.segments) > 1
        total = sum(chances.values())
        threshold = PERSONAL_OF_SEVERAL if several else self._by_intent[likely].threshold
        in_context = sum(each.probability for each in candidates if each.intent in self._personal)
        heard = in_context >= PERSONAL_LEAST
        if state.last is not None and not (alarm or heard):
            return None
        if state.last is not None and heard:
            # What was said before tells which of them is meant.
            likely = self._of(candidates)
        least = GENERAL_SURE if alarm else GENERAL_LEAST
        if likely == DIAGNOSIS and self._general(segment, candidates, least):
            return None
        if total < (PERSONAL_SUPPORT if alarm else threshold):
            return None
        # A rule names its reply more exactly than a class does.
        if alarm and chances[alarm.intent] < PERSONAL_RULES * total:
            alarm = None
        intent = alarm.intent if alarm else likely
        cell = self._cell(alarm.response if alarm else self._by_intent[intent].response)
        subject = subject_for(intent, segment.subjects, state, self._content)
        return unless_said(ShowCell(cell, intent, subject), state)

    def _of(self, candidates: Sequence[Candidate]) -> str:
        """The likeliest personal class of the candidates, of which there is one."""
        return next(each.intent for each in candidates if each.intent in self._personal)

    def is_personal(self, intent: str) -> bool:
        """Whether an intent asks to judge a certain person's case."""
        return intent in self._personal

    def on(self, general: str, said: ShowCell, last: str = "") -> ShowCell | None:
        """A guardrail as it is worded for what is asked in general, if it has such words.

        Args:
            general: intent that is asked in general; '' if none is.
            said: the guardrail.
            last: intent of the question before, where the message hardly asks another one.
        """
        guardrail = self._by_intent[said.intent]
        response = guardrail.responses.get(general) or guardrail.after.get(last)
        usual = said.cell is self._cell(guardrail.response)
        return replace(said, cell=self._cell(response)) if response and usual else None

    def in_short(self, said: ShowCell) -> ShowCell:
        """One line in place of a personal guardrail, for an answer in general to follow."""
        return replace(in_one_line(said), subject="")

    def in_general(self, segment: Segment, candidates: Sequence[Candidate]) -> bool:
        """Whether a question about a certain person's case is answered in general instead."""
        chances = self._chances(segment)
        own = chances.get(DIAGNOSIS, 0.0) >= PERSONAL_LEAST
        return own and self._general(segment, candidates, GENERAL_LEAST)

    def _general(self, segment: Segment, candidates: Sequence[Candidate], least: float) -> bool:
        """'Doctor says my father has a NET. Is this cancer?': the pages answer it in general."""
        subjects = self._content.subjects
        named = any(self._content.kinds[subjects[e].kind].guess for e in segment.elsewhere)
        aspects = [e for e in candidates if self._content.intents[e.intent].group == "aspects"]
        # What the guardrail has its own words for is said with it.
        general = aspects and aspects[0].intent not in self._by_intent[DIAGNOSIS].responses
        return named and bool(general) and aspects[0].probability >= least

    def _chances(self, segment: Segment) -> dict[str, float]:
        """Probability of each personal class."""
        return {each: segment.probability(each) for each in self._personal}

    def _alarm(self, reading: Reading, segment: Segment) -> Alarm | None:
        """The personal rule that fired, for the question of several that is most personal."""
        alarm = _first(reading.alarms, self._personal)
        mass = [sum(e.probability(p) for p in self._personal) for e in reading.segments]
        most = reading.segments[mass.index(max(mass))]
        return alarm if most is segment else None

    def _cell(self, response: str) -> Cell:
        folder, _, intent = response.partition("/")
        return self._content.cells[folder, intent]


def _beside(said: Sequence[Decision]) -> float:
    """How much more danger a check-in takes beside what is said."""
    if any(map(tells, said)):
        return CHECK_IN_TOLD
    answered = any(deals_with(each) or is_guardrail(each) for each in said)
    return CHECK_IN_ANSWERED if answered else 1.0


def _first(alarms: Sequence[Alarm], intents: Sequence[str]) -> Alarm | None:
    """The alarm of the intent that stands first."""
    found = [alarm for alarm in alarms if alarm.intent in intents]
    return min(found, key=lambda alarm: intents.index(alarm.intent), default=None)
