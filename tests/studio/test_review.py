"""The table, the answers and the documents, as they are read."""

from __future__ import annotations

import html
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from bot import Bot
from bot.channels import rest
from bot.channels.pipe import render
from bot.content import coverage
from bot.content.library import Content
from bot.dialogue.target import Target
from bot.studio import answers, documents, table
from tests.conftest import ROOT
from tests.studio.conftest import Visit


def test_each_question_stands_in_the_table_once(visit: Visit, content: Content) -> None:
    page = visit("/")
    links = re.findall(r'<td class="(\w+)"><a href="/answers/(\w+)/(\w+)"', page)
    entries = [(each.how, each.subject, each.intent) for each in coverage.table(content)]
    assert sorted(links) == sorted(entries)


def test_counts_are_those_of_the_coverage(visit: Visit, content: Content) -> None:
    found = re.findall(r'id="show-(\w+)".*?<b>(\d+)</b>', visit("/"))
    entries = coverage.table(content)
    hows = (coverage.OWN, coverage.REFUSED, coverage.INHERITED, coverage.NONE)
    assert found == [(how, str(sum(e.how == how for e in entries))) for how in hows]


def test_every_answer_is_listed(content: Content) -> None:
    """What the table does not have stands below it."""
    listed = {each.address for group in table.others(content) for each in group.answers}
    in_table = {each.cell for each in coverage.table(content)}
    cells = {each.id for each in content.cells.values()}
    assert cells <= listed | in_table
    assert {each.id for each in content.comparisons} <= listed


def test_every_address_of_the_front_page_is_there(visit: Visit) -> None:
    addresses = set(re.findall(r'href="(/answers/[^"]+)"', visit("/")))
    assert len(addresses) > 500
    for address in sorted(addresses)[::12]:
        visit(address)


def test_both_drawings_are_of_what_the_bot_says(visit: Visit, bot: Bot) -> None:
    """The real renderers: the widget's message, and every word of the terminal."""
    page = visit("/answers/pancreatic_net/inheritance")
    turn = bot.reply(Target("inheritance", "pancreatic_net").payload)
    replies = re.search(r'data-replies="([^"]*)"', page)
    assert replies
    assert json.loads(html.unescape(replies[1])) == rest.messages(turn, "")
    terminal = re.search(r'<pre class="terminal"[^>]*>(.*?)</pre>', page, re.DOTALL)
    assert terminal
    shown = html.unescape(re.sub(r"<[^>]+>", "", terminal[1]))
    assert shown.split() == render(turn).split()
    assert '<span class="t-bold">' in terminal[1]
    assert "t-color-6" in terminal[1], "choices have a color"


def test_an_answer_says_in_which_file_it_stands(visit: Visit, content: Content) -> None:
    def place(cell: str) -> tuple[str, str]:
        found = re.search(r"<code>([^<]+):(\d+)</code>", visit(f"/answers/{cell}"))
        assert found
        return found[1], (ROOT / found[1]).read_text().splitlines()[int(found[2]) - 1].strip()

    path, line = place("pancreatic_net/inheritance")
    assert path == content.cells["pancreatic_net", "inheritance"].path.partition("#")[0]
    assert line.startswith(("inheritance:", "lead:"))
    assert place("safety/crisis")[0].startswith("bot/common/responses/")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("carcinoid/treatment", "has no answer of its own"),
        ("mayo_clinic/inheritance", "falls back to"),
        ("pancreatic_net/inheritance", "In simpler words"),
        ("compare/carcinoid_pancreatic_net", "side by side"),
        ("guide/by-type", "On a web page"),
        ("guide/by-type.0", "On a web page"),
        ("drawing/tree", "On a web page"),
        ("drawing/body", "On a web page"),
        ("body/lungs", "<h1>Body: Lungs"),
        ("safety/crisis", "Ways to ask for it"),
    ],
)
def test_kinds_of_answers(visit: Visit, content: Content, address: str, said: str) -> None:
    if address.startswith("compare/"):
        address = content.comparisons[0].id
    assert said in visit(f"/answers/{address}")


@pytest.mark.parametrize(
    "address",
    [
        "/answers/nothing/overview",
        "/answers/carcinoid/nothing",
        "/answers/compare/nothing",
        "/answers/guide/nothing",
        "/answers/guide/by-type.x",
        "/answers/drawing/nothing",
        "/documents/nothing",
        "/static/nothing",
        "/static/..%2Fapp.py",
        "/chat/nothing.js",
        "/nothing",
    ],
)
def test_what_is_not_there_is_a_page_that_says_so(studio: TestClient, address: str) -> None:
    response = studio.get(address)
    assert response.status_code == 404
    assert "<h1>Not found</h1>" in response.text


def test_each_choice_leads_to_its_answer(studio: TestClient, content: Content) -> None:
    def place(payload: str) -> str:
        return studio.get("/go", params={"payload": payload}).headers["location"]

    assert place(Target("inheritance", "carcinoid").payload) == "/answers/carcinoid/inheritance"
    assert place(Target("guide", "by-type", (0, 1)).payload) == "/answers/guide/by-type.0.1"
    assert place(Target("body").payload) == "/answers/drawing/body"
    assert place(Target("show_types").payload) == "/answers/drawing/tree"
    refusal = next(each.id for each in content.intents.values() if each.group == "refusals")
    assert place(Target(refusal).payload) == f"/answers/refusals/{refusal}"


@pytest.mark.parametrize("payload", ["/rephrase", "/nothing", "words of somebody"])
def test_acts_of_dialogue_lead_to_what_the_bot_does_at_them(
    studio: TestClient, payload: str
) -> None:
    asked = Target("inheritance", "carcinoid").payload
    response = studio.get("/go", params={"payload": payload, "said": asked})
    place = urlsplit(response.headers["location"])
    assert (place.scheme, place.netloc, place.path) == ("", "", "/why")
    assert parse_qs(place.query) == {"q": [f"{asked}\n{payload}"]}


def test_answers_can_be_read_one_after_the_other(visit: Visit, content: Content) -> None:
    own = {e.cell for e in coverage.table(content) if e.cell == f"{e.subject}/{e.intent}"}
    read = []
    page = visit(f"/answers/{next(iter(own))}")
    while before := re.search(r'rel="prev" href="([^"]+)"', page):
        page = visit(before[1])
        read.append(before[1])
        if len(read) > 5:
            break
    after = re.search(r'rel="next" href="([^"]+)"', page)
    assert after
    assert after[1].removeprefix("/answers/") in own


def test_a_statement_stands_beside_the_answers_that_show_it(content: Content) -> None:
    used = documents.uses(content)
    for cell in content.cells.values():
        for statement in coverage.statements_of(cell):
            assert cell.id in [each.address for each in used[statement]]


def test_a_document_is_shown_whole(visit: Visit, content: Content) -> None:
    for document in content.documents.values():
        page = html.unescape(visit(f"/documents/{document.id}"))
        for section in document.sections:
            assert all(f"<p>{each.text}</p>" in page for each in section.statements)


def test_a_statement_that_nothing_shows_is_marked(content: Content) -> None:
    names = {each.id for each in coverage.unreachable(content)}
    document = next(iter(content.documents.values()))
    reading = documents.read(document, content)
    assert {line.statement.id for line in reading.lines if line.unused} == {
        name for name in names if content.statements[name].document == document.id
    }
    silent = {key: cell for key, cell in content.cells.items() if key[0] == "nothing"}
    alone = documents.read(document, _with(content, silent))
    assert any(line.unused for line in alone.lines)


def _with(content: Content, cells: dict[tuple[str, str], object]) -> Content:
    from dataclasses import replace

    return replace(content, cells=cells, comparisons=())  # type: ignore[arg-type]


def test_addresses_of_choices_that_lead_nowhere(content: Content) -> None:
    assert answers.address(Target("guide", "nothing"), content) == ""
    assert answers.address(Target("restart"), content) == ""
