"""Training, probabilities, saving and loading."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.classify import Classifier, Encoder, Example, LexicalEncoder, OnnxEncoder
from bot.classify.classifier import probabilities, sparse_product
from bot.classify.train import train
from bot.errors import ModelError

LINES = {
    "rarity": ["is it rare?", "how uncommon is this", "do many people have it", "is that common"],
    "symptoms": [
        "what are the signs?",
        "how would I notice it",
        "symptoms please",
        "what do people feel",
    ],
    "greeting": ["hello", "good morning", "hi there", "hey, anyone in?"],
}
EXAMPLES = tuple(Example(line, label) for label, lines in LINES.items() for line in lines)


@pytest.fixture(scope="module", params=[OnnxEncoder.load, LexicalEncoder], ids=["onnx", "lexical"])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    made: Encoder = request.param()
    return made


@pytest.fixture(scope="module")
def classifier(encoder: Encoder) -> Classifier:
    return train(EXAMPLES, encoder)


def test_gives_training_lines_their_labels(classifier: Classifier) -> None:
    rows = classifier.predict([example.text for example in EXAMPLES])
    assert rows.shape == (len(EXAMPLES), 3)
    found = [classifier.labels[column] for column in rows.argmax(axis=1)]
    assert found == [example.label for example in EXAMPLES]


def test_a_line_of_two_intents_speaks_for_both_and_surely_for_its_own() -> None:
    also = [Example(each.text, each.label, also="rarity") for each in EXAMPLES[4:8]]
    classifier = train([*EXAMPLES[:4], *also, *EXAMPLES[8:]], LexicalEncoder())
    row = dict(zip(classifier.labels, classifier.predict([EXAMPLES[4].text])[0], strict=True))
    assert row["symptoms"] > 0.5
    assert row["rarity"] > 5 * row["greeting"]


def test_understands_other_words() -> None:
    classifier = train(EXAMPLES, OnnxEncoder.load())
    rows = classifier.predict(
        ["is this something unusual?", "hiya", "which complaints does it cause?"]
    )
    found = [classifier.labels[column] for column in rows.argmax(axis=1)]
    assert found == ["rarity", "greeting", "symptoms"]


def test_rows_sum_to_less_than_one_and_least_for_foreign_lines(classifier: Classifier) -> None:
    own, foreign = classifier.predict(["is it rare?", "xqzw vbnk 42"]).sum(axis=1)
    assert 0 <= foreign < own < 1


def test_one_line_or_many_is_the_same(classifier: Classifier) -> None:
    texts = [example.text for example in EXAMPLES]
    single = np.concatenate([classifier.predict([text]) for text in texts])
    assert np.allclose(single, classifier.predict(texts), atol=1e-4)
    assert classifier.predict([]).shape == (0, 3)


def test_flags_decide_between_like_lines() -> None:
    texts = ("what about it", "and that one", "tell me of it", "so how is it")
    examples = [Example(text, label, (label,)) for text in texts for label in ("ours", "theirs")]
    classifier = train(examples, OnnxEncoder.load())
    rows = classifier.predict(["how about it"] * 2, [("ours",), ("theirs", "never-seen")])
    assert [classifier.labels[column] for column in rows.argmax(axis=1)] == ["ours", "theirs"]


def test_saved_and_loaded_without_pickle(
    classifier: Classifier, encoder: Encoder, tmp_path: Path
) -> None:
    np.savez(tmp_path / "classifier.npz", **classifier.to_arrays())  # type: ignore[arg-type]
    with np.load(tmp_path / "classifier.npz", allow_pickle=False) as arrays:
        loaded = Classifier.from_arrays(dict(arrays), encoder)
    texts: Sequence[str] = ["is that rare?", "hello you"]
    assert np.array_equal(loaded.predict(texts), classifier.predict(texts))


def test_refuses_arrays_of_another_encoder_or_damaged(
    classifier: Classifier, encoder: Encoder
) -> None:
    arrays = classifier.to_arrays()
    with pytest.raises(ModelError, match="another encoder"):
        Classifier.from_arrays({**arrays, "encoder": np.array("other")}, encoder)
    with pytest.raises(ModelError, match="damaged"):
        Classifier.from_arrays({**arrays, "graph": np.frombuffer(b"no graph", np.uint8)}, encoder)
    del arrays["weights"]
    with pytest.raises(ModelError, match="damaged"):
        Classifier.from_arrays(arrays, encoder)


def test_training_is_repeatable_and_tells_progress(encoder: Encoder) -> None:
    told: list[float] = []
    first = train(EXAMPLES, encoder, progress=told.append, seed=1).to_arrays()
    second = train(EXAMPLES, encoder, seed=2).to_arrays()
    assert all(np.array_equal(first[name], second[name]) for name in first)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_needs_two_labels() -> None:
    with pytest.raises(ValueError, match="two labels"):
        train([Example("a", "b")], LexicalEncoder())


def test_probabilities_and_products() -> None:
    rows = probabilities(np.array([[0.9, 0.1], [0.05, -0.2]], np.float32), 4.0)
    assert rows[0].argmax() == 0
    assert rows[0, 0] > 0.98
    assert rows[1].sum() < 0.02
    rows, table = np.eye(3, dtype=np.float32)[:2] * 2, np.arange(12, dtype=np.float32).reshape(3, 4)
    assert np.array_equal(sparse_product(rows, table), rows @ table)


def test_importing_brings_no_training_library() -> None:
    """Start-up time and memory: neither these nor onnxruntime are wanted before they are needed."""
    heavy = ("sklearn", "scipy", "torch", "onnx", "onnxruntime", "tokenizers")
    code = f"import sys, bot.classify; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
