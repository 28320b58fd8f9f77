"""Holds leads against the reading grade that patients can be asked to read."""

from __future__ import annotations

import re
from importlib.util import find_spec

from bot.content.files import Sources
from bot.content.library import Content
from bot.content.strict_yaml import Location

HARDEST, HARDEST_SIMPLE = 8.0, 6.0
"""Grades of Flesch and Kincaid: of leads, and of their simpler words."""


def check(content: Content, sources: Sources) -> None:
    """Note leads that are too hard. Only where textstat is installed, as `make setup` does."""
    if not find_spec("textstat"):
        return
    for cell in {each.id: each for each in content.cells.values()}.values():
        _one(cell.lead, HARDEST, cell.path, ("lead",), sources)
        _one(cell.simple, HARDEST_SIMPLE, cell.path, ("simple",), sources)
        for key in ("variants", "asked"):
            for name, each in getattr(cell, key).items():
                _one(each.lead, HARDEST, cell.path, (key, name, "lead"), sources)
    for comparison in content.comparisons:
        _one(comparison.lead, HARDEST, comparison.path, ("lead",), sources)


def _one(text: str, hardest: float, path: str, where: Location, sources: Sources) -> None:
    if text and (found := grade(text)) > hardest:
        message = (
            f"reading grade {found:.1f} is above {hardest:.0f}; write shorter words or sentences"
        )
        sources.report(path, message, where)


def grade(text: str) -> float:
    """Reading grade of a text, in years of school; numbers to call count as one number."""
    import textstat  # type: ignore[import-untyped]

    return float(textstat.flesch_kincaid_grade(re.sub(r"\{\w+\}", "911", text)))
