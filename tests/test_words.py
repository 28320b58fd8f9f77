"""Cleaning and words."""

from __future__ import annotations

import pytest

from bot.language.words import MESSAGE_LIMIT, clean, sentences, word_forms, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I can't breathe", ("i", "cant", "breathe")),
        ("What’s an islet-cell tumour?", ("whats", "an", "islet", "cell", "tumour")),
        ("BP 70/40", ("bp", "70", "40")),
        ("see cancer.net, please", ("see", "cancer.net", "please")),
        ("the .NET framework", ("the", ".net", "framework")),
        ("heeeelp", ("heelp",)),
        ("?!...", ()),
    ],
)
def test_words_have_one_form(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


def test_sentences_split_and_know_questions() -> None:
    found = sentences(clean("My mum has a carcinoid. Where do those grow? Thanks"))
    assert [each.asks for each in found] == [False, True, False]
    assert found[1].words == ("where", "do", "those", "grow")


def test_glued_questions_are_two() -> None:
    assert len(sentences(clean("what is a NET?is it cancer"))) == 2


def test_clean_drops_control_and_bidi_characters() -> None:
    assert clean("a\x00b\u202ec\u200bd\ufeff") == "a b cd"


def test_clean_bounds_long_messages_and_keeps_both_ends() -> None:
    text = clean("start " + "x " * 100_000 + "end?")
    assert len(text) <= MESSAGE_LIMIT + 1
    assert text.startswith("start")
    assert text.endswith("end?")


def test_clean_takes_lone_surrogates() -> None:
    assert clean("a\ud800b")


def test_markup_is_only_words() -> None:
    assert word_forms("<script>alert(1)</script>") == ["script", "alert", "1", "script"]


@pytest.mark.parametrize("endless", ["{", "'", "?", "_", "😀", "{'}", "a", "é", "'s"])
def test_no_run_of_characters_is_long_enough_to_hold_others_up(endless: str) -> None:
    """A tokenizer's time grows with the square of a token."""
    text = clean(endless * 15_000)
    assert max(map(len, text.split())) <= 101


def test_words_and_addresses_stay_whole() -> None:
    text = "see https://www.cancer.net/cancer-types/neuroendocrine-tumor/introduction please"
    assert clean(text) == text
