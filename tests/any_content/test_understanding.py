"""A content is understood: danger in each wording of the banks, and lines that were held out."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import Bot
from bot.evaluation import talks
from bot.evaluation.lines import UTTERANCES, held_out_lines, look_alikes
from tests.conftest import ROOT

URGENT = {"emergency", "crisis"}
REACHED = {*URGENT, "check_in"}
LEAST_RECOGNIZED = 0.7
"""Share of held-out lines of what is asked that get their intent."""
MOST_ALARMED = 0.03
"""Share of harmless lines that may raise an alarm."""


def kinds(guide: Bot, message: str) -> set[str]:
    return {each.kind for each in guide.reply(message).replies}


@pytest.mark.parametrize("intent", sorted(URGENT))
def test_danger_is_seen_and_says_whom_to_call(intent: str, guide: Bot) -> None:
    lines = guide.content.danger[intent]
    missed = [line for line in lines if not kinds(guide, line) & REACHED]
    assert len(missed) / len(lines) <= 0.03, missed
    turns = [guide.reply(line) for line in lines[:20]]
    alarms = [turn for turn in turns if turn.kind in URGENT]
    assert len(alarms) >= 10
    assert all(turn.replies[0].help for turn in alarms)


def test_harmless_lines_raise_no_alarm(guide: Bot, folder: Path) -> None:
    lines = [*guide.content.innocent, *look_alikes(folder / UTTERANCES)]
    alarmed = [line for line in lines if kinds(guide, line) & URGENT]
    assert len(alarmed) / len(lines) <= MOST_ALARMED, alarmed


def test_held_out_lines_are_recognized(guide: Bot, folder: Path) -> None:
    """A content need not have any."""
    asked = [
        line
        for line in held_out_lines(folder / UTTERANCES)
        if line.group in ("aspects", "refusals")
    ]
    wrong = [
        line.text
        for line in asked
        if line.intent not in {each.intent for each in guide.reply(line.text).replies}
    ]
    assert len(wrong) <= (1 - LEAST_RECOGNIZED) * len(asked), wrong


def test_held_out_conversations_raise_no_false_alarm(
    guide: Bot, folder: Path, request: pytest.FixtureRequest
) -> None:
    """A content need not have any."""
    if folder == ROOT:
        turns = request.getfixturevalue("held_talks")
    else:
        turns = list(talks.held(guide, folder / talks.FOLDER))
    alarmed = [e.user for _, _, e, turn in turns if talks.is_false_alarm(e, turn)]
    assert len(alarmed) <= MOST_ALARMED * len(turns), alarmed
