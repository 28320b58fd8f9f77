"""Reading the encoder's files, and refusing any that is not the one the manifest names."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from bot.errors import ModelError

FOLDER = Path(__file__).resolve().parent.parent / "encoder"
"""Where the committed encoder lives."""

_ADVICE = "restore its folder from the release"
_MODEL, _GRAPH = "model.onnx", "graph.onnx"


@dataclass(frozen=True)
class Artefact:
    """The encoder's files, verified."""

    identity: str
    """Name and content hash; a classifier remembers which encoder it was trained with."""
    folder: Path
    """Where they are: they are opened from there, for in memory they would be twice."""
    graph: Path
    """What is opened of the model: itself, or its graph alone, which reads most weights where they
    are in the model's file, so that only those that are used are in memory."""


def load_artefact(folder: Path | None = None) -> Artefact:
    """Read every file that manifest.json names and check its SHA-256.

    Raises ModelError, one line, when anything is missing, unreadable or different.
    """
    where = folder or FOLDER
    name, hashes, graph = _read_manifest(where / "manifest.json")
    for file, digest in hashes.items():
        _verify(where / file, digest)
    opened = _MODEL
    if graph:
        if graph["of"] != hashes.get(_MODEL):
            raise ModelError(f"{where / _GRAPH}: belongs to another {_MODEL}; {_ADVICE}")
        _verify(where / _GRAPH, graph["sha256"])
        opened = _GRAPH
    # Not of the graph: it says nothing that the model does not say.
    joined = "".join(f"{file}:{digest};" for file, digest in sorted(hashes.items()))
    identity = f"{name}@{hashlib.sha256(joined.encode()).hexdigest()[:16]}"
    # Weights are looked for beside the file itself, wherever a link to it may lie.
    return Artefact(identity, where, (where / opened).resolve())


def _read_manifest(path: Path) -> tuple[str, dict[str, str], dict[str, str]]:
    """The encoder's name, the expected SHA-256 (hex) by file name, and the same of the graph."""
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        hashes = {str(name): str(digest) for name, digest in manifest["files"].items()}
        graph = {
            key: str(manifest["graph"][key]) for key in ("of", "sha256") if "graph" in manifest
        }
        title = str(manifest["name"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path}: not a readable encoder manifest; {_ADVICE}") from error
    if any(Path(name).name != name for name in hashes):
        raise ModelError(f"{path}: names a file outside its folder; {_ADVICE}")
    return title, hashes, graph


def _verify(path: Path, expected: str) -> None:
    """Raise ModelError unless the file's SHA-256 is the expected one (hex)."""
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read; {_ADVICE}") from error
    if found != expected:
        raise ModelError(f"{path}: SHA-256 differs from the manifest; {_ADVICE}")
