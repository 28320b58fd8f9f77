"""Pages that ask the bot: why, conversations, evaluation; and the pages that wait for it."""

from __future__ import annotations

import html
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot import Bot
from bot.channels import journey, rest
from bot.content.library import Content
from bot.errors import ModelError
from bot.studio import talks
from bot.studio.app import create_app
from bot.studio.talks import Scripts
from bot.studio.work import Progress, Work
from bot.testing import conversations
from tests.conftest import ROOT

OURS = {"Origin": "http://127.0.0.1:8088"}
RIGHT = """
- name: inherited
  about: The share is that of the page.
  turns:
    - user: is a pancreatic NET inherited?
      cell: pancreatic_net/inheritance
      says: [about 10%, families]
    - user: and carcinoids?
      gap: yes
      cell: carcinoid/overview
"""
WRONG = """
- name: wrong
  turns:
    - user: is a pancreatic NET inherited?
      cell: pancreatic_net/treatment
"""
LINES = "held_out: |\n  might my kids get my carcinoid\n"


class Load:
    """Stands in for loading the bot: it waits until it is let go."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.go = threading.Event()
        self.go.set()
        self.error: Exception | None = None
        self.times = 0

    def __call__(self, folder: Path, *, progress: Progress) -> Bot:
        self.times += 1
        progress(0.5)
        self.go.wait(60)
        if self.error:
            raise self.error
        return self.bot


@pytest.fixture
def load(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Load]:
    load = Load(bot)
    monkeypatch.setattr(Bot, "load", load)
    yield load
    load.go.set()


@pytest.fixture
def tests(tmp_path: Path) -> Path:
    """A folder with conversations and held-out lines, both few."""
    (tmp_path / "conversations").mkdir()
    (tmp_path / "conversations" / "some.yaml").write_text(RIGHT + WRONG)
    (tmp_path / "utterances" / "aspects").mkdir(parents=True)
    (tmp_path / "utterances" / "aspects" / "inheritance.yaml").write_text(LINES)
    return tmp_path


@pytest.fixture
def asking(load: Load, tests: Path) -> TestClient:
    return TestClient(
        create_app(ROOT, tests),
        base_url="http://127.0.0.1:8088",
        raise_server_exceptions=False,
        follow_redirects=False,
    )


def until_done(client: TestClient, name: str) -> None:
    """Waits as a page does that waits."""
    bell = threading.Event()
    while not client.get(f"/work/{name}").json()["done"]:
        bell.wait(0.01)


def why(client: TestClient, typed: str) -> str:
    response = client.get("/why", params={"q": typed})
    assert response.status_code == 200
    return html.unescape(response.text)


def test_why_is_what_explain_prints(asking: TestClient, bot: Bot) -> None:
    first = bot.reply("pnet inhertied?")
    second = bot.reply("and carcinoids?", first.state)
    asking.get("/why")
    until_done(asking, "bot")
    page = why(asking, "pnet inhertied?\r\n\r\nand carcinoids?")
    for turn in (first, second):
        assert "\n".join(journey.lines(turn)) in page
        assert json.dumps(rest.messages(turn, ""), ensure_ascii=False) in page
    assert "inhertied was read as <b>inherited</b>" in page
    assert 'href="/answers/pancreatic_net/inheritance"' in page


def test_what_was_typed_is_shown_and_not_run(asking: TestClient) -> None:
    asking.get("/why")
    until_done(asking, "bot")
    response = asking.get("/why", params={"q": "</textarea><script>alert(1)</script>"})
    assert "<script>alert" not in response.text
    assert "&lt;script&gt;alert" in response.text


def test_who_comes_early_waits_and_sees_how_far_it_is(asking: TestClient, load: Load) -> None:
    load.go.clear()
    page = why(asking, "hello")
    assert "<h1>Getting the bot ready</h1>" in page
    assert 'data-work="bot"' in page
    assert asking.get("/work/bot").json() == {"share": 0.5, "done": False}
    assert asking.get("/").status_code == 200, "the other pages wait for nothing"
    load.go.set()
    until_done(asking, "bot")
    assert "What people see" in why(asking, "hello")
    assert load.times == 1


def test_a_bot_that_cannot_be_loaded_is_one_sentence(asking: TestClient, load: Load) -> None:
    load.error = ModelError("the encoder is damaged")
    asking.get("/why")
    until_done(asking, "bot")
    response = asking.get("/conversations/some/inherited")
    assert response.status_code == 503
    assert "the encoder is damaged." in response.text
    load.error = None
    asking.get("/why")
    until_done(asking, "bot")
    assert "What people see" in why(asking, "hello"), "tried again"


def test_nothing_waits_that_was_not_begun(asking: TestClient) -> None:
    assert asking.get("/work/evaluation").status_code == 404
    assert asking.get("/evaluation/report").status_code == 404


def test_conversations_pass_or_fail_with_reasons(asking: TestClient, content: Content) -> None:
    before = asking.get("/conversations").text
    assert "2 scripted conversations" in before
    assert "failed" not in before
    response = asking.post("/conversations", headers=OURS)
    assert (response.status_code, response.headers["location"]) == (303, "/conversations")
    until_done(asking, "conversations")
    page = html.unescape(asking.get("/conversations").text)
    assert "<b>1</b> passed, <b>1</b> failed" in page
    assert "cell is pancreatic_net/inheritance, not pancreatic_net/treatment" in page
    assert '<span class="badge wrong">1 failed</span>' in page


def test_a_transcript_has_each_turn_and_what_was_expected(asking: TestClient, bot: Bot) -> None:
    asking.get("/why")
    until_done(asking, "bot")
    page = html.unescape(asking.get("/conversations/some/inherited").text)
    assert "The share is that of the page." in page
    assert re.findall(r"Turn \d: </span>(.*?)</h2>", page) == [
        "is a pancreatic NET inherited?",
        "and carcinoids?",
    ]
    assert '<span class="badge right">passed</span>' in page
    assert "some.yaml:2</code>" in page
    assert "<div>about 10%</div><div>families</div>" in page
    assert "A known gap, which does not count" in page
    turn = bot.reply("is a pancreatic NET inherited?")
    assert json.dumps(rest.messages(turn, ""), ensure_ascii=False) in page
    wrong = asking.get("/conversations/some/wrong").text
    assert "Otherwise than expected" in wrong
    assert '<span class="badge wrong">failed</span>' in wrong
    assert asking.get("/conversations/some/nothing").status_code == 404


def test_an_answer_names_the_conversations_that_expect_it(asking: TestClient) -> None:
    page = asking.get("/answers/pancreatic_net/inheritance").text
    assert "/conversations/some/inherited" in page
    assert "/conversations/some/wrong" not in page


def test_mistakes_of_conversations_have_their_place(asking: TestClient, tests: Path) -> None:
    path = tests / "conversations" / "some.yaml"
    path.write_text(RIGHT.replace("user:", "usr:"))
    response = asking.get("/conversations")
    assert response.status_code == 503
    assert f"{path}:" in response.text
    assert asking.get("/answers/pancreatic_net/inheritance").status_code == 200
    path.write_text(WRONG)
    assert "1 scripted conversations" in asking.get("/conversations").text


def test_a_content_without_conversations_says_where_they_go(load: Load, tmp_path: Path) -> None:
    client = TestClient(create_app(ROOT, tmp_path / "none"), base_url="http://127.0.0.1")
    assert "Write them in" in client.get("/conversations").text


def test_held_turns_are_those_that_the_test_command_runs(bot: Bot, tests: Path) -> None:
    scripts = Scripts(tests).all()
    found = talks.outcomes(scripts, bot, lambda _: None)
    for script in scripts:
        failure = conversations.run(script.conversation, bot)
        assert found[script.address] == (failure.problems if failure else ())
    assert sorted(map(bool, found.values())) == [False, True]


def test_the_report_of_the_evaluation_is_the_commands_own(asking: TestClient) -> None:
    assert "iframe" not in asking.get("/evaluation").text
    assert asking.post("/evaluation", headers=OURS).status_code == 303
    until_done(asking, "evaluation")
    page = asking.get("/evaluation").text
    assert '<iframe class="report" src="/evaluation/report"' in page
    report = asking.get("/evaluation/report")
    assert "how well it is understood</h1>" in report.text
    assert "<svg" in report.text
    policy = report.headers["content-security-policy"]
    assert "style-src 'unsafe-inline'" in policy
    assert "script-src 'self'" in policy


def test_without_held_out_lines_the_evaluation_says_so(load: Load, tmp_path: Path) -> None:
    client = TestClient(create_app(ROOT, tmp_path), base_url="http://127.0.0.1:8088")
    client.post("/evaluation", headers=OURS, follow_redirects=False)
    until_done(client, "evaluation")
    page = client.get("/evaluation").text
    assert "there are no held-out lines" in page
    assert "<button>Measure</button>" in page
    assert client.get("/evaluation/report").status_code == 503


def test_a_fault_while_something_is_done_is_told_and_can_be_tried_again(
    asking: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("words of somebody")

    monkeypatch.setattr(talks, "outcomes", fail)
    asking.post("/conversations", headers=OURS)
    until_done(asking, "conversations")
    page = asking.get("/conversations")
    assert page.status_code == 200
    assert "The studio made a mistake." in page.text
    assert "words of somebody" not in page.text + caplog.text
    assert "Hold all of them" in page.text


def test_work_waits_for_what_must_be_done_before() -> None:
    go, order = threading.Event(), []

    def first(_: Progress) -> None:
        go.wait(60)
        order.append("first")

    before = Work(first)
    after = Work(lambda _: order.append("second"), before)
    assert not after.wait(0)
    go.set()
    after.result()
    assert order == ["first", "second"]
