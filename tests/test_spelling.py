"""Repair towards known words only."""

from __future__ import annotations

import pytest

from bot import Bot
from bot.language.spelling import Speller

TARGETS = ("neuroendocrine", "pancreatic", "tumor", "symptoms", "inherited", "surgery", "prognosis")
SPELLER = Speller(
    {"tumour": "tumor", "wot": "what", "hi ya": "hello"}, TARGETS, ("what", "lyme", "sympathy")
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("nueroendocrine", "neuroendocrine"),
        ("pancreattic", "pancreatic"),
        ("simptoms", "symptoms"),
        ("inhereted", "inherited"),
        ("tumour", "tumor"),
        ("wot", "what"),
        ("lyme", "lyme"),
        ("sympathy", "sympathy"),
        ("zebra", "zebra"),
        ("net", "net"),
    ],
)
def test_one_word(written: str, read: str) -> None:
    assert SPELLER.read([written])[0] == (read,)


def test_phrases_and_the_list_of_repairs() -> None:
    words, repairs = SPELLER.read(["hi", "ya", "progosis"])
    assert words == ("hello", "prognosis")
    assert [(each.written, each.read) for each in repairs] == [("progosis", "prognosis")]


@pytest.mark.parametrize("word", ["nuroendocrine", "neuroendocrin"])
def test_a_slip_that_stands_in_many_utterances_is_no_word(bot: Bot, word: str) -> None:
    lines = [line for each in bot.content.intents.values() for line in each.lines]
    assert sum(word in line.lower().split() for line in lines) >= 5
    assert bot.understander.viewer.speller.read([word])[0] == ("neuroendocrine",)


@pytest.mark.parametrize("word", ["histology", "recurrence", "overdue", "fainting", "oncologist"])
def test_good_english_is_left_alone(bot: Bot, word: str) -> None:
    """Each is but a letter or two from a word of the content, such as "history"."""
    assert bot.understander.viewer.speller.read([word]) == ((word,), ())


@pytest.mark.parametrize(("written", "read"), [("chst", "chest"), ("blod", "blood")])
def test_a_letter_was_left_out_rather_than_mistaken(bot: Bot, written: str, read: str) -> None:
    assert bot.understander.viewer.speller.read([written])[0] == (read,)


def test_many_words_at_once_are_repaired_as_one_by_one(bot: Bot) -> None:
    """Slips of every kind: a letter more, less, changed or swapped, at each place."""
    speller, words = bot.understander.viewer.speller, ["scan", "surgery", "neuroendocrine"]
    slips = {
        slip
        for word in words
        for at in range(len(word))
        for slip in (
            word[:at] + word[at + 1 :],
            word[:at] + "q" + word[at:],
            word[:at] + "q" + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        )
    }
    assert speller.repairs_of(slips) == {slip for slip in slips if speller.read([slip])[1]}
    assert len(speller.repairs_of(slips)) > len(slips) / 2
