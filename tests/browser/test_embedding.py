"""What a page can set, call and hear, and what it cannot spoil."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat, style_of
from tests.browser.conftest import STRICT, Open, host_page
from tests.harness.site import OtherSite, Service

EVENTS = ("ready", "message", "error", "open", "close")
LISTEN = f"""<script>
    window.events = [];
    window.bubbled = [];
    for (const name of {list(EVENTS)}) {{
        addEventListener(name, (event) => event instanceof CustomEvent && bubbled.push(name));
    }}
    document.addEventListener("DOMContentLoaded", () => {{
        const chat = document.querySelector("net-guide-chat");
        for (const name of {list(EVENTS)}) {{
            chat.addEventListener(name, (event) => events.push([name, event.detail]));
        }}
    }});
</script>"""
HOSTILE = """
    * { color: lime !important; font: 40px fantasy !important; position: static !important;
        border: 9px solid red !important; transform: rotate(9deg) !important;
        opacity: .1 !important;
        z-index: -1 !important; pointer-events: none !important; visibility: hidden !important;
        text-transform: uppercase !important; letter-spacing: 1em !important;
        max-width: 10px !important; filter: blur(9px) !important; }
    net-guide-chat { display: none !important; zoom: 3 !important; direction: rtl !important; }
    html { font-size: 3px !important; }
    body { visibility: visible !important; overflow: hidden !important; }
    body::after { content: ""; position: fixed !important; inset: 0; z-index: 2147483647 !important;
        background: red; visibility: visible !important; }
"""
TAMPERING = """<script>
    Object.prototype.extra = "x";
    Array.prototype.extra = function () {};
    Element.prototype.matchesSelector = null;
    document.createElementNS;
    window.name = "taken";
    var status = "global", open = "global", close = "global", event = "global";
</script>"""


def test_events_carry_nothing_of_what_was_said(open_page: Open) -> None:
    chat = open_page(host_page(script=LISTEN), policy="")
    chat.open()
    chat.ask("I want to kill myself")
    chat.button("Close the chat").click()
    events = chat.page.evaluate("events")
    assert events == [
        ["ready", None],
        ["open", None],
        ["message", {"from": "guide"}],
        ["message", {"from": "person"}],
        ["message", {"from": "guide"}],
        ["close", None],
    ]


def test_error_event_has_a_code_and_does_not_look_like_an_error_of_the_page(
    open_page: Open,
) -> None:
    chat = open_page(host_page("inline", script=LISTEN), policy="")
    chat.answers.first.wait_for()
    chat.page.route("**/webhook", lambda route: route.fulfill(status=400, json={}))
    chat.write("what is a carcinoid?")
    expect(chat.banner).to_contain_text("cannot be reached")
    assert chat.page.evaluate("events").pop() == ["error", {"code": "http_400"}]
    assert chat.page.evaluate("bubbled") == []


def test_methods(open_page: Open) -> None:
    chat = open_page(host_page())
    chat.launcher.wait_for()
    call(chat, "show")
    expect(chat.field).to_be_focused()
    expect(chat.answers).to_have_count(1)
    call(chat, "send", "what is a carcinoid?")
    expect(chat.answers).to_have_count(2)
    call(chat, "restart")
    expect(chat.messages).to_have_count(1)
    call(chat, "hide")
    expect(chat.panel).to_be_hidden()
    call(chat, "ask", "what is an insulinoma?")
    expect(chat.panel).to_be_visible()
    expect(chat.questions.last).to_contain_text("what is an insulinoma?")


def test_open_is_a_property_as_frameworks_set_it(open_page: Open) -> None:
    chat = open_page(host_page())
    for value, attribute in (("true", ""), ("false", None), ('""', ""), ("null", None)):
        found = chat.page.evaluate(
            f"""() => {{
                const chat = document.querySelector("net-guide-chat");
                chat.open = {value};
                return [chat.getAttribute("open"), chat.open];
            }}"""
        )
        assert found == [attribute, attribute == ""]


def test_title_is_a_heading_and_no_tooltip(open_page: Open) -> None:
    chat = open_page(host_page("inline title='Ask the clinic'"))
    expect(chat.page.get_by_role("heading", name="Ask the clinic")).to_be_visible()
    expect(chat.element.locator(".root")).to_have_attribute("title", "")


@pytest.mark.parametrize(
    ("position", "left", "top"),
    [
        ("bottom-right", False, False),
        ("bottom-left", True, False),
        ("top-right", False, True),
        ("top-left", True, True),
    ],
)
def test_position(open_page: Open, position: str, left: bool, top: bool) -> None:
    chat = open_page(host_page(f"position={position}"), viewport={"width": 1000, "height": 900})
    for part in (chat.launcher, chat.panel):
        if part is chat.panel:
            chat.open()
        box = part.bounding_box()
        assert box
        assert (box["x"] < 100) is left
        assert (box["y"] < 100) is top


def test_launcher_gives_way_to_what_a_page_has_in_its_corner(open_page: Open) -> None:
    style = "net-guide-chat { --net-guide-offset-x: 40px; --net-guide-offset-y: 120px; }"
    policy = "style-src 'unsafe-inline'"
    size = {"width": 390, "height": 844}
    chat = open_page(host_page("compact", style), policy=policy, viewport=size)
    box = chat.launcher.bounding_box()
    assert box
    assert 44 <= box["width"] <= 60
    assert 44 <= box["height"] <= 60
    assert box["x"] + box["width"] == 390 - 40
    assert box["y"] + box["height"] == 844 - 120
    chat.keep("compact")
    chat.open()
    assert chat.panel.bounding_box() == {"x": 0, "y": 0, **size}


def test_attributes_can_change_later(open_page: Open) -> None:
    chat = open_page(host_page("inline"))
    chat.ask("what is a carcinoid?")
    call(chat, "setAttribute", "title", "Ask the clinic")
    expect(chat.page.get_by_role("heading", name="Ask the clinic")).to_be_visible()
    expect(chat.answers).to_have_count(2)
    call(chat, "removeAttribute", "inline")
    chat.launcher.click()
    expect(chat.answers).to_have_count(2)
    expect(chat.ask("where do they grow?")).to_contain_text("carcinoid")


def test_element_can_move_in_the_page(open_page: Open) -> None:
    chat = open_page(host_page("inline"))
    chat.ask("what is a carcinoid?")
    chat.element.evaluate("chat => document.querySelector('main').append(chat)")
    expect(chat.answers).to_have_count(2)
    expect(chat.ask("where do they grow?")).to_contain_text("carcinoid")


def test_change_when_it_is_ready_leaves_the_greeting_on_its_way(open_page: Open) -> None:
    script = """<script>
        document.addEventListener("DOMContentLoaded", () => {
            const chat = document.querySelector("net-guide-chat");
            chat.addEventListener("ready", () => chat.setAttribute("title", "Ask the clinic"));
        });
    </script>"""
    chat = open_page(host_page("inline", script=script), policy="")
    expect(chat.page.get_by_role("heading", name="Ask the clinic")).to_be_visible()
    expect(chat.answers).to_have_count(1)


@pytest.mark.parametrize(
    "change",
    [
        "chat.title = 'Ask the clinic'",
        "chat.lang = 'en-GB'",
        "chat.toggleAttribute('inline')",
        "document.querySelector('main').append(chat)",
    ],
)
def test_change_leaves_alone_what_is_on_its_way(open_page: Open, change: str) -> None:
    chat = open_page(host_page("inline open"))
    chat.answers.first.wait_for()
    held = chat.hold()
    chat.write("what is a carcinoid?")
    chat.field.fill("half a ques")
    expect(chat.page.get_by_text("NET Guide is reading")).to_be_visible()
    chat.element.evaluate(f"chat => {{ {change} }}")
    expect(chat.field).to_have_value("half a ques")
    # A browser takes the focus from what is moved.
    if "append" not in change:
        expect(chat.field).to_be_focused()
    expect(chat.page.get_by_text("NET Guide is reading")).to_be_visible()
    held[0].continue_()
    expect(chat.answers).to_have_count(2)
    expect(chat.questions.last).not_to_contain_text("not sent")


def test_element_that_comes_back_greets(open_page: Open) -> None:
    chat = open_page(host_page())
    chat.launcher.wait_for()
    held = chat.hold()
    chat.launcher.click()
    expect(chat.field).to_be_focused()
    chat.page.wait_for_timeout(100)
    assert held
    chat.page.evaluate("window.chat = document.querySelector('net-guide-chat'); chat.remove()")
    chat.page.wait_for_timeout(100)
    chat.page.evaluate("document.body.append(chat)")
    expect(chat.answers).to_have_count(1)


def test_hidden_element_is_hidden(open_page: Open) -> None:
    chat = open_page(host_page())
    chat.launcher.wait_for()
    call(chat, "toggleAttribute", "hidden", True)
    expect(chat.launcher).to_be_hidden()


def test_page_can_theme_it(open_page: Open) -> None:
    style = """net-guide-chat { --net-guide-bar: rgb(9, 9, 99); --net-guide-font-size: 20px; }
        net-guide-chat::part(send) { text-transform: uppercase; }"""
    chat = open_page(host_page("inline", style), policy="style-src 'unsafe-inline'")
    wanted = ("backgroundColor", "fontSize", "textTransform")
    found = [style_of(chat.button("Send"), name) for name in wanted]
    assert found == ["rgb(9, 9, 99)", "20px", "uppercase"]


SMOOTHING = 4
"""Browsers smooth a round corner by chance a little differently; of 255."""


def settled(chat: Chat) -> bytes:
    """A picture of the panel once nothing moves in it any more."""
    before = b""
    for _ in range(30):
        picture = chat.panel.screenshot(animations="disabled")
        if picture == before:
            break
        before = picture
        chat.page.wait_for_timeout(100)
    return picture


def difference(chat: Chat, *pictures: bytes) -> int:
    """The largest difference between two pictures in any color of a pixel, 0 to 255."""
    page = chat.page.context.new_page()
    found = page.evaluate(
        """async (pictures) => {
            const [first, second] = await Promise.all(pictures.map(async (each) => {
                const bytes = Uint8Array.from(atob(each), (letter) => letter.charCodeAt(0));
                const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
                const canvas = new OffscreenCanvas(image.width, image.height);
                const drawing = canvas.getContext("2d");
                drawing.drawImage(image, 0, 0);
                return drawing.getImageData(0, 0, image.width, image.height);
            }));
            if (first.width !== second.width || first.height !== second.height) return 255;
            return first.data.reduce(
                (most, value, at) => Math.max(most, Math.abs(value - second.data[at])), 0);
        }""",
        [b64encode(each).decode() for each in pictures],
    )
    page.close()
    return int(found)


def test_hostile_page_changes_nothing(open_page: Open) -> None:
    size = {"width": 1000, "height": 900}
    plain = open_page(host_page(), viewport=size)
    hostile = open_page(host_page(style=HOSTILE, script=TAMPERING), policy="", viewport=size)
    looks = []
    for chat in (plain, hostile):
        chat.open()
        answer = chat.ask("what is a carcinoid?")
        chat.page.mouse.move(1, 1)
        picture = settled(chat)
        looks.append([look(chat), answer.bounding_box(), picture])
    hostile.keep("hostile-page")
    assert looks[0][:2] == looks[1][:2]
    assert difference(hostile, looks[0][2], looks[1][2]) <= SMOOTHING


def test_closed_chat_lies_over_nothing_but_its_button(open_page: Open) -> None:
    chat = open_page(host_page())
    chat.launcher.wait_for()
    boxes = chat.element.evaluate(
        """chat => [chat, ...chat.shadowRoot.querySelectorAll("*")]
            .filter((node) => !node.closest(".launcher"))
            .map((node) => node.getBoundingClientRect())
            .filter((box) => box.width * box.height > 0).length"""
    )
    assert boxes == 0
    chat.page.get_by_role("button", name="Book").click()


def test_closed_chat_sends_no_message(open_page: Open) -> None:
    chat = open_page(host_page())
    requests: list[str] = []
    chat.page.on("request", lambda request: requests.append(request.url))
    chat.page.reload()
    chat.launcher.wait_for()
    assert not [url for url in requests if "webhook" in url]


@pytest.mark.parametrize("endpoint", ["", "endpoint={service}"])
def test_another_site_can_embed_it(
    open_page: Open, service: Service, other_site: OtherSite, endpoint: str
) -> None:
    html = host_page(f"inline {endpoint.format(service=service.url)}")
    other_site.page = html.replace("/widget.js", f"{service.url}/widget.js")
    other_site.policy = STRICT.replace("'self'", service.url)
    chat = open_page(address=other_site.url)
    chat.ask("what is a carcinoid?")
    assert chat.page.context.cookies() == []


def test_two_chats_on_a_page(open_page: Open) -> None:
    chat = open_page(host_page("inline") + "<net-guide-chat></net-guide-chat>")
    chat.page.get_by_role("button", name="Ask about neuroendocrine tumors").click()
    expect(chat.log).to_have_count(2)


def test_two_chats_with_ids_are_two_conversations(open_page: Open) -> None:
    chat = open_page(host_page("inline id=one") + "<net-guide-chat inline id=two></net-guide-chat>")
    expect(chat.answers).to_have_count(2)
    keys = chat.page.evaluate("Object.keys(sessionStorage).map((key) => key.split('#')[1])")
    assert sorted(keys) == ["one", "two"]


def look(chat: Chat) -> Any:
    return chat.panel.evaluate(
        """panel => [...panel.querySelectorAll("*")].map((node) => {
            const { color, font, opacity, transform, visibility } = getComputedStyle(node);
            return [node.tagName, color, font, opacity, transform, visibility];
        })"""
    )


def call(chat: Chat, method: str, *arguments: object) -> None:
    chat.element.evaluate(
        "(chat, [method, ...rest]) => { chat[method](...rest) }", [method, *arguments]
    )
