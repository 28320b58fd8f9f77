"""The command `review`: its options, and what is wrong with them, before anything is loaded."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from bot.cli.start import require
from bot.content.places import named
from bot.errors import InputError


def add_options(to: argparse.ArgumentParser) -> None:
    """The options of `review`."""
    to.add_argument(
        "ids", nargs="*", metavar="ID", help="answers: symptoms/carcinoid, or the id of a cell"
    )
    to.add_argument("--by", metavar="NAME", help="who has read them; left out: show them")
    to.add_argument(
        "--on",
        type=date.fromisoformat,
        metavar="DATE",
        help="when, as 2026-01-31 (default: today)",
    )
    to.add_argument(
        "--verdict",
        choices=("ok", "change"),
        default="ok",
        help="what they said (default: %(default)s)",
    )
    to.add_argument("--comment", default="", metavar="TEXT", help="what is to be changed, or why")
    tables = to.add_mutually_exclusive_group()
    tables.add_argument("--csv", type=Path, metavar="FILE", help="write a table of all answers")
    tables.add_argument(
        "--from", dest="table", type=Path, metavar="FILE", help="take a table that was filled in"
    )


def review(options: argparse.Namespace) -> int:
    """Show answers, record reviews of them, or write and take a table.

    Raises:
        InputError: there is no such answer, or a file cannot be read or written.
        ContentError: the content or its records cannot be read.
    """
    require(options)
    if options.table:
        named(options.table)
    elif not (options.csv or options.ids):
        raise InputError("name answers, such as symptoms/carcinoid, or --csv or --from with a file")
    from bot.cli import reviewed

    return reviewed.run(options)
