"""Which parts of a message are its questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.content.library import Content
from bot.understand.reading import Segment, is_bare_name

MOST_QUESTIONS = 3
"""Questions of one message that are answered."""
_PIECE_CONFIDENCE = 0.4
"""Both halves of a split sentence must be understood at least this well …"""
_PIECE_ASKS = 0.6
"""… and be questions at least this probably."""
_SURE_WHOLE = 0.85
"""A sentence that is understood so well as one question …"""
_SURE_PIECE = 0.7
"""… is split only for pieces that are understood this well."""
_ASKS = 0.5
"""The same for one sentence of several."""
_LEANING_WORDS = 3
"""A question of at most so many words is read with the sentences around it."""
_COURTESY = 0.5
"""From this probability a sentence beside others is mere courtesy."""
_SENTENCE_SHARE = 0.9
"""Weight of the safety probability of one sentence among several."""
_STORY_SHARE = 0.5
"""The same where another sentence asks a clear question."""
_CLEAR = 0.8
"""Probability from which a question is clear."""
_SAD = "distress"
_SAD_ENOUGH = 0.7
"""From this probability a sentence beside a question gets a kind word."""
_QUESTION_GROUPS = ("aspects", "refusals", "safety")
_TOLD = ("disclosure", "emergency", "crisis")
"""Intents of these groups that ask nothing."""
_SIDE_GROUPS = ("smalltalk", "dialogue")


class Selection:
    """Chooses among the sentences of a message, their pieces, and the whole."""

    def __init__(self, content: Content) -> None:
        self._asking = frozenset(content.cues.get("opens_question", ()))
        self._pointers = frozenset(content.cues.get("points_back", ()))
        self._joiners = frozenset(content.cues.get("joiners", ()))
        self._safety = [each.id for each in content.intents.values() if each.group == "safety"]
        self._courtesies = {each.id for each in content.intents.values() if each.courtesy}

    def split(self, sentence: Segment, found: list[Segment]) -> list[Segment]:
        """The pieces, when each is a question of its own; else the sentence."""
        sure = [e for e in found if _is_question(e, _PIECE_CONFIDENCE, _PIECE_ASKS)]
        if any(is_bare_name(each.view) for each in found):
            return [sentence]
        whole = sentence.ranking[0]
        if whole.probability >= _SURE_WHOLE:
            sure = [
                each
                for each in sure
                if each.ranking[0].intent == whole.intent
                or each.ranking[0].probability >= _SURE_PIECE
            ]
        distinct = {(each.ranking[0].intent, each.subjects) for each in sure}
        compares = any(_compares(each) for each in (sentence, *found))
        return [sentence] if len(distinct) < 2 or compares else sure

    def questions(self, parts: list[Segment], whole: Segment | None) -> list[Segment]:
        """The parts of a message that ask something; the whole when no part is clearer."""
        weighty = self._weighty(parts)
        if len(weighty) == 1 and whole and self._points_back(weighty[0]):
            # "He felt nothing until it was in his liver. Is that typical?"
            return [max(weighty[0], whole, key=_confidence)]
        return _questions(weighty, whole)

    def safety(
        self, parts: Sequence[Segment], whole: Segment | None, chosen: Sequence[Segment]
    ) -> dict[str, float]:
        """Highest probability of each safety intent.

        A sentence counts less than the message, and least where it only tells the
        story around a question that is clear by itself.
        """
        clear = any(
            each.ranking[0].probability >= _CLEAR and _is_question(each, _CLEAR, _CLEAR)
            for each in chosen
        )
        share = 1.0 if len(parts) == 1 else _STORY_SHARE if clear else _SENTENCE_SHARE
        names = self._safety
        alone = {name: share * max(each.probability(name) for each in parts) for name in names}
        if clear or whole is None:
            return alone
        return {name: max(alone[name], whole.probability(name)) for name in names}

    def _weighty(self, parts: list[Segment]) -> list[Segment]:
        """Without 'thanks', 'ok' and bare names where something else is said beside them.

        Where a part has the form of a question, the others only lead up to it.
        """
        rest = [each for each in parts if not (self._is_courtesy(each) or is_bare_name(each.view))]
        formed = [each for each in rest if self._has_form(each)]
        if formed:
            return [e for e in rest if e in formed or e.ranking[0].intent in self._safety]
        clear = any(each.ranking[0].probability >= _ASKS for each in rest)
        return rest if rest and clear else parts

    def _points_back(self, part: Segment) -> bool:
        return not self._pointers.isdisjoint(part.view.words)

    def _has_form(self, part: Segment) -> bool:
        """Whether a part is put as a question: by its mark, or by the word it opens with."""
        words = part.view.words
        start = 1 if len(words) > 1 and words[0] in self._joiners else 0
        return part.view.asks or words[start] in self._asking

    def _is_courtesy(self, part: Segment) -> bool:
        top = part.ranking[0]
        return top.intent in self._courtesies and top.probability >= _COURTESY


def is_sad(sentences: Sequence[Segment]) -> bool:
    """Whether one of several sentences is frightened or sad."""
    sad = [each for each in sentences if each.ranking[0].intent == _SAD]
    return len(sentences) > 1 and any(e.ranking[0].probability >= _SAD_ENOUGH for e in sad)


def _compares(segment: Segment) -> bool:
    """Whether a sentence clearly asks to compare: its halves are no questions then."""
    top = segment.ranking[0]
    return top.intent == "compare" and top.probability >= _ASKS


def _is_question(segment: Segment, confidence: float, asks: float) -> bool:
    top = segment.ranking[0]
    mass = sum(segment.groups.get(group, 0.0) for group in _QUESTION_GROUPS)
    told = top.intent in _TOLD
    return top.probability >= confidence and mass >= asks and not told


def _questions(parts: list[Segment], whole: Segment | None) -> list[Segment]:
    """The parts of a message that ask something; the whole when no part is clearer."""
    if len(parts) == 1:
        return parts
    asking = [each for each in parts if _is_question(each, _ASKS, _ASKS)]
    by_meaning = {(e.ranking[0].intent, e.subjects): e for e in reversed(asking)}
    distinct = list(by_meaning.values())[::-1]
    if len(distinct) > 1:
        return distinct[:MOST_QUESTIONS]
    if distinct:
        return [max([*([whole] if whole else []), *distinct], key=_confidence)]
    return [_unasked(parts, whole)]


def _unasked(parts: list[Segment], whole: Segment | None) -> Segment:
    """What a message is about of which no part is clearly a question."""
    marked = [e for e in parts if e.view.asks and len(e.view.words) > _LEANING_WORDS]
    if len(marked) == 1:
        return max([*([whole] if whole else []), *marked], key=_confidence)
    sad = [e for e in parts if e.ranking[0].intent == _SAD]
    if sad and not marked and sad[0].ranking[0].probability >= _COURTESY:
        return sad[0]
    return max([*([whole] if whole else []), *parts], key=lambda e: e.ranking[0].probability)


def _confidence(segment: Segment) -> float:
    mass: Mapping[str, float] = segment.groups
    return segment.ranking[0].probability - 0.5 * sum(
        mass.get(group, 0.0) for group in _SIDE_GROUPS
    )
