"""The summary to print and take to the doctor."""

from __future__ import annotations

import re

from playwright.sync_api import Frame, ViewportSize, expect

from tests.browser.chat import Chat, keep, style_of
from tests.browser.conftest import Open, drop

PAGE: ViewportSize = {"width": 718, "height": 1047}
"""A4 without its margins, in pixels of CSS."""
# Printing is noted; what would be printed stays on the page.
NO_PRINTER = "print = () => { top.printed = (top.printed ?? 0) + 1; }"


def test_summary_holds_questions_answers_and_sources(chat: Chat) -> None:
    paper = printed(chat)
    text = paper.locator("body").inner_text()
    assert "It is not medical advice." in text
    assert "I asked: should I have surgery?" in text
    assert "Please consult a healthcare professional" in text
    assert "Neuroendocrine Tumors. Mayo Clinic." in text
    assert "last updated April 25, 2019" in text
    assert "Hello, I am NET Guide" not in text
    assert paper.title() == "NET Guide"
    assert chat.page.evaluate("printed") == 1


def test_questions_for_the_doctor_come_first(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")
    lines = printed(chat).locator("body").inner_text().splitlines()
    order = [
        "Questions for my doctor",
        "Which choices do I have, and what does each one aim at?",
        "I asked: what is a carcinoid?",
        "I asked: should I have surgery?",
        "Sources",
    ]
    found = [each for each in lines if each in order]
    assert found == order


def test_each_source_stands_once_and_quotes_have_its_number(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")
    chat.ask("where do they grow?")
    text = printed(chat).locator("body").inner_text()
    entries = re.findall(r"^\[(\d+)\] (.+)$", text, re.MULTILINE)
    assert [int(number) for number, _ in entries] == list(range(1, len(entries) + 1))
    assert len({entry for _, entry in entries}) == len(entries)
    assert text.count("last updated April 25, 2019") == 1
    marks = {int(each) for each in re.findall(r"” ?(?:\[\d+\] )*\[(\d+)\]", text)}
    assert marks <= set(range(1, len(entries) + 1))


def test_tree_is_printed_as_a_tree(chat: Chat) -> None:
    chat.choose("Types of NETs")
    paper = printed(chat, ask=False)
    deepest = paper.locator("li li li", has_text="Insulinomas")
    assert deepest.last.inner_text() == "Insulinomas"


def test_what_was_only_chatted_is_left_out(chat: Chat) -> None:
    chat.ask("thanks")
    text = printed(chat).locator("body").inner_text()
    assert "thanks" not in text


def test_quotes_that_are_folded_are_printed(chat: Chat) -> None:
    chat.choose("Find a professional")
    text = printed(chat, ask=False).locator("body").inner_text()
    assert "You can find more tips in our guide" in text


def test_paper_has_the_addresses_and_whom_a_quote_speaks_of(chat: Chat) -> None:
    chat.choose("Find a professional")
    text = printed(chat, ask=False).locator("body").inner_text()
    assert "Doctor Database: https://netrf.org/" in text
    assert "These addresses are ours, not from the quotes." in text
    assert "“If you need medical advice" in text
    assert "this disease.” [this disease: neuroendocrine tumors]" in text


def test_summary_is_styled_in_spite_of_a_strict_policy(chat: Chat) -> None:
    chat.choose("Types of NETs")
    chat.choose("Find a professional")
    paper = printed(chat)
    assert style_of(paper.locator(".about"), "borderTopStyle") == "solid"
    style = paper.evaluate(
        "[...document.adoptedStyleSheets[0].cssRules].map((rule) => rule.cssText).join('')"
    )
    page = chat.page.context.new_page()
    page.set_viewport_size(PAGE)
    page.emulate_media(media="print")
    page.set_content(paper.content())
    page.add_style_tag(content=style)
    keep(page, "summary", full_page=True)


def test_summary_is_sent_nowhere(chat: Chat) -> None:
    # By a button: while somebody writes, the same part is loaded.
    chat.choose("Symptoms")
    requests: list[str] = []
    chat.page.on("request", lambda request: requests.append(f"{request.method} {request.url}"))
    printed(chat, ask=False)
    assert [each.rpartition("/")[2] for each in requests] == ["later.js"]
    assert requests[0].startswith("GET ")
    chat.button("Print for your doctor").click()
    assert len(requests) == 1


def test_summary_says_so_when_it_cannot_be_loaded(chat: Chat) -> None:
    chat.page.route("**/later.js", drop)
    chat.button("Print for your doctor").click()
    expect(chat.element).to_contain_text("This could not be loaded.")
    chat.page.unroute_all()
    printed(chat)


def test_frame_is_gone_after_printing(chat: Chat) -> None:
    paper = printed(chat)
    # The frame goes while it is being spoken to.
    paper.evaluate("setTimeout(() => dispatchEvent(new Event('afterprint')))")
    expect(chat.element.locator("iframe")).to_have_count(0)


def printed(chat: Chat, *, ask: bool = True) -> Frame:
    chat.page.context.add_init_script(NO_PRINTER)
    if ask:
        chat.ask("should I have surgery?")
    with chat.page.expect_event("frameattached"):
        chat.button("Print for your doctor").click()
    return chat.page.frames[1]


def test_browser_that_prints_the_page_prints_all_of_the_chat(open_page: Open) -> None:
    """As by Ctrl-P, without our button."""
    chat = open_page(viewport=PAGE)
    chat.choose("Find a professional")
    chat.ask("what is a carcinoid?")
    chat.page.emulate_media(media="print")
    keep(chat.page, "printed-page", full_page=True)
    for answer in chat.answers.all():
        box = answer.bounding_box()
        assert box
        assert box["y"] >= 0
    expect(chat.answers.nth(1).locator("blockquote").last).to_be_visible()
    expect(chat.field).to_be_hidden()
    height = chat.page.evaluate("document.documentElement.scrollHeight")
    last = chat.answers.last.bounding_box()
    assert last
    assert height >= last["y"] + last["height"]
