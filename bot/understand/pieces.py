"""Pieces of a sentence that may be questions of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.reading import View


@dataclass(frozen=True)
class Piece:
    """Words that stand together, their spelling repaired."""

    words: tuple[str, ...]
    asking: float
    """How likely they ask something (0 to 1)."""


def with_whole_names(view: View, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a sentence; those between which a name would be cut are one."""
    inside = {i for each in view.mentions for i in range(each.start + 1, each.end)}
    found: list[Piece] = []
    place = len(view.words) - sum(len(each.words) for each in pieces)
    for each in pieces:
        if found and place in inside:
            last = found[-1]
            found[-1] = Piece((*last.words, *each.words), max(last.asking, each.asking))
        else:
            found.append(each)
        place += len(each.words)
    return found
