"""Reading aloud: by voices of the device alone, off by default, and always to be stopped."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat, find_faults, until
from tests.browser.conftest import Open
from tests.browser.test_display import IS_TOO_WIDE

LOCAL = {"name": "Local", "lang": "en-US", "localService": True}
REMOTE = {"name": "Remote", "lang": "en-GB", "localService": False}
GERMAN = {"name": "Deutsch", "lang": "de-DE", "localService": True}

# A stand-in for what a machine without a loudspeaker lacks.
VOICES = """(voices) => {
    window.spoken = [];
    window.cancelled = 0;
    class Utterance { constructor(text) { this.text = text; } }
    class Speech extends EventTarget {
        speaking = false;
        voices = voices;
        getVoices() { return this.voices; }
        speak({ text, voice, lang }) {
            this.speaking = true;
            spoken.push([text, voice?.name, lang]);
        }
        cancel() { this.speaking = false; cancelled++; }
    }
    const value = new Speech();
    Object.defineProperty(window, "speechSynthesis", { value });
    window.SpeechSynthesisUtterance = Utterance;
}"""


def with_voices(open_page: Open, *voices: dict[str, object], **options: object) -> Chat:
    chat = open_page(**options)
    chat.page.add_init_script(f"({VOICES})({json.dumps(voices)})")
    chat.page.reload()
    chat.answers.first.wait_for()
    return chat


def spoken(chat: Chat) -> list[list[str]]:
    found: list[list[str]] = chat.page.evaluate("spoken")
    return found


def test_nothing_is_read_before_somebody_wants_it(open_page: Open) -> None:
    chat = with_voices(open_page, REMOTE, LOCAL)
    expect(chat.button("Read aloud")).to_have_attribute("aria-pressed", "false")
    chat.ask("what is a carcinoid?")
    assert spoken(chat) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_answers_are_read_by_a_local_voice(open_page: Open, width: int, scheme: str) -> None:
    screen = {"width": width, "height": 844}
    chat = with_voices(
        open_page, REMOTE, GERMAN, LOCAL, viewport=screen, color_scheme=scheme, has_touch=True
    )
    chat.choose("Symptoms")
    chat.button("Read aloud").click()
    expect(chat.button("Stop reading")).to_be_visible()
    until(chat.page, "spoken.length > 1")
    assert {(voice, lang) for _, voice, lang in spoken(chat)} == {("Local", "en-US")}
    assert spoken(chat)[0][0] == chat.answers.last.locator("p").first.inner_text()
    assert find_faults(chat.page) == []
    assert chat.page.evaluate(IS_TOO_WIDE) == []
    chat.keep(f"reading-{width}-{scheme}")
    before = len(spoken(chat))
    chat.choose("Types of NETs")
    until(chat.page, f"spoken.length > {before}")
    assert chat.page.evaluate("cancelled") > 0


def test_stop_is_in_sight_and_stops(open_page: Open) -> None:
    chat = with_voices(open_page, LOCAL, viewport={"width": 320, "height": 568})
    chat.button("Read aloud").click()
    until(chat.page, "speechSynthesis.speaking")
    expect(chat.button("Stop reading")).to_be_in_viewport(ratio=1)
    chat.button("Stop reading").click()
    assert not chat.page.evaluate("speechSynthesis.speaking")
    expect(chat.element.get_by_role("button", name="Stop reading")).to_have_count(0)
    expect(chat.button("Read aloud")).to_be_focused()
    before = len(spoken(chat))
    chat.button("Topics").click()
    assert len(spoken(chat)) == before


@pytest.mark.parametrize("voices", [[], [REMOTE], [GERMAN]], ids=["none", "remote", "German"])
def test_not_offered_without_a_local_voice(
    open_page: Open, voices: list[dict[str, object]]
) -> None:
    chat = with_voices(open_page, *voices)
    expect(chat.element.get_by_role("button", name="Read aloud")).to_have_count(0)


def test_offered_when_voices_come_late(open_page: Open) -> None:
    chat = with_voices(open_page)
    chat.page.evaluate(
        """(voice) => {
            speechSynthesis.voices = [voice];
            speechSynthesis.dispatchEvent(new Event("voiceschanged"));
        }""",
        LOCAL,
    )
    expect(chat.button("Read aloud")).to_be_visible()


def test_reading_ends_with_the_conversation(open_page: Open) -> None:
    chat = with_voices(open_page, LOCAL)
    chat.button("Read aloud").click()
    until(chat.page, "speechSynthesis.speaking")
    chat.button("Start over").click()
    until(chat.page, "!speechSynthesis.speaking")
    expect(chat.element.get_by_role("button", name="Stop reading")).to_have_count(0)


def test_alarm_is_read_with_its_heading(open_page: Open) -> None:
    chat = with_voices(open_page, LOCAL)
    chat.button("Read aloud").click()
    until(chat.page, "spoken.length")
    before = len(spoken(chat))
    chat.ask("I have chest pain and cannot breathe")
    until(chat.page, f"spoken.length > {before}")
    assert spoken(chat)[before][0] == "Get help now"
