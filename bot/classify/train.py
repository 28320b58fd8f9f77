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
from bot.classify.lines import Lines, rounded, write_graph

RIDGE = 0.2
"""Noise allowed for each training line: higher trusts single lines less."""

_CHUNK = 256
_SMALL = 256
"""Size at which a matrix is factored directly."""
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
    # Trained as they will be compared with: in whole numbers.
    whole, factors = rounded(vectors)
    vectors = whole * factors
    targets = _one_hot([example.label for example in examples], labels)
    votes, unseen = _solve(_likeness(kernel, vectors, columns), targets)
    tell(1.0)
    return Classifier(
        labels=labels,
        flags=flags,
        kernel=kernel,
        sharpness=_calibrate(unseen, targets),
        lines=Lines(write_graph(vectors, votes, kernel.closeness)) if vectors.size else None,
        weights=columns.T @ votes,
        text=text,
        encoder=encoder,
    )


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


def _likeness(kernel: Kernel, vectors: FloatArray, columns: FloatArray) -> FloatArray:
    """The kernel between all training lines; in chunks, as it is the largest array there is."""
    likeness = np.empty((len(vectors), len(vectors)), np.float32)
    for start in range(0, len(vectors), _CHUNK):
        rows = slice(start, start + _CHUNK)
        likeness[rows] = columns[rows] @ columns.T
        if vectors.size:
            likeness[rows] += kernel.meaning(vectors[rows], vectors)
    return likeness


def _solve(likeness: FloatArray, targets: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The votes of each line, and each line's scores had it been left out of training.

    Overwrites `likeness`.
    """
    likeness[np.diag_indices_from(likeness)] += np.float32(RIDGE)
    invert_factor(likeness)
    votes: FloatArray = likeness.T @ (likeness @ targets)
    doubt = np.einsum("ij,ij->j", likeness, likeness)
    return votes, targets - votes / doubt[:, None]


def invert_factor(matrix: FloatArray) -> None:
    """Overwrite a positive definite matrix with the inverse of its Cholesky factor.

    By halves, so that the work is products of large blocks and no second array of
    the matrix's size is needed (0.3 GB for 9,000 lines).
    """
    if len(matrix) <= _SMALL:
        matrix[:] = np.linalg.inv(np.linalg.cholesky(matrix))
        return
    half = len(matrix) // 2
    top, bottom, corner = matrix[:half, :half], matrix[half:, half:], matrix[half:, :half]
    invert_factor(top)
    factor = corner @ top.T
    bottom -= factor @ factor.T
    invert_factor(bottom)
    corner[:] = -bottom @ (factor @ top)
    matrix[:half, half:] = 0


def _calibrate(scores: FloatArray, targets: FloatArray) -> float:
    """The sharpness under which the left-out lines' own labels are most probable."""
    own = targets.astype(bool)
    losses = [-np.log(probabilities(scores, power)[own]).mean() for power in _SHARPNESS]
    return float(_SHARPNESS[int(np.argmin(losses))])
