"""Keeps what was built from a content, so that the next start is fast.

One file a key; the key covers what it was built from, the code that builds it and the
model. A file is written beside its place and moved there in one step, so a
reader never sees half of one; whatever cannot be read is built again. Where
nothing can be written the bot works from memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache as cached
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray
from platformdirs import user_cache_path

import bot

Arrays = Mapping[str, NDArray[Any]]
_LOCK_SECONDS = 300
_KEPT_FILES = 8
"""Those used last; a content has two."""
_READING_CODE = ("content", "language", "classify", "understand")


@dataclass(frozen=True)
class Stored:
    """What a cache file holds."""

    facts: dict[str, Any]
    """JSON data."""
    arrays: Arrays


def key(*parts: str) -> str:
    """Name of the cache file of what was built from these parts by this code, hexadecimal."""
    total = hashlib.sha256()
    for part in (*parts, _code_version()):
        total.update(part.encode() + b"\0")
    return total.hexdigest()[:32]


def fetch(name: str, build: Callable[[], Stored], folder: Path | None = None) -> Stored:
    """The stored value of a key, built and stored when there is none.

    Args:
        name: from `key`.
        build: makes the value; may take a minute.
        folder: where to keep it; by default the user's cache folder, or
            NET_GUIDE_CACHE from the environment.
    """
    path = _path(name, folder)
    found = load(path)
    if found is not None:
        return found
    with _locked(path):
        found = load(path)
        if found is None:
            found = build()
            save(path, found)
    return found


def load(path: Path) -> Stored | None:
    """What a file holds, or None when it is missing, damaged or half-written."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
            arrays = {name: data[name] for name in data.files}
        facts = json.loads(arrays.pop("facts").tobytes())
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    with suppress(OSError):  # a cache that may only be read is as good
        os.utime(path)
    return Stored(facts, arrays) if isinstance(facts, dict) else None


def save(path: Path, stored: Stored) -> bool:
    """Write a file in one step; False, and nothing written, where that is not possible."""
    facts = np.frombuffer(json.dumps(stored.facts).encode(), dtype=np.uint8)
    handle = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as handle:
            np.savez(handle, facts=facts, **stored.arrays)  # type: ignore[arg-type]
        os.replace(handle.name, path)
    except OSError:
        if handle is not None:
            Path(handle.name).unlink(missing_ok=True)
        return False
    _forget_old(path.parent)
    return True


def _default_folder() -> Path:
    chosen = os.environ.get("NET_GUIDE_CACHE")
    return Path(chosen) if chosen else user_cache_path("net-guide", appauthor=False)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """So that two processes starting at once build once; without a lock both build."""
    lock = FileLock(f"{path}.lock", timeout=_LOCK_SECONDS)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except (OSError, Timeout, NotImplementedError):
        yield
        return
    try:
        yield
    finally:
        lock.release()


def discard(name: str, folder: Path | None = None) -> None:
    """Remove what is stored under a key."""
    with suppress(OSError):
        _path(name, folder).unlink()


def _path(name: str, folder: Path | None) -> Path:
    return (folder or _default_folder()) / f"{name}.npz"


def _forget_old(folder: Path) -> None:
    for path in sorted(folder.glob("*.npz"), key=_last_use)[:-_KEPT_FILES]:
        for each in (path, Path(f"{path}.lock")):
            each.unlink(missing_ok=True)


def _last_use(path: Path) -> float:
    """When a file was read or written last; others may remove it at any time."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


@cached
def _code_version() -> str:
    root = Path(bot.__file__).parent
    total = hashlib.sha256(bot.__version__.encode())
    for package in _READING_CODE:
        for path in sorted((root / package).glob("*.py")):
            total.update(path.read_bytes())
    return total.hexdigest()
