"""Two things side by side: both of them, never one that nobody named."""

from __future__ import annotations

import pytest

from bot import Bot, State
from bot.reply import Turn


def talk(bot: Bot, *messages: str) -> Turn:
    """The last turn."""
    turn = bot.reply(messages[0])
    for message in messages[1:]:
        turn = bot.reply(message, turn.state)
    return turn


def shown(turn: Turn) -> list[str]:
    return [each.cell for each in turn.replies]


PAIR = "compare carcinoid and pancreatic NET"


@pytest.mark.parametrize(
    "message",
    [
        "difference between islet cell tumor and pancreatic NET?",
        "islet cell tumor vs pancreatic NET",
        "is a PNET the same as a pancreatic endocrine tumor?",
    ],
)
def test_two_names_of_one_tumor_are_said_to_be_the_same(message: str, bot: Bot) -> None:
    turn = bot.reply(message)
    assert shown(turn) == ["pancreatic_net/other_names"]
    assert "pnet.names.list" in turn.replies[0].statements
    assert turn.state.pair == ()


@pytest.mark.parametrize(
    ("message", "ours"),
    [
        ("difference between a carcinoid and a teratoma?", "carcinoid"),
        ("what is the difference between a pNET and adenocarcinoma?", "pancreatic_net"),
        ("pNET or pancreatitis, what's the difference", "pancreatic_net"),
        ("carcinoid vs lymphoma", "carcinoid"),
        ("carcinoid versus paraganglioma", "carcinoid"),
        ("carcinoid vs breast cancer", "carcinoid"),
        ("compare pheochromocytoma with melanoma", "pheochromocytoma"),
    ],
)
def test_what_is_not_covered_is_said_not_to_be_and_no_side_is_invented(
    message: str, ours: str, bot: Bot
) -> None:
    turn = bot.reply(message)
    assert turn.kind == "refusal"
    assert not any(each.cell.startswith("compare/") for each in turn.replies)
    assert {each.subject for each in turn.replies} <= {ours, ""}
    assert turn.state.pair == ()
    assert "My sources do not" in turn.text or "My two sources do not" in turn.text


def test_a_comparison_shows_both_sides(bot: Bot) -> None:
    turn = bot.reply(PAIR)
    assert shown(turn) == ["compare/carcinoid-pancreatic_net"]
    headings = [each.text for each in turn.replies[0].blocks if each.kind == "heading"]
    assert headings == ["Carcinoid tumors", "Pancreatic NETs"]


def test_the_order_of_the_names_does_not_matter(bot: Bot) -> None:
    assert shown(bot.reply("pheochromocytoma vs carcinoid")) == shown(
        bot.reply("carcinoid vs pheochromocytoma")
    )


def test_the_pair_is_remembered_over_turns(bot: Bot) -> None:
    pair = ("carcinoid", "pancreatic_net")
    state = bot.reply(PAIR).state
    for message in ("can both be inherited?", "thanks", "which one is more dangerous?"):
        turn = bot.reply(message, state)
        state = turn.state
        assert state.pair == pair
    assert bot.content.phrases["no_ranking"] in turn.text


@pytest.mark.parametrize(
    ("messages", "subject", "intent"),
    [
        ((PAIR, "and the first one?"), "carcinoid", "overview"),
        ((PAIR, "can both be inherited?", "and the second one?"), "pancreatic_net", "inheritance"),
        ((PAIR, "can both be inherited?", "and the first one?"), "carcinoid", "inheritance"),
        (
            ("functional vs nonfunctional pNET", "what about the symptoms?", "and the second one?"),
            "nonfunctional_pnet",
            "symptoms",
        ),
        (
            ("carcinoid vs pheochromocytoma", "symptoms?", "and the first one?"),
            "carcinoid",
            "symptoms",
        ),
    ],
)
def test_one_of_the_pair(messages: tuple[str, ...], subject: str, intent: str, bot: Bot) -> None:
    reply = talk(bot, *messages).replies[-1]
    assert (reply.subject, reply.intent) == (subject, intent)


def test_a_third_subject_ends_the_pair(bot: Bot) -> None:
    assert talk(bot, PAIR, "what is MEN1?").state.pair == ()


def test_the_same_statements_are_said_of_both_once(bot: Bot) -> None:
    turn = bot.reply("insulinoma vs gastrinoma, how do they differ?")
    assert bot.content.phrases["said_of_both"] in turn.text
    statements = [b.statement for each in turn.replies for b in each.blocks if b.statement]
    assert len(statements) == len(set(statements))


@pytest.mark.parametrize(
    ("messages", "one", "other"),
    [
        (("insulinoma vs gastrinoma, how do they differ?",), "insulinoma", "gastrinoma"),
        (("carcinoid vs pheochromocytoma", "symptoms?"), "carcinoid", "pheochromocytoma"),
    ],
)
def test_what_is_said_of_both_does_not_speak_of_one_alone(
    messages: tuple[str, ...], one: str, other: str, bot: Bot
) -> None:
    leads = [b.text.lower() for b in talk(bot, *messages).replies[0].blocks if b.kind == "lead"]
    assert all((one in each) == (other in each) for each in leads)


def test_a_pair_of_the_state_that_is_forged_is_dropped(bot: Bot) -> None:
    for pair in (["carcinoid"], ["carcinoid", "nonsense"], ["carcinoid", "carcinoid"], "x"):
        assert State.from_dict({"v": 1, "pair": pair}, bot.content).pair == ()


def test_one_comparison_is_not_another(bot: Bot) -> None:
    """Those that are made of two cells have no file, and are kept all the same."""
    for first, second in (("medscape", "orphanet"), ("nih", "ncats")):
        names = [bot.content.subjects[each].name for each in (first, second)]
        (reply,) = bot.reply(f"Compare {names[0]} and {names[1]}.").replies
        assert reply.subject == first
