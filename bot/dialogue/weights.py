"""The numbers that the dialogue decides by, each with its meaning.

`WEIGHTS` are learnt: `python -m tools.weights` fits them to scripted conversations and single turns
that are not held out, and prints them; nothing in it is random. `heard` and the thresholds below
are chosen by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "alone": 0.74,
    "after": 0.46,
    "heard": 0.90,
    "alone_hanging": -0.35,
    "after_hanging": 0.02,
    "bare_alone": -0.20,
    "bare_stays": 0.20,
    "group": 0.11,
    "stays": 0.53,
    "stays_hanging": -0.20,
    "linked": 0.62,
    "detail": 0.20,
    "term": -0.07,
    "answers": 0.11,
    "is_aspects": 0.47,
    "is_refusals": 0.32,
    "is_dialogue": -0.56,
    "is_smalltalk": -0.32,
    "is_outside": -0.61,
    "is_safety": 0.70,
}
"""What each feature of a candidate adds to its score:

- alone: logarithm of the probability of the message by itself; after: of the message said after
  the last question. `_hanging` is added to it for messages that lean on the one before,
  `bare_` for those that say a name and ask nothing of it.
- heard: logarithm of what the listener says, where it is asked (`LISTENS`). Chosen by hand: the fit
  sees turns of conversations alone, and short questions that stand for themselves lose by it.
- group: logarithm of the probability of all intents of its group.
- stays: it is the last question again. linked: the last answer leads on to it.
- detail: the last answer tells a detail that the message asks for.
- term: a term of a refusal stands in the message: 1 for its refusal, -1 for any other intent.
- answers: the subjects named have an answer to it (1) or not (-1).
- is_…: its group.
"""

OWN_WEIGHTS: Final[Mapping[str, float]] = {
    "any": 1.29,
    "whole": 1.10,
    "others": 0.29,
    "trust": 0.85,
    "share": 1.35,
    "length": 1.92,
}
"""What speaks for a part of a message as a question of its own. `python -m tools.own` learns it.

- whole, others: logarithm of the probability of what it means, and of what the likeliest other part
  means, for the message as a whole.
- trust, share: logarithm of how well the part is understood, and share of its candidate.
- length: its words, 1 for a dozen. any: for every part.
"""

OWN_QUESTION = 0.2
"""From this probability a part is a question of its own."""
OWN_CLEAR = 0.95
"""Probability by itself from which a part needs nothing else to be one."""
CERTAIN = 0.85
"""From this probability a message that leans on nothing is taken as it stands."""
LISTENS = 0.93
"""Share of the likeliest candidate below which the listener is asked: it costs a run."""
SHORT_FIRST = 12
"""Words of a first message up to which it is not asked: of questions that stand alone the first
encoder knows more."""
UNDERSTOOD = 0.2
"""Least trust in the best candidate; below, the message counts as not understood."""
CLEAR_LEAD = 0.5
"""Share from which a candidate leads clearly in a conversation …"""
CORRECTED_LEAD = 0.4
"""The same for what puts right what was understood …"""
UNDERSTOOD_BY_LEAD = 0.12
"""… and then needs only this much trust."""
AGAIN = 0.3
"""Least trust in a candidate for showing a part of the last answer that nothing asked for."""
INSTEAD_OF_AGAIN = 0.08
"""Share of a candidate that is tried before the last answer is shown again."""
INSTEAD_OF_LACKING = 0.15
"""The same before an answer is shown that does not tell what is asked."""
LACKING = 0.3
"""Probability that an answer tells what is asked, below which it says that it does not."""
TELLING = 0.7
"""The same, from which it clearly does."""
LEANING = 0.3
"""Least probability of all aspects together for asking back which was meant."""
TRUSTED = 0.97
"""An aspect this probable is answered although an unknown word stands in the subject's place."""
TRUSTED_AFTER = 0.6
"""The same after an answer."""
PERSONAL_SUPPORT = 0.03
"""A personal rule counts when the classifier gives its class at least this much."""
PERSONAL_RULES = 0.2
"""Share of the personal classes from which the one of the rule names the reply."""
PERSONAL_LEAST = 0.3
"""In a conversation, least share of the personal candidates for their guardrail without a rule."""
GENERAL_LEAST = 0.08
"""Share from which an aspect beside a personal diagnosis is answered in general instead."""
GENERAL_SURE = 0.5
"""The same where a personal rule fires."""
GENERAL_BESIDE = 0.016
"""Probability from which an intent is answered in general beside what cannot be judged …"""
GENERAL_LEAD = 0.33
"""… if it has this share of all that can be asked in general."""
GENERAL_LEAD_AGAIN = 0.25
"""The same below a guardrail that was said lately and is only one line now."""
GENERAL_AGAIN = 0.2
"""Least trust in the last question as what is asked in general now."""
PERSONAL_OF_SEVERAL = 0.75
"""Probability from which one question of several is a personal one without a rule."""
RULE_SUPPORT = 0.3
"""Danger from which an urgent rule raises the alarm …"""
SURE_SUPPORT = 0.1
"""… and from which one does whose terms can hardly be said innocently."""
CHECK_IN_SUPPORT = 0.012
"""Danger from which an urgent rule has the person asked; a sure one always does."""
ORDINARY = 0.5
"""Probability from which a follow-up is so clearly an ordinary one that its danger is less."""
SOME_DANGER = 0.01
"""Danger that the listener hears in a conversation, from which no doubt is taken back."""
CALMED = 0.6
"""Danger from which the safety reader is in no doubt, whatever the listener hears."""
BOTH = 1.7
"""Danger of which both are in doubt, as a share of the geometric mean of what they say."""
CHECK_IN_ANSWERED = 1.9
"""How much more danger a check-in takes beside a guardrail, or what the pages lack …"""
CHECK_IN_TOLD = 2.4
"""… and beside an answer: who asks a plain question is hardly in danger."""
EITHER_SHARE = 0.2
"""Share of the danger that the less likely class has, from which the reply is for both."""
OTHER_SHARE = 0.6
"""The same for the class that no rule speaks for, where a rule speaks for the other one."""
AFTER_ALARM = 0.4
"""Probability from which a message is taken as a reaction to the alarm before it …"""
AFTER_ALARM_SURE = 0.5
"""… when it sounds like danger itself, or some turns have passed."""
ASKED_BESIDE = 0.4
"""Probability from which a part without a question mark is answered beside a reaction."""
OWN_LEADS = 0.85
"""Share from which a sentence with its question mark needs nothing else, either."""
GENERAL_OTHER = 0.05
"""Least trust in another general question, from which a guardrail is not in the words of the last
one."""
ASKED_ALONE = 0.5
"""Probability by itself from which a message that puts a place right asks something else."""
WORD_AS_WELL = 0.3
"""Share from which the meaning of a word is asked, though something that has it was spoken of."""
NEAR = 0.04
"""Least share of a candidate that is kept as something the message might have meant."""
FOCUS = 0.42
"""Least likeness to a statement (cosine and shared words) for showing it as what was asked for."""
FOCUS_BESIDE = 0.06
"""A second statement is shown when it is at most this much less alike."""
