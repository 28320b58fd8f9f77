"""Finds or makes the comparison that a question asks for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import Comparison, Content
from bot.content.schema import SideShape
from bot.dialogue.decision import Decision, ShowCell, ShowComparison
from bot.dialogue.state import State
from bot.dialogue.subjects import cell_for
from bot.language.terms import TermIndex
from bot.understand.reading import Segment

_STATEMENTS_A_SIDE = 2


class Comparisons:
    """Both sides, always: written by an author, or put together from two cells."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._written = {
            (frozenset(each.subjects), each.intent): each for each in content.comparisons
        }
        self._intent_of = {
            term: intent.id for intent in content.intents.values() for term in intent.signs
        }
        self._signs = TermIndex(self._intent_of)

    def find(self, segment: Segment, state: State) -> Decision | None:
        """The comparison a segment asks for; None when it names nothing to compare."""
        if len(segment.view.mentions) > 1 and len(segment.view.named) == 1:
            return self._same_thing(segment.view.named[0])
        pair = self._pair(segment, state)
        if pair is None:
            return None
        for intent in (*self._aspects(segment), ""):
            written = self._written.get((frozenset(pair), intent))
            if written:
                return ShowComparison(written)
        return self._made(pair)

    def _same_thing(self, subject: str) -> Decision | None:
        """Two names of one subject: say so."""
        cell = self._content.nearest_cell("other_names", subject)
        return ShowCell(cell, "other_names", subject) if cell else None

    def _pair(self, segment: Segment, state: State) -> tuple[str, str] | None:
        named = [
            each
            for each in segment.view.named
            if self._content.cell("overview", each) or self._content.nearest_cell("overview", each)
        ]
        if len(named) >= 2:
            return self._alike(named[0], named[1])
        if not named:
            subject = state.about[0] if state.about else ""
            other = self._content.subjects[subject].other_kind if subject else ""
            return (subject, other) if other else self._main_pair()
        lately = [each for each in state.about if each != named[0]]
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
        hits = self._signs.hits(segment.view.words)
        return list(dict.fromkeys(self._intent_of[hit.term] for hit in hits))

    def _made(self, pair: tuple[str, str]) -> Decision | None:
        sides = [self._side(subject) for subject in pair]
        first, second = sides
        if first is None or second is None or first.statements == second.statements:
            return None
        made = Comparison.model_construct(
            subjects=pair,
            intent="",
            lead=self._content.phrases["compare_lead"],
            sides=(first, second),
            next=(),
            guardrail="",
            path="",
        )
        return ShowComparison(made)

    def _side(self, subject: str) -> SideShape | None:
        cell = cell_for("overview", subject, self._content)
        if cell is None:
            return None
        shown: Sequence[str] = cell.statements or cell.nearest
        return SideShape(subject=subject, statements=tuple(shown[:_STATEMENTS_A_SIDE]))
