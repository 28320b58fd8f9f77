"""Where what an answer names can be found, and what the sources say."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat, find_faults
from tests.browser.conftest import Open


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_find_a_professional_leads_somewhere(open_page: Open, width: int, scheme: str) -> None:
    chat = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    answer = chat.choose("Find a professional")
    box = answer.locator(".links")
    expect(box.get_by_role("link", name="netrf.org")).to_have_attribute(
        "href", "https://netrf.org/"
    )
    expect(box).to_contain_text("These addresses are ours, not from the quotes.")
    expect(box).to_contain_text("not yet checked")
    box.scroll_into_view_if_needed()
    assert find_faults(chat.page) == []
    chat.keep(f"links-{width}-{scheme}")


def test_address_of_a_reference_is_said_to_be_one(chat: Chat) -> None:
    box = chat.ask("what is the carcinoid cancer foundation?").locator(".links")
    link = box.get_by_role("link", name="carcinoid.org")
    expect(link).to_have_attribute(
        "href", "http://www.carcinoid.org/for-patients/diagnosis/newly-diagnosed-the-basics/"
    )
    expect(box).to_contain_text("from the page's own references")
    expect(box).not_to_contain_text("ours")


def test_sources_lead_to_the_publisher_of_the_pages(chat: Chat) -> None:
    answer = chat.ask("what is a carcinoid?")
    answer.locator("summary").click()
    link = answer.locator(".sources").get_by_role("link", name="rarediseases.info.nih.gov")
    expect(link).to_have_attribute("href", "https://rarediseases.info.nih.gov/")
