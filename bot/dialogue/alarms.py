"""After an alarm: what somebody says to it, and what the conversation keeps of it.

The follow-up classifier has lines that were said after an emergency or a crisis reply, in the
group `after_alarm`. What they mean depends on the alarm, so their answers have two wordings:
responses/after_alarm/<intent>.yaml and, after a crisis, <intent>_crisis.yaml; what is said to
a check-in may have a third, <intent>_asked.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.classify.context import Context
from bot.content.library import Cell, Content
from bot.dialogue.decision import Decision, ShowCell
from bot.dialogue.regions import Regions
from bot.dialogue.state import AlarmPlace, State
from bot.dialogue.target import GUIDE, Target
from bot.dialogue.weights import AFTER_ALARM, AFTER_ALARM_SURE
from bot.understand.reading import Reading, Segment

GROUP = "after_alarm"
_STILL, _REGION, _UNKNOWN = "alarm_still", "alarm_region", "alarm_region_unknown"
_GOES_ON = ("alarm_ok", "alarm_mistaken", "alarm_continue")
"""Answers after which the conversation is taken up again."""
_ALARMS = "safety"
"""Folder of the alarms themselves."""
_ASPECTS = "aspects"
_CLEAR = 0.5
"""Probability from which a message clearly asks something."""
_CLEAR_ENOUGH = 0.3
"""Least probability of the likeliest reaction."""
_STILL_AT_LEAST = 0.4
"""Weight of "it goes on" for a message in which no danger is seen."""


@dataclass(frozen=True)
class _Reaction:
    """What is likeliest said to an alarm."""

    name: str = ""
    probability: float = 0.0
    total: float = 0.0
    """Probability that it is a reaction at all."""


class AfterAlarm:
    """Answers to what is said after an alarm or a check-in."""

    def __init__(self, content: Content, context: Context) -> None:
        self._content = content
        self._context = context
        self._regions = Regions(content)
        urgent = [each for each in content.guardrails if each.urgent]
        self._responses = {each.intent: each.response for each in urgent}
        self._either = {each.intent: each.either_response for each in urgent}

    def located(self, reading: Reading, state: State, *, alarmed: bool) -> State:
        """The state with the region that a message says the person is in.

        Args:
            alarmed: whether it is about an alarm; else "how common is it in India?" names none.
        """
        region = self._regions.named(reading.sentences, anywhere=alarmed)
        return replace(state, region=region) if region else state

    def answer(self, reading: Reading, state: State, *, urgent: bool) -> ShowCell | None:
        """The answer to a reaction; None when a message is none.

        Args:
            urgent: whether the message would raise an alarm by itself.
        """
        place = state.alarm
        if place is None or place.settled:
            return None
        # Read whole: "Good heavens, no. Nobody is in danger, I only ask" is no plain "no".
        read = [reading.whole] if reading.whole else reading.segments
        found = [self._reaction(each, place, reading.danger.mass) for each in read]
        best = max(found, key=lambda each: each.total, default=None)
        if best is None or best.total < (AFTER_ALARM if place.turns < 2 else AFTER_ALARM_SURE):
            return None
        if best.probability < _CLEAR_ENOUGH:
            return None
        # A danger that is said now speaks for itself, also where it is another one than before.
        if urgent and (best.name == _STILL or best.probability < AFTER_ALARM_SURE):
            return None
        return self.reply(best.name, state, located=bool(self._regions.named(reading.sentences)))

    def ends(self, said: ShowCell) -> bool:
        """Whether a reaction ends the alarm, so that what is asked beside it can be answered."""
        return said.intent in _GOES_ON

    def after(self, said: Decision, state: State) -> State:
        """The state after an answer: what was said to be over is over, what goes on begins anew.

        What else was meant before is kept through reactions alone: it can be gone back to.
        """
        reaction = isinstance(said, ShowCell) and said.cell.folder in (GROUP, _ALARMS)
        place = state.alarm if reaction else None
        if place is None or not isinstance(said, ShowCell):
            return replace(state, near=state.near if reaction else ())
        if said.cell.kind in ("emergency", "crisis"):
            return replace(state, alarm=AlarmPlace(place.intent))
        return replace(
            state, alarm=replace(place, settled=place.settled or said.intent in _GOES_ON)
        )

    def reply(self, name: str, state: State, *, located: bool = True) -> ShowCell | None:
        """The answer to a reaction by its name; None for other intents.

        Args:
            located: whether the region is known that somebody says they are in.
        """
        intent = self._content.intents.get(name)
        if intent is None or intent.group != GROUP:
            return None
        alarm = state.alarm.intent if state.alarm else next(iter(self._responses))
        asked = state.alarm is not None and state.alarm.asked
        if name == _STILL:
            response = self._either[alarm] if asked else self._responses[alarm]
            folder, _, cell = response.partition("/")
            return ShowCell(self._content.cells[folder, cell], alarm)
        wording = _UNKNOWN if name == _REGION and not located else name
        targets = self._onward(state) if name in _GOES_ON else ()
        return ShowCell(self._cell(wording, alarm, asked=asked), name, targets=targets)

    def _reaction(self, segment: Segment, place: AlarmPlace, danger: float) -> _Reaction:
        """The likeliest reaction."""
        if segment.vector is None or self._asks(segment):
            return _Reaction()
        after = self._context().predict(segment.vector, place.intent)
        found = {name: p for name, p in after.items() if self._is_reaction(name)}
        # Whether it goes on is also seen in the message itself.
        calm = {_STILL: _STILL_AT_LEAST + danger}
        name = max(found, key=lambda each: found[each] * min(calm.get(each, 1.0), 1.0), default="")
        return _Reaction(name, found.get(name, 0.0), sum(found.values()))

    def _asks(self, segment: Segment) -> bool:
        """Whether a message clearly asks about the pages."""
        top = segment.ranking[0]
        group = self._content.intents[top.intent].group
        return group == _ASPECTS and top.probability >= _CLEAR

    def _is_reaction(self, intent: str) -> bool:
        known = self._content.intents.get(intent)
        return known is not None and known.group == GROUP

    def _cell(self, name: str, alarm: str, *, asked: bool) -> Cell:
        # After a mere question the numbers stand just above: a "no" is not answered with them.
        wordings = [f"{name}_asked"] if asked else []
        found = (self._content.cells.get((GROUP, e)) for e in (*wordings, f"{name}_{alarm}"))
        return next(filter(None, found), self._content.cells[GROUP, name])

    def _onward(self, state: State) -> tuple[Target, ...]:
        """What was asked with the alarm, the guide one was in, and the last answer."""
        guide = [Target(GUIDE, state.guide.guide, state.guide.answers)] if state.guide else []
        last = [state.last] if state.last else []
        return tuple(dict.fromkeys([*state.near, *guide, *last]))


def remembering(state: State, alarm: str, near: Sequence[Target], *, asked: bool = False) -> State:
    """The state after an alarm or a check-in.

    Args:
        near: what else the message asked, to come back to.
        asked: whether it was a check-in.
    """
    return replace(state, alarm=AlarmPlace(alarm, asked=asked), near=tuple(near))
