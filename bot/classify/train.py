"""Training: kernel ridge regression onto the labels, solved exactly, calibrated by leave-one-out.

One Cholesky factor gives both the solution and, for every training line, what a
classifier trained without that line would have said of it. So calibration costs no
second training, and there is nothing random in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from bot.classify.classifier import Classifier, Example, Kernel, probabilities
from bot.classify.encoder import Encoder, FloatArray
from bot.classify.features import TextFeatures, flag_columns

RIDGE = 0.2
"""Noise allowed for each training line: higher trusts single lines less."""

_ENCODE_CHUNK = 256
_SMALL = 256
"""Size at which a triangle is inverted directly."""
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
    marks = flag_columns(flags, [example.flags for example in examples], len(texts))
    columns = kernel.columns(text.transform(texts), marks)
    vectors = _encode(texts, encoder, lambda done: tell(0.05 + 0.5 * done))
    targets = _one_hot([example.label for example in examples], labels)
    votes, unseen = _solve(kernel.meaning(vectors, vectors) + columns @ columns.T, targets)
    tell(1.0)
    return Classifier(
        labels=labels,
        flags=flags,
        kernel=kernel,
        sharpness=_calibrate(unseen, targets),
        vectors=vectors,
        votes=np.ascontiguousarray(votes.T),
        weights=votes.T @ columns,
        text=text,
        encoder=encoder,
    )


def _kernel_for(encoder: Encoder) -> Kernel:
    """Without vectors the words must carry the whole weight."""
    return Kernel() if encoder.dimensions else Kernel(text=1.0)


def _encode(texts: Sequence[str], encoder: Encoder, tell: Progress) -> FloatArray:
    """Encode in chunks so that progress can be told."""
    chunks = []
    for start in range(0, len(texts), _ENCODE_CHUNK):
        chunks.append(encoder.encode(texts[start : start + _ENCODE_CHUNK]))
        tell(min(1.0, (start + _ENCODE_CHUNK) / len(texts)))
    return np.concatenate(chunks)


def _one_hot(names: Sequence[str], labels: Sequence[str]) -> FloatArray:
    position = {label: column for column, label in enumerate(labels)}
    targets = np.zeros((len(names), len(labels)), np.float32)
    targets[np.arange(len(names)), [position[name] for name in names]] = 1
    return targets


def _solve(similar: FloatArray, targets: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The votes of each line, and each line's scores had it been left out of training."""
    similar[np.diag_indices_from(similar)] += np.float32(RIDGE)
    inverse = _invert_triangle(np.linalg.cholesky(similar))
    votes: FloatArray = inverse.T @ (inverse @ targets)
    doubt = np.einsum("ij,ij->j", inverse, inverse)
    return votes, targets - votes / doubt[:, None]


def _invert_triangle(lower: FloatArray) -> FloatArray:
    """The inverse of a lower triangle by halves: a third of the work of a general inverse."""
    size = len(lower)
    if size <= _SMALL:
        return np.linalg.inv(lower)
    half = size // 2
    result = np.zeros_like(lower)
    top = result[:half, :half] = _invert_triangle(lower[:half, :half])
    bottom = result[half:, half:] = _invert_triangle(lower[half:, half:])
    result[half:, :half] = -bottom @ (lower[half:, :half] @ top)
    return result


def _calibrate(scores: FloatArray, targets: FloatArray) -> float:
    """The sharpness under which the left-out lines' own labels are most probable."""
    own = targets.astype(bool)
    losses = [-np.log(probabilities(scores, power)[own]).mean() for power in _SHARPNESS]
    return float(_SHARPNESS[int(np.argmin(losses))])
