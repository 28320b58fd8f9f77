"""What the policy decides on a message, and what it considered on the way."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.decision import Decision
from bot.dialogue.interpreter import Candidate
from bot.dialogue.state import State
from bot.understand.reading import Segment


@dataclass(frozen=True)
class Meant:
    """A segment and what it may mean, the likeliest first."""

    segment: Segment
    candidates: tuple[Candidate, ...]
    own: float | None = None
    """Of several, how likely it is a question of its own (0 to 1)."""


@dataclass(frozen=True)
class Outcome:
    """What is to be said, the state after it, and what was considered on the way."""

    decisions: tuple[Decision, ...]
    state: State
    meant: tuple[Meant, ...] = ()
