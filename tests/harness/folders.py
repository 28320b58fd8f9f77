"""Copies of the content, for tests that change it or that prepare one from nothing."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from bot.understand import cache
from tests.conftest import ROOT, copy_content

_BLOCKS = ("utterances: |", "followups: |")


def short_copy(to: Path, lines: int = 40, of: Path = ROOT) -> Path:
    """A copy in which each intent has only so many utterances and follow-ups.

    Getting it ready costs a tenth of what the whole content costs.
    """
    copy_content(to, of)
    for path in (*to.glob("intents/**/*.yaml"), *to.glob("bot/common/intents/**/*.yaml")):
        path.write_text(_shortened(path.read_text("utf-8"), lines), "utf-8")
    return to


def _shortened(text: str, most: int) -> str:
    kept, left = [], None
    for line in text.splitlines():
        if not line.startswith(" "):
            left = most if line in _BLOCKS else None
        elif left is not None:
            left -= 1
            if left < 0:
                continue
        kept.append(line)
    return "\n".join(kept) + "\n"


def _link(path: Path, to: Path) -> None:
    """The same file in another place; a copy where that is on another disk."""
    try:
        os.link(path, to)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(path, to)


def linked_cache(to: Path) -> Path:
    """A cache of its own with what is in the usual one: what is put there crowds nothing out."""
    to.mkdir()
    for path in cache.place("any").parent.glob("*.npz"):
        with suppress(FileNotFoundError):  # another process may have crowded it out just now
            _link(path, to / path.name)
    return to
