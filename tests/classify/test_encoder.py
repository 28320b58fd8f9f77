"""The committed encoder is the one the manifest names, and means what the original means."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.classify import LexicalEncoder, OnnxEncoder
from bot.classify.artefact import FOLDER, load_artefact
from bot.errors import ModelError
from tools.encoder.graph import outline

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


@pytest.mark.parametrize("name", ["model.onnx", "graph.onnx", "tokenizer.json"])
def test_refuses_an_altered_file(copied: Path, name: str) -> None:
    content = bytearray((copied / name).read_bytes())
    content[1000] ^= 1
    (copied / name).write_bytes(content)
    with pytest.raises(ModelError, match=rf"{name}: SHA-256 differs"):
        OnnxEncoder.load(copied)


def test_the_graph_is_that_of_the_model() -> None:
    """Opened in its place, it leaves the weights in the file: a third of the memory."""
    assert (FOLDER / "graph.onnx").read_bytes() == outline((FOLDER / "model.onnx").read_bytes())


def test_the_graph_and_the_model_give_the_same_vectors(copied: Path, encoder: OnnxEncoder) -> None:
    _edit_manifest(copied, lambda manifest: manifest.pop("graph"))
    whole = OnnxEncoder.load(copied)
    lines = ["what are the symptoms?", "", "can i still eat cheese " * 30]
    assert whole.identity == encoder.identity
    assert np.array_equal(whole.encode(lines), encoder.encode(lines))


def test_refuses_a_graph_of_another_model(copied: Path) -> None:
    _edit_manifest(copied, lambda manifest: manifest["graph"].update(of="0" * 64))
    with pytest.raises(ModelError, match=r"graph\.onnx: belongs to another model"):
        OnnxEncoder.load(copied)


def test_finds_the_weights_where_the_files_are_links(tmp_path: Path, copied: Path) -> None:
    linked = tmp_path / "linked"
    linked.mkdir()
    for each in copied.iterdir():
        (linked / each.name).symlink_to(each)
    assert len(OnnxEncoder.load(linked).encode(["hello"])) == 1


def _edit_manifest(folder: Path, edit: Callable[[Any], object]) -> None:
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    edit(manifest)
    path.write_text(json.dumps(manifest), encoding="utf-8")


@pytest.mark.parametrize("name", ["model.onnx", "graph.onnx", "tokenizer.json", "manifest.json"])
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
    _edit_manifest(copied, lambda manifest: manifest["files"].pop("tokenizer.json"))
    assert load_artefact(copied).identity != before


def test_nothing_reports_its_use_to_anybody(tmp_path: Path) -> None:
    """onnxruntime does unless told not to, and notes a session in the temporary folder."""
    code = "from bot.classify.encoder import OnnxEncoder; OnnxEncoder.load().encode(['hello'])"
    environment = {name: value for name, value in os.environ.items() if "TELEMETRY" not in name}
    environment |= {"TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert not list(tmp_path.iterdir())
