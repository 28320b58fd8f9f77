"""The studio in a real browser: what is drawn, by keyboard, light and dark, wide and narrow."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.chat import find_faults, keep
from tests.browser.conftest import is_bad
from tests.harness.deployment import free_port, running

PHONE = {"width": 390, "height": 780}
ANSWER = "/answers/pancreatic_net/inheritance"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where `net-guide studio` is."""
    port = free_port()
    command = [sys.executable, "-m", "bot", "studio", "--port", str(port)]
    log = tmp_path_factory.mktemp("studio") / "log.txt"
    with running(command, port, log, path="") as studio:
        yield studio.url
    assert log.read_text().startswith("The studio is at http://127.0.0.1:")
    assert len(log.read_text().splitlines()) == 1


@pytest.fixture
def visit(new_context: Callable[..., BrowserContext], address: str) -> Iterator[Visit]:
    """Opens a page of the studio; what it says in the console is an error."""
    complaints: list[str] = []

    def visit(path: str, **options: object) -> Page:
        page = new_context(**options).new_page()
        page.set_default_timeout(60_000)  # the first page reads the content
        page.on("console", lambda line: complaints.append(line.text) if is_bad(line) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address + path)
        return page

    yield visit
    assert not complaints


def drawn(page: Page) -> None:
    """Waits until the widget's drawings are there."""
    for frame in page.locator("[data-replies]").all():
        expect(frame.get_by_role("article").first).to_be_visible()


PAGES = [
    "/",
    ANSWER,
    "/answers/safety/crisis",
    "/answers/drawing/tree",
    "/documents/net",
    "/nothing",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desk"])
def test_axe_finds_nothing_and_nothing_overflows(
    visit: Visit, path: str, size: dict[str, int]
) -> None:
    page = visit(path, viewport=size)
    drawn(page)
    name = path.strip("/").replace("/", "-") or "table"
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        keep(page, f"studio-{name}-{scheme}-{size['width']}")
        assert find_faults(page) == [], scheme
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), scheme


def test_a_mark_leads_to_the_answer_and_a_choice_to_the_next(visit: Visit) -> None:
    page = visit("/")
    cell = page.get_by_title("Is it inherited? × Pancreatic NETs: answer")
    cell.click()
    expect(page).to_have_url(f"{page.url.partition('/answers')[0]}{ANSWER}")
    drawn(page)
    answer = page.locator("[data-replies]").first
    expect(answer.get_by_role("article")).to_contain_text("About 10%")
    answer.get_by_role("button", name="Genetic tests").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pancreatic NETs: Genetic tests")


def test_a_choice_that_says_it_otherwise_shows_what_the_bot_does(visit: Visit) -> None:
    page = visit(ANSWER)
    drawn(page)
    page.locator("[data-replies]").first.get_by_role("button", name="Simpler").click()
    explained(page)
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn").last).to_contain_text("rephrase")


def test_a_term_explains_itself_as_in_the_chat(visit: Visit) -> None:
    page = visit(ANSWER)
    drawn(page)
    answer = page.locator("[data-replies]").first
    answer.get_by_role("button", name="sporadically").click()
    expect(answer.get_by_role("note")).to_be_visible()


def test_the_table_by_keyboard(visit: Visit) -> None:
    page = visit("/")
    table = page.locator(".matrix").first
    expect(table.locator("a[tabindex='0']")).to_have_count(1)
    table.locator("a").first.focus()
    keys = page.keyboard
    first = page.locator(":focus").get_attribute("href")
    keys.press("ArrowRight")
    keys.press("ArrowDown")
    moved = page.locator(":focus").get_attribute("href")
    keys.press("ArrowUp")
    keys.press("ArrowLeft")
    assert page.locator(":focus").get_attribute("href") == first
    assert first != moved
    keys.press("ArrowLeft")
    assert page.locator(":focus").get_attribute("href") == first, "it stays at the edge"
    keys.press("Enter")
    expect(page).to_have_url(re.compile(f"{re.escape(str(first))}$"))


def test_a_filter_hides_its_marks_and_the_arrow_keys_pass_them(visit: Visit) -> None:
    page = visit("/")
    table = page.locator(".matrix").first
    inherited = table.locator("td.inherited a").first
    expect(inherited).to_be_visible()
    page.get_by_role("checkbox", name="inherited").uncheck()
    expect(inherited).to_be_hidden()
    table.locator("td.own a").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(":focus")).to_have_text("●answer")


def test_the_skip_link_comes_first(visit: Visit) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_from_a_statement_to_its_sentence_and_to_what_else_shows_it(visit: Visit) -> None:
    page = visit(ANSWER)
    page.get_by_role("link", name="pnet.").first.click()
    place = page.url.partition("#")[2]
    row = page.locator(f"[id='{place}']")
    expect(row).to_be_in_viewport()
    row.get_by_role("link", name="Pancreatic NETs: Is it inherited?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pancreatic NETs: Is it inherited?")


def test_marks_without_script_are_links_and_words(visit: Visit, tmp_path: Path) -> None:
    page = visit("/", java_script_enabled=False)
    page.get_by_title("Is it inherited? × Pancreatic NETs: answer").click()
    expect(page.get_by_role("region", name="In a terminal").first).to_contain_text("About 10%")


WHY = "/why?q=pnet%20inherited%3F"


def explained(page: Page) -> None:
    """Waits until the bot is there; the page goes on by itself."""
    expect(page.get_by_role("heading", name="What people see").first).to_be_visible(timeout=180_000)
    drawn(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desk"])
def test_axe_finds_nothing_on_pages_of_the_bot(
    visit: Visit, scheme: str, size: dict[str, int]
) -> None:
    page = visit(WHY, color_scheme=scheme, viewport=size)
    explained(page)
    page.locator("summary", has_text="All steps").click()
    assert find_faults(page) == []
    keep(page, f"studio-why-{scheme}-{size['width']}")
    base = page.url.partition("/why")[0]
    for path in ("/evaluation", "/conversations"):
        page.goto(base + path)
        assert find_faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.locator("summary").first.click()
    page.locator("details a").first.click()
    expect(page.get_by_role("heading", name="Turn 1:").first).to_be_visible()
    drawn(page)
    assert find_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_question_is_typed_and_a_choice_goes_on(visit: Visit) -> None:
    page = visit("/why")
    field = page.get_by_label("A question, or a conversation")
    expect(field).to_be_focused()
    page.keyboard.type("pnet inherited?")
    page.keyboard.press("Enter")
    explained(page)
    page.locator("[data-replies]").get_by_role("button", name="Simpler").click()
    explained(page)
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn").last).to_contain_text("/rephrase")
    field.press("Control+End")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("and carcinoids?")
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).to_have_count(3)


def test_from_a_turn_of_a_conversation_to_why(visit: Visit) -> None:
    page = visit("/conversations")
    page.locator("summary", has_text="inheritance").click()
    page.locator("details[open] a").first.click()
    page.get_by_role("main").get_by_role("link", name="Why").first.click(timeout=180_000)
    explained(page)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A studio with one conversation, which fails, and two held-out lines."""
    tests = tmp_path_factory.mktemp("tests")
    (tests / "conversations").mkdir()
    (tests / "conversations" / "some.yaml").write_text(
        "- name: wrong\n  turns:\n    - user: what is a carcinoid?\n      kind: refusal\n"
    )
    (tests / "utterances" / "aspects").mkdir(parents=True)
    lines = "held_out: |\n  is it passed down\n  do my kids get it\n"
    (tests / "utterances" / "aspects" / "inheritance.yaml").write_text(lines)
    port = free_port()
    command = [sys.executable, "-m", "bot", "studio", "--port", str(port), "--tests", str(tests)]
    with running(command, port, tests / "log.txt", path="") as studio:
        yield studio.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_conversations_are_held_and_lines_are_said_at_a_press(
    new_context: Callable[..., BrowserContext], few: str, scheme: str
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    page.set_default_timeout(180_000)
    page.goto(f"{few}/conversations")
    page.get_by_role("button", name="Hold all of them").click()
    expect(page.get_by_text("kind is answer, not refusal")).to_be_visible(timeout=180_000)
    assert find_faults(page) == []
    page.get_by_role("link", name="some/wrong").first.click()
    expect(page.get_by_text("Otherwise than expected:")).to_be_visible()
    drawn(page)
    assert find_faults(page) == []
    page.get_by_role("link", name="Evaluation").click()
    page.get_by_role("button", name="Measure").click()
    report = page.frame_locator("iframe")
    expect(report.get_by_role("img", name="Rejection")).to_be_visible(timeout=180_000)
    frame = page.locator("iframe")
    inside = report.locator("html").evaluate("root => root.offsetHeight")
    expect(frame).to_have_attribute("height", str(inside))
    assert find_faults(page) == []
    keep(page, f"studio-evaluation-{scheme}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_mistakes_are_a_page_that_can_be_read(
    new_context: Callable[..., BrowserContext], tmp_path: Path, scheme: str
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "subjects.yaml").write_text("root: [\n")
    port = free_port()
    command = [sys.executable, "-m", "bot", "studio", "--port", str(port)]
    command += ["--content", str(tmp_path)]
    with running(command, port, tmp_path / "log.txt", path="") as studio:
        page = new_context(color_scheme=scheme, viewport=PHONE).new_page()
        page.goto(studio.url)
        expect(page.get_by_text("data/subjects.yaml:")).to_be_visible()
        assert find_faults(page) == []
        keep(page, f"studio-problems-{scheme}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        (tmp_path / "data" / "subjects.yaml").unlink()
        page.reload()
        expect(page.get_by_text("no content here")).to_be_visible()
