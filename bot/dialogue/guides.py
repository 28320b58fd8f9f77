"""Guides: questions with options, walked by replaying the options chosen."""

from __future__ import annotations

from dataclasses import dataclass

from bot.content.library import Content
from bot.content.schema import GuideNodeShape, OptionShape
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


def back(place: GuidePlace) -> GuidePlace | None:
    """One question earlier, or None from the first one."""
    return GuidePlace(place.guide, place.answers[:-1]) if place.answers else None
