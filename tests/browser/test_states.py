"""Every state in every way: axe-core finds nothing, nothing is cut off, and a picture is kept."""

from __future__ import annotations

from functools import partial

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.chat import Chat, find_faults
from tests.browser.conftest import Open, host_page
from tests.browser.states import DEVICES, STATES, Device, State, Way, send_texts
from tests.browser.test_display import IS_TOO_WIDE

LOOKS: dict[str, dict[str, str]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}
IS_CUT = """() => {
    const buttons = document.querySelector("net-guide-chat").shadowRoot.querySelectorAll("button");
    return [...buttons].filter((each) => each.scrollWidth > each.clientWidth + 1)
        .map((each) => each.textContent);
}"""
"""Buttons whose words are wider than they are."""
IS_REORDERED = """() => {
    const root = document.querySelector("net-guide-chat").shadowRoot;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const place = (node, at) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
    };
    const found = [];
    for (let node; (node = walker.nextNode()); ) {
        const end = node.data.trimEnd().length - 1;
        if (!/[a-z0-9][.?!:"”)\\]]$/i.test(node.data.trimEnd())) continue;
        const [before, last] = [place(node, end - 1), place(node, end)];
        if (last.width && before.top === last.top && last.left < before.left) found.push(node.data);
    }
    return found;
}"""
"""Texts whose last mark stands before its word: English that was laid out from right to left."""
POLICY = "style-src 'unsafe-inline'"
"""Of the one page here that has a style of its own."""


def reached(open_page: Open, state: State, device: Device) -> Chat:
    """A page on which the state was reached, in the first of the device's windows."""
    html = "" if state.attributes is None else host_page(state.attributes, state.style)
    policy = {"policy": POLICY} if state.style else {}
    before = [state.before] if state.before else []
    if texts := device.texts | state.texts:
        # What a state does with the same request comes later, and so counts.
        before.insert(0, partial(send_texts, more=texts))
    first = next(iter(device.ways.values()))
    chat = open_page(html, before=before, viewport=sized(first), **policy, **device.options)
    state.act(chat)
    return chat


def sized(way: Way) -> ViewportSize:
    return {"width": way.size[0], "height": way.size[1]}


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_axe_finds_nothing(open_page: Open, state: State, device: str) -> None:
    chat = reached(open_page, state, DEVICES[device])
    for name, way in DEVICES[device].ways.items():
        chat.page.set_viewport_size(sized(way))
        way.change(chat.page)
        state.holds(chat)
        for look in way.looks:
            chat.page.emulate_media(**LOOKS[look])  # type: ignore[arg-type]
            chat.keep(f"state-{name}-{look}-{state.name}")
            # Colors are those of any width.
            if (name, look) != ("320", "dark"):
                assert find_faults(chat.page) == [], (name, look)
        if chat.log.count():
            assert chat.page.evaluate(IS_TOO_WIDE) == [], name
            assert chat.page.evaluate(IS_CUT) == [], name
            assert chat.page.evaluate(IS_REORDERED) == [], name


def test_each_state_has_a_name_of_its_own() -> None:
    """Or a picture would be lost."""
    assert len({state.name for state in STATES}) == len(STATES)


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
