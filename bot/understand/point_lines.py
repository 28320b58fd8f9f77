"""The questions on answers, with their vectors: what the reader of points learns from.

Looking at thousands of lines and encoding them takes half a minute, so their vectors come with the
package, by line. A line that is new is looked at and encoded when somebody starts.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from bot.classify.encoder import Encoder, FloatArray
from bot.classify.lines import rounded
from bot.classify.points import Point, PointReader, in_order, train_points
from bot.classify.voters import marks
from bot.content.library import Content
from bot.errors import ModelError
from bot.understand.seen import Seer

PATH = Path(__file__).parents[1] / "learnt" / "points.npz"
"""Where the committed vectors are."""
_BODY = "body"
"""Folder of the answers about places: all are answers to one intent."""


def points_of(content: Content) -> list[Point]:
    """The questions on answers, as they are learnt from."""
    return in_order(list(_points(content)))


def _points(content: Content) -> Iterator[Point]:
    for (folder, name), asked in content.points.items():
        cell = f"{folder}/{name}"
        intent = answered(cell, content)
        for told, lines in ((True, asked.told), (False, asked.lacking)):
            yield from (Point(line, intent, cell, told) for line in lines)


def answered(cell: str, content: Content) -> str:
    """The intent that a cell (folder/intent) is an answer to; one for all places in the body."""
    folder, _, name = cell.partition("/")
    return content.body.intent if folder == _BODY else name


def digest(points: list[Point]) -> str:
    """SHA-256 of what there is to learn from, hexadecimal."""
    return hashlib.sha256(repr(points).encode()).hexdigest()


def learn(
    points: list[Point], known: Mapping[int, FloatArray], seer: Seer, encoder: Encoder
) -> PointReader:
    """The reader of points.

    Args:
        known: vectors that came with the package, from `load`.
        seer: looks at the other lines.
    """
    places = marks(each.text for each in points).tolist()
    new = {mark: e.text for mark, e in zip(places, points, strict=True) if mark not in known}
    found = dict(zip(new, _encoded([*new.values()], seer, encoder), strict=True))
    rows = [found[mark] if mark in found else known[mark] for mark in places]
    vectors = np.stack(rows) if rows else np.zeros((0, encoder.dimensions), np.float32)
    return train_points(points, vectors)


def _encoded(lines: list[str], seer: Seer, encoder: Encoder) -> FloatArray:
    """As messages are encoded: with the names of subjects masked."""
    seen = (seer.see(each) for each in lines)
    return encoder.encode([each.masked if each else "" for each in seen])


def load(encoder: str, path: Path = PATH) -> Mapping[int, FloatArray]:
    """The committed vectors by the marks of their lines; none of another encoder.

    Raises:
        ModelError: the file is damaged.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
            if str(data["encoder"]) != encoder:
                return {}
            vectors = data["whole"] * data["factors"]
            return dict(zip(data["marks"].tolist(), vectors, strict=True))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        message = f"{path}: damaged; restore bot/learnt from the release, or delete the file"
        raise ModelError(message) from error


def save(lines: list[str], seer: Seer, encoder: Encoder, path: Path = PATH) -> None:
    """Write the vectors of lines; the same lines give the same bytes."""
    texts = sorted(dict.fromkeys(lines))
    whole, factors = rounded(_encoded(texts, seer, encoder))
    arrays: dict[str, Any] = {
        "encoder": np.array(encoder.identity),
        "marks": marks(texts),
        "whole": whole,
        "factors": factors,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, **arrays)
