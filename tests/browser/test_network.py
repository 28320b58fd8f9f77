"""A bad network: nothing is lost, nothing is answered twice."""

from __future__ import annotations

import json
import time

import pytest
from playwright.sync_api import Request, Route, expect

from tests.browser.chat import Chat
from tests.browser.conftest import Open, drop, host_page
from tests.harness.site import Service

NOTE_ERRORS = """
    window.errors = [];
    document.querySelector("net-guide-chat")
        .addEventListener("error", (event) => errors.push(event.detail));
"""
COUNT_LISTENERS = """<script>
    window.listeners = 0;
    for (const [name, step] of [["addEventListener", 1], ["removeEventListener", -1]]) {
        const real = window[name];
        window[name] = (type, ...rest) => {
            if (type === "online") listeners += step;
            return real.call(window, type, ...rest);
        };
    }
</script>"""


@pytest.fixture
def ids(chat: Chat) -> list[str]:
    """Ids of the messages that the page sends."""
    found: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST":
            found.append(json.loads(request.post_data or "")["metadata"]["message_id"])

    chat.page.on("request", note)
    return found


def test_tells_that_it_is_offline_and_sends_when_it_is_back(chat: Chat) -> None:
    chat.page.context.set_offline(True)
    expect(chat.banner).to_contain_text("You are offline")
    chat.write("what is a carcinoid?")
    expect(chat.questions).to_have_count(1)
    expect(chat.answers).to_have_count(1)
    chat.keep("offline")
    chat.page.context.set_offline(False)
    expect(chat.banner).to_contain_text("can be reached again")
    expect(chat.answers).to_have_count(2)
    expect(chat.banner).to_be_empty()


def test_draft_is_kept(chat: Chat) -> None:
    chat.field.fill("half a ques")
    chat.page.context.set_offline(True)
    chat.button("Symptoms").click()
    chat.page.context.set_offline(False)
    expect(chat.answers).to_have_count(2)
    expect(chat.field).to_have_value("half a ques")


def test_service_that_dies_and_comes_back_answers_once(
    chat: Chat, service: Service, ids: list[str]
) -> None:
    service.stop()
    chat.write("what is a carcinoid?")
    expect(chat.banner).to_contain_text("The chat cannot be reached right now. Your words are kept")
    expect(chat.questions.last).to_contain_text("Not sent yet.")
    expect(chat.questions.last).to_be_in_viewport()
    chat.keep("service-down")
    service.start()
    expect(chat.answers).to_have_count(2, timeout=20_000)
    expect(chat.questions.last).not_to_contain_text("Not sent yet.")
    assert len(ids) > 1
    assert len(set(ids)) == 1
    expect(chat.ask("where do they grow?")).to_contain_text("carcinoid")
    expect(chat.answers).to_have_count(3)


def test_service_that_dies_while_it_answers_is_asked_again(chat: Chat, ids: list[str]) -> None:
    """The answer was made, but never arrived."""
    lose_answers(chat, times=1)
    chat.write("what is a carcinoid?")
    expect(chat.answers).to_have_count(2)
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_late_answer_does_not_come_twice(chat: Chat, ids: list[str]) -> None:
    chat.page.clock.install(time=0)
    held = chat.hold()
    chat.write("what is a carcinoid?")
    expect_length(chat, ids, 1)
    chat.page.clock.run_for(15_000)
    expect(chat.questions.last).to_contain_text("Not sent yet.")
    chat.page.clock.run_for(2_000)
    expect(chat.answers).to_have_count(2)
    held[0].fulfill(json=[{"text": "late"}])
    chat.page.wait_for_timeout(100)
    expect(chat.answers).to_have_count(2)
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_failed_message_is_marked_and_sent_again_by_a_button(chat: Chat, ids: list[str]) -> None:
    refuse(chat, 400)
    chat.write("what is a carcinoid?")
    expect(chat.questions.last).to_contain_text("This message was not sent.")
    expect(chat.questions.last).to_be_in_viewport()
    chat.keep("failed")
    chat.page.unroute_all()
    chat.answer_to(chat.questions.last.get_by_role("button", name="Try again").click)
    expect(chat.questions.last).not_to_contain_text("This message was not sent.")
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_failed_greeting_can_be_asked_for_again(open_page: Open) -> None:
    chat = open_page(host_page())
    chat.launcher.wait_for()
    refuse(chat, 400)
    chat.launcher.click()
    chat.banner.get_by_role("button", name="Try again").wait_for()
    chat.page.unroute_all()
    chat.banner.get_by_role("button", name="Try again").click()
    expect(chat.answers).to_have_count(1)
    expect(chat.banner).not_to_contain_text("cannot be reached")


def test_goes_on_for_as_long_as_it_takes_and_is_answered_once(chat: Chat, ids: list[str]) -> None:
    chat.page.clock.install(time=0)
    chat.page.clock.pause_at(1_000)
    chat.page.route("**/webhook", drop)
    chat.write("what is a carcinoid?")
    for tries in range(1, 9):
        expect_length(chat, ids, tries)
        chat.page.clock.run_for(min(1_250 * 2 ** (tries - 1), 25_000))
    expect(chat.questions.last).to_contain_text("Not sent yet.")
    chat.page.unroute_all()
    chat.page.clock.resume()
    chat.answer_to(chat.questions.last.get_by_role("button", name="Try again").click)
    expect(chat.answers).to_have_count(2)
    expect(chat.questions.last).not_to_contain_text("Not sent yet.")
    assert len(set(ids)) == 1


def test_button_of_a_waiting_message_stays_while_it_is_tried(chat: Chat, ids: list[str]) -> None:
    chat.page.clock.install(time=0)
    chat.page.clock.pause_at(1_000)
    chat.page.route("**/webhook", drop)
    chat.write("what is a carcinoid?")
    button = chat.questions.last.get_by_role("button", name="Try again")
    button.focus()
    for tries in range(1, 4):
        expect_length(chat, ids, tries)
        expect(button).to_be_focused()
        chat.page.clock.run_for(1_250 * 2 ** (tries - 1))


def test_waits_longer_before_each_try(chat: Chat, ids: list[str]) -> None:
    chat.page.clock.install(time=0)
    chat.page.clock.pause_at(1_000)
    refuse(chat, 503)
    chat.write("what is a carcinoid?")
    for tries, wait in enumerate((1_000, 2_000, 4_000), start=1):
        expect_length(chat, ids, tries)
        chat.page.clock.run_for(wait * 3 // 4)
        chat.page.wait_for_timeout(100)
        assert len(ids) == tries
        chat.page.clock.run_for(wait // 2)


@pytest.mark.parametrize("status", [429, 503])
def test_comes_back_when_the_service_asks_it_to(chat: Chat, ids: list[str], status: int) -> None:
    chat.page.clock.install(time=0)
    chat.page.clock.pause_at(1_000)
    refuse(chat, status, {"Retry-After": "30"})
    chat.write("what is a carcinoid?")
    expect_length(chat, ids, 1)
    chat.page.clock.run_for(29_000)
    chat.page.wait_for_timeout(100)
    assert len(ids) == 1
    chat.page.unroute_all()
    chat.page.clock.resume()
    expect(chat.answers).to_have_count(2)


def test_messages_wait_for_each_other(chat: Chat) -> None:
    """The second needs the state after the first."""
    lose_answers(chat, times=1)
    chat.write("what is a carcinoid?")
    chat.write("where do they grow?")
    expect(chat.answers).to_have_count(3)
    expect(chat.answers.last).to_contain_text("carcinoid")


def test_restart_gives_up_what_is_on_its_way(chat: Chat) -> None:
    chat.hold()
    chat.write("what is a carcinoid?")
    chat.page.evaluate(NOTE_ERRORS)
    chat.restart()
    expect(chat.answers).to_contain_text("we start fresh")
    expect(chat.messages).to_have_count(1)
    expect(chat.banner).to_be_empty()
    assert chat.page.evaluate("errors") == []


@pytest.mark.parametrize("status", [429, 502, 503])
def test_trouble_is_told_from_the_first_try_on(chat: Chat, status: int) -> None:
    """It names the emergency number, which must not wait."""
    refuse(chat, status, {"Retry-After": "30"})
    chat.write("what is a carcinoid?")
    expect(chat.banner).to_contain_text("call your local emergency number", timeout=3_000)
    expect(chat.banner).not_to_contain_text("You are offline")
    expect(chat.questions.last).not_to_contain_text("This message was not sent.")


def test_trouble_is_cleared_when_a_request_works(chat: Chat) -> None:
    chat.page.route("**/webhook", lambda route: route.fulfill(status=502), times=1)
    chat.write("what is a carcinoid?")
    expect(chat.banner).to_contain_text("call your local emergency number")
    expect(chat.answers).to_have_count(2)
    expect(chat.banner).to_be_empty()


def test_waiting_leaves_no_listener(open_page: Open) -> None:
    chat = open_page(host_page("inline", script=COUNT_LISTENERS), policy="")
    chat.answers.first.wait_for()
    before = chat.page.evaluate("listeners")
    lose_answers(chat, times=2)
    chat.ask("what is a carcinoid?")
    assert chat.page.evaluate("listeners") == before


def refuse(chat: Chat, status: int, headers: dict[str, str] | None = None) -> None:
    error = {"error": {"code": "test", "message": "refused"}}
    chat.page.route(
        "**/webhook", lambda route: route.fulfill(status=status, headers=headers, json=error)
    )


def lose_answers(chat: Chat, times: int) -> None:
    """Let the service answer, and the network lose it."""

    def lose(route: Route) -> None:
        route.fetch()
        route.abort("connectionreset")

    chat.page.route("**/webhook", lose, times=times)


def expect_length(chat: Chat, found: list[str], length: int) -> None:
    deadline = time.monotonic() + 5
    while len(found) < length and time.monotonic() < deadline:
        chat.page.wait_for_timeout(20)
    assert len(found) == length
    # For the page to hear that it failed, and to begin to wait.
    chat.page.wait_for_timeout(100)


def test_message_is_in_sight_while_it_waits(open_page: Open) -> None:
    chat = open_page(viewport={"width": 320, "height": 568})
    chat.answers.first.wait_for()
    chat.hold()
    chat.write("what is a carcinoid?")
    expect(chat.page.get_by_text("NET Guide is reading")).to_be_visible()
    expect(chat.questions.last).to_be_in_viewport(ratio=1)
