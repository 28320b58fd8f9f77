"""What a conversation remembers after a decision: the one place where the state changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.content.library import Content
from bot.dialogue.decision import (
    AskGuide,
    Clarify,
    Decision,
    Restart,
    ShowCell,
    ShowComparison,
    ShowPhrase,
    ShowTree,
)
from bot.dialogue.points import lacks
from bot.dialogue.state import TREE, State
from bot.dialogue.target import Target

_REMEMBERED = ("answer", "refusal", "guardrail")
_NOT_UNDERSTOOD = "not_understood"


def follow(decision: Decision, state: State, content: Content, named: Sequence[str] = ()) -> State:
    """The state after a decision.

    Args:
        named: subjects that the message named, the most important last.
    """
    if isinstance(decision, ShowComparison):
        return _after_comparison(decision, state, content)
    if isinstance(decision, ShowCell):
        return _after_cell(decision, state, content, named)
    match decision:
        case Restart():
            state = State(region=state.region)
        case AskGuide():
            state = replace(state, guide=decision.place, misses=0)
        case ShowTree():
            # As if the question had been which types there are, or what it is.
            asked = "types" if "types" in content.intents else "overview"
            state = state.answered(TREE, Target(asked, content.tree.subject))
            state = replace(state, brief=False, plain=False, lacking=False)
        case Clarify():
            state = replace(state, misses=state.misses + decision.miss)
        case ShowPhrase(intent="deny"):
            state = replace(state, guide=None)
    return state


def _after_comparison(decision: ShowComparison, state: State, content: Content) -> State:
    comparison = decision.comparison
    first, last = comparison.subjects[0], comparison.subjects[-1]
    target = Target(comparison.intent or "overview", last)
    shown = [name for side in comparison.sides for name in side.statements[:1]]
    state = state.answered(comparison.id if comparison.path else "", target, shown)
    state = state.speaking_of(first, content).speaking_of(last, content)
    short = decision.brief
    return replace(state, pair=(first, last), brief=short, plain=short, lacking=False)


def _after_cell(decision: ShowCell, state: State, content: Content, named: Sequence[str]) -> State:
    cell = decision.cell
    if decision.ends_guide:
        state = replace(state, guide=None)
    if decision.intent == _NOT_UNDERSTOOD:
        return replace(state, misses=state.misses + 1)
    state = replace(state, misses=0)
    if cell.kind not in _REMEMBERED or cell.folder == "outside":
        return state
    # What is lacking, or asked of all, is told of the root; what was named is still spoken of.
    falls_back = decision.subject == content.root and bool(named)
    for each in (*named, *(() if falls_back else (decision.subject,))):
        state = state.speaking_of(each, content)
    shown = decision.focus or ((decision.first,) if decision.first else cell.statements)
    state = state.answered(cell.id, Target(decision.intent, decision.subject), shown)
    # Where there are no simpler words, the short form is the simplest.
    plain = decision.brief and (decision.plain or not cell.simple)
    lacking = cell.kind == "refusal" or bool(decision.detail) or lacks(decision)
    state = replace(state, brief=decision.brief, plain=plain, lacking=lacking)
    if decision.pair:
        return replace(state, pair=decision.pair)
    leaves_pair = cell.kind == "answer" and decision.subject not in (*state.pair, content.root)
    return replace(state, pair=() if leaves_pair else state.pair)
