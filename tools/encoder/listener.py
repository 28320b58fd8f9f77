"""Tunes MiniLM to read a message together with the question before it, and writes it as int8.

    python -m tools.encoder.pairs LINES.jsonl
    python -m tools.encoder.listener WEIGHTS.safetensors TOKENIZER.json LINES.jsonl

Needs what `tools.encoder.tune` needs; takes about a quarter of an hour for 46,000 lines. Writes
model.onnx, tokenizer.json, labels.npz and manifest.json into bot/listener.

Otherwise as in `tools.encoder.tune`, without its pull and its groups: nothing but the labels is
asked of these vectors, and danger is never decided by them. Here the proxies are kept. A message
that asks two things has both labels, in equal shares.
"""

from __future__ import annotations

import argparse
import io
import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from bot.classify.listener import FOLDER
from tools.encoder.export import (
    BASE_SHA256,
    ORIGIN,
    TOKENIZER_SHA256,
    read_verified,
    sha256,
    write_encoder,
)
from tools.encoder.model import FloatEncoder
from tools.encoder.tune import REST, Lines, Settings, Tuning

NAME = "minilm-l6-int8-listener"
SETTINGS = Settings(frozen=2, pull=0.0, safety=0.0)
THREADS = 1


class Listening(Tuning):
    """Tuning that keeps its proxies."""

    def __init__(self, encoder: FloatEncoder, lines: Lines, shares: torch.Tensor) -> None:
        super().__init__(encoder, lines, SETTINGS)
        self._shares = shares

    def _loss(self, rows: list[int]) -> torch.Tensor:
        given = self._settings
        states = torch.stack([self._states[row] for row in rows]).float()
        with torch.autocast("cpu", torch.bfloat16):  # several times as fast where there is AVX-512
            vectors = self._upper(states)
        logits = given.scale * vectors.float() @ functional.normalize(self._proxies, dim=1).T
        return functional.cross_entropy(logits, self._shares[rows], label_smoothing=given.smoothing)

    def proxies(self) -> torch.Tensor:
        """(labels, width) unit vectors."""
        return functional.normalize(self._proxies.detach(), dim=1)


def read_pairs(content: bytes, encoder: FloatEncoder) -> tuple[Lines, torch.Tensor, list[str]]:
    """The lines of a file that `tools.encoder.pairs` wrote, (lines, labels) shares, and labels."""
    lines = [json.loads(line) for line in content.decode().splitlines()]
    names = sorted({label for line in lines for label in line["labels"]})
    number = {name: index for index, name in enumerate(names)}
    shares = torch.zeros(len(lines), len(names))
    for row, line in enumerate(lines):
        shares[row, [number[each] for each in line["labels"]]] = 1 / len(line["labels"])
    found = Lines(
        pieces=encoder.pieces(
            [(e["before"], e["text"]) if e["before"] else e["text"] for e in lines]
        ),
        labels=shares.argmax(dim=1),
        groups=functional.one_hot(torch.full((len(names),), REST), REST + 1).float(),
    )
    return found, shares, names


def main() -> None:
    """Tune and write the listener."""
    parser = argparse.ArgumentParser(description="Tune the listener on lines and what was before.")
    parser.add_argument("weights", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("lines", type=Path)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    given = parser.parse_args()
    read_verified(given.weights, BASE_SHA256)
    tokenizer = read_verified(given.tokenizer, TOKENIZER_SHA256)
    content, script = given.lines.read_bytes(), Path(__file__).read_bytes()
    torch.set_num_threads(THREADS)
    torch.manual_seed(SETTINGS.seed)
    encoder = FloatEncoder(given.weights, given.tokenizer)
    lines, shares, names = read_pairs(content, encoder)
    tuning = Listening(encoder, lines, shares)
    encoder.model.train()  # with dropout: there is no pull here that keeps it from overfitting
    tuning.run()
    labels = io.BytesIO()
    np.savez(labels, labels=np.array(names, np.str_), vectors=tuning.proxies().numpy())
    write_encoder(
        {name: value.numpy() for name, value in encoder.model.state_dict().items()},
        tokenizer,
        given.folder,
        extra={"labels.npz": labels.getvalue()},
        name=NAME,
        origin=ORIGIN,
        licence="Apache-2.0",
        made_from={
            "model.safetensors": BASE_SHA256,
            "tokenizer.json": TOKENIZER_SHA256,
            "lines": sha256(content),
            "tools/encoder/listener.py": sha256(script),
        },
        recipe="python -m tools.encoder.listener WEIGHTS.safetensors TOKENIZER.json LINES.jsonl",
        settings=asdict(SETTINGS),
    )


if __name__ == "__main__":
    main()
