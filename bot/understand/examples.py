"""What the classifier learns from: the utterances of the content, seen as messages are seen."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bot.classify.classifier import Example
from bot.classify.context import FollowUp
from bot.content.library import Content, Intent
from bot.language.words import clean, sentences
from bot.understand.reading import View, is_bare_name
from bot.understand.view import Viewer

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


def examples(content: Content, viewer: Viewer, *, seed: int = 0) -> tuple[Example, ...]:
    """All examples, own and made from own, in a fixed order."""
    rng = random.Random(seed)  # noqa: S311 - no secret, must be repeatable
    found: list[Example] = []
    for intent in content.intents.values():
        for line in (*intent.utterances, *_keywords(intent)):
            view = read(line, viewer)
            # Masked, "insulinoma?" and "NET?" are one line; alone, a name asks what it is.
            if view is None or (is_bare_name(view) and intent.id not in _ASKED_BY_A_NAME):
                continue
            found.append(Example(view.masked, intent.id, view.flags))
            if intent.group == "aspects" and rng.random() < _SWAP_SHARE:
                found.extend(_about_another_disease(view, content, viewer, rng))
    return tuple(found)


def follow_ups(content: Content, viewer: Viewer, *, seed: int = 0) -> tuple[FollowUp, ...]:
    """What lines mean after an answer: the content's follow-ups, and questions that stand alone.

    The second ones come after any answer at random: they teach which words need no context.
    """
    rng = random.Random(seed)  # noqa: S311 - no secret, must be repeatable
    found: list[FollowUp] = []
    for intent in content.intents.values():
        for line in intent.followups:
            text, _, before = line.rpartition("<=")
            view = read(text, viewer)
            if view is not None:
                found.append(FollowUp(view.masked, before.strip(), intent.id))
    befores = sorted({each.before for each in found})
    if not befores:
        return ()
    for intent in content.intents.values():
        lines = rng.sample(intent.utterances, min(_WHOLE_QUESTIONS, len(intent.utterances)))
        for line in lines:
            view = read(line, viewer)
            if view is not None:
                found.append(FollowUp(view.masked, rng.choice(befores), intent.id))
    return tuple(found)


def _keywords(intent: Intent) -> Iterator[str]:
    """The aspect's own name and label: people type a bare keyword, or what a button says."""
    if intent.group == "aspects":
        yield intent.id.replace("_", " ")
        yield intent.label.replace("{subject}", "")


def read(line: str, viewer: Viewer) -> View | None:
    """An utterance as one view, or None when it has no words."""
    found = sentences(clean(line))
    words = [word for sentence in found for word in sentence.words]
    if not words:
        return None
    repaired, _ = viewer.speller.read(words)
    return viewer.view(repaired, asks=found[-1].asks)


def _about_another_disease(
    view: View, content: Content, viewer: Viewer, rng: random.Random
) -> Iterator[Example]:
    """'Symptoms of a pNET' becomes 'symptoms of a lupus': same shape, other disease."""
    ours = [
        each
        for each in view.mentions
        if not each.loose and content.kinds[content.subjects[each.subject].kind].guess
    ]
    if len(ours) != 1 or OTHER_DISEASE not in content.intents:
        return
    made_up = rng.random() < _MADE_UP_SHARE
    name = _made_up(rng) if made_up else rng.choice(content.other_diseases.names)
    words = (*view.words[: ours[0].start], *name.split(), *view.words[ours[0].end :])
    swapped = viewer.view(words, asks=view.asks)
    yield Example(swapped.masked, OTHER_DISEASE, swapped.flags)


def _made_up(rng: random.Random) -> str:
    syllables = rng.choices(_SYLLABLES, k=rng.choice((2, 3)))
    return "".join(syllables) + rng.choice(_MADE_UP_TAILS)
