"""Recognises a message in a language that the bot does not speak."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence

from bot.content.language_schema import ForeignLanguageShape

_SCRIPT_SHARE = 0.3
_WORD_SHARE = 0.4
_MAY_BE_SHARE = 0.4


class ForeignLanguages:
    """Scripts by their characters, languages in Latin script by their common words."""

    def __init__(
        self, languages: Sequence[ForeignLanguageShape], is_english: Callable[[str], bool]
    ) -> None:
        self._languages = languages
        self._words = {each.language: frozenset(each.words) for each in languages}
        self._is_english = is_english

    def recognise(self, text: str, words: Sequence[str]) -> str | None:
        """Code of the language that a message is written in, or None for English or unknown."""
        return self._by_script(text) or self._by_words(words)

    def may_be(self, words: Sequence[str]) -> bool:
        """Whether many words are not English: enough for looking for danger in other languages."""
        unknown = [word for word in words if not self._is_english(word)]
        return len(unknown) >= _MAY_BE_SHARE * len(words)

    def _by_script(self, text: str) -> str | None:
        counts = {each: count for each, count in Counter(text).items() if each.isalpha()}
        letters = sum(counts.values())
        for each in self._languages:
            name = each.script.upper()
            if not name or not letters:
                continue
            written = sum(n for each, n in counts.items() if name in unicodedata.name(each, ""))
            if written / letters > _SCRIPT_SHARE:
                return each.language
        return None

    def _by_words(self, words: Sequence[str]) -> str | None:
        distinct = [word for word in words if word.isalpha()]
        if not distinct:
            return None
        counts = {
            code: sum(word in known for word in distinct) for code, known in self._words.items()
        }
        code = max(counts, key=lambda each: counts[each], default=None)
        if code is None or counts[code] == 0:
            return None
        foreign = [
            word for word in distinct if word in self._words[code] or not self._is_english(word)
        ]
        enough = counts[code] >= 2 or (len(distinct) <= 3 and len(foreign) == len(distinct))
        return code if enough and len(foreign) / len(distinct) >= 1 - _WORD_SHARE else None
