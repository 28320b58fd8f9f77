"""Tunes MiniLM's upper layers for intents and safety together, and writes the result as int8.

    python -m tools.encoder.lines LINES.jsonl
    python -m tools.encoder.tune WEIGHTS.safetensors TOKENIZER.json LINES.jsonl --folder FOLDER

Needs torch 2.13.0 (CPU), transformers, safetensors and onnx; WEIGHTS and TOKENIZER are the
published ones of sentence-transformers/all-MiniLM-L6-v2, whose SHA-256 is checked. Takes
about six minutes for 27,000 lines (one thread), three times as long on a busy machine.
Writes model.onnx, tokenizer.json and manifest.json into FOLDER; the manifest names the
SHA-256 of the base weights, of the lines and of this file. --keep FILE keeps the float
weights, too (`tools.encoder.reference` needs them).

The embeddings and lower layers stay as they are: their output is computed once and kept in
float16. The upper ones learn to bring each line near the proxy of its label (cross-entropy
on cosines), to put the lines' probability on the right one of a few groups (SAFETY: an
emergency taken for a remark costs more than one aspect taken for another), and to stay near
what the published weights said (PULL), so that the vectors remain good for other questions.
The proxies are thrown away: the bot's last layer is learnt from the content at its first start.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from tools.encoder.export import (
    BASE_SHA256,
    FOLDER,
    ORIGIN,
    TOKENIZER_SHA256,
    read_verified,
    sha256,
    write_encoder,
)
from tools.encoder.graph import WIDTH
from tools.encoder.model import FloatEncoder

NAME = "minilm-l6-int8-tuned"

EMERGENCY, CRISIS, PERSONAL, REMARK, REST = range(5)
"""Groups that must not be taken for one another."""
_GROUPS = {"emergency": EMERGENCY, "crisis": CRISIS, "remark": REMARK, "distress": REMARK}
_PERSONAL = "personal_"

Pieces = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Settings:
    """What the result depends on beside the weights and the lines."""

    frozen: int = 3
    """Layers that stay as they are, from below, with the embeddings."""
    epochs: int = 2
    batch: int = 64
    """Lines of a step, all of one length, so that nothing is padded."""
    rate: float = 1.5e-4
    """AdamW's highest rate: reached after WARM_UP of the steps, 0 at the end."""
    proxy_rate: float = 2e-3
    """The same for the proxies."""
    scale: float = 20.0
    """Factor from cosines to logits."""
    smoothing: float = 0.05
    """Share of the target that all labels get alike."""
    pull: float = 3.0
    """Weight of (1 - cosine to the published weights' vector)."""
    safety: float = 1.0
    """Weight of the groups' cross-entropy."""
    seed: int = 0


WARM_UP = 0.06
_DECAY = 0.01
_LONGEST_STEP = 1.0
"""Norm to which a gradient is cut."""


@dataclass(frozen=True)
class Lines:
    """The training lines as numbers."""

    pieces: Pieces
    labels: Tensor
    """Number of each line's label."""
    groups: Tensor
    """(labels, groups): 1 where the label belongs to the group."""


def read_lines(content: bytes, encoder: FloatEncoder) -> Lines:
    """The lines of a file that `tools.encoder.lines` wrote."""
    lines = [json.loads(line) for line in content.decode().splitlines()]
    names = sorted({line["label"] for line in lines})
    number = {name: index for index, name in enumerate(names)}
    groups = torch.tensor([group_of(name) for name in names])
    return Lines(
        pieces=encoder.pieces([line["text"] for line in lines]),
        labels=torch.tensor([number[line["label"]] for line in lines]),
        groups=functional.one_hot(groups, REST + 1).float(),
    )


def group_of(label: str) -> int:
    """The group that a label belongs to."""
    return PERSONAL if label.startswith(_PERSONAL) else _GROUPS.get(label, REST)


class Tuning:
    """One encoder, its lines, and what is learnt beside it."""

    def __init__(self, encoder: FloatEncoder, lines: Lines, settings: Settings) -> None:
        self._model = encoder.model
        self._lines = lines
        self._settings = settings
        self._random = random.Random(settings.seed)
        self._states, self._origin = self._read_lower()
        means = torch.zeros(len(lines.groups), WIDTH).index_add_(0, lines.labels, self._origin)
        self._proxies = nn.Parameter(functional.normalize(means, dim=1))
        self._model.requires_grad_(False)
        self._tuned = list(self._layers().requires_grad_(True).parameters())

    def run(self) -> None:
        """Tune the encoder in place; prints the mean loss of each epoch."""
        given = self._settings
        total = given.epochs * len(list(self._batches()))
        optimizer = torch.optim.AdamW(
            [
                {"params": self._tuned, "lr": given.rate, "weight_decay": _DECAY},
                {"params": [self._proxies], "lr": given.proxy_rate, "weight_decay": 0.0},
            ]
        )
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, total))
        for epoch in range(given.epochs):
            losses = []
            for rows in self._batches():
                loss = self._loss(rows)
                optimizer.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(self._tuned, _LONGEST_STEP)
                optimizer.step()
                schedule.step()
                losses.append(loss.item())
            print(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.4f}", flush=True)

    def _loss(self, rows: list[int]) -> Tensor:
        given, labels = self._settings, self._lines.labels[rows]
        vectors = self._upper(torch.stack([self._states[row] for row in rows]).float())
        logits = given.scale * vectors @ functional.normalize(self._proxies, dim=1).T
        intents = functional.cross_entropy(logits, labels, label_smoothing=given.smoothing)
        # Logarithm of each group's share: of the labels outside it nothing is left.
        masses = logits.log_softmax(dim=1)[:, None] + self._lines.groups.T.log()
        groups = self._lines.groups[labels].argmax(dim=1)
        safety = functional.nll_loss(masses.logsumexp(dim=2), groups)
        pull = (1 - (vectors * self._origin[rows]).sum(dim=1)).mean()
        return intents + given.safety * safety + given.pull * pull

    def _batches(self) -> Iterator[list[int]]:
        """Lines of one length, lengths and lines in random order."""
        found = []
        for rows in _by_length(self._lines.pieces):
            self._random.shuffle(rows)
            found.extend(_chunks(rows, self._settings.batch))
        self._random.shuffle(found)
        yield from found

    def _layers(self) -> nn.ModuleList:
        layers: nn.ModuleList = self._model.encoder.layer[self._settings.frozen :]
        return layers

    @torch.no_grad()
    def _read_lower(self) -> tuple[list[Tensor], Tensor]:
        """The frozen layers' output for each line, and the published weights' vectors."""
        pieces = self._lines.pieces
        states = [torch.empty(0)] * len(pieces)
        vectors = torch.zeros(len(pieces), WIDTH)
        for rows in _by_length(pieces):
            for part in _chunks(rows, self._settings.batch):
                state = self._model.embeddings(torch.tensor([pieces[row] for row in part]))
                for layer in self._model.encoder.layer[: self._settings.frozen]:
                    state = layer(state)
                vectors[part] = self._upper(state)
                for row, kept in zip(part, state.half(), strict=True):
                    states[row] = kept.clone()
        return states, vectors

    def _upper(self, state: Tensor) -> Tensor:
        """Unit vectors from the frozen layers' output."""
        for layer in self._layers():
            state = layer(state)
        return functional.normalize(state.mean(dim=1), dim=1)


def _by_length(pieces: Pieces) -> Iterator[list[int]]:
    """The rows of each length, shortest first."""
    found = defaultdict(list)
    for row, line in enumerate(pieces):
        found[len(line)].append(row)
    for _, rows in sorted(found.items()):
        yield rows


def _chunks(rows: list[int], size: int) -> Iterator[list[int]]:
    return (rows[start : start + size] for start in range(0, len(rows), size))


def _rate(step: int, total: int) -> float:
    """Share of the highest rate: up in a straight line, then down to 0."""
    return min((step + 1) / (WARM_UP * total), (total - step) / ((1 - WARM_UP) * total))


def main() -> None:
    """Tune and write the encoder."""
    parser = argparse.ArgumentParser(description="Tune the encoder on the training lines.")
    parser.add_argument("weights", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("lines", type=Path)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--keep", type=Path, help="also write the float weights to this file")
    given = parser.parse_args()
    read_verified(given.weights, BASE_SHA256)
    tokenizer = read_verified(given.tokenizer, TOKENIZER_SHA256)
    content, script = given.lines.read_bytes(), Path(__file__).read_bytes()
    settings = Settings()
    torch.set_num_threads(1)
    torch.manual_seed(settings.seed)
    encoder = FloatEncoder(given.weights, given.tokenizer)
    Tuning(encoder, read_lines(content, encoder), settings).run()
    if given.keep:
        encoder.save(given.keep)
    write_encoder(
        {name: value.numpy() for name, value in encoder.model.state_dict().items()},
        tokenizer,
        given.folder,
        name=NAME,
        origin=ORIGIN,
        licence="Apache-2.0",
        made_from={
            "model.safetensors": BASE_SHA256,
            "tokenizer.json": TOKENIZER_SHA256,
            "lines": sha256(content),
            "tools/encoder/tune.py": sha256(script),
        },
        recipe="python -m tools.encoder.tune WEIGHTS.safetensors TOKENIZER.json LINES.jsonl",
        settings=asdict(settings),
    )


if __name__ == "__main__":
    main()
