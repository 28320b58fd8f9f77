"""Checks that what is shown stands on its feet: no quote without what it speaks of."""

from __future__ import annotations

from bot.content.files import Sources
from bot.content.library import Content, Statement
from bot.content.locations import place_of
from bot.language.terms import TermIndex
from bot.language.words import words_of

LEANING = "leaning"
"""Name of the cues that stand for something said elsewhere: "however", "this condition"."""


def check(content: Content, sources: Sources) -> None:
    """Note each statement that leans on something and does not say on what."""
    index = TermIndex(content.cues.get(LEANING, ()))
    for statement in content.statements.values():
        path = f"data/documents/{statement.document}.yaml"
        where = place_of(statement.id, path, sources)
        if statement.refers_to and statement.refers_to not in statement.text:
            message = f"'{statement.refers_to}' does not stand in this sentence; copy its words"
            sources.report(path, message, (*where, "refers_to"))
        for words in unresolved(statement, index):
            message = (
                f"'{words}' stands for something outside this sentence;"
                " say what under 'after', 'aside' or 'refers_to'"
            )
            sources.report(path, message, where)


def unresolved(statement: Statement, index: TermIndex) -> tuple[str, ...]:
    """The words of a statement that stand for something which nothing names."""
    if statement.furniture or statement.after:
        return ()
    words = words_of(statement.text)
    named = words_of(statement.refers_to)
    said = words_of(statement.aside)
    found = []
    for hit in index.hits(words):
        term = words[hit.start : hit.end]
        if not _has(said, term) and not (named and _has(words[: hit.start], named)):
            found.append(" ".join(term))
    return tuple(dict.fromkeys(found))


def _has(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))
