"""Utterances as the classifier sees them, each looked at once.

Most of the time of getting ready goes into looking at lines, and an author changes few of them.
So what was seen of a line is kept for as long as nothing changes how lines are looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from bot.content.library import Content
from bot.language.subjects import Mention
from bot.language.words import clean, sentences
from bot.understand.cache import Kept
from bot.understand.lexicon import Lexicon
from bot.understand.reading import View, is_bare_name
from bot.understand.view import Viewer


@dataclass(frozen=True)
class Seen:
    """What the classifier gets of a line."""

    masked: str
    flags: tuple[str, ...]
    bare: bool
    """Whether it is a name and nothing else."""
    named_once: bool
    """Whether there is one name of ours in it, which another may take the place of."""


class Seer:
    """Looks at lines.

    Args:
        viewer: looks at words.
        kept: what was seen before, by `inputs` of the same viewer.
    """

    def __init__(self, content: Content, viewer: Viewer, kept: Kept | None = None) -> None:
        self._content = content
        self._viewer = viewer
        self._kept = kept or Kept()
        # A line is looked at once more, with another name, right after it was looked at.
        self._view = lru_cache(maxsize=1)(self._look)

    def see(self, line: str) -> Seen | None:
        """A line, or None when it has no words."""
        found = self._kept.get(line, lambda: self._packed(self._view(line)))
        return Seen(found[0], tuple(found[1]), *found[2:]) if found else None

    def see_with(self, line: str, name: str) -> Seen:
        """A line that is named once, with another name in the place of that one."""
        found = self._kept.get(f"{line}\n{name}", lambda: self._packed(self._with(line, name)))
        return Seen(found[0], tuple(found[1]), *found[2:])

    def save(self) -> None:
        """Keep what was seen."""
        self._kept.save()

    def _look(self, line: str) -> View | None:
        found = sentences(clean(line))
        words = [word for sentence in found for word in sentence.words]
        if not words:
            return None
        repaired, _ = self._viewer.speller.read(words)
        return self._viewer.view(repaired, asks=found[-1].asks)

    def _with(self, line: str, name: str) -> View:
        view = self._view(line)
        assert view is not None
        [ours] = self._replaceable(view)
        words = (*view.words[: ours.start], *name.split(), *view.words[ours.end :])
        return self._viewer.view(words, asks=view.asks)

    def _replaceable(self, view: View) -> list[Mention]:
        kinds, subjects = self._content.kinds, self._content.subjects
        return [
            each
            for each in view.mentions
            if not each.loose and kinds[subjects[each.subject].kind].guess
        ]

    def _packed(self, view: View | None) -> list[Any]:
        if view is None:
            return []
        once = len(self._replaceable(view)) == 1
        return [view.masked, list(view.flags), is_bare_name(view), once]


def inputs(content: Content, words: Lexicon) -> str:
    """All that what is seen of a line depends on, as one text."""
    rest = replace(
        content,
        digest="",
        intents={},
        cells={},
        comparisons=(),
        documents={},
        statements={},
        guides={},
        phrases={},
        widget={},
    )
    return repr((rest, *(sorted(each) for each in words.groups())))
