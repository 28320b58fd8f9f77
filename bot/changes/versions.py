"""Reads a version of a content: a folder, or a revision of git that the content is kept in."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.content import files, load
from bot.content.files import CONTENT_FOLDERS, Sources
from bot.content.library import Content
from bot.errors import InputError
from bot.testing import conversations
from bot.testing.conversations import Conversation

CONVERSATIONS = Path("tests") / "conversations"
_KEPT = (*CONTENT_FOLDERS, "tests", "bot/common")


@dataclass(frozen=True)
class Version:
    """A content with its conversations, and the lines on which things stand in its files."""

    content: Content
    sources: Sources
    talks: tuple[tuple[str, Conversation], ...]
    """Conversations, each with its path below the folder."""

    def place(self, path: str, *location: str | int) -> tuple[str, int]:
        """The file that a part of the content is from, and its line; line 1 if not known."""
        return self.sources.place(path, location)


def read(name: str, home: Path) -> Version:
    """A version of a content.

    Args:
        name: a folder, or a revision of git.
        home: the content whose repository has the revision.

    Raises:
        InputError: there is neither such a folder nor such a revision.
        ContentError: the content cannot be read.
    """
    if Path(name).is_dir():
        return _folder(Path(name))
    with _revision(name, home) as folder:
        return _folder(folder)


def _folder(folder: Path) -> Version:
    raw = files.read_folder(folder)
    sources = Sources.parse(raw)
    content = load.build(sources, files.digest(raw))
    sources.raise_problems()
    held = folder / CONVERSATIONS
    found = [
        (path.relative_to(folder).as_posix(), each)
        for path in (conversations.find([held]) if held.is_dir() else ())
        for each in conversations.load(path)
    ]
    return Version(content, sources, tuple(found))


@contextmanager
def _revision(name: str, home: Path) -> Iterator[Path]:
    """A folder with the files of a revision, for as long as it is needed."""
    commit = _git(
        home, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    if commit is None:
        raise InputError(
            f"'{name}' is neither a folder nor a page of text nor a revision of {home}; correct it"
        )
    revision = commit.decode().strip()
    kept = [
        each for each in _KEPT if _git(home, "cat-file", "-e", f"{revision}:./{each}") is not None
    ]
    archive = _git(home, "archive", "--format=tar", revision, *kept) if kept else None
    if archive is None:
        raise InputError(f"revision '{name}' of {home} has no content in it; name another")
    with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            found = tar.extractfile(member) if member.isfile() else None
            if found:
                target = Path(folder) / member.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(found.read())
        yield Path(folder)


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
