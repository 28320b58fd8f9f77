"""Puts two subjects side by side: as an author wrote it, or from a cell of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.content.library import Cell, Comparison, Content
from bot.content.schema import SideShape
from bot.dialogue.cues import CueBook
from bot.dialogue.decision import Decision, ShowCell, ShowComparison
from bot.dialogue.state import State
from bot.dialogue.subjects import COMPARE, cell_for, compared
from bot.language.negation import Negation
from bot.language.terms import TermIndex
from bot.understand.reading import Segment

_STATEMENTS_A_SIDE = 2
_OVERALL = "overview"


class Comparisons:
    """Both sides, always; and never a side that nobody named."""

    def __init__(self, content: Content, cues: CueBook) -> None:
        self._content = content
        self._cues = cues
        self._written = {
            (frozenset(each.subjects), each.intent): each for each in content.comparisons
        }
        self._sign_of = {
            term: intent.id for intent in content.intents.values() for term in intent.signs
        }
        self._signs = TermIndex(self._sign_of)
        self._negation = Negation(content.negation)

    def asked(self, segment: Segment, state: State, also: Sequence[str] = ()) -> Decision | None:
        """What a message that asks to compare leads to; None when there is nothing to compare.

        Args:
            also: further intents that the message may have: the aspect compared.
        """
        named = self._main(segment) or self._comparable(segment)
        if len(named) == 1 and segment.names > 1 and segment.view.mentions:
            return self._same_thing(named[0])
        if len(named) == 1 and self.unknown_side(segment):
            return self._one_side(named[0])
        if not named and not state.pair and self.unknown_side(segment):
            # "Thymus or lung, what's the difference?": neither side is one of ours.
            return None
        pair = self._pair(named, state)
        if pair is None:
            return None
        key = frozenset(pair)
        aspects = [each for each in also if (key, each) in self._written]
        found = self.of(pair, self._aspects(segment) or aspects, segment)
        return replace(found, intent=COMPARE) if isinstance(found, ShowComparison) else found

    def of(self, pair: Sequence[str], intents: Sequence[str], segment: Segment) -> Decision | None:
        """Two subjects side by side, for the first of these aspects that both have."""
        note = "no_ranking" if self._cues.has(segment.view.words, "ranks") else ""
        words = not all(self._content.carries(each) for each in pair)
        for intent in (*intents, ""):
            found = self.shown(pair, intent, note)
            # Of two words, one answer for both tells less than what an author wrote on them.
            if found and not (words and intent and isinstance(found, ShowCell)):
                return found
        return None

    def shown(self, pair: Sequence[str], intent: str, note: str = "") -> Decision | None:
        """Two subjects side by side for one aspect ('' for all in all), if the pages have it."""
        intent = "" if intent in (COMPARE, _OVERALL) else intent
        written = self._written.get((frozenset(pair), intent))
        if written:
            return ShowComparison(written, intent or COMPARE, note)
        return self._made(pair, intent or _OVERALL, note)

    def unknown_side(self, segment: Segment) -> bool:
        """Whether a message that compares names a second thing that is none of our subjects."""
        view = segment.view
        if view.outsider:
            return True
        taken = {i for each in view.mentions for i in range(each.start, each.end)}
        rest = [word for i, word in enumerate(view.words) if i not in taken]
        weighty = self._cues.without(rest, "small", "compare_words", "points_back", "ranks")
        return bool(weighty) and not self._aspects(segment)

    def _main(self, segment: Segment) -> list[str]:
        """'What is the difference between the two main types?'; else nothing."""
        asked = len(segment.view.named) <= 1 and self._cues.has(segment.view.words, "main_ones")
        return list(self._main_pair() or ()) if asked else []

    def _comparable(self, segment: Segment) -> list[str]:
        named = segment.view.named if len(segment.view.named) > 1 else segment.elsewhere
        return [each for each in named if self._content.nearest_cell(_OVERALL, each)]

    def _same_thing(self, subject: str) -> Decision | None:
        """Two names of one subject: say so."""
        cell = self._content.nearest_cell("other_names", subject)
        return ShowCell(cell, "other_names", subject) if cell else None

    def _one_side(self, subject: str) -> Decision | None:
        """The other side is not in the pages: say so, and what they say of ours."""
        cell = self._content.nearest_cell(_OVERALL, subject)
        return ShowCell(cell, COMPARE, subject, note="unknown_side") if cell else None

    def _pair(self, named: Sequence[str], state: State) -> tuple[str, str] | None:
        if len(named) >= 2:
            return self._alike(named[0], named[1])
        if not named:
            subject = state.about[0] if state.about else ""
            other = self._content.subjects[subject].other_kind if subject else ""
            if len(state.pair) == 2:
                return state.pair[0], state.pair[1]
            return (subject, other) if other else self._main_pair()
        # After a comparison its pair is what was spoken of; later, what was answered last is.
        spoken = (*state.pair, *state.about) if compared(state) else (*state.about, *state.pair)
        lately = [each for each in spoken if each != named[0]]
        same_kind = [each for each in lately if self._kind(each) == self._kind(named[0])]
        other = self._content.subjects[named[0]].other_kind
        if same_kind:
            return named[0], same_kind[0]
        return (named[0], other) if other else None

    def _main_pair(self) -> tuple[str, str] | None:
        """Without any name, the first two children of the root that have a counterpart."""
        for each in self._content.subjects.values():
            if each.parent == self._content.root and each.other_kind:
                return each.id, each.other_kind
        return None

    def _alike(self, first: str, second: str) -> tuple[str, str]:
        """'Functional or nonfunctional pNET': the first is meant of pancreatic NETs too."""
        if self._is_meant(first, second):
            return self._content.subjects[second].other_kind, second
        if self._is_meant(second, first):
            return first, self._content.subjects[first].other_kind
        return first, second

    def _is_meant(self, short: str, full: str) -> bool:
        """Whether a short name next to a full one means the full one's counterpart."""
        counterpart = self._content.subjects[full].other_kind
        return bool(counterpart) and short in self._content.subjects[counterpart].combines

    def _kind(self, subject: str) -> str:
        return self._content.subjects[subject].kind

    def _aspects(self, segment: Segment) -> list[str]:
        """What is compared, by the words that name it."""
        words = segment.view.words
        # "No, not surgery. What is the difference between the two?"
        hits = [e for e in self._signs.hits(words) if not self._negation.negates(words, e.start)]
        return list(dict.fromkeys(self._sign_of[hit.term] for hit in hits))

    def _made(self, pair: Sequence[str], intent: str, note: str) -> Decision | None:
        cells = [cell_for(intent, subject, self._content) for subject in pair]
        first, second = cells
        if first is None or second is None:
            return None
        if self._statements(first, pair[0]) == self._statements(second, pair[1]):
            return self._of_both(pair, intent, (first, second), note)
        if first.kind == second.kind == "refusal" or first.kind not in ("answer", "refusal"):
            return None
        made = Comparison.model_construct(
            subjects=tuple(pair),
            intent=intent,
            lead=self._content.phrases["compare_lead"],
            sides=tuple(map(self._side, pair, (first, second))),
            next=(),
            guardrail="",
            path="",
        )
        return ShowComparison(made, COMPARE if intent == _OVERALL else intent, note)

    def _of_both(
        self, pair: Sequence[str], intent: str, cells: tuple[Cell, Cell], note: str
    ) -> ShowCell:
        """One answer that is said of both; a lead that speaks of one of them is left out."""
        cell = next((each for each in cells if each.folder not in pair), cells[0])
        own = cell.folder in pair
        focus = self._statements(cell, pair[0]) if own else ()
        about = (pair[0], pair[-1])
        return ShowCell(
            cell, intent, cell.folder, note=note or "said_of_both", focus=focus, pair=about
        )

    def _side(self, subject: str, cell: Cell) -> SideShape:
        said_of = cell.folder if cell.folder in self._content.subjects else subject
        return SideShape(
            subject=subject,
            statements=self._statements(cell, subject)[:_STATEMENTS_A_SIDE],
            said_of="" if said_of == subject else said_of,
            lead=cell.lead,
            silent=cell.kind == "refusal",
        )

    def _statements(self, cell: Cell, subject: str) -> tuple[str, ...]:
        return self._content.quoted(cell, subject) or cell.nearest
