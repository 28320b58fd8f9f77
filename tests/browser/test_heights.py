"""How much of a phone's screen the answers take, folded."""

from __future__ import annotations

import statistics
from typing import Any

from bot.channels.rest import messages
from bot.dialogue.state import State
from bot.dialogue.target import Target
from bot.engine import Bot
from tests.browser.conftest import Open

SCREEN = 844
MEDIAN = 0.8
LONGEST = 1.2

DRAW = """async (element) => {
    await element.send("next");
    const drawn = [...element.shadowRoot.querySelector(".log").children];
    const asked = drawn.findLastIndex((each) => each.matches(".person"));
    const heights = drawn.slice(asked + 1).map((each) => each.getBoundingClientRect().height);
    for (const each of drawn) each.style.display = "none";
    return heights;
}"""
"""Sends a message and gives the heights of what is drawn of its answer, in pixels.

What was measured is hidden: hundreds of answers would be laid out again for each new one.
"""


def answers(bot: Bot) -> dict[str, list[dict[str, Any]]]:
    """The answer of each cell that a person can ask for, by the cell, as the service sends it."""
    found = {}
    for (folder, intent), cell in bot.content.cells.items():
        subject = folder if folder in bot.content.subjects else ""
        target = Target(intent, subject)
        if (folder, intent) == (cell.folder, cell.intent) and not folder.startswith("after_alarm"):
            found[cell.id] = messages(bot.reply(target.payload, State()), "somebody")
    return found


def test_answers_fit_a_phone(open_page: Open, bot: Bot) -> None:
    chat = open_page(viewport={"width": 390, "height": SCREEN})
    chat.answers.first.wait_for()
    heights = {}
    waiting = answers(bot)
    served = iter(waiting.values())
    chat.page.route("**/webhook", lambda route: route.fulfill(json=next(served)))
    for name in waiting:
        heights[name] = sum(chat.element.evaluate(DRAW)) / SCREEN
    longest = max(heights, key=heights.__getitem__)
    median = statistics.median(heights.values())
    print(
        f"{len(heights)} answers: median {median:.2f}, longest {heights[longest]:.2f} ({longest})"
    )
    assert len(heights) > 200
    assert median <= MEDIAN
    assert heights[longest] <= LONGEST, longest
