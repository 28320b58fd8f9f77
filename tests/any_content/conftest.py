"""The contents that these tests run on, each with its bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import Bot
from tests.conftest import ROOT, SECOND_DISEASE

OTHER = SECOND_DISEASE


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """On the folder after `--content`; else on ours and on that of the second disease."""
    if "folder" in metafunc.fixturenames:
        given = metafunc.config.getoption("--content")
        folders = [given.resolve()] if given else [ROOT, OTHER]
        names = [each.name if given or each == OTHER else "ours" for each in folders]
        metafunc.parametrize("folder", folders, ids=names, scope="session")


@pytest.fixture(scope="session")
def guide(folder: Path, request: pytest.FixtureRequest) -> Bot:
    """The bot of the content: the one that conversations run on, where it is the same."""
    ours = folder == ROOT or request.config.getoption("--content")
    found = request.getfixturevalue("net_guide_bot") if ours else Bot.load(folder)
    assert isinstance(found, Bot)
    return found
