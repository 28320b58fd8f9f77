"""The command `new`: stubs of content."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot import scaffold
from bot.content.places import default_content, writable


def add_options(to: argparse.ArgumentParser) -> None:
    """The options of `new`."""
    to.add_argument("what", choices=("intent", "response", "subject", "guide"))
    to.add_argument(
        "name",
        metavar="NAME",
        help="aspects/side_effects, carcinoid/side_effects, or the id of a subject or guide",
    )


def new(options: argparse.Namespace) -> int:
    """Write a stub.

    Raises:
        InputError: the name does not fit, or it is there already.
    """
    folder = writable(Path(options.content or default_content()))
    path = scaffold.write(options.what, options.name, folder)
    print(f"wrote {path}; fill it in, then run: net-guide check")
    return 0
