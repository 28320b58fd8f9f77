"""The shape of data/content.yaml: what a content is about, and what it builds on."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.content.schema import Lines, Shape
from bot.content.subject_schema import KindShape


class ContentShape(Shape):
    """data/content.yaml"""

    extends: Literal["", "common"] = ""
    """The layer below; empty for a content that has everything itself."""
    words: dict[str, str] = Field(default_factory=dict)
    """What stands for the disease in the texts of that layer."""
    root: str
    """The subject of a question that names none."""
    kinds: dict[str, KindShape]
    """Kinds of subjects."""
    order: Lines = ()
    """Subjects in the order in which lists show them; all others come after these."""
