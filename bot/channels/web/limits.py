"""A limit on messages per client address, shared by all workers without a server.

Each address has a cell in a fixed table of shared memory that holds when its
allowance is full again (the generic cell rate algorithm). The table is small
and never grows; two addresses that meet in one cell share one allowance, and
nobody can aim for that, since the hash is salted at every start.
"""

from __future__ import annotations

import math
import mmap
import secrets
import time
from collections.abc import Callable

_CELLS = 1 << 16
_AT_ONCE = 60.0 / 4
"""Seconds' worth of messages that may come at once."""


class RateLimit:
    """Allows a number of messages a minute; a quarter of them may come at once."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Make it before forking, so that the workers share it.

        Args:
            per_minute: messages a minute from one client; 0 for no limit.
            clock: seconds; the same in all processes.
        """
        self._interval = 60 / per_minute if per_minute else 0.0
        self._burst = max(_AT_ONCE, self._interval)
        self._clock = clock
        self._salt = secrets.randbits(62)
        self._full_at = memoryview(mmap.mmap(-1, _CELLS * 8)).cast("d")

    def wait(self, client: str) -> int:
        """Whole seconds that a client has to wait; 0 when the message is allowed and counted."""
        if not self._interval:
            return 0
        cell = hash((self._salt, client)) % _CELLS
        now = self._clock()
        after = max(self._full_at[cell], now) + self._interval
        if after - now > self._burst:
            return math.ceil(after - now - self._burst)
        self._full_at[cell] = after
        return 0
