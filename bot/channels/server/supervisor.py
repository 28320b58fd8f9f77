"""Starts workers, starts them anew when they die, and stops them gently.

The bot is loaded once and the workers are forked from it, so they share its memory
and a dead one is replaced within milliseconds. Each worker listens on a socket of
its own on the one port (SO_REUSEPORT); the kernel deals out the connections, and
`balance` evens them out.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import time
import warnings
from collections.abc import Callable
from typing import NoReturn

from bot.channels.server import logs
from bot.channels.server.balance import Share, shares
from bot.errors import InputError

_SHORT_LIFE = 1.0
"""Seconds; a worker that dies younger than that is not replaced at once."""
_MOST_FAILURES = 6
"""Workers in a row that may die young; then something is wrong that no restart mends."""
_PAUSE = 0.2
_KILL_AFTER = 5.0
"""Seconds beyond the drain time before a worker is killed."""

Work = Callable[[socket.socket, Share], None]
_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGALRM)


def bind(host: str, port: int) -> socket.socket:
    """A socket on an address that other sockets of ours may share.

    Raises:
        InputError: the address is taken or cannot be used.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        sock = socket.socket(family, kind)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        sock.bind(address)
    except OSError as error:
        unnamed = isinstance(error, socket.gaierror) or not error.errno
        reason = "there is no such address" if unnamed else os.strerror(error.errno or 0)
        message = f"cannot listen on {host} port {port}: {reason}; choose another"
        raise InputError(message) from None
    return sock


def is_taken(host: str, port: int) -> bool:
    """Whether somebody listens there already: SO_REUSEPORT would let us share with strangers."""
    if not port:
        return False
    try:
        socket.create_connection((host, port), timeout=0.5).close()
    except OSError:
        return False
    return True


class Supervisor:
    """Keeps a number of workers alive until it is told to stop."""

    def __init__(self, work: Work, place: socket.socket, workers: int, drain_seconds: int) -> None:
        """
        Args:
            work: runs in each worker, with a bound socket and the worker's share of the
                connections, and returns when it has drained. A worker that takes the place of
                another has its share and its number.
            place: bound to the address; held so that the port stays ours, never listening.
            workers: how many.
            drain_seconds: how long a worker may take to stop.
        """
        self._work = work
        self._address = place.getsockname()[:2]
        self._shares = shares(workers)
        self._drain_seconds = drain_seconds
        self._born: dict[int, tuple[Share, float]] = {}
        """Share and time of birth of each worker, by process id."""
        self._stopping = False
        self._killed = False
        self._failures = 0

    def run(self) -> bool:
        """Start the workers and watch over them; returns when all have stopped.

        Returns:
            False when it gave up, because workers could not live, or had to kill them.
        """
        gc.collect()
        gc.freeze()
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, self._stop)
        for share in self._shares:
            self._fork(share)
        while self._born:
            pid, status = os.wait()
            self._bury(pid, os.waitstatus_to_exitcode(status))
        return self._failures < _MOST_FAILURES and not self._killed

    def _fork(self, share: Share) -> None:
        """Start a worker, unless all are to stop. No signal comes between birth and its record."""
        signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
        try:
            if self._stopping:
                return
            with warnings.catch_warnings():
                # Python warns of threads; those here are idle pools that come back by themselves.
                warnings.simplefilter("ignore", DeprecationWarning)
                pid = os.fork()
            if not pid:
                self._be_worker(share)
            self._born[pid] = (share, time.monotonic())
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)

    def _be_worker(self, share: Share) -> NoReturn:
        code = 1
        try:
            for each in _SIGNALS:
                signal.signal(each, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
            self._work(bind(*self._address), share)
            code = 0
        except BaseException as error:
            logs.failure("worker_failed", error)
        finally:
            os._exit(code)

    def _bury(self, pid: int, code: int) -> None:
        share, born = self._born.pop(pid)
        share.leave()
        age = time.monotonic() - born
        if self._stopping:
            return
        logs.event("worker_died", 30, worker=pid, code=code)
        self._failures = self._failures + 1 if age < _SHORT_LIFE else 0
        if self._failures >= _MOST_FAILURES:
            self._stop(signal.SIGTERM, None)
        elif self._failures:
            time.sleep(_PAUSE * self._failures)
        self._fork(share)

    def _stop(self, number: int, frame: object) -> None:
        """First signal: drain. Second one, or too long a drain: kill."""
        kill = self._stopping
        self._stopping = True
        self._killed = kill
        self._send(signal.SIGKILL if kill else signal.SIGTERM)
        if not kill:
            signal.signal(signal.SIGALRM, self._stop)
            signal.setitimer(signal.ITIMER_REAL, self._drain_seconds + _KILL_AFTER)

    def _send(self, number: signal.Signals) -> None:
        for pid in list(self._born):
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                continue
