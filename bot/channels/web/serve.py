"""`net-guide serve`: loads the bot once and hands it to the workers."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType

from bot.channels.server import logs, supervisor, worker
from bot.channels.server.balance import Share
from bot.channels.server.supervisor import Supervisor
from bot.channels.server.worker import Work
from bot.channels.web import metrics
from bot.channels.web.app import create_app
from bot.channels.web.service import Service
from bot.channels.web.settings import Settings
from bot.engine import Bot
from bot.errors import InputError


def run(load: Callable[[], Bot], settings: Settings) -> int:
    """Serve until the process is told to stop.

    Args:
        load: loads the bot; called after the address is known to be free.

    Raises:
        InputError: the address cannot be used.
    """
    if supervisor.is_taken(settings.host, settings.port):
        raise InputError(
            f"port {settings.port} is in use; stop what listens there, or choose another --port"
        )
    place = supervisor.bind(settings.host, settings.port)
    logs.setup(settings.log_level)
    signal.signal(signal.SIGTERM, _leave)
    try:
        metrics.prepare()
        service = Service.make(load(), settings)
        _announce(place, settings)

        def work(sock: socket.socket, share: Share) -> None:
            metrics.become(share.number)
            worker.run(_work(service), sock, share)

        lived = Supervisor(work, place, settings.workers, settings.drain_seconds).run()
    finally:
        metrics.discard()
    return 0 if lived else 1


def _work(service: Service) -> Work:
    """What one worker does with its copy of the service."""
    service.bot.reply("hello")  # the first turn pays for late imports; not a person's
    return Work(
        create_app(service),
        service.settings.drain_seconds,
        each_second=service.metrics.flush,
        draining=service.drain,
        orphaned=metrics.discard,
    )


def _leave(number: int, _: FrameType | None) -> None:
    """Until the supervisor takes over: leave in order, so that no folder stays behind."""
    sys.exit(128 + number)


def _announce(place: socket.socket, settings: Settings) -> None:
    host, port = place.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    print(f"NET Guide answers at http://{shown}:{port}/ (stop with Ctrl-C)", flush=True)
    if settings.workers > 1 and settings.sessions == "memory":
        note = (
            "net-guide: each worker remembers for itself the clients that send only a sender;"
            " use --sessions redis://... or let clients keep the state"
        )
        print(note, file=sys.stderr)
    logs.event("started", port=port, workers=settings.workers)
