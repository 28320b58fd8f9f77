"""The actions, asked as Rasa asks them: the conversation is what the terminal's is."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk.executor import ActionExecutor

from bot import Bot
from bot.channels import rest
from bot.channels.actions import answers
from bot.channels.actions.names import ANSWER, BACK, RESTART, SESSION, STATE_SLOT
from bot.testing import conversations
from tests.conftest import ROOT

_EVERY = 4
SCRIPTED = [
    each
    for path in conversations.find([ROOT / "tests" / "conversations"])
    for each in conversations.load(path)
][::_EVERY]
"""Of all files; `tests/rasa` has every one go through a real Rasa."""
OWN_ACTIONS = {"/restart": RESTART, "/back": BACK, "/session_start": SESSION}


class Tracker:
    """What Rasa keeps of a conversation, as far as an action sees it."""

    def __init__(self, executor: ActionExecutor) -> None:
        self.executor = executor
        self.slots: dict[str, Any] = {}
        self.events: list[dict[str, Any]] = []
        self.message: dict[str, Any] = {}

    def run(self, action: str, **more: Any) -> list[dict[str, Any]]:
        call = {
            "next_action": action,
            "tracker": {
                "sender_id": "a",
                "slots": dict(self.slots),
                "latest_message": self.message,
                "events": list(self.events),
            },
            "domain": more,
        }
        done = asyncio.run(self.executor.run(call)).model_dump()
        self.events += [{"event": "action", "name": action}, *done["events"]]
        for event in done["events"]:
            if event["event"] == "restart":
                self.slots.clear()
            if event["event"] == "slot":
                self.slots[event["name"]] = event["value"]
        return [
            {"recipient_id": "a"}
            | {key: each[key] for key in ("text", "buttons", "custom") if each[key]}
            for each in done["responses"]
        ]

    def say(self, text: str) -> list[dict[str, Any]]:
        self.message = {"text": text, "intent": {"name": "nonsense"}}
        self.events.append({"event": "user", "text": text})
        return self.run(OWN_ACTIONS.get(text, ANSWER))


@pytest.fixture
def tracker(bot: Bot) -> Tracker:
    return Tracker(answers.executor(bot))


@pytest.mark.parametrize("conversation", SCRIPTED, ids=lambda each: each.name)
def test_a_conversation_is_the_same_as_in_the_terminal(
    conversation: conversations.Conversation, bot: Bot, tracker: Tracker
) -> None:
    state = None
    for expected in conversation.shape.turns:
        turn = bot.reply(expected.user, state)
        state = turn.state
        seen = tracker.say(expected.user)
        for each in seen:
            each["text"] = each["text"].replace("\n \n", "\n\n")
        assert seen == rest.messages(turn, "a")
        assert tracker.slots[STATE_SLOT] == state.to_dict()


def test_a_reply_without_buttons_is_not_cut_up(tracker: Tracker) -> None:
    """Rasa's channels split text at empty lines."""
    for question in ("I want to kill myself", "what is a NET? is it inherited?", "chest pain now"):
        for each in tracker.say(question):
            assert "buttons" in each or "\n\n" not in each["text"]


def test_rasa_starts_a_session_without_a_word(tracker: Tracker) -> None:
    tracker.say("what is a carcinoid?")
    before = dict(tracker.slots)
    tracker.slots["own"] = "kept"
    assert tracker.run(SESSION) == []
    assert tracker.slots == {**before, "own": "kept"}
    assert tracker.events[-1]["name"] == "action_listen"
    assert [each["event"] for each in tracker.events].count("session_started") == 1


def test_a_new_session_forgets_when_the_domain_says_so(bot: Bot) -> None:
    tracker = Tracker(answers.executor(bot))
    tracker.say("what is a carcinoid?")
    config = {"session_config": {"carry_over_slots_to_new_session": False}}
    tracker.run(SESSION, **config)
    assert not [e for e in tracker.events[-3:] if e["event"] == "slot"]


def test_asked_for_a_session_it_greets_and_comes_back(bot: Bot, tracker: Tracker) -> None:
    tracker.run(SESSION)
    assert tracker.say("/session_start")[0]["custom"]["cell"] == bot.welcome().replies[0].cell
    tracker.say("what is a carcinoid?")
    again = tracker.say("/session_start")
    assert again[0]["text"] == bot.welcome(tracker.slots[STATE_SLOT]).replies[0].text


@pytest.mark.parametrize(
    "forged",
    [
        "text",
        7,
        [],
        {"v": 99},
        {"v": 1, "about": ["nothing"], "cell": "../x", "offered": [1, None], "misses": 10**9},
        {"v": 1, "guide": ["no-guide", 4], "trail": "x" * 10_000},
    ],
)
def test_a_forged_state_is_dropped(forged: object, bot: Bot, tracker: Tracker) -> None:
    tracker.slots[STATE_SLOT] = forged
    seen = tracker.say("what is a carcinoid?")
    assert seen == rest.messages(bot.reply("what is a carcinoid?"), "a")


def test_an_error_of_ours_gets_a_calm_reply(
    bot: Bot, tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracker.say("what is a carcinoid?")
    before = tracker.slots[STATE_SLOT]

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("canary")

    monkeypatch.setattr(Bot, "reply", fail)
    (seen,) = tracker.say("where do they grow?")
    assert seen["text"] == bot.content.phrase("error_calm")
    assert tracker.slots[STATE_SLOT] == before


@pytest.mark.parametrize(
    ("metadata", "shown"),
    [
        ({"region": "uk"}, "999 in the UK"),
        ({"region": "atlantis"}, "911 in the US"),
        ({"region": 7}, "911 in the US"),
        ({}, "911 in the US"),
        (None, "911 in the US"),
        ("uk", "911 in the US"),
    ],
)
def test_a_client_can_say_the_region(tracker: Tracker, metadata: object, shown: str) -> None:
    tracker.message = {"text": "he collapsed and is not breathing", "metadata": metadata}
    text = tracker.run(ANSWER)[0]["text"]
    assert shown in text
    assert ("911" in text) == (shown != "999 in the UK")


def test_without_a_text_it_asks_for_words(tracker: Tracker) -> None:
    for message in ({}, {"text": None}, {"text": ""}):
        tracker.message = message
        assert tracker.run(ANSWER)[0]["custom"]["kind"] == "clarify"
