"""Whole conversations by mouse."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.chat import SURE, Chat, style_of
from tests.browser.conftest import Open, host_page


def test_greets_with_choices(chat: Chat) -> None:
    expect(chat.answers).to_contain_text("I am a computer program, not a doctor")
    expect(chat.button("Find your way by type")).to_be_visible()
    chat.keep("front-page")


def test_answers_with_quotes_and_marks(chat: Chat) -> None:
    answer = chat.ask("what is a carcinoid?")
    expect(answer.locator("blockquote").first).to_contain_text("“There are many types")
    expect(answer.locator("blockquote").first).to_contain_text("[1] [2]")
    chat.keep("answer")


def test_sources_unfold(chat: Chat) -> None:
    answer = chat.ask("what is a carcinoid?")
    summary = answer.locator("summary")
    expect(summary).to_have_text("Sources · Last updated April 25, 2019")
    expect(answer.get_by_role("link")).to_have_count(0)
    summary.click()
    link = answer.get_by_role("link").first
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link).to_have_attribute("target", "_blank")
    expect(answer).to_contain_text("Genetic and Rare Diseases Information Center (GARD)")
    chat.keep("sources")


def test_every_address_of_a_source_is_a_link(chat: Chat) -> None:
    answer = chat.ask("what is a carcinoid?")
    answer.locator("summary").click()
    addresses = [link.get_attribute("href") or "" for link in answer.get_by_role("link").all()]
    assert len(addresses) == 4
    assert all(re.match(r"https?://", address) for address in addresses)


def test_tells_the_age_of_the_source_unfolded(chat: Chat) -> None:
    answer = chat.ask("how are NETs treated?")
    expect(answer).to_contain_text("this page was last updated")


def test_chosen_reply_stays_readable_and_marked(chat: Chat) -> None:
    chat.choose("Symptoms")
    used = chat.answers.first.get_by_role("button", name="Symptoms")
    expect(used).to_have_attribute("aria-pressed", "true")
    expect(used).to_be_visible()
    expect(chat.questions.last).to_contain_text("Symptoms")


def test_quick_reply_leaves_the_field_alone(chat: Chat) -> None:
    """Or a phone would bring up its keyboard."""
    chat.choose("Symptoms")
    expect(chat.field).not_to_be_focused()


def test_guide_shows_large_choices_and_a_way_back(chat: Chat) -> None:
    first = chat.choose("Find your way by type")
    expect(first.get_by_role("button", name="Back")).to_have_count(0)
    box = first.get_by_role("button", name="Carcinoid").bounding_box()
    assert box
    assert box["height"] >= 44
    second = chat.choose("Another name")
    expect(second).to_contain_text("Which of these comes closest?")
    chat.keep("guide")
    back = chat.choose("Back")
    expect(back).to_contain_text("Which name did you hear or read?")


@pytest.mark.parametrize(
    ("message", "kind", "heading"),
    [
        ("should I have surgery?", "guardrail", "A question for a professional"),
        ("I have chest pain and cannot breathe", "emergency", "Get help now"),
        ("I want to kill myself", "crisis", "Please talk to someone now"),
    ],
)
def test_alarms_have_a_heading_a_drawing_and_a_border(
    chat: Chat, message: str, kind: str, heading: str
) -> None:
    answer = chat.ask(message)
    expect(answer.get_by_role("heading", name=heading)).to_be_visible()
    expect(answer.locator("h3 svg")).to_be_visible()
    styles = [chat.answers.first, answer]
    borders = [style_of(each, "borderStyle") for each in styles]
    assert borders[0] == "none"
    assert borders[1] in ("dashed", "solid", "double")
    chat.keep(kind)


def test_numbers_to_call_are_one_touch_away(chat: Chat) -> None:
    answer = chat.ask("I have chest pain and cannot breathe")
    expect(answer.get_by_role("link", name="112")).to_have_attribute("href", "tel:112")


def test_tree_branches_can_be_asked_about(chat: Chat) -> None:
    answer = chat.choose("Types of NETs")
    tree = answer.get_by_role("group", name="Types of NETs")
    expect(tree.get_by_role("button")).to_have_count(11)
    chat.keep("tree")
    reply = chat.answer_to(tree.get_by_role("button", name="Insulinomas").click)
    expect(reply).to_contain_text("insulin")
    expect(chat.questions.last).to_contain_text("Insulinomas")


def test_professional_is_always_within_reach(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")
    answer = chat.choose("Find a professional")
    expect(answer).to_contain_text("look for doctors or other healthcare professionals")


def test_restart_forgets(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")
    chat.restart()
    expect(chat.messages).to_have_count(1)
    expect(chat.answers).to_contain_text("we start fresh")
    expect(chat.ask("where do they grow?")).to_contain_text("A NET can grow anywhere")


def test_restart_asks_before_a_conversation_is_lost(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")
    chat.page.clock.install(time=0)
    chat.page.clock.pause_at(1_000)
    chat.button("Start over").click()
    expect(chat.button(SURE)).to_be_visible()
    expect(chat.button(SURE)).to_be_focused()
    expect(chat.element.locator(".activity")).to_have_text(SURE)
    chat.page.clock.run_for(4_100)
    expect(chat.button("Start over")).to_be_visible()
    expect(chat.answers).to_have_count(2)


def test_restart_does_not_ask_when_nothing_was_said(chat: Chat) -> None:
    chat.button("Start over").click()
    expect(chat.answers).to_contain_text("we start fresh")


def test_follow_up_knows_what_was_said(chat: Chat) -> None:
    chat.ask("what is a carcinoid?")
    expect(chat.ask("what about the symptoms?")).to_contain_text("carcinoid")


def test_copies_an_answer_with_its_sources(open_page: Open) -> None:
    chat = open_page(permissions=["clipboard-read", "clipboard-write"])
    chat.ask("what is a carcinoid?")
    chat.button("Copy this answer").click()
    expect(chat.page.get_by_text("Copied, with its sources.")).to_be_visible()
    copied = chat.page.evaluate("navigator.clipboard.readText()")
    assert "one of the two main types of neuroendocrine tumor (NET)." in copied
    assert "[1] Neuroendocrine Tumor: Introduction." in copied


def test_says_that_it_reads_only_when_there_is_a_wait(chat: Chat) -> None:
    waiting = chat.page.get_by_text("NET Guide is reading")
    chat.page.clock.install(time=0)
    chat.page.clock.pause_at(1_000)
    held = chat.hold()
    chat.write("what is a carcinoid?")
    chat.page.wait_for_timeout(100)
    chat.page.clock.run_for(300)
    expect(waiting).to_have_count(0)
    chat.page.clock.run_for(200)
    expect(waiting).to_be_visible()
    chat.keep("waiting")
    held[0].continue_()
    chat.page.clock.resume()
    expect(waiting).to_have_count(0)


def test_floating_chat_opens_in_its_corner(open_page: Open) -> None:
    chat = open_page(host_page(), viewport={"width": 1100, "height": 800})
    chat.launcher.wait_for()
    chat.keep("closed")
    chat.open()
    box = chat.panel.bounding_box()
    assert box
    assert box["x"] > 550
    chat.keep("open")
