"""What `review` does: records who has read an answer; tables for reviewers, out and in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bot.content.places import default_content, writable
from bot.errors import ContentError, InputError
from bot.reviews import answers, records, sheet, standing, taking
from bot.reviews.answers import Reviewed
from bot.reviews.records import ReviewShape


def run(options: argparse.Namespace) -> int:
    """Show the answers of the options, record reviews of them, or write and take a table.

    Raises:
        InputError: there is no such answer, or a file cannot be read or written.
        ContentError: the content or its records cannot be read.
    """
    folder = Path(options.content or default_content())
    found = answers.all_of(answers.read(folder))
    if options.csv:
        return _write(options.csv, found, folder)
    if options.table:
        return _take(options.table, found, writable(folder))
    named = [answers.named(each, found) for each in options.ids]
    if options.by is None:
        return _show(named, found, folder)
    if not options.by.strip():
        raise InputError("a review is somebody's; write a name after --by")
    day = options.on or date.today()
    path = records.add(
        writable(folder),
        (
            ReviewShape(
                id=each.id,
                by=options.by.strip(),
                on=day,
                hash=each.hash,
                verdict=options.verdict,
                comment=options.comment,
            )
            for each in named
        ),
    )
    print(f"recorded {', '.join(each.id for each in named)} in {path}")
    return 0


def check_records(folder: Path) -> None:
    """Check that the records, if there are any, are of answers.

    Raises:
        ContentError: they are not, or cannot be read.
    """
    kept = records.read(folder)
    found = answers.all_of(answers.read(folder)) if kept else {}
    if problems := tuple(standing.strays(kept, found)):
        raise ContentError(problems)


def left_to_review(folder: Path) -> int:
    """Print what is stale or was never reviewed; 1 where there is anything.

    Raises:
        ContentError: the content or its records cannot be read.
    """
    found = answers.all_of(answers.read(folder))
    states = standing.states(records.read(folder), found)
    problems = list(standing.left(states, found))
    for each in problems:
        print(each)
    done = sum(state is standing.State.REVIEWED for state, _ in states.values())
    print(f"reviewed: {done} of {len(found)} answers", file=sys.stderr)
    return 1 if problems else 0


def _show(named: list[Reviewed], found: Mapping[str, Reviewed], folder: Path) -> int:
    states = standing.states(records.read(folder), found)
    for each in named:
        print(f"{each.path}:{each.line}: {each.id}: {standing.told(*states[each.id])}")
        if each.asks:
            print(f"  asks: {each.asks}")
        print(f"  lead: {each.lead}")
        for key, text in each.others:
            print(f"  {key}: {text}")
        for name, text in each.statements:
            print(f"  [{name}] {text}")
    return 0


def _write(path: Path, found: Mapping[str, Reviewed], folder: Path) -> int:
    text = sheet.written(found, standing.states(records.read(folder), found))
    try:
        path.write_text(text, encoding="utf-8-sig", newline="")
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
    print(f"wrote {len(found)} answers to {path}; take it again with: net-guide review --from FILE")
    return 0


def _take(path: Path, found: Mapping[str, Reviewed], folder: Path) -> int:
    rows = list(sheet.read(path, date.today()))
    taken = taking.take(rows, str(path), found, folder)
    if taken.reviews:
        records.add(folder, taken.reviews)
    for line in taken.left:
        print(line)
    for name in taken.leads:
        print(f"{found[name].path}:{found[name].line}: {name}: the lead is changed; review it")
    done = f"recorded {len(taken.reviews)}, changed {len(taken.leads)} leads"
    print(f"{done}, could not take {len(taken.left)}", file=sys.stderr)
    return 1 if taken.left else 0
