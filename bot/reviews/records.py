"""The records of reviews: data/reviews.yaml, read and written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from bot.content.files import REVIEWS, Sources
from bot.content.schema import Shape
from bot.writing import yaml_text

Verdict = Literal["ok", "change"]
_HEADER = """\
# Who has read which answer, and what it said then. Written by: net-guide review
"""


class ReviewShape(Shape):
    """One person's last word on one answer."""

    id: str
    """The answer, as in `next`: intent/subject."""
    by: str
    on: date
    hash: str
    """Of the words and the statements that were read."""
    verdict: Verdict = "ok"
    comment: str = ""


@dataclass(frozen=True)
class Record:
    """A review and the line on which it is kept."""

    line: int
    shape: ReviewShape


def read(folder: Path) -> tuple[Record, ...]:
    """The reviews of a content; none where nobody has written one.

    Raises:
        ContentError: the file is no list of reviews; every mistake has its line.
    """
    path = folder / REVIEWS
    if not path.is_file():
        return ()
    sources = Sources.parse({REVIEWS: path.read_bytes()})
    shapes = sources.shaped(REVIEWS, tuple[ReviewShape, ...])
    sources.raise_problems()
    lines = sources.files[REVIEWS]
    return tuple(Record(lines.line((i,)), each) for i, each in enumerate(shapes or ()))


def add(folder: Path, reviews: Iterable[ReviewShape]) -> Path:
    """Keep reviews; each takes the place of what the same person said of the same answer.

    Returns:
        The file.

    Raises:
        ContentError: the file that is there cannot be read.
    """
    kept = {(each.shape.id, each.shape.by): each.shape for each in read(folder)}
    kept |= {(each.id, each.by): each for each in reviews}
    path = folder / REVIEWS
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_HEADER + "".join(_item(kept[key]) for key in sorted(kept)), encoding="utf-8")
    return path


def _item(review: ReviewShape) -> str:
    said = review.model_dump(mode="json", exclude_defaults=True)
    lines = [f"{key}: {yaml_text.scalar(text)}" for key, text in said.items()]
    return "- " + "\n  ".join(lines) + "\n"
