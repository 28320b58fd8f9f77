"""An answer that does not tell the point that is asked gives way, or says so."""

from __future__ import annotations

import pytest

from bot import Bot
from bot.dialogue.decision import ShowCell
from bot.dialogue.points import LACKS, Points, lacks
from bot.understand.reading import Segment

TOLD, LACKING = "where do NETs grow?", "which of those places is the worst"


def segment(bot: Bot, text: str) -> Segment:
    (found,) = bot.understander.read(text).segments
    return found


@pytest.fixture(scope="module")
def points(bot: Bot) -> Points:
    return bot.policy.points


@pytest.fixture(scope="module")
def locations(bot: Bot) -> ShowCell:
    return ShowCell(bot.content.cells["net", "locations"], "locations", "net")


def test_what_is_told_stays_as_it_is(bot: Bot, points: Points, locations: ShowCell) -> None:
    found = points.read(locations, "locations", segment(bot, TOLD))
    assert not lacks(found)
    assert points.tells(found, segment(bot, TOLD))


def test_what_is_lacking_is_said(bot: Bot, points: Points, locations: ShowCell) -> None:
    found = points.read(locations, "locations", segment(bot, LACKING))
    assert isinstance(found, ShowCell)
    assert (found.note, found.cell) == (LACKS, locations.cell)
    (reply,) = bot.reply(LACKING, bot.reply(TOLD).state).replies
    assert reply.kind == "refusal"
    assert reply.text.startswith(bot.content.phrases[LACKS])


def test_what_leads_to_an_answer_by_the_way_is_not_read(
    bot: Bot, points: Points, locations: ShowCell
) -> None:
    """'Go on' presses no point of what it leads to, and a refusal has said so already."""
    assert points.read(locations, "tell_more", segment(bot, LACKING)) == locations
    refusal = ShowCell(bot.content.cells["refusals", "cure"], "cure", "net")
    assert not lacks(points.read(refusal, "cure", segment(bot, LACKING)))


def test_a_name_alone_asks_no_point(bot: Bot, points: Points) -> None:
    about = ShowCell(bot.content.cells["insulinoma", "overview"], "overview", "insulinoma")
    assert not lacks(points.read(about, "overview", segment(bot, "insulinoma")))
