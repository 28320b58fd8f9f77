"""Shared fixtures: the content and the bot, loaded once a session."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot import Bot
from bot.content import files, load
from bot.content.files import Sources
from bot.content.library import Content

ROOT = Path(__file__).parents[1]


def pytest_configure(config: pytest.Config) -> None:
    """With `--content DIR` and nothing else named: what runs on any content, and its own tests."""
    folder = config.getoption("--content")
    if folder and config.args_source is not pytest.Config.ArgsSource.ARGS:
        own = folder / "tests" / "conversations"
        config.args = [str(ROOT / "tests" / "any_content"), *([str(own)] if own.is_dir() else [])]


def pytest_sessionstart(session: pytest.Session) -> None:
    """What a first start builds is built once, before there are two processes to wait for it."""
    if session.config.getoption("numprocesses", None):  # none in the processes themselves
        command = [sys.executable, "-m", "bot", "ask", "what is a carcinoid?"]
        # Where that fails, the tests tell why.
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)


@pytest.hookimpl(tryfirst=True)  # xdist reads the marks in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What shares servers, a browser or something that was built stays in one process."""
    for item in items:
        together = "browser" if "browser" in item.path.parts else item.path.name
        item.add_marker(pytest.mark.xdist_group(together))


def copy_content(folder: Path) -> None:
    """A copy of the content with the layer below it, to be edited."""
    for name in (*files.CONTENT_FOLDERS, "bot/common"):
        shutil.copytree(ROOT / name, folder / name)


@pytest.fixture(scope="session")
def content() -> Content:
    raw = files.read_folder(ROOT)
    return load.build(Sources.parse(raw), files.digest(raw))


@pytest.fixture(scope="session")
def bot(net_guide_bot: Bot) -> Bot:
    return net_guide_bot
