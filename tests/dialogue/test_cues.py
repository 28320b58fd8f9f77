"""Small signs: what is picked from a list, and what hangs on the turn before."""

from __future__ import annotations

import pytest

from bot import Bot
from bot.content.library import Content
from bot.dialogue.cues import CueBook
from bot.language.words import words_of

LABELS = ("What it is", "Symptoms", "How it can be treated", "Whether it runs in families")


@pytest.fixture(scope="module")
def cues(content: Content) -> CueBook:
    return CueBook(content)


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("1", 0),
        ("3", 2),
        ("3.", 2),
        ("the second one", 1),
        ("third please", 2),
        ("the last one please", 3),
        ("number three please", 2),
        ("option 2", 1),
        ("number three on your list, the treatment one", 2),
        ("I'll take the first", 0),
        ("four", 3),
        ("the 2nd", 1),
        ("symptoms", 1),
        ("How it can be treated", 2),
        ("what it is?", 0),
        ("you offered me how it can be treated just now", 2),
        ("ok, what it is then", 0),
    ],
)
def test_picks(message: str, place: int, cues: CueBook) -> None:
    assert cues.picked(words_of(message), LABELS) == place


def test_label_is_picked_with_and_without_its_subject(cues: CueBook) -> None:
    labels = ("Symptoms (pancreatic NETs)", "Treatment options (pancreatic NETs)")
    assert cues.picked(words_of("Symptoms"), labels) == 0
    assert cues.picked(words_of("treatment options (pancreatic NETs)"), labels) == 1
    assert cues.picked(words_of("Symptoms"), (*labels, "Symptoms (carcinoid tumors)")) is None


@pytest.mark.parametrize(
    "message",
    [
        "0",
        "5",
        "99",
        "number nine",
        "",
        "the",
        "please",
        "are there 2 main types of these tumors",
        "treated",
        "families",
        "what is the first sign of a carcinoid",
    ],
)
def test_no_picks(message: str, cues: CueBook) -> None:
    assert cues.picked(words_of(message), LABELS) is None


def test_nothing_is_picked_when_nothing_was_offered(cues: CueBook) -> None:
    assert cues.picked(("1",), ()) is None


@pytest.mark.parametrize(("message", "place"), [("carcinoid", 1), ("the pancreatic", 0)])
def test_a_part_of_a_label_is_enough_in_guides_only(
    message: str, place: int, cues: CueBook
) -> None:
    labels = ("A pancreatic NET", "A carcinoid", "I don't know")
    assert cues.picked(words_of(message), labels) is None
    assert cues.picked(words_of(message), labels, options=True) == place


def test_small_words_are_no_part_of_a_label(cues: CueBook) -> None:
    labels = ("A pancreatic NET", "I don't know")
    assert cues.picked(words_of("don't"), labels, options=True) is None


def test_a_part_of_two_labels_picks_neither(cues: CueBook) -> None:
    labels = ("A functional tumor", "A large tumor")
    assert cues.picked(("tumor",), labels, options=True) is None
    assert cues.picked(("functional", "tumor"), labels, options=True) == 0


@pytest.mark.parametrize(
    ("message", "bare"),
    [
        ("and carcinoid?", True),
        ("carcinoid", True),
        ("what about MEN1?", True),
        ("no, I meant carcinoid", True),
        ("what is a carcinoid?", False),
        ("explain carcinoid", False),
        ("is it a carcinoid?", False),
        ("carcinoid symptoms", False),
        ("what about it?", False),
    ],
)
def test_a_bare_name(message: str, bare: bool, cues: CueBook, bot: Bot) -> None:
    assert cues.is_bare(bot.read(message).segments[0].view) is bare


@pytest.mark.parametrize(
    ("message", "hangs"),
    [
        ("and the treatment in that case?", True),
        ("how is it found by the doctors?", True),
        ("what about the children of people with carcinoid", True),
        ("symptoms?", True),
        ("how are pancreatic tumors found by the doctors", False),
        ("which doctors know most about carcinoid tumors", False),
    ],
)
def test_what_hangs(message: str, hangs: bool, cues: CueBook, bot: Bot) -> None:
    assert cues.hangs(bot.read(message).segments[0].view) is hangs


def test_the_longest_opening_counts(cues: CueBook) -> None:
    words = words_of("and what about the liver")
    assert cues.opening(words, "ellipsis") == 3
    assert cues.opens(words, "ellipsis")
    assert cues.opening(words_of("the liver and what about it"), "ellipsis") == 0
    assert cues.opening(words, "no-such-cue") == 0
    assert not cues.has(words, "no-such-cue")
