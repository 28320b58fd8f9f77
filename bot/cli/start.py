"""Loads the bot for a command, with a progress bar where there is something to build."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.progress import Progress

    from bot.engine import Bot

_ANNOUNCEMENT = "Getting ready: some seconds after a change, up to a minute the first time"


def load(
    options: Namespace,
    region: str = "",
    progress: Callable[[float], None] | None = None,
    *,
    late: bool = False,
) -> Bot:
    """The bot of the options' content folder.

    Args:
        region: where people are who have not said so; that of the options if left out.
        progress: called with the share done (0 to 1) while building; a bar if left out.
        late: as for `Bot.load`.

    Raises:
        InputError: the content has no such region.
        ContentError: the content has mistakes.
        ModelError: a model file is damaged.
    """
    if options.content:
        # Before the engine is imported, which takes longer than to see that there is no content.
        from bot.content import files

        files.require(Path(options.content))
    from bot.engine import Bot

    region = region or getattr(options, "region", "")
    bar = Bar(_ANNOUNCEMENT, plain=getattr(options, "plain", False))
    try:
        return Bot.load(options.content, progress=progress or bar, region=region, late=late)
    finally:
        bar.close()


class Bar:
    """A progress bar on standard error, which appears only if there is something to tell.

    Args:
        about: what is being done.
        plain: the text alone, once.
    """

    def __init__(self, about: str, *, plain: bool = False) -> None:
        self._about = about
        self._plain = plain or not sys.stderr.isatty()
        self._announced = False
        self._progress: Progress | None = None

    def __call__(self, share: float) -> None:
        if self._plain:
            if not self._announced:
                print(self._about, file=sys.stderr)
            self._announced = True
            return
        if self._progress is None:
            self._progress = self._start()
        self._progress.update(self._progress.task_ids[0], completed=share)

    def _start(self) -> Progress:
        from rich.console import Console
        from rich.progress import Progress

        progress = Progress(console=Console(stderr=True), transient=True)
        progress.start()
        progress.add_task(self._about, total=1.0)
        return progress

    def close(self) -> None:
        if self._progress is not None:
            self._progress.stop()
