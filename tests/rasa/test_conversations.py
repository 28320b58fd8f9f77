"""Every scripted conversation through Rasa's REST channel, held against the terminal's bot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot import Bot
from bot.channels import rest
from bot.testing import conversations
from tests.harness import deployment
from tests.rasa.conftest import joined, scripted

LEAST_SHARE = {"thin": 1.0, "full": 0.97}
SCRIPTED = scripted()


def differences(conversation: conversations.Conversation, bot: Bot, rasa_url: str) -> list[str]:
    """What Rasa's client sees otherwise than the terminal's; empty when all is the same."""
    state = None
    found = []
    sender = f"{conversation.path.stem}/{conversation.name}"
    for expected in conversation.shape.turns:
        turn = bot.reply(expected.user, state)
        state = turn.state
        seen = joined(deployment.say(rasa_url, sender, expected.user))
        wanted = rest.messages(turn, sender)
        if seen != wanted:
            kinds = [each.get("custom", {}).get("cell", "nothing") for each in seen]
            found.append(f"{expected.user!r}: {kinds}, not {[r.cell for r in turn.replies]}")
    return found


@pytest.mark.parametrize("mode", ["thin", "full"])
def test_conversations_go_as_in_the_terminal(
    mode: str, rasa: Path, train: Callable[[str], Path], bot: Bot, tmp_path: Path
) -> None:
    folder = train(mode)
    with deployment.action_server(tmp_path / "actions.log") as actions:
        (folder / "test-endpoints.yml").write_text(deployment.endpoints(actions.url))
        options = ("--endpoints", "test-endpoints.yml")
        log = tmp_path / "rasa.log"
        with deployment.rasa_server(
            rasa, folder, log, *options, compresses=mode == "full"
        ) as server:
            different = {
                each.name: found
                for each in SCRIPTED
                if (found := differences(each, bot, server.url))
            }
    for name, found in different.items():
        print(f"{mode}: {name} differs: {found}")
    share = 1 - len(different) / len(SCRIPTED)
    print(f"{mode}: {share:.1%} of {len(SCRIPTED)} conversations are the same as in the terminal")
    assert share >= LEAST_SHARE[mode], different


def test_the_terminal_meets_every_expectation(bot: Bot) -> None:
    """Being the same as the terminal is worth something only because the terminal is right."""
    failed = {each.name: str(found) for each in SCRIPTED if (found := conversations.run(each, bot))}
    assert not failed
