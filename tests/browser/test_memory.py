"""What survives a reload, and what is kept where."""

from __future__ import annotations

import json

from playwright.sync_api import BrowserContext, expect

from tests.browser.chat import Chat
from tests.browser.conftest import Open, host_page

CANARY = "what is a carcinoid, zebrafinch?"


def test_reload_takes_the_conversation_up_again(open_page: Open) -> None:
    chat = open_page(host_page("inline"))
    chat.ask("what is a carcinoid?")
    chat.page.reload()
    expect(chat.messages).to_have_count(1)
    expect(chat.answers).to_contain_text("Welcome back. We were talking about carcinoid tumors.")
    chat.keep("welcome-back")
    expect(chat.ask("where do they grow?")).to_contain_text("carcinoid")


def test_front_page_survives_a_reload(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")
    chat.page.reload()
    expect(chat.answers).to_contain_text("Welcome back.")


def test_by_default_no_words_are_kept(open_page: Open) -> None:
    chat = open_page(host_page("inline"))
    chat.ask(CANARY)
    kept = storage(chat)
    assert len(kept) == 1
    assert "zebrafinch" not in json.dumps(kept)


def test_transcript_is_kept_if_the_page_says_so(open_page: Open) -> None:
    chat = open_page(host_page("inline remember=transcript"))
    chat.ask("what is a carcinoid?")
    chat.choose("Treatment options")
    chat.page.reload()
    expect(chat.messages).to_have_count(5)
    used = chat.answers.nth(1).get_by_role("button", name="Treatment options")
    expect(used).to_have_attribute("aria-pressed", "true")
    expect(chat.ask("where do they grow?")).to_contain_text("carcinoid")


def test_message_on_its_way_at_reload_can_be_sent_again(open_page: Open) -> None:
    chat = open_page(host_page("inline remember=transcript"))
    chat.answers.first.wait_for()
    chat.page.route("**/webhook", lambda route: None)
    chat.write("what is a carcinoid?")
    chat.page.unroute("**/webhook")
    chat.page.reload()
    chat.answer_to(chat.questions.last.get_by_role("button", name="Try again").click)


def test_nothing_is_kept_beyond_the_tab(open_page: Open) -> None:
    chat = open_page(host_page("inline remember=transcript"))
    chat.ask(CANARY)
    assert chat.page.evaluate("localStorage.length") == 0
    assert chat.page.evaluate("indexedDB.databases()") == []
    assert chat.page.evaluate("caches.keys()") == []
    assert chat.page.context.cookies() == []


def test_restart_forgets_for_good(open_page: Open) -> None:
    chat = open_page(host_page("inline remember=transcript"))
    chat.ask(CANARY)
    chat.restart()
    expect(chat.answers).to_contain_text("we start fresh")
    assert "zebrafinch" not in json.dumps(storage(chat))
    chat.page.reload()
    expect(chat.answers).to_contain_text("we start fresh")


def test_two_tabs_are_two_conversations(open_page: Open, new_context: object) -> None:
    context: BrowserContext = new_context()  # type: ignore[operator]
    one = open_page(host_page("inline"), context=context)
    two = open_page(host_page("inline"), context=context)
    one.ask("what is a carcinoid?")
    two.ask("what is a pheochromocytoma?")
    expect(one.ask("where do they grow?")).to_contain_text("carcinoid")
    expect(two.ask("where do they grow?")).to_contain_text("pheochromocytoma")


def test_duplicated_tab_goes_its_own_way(open_page: Open) -> None:
    chat = open_page(host_page("inline"))
    chat.ask("what is a carcinoid?")
    with chat.page.expect_popup() as popup:
        chat.page.evaluate("open(location.origin)")
    copy = Chat(popup.value)
    expect(copy.answers).to_contain_text("Welcome back. We were talking about carcinoid tumors.")
    copy.ask("what is a pheochromocytoma?")
    expect(chat.ask("where do they grow?")).to_contain_text("carcinoid")


def test_goes_on_where_storage_is_forbidden(open_page: Open) -> None:
    forbid = """<script>Object.defineProperty(window, "sessionStorage", {
        get() { throw new DOMException("denied", "SecurityError"); } });</script>"""
    chat = open_page(host_page("inline", script=forbid), policy="")
    chat.ask("what is a carcinoid?")
    expect(chat.ask("where do they grow?")).to_contain_text("carcinoid")


def test_spoiled_storage_is_ignored(open_page: Open) -> None:
    chat = open_page(host_page("inline"))
    chat.ask("what is a carcinoid?")
    chat.page.evaluate("for (const key of Object.keys(sessionStorage)) sessionStorage[key] = '{'")
    chat.page.reload()
    expect(chat.answers).to_contain_text("Hello, I am NET Guide.")


def storage(chat: Chat) -> dict[str, str]:
    kept: dict[str, str] = chat.page.evaluate("({...sessionStorage})")
    return kept
