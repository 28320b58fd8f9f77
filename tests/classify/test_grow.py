"""Which lines vote, and what they say."""

from __future__ import annotations

import numpy as np
import pytest

from bot.classify.classifier import Kernel
from bot.classify.columns import Columns
from bot.classify.encoder import FloatArray
from bot.classify.grow import RIDGE, Messages, extend, fitted, grow, invert_factor, solve


def positive(size: int) -> FloatArray:
    rows = np.random.default_rng(0).random((size, size + 100), np.float32) - np.float32(0.5)
    return np.asarray(rows @ rows.T + 20 * np.eye(size, dtype=np.float32), np.float32)


@pytest.fixture(scope="module")
def lines() -> Messages:
    """Five kinds of lines around as many directions; a tenth of them are of another kind."""
    rng = np.random.default_rng(1)
    kinds = np.arange(2000) % 5
    vectors = rng.normal(size=(2000, 16)) + 3 * np.eye(16)[kinds]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    kinds[::10] = rng.integers(0, 5, 200)
    columns = Columns.gather([np.eye(4, dtype=np.float32)[np.arange(2000) % 4]])
    targets = np.eye(5, dtype=np.float32)[kinds]
    return Messages(Kernel(), vectors.astype(np.float32), columns, targets)


def test_inverted_factor_agrees_with_numpy() -> None:
    """On a size that is halved twice."""
    matrix = positive(600)
    expected = np.linalg.inv(np.linalg.cholesky(matrix.astype(np.float64)))
    invert_factor(matrix)
    assert np.allclose(matrix, expected, atol=1e-4)


def test_a_factor_that_grows_is_the_factor_of_the_whole() -> None:
    matrix, whole = positive(600), positive(600)
    extend(matrix[:250, :250], 0)
    matrix[:250, 250:] = np.nan
    extend(matrix, 250)
    invert_factor(whole)
    assert np.allclose(matrix, whole, atol=1e-5)


def test_left_out_scores_are_those_of_a_training_without_the_line() -> None:
    rows = np.random.default_rng(1).random((30, 40), np.float32)
    likeness, targets = rows @ rows.T, np.eye(3, dtype=np.float32)[np.arange(30) % 3]
    likeness += RIDGE * np.eye(30, dtype=np.float32)
    whole, part = likeness.copy(), likeness[1:, 1:].copy()
    invert_factor(whole)
    invert_factor(part)
    _, unseen = solve(whole, targets)
    votes, _ = solve(part, targets[1:])
    assert np.allclose(unseen[0], likeness[0, 1:] @ votes, atol=1e-3)


def test_few_lines_all_vote_and_the_solution_is_exact(lines: Messages) -> None:
    grown = grow(lines, lambda _: None)
    assert sorted(grown.kept.tolist()) == list(range(2000))
    noisy = lines.likeness(grown.kept, grown.kept) + RIDGE * np.eye(2000)
    assert np.allclose(noisy @ grown.votes, lines.targets[grown.kept], atol=1e-3)


def test_of_many_lines_those_vote_that_the_others_get_wrong(lines: Messages) -> None:
    told: list[float] = []
    grown = grow(lines, told.append, most=1000)
    assert len(set(grown.kept.tolist())) == 1000
    assert told == sorted(told)
    assert told[-1] == 1.0
    odd = (np.arange(2000) % 5 != lines.targets.argmax(axis=1)).nonzero()[0]
    assert np.isin(odd, grown.kept).mean() > 0.9
    rest = np.setdiff1d(np.arange(2000), grown.kept)
    expected = lines.likeness(rest, grown.kept) @ grown.votes
    assert np.allclose(grown.unseen[rest], expected, atol=1e-3)
    right = grown.unseen[rest].argmax(axis=1) == lines.targets[rest].argmax(axis=1)
    assert right.mean() > 0.95


def test_votes_fitted_to_all_lines_outweigh_those_that_are_odd(lines: Messages) -> None:
    """The lines that vote are the odd ones first; by themselves they speak for one another."""
    grown = grow(lines, lambda _: None, most=300)
    plain = np.arange(2000) % 5 == lines.targets.argmax(axis=1)
    rest = np.setdiff1d(np.flatnonzero(plain), grown.kept)
    alike = lines.likeness(rest, grown.kept)

    def missed(votes: FloatArray) -> float:
        return float(np.abs(alike @ votes - lines.targets[rest]).mean())

    votes = fitted(lines, grown.kept)
    assert votes.shape == grown.votes.shape
    assert missed(votes) < 0.9 * missed(grown.votes)


def test_columns_give_back_their_rows() -> None:
    rows = np.array([[0, 2, 0], [0, 0, 0], [1, 0, 3]], np.float32)
    columns = Columns.gather([rows[:2], rows[2:]])
    assert np.array_equal(columns.dense(np.array([2, 0])), rows[[2, 0]])
    votes = np.array([[1, 2], [3, 4]], np.float32)
    assert np.array_equal(columns.weigh(np.array([2, 0]), votes), rows[[2, 0]].T @ votes)
