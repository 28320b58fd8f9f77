"""The check-in, numbers to call, and the region they are of."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from bot.compose.help_lines import HelpLines
from bot.content.help_schema import HelpLineShape
from bot.content.library import Content
from tests.browser.chat import Chat, find_faults, style_of
from tests.browser.conftest import Open, host_page

ASKS = "Is somebody in danger right now? Then call 911 in the US, 112 in the EU."
CHOICES = (("Yes, now", "/alarm_still"), ("No", "/alarm_mistaken"))
PHONE = {"width": 390, "height": 844}


def reply(text: str, kind: str = "answer", choices: Any = (), cell: str = "") -> dict[str, Any]:
    """A reply as the service sends it."""
    buttons = [{"title": title, "payload": payload} for title, payload in choices]
    custom = {"kind": kind, "cell": cell, "blocks": [{"kind": "lead", "text": text}]}
    return {"text": text, "custom": custom, **({"buttons": buttons} if buttons else {})}


def serve(chat: Chat, *replies: dict[str, Any]) -> list[dict[str, Any]]:
    """Have each message answered with these. Sent bodies will be in the list that this returns."""
    bodies: list[dict[str, Any]] = []

    def answer(route: Route) -> None:
        bodies.append(route.request.post_data_json or {})
        route.fulfill(json=list(replies))

    chat.page.route("**/webhook", answer)
    return bodies


def checked_in(chat: Chat) -> list[dict[str, Any]]:
    """Ask something that is answered at length, and then with a check-in."""
    chat.answers.first.wait_for()
    bodies = serve(chat, reply("A long answer. " * 80), reply(ASKS, "check_in", CHOICES))
    chat.write("what is it?")
    expect(chat.answers).to_have_count(3)
    return bodies


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_a_look_of_its_own(open_page: Open, scheme: str) -> None:
    chat = open_page(color_scheme=scheme, viewport=PHONE, has_touch=True, is_mobile=True)
    checked_in(chat)
    asked = chat.answers.last
    expect(asked.get_by_role("heading", name="Is anyone in danger now?")).to_be_visible()
    expect(asked.locator("h3 svg")).to_be_visible()
    assert style_of(asked, "borderStyle") == "solid"
    assert style_of(chat.answers.nth(1), "borderStyle") == "none"
    assert find_faults(chat.page) == []
    chat.keep(f"check-in-{scheme}")


def test_it_does_not_look_like_an_emergency(chat: Chat) -> None:
    checked_in(chat)
    serve(chat, reply("Call 911 in the US.", "emergency"))
    chat.write("yes")
    expect(chat.answers).to_have_count(4)
    both = [chat.answers.nth(2), chat.answers.nth(3)]
    for part, name in (("h3 path", "d"), ("h3", "color")):
        looks = [style_of(each.locator(part), name) for each in both]
        assert looks[0] != looks[1], part
    widths = [style_of(each, "borderLeftWidth") for each in both]
    assert widths[0] != widths[1]


def test_its_choices_are_large(open_page: Open) -> None:
    chat = open_page(viewport=PHONE)
    bodies = checked_in(chat)
    room = chat.answers.last.bounding_box()
    for title, _ in CHOICES:
        box = chat.button(title).bounding_box()
        assert room
        assert box
        assert box["height"] >= 44
        assert box["width"] >= room["width"] - 50
    chat.choose("Yes, now")
    assert bodies[-1]["message"] == "/alarm_still"


def test_it_is_in_view_below_a_long_answer_and_its_choices_at_hand(open_page: Open) -> None:
    chat = open_page(viewport={"width": 390, "height": 600})
    checked_in(chat)
    expect(chat.answers.last.get_by_role("heading")).to_be_in_viewport()
    expect(chat.answers.last).to_have_attribute("tabindex", "0")
    expect(chat.button("Yes, now")).to_have_attribute("tabindex", "0")


def test_it_is_announced_like_an_answer(chat: Chat) -> None:
    checked_in(chat)
    expect(chat.log).to_have_attribute("aria-live", "polite")
    expect(chat.answers.last).to_have_attribute("aria-label", f"NET Guide answered: {ASKS}")


LINKED = {
    "Call 911 in the US, 15 or 112 in France.": {
        "911": "tel:911",
        "15": "tel:15",
        "112": "tel:112",
    },
    "911 (US), 112 (EU), 999 (UK).": {"911": "tel:911", "112": "tel:112", "999": "tel:999"},
    "1-800-222-1222 in the US": {"1-800-222-1222": "tel:18002221222"},
    "0800 764 766 in New Zealand": {"0800 764 766": "tel:0800764766"},
    "0800 111 0 111 (TelefonSeelsorge) or 116 123 in Germany": {
        "0800 111 0 111": "tel:08001110111",
        "116 123": "tel:116123",
    },
    "01 809 2166 (Public Poisons Information Line (8am to 10pm))": {"01 809 2166": "tel:018092166"},
    "116 123 (Samaritans) or 85258 (Shout, text SHOUT to 85258) in the UK": {
        "116 123": "tel:116123",
        "85258": "sms:85258?&body=SHOUT",
    },
    "988 (988 Suicide & Crisis Lifeline, call or text) in the US": {"988": "tel:988"},
    "13 11 14 (Lifeline) or 0477 13 11 14 (Lifeline, text)": {
        "13 11 14": "tel:131114",
        "0477 13 11 14": "sms:0477131114?&body=",
    },
    "988 in the US, findahelpline.com in other countries.": {
        "988": "tel:988",
        "findahelpline.com": "https://findahelpline.com",
    },
    "See 3114.fr, or www.a-b.org.uk now.": {
        "3114.fr": "https://3114.fr",
        "www.a-b.org.uk": "https://www.a-b.org.uk",
    },
    "Somebody listens at any time, 7 days a week.": {},
}


@pytest.mark.parametrize("text", LINKED)
def test_every_number_and_site_is_one_touch_away(chat: Chat, text: str) -> None:
    chat.answers.first.wait_for()
    serve(chat, reply(text, "crisis"))
    chat.write("help")
    expect(chat.answers).to_have_count(2)
    links = chat.answers.last.get_by_role("link").all()
    found = {
        each.inner_text().partition("\n")[0].strip(): each.get_attribute("href") for each in links
    }
    assert found == LINKED[text]
    expect(chat.answers.last).to_contain_text(text.partition(".")[0])


def test_numbers_of_every_region_are_links(chat: Chat, content: Content) -> None:
    chat.answers.first.wait_for()
    regions, lines = content.numbers.regions, HelpLines(content)
    texts = [lines.values(each)["crisis_lines"] for each in regions]
    serve(chat, *(reply(text, "crisis") for text in texts))
    chat.write("help")
    expect(chat.answers).to_have_count(len(texts) + 1)
    for place, region in enumerate(regions.values(), 1):
        links = chat.answers.nth(place).get_by_role("link").all()
        found = {(each.get_attribute("href") or "").partition("?")[0] for each in links}
        assert found == {way_to(each) for each in region.crisis}, region.name


def way_to(line: HelpLineShape) -> str:
    is_text = "text" in line.how and "call" not in line.how
    return ("sms:" if is_text else "tel:") + re.sub(r"\D", "", line.number)


@pytest.mark.parametrize(
    ("kind", "cell", "links"),
    [
        ("emergency", "safety/emergency", 1),
        ("check_in", "safety/check_in", 1),
        ("smalltalk", "after_alarm/alarm_ok", 1),
        ("smalltalk", "smalltalk/thanks", 0),
        ("answer", "net/overview", 0),
    ],
)
def test_only_help_has_numbers_to_touch(chat: Chat, kind: str, cell: str, links: int) -> None:
    chat.answers.first.wait_for()
    serve(chat, reply("In 100 of 112 cases", kind, cell=cell), reply("112", kind, cell=cell))
    chat.write("help")
    expect(chat.answers).to_have_count(3)
    expect(chat.answers.last.get_by_role("link")).to_have_count(links)


def test_region_goes_with_each_message_as_it_is_then(open_page: Open) -> None:
    chat = open_page(host_page("inline region=uk"))
    chat.answers.first.wait_for()
    bodies = serve(chat, reply("An answer."))
    chat.ask("what is it?")
    chat.element.evaluate("chat => chat.setAttribute('region', 'us')")
    chat.ask("and then?")
    chat.element.evaluate("chat => chat.removeAttribute('region')")
    chat.ask("and now?")
    assert [each["metadata"]["region"] for each in bodies] == ["uk", "us", None]
    expect(chat.questions).to_have_count(3)


def test_numbers_are_those_of_the_region(open_page: Open) -> None:
    chat = open_page(host_page("inline region=uk"))
    chat.answers.first.wait_for()
    answer = chat.ask("I have chest pain and cannot breathe")
    expect(answer.get_by_role("link", name="999")).to_have_attribute("href", "tel:999")
    expect(answer.get_by_role("link", name="911")).to_have_count(0)


def test_unknown_region_changes_nothing(open_page: Open) -> None:
    chat = open_page(host_page("inline region=atlantis"))
    chat.answers.first.wait_for()
    answer = chat.ask("I have chest pain and cannot breathe")
    expect(answer.get_by_role("link", name="911")).to_be_visible()
