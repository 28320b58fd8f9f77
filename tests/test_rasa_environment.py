"""What `make test-rasa` needs, and what it says where that is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import rasa_environment


def test_without_python_310_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasa_environment, "READY", tmp_path / "ready")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    with pytest.raises(SystemExit, match="and there is none on this machine"):
        rasa_environment.build()


def test_an_environment_of_this_very_lock_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, ready = tmp_path / "lock", tmp_path / "ready"
    lock.write_text("a==1")
    ready.write_text("of another lock")
    monkeypatch.setattr(rasa_environment, "LOCK", lock)
    monkeypatch.setattr(rasa_environment, "READY", ready)
    monkeypatch.setattr(rasa_environment, "python310", lambda: None)
    with pytest.raises(SystemExit):
        rasa_environment.build()
    ready.write_text(rasa_environment.digest())
    rasa_environment.build()
