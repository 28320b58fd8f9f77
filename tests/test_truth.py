"""Whatever is shown stands on its feet: each quote tells its page and what it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bot.compose.composer import Composer
from bot.compose.context import complete
from bot.content.library import Content
from bot.dialogue.decision import Decision, ShowCell, ShowComparison, ShowTree
from bot.dialogue.state import State
from bot.dialogue.subjects import cell_for
from bot.language.terms import TermIndex
from bot.language.truth import LEANING, unresolved
from bot.reply import Reply

TODAY = date(2026, 1, 1)


def decisions(content: Content) -> Iterator[Decision]:
    """Every answer of every subject, whole and each sentence of it alone, and all else quoted."""
    for intent in content.intents.values():
        for subject in content.subjects.values():
            cell = cell_for(intent.id, subject.id, content)
            if cell:
                yield from alone_and_whole(ShowCell(cell, intent.id, subject.id), content)
    for cell in {each.id: each for each in content.cells.values()}.values():
        yield from alone_and_whole(ShowCell(cell, cell.intent, cell.folder), content)
    yield from (ShowComparison(each) for each in content.comparisons)
    yield ShowTree()


def alone_and_whole(decision: ShowCell, content: Content) -> Iterator[ShowCell]:
    yield decision
    cell = decision.cell
    for name in (*content.quoted(cell, decision.subject), *cell.nearest):
        yield replace(decision, focus=(name,))
        yield replace(decision, first=name)


@pytest.fixture(scope="module")
def replies(content: Content) -> list[Reply]:
    composer = Composer(content)
    found = {
        reply.blocks: reply
        for each in decisions(content)
        for reply in composer.compose([each], State(), TODAY)
    }
    return list(found.values())


def test_every_quote_stands_under_the_name_of_its_page(
    replies: list[Reply], content: Content
) -> None:
    assert sum(len(each.statements) for each in replies) > 1000
    for reply in replies:
        page = ""
        for block in reply.blocks:
            if block.kind == "page":
                page = block.text
            elif block.kind == "quote":
                assert block.document == content.statements[block.statement].document
                assert content.documents[block.document].title in page.split('"')
            else:
                page = ""


def test_nothing_that_is_quoted_leans_on_what_is_not_there(
    replies: list[Reply], content: Content
) -> None:
    index = TermIndex(content.cues[LEANING])
    for reply in replies:
        before: list[str] = []
        for block in reply.blocks:
            if block.kind != "quote":
                before = before if block.kind == "page" else []
                continue
            statement = content.statements[block.statement]
            assert not unresolved(statement, index), f"{reply.cell}: {block.text}"
            assert block.aside == statement.aside
            if statement.after:
                # Right before it, or before others that lean on the same sentence.
                siblings = [content.statements[each].after for each in before]
                near = statement.after in (before[-1:] + siblings[-1:])
                assert near, f"{reply.cell}: '{block.text}' after {before}"
            before.append(block.statement)


def test_the_words_that_lean_are_found(content: Content) -> None:
    index = TermIndex(content.cues[LEANING])
    statement = content.statements["net.related.orphanet"]
    assert not unresolved(statement, index)
    assert unresolved(statement.model_copy(update={"aside": ""}), index) == ("this",)
    assert unresolved(statement.model_copy(update={"aside": "they: tumors"}), index) == ("this",)
    inner = content.statements["net.types.pancreatic"]
    assert unresolved(inner.model_copy(update={"refers_to": ""}), index) == ("they",)
    assert unresolved(inner.model_copy(update={"refers_to": "outside the pancreas"}), index) == (
        "they",
    )


def test_what_leans_on_nothing_stands_alone(content: Content) -> None:
    assert complete(["net.inheritance.sporadic"], content) == ("net.inheritance.sporadic",)
    assert complete([], content) == ()


def test_what_a_statement_leans_on_comes_before_it_all_the_way(content: Content) -> None:
    chain = ("net.inheritance.sporadic", "net.inheritance.syndromes", "net.inheritance.dominant")
    assert complete(chain[2:], content) == chain
    assert complete(chain[1:], content) == chain
    assert complete(chain[::-1], content) == chain


def test_long_chains(content: Content) -> None:
    names = list(content.statements)[:5]
    chained = {
        name: content.statements[name].model_copy(update={"after": before})
        for before, name in zip(["", *names], names, strict=False)
    }
    longer = replace(content, statements={**content.statements, **chained})
    assert complete([names[4]], longer) == tuple(names)
