"""Encodes the questions on answers and writes their vectors, so that no start has to.

    python -m tools.points

To be run when data/points has changed, or before a release. Without it nothing breaks: lines that
are new are encoded at the next start.
"""

from __future__ import annotations

from bot.classify import OnnxEncoder
from bot.understand import point_lines
from tools import seen


def main() -> None:
    """Write the vectors."""
    encoder = OnnxEncoder.load()
    content, seer = seen.read(seen.CONTENT, encoder)
    lines = [each.text for each in point_lines.points_of(content)]
    point_lines.save(lines, seer, encoder)
    size = point_lines.PATH.stat().st_size / 1e6
    print(f"{len(lines)} questions on answers, {size:.1f} MB")


if __name__ == "__main__":
    main()
