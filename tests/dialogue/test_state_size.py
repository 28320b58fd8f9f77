"""A long conversation stays small, and every choice that it offers can be picked."""

from __future__ import annotations

import json

import pytest

from bot import Bot, State
from bot.dialogue.state import MOST_OFFERED
from bot.reply import Turn

CONVERSATION = (
    "compare functional and nonfunctional pancreatic NETs",
    "what about the symptoms?",
    "what is tuberous sclerosis?",
    "how is it inherited?",
    "what does the National Organization for Rare Disorders say?",
    "which hormones can a nonfunctional pNET make?",
    "is there a doctor for no local specialist near me",
    "where can I find a clinical trial for pancreatic neuroendocrine tumors?",
    "tell me more",
    '/guide{"id": "by-type", "answers": [2, 0, 0, 3]}',
    "that is not what I asked",
    "topics",
)


def size(state: State) -> int:
    return len(json.dumps(state.to_dict()).encode())


def shown(turn: Turn) -> list[tuple[str, str, str]]:
    return [(each.intent, each.subject, each.cell) for each in turn.replies]


def test_twelve_turns_stay_below_a_thousand_bytes(bot: Bot) -> None:
    state, sizes = State(), []
    for message in CONVERSATION:
        state = bot.reply(message, state).state
        sizes.append(size(state))
    assert len(sizes) == 12
    assert max(sizes) <= 1000
    assert State.from_dict(json.loads(json.dumps(state.to_dict())), bot.content) == state


def test_choices_fit_into_the_state(bot: Bot) -> None:
    turn = bot.reply("topics")
    assert 12 <= len(turn.replies[-1].choices) <= MOST_OFFERED
    assert [each.target for each in turn.replies[-1].choices] == list(turn.state.offered)


@pytest.mark.parametrize("message", ["topics", "/guide_by_type", "/guide_by_symptom", "who runs?"])
def test_each_choice_can_be_picked_by_number_and_by_label(message: str, bot: Bot) -> None:
    turn = bot.reply(message)
    for number, choice in enumerate(turn.replies[-1].choices, start=1):
        expected = shown(bot.reply(choice.payload, turn.state))
        assert shown(bot.reply(str(number), turn.state)) == expected
        assert shown(bot.reply(choice.label, turn.state)) == expected


def test_the_twelfth_topic_at_the_end_of_a_conversation(bot: Bot) -> None:
    state = State()
    for message in CONVERSATION:
        state = bot.reply(message, state).state
    turn = bot.reply("12", state)
    assert (turn.replies[0].intent, turn.kind) == (state.offered[11].name, "answer")
    assert bot.reply("number 12 please", state).replies[0].cell == turn.replies[0].cell
    assert bot.reply(str(len(state.offered) + 1), state).intent == "unknown_choice"
