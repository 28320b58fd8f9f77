"""Reading an answer: its quotes, what stands behind them, and what is folded."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat, find_faults
from tests.browser.conftest import Open, host_page
from tests.browser.test_check_in import reply, serve

BOTH_PAGES = {
    "kind": "answer",
    "blocks": [
        {"kind": "quote", "text": "One.", "statement": "net.one", "citations": [1]},
        {"kind": "quote", "text": "Two.", "statement": "net.two", "citations": [7]},
        {"kind": "quote", "text": "Three.", "statement": "pnet.three"},
    ],
    "citations": [{"number": 1, "text": "A book.", "url": "", "reference": "net#1"}],
    "pages": [
        {"document": "net", "title": "Tumor", "last_updated": "2019-04-25", "line": "Page one."},
        {
            "document": "pnet",
            "title": "Pancreas",
            "last_updated": "2018-05-18",
            "line": "Page two.",
        },
    ],
}


def test_number_opens_its_entry_and_comes_back(chat: Chat) -> None:
    answer = chat.ask("what is a carcinoid?")
    mark = answer.get_by_role("button", name="Source 1").first
    mark.press("Enter")
    entry = answer.locator(".sources p", has_text="[1] Neuroendocrine Tumor: Introduction.")
    expect(entry).to_be_focused()
    expect(entry).to_be_in_viewport()
    assert find_faults(chat.page) == []
    chat.keep("source-opened")
    answer.get_by_role("button", name="Back to the quote").press("Enter")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()


def test_question_for_the_sources_opens_them(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")
    expect(chat.answers.last.get_by_role("link").first).to_be_hidden()
    answer = chat.ask("show me the sources")
    expect(answer.get_by_role("link").first).to_be_visible()


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("show me the tree of the types", "Types of NETs"),
        ("find your way by symptom", "Find your way by symptom"),
    ],
)
def test_sources_of_the_tree_and_of_a_guide_are_opened(
    chat: Chat, message: str, shown: str
) -> None:
    chat.ask("what is a carcinoid?")
    chat.ask(message)
    answer = chat.ask("where does this come from?")
    expect(answer.locator("p").first).to_contain_text(f'"{shown}"')
    expect(answer.locator(".sources")).to_have_js_property("open", value=True)
    expect(answer.get_by_role("link").first).to_be_visible()


def test_number_without_an_entry_is_text(chat: Chat) -> None:
    chat.answers.first.wait_for()
    serve(chat, {"text": "One.", "custom": BOTH_PAGES})
    answer = chat.ask("both")
    expect(answer.get_by_role("button", name="Source 7")).to_have_count(0)
    expect(answer).to_contain_text("“Two.” [7]")


def test_quotes_say_which_page_they_are_from(chat: Chat) -> None:
    chat.answers.first.wait_for()
    serve(chat, {"text": "One.", "custom": BOTH_PAGES})
    quotes = chat.ask("both").locator("blockquote")
    expect(quotes.nth(0).locator("cite")).to_have_count(0)
    expect(quotes.nth(1).locator("cite")).to_have_text('From the page "Tumor"')
    expect(quotes.nth(2).locator("cite")).to_have_text('From the page "Pancreas"')


def test_long_answer_folds_after_its_first_quote(open_page: Open) -> None:
    chat = open_page(viewport={"width": 390, "height": 844})
    answer = chat.choose("Find a professional")
    quotes = answer.locator("blockquote")
    expect(quotes.first).to_be_visible()
    expect(quotes.nth(1)).to_be_hidden()
    chat.keep("folded")
    answer.get_by_text("Read on (4 more quotes)").click()
    for quote in quotes.all():
        expect(quote).to_be_visible()
    assert find_faults(chat.page) == []
    chat.keep("unfolded")


def test_quote_that_leads_to_the_next_one_is_not_left_alone(chat: Chat) -> None:
    chat.answers.first.wait_for()
    texts = ["These are two:", "One.", "x" * 100, "y" * 100]
    quotes = [{"kind": "quote", "text": text, "statement": "net.a"} for text in texts]
    serve(chat, {"text": "One.", "custom": BOTH_PAGES | {"blocks": quotes}})
    shown = chat.ask("both").locator("blockquote")
    expect(shown.nth(1)).to_be_visible()
    expect(shown.nth(1).locator("cite")).to_be_visible()
    expect(shown.nth(2)).to_be_hidden()


def test_short_answer_does_not_fold(chat: Chat) -> None:
    chat.answers.first.wait_for()
    serve(chat, {"text": "One.", "custom": BOTH_PAGES})
    answer = chat.ask("both")
    expect(answer.locator("blockquote")).to_have_count(3)
    expect(answer.locator(".more")).to_have_count(0)


def test_guardrail_is_never_folded(chat: Chat) -> None:
    answer = chat.ask("should I have surgery for my carcinoid?")
    expect(answer.locator(".more")).to_have_count(1)
    expect(answer.get_by_role("heading", name="A question for a professional")).to_be_visible()
    expect(answer.get_by_text("Which choices do I have")).to_be_visible()


def test_keyboard_of_a_phone_goes_when_a_message_is_sent(open_page: Open) -> None:
    chat = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    chat.ask("what is a carcinoid?")
    expect(chat.field).not_to_be_focused()


def test_focus_stays_where_there_is_a_keyboard(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")
    expect(chat.field).to_be_focused()


def test_limit_of_a_message_is_told(chat: Chat) -> None:
    chat.field.fill("x" * 3_999)
    chat.field.press("x")
    expect(chat.element).to_contain_text("A message can have 4000 characters.")


def test_words_of_another_direction_keep_their_order(open_page: Open) -> None:
    chat = open_page(host_page("inline"))
    chat.answers.first.wait_for()
    serve(chat, reply("Hello."))
    chat.ask("שלום!")
    question = chat.questions.last.locator("p")
    assert question.evaluate("node => getComputedStyle(node).direction") == "rtl"
    answer = chat.answers.last.locator("p").first
    assert answer.evaluate("node => getComputedStyle(node).direction") == "ltr"
