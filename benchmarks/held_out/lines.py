"""The lines in tests/utterances: one file an intent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content import strict_yaml

FOLDER = Path(__file__).parents[2] / "tests" / "utterances"
_LOOK_ALIKES = "look_alikes"


@dataclass(frozen=True)
class Line:
    """A question and the intent it has."""

    text: str
    intent: str
    group: str


def held_out_lines(folder: Path = FOLDER) -> list[Line]:
    """All lines with an intent of their own."""
    return [
        Line(text, path.stem, path.parent.name)
        for path in sorted(folder.rglob("*.yaml"))
        if path.stem != _LOOK_ALIKES
        for text in _texts(path)
    ]


def look_alikes(folder: Path = FOLDER) -> list[str]:
    """Plain questions that look like a guardrail's."""
    return [text for path in folder.rglob(f"{_LOOK_ALIKES}.yaml") for text in _texts(path)]


def _texts(path: Path) -> Iterator[str]:
    parsed, problems = strict_yaml.parse(path.read_text(encoding="utf-8"), str(path))
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    return (line.strip() for line in parsed.data["held_out"].splitlines() if line.strip())
