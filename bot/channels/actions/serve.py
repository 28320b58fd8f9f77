"""`net-guide actions`: loads the bot once and hands it to the workers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.channels.actions import spans
from bot.channels.actions.admission import BODY_LIMIT
from bot.channels.actions.app import create_app
from bot.channels.server import logs, manager
from bot.channels.server.edge import Edge
from bot.channels.server.listen import listen, shown
from bot.channels.server.manager import Plan
from bot.channels.server.process import App
from bot.engine import Bot
from bot.errors import InputError

PORT = 5055
"""Where Rasa looks for its action server."""
WORKERS = 2
_DRAIN_SECONDS = 10
_REQUEST_SECONDS = 10
"""Time in which the head of a request, and then its body, must arrive."""
_MOST_CONNECTIONS = 800
"""Connections that each worker holds at once."""


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
        AddressTakenError: somebody listens at the address.
        InputError: the address cannot be used, or the endpoints file cannot be read.
    """
    if not 0 <= settings.port <= 65535 or not 1 <= settings.workers <= 64:
        raise InputError("--port is 0 to 65535 and --workers 1 to 64; choose one of those")
    if settings.endpoints:
        spans.check(settings.endpoints)
    sock = listen(settings.host, settings.port)
    logs.setup("info")
    bot = load()
    bot.reply("hello")  # the first turn pays for late imports; not a person's
    print(f"NET Guide's actions are at http://{shown(sock)}/webhook (stop with Ctrl-C)", flush=True)

    def make(number: int) -> App:
        app = create_app(bot, settings.cors, settings.endpoints)
        return Edge(app, BODY_LIMIT, _REQUEST_SECONDS)

    return manager.run(
        Plan(
            make,
            (sock,),
            settings.workers,
            _DRAIN_SECONDS,
            _REQUEST_SECONDS,
            _MOST_CONNECTIONS,
        )
    )
