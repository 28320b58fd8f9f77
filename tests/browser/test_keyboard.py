"""The keyboard alone, and where the focus is."""

from __future__ import annotations

from functools import partial

from playwright.sync_api import Page, expect

from tests.browser.chat import Chat
from tests.browser.conftest import Open, host_page


def test_whole_conversation_by_keyboard(open_page: Open) -> None:
    chat = open_page(host_page())
    chat.launcher.wait_for()
    keys = chat.page.keyboard
    tab_until(chat.page, "Ask about neuroendocrine tumors")
    keys.press("Enter")
    expect(chat.field).to_be_focused()
    expect(chat.answers).to_have_count(1)
    keys.type("what is a carcinoid?")
    keys.press("Enter")
    expect(chat.answers).to_have_count(2)
    expect(chat.field).to_be_focused()
    tab_until(chat.page, "Where do they grow?", backwards=True)
    keys.press("Space")
    expect(chat.answers).to_have_count(3)
    keys.press("Escape")
    expect(chat.launcher).to_be_focused()
    expect(chat.panel).to_be_hidden()


def test_arrow_keys_move_through_the_messages(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")
    chat.answers.last.focus()
    keys = chat.page.keyboard
    keys.press("ArrowUp")
    expect(chat.questions.last).to_be_focused()
    expect(chat.page.get_by_text("The up and down arrow keys")).to_be_visible()
    keys.press("Home")
    expect(chat.answers.first).to_be_focused()
    keys.press("ArrowUp")
    expect(chat.answers.first).to_be_focused()
    keys.press("End")
    expect(chat.answers.last).to_be_focused()


def test_tab_reaches_the_current_message_only(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")
    stops = chat.log.locator("[tabindex='0']")
    inside = chat.answers.last.locator("[tabindex='0']")
    expect(chat.answers.last).to_have_attribute("tabindex", "0")
    assert stops.count() == inside.count() + 1
    indexes = chat.log.locator("[tabindex]").evaluate_all("all => all.map(one => one.tabIndex)")
    assert set(indexes) == {0, -1}


def test_branches_of_the_tree_answer_to_enter_and_space(chat: Chat) -> None:
    for key, branch in (("Enter", "Insulinomas"), ("Space", "Gastrinomas")):
        tree = chat.choose("Types of NETs").get_by_role("group", name="Types of NETs")
        node = tree.get_by_role("button", name=branch)
        node.focus()
        chat.answer_to(partial(node.press, key))
        expect(chat.questions.last).to_contain_text(branch)


def test_sources_unfold_by_keyboard(chat: Chat) -> None:
    answer = chat.ask("what is a carcinoid?")
    answer.locator("summary").press("Enter")
    expect(answer.get_by_role("link").first).to_be_visible()


def test_shift_enter_begins_a_new_line(chat: Chat) -> None:
    chat.field.fill("one")
    chat.field.press("Shift+Enter")
    chat.page.keyboard.type("two")
    expect(chat.field).to_have_value("one\ntwo")
    expect(chat.questions).to_have_count(0)


def test_nothing_to_send_sends_nothing(chat: Chat) -> None:
    chat.write("   ")
    expect(chat.questions).to_have_count(0)


def test_escape_belongs_to_the_page_when_the_chat_is_part_of_it(chat: Chat) -> None:
    chat.field.press("Escape")
    expect(chat.log).to_be_visible()


def test_opening_by_attribute_leaves_the_focus_alone(open_page: Open) -> None:
    chat = open_page(host_page())
    chat.launcher.wait_for()
    chat.page.get_by_role("button", name="Book").focus()
    chat.element.evaluate("chat => chat.setAttribute('open', '')")
    expect(chat.answers).to_have_count(1)
    expect(chat.page.get_by_role("button", name="Book")).to_be_focused()


def test_an_answer_does_not_move_the_focus(chat: Chat) -> None:
    button = chat.button("Symptoms")
    button.focus()
    chat.answer_to(lambda: button.press("Enter"))
    expect(chat.answers.first.get_by_role("button", name="Symptoms")).to_be_focused()


def test_try_again_leaves_the_focus_on_the_message(chat: Chat) -> None:
    chat.page.route("**/webhook", lambda route: route.fulfill(status=400, json={}), times=1)
    chat.write("what is a carcinoid?")
    chat.questions.last.get_by_role("button", name="Try again").press("Enter")
    expect(chat.answers).to_have_count(2)
    expect(chat.questions.last).to_be_focused()


def test_try_again_of_the_greeting_leaves_the_focus_in_the_chat(open_page: Open) -> None:
    chat = open_page(host_page())
    chat.page.route("**/webhook", lambda route: route.fulfill(status=400, json={}), times=1)
    chat.launcher.click()
    chat.banner.get_by_role("button", name="Try again").press("Enter")
    expect(chat.answers).to_have_count(1)
    expect(chat.banner).to_be_focused()


def tab_until(page: Page, name: str, *, backwards: bool = False) -> None:
    """Press Tab until an element of that name has the focus."""
    target = page.get_by_role("button", name=name, exact=True)
    for _ in range(40):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if target.evaluate("node => node.getRootNode().activeElement === node"):
            return
    raise AssertionError(f"Tab does not reach '{name}'")
