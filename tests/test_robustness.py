"""No message and no state can make the bot stumble."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import Bot, Reply
from bot.changes import resting
from bot.compose.context import complete
from bot.content.library import Content

LONGEST = 1800
SLOW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

WORDS = st.sampled_from(
    [
        "what",
        "is",
        "a",
        "NET",
        "pNET",
        "carcinoid",
        "symptoms",
        "treatment",
        "inherited",
        "how",
        "fast",
        "does",
        "it",
        "grow",
        "not",
        "and",
        "yes",
        "no",
        "2",
        "back",
        "other",
        "kind",
        "more",
        "source",
        "<b>x</b>",
        "<script>alert(1)</script>",
        ".NET",
        "chest",
        "pain",
        "70/40",
        ";",
        "DROP",
        "TABLE",
        "\u202e",
        "\x00",
        "😀",
        "ünïcödé",
        "qué",
        "asthma",
        "my",
        "mum",
        "will",
        "I",
        "die",
        "GARD",
    ]
)
MESSAGES = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=25).map(" ".join))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
STATES = JSON | st.fixed_dictionaries(
    {"v": st.just(1)},
    optional={
        "about": JSON,
        "cell": st.sampled_from(["net/symptoms", "x", ""]) | JSON,
        "offered": st.lists(st.sampled_from(["symptoms/net", "guide/by-type/0", "bad"])) | JSON,
        "trail": JSON,
        "guide": st.sampled_from([["by-type"], ["by-symptom", 0, 9]]) | JSON,
        "misses": st.integers(-1, 5) | JSON,
    },
)


def allowed_sentences(content: Content) -> set[str]:
    """Everything that may be shown, as a set of whole texts."""
    answers = resting.answers(content).values()
    return {
        *(each.text for each in content.statements.values()),
        *(each.text for d in content.documents.values() for each in d.references),
        *content.phrases.values(),
        *(text for each in answers for _, text in each.leads),
        *(node.ask for guide in content.guides.values() for node in guide.nodes.values()),
        *(each.sentence for each in content.foreign),
        *(each.name for each in content.subjects.values()),
    }


@pytest.fixture(scope="module")
def allowed(content: Content) -> re.Pattern[str]:
    texts = sorted(allowed_sentences(content), key=len, reverse=True)
    patterns = [re.sub(r"\\\{\w+\\\}", ".*", re.escape(text)) for text in texts if text]
    return re.compile("|".join(patterns), re.DOTALL | re.IGNORECASE)


def check(replies: tuple[Reply, ...], allowed: re.Pattern[str]) -> None:
    assert replies
    assert sum(each.visible_length for each in replies) <= LONGEST
    for reply in replies:
        assert reply.text.strip()
        assert "<script" not in reply.text.lower()
        for block in reply.blocks:
            assert allowed.fullmatch(block.text), f"neither content nor statement: {block.text}"


@SLOW
@given(message=MESSAGES, state=STATES)
def test_any_message_with_any_state(
    message: str, state: object, bot: Bot, allowed: re.Pattern[str]
) -> None:
    turn = bot.reply(message, state)  # type: ignore[arg-type]
    check(turn.replies, allowed)
    json.dumps(turn.state.to_dict())
    again = bot.reply(message, state)  # type: ignore[arg-type]
    assert again.text == turn.text
    assert again.state == turn.state


@SLOW
@given(messages=st.lists(MESSAGES, min_size=2, max_size=6))
def test_any_conversation(messages: list[str], bot: Bot, allowed: re.Pattern[str]) -> None:
    state = None
    for message in messages:
        turn = bot.reply(message, state)
        check(turn.replies, allowed)
        state = turn.state


@pytest.mark.parametrize(
    "message",
    [
        "",
        "   \n\t ",
        "\x00\x07\u202e\u2066",
        "\U0001f600" * 50,
        "a" * 100_000,
        "what is a NET? " * 7_000,
        "<script>alert('x')</script>",
        "<img src=x onerror=alert(1)>",
        "'; DROP TABLE users; --",
        "{{7*7}} ${7*7}",
        "\ud800\udfff\ud800",
        "፩",
        "𐩀",
        "((((((((((((((((((((",
        "/" * 500,
    ],
)
def test_hard_messages_get_a_calm_answer(message: str, bot: Bot, allowed: re.Pattern[str]) -> None:
    turn = bot.reply(message, bot.reply("what is a carcinoid?").state)
    check(turn.replies, allowed)
    assert turn.state.about, "the conversation is kept"


def test_every_cell_fits_one_screen(bot: Bot, content: Content) -> None:
    for (folder, intent), cell in content.cells.items():
        if intent in content.intents and folder in content.subjects:
            turn = bot.reply(f'/{intent}{{"subject": "{folder}"}}')
            assert sum(each.visible_length for each in turn.replies) <= LONGEST, cell.path
            assert turn.replies[0].cell == cell.id
            shown = set(turn.replies[0].statements)
            own = (*cell.statements, *cell.nearest, *cell.points_to)
            assert shown == set(complete(own, content)), cell.path


@pytest.mark.parametrize("place", [0, 7, 13])
def test_a_crisis_is_seen_anywhere_in_a_long_message(place: int, bot: Bot) -> None:
    lines = [f"We went to the clinic on day {day} and waited." for day in range(14)]
    lines[place] = "I want to kill myself."
    assert bot.reply(" ".join(lines)).kind == "crisis"
