"""What somebody says that they did not ask: "I wasn't asking how long she has got. I meant …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.content.library import Content
from bot.language.rules import Alarm, RuleBook
from bot.language.terms import TermIndex
from bot.language.words import words_of
from bot.understand.selection import Sentences

_OPENING = 3
"""Words within which a sentence must say so."""
_MOST_ALONE = 3
"""Words of a sentence that only rejects: "Not surgery."."""
_MOST_REJECTED = 4
"""Words after "not the" up to which it says only what was not asked."""


class Denied:
    """Leaves such sentences out where another one says what was asked. Danger is read in all."""

    def __init__(
        self, content: Content, rules: RuleBook, names: Callable[[Sequence[str]], Sequence[str]]
    ) -> None:
        """
        Args:
            names: finds the subjects that words name.
        """
        self._names = names
        self._carries = content.carries
        self._denier = next(iter(content.cues.get("denier", ())), "")
        self._rejected = _rejected(content.cues.get("rejects", ()))
        self._rejecting = frozenset(content.cues.get("rejects_alone", ()))
        self._cues = TermIndex(content.cues.get("denies_question", ()))
        self._rules = rules
        self._urgent = {each.intent for each in content.guardrails if each.urgent}

    def apart(self, text: str) -> str:
        """'The groups, not the trials' is read as 'The groups. Not asking about the trials.'.

        A subject that is left out is found in its sentence, which says what is meant instead.
        """
        return self._rejected.sub(self._said_apart, text) if self._denier else text

    def _said_apart(self, found: re.Match[str]) -> str:
        if any(map(self._carries, self._names(words_of(found["what"])))):
            return found[0]
        return f". {self._denier} {found['what']}. "

    def is_denial(self, words: Sequence[str]) -> bool:
        """Whether a sentence says what was not asked: "I never asked …", "Not surgery."."""
        if words[:1] and words[0] in self._rejecting and len(words) <= _MOST_ALONE:
            return True
        return any(hit.start < _OPENING for hit in self._cues.hits(words))

    def without(self, given: Sentences) -> Sentences:
        """A message without them; unchanged where nothing else is said."""
        # "Not asking about carcinoid, I mean ...": what is named in it is what was asked about.
        kept = [
            any(map(self._carries, each.view.named)) or not self.is_denial(each.view.words)
            for each in given.sentences
        ]
        if all(kept) or not any(kept):
            return given
        both = zip(given.sentences, given.pieces, kept, strict=True)
        left = [(sentence, pieces) for sentence, pieces, keep in both if keep]
        return replace(
            given, sentences=[each for each, _ in left], pieces=[e for _, e in left], whole=None
        )

    def alarms(
        self, found: Sequence[Alarm], written: Sequence[tuple[str, ...]]
    ) -> tuple[Alarm, ...]:
        """The alarms of a message; personal ones only of what was asked.

        Args:
            found: those of all sentences.
            written: the sentences.
        """
        kept = [each for each in written if not self.is_denial(each)]
        if not kept or len(kept) == len(written):
            return tuple(dict.fromkeys(found))
        asked = set(self._rules.alarms(kept))
        return tuple(
            dict.fromkeys(each for each in found if each.intent in self._urgent or each in asked)
        )


def _rejected(cues: Sequence[str]) -> re.Pattern[str]:
    """Finds what is rejected between two marks, or at an end: ', not the trials'."""
    openings = "|".join(map(re.escape, sorted(cues, key=len, reverse=True))) or "(?!)"
    what = rf"\w[\w'’-]*(?:[ ]\w[\w'’-]*){{0,{_MOST_REJECTED - 1}}}"
    return re.compile(
        rf"(?:^|[,;])\s*(?:no,?\s+)?(?:{openings})\s+(?P<what>{what})\s*(?:[,;.!?]|$)",
        re.IGNORECASE,
    )
