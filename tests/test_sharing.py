"""Two processes share the tests, and what belongs together stays in one of them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict

import pytest

from tests.conftest import ROOT
from tests.sharing import group_of, place

FILES = ["tests/docs/test_links.py", "tests/docs/test_threats.py", "tests/docs/test_widget.py"]


@pytest.mark.parametrize(
    ("nodeid", "group"),
    [
        ("tests/browser/test_states.py::test_a[b]", "browser, pages"),
        ("tests/browser/test_body.py::test_a", "browser, chat"),
        ("tests/rasa/test_talk.py::test_a[full]", "rasa, full"),
        ("tests/rasa/test_talk.py::test_a[thin]", "rasa, thin"),
        ("tests/test_talks.py::test_a", "talks"),
        ("tests/any_content/test_understanding.py::test_a[ours]", "talks"),
        ("tests/test_cli.py::test_a[one::two]", "tests/test_cli.py"),
    ],
)
def test_what_shares_something_is_a_group(nodeid: str, group: str) -> None:
    assert group_of(nodeid) == group


def test_what_takes_longest_comes_first() -> None:
    named = ["tests/test_cli.py::a", "tests/test_cache.py::a", "tests/browser/test_body.py::a"]
    assert sorted(named, key=place) == named[::-1]


def test_a_group_stays_in_one_process() -> None:
    """The run that `make test` starts, of three files."""
    command = [sys.executable, "-m", "pytest", "-n", "2", "--no-loadscope-reorder", "-vv", *FILES]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    ran = defaultdict(set)
    for process, nodeid in re.findall(r"^\[(gw\d)\] .*? PASSED (\S+)", done.stdout, re.MULTILINE):
        ran[group_of(nodeid)].add(process)
    assert set(ran) == set(FILES)
    assert all(len(processes) == 1 for processes in ran.values())
    assert len(set.union(*ran.values())) == 2
