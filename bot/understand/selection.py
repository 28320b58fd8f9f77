"""Which parts of a message are its questions, and how each is read beside the whole message."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.content.library import Content
from bot.language.words import name_words
from bot.understand.reading import Segment, View

_ASPECTS = "aspects"
SMALL_TALK = "smalltalk"
"""Group of intents that a story around a question may have, and the question has not."""
MOST_QUESTIONS = 3
"""Questions of one message that are answered."""
_PLAINLY = 0.5
"""From this probability a part without a question mark is small talk, whatever its form."""
_SURE_TALK = 0.8
"""From this probability a whole message is small talk, though a part of it may seem to ask."""
ASKS = 0.5
"""Probability from which a part asks something."""
_TOPIC = 0.6
"""From this probability a few words are the name of an aspect."""
_MOST_OF_TOPIC = 5
"""So many words at most, with the name that it is asked of."""
_CONFIRM = ("confirm_same", "is_it_there")
"""Intents that ask whether something is true, or told: what was said, or is claimed beside it."""
_CLAIMED = 0.5
"""From this probability a part beside such a question says what is to be true."""
_SAD_ALONE = 0.5
"""From this probability a part that wants a kind word is replied to where nothing is asked …"""
_SAD_AT_ALL = 0.03
"""… if the whole message is at least this likely such a one."""
_WHOLE_CLEAR = 0.5
"""From this probability a message that asks nothing is taken as a whole."""
_POLITE = 0.5
"""From this probability a part is a courtesy that is replied to before a remark."""
_SAD_ENOUGH = 0.7
"""From this probability a sentence beside a question gets a kind word."""


@dataclass(frozen=True)
class Sentences:
    """A message, classified in every way that it can be cut."""

    sentences: Sequence[Segment]
    pieces: Sequence[Sequence[Segment]]
    """For each sentence, the pieces that may be questions of their own; none or several."""
    whole: Segment | None
    """All sentences as one, when there are several and they are not too long for it."""


@dataclass(frozen=True)
class Chosen:
    """A question of a message."""

    part: Segment
    beside: Segment | None = None
    """What it is a part of and is read together with, when it is the only question."""
    asks: bool = False
    """Whether it is put as a question, beside parts that may be none."""


class Selection:
    """Chooses among the sentences of a message, their pieces, and the whole."""

    def __init__(self, content: Content) -> None:
        self._courtesies = {each.id for each in content.intents.values() if each.courtesy}
        small_talk = [e for e in content.intents.values() if e.group == SMALL_TALK]
        self._small_talk = {each.id for each in small_talk}
        self._remarks = {each.id for each in small_talk if each.tells}
        self._aspects = {e.id for e in content.intents.values() if e.group == _ASPECTS}
        self._felt = {e.id for e in content.intents.values() if e.kind_word}
        self._urgent = {each.intent for each in content.guardrails if each.urgent}
        self._between_names = frozenset(
            word for cue in ("articles", "joins_questions") for word in content.cues.get(cue, ())
        )
        self._asides = frozenset(map(name_words, content.cues.get("asides", ())))

    def questions(self, given: Sentences) -> list[Chosen]:
        """The questions of a message in order; what it is about when it asks nothing."""
        cut = [
            self._split(sentence, pieces)
            for sentence, pieces in zip(given.sentences, given.pieces, strict=True)
        ]
        parts = [part for each in cut for part in each]
        asking = self._asking(parts)
        if len(asking) > 1:
            return [Chosen(each, asks=True) for each in asking[:MOST_QUESTIONS]]
        if not asking or self._only_seems_to_ask(asking[0], given.whole):
            return [Chosen(self._unasked(parts, given.whole))]
        around = given.whole or given.sentences[0]
        part = self._claim(parts) if asking[0].ranking[0].intent in _CONFIRM else None
        part = part or asking[0]
        return [Chosen(part, around if around is not part else None, asks=len(parts) > 1)]

    def _claim(self, parts: Sequence[Segment]) -> Segment | None:
        """'I read that it can grow for years unseen. Is that true?' asks about the claim."""
        likely = [each for each in parts if each.ranking[0].intent in self._aspects]
        best = max(likely, key=lambda each: each.ranking[0].probability, default=None)
        return best if best and best.ranking[0].probability >= _CLAIMED else None

    def _split(self, sentence: Segment, pieces: Sequence[Segment]) -> Sequence[Segment]:
        """The pieces of a sentence, when several of them ask for themselves."""
        if any(self._only_names(each.view) for each in pieces):
            return [sentence]  # "a functional and a nonfunctional pNET"
        return pieces if len(self._asking(pieces)) > 1 else [sentence]

    def _only_names(self, view: View) -> bool:
        """Whether all words are a name's, but for what joins them: "and a carcinoid"."""
        joined = sum(word in self._between_names for word in view.words)
        named = sum(each.end - each.start for each in view.mentions)
        return named > 0 and named + joined >= len(view.words)

    def _asking(self, parts: Sequence[Segment]) -> list[Segment]:
        """The parts that ask something, each meaning once."""
        asking = [
            part
            for part in parts
            if self._asks(part)
            and not self._asks_nothing(part)
            and not (len(parts) > 1 and part.view.words in self._asides)
        ]
        by_meaning = {(e.ranking[0].intent, e.subjects): e for e in reversed(asking)}
        return list(by_meaning.values())[::-1]

    def _asks(self, part: Segment) -> bool:
        """Whether a part is a question, or in 'symptoms and treatment?' the name of a topic."""
        best, asking = part.ranking[0], part.view.asking
        topic = best.intent in self._aspects and best.probability >= _TOPIC
        return topic if asking is None else asking >= ASKS

    def _only_seems_to_ask(self, part: Segment, whole: Segment | None) -> bool:
        """Whether an unclear part stands in what is plainly small talk as a whole."""
        unclear = part.ranking[0].probability < _PLAINLY and not part.view.asks
        return whole is not None and unclear and self._asks_nothing(whole, _SURE_TALK)

    def _asks_nothing(self, part: Segment, plainly: float = _PLAINLY) -> bool:
        """Whether a part is a danger, or plainly small talk: "Five to ten years. Good heavens."."""
        best = part.ranking[0]
        talk = best.intent in self._small_talk and best.probability >= plainly
        return (best.intent in self._urgent or talk) and not part.view.asks

    def _unasked(self, parts: Sequence[Segment], whole: Segment | None) -> Segment:
        """What a message is about that asks nothing: not its thanks, where there is more."""
        sad = [e for e in parts if e.ranking[0].intent in self._felt]
        if whole and sum(map(whole.probability, self._felt)) < _SAD_AT_ALL:
            sad = []
        saddest = max(sad, key=lambda each: each.ranking[0].probability, default=None)
        if saddest and saddest.ranking[0].probability >= _SAD_ALONE:
            return saddest
        weighty = [e for e in parts if e.ranking[0].intent not in self._courtesies]
        found = [*([whole] if whole else []), *weighty]
        # All of it together knows better than a few words of it that happen to be clear.
        if whole and whole.ranking[0].probability >= _WHOLE_CLEAR:
            found = [whole]
        best = max(found or parts, key=lambda each: each.ranking[0].probability)
        return self._farewell(parts, best) or best

    def _farewell(self, parts: Sequence[Segment], best: Segment) -> Segment | None:
        """Thanks or a goodbye beside a remark: that is what wants a reply."""
        if best.ranking[0].intent not in self._remarks:
            return None
        polite = [e for e in parts if e.ranking[0].intent in self._courtesies]
        sure = [each for each in polite if each.ranking[0].probability >= _POLITE]
        return sure[-1] if sure else None

    def felt(self, given: Sentences) -> str:
        """What a part of a message feels that wants a kind word, the clearest; '' for none."""
        parts = [part for each in given.pieces for part in each]
        parts += given.sentences if len(given.sentences) > 1 else []
        best = [each.ranking[0] for each in parts if each.ranking[0].intent in self._felt]
        clear = [each for each in best if each.probability >= _SAD_ENOUGH]
        return max(clear, key=lambda each: each.probability).intent if clear else ""


def may_be_topics(words: Sequence[str], joiners: Collection[str]) -> list[tuple[str, ...]]:
    """'Symptoms', 'treatment': what stands between joining words, if it may be topics alone."""
    groups = groupby(words, key=joiners.__contains__)
    found = [tuple(some) for joins, some in groups if not joins]
    few = all(len(each) <= _MOST_OF_TOPIC for each in found)
    return found if few and len(found) > 1 else []
