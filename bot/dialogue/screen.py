"""What stands on the screen and can be pointed at: "who are they?", "the last one on your list"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.content.library import Cell, Content
from bot.dialogue.cues import CueBook
from bot.dialogue.state import State
from bot.dialogue.target import Target
from bot.language.words import words_of
from bot.understand.reading import Segment

Names = Callable[[Sequence[str]], Sequence[str]]
"""The subjects that words name, in order."""
POINTED_AT = "overview"
"""Intent that asks what a thing is, which the answer before may have named."""


class Screen:
    """Finds the subject that the last answer named and a message points at."""

    def __init__(self, content: Content, cues: CueBook, names: Names) -> None:
        self._content = content
        self._cues = cues
        self._names = names

    def pointed_at(self, intent: str, segment: Segment, state: State) -> str:
        """The subject: by its place in a list, by a word of its name, or the first body; or ''."""
        if intent != POINTED_AT or segment.subjects or state.last is None:
            return ""
        named = self._named(state)
        place = self._cues.place(segment.view.words, len(named))
        if place is not None:
            return named[place]
        by_word = self._by_word(segment, named)
        if by_word or self._is_body(state.last.subject):
            return by_word
        bodies = [each for each in named if self._is_body(each)]
        asks = self._cues.has(segment.view.words, "asks_who")
        return bodies[0] if asks and bodies else ""

    def picked(
        self, words: Sequence[str], state: State, labels: Sequence[str], *, options: bool = False
    ) -> int | None:
        """Index of the choice that a sentence picks, or None.

        Args:
            labels: of the choices offered, in order.
            options: as for `CueBook.picked`.
        """
        picked = self._cues.picked(words, labels, options=options)
        if picked is None or picked >= len(state.offered):
            return None
        by_place = self._cues.picked(words, [""] * len(labels)) == picked
        meant = by_place or _names_it(words, state.offered[picked], labels[picked], state)
        return picked if meant else None

    def _named(self, state: State) -> list[str]:
        """Subjects named by the statements of the last answer, but not what it was about."""
        folder, _, intent = state.cell.partition("/")
        cell = self._content.cells.get((folder, intent))
        if not isinstance(cell, Cell) or state.last is None:
            return []
        shown = self._content.quoted(cell, state.last.subject) or cell.nearest
        known = {*self._content.ancestors(state.last.subject), *self._content.ancestors(folder)}
        texts = (self._content.statements[each].text for each in shown)
        found = dict.fromkeys(name for text in texts for name in self._names(words_of(text)))
        return [e for e in found if e not in known and self._content.nearest_cell(POINTED_AT, e)]

    def _by_word(self, segment: Segment, named: Sequence[str]) -> str:
        """'That foundation': the only one that has a weighty word of the message in its name."""
        # "OK, that foundation. What is it?": the word may stand in the sentence before.
        around = [word for each in segment.around for word in each.words]
        said = self._weighty(segment.view.words) or self._weighty(around)
        subjects = self._content.subjects
        found = [
            each
            for each in named
            if not {
                word
                for name in (subjects[each].name, *subjects[each].names)
                for word in words_of(name)
            }.isdisjoint(said)
        ]
        return found[0] if len(found) == 1 else ""

    def _weighty(self, words: Sequence[str]) -> list[str]:
        return self._cues.without(words, "small", "asks")

    def _is_body(self, subject: str) -> bool:
        known = self._content.subjects.get(subject)
        kind = self._content.kinds[known.kind] if known else None
        return kind is not None and kind.carries and not kind.guess


def _names_it(words: Sequence[str], target: Target, label: str, state: State) -> bool:
    """Whether words that fit a choice mean it, and not the last question itself.

    The last question of another subject is picked with its name: "But you said some grow fast" is
    no "How fast do they grow? (of the other kind)".
    """
    last = state.last
    if last is None or target.name != last.name or target.subject == last.subject:
        return True
    name = words_of(label.partition(" (")[2])
    return not name or not set(name).isdisjoint(words)
