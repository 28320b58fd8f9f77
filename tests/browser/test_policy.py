"""The strictest content security policy, with trusted types enforced."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.browser.chat import Chat
from tests.browser.conftest import STRICT, Open, host_page
from tests.harness.site import Service

BREACHES = """
    window.breaches = [];
    addEventListener("securitypolicyviolation", (event) => breaches.push(event.violatedDirective));
"""


def test_everything_works_without_a_breach(open_page: Open) -> None:
    chat = open_page(host_page())
    chat.page.evaluate(BREACHES)
    use_everything(chat)
    assert chat.page.evaluate("breaches") == []


def test_breaches_are_noticed(new_context: Callable[..., BrowserContext], service: Service) -> None:
    page = new_context().new_page()
    headers = {"Content-Security-Policy": STRICT, "Content-Type": "text/html"}
    page.route("**/host", lambda route: route.fulfill(body=host_page(), headers=headers))
    page.goto(f"{service.url}/host")
    page.evaluate(BREACHES)
    assert page.evaluate("try { document.body.innerHTML = 'x' } catch (error) { error.name }")
    assert page.evaluate("breaches") == ["require-trusted-types-for"]


def test_policy_is_the_strictest() -> None:
    assert "default-src 'none'" in STRICT
    assert "unsafe" not in STRICT
    assert "style-src" not in STRICT


def use_everything(chat: Chat) -> None:
    chat.open()
    chat.ask("what is a carcinoid?").locator("summary").click()
    chat.button("Copy this answer").click()
    chat.choose("Types of NETs").locator("rect").first.wait_for()
    chat.button("Topics").click()
    chat.choose("Places in the body").locator(".body-map").wait_for()
    chat.choose("Find a professional")
    chat.ask("I have chest pain and cannot breathe")
    chat.button("Print for your doctor").click()
    chat.page.context.set_offline(True)
    expect(chat.banner).to_contain_text("offline")
    chat.page.context.set_offline(False)
    chat.restart()
    expect(chat.messages).to_have_count(1)
    chat.button("Close the chat").click()
