"""What a line means after a question."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.classify.context import ContextClassifier, FollowUp, train_context
from bot.classify.encoder import FloatArray
from bot.errors import ModelError

WHO, HOW_LONG, OTHER = np.eye(3, dtype=np.float32)
"""Vectors of three lines that have nothing in common."""
EXAMPLES = (
    (FollowUp("who does that?", "treatment", "find_specialist"), WHO),
    (FollowUp("who does that?", "inheritance", "genetic_testing"), WHO),
    (FollowUp("who does that?", "research", "research"), WHO),
    (FollowUp("for how long?", "treatment", "surveillance"), HOW_LONG),
    (FollowUp("and other things", "inheritance", "syndromes"), OTHER),
)


@pytest.fixture(scope="module")
def context() -> ContextClassifier:
    return train_context([each for each, _ in EXAMPLES], np.stack([v for _, v in EXAMPLES]))


def likeliest(found: dict[str, float]) -> str:
    return max(found, key=lambda name: found[name])


@pytest.mark.parametrize(("example", "vector"), EXAMPLES)
def test_a_line_means_what_it_was_taught_to_mean_after_a_question(
    example: FollowUp, vector: FloatArray, context: ContextClassifier
) -> None:
    assert likeliest(context.predict(vector, example.before)) == example.label


def test_the_same_line_means_something_else_after_another_question(
    context: ContextClassifier,
) -> None:
    found = [likeliest(context.predict(WHO, b)) for b in ("treatment", "inheritance", "research")]
    assert found == ["find_specialist", "genetic_testing", "research"]


def test_a_line_that_stays_stays_with_whatever_was_asked() -> None:
    examples = [FollowUp("of that?", each, each) for each in ("treatment", "research", "growth")]
    context = train_context(examples, np.stack([WHO, WHO, WHO]))
    assert likeliest(context.predict(WHO, "never-heard")) == "never-heard"
    assert "=" not in context.predict(WHO, "treatment")


def test_lines_after_other_questions_vote_more_softly(context: ContextClassifier) -> None:
    same = context.predict(HOW_LONG, "treatment")["surveillance"]
    elsewhere = context.predict(HOW_LONG, "never-heard")["surveillance"]
    assert 0 < elsewhere < same


@pytest.mark.parametrize("before", ["treatment", "inheritance", "never-heard", ""])
@pytest.mark.parametrize("vector", [WHO, HOW_LONG, OTHER, -WHO], ids=["who", "long", "other", "no"])
def test_probabilities_sum_to_at_most_one(
    before: str, vector: FloatArray, context: ContextClassifier
) -> None:
    found = context.predict(vector, before).values()
    assert all(0 <= each <= 1 for each in found)
    assert sum(found) <= 1 + 1e-6


def test_the_rest_is_doubt_and_most_for_lines_that_are_like_none(
    context: ContextClassifier,
) -> None:
    own, foreign = (sum(context.predict(v, "treatment").values()) for v in (WHO, -WHO))
    assert foreign < own / 2


def test_without_examples_nothing_is_known() -> None:
    context = train_context([], np.zeros((0, 3), np.float32))
    found = context.predict(WHO, "treatment")
    assert set(found) == {"treatment"}
    assert found["treatment"] < 0.01


def test_one_line_is_enough_to_learn_from() -> None:
    context = train_context([EXAMPLES[0][0]], WHO[None])
    assert likeliest(context.predict(WHO, "treatment")) == "find_specialist"


def test_saved_and_loaded_without_pickle(context: ContextClassifier, tmp_path: Path) -> None:
    np.savez(tmp_path / "context.npz", **context.to_arrays())  # type: ignore[arg-type]
    with np.load(tmp_path / "context.npz", allow_pickle=False) as arrays:
        loaded = ContextClassifier.from_arrays(dict(arrays))
    for before in ("treatment", "research", "never-heard"):
        assert loaded.predict(WHO, before) == context.predict(WHO, before)


def test_nothing_learnt_survives_saving_too() -> None:
    empty = train_context([], np.zeros((0, 3), np.float32))
    loaded = ContextClassifier.from_arrays(empty.to_arrays())
    assert loaded.predict(WHO, "treatment") == empty.predict(WHO, "treatment")


@pytest.mark.parametrize("name", ["labels", "befores", "lines", "after", "votes"])
def test_damaged_arrays_are_refused(name: str, context: ContextClassifier) -> None:
    arrays = context.to_arrays()
    del arrays[f"context_{name}"]
    with pytest.raises(ModelError, match="damaged"):
        ContextClassifier.from_arrays(arrays)
