"""The table of intents and subjects, a part for each kind of subject, and the other answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.compose.labels import capital, label
from bot.content import coverage
from bot.content.coverage import Entry
from bot.content.library import Comparison, Content
from bot.dialogue import tree
from bot.dialogue.target import Target


@dataclass(frozen=True)
class Row:
    """One row of a table: an intent or a subject, with what is asked of it or asks it."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Part:
    """The table of one kind of subject. What there is more of, intents or subjects, goes down."""

    kind: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def counts(self) -> Counter[str]:
        """How many questions are answered in which way."""
        return Counter(each.how for row in self.rows for each in row.entries)


@dataclass(frozen=True)
class Listed:
    """An answer outside the table."""

    address: str
    """Below /answers/."""
    title: str
    kind: str


@dataclass(frozen=True)
class Group:
    """Answers that are listed under one heading."""

    title: str
    answers: tuple[Listed, ...]


def parts(content: Content) -> tuple[Part, ...]:
    """The table, a part for each kind of subject."""
    entries = coverage.table(content)
    by_kind: dict[str, list[Entry]] = {}
    for each in entries:
        by_kind.setdefault(content.subjects[each.subject].kind, []).append(each)
    return tuple(_part(kind, by_kind[kind], content) for kind in content.kinds if kind in by_kind)


def _part(kind: str, entries: Sequence[Entry], content: Content) -> Part:
    subjects = {e.subject: capital(content.subjects[e.subject].name) for e in entries}
    intents = {e.intent: title(e.intent, content) for e in entries}
    if len(subjects) >= len(intents):
        down, across, key = subjects, intents, "subject"
    else:
        down, across, key = intents, subjects, "intent"
    rows = tuple(
        Row(text, tuple(e for e in entries if getattr(e, key) == name))
        for name, text in down.items()
    )
    return Part(kind, content.kinds[kind].about, tuple(across.values()), rows)


def called(subject: str, intent: str, content: Content) -> str:
    """What the answer of a subject is called."""
    return f"{capital(content.subjects[subject].name)}: {title(intent, content)}"


def title(intent: str, content: Content) -> str:
    """What an intent is called: its label without a subject, or else its id in words."""
    text = content.intents[intent].label if intent in content.intents else ""
    plain = "" if "{" in text else text
    return plain or capital(intent.replace("_", " "))


def others(content: Content) -> Iterator[Group]:
    """The answers that the table does not have, under the names of their folders."""
    yield from _beside(content)
    folders: dict[str, list[Listed]] = {}
    for (folder, intent), cell in content.cells.items():
        if folder not in content.subjects:
            found = Listed(f"{folder}/{intent}", title(intent, content), cell.kind)
            folders.setdefault(folder, []).append(found)
    for folder, listed in sorted(folders.items()):
        yield Group(heading(folder), tuple(sorted(listed, key=lambda each: each.title)))
    if content.comparisons:
        names = tuple(
            Listed(each.id, compared(each, content), "comparison") for each in content.comparisons
        )
        yield Group("Comparisons", names)
    guides = tuple(
        Listed(f"guide/{name}", label(Target("guide", name), content), "guide")
        for name in content.guides
    )
    yield Group("Guides and drawings", (*guides, *_drawings(content)))


def _beside(content: Content) -> Iterator[Group]:
    """Answers of subjects that the intent is not asked of as a rule, each where it is written."""
    shown = {each.cell for each in coverage.table(content)}
    found = tuple(
        Listed(cell.id, called(cell.folder, cell.intent, content), cell.kind)
        for cell in {each.id: each for each in content.cells.values()}.values()
        if cell.folder in content.subjects and cell.id not in shown
    )
    if found:
        yield Group("Subjects that are seldom asked so", found)


def _drawings(content: Content) -> Iterator[Listed]:
    yield Listed("drawing/tree", title(tree.INTENT, content), "tree")
    if content.body.sites:
        yield Listed("drawing/body", content.body.title, "figure")


def compared(comparison: Comparison, content: Content) -> str:
    """What a comparison is called."""
    first, second = (content.subjects[each].name for each in comparison.subjects)
    aspect = f" ({title(comparison.intent, content)})" if comparison.intent else ""
    return capital(f"{first} / {second}{aspect}")


def heading(folder: str) -> str:
    """The name of a folder of answers, for a heading."""
    return capital(folder.replace("_", " "))
