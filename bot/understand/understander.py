"""Understands a message: the journey from text to a Reading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from bot.classify.asking import Asking
from bot.classify.encoder import FloatArray
from bot.content.library import Content
from bot.language.foreign import ForeignLanguages
from bot.language.foreign_alarms import ForeignAlarms
from bot.language.negation import Negation
from bot.language.rules import RuleBook
from bot.language.spelling import Repair
from bot.language.subjects import most_exact
from bot.language.words import Sentence, clean, sentences
from bot.understand.asks import Asks
from bot.understand.danger import read_danger
from bot.understand.lexicon import Lexicon
from bot.understand.openers import Openers
from bot.understand.reading import Guess, Reading, Segment, View
from bot.understand.selection import SMALL_TALK, Chosen, Selection, Sentences, is_sad
from bot.understand.split import Splitter
from bot.understand.view import Viewer

_RANKED = 20
_MOST_SENTENCES = 12
"""Sentences of a long message that are classified: the first and last ones."""
_MOST_CLASSIFIED = 240
"""Words of a message's sentences that are classified; of more, the first and last sentences."""
_TOLD = np.float32(0.15)
"""What is left of the probability of such an intent, for a part that asks."""
_DOUBT = 0.004
"""Added to probabilities before their logarithm is taken, so that none is ruled out."""
_LONGEST_WHOLE = 60
"""Words up to which a message of several sentences is also read as one."""


class Predictor(Protocol):
    """A trained classifier."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The intents, one a column."""

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """Vectors of meaning, one row a text."""

    def predict(
        self,
        texts: Sequence[str],
        flags: Sequence[tuple[str, ...]] = (),
        vectors: FloatArray | None = None,
    ) -> FloatArray:
        """Probabilities, one row a text, one column a label; `vectors` when known already."""


@dataclass(frozen=True)
class _Sentence:
    view: View
    raw: tuple[str, ...]
    corrects: bool


class Understander:
    """Reads messages. Holds no state of a conversation."""

    def __init__(self, content: Content, lexicon: Lexicon, predictor: Predictor) -> None:
        self._content = content
        self.viewer = Viewer(content, lexicon)
        self._predictor = predictor
        self._rules = RuleBook(content.guardrails, Negation(content.negation))
        speller = self.viewer.speller
        self._foreign = ForeignLanguages(content.foreign, speller.knows)
        self._foreign_alarms = ForeignAlarms(content.foreign_alarms)
        self._openers = Openers(content)
        self._splitter = Splitter(content.cues)
        self._selection = Selection(content, Asks(content, Asking.load()))
        self._groups = [content.intents[label].group for label in predictor.labels]
        asks_nothing = [content.intents[label].tells for label in predictor.labels]
        self._asks_nothing = np.array(asks_nothing)
        self._small_talk = np.array([each == SMALL_TALK for each in self._groups])
        # A comma between two questions is read as the word that joins them.
        self._joiner = "".join(f" {word} " for word in content.cues.get("joiner", ())[:1])
        openers = "|".join(map(re.escape, content.cues.get("after_comma", ())))
        self._joined_by_comma = re.compile(rf",(?=\s+(?:{openers})\b)", re.IGNORECASE)
        self._urgent = [each.intent for each in content.guardrails if each.urgent]

    def read(self, message: str) -> Reading:
        """Understand a message of any length and content; never raises."""
        text = clean(message)
        found = sentences(self._joined_by_comma.sub(self._joiner, text))
        if not found:
            return Reading(text)
        words = [word for each in found for word in each.words]
        foreign = self._foreign.recognise(text, words)
        odd = foreign or self._foreign.may_be(words)
        repairs: list[Repair] = []
        read = [self._read_sentence(each, repairs) for each in found]
        written, repaired = [each.raw for each in read], [each.view.words for each in read]
        alarms = self._rules.alarms(written)
        if repaired != written:
            alarms += self._rules.alarms(repaired)
        looked_at = _ends(read, self._alarming) if alarms else _ends(read)
        given = self._cut([each.view for each in looked_at])
        return Reading(
            text=text,
            segments=self._segments(given, looked_at),
            whole=given.whole or (given.sentences[0] if len(given.sentences) == 1 else None),
            sentences=tuple(repaired),
            alarms=tuple(dict.fromkeys(alarms)),
            danger=read_danger(given.sentences, given.whole, self._urgent),
            repairs=tuple(repairs),
            foreign=foreign,
            foreign_alarm=self._foreign_alarms.find(text, foreign) if odd else None,
            sad=is_sad(given.sentences),
        )

    def _alarming(self, sentence: _Sentence) -> bool:
        return bool(self._rules.alarms([sentence.raw]))

    def _read_sentence(self, sentence: Sentence, repairs: list[Repair]) -> _Sentence:
        opened, corrects = self._openers.strip(sentence)
        words, found = self.viewer.speller.read(opened)
        repairs.extend(found)
        return _Sentence(self.viewer.view(words, asks=sentence.asks), sentence.words, corrects)

    def _segments(self, given: Sentences, read: list[_Sentence]) -> tuple[Segment, ...]:
        chosen = [self._beside(each) for each in self._selection.questions(given)]
        corrects = any(each.corrects for each in read)
        return self._with_subjects(chosen, [each.view for each in read], corrects)

    def _cut(self, views: Sequence[View]) -> Sentences:
        """The message classified whole, by sentences and by their pieces, all at once."""
        whole = self._joined(views)
        split: list[list[View]] = []
        room = sum(len(view.words) for view in views) <= _MOST_CLASSIFIED // 2
        for view in views:
            room = room and len(views) + sum(map(len, split)) < _MOST_SENTENCES
            split.append(self._pieces(view) if room else [])
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
        if beside is None or beside.row is None:
            return self._segment(part.view, own, part.vector)
        around = np.where(self._small_talk, own, beside.row)
        row = np.sqrt((own + _DOUBT) * (around + _DOUBT)) - np.float32(_DOUBT)
        # What the two do not agree on is no doubt that anything fits.
        row *= min(max(own.sum(), beside.row.sum()), 1) / max(row.sum(), _DOUBT)
        return self._segment(part.view, row, part.vector)

    def _joined(self, views: Sequence[View]) -> View | None:
        """All sentences as one, when there are several and they are not too long for it."""
        words = [word for view in views for word in view.words]
        if len(views) < 2 or len(words) > _LONGEST_WHOLE:
            return None
        return self.viewer.view(words, asks=views[-1].asks)

    def _pieces(self, view: View) -> list[View]:
        found = self._splitter.pieces(view.words)
        return [self.viewer.view(each, asks=view.asks) for each in found] if len(found) > 1 else []

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

    def _with_subjects(
        self, segments: Sequence[Segment], views: Sequence[View], corrects: bool
    ) -> tuple[Segment, ...]:
        """Questions without a subject get the one named elsewhere in the message."""
        mentioned = tuple(dict.fromkeys(name for view in views for name in view.named))
        names = {
            view.words[each.start : each.end]
            for view in views
            for each in view.mentions
            if not each.set_aside
        }
        carried = [each for each in mentioned if self._content.carries(each)]
        # The one thing that is named is meant, whatever its kind: "It says metastasized. Meaning?"
        elsewhere = most_exact(carried, self._content)[-1:] or (
            mentioned if len(mentioned) == 1 else ()
        )
        return tuple(
            replace(
                each,
                subjects=self._about(each, elsewhere, carried),
                elsewhere=mentioned,
                names=len(names),
                corrects=corrects,
            )
            for each in segments
        )

    def _about(
        self, segment: Segment, elsewhere: tuple[str, ...], carried: Sequence[str]
    ) -> tuple[str, ...]:
        """'It says gastrinoma. Is that a NET?' is about the gastrinoma."""
        own = [each for each in segment.subjects if self._content.carries(each)]
        if not own and not segment.view.outsider:
            return tuple(dict.fromkeys([*segment.subjects, *elsewhere]))
        exact = most_exact(carried, self._content)
        above = [each for each in own if each not in exact]
        return exact if above and len(above) == len(own) else segment.subjects


def _ends(
    found: list[_Sentence], also: Callable[[_Sentence], bool] = lambda _: False
) -> list[_Sentence]:
    """First and last of many, and those that matter: rules read every sentence, the rest these."""
    half = _MOST_SENTENCES // 2
    if len(found) > _MOST_SENTENCES:
        middle = [each for each in found[half:-half] if also(each)]
        found = [*found[:half], *middle[:half], *found[-half:]]
    spare = sum(len(each.raw) for each in found) - _MOST_CLASSIFIED
    for each in sorted(found[1:-1], key=lambda each: -len(each.raw)):
        if spare > 0 and not also(each):
            found = [other for other in found if other is not each]
            spare -= len(each.raw)
    return found
