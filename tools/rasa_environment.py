"""python -m tools.rasa_environment: builds .venv-rasa, the real Rasa that tests/rasa asks.

Rasa Open Source 3.6 runs on Python 3.10 and no later one. Where there is none, this
says so and fails. Redis and nginx, for the test of several action servers, are
installed when they are missing and it may.
"""

from __future__ import annotations

import glob
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "deploy" / "rasa" / "requirements.lock"
FOLDER = ROOT / ".venv-rasa"
READY = FOLDER / ".ready"
PACKAGES = {"redis-server": "redis-server", "nginx": "nginx-light"}


def python310() -> str | None:
    """A Python 3.10 that runs: on the path, or one of pyenv's."""
    pyenv = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
    candidates = [
        shutil.which("python3.10"),
        *sorted(glob.glob(f"{pyenv}/versions/3.10.*/bin/python3.10"), reverse=True),
    ]
    return next(filter(_runs, filter(None, candidates)), None)


def _runs(python: str) -> bool:
    """pyenv puts commands on the path that only say which versions there are."""
    code = "import sys; sys.exit(sys.version_info[:2] != (3, 10))"
    return subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0


def digest() -> str:
    """SHA-256 of the lock file."""
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()


def build() -> None:
    """Build the environment, unless it is there for this very lock file.

    Raises:
        SystemExit: there is no Python 3.10.
    """
    if READY.exists() and READY.read_text() == digest():
        return
    python = python310()
    if not python:
        raise SystemExit(
            "Rasa Open Source 3.6 needs Python 3.10, and there is none on this machine."
            " Install it (pyenv install 3.10), or name a Rasa that is installed:"
            " make test-rasa NET_GUIDE_RASA=/path/to/its/bin"
        )
    subprocess.run([python, "-m", "venv", "--clear", str(FOLDER)], check=True)
    # Compiling what is never imported takes long; what is imported is compiled then.
    pip = [str(FOLDER / "bin" / "python"), "-m", "pip", "install", "--quiet", "--no-compile"]
    subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=True)
    READY.write_text(digest())


def install_servers() -> None:
    """Install Redis and nginx where they are missing.

    Raises:
        SystemExit: they are missing and cannot be installed.
    """
    search = f"{os.environ.get('PATH', '')}:/usr/sbin"
    missing = [package for name, package in PACKAGES.items() if not shutil.which(name, path=search)]
    if not missing:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise SystemExit(f"install these first: {' '.join(missing)}")
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(["apt-get", "install", "-y", "-qq", *missing], check=True)


if __name__ == "__main__":
    install_servers()
    if "NET_GUIDE_RASA" not in os.environ:
        build()
    sys.exit(0)
