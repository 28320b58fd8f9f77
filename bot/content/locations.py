"""Where a thing of the content stands in its file."""

from __future__ import annotations

from bot.content.files import Sources
from bot.content.strict_yaml import Location


def place_of(statement: str, path: str, sources: Sources) -> Location:
    """The place of a statement in its document's file; the file's top when it is not found."""
    parsed = sources.files.get(path)
    for section, data in enumerate(parsed.data["sections"] if parsed else ()):
        for index, each in enumerate(data["statements"]):
            if each["id"] == statement:
                return ("sections", section, "statements", index)
    return ()
