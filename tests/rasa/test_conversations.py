"""Every scripted conversation through Rasa's REST channel, held against the terminal's bot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot import Bot
from bot.channels import rest
from bot.testing.conversations import Held, hold
from tests.harness import deployment
from tests.rasa.conftest import joined, scripted

LEAST_SHARE = {"thin": 1.0, "full": 0.97}
PEOPLE = 4
"""How many talk at once, so that Rasa and the action server are both at work."""

Talks = Mapping[str, list[Held]]


@pytest.fixture(scope="module")
def held(bot: Bot) -> Talks:
    """Every conversation as it goes in the terminal, by the sender's name."""
    return {f"{each.path.stem}/{each.name}": list(hold(each, bot)) for each in scripted()}


def differences(sender: str, turns: list[Held], rasa_url: str) -> list[str]:
    """What Rasa's client sees otherwise than the terminal's; empty when all is the same."""
    found = []
    for each in turns:
        user = each.expected.user
        seen = joined(deployment.say(rasa_url, sender, user))
        if seen != rest.messages(each.turn, sender):
            kinds = [message.get("custom", {}).get("cell", "nothing") for message in seen]
            found.append(f"{user!r}: {kinds}, not {[r.cell for r in each.turn.replies]}")
    return found


@pytest.mark.parametrize("mode", ["thin", "full"])
def test_conversations_go_as_in_the_terminal(
    mode: str, rasa: Path, train: Callable[[str], Path], held: Talks, tmp_path: Path
) -> None:
    folder = train(mode)
    with deployment.action_server(tmp_path / "actions.log") as actions:
        (folder / "test-endpoints.yml").write_text(deployment.endpoints(actions.url))
        options = ("--endpoints", "test-endpoints.yml")
        log = tmp_path / "rasa.log"
        with (
            deployment.rasa_server(
                rasa, folder, log, *options, compresses=mode == "full"
            ) as server,
            ThreadPoolExecutor(PEOPLE) as people,
        ):
            talked = people.map(lambda sender: differences(sender, held[sender], server.url), held)
            different = {sender: found for sender, found in zip(held, talked, strict=True) if found}
    for name, found in different.items():
        print(f"{mode}: {name} differs: {found}")
    share = 1 - len(different) / len(held)
    print(f"{mode}: {share:.1%} of {len(held)} conversations are the same as in the terminal")
    assert share >= LEAST_SHARE[mode], different


def test_the_terminal_meets_every_expectation(held: Talks) -> None:
    """Being the same as the terminal is worth something only because the terminal is right."""
    assert not {
        sender: each.problems
        for sender, turns in held.items()
        for each in turns
        if each.problems and not each.expected.gap
    }
