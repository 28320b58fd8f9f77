"""Understands a message: the journey from text to a Reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.classify.cutting import Cutter, Part
from bot.classify.encoder import FloatArray
from bot.content.library import Content
from bot.language.foreign import ForeignLanguages
from bot.language.foreign_alarms import ForeignAlarms
from bot.language.negation import Negation
from bot.language.rules import RuleBook
from bot.language.spelling import Repair
from bot.language.subjects import most_exact
from bot.language.words import Sentence, clean, sentences, words_of
from bot.understand.about import About
from bot.understand.danger import read_danger
from bot.understand.denied import Denied
from bot.understand.lexicon import Lexicon
from bot.understand.middle import Middle, overlapping
from bot.understand.openers import Openers
from bot.understand.pieces import Piece, with_whole_names
from bot.understand.reading import Guess, Predictor, Reading, Segment, View
from bot.understand.selection import SMALL_TALK, Chosen, Selection, Sentences, may_be_topics
from bot.understand.share import LONGEST_WHOLE, MOST_PIECES, MOST_SENTENCES, OF_LONG_SENTENCE, Share
from bot.understand.view import Viewer

_RANKED = 20
_SEVERAL = 2
_CUT = 7
"""Words from which a message of one sentence may have parts."""
_CLEAR = 0.97
"""From this probability a question needs nothing of what stands around it."""
_TOLD = np.float32(0.15)
"""What is left of the probability of such an intent, for a part that asks."""
_DOUBT = 0.004
"""Added to probabilities before their logarithm is taken, so that none is ruled out."""


@dataclass(frozen=True)
class _Sentence:
    words: tuple[str, ...]
    """Spelling repaired."""
    raw: tuple[str, ...]
    asks: bool
    corrects: bool
    parts: tuple[Piece, ...] = ()
    """All of it, in order; none of what is not cut."""

    @property
    def asking(self) -> float:
        """How likely a part of it asks something."""
        return max((each.asking for each in self.parts), default=1.0)


class Understander:
    """Reads messages. Holds no state of a conversation."""

    def __init__(
        self, content: Content, lexicon: Lexicon, predictor: Predictor, cutter: Cutter
    ) -> None:
        self._content = content
        self.viewer = Viewer(content, lexicon)
        self._predictor = predictor
        self._rules = RuleBook(content.guardrails, Negation(content.negation))
        speller = self.viewer.speller
        self._share = Share(speller.knows)
        self._middle = Middle(content.guardrails, self._rules)
        self._denied = Denied(content, self._rules, self.viewer.names)
        self._foreign = ForeignLanguages(content.foreign, speller.knows)
        self._foreign_alarms = ForeignAlarms(content.foreign_alarms)
        self._openers = Openers(content)
        self._about = About(content)
        self._cutter = cutter
        self._joiners = frozenset(content.cues.get("joins_questions", ()))
        self._selection = Selection(content)
        self._groups = [content.intents[label].group for label in predictor.labels]
        asks_nothing = [content.intents[label].tells for label in predictor.labels]
        self._asks_nothing = np.array(asks_nothing)
        self._small_talk = np.array([each == SMALL_TALK for each in self._groups])
        self._urgent = [each.intent for each in content.guardrails if each.urgent]

    def read(self, message: str) -> Reading:
        """Understand a message of any length and content; never raises."""
        cleaned = clean(message)
        text = self._middle.shortened(cleaned)
        is_long = text != cleaned
        found = sentences(self._denied.apart(text))
        if not found:
            return Reading(text)
        words = [word for each in found for word in each.words]
        foreign = self._foreign.recognise(text, words)
        odd = foreign or self._foreign.may_be(words)
        repairs: list[Repair] = []
        cut = self._parts(found) if not is_long else [[] for _ in found]
        read = [
            self._read_sentence(each, parts, repairs)
            for each, parts in zip(found, cut, strict=True)
        ]
        written, repaired = [each.raw for each in read], [each.words for each in read]
        alarms = self._rules.alarms(written)
        if repaired != written:
            alarms += self._rules.alarms(repaired)
        matters = self._alarming if alarms else lambda _: 0
        looked_at = self._share.sentences(read, lambda each: each.words, matters, is_long=is_long)
        given = self._given(looked_at, is_long, is_whole=len(looked_at) == len(read))
        return Reading(
            text=text,
            segments=self._segments(given, any(each.corrects for each in looked_at)),
            whole=given.whole or (given.sentences[0] if len(given.sentences) == 1 else None),
            sentences=tuple(repaired),
            alarms=self._denied.alarms(alarms, repaired),
            danger=read_danger(given.sentences, given.whole, self._urgent),
            shortened=is_long,
            repairs=tuple(repairs),
            foreign=foreign,
            foreign_alarm=self._foreign_alarms.find(cleaned, foreign) if odd else None,
            felt=self._selection.felt(given),
        )

    def _given(self, read: Sequence[_Sentence], is_long: bool, *, is_whole: bool) -> Sentences:
        """What is predicted of the sentences that are looked at, and of their parts."""
        views = [
            self.viewer.view(
                self._part(each) if is_long else each.words, asks=each.asks, asking=each.asking
            )
            for each in read
        ]
        return self._cut(views, [each.parts for each in read], is_long=is_long or not is_whole)

    def _parts(self, found: Sequence[Sentence]) -> list[list[Part]]:
        """The parts of each sentence; what is short and alone is not cut."""
        if len(found) == 1 and len(found[0].words) < _CUT:
            return [[]]
        return self._cutter.parts([each.text for each in found])

    def _alarming(self, sentence: _Sentence) -> int:
        """How much a sentence matters: 2 for danger, 1 for a personal question, 0 for neither."""
        raised = {each.intent in self._urgent for each in self._rules.alarms([sentence.raw])}
        return 1 + max(raised) if raised else 0

    def _part(self, sentence: _Sentence) -> Sequence[str]:
        """Of a sentence of a long message, the part that raises an alarm, or else its beginning."""
        parts = overlapping(sentence.words, OF_LONG_SENTENCE)
        alarming = (each for each in parts if self._rules.alarms([each]))
        return self._share.beginning(next(alarming, sentence.words))

    def _read_sentence(
        self, sentence: Sentence, parts: Sequence[Part], repairs: list[Repair]
    ) -> _Sentence:
        opened, corrects = self._openers.strip(sentence)
        words, found = self.viewer.speller.read(opened)
        repairs.extend(found)
        # What is left of "I meant the symptoms" is what is asked.
        asks = sentence.asks or corrects
        return _Sentence(words, sentence.words, asks, corrects, self._read_parts(parts, asks=asks))

    def _read_parts(self, parts: Sequence[Part], *, asks: bool) -> tuple[Piece, ...]:
        found = []
        for each in parts:
            words = words_of(each.text)
            if words:
                opened, _ = self._openers.strip(Sentence(each.text, words, asks))
                found.append(Piece(self.viewer.speller.read(opened)[0], each.asks))
        return tuple(found)

    def _segments(self, given: Sentences, corrects: bool) -> tuple[Segment, ...]:
        asked = self._denied.without(given)
        chosen = [self._beside(each) for each in self._selection.questions(asked)]
        views = [each.view for each in asked.sentences]
        denied = [each.view for each in given.sentences if each not in asked.sentences]
        return self._about.with_subjects(chosen, views, denied, corrects=corrects)

    def _cut(
        self, views: Sequence[View], parts: Sequence[Sequence[Piece]], *, is_long: bool
    ) -> Sentences:
        """The message classified whole, by sentences and by their pieces, all at once."""
        whole = None if is_long else self._joined(views)
        room = -1 if is_long else MOST_PIECES
        room -= sum(self._share.pieces(view.words) for view in views)
        room -= self._share.pieces(whole.words) if whole else 0
        split: list[list[View]] = []
        for view, own in zip(views, parts, strict=True):
            found = self._pieces(view, own) if room > 0 else []
            cost = sum(self._share.pieces(each.words) for each in found)
            fits = cost <= room and len(views) + sum(map(len, split)) < MOST_SENTENCES
            split.append(found if fits else [])
            room -= cost if fits else 0
        looked_at = [*([whole] if whole else []), *views, *(v for each in split for v in each)]
        segments = iter(self._classified(looked_at))
        as_whole = next(segments) if whole else None
        as_sentences = [next(segments) for _ in views]
        return Sentences(as_sentences, [[next(segments) for _ in each] for each in split], as_whole)

    def _beside(self, chosen: Chosen) -> Segment:
        """A question read together with what stands around it: the mean of the logarithms.

        Both together are right clearly more often than either alone. Of small talk the part
        itself knows best: what stands around it tells a story. And what asks is hardly of an
        intent that asks nothing.
        """
        part, beside = chosen.part, chosen.beside
        if part.row is None or not (chosen.asks or beside):
            return part
        own = np.where(self._asks_nothing, _TOLD * part.row, part.row) if chosen.asks else part.row
        if beside is None or beside.row is None or part.ranking[0].probability >= _CLEAR:
            return self._segment(part.view, own, part.vector)
        around = np.where(self._small_talk, own, beside.row)
        row = np.sqrt((own + _DOUBT) * (around + _DOUBT)) - np.float32(_DOUBT)
        # What the two do not agree on is no doubt that anything fits.
        row *= min(max(own.sum(), beside.row.sum()), 1) / max(row.sum(), _DOUBT)
        return replace(self._segment(part.view, row, part.vector), beside=beside.view)

    def _joined(self, views: Sequence[View]) -> View | None:
        """All sentences as one, when there are several and they are not too long for it."""
        words = [word for view in views for word in view.words]
        if len(views) < 2 or len(words) > LONGEST_WHOLE:
            return None
        return self.viewer.view(words, asks=views[-1].asks)

    def _pieces(self, view: View, parts: Sequence[Piece]) -> list[View]:
        if len(parts) < _SEVERAL:
            topics = may_be_topics(view.words, self._joiners)
            return [self.viewer.view(each, asks=view.asks, asking=None) for each in topics]
        found = with_whole_names(view, parts)
        views = [self.viewer.view(e.words, asks=view.asks, asking=e.asking) for e in found]
        return views if len(views) >= _SEVERAL else []

    def _classified(self, views: Sequence[View]) -> list[Segment]:
        texts = [view.masked for view in views]
        vectors = self._predictor.encode(texts)
        rows = self._predictor.predict(texts, [view.flags for view in views], vectors)
        return [
            self._segment(view, row, vector)
            for view, row, vector in zip(views, rows, vectors, strict=True)
        ]

    def _segment(self, view: View, row: FloatArray, vector: FloatArray | None) -> Segment:
        groups: dict[str, float] = defaultdict(float)
        found = row.tolist()
        for group, probability in zip(self._groups, found, strict=True):
            groups[group] += probability
        ranked = sorted(zip(found, self._predictor.labels, strict=True), reverse=True)[:_RANKED]
        return Segment(
            view=view,
            ranking=tuple(Guess(label, probability) for probability, label in ranked),
            groups=dict(groups),
            subjects=most_exact(view.named, self._content),
            vector=vector,
            row=row,
        )
