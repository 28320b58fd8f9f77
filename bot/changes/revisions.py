"""Revisions of git that a content is kept in. Reads no content: that takes longer."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.content.files import CONTENT_FOLDERS
from bot.errors import InputError

_KEPT = (*CONTENT_FOLDERS, "tests", "bot/common")


def commit(name: str, home: Path) -> str:
    """The commit that a revision means.

    Args:
        home: the content whose repository has the revision.

    Raises:
        InputError: there is no such revision.
    """
    found = _git(home, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found is None:
        raise InputError(
            f"'{name}' is neither a folder nor a page of text nor a revision of {home}; correct it"
        )
    return found.decode().strip()


@contextmanager
def folder(name: str, home: Path) -> Iterator[Path]:
    """A folder with the files of a revision, for as long as it is needed.

    Raises:
        InputError: there is no such revision, or it has no content.
    """
    revision = commit(name, home)
    kept = [
        each for each in _KEPT if _git(home, "cat-file", "-e", f"{revision}:./{each}") is not None
    ]
    archive = _git(home, "archive", "--format=tar", revision, *kept) if kept else None
    if archive is None:
        raise InputError(f"revision '{name}' of {home} has no content in it; name another")
    with TemporaryDirectory() as made, tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            found = tar.extractfile(member) if member.isfile() else None
            if found:
                target = Path(made) / member.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(found.read())
        yield Path(made)


def _git(home: Path, *arguments: str) -> bytes | None:
    """What git prints; None when it fails or is not there."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell; a revision is one argument
            ["git", "-C", str(home), *arguments],  # noqa: S607 - the git of the path
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
