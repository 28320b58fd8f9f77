"""Where a sentence may hold more than one question."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

MOST_PIECES = 4
_SMALLEST_QUESTION = 2
_OPENING = 3
"""Words among which one opens a question: "so what are …"."""
_LEAST_APART = 2
"""Words of a question that stands before another one."""
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
        self._opens = frozenset(cues.get("opens_question", ()))
        self._pronouns = frozenset(cues.get("question_pronouns", ()))
        self._turned = self._pronouns | frozenset(cues.get("turned_subjects", ()))

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

    def apart(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """What are two questions by their form: both open as one, a joining word between them.

        >>> cues = {"joins_questions": ["and"], "question_words": ["how", "what"]}
        >>> cues |= {"asking_verbs": ["is"], "question_pronouns": ["it"], "opens_question": ["is"]}
        >>> Splitter(cues).apart("is it rare and how is it found".split())
        [('is', 'it', 'rare'), ('how', 'is', 'it', 'found')]
        >>> Splitter(cues).apart("is it known what it is and how it is found".split())
        [('is', 'it', 'known', 'what', 'it', 'is', 'and', 'how', 'it', 'is', 'found')]
        """
        cuts = [0]
        for index in range(_LEAST_APART + 1, len(words) - 1):
            joined = words[index - 1] in self._joiners and index - cuts[-1] > _LEAST_APART
            if joined and self._opens_apart(words[index:]):
                cuts.append(index)
        if self._opens.isdisjoint(words[:_OPENING]):
            return [tuple(words)]
        ends = [*cuts[1:], len(words)]
        return [self._without_joiners(words[a:b]) for a, b in zip(cuts, ends, strict=True)]

    def _opens_apart(self, words: Sequence[str]) -> bool:
        """'How is …', 'is it …', 'are there …': whether words have the form of a question."""
        if words[0] in self._question_words:
            return self._in_order(words[0], words[1:4])
        return words[0] in self._verbs and words[1] in self._turned

    def _in_order(self, word: str, after: Sequence[str]) -> bool:
        """Whether there is a verb behind a question word, and no pronoun before it."""
        verb = any(each in self._verbs for each in after)
        return word in self._contracted or (verb and self._asks(after))

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

    def _without_joiners(self, piece: Sequence[str]) -> tuple[str, ...]:
        start, end = 0, len(piece)
        while start < end and piece[start] in self._joiners:
            start += 1
        while end > start and piece[end - 1] in self._joiners:
            end -= 1
        return tuple(piece[start:end])
