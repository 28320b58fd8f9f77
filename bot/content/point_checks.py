"""Checks of the questions on answers: each is asked of an answer, and settled or not, not both."""

from __future__ import annotations

from bot.content.files import Sources
from bot.content.library import Content
from bot.content.link_checks import plain
from bot.content.load import POINTS


def check(content: Content, sources: Sources) -> None:
    """Note every question that is asked of no answer, or stands twice."""
    where: dict[str, str] = {}
    for path in sources.below(POINTS):
        for folder in sources.files[path].data:
            if folder in where:
                message = f"'{folder}' also stands in {where[folder]}; put both together"
                sources.report(path, message, (folder,))
            where[folder] = path
    for (folder, intent), asked in content.points.items():
        path = where[folder]
        cell = content.cells.get((folder, intent))
        if cell is None or cell.kind != "answer":
            message = f"'{folder}/{intent}' is no answer of its own; remove it or correct the name"
            sources.report(path, message, (folder, intent))
        seen: dict[str, str] = {}
        for key, lines in (("told", asked.told), ("lacking", asked.lacking)):
            for line in lines:
                if plain(line) in seen:
                    message = f"'{line}' also stands under {seen[plain(line)]}; keep one"
                    sources.report_entry(path, message, (folder, intent, key), line)
                seen[plain(line)] = key
