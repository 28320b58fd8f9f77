"""A Redis of its own, which tests may stop and start."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

from redis import Redis as Client

from tests.harness.chat import wait_until
from tests.harness.deployment import free_port


class Redis:
    """A real Redis server on a port of its own, that can be stopped and started."""

    def __init__(self) -> None:
        program = shutil.which("redis-server")
        assert program, "these tests need Redis: run `make browser`, or install redis-server"
        self._program = program
        self._folder = tempfile.TemporaryDirectory()
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Its process; 0 when it does not run."""
        return self._process.pid if self._process else 0

    def start(self) -> None:
        """Start it and wait until it answers."""
        arguments = ["--port", str(self.port), "--bind", "127.0.0.1", "--dir", self._folder.name]
        keep = ["--appendonly", "yes", "--save", ""]
        self._process = subprocess.Popen(
            [self._program, *arguments, *keep], stdout=subprocess.DEVNULL
        )
        wait_until(self._listens)

    def stop(self) -> None:
        """Stop it; what it holds is on its disk."""
        if self._process:
            self._process.terminate()
            self._process.wait(10)
            self._process = None

    def close(self) -> None:
        """Stop it and clean up."""
        self.stop()
        self._folder.cleanup()

    def files(self) -> bytes:
        """Everything it wrote to disk."""
        found = (path for path in Path(self._folder.name).rglob("*") if path.is_file())
        return b"".join(path.read_bytes() for path in found)

    def used_bytes(self) -> int:
        """Memory that it has in use, in bytes."""
        with Client.from_url(self.url) as client:
            return int(client.info("memory")["used_memory"])

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0
