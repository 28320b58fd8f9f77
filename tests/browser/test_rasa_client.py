"""A chat client that others wrote for any service, set to Rasa's REST channel."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open

DEEP_CHAT = Path(__file__).parent / "node_modules" / "deep-chat" / "dist" / "deepChat.bundle.js"

# Nothing here knows NET Guide: it is what Rasa's REST channel takes and gives.
PAGE = """<!doctype html>
    <html lang="en"><title>A client of Rasa</title>
    <body><deep-chat></deep-chat>
    <script type="module">
        import "/deep-chat.js";
        const chat = document.querySelector("deep-chat");
        chat.connect = { url: "/webhooks/rest/webhook", method: "POST" };
        chat.requestInterceptor = (details) => {
            details.body = { sender: "somebody", message: details.body.messages[0].text };
            return details;
        };
        chat.responseInterceptor = (messages) => {
            const buttons = messages.flatMap((each) => each.buttons ?? []);
            window.payloads = Object.fromEntries(buttons.map((each) => [each.title, each.payload]));
            return { text: messages.map((each) => each.text).join("\\n\\n") };
        };
    </script>
    </body></html>"""


def test_client_of_rasa_holds_a_conversation(open_page: Open) -> None:
    page = open_page("<title>empty</title>").page
    page.route("**/client", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    page.route("**/deep-chat.js", lambda route: route.fulfill(path=DEEP_CHAT))
    page.goto(page.url.replace("/host", "/client"))

    said = say(page, "what is a carcinoid?")
    expect(said).to_contain_text("one of the two main types of neuroendocrine tumor (NET).")
    said = say(page, "where do they grow?")
    expect(said).to_contain_text("appendix")
    payload = page.evaluate("payloads['About carcinoid tumors'] ?? Object.values(payloads)[0]")
    assert payload.startswith("/")
    expect(say(page, payload)).to_contain_text("Sources")
    page.screenshot(path=Path(__file__).with_name("artefacts") / "rasa-client.png")


def say(page: Page, text: str) -> Locator:
    """Write into the client. Returns its newest message."""
    answers = page.locator("deep-chat .ai-message-text")
    before = answers.count()
    field = page.locator("deep-chat #text-input")
    field.click()
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(answers).to_have_count(before + 1)
    expect(answers.last).not_to_be_empty()
    return answers.last
