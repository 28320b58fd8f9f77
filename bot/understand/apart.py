"""Lines of a content taken apart: several look at each, and it takes a while."""

from __future__ import annotations

from functools import lru_cache

from bot.language.words import Sentence, clean, sentences


@lru_cache(maxsize=1 << 17)
def apart(line: str) -> tuple[Sentence, ...]:
    """The sentences of a line, not of somebody's message: it is kept until `forget`."""
    return sentences(clean(line))


def forget() -> None:
    """Let go of all lines, once all is learnt."""
    apart.cache_clear()
