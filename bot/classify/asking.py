"""How likely a part of a message asks something: what people write around their questions.

A logistic model on the encoder's vector of the part and on a few marks of its form. Its weights
belong to the encoder and lie beside it; `python -m tools.asking` learns them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.classify.encoder import FloatArray
from bot.errors import ModelError

PATH = Path(__file__).parents[1] / "encoder" / "asking.json"
MARKS = (
    "ends in a question mark",
    "opens with a word that questions open with",
    "has such a word second",
    "has such a word anywhere",
    "is the first part",
    "is the last part",
    "is the only part",
    "logarithm of its words",
    "names a subject",
    "ends in a question mark beside other parts",
)
"""What is marked of a part, in the order of the weights."""


@dataclass(frozen=True)
class Asking:
    """The model. Of vectors of another encoder it knows nothing, so the marks alone count."""

    vector: FloatArray
    """Weights of the vector, and then of the marks and the constant that go with it."""
    alone: FloatArray
    """Weights of the marks and the constant without a vector."""

    @classmethod
    def load(cls, path: Path = PATH) -> Asking:
        """The model beside the encoder.

        Raises:
            ModelError: the file is missing or damaged.
        """
        try:
            data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            found = cls(*(np.array(data[name], np.float32) for name in ("vector", "alone")))
        except (OSError, KeyError, TypeError, ValueError) as error:
            raise ModelError(f"{path.name} is missing or damaged; reinstall net-guide") from error
        if len(found.alone) != len(MARKS) + 1 or len(found.vector) <= len(found.alone):
            raise ModelError(f"{path.name} is of another version; reinstall net-guide")
        return found

    def probability(self, vector: FloatArray | None, marks: Sequence[float]) -> float:
        """Probability (0 to 1) that a part asks something.

        Args:
            vector: as the encoder gives it.
            marks: numbers in the order of `MARKS`.
        """
        form = np.array([*marks, 1.0], np.float32)
        width = len(self.vector) - len(form)
        if vector is None or len(vector) != width:
            score = np.einsum("i,i->", self.alone, form)
        else:
            score = np.einsum("i,i->", self.vector[:width], vector)
            score += np.einsum("i,i->", self.vector[width:], form)
        return float(1 / (1 + np.exp(-score)))
