"""Loads the bot for a command, with a progress bar where there is something to build."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

    from bot.engine import Bot

_ANNOUNCEMENT = "Getting ready: some seconds after a change, up to a minute the first time"


def load(options: Namespace, region: str = "") -> Bot:
    """The bot of the options' content folder.

    Args:
        region: where people are who have not said so; that of the options if left out.

    Raises:
        InputError: the content has no such region.
        ContentError: the content has mistakes.
        ModelError: a model file is damaged.
    """
    from bot.engine import Bot

    region = region or getattr(options, "region", "")
    bar = _Bar()
    try:
        return Bot.load(options.content, progress=bar, region=region)
    finally:
        bar.close()


class _Bar:
    """A progress bar on standard error, which appears only if there is something to build."""

    def __init__(self) -> None:
        self._progress: Progress | None = None

    def __call__(self, share: float) -> None:
        if self._progress is None:
            self._progress = self._start()
        self._progress.update(self._progress.task_ids[0], completed=share)

    def _start(self) -> Progress:
        from rich.console import Console
        from rich.progress import Progress

        if not sys.stderr.isatty():
            print(_ANNOUNCEMENT, file=sys.stderr)
        progress = Progress(console=Console(stderr=True), transient=True)
        progress.start()
        progress.add_task(_ANNOUNCEMENT, total=1.0)
        return progress

    def close(self) -> None:
        if self._progress is not None:
            self._progress.stop()
