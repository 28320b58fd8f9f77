"""Something that takes long, done in a thread while pages say how far it is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

T = TypeVar("T")
Progress = Callable[[float], None]
_ONE_AT_A_TIME = threading.Lock()


class Work(Generic[T]):
    """Begun when it is made. One at a time is done; the others wait.

    Args:
        about: what is being done, for people.
        do: does it; told a function for the share done, 0 to 1.
    """

    def __init__(self, about: str, do: Callable[[Progress], T]) -> None:
        self.about = about
        self._do = do
        self._found: Future[T] = Future()
        self.share = 0.0
        """How much is done, 0 to 1."""
        threading.Thread(target=self._run, daemon=True, name=about).start()

    @property
    def done(self) -> bool:
        """Whether `result` returns or raises at once."""
        return self._found.done()

    def wait(self, seconds: float) -> bool:
        """Wait for at most so long; whether it is done."""
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
        with _ONE_AT_A_TIME:
            try:
                self._found.set_result(self._do(self._tell))
            except BaseException as error:
                self._found.set_exception(error)

    def _tell(self, share: float) -> None:
        self.share = share
