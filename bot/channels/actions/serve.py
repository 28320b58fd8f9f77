"""`net-guide actions`: loads the bot once and hands it to the workers."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.channels.actions import spans
from bot.channels.actions.app import create_app
from bot.channels.server import logs, supervisor, worker
from bot.channels.server.balance import Share
from bot.channels.server.supervisor import Supervisor
from bot.channels.server.worker import Work
from bot.engine import Bot
from bot.errors import InputError

PORT = 5055
"""Where Rasa looks for its action server."""
WORKERS = 2
_DRAIN_SECONDS = 10


@dataclass(frozen=True)
class Settings:
    """How the action server runs."""

    host: str = "127.0.0.1"
    port: int = PORT
    workers: int = WORKERS
    cors: tuple[str, ...] = ()
    endpoints: Path | None = None
    """Rasa's endpoints.yml, for its tracing section; without it nothing is traced."""


def run(load: Callable[[], Bot], settings: Settings) -> int:
    """Serve until the process is told to stop.

    Args:
        load: loads the bot; called after the address is known to be free.

    Raises:
        InputError: the address cannot be used, or the endpoints file cannot be read.
    """
    if not 0 <= settings.port <= 65535 or not 1 <= settings.workers <= 64:
        raise InputError("--port is 0 to 65535 and --workers 1 to 64; choose one of those")
    if settings.endpoints:
        spans.check(settings.endpoints)
    if supervisor.is_taken(settings.host, settings.port):
        raise InputError(
            f"port {settings.port} is in use; stop what listens there, or choose another --port"
        )
    place = supervisor.bind(settings.host, settings.port)
    logs.setup("info")
    bot = load()
    bot.reply("hello")  # the first turn pays for late imports; not a person's
    host, port = place.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    print(
        f"NET Guide's actions are at http://{shown}:{port}/webhook (stop with Ctrl-C)", flush=True
    )

    def work(sock: socket.socket, share: Share) -> None:
        app = create_app(bot, settings.cors, settings.endpoints)
        worker.run(Work(app, _DRAIN_SECONDS), sock, share)
        if app.ctx.tracer_provider:
            app.ctx.tracer_provider.shutdown()

    return 0 if Supervisor(work, place, settings.workers, _DRAIN_SECONDS).run() else 1
