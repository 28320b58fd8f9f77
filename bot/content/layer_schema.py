"""The shape of data/content.yaml: what a content is about, and what it builds on."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.content.schema import Shape


class ContentShape(Shape):
    """data/content.yaml"""

    extends: Literal["", "common"] = ""
    """The layer below; empty for a content that has everything itself."""
    words: dict[str, str] = Field(default_factory=dict)
    """What stands for the disease in the texts of that layer."""
