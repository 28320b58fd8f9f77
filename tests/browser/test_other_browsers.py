"""The main conversation in Firefox and in WebKit, by their own mouse and keyboard."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chat import ARTEFACTS, PICTURES
from tests.browser.engines import Engine, firefox, until, webkit
from tests.harness.site import Service

PAINTED = 1
"""Seconds in which it is painted, surely."""

FIND = """((name, kind) => {
    const root = document.querySelector("net-guide-chat").shadowRoot;
    return [...root.querySelectorAll(kind)].findLast((node) =>
        (node.ariaLabel || node.textContent).trim() === name);
})"""
PLACE = f"""((node) => {{
    node?.scrollIntoView({{ block: "nearest" }});
    const box = node?.getBoundingClientRect();
    return box?.width ? [box.x + box.width / 2, box.y + box.height / 2] : null;
}})({FIND}"""
LAST = """[...document.querySelector("net-guide-chat")?.shadowRoot
    ?.querySelectorAll("article:not(.person)") ?? []].at(-1)?.textContent ?? ''"""

FOCUSED = "document.querySelector('net-guide-chat').shadowRoot.activeElement?.textContent ?? ''"


WRITES = "document.querySelector('net-guide-chat').shadowRoot.activeElement?.tagName == 'TEXTAREA'"


@pytest.fixture(params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Engine]]:
    with firefox(tmp_path) if request.param == "firefox" else webkit() as found:
        yield request.param, found


def press(browser: Engine, name: str, kind: str = "button") -> None:
    """Press a thing once it stands still: a greeting or an answer that grows moves it."""

    def where() -> list[float] | None:
        found: list[float] | None = browser.run(f"{PLACE}({json.dumps(name)}, {json.dumps(kind)}))")
        return found

    places = [where()]

    def stands_still() -> bool:
        places.append(where())
        return places[-1] is not None and places[-1] == places[-2]

    until(stands_still)
    browser.press(*map(round, places[-1] or ()))


def write(browser: Engine, line: str) -> None:
    """Type a line where a person would, once the keyboard is there."""

    def is_there() -> bool:
        press(browser, "", "textarea")
        return bool(browser.run(WRITES))

    until(is_there)
    browser.type(f"{line}\n")


def says(browser: Engine, words: str) -> None:
    until(lambda: words in browser.run(LAST))


def keep(browser: Engine, name: str) -> None:
    """Keep a picture of what stands still: WebKit paints after it says that it is done."""
    if not PICTURES:
        return
    taken = [browser.picture()]

    def stands_still() -> bool:
        taken.append(browser.picture())
        return taken[-1] == taken[-2]

    time.sleep(PAINTED)
    until(stands_still)
    ARTEFACTS.mkdir(exist_ok=True)
    (ARTEFACTS / f"{name}.png").write_bytes(taken[-1])


def test_main_conversation(engine: tuple[str, Engine], service: Service) -> None:
    name, browser = engine
    browser.open(service.url)
    says(browser, "I am a computer program, not a doctor")
    keep(browser, f"{name}-greeting")
    write(browser, "what is a carcinoid?")
    says(browser, "one of the two main types of neuroendocrine tumor (NET).")
    keep(browser, f"{name}-answer")
    press(browser, "Source 1")
    assert browser.run(FOCUSED).startswith("[1] ")
    press(browser, "Types of NETs")
    until(lambda: browser.run(f"{FIND}('Insulinomas', '.branch')?.getBoundingClientRect().width"))
    keep(browser, f"{name}-tree")
    press(browser, "Insulinomas", ".branch")
    says(browser, "insulin")
    press(browser, "Topics")
    press(browser, "Places in the body")
    until(lambda: browser.run(f"{FIND}('Lungs', '.sites button')?.offsetWidth"))
    keep(browser, f"{name}-body")
    press(browser, "Lungs", ".sites button")
    says(browser, "The lungs are one of the places")
    write(browser, "I have chest pain and cannot breathe")
    says(browser, "Get help now")
    assert browser.run(
        "document.querySelector('net-guide-chat').shadowRoot.querySelector('.call').href"
    ).startswith("tel:")
    assert browser.run(f"{FIND}('Topics', 'button')?.offsetWidth") == 0
    keep(browser, f"{name}-emergency")
    assert browser.run("sessionStorage.length") == 1
