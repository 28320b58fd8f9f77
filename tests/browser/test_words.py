"""Terms that can be tapped for their meaning."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from bot.channels.web.glossary import glossary, terms
from bot.content.library import Content
from tests.browser.chat import Chat, find_faults
from tests.browser.conftest import Open, drop, host_page

ASKED = "what are the symptoms of NETs?"


def term(answer: Locator, name: str) -> Locator:
    return answer.get_by_role("button", name=name, exact=True)


def meaning(answer: Locator, name: str) -> Locator:
    return answer.get_by_role("note", name=f'What the pages say about "{name}"')


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_term_is_explained_in_the_words_of_the_pages(
    open_page: Open, width: int, scheme: str
) -> None:
    chat = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    answer = chat.ask(ASKED)
    term(answer, "metastasized").click()
    note = meaning(answer, "metastasized")
    expect(note).to_contain_text(
        "is the word for a tumor that has spread to other parts of the body."
    )
    expect(note).to_contain_text("“Treatment options for each person depend on many factors")
    expect(note).to_contain_text('From the page "Pancreatic neuroendocrine tumor"')
    expect(term(answer, "metastasized")).to_have_attribute("aria-expanded", "true")
    assert find_faults(chat.page) == []
    chat.keep(f"term-{width}-{scheme}")


def test_meaning_is_opened_and_closed_by_keyboard(chat: Chat) -> None:
    answer = chat.ask(ASKED)
    word = term(answer, "metastasized")
    word.press("Enter")
    meaning(answer, "metastasized").get_by_role("button", name="Close").press("Enter")
    expect(meaning(answer, "metastasized")).to_have_count(0)
    expect(word).to_be_focused()
    word.press("Enter")
    expect(meaning(answer, "metastasized")).to_be_visible()
    word.press("Enter")
    expect(meaning(answer, "metastasized")).to_have_count(0)


def test_meaning_leads_on(chat: Chat) -> None:
    answer = chat.ask(ASKED)
    term(answer, "metastasized").click()
    note = meaning(answer, "metastasized")
    after = chat.answer_to(note.get_by_role("button", name="Ask about this").click)
    expect(after).to_contain_text("is the word for a tumor that has spread")


def test_nothing_of_the_person_is_sent_for_a_meaning(chat: Chat) -> None:
    answer = chat.ask(ASKED)
    requests: list[tuple[str, str | None]] = []
    chat.page.on("request", lambda each: requests.append((each.url, each.post_data)))
    term(answer, "metastasized").click()
    expect(meaning(answer, "metastasized")).to_be_visible()
    assert {url.rpartition("/")[2] for url, _ in requests} <= {"later.js", "glossary"}
    assert all(data is None for _, data in requests)


def test_term_is_marked_once_and_not_in_its_own_answer(chat: Chat) -> None:
    own = chat.ask("what does metastasized mean?")
    expect(own).to_contain_text("metastasized")
    expect(term(own, "metastasized")).to_have_count(0)
    other = chat.ask("what does treatment depend on?")
    expect(term(other, "metastasized")).to_have_count(1)


def test_term_is_a_whole_word(chat: Chat) -> None:
    answer = chat.ask("are NETs cancer?")
    expect(answer).to_contain_text("non-cancerous (benign) or cancerous (malignant)")
    quote = answer.locator("blockquote", has_text="non-cancerous")
    expect(quote.locator(".term")).to_have_text(["benign", "cancerous"])


def test_alarm_has_no_terms(open_page: Open) -> None:
    chat = open_page(host_page("inline"))
    answer = chat.ask("I have chest pain and cannot breathe")
    expect(answer.locator(".term")).to_have_count(0)


def test_meaning_that_cannot_be_loaded_is_said_and_tried_again(chat: Chat) -> None:
    answer = chat.ask(ASKED)
    chat.page.route("**/widget/glossary", drop, times=1)
    term(answer, "metastasized").click()
    expect(chat.page.get_by_text("This could not be loaded.")).to_be_visible()
    term(answer, "metastasized").click()
    expect(meaning(answer, "metastasized")).to_be_visible()


def test_meanings_are_what_the_pages_say(content: Content) -> None:
    found = glossary(content)
    assert set(terms(content)) == set(found)
    assert {"metastasized", "benign", "carcinoid"} <= set(found)
    # The pages name it and do not explain it.
    assert "autosomal_dominant" not in found
    texts = {each.text for each in content.statements.values()}
    for subject, each in found.items():
        assert each["quotes"], subject
        assert {quote["text"] for quote in each["quotes"]} <= texts
