"""The front page in a frame, sandboxed as far as the documents say."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, FrameLocator, Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.test_loading import END_ANIMATIONS
from tests.conftest import ROOT
from tests.harness.site import Service

FRAME = re.compile(r'<iframe sandbox="([^"]+)"')
TOKENS = FRAME.findall((ROOT / "docs" / "embedding.md").read_text(encoding="utf-8"))[0]
NEEDED = "allow-scripts allow-same-origin"


def framed(page: Page, service: Service, tokens: str) -> FrameLocator:
    """A page of another origin with the front page of the service in a frame, which that allows."""
    host = f"http://localhost:{service.port}"
    html = f'<title>A hospital</title><iframe title=Chat src="{service.url}" sandbox="{tokens}">'

    def allow(route: Route) -> None:
        response = route.fetch()
        policy = response.headers["content-security-policy"]
        policy = policy.replace("frame-ancestors 'none'", f"frame-ancestors {host}")
        headers = response.headers | {"content-security-policy": policy}
        route.fulfill(response=response, headers=headers)

    page.route(f"{service.url}/", allow)
    page.route(f"{host}/frame", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{host}/frame")
    return page.frame_locator("iframe")


def test_conversation_in_a_sandboxed_frame(open_page: Open, service: Service) -> None:
    frame = framed(open_page().page, service, NEEDED)
    answers = frame.locator("article:not(.person)")
    expect(answers).to_have_count(1)
    frame.get_by_label("Your question").fill("what is a carcinoid?")
    frame.get_by_role("button", name="Send").click()
    expect(answers.last).to_contain_text("A carcinoid tumor is")
    frame.get_by_role("button", name="Types of NETs", exact=True).click()
    expect(frame.locator(".tree rect").first).to_be_visible()


def test_links_and_print_need_what_the_documents_say(open_page: Open, service: Service) -> None:
    page = open_page().page
    frame = framed(page, service, TOKENS)
    frame.get_by_role("button", name="Find a professional").click()
    link = frame.locator(".links a").first
    link.wait_for()
    page.context.route(
        re.compile(r"https://"), lambda route: route.fulfill(body="", content_type="text/html")
    )
    with page.expect_popup() as opened:
        link.click()
    assert opened.value
    with page.expect_event("frameattached"):
        frame.get_by_role("button", name="Print for your doctor").click()


def test_what_the_documents_name_is_no_more_than_needed() -> None:
    assert set(NEEDED.split()) < set(TOKENS.split())
    assert not {"allow-top-navigation", "allow-forms", "allow-downloads"} & set(TOKENS.split())


def test_frame_without_an_origin_shows_what_the_page_wrote(
    new_context: Callable[..., BrowserContext], service: Service
) -> None:
    """Its script comes from elsewhere, as far as the browser is concerned."""
    page = new_context().new_page()
    frame = framed(page, service, "allow-scripts")
    frame.locator("body").evaluate(END_ANIMATIONS)
    expect(frame.get_by_text("The chat cannot be reached right now.")).to_be_visible()
