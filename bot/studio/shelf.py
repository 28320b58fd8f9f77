"""The content as it stands on disk now, read again when a file was saved."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.channels.web.pages import File
from bot.compose.composer import Composer
from bot.content import files, load
from bot.content.files import Sources
from bot.content.library import Content
from bot.content.stamps import Stamps, stamps
from bot.errors import ContentError
from bot.studio import pages
from bot.understand import soundness


@dataclass(frozen=True)
class Edition:
    """A content at one moment, and what was found of it."""

    content: Content
    sources: Sources

    def place(self, path: str) -> str:
        """File and line of a part of the content, with the layer that it is of; empty for none."""
        return ":".join(map(str, self.sources.place(path))) if path else ""

    @cached_property
    def composer(self) -> Composer:
        """What puts its answers into words."""
        return Composer(self.content)

    @cached_property
    def texts(self) -> File:
        """What the widget draws its answers with."""
        return pages.texts(self.content)


class Shelf:
    """Hands out the content of a folder.

    Args:
        folder: with data/, intents/ and responses/.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._stamps: Stamps = {}
        self._found: Edition | ContentError | None = None

    def edition(self) -> Edition:
        """The content as it stands now.

        Raises:
            ContentError: it has mistakes; all of them are listed.
        """
        with self._lock:
            now = stamps(self.folder)
            if self._found is None or now != self._stamps:
                self._stamps, self._found = now, _read(self.folder)
        if isinstance(self._found, ContentError):
            # A new one each time: an exception that is raised again grows with each of its ways.
            raise ContentError(self._found.problems)
        return self._found


def _read(folder: Path) -> Edition | ContentError:
    try:
        raw = files.read_folder(folder)
        sources = Sources.parse(raw)
        content = load.build(sources, files.digest(raw))
        soundness.check(content, sources)
        sources.raise_problems()
    except ContentError as error:
        return error
    return Edition(content, sources)
