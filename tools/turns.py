"""What turns mean in their conversations, for whatever is learnt from them.

Reads tests/conversations/talks-*.yaml and tests/turns/learnt.jsonl; those of tests/talks and
tests/turns/held-out.jsonl are held out and never read. The listener learns from most of them; every
eighth is kept from it, so that the weights are learnt from what it has not seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot import Bot
from bot.dialogue.memory import follow
from bot.dialogue.state import State
from bot.dialogue.target import Target
from bot.evaluation.turns import LEARNT, read
from bot.evaluation.turns import Turn as Single
from bot.language.words import words_of
from bot.testing import conversations
from bot.testing.conversations import Expectation
from bot.understand.reading import Segment

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "conversations"
ALIKE = 0.5
"""Share of words from which a segment is taken for a part of a turn."""
_KEPT = 8
"""Every how manieth conversation or single turn is kept for the weights."""


@dataclass(frozen=True)
class Turn:
    """A segment of a message, what it means, and the state that the right answers have led to."""

    segment: Segment
    state: State
    intent: str
    kept: bool
    """Whether the listener must not learn from it."""
    single: bool
    """Whether it stands by itself, and not in a conversation."""


def turns(bot: Bot, *, only_kept: bool = False) -> Iterator[Turn]:
    """Every segment of which it is known what it means.

    Args:
        only_kept: leave out what the listener learns from; reading all takes ten minutes.
    """
    yield from _of_conversations(bot)
    yield from _of_single_turns(bot, only_kept=only_kept)


def _of_conversations(bot: Bot) -> Iterator[Turn]:
    for path in sorted(FOLDER.glob("talks-*.yaml")):
        for number, conversation in enumerate(conversations.load(path)):
            state = State()
            for expected in conversation.shape.turns:
                segments = bot.read(expected.user).segments
                intent = Target.parse(expected.meant).name
                if len(segments) == 1 and intent:
                    yield Turn(segments[0], state, intent, number % _KEPT == 0, single=False)
                state = _after(bot, expected, state)


def _of_single_turns(bot: Bot, *, only_kept: bool) -> Iterator[Turn]:
    """What each question of the single turns means, or what a turn says that asks nothing."""
    for number, turn in enumerate(read(LEARNT)):
        kept = number % _KEPT == 0
        if only_kept and not kept:
            continue
        segments, state = bot.read(turn.text).segments, turn.state(bot)
        for segment in segments:
            alone = len(segments) == 1 and len(turn.asked) == 1
            intent = next(iter(turn.asked)) if alone else _intent_of_part(segment, turn)
            if intent:
                yield Turn(segment, state, intent, kept, single=True)


def learnt() -> Iterator[Single]:
    """The single turns that the listener learns from."""
    for number, turn in enumerate(read(LEARNT)):
        if number % _KEPT:
            yield turn


def kept() -> Iterator[Single]:
    """Those that it does not."""
    for number, turn in enumerate(read(LEARNT)):
        if number % _KEPT == 0:
            yield turn


def _intent_of_part(segment: Segment, turn: Single) -> str:
    """The intent of the part of a turn that a segment is, if that is clear; else ''."""
    words = set(segment.view.words)
    likeness = [
        len(words & set(words_of(e.text))) / len(words | set(words_of(e.text))) for e in turn.parts
    ]
    best = turn.parts[int(np.argmax(likeness))]
    if max(likeness) < ALIKE:
        return "" if turn.asked else next((e.says for e in reversed(turn.parts) if e.says), "")
    asked = {each.name for each in best.asks}
    return next(iter(asked)) if len(asked) == 1 else best.says


def _after(bot: Bot, expected: Expectation, state: State) -> State:
    """The state after the right answer, whatever the bot would say."""
    target = Target.parse(expected.meant)
    if target.name not in bot.content.intents:
        return state
    decision = bot.policy.show.target(target, state)
    return follow(decision, state, bot.content, [target.subject] if target.subject else ())
