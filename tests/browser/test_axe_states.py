"""axe-core finds nothing in any state: in forced colors, from right to left, small and zoomed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Route

from tests.browser.chat import Chat, find_faults
from tests.browser.conftest import Open, host_page
from tests.browser.test_axe import STATES, closed
from tests.browser.test_display import IS_TOO_WIDE

WAYS = {
    "forced-colors": {"forced_colors": "active"},
    "phone": {"viewport": {"width": 320, "height": 568}, "has_touch": True},
    "right-to-left": {"viewport": {"width": 390, "height": 844}},
    # 1280 by 1024 at 400%.
    "zoomed": {"viewport": {"width": 320, "height": 256}},
}


def turned(route: Route) -> None:
    """A language that runs from right to left."""
    response = route.fetch()
    route.fulfill(response=response, json=response.json() | {"direction": "rtl"})


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing(open_page: Open, state: Callable[[Chat], None], way: str) -> None:
    chat = open_page(host_page(), **WAYS[way])
    if way == "right-to-left":
        chat.page.route("**/widget/texts", turned)
        chat.page.reload()
    state(chat)
    chat.keep(f"{way}-{state.__name__}")
    assert find_faults(chat.page) == []
    if state is not closed:
        assert chat.page.evaluate(IS_TOO_WIDE) == []
