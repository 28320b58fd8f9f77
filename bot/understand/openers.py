"""Words before a question that only lead up to it, or say that it puts something right."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import Content
from bot.language.words import Sentence, name_words

_COURTESY, _CORRECTION, _GOES_ON = "courtesy", "correction", "courtesy_goes_on"
_QUESTIONS = "opens_question"
_SHORTEST_QUESTION = 3
"""Words that must be left behind an opening courtesy, where no question mark stands."""


class Openers:
    """Takes the openings of data/language/cues.yaml off a sentence."""

    def __init__(self, content: Content) -> None:
        self._courtesies = _longest_first(content.cues.get(_COURTESY, ()))
        self._goes_on = frozenset(content.cues.get(_GOES_ON, ()))
        self._questions = frozenset(content.cues.get(_QUESTIONS, ()))
        self._corrections = _longest_first(content.cues.get(_CORRECTION, ()))

    def strip(self, sentence: Sentence) -> tuple[tuple[str, ...], bool]:
        """'Thanks, but no, I meant the symptoms' is read as 'the symptoms'; and if it corrects."""
        words, corrects = sentence.words, False
        before: tuple[str, ...] = ()
        while before != words:
            before = words
            rest = _without_opener(words, self._courtesies)
            # "Thank you, love" is no question: what is left must be able to be one.
            words = rest if sentence.asks or self._able_to_ask(rest) else words
            rest = _without_opener(words, self._corrections)
            corrects, words = corrects or rest != words, rest
        return words, corrects

    def _able_to_ask(self, rest: tuple[str, ...]) -> bool:
        goes_on = rest[0] in self._goes_on and self._questions.isdisjoint(rest)
        return len(rest) >= _SHORTEST_QUESTION and not goes_on


def _longest_first(cues: Sequence[str]) -> list[tuple[str, ...]]:
    return sorted({name_words(each) for each in cues}, key=len, reverse=True)


def _without_opener(words: tuple[str, ...], openers: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """'No, I meant the symptoms' is read as 'the symptoms'."""
    for opener in openers:
        if len(words) > len(opener) and words[: len(opener)] == opener:
            return words[len(opener) :]
    return words
