"""Every error NET Guide raises on purpose.

    NetGuideError
    ├── ContentError   the content folder has mistakes; carries one Problem per mistake
    ├── ModelError     a model file is missing, damaged or not the one expected
    └── InputError     what a program sent to a channel cannot be read
        ├── AddressTakenError   somebody else listens at an address
        ├── UnknownRegionError  a content has no such region
        └── MissingExtraError   an extra of the package is needed and not installed

Patients never meet these: `Bot.reply` answers every message. They are for
content authors and for the people who run the bot.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class NetGuideError(Exception):
    """Root of all deliberate errors; its text is one clear line."""


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in the content, in the form `path:line: what, and what to do`."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class ContentError(NetGuideError):
    """The content cannot be used; `problems` lists every mistake that was found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ModelError(NetGuideError):
    """A model file is missing, damaged, or not the one its manifest names."""


class InputError(NetGuideError):
    """A line or request from another program is not what the channel expects."""


class AddressTakenError(InputError):
    """Somebody else listens at the address that a server was to have."""


class UnknownRegionError(InputError):
    """A content has no such region.

    Args:
        region: the one that was named.
        known: those that there are.
    """

    def __init__(self, region: str, known: Iterable[str]) -> None:
        super().__init__(f"there is no region '{region}'; use one of {', '.join(known)}")


class MissingExtraError(InputError):
    """An extra of the package is needed and not installed.

    Args:
        extra: its name, such as `web`.
    """

    def __init__(self, extra: str) -> None:
        super().__init__(
            f"this needs the extra [{extra}], which is not installed; run:"
            f" python -m pip install 'net-guide[{extra}]' (in a checkout: make setup)"
        )
