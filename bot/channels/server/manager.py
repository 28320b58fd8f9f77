"""Processes, kept by gunicorn: it loads once, forks, and watches.

The app is made before forking, so the workers share its memory. A worker that dies is
replaced at once; one that says nothing for `SILENCE` seconds is killed and replaced.
"""

from __future__ import annotations

import fcntl
import gc
import mmap
import os
import resource
import signal
import socket
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker
from uvicorn_worker import UvicornWorker

from bot.channels.server import logs
from bot.channels.server.connections import bounded
from bot.channels.server.listen import BACKLOG
from bot.channels.server.process import SETTLE, App, Process

SILENCE = 6
"""Seconds without a sign of life after which a worker is killed; it gives one each second."""
KEEP_ALIVE_SECONDS = 75
"""Longer than the 60 seconds of usual proxies, so that it is they who close first."""
_BY_SIGNAL = 128
"""Exit codes above it tell which signal ended a process, as in a shell."""


@dataclass(frozen=True)
class Plan:
    """What is kept running, and how."""

    make: Callable[[int], App]
    """Makes the app in a worker, from its number: that of the one whose place it takes."""
    sockets: Sequence[socket.socket]
    """Listening; the manager takes them over."""
    workers: int
    drain_seconds: int
    """Time that open requests have when the service is stopped."""
    head_seconds: int
    """Time in which the head of a request must arrive."""
    most_connections: int
    """Connections that a worker holds at once."""


def run(plan: Plan) -> int:
    """Serve until the process is told to stop.

    Returns:
        0 when it was told to; 1 when workers could not start; 128 and the number of a signal
        that came before there was anybody to pass it on to.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core has what people wrote in it
    gc.collect()
    gc.freeze()
    # Python warns of threads; those here are idle pools that come back by themselves.
    warnings.filterwarnings("ignore", r".*multi-threaded.*fork", DeprecationWarning)
    try:
        _Service(plan).run()
    except SystemExit as left:
        code = 1 if isinstance(left.code, str) else left.code or 0
        return code if code > _BY_SIGNAL else min(abs(code), 1)
    return 0


class _Service(BaseApplication):  # type: ignore[misc]
    """What gunicorn asks of a program that it is a part of."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._crew = _Crew(plan.workers)
        self._process = Process(plan.make, spreads=plan.workers > 1)
        self._binds = [f"fd://{each.detach()}" for each in plan.sockets]
        super().__init__()

    def load_config(self) -> None:
        """gunicorn's settings, and the hooks where something of ours happens."""
        plan = self._plan
        for name, value in {
            "bind": self._binds,
            "workers": plan.workers,
            "worker_class": _worker_class(plan),
            "preload_app": True,
            "timeout": SILENCE,
            "graceful_timeout": SETTLE + plan.drain_seconds + 2,
            "keepalive": KEEP_ALIVE_SECONDS,
            "backlog": BACKLOG,
            "control_socket_disable": True,
            "logconfig_dict": logs.CONFIGURATION,
            "when_ready": _drain_on_interrupt,
            "pre_fork": self._crew.enlist,
            "post_fork": self._born,
            "child_exit": self._crew.dismiss,
        }.items():
            self.cfg.set(name, value)

    def load(self) -> App:
        """The app, which comes to life in the worker."""
        return self._process

    def _born(self, _: Arbiter, worker: Worker) -> None:
        self._crew.be_worker()
        self._process.be_worker(
            worker.number, worker.sockets, lambda: self._crew.leave(worker.number)
        )


def _worker_class(plan: Plan) -> type[UvicornWorker]:
    """uvicorn's worker with its settings."""
    options = {
        "loop": "uvloop",
        "http": bounded(plan.head_seconds, plan.most_connections),
        "ws": "none",
        "lifespan": "on",
        "interface": "asgi3",
        "access_log": False,
        "proxy_headers": False,
        "server_header": False,
        "timeout_notify": 1,
        "timeout_graceful_shutdown": plan.drain_seconds,
    }
    return type("NetGuideWorker", (UvicornWorker,), {"CONFIG_KWARGS": options})


def _drain_on_interrupt(_: Arbiter) -> None:
    """Let Ctrl-C drain as SIGTERM does; a second one does not wait."""
    at_once = signal.getsignal(signal.SIGINT)

    def drain(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, at_once)
        os.kill(os.getpid(), signal.SIGTERM)

    signal.signal(signal.SIGINT, drain)


class _Crew:
    """Who is there: numbers the workers, notes how they went, and lets none outlive the manager."""

    def __init__(self, workers: int) -> None:
        self._left = mmap.mmap(-1, workers)
        """A byte for each number: 1 when its worker has left by itself."""
        self._numbers = set(range(workers))
        self._lifeline = os.pipe()
        """A pipe whose write end only the manager has: the kernel closes it, however that ends."""
        os.register_at_fork(after_in_parent=lambda: _let(signal.SIG_UNBLOCK))

    def enlist(self, _: Arbiter, worker: Worker) -> None:
        """Give a worker that will be born the lowest number that is free."""
        worker.number = min(self._numbers, default=0)  # more than planned only during a reload
        self._numbers.discard(worker.number)
        self._left[worker.number] = 0
        # A stop would be taken by the manager's handler in the worker, and lost: so it waits there.
        _let(signal.SIG_BLOCK)

    def be_worker(self) -> None:
        """In the worker: be killed by the kernel when the manager is gone, even when stopped."""
        for each in _STOPS:
            signal.signal(each, signal.SIG_DFL)
        _let(signal.SIG_UNBLOCK)
        shared, writes = self._lifeline
        # Opened anew: a file that forks share has one owner, who alone would be killed.
        reads = os.open(f"/proc/self/fd/{shared}", os.O_RDONLY | os.O_NONBLOCK)
        os.close(writes)
        fcntl.fcntl(reads, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(reads, _F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(reads, fcntl.F_SETFL, fcntl.fcntl(reads, fcntl.F_GETFL) | os.O_ASYNC)

    def leave(self, number: int) -> None:
        """In the worker: note that it leaves as it should."""
        self._left[number] = 1

    def dismiss(self, _: Arbiter, worker: Worker) -> None:
        """Log a worker that left otherwise, and free its number."""
        if worker.aborted:
            logs.event("worker_hung", 30, worker=worker.pid)
        elif not self._left[worker.number]:
            logs.event("worker_died", 30, worker=worker.pid)
        self._numbers.add(worker.number)


def _let(how: int) -> None:
    """Block or unblock what stops a process; what comes meanwhile is not lost."""
    signal.pthread_sigmask(how, _STOPS)


_STOPS = (signal.SIGTERM, signal.SIGINT)
_F_SETSIG: Any = getattr(fcntl, "F_SETSIG", 10)
