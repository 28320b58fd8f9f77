"""Whatever is shown stands on its feet: each quote tells its page and what it speaks of."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from bot import Bot
from bot.channels.drawing import Pen
from bot.channels.paper import Paper
from bot.channels.rest import messages
from bot.compose.composer import Composer
from bot.compose.context import complete
from bot.content.library import Content
from bot.dialogue import tree
from bot.dialogue.decision import Decision, ShowCell, ShowComparison, ShowTree
from bot.dialogue.state import State
from bot.dialogue.subjects import cell_for
from bot.language.truth import Leaning
from bot.reply import Reply, Turn

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
        yield replace(decision, first=name, note="lacks_point")


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
    leaning = Leaning(content.cues)
    for reply in replies:
        before: list[str] = []
        for block in reply.blocks:
            if block.kind != "quote":
                before = before if block.kind == "page" else []
                continue
            statement = content.statements[block.statement]
            assert not leaning.unresolved(statement), f"{reply.cell}: {block.text}"
            assert block.aside == statement.aside
            if statement.after:
                # Right before it, or before others that lean on the same sentence.
                siblings = [content.statements[each].after for each in before]
                near = statement.after in (before[-1:] + siblings[-1:])
                assert near, f"{reply.cell}: '{block.text}' after {before}"
            before.append(block.statement)


@pytest.mark.parametrize(
    ("name", "without", "found"),
    [
        ("net.related.orphanet", {"aside": ""}, ("this",)),
        ("net.related.orphanet", {"aside": "they: tumors"}, ("this",)),
        ("net.types.pancreatic", {"refers_to": ""}, ("they",)),
        ("net.types.pancreatic", {"refers_to": "outside the pancreas"}, ("they",)),
        ("net.behavior.cancer", {"aside": ""}, ("they",)),
        ("pnet.behavior.cancer", {"aside": ""}, ("it",)),
        ("net.inheritance.syndromes", {"after": ""}, ("however",)),
        ("net.inheritance.dominant", {"after": ""}, ("these",)),
        ("pnet.locations.outside", {"after": ""}, ("however",)),
    ],
)
def test_the_words_that_lean_are_found(
    name: str, without: dict[str, str], found: tuple[str, ...], content: Content
) -> None:
    statement = content.statements[name]
    assert not Leaning(content.cues).unresolved(statement)
    assert Leaning(content.cues).unresolved(statement.model_copy(update=without)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("These tumors grow slowly.", "these"),
        ("They grow slowly.", "they"),
        ("This grows slowly.", "this"),
        ("In these cases surgery may help.", "these"),
        ("Other tumors grow fast.", "other"),
        ("Both grow slowly.", "both"),
        ("The syndrome runs in families.", "the syndrome"),
        ("It may then be called the latter.", "it"),
    ],
)
def test_a_sentence_without_what_it_speaks_of_is_found(
    text: str, found: str, content: Content
) -> None:
    plain = content.statements["net.hormones.can_produce"]
    bare = plain.model_copy(update={"text": text, "aside": "", "after": "", "refers_to": ""})
    assert found in Leaning(content.cues).unresolved(bare)


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


def test_an_outlook_of_the_pancreatic_page_is_said_to_be_that(
    replies: list[Reply], content: Content
) -> None:
    """Also in the lead, and not only by the name of the page above the quote."""
    outlooks = [each for each in replies if any(map(_is_outlook, each.statements))]
    elsewhere = [each for each in outlooks if not _is_pancreatic(each.subject, content)]
    assert {each.cell for each in elsewhere} >= {"refusals/cure", "refusals/survival_figures"}
    for reply in elsewhere:
        leads = [each.text for each in reply.blocks if each.kind in ("lead", "heading")]
        assert not leads or "pancrea" in " ".join(leads).lower(), reply


def _is_outlook(statement: str) -> bool:
    return statement.startswith("pnet.prognosis.")


def _is_pancreatic(subject: str, content: Content) -> bool:
    while subject in content.subjects:
        if subject == "pancreatic_net":
            return True
        subject = content.subjects[subject].parent
    return False


def _drawn(reply: Reply, content: Content, *, plain: bool) -> str:
    out = io.StringIO()
    Pen(content, Paper(plain=plain, file=out)).turn(Turn((reply,), State()))
    return out.getvalue()


def _served(reply: Reply, _: Content) -> str:
    return str(messages(Turn((reply,), State()), "somebody")[0]["text"])


@pytest.mark.parametrize(
    "told",
    [partial(_drawn, plain=True), partial(_drawn, plain=False), _served],
    ids=["plain terminal", "terminal", "REST"],
)
def test_every_channel_names_the_page_of_a_quote(
    told: Callable[[Reply, Content], str],
    replies: list[Reply],
    content: Content,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    pages = {
        each.id: " ".join(content.phrase("quoted_page", title=each.title).split())
        for each in content.documents.values()
    }
    for reply in replies[::5]:
        text = " ".join(told(reply, content).split())
        place = 0
        for block in reply.blocks:
            if block.kind == "quote":
                place = text.index("“" + " ".join(block.text.split()), place)
                named = max(pages, key=lambda each: text.rfind(pages[each], 0, place))
                assert pages[named] in text[:place]
                assert named == block.document, f"{reply.cell}: {block.text}"
                place += 1  # both pages have some sentences in the same words


def test_the_tree_of_types_shows_what_puts_each_branch_there(bot: Bot) -> None:
    (reply,) = bot.reply("/show_types").replies
    assert set(tree.statements(bot.content)) <= set(reply.statements)


def test_what_follows_a_kind_word_says_what_the_page_says(content: Content) -> None:
    """'Shorter' shows the lead alone: one that only announces the sentences would say nothing."""
    told = [each for each in content.cells.values() if each.intent == "disclosure"]
    leads = {
        each.id: (each.lead, content.cells[each.folder, "overview"].lead)
        for each in told
        if (each.folder, "overview") in content.cells
    }
    assert leads
    assert [name for name, (lead, told) in leads.items() if not lead.endswith(told)] == []
