"""Several answers in one turn: each once, and guardrails beside what can be answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.content.library import Content
from bot.dialogue.comparisons import Comparisons
from bot.dialogue.decision import Clarify, Decision, ShowCell, ShowComparison

_SAD = "distress"
_ANNOYED = "frustration"


class Several:
    """Puts the decisions on the questions of a message together."""

    def __init__(self, content: Content, comparisons: Comparisons) -> None:
        self._content = content
        self._comparisons = comparisons

    def without_doubles(self, decisions: Sequence[Decision]) -> list[Decision]:
        """Each answer once, and of one whose statements another one shows the lead alone."""
        decisions = self._side_by_side(decisions)
        found = [each for rank, each in enumerate(decisions) if each not in decisions[:rank]]
        good = [each for each in found if not is_miss(each)] if len(found) > 1 else found
        found = good or found[:1]
        if any(is_guardrail(each) for each in found):
            found = _beside_guardrail(found)
        told = [self._told_beside(place, found) for place in range(len(found))]
        return [each for each in told if each is not None]

    def _side_by_side(self, decisions: Sequence[Decision]) -> list[Decision]:
        """'What does it depend on? And the pancreatic ones?': both as one comparison."""
        found = list(decisions)
        for place, each in enumerate(found):
            other = next((e for e in found[:place] if _same_of_another(each, e)), None)
            if not isinstance(each, ShowCell) or not isinstance(other, ShowCell):
                continue
            both = self._comparisons.shown((other.subject, each.subject), each.intent)
            if isinstance(both, ShowComparison):
                found[found.index(other)] = both
                return [e for e in found if e is not each]
        return found

    def _told_beside(self, place: int, found: Sequence[Decision]) -> Decision | None:
        """A decision; its lead alone where another one shows its statements; None if it is one."""
        each, own = found[place], self._statements(found[place])
        if any(_says_the_same(each, other) for other in found[:place]):
            return None
        for rank, other in enumerate(found):
            theirs = self._statements(other)
            if other is each or not own or not own <= theirs or (own == theirs and rank > place):
                continue
            assert isinstance(each, ShowCell)
            assert isinstance(other, ShowCell)
            if other.cell is each.cell or each.focus or not each.cell.lead:
                return None
            # Whom to ask about one person is said with the whole answer only.
            return each if each.guardrail else replace(each, brief=True)
        return each

    def _statements(self, decision: Decision) -> set[str]:
        if not isinstance(decision, ShowCell) or decision.cell.kind != "answer" or decision.detail:
            return set()
        quoted = self._content.quoted(decision.cell, decision.subject, decision.asked)
        return set(decision.focus or quoted)


def _same_of_another(decision: Decision, other: Decision) -> bool:
    """Whether two whole answers are to one question, of two subjects."""
    if not isinstance(decision, ShowCell) or not isinstance(other, ShowCell):
        return False
    whole = all(not (e.focus or e.detail or e.asked or e.note) for e in (decision, other))
    same = decision.intent == other.intent and decision.subject != other.subject
    return whole and same and decision.cell.kind == other.cell.kind == "answer"


def is_miss(decision: Decision) -> bool:
    """Among several answers, a part that was not understood is no loss, nor is an apology."""
    if isinstance(decision, Clarify):
        return decision.miss
    if not isinstance(decision, ShowCell):
        return False
    return decision.cell.folder in ("fallback", "outside") or decision.intent == _ANNOYED


def _says_the_same(decision: Decision, other: Decision) -> bool:
    """Whether both say that the pages lack the same, one of them perhaps in short."""
    if not isinstance(decision, ShowCell) or not isinstance(other, ShowCell):
        return False
    return decision.cell.kind == "refusal" and decision.cell is other.cell


def brings_back(decision: Decision, last: str) -> bool:
    """Whether it is the last answer once more, of which nothing in particular is asked.

    Args:
        last: id of the cell shown last.
    """
    if not isinstance(decision, ShowCell) or decision.cell.kind == "guardrail":
        return False
    narrowed = decision.detail or decision.asked or decision.first
    return bool(last) and decision.cell.id == last and not narrowed


def is_guardrail(decision: Decision) -> bool:
    """Whether it says what the bot must not judge."""
    return isinstance(decision, ShowCell) and decision.cell.kind == "guardrail"


def _beside_guardrail(decisions: Sequence[Decision]) -> list[Decision]:
    """A guardrail once, and what can be answered beside it."""
    first = next(each for each in decisions if is_guardrail(each))
    return [
        each for each in decisions if each is first or (not is_guardrail(each) and deals_with(each))
    ]


def tells(decision: Decision) -> bool:
    """Whether it tells something of the pages."""
    if isinstance(decision, ShowCell):
        return decision.cell.kind == "answer"
    return isinstance(decision, ShowComparison)


def deals_with(decision: Decision) -> bool:
    """Whether it deals with a question: tells something of the pages, or what they lack."""
    if isinstance(decision, ShowCell) and decision.cell.kind == "refusal":
        return decision.cell.folder != "fallback"
    return tells(decision)


def says_something(decision: Decision) -> bool:
    """Whether it deals with what was said: also a guardrail, and a kind word."""
    if isinstance(decision, ShowCell) and decision.intent == _SAD:
        return True
    return deals_with(decision) or is_guardrail(decision)


def with_professional(decision: Decision) -> Decision:
    """An answer in general to a question about one person names whom to ask about that person."""
    if isinstance(decision, ShowCell) and decision.cell.kind == "answer":
        return replace(decision, guardrail="ask_professional")
    return decision


def answers_before_the_last(decisions: Sequence[Decision]) -> int:
    """How many answers stand before the last one of a turn."""
    return max(0, sum(map(deals_with, decisions)) - 1)
