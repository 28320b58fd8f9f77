"""The command `evaluate`: how well held-out lines are understood."""

from __future__ import annotations

import argparse
import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli.start import Bar, load, require
from bot.content.places import default_content, named
from bot.errors import InputError

if TYPE_CHECKING:  # a mistake in what is named is told before anything heavy is imported
    from bot.evaluation.report import Report

NAME = "NET Guide"
HELD_OUT = "utterances/*/*.yaml"
"""Where held-out lines are, below the folder of tests."""
SAYING = "Saying the held-out lines"


def add_options(to: argparse.ArgumentParser) -> None:
    """The options of `evaluate`."""
    to.add_argument(
        "--tests",
        type=Path,
        metavar="DIR",
        help="folder with utterances, talks and danger (default: tests beside the content)",
    )
    to.add_argument("--save", type=Path, metavar="FILE", help="keep the run, to compare with it")
    to.add_argument("--against", type=Path, metavar="FILE", help="a run that was kept")
    to.add_argument("--html", type=Path, metavar="FILE", help="write a page with plots")
    to.add_argument("--json", action="store_true", help="print JSON instead of tables")
    to.add_argument(
        "--seed", type=int, default=1, metavar="N", help="of the intervals (default: %(default)s)"
    )


def evaluate(options: argparse.Namespace) -> int:
    """Say the held-out lines, print the report and write what is asked for.

    Raises:
        InputError: there are no held-out lines, or a file cannot be read or written.
        ContentError: a file of held-out lines has mistakes.
    """
    require(options)
    tests = options.tests or Path(options.content or default_content()) / "tests"
    if not any(tests.glob(HELD_OUT)):
        raise InputError(f"there are no held-out lines in {tests / HELD_OUT.partition('/')[0]}")
    against = named(options.against) if options.against else None
    from bot.evaluation import report as reports
    from bot.evaluation import runs, table
    from bot.evaluation.page import page

    before = runs.load(against) if against else None
    bot = load(options)
    bar = Bar(SAYING)
    try:
        run = runs.run(bot, tests, bar)
    finally:
        bar.close()
    found = reports.make(run, before, options.seed)
    if options.save:
        _write(options.save, run.model_dump_json(indent=1) + "\n")
    if options.html:
        _write(options.html, page(found, NAME))
    if options.json:
        print(json.dumps(_data(found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(table.lines(found)))
    return 0


def _data(report: Report) -> dict[str, Any]:
    """The report as JSON data."""
    return {each.name: _plain(getattr(report, each.name)) for each in dataclasses.fields(report)}


def _plain(value: Any) -> Any:
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    if dataclasses.is_dataclass(value):
        return {e.name: _plain(getattr(value, e.name)) for e in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
