"""What was understood of a message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.language.foreign_alarms import ForeignAlarm
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
    asking: float | None = 1.0
    """How likely it asks something (0 to 1), beside other parts of a message; None for what asks
    only where it is the name of a topic."""


def is_bare_name(view: View) -> bool:
    """'Nonfunctional pnets': a name and nothing else, which belongs to the words around it."""
    return bool(view.mentions) and sum(e.end - e.start for e in view.mentions) == len(view.words)


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
    elsewhere: tuple[str, ...] = ()
    """All subjects named in the message, in order."""
    rejected: tuple[str, ...] = ()
    """Subjects that another sentence of the message sets aside: "Not the pancreas! …"."""
    names: int = 0
    """Different names of subjects in the message."""
    around: tuple[View, ...] = field(default=(), compare=False, repr=False)
    """All sentences of the message."""
    beside: View | None = field(default=None, compare=False, repr=False)
    """What it is a part of, where it is the only question of several sentences."""
    corrects: bool = False
    """Whether it opened with words that put right what was understood."""
    vector: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)
    """Its meaning, as the encoder sees it."""
    row: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)
    """Probabilities of all intents, in the classifier's order."""

    def probability(self, intent: str) -> float:
        """Probability of one intent; 0 when it is not among the ranked."""
        return next((each.probability for each in self.ranking if each.intent == intent), 0.0)


@dataclass(frozen=True)
class Danger:
    """Probability of each urgent class, 0 to 1."""

    shares: Mapping[str, float]

    @property
    def mass(self) -> float:
        """Of all urgent classes together."""
        return sum(self.shares.values())

    @property
    def likeliest(self) -> str:
        """The class that has most of it; empty when there is none."""
        return max(self.shares, key=lambda each: self.shares[each], default="")


@dataclass(frozen=True)
class Reading:
    """A whole message, understood."""

    text: str
    """Cleaned."""
    segments: tuple[Segment, ...] = ()
    whole: Segment | None = None
    """The message as one, stories included; None when it is too long for that."""
    sentences: tuple[tuple[str, ...], ...] = ()
    """The words of each sentence, spelling repaired."""
    alarms: tuple[Alarm, ...] = ()
    """Guardrail rules that fired."""
    danger: Danger = field(default_factory=lambda: Danger({}))
    """How likely somebody is in danger now."""
    shortened: bool = False
    """Whether only parts of it were read: it is too long."""
    repairs: tuple[Repair, ...] = ()
    felt: str = ""
    """Intent of a part beside the question that wants a kind word: fright, grief; '' for none."""
    foreign: str | None = None
    """Language code when the message is not in English."""
    foreign_alarm: ForeignAlarm | None = None
    """Danger that is said in another language."""


class Predictor(Protocol):
    """A trained classifier."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The intents, one a column."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of meaning, one row a text."""

    def predict(
        self,
        texts: Sequence[str],
        flags: Sequence[tuple[str, ...]] = (),
        vectors: NDArray[np.float32] | None = None,
    ) -> NDArray[np.float32]:
        """Probabilities, one row a text, one column a label; `vectors` when known already."""
