"""Guides: questions with options, walked by replaying the options chosen."""

from __future__ import annotations

from dataclasses import dataclass

from bot.content.guide_schema import GuideNodeShape, GuideShape, OptionShape
from bot.content.library import Content
from bot.dialogue.state import GuidePlace


@dataclass(frozen=True)
class GuideStand:
    """Where a replay has led: to a question, or to the option that ends the guide."""

    place: GuidePlace
    """With the answers that could be replayed."""
    node: GuideNodeShape | None
    end: OptionShape | None


def stand(place: GuidePlace, content: Content) -> GuideStand:
    """Replay a guide's answers; one that fits no option ends the replay before it."""
    guide = content.guides[place.guide]
    node = guide.nodes[guide.start]
    used: list[int] = []
    for answer in place.answers:
        if answer >= len(node.options):
            break
        used.append(answer)
        option = node.options[answer]
        if option.cell:
            return GuideStand(GuidePlace(place.guide, tuple(used)), None, option)
        node = guide.nodes[option.goto]
    return GuideStand(GuidePlace(place.guide, tuple(used)), node, None)


def step(place: GuidePlace, content: Content) -> tuple[int, int]:
    """Which question of a guide somebody is at, from 1, and how many there are at most."""
    guide = content.guides[place.guide]
    found = stand(place, content)
    asked = len(found.place.answers) + 1
    return asked, asked + _longest(found.node, guide, frozenset()) - 1


def _longest(node: GuideNodeShape | None, guide: GuideShape, seen: frozenset[str]) -> int:
    """Questions on the longest way through a guide from here, this one included."""
    if node is None:
        return 0
    onward = {each.goto for each in node.options if each.goto} - seen
    return 1 + max((_longest(guide.nodes[n], guide, seen | {n}) for n in onward), default=0)


def back(place: GuidePlace) -> GuidePlace | None:
    """One question earlier, or None from the first one."""
    return GuidePlace(place.guide, place.answers[:-1]) if place.answers else None
