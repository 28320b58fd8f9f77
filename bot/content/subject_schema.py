"""The shape of what can be asked about: kinds, and a file for each subject."""

from __future__ import annotations

from pydantic import Field

from bot.content.schema import CellShape, Lines, Shape


class KindShape(Shape):
    """A kind of subject (type, syndrome …)."""

    about: str
    mask: str = ""
    """What the classifier reads in place of a name of this kind; empty: the name itself."""
    carries: bool = False
    """Whether a later question without a subject is about the last one of this kind."""
    guess: bool = True
    """Whether a name of this kind makes a message one about our subjects."""
    explained: bool = False
    """Whether readers can have such a name explained where it stands in an answer."""


class SubjectShape(Shape):
    """What a subject is: something that can be asked about."""

    kind: str
    name: str
    """Shown to people, as it stands inside a sentence: 'pancreatic NETs'."""
    names: Lines
    """Every name, abbreviation and spelling that people use; plurals come by themselves."""
    loose_names: Lines = ()
    """Names that count, but stay visible to the classifier: 'functional'."""
    not_beside: Lines = ()
    """Words right before or after a name that give it another sense: 'net income'."""
    parent: str = ""
    branch: tuple[str, ...] | None = None
    """Statements that put it below its parent in the family tree; None where it is not drawn."""
    combines: tuple[str, ...] = ()
    """Subjects which, named side by side, mean this one."""
    others: str = ""
    """The cell that answers 'are there others?', as intent/subject."""
    other_kind: str = ""
    """The counterpart that 'the other kind' means."""
    quality: bool = False
    """Whether it is also said of other subjects: 'is a gastrinoma functional?'."""


class SubjectFileShape(SubjectShape):
    """responses/subjects/<subject>.yaml: what a subject is, and all its answers."""

    answers: dict[str, CellShape] = Field(default_factory=dict)
    """By intent."""
