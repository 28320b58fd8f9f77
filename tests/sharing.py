"""How two processes share the tests: what belongs together stays in one of them."""

from __future__ import annotations

from typing import Final

from xdist.scheduler import LoadScopeScheduling

_PAGES: Final = ("test_states.py", "test_studio.py")
"""Of the tests in a browser, those that take about half of the time."""
_TALKS: Final = ("tests/test_talks.py", "tests/any_content/test_understanding.py")
"""What looks at the same conversations, which are held once."""
_LONG: Final = [
    *("browser, chat", "browser, pages"),
    *("tests/test_package.py", "tests/web/test_operations.py", "tests/docs/test_authoring.py"),
    *("tests/test_turn_length.py", "tests/test_rasa_project.py", "tests/web/test_sessions.py"),
    *("talks", "tests/test_edits.py", "tests/test_cache.py"),
]
"""What takes longest, the longest first."""


def group_of(nodeid: str) -> str:
    """The group of a test: what shares servers, a browser or something that was built.

    Args:
        nodeid: as pytest prints it.
    """
    file = nodeid.partition("::")[0]
    if file.startswith("tests/browser/"):
        return "browser, pages" if file.endswith(_PAGES) else "browser, chat"
    if file.startswith("tests/rasa/"):  # each project is trained once
        return "rasa, full" if "[full]" in nodeid else "rasa, thin"
    return "talks" if file in _TALKS else file


def place(nodeid: str) -> int:
    """Where its group stands: what takes longest comes first, so that no process ends with it."""
    group = group_of(nodeid)
    return _LONG.index(group) if group in _LONG else len(_LONG)


class Groups(LoadScopeScheduling):
    """Gives each process whole groups, in the order of the tests.

    Not `--dist loadgroup`: that writes the group into the test's id, which pytest 9.2 ignores, so
    that each test went to whichever process was free, and what a file shares was built twice.
    """

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)
