"""The committed encoder is the one the manifest names, and means what the original means."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bot.classify import LexicalEncoder, OnnxEncoder
from bot.classify.artefact import FOLDER, load_artefact
from bot.errors import ModelError

REFERENCE = json.loads((Path(__file__).parent / "reference.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def encoder() -> OnnxEncoder:
    return OnnxEncoder.load()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "encoder"))


def test_agrees_with_the_float_weights(encoder: OnnxEncoder) -> None:
    vectors = encoder.encode(REFERENCE["sentences"])
    cosines = vectors @ vectors.T
    assert np.abs(cosines - np.array(REFERENCE["cosines"])).max() < REFERENCE["tolerance"]
    assert np.abs(vectors[:, :32] - np.array(REFERENCE["vectors"])).max() < REFERENCE["tolerance"]


def test_vectors_have_length_one(encoder: OnnxEncoder) -> None:
    vectors = encoder.encode(["what are the symptoms?", "", "x" * 5000, "🙂 \x00"])
    assert vectors.shape == (4, encoder.dimensions)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_vector_does_not_depend_on_its_neighbours(encoder: OnnxEncoder) -> None:
    many = encoder.encode([f"is it rare? {number}" for number in range(40)])
    assert np.array_equal(many[7], encoder.encode(["is it rare? 7"])[0])


def test_no_lines_no_vectors(encoder: OnnxEncoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimensions)
    assert LexicalEncoder().encode(["a", "b"]).shape == (2, 0)


def test_knows_english_words(encoder: OnnxEncoder) -> None:
    assert {"doctor", "tired", "fishing"} <= encoder.words
    assert not LexicalEncoder().words


def test_refuses_an_altered_file(copied: Path) -> None:
    content = bytearray((copied / "model.onnx").read_bytes())
    content[1000] ^= 1
    (copied / "model.onnx").write_bytes(content)
    with pytest.raises(ModelError, match=r"model\.onnx: SHA-256 differs"):
        OnnxEncoder.load(copied)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "manifest.json"])
def test_names_a_missing_file(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ModelError, match=name) as caught:
        OnnxEncoder.load(copied)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text", ["", "[]", '{"files": 3}', '{"name": "x", "files": {"../a": "0"}}']
)
def test_refuses_a_broken_manifest(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="manifest"):
        load_artefact(tmp_path)


def test_identity_changes_with_the_content(copied: Path) -> None:
    before = load_artefact(copied).identity
    manifest = json.loads((copied / "manifest.json").read_text(encoding="utf-8"))
    del manifest["files"]["tokenizer.json"]
    (copied / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert load_artefact(copied).identity != before


def test_nothing_reports_its_use_to_anybody(tmp_path: Path) -> None:
    """onnxruntime does unless told not to, and notes a session in the temporary folder."""
    code = "from bot.classify.encoder import OnnxEncoder; OnnxEncoder.load().encode(['hello'])"
    environment = {name: value for name, value in os.environ.items() if "TELEMETRY" not in name}
    environment |= {"TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert not list(tmp_path.iterdir())
