"""A real nginx with the configuration of the documents, in front of real services."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.harness.chat import wait_until
from tests.harness.deployment import ROOT, free_port

# What stands around a site's configuration, with nothing outside one folder.
_AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    client_body_temp_path {folder}/temp/body;
    proxy_temp_path {folder}/temp/proxy;
    fastcgi_temp_path {folder}/temp/fastcgi;
    uwsgi_temp_path {folder}/temp/uwsgi;
    scgi_temp_path {folder}/temp/scgi;
{site}
}}
"""


class Nginx:
    """A real nginx on a port of its own, which writes to one folder only."""

    def __init__(self, *services: int, floods: bool = False) -> None:
        """
        Args:
            services: ports of the services behind it; of several, docs/scaling.md has the text.
            floods: let one address send as much as it likes.
        """
        self._folder = tempfile.TemporaryDirectory()
        self.folder = Path(self._folder.name)
        self.folder.chmod(0o755)  # its workers are somebody else when root starts it
        (self.folder / "temp").mkdir()
        (self.folder / "site").mkdir()
        (self.folder / "site" / "index.html").write_text("<!doctype html><title>A hospital</title>")
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        config = self.folder / "nginx.conf"
        site = _on_this_machine(_site(services, floods), self.folder, port)
        config.write_text(_AROUND.format(folder=self.folder, site=site))
        self.process = subprocess.Popen([program(), "-p", self._folder.name, "-c", str(config)])
        wait_until(self._answers)
        # Whatever it would like to put into a file besides its logs fails from here on.
        shutil.rmtree(self.folder / "temp")

    @contextmanager
    def client(self, address: str = "127.0.0.1") -> Iterator[httpx.Client]:
        """A client that comes from an address of this machine."""
        transport = httpx.HTTPTransport(local_address=address)
        with httpx.Client(base_url=self.url, transport=transport, timeout=20) as client:
            yield client

    def logs(self) -> str:
        """Everything that it wrote."""
        return "".join(path.read_text(errors="replace") for path in self.folder.glob("*.log"))

    def close(self) -> None:
        """Stop it and clean up."""
        self.process.terminate()
        self.process.wait(10)
        self._folder.cleanup()

    def _answers(self) -> bool:
        assert self.process.poll() is None, self.logs()
        try:
            return httpx.get(self.url).status_code == 200
        except httpx.TransportError:
            return False


def program() -> str:
    """Where nginx is."""
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
    found = shutil.which("nginx", path=path)
    assert found, "these tests need nginx: run `make browser`, or install nginx"
    return found


def _site(services: Sequence[int], floods: bool) -> str:
    """The text of the documents, for these services."""
    site = _written("embedding", "nginx")
    if len(services) == 1:
        site = _replaced(site, "server 127.0.0.1:8080;", f"server 127.0.0.1:{services[0]};")
    else:
        upstream = _written("scaling", "upstream")
        named = re.findall(r"server ([\d.]+:8080)", upstream)
        for written, port in zip(named, services, strict=True):
            upstream = _replaced(upstream, f"server {written}", f"server 127.0.0.1:{port}")
        (before,) = re.findall(r"^upstream .*?^}\n", site, re.DOTALL | re.MULTILINE)
        site = _replaced(site, before, upstream)
        limit = "        limit_req zone=net_guide"
        site = _replaced(site, limit, _written("scaling", "location") + limit)
    if floods:
        site = _replaced(site, "limit_req zone=net_guide burst=40 nodelay;", "")
    return site


def _written(document: str, name: str) -> str:
    """A block of a document."""
    text = (ROOT / "docs" / f"{document}.md").read_text(encoding="utf-8")
    (found,) = re.findall(rf"<!-- {name} -->\n```nginx\n(.*?)```\n", text, re.DOTALL)
    return str(found)


def _on_this_machine(site: str, folder: Path, port: int) -> str:
    """Only addresses and folders are those of the test."""
    site = _replaced(site, "listen 80;", f"listen 127.0.0.1:{port};")
    site = _replaced(site, "/var/www/hospital", f"{folder}/site")
    return _replaced(site, "/var/log/nginx/", f"{folder}/")


def _replaced(text: str, written: str, meant: str) -> str:
    assert written in text
    return text.replace(written, meant)
