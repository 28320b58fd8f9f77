"""The numbers that the dialogue decides by, each with its meaning.

`WEIGHTS` are learnt: `python -m tools.weights` fits them to the scripted conversations that are
not held out, and prints them; nothing in it is random. The thresholds below are chosen by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "alone": 0.54,
    "after": 0.43,
    "alone_hanging": -0.15,
    "after_hanging": 0.11,
    "bare_alone": -0.18,
    "bare_stays": -0.01,
    "group": 0.08,
    "stays": 0.33,
    "stays_hanging": -0.33,
    "linked": 0.57,
    "detail": 0.11,
    "term": 0.57,
    "answers": 0.40,
    "is_aspects": 1.17,
    "is_refusals": -0.14,
    "is_dialogue": -0.77,
    "is_smalltalk": 0.45,
    "is_outside": -0.43,
    "is_safety": -0.27,
}
"""What each feature of a candidate adds to its score:

- alone: logarithm of the probability of the message by itself; after: of the message said after
  the last question. `_hanging` is added to it for messages that lean on the one before,
  `bare_` for those that say a name and ask nothing of it.
- group: logarithm of the probability of all intents of its group.
- stays: it is the last question again. linked: the last answer leads on to it.
- detail: the last answer tells a detail that the message asks for.
- term: a term of data/topics stands in the message: 1 for its refusal, -1 for any other intent.
- answers: the subjects named have an answer to it (1) or not (-1).
- is_…: its group.
"""

CERTAIN = 0.85
"""From this probability a message that leans on nothing is taken as it stands."""
UNDERSTOOD = 0.25
"""Least trust in the best candidate; below, the message counts as not understood."""
CLEAR_LEAD = 0.5
"""Share from which a candidate leads clearly in a conversation …"""
UNDERSTOOD_BY_LEAD = 0.12
"""… and then needs only this much trust."""
LEANING = 0.3
"""Least probability of all aspects together for asking back which was meant."""
TRUSTED = 0.97
"""An aspect this probable is answered although an unknown word stands in the subject's place."""
PERSONAL_SUPPORT = 0.02
"""A personal rule counts when the classifier gives its class at least this much."""
PERSONAL_LEAST = 0.3
"""In a conversation, least share of the personal candidates for their guardrail without a rule."""
GENERAL_LEAST = 0.08
"""Share from which an aspect beside a personal diagnosis is answered in general instead."""
PERSONAL_OF_SEVERAL = 0.75
"""Probability from which one question of several is a personal one without a rule."""
URGENT_AFTER = 0.5
"""How much what a message means after an answer weighs beside what it means alone, for alarms."""
NEAR = 0.04
"""Least share of a candidate that is kept as something the message might have meant."""
FOCUS = 0.42
"""Least likeness to a statement (cosine and shared words) for showing it as what was asked for."""
FOCUS_BESIDE = 0.06
"""A second statement is shown when it is at most this much less alike."""
