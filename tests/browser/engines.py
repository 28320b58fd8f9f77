"""Firefox by WebDriver BiDi and WebKit by WebDriver: little, and by the protocols' own words."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import httpx
from websockets.sync.client import ClientConnection, connect

from tests.harness.deployment import free_port

WITHIN = 60
"""Seconds in which a browser must start, and a page do what is expected, on a slow machine."""
_LARGEST = 64 * 1024 * 1024
_MINI_BROWSERS = "webkit2gtk-4.*/MiniBrowser"
_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
_ENTER = "\ue007"


class Engine(Protocol):
    """A browser with one page."""

    def open(self, url: str) -> None:
        """Go to a page and wait until it is loaded."""

    def run(self, code: str) -> Any:
        """What an expression of JavaScript gives, as JSON data."""

    def press(self, x: int, y: int) -> None:
        """Press at a place of the window."""

    def type(self, text: str) -> None:
        """Type, as a keyboard would; a line break is Enter."""

    def picture(self) -> bytes:
        """What is seen, as PNG."""


def until(what: Callable[[], Any]) -> Any:
    """What is true in the end; fails when it never is."""
    deadline = time.monotonic() + WITHIN
    while not (found := what()):
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)
    return found


class Firefox:
    """Firefox, spoken to by WebDriver BiDi."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._last = 0
        self._send("session.new", capabilities={})
        self._page = self._send("browsingContext.getTree")["contexts"][0]["context"]

    def _send(self, method: str, **params: object) -> Any:
        self._last += 1
        self._socket.send(json.dumps({"id": self._last, "method": method, "params": params}))
        while (answer := json.loads(self._socket.recv(WITHIN))).get("id") != self._last:
            pass
        assert answer["type"] == "success", answer
        return answer["result"]

    def open(self, url: str) -> None:
        self._send("browsingContext.navigate", context=self._page, url=url, wait="complete")

    def run(self, code: str) -> Any:
        target, whole = {"context": self._page}, f"JSON.stringify({code})"
        answer = self._send("script.evaluate", expression=whole, target=target, awaitPromise=True)
        assert answer["type"] == "success", answer
        return json.loads(answer["result"].get("value", "null"))

    def press(self, x: int, y: int) -> None:
        self._act(_pointer(x, y))

    def type(self, text: str) -> None:
        self._act(_keys(text))

    def _act(self, actions: list[dict[str, Any]]) -> None:
        self._send("input.performActions", context=self._page, actions=actions)

    def picture(self) -> bytes:
        answer = self._send("browsingContext.captureScreenshot", context=self._page)
        return base64.b64decode(answer["data"])


class WebKit:
    """WebKitGTK's small browser, spoken to by WebDriver."""

    def __init__(self, http: httpx.Client, binary: str) -> None:
        self._http = http
        options = {"binary": binary, "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._session = self._send("", capabilities=wanted)["sessionId"]
        self._send("/window/rect", width=1000, height=800)

    def _send(self, path: str, **data: object) -> Any:
        base = f"/session/{self._session}" if path else "/session"
        answer = self._http.post(base + path, json=data)
        assert answer.status_code == 200, answer.text
        return answer.json()["value"]

    def open(self, url: str) -> None:
        self._send("/url", url=url)

    def run(self, code: str) -> Any:
        return self._send("/execute/sync", script=f"return {code}", args=[])

    def press(self, x: int, y: int) -> None:
        self._send("/actions", actions=_pointer(x, y))

    def type(self, text: str) -> None:
        self._send("/actions", actions=_keys(text))

    def picture(self) -> bytes:
        answer = self._http.get(f"/session/{self._session}/screenshot")
        return base64.b64decode(answer.json()["value"])

    def close(self) -> None:
        self._http.delete(f"/session/{self._session}")


@contextlib.contextmanager
def firefox(folder: Path) -> Iterator[Engine]:
    """Debian's Firefox with a profile of its own, without a window."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    assert program, "no Firefox: run `make browser`, or install firefox-esr"
    log = folder / "firefox.log"
    command = [program, "--headless", "--no-remote", "--profile", str(folder)]
    with log.open("w") as errors:
        process = subprocess.Popen(
            [*command, "--remote-debugging-port=0"], stdout=errors, stderr=errors
        )
    try:
        said = until(lambda: re.search(r"BiDi listening on (ws://\S+)", log.read_text()))
        with connect(f"{said[1]}/session", max_size=_LARGEST) as socket:
            yield Firefox(socket)
    finally:
        process.terminate()
        process.wait(WITHIN)


@contextlib.contextmanager
def webkit() -> Iterator[Engine]:
    """WebKitGTK on a screen that nobody sees."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    found = sorted(Path("/usr/lib").glob(f"*/{_MINI_BROWSERS}"))
    assert driver and screen and found, (  # noqa: PT018
        "no WebKit: run `make browser`, or install webkit2gtk-driver and xvfb"
    )
    display = f":{free_port() % 10_000 + 100}"
    port = free_port()
    environment = os.environ | {"DISPLAY": display, "GDK_BACKEND": "x11"}
    shown = subprocess.Popen([screen, display, "-screen", "0", "1100x900x24"], **_QUIET)
    driving = subprocess.Popen([driver, f"--port={port}"], env=environment, **_QUIET)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=WITHIN) as http:
            until(lambda: _is_there(http))
            engine = WebKit(http, str(found[-1]))
            yield engine
            engine.close()
    finally:
        for process in (driving, shown):
            process.terminate()
            process.wait(WITHIN)


def _is_there(http: httpx.Client) -> bool:
    try:
        return http.get("/status").status_code == 200
    except httpx.TransportError:
        return False


def _pointer(x: int, y: int) -> list[dict[str, Any]]:
    actions = [
        {"type": "pointerMove", "x": x, "y": y},
        {"type": "pointerDown", "button": 0},
        {"type": "pointerUp", "button": 0},
    ]
    return [{"type": "pointer", "id": "mouse", "actions": actions}]


def _keys(text: str) -> list[dict[str, Any]]:
    actions = [
        {"type": way, "value": _ENTER if each == "\n" else each}
        for each in text
        for way in ("keyDown", "keyUp")
    ]
    return [{"type": "key", "id": "keyboard", "actions": actions}]
