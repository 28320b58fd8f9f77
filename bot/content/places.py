"""Where content is found."""

from __future__ import annotations

from pathlib import Path

PACKAGED_CONTENT = Path(__file__).parents[1] / "_content"


def default_content() -> Path:
    """The content that comes with NET Guide: packaged, or the checkout's own."""
    return PACKAGED_CONTENT if PACKAGED_CONTENT.is_dir() else Path(__file__).parents[2]


def common(folder: Path) -> Path:
    """What every health page needs: of the checkout that a content stands in, or the package's."""
    beside = folder / "bot" / "common"
    return beside if beside.is_dir() else Path(__file__).parents[1] / "common"
