"""Parts of the package that are installed only where they are used, such as the chat service."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import MissingExtraError


@contextmanager
def needed(extra: str) -> Iterator[None]:
    """Around imports of what an extra of the package installs.

    Args:
        extra: its name in `pyproject.toml`.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "bot":
            raise
        raise MissingExtraError(extra) from error
