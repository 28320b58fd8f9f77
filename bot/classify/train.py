"""Training: kernel ridge regression onto the labels, calibrated on what each line was not part of.

The encoder's work grows with the number of lines; that of the solution does so up to a limit.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence

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
_SHARPNESS = np.arange(1.0, 10.1, 0.25)
"""Powers that are tried."""

Progress = Callable[[float], None]


def train(
    examples: Sequence[Example],
    encoder: Encoder,
    *,
    progress: Progress | None = None,
    seed: int = 0,  # noqa: ARG001
    kernel: Kernel | None = None,
) -> Classifier:
    """Train on the examples; `progress` hears how much is done, 0 to 1.

    The solution is exact, so `seed` changes nothing; it is part of the interface.
    Raises ValueError when there are fewer than two labels.
    """
    labels = tuple(sorted({example.label for example in examples}))
    if len(labels) < 2:
        raise ValueError("training needs examples of at least two labels")
    tell = progress or (lambda _: None)
    kernel = kernel or _kernel_for(encoder)
    flags = tuple(sorted({flag for example in examples for flag in example.flags}))
    texts = [example.text for example in examples]
    text = TextFeatures.fit(texts)
    columns = Columns.gather(_columns(examples, kernel, text, flags))
    # Trained as they will be compared with: in whole numbers.
    whole, factors = rounded(_encode(texts, encoder, lambda done: tell(_ENCODED * done)))
    vectors = whole * factors
    targets = _one_hot([example.label for example in examples], labels)
    lines = grow.Messages(kernel, vectors, columns, targets)
    grown = grow.grow(lines, lambda done: tell(_ENCODED + (1 - _ENCODED) * done))
    return Classifier(
        labels=labels,
        flags=flags,
        kernel=kernel,
        sharpness=_calibrate(grown.unseen, targets, texts),
        lines=_graph(lines, grown),
        weights=columns.weigh(grown.kept, grown.votes),
        text=text,
        encoder=encoder,
    )


def _columns(
    examples: Sequence[Example], kernel: Kernel, text: TextFeatures, flags: Sequence[str]
) -> Iterator[FloatArray]:
    """Words, characters and flags of some lines after another."""
    for start in range(0, len(examples), _CHUNK):
        some = examples[start : start + _CHUNK]
        marks = flag_columns(flags, [each.flags for each in some], len(some))
        yield kernel.columns(text.transform([each.text for each in some]), marks)


def _graph(lines: grow.Messages, grown: grow.Grown) -> Lines | None:
    """None when the encoder knows nothing of meaning."""
    if not lines.vectors.size:
        return None
    return Lines(write_graph(lines.vectors[grown.kept], grown.votes, lines.kernel.closeness))


def _kernel_for(encoder: Encoder) -> Kernel:
    """Without vectors the words must carry the whole weight."""
    return Kernel() if encoder.dimensions else Kernel(text=1.0)


def _encode(texts: Sequence[str], encoder: Encoder, tell: Progress) -> FloatArray:
    """Encode in chunks so that progress can be told."""
    chunks = []
    for start in range(0, len(texts), _CHUNK):
        chunks.append(encoder.encode(texts[start : start + _CHUNK]))
        tell(min(1.0, (start + _CHUNK) / len(texts)))
    return np.concatenate(chunks)


def _one_hot(names: Sequence[str], labels: Sequence[str]) -> FloatArray:
    position = {label: column for column, label in enumerate(labels)}
    targets = np.zeros((len(names), len(labels)), np.float32)
    targets[np.arange(len(names)), [position[name] for name in names]] = 1
    return targets


def _calibrate(scores: FloatArray, targets: FloatArray, texts: Sequence[str]) -> float:
    """The sharpness under which the unseen lines' own labels are most probable.

    The encoder was tuned on most lines and is too sure of them: those that it never saw count.
    """
    own = targets.astype(bool)
    fair = np.array([withheld(text) for text in texts])
    if fair.sum() < _FEWEST_FAIR:
        fair[:] = True
    losses = [-np.log(probabilities(scores[fair], power)[own[fair]]).mean() for power in _SHARPNESS]
    return float(_SHARPNESS[int(np.argmin(losses))])


def withheld(text: str) -> bool:
    """Whether a line is one of the tenth that the encoder is never tuned on."""
    return zlib.crc32(text.encode()) % 10 == 0
