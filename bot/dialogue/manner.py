"""How something is to be told: in short, or in plainer words; beside what it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.content.library import Content
from bot.dialogue.cues import CueBook
from bot.dialogue.decision import Decision, ShowCell
from bot.dialogue.interpreter import Candidate
from bot.dialogue.outcome import Meant
from bot.dialogue.state import State
from bot.dialogue.target import Target
from bot.dialogue.weights import UNDERSTOOD
from bot.understand.reading import Reading, Segment, View

_MANNERS = ("in_short", "rephrase")
"""Intents that say how something is to be told."""
_CORRECTION = "correction"
_INSTEAD = 0.15
"""Share from which a topic is what a correction asks for."""
_TOPICS = ("aspects", "refusals")
HAVE_LEADS = ("answer", "refusal")
"""Kinds of replies that can be said in short."""
_LATELY = 3
"""Answers for which a guardrail is still in mind, so that one line of it is enough."""
_BESIDE = 0.1
"""Share from which a topic is meant beside the manner."""
_AS_WELL = 0.35
"""Share from which a question beside the manner is told in that manner."""
_CLEARLY = 0.7
"""Share from which a part of a message only says how."""


class Manner:
    """Tells the topic of a message from the manner that it asks for."""

    def __init__(self, content: Content, cues: CueBook) -> None:
        self._content = content
        self._cues = cues

    def without(
        self, candidates: Sequence[Candidate], segment: Segment, state: State
    ) -> Sequence[Candidate]:
        """'The short version: how is it treated' asks for a treatment; 'short' says how."""
        topic = [e for e in candidates if self._is_topic(e, state)]
        if candidates[0].intent == _CORRECTION and topic and not self._cues.is_bare(segment.view):
            # "No, the treatments for his tumor that are no operation" says what is asked.
            likely = topic[0].probability >= _INSTEAD and topic[0].trust >= UNDERSTOOD
            return topic if likely else candidates
        manner = candidates[0].intent in _MANNERS and topic and topic[0].trust >= UNDERSTOOD
        if manner and (topic[0].probability >= _BESIDE or segment.view.named):
            return topic
        if candidates[0].intent in _MANNERS and topic and state.last is None:
            # Nothing was said yet that could be said in another way.
            return topic
        return candidates

    def _is_topic(self, candidate: Candidate, state: State) -> bool:
        """Whether it is a question, and not the last one, which the manner is asked of anyway."""
        again = state.last is not None and candidate.intent == state.last.name
        return not again and self._content.intents[candidate.intent].group in _TOPICS

    def wants_plainer(self, best: Candidate, segment: Segment, state: State) -> bool:
        """'Please explain that one with easy words': the last question, in other words."""
        if state.last is None or not self._cues.has(segment.view.words, "plain_words"):
            return False
        others = set(segment.subjects) - {state.last.subject}
        return best.intent == state.last.name and not others

    def applied(
        self, decision: Decision, candidates: Sequence[Candidate], segment: Segment, state: State
    ) -> Decision:
        """The decision, told in short where that was asked for, or in plain words once read.

        Args:
            candidates: one of which may be the manner.
        """
        if not isinstance(decision, ShowCell) or decision.cell.kind not in HAVE_LEADS:
            return decision
        manner = sum(each.probability for each in candidates if each.intent in _MANNERS)
        if manner >= _AS_WELL and state.last is not None:
            return self.in_short(decision, state)
        plain = _was_told(decision, state) and self._cues.has(segment.view.words, "plain_words")
        if not plain and not any(self._cues.has(e.words, "brief") for e in _all(segment)):
            return decision
        return _in_short(decision, plain=plain)

    def apart(self, meant: Sequence[Meant], reading: Reading) -> tuple[list[Meant], bool]:
        """The parts of a message without those that only say how: "simpler please, and …?".

        None is taken away where a guardrail's rule fires: it may be of that part.

        Returns:
            the parts that are about something, and whether that is to be told in short.
        """
        if reading.alarms:
            return list(meant), False
        topics = [each for each in meant if not _says_how(each)]
        asked = [each for each in topics if self._asks(each.candidates[0].intent)]
        return (topics, len(topics) < len(meant)) if asked else (list(meant), False)

    def wanted(self, reading: Reading) -> bool:
        """Whether a message that picks a choice says how: "The fourth, and make it simple"."""
        longer = [each for each in reading.sentences if len(each) > 1]
        return any(
            self._cues.has(words, cue) for words in longer for cue in ("brief", "plain_words")
        )

    def in_short(self, decision: Decision, state: State) -> Decision:
        """The decision in short; in plain words where it was told before."""
        if not isinstance(decision, ShowCell) or decision.cell.kind not in HAVE_LEADS:
            return decision
        return _in_short(decision, plain=_was_told(decision, state))

    def beside(
        self, said: Decision, state: State, shown: Callable[[Target], Decision]
    ) -> list[Decision]:
        """'Shorter', after several answers in one turn: the others of them in short, too.

        Args:
            said: what is said of the last one.
            state: before the message.
            shown: what a target leads to.
        """
        if not isinstance(said, ShowCell) or said.note != "in_short" or not state.beside:
            return []
        if Target(said.intent, said.subject) != state.last:
            return []
        others = state.trail[-1 - state.beside : -1]
        return [self.in_short(shown(each), state) for each in others]

    def _asks(self, intent: str) -> bool:
        return self._content.intents[intent].group in _TOPICS


def _says_how(meant: Meant) -> bool:
    best = meant.candidates[0]
    return best.intent in _MANNERS and best.probability >= _CLEARLY


def _was_told(decision: ShowCell, state: State) -> bool:
    return Target(decision.intent, decision.subject) in state.trail


def _in_short(decision: ShowCell, *, plain: bool) -> ShowCell:
    """The lead alone, where nothing else was to be said of it."""
    if decision.focus or decision.note or decision.brief:
        return decision
    return replace(decision, brief=True, plain=plain, note="in_short")


def _all(segment: Segment) -> Sequence[View]:
    """A question and the sentences around it: "Please keep it short. What …?"."""
    return (segment.view, *segment.around)


def in_one_line(said: ShowCell) -> ShowCell:
    """A guardrail as one line."""
    return replace(said, brief=True, note="said_already")


def unless_said(decision: ShowCell, state: State) -> ShowCell:
    """A guardrail; one line of it, where it was said lately.

    The reply that a rule names tells of the matter itself, and is shortened only in a row.
    """
    usual = decision.cell.intent == decision.intent
    lately = usual and decision.intent in {each.name for each in state.trail[-_LATELY:]}
    said = decision.cell.kind == "guardrail" and (lately or state.cell == decision.cell.id)
    return in_one_line(decision) if said else decision
