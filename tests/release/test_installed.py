"""Installed in an empty environment, outside the checkout and without the lock."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import urllib.request
from pathlib import Path

import pytest

from tests.release.conftest import pythons

QUESTION = "what is a carcinoid?"
CONVERSATION = f"- name: one\n  turns:\n    - user: {QUESTION}\n      kind: answer\n"


class Installed:
    """An environment with the package in it, and nothing of ours beside it."""

    def __init__(self, python: str, folder: Path) -> None:
        self._folder = folder
        self._bin = folder / "venv" / "bin"
        subprocess.run([python, "-m", "venv", str(folder / "venv")], check=True)

    def install(self, what: str) -> None:
        pip = [str(self._bin / "python"), "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "--quiet", "--no-compile", what], check=True)

    def run(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self._bin / "net-guide"), *arguments],
            input=given,
            cwd=self._folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def start(self, *arguments: str) -> tuple[subprocess.Popen[str], str]:
        """A server, and the address that its first line names."""
        process = subprocess.Popen(
            [str(self._bin / "net-guide"), *arguments],
            cwd=self._folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        found = re.search(r"http://[\d.]+:\d+", process.stdout.readline())
        assert found
        return process, found[0]

    @property
    def _environment(self) -> dict[str, str]:
        return {"HOME": str(self._folder), "PATH": os.defpath}


@pytest.fixture(scope="module", params=pythons(), ids=lambda each: Path(each).parts[-3])
def installed(
    request: pytest.FixtureRequest, packages: Path, tmp_path_factory: pytest.TempPathFactory
) -> Installed:
    made = Installed(request.param, tmp_path_factory.mktemp("installed"))
    [wheel] = packages.glob("*.whl")
    made.install(str(wheel))
    return made


def test_it_talks_at_once(installed: Installed) -> None:
    for done in (installed.run("ask", QUESTION), installed.run("chat", given=f"{QUESTION}\n")):
        assert (done.returncode, done.stderr) == (0, "")
        assert "digestive tract" in done.stdout


def test_commands_of_authors(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(CONVERSATION)
    assert installed.run("test", str(tmp_path / "one.yaml")).returncode == 0
    refused = installed.run("new", "intent", "aspects/side_effects")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert installed.run("check").returncode == 0


def test_to_rasa_and_back(installed: Installed, tmp_path: Path) -> None:
    assert installed.run("export", "rasa", str(tmp_path / "rasa")).returncode == 0
    nlu = str(tmp_path / "rasa" / "data" / "nlu.yml")
    assert installed.run("import", "rasa", nlu, "--to", str(tmp_path / "in")).returncode == 0


def test_servers(installed: Installed, packages: Path) -> None:
    """Without their extras one line says what to install; with them they serve."""
    for command, extra in (("serve", "web"), ("actions", "rasa")):
        done = installed.run(command)
        assert done.returncode == 2
        assert f"[{extra}]" in done.stderr
    [wheel] = packages.glob("*.whl")
    installed.install(f"{wheel}[all]")
    calls = {
        "serve": ("/webhooks/rest/webhook", {"message": QUESTION}),
        "actions": (
            "/webhook",
            {
                "next_action": "action_net_guide",
                "sender_id": "a",
                "tracker": {"sender_id": "a", "latest_message": {"text": QUESTION}},
                "domain": {},
            },
        ),
    }
    for command, (path, body) in calls.items():
        more = ["--operations-port", "0"] if command == "serve" else []
        process, address = installed.start(command, "--port", "0", *more)
        request = urllib.request.Request(
            address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            assert "digestive tract" in response.read().decode()
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
        assert process.stdout
        process.stdout.close()
