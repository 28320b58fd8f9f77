"""The state: small, plain, and proof against forgery."""

from __future__ import annotations

import json

import pytest

from bot import Bot, State
from bot.content.library import Content
from bot.dialogue.target import Target


def test_it_survives_json(bot: Bot) -> None:
    state = bot.reply("what is a pancreatic NET?").state
    again = State.from_dict(json.loads(json.dumps(state.to_dict())), bot.content)
    assert again == state


def test_it_is_a_few_hundred_bytes_and_has_no_text_of_the_message(bot: Bot) -> None:
    state = State()
    for message in ("what is a pNET? canary-word", "symptoms?", "treatment?", "and in carcinoid?"):
        state = bot.reply(message, state).state
    written = json.dumps(state.to_dict())
    assert len(written) < 700
    assert "canary" not in written


@pytest.mark.parametrize(
    "forged",
    [
        None,
        [],
        "x",
        7,
        {},
        {"v": 99, "about": ["net"]},
        {"v": 1, "about": "net"},
        {"v": 1, "about": ["<script>", 5, None]},
        {"v": 1, "cell": "../../etc/passwd"},
        {"v": 1, "cell": {"a": 1}},
        {"v": 1, "offered": ["nothing/at/all", "overview/<b>"]},
        {"v": 1, "trail": [["a"]]},
        {"v": 1, "offered": ["nothing/by-type/²", "nothing/x/" + "9" * 5000]},
        {"v": 1, "guide": ["no-such", 1]},
        {"v": 1, "guide": [[1]]},
        {"v": 1, "guide": ["by-type", -1]},
        {"v": 1, "guide": ["by-type", True]},
        {"v": 1, "misses": -4},
        {"v": 1, "misses": 10**9},
        {"v": 1, "misses": True},
    ],
)
def test_forged_state_is_dropped_quietly(forged: object, bot: Bot) -> None:
    assert State.from_dict(forged, bot.content) == State()
    assert bot.reply("what is a NET?", forged).kind == "answer"  # type: ignore[arg-type]


def test_known_parts_of_a_half_forged_state_stay(content: Content) -> None:
    state = State.from_dict({"v": 1, "about": ["carcinoid", "nonsense"], "misses": "x"}, content)
    assert state == State(about=("carcinoid",))


@pytest.mark.parametrize(
    "target",
    [Target("inheritance", "net"), Target("topics"), Target("guide", "by-type", (0, 2))],
)
def test_targets_survive_both_their_forms(target: Target) -> None:
    assert Target.parse(str(target)) == target
    assert Target.from_payload(target.payload) == target


@pytest.mark.parametrize("text", ["/", "hello", "/a{", "/a{}x", "/A", "//", "/a" * 400])
def test_what_is_no_payload_is_a_message(text: str) -> None:
    assert Target.from_payload(text) is None


def test_a_payload_of_rasa(bot: Bot) -> None:
    turn = bot.reply('/inheritance{"subject": "pancreatic_net"}')
    assert turn.replies[0].cell == "pancreatic_net/inheritance"


@pytest.mark.parametrize("text", ['/nothing{"subject": "net"}', '/overview{"subject": "x"}'])
def test_a_payload_that_leads_nowhere_is_answered_calmly(text: str, bot: Bot) -> None:
    assert bot.reply(text).kind == "clarify"


def test_a_slash_before_a_word_hides_nothing_from_the_guardrails(bot: Bot) -> None:
    assert bot.reply("/suicidal").kind == "crisis"
