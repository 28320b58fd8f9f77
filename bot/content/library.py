"""The content as the engine uses it: indexed by id, frozen, and sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.content import schema
from bot.content.address_schema import LinksShape
from bot.content.guide_schema import BodyShape, GuideShape
from bot.content.help_schema import NumbersShape
from bot.content.language_schema import (
    DetailShape,
    ForeignAlarmShape,
    ForeignLanguageShape,
    NegationShape,
    OtherDiseasesShape,
)
from bot.content.schema import (
    CellShape,
    ComparisonShape,
    DocumentShape,
    GuardrailShape,
    IntentShape,
    PointsShape,
    ReferenceShape,
    StatementShape,
)
from bot.content.subject_schema import KindShape, SubjectShape


class Intent(IntentShape):
    """An intent and its file."""

    id: str
    group: str
    """Folder below intents/: aspects, refusals, safety, smalltalk, dialogue, outside."""
    path: str

    @property
    def lines(self) -> tuple[str, ...]:
        """All its utterances, also those that ask something else in general."""
        return (*self.utterances, *(text for text, _ in self.asked))

    @property
    def written(self) -> tuple[tuple[str, str, str], ...]:
        """Of all its utterances the text, the key it stands under, and the line as it stands."""
        asked = zip(self.asked, self.asking, strict=True)
        return (
            *((line, "utterances", line) for line in self.utterances),
            *((text, "asking", line) for (text, _), line in asked),
        )

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Of the lines of `asking` their text, and the intent that each asks in general."""
        parts = (line.rpartition("=>") for line in self.asking)
        return tuple((text.strip(), general.strip()) for text, _, general in parts)


class Subject(SubjectShape):
    """A subject and its file."""

    id: str
    path: str


class Cell(CellShape):
    """One answer and the place it has: `folder` is a subject id or a group."""

    folder: str
    intent: str
    path: str
    """Its file, after a `#` the part of it: 'responses/subjects/net.yaml#answers/types'."""

    @property
    def id(self) -> str:
        """`folder/intent`."""
        return f"{self.folder}/{self.intent}"


class Comparison(ComparisonShape):
    """A comparison and its place, as that of a cell; empty where it was put together."""

    path: str

    @property
    def id(self) -> str:
        """`compare/<name>`."""
        return f"compare/{self.path.partition('#')[2]}"


class Statement(StatementShape):
    """A statement and the document that it is from."""

    document: str


@dataclass(frozen=True)
class Branch:
    """A subject in the family tree, with those below it."""

    subject: str
    statements: tuple[str, ...]
    """What puts it there."""
    children: tuple[Branch, ...]

    def all(self) -> Iterator[Branch]:
        """The branch itself and all below it, in the order in which they are shown."""
        yield self
        for child in self.children:
            yield from child.all()


@dataclass(frozen=True)
class Content:
    """Everything the bot can say and all it needs to understand a question."""

    digest: str
    """SHA-256 of the files, hexadecimal."""
    documents: Mapping[str, DocumentShape]
    statements: Mapping[str, Statement]
    intents: Mapping[str, Intent]
    cells: Mapping[tuple[str, str], Cell]
    """By folder and intent; `also_answers` entries included."""
    points: Mapping[tuple[str, str], PointsShape]
    """Questions that are asked of an answer, by its folder and intent."""
    comparisons: tuple[Comparison, ...]
    kinds: Mapping[str, KindShape]
    subjects: Mapping[str, Subject]
    root: str
    guides: Mapping[str, GuideShape]
    body: BodyShape
    guardrails: tuple[GuardrailShape, ...]
    innocent: tuple[str, ...]
    """Lines on which no guardrail rule may fire."""
    danger: Mapping[str, tuple[str, ...]]
    """Lines that a rule must catch, by the guardrail's intent."""
    numbers: NumbersShape
    addresses: LinksShape
    """Where what the documents name can be found."""
    terms: Mapping[str, tuple[str, ...]]
    """Words that give a refusal away, by its intent."""
    other_diseases: OtherDiseasesShape
    negation: NegationShape
    foreign: tuple[ForeignLanguageShape, ...]
    foreign_alarms: Mapping[str, ForeignAlarmShape]
    """Danger in languages that the bot does not speak, by language code."""
    cues: Mapping[str, tuple[str, ...]]
    details: Mapping[str, DetailShape]
    """What a question may ask for in particular, by id."""
    spelling: Mapping[str, str]
    phrases: Mapping[str, str]
    widget: Mapping[str, str]
    """Words of the web widget, by id."""

    @cached_property
    def tree(self) -> Branch:
        """The family tree, as the parents of the subjects make it."""
        return self._branch(self.root)

    def _branch(self, name: str) -> Branch:
        own = self.subjects.get(name)
        below = (
            each.id
            for each in self.subjects.values()
            if each.parent == name and each.branch is not None and each.id != self.root
        )
        return Branch(name, (own and own.branch) or (), tuple(map(self._branch, below)))

    def ancestors(self, subject: str) -> Iterator[str]:
        """The subject itself, its parent, and so on up."""
        seen: set[str] = set()
        while subject and subject in self.subjects and subject not in seen:
            seen.add(subject)
            yield subject
            subject = self.subjects[subject].parent

    def is_lineage(self, one: str, other: str) -> bool:
        """Whether one of two subjects is a kind of the other."""
        return one in self.ancestors(other) or other in self.ancestors(one)

    def cell(self, intent: str, subject: str) -> Cell | None:
        """The cell of exactly this subject, or None."""
        return self.cells.get((subject, intent))

    def nearest_cell(self, intent: str, subject: str) -> Cell | None:
        """The cell of the subject or of its nearest ancestor, or None."""
        found = (self.cells.get((each, intent)) for each in self.ancestors(subject))
        return next((cell for cell in found if cell), None)

    def variant(self, cell: Cell, subject: str) -> schema.VariantShape | None:
        """What a cell shows instead for this subject, or None."""
        return next(
            (cell.variants[each] for each in self.ancestors(subject) if each in cell.variants), None
        )

    def quoted(self, cell: Cell, subject: str, asked: str = "") -> tuple[str, ...]:
        """The statements that a cell shows for a subject, or for a point that is pressed."""
        variant = cell.asked.get(asked) or self.variant(cell, subject)
        return (variant.statements if variant else ()) or cell.statements

    def group_cell(self, intent: str) -> Cell | None:
        """The cell of an intent that takes no subject: under its group's folder."""
        group = self.intents[intent].group if intent in self.intents else ""
        return self.cells.get((group, intent))

    def reference(self, name: str) -> ReferenceShape | None:
        """A reference by `document#number`."""
        return self._references.get(name)

    @cached_property
    def _references(self) -> Mapping[str, ReferenceShape]:
        """All references by `document#number`; of two with one number the first."""
        found: dict[str, ReferenceShape] = {}
        for name, document in self.documents.items():
            for each in document.references:
                found.setdefault(f"{name}#{each.number}", each)
        return found

    @cached_property
    def linked(self) -> Mapping[str, tuple[str, ...]]:
        """What has an address of its own, by the statements that name it."""
        found: dict[str, tuple[str, ...]] = {}
        for name, link in self.addresses.links.items():
            for each in dict.fromkeys(link.named_in):
                found[each] = (*found.get(each, ()), name)
        return found

    def carries(self, subject: str) -> bool:
        """Whether later questions can be about this subject without naming it."""
        return self.kinds[self.subjects[subject].kind].carries

    def is_a(self, subject: str, ancestor: str) -> bool:
        """Whether `ancestor` is the subject or stands above it."""
        return ancestor in self.ancestors(subject)

    def phrase(self, name: str, **values: object) -> str:
        """A phrase of responses/phrases.yaml with its placeholders filled."""
        text = self.phrases[name]
        for key, value in values.items():
            text = text.replace("{" + key + "}", str(value))
        return text


__all__ = ["Cell", "Comparison", "Content", "GuardrailShape", "Intent", "Statement", "Subject"]
