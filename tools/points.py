"""Encodes the questions on answers and writes their vectors, so that no start has to.

    python -m tools.points

To be run when data/points has changed, or before a release. Without it nothing breaks: lines that
are new are encoded at the next start.
"""

from __future__ import annotations

from pathlib import Path

from bot.classify import OnnxEncoder
from bot.content import files, load
from bot.content.files import Sources
from bot.understand import lexicon, point_lines
from bot.understand.seen import Seer
from bot.understand.view import Viewer

CONTENT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Write the vectors."""
    encoder = OnnxEncoder.load()
    raw = files.read_folder(CONTENT)
    sources = Sources.parse(raw)
    content = load.build(sources, files.digest(raw))
    sources.raise_problems()
    seer = Seer(content, Viewer(content, lexicon.build(content, encoder.words)))
    lines = [each.text for each in point_lines.points_of(content)]
    point_lines.save(lines, seer, encoder)
    size = point_lines.PATH.stat().st_size / 1e6
    print(f"{len(lines)} questions on answers, {size:.1f} MB")


if __name__ == "__main__":
    main()
