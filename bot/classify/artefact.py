"""Reading the encoder's files, and refusing any that is not the one the manifest names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.errors import ModelError

FOLDER = Path(__file__).resolve().parent.parent / "encoder"
"""Where the committed encoder lives."""

_ADVICE = "restore bot/encoder from the release"


@dataclass(frozen=True)
class Artefact:
    """The encoder's files, verified and held in memory."""

    identity: str
    """Name and content hash; a classifier remembers which encoder it was trained with."""
    files: Mapping[str, bytes]
    """Content by file name."""


def load_artefact(folder: Path | None = None) -> Artefact:
    """Read every file that manifest.json names and check its SHA-256.

    The bytes that were checked are the bytes that are used: no file is read twice.
    Raises ModelError, one line, when anything is missing, unreadable or different.
    """
    where = folder or FOLDER
    name, hashes = _read_manifest(where / "manifest.json")
    files = {file: _read_verified(where / file, digest) for file, digest in hashes.items()}
    joined = "".join(f"{file}:{digest};" for file, digest in sorted(hashes.items()))
    return Artefact(f"{name}@{hashlib.sha256(joined.encode()).hexdigest()[:16]}", files)


def _read_manifest(path: Path) -> tuple[str, dict[str, str]]:
    """The encoder's name and the expected SHA-256 (hex) by file name."""
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        hashes = {str(name): str(digest) for name, digest in manifest["files"].items()}
        title = str(manifest["name"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path}: not a readable encoder manifest; {_ADVICE}") from error
    if any(Path(name).name != name for name in hashes):
        raise ModelError(f"{path}: names a file outside its folder; {_ADVICE}")
    return title, hashes


def _read_verified(path: Path, expected: str) -> bytes:
    """The file's content, once its SHA-256 is the expected one (hex)."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read; {_ADVICE}") from error
    if hashlib.sha256(content).hexdigest() != expected:
        raise ModelError(f"{path}: SHA-256 differs from the manifest; {_ADVICE}")
    return content
