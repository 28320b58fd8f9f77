"""The committed listener reads a message together with the question before it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from bot import Bot
from bot.classify.listener import FOLDER, Listener, knows
from bot.errors import ModelError
from bot.understand.examples import follow_ups
from bot.understand.seen import Seer

SHARE = 0.8
"""Of follow-ups that it was tuned on; a writer's that it was not are in the benchmarks."""


@pytest.fixture(scope="module")
def listener() -> Listener:
    return Listener.load()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "listener"))


def test_follow_ups_mean_what_they_were_taught_to_mean(listener: Listener, bot: Bot) -> None:
    known = follow_ups(bot.content, Seer(bot.content, bot.understander.viewer), made=False)
    drawn = random.Random(1).sample(known, 200)
    right = 0
    for each in drawn:
        says = listener.predict(each.text, bot.policy.interpreter.spoken(each.before))
        right += max(says, key=says.__getitem__) == each.label
    assert right >= SHARE * len(drawn)


def test_the_same_words_mean_something_else_after_another_question(listener: Listener) -> None:
    found = set()
    for before in ("Does it run in families?", "Which treatments are there?", "How common is it?"):
        says = listener.predict("and how often is that", before)
        assert sum(says.values()) == pytest.approx(1, abs=1e-5)
        found.add(tuple(says.values()))
    assert len(found) == 3


def test_it_knows_the_content_that_it_was_tuned_on_and_no_other(bot: Bot) -> None:
    assert knows(bot.content.intents)
    assert knows([*bot.content.intents, "one-more"])
    assert not knows([*list(bot.content.intents)[:20], *map(str, range(5))])


def test_its_labels_are_intents_and_its_vectors_have_length_one(
    listener: Listener, bot: Bot
) -> None:
    assert set(listener.labels) <= set(bot.content.intents)
    assert listener.vectors.shape == (len(listener.labels), listener.encoder.dimensions)
    assert np.allclose(np.linalg.norm(listener.vectors, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("name", ["model.onnx", "graph.onnx", "labels.npz"])
def test_altered_files_are_refused(copied: Path, name: str) -> None:
    content = bytearray((copied / name).read_bytes())
    content[1000] ^= 1
    (copied / name).write_bytes(content)
    with pytest.raises(ModelError, match=rf"{name}: SHA-256 differs"):
        Listener.load(copied)


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"half a file")])
def test_damaged_labels_are_refused(copied: Path, damage: Callable[[Path], object]) -> None:
    damage(copied / "labels.npz")
    for load in (Listener.load, lambda folder: knows(["overview"], folder)):
        with pytest.raises(ModelError, match=r"labels\.npz"):
            load(copied)
