"""Held-out lines: questions that nothing was learnt from, one file an intent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.files import Sources
from bot.content.places import default_content
from bot.content.schema import Lines, Shape

UTTERANCES = Path("tests") / "utterances"
"""The folder of held-out lines beside a content."""
_LOOK_ALIKES = "look_alikes"


@dataclass(frozen=True)
class Line:
    """A question and the intent it has."""

    text: str
    intent: str
    group: str


class LinesShape(Shape):
    """A file of held-out lines."""

    held_out: Lines


def held_out_lines(folder: Path | None = None) -> list[Line]:
    """All lines with an intent of their own.

    Args:
        folder: with `<group>/<intent>.yaml`; by default the one beside the content of NET Guide.

    Raises:
        ContentError: a file cannot be read; every mistake has its line.
    """
    return [
        Line(text, path.stem, path.parent.name)
        for path, texts in _read(folder)
        if path.stem != _LOOK_ALIKES
        for text in texts
    ]


def look_alikes(folder: Path | None = None) -> list[str]:
    """Plain questions that look like a guardrail's.

    Raises:
        ContentError: a file cannot be read; every mistake has its line.
    """
    return [text for path, texts in _read(folder) if path.stem == _LOOK_ALIKES for text in texts]


def _read(folder: Path | None) -> Iterator[tuple[Path, Lines]]:
    folder = folder or default_content() / UTTERANCES
    paths = sorted(folder.rglob("*.yaml"))
    sources = Sources.parse({str(path): path.read_bytes() for path in paths})
    shapes = [(path, sources.shaped(str(path), LinesShape)) for path in paths]
    sources.raise_problems()
    return ((path, shape.held_out) for path, shape in shapes if shape)
