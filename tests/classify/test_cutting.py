"""A message is cut where its parts begin, and each part is known to ask or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from bot.classify.cutting import (
    BEGINS_ASKING,
    BEGINS_SAYING,
    GOES_ON_ASKING,
    GOES_ON_SAYING,
    MOST_AT_ONCE,
    TAGS,
    Cutter,
)
from bot.classify.listener import Listener


class Tagging:
    """Tags words by their first letter: B and C begin, c and C belong to what asks."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def tags(self, text: str) -> tuple[list[tuple[int, int]], Any]:
        self.read.append(text)
        places, rows, start = [(0, 0)], [[0.0] * len(TAGS)], 0
        for word in text.split(" "):
            tag = {"B": BEGINS_SAYING, "C": BEGINS_ASKING, "c": GOES_ON_ASKING}
            row = [-9.0] * len(TAGS)
            row[tag.get(word[0], GOES_ON_SAYING)] = 9.0
            places.append((start, start + len(word)))
            rows.append(row)
            start += len(word) + 1
        return places, np.array(rows, np.float32)


def texts(found: Sequence[Sequence[Any]]) -> list[list[str]]:
    return [[part.text for part in sentence] for sentence in found]


def test_a_part_goes_on_to_the_next_beginning() -> None:
    encoder = Tagging()
    found = Cutter(lambda: encoder).parts(["Bill went home.", "Can c c but Carl c"])  # type: ignore[arg-type,return-value]
    assert texts(found) == [["Bill went home."], ["Can c c but", "Carl c"]]
    assert [round(part.asks, 1) for part in found[1]] == [0.8, 1.0]
    assert found[0][0].asks < 0.1
    assert encoder.read == ["Bill went home. Can c c but Carl c"]


def test_a_sentence_begins_a_part_whatever_is_tagged() -> None:
    found = Cutter(Tagging).parts(["so it goes.", "and on."])  # type: ignore[arg-type]
    assert texts(found) == [["so it goes."], ["and on."]]


def test_what_the_encoder_could_not_read_at_once_is_read_apart() -> None:
    encoder = Tagging()
    long = " ".join(["on"] * (MOST_AT_ONCE - 1))
    found = Cutter(lambda: encoder).parts([long, long, "Bye now"])  # type: ignore[arg-type,return-value]
    assert texts(found) == [[long], [long], ["Bye now"]]
    assert encoder.read == [long, long, "Bye now"]


def test_two_questions_by_their_form_are_two_parts() -> None:
    cutter = Cutter(Tagging, ["is", "can"])  # type: ignore[arg-type]
    assert texts(cutter.parts(["is it, can it, or is it"])) == [["is it,", "can it, or is it"]]
    assert texts(cutter.parts(["I meant it, is it so"])) == [["I meant it, is it so"]]


def test_no_sentence_no_part() -> None:
    assert Cutter(Tagging).parts([]) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("message", "asking"),
    [
        ("which doctor. and what has it to do with ulcers", 2),
        ("I should like to know when it was last revised, and upon which publications it draws", 2),
        ("what is it and can it spread", 2),
        ("ok slow is good. does it spread", 1),
        ("my mum has one of these and I want to know what it is", 1),
        ("thank you that is kind of you, I will tell my brother", 0),
    ],
)
def test_the_committed_listener_cuts_as_people_do(message: str, asking: int) -> None:
    listener = Listener.load()
    [parts] = Cutter(lambda: listener.encoder).parts([message])
    assert sum(part.asks >= 0.5 for part in parts) == asking
