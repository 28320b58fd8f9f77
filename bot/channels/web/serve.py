"""`net-guide serve`: loads the bot once and hands it to the workers."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType

from bot.channels.server import logs, manager
from bot.channels.server.listen import shown
from bot.channels.server.manager import Plan
from bot.channels.server.process import App
from bot.channels.web.app import create_app
from bot.channels.web.service import Service
from bot.channels.web.settings import Settings
from bot.engine import Bot


def run(
    load: Callable[[], Bot], settings: Settings, public: socket.socket, operations: socket.socket
) -> int:
    """Serve until the process is told to stop.

    Args:
        load: loads the bot.
        public: where people are answered; listening already, as the next one.
        operations: where health and metrics are.
    """
    logs.setup(settings.log_level)
    signal.signal(signal.SIGTERM, _leave)
    service = Service.make(load(), settings)
    service.bot.reply("hello")  # the first turn pays for late imports; not a person's
    print(f"NET Guide answers at http://{shown(public)}/ (stop with Ctrl-C)", flush=True)
    print(f"health and metrics are at http://{shown(operations)}/", flush=True)
    _warn(settings)
    port, inside = public.getsockname()[1], operations.getsockname()[1]
    logs.event("started", port=port, operations_port=inside, workers=settings.workers)

    def make(number: int) -> App:
        service.metrics.become(number)
        service.spans.start()
        return create_app(service, inside)

    return manager.run(
        Plan(
            make,
            (public, operations),
            settings.workers,
            settings.drain_seconds,
            settings.request_seconds,
            settings.most_connections,
        )
    )


def _leave(number: int, _: FrameType | None) -> None:
    """Until the manager takes over: leave in order."""
    sys.exit(128 + number)


def _warn(settings: Settings) -> None:
    if settings.workers > 1 and settings.sessions == "memory":
        note = (
            "net-guide: each worker remembers for itself the clients that send only a sender;"
            " use --sessions redis://... or let clients keep the state"
        )
        print(note, file=sys.stderr)
