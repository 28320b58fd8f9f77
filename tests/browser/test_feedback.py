"""Thumbs under answers: only where the service counts them, and only what is pressed is sent."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.browser.chat import Chat, find_faults
from tests.browser.conftest import Open, drop

ASKED = "Did this answer help?"


def counted(chat: Chat) -> list[dict[str, str]]:
    """Has the service count. What it is sent will be in the list that this returns."""
    sent: list[dict[str, str]] = []

    def words(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, json=response.json() | {"feedback": True})

    def count(route: Route) -> None:
        sent.append(route.request.post_data_json)
        route.fulfill(status=204)

    chat.page.route("**/widget/texts", words)
    chat.page.route("**/feedback", count)
    chat.page.reload()
    return sent


def test_nobody_is_asked_by_default(chat: Chat) -> None:
    expect(chat.ask("what is a carcinoid?")).not_to_contain_text(ASKED)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_thumb_is_counted_by_cell(open_page: Open, width: int, scheme: str) -> None:
    chat = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    sent = counted(chat)
    answer = chat.ask("what is a carcinoid?")
    expect(answer).to_contain_text(ASKED)
    yes = answer.get_by_role("button", name=f"{ASKED} Yes")
    yes.scroll_into_view_if_needed()
    assert find_faults(chat.page) == []
    chat.keep(f"feedback-{width}-{scheme}")
    yes.press("Enter")
    expect(answer).to_contain_text("Only this yes or no was counted")
    expect(answer.locator(".thumbs")).to_be_focused()
    assert sent == [{"cell": "carcinoid/overview", "thumb": "up"}]
    assert find_faults(chat.page) == []


def test_thumb_that_is_not_counted_says_so(chat: Chat) -> None:
    counted(chat)
    chat.page.route("**/feedback", drop)
    answer = chat.ask("what is a carcinoid?")
    answer.get_by_role("button", name=f"{ASKED} No").click()
    expect(answer).to_contain_text("This could not be counted.")


@pytest.mark.parametrize("message", ["I want to kill myself", "I cannot breathe", "thanks"])
def test_nobody_is_asked_after_an_alarm_or_a_chat(chat: Chat, message: str) -> None:
    counted(chat)
    chat.ask("what is a carcinoid?").get_by_text(ASKED).wait_for()
    expect(chat.ask(message)).not_to_contain_text(ASKED)
