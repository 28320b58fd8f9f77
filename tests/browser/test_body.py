"""The figure of the body: its sites, by finger and by keyboard, and what they lead to."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from bot.content.library import Content
from tests.browser.chat import Chat, find_faults, style_of
from tests.browser.conftest import Open, drop
from tests.browser.states import double_text, turn_around
from tests.browser.test_display import IS_TOO_WIDE
from tests.conftest import ROOT

TITLE = "Places in the body"


def drawn(chat: Chat) -> Locator:
    """The answer with the figure."""
    chat.button("Topics").click()
    answer = chat.choose(TITLE)
    answer.locator(".body-map").wait_for()
    return answer


def names(answer: Locator) -> Locator:
    return answer.get_by_role("list", name=TITLE).get_by_role("button")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_figure_fits_every_screen(open_page: Open, width: int, scheme: str) -> None:
    chat = open_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    answer = drawn(chat)
    assert chat.page.evaluate(IS_TOO_WIDE) == []
    assert find_faults(chat.page) == []
    names(answer).nth(3).hover()
    chat.keep(f"body-{width}-{scheme}")


def test_every_site_of_the_content_has_a_drawing(content: Content) -> None:
    code = (ROOT / "bot" / "widget" / "body.js").read_text(encoding="utf-8")
    shapes = code.partition("const SHAPES = {")[2].partition("\n};")[0]
    assert set(re.findall(r"^  (\w+):", shapes, re.MULTILINE)) == set(content.body.sites)


def test_figure_and_names_lead_to_what_the_pages_say(chat: Chat, content: Content) -> None:
    answer = drawn(chat)
    expect(names(answer)).to_have_count(len(content.body.sites))
    expect(answer.locator(".site")).to_have_count(len(content.body.sites))
    told = chat.answer_to(answer.locator(".site:has(.touch)").nth(3).locator("path").last.click)
    expect(chat.questions.last).to_contain_text("Lungs")
    expect(told).to_contain_text("“Carcinoid tumors - NETs that most commonly arise in")
    expect(names(answer).nth(3)).to_have_attribute("aria-pressed", "true")


def test_site_is_chosen_by_keyboard(chat: Chat) -> None:
    answer = drawn(chat)
    names(answer).first.focus()
    for _ in range(3):
        chat.page.keyboard.press("Tab")
    expect(names(answer).nth(3)).to_be_focused()
    expect(answer.locator(".site").nth(3)).to_have_class(re.compile("marked"))
    told = chat.answer_to(lambda: chat.page.keyboard.press("Enter"))
    expect(told).to_contain_text("The lungs are one of the places")
    assert find_faults(chat.page) == []


def test_sites_are_a_list_where_the_drawing_cannot_be_loaded(chat: Chat) -> None:
    chat.page.route("**/later.js", drop)
    chat.choose("Topics")  # the list cannot be loaded either, so the service offers topics
    answer = chat.choose(TITLE)
    expect(answer.locator(".body-map")).to_have_count(0)
    expect(chat.answer_to(answer.get_by_role("button", name="Lungs").click)).to_contain_text(
        "The lungs are one of the places"
    )


def test_tree_leads_to_the_figure(chat: Chat) -> None:
    chat.choose("Types of NETs")
    expect(chat.choose(TITLE).locator(".body-map")).to_be_visible()


def test_drawing_is_loaded_when_it_is_used(chat: Chat) -> None:
    loaded: list[str] = []
    chat.page.on("request", lambda each: loaded.append(each.url))
    chat.choose("Symptoms")
    assert not [each for each in loaded if each.endswith("later.js")]
    drawn(chat)
    assert [each for each in loaded if each.endswith("later.js")]


@pytest.mark.parametrize("width", [320, 1280])
def test_figure_with_text_of_double_size(open_page: Open, width: int) -> None:
    chat = open_page(viewport={"width": width, "height": 844})
    double_text(chat.page)
    drawn(chat)
    assert chat.page.evaluate(IS_TOO_WIDE) == []
    chat.keep(f"body-large-text-{width}")


def test_figure_from_right_to_left(open_page: Open) -> None:
    chat = open_page(viewport={"width": 390, "height": 844})
    turn_around(chat.page)
    answer = drawn(chat)
    figure, first = answer.locator(".body-map").bounding_box(), names(answer).first.bounding_box()
    assert figure
    assert first
    assert first["x"] < figure["x"]
    chat.keep("body-right-to-left")


def test_figure_in_forced_colors(open_page: Open) -> None:
    chat = open_page(forced_colors="active", viewport={"width": 390, "height": 844})
    answer = drawn(chat)
    assert style_of(answer.locator(".site").first, "stroke") != "none"
    assert find_faults(chat.page) == []
    chat.keep("body-forced-colors")
