"""The first words of a chat, read off the content before any of it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.content import strict_yaml

_PHRASES = Path("responses") / "phrases.yaml"
WELCOME = "welcome"


def phrases(folder: Path) -> Mapping[str, str]:
    """The phrases of a content folder, unchecked; empty when they cannot be read.

    What is wrong with them is said by the one who loads the content.
    """
    try:
        text = (folder / _PHRASES).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    parsed, problems = strict_yaml.parse(text, str(_PHRASES))
    if problems or not isinstance(parsed.data, dict):
        return {}
    return {name: text for name, text in parsed.data.items() if isinstance(text, str)}
