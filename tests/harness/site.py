"""What a browser visits: the service at an address that stays, and a site of somebody else."""

from __future__ import annotations

import sys
import threading
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.harness.deployment import free_port, running


class Service:
    """`net-guide serve` on a port that stays the same, however often it is started."""

    def __init__(self, log: Path, *flags: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._log = log
        self._flags = flags
        self._running = ExitStack()

    def start(self) -> None:
        command = [sys.executable, "-m", "bot", "serve", "--port", str(self.port)]
        command += ["--operations-port", "0", *self._flags]
        self._running.enter_context(running(command, self.port, self._log, path="/webhooks/rest"))

    def stop(self) -> None:
        self._running.close()


class OtherSite(ThreadingHTTPServer):
    """A web site of somebody else, with one page."""

    page = ""
    policy = ""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _OnePage)
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.shutdown()
        self.server_close()


class _OnePage(BaseHTTPRequestHandler):
    server: OtherSite

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Security-Policy", self.server.policy)
        self.end_headers()
        self.wfile.write(self.server.page.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""
