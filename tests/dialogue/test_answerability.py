"""What the pages lack is said to be lacking, whatever else they say."""

from __future__ import annotations

import pytest

from bot import Bot

BODIES = ("organisation", "resource")
QUESTIONS = (
    "who runs {}?",
    "what does {} cost?",
    "when was {} founded?",
    "where is {} based?",
    "how much money does {} spend?",
)


@pytest.mark.parametrize(
    ("message", "cell", "detail"),
    [
        ("who is the president of NANETS?", "nanets/overview", "runs"),
        ("what is the price of the handbook?", "handbook/overview", "price"),
        ("how much does the handbook cost?", "handbook/overview", "price"),
        ("how much does MedlinePlus cost?", "medlineplus/overview", "price"),
        ("when was MedlinePlus founded?", "medlineplus/overview", "since"),
        ("can a benign one turn malignant?", "net/cancer", "becomes"),
        ("can a nonfunctional pNET become functional?", "", "becomes"),
    ],
)
def test_a_detail_that_the_pages_lack_is_named(
    message: str, cell: str, detail: str, bot: Bot
) -> None:
    turn = bot.reply(message)
    assert turn.kind == "refusal"
    assert bot.content.details[detail].about in turn.text
    assert not cell or [each.cell for each in turn.replies] == [cell]


@pytest.mark.parametrize(
    ("message", "statement"),
    [
        ("is Medscape free?", "net.resources.medscape_register"),
        ("what does Orphanet cost?", "pnet.resources.orphanet_free"),
        ("who runs MedlinePlus?", "pnet.resources.medlineplus"),
    ],
)
def test_a_detail_that_the_pages_tell_comes_first(message: str, statement: str, bot: Bot) -> None:
    turn = bot.reply(message)
    assert turn.kind == "answer"
    leads_up = bot.content.statements[statement].after
    first = turn.replies[0].statements[: 2 if leads_up else 1]
    assert first == ((leads_up, statement) if leads_up else (statement,))


def test_the_detail_is_lacking_in_a_follow_up_too(bot: Bot) -> None:
    state = bot.reply("what is NANETS?").state
    turn = bot.reply("who is its president?", state)
    assert turn.kind == "refusal"
    assert bot.content.details["runs"].about in turn.text


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_roots_cell_never_answers_for_a_body_or_website_that_is_named(
    question: str, bot: Bot
) -> None:
    wrong = []
    for subject in bot.content.subjects.values():
        # The guide's name is a question itself, and is read as one.
        if subject.kind in BODIES and not subject.names[0].startswith("how"):
            for reply in bot.reply(question.format(subject.names[0])).replies:
                if reply.kind == "answer" and reply.cell.startswith(f"{bot.content.root}/"):
                    wrong.append((subject.id, reply.cell))
    assert not wrong
