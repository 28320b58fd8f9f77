"""What is remembered between two turns: a small value that the caller holds.

It has ids of the content and small numbers, never text of a message. Whatever
is unknown or forged is dropped when it is read back, without a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.content.library import Content
from bot.dialogue.target import GUIDE, Target

VERSION = 1
_MOST_OFFERED = 8
_MOST_TRAIL = 6
_MOST_ANSWERS = 8
_MOST_ABOUT = 3


@dataclass(frozen=True)
class GuidePlace:
    """Where somebody is in a guide."""

    guide: str
    answers: tuple[int, ...] = ()
    """Options chosen so far, from 0; the place is found by replaying them."""


@dataclass(frozen=True)
class State:
    """A conversation's memory. Immutable; made by `Bot.reply`, kept by the caller."""

    about: tuple[str, ...] = ()
    """Subjects spoken of lately, newest first, at most one of each kind."""
    cell: str = ""
    """The last answer shown, as folder/intent."""
    offered: tuple[Target, ...] = ()
    """Choices of the last turn, in order."""
    trail: tuple[Target, ...] = ()
    """Answers shown lately, newest last."""
    guide: GuidePlace | None = None
    misses: int = 0
    """Messages in a row that were not understood."""

    def to_dict(self) -> dict[str, Any]:
        """As a JSON object of a few hundred bytes."""
        data: dict[str, Any] = {"v": VERSION}
        if self.about:
            data["about"] = list(self.about)
        if self.cell:
            data["cell"] = self.cell
        if self.offered:
            data["offered"] = [str(each) for each in self.offered]
        if self.trail:
            data["trail"] = [str(each) for each in self.trail]
        if self.guide:
            data["guide"] = [self.guide.guide, *self.guide.answers]
        if self.misses:
            data["misses"] = self.misses
        return data

    @classmethod
    def from_dict(cls, data: object, content: Content) -> State:
        """The state of a JSON object; anything in it that the content does not know is dropped."""
        if not isinstance(data, Mapping) or data.get("v") != VERSION:
            return cls()
        cell = data.get("cell")
        misses = data.get("misses")
        return cls(
            about=tuple(each for each in _texts(data.get("about")) if each in content.subjects)[
                :_MOST_ABOUT
            ],
            cell=cell if isinstance(cell, str) and _is_cell(cell, content) else "",
            offered=_targets(data.get("offered"), content)[:_MOST_OFFERED],
            trail=_targets(data.get("trail"), content)[-_MOST_TRAIL:],
            guide=_guide(data.get("guide"), content),
            misses=misses if type(misses) is int and 0 <= misses < 100 else 0,
        )

    def shown(self, cell: str, target: Target) -> State:
        """After an answer."""
        trail = (*(each for each in self.trail if each != target), target)[-_MOST_TRAIL:]
        return replace(self, cell=cell, trail=trail, misses=0)

    def speaking_of(self, subject: str, content: Content) -> State:
        """After a subject came up; it takes the place of the last one of its kind."""
        if subject not in content.subjects:
            return self
        kind = content.subjects[subject].kind
        if not content.kinds[kind].carries:
            return self
        others = (each for each in self.about if content.subjects[each].kind != kind)
        return replace(self, about=(subject, *others)[:_MOST_ABOUT])

    def offering(self, targets: tuple[Target, ...]) -> State:
        """After choices were offered."""
        return replace(self, offered=targets[:_MOST_OFFERED])


def is_known(target: Target, content: Content) -> bool:
    """Whether a target leads anywhere in this content."""
    if target.name == GUIDE:
        return target.subject in content.guides
    return target.name in content.intents and (
        not target.subject or target.subject in content.subjects
    )


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _targets(value: object, content: Content) -> tuple[Target, ...]:
    found = (Target.parse(each) for each in _texts(value)[:20])
    return tuple(each for each in found if is_known(each, content))


def _is_cell(name: str, content: Content) -> bool:
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
