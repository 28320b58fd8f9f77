"""Reads lines with prompt_toolkit: history, completion and a toolbar."""

from __future__ import annotations

import contextvars
import textwrap
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.completion import DynamicCompleter, WordCompleter
from prompt_toolkit.formatted_text import HTML
from prompt_toolkit.history import InMemoryHistory

from bot.channels.loading import Loading

if TYPE_CHECKING:
    from bot.content.library import Content

_REFRESH_SECONDS = 0.5


class Prompt:
    """The line at which a person types, also while the bot is still being loaded.

    Args:
        opened: called once the bot is there, above the line: shows what can be asked.
        toolbar: text below the line.
    """

    def __init__(
        self,
        loading: Loading,
        *,
        opened: Callable[[], object],
        toolbar: Callable[[], str],
        colors: bool,
        commands: Sequence[str],
    ) -> None:
        self._loading = loading
        self._opened = opened
        self._commands = commands
        self._words: list[str] = list(commands)
        self._session: PromptSession[str] = PromptSession(
            HTML("<b>&gt; </b>") if colors else "> ",
            history=InMemoryHistory(),
            completer=DynamicCompleter(self._completer),
            complete_while_typing=False,
            bottom_toolbar=lambda: self._wrapped(toolbar()),
        )

    def read(self) -> str:
        """One line.

        Raises:
            NetGuideError: the bot could not be loaded.
        """
        if self._loading.done:
            self._open()
            return self._session.prompt()
        return self._session.prompt(pre_run=self._begin, refresh_interval=_REFRESH_SECONDS)

    def _begin(self) -> None:
        """Load while the line is open: when the bot is there, show it above the line."""
        app, context = self._session.app, contextvars.copy_context()

        def arrived() -> None:
            with suppress(RuntimeError):  # the line was sent, and the bot is waited for
                assert app.loop
                app.loop.call_soon_threadsafe(self._arrived, context=context)

        self._loading.start()
        self._loading.then(arrived)

    def _arrived(self) -> None:
        app = self._session.app
        if not app.is_running:
            return
        try:
            self._loading.bot()
        except BaseException as error:
            app.exit(exception=error)
        else:
            run_in_terminal(self._open)

    def _open(self) -> None:
        self._opened()
        self._words = [*self._commands, *topics(self._loading.bot().content)]

    def _wrapped(self, text: str) -> str:
        """A toolbar's text in as many lines as it takes: prompt_toolkit cuts it."""
        columns = self._session.app.output.get_size().columns
        return textwrap.fill(text, columns, initial_indent=" ", subsequent_indent=" ")

    def _completer(self) -> WordCompleter:
        return WordCompleter(self._words, ignore_case=True, sentence=True, match_middle=True)


def topics(content: Content) -> list[str]:
    """Every topic as its button calls it, and every subject."""
    labels = [
        intent.label.replace("{subject}", content.subjects[content.root].name)
        for intent in content.intents.values()
        if intent.group == "aspects" and intent.label
    ]
    return [*sorted(labels), *(each.name for each in content.subjects.values())]
