"""Utterances as the classifier sees them, each looked at once.

Most of the time of getting ready goes into looking at lines, and an author changes few of them.
So what was seen of a line is kept for as long as nothing changes how it is looked at: neither
what the content has beside its lines and answers, nor how a word of the line is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from bot.content.library import Content
from bot.language.subjects import Mention
from bot.understand.apart import apart
from bot.understand.cache import Kept
from bot.understand.reading import View, is_bare_name
from bot.understand.view import Viewer

_READINGS = ""
"""What is kept under this, beside the lines, is how their words were read."""

_PARTS = ("kinds", "subjects", "root", "terms", "other_diseases", "cues", "spelling")
"""Of a content: those that a viewer reads."""


@dataclass(frozen=True)
class Seen:
    """What the classifier gets of a line."""

    masked: str
    flags: tuple[str, ...]
    bare: bool
    """Whether it is a name and nothing else."""
    named_once: bool
    """Whether there is one name of ours in it, which another may take the place of."""


@dataclass(frozen=True)
class _Look:
    """The view of a line, and what it rests on."""

    view: View
    words: frozenset[str]
    """All words whose reading had a part in it: as written and as repaired."""


class Seer:
    """Looks at lines.

    Args:
        viewer: looks at words.
        kept: what was seen before, by `inputs` of the same content.
    """

    def __init__(self, content: Content, viewer: Viewer, kept: Kept | None = None) -> None:
        self._content = content
        self._viewer = viewer
        self._kept = kept or Kept()
        # A line is looked at once more, with another name, right after it was looked at.
        self._view = lru_cache(maxsize=1)(self._look)

    def see(self, line: str) -> Seen | None:
        """A line, or None when it has no words."""
        return _seen(self._kept.get(line, lambda: self._packed(self._view(line)), self._holds))

    def see_with(self, line: str, name: str) -> Seen:
        """A line that is named once, with another name in the place of that one."""
        text = f"{line}\n{name}"
        found = _seen(
            self._kept.get(text, lambda: self._packed(self._with(line, name)), self._holds)
        )
        assert found
        return found

    def save(self) -> None:
        """Keep what was seen, and how the words in it are read."""
        if not self._kept.new and self._before.get("vocabulary") == self._viewer.vocabulary:
            return
        found = self._kept.texts().values()
        words = sorted({word for packed in found if packed for word in _words(packed)})
        readings = {word: self._viewer.reading(word) for word in words}
        self._kept.note(_READINGS, {"vocabulary": self._viewer.vocabulary, "words": readings})
        self._kept.save()

    @cached_property
    def _before(self) -> dict[str, Any]:
        """How words were read when lines were looked at."""
        return self._kept.before(_READINGS) or {}

    @cached_property
    def _changed(self) -> frozenset[str]:
        """Words of what is kept that are read otherwise by now."""
        if self._before.get("vocabulary") == self._viewer.vocabulary:
            return frozenset()
        words = self._before.get("words", {})
        return frozenset(word for word in words if self._viewer.reading(word) != words[word])

    def _holds(self, found: list[Any]) -> bool:
        return not (self._changed and found) or self._changed.isdisjoint(_words(found))

    def _look(self, line: str) -> _Look | None:
        found = apart(line)
        words = [word for sentence in found for word in sentence.words]
        if not words:
            return None
        read, repairs = self._viewer.speller.read(words)
        view = self._viewer.view(read, asks=found[-1].asks)
        return _Look(view, frozenset((*read, *(each.written for each in repairs))))

    def _with(self, line: str, name: str) -> _Look:
        look = self._view(line)
        assert look is not None
        view = look.view
        [ours] = self._replaceable(view)
        words = (*view.words[: ours.start], *name.split(), *view.words[ours.end :])
        return _Look(self._viewer.view(words, asks=view.asks), look.words | frozenset(words))

    def _replaceable(self, view: View) -> list[Mention]:
        kinds, subjects = self._content.kinds, self._content.subjects
        return [
            each
            for each in view.mentions
            if not each.loose and kinds[subjects[each.subject].kind].guess
        ]

    def _packed(self, look: _Look | None) -> list[Any]:
        if look is None:
            return []
        view = look.view
        once = len(self._replaceable(view)) == 1
        words = " ".join(sorted(look.words))
        return [view.masked, list(view.flags), is_bare_name(view), once, words]


def _seen(packed: list[Any]) -> Seen | None:
    return Seen(packed[0], tuple(packed[1]), packed[2], packed[3]) if packed else None


def _words(packed: list[Any]) -> list[str]:
    words: str = packed[4]
    return words.split(" ")


def inputs(content: Content) -> str:
    """All that what is seen of a line depends on, apart from the vocabulary, as one text."""
    return repr([getattr(content, part) for part in _PARTS])
