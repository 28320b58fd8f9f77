"""Sentence encoders: text in, a vector of meaning out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from bot.classify.artefact import load_artefact
from bot.classify.session import open_session
from bot.errors import ModelError

FloatArray = NDArray[np.float32]

MAX_PIECES = 64
"""Word pieces read of a message (about 45 words); the rest is cut."""

_WORKERS = 2
"""Lines encoded at once in training; a message's few lines stay in the caller's thread."""
_MANY = 32
"""Lines from which on that is worth starting threads."""


class Encoder(Protocol):
    """Turns texts into unit vectors; texts of like meaning get vectors that point alike."""

    @property
    def identity(self) -> str:
        """Name and content hash: vectors of different identities must never be mixed."""

    @property
    def dimensions(self) -> int:
        """Length of a vector; 0 for an encoder that knows nothing of meaning."""

    @property
    def words(self) -> frozenset[str]:
        """Common English words it knows whole, in lower case; may be empty."""

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """An (n, dimensions) float32 array, each row of length 1."""


class LexicalEncoder:
    """The fallback without a model: no vectors, so only words and spelling are compared.

    Whoever chooses it must say so to the person who runs the bot.
    """

    identity = "lexical"
    dimensions = 0
    words: frozenset[str] = frozenset()

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """An (n, 0) array."""
        return np.zeros((len(texts), 0), np.float32)


class OnnxEncoder:
    """The committed int8 MiniLM, run by onnxruntime. Nothing is ever fetched."""

    def __init__(self, identity: str, tokenizer: Any, session: Any) -> None:
        self.identity = identity
        self._tokenizer = tokenizer
        self._session = session
        self.dimensions = int(session.get_outputs()[0].shape[-1])

    @classmethod
    def load(cls, folder: Path | None = None) -> OnnxEncoder:
        """Load the verified files of `folder` (default: bot/encoder).

        Raises ModelError, one line, when a file is missing, altered or unusable.
        """
        artefact = load_artefact(folder)
        try:
            tokenizer = _load_tokenizer(artefact.folder / "tokenizer.json")
            session = open_session(artefact.graph)
        except ImportError as error:
            raise ModelError(f"the encoder needs the package {error.name}: install it") from error
        except Exception as error:  # the libraries raise their own, untyped errors
            raise ModelError(f"the encoder could not be loaded ({type(error).__name__})") from error
        return cls(artefact.identity, tokenizer, session)

    @property
    def words(self) -> frozenset[str]:
        """The whole English words of its vocabulary, in lower case."""
        return frozenset(piece for piece in self._tokenizer.get_vocab() if piece.isalpha())

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """An (n, dimensions) float32 array, each row of length 1.

        Each line is run by itself, never padded into a batch: int8 scales are taken over
        the whole input, so a line's vector would otherwise depend on its neighbours.
        """
        # Not encode_batch: its threads cost more than they save on a message.
        pieces = [self._tokenizer.encode(text).ids for text in texts]
        if not pieces:
            return np.zeros((0, self.dimensions), np.float32)
        return np.concatenate(list(self._run_all(pieces)))

    def encode_after(self, before: str, text: str) -> FloatArray:
        """The vector of a text that is read together with another one before it, if there is one.

        Returns:
            (dimensions,).
        """
        found = self._tokenizer.encode(before, text) if before else self._tokenizer.encode(text)
        ids = found.ids
        vector: FloatArray = self._run(ids)[0]
        return vector

    def tags(self, text: str) -> tuple[list[tuple[int, int]], FloatArray]:
        """Where each word piece of a text stands, and its tags, of an encoder that has any.

        Returns:
            where each begins and ends, nowhere for what is no word; (pieces, tags) logits.
        """
        found = self._tokenizer.encode(text)
        tags: FloatArray = self._session.run(["tags"], {"ids": np.array([found.ids], np.int64)})[0]
        return found.offsets, tags[0]

    def _run_all(self, pieces: list[list[int]]) -> Iterable[FloatArray]:
        if len(pieces) < _MANY:
            return map(self._run, pieces)
        with ThreadPoolExecutor(_WORKERS) as pool:
            return list(pool.map(self._run, pieces))

    def _run(self, ids: list[int]) -> FloatArray:
        vector: FloatArray = self._session.run(["vector"], {"ids": np.array([ids], np.int64)})[0]
        return vector


def _load_tokenizer(path: Path) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_PIECES)
    return tokenizer
