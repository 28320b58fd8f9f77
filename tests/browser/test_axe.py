"""axe-core finds nothing, in any state, light or dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat, find_faults
from tests.browser.conftest import Open, host_page


def opened(chat: Chat) -> None:
    chat.open()


def answered(chat: Chat) -> None:
    chat.open()
    chat.ask("what is a carcinoid?")


def with_sources(chat: Chat) -> None:
    answered(chat)
    chat.answers.last.locator("summary").click()


def in_a_guide(chat: Chat) -> None:
    chat.open()
    chat.choose("Find your way by type")
    chat.choose("Another name")


def with_guardrail(chat: Chat) -> None:
    chat.open()
    chat.ask("should I have surgery for my carcinoid?")


def in_an_emergency(chat: Chat) -> None:
    chat.open()
    chat.ask("I have chest pain and cannot breathe")


def in_a_crisis(chat: Chat) -> None:
    chat.open()
    chat.ask("I want to kill myself")


def with_the_tree(chat: Chat) -> None:
    chat.open()
    chat.choose("Types of NETs")


def with_a_meaning(chat: Chat) -> None:
    chat.open()
    answer = chat.ask("what are the symptoms of NETs?")
    answer.get_by_role("button", name="metastasized").click()
    expect(answer.get_by_role("note")).to_be_visible()


def with_all_topics(chat: Chat) -> None:
    chat.open()
    chat.button("Topics").click()
    expect(chat.page.get_by_role("dialog", name="All topics")).to_be_visible()


def with_the_body(chat: Chat) -> None:
    chat.open()
    chat.button("Topics").click()
    chat.choose("Places in the body").locator(".body-map").wait_for()


def offline(chat: Chat) -> None:
    chat.open()
    chat.page.context.set_offline(True)
    expect(chat.banner).to_contain_text("You are offline")


def with_a_failed_message(chat: Chat) -> None:
    chat.open()
    chat.page.route("**/webhook", lambda route: route.fulfill(status=400, json={}))
    chat.write("what is a carcinoid?")
    expect(chat.banner).to_contain_text("cannot be reached")


def without_a_greeting(chat: Chat) -> None:
    chat.page.route("**/webhook", lambda route: route.fulfill(status=400, json={}))
    chat.launcher.click()
    expect(chat.banner).to_contain_text("cannot be reached")


def waiting(chat: Chat) -> None:
    chat.open()
    chat.page.route("**/webhook", lambda route: None)
    chat.write("what is a carcinoid?")
    expect(chat.page.get_by_text("NET Guide is reading")).to_be_visible()


def closed(chat: Chat) -> None:
    chat.launcher.wait_for()


STATES = [
    closed,
    opened,
    answered,
    with_sources,
    in_a_guide,
    with_guardrail,
    in_an_emergency,
    in_a_crisis,
    with_the_tree,
    with_a_meaning,
    with_all_topics,
    with_the_body,
    waiting,
    offline,
    with_a_failed_message,
    without_a_greeting,
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing(open_page: Open, state: Callable[[Chat], None], scheme: str) -> None:
    chat = open_page(host_page(), color_scheme=scheme)
    state(chat)
    chat.keep(f"axe-{state.__name__}-{scheme}")
    assert find_faults(chat.page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_front_page(open_page: Open, scheme: str) -> None:
    chat = open_page(color_scheme=scheme)
    chat.ask("what is a carcinoid?")
    assert find_faults(chat.page) == []


def test_axe_finds_nothing_where_the_chat_cannot_load(open_page: Open) -> None:
    html = host_page("endpoint=http://127.0.0.1:9/")
    chat = open_page(
        html.replace("<net-guide-chat", "<section aria-label=Chat><net-guide-chat"), policy=""
    )
    expect(chat.page.get_by_text("Call us")).to_be_visible()
    assert find_faults(chat.page) == []


def test_axe_would_find_a_fault(open_page: Open) -> None:
    """The check reaches into the chat at all."""
    chat = open_page(host_page())
    chat.launcher.wait_for()
    chat.launcher.evaluate("node => node.replaceChildren()")
    assert any("button-name" in fault for fault in find_faults(chat.page))
