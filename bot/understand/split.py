"""Where a sentence may hold more than one question."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

MOST_PIECES = 4
_SMALLEST_QUESTION = 2
_SHORT = 2
"""Words after a question word up to which it asks without a verb: 'what symptoms'."""


class Splitter:
    """Cuts a sentence by the cues of data/language/cues.yaml.

    Args:
        cues: words by the name of their list.
    """

    def __init__(self, cues: Mapping[str, Sequence[str]]) -> None:
        self._joiners = frozenset(cues.get("joins_questions", ()))
        self._question_words = frozenset(cues.get("question_words", ()))
        self._leads_into = frozenset(cues.get("leads_into", ()))
        self._verbs = frozenset(cues.get("asking_verbs", ()))
        self._contracted = frozenset(cues.get("contracted_questions", ()))
        self._pronouns = frozenset(cues.get("question_pronouns", ()))

    def pieces(self, words: Sequence[str], names: Collection[int] = ()) -> list[tuple[str, ...]]:
        """The pieces of a sentence that may each be a question; one when it cannot be split.

        Args:
            names: places inside of names, which are not taken apart.

        >>> cues = {"joins_questions": ["and"], "question_words": ["which"]}
        >>> Splitter(cues).pieces("what is it and which kinds are there".split())
        [('what', 'is', 'it'), ('which', 'kinds', 'are', 'there')]
        """
        possible = (index for index in range(1, len(words)) if index not in names)
        cuts = [index for index in possible if self._may_start(words, index)]
        cuts = [cut for cut, before in zip(cuts, [0, *cuts], strict=False) if cut - before >= 1]
        starts = [0, *cuts[: MOST_PIECES - 1]]
        found = [tuple(words[a:b]) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
        stripped = [self._without_joiners(piece) for piece in found]
        return [piece for piece in stripped if piece] or [tuple(words)]

    def _may_start(self, words: Sequence[str], index: int) -> bool:
        word, before = words[index], words[index - 1]
        if before in self._joiners:
            return True
        far_enough = index >= _SMALLEST_QUESTION and len(words) - index >= _SMALLEST_QUESTION
        if word not in self._question_words or not far_enough or before in self._leads_into:
            return False
        return word in self._contracted or self._asks(words[index + 1 : index + 4])

    def _asks(self, after: Sequence[str]) -> bool:
        """Whether words after a question word have the order of a question, not of a clause.

        >>> splitter = Splitter({"asking_verbs": ["are"], "question_pronouns": ["they"]})
        >>> splitter._asks(["are", "they", "found"]), splitter._asks(["they", "are", "found"])
        (True, False)
        >>> splitter._asks(["symptoms"])
        True
        """
        verbs = (number for number, word in enumerate(after) if word in self._verbs)
        verb = next(verbs, None)
        if verb is None and len(after) > _SHORT:
            return False
        return not any(word in self._pronouns for word in after[:verb])

    def _without_joiners(self, piece: tuple[str, ...]) -> tuple[str, ...]:
        start, end = 0, len(piece)
        while start < end and piece[start] in self._joiners:
            start += 1
        while end > start and piece[end - 1] in self._joiners:
            end -= 1
        return piece[start:end]
