"""What of a long message is read: both ends, and what the guardrails' rules know between them.

Reading costs processor time by the word, and nobody shall make others wait. So the middle is
only looked through for words that the rules need together; a clause that has them is asked in
earnest, and one that raises an alarm is read with the ends: danger first, and of personal
questions one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from bot.content.schema import GuardrailShape
from bot.language.pipeline import STOP_WORDS
from bot.language.rules import RuleBook
from bot.language.terms import parts_of

END_CHARACTERS = 480
"""Characters at each end of a message that are read …"""
END_WORDS = 80
"""… and words: short words cost as much as long ones."""
MOST_ASKED = 400
"""Words of clauses that look like danger, for which the rules are asked …"""
MOST_ASKED_PERSONAL = 120
"""… and of those that look like a question about a certain person's case alone."""
_CLAUSE = 24
"""Words of a clause; a longer sentence is cut into clauses that overlap by half."""
_WORD = re.compile(r"[^\W_]+|[#%]+")
_SENTENCE = re.compile(r"[.!?;…\n]+(?!\d)")
_SPOKEN = re.compile(r"\d+\.\d+|[^\W_]+")
_LONGEST_STEM = 8


class Middle:
    """Finds danger, and personal questions, in what is too much to be read."""

    def __init__(self, guardrails: Sequence[GuardrailShape], rules: RuleBook) -> None:
        """
        Args:
            guardrails: all; the urgent ones are looked for first.
            rules: of all of them.
        """
        self._rules = rules
        self._urgent = {each.intent for each in guardrails if each.urgent}
        self._exact: dict[str, int] = defaultdict(int)
        self._stems: dict[str, int] = defaultdict(int)
        self._pairs: dict[tuple[str, str], int] = defaultdict(int)
        """By two words that stand together, both too common to say anything alone."""
        self._number = 0
        self._needed: dict[bool, list[int]] = {True: [], False: []}
        """What the rules need, by whether their guardrail is urgent."""
        self._bits = 0
        self._lengths = range(1, _LONGEST_STEM + 1)
        for guardrail in guardrails:
            for rule in guardrail.rules:
                self._needed[guardrail.urgent].append(sum(map(self._note, rule.all_of)))

    def _note(self, group: Sequence[str]) -> int:
        """A bit for a group, set in each word that one of its terms cannot do without."""
        bit = 1 << self._bits
        self._bits += 1
        for term in group:
            parts = parts_of(term)
            # The longest that is no small word says most.
            part = max(parts, key=_says)
            if part == "#":
                self._number |= bit
            elif part in STOP_WORDS and len(parts) > 1 and "*" not in "".join(parts[:2]):
                self._pairs[parts[0], parts[1]] |= bit
            elif part.endswith("*"):
                self._stems[part[:-1][:_LONGEST_STEM]] |= bit
            else:
                self._exact[part] |= bit
        return bit

    def shortened(self, text: str) -> str:
        """A cleaned message as far as it is read; unchanged when it is not long."""
        first, last = _end(text), _start(text)
        if first >= last:
            return text
        # What stands across a cut is looked at with the middle.
        middle = text[_before(text, first) : _behind(text, last)]
        return "\n".join([text[:first], *self._alarming(middle), text[last:]])

    def _alarming(self, text: str) -> list[str]:
        """One clause for each urgent guardrail that is raised, and one for the personal ones."""
        danger: dict[str, str] = {}
        personal: list[str] = []
        left = {True: MOST_ASKED, False: MOST_ASKED_PERSONAL}
        for words, urgent in self._suspicious(text):
            left[urgent] -= len(words)
            if max(left.values()) < 0:
                break
            if left[urgent] < 0 or (personal and not urgent):
                continue
            for alarm in self._rules.alarms([words]):
                if alarm.intent in self._urgent:
                    danger.setdefault(alarm.intent, " ".join(words))
                elif not personal:
                    personal.append(" ".join(words))
        return list(dict.fromkeys([*danger.values(), *personal]))

    def _suspicious(self, text: str) -> Iterator[tuple[tuple[str, ...], bool]]:
        """Clauses that have a word for each group of a rule, and whether it is an urgent one."""
        marks: dict[str, int] = {}
        pairs = self._pairs
        known: dict[int, bool | None] = {}
        for words in _clauses(text):
            mask = 0
            for pair in pairwise(words):
                mask |= pairs.get(pair, 0)
            for word in words:
                if word not in marks:
                    marks[word] = self._mark(word)
                mask |= marks[word]
            if mask not in known:
                known[mask] = self._kind(mask)
            urgent = known[mask]
            if urgent is not None:
                yield words, urgent

    def _kind(self, mask: int) -> bool | None:
        """Whether an urgent rule may fire; None when no rule may."""
        for urgent, needed in self._needed.items():
            if any(mask & each == each for each in needed):
                return urgent
        return None

    def _mark(self, word: str) -> int:
        mark = self._exact.get(word, 0)
        if word[0].isdigit():
            mark |= self._number
        for length in self._lengths[: len(word)]:
            mark |= self._stems.get(word[:length], 0)
        return mark


def _says(part: str) -> tuple[bool, bool, int]:
    """How much a word of a term says; a gap and a number say nothing."""
    return part not in ("*", "#"), part not in STOP_WORDS, len(part)


def _end(text: str) -> int:
    """Where the first words of a text end."""
    read = list(islice(_WORD.finditer(text, 0, END_CHARACTERS), END_WORDS + 1))
    return read[-1].start() if len(read) > END_WORDS else END_CHARACTERS


def _start(text: str) -> int:
    """Where the last words of a text start."""
    behind = max(len(text) - END_CHARACTERS, 0)
    read = list(_WORD.finditer(text, behind))
    return read[-END_WORDS].start() if len(read) > END_WORDS else behind


def _before(text: str, place: int) -> int:
    """Where the last clause before a place starts."""
    starts = [found.start() for found in _WORD.finditer(text, 0, place)]
    return starts[-min(_CLAUSE, len(starts))] if starts else 0


def _behind(text: str, place: int) -> int:
    """Where the first clause behind a place ends."""
    ends = [found.end() for found in islice(_WORD.finditer(text, place), _CLAUSE)]
    return ends[-1] if ends else len(text)


def _clauses(text: str) -> Iterator[tuple[str, ...]]:
    """Each once."""
    plain = text.lower().replace("'", "")
    for sentence in dict.fromkeys(_SENTENCE.split(plain)):
        words = tuple(_SPOKEN.findall(sentence))
        yield from dict.fromkeys(overlapping(words, _CLAUSE))


def overlapping(words: tuple[str, ...], most: int) -> Iterator[tuple[str, ...]]:
    """The words in parts that overlap by half.

    >>> list(overlapping(("a", "b", "c", "d", "e"), 2))
    [('a', 'b'), ('b', 'c'), ('c', 'd'), ('d', 'e')]
    """
    for start in range(0, max(len(words) - most // 2, 1), most // 2):
        yield words[start : start + most]
