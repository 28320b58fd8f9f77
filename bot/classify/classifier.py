"""The intent classifier: how like a message is to the training lines, and what that means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.classify.encoder import Encoder, FloatArray
from bot.classify.features import TextFeatures, flag_columns
from bot.classify.lines import TABLES, Lines
from bot.errors import ModelError


@dataclass(frozen=True)
class Example:
    """One training line."""

    text: str
    """What a person might type, as the engine would pass it to `predict`."""
    label: str
    """The intent it has."""
    flags: tuple[str, ...] = ()
    """Facts about the line that the engine found by rule, as short names."""
    also: str = ""
    """What it asks in general, where it asks that of one person: a second intent."""


@dataclass(frozen=True)
class Kernel:
    """How alike two lines are: exp(closeness * (cosine - 1)) + text * TF-IDF + flags * shared."""

    closeness: float = 3.0
    """Higher: only near neighbours in meaning count."""
    text: float = 0.2
    """Weight of the TF-IDF similarity beside the encoder's."""
    flags: float = 0.03
    """Weight of each flag two lines share."""

    def meaning(self, vectors: FloatArray, others: FloatArray) -> FloatArray:
        """The encoder's part: an (n, m) array of similarities, 0 to 1."""
        cosine = vectors @ others.T
        return np.asarray(np.exp(np.float32(self.closeness) * (cosine - 1)), dtype=np.float32)

    def columns(self, text: FloatArray, flags: FloatArray) -> FloatArray:
        """The linear part, scaled so that the product of two rows is their similarity."""
        scaled = (text * np.sqrt(self.text), flags * np.sqrt(self.flags))
        return np.concatenate(scaled, axis=1).astype(np.float32)


FLOOR = 0.02
"""Added to every score, so that no label is ruled out."""
NOTHING = 0.22
"""The score of "none of these": what a label must beat to be believed."""


def probabilities(scores: FloatArray, sharpness: float) -> FloatArray:
    """Scores (n, labels) as probabilities; what a row lacks to 1 is the doubt that any fits.

    A power of the score fits unseen lines better than an exponential (log loss 0.59
    against 0.73), and the share of "none of these" keeps foreign lines from being
    called certain because one label is merely less foreign than the others.
    """
    odds = (np.maximum(scores, 0) + FLOOR) ** np.float32(sharpness)
    nothing = (NOTHING + FLOOR) ** sharpness
    return np.asarray(odds / (odds.sum(axis=1, keepdims=True) + nothing), dtype=np.float32)


@dataclass(frozen=True)
class Classifier:
    """A trained classifier; make one with `train`, or with `from_arrays` from a saved one."""

    labels: tuple[str, ...]
    """The intents, in the order of the columns of `predict`."""
    flags: tuple[str, ...]
    """The flags it knows."""
    kernel: Kernel
    sharpness: float
    """Power that turns scores into odds, found in training."""
    lines: Lines | None
    """The training lines that vote, by meaning; None when the encoder knows nothing of it."""
    weights: FloatArray
    """(columns, labels): what each TF-IDF column and flag says for each label."""
    text: TextFeatures
    encoder: Encoder

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """The encoder's vectors, one row a text."""
        return self.encoder.encode(texts)

    def predict(
        self,
        texts: Sequence[str],
        flags: Sequence[tuple[str, ...]] = (),
        vectors: FloatArray | None = None,
    ) -> FloatArray:
        """Calibrated probabilities: an (n, labels) array.

        A row sums to less than 1; the rest is the probability that no label fits.
        `flags`, when given, has one tuple for each text; `vectors`, from `encode`, spare
        encoding the texts again. Several texts at once cost less than one by one, and get
        the same rows but for the last digits.
        """
        return probabilities(self._scores(texts, flags, vectors), self.sharpness)

    def _scores(
        self,
        texts: Sequence[str],
        flags: Sequence[tuple[str, ...]],
        vectors: FloatArray | None,
    ) -> FloatArray:
        """About 1 for the right label and 0 for the others; low everywhere for foreign lines."""
        marks = flag_columns(self.flags, flags, len(texts))
        columns = self.kernel.columns(self.text.transform(texts), marks)
        scores = sparse_product(columns, self.weights)
        if self.lines and texts:
            scores += self.lines.scores(self.encode(texts) if vectors is None else vectors)
        return scores

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Everything but the encoder, as arrays that numpy.savez stores without pickle."""
        tables = self.lines.tables if self.lines else {}
        settings = (self.kernel.closeness, self.kernel.text, self.kernel.flags, self.sharpness)
        return {
            "encoder": np.array(self.encoder.identity),
            "labels": np.array(self.labels, np.str_),
            "flags": np.array(self.flags, np.str_),
            "settings": np.array(settings, np.float64),
            "graph": np.frombuffer(self.lines.graph if self.lines else b"", np.uint8),
            **tables,
            "weights": self.weights,
            "idf": self.text.idf,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], encoder: Encoder) -> Classifier:
        """Rebuild what `to_arrays` gave.

        Raises ModelError when an array is missing or another encoder made them.
        """
        try:
            if str(arrays["encoder"]) != encoder.identity:
                raise ModelError("the saved classifier belongs to another encoder; train it again")
            *kernel, sharpness = (float(value) for value in arrays["settings"])
            return cls(
                labels=tuple(arrays["labels"].tolist()),
                flags=tuple(arrays["flags"].tolist()),
                kernel=Kernel(*kernel),
                sharpness=sharpness,
                lines=_open(arrays),
                weights=arrays["weights"],
                text=TextFeatures(arrays["idf"]),
                encoder=encoder,
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError("the saved classifier is damaged; train it again") from error


def sparse_product(rows: FloatArray, table: FloatArray) -> FloatArray:
    """rows @ table, reading only the parts of the table that a row has something for."""
    result = np.zeros((len(rows), table.shape[1]), np.float32)
    for index, row in enumerate(rows):
        filled = np.flatnonzero(row)
        result[index] = row[filled] @ table[filled]
    return result


def _open(arrays: Mapping[str, NDArray[Any]]) -> Lines | None:
    """Raises ModelError when it is not a graph that onnxruntime can run."""
    graph = arrays["graph"].tobytes()
    try:
        return Lines(graph, {name: arrays[name] for name in TABLES}) if graph else None
    except ImportError as error:
        raise ModelError(f"the classifier needs the package {error.name}: install it") from error
    except Exception as error:  # onnxruntime raises its own, untyped errors
        raise ModelError("the saved classifier is damaged; train it again") from error
