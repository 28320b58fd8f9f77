"""What a message means in its conversation: candidates, scored together.

Every intent that the message might have, alone or after the last answer, is a candidate.
Its score is a sum of named features, each with a learnt weight; `net-guide explain` prints
them. Nothing else in the dialogue guesses what was meant.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.classify.context import Context
from bot.classify.listener import Listening
from bot.content.library import Cell, Content
from bot.dialogue.cues import CueBook
from bot.dialogue.focus import Details
from bot.dialogue.show import in_guide
from bot.dialogue.state import State
from bot.dialogue.weights import CERTAIN, LISTENS, SHORT_FIRST, WEIGHTS
from bot.understand.reading import Segment

_LEAST = 0.004
"""Probabilities below are taken for this: a logarithm should not run away."""
_CLEAR = 0.5
"""Probability from which a message is clearly of an intent by itself."""
_CLEARLY_POLITE = 0.85
"""Probability from which a message with a question mark is a courtesy for all that."""
_AFTER_ALARM = "after_alarm"
"""Group of reactions to an alarm, which `AfterAlarm` reads."""
_IN_A_GUIDE = "overview"
"""The question that what is said to a guide is taken to go on from."""
_CLASSIFIERS = ("alone", "after", "heard")
"""Features that are logarithms of what a classifier says."""
_LISTED = 0.01
"""Probability from which an intent is a candidate …"""
_HEARD = 0.05
"""… and from which one is of which the listener alone says so."""


@dataclass(frozen=True)
class Candidate:
    """An intent that a message may have, and what speaks for it."""

    intent: str
    probability: float
    """Share among all candidates, 0 to 1."""
    trust: float
    """The higher one of what the classifiers say, 0 to 1: how well it is understood at all."""
    reasons: Mapping[str, float]
    """What each feature adds to the score."""


class Interpreter:
    """Ranks what a segment may mean after what was said."""

    def __init__(
        self, content: Content, context: Context, cues: CueBook, listening: Listening | None = None
    ) -> None:
        self._content = content
        self._listening = listening
        self._context = context
        self._cues = cues
        self._details = Details(content)
        self._any_subject = content.kinds[content.subjects[content.root].kind].mask
        # Whether somebody is in danger was decided before.
        self._urgent = {each.intent for each in content.guardrails if each.urgent}

    def rank(self, segment: Segment, state: State) -> tuple[Candidate, ...]:
        """All candidates, the likeliest first; never empty."""
        found = []
        for name, features in self.features(segment, state).items():
            reasons = {key: WEIGHTS[key] * value for key, value in features.items() if value}
            trust = math.exp(max(features[key] for key in _CLASSIFIERS if key in features))
            found.append((sum(reasons.values()), name, trust, reasons))
        found.sort(key=lambda each: (-each[0], each[1]))
        total = sum(math.exp(score) for score, *_ in found)
        return tuple(
            Candidate(name, math.exp(score) / total, trust, reasons)
            for score, name, trust, reasons in found
        )

    def features(self, segment: Segment, state: State) -> dict[str, dict[str, float]]:
        """What speaks for each candidate, unweighted: features by intent.

        The listener is asked where it may change something: it costs another run of an encoder.
        What answers the question of a guide does not go on from the last answer.
        """
        after = self.after(segment, state)
        found = self._all_features(segment, state, after, {})
        if self._listening is None or in_guide(state) or _clear(found):
            return found
        if not after and (state.last or self._stands_first(segment)):
            return found
        # The only question of a message is heard with the story around it.
        heard = self.hear((segment.beside or segment.view).masked, state)
        return self._all_features(segment, state, after, heard)

    def hear(self, text: str, state: State) -> Mapping[str, float]:
        """What the listener says of a masked text after the last question; nothing without one."""
        if self._listening is None:
            return {}
        return self._listening().predict(text, self.spoken(state.last.name) if state.last else "")

    def spoken(self, intent: str) -> str:
        """A question as the listener reads it: in the words of its button, about any subject."""
        label = self._content.intents[intent].label
        return label.replace("{subject}", self._any_subject).replace("?", "")

    def _all_features(
        self,
        segment: Segment,
        state: State,
        after: Mapping[str, float],
        heard: Mapping[str, float],
    ) -> dict[str, dict[str, float]]:
        alone = {each.intent: each.probability for each in segment.ranking}
        bare = bool(after) and self._cues.is_bare(segment.view)
        hangs = bool(after) and self._cues.hangs(segment.view)
        linked = self._linked(state)
        told = self._tells_detail(segment, state)
        likely = [name for name, p in (*alone.items(), *after.items()) if p >= _LISTED]
        likely += [name for name, p in heard.items() if p >= _HEARD]
        found = {}
        for name in self._candidates(segment, state, alone, likely):
            features = dict(self._features(name, segment, state, alone, after))
            if heard:
                # Of what the listener does not know it says no more than the other one.
                says = heard.get(name, (after or alone).get(name, 0.0))
                features["heard"] = math.log(max(says, _LEAST))
            features["linked"] = float(name in linked)
            features["detail"] = float(name == told)
            if bare:
                features["bare_alone"] = features["alone"]
                features["bare_stays"] = features["stays"]
            if hangs:
                for key in ("alone", "after", "stays"):
                    features[f"{key}_hanging"] = features[key]
            found[name] = features
        return found

    def after(self, segment: Segment, state: State) -> Mapping[str, float]:
        """Probabilities of intents for what was said after the last answer.

        None at the start, and none for a message that stands alone: finding them takes as long
        as reading the message.
        """
        if not (state.last or state.guide) or segment.vector is None or self._stands_alone(segment):
            return {}
        # The question of a guide is something that was said, too, and it was said last.
        last = state.last.name if state.last and not in_guide(state) else _IN_A_GUIDE
        return self._context().predict(segment.vector, last)

    def _stands_first(self, segment: Segment) -> bool:
        """Whether a first message is short, or clearly wants a kind word: none hears it again."""
        best = segment.ranking[0]
        wants = self._content.intents[best.intent].kind_word and best.probability >= _CLEAR
        return wants or sum(len(view.words) for view in segment.around) <= SHORT_FIRST

    def _stands_alone(self, segment: Segment) -> bool:
        """Whether a message is so clear by itself that nothing said before can change it."""
        clear = segment.ranking[0].probability >= CERTAIN
        return clear and not self._cues.hangs(segment.view)

    def _candidates(
        self,
        segment: Segment,
        state: State,
        alone: Mapping[str, float],
        likely: list[str],
    ) -> list[str]:
        top = segment.ranking[0].intent
        last = [state.last.name] if state.last else []
        found = dict.fromkeys([top, *likely, *segment.view.topics, *last])
        intents = self._content.intents
        follows = state.last is not None or bool(segment.subjects)
        possible = [
            name
            for name in found
            if name in intents
            and (follows or not intents[name].hangs or alone.get(name, 0.0) >= _CLEAR)
            and intents[name].group != _AFTER_ALARM
            and name not in self._urgent
        ]
        if segment.view.asks:
            # What has a question mark is no courtesy and no story, unless it clearly is by itself.
            polite = {e for e in possible if intents[e].courtesy or intents[e].tells}
            polite -= {name for name in polite if alone.get(name, 0.0) >= _CLEARLY_POLITE}
            possible = [name for name in possible if name not in polite]
        return possible or [e.intent for e in segment.ranking if e.intent not in self._urgent][:1]

    def _features(
        self,
        name: str,
        segment: Segment,
        state: State,
        alone: Mapping[str, float],
        after: Mapping[str, float],
    ) -> Iterator[tuple[str, float]]:
        intent = self._content.intents[name]
        yield "alone", math.log(max(alone.get(name, 0.0), _LEAST))
        if after:
            yield "after", math.log(max(after.get(name, 0.0), _LEAST))
        yield "group", math.log(max(segment.groups.get(intent.group, 0.0), _LEAST))
        yield "stays", float(state.last is not None and state.last.name == name)
        yield f"is_{intent.group}", 1.0
        if segment.view.topics:
            yield "term", 1.0 if name in segment.view.topics else -1.0
        named = [each for each in segment.subjects if self._content.carries(each)]
        if named and intent.takes:
            yield "answers", 1.0 if self._answers(name, named) else -1.0

    def _answers(self, intent: str, named: list[str]) -> bool:
        """Whether there is an answer about a subject that was named, not just about the root."""
        return all(self._content.nearest_cell(intent, each) for each in named)

    def _tells_detail(self, segment: Segment, state: State) -> str:
        """The last question, when its answer tells a detail that is asked for now; else ''."""
        folder, _, intent = state.cell.partition("/")
        cell = self._content.cells.get((folder, intent))
        if cell is None or state.last is None:
            return ""
        asked = self._details.asked(segment.view, state.last.name)
        told = any(self._details.told(each, cell.statements) for each in asked)
        return state.last.name if told else ""

    def _linked(self, state: State) -> set[str]:
        """Intents that the last answer leads on to."""
        folder, _, intent = state.cell.partition("/")
        cell = self._content.cells.get((folder, intent))
        names = cell.next if isinstance(cell, Cell) else ()
        # "Simpler" is offered with many answers, and makes nobody say it.
        offered = {e.name for e in state.offered if not self._hangs(e.name)}
        return {name.partition("/")[0] for name in names} | offered

    def _hangs(self, intent: str) -> bool:
        return intent in self._content.intents and self._content.intents[intent].hangs


def _clear(features: Mapping[str, Mapping[str, float]]) -> bool:
    """Whether the likeliest candidate has so large a share that nothing more is asked."""
    scores = [sum(WEIGHTS[key] * e for key, e in each.items()) for each in features.values()]
    best = max(scores)
    return 1 / sum(math.exp(score - best) for score in scores) >= LISTENS
