"""However a message is made, no more of it is read than its share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from benchmarks.worst.__main__ import shapes
from bot import Bot
from bot.language.words import MESSAGE_LIMIT, MOST_WORDS, clean, sentences

MOST_TEXTS = 18
"""Texts that are compared with what was learnt, the sentences of a message among them."""
SHAPES = shapes(11)


@pytest.mark.parametrize("name", SHAPES)
def test_few_words_of_a_long_message_are_read(name: str) -> None:
    text = clean(SHAPES[name])
    assert len(text) <= 1.1 * MESSAGE_LIMIT
    assert sum(len(each.words) for each in sentences(text)) <= MOST_WORDS


@pytest.mark.parametrize("name", SHAPES)
def test_few_texts_of_a_long_message_are_classified(
    bot: Bot, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []
    kind = type(bot.understander._predictor)
    encode = kind.encode

    def count(self: Any, texts: Sequence[str]) -> Any:
        counted.append(len(texts))
        return encode(self, texts)

    monkeypatch.setattr(kind, "encode", count)
    bot.reply(SHAPES[name])
    assert sum(counted) <= MOST_TEXTS


def test_both_ends_of_a_long_message_are_read() -> None:
    text = "is it inherited? " + "so " * 5000 + ". i want to die"
    read = sentences(clean(text))
    assert read[0].words == ("is", "it", "inherited")
    assert read[-1].words == ("i", "want", "to", "die")
