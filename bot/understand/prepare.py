"""What a content folder is turned into before the first answer, and kept between starts.

There are two files in the cache: what was read off the content, and the classifier. The
second is named after the training lines, so whoever changes an answer waits for the first
only, which takes seconds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.classify.classifier import Classifier, Example
from bot.classify.encoder import Encoder
from bot.classify.train import train
from bot.content import checks, files, load
from bot.content.files import Sources
from bot.content.library import Content
from bot.errors import ModelError
from bot.understand import cache, lexicon
from bot.understand.cache import Stored
from bot.understand.examples import examples
from bot.understand.lexicon import Lexicon
from bot.understand.view import Viewer

Progress = Callable[[float], None]
_READ = 0.1
"""Share of the whole work that is done when the content is read."""


@dataclass(frozen=True)
class Prepared:
    """Everything that answering needs of a content."""

    content: Content
    words: Lexicon
    classifier: Classifier


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
    raw = files.read_folder(folder)
    digest = files.digest(raw)
    lines: list[Example] = []

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
        known = lines or examples(content, Viewer(content, words))
        trained = train(known, encoder, progress=lambda done: tell(_READ + (1 - _READ) * done))
        return Stored({}, trained.to_arrays())

    name = cache.key("classifier", facts["lines"], encoder.identity)
    return Prepared(content, words, _classifier(name, learn, encoder, cache_folder))


def _classifier(
    name: str, learn: Callable[[], Stored], encoder: Encoder, folder: Path | None
) -> Classifier:
    """The classifier of the cache; trained anew when there is none, or none that can be used."""
    with suppress(ModelError):
        return Classifier.from_arrays(cache.fetch(name, learn, folder).arrays, encoder)
    # Whole, and yet refused: another release of onnxruntime may have written it.
    cache.discard(name, folder)
    return Classifier.from_arrays(cache.fetch(name, learn, folder).arrays, encoder)


def _read(
    raw: Mapping[str, bytes], digest: str, encoder: Encoder
) -> tuple[dict[str, Any], Sequence[Example]]:
    """What is kept of a content, and its training lines."""
    sources = Sources.parse(raw)
    content = load.build(sources, digest)
    checks.check(content, sources)
    sources.raise_problems()
    words = lexicon.build(content, encoder.words)
    lines = examples(content, Viewer(content, words))
    facts = {
        "files": sources.plain(),
        "targets": sorted(words.targets),
        "plain": sorted(words.plain),
        "domain": sorted(words.domain),
        "spared": sorted(words.spared),
        "lines": _digest(lines),
    }
    return facts, lines


def _digest(lines: Sequence[Example]) -> str:
    """SHA-256 over the training lines: the identity of what the classifier learns from."""
    total = hashlib.sha256()
    for each in lines:
        total.update(repr((each.text, each.label, each.flags)).encode())
    return total.hexdigest()
