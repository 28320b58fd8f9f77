"""What a screen reader hears."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.conftest import Open, host_page

# Notes every message that is added while the log announces.
LISTEN = """log => {
    window.heard = [];
    new MutationObserver((changes) => {
        if (log.getAttribute("aria-live") === "off") return;
        for (const change of changes)
            for (const node of change.addedNodes) window.heard.push(node.ariaLabel);
    }).observe(log, { childList: true });
}"""


def test_log_has_a_name(chat: Chat) -> None:
    expect(chat.log).to_have_attribute("aria-label", "Conversation")


def test_each_message_is_announced_once(chat: Chat) -> None:
    chat.log.evaluate(LISTEN)
    chat.ask("what is a carcinoid?")
    chat.choose("Treatment options")
    heard = chat.page.evaluate("heard")
    assert [line.partition(":")[0] for line in heard] == ["You asked", "NET Guide answered"] * 2
    assert len(set(heard)) == 4


def test_opening_again_announces_nothing(open_page: Open) -> None:
    chat = open_page(host_page())
    chat.open()
    chat.ask("what is a carcinoid?")
    chat.log.evaluate(LISTEN)
    chat.button("Close the chat").click()
    chat.launcher.click()
    expect(chat.answers).to_have_count(2)
    assert chat.page.evaluate("heard") == []


def test_history_is_drawn_in_silence(open_page: Open) -> None:
    chat = open_page(host_page("inline remember=transcript"))
    chat.ask("what is a carcinoid?")
    expect(chat.log).to_have_attribute("aria-live", "polite")
    chat.page.reload()
    expect(chat.answers).to_have_count(2)
    expect(chat.log).to_have_attribute("aria-live", "off")


def test_alarm_is_heard_at_once(chat: Chat) -> None:
    chat.ask("I have chest pain and cannot breathe")
    expect(chat.log).to_have_attribute("aria-live", "assertive")
    chat.ask("what is a carcinoid?")
    expect(chat.log).to_have_attribute("aria-live", "polite")


def test_language_is_that_of_the_words(open_page: Open) -> None:
    chat = open_page(host_page("inline lang=de"))
    expect(chat.element.locator(".root")).to_have_attribute("lang", "en")


def test_dates_follow_the_region(open_page: Open) -> None:
    chat = open_page(host_page("inline lang=en-GB"))
    answer = chat.ask("what is a carcinoid?")
    expect(answer.locator("summary")).to_contain_text("25 April 2019")


@pytest.mark.parametrize("lang", ["en-", "en-US-", "de", "nonsense!"])
def test_region_that_is_none_changes_nothing(open_page: Open, lang: str) -> None:
    chat = open_page(host_page(f"inline lang='{lang}'"))
    answer = chat.ask("what is a carcinoid?")
    expect(answer.locator("summary")).to_contain_text("April 25, 2019")
    expect(chat.questions.last).not_to_contain_text("not sent")
