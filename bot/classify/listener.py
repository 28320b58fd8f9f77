"""What a message means after a question, read together with it.

`context` compares a message with what others said after alike questions. The listener's encoder
reads both at once, "Does it run in families? - how many do then", as one text; it was tuned on the
follow-ups and utterances of the content (`tools/encoder/listener.py`). Nothing of it is learnt at
a start: of intents that came later it says nothing, and of another content's nothing at all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.classify.encoder import FloatArray, OnnxEncoder
from bot.errors import ModelError

FOLDER = Path(__file__).resolve().parents[1] / "listener"
"""Where the committed listener is."""
SCALE = 20.0
"""Factor from cosines to logarithms of odds; the one it was tuned with."""
_LABELS = "labels.npz"
_KNOWN = 0.95
"""Share of the intents of a content that it must have been tuned on, to be asked at all."""


@dataclass(frozen=True)
class Listener:
    """Reads a message together with the question before it."""

    encoder: OnnxEncoder
    labels: tuple[str, ...]
    vectors: FloatArray
    """(labels, d) unit vectors."""

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Listener:
        """Load the verified files of a folder.

        Raises:
            ModelError: a file is missing, altered or unusable.
        """
        encoder = OnnxEncoder.load(folder)  # verifies all files of the manifest
        with _opened(folder) as data:
            return cls(encoder, tuple(data["labels"].tolist()), data["vectors"])

    def predict(self, text: str, before: str) -> dict[str, float]:
        """Probability of each intent that it knows (0 to 1).

        Args:
            text: of the message, masked.
            before: the question before, as on its button.
        """
        vector = self.encoder.encode_after(before, text)
        # Not `@`: BLAS would wake a second thread, which waits for the core that others need.
        odds = np.exp(SCALE * (np.einsum("ij,j->i", self.vectors, vector) - 1))
        return dict(zip(self.labels, (odds / odds.sum()).tolist(), strict=True))


Listening = Callable[[], Listener]
"""Gives the listener; where one answer may be all, it is read when a second message comes."""


def knows(intents: Collection[str], folder: Path = FOLDER) -> bool:
    """Whether the listener of a folder was tuned on a content with nearly all of these intents.

    Raises:
        ModelError: its labels cannot be read.
    """
    with _opened(folder) as data:
        known = set(data["labels"].tolist())
    return len(known.intersection(intents)) >= _KNOWN * len(intents)


def _opened(folder: Path) -> Any:
    try:
        return np.load(folder / _LABELS, allow_pickle=False)
    except (OSError, ValueError) as error:
        raise ModelError(f"{folder / _LABELS}: cannot be read; restore it") from error
