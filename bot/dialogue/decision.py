"""What is to be said, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.content.library import Cell, Comparison
from bot.content.schema import ReplyKind
from bot.dialogue.state import GuidePlace
from bot.dialogue.target import Target


@dataclass(frozen=True)
class ShowCell:
    """An answer, refusal, guardrail or piece of small talk."""

    cell: Cell
    intent: str
    subject: str = ""
    """The subject asked about; the cell may be its ancestor's."""
    guardrail: str = ""
    """A guardrail line besides the cell's own."""
    note: str = ""
    """Phrase that stands before it."""
    detail: str = ""
    """Id of the detail that was asked for and that the pages lack; makes it a refusal."""
    asked: str = ""
    """Id of the detail that the cell has a lead of its own for."""
    focus: tuple[str, ...] = ()
    """Statements to show instead of the whole answer, the best first."""
    first: str = ""
    """Statement of the whole answer to put first."""
    brief: bool = False
    """Whether to say the lead alone."""
    plain: bool = False
    """Whether to say it in simpler words."""
    bridged: bool = False
    """Whether the answer before was of the same other subject, and that was said."""
    pair: tuple[str, ...] = ()
    """The two subjects that it is said of alike."""
    ends_guide: bool = False
    """Whether a guide ends with it."""
    targets: tuple[Target, ...] = ()
    """What to go on with, instead of what the cell offers."""
    region: str = ""
    """Where the person is, for the numbers to call; empty when it is not known."""
    told: float | None = field(default=None, compare=False)
    """How likely the cell tells the point that was asked (0 to 1); None where that was not read."""


@dataclass(frozen=True)
class Restart:
    """Begin again from nothing."""

    intent: str = "restart"


@dataclass(frozen=True)
class ShowComparison:
    """Two subjects side by side."""

    comparison: Comparison
    intent: str = "compare"
    note: str = ""
    """Phrase that stands before it."""
    brief: bool = False
    """Whether to say the lead alone."""


@dataclass(frozen=True)
class ShowPhrase:
    """A short text of responses/phrases.yaml, with choices."""

    phrase: str
    intent: str
    kind: ReplyKind = "smalltalk"
    targets: tuple[Target, ...] = ()
    subject: str = ""
    """Fills the phrase's {subject}."""
    miss: bool = False
    """Whether it says that the message was not understood."""


@dataclass(frozen=True)
class ShowTopics:
    """The menu of what can be asked."""

    intent: str = "topics"


@dataclass(frozen=True)
class ShowTree:
    """The tree of the types."""

    intent: str = "show_types"


@dataclass(frozen=True)
class ShowBody:
    """The figure of the body, with the sites that the pages name."""

    intent: str = "body"


@dataclass(frozen=True)
class ShowSources:
    """Where the last answer is from, and how old that is."""

    cell: Cell | Comparison
    intent: str
    answers: Target | None = None
    """The question that it answers, to name it by; None where the cell says it."""


@dataclass(frozen=True)
class ShowGuideSources:
    """What a guide leads to, for somebody who is in the middle of it."""

    guide: str
    intent: str


@dataclass(frozen=True)
class AskGuide:
    """A question of a guide."""

    place: GuidePlace
    intent: str = "guide"


@dataclass(frozen=True)
class Clarify:
    """Asking which of a few things was meant."""

    targets: tuple[Target, ...]
    intent: str = "clarify"
    phrase: str = "did_you_mean_honest"
    miss: bool = True
    """Whether the message was not understood."""


@dataclass(frozen=True)
class SayForeign:
    """One sentence in the person's own language."""

    language: str
    intent: str = "foreign_language"
    region: str = ""


@dataclass(frozen=True)
class SayForeignAlarm:
    """An alarm in the person's own language."""

    language: str
    intent: str
    """emergency or crisis."""
    region: str = ""


Decision = (
    ShowCell
    | Restart
    | ShowComparison
    | ShowPhrase
    | ShowTopics
    | ShowTree
    | ShowBody
    | ShowSources
    | ShowGuideSources
    | AskGuide
    | Clarify
    | SayForeign
    | SayForeignAlarm
)
