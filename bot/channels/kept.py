"""A conversation that is kept in a file between two questions: ids of topics, no words."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import InputError

if TYPE_CHECKING:  # a file that is no conversation is refused before anything is loaded
    from bot.dialogue.state import State


def read(path: Path) -> dict[str, Any] | None:
    """The state that a file holds; None when there is no such file.

    Raises:
        InputError: the file holds none, cannot be read, or has no folder to be begun in.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise InputError(f"cannot write {path}: {os.strerror(errno.ENOENT)}") from None
        return None
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or "v" not in found:
        raise InputError(f"{path} holds no conversation; name another file")
    return found


def write(path: Path, state: State) -> None:
    """Write a state, for its owner's eyes only.

    Raises:
        InputError: the file cannot be written.
    """
    try:
        path.touch(mode=0o600)
        path.write_text(json.dumps(state.to_dict()) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
