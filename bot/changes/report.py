"""The report of what changed, as lines of text: statements, what rests on them, replies."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from bot.changes import resting, statements
from bot.changes.resting import Answer
from bot.changes.statements import StatementChange
from bot.changes.versions import Version
from bot.compose.composer import Composer
from bot.content.library import Content
from bot.dialogue.decision import Decision
from bot.dialogue.state import State
from bot.errors import Problem

_NARROWEST = 60
_BETWEEN = " | "
_MORE = "…"


@dataclass(frozen=True)
class Report:
    """What changed between two versions of a content."""

    changes: tuple[StatementChange, ...]
    added: tuple[str, ...]
    """Sentences of a new page that no statement has."""
    touched: tuple[Answer, ...]
    conversations: tuple[Problem, ...]
    stale: tuple[Problem, ...]
    """Leads that name a number which is no longer said: errors."""
    replies: tuple[tuple[str, str, str], ...]
    """Id, text before and text now of each answer that reads differently."""


def make(old: Version, new: Version, added: tuple[str, ...], today: date) -> Report:
    """Compare two versions.

    Args:
        added: sentences of a new page that no statement has.
        today: for the notes on the age of sources.
    """
    changes = statements.changed(old.content, new.content)
    found = resting.touched(old.content, new.content, changes)
    names = {each.id for each in changes}
    return Report(
        changes=changes,
        added=added,
        touched=tuple(replace(each, path="{}:{}".format(*new.place(each.path))) for each in found),
        conversations=tuple(resting.conversations(new, found, names)),
        stale=tuple(dict.fromkeys(resting.stale(new, found, changes))),
        replies=tuple(_replies(old.content, new.content, found, today)),
    )


def lines(report: Report, width: int) -> Iterator[str]:
    """The report.

    Args:
        width: columns of replies side by side.
    """
    yield from map(str, report.stale)
    if report.stale:
        yield ""
    yield f"statements that changed: {len(report.changes)}"
    for each in report.changes:
        yield f"  {each.id}"
        yield from _said("-", each.before.text if each.before else "", width)
        yield from _said("+", each.now.text if each.now else "", width)
    if report.added:
        yield f"sentences that no statement has: {len(report.added)}"
        for text in report.added:
            yield from _said("+", text, width)
    yield ""
    yield f"answers that changed or rest on these: {len(report.touched)}"
    yield from map(_answer, report.touched)
    yield f"conversations that expect one of these: {len(report.conversations)}"
    yield from (f"  {each}" for each in report.conversations)
    yield ""
    yield f"replies that read otherwise: {len(report.replies)}"
    for name, before, now in report.replies:
        yield from ("", name, *side_by_side(before, now, width))


def side_by_side(before: str, now: str, width: int) -> Iterator[str]:
    """Two texts in two columns; lines that differ are marked with `*`, the same end is left out.

    >>> print("\\n".join(side_by_side("a\\n\\nb\\nd", "a\\n\\nc\\nd", 60)))
      before                      | now
      a                           | a
                                  |
    * b                           | c
      …                           | …
    """
    lines = list(zip_longest(before.split("\n"), now.split("\n"), fillvalue=""))
    end = max((index + 1 for index, (old, new) in enumerate(lines) if old != new), default=0)
    half = (max(width, _NARROWEST) - len(_BETWEEN) - 2) // 2
    yield f"  {'before':<{half}}{_BETWEEN}now"
    for left, right in lines[:end]:
        mark = " " if left == right else "*"
        columns = (textwrap.wrap(left, half) or [""], textwrap.wrap(right, half) or [""])
        for one, other in zip_longest(*columns, fillvalue=""):
            yield f"{mark} {one:<{half}}{_BETWEEN}{other}".rstrip()
    if end < len(lines):
        yield f"  {_MORE:<{half}}{_BETWEEN}{_MORE}"


def _said(mark: str, text: str, width: int) -> list[str]:
    indent = f"    {mark} "
    return textwrap.wrap(
        text, max(width, _NARROWEST), initial_indent=indent, subsequent_indent="      "
    )


def _answer(answer: Answer) -> str:
    why = f"rests on {', '.join(answer.touched)}" if answer.touched else "changed itself"
    return f"  {answer.kind} {answer.path}: {answer.id} {why}"


def _replies(
    old: Content, new: Content, found: Sequence[Answer], today: date
) -> Iterator[tuple[str, str, str]]:
    before = resting.answers(old)
    composers = Composer(old), Composer(new)
    for each in found:
        was = before.get(each.id)
        texts = (
            _text(composers[0], was.decision, today) if was else "",
            _text(composers[1], each.decision, today),
        )
        if texts[0] != texts[1]:
            yield (each.id, *texts)


def _text(composer: Composer, decision: Decision, today: date) -> str:
    return "\n\n".join(each.text for each in composer.compose([decision], State(), today))
