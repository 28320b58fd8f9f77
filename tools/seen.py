"""A content as what is learnt from its lines needs it: read, and with what looks at lines."""

from __future__ import annotations

from pathlib import Path

from bot.classify.encoder import Encoder
from bot.content import files, load
from bot.content.files import Sources
from bot.content.library import Content
from bot.understand import lexicon
from bot.understand.seen import Seer
from bot.understand.view import Viewer

CONTENT = Path(__file__).resolve().parents[1]
"""The folder of our own content."""


def read(folder: Path, encoder: Encoder) -> tuple[Content, Seer]:
    """A content folder, and what looks at its lines.

    Raises:
        ContentError: the content has mistakes.
    """
    raw = files.read_folder(folder)
    sources = Sources.parse(raw)
    content = load.build(sources, files.digest(raw))
    sources.raise_problems()
    return content, Seer(content, Viewer(content, lexicon.build(content, encoder.words)))
