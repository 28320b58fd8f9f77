"""The list of all topics, and its filter."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from bot.channels.web.pages import topics
from bot.content.library import Content
from tests.browser.chat import Chat, find_faults
from tests.browser.conftest import Open, drop, host_page


def open_list(chat: Chat) -> Locator:
    chat.answers.first.wait_for()
    chat.element.locator(".ways").get_by_role("button", name="Topics", exact=True).last.click()
    found = chat.page.get_by_role("dialog", name="All topics")
    expect(found).to_be_visible()
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_list_has_every_topic(open_page: Open, content: Content, width: int, scheme: str) -> None:
    chat = open_page(viewport={"width": width, "height": 700}, color_scheme=scheme)
    found = open_list(chat)
    every = [each["short"] for each in topics(content)]
    expect(found.locator("li button")).to_have_text(every)
    expect(found.get_by_role("status")).to_have_text(f"{len(every)} topics")
    expect(found.get_by_role("heading", level=3).first).to_have_text(
        "Neuroendocrine tumors in general"
    )
    assert find_faults(chat.page) == []
    chat.keep(f"topics-{width}-{scheme}")


def test_filter_finds_and_a_topic_is_asked(chat: Chat) -> None:
    found = open_list(chat)
    requests: list[str] = []
    chat.page.on("request", lambda each: requests.append(each.url))
    expect(found.get_by_role("searchbox")).to_be_focused()
    chat.page.keyboard.type("pancr treat opt")
    expect(found.locator("li button")).to_have_text(["Treatment options"])
    expect(found.get_by_role("heading", level=3)).to_have_text("Pancreatic NETs")
    assert requests == []
    answer = chat.answer_to(found.get_by_role("button", name="Treatment options").click)
    expect(answer).to_contain_text("surgery to remove all or part of the tumor")
    expect(chat.questions.last).to_contain_text("Treatment options (pancreatic NETs)")
    expect(found).to_have_count(0)


def test_filter_that_finds_nothing_says_so(chat: Chat) -> None:
    found = open_list(chat)
    found.get_by_role("searchbox").fill("xylophone")
    expect(found.get_by_role("status")).to_have_text("0 topics")
    expect(found.locator("li")).to_have_count(0)


def test_escape_closes_the_list_and_not_the_chat(open_page: Open) -> None:
    chat = open_page(host_page())
    chat.open()
    found = open_list(chat)
    chat.page.keyboard.press("Escape")
    expect(found).to_have_count(0)
    expect(chat.panel).to_be_visible()
    expect(chat.button("Topics")).to_be_focused()


def test_list_closes_by_its_button(open_page: Open) -> None:
    chat = open_page(host_page(), viewport={"width": 390, "height": 844})
    chat.open()
    found = open_list(chat)
    close = found.get_by_role("button", name="Close the list")
    box = close.bounding_box()
    assert box
    assert box["x"] + box["width"] > 390 - 16
    close.click()
    expect(found).to_have_count(0)
    expect(chat.panel).to_be_visible()


def test_without_the_list_the_service_offers_topics(chat: Chat) -> None:
    chat.page.route("**/widget/topics", drop)
    chat.answers.first.wait_for()
    answer = chat.answer_to(
        chat.element.locator(".ways").get_by_role("button", name="Topics").click
    )
    expect(answer.get_by_role("button", name="Find your way by type")).to_be_visible()


@pytest.mark.parametrize("size", [{"width": 320, "height": 568}, {"width": 390, "height": 844}])
def test_a_guide_keeps_its_step_and_back_in_sight(open_page: Open, size: dict[str, int]) -> None:
    chat = open_page(viewport=size)
    chat.choose("Find your way by symptom")
    expect(chat.answers.last.get_by_role("button", name="Back")).to_have_count(0)
    step = chat.choose("What symptoms depend on")
    expect(step.get_by_text("Step 2 of 2")).to_be_in_viewport()
    back = step.get_by_role("button", name="Back", exact=True)
    expect(back).to_be_in_viewport(ratio=1)
    chat.keep(f"guide-step-{size['width']}")
    earlier = chat.answer_to(back.click)
    expect(earlier).to_contain_text("Step 1 of 3")
