"""NET Guide inside a real Rasa. `make test-rasa` runs these; plain `make test` does not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import Bot
from bot.rasa import project
from bot.testing import conversations
from tests.conftest import ROOT
from tests.harness import deployment

collect_ignore_glob = [] if os.environ.get("NET_GUIDE_RASA") else ["test_*.py"]
CONVERSATIONS = ROOT / "tests" / "conversations"


def scripted() -> list[conversations.Conversation]:
    """Every scripted conversation of the project."""
    return [
        each for path in conversations.find([CONVERSATIONS]) for each in conversations.load(path)
    ]


def joined(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rasa sends `custom` in a message of its own; here it joins the text before it."""
    found: list[dict[str, Any]] = []
    for each in messages:
        if "custom" in each and found:
            found[-1]["custom"] = each["custom"]
        else:
            found.append(dict(each))
    for each in found:
        each["text"] = each["text"].replace("\n \n", "\n\n")
    return found


@pytest.fixture(scope="session")
def rasa() -> Path:
    """The bin folder of an environment with Rasa Open Source 3.6."""
    return deployment.rasa_folder()


@pytest.fixture(scope="session")
def projects(
    rasa: Path, net_guide_bot: Bot, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Exported projects by mode."""
    made = {}
    for mode in ("thin", "full"):
        made[mode] = tmp_path_factory.mktemp(mode)
        project.export(net_guide_bot, made[mode], mode, CONVERSATIONS)
    return made


@pytest.fixture(scope="session")
def train(rasa: Path, projects: dict[str, Path]) -> Iterator[object]:
    """Trains a project once and gives its folder."""
    trained: set[str] = set()

    def once(mode: str) -> Path:
        if mode not in trained:
            # `test_rasa_finds_nothing_to_mend` has it validated.
            options = ("--skip-validation", "--fixed-model-name", mode)
            done = deployment.run_rasa(rasa, projects[mode], "train", *options)
            assert done.returncode == 0, done.stdout + done.stderr
            trained.add(mode)
        return projects[mode]

    return once
