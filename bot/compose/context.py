"""What a quote needs beside it: the sentences that it leans on, and the page that it is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.content.library import Content
from bot.reply import Block


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
