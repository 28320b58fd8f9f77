"""Reads a version of a content: a folder, or a revision of git that the content is kept in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.changes import revisions
from bot.content import files, load
from bot.content.files import Sources
from bot.content.library import Content
from bot.testing import conversations
from bot.testing.conversations import Conversation

CONVERSATIONS = Path("tests") / "conversations"


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
    with revisions.folder(name, home) as folder:
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
