"""Tunes MiniLM to read a message together with the question before it, and writes it as int8.

    python -m tools.encoder.pairs LINES.jsonl
    python -m tools.encoder.listener WEIGHTS.safetensors TOKENIZER.json LINES.jsonl

Needs what `tools.encoder.tune` needs, and takes about as long for each line. Writes model.onnx,
tokenizer.json, labels.npz and manifest.json into bot/listener.

Otherwise as in `tools.encoder.tune`, without its pull and its groups: nothing but the labels is
asked of these vectors, and danger is never decided by them. Here the proxies are kept. A message
that asks two things has both labels, in equal shares.

From the lines without labels, messages in their parts, the same layers learn to tag each word
piece (`TAGS`): whether a part begins with it, and whether its part asks something.
"""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from bot.classify.cutting import BEGINS_ASKING, BEGINS_SAYING, GOES_ON_ASKING, GOES_ON_SAYING, TAGS
from bot.classify.listener import FOLDER
from tools.encoder.export import (
    BASE_SHA256,
    ORIGIN,
    TOKENIZER_SHA256,
    read_verified,
    sha256,
    write_encoder,
)
from tools.encoder.graph import WIDTH
from tools.encoder.model import FloatEncoder
from tools.encoder.tune import REST, Lines, Settings, Tuning

NAME = "minilm-l6-int8-listener"
SETTINGS = Settings(pull=0.0, safety=0.0)
THREADS = 1
_NO_TAG = -100
"""What `cross_entropy` leaves out: the pieces that stand for the ends of a line."""


class Listening(Tuning):
    """Tuning that keeps its proxies, and tags the pieces of the lines that have tags."""

    def __init__(
        self,
        encoder: FloatEncoder,
        lines: Lines,
        shares: torch.Tensor,
        tags: Sequence[Sequence[int]],
    ) -> None:
        """
        Args:
            shares: (lines, labels), of the first lines.
            tags: of each piece, of the other lines.
        """
        super().__init__(encoder, lines, SETTINGS)
        self._shares = shares
        self._tags = tags
        own = lines.labels[: len(shares)]
        means = torch.zeros(shares.shape[1], WIDTH)
        means.index_add_(0, own, self._origin[: len(shares)])
        self._proxies = nn.Parameter(functional.normalize(means, dim=1))
        self._tagger = nn.Linear(WIDTH, len(TAGS))
        self._tuned += list(self._tagger.parameters())

    def _loss(self, rows: list[int]) -> torch.Tensor:
        given = self._settings
        states = torch.stack([self._states[row] for row in rows]).float()
        for layer in self._layers():
            states = layer(states)
        if rows[0] >= len(self._shares):
            tags = torch.tensor([self._tags[row - len(self._shares)] for row in rows])
            found = self._tagger(states.float())
            return functional.cross_entropy(found.transpose(1, 2), tags, ignore_index=_NO_TAG)
        vectors = functional.normalize(states.float().mean(dim=1), dim=1)
        logits = given.scale * vectors @ functional.normalize(self._proxies, dim=1).T
        return functional.cross_entropy(logits, self._shares[rows], label_smoothing=given.smoothing)

    def _batches(self) -> Iterator[list[int]]:
        """Lines of one length and one kind."""
        for rows in super()._batches():
            kinds: tuple[list[int], list[int]] = ([], [])
            for row in rows:
                kinds[row >= len(self._shares)].append(row)
            yield from filter(None, kinds)

    def proxies(self) -> torch.Tensor:
        """(labels, width) unit vectors."""
        return functional.normalize(self._proxies.detach(), dim=1)

    def tagger(self) -> dict[str, torch.Tensor]:
        """Weights of the layer that tags, by their names in the graph."""
        return {f"tags.{name}": value for name, value in self._tagger.state_dict().items()}


def read_pairs(
    content: bytes, encoder: FloatEncoder
) -> tuple[Lines, torch.Tensor, list[list[int]], list[str]]:
    """The lines of a file that `tools.encoder.pairs` wrote: those with labels first.

    Returns:
        the lines; (lines, labels) shares; for each of the others, the tags of its pieces; labels.
    """
    found = [json.loads(line) for line in content.decode().splitlines()]
    lines = [each for each in found if "labels" in each]
    names = sorted({label for line in lines for label in line["labels"]})
    number = {name: index for index, name in enumerate(names)}
    shares = torch.zeros(len(lines), len(names))
    for row, line in enumerate(lines):
        shares[row, [number[each] for each in line["labels"]]] = 1 / len(line["labels"])
    cut = []
    for parts in (each["parts"] for each in found if "parts" in each):
        pieces, offsets = encoder.pieces_at(" ".join(text for text, _ in parts))
        cut.append((pieces, tags_of(parts, offsets)))
    texts = [(e["before"], e["text"]) if e["before"] else e["text"] for e in lines]
    read = Lines(
        pieces=[*encoder.pieces(texts), *(pieces for pieces, _ in cut)],
        labels=torch.cat([shares.argmax(dim=1), torch.zeros(len(cut), dtype=torch.long)]),
        groups=functional.one_hot(torch.full((len(names),), REST), REST + 1).float(),
    )
    return read, shares, [tags for _, tags in cut], names


def tags_of(parts: Sequence[tuple[str, bool]], offsets: Sequence[tuple[int, int]]) -> list[int]:
    """The tag of each piece of the joined parts.

    Args:
        offsets: where each piece begins and ends; nowhere, for the ends of a line.
    """
    starts, place = [], 0
    for text, _ in parts:
        starts.append(place)
        place += len(text) + 1
    tags, last = [], -1
    for start, end in offsets:
        if start == end:
            tags.append(_NO_TAG)
            continue
        part = max(number for number, first in enumerate(starts) if first <= start)
        begins, asks = part != last, parts[part][1]
        last = part
        if begins:
            tags.append(BEGINS_ASKING if asks else BEGINS_SAYING)
        else:
            tags.append(GOES_ON_ASKING if asks else GOES_ON_SAYING)
    return tags


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
    lines, shares, tags, names = read_pairs(content, encoder)
    tuning = Listening(encoder, lines, shares, tags)
    encoder.model.train()  # with dropout: there is no pull here that keeps it from overfitting
    tuning.run()
    labels = io.BytesIO()
    np.savez(labels, labels=np.array(names, np.str_), vectors=tuning.proxies().numpy())
    weights: dict[str, Any] = {**encoder.model.state_dict(), **tuning.tagger()}
    write_encoder(
        {name: value.numpy() for name, value in weights.items()},
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
