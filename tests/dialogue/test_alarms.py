"""Alarms, check-ins, and what is remembered of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import Bot, State
from bot.compose.help_lines import HelpLines
from bot.content.library import Content
from bot.dialogue.alarms import GROUP
from bot.dialogue.decision import ShowCell
from bot.dialogue.guardrails import Guardrails
from bot.dialogue.regions import Regions
from bot.dialogue.state import AlarmPlace
from bot.dialogue.target import Target
from bot.dialogue.weights import CHECK_IN_ANSWERED, CHECK_IN_TOLD
from bot.language.rules import Alarm
from bot.understand.reading import Danger, Reading

SURE = Alarm("emergency", "a-rule", "safety/emergency", sure=True)
RULE = Alarm("emergency", "a-rule", "safety/emergency")


def reading(mass: float, *alarms: Alarm, crisis: float = 0.0, **more: object) -> Reading:
    shares = {"emergency": mass - crisis, "crisis": crisis}
    return Reading("", danger=Danger(shares), alarms=alarms, **more)  # type: ignore[arg-type]


def outcome(content: Content, given: Reading) -> str:
    guardrails = Guardrails(content)
    alarm = guardrails.alarm(given)
    if alarm:
        return alarm.cell.kind
    return "check_in" if guardrails.check_in(given) else "nothing"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (reading(0.0), "nothing"),
        (reading(0.01), "nothing"),
        (reading(0.3), "check_in"),
        (reading(0.9), "emergency"),
        (reading(0.9, crisis=0.8), "crisis"),
        (reading(0.9, crisis=0.5), "emergency"),
        (reading(0.0, SURE), "check_in"),
        (reading(0.15, SURE), "emergency"),
        (reading(0.0, RULE), "nothing"),
        (reading(0.05, RULE), "check_in"),
        (reading(0.15, RULE), "check_in"),
        (reading(0.4, RULE), "emergency"),
        (reading(0.9, foreign="es"), "nothing"),
        (reading(0.0, SURE, foreign="es"), "emergency"),
    ],
)
def test_three_outcomes(content: Content, given: Reading, expected: str) -> None:
    assert outcome(content, given) == expected


def test_what_may_be_either_names_all_numbers(content: Content) -> None:
    decision = Guardrails(content).alarm(reading(0.9, crisis=0.4))
    assert decision
    assert decision.cell.id == "safety/either"
    for name in ("{emergency_numbers}", "{crisis_lines}"):
        assert name in decision.cell.lead


def test_beside_what_is_said_a_check_in_takes_more(content: Content) -> None:
    guardrails = Guardrails(content)
    answer = ShowCell(content.cells["net", "growth"], "growth", "net")
    lacking = ShowCell(content.cells["refusals", "drugs"], "drugs", "net")
    least = next(each.check_in for each in content.guardrails if each.intent == "emergency")
    lacks, told = least * CHECK_IN_ANSWERED, least * CHECK_IN_TOLD
    assert guardrails.check_in(reading(1.01 * least))
    assert not guardrails.check_in(reading(0.99 * lacks), [lacking])
    assert guardrails.check_in(reading(1.01 * lacks), [lacking])
    assert not guardrails.check_in(reading(0.99 * told), [lacking, answer])
    assert guardrails.check_in(reading(1.01 * told), [lacking, answer])


def test_a_check_in_offers_yes_and_no_and_the_numbers(bot: Bot) -> None:
    guardrails = bot.policy._guardrails
    decision = guardrails.check_in(reading(0.3))
    assert decision
    (reply,) = bot.composer.compose([decision], State(), bot.today())
    assert reply.kind == "check_in"
    assert [each.target.name for each in reply.choices] == ["alarm_still", "alarm_mistaken"]
    assert "911 in the US" in reply.text
    assert "988 in the US" in reply.text


@pytest.mark.parametrize("alarm", ["emergency", "crisis"])
def test_every_reaction_has_an_answer_that_names_a_number(bot: Bot, alarm: str) -> None:
    names = [each.id for each in bot.content.intents.values() if each.group == GROUP]
    assert len(names) >= 10
    for name in names:
        state = State(alarm=AlarmPlace(alarm), region="uk")
        turn = bot.reply(Target(name).payload, state)
        assert any(number in turn.text for number in ("999", "116 123")), name
        assert "911" not in turn.text, name
        assert "{" not in turn.text, name


def test_yes_after_a_check_in_is_an_alarm(bot: Bot) -> None:
    asked = State(alarm=AlarmPlace("crisis"), offered=(Target("alarm_still"),))
    assert bot.reply("/alarm_still", asked).kind == "crisis"
    assert bot.reply("/alarm_still", replace(asked, alarm=AlarmPlace("emergency"))).kind == (
        "emergency"
    )


def test_an_alarm_is_forgotten_after_some_turns(bot: Bot) -> None:
    state = bot.reply("I want to kill myself").state
    assert state.alarm == AlarmPlace("crisis")
    for _ in range(7):
        state = bot.reply("what is a carcinoid tumor?", state).state
    assert state.alarm is None


def test_nobody_is_asked_twice_in_a_row(content: Content, bot: Bot) -> None:
    doubtful = reading(0.3)
    policy = bot.policy
    first = policy.decide(doubtful, State(), [])
    assert [each.cell.kind for each in first.decisions if hasattr(each, "cell")] == ["check_in"]
    second = policy.decide(doubtful, first.state, [])
    assert not any(
        getattr(each, "cell", None) and each.cell.kind == "check_in" for each in second.decisions
    )


def test_forged_alarms_and_regions_are_dropped(content: Content) -> None:
    for forged in ({"alarm": ["overview", 0]}, {"alarm": "crisis"}, {"region": "atlantis"}):
        assert State.from_dict({"v": 1, **forged}, content) == State()
    whole = State(alarm=AlarmPlace("crisis", 2), region="india")
    assert State.from_dict(whole.to_dict(), content) == whole


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("i live in india", "india"),
        ("we are in northern ireland", "uk"),
        ("my mum is in new south wales", "australia"),
        ("please help us", ""),
        ("i dont live in the us", ""),
        ("she took 2 oz of it", ""),
    ],
)
def test_regions_are_named(content: Content, words: str, region: str) -> None:
    assert Regions(content).named([words.split()]) == region


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("i live in india", "india"),
        ("im from the uk", "uk"),
        ("how common is it in india", ""),
        ("i dont live in the us", ""),
    ],
)
def test_without_an_alarm_only_where_one_lives_counts(
    content: Content, words: str, region: str
) -> None:
    assert Regions(content).named([words.split()], anywhere=False) == region


def test_what_was_interrupted_is_offered_again_and_again(bot: Bot) -> None:
    state = bot.reply("what is a carcinoid tumor? my wife is not breathing, help").state
    for reaction in ("/alarm_on_hold", "/alarm_ok"):
        turn = bot.reply(reaction, state)
        state = turn.state
    assert Target("overview", "carcinoid") in {each.target for each in turn.replies[-1].choices}


def test_no_number_stands_without_its_place(content: Content) -> None:
    lines = HelpLines(content)
    for name, region in content.numbers.regions.items():
        for text in lines.values(name).values():
            assert region.name in text or text == content.phrase("poison_elsewhere")
    known = lines.values("")
    assert known["emergency_numbers"] == "911 in the US, 112 in the EU, 999 in the UK"
    assert known["crisis_lines"] == "988 in the US, findahelpline.com in other countries"


def test_the_bot_can_be_told_a_region(bot: Bot) -> None:
    message = "I want to kill myself"
    assert "13 11 14" in bot.reply(message, region="australia").text
    assert "988 in the US" in bot.reply(message, region="atlantis").text
    said = bot.reply(message, State(region="uk"), region="australia")
    assert "116 123" in said.text
