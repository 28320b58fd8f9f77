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
from functools import cache as once
from pathlib import Path
from typing import Any, TypeVar

from bot.classify.classifier import Classifier
from bot.classify.context import Context, ContextClassifier
from bot.classify.cutting import Cutter
from bot.classify.encoder import Encoder, FloatArray, OnnxEncoder
from bot.classify.listener import Listener, Listening, knows
from bot.classify.points import Point, PointReader
from bot.content import files, layers, load
from bot.content.files import Sources
from bot.content.library import Content
from bot.errors import ModelError
from bot.understand import cache, lexicon, point_lines, soundness
from bot.understand.apart import forget
from bot.understand.cache import Kept, Stored
from bot.understand.learning import Learning, Lines, Progress
from bot.understand.lexicon import Lexicon
from bot.understand.seen import Seer, inputs
from bot.understand.view import Viewer

ReaderT = TypeVar("ReaderT")
_ADJUSTING = (0.4, 0.85, 0.98, 1.0)
"""Shares of the whole work that are done after the vocabulary, the lines, and each classifier …"""
_TRAINING_ANEW = (0.1, 0.2, 0.9, 1.0)
"""… and where the classifiers are trained from all lines."""
_GROUPS = ("targets", "plain", "domain", "spared")
_LEARNT_FROM = ("utterances", "asking", "followups", "near_misses")
"""Of an intent's file what is only learnt from, and no small thing to hold on to."""


@dataclass(frozen=True)
class Prepared:
    """Everything that answering needs of a content."""

    content: Content
    words: Lexicon
    classifier: Classifier
    context: Context
    cutter: Cutter
    listening: Listening | None
    """None for a content that it does not know, or beside somebody's own encoder."""
    points: PointReader
    statements: Mapping[str, FloatArray]
    """Vectors of the statements, by id."""


def prepare(
    folder: Path,
    encoder: Encoder,
    cache_folder: Path | None,
    progress: Progress | None,
    *,
    late: bool = False,
) -> Prepared:
    """Read a content folder and train its classifiers, or take both from the cache.

    Args:
        folder: with data/, intents/ and responses/.
        encoder: sentence encoder.
        cache_folder: where to keep what was built; the user's cache folder by default.
        progress: called with the share done (0 to 1) while building.
        late: read what only a second message needs when there is one, if it is built, and
            leave the lines out that intents are learnt from.

    Raises:
        ContentError: the content has mistakes; all of them are listed.
        ModelError: a model file is damaged.
    """
    work = _Work(folder, encoder, cache_folder, progress or (lambda _: None))
    facts = work.facts(late=late)
    content = load.build(Sources.from_plain(facts["files"]), work.digest)
    words = Lexicon(**{name: frozenset(facts[name]) for name in _GROUPS})
    classifier, context = work.classifiers(facts, content, words, late=late)
    points = work.points(facts["points"], content, words)
    statements = _statements(content, encoder, cache_folder)
    forget()
    listening = once(Listener.load)
    if not late:
        listening()
    hears = isinstance(encoder, OnnxEncoder) and knows(content.intents)
    cutter = Cutter(lambda: listening().encoder, content.cues.get("after_comma", ()))
    heard = listening if hears else None
    return Prepared(content, words, classifier, context, cutter, heard, points, statements)


class _Work:
    """Getting one content ready; what one step found is at hand for the next."""

    def __init__(
        self, folder: Path, encoder: Encoder, cache_folder: Path | None, tell: Progress
    ) -> None:
        self._raw: Mapping[str, bytes] = files.read_folder(folder)
        self.digest = files.digest(self._raw)
        self._encoder = encoder
        self._folder = cache_folder
        self._place = folder
        self._tell = tell
        self._learning = Learning(encoder, folder, cache_folder)
        self._lines: Lines | None = None
        self._asked: list[Point] | None = None
        self._shares = _ADJUSTING

    def facts(self, *, late: bool) -> dict[str, Any]:
        """What is kept of the content: files, vocabulary, digests of what there is to learn."""
        name = self._learning.key("content", self.digest)
        found = cache.find(self._short, self._folder) if late else None
        if found is None:
            found = cache.fetch(name, self._read, self._folder)
        self._raw = {}  # read, and no small thing to hold on to
        return found.facts

    @property
    def _short(self) -> str:
        """The name of the same without what is only learnt from."""
        return self._learning.key("answers", self.digest)

    def classifiers(
        self, facts: Mapping[str, Any], content: Content, words: Lexicon, *, late: bool
    ) -> tuple[Classifier, Context]:
        """The two classifiers, learnt where they are not kept."""
        learning, tell = self._learning, self._tell

        def messages() -> Stored:
            lines = self._looked_at(content, words)
            return Stored({}, learning.messages(lines, _part(tell, *self._shares[1:3])))

        def context() -> Stored:
            lines = self._looked_at(content, words)
            return Stored({}, learning.context(lines, _part(tell, *self._shares[2:])))

        def opened(arrays: cache.Arrays) -> Classifier:
            return Classifier.from_arrays(arrays, self._encoder)

        name = learning.key("messages", facts["messages"])
        found = _opened(name, messages, opened, self._folder)
        of_context = learning.key("context", facts["context"])

        @once
        def after() -> ContextClassifier:
            return _opened(of_context, context, ContextClassifier.from_arrays, self._folder)

        if not (late and cache.has(of_context, self._folder)):
            after()
        learning.save()
        return found, after

    def points(self, digest: str, content: Content, words: Lexicon) -> PointReader:
        """What says whether an answer tells the point that is asked."""

        def learn() -> Stored:
            asked = point_lines.points_of(self._whole()) if self._asked is None else self._asked
            seer = self._looked_at(content, words).seer
            known = point_lines.load(self._encoder.identity)
            return Stored({}, point_lines.learn(asked, known, seer, self._encoder).to_arrays())

        name = cache.key("points", digest, self._encoder.identity)
        return _opened(name, learn, PointReader.from_arrays, self._folder)

    def _read(self) -> Stored:
        self._tell(0.0)
        content, words, plain = _read(self._raw, self.digest, self._encoder, self._folder)
        if self._learning.likely_anew(content):
            self._shares = _TRAINING_ANEW
        self._tell(self._shares[0])
        lines = self._looked_at(content, words)
        groups = {name: sorted(getattr(words, name)) for name in _GROUPS}
        self._asked = point_lines.points_of(content)
        points = point_lines.digest(self._asked)
        # Needed to learn from, and no small thing to hold on to in every process.
        for path in [each for each in plain if each.startswith(f"{load.POINTS}/")]:
            del plain[path]
        facts = {"files": plain, "points": points, **groups, **self._learning.digests(lines)}
        lines.seer.save()
        short = {path: _without_lines(path, data) for path, data in plain.items()}
        cache.save(cache.place(self._short, self._folder), Stored({**facts, "files": short}, {}))
        self._tell(self._shares[1])
        return Stored(facts, {})

    def _whole(self) -> Content:
        """The content with what is learnt from it, where only the rest of it is kept."""
        return load.build(Sources.parse(files.read_folder(self._place)), self.digest)

    def _looked_at(self, content: Content, words: Lexicon) -> Lines:
        if self._lines is None:
            if not any(each.lines for each in content.intents.values()):
                content = self._whole()
            # Each encoder brings English words of its own: one's lines are not the other's.
            name = cache.key("kept", "seen", self._encoder.identity, inputs(content))
            kept = Kept(name, self._folder)
            self._lines = Lines(content, Seer(content, Viewer(content, words), kept))
        return self._lines


def _statements(
    content: Content, encoder: Encoder, folder: Path | None
) -> Mapping[str, FloatArray]:
    names = sorted(content.statements)
    texts = [content.statements[name].text for name in names]

    def encoded() -> Stored:
        return Stored({}, {"vectors": encoder.encode(texts)})

    name = cache.key("statements", encoder.identity, *texts)
    return dict(zip(names, cache.fetch(name, encoded, folder).arrays["vectors"], strict=True))


def _opened(
    name: str,
    learn: Callable[[], Stored],
    open_: Callable[[cache.Arrays], ReaderT],
    folder: Path | None,
) -> ReaderT:
    """A classifier of the cache; trained anew when there is none, or none that can be used."""
    with suppress(ModelError):
        return open_(cache.fetch(name, learn, folder).arrays)
    # Whole, and yet refused: another release of onnxruntime may have written it.
    return open_(cache.renew(name, learn, folder).arrays)


def _without_lines(path: str, data: Any) -> Any:
    """A parsed file, of an intent without the lines that it is learnt from."""
    if not path.removeprefix(layers.PREFIX).startswith("intents/") or not isinstance(data, dict):
        return data
    return {key: value for key, value in data.items() if key not in _LEARNT_FROM}


def _part(tell: Progress, start: float, end: float) -> Progress:
    return lambda done: tell(start + (end - start) * done)


def _read(
    raw: Mapping[str, bytes], digest: str, encoder: Encoder, folder: Path | None
) -> tuple[Content, Lexicon, dict[str, Any]]:
    """A content, its vocabulary and its files as plain data."""
    sources = Sources.parse(raw)
    content = load.build(sources, digest)
    soundness.check(content, sources)
    sources.raise_problems()

    def keeping(*parts: str) -> Kept:
        return Kept(cache.key("kept", *parts), folder)

    return content, lexicon.build(content, encoder.words, keeping), sources.plain()
