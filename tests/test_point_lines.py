"""Questions on answers: their vectors come with the package, what is new is learnt at a start."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot import Bot
from bot.classify import OnnxEncoder
from bot.classify.encoder import FloatArray
from bot.content.library import Content
from bot.content.link_checks import plain
from bot.errors import ModelError
from bot.evaluation import points
from bot.understand import point_lines
from bot.understand.seen import Seer
from tests.conftest import ROOT

LEAST_KNOWN, MOST_WRONGLY_LACKING, LEAST_LACKING = 0.85, 0.04, 0.6
"""Shares of questions by a writer from whom nothing was learnt."""


class Counting:
    """An encoder that knows nothing and says what it was asked for."""

    identity, dimensions, words = "counting", 3, frozenset[str]()

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> FloatArray:
        self.asked.extend(texts)
        return np.tile(np.eye(1, 3, dtype=np.float32), (len(texts), 1))


@pytest.fixture
def seer(bot: Bot) -> Seer:
    return Seer(bot.content, bot.understander.viewer)


def test_the_committed_vectors_are_those_of_our_lines(content: Content) -> None:
    known = point_lines.load(OnnxEncoder.load().identity)
    ours = {each.text for each in point_lines.points_of(content)}
    assert set(known) == set(point_lines.marks(ours).tolist())


def test_only_new_lines_are_encoded(content: Content, seer: Seer, tmp_path: Path) -> None:
    asked = point_lines.points_of(content)[:40]
    encoder, path = Counting(), tmp_path / "points.npz"
    point_lines.save([each.text for each in asked[1:]], seer, encoder, path)
    encoder.asked.clear()
    point_lines.learn(asked, point_lines.load("counting", path), seer, encoder)
    assert len(encoder.asked) == 1


def test_vectors_of_another_encoder_are_not_used(seer: Seer, tmp_path: Path) -> None:
    path = tmp_path / "points.npz"
    point_lines.save(["only there?"], seer, Counting(), path)
    assert len(point_lines.load("counting", path)) == 1
    assert point_lines.load("another", path) == {}
    assert point_lines.load("counting", tmp_path / "none.npz") == {}


def test_a_damaged_file_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "points.npz"
    path.write_bytes(b"half a file")
    with pytest.raises(ModelError, match="damaged; restore bot/learnt"):
        point_lines.load("counting", path)


def test_nothing_was_learnt_from_what_is_held_out(content: Content) -> None:
    learnt = {(each.cell, plain(each.text)) for each in point_lines.points_of(content)}
    held_out = {(cell, plain(line)) for cell, _, line in points.lines(ROOT / points.FOLDER)}
    assert held_out
    assert learnt & held_out == set()


def test_what_an_answer_tells_is_known_of_another_writers_questions(bot: Bot) -> None:
    found = points.shares(bot)
    assert found["right"] / (found["told"] + found["lacking"]) >= LEAST_KNOWN
    assert found["told, said to lack"] / found["told"] <= MOST_WRONGLY_LACKING
    assert found["lacking, said to lack"] / found["lacking"] >= LEAST_LACKING
