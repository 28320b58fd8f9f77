"""The wheel: it starts at once, as anyone, where nothing can be written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.understand import cache
from tests.conftest import ROOT
from tools import prepared

NOBODY = 10001
QUESTION = "what is a carcinoid?"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The wheel of this checkout, unpacked where anyone may read it and nobody may write."""
    folder = Path("/tmp") / f"net-guide-package-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o755)
    wheels = tmp_path_factory.mktemp("wheels")
    # What these tests have prepared already, for this wheel alone: the next is built from nothing.
    made_of = prepared.prepare(ROOT / "build" / "prepared", cache.place("any").parent)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    options = ["--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels)]
    subprocess.run([*pip, "wheel", *options, str(ROOT)], check=True)
    made_of.unlink()
    [wheel] = wheels.glob("*.whl")
    site = folder / "site"
    shutil.unpack_archive(wheel, site, "zip")
    subprocess.run(["chmod", "-R", "a-w,a+rX", str(site)], check=True)
    yield site
    subprocess.run(["chmod", "-R", "u+w", str(site)], check=True)
    shutil.rmtree(folder)


def interpreter() -> str:
    """A Python of this version that another user may run."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    for each in (sys.executable, f"/usr/bin/python{version}", f"/usr/local/bin/python{version}"):
        if os.geteuid() or _runs(each):
            return each
    return pytest.fail(f"no Python {version} that another user may run; install it for everyone")


def _runs(python: str) -> bool:
    try:
        subprocess.run([python, "-c", ""], user=NOBODY, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def ask(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`net-guide ask` of the wheel as somebody else, who has no home."""
    packages = sysconfig.get_paths()["purelib"]
    return subprocess.run(
        [interpreter(), "-m", "bot", "ask", *arguments, QUESTION],
        cwd="/",
        env={"PYTHONPATH": f"{site}:{packages}", "HOME": "/nonexistent", "PATH": os.defpath},
        user=None if os.geteuid() else NOBODY,
        group=None if os.geteuid() else NOBODY,
        extra_groups=None if os.geteuid() else [],
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_installed_bot_prepares_nothing(site: Path) -> None:
    done = ask(site)
    assert (done.returncode, done.stderr) == (0, "")
    assert "digestive tract" in done.stdout


def test_what_is_prepared_can_be_read_by_anyone(site: Path) -> None:
    files = list((site / "bot" / "_prepared").iterdir())
    assert "manifest.json" in {each.name for each in files}
    assert all(each.stat().st_mode & 0o444 == 0o444 for each in files)


def test_what_does_not_fit_is_refused_and_prepared_with_a_word(site: Path, tmp_path: Path) -> None:
    """One utterance more: the content is another, and so the prepared files do not count."""
    content = Path("/tmp") / f"net-guide-content-{os.getpid()}"
    shutil.copytree(site / "bot" / "_content", content, dirs_exist_ok=True)
    subprocess.run(["chmod", "-R", "u+w,a+rX", str(content)], check=True)
    path = content / "intents" / "aspects" / "surgery.yaml"
    path.write_text(path.read_text().replace("utterances: |\n", "utterances: |\n  muchas muchas\n"))
    done = ask(site, "--json", "--content", str(content))
    shutil.rmtree(content)
    assert done.returncode == 0
    assert "Getting ready" in done.stderr
    assert json.loads(done.stdout)["kind"] == "answer"
