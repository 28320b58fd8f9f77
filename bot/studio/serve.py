"""Runs the studio for one person at this machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import uvicorn

from bot.channels.server import logs
from bot.channels.server.listen import listen
from bot.studio.app import create_app
from bot.studio.guard import HOSTS


def run(folder: Path, tests: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serve until the process is told to stop.

    Args:
        folder: of the content.
        tests: with conversations and held-out lines.
        port: to listen on; 0 picks a free one.
        tell: is told the address of the studio.

    Raises:
        AddressTakenError: somebody listens there.
    """
    sock = listen(HOSTS[0], port)
    logs.setup("warning")
    config = uvicorn.Config(
        create_app(folder, tests),
        log_config=None,
        log_level="critical",
        access_log=False,
        lifespan="off",
    )
    tell(f"http://{HOSTS[0]}:{sock.getsockname()[1]}/")
    uvicorn.Server(config).run(sockets=[sock])
