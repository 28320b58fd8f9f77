"""The command `watch`: answers a question again whenever a file of the content is saved."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from bot.cli.start import load
from bot.cli.talk import say
from bot.content.places import default_content
from bot.content.stamps import Stamps, stamps
from bot.errors import ContentError, InputError

_POLL_SECONDS = 0.3


def watch(options: Namespace) -> int:
    """Answer now and after each save, until Ctrl-C.

    Raises:
        InputError: the content has no file to watch.
    """
    folder = Path(options.content or default_content())
    before = stamps(folder)
    if not any(each.is_relative_to(folder) for each in before):
        raise InputError(f"there is no content in {folder}; name a folder after --content")
    _show(options)
    for names in saved(folder, before):
        print(f"\n{'-' * 8} {', '.join(names)}\n", flush=True)
        _show(options)
    return 0


def saved(folder: Path, before: Stamps, seconds: float = _POLL_SECONDS) -> Iterator[list[str]]:
    """Wait for saves: the names of the files that changed, came or went, each time.

    What is saved while an answer is made is seen right after it.

    Args:
        before: the state that was answered last.
        seconds: between two looks.
    """
    while True:
        time.sleep(seconds)
        now = stamps(folder)
        names = sorted(
            _name(path, folder)
            for path in before.keys() | now.keys()
            if before.get(path) != now.get(path)
        )
        before = now
        if names:
            yield names


def _name(path: Path, folder: Path) -> str:
    inside = path.is_relative_to(folder)
    return path.relative_to(folder).as_posix() if inside else str(path)


def _show(options: Namespace) -> None:
    """The last answer of the conversation, or the mistakes of the content."""
    started = time.perf_counter()
    try:
        bot = load(options)
    except ContentError as error:
        print(error, flush=True)
        return
    turn = None
    for question in options.question:
        turn = bot.reply(question, turn.state if turn else None)
    if turn:
        seconds = time.perf_counter() - started
        say(turn, bot.content, plain=False)
        print(f"\n({seconds:.1f} s)", flush=True)
