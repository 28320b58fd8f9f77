"""Keeps what was built from a content, so that the next start is fast.

One file a key; the key covers what it was built from, the code that builds it and the
model. A file is written beside its place and moved there in one step, so a
reader never sees half of one; whatever cannot be read is built again. Where
nothing can be written the bot works from memory. What comes with the package
(`bot.understand.packaged`) is looked for there when the folder does not have it.
"""

from __future__ import annotations

import hashlib
import io
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
from bot.understand import packaged

Arrays = Mapping[str, NDArray[Any]]
_LOCK_SECONDS = 300
_KEPT_FILES = 32
"""Those used last; a content has about eleven."""
_READABLE = 0o644
_READING_CODE = ("content", "language", "classify", "understand")


@dataclass(frozen=True)
class Stored:
    """What a cache file holds."""

    facts: dict[str, Any]
    """JSON data."""
    arrays: Arrays


def key(*parts: str) -> str:
    """Name of the cache file of what was built from these parts by this code, hexadecimal."""
    return name_of(*parts, _code_version())


def name_of(*parts: str) -> str:
    """The same for what no code of ours changes."""
    total = hashlib.sha256()
    for part in parts:
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
    found = find(name, folder)
    if found is not None:
        return found
    path = place(name, folder)
    with _locked(path):
        found = load(path)
        if found is None:
            found = build()
            save(path, found)
    return found


def renew(name: str, build: Callable[[], Stored], folder: Path | None = None) -> Stored:
    """The value of a key, built and stored whatever is there: it has proved to be of no use."""
    found = build()
    save(place(name, folder), found)
    return found


def find(name: str, folder: Path | None = None) -> Stored | None:
    """The stored value of a key, from the folder or from the package; None if it is in neither."""
    found = load(place(name, folder))
    if found is None and (data := packaged.read(f"{name}.npz")):
        found = _unpacked(io.BytesIO(data))
    return found


def has(name: str, folder: Path | None = None) -> bool:
    """Whether there is a file of a key, whole or not."""
    return place(name, folder).exists() or packaged.has(f"{name}.npz")


def load(path: Path) -> Stored | None:
    """What a file holds, or None when it is missing, damaged or half-written."""
    try:
        with path.open("rb") as file:
            found = _unpacked(file)
    except OSError:
        return None
    with suppress(OSError):  # a cache that may only be read is as good
        os.utime(path)
    return found


def _unpacked(file: Any) -> Stored | None:
    try:
        with np.load(file, allow_pickle=False) as data:
            arrays = {name: data[name] for name in data.files}
        facts = json.loads(arrays.pop("facts").tobytes())
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    return Stored(facts, arrays) if isinstance(facts, dict) else None


def save(path: Path, stored: Stored) -> bool:
    """Write a file in one step; False, and nothing written, where that is not possible."""
    facts = np.frombuffer(json.dumps(stored.facts).encode(), dtype=np.uint8)
    handle = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as handle:
            np.savez(handle, facts=facts, **stored.arrays)  # type: ignore[arg-type]
        # It is made for its owner alone; but an image is built by one user and run by another.
        os.chmod(handle.name, _READABLE)
        os.replace(handle.name, path)
    except OSError:
        if handle is not None:
            Path(handle.name).unlink(missing_ok=True)
        return False
    _forget_old(path.parent)
    return True


class Kept:
    """Results by text, kept between starts; what a start does not ask for is forgotten.

    Args:
        name: from `key`; empty keeps nothing beyond the process.
        folder: as for `fetch`.
    """

    def __init__(self, name: str = "", folder: Path | None = None) -> None:
        self._path = place(name, folder) if name else None
        found = find(name, folder) if name else None
        self._before: dict[str, Any] = found.facts if found else {}
        self._now: dict[str, Any] = {}
        self.new = False
        """Whether there is anything that was not kept before."""

    def get(
        self, text: str, make: Callable[[], Any], holds: Callable[[Any], bool] = lambda _: True
    ) -> Any:
        """The result of a text, JSON data; made when none is kept that still holds."""
        if text not in self._now:
            if text in self._before and holds(self._before[text]):
                self._now[text] = self._before[text]
            else:
                self._now[text] = make()
                self.new = True
        return self._now[text]

    def before(self, text: str) -> Any:
        """What an earlier start kept of a text; None if nothing."""
        return self._before.get(text)

    def texts(self) -> Mapping[str, Any]:
        """The results that were asked for, by text."""
        return self._now

    def note(self, text: str, result: Any) -> None:
        """Take down a result that was not asked for."""
        self._now[text] = result
        self.new = True

    def save(self) -> None:
        """Keep what was asked for, if there is anything new in it."""
        if self._path and self.new:
            save(self._path, Stored(self._now, {}))


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


def place(name: str, folder: Path | None = None) -> Path:
    """Where the file of a key is kept."""
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
