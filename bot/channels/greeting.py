"""The first words of a chat, read off the content before any of it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.content import files

WELCOME = "welcome"


def phrases(folder: Path) -> Mapping[str, str]:
    """The phrases of a content folder, unchecked; empty when they cannot be read.

    What is wrong with them is said by the one who loads the content.
    """
    parsed, problems = files.read_one(folder, "responses/phrases.yaml")
    if problems or not isinstance(parsed, dict):
        return {}
    return {name: text for name, text in parsed.items() if isinstance(text, str)}
