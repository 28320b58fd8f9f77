"""Every state that the chat can be seen in, and the ways in which people see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.browser.chat import Chat
from tests.browser.conftest import drop

BANNER_HEIGHT = 64
BANNER = f"""
    body::after {{ content: "We use cookies.  Refuse   Accept"; position: fixed; inset: auto 0 0;
        height: {BANNER_HEIGHT}px; background: #333; color: #fff;
        font: 18px sans-serif; white-space: pre; }}
    net-guide-chat {{ --net-guide-offset-y: 80px; }}
"""
"""The style of a page whose banner asks for consent, and which sets the button above it."""

RIGHT_TO_LEFT: dict[str, object] = {"direction": "rtl"}
VOICE = """{ name: "Local", lang: "en-US", localService: true }"""
SPEECH = f"""
    const value = Object.assign(new EventTarget(), {{
        getVoices: () => [{VOICE}], speak() {{}}, cancel() {{}},
    }});
    Object.defineProperty(window, "speechSynthesis", {{ value }});
    window.SpeechSynthesisUtterance = class {{}};
"""
"""A stand-in for the voice that a machine without a loudspeaker lacks."""


@dataclass(frozen=True)
class State:
    """What is seen, on which page, and what happens before and after that page is loaded."""

    act: Callable[[Chat], object]
    attributes: str | None = "open"
    """Of the chat in a page of somebody else; None is the front page."""
    style: str = ""
    before: Callable[[Page], object] | None = None
    texts: dict[str, object] = field(default_factory=dict)
    """What the service sends beside the words of the chat."""
    holds: Callable[[Chat], object] = lambda _: None
    """What must be so in each window."""

    @property
    def name(self) -> str:
        return self.act.__name__


@dataclass(frozen=True)
class Way:
    """A window, the looks that a device can give it, and what changes it where the page is."""

    size: tuple[int, int]
    looks: tuple[str, ...] = ("light",)
    change: Callable[[Page], object] = lambda _: None


@dataclass(frozen=True)
class Device:
    """A page on which a state is reached once, and the ways in which it is seen there.

    It is reached in the first of them, which has the least room: a button that cannot be
    pressed there fails.
    """

    ways: dict[str, Way]
    options: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, object] = field(default_factory=dict)


def double_text(page: Page) -> None:
    """Text of 200%, as set up in the browser."""
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})


def send_texts(page: Page, more: dict[str, object]) -> None:
    """Has the service send these beside the words of the chat."""

    def fill(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, json=response.json() | more)

    page.route("**/widget/texts", fill)


def turn_around(page: Page) -> None:
    """Have the service speak a language that runs from right to left."""
    send_texts(page, RIGHT_TO_LEFT)
    page.reload()


PHONE = {"has_touch": True, "is_mobile": True}
DEVICES = {
    "computer": Device(
        {
            # 1280 by 1024 at 400%.
            "zoomed": Way((320, 256)),
            "1280": Way((1280, 800), ("light", "dark")),
        }
    ),
    "phone": Device(
        {
            "320": Way((320, 568), ("light", "dark")),
            "390": Way((390, 844), ("light", "dark", "forced")),
            "large-text": Way((390, 844), change=double_text),
        },
        PHONE,
    ),
    "right-to-left": Device({"right-to-left": Way((390, 844))}, PHONE, RIGHT_TO_LEFT),
}


def closed(chat: Chat) -> None:
    chat.launcher.wait_for()


def closed_beside_a_banner(chat: Chat) -> None:
    closed(chat)


def _is_above_the_banner(chat: Chat) -> None:
    box, size = chat.launcher.bounding_box(), chat.page.viewport_size
    assert box
    assert size
    assert box["y"] + box["height"] <= size["height"] - BANNER_HEIGHT


def loading(chat: Chat) -> None:
    expect(chat.page.get_by_text("The chat is being loaded.").first).to_be_visible()


def fallback(chat: Chat) -> None:
    expect(chat.page.get_by_text("The chat cannot be reached right now.")).to_be_visible()


def greeted(chat: Chat) -> None:
    chat.answers.first.wait_for()


def opened(chat: Chat) -> None:
    chat.open()


def answered(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")


def folded(chat: Chat) -> None:
    chat.choose("Find a professional")


def unfolded(chat: Chat) -> None:
    folded(chat)
    chat.answers.last.get_by_text("Read on").click()


def with_links(chat: Chat) -> None:
    folded(chat)
    chat.answers.last.locator(".links").scroll_into_view_if_needed()


def with_sources(chat: Chat) -> None:
    answered(chat)
    chat.answers.last.get_by_role("button", name="Source 1").first.click()
    expect(chat.answers.last.get_by_role("button", name="Back to the quote")).to_be_visible()


def with_a_meaning(chat: Chat) -> None:
    answer = chat.ask("what are the symptoms of NETs?")
    answer.get_by_role("button", name="metastasized").click()
    expect(answer.get_by_role("note")).to_be_visible()
    answer.get_by_role("note").scroll_into_view_if_needed()


def with_all_topics(chat: Chat) -> None:
    greeted(chat)
    chat.button("Topics").click()
    expect(chat.page.get_by_role("dialog", name="All topics")).to_be_visible()


def with_some_topics(chat: Chat) -> None:
    with_all_topics(chat)
    chat.page.get_by_role("searchbox").fill("insulin")


def with_the_tree(chat: Chat) -> None:
    chat.choose("Types of NETs").locator("svg.tree").wait_for()


def with_the_body(chat: Chat) -> None:
    with_all_topics(chat)
    chat.choose("Places in the body").locator(".body-map").wait_for()


def in_a_guide(chat: Chat) -> None:
    greeted(chat)
    chat.choose("Find your way by type")
    chat.choose("Another name")


def at_the_entry_of_a_guide(chat: Chat) -> None:
    chat.ask("find your way by symptom")


def compared(chat: Chat) -> None:
    chat.ask("what is the difference between carcinoid and pancreatic NETs?")


def with_guardrail(chat: Chat) -> None:
    chat.ask("should I have surgery for my carcinoid?")


def checked_in(chat: Chat) -> None:
    chat.ask("she fainted last week")
    expect(chat.answers.last).to_contain_text("Is anyone in danger now?")


def in_an_emergency(chat: Chat) -> None:
    chat.ask("I have chest pain and cannot breathe")


def in_a_crisis(chat: Chat) -> None:
    chat.ask("I want to kill myself")


def with_suggestions(chat: Chat) -> None:
    greeted(chat)
    chat.field.press_sequentially("insulin")
    expect(chat.element.get_by_role("list", name="You may mean")).to_contain_text("nsulin")


def with_thumbs(chat: Chat) -> None:
    answered(chat)
    expect(chat.answers.last).to_contain_text("Did this answer help?")
    chat.answers.last.locator(".thumbs").scroll_into_view_if_needed()


def read_aloud(chat: Chat) -> None:
    answered(chat)
    chat.button("Read aloud").click()
    expect(chat.button("Stop reading")).to_be_visible()


def waiting_for_an_answer(chat: Chat) -> None:
    greeted(chat)
    chat.page.route("**/webhook", lambda route: None)
    chat.write("what is a carcinoid?")
    expect(chat.page.get_by_text("NET Guide is reading")).to_be_visible()


def about_to_start_over(chat: Chat) -> None:
    answered(chat)
    chat.button("Start over").click()


def offline(chat: Chat) -> None:
    greeted(chat)
    chat.page.context.set_offline(True)
    chat.write("what is a carcinoid?")
    expect(chat.banner).to_contain_text("You are offline")
    expect(chat.questions.last).to_contain_text("Not sent yet.")


def down(chat: Chat) -> None:
    greeted(chat)
    chat.page.route("**/webhook", drop)
    chat.write("what is a carcinoid?")
    expect(chat.banner).to_contain_text("Your words are kept here")
    expect(chat.questions.last).to_contain_text("Not sent yet.")


def back_again(chat: Chat) -> None:
    offline(chat)
    chat.page.context.set_offline(False)
    expect(chat.banner).to_contain_text("can be reached again")


def with_a_failed_message(chat: Chat) -> None:
    greeted(chat)
    chat.page.route("**/webhook", lambda route: route.fulfill(status=400, json={}))
    chat.write("what is a carcinoid?")
    expect(chat.questions.last).to_contain_text("This message was not sent.")


def without_a_greeting(chat: Chat) -> None:
    expect(chat.banner).to_contain_text("cannot be reached")


def _hold_words(page: Page) -> None:
    page.route("**/widget/texts", lambda route: None)


def _drop_words(page: Page) -> None:
    page.route("**/widget/texts", drop)


def _refuse_messages(page: Page) -> None:
    page.route("**/webhook", lambda route: route.fulfill(status=400, json={}))


def _lend_a_voice(page: Page) -> None:
    page.add_init_script(SPEECH)


def _keep_notices(page: Page) -> None:
    """What is shown for some seconds stays, so that it can be looked at."""
    page.add_init_script(
        "const real = setTimeout; window.setTimeout ="
        " (act, time, ...rest) => time === 4000 ? 0 : real(act, time, ...rest);"
    )


STATES = [
    State(closed, ""),
    State(closed_beside_a_banner, "compact", BANNER, holds=_is_above_the_banner),
    State(opened, ""),
    State(loading, None, before=_hold_words),
    State(fallback, None, before=_drop_words),
    State(without_a_greeting, before=_refuse_messages),
    State(greeted, None),
    State(answered),
    State(folded),
    State(unfolded, None),
    State(with_links),
    State(with_sources),
    State(with_a_meaning),
    State(with_all_topics),
    State(with_some_topics, None),
    State(with_the_tree, None),
    State(with_the_body),
    State(at_the_entry_of_a_guide),
    State(in_a_guide, None),
    State(compared),
    State(with_guardrail, None),
    State(checked_in),
    State(in_an_emergency),
    State(in_a_crisis, None),
    State(with_suggestions),
    State(with_thumbs, texts={"feedback": True}),
    State(read_aloud, before=_lend_a_voice),
    State(waiting_for_an_answer),
    State(about_to_start_over, before=_keep_notices),
    State(offline),
    State(down, None),
    State(back_again, before=_keep_notices),
    State(with_a_failed_message),
]
