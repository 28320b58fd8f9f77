"""What a quote needs beside it: the sentences that it leans on, and the page that it is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby

from bot.content.library import Content
from bot.reply import Block

_DISPENSABLE = ("nearest_heading", "points_to_heading")
"""Headings that say nothing by themselves."""
_COLON = ":"


def quotes(content: Content, names: Iterable[str]) -> list[Block]:
    """Statements as quotes."""
    return [_quote(name, content) for name in names]


def in_context(blocks: Sequence[Block], content: Content) -> list[Block]:
    """The blocks with every run of quotes made whole, and under the name of its page."""
    found: list[Block] = []
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        if kind != "quote":
            found += run
            continue
        names = complete((each.statement for each in run), content)
        for document, said in groupby(names, key=lambda name: content.statements[name].document):
            title = content.documents[document].title
            found.append(Block("page", content.phrase("quoted_page", title=title)))
            found += quotes(content, said)
    return found


def once(blocks: Sequence[Block], shown: Set[str], content: Content) -> list[Block]:
    """The blocks without the quotes that stand above in the same turn.

    What announces its quotes keeps them all: 'This is all they say on it:'. A heading over
    nothing goes.

    Args:
        shown: ids of the statements above.
    """
    found: list[Block] = []
    headings = {content.phrase(each) for each in _DISPENSABLE}
    for is_quote, run in groupby(blocks, key=lambda block: block.kind == "quote"):
        said = list(run)
        before = found[-1] if found else None
        new = [each for each in said if each.statement not in shown]
        headed = before is not None and before.text in headings
        if is_quote and (headed or not _announces(before)):
            if headed and not new:
                found.pop()
            said = new
        found += said
    return found


def _announces(block: Block | None) -> bool:
    """Whether the quotes below it are all that it is there for."""
    return block is None or block.kind == "heading" or block.text.endswith(_COLON)


def complete(names: Iterable[str], content: Content) -> tuple[str, ...]:
    """Statements, each once and right behind what it leans on: "However, about 10% …"."""
    found: list[str] = []
    for name in names:
        for each in reversed(list(_chain(name, content))):
            if each not in found:
                found.insert(_place(each, found, content), each)
    return tuple(found)


def _place(name: str, found: Sequence[str], content: Content) -> int:
    """Behind the statement that this one leans on, and behind others that lean on it."""
    before = content.statements[name].after
    if not before:
        return len(found)
    place = found.index(before) + 1
    while place < len(found) and before in _chain(found[place], content):
        place += 1
    return place


def _chain(name: str, content: Content) -> Iterator[str]:
    """A statement, the one that it leans on, and so on."""
    while name:
        yield name
        name = content.statements[name].after


def _quote(name: str, content: Content) -> Block:
    statement = content.statements[name]
    return Block(
        "quote",
        statement.text,
        statement=statement.id,
        aside=statement.aside,
        document=statement.document,
    )
