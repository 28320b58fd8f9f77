"""What a content folder is turned into before the first answer, and kept between starts.

There are three files in the cache: what was read off the content, the classifiers, and the
vectors of the statements. The classifiers' is named after the training lines, so whoever
changes an answer waits for the others only, which takes seconds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.classify.classifier import Classifier, Example
from bot.classify.context import ContextClassifier, FollowUp, train_context
from bot.classify.encoder import Encoder, FloatArray, Remembering
from bot.classify.train import train
from bot.content import files, load
from bot.content.files import Sources
from bot.content.library import Content
from bot.errors import ModelError
from bot.understand import cache, lexicon, soundness
from bot.understand.cache import Stored
from bot.understand.examples import examples, follow_ups
from bot.understand.lexicon import Lexicon
from bot.understand.view import Viewer

Progress = Callable[[float], None]
_READ = 0.15
"""Share of the whole work that is done when the content is read …"""
_CONTEXT = 0.9
"""… and when the classifier of single messages is trained."""


@dataclass(frozen=True)
class Prepared:
    """Everything that answering needs of a content."""

    content: Content
    words: Lexicon
    classifier: Classifier
    context: ContextClassifier
    statements: Mapping[str, FloatArray]
    """Vectors of the statements, by id."""


def prepare(
    folder: Path, encoder: Encoder, cache_folder: Path | None, progress: Progress | None
) -> Prepared:
    """Read a content folder and train its classifier, or take both from the cache.

    Args:
        folder: with data/, intents/ and responses/.
        encoder: sentence encoder.
        cache_folder: where to keep what was built; the user's cache folder by default.
        progress: called with the share done (0 to 1) while building.

    Raises:
        ContentError: the content has mistakes; all of them are listed.
        ModelError: a model file is damaged.
    """
    tell = progress or (lambda _: None)
    raw, lines = files.read_folder(folder), list[Example]()
    digest = files.digest(raw)

    def read() -> Stored:
        tell(0.0)
        facts, found = _read(raw, digest, encoder)
        lines.extend(found)
        tell(_READ)
        return Stored(facts, {})

    facts = cache.fetch(cache.key("content", digest, encoder.identity), read, cache_folder).facts
    content = load.build(Sources.from_plain(facts["files"]), digest)
    words = Lexicon(*(frozenset(facts[name]) for name in ("targets", "plain", "domain", "spared")))

    def learn() -> Stored:
        viewer = Viewer(content, words)
        known = lines or examples(content, viewer)
        return Stored({}, _learnt(known, follow_ups(content, viewer), encoder, tell))

    name = cache.key("classifier", facts["lines"], encoder.identity)
    classifier, context = _classifiers(name, learn, encoder, cache_folder)
    name = cache.key("statements", digest, encoder.identity)
    vectors = cache.fetch(name, lambda: _statements(content, encoder), cache_folder).arrays
    return Prepared(content, words, classifier, context, vectors)


def _learnt(
    lines: Sequence[Example],
    follow_ups: Sequence[FollowUp],
    encoder: Encoder,
    tell: Progress,
) -> dict[str, Any]:
    remembering = Remembering(encoder)
    trained = train(
        lines, remembering, progress=lambda done: tell(_READ + (_CONTEXT - _READ) * done)
    )
    context = train_context(
        follow_ups,
        remembering.encode([each.text for each in follow_ups]),
        progress=lambda done: tell(_CONTEXT + (1 - _CONTEXT) * done),
    )
    return {**trained.to_arrays(), **context.to_arrays()}


def _statements(content: Content, encoder: Encoder) -> Stored:
    names = sorted(content.statements)
    vectors = encoder.encode([content.statements[name].text for name in names])
    return Stored({}, dict(zip(names, vectors, strict=True)))


def _classifiers(
    name: str, learn: Callable[[], Stored], encoder: Encoder, folder: Path | None
) -> tuple[Classifier, ContextClassifier]:
    """The classifiers of the cache; trained anew when there are none, or none that can be used."""
    with suppress(ModelError):
        return _opened(cache.fetch(name, learn, folder).arrays, encoder)
    # Whole, and yet refused: another release of onnxruntime may have written it.
    cache.discard(name, folder)
    return _opened(cache.fetch(name, learn, folder).arrays, encoder)


def _opened(arrays: cache.Arrays, encoder: Encoder) -> tuple[Classifier, ContextClassifier]:
    return Classifier.from_arrays(arrays, encoder), ContextClassifier.from_arrays(arrays)


def _read(
    raw: Mapping[str, bytes], digest: str, encoder: Encoder
) -> tuple[dict[str, Any], Sequence[Example]]:
    """What is kept of a content, and its training lines."""
    sources = Sources.parse(raw)
    content = load.build(sources, digest)
    soundness.check(content, sources)
    sources.raise_problems()
    words = lexicon.build(content, encoder.words)
    viewer = Viewer(content, words)
    lines = examples(content, viewer)
    facts = {
        "files": sources.plain(),
        "targets": sorted(words.targets),
        "plain": sorted(words.plain),
        "domain": sorted(words.domain),
        "spared": sorted(words.spared),
        "lines": _digest([*lines, *follow_ups(content, viewer)]),
    }
    return facts, lines


def _digest(lines: Sequence[Example | FollowUp]) -> str:
    """SHA-256 over the training lines: the identity of what the classifiers learn from."""
    total = hashlib.sha256()
    for each in lines:
        total.update(repr(each).encode())
    return total.hexdigest()
