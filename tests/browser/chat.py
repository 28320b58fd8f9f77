"""What a person does with the chat, and what they see."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from playwright.sync_api import Locator, Page, Route, expect

ARTEFACTS = Path(__file__).with_name("artefacts")
PICTURES = bool(os.environ.get("NET_GUIDE_PICTURES"))
"""Whether pictures are kept. A test looks at none of them, and they take a tenth of the time."""
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
FIND_FAULTS = "axe.run({ resultTypes: ['violations'] }).then((found) => found.violations)"

SURE = "Erase all and start over?"
"""What the button "Start over" asks when there is a conversation to lose."""


class Chat:
    """The chat on a page, by the names that people and screen readers know."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.element = page.locator("net-guide-chat")
        self.log = page.get_by_role("log")
        self.messages = self.log.get_by_role("article")
        self.answers = self.log.locator("article:not(.person)")
        self.questions = self.log.locator("article.person")
        self.field = page.get_by_label("Your question")
        self.launcher = page.get_by_role("button", name="Ask about neuroendocrine tumors")
        self.panel = page.locator("net-guide-chat .panel")
        self.banner = page.locator("net-guide-chat .banner")

    def open(self) -> None:
        self.launcher.click()
        expect(self.answers).to_have_count(1)

    def button(self, name: str) -> Locator:
        return self.element.get_by_role("button", name=name, exact=True).last

    def restart(self) -> None:
        """Press the button, and once more when it asks."""
        self.button("Start over").click()
        self.button(SURE).click()

    def write(self, text: str) -> None:
        """Write and send, without waiting for an answer."""
        self.field.fill(text)
        self.field.press("Enter")

    def ask(self, text: str) -> Locator:
        """Write and send. Returns the answer."""
        return self.answer_to(lambda: self.write(text))

    def choose(self, name: str) -> Locator:
        """Press a button. Returns the answer."""
        return self.answer_to(self.button(name).click)

    def answer_to(self, action: Callable[[], object]) -> Locator:
        self.answers.first.wait_for()
        before = self.answers.count()
        action()
        expect(self.answers.nth(before)).to_be_visible()
        return self.answers.nth(before)

    def hold(self) -> list[Route]:
        """Let the next message wait on its way. It will be in the list that this returns."""
        held: list[Route] = []

        def take(route: Route) -> None:
            held.append(route)

        self.page.route("**/webhook", take, times=1)
        return held

    def keep(self, name: str, *, animations: Literal["allow", "disabled"] = "disabled") -> None:
        """Keep a picture, to be looked at. Disabled animations are shown at their end."""
        keep(self.page, name, animations=animations)


def keep(
    page: Page,
    name: str,
    *,
    animations: Literal["allow", "disabled"] = "allow",
    full_page: bool = False,
) -> None:
    """Keep a picture of a page where somebody will look at it: after `make pictures`."""
    if PICTURES:
        ARTEFACTS.mkdir(exist_ok=True)
        path = ARTEFACTS / f"{name}.png"
        page.screenshot(path=path, animations=animations, full_page=full_page)


def style_of(node: Locator, name: str) -> str:
    """A property of its style, as the browser computed it."""
    found: str = node.evaluate("(node, name) => getComputedStyle(node)[name]", name)
    return found


def until(page: Page, expression: str) -> None:
    """Waits until an expression is true; the page's own policy forbids to let it wait itself."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"still not: {expression}")


def find_faults(page: Page) -> list[str]:
    """What axe-core finds wrong, a line for each element.

    Every rule runs; what is in order is neither written down nor sent here, which takes longer
    than to look.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in page.evaluate(FIND_FAULTS)
        for node in rule["nodes"]
    ]
