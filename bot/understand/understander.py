"""Understands a message: the journey from text to a Reading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.content.library import Content
from bot.language.foreign import ForeignLanguages
from bot.language.negation import Negation
from bot.language.rules import RuleBook
from bot.language.spelling import Repair
from bot.language.subjects import most_exact
from bot.language.words import Sentence, clean, sentences
from bot.understand.lexicon import Lexicon
from bot.understand.openers import Openers
from bot.understand.reading import Guess, Reading, Segment, View
from bot.understand.selection import Selection, is_sad
from bot.understand.split import pieces
from bot.understand.view import Viewer

_RANKED = 20
_MOST_SENTENCES = 12
"""Sentences of a long message that are classified: the first and last ones."""
_LONGEST_WHOLE = 60
"""Words up to which a message of several sentences is also read as one."""


_JOINED = re.compile(
    r",(?=\s+(?:is|are|can|do|does|what|whats|how|who|where|when|why|which)\b)", re.IGNORECASE
)
"""A comma that joins two questions: "is it hereditary, is it cancer"."""


class Predictor(Protocol):
    """A trained classifier."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The intents, one a column."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of meaning, one row a text."""

    def predict(
        self,
        texts: Sequence[str],
        flags: Sequence[tuple[str, ...]] = (),
        vectors: NDArray[np.float32] | None = None,
    ) -> NDArray[np.float32]:
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
        self._openers = Openers(content)
        self._selection = Selection(content)
        self._groups = [content.intents[label].group for label in predictor.labels]

    def read(self, message: str) -> Reading:
        """Understand a message of any length and content; never raises."""
        text = clean(message)
        found = sentences(_JOINED.sub(" and ", text))
        if not found:
            return Reading(text)
        foreign = self._foreign.recognise(text, [word for each in found for word in each.words])
        repairs: list[Repair] = []
        read = [self._read_sentence(each, repairs) for each in found]
        written, repaired = [each.raw for each in read], [each.view.words for each in read]
        alarms = self._rules.alarms(written)
        if repaired != written:
            alarms += self._rules.alarms(repaired)
        segments, safety, sad = self._segments(_ends(read))
        return Reading(
            text=text,
            segments=segments,
            sentences=tuple(repaired),
            alarms=tuple(dict.fromkeys(alarms)),
            safety=safety,
            repairs=tuple(repairs),
            foreign=foreign,
            sad=sad,
        )

    def _read_sentence(self, sentence: Sentence, repairs: list[Repair]) -> _Sentence:
        opened, corrects = self._openers.strip(sentence)
        words, found = self.viewer.speller.read(opened)
        repairs.extend(found)
        return _Sentence(self.viewer.view(words, asks=sentence.asks), sentence.words, corrects)

    def _segments(
        self, read: list[_Sentence]
    ) -> tuple[tuple[Segment, ...], dict[str, float], bool]:
        views = [each.view for each in read]
        whole = self._joined(views)
        split = [self._pieces(view) for view in views]
        looked_at = [*([whole] if whole else []), *views, *(v for each in split for v in each)]
        segments = iter(self._classified(looked_at))
        as_whole = next(segments) if whole else None
        as_sentences = [next(segments) for _ in views]
        as_pieces = [[next(segments) for _ in each] for each in split]
        parts = [
            self._selection.split(sentence, pieces_of)
            for sentence, pieces_of in zip(as_sentences, as_pieces, strict=True)
        ]
        chosen = self._selection.questions([p for part in parts for p in part], as_whole)
        safety = self._selection.safety(as_sentences, as_whole, chosen)
        corrects = any(each.corrects for each in read)
        return self._with_subjects(chosen, views, corrects), safety, is_sad(as_sentences)

    def _joined(self, views: Sequence[View]) -> View | None:
        """All sentences as one, when there are several and they are not too long for it."""
        words = [word for view in views for word in view.words]
        if len(views) < 2 or len(words) > _LONGEST_WHOLE:
            return None
        return self.viewer.view(words, asks=views[-1].asks)

    def _pieces(self, view: View) -> list[View]:
        found = pieces(view.words)
        return [self.viewer.view(each, asks=view.asks) for each in found] if len(found) > 1 else []

    def _classified(self, views: Sequence[View]) -> list[Segment]:
        texts = [view.masked for view in views]
        vectors = self._predictor.encode(texts)
        rows = self._predictor.predict(texts, [view.flags for view in views], vectors)
        return [
            self._segment(view, row, vector)
            for view, row, vector in zip(views, rows.tolist(), vectors, strict=True)
        ]

    def _segment(self, view: View, row: list[float], vector: NDArray[np.float32]) -> Segment:
        groups: dict[str, float] = defaultdict(float)
        for group, probability in zip(self._groups, row, strict=True):
            groups[group] += probability
        ranked = sorted(zip(row, self._predictor.labels, strict=True), reverse=True)[:_RANKED]
        return Segment(
            view=view,
            ranking=tuple(Guess(label, probability) for probability, label in ranked),
            groups=dict(groups),
            subjects=most_exact(view.named, self._content),
            vector=vector,
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
        elsewhere = most_exact(carried, self._content)[-1:]
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
            return (*segment.subjects, *elsewhere)
        exact = most_exact(carried, self._content)
        above = [each for each in own if each not in exact]
        return exact if above and len(above) == len(own) else segment.subjects


def _ends(found: list[_Sentence]) -> list[_Sentence]:
    """First and last of many: rules read every sentence, the classifier these."""
    half = _MOST_SENTENCES // 2
    return found if len(found) <= _MOST_SENTENCES else found[:half] + found[-half:]
