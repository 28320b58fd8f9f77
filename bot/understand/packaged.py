"""What was prepared when the package was built, so that an installed bot starts at once.

A folder with a file for each key of the cache, and a manifest with their hashes. A file that
does not have its hash is as good as none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import bot

FOLDER = Path(bot.__file__).parent / "_prepared"
MANIFEST = "manifest.json"


def read(file: str) -> bytes | None:
    """A file of the package, or None when it has none of this name or it is damaged."""
    expected = _hashes(FOLDER).get(file)
    if expected is None:
        return None
    try:
        data = (FOLDER / file).read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == expected else None


def has(file: str) -> bool:
    """Whether the package has a file of this name, whole or not."""
    return file in _hashes(FOLDER)


def seal(folder: Path) -> None:
    """Write the manifest of a folder of cache files, and leave nothing else in it."""
    hashes = {}
    for path in sorted(folder.iterdir()):
        if path.suffix == ".npz":
            hashes[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
        else:
            path.unlink()
    text = json.dumps({"files": hashes}, indent=2) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


@cache
def _hashes(folder: Path) -> Mapping[str, str]:
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {str(name): str(digest) for name, digest in found.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
