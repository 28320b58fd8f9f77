"""Context takes a doubt about danger back, and never somebody's danger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot import Bot, State
from bot.dialogue.calm import Calm
from bot.dialogue.guardrails import Guardrails
from bot.dialogue.memory import follow
from bot.dialogue.target import Target
from bot.dialogue.weights import CALMED, SOME_DANGER
from bot.evaluation.danger import FOLDER, URGENT, messages
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def guardrails(bot: Bot) -> Guardrails:
    return Guardrails(bot.content)


@pytest.fixture(scope="module")
def calm(bot: Bot, guardrails: Guardrails) -> Calm:
    return Calm(bot.content, bot.policy.interpreter, guardrails)


@pytest.fixture(scope="module")
def after_treatment(bot: Bot) -> State:
    shown = bot.policy.show.target(Target("treatment", "net"), State())
    return follow(shown, State(), bot.content)


@pytest.mark.parametrize("file", sorted((ROOT / FOLDER).glob("*.tsv")), ids=lambda path: path.stem)
def test_nobody_in_danger_is_taken_for_a_follow_up(
    file: Path, bot: Bot, calm: Calm, guardrails: Guardrails, after_treatment: State
) -> None:
    """Each line by somebody in danger, said after an answer, is asked about as it is alone."""
    lost = []
    for message in (each for label, each in messages(file) if label in URGENT):
        reading = bot.read(message)
        reached = guardrails.check_in(reading) is not None
        if reached and guardrails.check_in(calm.read(reading, after_treatment)) is None:
            lost.append(message)
    assert lost == []


HARMLESS = "backwards one step please, I lost the page of sweating"
"""Somebody wrote it after an answer; the safety reader sees some danger in it."""


def test_a_harmless_remark_in_a_conversation_is_not_asked_about(
    bot: Bot, calm: Calm, guardrails: Guardrails, after_treatment: State
) -> None:
    reading = bot.read(HARMLESS)
    assert guardrails.check_in(reading)
    assert reading.danger.mass < CALMED
    assert guardrails.check_in(calm.read(reading, after_treatment)) is None
    # At the start the safety reader alone knows.
    assert calm.read(reading, State()).danger == reading.danger


def test_the_listener_must_hear_no_danger_at_all(
    bot: Bot, calm: Calm, guardrails: Guardrails, after_treatment: State, monkeypatch: Any
) -> None:
    hears = dict.fromkeys(URGENT, SOME_DANGER)
    monkeypatch.setattr(bot.policy.interpreter, "hear", lambda *_: hears)
    reading = calm.read(bot.read(HARMLESS), after_treatment)
    assert guardrails.check_in(reading)
