"""What the classifier learns from: the utterances of the content, seen as messages are seen."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bot.classify.classifier import Example
from bot.content.library import Content, Intent
from bot.language.words import clean, sentences
from bot.understand.reading import View
from bot.understand.view import Viewer

OTHER_DISEASE = "other_disease"
_SWAP_SHARE = 0.3
"""Share of the utterances naming a subject that are turned into questions about another disease."""
_MADE_UP_SHARE = 0.25
"""Share of these that get a made-up name, so that no list of diseases is learnt by heart."""
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
            if view is None:
                continue
            found.append(Example(view.masked, intent.id, view.flags))
            if intent.group == "aspects" and rng.random() < _SWAP_SHARE:
                found.extend(_about_another_disease(view, content, viewer, rng))
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
