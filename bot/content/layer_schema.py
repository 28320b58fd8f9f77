"""The shape of data/content.yaml: what a content is about, and what it builds on."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from bot.content.schema import Shape


class ContentShape(Shape):
    """data/content.yaml"""

    WORDS: ClassVar[frozenset[str]] = frozenset(
        [
            "bot",
            "condition",
            "a_condition",
            "conditions",
            "pages",
            "sources",
            "these",
            "short",
            "root",
        ]
    )
    """Words that texts of the common layer have in braces."""

    extends: Literal["", "common"] = ""
    """The layer below; empty for a content that has everything itself."""
    words: dict[str, str] = Field(default_factory=dict)
    """What stands for the disease in the texts of that layer."""
