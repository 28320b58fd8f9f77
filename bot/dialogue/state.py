"""What is remembered between two turns: a small value that the caller holds.

It has ids of the content and small numbers, never text of a message. Whatever
is unknown or forged is dropped when it is read back, without a word.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.content.library import Content
from bot.dialogue.target import BODY, GUIDE, Target

VERSION = 1
TREE = "tree"
"""In place of a cell: the tree of the types was shown last."""
MOST_OFFERED = 16
"""Choices that can be shown, and so be picked, at a time."""
_MOST_TRAIL = 5
_MOST_ANSWERS = 8
_MOST_BESIDE = 2
_MOST_ABOUT = 3
_MOST_SHOWN = 3
_MOST_NEAR = 3
_MOST_ALARM_TURNS = 5
"""Turns for which an alarm is remembered."""


@dataclass(frozen=True)
class GuidePlace:
    """Where somebody is in a guide."""

    guide: str
    answers: tuple[int, ...] = ()
    """Options chosen so far, from 0; the place is found by replaying them."""


@dataclass(frozen=True)
class AlarmPlace:
    """An alarm, or the question whether there is one, some turns ago."""

    intent: str
    turns: int = 0
    """Turns since then."""
    settled: bool = False
    """Whether the person has said that there is no danger, or has gone on after being asked."""
    asked: bool = False
    """Whether it was only asked."""

    def later(self) -> AlarmPlace | None:
        """One turn on; None when it is forgotten."""
        if self.turns >= _MOST_ALARM_TURNS:
            return None
        return replace(self, turns=self.turns + 1, settled=self.settled or self.asked)

    def to_list(self) -> list[str | int]:
        """As JSON."""
        return [self.intent, self.turns, int(self.settled), int(self.asked)]


@dataclass(frozen=True)
class State:
    """A conversation's memory. Immutable; made by `Bot.reply`, kept by the caller."""

    about: tuple[str, ...] = ()
    """Subjects spoken of lately, newest first, at most one of each kind."""
    cell: str = ""
    """The last answer shown, as folder/intent, or TREE."""
    offered: tuple[Target, ...] = ()
    """Choices of the last turn, in order."""
    trail: tuple[Target, ...] = ()
    """Answers shown lately, newest last."""
    guide: GuidePlace | None = None
    misses: int = 0
    """Messages in a row that were not understood."""
    pair: tuple[str, ...] = ()
    """The two subjects compared last, while they are spoken of."""
    shown: tuple[str, ...] = ()
    """Statements that the last turn put first."""
    near: tuple[Target, ...] = ()
    """What the last message might have meant instead."""
    brief: bool = False
    """Whether the last answer was said in short already."""
    plain: bool = False
    """Whether it was said in simpler words already."""
    beside: int = 0
    """Answers of the last turn before the last one."""
    lacking: bool = False
    """Whether the last answer did not tell what was asked."""
    alarm: AlarmPlace | None = None
    """The last alarm, while it is remembered."""
    region: str = ""
    """Where the person is, when that is known: decides which numbers are shown."""

    def to_dict(self) -> dict[str, Any]:
        """As a JSON object of a few hundred bytes."""
        data: dict[str, Any] = {
            "v": VERSION,
            "about": list(self.about),
            "cell": self.cell,
            "offered": [str(each) for each in self.offered],
            "trail": [str(each) for each in self.trail],
            "guide": [self.guide.guide, *self.guide.answers] if self.guide else [],
            "misses": self.misses,
            "pair": list(self.pair),
            "shown": list(self.shown),
            "near": [str(each) for each in self.near],
            "brief": self.brief,
            "plain": self.plain,
            "beside": self.beside,
            "lacking": self.lacking,
            "alarm": self.alarm.to_list() if self.alarm else [],
            "region": self.region,
        }
        return {key: value for key, value in data.items() if value}

    @classmethod
    def from_dict(cls, data: object, content: Content) -> State:
        """The state of a JSON object; anything in it that the content does not know is dropped."""
        if not isinstance(data, Mapping) or data.get("v") != VERSION:
            return cls()
        cell = data.get("cell")
        misses = data.get("misses")
        pair = _ids(data.get("pair"), content.subjects)
        trail = _targets(data.get("trail"), content)[-_MOST_TRAIL:]
        known = isinstance(cell, str) and bool(trail) and _is_cell(cell, content)
        return cls(
            about=_ids(data.get("about"), content.subjects)[:_MOST_ABOUT],
            cell=str(cell) if known else "",
            offered=_targets(data.get("offered"), content)[:MOST_OFFERED],
            trail=trail,
            guide=_guide(data.get("guide"), content),
            misses=misses if type(misses) is int and 0 <= misses < 100 else 0,
            pair=pair if len(pair) == 2 else (),
            shown=_ids(data.get("shown"), content.statements)[:_MOST_SHOWN],
            near=_targets(data.get("near"), content)[:_MOST_NEAR],
            brief=data.get("brief") is True,
            plain=data.get("plain") is True,
            beside=_beside(data.get("beside"), trail),
            lacking=data.get("lacking") is True,
            alarm=_alarm(data.get("alarm"), content),
            region=_region(data.get("region"), content),
        )

    @property
    def last(self) -> Target | None:
        """The question answered last."""
        return self.trail[-1] if self.trail else None

    def answered(self, cell: str, target: Target, statements: Sequence[str] = ()) -> State:
        """After an answer to `target`, with these statements first."""
        trail = (*(each for each in self.trail if each != target), target)[-_MOST_TRAIL:]
        shown = tuple(statements[:_MOST_SHOWN])
        return replace(self, cell=cell, trail=trail, misses=0, shown=shown, beside=0)

    def speaking_of(self, subject: str, content: Content) -> State:
        """After a subject came up; it takes the place of the last one of its kind."""
        if subject not in content.subjects:
            return self
        kind = content.subjects[subject].kind
        if not content.kinds[kind].carries:
            return self
        others = (each for each in self.about if content.subjects[each].kind != kind)
        return replace(self, about=(subject, *others)[:_MOST_ABOUT])


def is_known(target: Target, content: Content) -> bool:
    """Whether a target leads anywhere in this content."""
    if target.name == GUIDE:
        return target.subject in content.guides
    if target.name == BODY:
        sites = content.body.sites
        return target.subject in sites if target.subject else bool(sites)
    return target.name in content.intents and (
        not target.subject or target.subject in content.subjects
    )


def _ids(value: object, known: Container[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in _texts(value) if each in known))


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _targets(value: object, content: Content) -> tuple[Target, ...]:
    found = (Target.parse(each) for each in _texts(value)[:20])
    return tuple(each for each in found if is_known(each, content))


def _is_cell(name: str, content: Content) -> bool:
    if name == TREE:
        return True
    folder, _, intent = name.partition("/")
    if folder == "compare":
        return any(each.id == name for each in content.comparisons)
    return (folder, intent) in content.cells


def _guide(value: object, content: Content) -> GuidePlace | None:
    if not isinstance(value, list) or not value or not isinstance(value[0], str):
        return None
    if value[0] not in content.guides:
        return None
    answers = value[1:]
    if not all(type(each) is int and 0 <= each < 20 for each in answers):
        return None
    return GuidePlace(value[0], tuple(answers[:_MOST_ANSWERS]))


def _beside(value: object, trail: Sequence[Target]) -> int:
    most = max(0, min(_MOST_BESIDE, len(trail) - 1))
    return value if type(value) is int and 0 <= value <= most else 0


def _alarm(value: object, content: Content) -> AlarmPlace | None:
    if not isinstance(value, list) or len(value) != 4:
        return None
    intent, turns, settled, asked = value
    if intent not in [each.intent for each in content.guardrails if each.urgent]:
        return None
    known = type(turns) is int and 0 <= turns < 100
    return AlarmPlace(intent, turns, settled == 1, asked == 1) if known else None


def _region(value: object, content: Content) -> str:
    return value if isinstance(value, str) and value in content.numbers.regions else ""
