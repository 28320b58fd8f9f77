"""What can be typed in a terminal besides questions."""

from __future__ import annotations

from difflib import get_close_matches

TARGETS = {
    "/topics": "/topics",
    "/types": "/show_types",
    "/sources": "/show_sources",
    "/back": "/back",
    "/restart": "/restart",
}
"""Commands that are a choice in the conversation, and its payload."""
WHY = "/why"
LEAVE = ("/quit", "/exit")
COMMANDS = ("/help", *TARGETS, WHY, LEAVE[0])
"""Those that /help lists."""
EVERY_COMMAND = (*COMMANDS, *LEAVE[1:])


def nearest(typed: str) -> str:
    """The command that somebody must have meant; empty when that is not clear.

    >>> nearest("/sorces"), nearest("/top"), nearest("/xyz")
    ('/sources', '/topics', '')
    """
    begun = [each for each in EVERY_COMMAND if each.startswith(typed)]
    found = begun if len(begun) == 1 else get_close_matches(typed, EVERY_COMMAND, n=1)
    return found[0] if found else ""
