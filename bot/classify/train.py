"""Training: kernel ridge regression onto the labels, calibrated on what each line was not part of.

The encoder's work grows with the number of lines; that of the solution does so up to a limit.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.classify import grow
from bot.classify.classifier import Classifier, Example, Kernel, probabilities
from bot.classify.columns import Columns
from bot.classify.encoder import Encoder, FloatArray
from bot.classify.features import TextFeatures, flag_columns
from bot.classify.lines import Lines, rounded, write_graph

_CHUNK = 256
_ENCODED = 0.4
"""Share of the work that is done when all lines are encoded."""
_FEWEST_FAIR = 200
"""Lines that the encoder never saw from which on only these say how sure to be."""
ALSO = 0.3
"""How much of a line about one person speaks for what it asks in general.

Scores are raised to a power, so the other share is still nearly certain.
"""
_SHARPNESS = np.arange(1.0, 10.1, 0.25)
"""Powers that are tried."""

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Form:
    """What the numbers of a classifier mean, apart from its lines and votes."""

    labels: tuple[str, ...]
    flags: tuple[str, ...]
    kernel: Kernel
    text: TextFeatures

    def messages(self, examples: Sequence[Example], vectors: FloatArray) -> grow.Messages:
        """Examples as what votes are found from; a label that is none of ours is an error."""
        columns = Columns.gather(self._columns(examples))
        return grow.Messages(self.kernel, vectors, columns, shares(examples, self.labels))

    def _columns(self, examples: Sequence[Example]) -> Iterator[FloatArray]:
        """Words, characters and flags of some lines after another."""
        for start in range(0, len(examples), _CHUNK):
            some = examples[start : start + _CHUNK]
            marks = flag_columns(self.flags, [each.flags for each in some], len(some))
            yield self.kernel.columns(self.text.transform([each.text for each in some]), marks)

    def classifier(
        self,
        lines: grow.Messages,
        kept: grow.Index,
        votes: FloatArray,
        sharpness: float,
        encoder: Encoder,
    ) -> Classifier:
        """The classifier of the lines that vote."""
        graph = None
        if lines.vectors.size:
            graph = Lines(*write_graph(lines.vectors[kept], votes, self.kernel.closeness))
        return Classifier(
            labels=self.labels,
            flags=self.flags,
            kernel=self.kernel,
            sharpness=sharpness,
            lines=graph,
            weights=lines.columns.weigh(kept, votes),
            text=self.text,
            encoder=encoder,
        )


@dataclass(frozen=True)
class Trained:
    """What training found."""

    form: Form
    lines: grow.Messages
    kept: grow.Index
    """The lines that vote."""
    votes: FloatArray
    sharpness: float


def train(
    examples: Sequence[Example],
    encoder: Encoder,
    *,
    vectors: Encoder | None = None,
    progress: Progress | None = None,
    seed: int = 0,  # noqa: ARG001
    kernel: Kernel | None = None,
    sharpness: float | None = None,
) -> Classifier:
    """Train on the examples; `progress` hears how much is done, 0 to 1.

    The solution is exact, so `seed` changes nothing; it is part of the interface.
    `vectors`, when given, is the same encoder with a memory; `sharpness` is that of a training
    on more lines, of which these are the hard ones.
    Raises ValueError when there are fewer than two labels.
    """
    found = learn(examples, vectors or encoder, progress=progress, kernel=kernel)
    power = sharpness or found.sharpness
    return found.form.classifier(found.lines, found.kept, found.votes, power, encoder)


def learn(
    examples: Sequence[Example],
    encoder: Encoder,
    *,
    progress: Progress | None = None,
    kernel: Kernel | None = None,
) -> Trained:
    """As `train`, and says which lines vote."""
    labels = tuple(sorted({example.label for example in examples}))
    if len(labels) < 2:
        raise ValueError("training needs examples of at least two labels")
    tell = progress or (lambda _: None)
    flags = tuple(sorted({flag for example in examples for flag in example.flags}))
    texts = [example.text for example in examples]
    form = Form(labels, flags, kernel or _kernel_for(encoder), TextFeatures.fit(texts))
    # Trained as they will be compared with: in whole numbers.
    whole, factors = rounded(encode(texts, encoder, lambda done: tell(_ENCODED * done)))
    lines = form.messages(examples, whole * factors)
    grown = grow.grow(lines, lambda done: tell(_ENCODED + (1 - _ENCODED) * done))
    sharpness = _calibrate(grown.unseen, lines.targets, texts)
    return Trained(form, lines, grown.kept, grown.votes, sharpness)


def _kernel_for(encoder: Encoder) -> Kernel:
    """Without vectors the words must carry the whole weight."""
    return Kernel() if encoder.dimensions else Kernel(text=1.0)


def encode(texts: Sequence[str], encoder: Encoder, tell: Progress) -> FloatArray:
    """Encode in chunks so that progress can be told."""
    chunks = [encoder.encode([])]
    for start in range(0, len(texts), _CHUNK):
        chunks.append(encoder.encode(texts[start : start + _CHUNK]))
        tell(min(1.0, (start + _CHUNK) / len(texts)))
    return np.concatenate(chunks)


def shares(examples: Sequence[Example], labels: Sequence[str]) -> FloatArray:
    """(examples, labels): 1 for a line's own label, or the shares of its two."""
    position = {label: column for column, label in enumerate(labels)}
    targets = np.zeros((len(examples), len(labels)), np.float32)
    for row, each in enumerate(examples):
        targets[row, position[each.label]] = 1
        if each.also in position:
            targets[row, position[each.label]] = 1 - ALSO
            targets[row, position[each.also]] = ALSO
    return targets


def _calibrate(scores: FloatArray, targets: FloatArray, texts: Sequence[str]) -> float:
    """The sharpness under which the unseen lines' own labels are most probable.

    The encoder was tuned on most lines and is too sure of them: those that it never saw count.
    """
    own = targets > ALSO
    fair = np.array([withheld(text) for text in texts])
    if fair.sum() < _FEWEST_FAIR:
        fair[:] = True
    losses = [-np.log(probabilities(scores[fair], power)[own[fair]]).mean() for power in _SHARPNESS]
    return float(_SHARPNESS[int(np.argmin(losses))])


def withheld(text: str) -> bool:
    """Whether a line is one of the tenth that the encoder is never tuned on."""
    return zlib.crc32(text.encode()) % 10 == 0
