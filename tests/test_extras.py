"""What is installed only where it is used: extras, locks, and what is said when one is missing."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bot import Bot
from tests.conftest import ROOT, SECOND_DISEASE

EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
MODULES = [
    *("gunicorn", "httptools", "uvicorn", "uvicorn_worker", "uvloop", "prometheus_client"),
    *("starlette", "redis", "rasa_sdk", "sanic", "opentelemetry"),
]
"""What the extras install, as it is imported."""
WITHOUT = (
    f"import sys; sys.modules.update(dict.fromkeys({MODULES!r}));"
    " from bot.cli.main import main; sys.exit(main())"
)
CONVERSATIONS = ROOT / "tests" / "conversations" / "smalltalk.yaml"
OTHERS = SECOND_DISEASE / "tests" / "talks"


def run(code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        input="what is a carcinoid?\n",
        check=False,
    )


def names(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(each).name) for each in requirements}


def test_all_is_each_extra_that_runs() -> None:
    names = ("web", "redis", "otel", "rasa")
    assert set(EXTRAS["all"]) == {each for name in names for each in EXTRAS[name]}


@pytest.mark.parametrize(
    "arguments",
    [
        ("chat",),
        ("ask", "what is a carcinoid?"),
        ("check",),
        ("test", CONVERSATIONS),
        ("export", "rasa", "--content", SECOND_DISEASE, "--conversations", OTHERS),
    ],
    ids=lambda each: each[0],
)
def test_what_talks_and_checks_takes_no_extra(
    arguments: tuple[str | Path, ...], tmp_path: Path, bot: Bot
) -> None:
    more = [tmp_path / "project"] if arguments[0] == "export" else []
    done = run(WITHOUT, *arguments, *more)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [(["serve"], "web"), (["studio"], "web"), (["actions"], "rasa")],
    ids=" ".join,
)
def test_a_missing_extra_is_one_line_that_names_it(arguments: list[str], extra: str) -> None:
    done = run(WITHOUT, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        f"net-guide: this needs the extra [{extra}], which is not installed; run:"
        f" python -m pip install 'net-guide[{extra}]' (in a checkout: make setup)\n"
    )


def test_sessions_in_redis_without_its_client(bot: Bot) -> None:
    code = WITHOUT.replace(repr(MODULES), repr(["redis"]))
    ports = ["--port", "0", "--operations-port", "0"]
    done = run(code, "serve", *ports, "--sessions", "redis://127.0.0.1:1/0")
    assert done.returncode == 2
    assert done.stderr.startswith("net-guide: this needs the extra [redis], ")
    assert done.stderr.count("\n") == 1


def test_traces_without_opentelemetry(bot: Bot) -> None:
    code = WITHOUT.replace(repr(MODULES), repr(["opentelemetry"]))
    ports = ["--port", "0", "--operations-port", "0"]
    done = run(code, "serve", *ports, "--traces", "http://127.0.0.1:1")
    assert done.returncode == 2
    assert done.stderr.startswith("net-guide: this needs the extra [otel], ")
    assert done.stderr.count("\n") == 1


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text()
    assert "://" not in re.sub(r"#.*", "", text), "no lock names a registry"
    found = dict(re.findall(r"^([a-z0-9][\w.-]*)==(\S+)(?: ;[^\n]*)? \\$", text, re.MULTILINE))
    assert len(found) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE))
    parts = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in each for each in parts)
    return found


def test_the_locks_agree() -> None:
    """One version of each package, whether somebody talks, runs or develops."""
    talking, running = pins("requirements-chat.lock"), pins("requirements-run.lock")
    everything = pins("requirements.lock")
    build = {"editables", "hatchling", "pathspec", "tomlkit", "trove-classifiers"}
    assert talking.items() <= everything.items()
    assert running.items() <= everything.items()
    assert talking.keys() - build <= running.keys()
    assert names(EXTRAS["all"]) <= running.keys()
    assert names(EXTRAS["dev"]) <= everything.keys()
    # The templates of the studio cost nothing: spaCy brings Jinja2 along.
    assert names(EXTRAS["all"]) & talking.keys() == {"jinja2"}
