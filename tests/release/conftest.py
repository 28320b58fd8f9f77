"""The package as somebody has it without a checkout. `make test-release` runs these."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

collect_ignore_glob = [] if os.environ.get("NET_GUIDE_RELEASE") else ["test_*.py"]

VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def pythons() -> list[str]:
    """Each Python that NET Guide can run on and that is here: on the path, or kept by pyenv."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = []
    for version in VERSIONS:
        places = [*kept.glob(f"{version}.*/bin/python"), shutil.which(f"python{version}")]
        found += [str(each) for each in places if each and _runs(str(each), version)][:1]
    return found or [sys.executable]


def _runs(python: str, version: str) -> bool:
    code = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() == version


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source package, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    hatch = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run([*hatch, "--target", "sdist"], cwd=ROOT, check=True)
    [source] = folder.glob("*.tar.gz")
    shutil.unpack_archive(source, folder / "source", filter="data")
    [unpacked] = (folder / "source").iterdir()
    # What is in the checkout must not make up for what the source package lacks.
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run([*hatch, "--target", "wheel"], cwd=unpacked, env=clean, check=True)
    return folder
