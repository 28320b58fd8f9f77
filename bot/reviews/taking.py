"""Takes a reviewer's table: verdicts become records, a changed lead is written where it is safe.

Safe means that the answer says what it said when the table was made, that nothing but this
lead changes in its file, and that the content with it has no mistake that it had not before.
A lead that somebody changed is not thereby reviewed: another person reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.content import files, load
from bot.content.files import Sources
from bot.errors import ContentError
from bot.reviews import sheet
from bot.reviews.answers import Reviewed, file_of
from bot.reviews.records import ReviewShape
from bot.reviews.sheet import Row
from bot.testing import grades
from bot.understand import soundness
from bot.writing import yaml_text


@dataclass
class Taken:
    """What became of a table."""

    reviews: list[ReviewShape] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    """Ids of the answers whose lead was changed."""
    left: list[str] = field(default_factory=list)
    """What could not be taken, a line each: where, what, and what to do."""


def take(rows: Iterable[Row], name: str, answers: Mapping[str, Reviewed], folder: Path) -> Taken:
    """Take the rows: changed leads are written to their files.

    Args:
        name: of the table, for messages.
        folder: the content.
    """
    taken = Taken()
    changed: list[tuple[Row, Reviewed]] = []
    for row in rows:
        answer = answers.get(row.id)
        if problem := _wrong(row, answer):
            taken.left.append(f"{name}:{row.line}: {row.id}: {problem}")
        elif answer and row.hash == answer.hash and row.lead.split() != answer.lead.split():
            changed.append((row, answer))
        elif row.review:
            taken.reviews.append(row.review)
    writer = _Writer(folder) if changed else None
    # From the end of a file to its top: the lines above stay where they are.
    for row, answer in sorted(changed, key=lambda each: (each[1].path, -each[1].line)):
        assert writer
        if problem := writer.write(answer, row.lead):
            taken.left.append(f"{name}:{row.line}: {row.id}: {problem}")
            if row.review and row.review.verdict == "change":
                taken.reviews.append(row.review)
        else:
            taken.leads.append(row.id)
    return taken


def _wrong(row: Row, answer: Reviewed | None) -> str:
    """Why a row cannot be taken; empty where it can, or where nobody filled it in."""
    if answer is None:
        return "there is no such answer; leave the first column as it was"
    if row.hash != answer.hash:
        # A lead that differs because the content went on is nobody's change.
        return "it reads otherwise by now; make a new table" if row.review else ""
    changed = row.lead.split() != answer.lead.split()
    if changed and not row.reviewer:
        return "the lead is another, and nobody stands under 'reviewer'; write who changed it"
    if row.statements.split() != sheet.statements(answer).split():
        return "statements are the pages' words and stay; leave that column as it was"
    return ""


class _Writer:
    """Writes leads to their files, one after the other, each if the content stays as sound."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._raw = files.read_folder(folder)
        self._known = _mistakes(self._raw)

    def write(self, answer: Reviewed, lead: str) -> str:
        """Write one; why not, where it cannot be or would be a mistake."""
        by_hand = f"change it by hand in {answer.path}:{answer.line}"
        before = self._raw.get(answer.path, b"").decode("utf-8", errors="replace")
        text = yaml_text.with_text(before, answer.line, answer.lead, lead)
        if text is None:
            return f"the lead stands there in other words, such as words in braces; {by_hand}"
        raw = {**self._raw, answer.path: text.encode()}
        if new := _mistakes(raw) - self._known:
            return f"the new lead would be a mistake ({min(new)}); word it otherwise"
        file_of(answer, self._folder).write_text(text, encoding="utf-8")
        self._raw = raw
        return ""


def _mistakes(raw: Mapping[str, bytes]) -> set[str]:
    """What `check` says of a content, without the places."""
    sources = Sources.parse(raw)
    try:
        content = load.build(sources, files.digest(raw))
    except ContentError as error:
        return {each.message for each in error.problems}
    soundness.check(content, sources)
    grades.check(content, sources)
    return {each.message for each in sources.problems}
