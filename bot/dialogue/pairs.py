"""Whether a question sets two things beside each other."""

from __future__ import annotations

from bot.content.library import Content
from bot.dialogue.cues import CueBook
from bot.dialogue.state import State
from bot.understand.reading import Segment

OF_QUALITIES = ("kind_of", "compare", "overview")
"""Intents of which 'X or Y?' may ask: they tell what something is."""
_SAME = ("kind_of", "other_names")
"""Intents that ask whether two things are one."""
_PAIR = 2


class Pairs:
    """Reads the signs of two things: names, 'versus', something that the pages lack."""

    def __init__(self, content: Content, cues: CueBook) -> None:
        self._content = content
        self._cues = cues

    def tells_apart(self, intent: str, segment: Segment) -> bool:
        """'Is a carcinoid another name for a pNET?' asks to tell two things apart."""
        kinds = [self._content.subjects[each].kind for each in segment.elsewhere]
        if intent in OF_QUALITIES and self._cues.has(segment.view.words, "sets_apart"):
            return len(segment.view.named) > 1
        return intent == "other_names" and len(kinds) > 1 and len(set(kinds)) == 1

    def names_two(self, segment: Segment, state: State) -> bool:
        """Whether there can be a second thing to compare with, known or not."""
        names = {*segment.view.named, *segment.subjects}
        known = len(names) != 1 or state.pair or segment.view.outsider
        return bool(known) or self._cues.has(segment.view.words, "compare_signs")

    def with_the_last(self, intent: str, segment: Segment, state: State) -> tuple[str, ...]:
        """What was spoken of and the other one named: 'Is it a carcinoid, too?'; or nothing."""
        subjects, words = self._content.subjects, segment.view.words
        same = self._cues.has(words, "is_it_the_same")
        points = same or self._cues.opens(words, "is_it")
        last = state.last.subject if state.last else ""
        named = segment.view.named or _named_before(segment)
        if intent not in _SAME or not points or len(named) != 1 or last not in subjects:
            return ()
        alike = subjects[last].kind == subjects[named[0]].kind and not subjects[named[0]].quality
        apart = same or not self._content.is_lineage(last, named[0])
        apart = apart and named[0] not in (last, self._content.root)
        return (last, named[0]) if alike and apart else ()

    def ranked(self, segment: Segment, state: State) -> tuple[str, ...]:
        """The two of which one is to be said to be more so; or nothing."""
        words = segment.view.words
        if not (self._cues.has(words, "ranks") and self._cues.has(words, "both")):
            return ()
        named = [each for each in segment.elsewhere if self._content.carries(each)]
        pair = tuple(named) if named else state.pair
        return pair if len(pair) == _PAIR else ()

    def with_unknown(self, segment: Segment) -> bool:
        """'Carcinoid vs breast cancer': one of ours beside something that the pages lack."""
        outside = segment.view.outsider and any(map(self._content.carries, segment.subjects))
        return bool(outside) and self._cues.has(segment.view.words, "compare_signs")


def _named_before(segment: Segment) -> tuple[str, ...]:
    """The subjects that the sentences before a question name."""
    words = [each.words for each in segment.around]
    place = words.index(segment.view.words) if segment.view.words in words else 0
    return tuple(dict.fromkeys(name for view in segment.around[:place] for name in view.named))
