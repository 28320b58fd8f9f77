"""What was understood of a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.language.rules import Alarm
from bot.language.spelling import Repair
from bot.language.subjects import Mention


@dataclass(frozen=True)
class Guess:
    """An intent and its probability (0 to 1)."""

    intent: str
    probability: float


@dataclass(frozen=True)
class View:
    """A piece of text as the classifier sees it."""

    words: tuple[str, ...]
    """In matching form, spelling repaired."""
    masked: str
    """The words with names of subjects replaced by the mask of their kind."""
    mentions: tuple[Mention, ...]
    named: tuple[str, ...]
    """Subjects named, in order; what was set aside is left out."""
    set_aside: tuple[str, ...]
    outsider: str
    """Name of another disease or an unknown name in the subject's place; '' for none."""
    topics: tuple[str, ...]
    """Refusal intents that a listed term gives away."""
    flags: tuple[str, ...]
    """The same and more, for the classifier."""
    asks: bool
    """Whether it ends in a question mark."""


@dataclass(frozen=True)
class Segment:
    """One question of a message."""

    view: View
    ranking: tuple[Guess, ...]
    """Intents, most probable first."""
    groups: Mapping[str, float]
    """Probability of each group of intents."""
    subjects: tuple[str, ...]
    """The most exact subjects named here or, when none is, elsewhere in the message."""

    def probability(self, intent: str) -> float:
        """Probability of one intent; 0 when it is not among the ranked."""
        return next((each.probability for each in self.ranking if each.intent == intent), 0.0)


@dataclass(frozen=True)
class Reading:
    """A whole message, understood."""

    text: str
    """Cleaned."""
    segments: tuple[Segment, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    """Guardrail rules that fired."""
    safety: Mapping[str, float] = field(default_factory=dict)
    """Highest probability of each safety intent anywhere in the message."""
    repairs: tuple[Repair, ...] = ()
    foreign: str | None = None
    """Language code when the message is not in English."""
