"""Something that takes long, done in a thread while pages say how far it is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Generic, TypeVar

from bot.channels.server import logs
from bot.errors import NetGuideError

T = TypeVar("T")
FAULT = "The studio made a mistake. Its place is in the terminal that the studio runs in."
Progress = Callable[[float], None]
_SOON_SECONDS = 1.0
_ONE_AT_A_TIME = threading.Lock()


class Work(Generic[T]):
    """Begun when it is made. One at a time is done; the others wait.

    Args:
        do: does it; told a function for the share done, 0 to 1.
        after: what must be done before; what that raises is left to `do`.
    """

    def __init__(self, do: Callable[[Progress], T], after: Work[Any] | None = None) -> None:
        self._do, self._after = do, after
        self._found: Future[T] = Future()
        self.share = 0.0
        """How much is done, 0 to 1."""
        threading.Thread(target=self._run, daemon=True).start()

    @property
    def done(self) -> bool:
        """Whether `result` returns or raises at once."""
        return self._found.done()

    @property
    def failed(self) -> bool:
        """Whether it is done and raised something."""
        return self.done and self._found.exception() is not None

    @property
    def trouble(self) -> tuple[str, ...]:
        """What went wrong, for people, one line each; empty while nothing did."""
        error = self._found.exception() if self.done else None
        if error is None:
            return ()
        return tuple(str(error).splitlines()) if isinstance(error, NetGuideError) else (FAULT,)

    def soon(self) -> bool:
        """Whether it is done in a moment, so that no page on waiting is needed."""
        return self.wait(_SOON_SECONDS)

    def wait(self, seconds: float | None) -> bool:
        """Wait for at most so long, or as long as it takes; whether it is done."""
        try:
            self._found.exception(seconds)
        except TimeoutError:
            return False
        return True

    def result(self) -> T:
        """What came of it, waited for.

        Raises:
            Exception: what it raised.
        """
        return self._found.result()

    def _run(self) -> None:
        if self._after:
            self._after.wait(None)
        with _ONE_AT_A_TIME:
            try:
                found = self._do(self._tell)
            except BaseException as error:
                if not isinstance(error, NetGuideError):
                    logs.failure("failed", error)
                self._found.set_exception(error)
            else:
                self._found.set_result(found)

    def _tell(self, share: float) -> None:
        self.share = share
