"""Thumbs: off unless wanted, counted by cell, and nothing else is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.content.library import Content
from tests.harness.chat import Server

FEEDBACK = "/feedback"
FRIEND = "https://hospital.example"
LABELS = re.compile(r'^net_guide_feedback_total\{cell="([\w/-]+)",thumb="(up|down)"\} (\S+)$')


@pytest.fixture(scope="module")
def counting() -> Iterator[Server]:
    with Server("--feedback", "--rate-limit", "0", "--allowed-origins", FRIEND) as running:
        yield running


def counts(server: Server) -> dict[tuple[str, str], float]:
    lines = server.operations.get("/metrics").text.splitlines()
    found = filter(None, map(LABELS.match, lines))
    return {(each[1], each[2]): float(each[3]) for each in found}


def test_off_by_default(server: Server) -> None:
    body = {"cell": "net/overview", "thumb": "up"}
    assert server.http.post(FEEDBACK, json=body).status_code == 404
    assert server.http.get("/widget/texts").json()["feedback"] is False
    assert FEEDBACK not in server.http.get("/openapi.json").json()["paths"]
    assert counts(server) == {}


def test_counts_by_cell(counting: Server) -> None:
    before = counts(counting)
    for thumb in ("up", "down", "up"):
        response = counting.http.post(FEEDBACK, json={"cell": "body/liver", "thumb": thumb})
        assert (response.status_code, response.content) == (204, b"")
    after = counts(counting)
    assert after["body/liver", "up"] - before["body/liver", "up"] == 2
    assert after["body/liver", "down"] - before["body/liver", "down"] == 1
    assert {key for key in after if after[key] != before[key]} == {
        ("body/liver", "up"),
        ("body/liver", "down"),
    }
    assert counting.http.get("/widget/texts").json()["feedback"] is True
    assert FEEDBACK in counting.http.get("/openapi.json").json()["paths"]


def test_labels_are_a_closed_list(counting: Server, content: Content) -> None:
    known = {each.id for each in [*content.cells.values(), *content.comparisons]}
    cells = {cell for cell, _ in counts(counting)}
    assert cells <= known
    assert not {each for each in cells if each.startswith(("safety/", "after_alarm/"))}
    assert len(counts(counting)) == 2 * len(cells)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"cell": "net/overview"},
        {"cell": "net/overview", "thumb": "I have cancer"},
        {"cell": "my name is Ann", "thumb": "up"},
        {"cell": "safety/crisis", "thumb": "up"},
        {"cell": ["net/overview"], "thumb": "up"},
        {"cell": "", "thumb": "up net/overview"},
    ],
)
def test_nothing_else_is_counted(counting: Server, body: dict[str, object]) -> None:
    before = counts(counting)
    response = counting.http.post(FEEDBACK, json=body)
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "bad_feedback"
    assert "Ann" not in response.text
    assert counts(counting) == before


def test_body_must_be_json(counting: Server) -> None:
    assert counting.http.post(FEEDBACK, content=b"up").status_code == 415
    headers = {"Content-Type": "application/json"}
    assert counting.http.post(FEEDBACK, content=b"[]", headers=headers).status_code == 400
    assert counting.http.get(FEEDBACK).status_code == 405


def test_other_sites_that_are_allowed_may_count(counting: Server) -> None:
    asked = {"origin": FRIEND, "access-control-request-method": "POST"}
    response = counting.http.request("OPTIONS", FEEDBACK, headers=asked)
    assert response.headers["access-control-allow-origin"] == FRIEND


def test_thumbs_are_limited_as_messages_are() -> None:
    with Server("--feedback", "--rate-limit", "2") as limited:
        body = {"cell": "net/overview", "thumb": "up"}
        answers = [limited.http.post(FEEDBACK, json=body).status_code for _ in range(4)]
    assert 429 in answers


def test_not_in_the_log(counting: Server) -> None:
    counting.http.post(FEEDBACK, json={"cell": "net/rarity", "thumb": "down"})
    assert "net/rarity" not in counting.log
