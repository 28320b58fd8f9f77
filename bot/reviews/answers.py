"""What there is to review: every answer, its words, its statements, and where it stands."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.changes import resting
from bot.changes.resting import Answer
from bot.changes.versions import Version
from bot.content import files, layers, load, places
from bot.content.files import Sources
from bot.content.library import Content
from bot.content.strict_yaml import Location
from bot.errors import InputError

LEAD: Location = ("lead",)
_DIGITS = 16
"""Of a hash, hexadecimal."""


@dataclass(frozen=True)
class Reviewed:
    """An answer as a reviewer reads it."""

    id: str
    path: str
    line: int
    kind: str
    asks: str
    """Words of the question that it answers."""
    lead: str
    others: tuple[tuple[str, str], ...]
    """Other words of ours in it, each with the key that it stands under."""
    statements: tuple[tuple[str, str], ...]
    """Ids and texts of what it quotes, with what is shown beside a quote."""

    @property
    def hash(self) -> str:
        """Changes with each word that people read in this answer."""
        said = json.dumps([self.lead, self.others, self.statements], ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()[:_DIGITS]


def read(folder: Path) -> Version:
    """A content as it is written, without its conversations.

    Raises:
        ContentError: a file of it cannot be read.
    """
    raw = files.read_folder(folder)
    sources = Sources.parse(raw)
    return Version(load.build(sources, files.digest(raw)), sources, ())


def all_of(version: Version) -> Mapping[str, Reviewed]:
    """Every answer of a content by its id, in the order of the content."""
    found = resting.answers(version.content).values()
    return {each.id: each for each in (_reviewed(answer, version) for answer in found)}


def named(name: str, answers: Mapping[str, Reviewed]) -> Reviewed:
    """The answer that somebody names, as `intent/subject` or as the id of its cell.

    Raises:
        InputError: there is none.
    """
    first, _, second = name.partition("/")
    for each in (name, f"{second}/{first}"):
        if each in answers:
            return answers[each]
    raise InputError(f"'{name}' is no answer; write intent/subject, such as {next(iter(answers))}")


def file_of(answer: Reviewed, folder: Path) -> Path:
    """The file that an answer stands in."""
    if answer.path.startswith(layers.PREFIX):
        return places.common(folder) / answer.path.removeprefix(layers.PREFIX)
    return folder / answer.path


def _reviewed(answer: Answer, version: Version) -> Reviewed:
    content = version.content
    lead = next((text for place, text in answer.leads if place == LEAD), "")
    path, line = version.place(answer.path, *LEAD)
    return Reviewed(
        id=_id(answer.id, content),
        path=path,
        line=line,
        kind=answer.kind,
        asks=_asks(answer.id, content),
        lead=lead,
        others=tuple(
            (".".join(map(str, place)), text) for place, text in answer.leads if place != LEAD
        ),
        statements=tuple(_quoted(answer, content)),
    )


def _quoted(answer: Answer, content: Content) -> list[tuple[str, str]]:
    found = []
    for name in answer.statements:
        each = content.statements.get(name)
        aside = f" [{each.aside}]" if each and each.aside else ""
        found.append((name, f"{each.text}{aside}" if each else ""))
    for name in answer.references:
        entry = content.reference(name)
        found.append((name, entry.text if entry else ""))
    return found


def _id(cell: str, content: Content) -> str:
    folder, _, intent = cell.partition("/")
    return f"{intent}/{folder}" if folder in content.subjects else cell


def _asks(cell: str, content: Content) -> str:
    folder, _, intent = cell.partition("/")
    if intent not in content.intents:
        return ""
    subject = content.subjects.get(folder)
    return content.intents[intent].label.replace("{subject}", subject.name if subject else "")
