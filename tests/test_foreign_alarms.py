"""Danger in languages that the bot does not speak."""

from __future__ import annotations

import pytest

from bot import Bot
from bot.content.language_schema import ForeignAlarmShape
from bot.language.foreign_alarms import ForeignAlarms, fold

SHAPE = {
    "emergency_reply": "{emergency_numbers}",
    "crisis_reply": "{crisis_lines} {emergency_numbers}",
}
SPANISH = ForeignAlarmShape(
    emergency=("no * respira*", "vomit* * sangre"),
    crisis=("quiero morir",),
    negations=("no",),
    **SHAPE,
)
CHINESE = ForeignAlarmShape(spaced=False, emergency=("吐*血",), crisis=("想死",), **SHAPE)
ALARMS = ForeignAlarms({"es": SPANISH, "zh": CHINESE})


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("mi padre no respira", "emergency"),
        ("No puede respirar!!", "emergency"),
        ("vomitó mucha sangre", "emergency"),
        ("VOMITANDO SANGRE", "emergency"),
        ("ya quiero morir.", "crisis"),
        ("他在吐好多血", "emergency"),
        ("我想死", "crisis"),
        ("No. Quiero morir", "crisis"),
    ],
)
def test_phrases_are_found_as_people_type_them(text: str, intent: str) -> None:
    found = ALARMS.find(text, None)
    assert found
    assert found.intent == intent


@pytest.mark.parametrize(
    "text", ["respira bien", "no quiero morirme de risa", "no quiero morir", "sangre", "吐司", ""]
)
def test_nothing_else_is(text: str) -> None:
    assert ALARMS.find(text, None) is None


def test_folding_takes_accents_and_marks_away() -> None:
    assert fold("¡Él NO está RESPIRANDO!") == "el no esta respirando ."
    assert fold("nefes alamıyorum") == "nefes alamiyorum"


def test_twelve_languages_have_both_lists_and_replies(bot: Bot) -> None:
    languages = bot.content.foreign_alarms
    assert len(languages) >= 12
    for each in languages.values():
        assert len(each.emergency) >= 10
        assert len(each.crisis) >= 10
        assert "{emergency_numbers}" in each.emergency_reply
        assert "{crisis_lines}" in each.crisis_reply
        assert "{emergency_numbers}" in each.crisis_reply


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("mi padre no respira, ayuda por favor", "emergency"),
        ("ich will nicht mehr leben", "crisis"),
        ("мой муж не дышит", "emergency"),
        ("我不想活了", "crisis"),
    ],
)
def test_they_are_answered_in_the_language(bot: Bot, message: str, kind: str) -> None:
    turn = bot.reply(message)
    assert turn.kind == kind
    assert "911 (US)" in turn.text
    assert "{" not in turn.text
