"""What a content folder is turned into before the first answer, and kept between starts.

Each part has a file of its own in the cache, named after what it depends on: what was read off
the content, the two classifiers, and the vectors of the statements. So whoever changes an
answer waits for the first only, which takes a second or two; and what lines were taken for,
and their vectors, is kept by line, so that an edit costs the lines that it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.classify.classifier import Classifier
from bot.classify.context import ContextClassifier
from bot.classify.encoder import Encoder, FloatArray
from bot.content import checks, files, load
from bot.content.files import Sources
from bot.content.library import Content
from bot.errors import ModelError
from bot.language import banks
from bot.understand import cache, lexicon
from bot.understand.cache import Kept, Stored
from bot.understand.learning import Learning, Lines, Progress
from bot.understand.lexicon import Lexicon
from bot.understand.seen import Seer, inputs
from bot.understand.view import Viewer

ClassifierT = TypeVar("ClassifierT")
_LEXICON, _LINES, _MESSAGES, _CONTEXT = 0.5, 0.9, 0.98, 1.0
"""Shares of the whole work that are done after each part of it."""
_GROUPS = ("targets", "plain", "domain", "spared")


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
    """Read a content folder and train its classifiers, or take both from the cache.

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
    raw, lines = files.read_folder(folder), list[Lines]()
    digest = files.digest(raw)
    learning = Learning(encoder, folder, cache_folder)

    def read() -> Stored:
        content, words, plain = _read(raw, digest, encoder, cache_folder, tell)
        lines.append(_lines(content, words, cache_folder))
        groups = {name: sorted(getattr(words, name)) for name in _GROUPS}
        facts = {"files": plain, **groups, **learning.digests(lines[0])}
        lines[0].seer.save()
        tell(_LINES)
        return Stored(facts, {})

    facts = cache.fetch(learning.key("content", digest), read, cache_folder).facts
    content = load.build(Sources.from_plain(facts["files"]), digest)
    words = Lexicon(**{name: frozenset(facts[name]) for name in _GROUPS})

    def known() -> Lines:
        return lines[0] if lines else _lines(content, words, cache_folder)

    def messages() -> Stored:
        return Stored({}, learning.messages(known(), _part(tell, _LINES, _MESSAGES)))

    def context() -> Stored:
        return Stored({}, learning.context(known(), _part(tell, _MESSAGES, _CONTEXT)))

    opened = _opener(cache_folder)
    classifier = opened(
        learning.key("messages", facts["messages"]),
        messages,
        lambda arrays: Classifier.from_arrays(arrays, encoder),
    )
    after = opened(
        learning.key("context", facts["context"]), context, ContextClassifier.from_arrays
    )
    learning.save()
    return Prepared(content, words, classifier, after, _statements(content, encoder, cache_folder))


def _statements(
    content: Content, encoder: Encoder, folder: Path | None
) -> Mapping[str, FloatArray]:
    names = sorted(content.statements)
    texts = [content.statements[name].text for name in names]

    def encoded() -> Stored:
        return Stored({}, {"vectors": encoder.encode(texts)})

    name = cache.key("statements", encoder.identity, *texts)
    return dict(zip(names, cache.fetch(name, encoded, folder).arrays["vectors"], strict=True))


def _opener(folder: Path | None) -> Callable[..., Any]:
    def opened(
        name: str, learn: Callable[[], Stored], open_: Callable[[cache.Arrays], ClassifierT]
    ) -> ClassifierT:
        """A classifier of the cache; trained anew when there is none, or none that can be used."""
        with suppress(ModelError):
            return open_(cache.fetch(name, learn, folder).arrays)
        # Whole, and yet refused: another release of onnxruntime may have written it.
        cache.discard(name, folder)
        return open_(cache.fetch(name, learn, folder).arrays)

    return opened


def _part(tell: Progress, start: float, end: float) -> Progress:
    return lambda done: tell(start + (end - start) * done)


def _read(
    raw: Mapping[str, bytes], digest: str, encoder: Encoder, folder: Path | None, tell: Progress
) -> tuple[Content, Lexicon, dict[str, Any]]:
    """A content, its vocabulary and its files as plain data."""
    tell(0.0)
    sources = Sources.parse(raw)
    content = load.build(sources, digest)
    checks.check(content, sources)
    banks.check(content, sources)
    sources.raise_problems()

    def keeping(*parts: str) -> Kept:
        return Kept(cache.key("kept", *parts), folder)

    words = lexicon.build(content, encoder.words, keeping)
    tell(_LEXICON)
    return content, words, sources.plain()


def _lines(content: Content, words: Lexicon, folder: Path | None) -> Lines:
    kept = Kept(cache.key("kept", "seen", inputs(content, words)), folder)
    return Lines(content, Seer(content, Viewer(content, words), kept))
