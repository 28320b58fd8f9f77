"""Checks that what is shown stands on its feet: no quote without what it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.content.files import Sources
from bot.content.library import Content, Statement
from bot.content.locations import place_of
from bot.language.terms import Hit, TermIndex
from bot.language.words import words_of

_ANYWHERE = "leaning"
"""Name of the cues that stand for something said elsewhere: "however", "this condition"."""
_FIRST = "leaning_first"
"""Name of those that do so where a sentence begins with them: "other", "both"."""


def check(content: Content, sources: Sources) -> None:
    """Note each statement that leans on something and does not say on what."""
    leaning = Leaning(content.cues)
    for statement in content.statements.values():
        path = f"data/documents/{statement.document}.yaml"
        where = place_of(statement.id, path, sources)
        if statement.refers_to and statement.refers_to not in statement.text:
            message = f"'{statement.refers_to}' does not stand in this sentence; copy its words"
            sources.report(path, message, (*where, "refers_to"))
        for words in leaning.unresolved(statement):
            message = (
                f"'{words}' stands for something outside this sentence;"
                " say what under 'after', 'aside' or 'refers_to'"
            )
            sources.report(path, message, where)


class Leaning:
    """Finds the words of a statement that stand for something which nothing names."""

    def __init__(self, cues: Mapping[str, Iterable[str]]) -> None:
        self._anywhere = TermIndex(cues.get(_ANYWHERE, ()))
        self._first = TermIndex(cues.get(_FIRST, ()))

    def unresolved(self, statement: Statement) -> tuple[str, ...]:
        """These words, each once; none where another statement is shown before it."""
        if statement.furniture or statement.after:
            return ()
        words = words_of(statement.text)
        named = words_of(statement.refers_to)
        said = words_of(statement.aside)
        found = []
        for hit in self._hits(words):
            term = words[hit.start : hit.end]
            # "Other names of it are ...": what the first word leans on may come after it.
            before = words[: hit.start] if hit.start else words
            if not _has(said, term) and not (named and _has(before, named)):
                found.append(" ".join(term))
        return tuple(dict.fromkeys(found))

    def _hits(self, words: tuple[str, ...]) -> Iterator[Hit]:
        yield from (hit for hit in self._first.hits(words) if hit.start == 0)
        yield from self._anywhere.hits(words)


def _has(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))
