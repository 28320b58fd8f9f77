"""Loads a bot in a thread, while a person reads the greeting and types."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.engine import Bot

Load = Callable[[Callable[[float], None]], "Bot"]
"""Loads a bot, telling the share done (0 to 1) while something is built."""


class Loading:
    """A bot that is on its way."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._found: Future[Bot] = Future()
        self._begun = False
        self.share: float | None = None
        """How much is built, 0 to 1; None while nothing has to be."""

    def start(self) -> None:
        """Begin, unless begun, in a thread that ends with the process."""
        if self._begun:
            return
        self._begun = True
        threading.Thread(target=self._run, daemon=True, name="loading").start()

    def then(self, call: Callable[[], None]) -> None:
        """Have something called, in that thread, when the bot is there or has failed."""
        self._found.add_done_callback(lambda _: call())

    @property
    def done(self) -> bool:
        """Whether `bot` returns or raises at once."""
        return self._found.done()

    def wait(self, seconds: float) -> bool:
        """Begin, unless begun, and wait for at most so long; whether it is done."""
        self.start()
        try:
            self._found.exception(seconds)
        except TimeoutError:
            return False
        return True

    def bot(self) -> Bot:
        """The bot, waited for.

        Raises:
            NetGuideError: what loading it raised.
        """
        return self._found.result()

    def _run(self) -> None:
        try:
            self._found.set_result(self._load(self._tell))
        except BaseException as error:
            self._found.set_exception(error)

    def _tell(self, share: float) -> None:
        self.share = share
