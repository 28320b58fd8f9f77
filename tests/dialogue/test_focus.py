"""Parts of answers stay whole sentences, and details are found and told."""

from __future__ import annotations

import numpy as np
import pytest

from bot import Bot
from bot.content.library import Content
from bot.dialogue.cues import CueBook
from bot.dialogue.focus import Details, Focus
from bot.understand.reading import View


def focus_of(content: Content) -> Focus:
    """By words alone."""
    vectors = dict.fromkeys(content.statements, np.zeros(1, np.float32))
    return Focus(content, vectors, CueBook(content))


@pytest.fixture(scope="module")
def focus(content: Content) -> Focus:
    return focus_of(content)


@pytest.fixture(scope="module")
def details(content: Content) -> Details:
    return Details(content)


def view(bot: Bot, message: str) -> View:
    return bot.read(message).segments[0].view


def test_without_a_clear_likeness_there_is_no_best(focus: Focus, bot: Bot) -> None:
    segment = bot.read("what is it?").segments[0]
    assert focus.best(segment, bot.content.cells["net", "overview"].statements) == ()
    assert focus.best(segment, []) == ()


def test_a_rare_word_finds_its_statement(focus: Focus, bot: Bot) -> None:
    segment = bot.read("and what if it reaches the liver?").segments[0]
    rare = focus.having_rare_word(segment)
    assert "net.symptoms.silent" in rare
    assert "net.treatment.options" not in rare


@pytest.mark.parametrize(
    ("message", "detail"),
    [
        ("who runs it?", "runs"),
        ("who is the president of NANETS?", "runs"),
        ("who writes them?", "writes"),
        ("who is it for?", "audience"),
        ("what is the price of the handbook?", "price"),
        ("how much does the handbook cost?", "price"),
        ("can a benign one turn malignant?", "becomes"),
        ("when was NANETS founded?", "since"),
        ("what percentage is inherited?", "share"),
    ],
)
def test_details_that_are_asked_for(message: str, detail: str, bot: Bot, details: Details) -> None:
    assert detail in details.asked(view(bot, message), "overview")


@pytest.mark.parametrize("message", ["what is a carcinoid?", "how is it treated?", "symptoms?"])
def test_plain_questions_ask_for_no_detail(message: str, bot: Bot, details: Details) -> None:
    assert details.asked(view(bot, message), "overview") == ()


def test_an_intent_that_deals_with_a_detail_is_not_asked_for_it(bot: Bot, details: Details) -> None:
    asked = view(bot, "how many are there?")
    assert details.asked(asked, "overview") == ("number",)
    assert details.asked(asked, "rarity") == ()


def test_statements_that_tell_a_detail_keep_their_order(details: Details) -> None:
    statements = ("net.resources.orphanet_free", "net.types.two_main", "pnet.resources.orphanet")
    assert details.told("price", statements) == statements[:1]
    assert details.told("place", statements) == statements[2:]
    assert details.told("becomes", statements) == ()


def test_what_tells_a_detail_is_known(content: Content) -> None:
    for detail in content.details.values():
        assert set(detail.told_by) <= set(content.statements)
        assert set(detail.intents) <= set(content.intents) | {"tree"}
