"""The training lines in whole numbers say what they say in floating-point numbers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bot.classify.classifier import Kernel
from bot.classify.encoder import FloatArray
from bot.classify.lines import TOP, Lines, rounded, write_graph

KERNEL = Kernel()


def unit_vectors(number: int, seed: int) -> FloatArray:
    rows = np.random.default_rng(seed).normal(size=(number, 384)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture(scope="module")
def vectors() -> FloatArray:
    return unit_vectors(500, seed=0)


@pytest.fixture(scope="module")
def votes() -> FloatArray:
    return np.random.default_rng(1).normal(0, 0.05, (500, 7)).astype(np.float32)


@pytest.fixture(scope="module")
def lines(vectors: FloatArray, votes: FloatArray) -> Lines:
    return Lines(*write_graph(vectors, votes, KERNEL.closeness))


def test_scores_are_those_of_the_kernel(
    lines: Lines, vectors: FloatArray, votes: FloatArray
) -> None:
    asked = np.concatenate([unit_vectors(20, seed=2), vectors[:20]])
    expected = KERNEL.meaning(asked, vectors) @ votes
    assert np.abs(expected).max() > 0.05
    assert np.abs(lines.scores(asked) - expected).max() < 0.005


def test_scores_do_not_depend_on_neighbours(lines: Lines, vectors: FloatArray) -> None:
    together = lines.scores(np.concatenate([vectors[:3], 5 * vectors[3:4]]))
    assert np.allclose(together[:1], lines.scores(vectors[:1]), atol=1e-6)


def test_whole_numbers_fit_seven_bits_and_turn_back(vectors: FloatArray) -> None:
    whole, factors = rounded(np.concatenate([vectors, np.zeros((1, 384), np.float32)]))
    assert whole.dtype == np.int8
    assert np.abs(whole).max() == TOP < 1 << 6
    assert np.abs((whole * factors)[:-1] - vectors).max() <= factors.max() / 2 + 1e-6
    assert not whole[-1].any()


def test_rounding_twice_changes_nothing(vectors: FloatArray) -> None:
    """What training saw is what the graph holds."""
    whole, factors = rounded(vectors)
    again, _ = rounded(whole * factors)
    assert np.array_equal(whole, again)


def test_answering_does_not_import_the_graph_writer(lines: Lines, tmp_path: Path) -> None:
    """The package onnx takes a fifth of a second to import; only training has use for it."""
    code = (
        "import sys; import numpy; from bot.classify.lines import Lines; "
        "Lines(sys.stdin.buffer.read(), dict(numpy.load(sys.argv[1]))); "
        "print('onnx' in sys.modules)"
    )
    np.savez(tmp_path / "tables.npz", **lines.tables)  # type: ignore[arg-type]
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "tables.npz"],
        input=lines.graph,
        capture_output=True,
        check=True,
    )
    assert done.stdout.strip() == b"False"


def test_the_graph_does_not_hold_what_is_large(lines: Lines, votes: FloatArray) -> None:
    """Held there, it would be copied whenever the graph is opened."""
    assert len(lines.graph) < lines.tables["lines"].nbytes / 10
    assert np.array_equal(lines.tables["votes"], votes)
