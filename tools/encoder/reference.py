"""Writes tests/classify/reference.json: what the float weights say of some fixed sentences.

    python -m tools.encoder.reference WEIGHTS.safetensors

WEIGHTS are those that bot/encoder was written from. Needs torch, transformers, safetensors.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from tools.encoder.model import FloatEncoder

TARGET = Path(__file__).resolve().parents[2] / "tests" / "classify" / "reference.json"
TOLERANCE = 0.05
"""Largest difference that int8 may make to a cosine or to a vector's component."""
SHOWN = 32
"""Components of each vector that are kept."""
SENTENCES = (
    "what are the symptoms of a neuroendocrine tumor",
    "which signs would I notice first?",
    "is it passed down in families",
    "how do I find a specialist near me",
    "what's the weather like tomorrow",
    "my husband can't breathe and his chest hurts",
    "thank you so much, that helps",
    "does anyone know if these things grow slowly or quickly, because the letter doesn't say",
)


def main() -> None:
    """Encode with the float weights and write the figures."""
    parser = argparse.ArgumentParser(
        description="Write the reference figures of the float weights."
    )
    parser.add_argument("weights", type=Path)
    vectors = FloatEncoder(parser.parse_args().weights).encode(SENTENCES)
    figures = {
        "tolerance": TOLERANCE,
        "sentences": SENTENCES,
        "cosines": np.round(vectors @ vectors.T, 4).tolist(),
        "vectors": np.round(vectors[:, :SHOWN], 4).tolist(),
    }
    TARGET.write_text(json.dumps(figures) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
