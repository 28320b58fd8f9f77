"""What the pages say, or lack, in general of what is asked about one person."""

from __future__ import annotations

from bot.content.library import Content
from bot.dialogue.answers import Answers
from bot.dialogue.decision import Decision, ShowCell
from bot.dialogue.guardrails import Guardrails
from bot.dialogue.outcome import Meant
from bot.dialogue.parts import ASPECTS
from bot.dialogue.several import deals_with
from bot.dialogue.sites import QUESTIONS
from bot.dialogue.state import State
from bot.dialogue.weights import (
    ASKED_BESIDE,
    GENERAL_AGAIN,
    GENERAL_BESIDE,
    GENERAL_LEAD,
    GENERAL_LEAD_AGAIN,
    GENERAL_OTHER,
)
from bot.understand.reading import Segment


class General:
    """Finds the general question in a personal one, and in what is said beside a reaction."""

    def __init__(self, content: Content, answers: Answers, guardrails: Guardrails) -> None:
        self._content = content
        self._answers = answers
        self._guardrails = guardrails

    def told(self, meant: Meant, personal: ShowCell, state: State) -> list[Decision]:
        """What is said to a question about a certain person's case.

        The guardrail, worded for what is asked where it has such words; else one line of it and
        what the pages say in general, if that is clear.
        """
        worded = self._worded(meant, personal, state)
        # A guide shows what it has for somebody who tells their own case.
        found = None if worded or state.guide else self._answer(meant, personal, state)
        return [self._guardrails.in_short(personal), found] if found else [worded or personal]

    def _answer(self, meant: Meant, personal: ShowCell, state: State) -> Decision | None:
        """What is said in general below the line that a case cannot be judged, if that is clear."""
        # Below one line that was said before, something should stand.
        lead = GENERAL_LEAD_AGAIN if personal.brief else GENERAL_LEAD
        asked = self._asked(meant, lead, state)
        found = self._answers.said_of(asked, meant.segment, state) if asked else None
        if found is None or not deals_with(found) or self._is_said(found, personal, state):
            return None
        return found

    def _worded(self, meant: Meant, personal: ShowCell, state: State) -> ShowCell | None:
        """The guardrail as it is worded for what is asked in general, if it has such words."""
        if personal.brief:
            return None
        asked = self._asked(meant, GENERAL_LEAD, state)
        trust = next((e.trust for e in meant.candidates if e.intent == asked), 0.0)
        last = state.last.name if state.last else ""
        goes_on = asked in ("", last) or trust < GENERAL_OTHER
        return self._guardrails.on(asked, personal, last if goes_on else "")

    def _asked(self, meant: Meant, lead: float, state: State) -> str:
        """The intent that is asked in general, if that is clear; else ''."""
        last = state.last.name if state.last else ""
        general = [
            each
            for each in meant.candidates
            # "Could he die?" asks nothing of where they grow, which was asked before.
            if self._is_general(each.intent)
            and (each.intent != last or each.trust >= GENERAL_AGAIN)
        ]
        if not general or general[0].trust < GENERAL_BESIDE:
            return ""
        least = lead * sum(each.probability for each in general)
        return general[0].intent if general[0].probability >= least else ""

    def _is_said(self, found: Decision, personal: ShowCell, state: State) -> bool:
        """Whether the answer before told it, or the guardrail does."""
        if not isinstance(found, ShowCell):
            return False
        if found.cell.id == state.cell or self._content.intents[found.intent].group != ASPECTS:
            # What the pages lack is news, though the sentences nearest to it may be known.
            return found.cell.id == state.cell
        told = {*self._content.quoted(found.cell, found.subject), *found.cell.nearest}
        return not told.isdisjoint(self._content.quoted(personal.cell, personal.subject))

    def is_question(self, segment: Segment) -> bool:
        """Whether it is put as one, or clearly asks for something: 'I only ask about symptoms'."""
        best = segment.ranking[0]
        asks = self._is_general(best.intent) or self._guardrails.is_personal(best.intent)
        return segment.view.asks or (asks and best.probability >= ASKED_BESIDE)

    def _is_general(self, intent: str) -> bool:
        known = self._content.intents[intent]
        return known.group in QUESTIONS and not known.tells
