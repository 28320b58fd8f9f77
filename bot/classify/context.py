"""What a message means after an answer: learnt from follow-up lines, by kernel regression.

"Who writes them?" means little by itself. Two lines are alike when their words are alike
and they were said after alike questions; the second counts as a factor, so a line that was
learnt after one question also votes, more softly, after another. Beside the intents there is
the label `SAME`: it stays with the question before. A line that stays speaks for both, its
own intent and `SAME`: what holds after any question is learnt from all such lines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.classify import grow
from bot.classify.classifier import probabilities
from bot.classify.encoder import FloatArray
from bot.classify.lines import rounded
from bot.errors import ModelError

SAME = "="
"""Label of a line that stays with the question before."""

CLOSENESS = 3.0
"""Higher: only lines near in meaning vote."""
ELSEWHERE = 0.65
"""How much a line counts that was said after another question."""
STAYS = 0.3
"""How much of a line that stays speaks for `SAME`; the rest speaks for its intent."""
MOST = 12_000
"""Lines that vote, at most."""
SHARPNESS = 3.0
"""Power that turns scores into odds."""


@dataclass(frozen=True)
class FollowUp:
    """A line, the intent asked about before, and the intent that it has then."""

    text: str
    before: str
    label: str


@dataclass(frozen=True)
class ContextClassifier:
    """What a line means after a question."""

    labels: tuple[str, ...]
    befores: tuple[str, ...]
    """Intents that lines were said after."""
    lines: FloatArray
    """(n, d) vectors of the lines."""
    said_after: NDArray[np.int32]
    """(n,) for each line its place in `befores`."""
    votes: FloatArray
    """(n, labels)"""

    def predict(self, vector: FloatArray, before: str) -> dict[str, float]:
        """Probability of each intent for a line said after `before`; the rest is doubt.

        Args:
            vector: of the line, as the encoder gives it.
        """
        place = self.befores.index(before) if before in self.befores else -1
        # Not `@`: BLAS would wake a second thread, which waits for the core that others need.
        alike = _alike(np.einsum("ij,j->i", self.lines, vector))
        alike *= np.where(self.said_after == place, 1.0, ELSEWHERE).astype(np.float32)
        scores = dict(zip(self.labels, np.einsum("i,ij->j", alike, self.votes), strict=True))
        scores[before] = scores.get(before, np.float32(0)) + scores.pop(SAME, np.float32(0))
        row = probabilities(np.array([*scores.values()])[None], SHARPNESS)[0].tolist()
        return dict(zip(scores, row, strict=True))

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """As arrays that numpy.savez stores without pickle."""
        whole, factors = rounded(self.lines)
        return {
            "context_labels": np.array(self.labels, np.str_),
            "context_befores": np.array(self.befores, np.str_),
            "context_lines": whole,
            "context_factors": factors,
            "context_after": self.said_after,
            "context_votes": self.votes,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> ContextClassifier:
        """Rebuild what `to_arrays` gave. Raises ModelError when an array is missing."""
        try:
            return cls(
                labels=tuple(arrays["context_labels"].tolist()),
                befores=tuple(arrays["context_befores"].tolist()),
                lines=arrays["context_lines"] * arrays["context_factors"],
                said_after=arrays["context_after"],
                votes=arrays["context_votes"],
            )
        except KeyError as error:
            raise ModelError("the saved classifier is damaged; train it again") from error


Context = Callable[[], ContextClassifier]
"""Gives the classifier; where one answer may be all, it is read when a second message comes."""


@dataclass(frozen=True)
class _Lines:
    """Follow-up lines as what the votes are found from."""

    vectors: FloatArray
    said_after: NDArray[np.int32]
    targets: FloatArray

    def likeness(self, rows: grow.Index, others: grow.Index) -> FloatArray:
        """The kernel between two choices of lines: (rows, others)."""
        alike = _alike(self.vectors[rows] @ self.vectors[others].T)
        same = self.said_after[rows][:, None] == self.said_after[others][None]
        return alike * np.where(same, np.float32(1), np.float32(ELSEWHERE))

    def scores(self, rows: grow.Index, kept: grow.Index, votes: FloatArray) -> FloatArray:
        """What the votes of the lines that are kept say of other lines: (rows, labels)."""
        found = np.empty((len(rows), votes.shape[1]), np.float32)
        for part in grow.chunks(len(rows)):
            found[part] = self.likeness(rows[part], kept) @ votes
        return found


@dataclass(frozen=True)
class Form:
    """What the numbers of a classifier mean, apart from its lines and votes."""

    labels: tuple[str, ...]
    befores: tuple[str, ...]

    @classmethod
    def of(cls, examples: Sequence[FollowUp]) -> Form:
        """The labels and questions of follow-ups."""
        labels = sorted({SAME, *(each.label for each in examples)})
        return cls(tuple(labels), tuple(sorted({each.before for each in examples})))

    def lines(self, examples: Sequence[FollowUp], vectors: FloatArray) -> _Lines:
        """Follow-ups as what votes are found from."""
        after = np.array([self.befores.index(each.before) for each in examples], np.int32)
        targets = np.zeros((len(examples), len(self.labels)), np.float32)
        meant = [self.labels.index(each.label) for each in examples]
        stays = np.array([each.label == each.before for each in examples], bool)
        targets[np.arange(len(examples)), meant] = np.where(stays, 1 - STAYS, 1)
        targets[stays, self.labels.index(SAME)] = STAYS
        return _Lines(vectors, after, targets)

    def classifier(self, lines: _Lines, kept: grow.Index, votes: FloatArray) -> ContextClassifier:
        """The classifier of the lines that vote."""
        vectors, after = lines.vectors[kept], lines.said_after[kept]
        return ContextClassifier(self.labels, self.befores, vectors, after, votes)


@dataclass(frozen=True)
class Trained:
    """What training found."""

    form: Form
    lines: _Lines
    kept: grow.Index
    """The lines that vote."""
    votes: FloatArray


def train_context(
    examples: Sequence[FollowUp],
    vectors: FloatArray,
    *,
    progress: Callable[[float], None] = lambda _: None,
) -> ContextClassifier:
    """Learn what lines mean after an answer.

    Args:
        vectors: (n, d), one for each example.
        progress: hears how much is done, 0 to 1.
    """
    found = learn_context(examples, vectors, progress=progress)
    return found.form.classifier(found.lines, found.kept, found.votes)


def learn_context(
    examples: Sequence[FollowUp],
    vectors: FloatArray,
    *,
    progress: Callable[[float], None] = lambda _: None,
) -> Trained:
    """As `train_context`, and says which lines vote."""
    form = Form.of(examples)
    # Compared with as they will be kept: in whole numbers.
    whole, factors = rounded(vectors)
    lines = form.lines(examples, whole * factors)
    if not examples:
        return Trained(form, lines, np.arange(0), lines.targets)
    grown = grow.grow(lines, progress, most=MOST)
    return Trained(form, lines, grown.kept, grown.votes)


def _alike(cosine: FloatArray) -> FloatArray:
    found: FloatArray = np.exp(np.float32(CLOSENESS) * (cosine - 1)).astype(np.float32)
    return found
