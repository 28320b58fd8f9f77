"""pytest plugin: collects YAML files in folders named `conversations`, one test a conversation.

The package registers it, so whoever embeds the bot writes conversations of
their own and runs pytest. `net_guide_content` in the pytest settings, or
`--content` on the command line, names another content folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

_FOLDER = "conversations"
_BOT = pytest.StashKey["object"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Register the setting and the option."""
    about = "content folder that conversations run on"
    parser.addini("net_guide_content", about, default="")
    parser.addoption("--content", type=Path, metavar="DIR", help=about)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A YAML file in a folder named `conversations` holds conversations."""
    if file_path.suffix in (".yaml", ".yml") and _FOLDER in file_path.parts:
        return ConversationFile.from_parent(parent, path=file_path)
    return None


class ConversationFile(pytest.File):
    """One file of conversations."""

    def collect(self) -> Iterable[pytest.Item]:
        """One item a conversation."""
        return self._items()

    def _items(self) -> Iterator[pytest.Item]:
        from bot.errors import ContentError
        from bot.testing import conversations

        try:
            found = conversations.load(self.path)
        except ContentError as error:
            raise self.CollectError(str(error)) from None
        for each in found:
            yield ConversationItem.from_parent(self, name=each.name, conversation=each)


class ConversationItem(pytest.Item):
    """One conversation."""

    def __init__(self, *, conversation: object, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self._conversation = conversation

    def runtest(self) -> None:
        """Hold the conversation."""
        from bot.testing import conversations

        assert isinstance(self._conversation, conversations.Conversation)
        failure = conversations.run(self._conversation, _bot(self.config))
        if failure:
            raise ConversationError(str(failure))

    def repr_failure(
        self,
        excinfo: pytest.ExceptionInfo[BaseException],
        style: object = None,  # noqa: ARG002 - pytest's signature
    ) -> str:
        """The transcript, not the Python behind it."""
        if isinstance(excinfo.value, ConversationError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the conversation stands."""
        from bot.testing import conversations

        assert isinstance(self._conversation, conversations.Conversation)
        return self.path, self._conversation.line - 1, self.name


class ConversationError(AssertionError):
    """A conversation went otherwise than written."""


def _bot(config: pytest.Config):  # type: ignore[no-untyped-def]
    from bot.engine import Bot

    found = config.stash.get(_BOT, None)
    if not isinstance(found, Bot):
        setting = config.getini("net_guide_content")
        folder = config.rootpath / setting if setting else None
        found = Bot.load(config.getoption("--content") or folder)
        config.stash[_BOT] = found
    return found


@pytest.fixture(scope="session")
def net_guide_bot(pytestconfig: pytest.Config) -> object:
    """The bot that conversations run on, loaded once a session."""
    return _bot(pytestconfig)
