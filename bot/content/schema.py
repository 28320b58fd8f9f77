"""The shape of every content file, one class a kind of file.

Authors see these names as YAML keys. A file with a missing, unknown or
ill-typed key is reported with its line (see `bot.content.files`).
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _split_lines(value: object) -> object:
    """A `|` block becomes its non-empty lines."""
    if isinstance(value, str):
        return tuple(line.strip() for line in value.splitlines() if line.strip())
    return value


Lines = Annotated[tuple[str, ...], BeforeValidator(_split_lines)]
"""Text of a `|` block, one entry a line."""

ReplyKind = Literal[
    "answer", "clarify", "refusal", "guardrail", "check_in", "emergency", "crisis", "smalltalk"
]


class Shape(BaseModel):
    """Common to all: values cannot change, unknown keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class StatementShape(Shape):
    """One sentence of a document, verbatim."""

    id: str
    text: str
    refs: tuple[int, ...] = ()
    bullet: bool = False
    after: str = ""
    """The statement that this one leans on ("However, …"): always shown before it."""
    aside: str = ""
    """What a word of it stands for, shown in brackets after it: 'They: neuroendocrine tumors'."""
    refers_to: str = ""
    """Words of the sentence itself that its 'it' or 'these' stands for."""
    furniture: str = ""
    """Why this sentence answers nothing (a heading, a button); empty for statements."""


class SectionShape(Shape):
    """A titled run of statements."""

    title: str
    statements: tuple[StatementShape, ...]


class ReferenceShape(Shape):
    """One entry of a document's own reference list."""

    number: int
    text: str
    """The entry verbatim."""
    title: str
    publisher: str
    url: str
    author: str = ""
    date: str = ""
    accessed: str = ""


class DocumentShape(Shape):
    """data/documents/*.yaml"""

    id: str
    title: str
    publisher: str
    last_updated: date
    original: str
    """File name of the original text, kept beside the YAML file."""
    sections: tuple[SectionShape, ...]
    references: tuple[ReferenceShape, ...]


class IntentShape(Shape):
    """intents/<group>/<intent>.yaml"""

    about: str
    label: str
    takes: tuple[str, ...] = ()
    dated: bool = False
    """Whether answers carry a note on the age of their source."""
    of_any_type: bool = False
    """Whether its answer is the same whichever type is asked of: where the doctors are."""
    utterances: Lines = ()
    asking: Lines = ()
    """Utterances `text => intent` about one person, and the intent that they ask in general."""
    signs: Lines = ()
    """Words that name this aspect inside a comparison: 'inherited', 'treat*'."""
    near_misses: Lines = ()
    """Lines `text => intent`: alike in looks, meant for another intent."""
    followups: Lines = ()
    """Lines `text <= intent`: what means this one when said after an answer to that one."""
    names_others: bool = False
    """Whether it may well name another disease: 'do they list asthma as something alike?'."""
    hangs: bool = False
    """Whether it means nothing before something was answered: "simpler", "and the others?"."""
    tells: bool = False
    """Whether it tells something and asks nothing: "my mother has one"."""
    courtesy: bool = False
    """Whether it only leads up to a question in the same message: "thanks", "ok"."""
    kind_word: str = ""
    """Phrase said before an answer where a message feels this and asks something, too."""
    spares: tuple[str, ...] = ()
    """Guardrails' intents of which one line is said beside it, and no more."""
    at_start: str = ""
    """`intent/subject` whose answer is shown where it points back and nothing was said yet."""


class VariantShape(Shape):
    """What a cell shows instead when a certain subject was named."""

    lead: str = ""
    statements: tuple[str, ...] = ()


class CellShape(Shape):
    """One answer: responses/<group>/<intent>.yaml, or a part of another file."""

    lead: str
    simple: str = ""
    """The lead in simpler words, for people who ask for them."""
    kind: ReplyKind = "answer"
    statements: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    """Those of the statements that the lead does not rest on: a turn too long leaves them out."""
    references: tuple[str, ...] = ()
    """Entries of the documents' reference lists to show, as document#number."""
    nearest: tuple[str, ...] = ()
    """Refusals: the nearest statements, offered as such."""
    points_to: tuple[str, ...] = ()
    """Refusals: statements on where to turn."""
    next: tuple[str, ...] = ()
    """What to ask next: `intent` (same subject) or `intent/subject`."""
    also_answers: tuple[str, ...] = ()
    guardrail: str = ""
    """Id of a one-line guardrail in responses/phrases.yaml."""
    ask_doctor: tuple[str, ...] = ()
    others: str = ""
    more: str = ""
    variants: dict[str, VariantShape] = Field(default_factory=dict)
    asked: dict[str, VariantShape] = Field(default_factory=dict)
    """What it says when a question presses a point ('is it always …?'), by id of the detail."""


class PointsShape(Shape):
    """Of data/points/*.yaml: what people ask of one answer, and whether it settles that."""

    told: Lines = ()
    """Questions that the lead and the statements of the answer settle."""
    lacking: Lines = ()
    """Questions on the same topic that ask a point which they do not tell."""


class RefusalShape(IntentShape):
    """intents/refusals/<intent>.yaml: what the pages do not say, and the honest answer to it."""

    terms: Lines = ()
    """Words that hardly anything else is asked with: 'chemo*'."""
    answer: CellShape


class SideShape(Shape):
    """One side of a comparison."""

    subject: str
    statements: tuple[str, ...]
    said_of: str = ""
    """The subject above it that the statements are about, when they are not about it alone."""
    lead: str = ""
    """What the subject's own answer says in short."""
    silent: bool = False
    """Whether the pages do not say it of this subject, and the statements are the nearest."""


class ComparisonShape(Shape):
    """An entry of responses/comparisons.yaml: two subjects side by side."""

    subjects: tuple[str, str]
    intent: str = ""
    """The aspect compared; empty for the overall comparison."""
    lead: str
    sides: tuple[SideShape, SideShape]
    next: tuple[str, ...] = ()
    guardrail: str = ""


class RuleShape(Shape):
    """One way of recognising a guardrail."""

    name: str
    all_of: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...] = ()
    scope: Literal["sentence", "message"] = "sentence"
    negatable: bool = True
    response: str = ""
    """What to say instead of the guardrail's own response."""
    sure: bool = False
    """Whether its terms can hardly be said innocently: the person is asked at least."""


class GuardrailShape(Shape):
    """data/guardrails/*.yaml"""

    about: str
    intent: str
    threshold: float = Field(gt=0, le=1)
    """Classifier probability at or above which no rule is needed."""
    check_in: float = Field(default=1, gt=0, le=1)
    """Probability from which the person is asked whether it is happening now; 1 for never."""
    check_in_response: str = ""
    """How that is asked, as folder/intent."""
    either_response: str = ""
    """What is said when it may as well be the other urgent guardrail's."""
    response: str
    responses: dict[str, str] = Field(default_factory=dict)
    """By the intent that is asked in general, what is said in place of `response`."""
    after: dict[str, str] = Field(default_factory=dict)
    """By the question before, the same where nothing is asked in general: "which is mine?"."""
    rules: tuple[RuleShape, ...]

    @property
    def urgent(self) -> bool:
        """Whether it is about danger now, and not about a question that cannot be judged."""
        return bool(self.check_in_response)


class BankShape(Shape):
    """data/banks/innocent.yaml: lines on which no guardrail rule may fire."""

    lines: Lines
