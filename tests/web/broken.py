"""`net-guide serve` with a bot that fails at every message and quotes it."""

from __future__ import annotations

import sys
from typing import Any

from bot import Bot
from bot.cli.main import main


def fail(self: Bot, message: str, state: object = None, **_: object) -> Any:
    """Fail, unless it is the service that warms up."""
    if message != "hello":
        raise RuntimeError(f"cannot read {message!r} of {state!r}")


if __name__ == "__main__":
    Bot.reply = fail  # type: ignore[method-assign]
    sys.exit(main(sys.argv[1:]))
