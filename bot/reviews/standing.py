"""Holds the records against the answers: what was never read, and what has changed since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from bot.content.files import REVIEWS
from bot.errors import Problem
from bot.reviews.answers import Reviewed
from bot.reviews.records import Record, ReviewShape


class State(Enum):
    """How an answer stands."""

    REVIEWED = "reviewed"
    CHANGED = "changed since"
    ASKED = "to be changed"
    NEVER = "never reviewed"


def strays(records: Iterable[Record], answers: Mapping[str, Reviewed]) -> Iterator[Problem]:
    """Records of answers that the content does not have."""
    for each in records:
        if each.shape.id not in answers:
            message = f"'{each.shape.id}' is no answer; correct it, or take this record away"
            yield Problem(REVIEWS, each.line, message)


def states(
    records: Iterable[Record], answers: Mapping[str, Reviewed]
) -> dict[str, tuple[State, tuple[ReviewShape, ...]]]:
    """The state of each answer, with the reviews that it rests on."""
    by_id: dict[str, list[ReviewShape]] = defaultdict(list)
    for each in records:
        by_id[each.shape.id].append(each.shape)
    return {name: _state(answer.hash, by_id[name]) for name, answer in answers.items()}


def _state(now: str, found: list[ReviewShape]) -> tuple[State, tuple[ReviewShape, ...]]:
    fresh = tuple(each for each in found if each.hash == now)
    wished = tuple(each for each in fresh if each.verdict == "change")
    if wished:
        return State.ASKED, wished
    if fresh:
        return State.REVIEWED, fresh
    return (State.CHANGED, tuple(found)) if found else (State.NEVER, ())


def told(state: State, reviews: Iterable[ReviewShape]) -> str:
    """A state in words, with who and when.

    >>> from datetime import date
    >>> said = ReviewShape(id="a/b", by="Ada", on=date(2026, 1, 2), hash="", comment="unclear")
    >>> told(State.CHANGED, [said])
    'changed since Ada, 2026-01-02: unclear'
    """
    who = "; ".join(
        f"{each.by}, {each.on}" + (f": {each.comment}" if each.comment else "") for each in reviews
    )
    joint = {State.NEVER: "", State.CHANGED: " "}.get(state, ": ")
    return f"{state.value}{joint}{who}"


def left(
    found: Mapping[str, tuple[State, tuple[ReviewShape, ...]]], answers: Mapping[str, Reviewed]
) -> Iterator[Problem]:
    """What is still to be read, each answer at its place."""
    for name, (state, reviews) in found.items():
        if state is not State.REVIEWED:
            each = answers[name]
            yield Problem(each.path, each.line, f"{name}: {told(state, reviews)}")
