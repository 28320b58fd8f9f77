"""Understands a message: the journey from text to a Reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
from bot.language.words import Sentence, clean, name_words, sentences
from bot.understand.lexicon import Lexicon
from bot.understand.reading import Guess, Reading, Segment, View
from bot.understand.split import pieces
from bot.understand.view import Viewer

MOST_QUESTIONS = 3
"""Questions of one message that are answered."""

_RANKED = 8
_MOST_SENTENCES = 12
"""Sentences of a long message that are classified: the first and last ones."""
_LONGEST_WHOLE = 60
"""Words up to which a message of several sentences is also read as one."""
_PIECE_CONFIDENCE = 0.5
"""Both halves of a split sentence must be understood at least this well."""
_SENTENCE_SHARE = 0.9
"""Weight of the safety probability of one sentence among several."""
_STORY_SHARE = 0.5
"""The same where another sentence asks a clear question."""
_CLEAR = 0.8
"""Probability from which a question is clear."""
_QUESTION_GROUPS = ("aspects", "refusals")
_SIDE_GROUPS = ("smalltalk", "dialogue")


class Predictor(Protocol):
    """A trained classifier."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The intents, one a column."""

    def predict(
        self, texts: Sequence[str], flags: Sequence[tuple[str, ...]] = ()
    ) -> NDArray[np.float32]:
        """Probabilities, one row a text, one column a label."""


@dataclass(frozen=True)
class _Sentence:
    view: View
    raw: tuple[str, ...]


class Understander:
    """Reads messages. Holds no state of a conversation."""

    def __init__(self, content: Content, lexicon: Lexicon, predictor: Predictor) -> None:
        self._content = content
        self.viewer = Viewer(content, lexicon)
        self._predictor = predictor
        self._rules = RuleBook(content.guardrails, Negation(content.negation))
        speller = self.viewer.speller
        self._foreign = ForeignLanguages(content.foreign, speller.knows)
        corrections = map(name_words, content.cues.get("correction", ()))
        self._openers = sorted((each for each in corrections if len(each) > 1), key=len)[::-1]
        self._groups = [content.intents[label].group for label in predictor.labels]

    def read(self, message: str) -> Reading:
        """Understand a message of any length and content; never raises."""
        text = clean(message)
        found = sentences(text)
        if not found:
            return Reading(text)
        foreign = self._foreign.recognise(text, [word for each in found for word in each.words])
        repairs: list[Repair] = []
        read = [self._read_sentence(each, repairs) for each in found]
        written, repaired = [each.raw for each in read], [each.view.words for each in read]
        alarms = self._rules.alarms(written)
        if repaired != written:
            alarms += self._rules.alarms(repaired)
        segments, safety = self._segments(_ends([each.view for each in read]))
        return Reading(
            text=text,
            segments=segments,
            alarms=tuple(dict.fromkeys(alarms)),
            safety=safety,
            repairs=tuple(repairs),
            foreign=foreign,
        )

    def _read_sentence(self, sentence: Sentence, repairs: list[Repair]) -> _Sentence:
        words, found = self.viewer.speller.read(_without_opener(sentence.words, self._openers))
        repairs.extend(found)
        return _Sentence(self.viewer.view(words, asks=sentence.asks), sentence.words)

    def _segments(self, views: list[View]) -> tuple[tuple[Segment, ...], dict[str, float]]:
        whole = self._joined(views)
        split = [self._pieces(view) for view in views]
        looked_at = [*([whole] if whole else []), *views, *(v for each in split for v in each)]
        segments = iter(self._classified(looked_at))
        as_whole = next(segments) if whole else None
        as_sentences = [next(segments) for _ in views]
        as_pieces = [[next(segments) for _ in each] for each in split]
        parts = [
            self._well_split(sentence, pieces_of)
            for sentence, pieces_of in zip(as_sentences, as_pieces, strict=True)
        ]
        chosen = _questions([each for part in parts for each in part], as_whole)
        safety = self._safety(as_sentences, as_whole, chosen)
        return self._with_subjects(chosen, views), safety

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
        rows = self._predictor.predict(
            [view.masked for view in views], [view.flags for view in views]
        )
        return [self._segment(view, row) for view, row in zip(views, rows.tolist(), strict=True)]

    def _segment(self, view: View, row: list[float]) -> Segment:
        groups: dict[str, float] = defaultdict(float)
        for group, probability in zip(self._groups, row, strict=True):
            groups[group] += probability
        ranked = sorted(zip(row, self._predictor.labels, strict=True), reverse=True)[:_RANKED]
        return Segment(
            view=view,
            ranking=tuple(Guess(label, probability) for probability, label in ranked),
            groups=dict(groups),
            subjects=most_exact(view.named, self._content),
        )

    def _safety(
        self, parts: Sequence[Segment], whole: Segment | None, chosen: Sequence[Segment]
    ) -> dict[str, float]:
        """Highest probability of each safety intent.

        A sentence counts less than the message, and least where it only tells the
        story around a question that is clear by itself.
        """
        clear = any(
            each.ranking[0].probability >= _CLEAR
            and self._content.intents[each.ranking[0].intent].group == "aspects"
            for each in chosen
        )
        share = 1.0 if len(parts) == 1 else _STORY_SHARE if clear else _SENTENCE_SHARE
        names = [each.id for each in self._content.intents.values() if each.group == "safety"]
        alone = {name: share * max(each.probability(name) for each in parts) for name in names}
        return {name: max(alone[name], whole.probability(name) if whole else 0.0) for name in names}

    def _well_split(self, sentence: Segment, found: list[Segment]) -> list[Segment]:
        """The pieces, when each is a question of its own; else the sentence."""
        sure = [each for each in found if _is_question(each, _PIECE_CONFIDENCE)]
        intents = {each.ranking[0].intent for each in sure}
        return [sentence] if len(intents) < 2 or self._is_one(sentence) else sure

    def _is_one(self, sentence: Segment) -> bool:
        """Whether a sentence is clearly one question: a comparison, or one with no answer."""
        top = sentence.ranking[0]
        whole = top.intent == "compare" or self._content.intents[top.intent].group == "refusals"
        return whole and top.probability >= _PIECE_CONFIDENCE

    def _with_subjects(
        self, segments: Sequence[Segment], views: Sequence[View]
    ) -> tuple[Segment, ...]:
        """Questions without a subject get the one named elsewhere in the message."""
        mentioned = tuple(dict.fromkeys(name for view in views for name in view.named))
        elsewhere = tuple(
            each for each in most_exact(mentioned, self._content) if self._content.carries(each)
        )[-1:]
        return tuple(
            replace(each, subjects=(*each.subjects, *elsewhere))
            if not any(map(self._content.carries, each.subjects)) and not each.view.outsider
            else each
            for each in segments
        )


def _without_opener(words: tuple[str, ...], openers: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """'No, I meant the symptoms' is read as 'the symptoms'."""
    for opener in openers:
        if len(words) > len(opener) and words[: len(opener)] == opener:
            return words[len(opener) :]
    return words


def _ends(found: list[View]) -> list[View]:
    """First and last of many: rules read every sentence, the classifier these."""
    half = _MOST_SENTENCES // 2
    return found if len(found) <= _MOST_SENTENCES else found[:half] + found[-half:]


def _is_question(segment: Segment, confidence: float) -> bool:
    top = segment.ranking[0]
    groups = segment.groups
    mass = sum(groups.get(group, 0.0) for group in _QUESTION_GROUPS)
    return top.probability >= confidence and mass >= confidence and top.intent != "disclosure"


def _questions(parts: list[Segment], whole: Segment | None) -> list[Segment]:
    """The parts of a message that ask something; the whole when no part is clearer."""
    if len(parts) == 1:
        return parts
    asking = [each for each in parts if _is_question(each, _PIECE_CONFIDENCE)]
    distinct = list({each.ranking[0].intent: each for each in reversed(asking)}.values())[::-1]
    if whole is None:
        return distinct[:MOST_QUESTIONS] or [max(parts, key=_confidence)]
    if len(distinct) > 1:
        return distinct[:MOST_QUESTIONS]
    best = max([whole, *(distinct or parts)], key=_confidence)
    return [best]


def _confidence(segment: Segment) -> float:
    mass: Mapping[str, float] = segment.groups
    return segment.ranking[0].probability - 0.5 * sum(
        mass.get(group, 0.0) for group in _SIDE_GROUPS
    )
