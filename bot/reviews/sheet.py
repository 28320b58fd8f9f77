"""Answers as a table that reviewers fill in without an editor: CSV out, and in again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content.places import text_of
from bot.errors import InputError
from bot.reviews.answers import Reviewed
from bot.reviews.records import ReviewShape, Verdict
from bot.reviews.standing import State, told

COLUMNS = (
    "id",
    "place",
    "kind",
    "asks",
    "lead",
    "other words",
    "statements",
    "state",
    "hash",
    "verdict",
    "comment",
    "reviewer",
    "date",
)
"""The last four are the reviewer's, and the lead may be changed."""
_VERDICTS: dict[str, Verdict] = {"ok": "ok", "change": "change"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would calculate."""
_MARK = "'"
_DELIMITERS = ",;\t"
"""Spreadsheets save what they call CSV with either."""


@dataclass(frozen=True)
class Row:
    """What a reviewer wrote about one answer."""

    line: int
    id: str
    hash: str
    lead: str
    statements: str
    review: ReviewShape | None
    """None where there is no verdict."""
    reviewer: str


def written(
    answers: Mapping[str, Reviewed],
    states: Mapping[str, tuple[State, tuple[ReviewShape, ...]]],
) -> str:
    """The table. Spreadsheets see text alone: what looks like a formula gets a mark before it."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for name, each in answers.items():
        row = {
            "id": name,
            "place": f"{each.path}:{each.line}",
            "kind": each.kind,
            "asks": each.asks,
            "lead": each.lead,
            "other words": "\n".join(f"[{key}] {text}" for key, text in each.others),
            "statements": statements(each),
            "state": told(*states[name]),
            "hash": each.hash,
        }
        table.writerow({key: _safe(text) for key, text in row.items()})
    return out.getvalue()


def statements(answer: Reviewed) -> str:
    """What an answer quotes, one a line."""
    return "\n".join(f"[{name}] {text}" for name, text in answer.statements)


def read(path: Path, today: date) -> Iterator[Row]:
    """The rows that a reviewer filled in, or whose lead could have been changed.

    Args:
        today: the date of a verdict without one.

    Raises:
        InputError: the file cannot be read, or a row of it is not as it should be.
    """
    table = _table(path)
    missing = [each for each in COLUMNS if each not in (table.fieldnames or ())]
    if missing:
        raise InputError(f"{path} has no column '{missing[0]}'; begin with the sheet of --csv")
    for raw in table:
        row = {key: _plain(str(text or "")) for key, text in raw.items() if key in COLUMNS}
        yield _row(row, f"{path}:{table.line_num}", table.line_num, today)


def _table(path: Path) -> csv.DictReader[str]:
    text = text_of(path, "CSV UTF-8")
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)


def _row(row: Mapping[str, str], place: str, line: int, today: date) -> Row:
    verdict = row["verdict"].lower()
    reviewer = row["reviewer"]
    review = None
    if verdict or row["comment"]:
        if verdict not in _VERDICTS:
            raise InputError(f"{place}: the verdict '{verdict}' must be ok or change; correct it")
        if not reviewer:
            raise InputError(f"{place}: nobody stands under 'reviewer'; write who read it")
        review = ReviewShape(
            id=row["id"],
            by=reviewer,
            on=_day(row["date"], place, today),
            hash=row["hash"],
            verdict=_VERDICTS[verdict],
            comment=" ".join(row["comment"].split()),
        )
    return Row(line, row["id"], row["hash"], row["lead"], row["statements"], review, reviewer)


def _day(text: str, place: str, today: date) -> date:
    if not text:
        return today
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{place}: the date '{text}' must be written as 2026-01-31; correct it"
        raise InputError(message) from error


def _safe(text: str) -> str:
    return _MARK + text if text.startswith(_FORMULA) else text


def _plain(text: str) -> str:
    """A cell as it was before it was marked."""
    found = text.strip()
    marked = found.startswith(_MARK) and found[1:].startswith(_FORMULA)
    return found[1:] if marked else found
