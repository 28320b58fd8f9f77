"""The command `studio`: what it refuses, in one line."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.studio import serve
from tests.conftest import ROOT


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_is_none(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["studio", "--port", port]) == 2
    assert capsys.readouterr().err == f"net-guide: {port} is no port; use one from 0 to 65535\n"


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["studio", "--content", str(tmp_path / "nowhere")]) == 2
    assert "there is no folder" in capsys.readouterr().err


def test_a_port_of_somebody_else(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["studio", "--port", str(port)]) == 4
    assert f"port {port} is in use" in capsys.readouterr().err


def test_it_serves_the_folder_and_the_tests_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[tuple[Path, Path, int]] = []
    monkeypatch.setattr(serve, "run", lambda *given: served.append(given[:3]))
    assert main(["studio", "--content", str(ROOT), "--port", "0"]) == 0
    assert main(["studio", "--content", str(ROOT), "--tests", "elsewhere"]) == 0
    assert served == [(ROOT, ROOT / "tests", 0), (ROOT, Path("elsewhere"), 8088)]
