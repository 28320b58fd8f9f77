"""Questions on answers that nothing was learnt from (tests/points/*.yaml, written as data/points).

Each is told by the answer or not; counted is what the bot would say of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot.content import schema
from bot.content.files import Sources
from bot.content.places import default_content
from bot.dialogue.weights import LACKING
from bot.engine import Bot

FOLDER = Path("tests") / "points"
"""The folder of such questions beside a content."""


def shares(bot: Bot, folder: Path | None = None) -> Counter[str]:
    """Of the questions that are told, and of those that are not, how many are said to lack.

    Args:
        folder: with the files; that of the content of NET Guide by default.
    """
    found: Counter[str] = Counter()
    for cell, told, line in lines(folder or default_content() / FOLDER):
        (segment, *more) = bot.understander.read(line).segments or [None]
        if segment is None or more:
            continue
        chance = bot.policy.points.told_by(cell, segment)
        found["told" if told else "lacking"] += 1
        found["right"] += (chance >= 0.5) == told
        found["told, said to lack" if told else "lacking, said to lack"] += chance < LACKING
    return found


def lines(folder: Path) -> Iterator[tuple[str, bool, str]]:
    """Of every question the answer, whether it tells it, and its text.

    Raises:
        ContentError: a file has not its shape.
    """
    for path in sorted(folder.glob("*.yaml")):
        sources = Sources.parse({path.name: path.read_bytes()})
        found = sources.shaped(path.name, dict[str, dict[str, schema.PointsShape]]) or {}
        sources.raise_problems()
        cells = (
            (f"{f}/{name}", each) for f, asked in found.items() for name, each in asked.items()
        )
        for cell, each in cells:
            yield from ((cell, True, line) for line in each.told)
            yield from ((cell, False, line) for line in each.lacking)
