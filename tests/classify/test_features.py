"""Hashed TF-IDF and flags."""

from __future__ import annotations

import numpy as np
import pytest

from bot.classify.features import TextFeatures, character_grams, flag_columns, word_grams


def test_grams() -> None:
    assert list(word_grams(["is", "it", "rare"])) == ["is", "it", "rare", "is it", "it rare"]
    assert list(character_grams("ab")) == [" a", "ab", "b ", " ab", "ab ", " ab "]


def test_rows_compare_words_and_spelling() -> None:
    texts = ["is it hereditary", "is it heredetary", "where do they grow"]
    rows = TextFeatures.fit(texts).transform(texts)
    likeness = rows @ rows.T
    assert np.allclose(np.diag(likeness), 1, atol=0.1)
    assert likeness[0, 1] > 0.4 > 0.2 > likeness[0, 2]


def test_a_line_without_words_is_empty() -> None:
    assert not TextFeatures.fit(["a b"]).transform(["?!"]).any()


def test_hashing_is_the_same_everywhere() -> None:
    row = TextFeatures.fit(["tumor"]).transform(["tumor"])[0]
    assert np.flatnonzero(row)[:4].tolist() == [43, 506, 631, 733]


def test_flags() -> None:
    columns = flag_columns(("a", "b"), [("b",), (), ("a", "b", "unknown")], 3)
    assert columns.tolist() == [[0, 1], [0, 0], [1, 1]]
    assert flag_columns(("a",), (), 2).tolist() == [[0], [0]]
    with pytest.raises(ValueError, match="shorter"):
        flag_columns(("a",), [()], 2)
