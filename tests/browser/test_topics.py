"""Finding: suggestions while somebody writes, and links that lead to an answer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from bot.channels.web.pages import topics
from bot.content.library import Content
from bot.dialogue.state import is_known
from bot.dialogue.target import Target
from tests.browser.chat import Chat, find_faults
from tests.browser.conftest import Open, drop, host_page
from tests.harness.site import Service


def suggestions(chat: Chat) -> Locator:
    return chat.element.get_by_role("list", name="You may mean").get_by_role("button")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_topics_are_offered_while_somebody_writes(open_page: Open, width: int, scheme: str) -> None:
    chat = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    chat.answers.first.wait_for()
    chat.field.press_sequentially("insulin")
    expect(suggestions(chat).first).to_contain_text("insulin")
    assert suggestions(chat).count() <= 3
    expect(chat.field).to_be_focused()
    assert find_faults(chat.page) == []
    chat.keep(f"suggestions-{width}-{scheme}")


def test_suggestion_is_asked_for_by_its_payload(chat: Chat) -> None:
    chat.answers.first.wait_for()
    chat.field.press_sequentially("gastrinomas")
    first = suggestions(chat).first
    title = first.inner_text()
    chat.field.press("Shift+Tab")
    chat.answer_to(lambda: first.press("Enter"))
    expect(chat.questions.last).to_contain_text(title)
    expect(chat.field).to_have_value("")
    expect(suggestions(chat)).to_have_count(0)


def test_nothing_typed_is_sent(chat: Chat) -> None:
    chat.answers.first.wait_for()
    requests: list[str] = []
    chat.page.on("request", lambda each: requests.append(f"{each.method} {each.url}"))
    chat.field.press_sequentially("carcinoid tumors")
    expect(suggestions(chat).first).to_be_visible()
    paths = {each.rpartition("/")[2] for each in requests}
    assert paths == {"later.js", "topics"}


def test_what_fits_no_topic_has_no_suggestion(chat: Chat) -> None:
    chat.answers.first.wait_for()
    chat.field.press_sequentially("carcinoid")
    expect(suggestions(chat).first).to_be_visible()
    chat.field.fill("xylophone concert tonight")
    expect(suggestions(chat)).to_have_count(0)


def test_suggestions_go_when_the_message_is_sent(chat: Chat) -> None:
    chat.answers.first.wait_for()
    chat.field.press_sequentially("carcinoid")
    expect(suggestions(chat).first).to_be_visible()
    chat.ask("what is a carcinoid?")
    expect(suggestions(chat)).to_have_count(0)


def test_chat_goes_on_without_suggestions(chat: Chat) -> None:
    chat.page.route("**/widget/topics", drop)
    expect(chat.ask("what is a carcinoid?")).to_contain_text("carcinoid")


@pytest.mark.parametrize("attributes", ["inline", ""])
def test_address_leads_to_an_answer(open_page: Open, attributes: str) -> None:
    chat = open_page(host_page(attributes))
    chat.page.evaluate("location.hash = 'net-guide=overview/carcinoid'")
    expect(chat.questions.last).to_contain_text("About carcinoid tumors")
    expect(chat.answers.last).to_contain_text("A carcinoid tumor is")
    chat.page.evaluate("location.hash = 'net-guide=guide/by-type'")
    expect(chat.questions.last).to_contain_text("Find your way by type")


def test_address_is_followed_when_the_page_opens(open_page: Open, service: Service) -> None:
    chat = open_page(address=f"{service.url}/#net-guide=symptoms/net")
    expect(chat.questions.last).to_contain_text("Symptoms")


@pytest.mark.parametrize(
    "address", ["other", "net-guide=overview/nothing", "net-guide=crisis/x", "net-guide=a b/c"]
)
def test_other_addresses_do_nothing(open_page: Open, service: Service, address: str) -> None:
    chat = open_page(address=f"{service.url}/#{address}")
    chat.answers.first.wait_for()
    chat.page.wait_for_timeout(300)
    expect(chat.questions).to_have_count(0)


def test_every_topic_leads_somewhere(content: Content) -> None:
    found = topics(content)
    assert len(found) > 100
    for each in found:
        target = Target.from_payload(each["payload"])
        assert target
        assert is_known(target, content), each
