"""Danger that is said in a language which the bot does not speak: short lists of phrases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.content.language_schema import ForeignAlarmShape
from bot.language.words import ends

_GAP = r"(?:\s+\S+){0,3}?\s+"
"""A lone * between words: up to three words."""
_UNSPACED_GAP = ".{0,4}?"
"""A * where words are not spaced: up to four characters."""
_MOST = 4000
"""Characters of a message in which phrases are looked for: the first and the last ones."""
_LETTERS = 2
"""Letters of a phrase by which it is looked for; a stem has as many at least."""
_WORD = re.compile(r"\S+")
_ENDS = ".!?\u3002\uff01\uff1f\u0964\u061f"
_FOLDED = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d"})
"""Letters that differ from their plain form by more than an accent."""


@dataclass(frozen=True)
class ForeignAlarm:
    """Danger said in another language."""

    language: str
    intent: str


class ForeignAlarms:
    """Finds the phrases of data/language/foreign_alarms.yaml."""

    def __init__(self, languages: Mapping[str, ForeignAlarmShape]) -> None:
        self._phrases = [
            _Phrases(ForeignAlarm(language, intent), phrases, each.spaced, denied)
            for language, each in languages.items()
            for denied in [tuple(" " * each.spaced + fold(word) for word in each.negations)]
            for intent, phrases in (("crisis", each.crisis), ("emergency", each.emergency))
            if phrases
        ]

    def find(self, text: str, language: str | None) -> ForeignAlarm | None:
        """The alarm of a message that is not English, or None.

        Args:
            text: as written.
            language: that the message seems to be in; its alarms come first.
        """
        folded = fold(ends(text, _MOST))
        found = [each.alarm for each in self._phrases if each.stand_in(folded)]
        own = [alarm for alarm in found if alarm.language == language]
        return next(iter([*own, *found]), None)


@dataclass(frozen=True)
class _Phrases:
    """The phrases of one alarm in one language."""

    alarm: ForeignAlarm
    phrases: tuple[str, ...]
    spaced: bool
    negations: tuple[str, ...]

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        """Patterns by the first letters of their first words; all under "" without spaces."""
        return _patterns(self.phrases, spaced=self.spaced)

    @cached_property
    def _compiled(self) -> dict[str, re.Pattern[str]]:
        """Those that a message had the first letters of: all of them would take a while."""
        return {}

    def _pattern(self, start: str) -> re.Pattern[str] | None:
        if start in self._sources and start not in self._compiled:
            self._compiled[start] = re.compile(self._sources[start])
        return self._compiled.get(start)

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in a folded text, and no negation right before it."""
        return any(
            not f" {text[: match.start()]}".rstrip().endswith(self.negations)
            for match in self._matches(text)
        )

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        everywhere = self._pattern("")
        if everywhere:
            yield from everywhere.finditer(text)
            return
        end = 0
        # Only where a word starts as a phrase does: nobody shall make others wait.
        for start in _starts(text):
            pattern = self._pattern(text[start : start + _LETTERS])
            match = pattern.match(text, start) if pattern and start >= end else None
            if match:
                end = match.end()
                yield match


@lru_cache(maxsize=1)
def _starts(text: str) -> tuple[int, ...]:
    """Where the words of a text start."""
    return tuple(found.start() for found in _WORD.finditer(text))


def fold(text: str) -> str:
    """Lower case without accents, and a point alone for all punctuation: people type in haste."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_FOLDED)
    kept = "".join(_spoken(c) for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())


def _spoken(character: str) -> str:
    """The ends of sentences stay: "No. Quiero morir" denies nothing."""
    if character in _ENDS:
        return " . "
    return " " if unicodedata.category(character)[0] in "PS" else character


def _patterns(phrases: tuple[str, ...], *, spaced: bool) -> dict[str, str]:
    if not spaced:
        return {"": "|".join(map(_unspaced, phrases))}
    by_start: dict[str, list[str]] = {}
    for each in phrases:
        by_start.setdefault(f"{fold(each)} "[:_LETTERS], []).append(_spaced(each))
    return {start: "|".join(found) for start, found in by_start.items()}


def _spaced(phrase: str) -> str:
    pattern, gap = "", ""
    for part in phrase.split():
        if part == "*":
            gap = _GAP
            continue
        word = re.escape(fold(part.removesuffix("*"))) + (r"\S*" if part.endswith("*") else "")
        pattern += (gap or (r"\s+" if pattern else "")) + word
        gap = ""
    return rf"(?<!\S){pattern}(?!\S)"


def _unspaced(phrase: str) -> str:
    return _UNSPACED_GAP.join(re.escape(fold(part)) for part in phrase.split("*"))
