"""Small screens, large text, and what people have set up on their devices."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat, style_of
from tests.browser.conftest import Open, host_page
from tests.browser.states import double_text, turn_around

PHONES = ({"width": 320, "height": 568}, {"width": 390, "height": 844})
IS_TOO_WIDE = """() => {
    const nodes = document.querySelector("net-guide-chat").shadowRoot.querySelectorAll("*");
    const shown = [...nodes].filter((node) => !node.closest(".hidden, .tool span, iframe"));
    return shown.filter((node) => node.getBoundingClientRect().right > innerWidth + 1
        || node.getBoundingClientRect().left < -1).map((node) => node.outerHTML.slice(0, 80));
}"""

STICKS_OUT = """tree => [...tree.querySelectorAll(".branch")].filter((branch) => {
    const [box, text] = ["rect", "text"].map((tag) =>
        branch.querySelector(tag).getBoundingClientRect());
    return text.left < box.left || text.right > box.right || text.bottom > box.bottom;
}).map((branch) => branch.ariaLabel)"""


@pytest.mark.parametrize("screen", PHONES, ids=lambda screen: str(screen["width"]))
def test_whole_conversation_on_a_phone(open_page: Open, screen: dict[str, int]) -> None:
    chat = open_page(host_page(), viewport=screen, has_touch=True, is_mobile=True)
    chat.launcher.tap()
    expect(chat.answers).to_have_count(1)
    expect(chat.field).not_to_be_focused()
    assert chat.panel.bounding_box() == {"x": 0, "y": 0, **screen}
    chat.ask("what is a carcinoid?").locator("summary").tap()
    chat.keep(f"phone-{screen['width']}")
    assert chat.page.evaluate(IS_TOO_WIDE) == []
    assert chat.choose("Types of NETs").evaluate(STICKS_OUT) == []
    assert chat.page.evaluate(IS_TOO_WIDE) == []
    chat.keep(f"phone-{screen['width']}-tree")
    chat.button("Close the chat").tap()
    expect(chat.launcher).to_be_focused()


def test_chat_that_fills_the_screen_is_modal(open_page: Open) -> None:
    chat = open_page(host_page(), viewport=PHONES[0])
    chat.open()
    assert chat.panel.evaluate("panel => panel.matches(':modal')")
    chat.page.keyboard.press("Escape")
    expect(chat.launcher).to_be_focused()


def test_mode_follows_the_width(open_page: Open) -> None:
    narrow, wide = {"width": 400, "height": 700}, {"width": 900, "height": 700}
    chat = open_page(host_page(), viewport=wide)
    chat.open()
    chat.field.fill("half a ques")
    for size, is_modal in ((narrow, True), (wide, False), (narrow, True)):
        chat.page.set_viewport_size(size)  # type: ignore[arg-type]
        selector = "net-guide-chat .panel:modal"
        expect(chat.page.locator(selector)).to_have_count(int(is_modal))
        expect(chat.field).to_be_focused()
        expect(chat.field).to_have_value("half a ques")


@pytest.mark.parametrize("height", [568, 640, 844, 1000])
@pytest.mark.parametrize("width", [320, 390, 800])
@pytest.mark.parametrize("is_floating", [False, True])
def test_log_keeps_half_of_the_screen_with_large_text(
    open_page: Open, is_floating: bool, width: int, height: int
) -> None:
    html = host_page() if is_floating else ""
    chat = open_page(html, viewport={"width": width, "height": height})
    double_text(chat.page)
    if is_floating:
        chat.open()
    chat.ask("what is a carcinoid?")
    if width < 800:
        chat.keep(f"half-{width}-{height}-{is_floating}")
    log = chat.log.bounding_box()
    assert log
    assert min(log["y"] + log["height"], height) - max(log["y"], 0) >= height / 2


@pytest.mark.parametrize("width", [320, 1280])
def test_text_of_double_size(open_page: Open, width: int) -> None:
    chat = open_page(viewport={"width": width, "height": 800})
    double_text(chat.page)
    chat.ask("what is a carcinoid?")
    size = style_of(chat.log, "fontSize")
    assert size == "32px"
    chat.keep(f"large-text-{width}")
    assert chat.choose("Types of NETs").evaluate(STICKS_OUT) == []
    chat.keep(f"large-text-{width}-tree")
    assert chat.page.evaluate(IS_TOO_WIDE) == []


def test_low_window_scrolls_as_one(open_page: Open) -> None:
    """As at 400% zoom of a common screen."""
    chat = open_page(viewport={"width": 320, "height": 256})
    chat.ask("what is a carcinoid?")
    expect(chat.questions.last).to_be_in_viewport()
    chat.keep("low-window")
    chat.field.scroll_into_view_if_needed()
    expect(chat.field).to_be_in_viewport()
    assert chat.page.evaluate(IS_TOO_WIDE) == []


def test_answer_is_read_from_its_top(open_page: Open) -> None:
    chat = open_page(viewport={"width": 390, "height": 700})
    answer = chat.ask("what is a carcinoid?")
    expect(chat.questions.last).to_be_in_viewport()
    expect(answer.locator("p").first).to_be_in_viewport()


@pytest.mark.parametrize("attribute", ["", "theme=dark"])
def test_dark(open_page: Open, attribute: str) -> None:
    scheme = "light" if attribute else "dark"
    chat = open_page(host_page(f"inline {attribute}"), color_scheme=scheme)
    chat.ask("should I have surgery?")
    assert style_of(chat.panel, "color") == "rgb(232, 240, 240)"
    assert style_of(chat.panel, "backgroundColor") == "rgb(16, 26, 28)"
    chat.keep("dark")


def test_light_theme_on_a_dark_device(open_page: Open) -> None:
    chat = open_page(host_page("inline theme=light"), color_scheme="dark")
    expect(chat.panel).to_have_css("background-color", "rgb(255, 255, 255)")


def test_right_to_left(open_page: Open) -> None:
    chat = open_page(host_page("inline"), viewport={"width": 600, "height": 800})
    turn_around(chat.page)
    chat.ask("what is a carcinoid?")
    question = chat.questions.last.bounding_box()
    quote = chat.answers.last.locator("blockquote").first
    assert question
    assert question["x"] < 100
    assert style_of(quote, "borderRightWidth") != "0px"
    for kind in ("blockquote p", "cite", ".choices button"):
        assert style_of(chat.answers.last.locator(kind).first, "direction") == "ltr", kind
    tree = chat.choose("Types of NETs").get_by_role("group")
    chat.keep("right-to-left")
    first, second = (tree.get_by_role("button").nth(index).bounding_box() for index in (0, 1))
    assert first
    assert second
    assert first["x"] + first["width"] > second["x"] + second["width"]


def test_forced_colors_keep_borders_and_tree(open_page: Open) -> None:
    chat = open_page(forced_colors="active", viewport={"width": 600, "height": 900})
    tree = chat.choose("Types of NETs")
    chat.keep("forced-colors")
    assert style_of(tree.locator("rect").first, "stroke") != "none"
    assert tree.evaluate(STICKS_OUT) == []
    chat.ask("I have chest pain and cannot breathe")
    chat.keep("forced-colors-alarm")
    assert style_of(chat.answers.last, "borderStyle") == "solid"
    assert style_of(chat.answers.last.locator(".call").first, "borderStyle") == "solid"


@pytest.mark.parametrize(("motion", "expected"), [("reduce", "none"), ("no-preference", "breathe")])
def test_motion_as_wished(open_page: Open, motion: str, expected: str) -> None:
    chat = open_page(reduced_motion=motion)
    chat.answers.first.wait_for()
    chat.page.route("**/webhook", lambda route: None)
    chat.write("what is a carcinoid?")
    dots = chat.page.locator("net-guide-chat .dots")
    assert style_of(dots, "animationName") == expected


def test_targets_are_large_enough(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")
    chat.choose("Types of NETs")
    for target in chat.element.get_by_role("button").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24, target
