"""What tells that a content was saved: the state of its files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.content.files import CONTENT_FOLDERS
from bot.content.places import common

Stamps = Mapping[Path, tuple[int, int]]
"""When each file was saved, in nanoseconds, and its size in bytes."""


def stamps(folder: Path) -> Stamps:
    """The state of every file of a content, and of the layer below it."""
    found = {}
    for name in CONTENT_FOLDERS:
        for path in (*(folder / name).rglob("*"), *(common(folder) / name).rglob("*")):
            try:
                state = path.stat()
            except OSError:  # removed in this moment
                continue
            if path.is_file():
                found[path] = (state.st_mtime_ns, state.st_size)
    return found
