"""An emergency or a crisis: one large button for each number, and nothing in its way."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from bot.compose.help_lines import HelpLines
from bot.content.library import Content
from tests.browser.chat import Chat, find_faults
from tests.browser.conftest import Open, host_page
from tests.browser.test_check_in import reply, serve

SMALL = {"width": 320, "height": 500}
EMERGENCY = "I have chest pain and cannot breathe"
CRISIS = "I want to kill myself"


def calls(answer: Locator) -> list[tuple[str, str | None]]:
    """Labels and addresses of the buttons."""
    links = answer.get_by_role("listitem").get_by_role("link").all()
    return [(each.inner_text(), each.get_attribute("href")) for each in links]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("message", [EMERGENCY, CRISIS, "he took the whole bottle of pills"])
def test_all_buttons_are_in_sight_on_a_small_screen(
    open_page: Open, message: str, scheme: str
) -> None:
    chat = open_page(viewport=SMALL, has_touch=True, is_mobile=True, color_scheme=scheme)
    chat.answers.first.wait_for()
    answer = chat.ask(message)
    buttons = answer.get_by_role("listitem").get_by_role("link")
    expect(buttons.first).to_be_visible()
    for button in buttons.all():
        expect(button).to_be_in_viewport(ratio=1)
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    expect(answer.get_by_role("heading")).to_be_in_viewport(ratio=1)
    expect(chat.element.get_by_role("button", name="Topics")).to_be_hidden()
    expect(chat.field).to_be_in_viewport()
    assert find_faults(chat.page) == []
    chat.keep(f"alarm-{message.rsplit(maxsplit=1)[-1]}-{scheme}")


def test_buttons_are_those_of_the_region(open_page: Open) -> None:
    chat = open_page(host_page("inline region=uk"))
    chat.answers.first.wait_for()
    assert calls(chat.ask(EMERGENCY)) == [("Call 999\nin the UK", "tel:999")]
    assert calls(chat.ask(CRISIS)) == [
        ("Call 116 123\nSamaritans, in the UK", "tel:116123"),
        ("Text SHOUT to 85258\nShout, in the UK", "sms:85258?&body=SHOUT"),
        ("Call 999\nin the UK", "tel:999"),
    ]


def test_buttons_of_somebody_who_may_be_anywhere(chat: Chat) -> None:
    found = calls(chat.ask(CRISIS))
    assert found[1] == ("findahelpline.com\nin other countries", "https://findahelpline.com")
    assert [address for _, address in found] == [
        "tel:988",
        "https://findahelpline.com",
        "tel:911",
        "tel:112",
        "tel:999",
    ]


def test_every_number_of_the_text_is_a_button_in_every_region(content: Content) -> None:
    lines = HelpLines(content)
    text = "{emergency_numbers} {crisis_lines} {poison_lines}"
    for region in ("", *content.numbers.regions):
        filled = " ".join(lines.values(region).values())
        named = lines.named_in(text, region)
        assert named
        for each in named:
            assert each.number in filled, region
            assert each.place in filled, region
        assert len({(each.way, each.number, each.place) for each in named}) == len(named)


def test_text_stays_word_for_word_and_its_numbers_are_links_once(chat: Chat) -> None:
    answer = chat.ask(EMERGENCY)
    expect(answer).to_contain_text("call your local emergency number now: 911 in the US, 112 in")
    expect(answer.locator("p").get_by_role("link")).to_have_count(0)


def test_ways_come_back_with_the_next_answer(chat: Chat) -> None:
    ways = chat.element.get_by_role("button", name="Topics")
    chat.ask(EMERGENCY)
    expect(ways).to_be_hidden()
    chat.write("what is a carcinoid?")
    expect(ways).to_be_visible()


def test_service_that_names_no_lines_gets_links_in_the_text(chat: Chat) -> None:
    chat.answers.first.wait_for()
    serve(chat, reply("Call 911 in the US.", "emergency"))
    answer = chat.ask("help")
    expect(answer.locator("p").get_by_role("link", name="911")).to_have_attribute("href", "tel:911")


def test_danger_in_another_language_has_buttons_too(chat: Chat) -> None:
    found = calls(chat.ask("Ich will mich umbringen"))
    assert ("Call 988\n988 Suicide & Crisis Lifeline, in the US", "tel:988") in found
