"""What the classifier learns from: the utterances of the content, seen as messages are seen."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bot.classify.classifier import Example
from bot.classify.context import FollowUp
from bot.content.library import Content, Intent
from bot.understand.seen import Seer

OTHER_DISEASE = "other_disease"
_ASKED_BY_A_NAME = ("overview", "term_meaning")
_SWAP_SHARE = 0.3
"""Share of the utterances naming a subject that are turned into questions about another disease."""
_MADE_UP_SHARE = 0.25
"""Share of these that get a made-up name, so that no list of diseases is learnt by heart."""
_WHOLE_QUESTIONS = 30
"""Utterances of each intent that are also learnt as said after some answer, and mean the same."""
_SYLLABLES = [
    "ba",
    "cor",
    "del",
    "fen",
    "gar",
    "hol",
    "jin",
    "kra",
    "lor",
    "mek",
    "nus",
    "pel",
    "rov",
    "sten",
    "tar",
    "vin",
    "wal",
    "zem",
    "qui",
    "dro",
]
_MADE_UP_TAILS = (
    "",
    "",
    " disease",
    " syndrome",
    "itis",
    "osis",
    "emia",
    " disorder",
    " deficiency",
)


def examples(content: Content, seer: Seer, *, made: bool, seed: int = 0) -> tuple[Example, ...]:
    """The utterances as examples, in a fixed order.

    Args:
        made: with those that are made from them, by a draw that every line before has a part in.
    """
    rng = random.Random(seed)  # noqa: S311 - no secret, must be repeatable
    found: list[Example] = []
    for intent in content.intents.values():
        for line, general in _lines(intent):
            seen = seer.see(line)
            # Masked, "insulinoma?" and "NET?" are one line; alone, a name asks what it is.
            if seen is None or (seen.bare and intent.id not in _ASKED_BY_A_NAME):
                continue
            found.append(Example(seen.masked, intent.id, seen.flags, general))
            drawn = made and intent.group == "aspects" and rng.random() < _SWAP_SHARE
            if drawn and seen.named_once and OTHER_DISEASE in content.intents:
                found.append(_about_another_disease(line, content, seer, rng))
    return tuple(found)


def follow_ups(content: Content, seer: Seer, *, made: bool, seed: int = 0) -> tuple[FollowUp, ...]:
    """What lines mean after an answer: the content's follow-ups.

    Args:
        made: with questions that stand alone. They come after any answer at random: they
            teach which words need no context.
    """
    rng = random.Random(seed)  # noqa: S311 - no secret, must be repeatable
    found: list[FollowUp] = []
    for intent in content.intents.values():
        for line in intent.followups:
            text, _, before = line.rpartition("<=")
            seen = seer.see(text)
            if seen is not None:
                found.append(FollowUp(seen.masked, before.strip(), intent.id))
    befores = sorted({each.before for each in found})
    for intent in content.intents.values() if made and befores else ():
        lines = rng.sample(intent.lines, min(_WHOLE_QUESTIONS, len(intent.lines)))
        for line in lines:
            seen = seer.see(line)
            if seen is not None:
                found.append(FollowUp(seen.masked, rng.choice(befores), intent.id))
    return tuple(found)


def _lines(intent: Intent) -> Iterator[tuple[str, str]]:
    """What an intent is learnt from, and what each line asks in general beside it; or ''."""
    for line in (*intent.utterances, *_keywords(intent)):
        yield line, ""
    yield from intent.asked


def _keywords(intent: Intent) -> Iterator[str]:
    """The aspect's own name and label: people type a bare keyword, or what a button says."""
    if intent.group == "aspects":
        yield intent.id.replace("_", " ")
        yield intent.label.replace("{subject}", "")


def _about_another_disease(line: str, content: Content, seer: Seer, rng: random.Random) -> Example:
    """'Symptoms of a pNET' becomes 'symptoms of a lupus': same shape, other disease."""
    made_up = rng.random() < _MADE_UP_SHARE
    name = _made_up(rng) if made_up else rng.choice(content.other_diseases.names)
    seen = seer.see_with(line, name)
    return Example(seen.masked, OTHER_DISEASE, seen.flags)


def _made_up(rng: random.Random) -> str:
    syllables = rng.choices(_SYLLABLES, k=rng.choice((2, 3)))
    return "".join(syllables) + rng.choice(_MADE_UP_TAILS)
