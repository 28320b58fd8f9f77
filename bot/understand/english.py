"""Everyday English, so that a word which is spelled well is not read as another."""

from __future__ import annotations

_LEAST = 50
"""Times that a word stands in the texts of the list; rarer ones may be slips themselves."""


def dictionary() -> frozenset[str]:
    """Words in matching form (lower case, no apostrophes), from pyspellchecker's list.

    Reading it takes a while, so only building a lexicon does.
    """
    from spellchecker import SpellChecker

    counts: dict[str, int] = SpellChecker().word_frequency.dictionary
    words = (word.replace("'", "") for word, count in counts.items() if count >= _LEAST)
    return frozenset(word for word in words if word.isalpha())
