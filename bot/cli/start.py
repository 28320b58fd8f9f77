"""Loads the bot for a command, with a progress bar where there is something to build."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import InputError, UnknownRegionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
    region = region or getattr(options, "region", "")
    require(options, region)
    from bot.engine import Bot

    bar = Bar(_ANNOUNCEMENT, plain=getattr(options, "plain", False))
    try:
        return Bot.load(options.content, progress=progress or bar, region=region, late=late)
    finally:
        bar.close()


def require(options: Namespace, region: str = "") -> None:
    """See that there is a content, and the region in it, before anything heavy is imported.

    A command whose own imports take long calls this first.

    Args:
        region: as for `load`.

    Raises:
        InputError: the content has no such region.
        ContentError: there is no content.
    """
    region = region or getattr(options, "region", "")
    if not (options.content or region):
        return
    from bot.content import files
    from bot.content.places import default_content

    folder = Path(options.content or default_content())
    files.require(folder)
    if region:
        # What is wrong with the file is said by the one who loads the content.
        numbers, _ = files.read_one(folder, "data/emergency_numbers.yaml")
        known = numbers.get("regions") if isinstance(numbers, dict) else None
        if isinstance(known, dict) and region not in known:
            raise UnknownRegionError(region, known)


def require_conversations(paths: Iterable[Path]) -> None:
    """See that files and folders of conversations are there.

    Raises:
        InputError: one of them is not.
    """
    for path in paths:
        if not path.exists():
            raise InputError(f"there is no {path}; name a file or folder of conversations")


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
