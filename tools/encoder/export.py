"""Writes bot/encoder/: the int8 model, its graph, its tokenizer and the manifest that names them.

    python -m tools.encoder.export WEIGHTS.safetensors TOKENIZER.json

Needs the packages onnx and safetensors. Without fine-tuning, WEIGHTS are the published
ones of sentence-transformers/all-MiniLM-L6-v2 and their SHA-256 is checked.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from safetensors.numpy import load_file

from tools.encoder.graph import Weights, outline, write_graph

FOLDER = Path(__file__).resolve().parents[2] / "bot" / "encoder"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
ORIGIN = "sentence-transformers/all-MiniLM-L6-v2"


def sha256(content: bytes) -> str:
    """The SHA-256 of the content, in hex."""
    return hashlib.sha256(content).hexdigest()


def read_verified(path: Path, expected: str) -> bytes:
    """The file's content; SystemExit unless its SHA-256 is the expected one."""
    content = path.read_bytes()
    if sha256(content) != expected:
        raise SystemExit(f"{path}: SHA-256 is not {expected}")
    return content


def read_weights(path: Path) -> Weights:
    """The encoder's float weights by name."""
    weights: Weights = load_file(path)
    return weights


def write_encoder(
    weights: Weights,
    tokenizer: bytes,
    folder: Path,
    extra: Mapping[str, bytes] = MappingProxyType({}),
    **manifest: Any,
) -> None:
    """Write model.onnx, graph.onnx, tokenizer.json and manifest.json into the folder.

    Args:
        extra: other files that belong to it, by name.
    """
    model = write_graph(weights, manifest["name"])
    write_files(model, tokenizer, folder, extra, **manifest)


def write_files(
    model: bytes,
    tokenizer: bytes,
    folder: Path,
    extra: Mapping[str, bytes] = MappingProxyType({}),
    **manifest: Any,
) -> None:
    """The same of a model that is written already."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {"model.onnx": model, "tokenizer.json": tokenizer, **extra}
    graph = outline(model)
    for name, content in {**files, "graph.onnx": graph}.items():
        (folder / name).write_bytes(content)
    entries = {
        **manifest,
        "files": {name: sha256(content) for name, content in files.items()},
        "graph": {"of": sha256(model), "sha256": sha256(graph)},
    }
    text = json.dumps(entries, indent=2, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Write the base encoder."""
    parser = argparse.ArgumentParser(description="Write the int8 encoder without fine-tuning.")
    parser.add_argument("weights", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    given = parser.parse_args()
    read_verified(given.weights, BASE_SHA256)
    write_encoder(
        read_weights(given.weights),
        read_verified(given.tokenizer, TOKENIZER_SHA256),
        given.folder,
        name="minilm-l6-int8",
        origin=ORIGIN,
        licence="Apache-2.0",
        made_from={"model.safetensors": BASE_SHA256, "tokenizer.json": TOKENIZER_SHA256},
        recipe="python -m tools.encoder.export WEIGHTS.safetensors TOKENIZER.json",
    )


if __name__ == "__main__":
    main()
