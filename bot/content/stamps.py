"""What tells that a content was saved: the state of its files."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from bot.content.files import paths
from bot.content.places import common

Stamps = Mapping[Path, tuple[int, int]]
"""When each file was saved, in nanoseconds, and its size in bytes."""


def stamps(folder: Path) -> Stamps:
    """The state of every file of a content, and of the layer below it."""
    found = {}
    for path in (*paths(folder), *paths(common(folder))):
        with suppress(OSError):  # removed in this moment
            state = path.stat()
            found[path] = (state.st_mtime_ns, state.st_size)
    return found
