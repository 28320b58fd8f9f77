"""MiniLM in PyTorch: for fine-tuning, and as the reference for the int8 export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from transformers import BertConfig, BertModel

from bot.classify.artefact import FOLDER
from bot.classify.encoder import MAX_PIECES, FloatArray

_CONFIG = BertConfig(
    hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536
)
_CHUNK = 64


class FloatEncoder:
    """The encoder in float32, with the interface of `bot.classify.Encoder`."""

    dimensions = 384
    words: frozenset[str] = frozenset()

    def __init__(self, weights: Path, tokenizer: Path = FOLDER / "tokenizer.json") -> None:
        self.identity = f"float:{weights}"
        self.model = BertModel(_CONFIG, add_pooling_layer=False)
        # The file also holds buffers and a pooling layer that are not used.
        self.model.load_state_dict(load_file(weights), strict=False)
        self.model.train(mode=False)
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_PIECES)

    def pieces(self, texts: Sequence[str | tuple[str, str]]) -> list[list[int]]:
        """Word pieces of each text, or pair of texts."""
        return [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]

    def pieces_at(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Word pieces of a text, and where in it each begins and ends."""
        found = self._tokenizer.encode(text)
        return found.ids, found.offsets

    def forward(self, pieces: Sequence[Sequence[int]]) -> Tensor:
        """Unit vectors with gradients, padding left out of the mean."""
        longest = max(len(line) for line in pieces)
        ids = torch.tensor([[*line, *[0] * (longest - len(line))] for line in pieces])
        mask = torch.tensor([[1.0] * len(line) + [0.0] * (longest - len(line)) for line in pieces])
        states = self.model(input_ids=ids, attention_mask=mask).last_hidden_state
        return functional.normalize((states * mask[..., None]).sum(dim=1), dim=1)

    @torch.no_grad()
    def encode(self, texts: Sequence[str]) -> FloatArray:
        """An (n, 384) array of unit vectors."""
        pieces = self.pieces(texts)
        parts = [self.forward(pieces[at : at + _CHUNK]) for at in range(0, len(pieces), _CHUNK)]
        vectors: FloatArray = torch.cat(parts).numpy()
        return vectors

    def save(self, path: Path) -> None:
        """Write the weights as safetensors."""
        state = {name: value.detach().clone() for name, value in self.model.state_dict().items()}
        save_file(state, path)
