"""Marks the subjects that an utterance names, in Rasa's notation for entities."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.content.library import Content
from bot.language.subjects import SubjectFinder
from bot.language.words import word_forms

ENTITY = "subject"
_WORD = re.compile(r"\.?\w(?:[\w.'’]*\w)?")

_forms = lru_cache(maxsize=1 << 15)(word_forms)
"""The same few thousand words stand in all lines."""


class Annotator:
    """Finds subjects as the bot does."""

    def __init__(self, content: Content) -> None:
        self._finder = SubjectFinder(content, content.spelling)
        self._spelling = content.spelling

    def annotate(self, text: str) -> str:
        """The text with each full name of a subject marked; unchanged when it has brackets.

        In the short notation: Rasa checks each mark in the long one against a schema, which takes
        it most of the time that it reads our lines in.
        """
        if "[" in text or "]" in text:
            return text
        marked, end = "", 0
        for start, stop, subject in self._places(text):
            marked += f"{text[end:start]}[{text[start:stop]}]({ENTITY}:{subject})"
            end = stop
        return marked + text[end:]

    def _places(self, text: str) -> list[tuple[int, int, str]]:
        words: list[str] = []
        places: list[tuple[int, int]] = []
        for found in _WORD.finditer(text):
            for form in _forms(found.group()):
                words.append(self._spelling.get(form, form))
                places.append(found.span())
        return [
            (places[each.start][0], places[each.end - 1][1], each.subject)
            for each in self._finder.find(words)
            if not each.loose
        ]
