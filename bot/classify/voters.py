"""The lines that vote, as they were chosen for a state of the content, with what they say.

Choosing them, from all lines of the content, and solving for their votes is most of the work of
training. It is done once, by `python -m tools.voters`, and committed. When somebody starts, the
votes are adjusted to the lines that the content has by then.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.classify.classifier import Example
from bot.classify.context import FollowUp
from bot.classify.encoder import FloatArray
from bot.classify.lines import rounded
from bot.errors import ModelError

PATH = Path(__file__).parents[1] / "learnt" / "voters.npz"
"""Where the committed lines are."""


@dataclass(frozen=True)
class Voters:
    """The lines that vote, and what was learnt from all lines when they were chosen."""

    encoder: str
    """Identity of the encoder whose vectors these are."""
    messages: tuple[Example, ...]
    message_vectors: FloatArray
    message_made: NDArray[np.bool_]
    """Which were made of other lines: they stay for as long as their intents do."""
    message_votes: FloatArray
    """By the labels of the messages, in order."""
    follow_ups: tuple[FollowUp, ...]
    follow_up_vectors: FloatArray
    follow_up_made: NDArray[np.bool_]
    """Which were made of other lines: they stay for as long as their intents do."""
    follow_up_votes: FloatArray
    """By the labels of the follow-ups, in order."""
    flags: tuple[str, ...]
    idf: FloatArray
    sharpness: float
    seen: NDArray[np.uint64]
    """Marks of all lines of the content among which they were chosen, in order."""
    identity: str = ""
    """Hash of the file."""

    def knew(self, lines: Sequence[Example | FollowUp]) -> NDArray[np.bool_]:
        """Which lines were looked at when the voters were chosen."""
        return np.isin(marks(lines), self.seen)

    def save(self, path: Path = PATH) -> None:
        """Write the file; the same voters give the same bytes."""
        path.parent.mkdir(parents=True, exist_ok=True)
        arrays: dict[str, Any] = {"idf": self.idf, "seen": self.seen}
        lines: dict[str, Any] = {}
        for name in ("message", "follow_up"):
            whole, factors = rounded(getattr(self, f"{name}_vectors"))
            arrays |= {f"{name}_whole": whole, f"{name}_factors": factors}
            arrays[f"{name}_made"] = getattr(self, f"{name}_made")
            # Eleven bits are enough: with eight, votes named other intents.
            arrays[f"{name}_votes"] = getattr(self, f"{name}_votes").astype(np.float16)
            lines[f"{name}s"] = [astuple(each) for each in getattr(self, f"{name}s")]
        facts = {"encoder": self.encoder, "flags": self.flags, "sharpness": self.sharpness, **lines}
        text = json.dumps(facts, ensure_ascii=False, indent=0).encode()
        np.savez(path, facts=np.frombuffer(text, np.uint8), **arrays)


def identity(path: Path = PATH) -> str:
    """Hash of the file; empty where there is none. Much faster than loading it."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def load(path: Path = PATH) -> Voters | None:
    """The committed voters; None where there are none.

    Raises:
        ModelError: the file is damaged.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
            arrays = {name: data[name] for name in data.files}
        facts = json.loads(arrays["facts"].tobytes())
        return Voters(
            encoder=facts["encoder"],
            messages=tuple(Example(a, b, tuple(c), d) for a, b, c, d in facts["messages"]),
            message_vectors=arrays["message_whole"] * arrays["message_factors"],
            message_made=arrays["message_made"],
            message_votes=arrays["message_votes"].astype(np.float32),
            follow_ups=tuple(FollowUp(*each) for each in facts["follow_ups"]),
            follow_up_vectors=arrays["follow_up_whole"] * arrays["follow_up_factors"],
            follow_up_made=arrays["follow_up_made"],
            follow_up_votes=arrays["follow_up_votes"].astype(np.float32),
            flags=tuple(facts["flags"]),
            idf=arrays["idf"],
            sharpness=facts["sharpness"],
            seen=arrays["seen"],
            identity=identity(path),
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
        message = f"{path}: damaged; restore bot/learnt from the release, or delete the file"
        raise ModelError(message) from error


def marks(lines: Iterable[Example | FollowUp | str]) -> NDArray[np.uint64]:
    """A number for each line that hardly any other line has."""
    hashes = (hashlib.blake2b(repr(each).encode(), digest_size=8) for each in lines)
    return np.array([int.from_bytes(each.digest(), "little") for each in hashes], np.uint64)
