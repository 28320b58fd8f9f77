"""What takes long, under way or done: the bot of the content at hand, and what is done with it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from bot.engine import Bot
from bot.studio.shelf import Edition
from bot.studio.work import Progress, Work

T = TypeVar("T")
BOT = "bot"


class Tasks:
    """Work by its name; of each name the one that was begun last.

    Args:
        folder: of the content.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._found: dict[str, Work[Any]] = {}
        self._digests: dict[str, str] = {}

    def get(self, name: str) -> Work[Any] | None:
        """Work that was begun, or None."""
        return self._found.get(name)

    def digest(self, name: str) -> str:
        """Of the content that it was begun for."""
        return self._digests.get(name, "")

    def bot(self, edition: Edition) -> Work[Bot]:
        """The bot of a content, begun when there is none yet. What failed is tried again."""
        with self._lock:
            work, digest = self._found.get(BOT), edition.content.digest
            if work is None or work.failed or self._digests[BOT] != digest:
                work = self._begin(BOT, digest, self._load)
            return work

    def begin(
        self, name: str, edition: Edition, do: Callable[[Progress], T], after: Work[Any]
    ) -> None:
        """Do something when something else is done, unless it is under way."""
        with self._lock:
            work = self._found.get(name)
            if work is None or work.done:
                self._begin(name, edition.content.digest, do, after)

    def _begin(
        self, name: str, digest: str, do: Callable[[Progress], T], after: Work[Any] | None = None
    ) -> Work[T]:
        work = Work(do, after)
        self._found[name], self._digests[name] = work, digest
        return work

    def _load(self, tell: Progress) -> Bot:
        return Bot.load(self._folder, progress=tell)
