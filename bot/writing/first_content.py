"""Makes a first content out of the texts of pages, and a list of what a person must still write.

Nothing is worded here: each lead is a sentence of the page until somebody says it in plain words,
and what belongs to no answer surely is shown by none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.content import places, strict_yaml
from bot.content.files import CONTENT_FOLDERS
from bot.errors import InputError
from bot.writing import first_files, page, placing
from bot.writing.first_files import Facts, Written
from bot.writing.page import Page
from bot.writing.placing import slug

LIST = "to-write.md"
"""What a person must still write, beside the content."""
_TYPE_ANSWERS = ("symptoms", "diagnosis", "treatment", "prognosis", "inheritance", "rarity")
"""Aspects that people ask of any disease."""


@dataclass(frozen=True)
class Given:
    """What is said of the pages on the command line; empty: as the pages say."""

    url: str
    """Home address of who publishes them."""
    name: str = ""
    publisher: str = ""
    updated: date | None = None


@dataclass
class Made:
    """What was written."""

    files: list[Path] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """What a person must still write: where and what, a line each."""


def write(folder: Path, texts: Mapping[str, str], given: Given) -> Made:
    """Write a content over the common layer.

    Args:
        folder: to write to; must have no content yet.
        texts: of the pages by their names; the first one is about the disease itself, the others
            about its types.

    Raises:
        InputError: there is a content already, or a page lacks what must be given then.
    """
    if folder.is_file() or any((folder / each).exists() for each in CONTENT_FOLDERS):
        raise InputError(f"{folder} is there already; name another folder")
    facts = [_facts(name, page.read(text), given) for name, text in texts.items()]
    if len({each.id for each in facts}) < len(facts):
        raise InputError("two pages have the same title; give each page a title of its own")
    cues = _cues(folder)
    placed = [placing.place(each.page, each.id, each.title, cues) for each in facts]
    written = first_files.files(facts, placed, list(texts.values()), given.url)
    made = Made()
    for path, text in written.texts.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        made.files.append(target)
    made.left = list(_left(facts, placed, written))
    text = "".join(f"- [ ] {each}\n" for each in made.left)
    (folder / LIST).write_text(f"# What a person must still write\n\n{text}", encoding="utf-8")
    made.files.append(folder / LIST)
    return made


def _cues(folder: Path) -> Mapping[str, Iterable[str]]:
    """Small words of the language, by name, as the common layer has them."""
    path = places.common(folder) / "data" / "language" / "cues.yaml"
    parsed, _ = strict_yaml.parse(path.read_text(encoding="utf-8"), path.name)
    return {
        name: [line.strip() for line in text.splitlines() if line.strip()]
        for name, text in parsed.data.items()
        if isinstance(text, str)
    }


def _facts(name: str, found: Page, given: Given) -> Facts:
    """What a page is: its title, who publishes it, and since when it says what it says."""
    head = [each.text for each in found.head]
    title = given.name or (head[-1] if head else "")
    publisher = given.publisher or (head[0] if len(head) > 1 else "")
    updated = given.updated or found.updated
    if not title:
        raise InputError(f"{name} begins with no title; give it after --name")
    if not publisher:
        raise InputError(f"{name} does not begin with who publishes it; say so after --publisher")
    if updated is None:
        raise InputError(f"{name} has no line with its date; give it after --updated")
    if not any(section.sentences for section in found.sections):
        raise InputError(f"{name} has no sentences; name the text of a page")
    return Facts(slug(title), title, publisher, updated, found)


def _left(
    facts: Sequence[Facts], placed: Sequence[placing.Placed], written: Written
) -> Iterator[str]:
    """What a person must still write, the most important first."""
    yield f"{written.setting}: read 'words' aloud in a sentence: article, plural, short form"
    for each, found in zip(facts, placed, strict=True):
        subject = written.subjects[each.id]
        yield f"{subject}: add every name that people use for it under 'names'"
        for intent in found.answers:
            where = written.place(each.id, intent)
            yield f"{where}: {intent}: say the lead in plain words; now it is the page's sentence"
        for said in found.guessed:
            where = written.place(said.id)
            yield f"{where}: does it lean on '{said.after}'? Correct 'after', or take it away"
        for said in found.unplaced:
            why = "leans on something else" if said.leans else "no answer shows it yet"
            what = "add it to an answer, or say under 'furniture' why not"
            yield f"{written.place(said.id)}: {why}; {what}: {said.sentence.text}"
        for entry in each.page.references:
            where = written.place(f"{each.id}#{entry.number}")
            yield f"{where}: check title, publisher and address against the text"
    told = {intent for found in placed for intent in found.answers}
    for intent in _TYPE_ANSWERS:
        if intent not in told:
            root = written.subjects[facts[0].id]
            yield f"{root}: no answer on {intent}: write one, or a refusal that says so"
    yield "bot/common/data/emergency_numbers.yaml: are the numbers right where your readers live?"
    yield "net-guide new conversation NAME: what people ask first, and what must come back"
    yield "net-guide new held-out aspects/symptoms: questions that the bot never learns from"
