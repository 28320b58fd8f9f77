"""Shared fixtures: the content and the bot, loaded once a session."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from xdist.remote import Producer

from bot import Bot
from bot.content import files, load
from bot.content.files import Sources
from bot.content.library import Content
from bot.evaluation import talks
from tests.sharing import Groups, place

ROOT = Path(__file__).parents[1]
SECOND_DISEASE = ROOT / "tests" / "second_disease"
_OTHER = pytest.StashKey[subprocess.Popen[bytes]]()


def pytest_configure(config: pytest.Config) -> None:
    """With `--content DIR` and nothing else named: what runs on any content, and its own tests."""
    folder = config.getoption("--content")
    if folder and config.args_source is not pytest.Config.ArgsSource.ARGS:
        own = folder / "tests" / "conversations"
        config.args = [str(ROOT / "tests" / "any_content"), *([str(own)] if own.is_dir() else [])]


def pytest_sessionstart(session: pytest.Session) -> None:
    """What first starts build is built once, before there are two processes to wait for it."""
    config = session.config
    if config.getoption("numprocesses", None):  # none in the processes themselves
        if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
            # This one takes longer; it goes on while the tests of ours run.
            config.stash[_OTHER] = _prepare("--content", str(SECOND_DISEASE))
        _prepare().wait()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """No process is left behind."""
    if (other := session.config.stash.get(_OTHER, None)) is not None:
        other.wait()


def _prepare(*options: str) -> subprocess.Popen[bytes]:
    """Has the prepared files of a content built. Where that fails, the tests tell why."""
    command = [sys.executable, "-m", "bot", "ask", *options, "what is a carcinoid?"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first."""
    items.sort(key=lambda item: place(item.nodeid))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Groups:
    """Has two processes share the tests by group."""
    return Groups(config, log)


def copy_content(folder: Path, of: Path = ROOT) -> None:
    """A copy of a content with the layer below it, to be edited."""
    for name in files.CONTENT_FOLDERS:
        if (of / name).is_dir():
            shutil.copytree(of / name, folder / name)
    shutil.copytree(ROOT / "bot/common", folder / "bot/common")


@pytest.fixture(scope="session")
def content() -> Content:
    raw = files.read_folder(ROOT)
    return load.build(Sources.parse(raw), files.digest(raw))


@pytest.fixture(scope="session")
def bot(net_guide_bot: Bot) -> Bot:
    return net_guide_bot


@pytest.fixture(scope="session")
def held_talks(bot: Bot) -> list[talks.Held]:
    """The held-out conversations beside our content, held once for all that look at them."""
    return list(talks.held(bot, ROOT / talks.FOLDER))
