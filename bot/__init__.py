"""NET Guide: an educational chatbot about neuroendocrine tumors that cites its every claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["Bot", "Choice", "Citation", "ContentError", "Reply", "State", "Turn", "__version__"]

if TYPE_CHECKING:
    from bot.dialogue.state import State
    from bot.engine import Bot
    from bot.errors import ContentError
    from bot.reply import Choice, Citation, Reply, Turn

_HOMES = {
    "Bot": "bot.engine",
    "State": "bot.dialogue.state",
    "ContentError": "bot.errors",
    "Choice": "bot.reply",
    "Citation": "bot.reply",
    "Reply": "bot.reply",
    "Turn": "bot.reply",
}


def __getattr__(name: str) -> Any:
    """Import the public names on first use, so that `--version` does not pay for spaCy."""
    if name not in _HOMES:
        raise AttributeError(f"module 'bot' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
