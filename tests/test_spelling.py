"""Repair towards known words only."""

from __future__ import annotations

import pytest

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
