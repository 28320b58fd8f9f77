"""All that a content is checked for."""

from __future__ import annotations

from bot.content import checks
from bot.content.files import Sources
from bot.content.library import Content
from bot.language import banks, leads, truth


def check(content: Content, sources: Sources) -> None:
    """Note every mistake of the content in `sources`."""
    for part in (checks, banks, truth, leads):
        part.check(content, sources)
