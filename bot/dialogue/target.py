"""What a choice leads to, and the forms it takes on the wire.

A target is short in the state (`inheritance/pancreatic_net`), and a payload
that any Rasa client can send back as a message
(`/inheritance{"subject": "pancreatic_net"}`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

_PAYLOAD = re.compile(r"/([a-z][a-z0-9_]{0,60})\s*(\{.{0,400}\})?\s*", re.DOTALL)
_ID = re.compile(r"[\w.-]{0,60}")
"""The values that our own payloads have; words with spaces are somebody's own."""
_MOST_OFFERED = 4
"""Choices offered to somebody who was hardly understood."""
GUIDE = "guide"
BODY = "body"
"""The figure of the body or, with a site of it for a subject, what the pages say of that."""
SESSION_START = "/session_start"
"""The message that Rasa's clients send before a person has said anything."""


def _is_ours(value: object) -> bool:
    """Whether a key or value of a payload can be one of our own: an id or places in a guide."""
    if isinstance(value, list):
        return all(type(each) is int for each in value)
    return not isinstance(value, str | dict) or (
        isinstance(value, str) and _ID.fullmatch(value) is not None
    )


def is_index(part: str) -> bool:
    """Whether it can be the place of an option in a guide."""
    return part.isascii() and part.isdigit() and len(part) < 3


@dataclass(frozen=True)
class Target:
    """An intent of a subject, or a place in a guide (`name` is then "guide")."""

    name: str
    subject: str = ""
    """Subject id, or the guide's id."""
    answers: tuple[int, ...] = ()
    """Options chosen so far in a guide, from 0."""

    def __str__(self) -> str:
        return self._short

    @cached_property
    def _short(self) -> str:
        parts = [self.name, self.subject, ".".join(map(str, self.answers))]
        while parts and not parts[-1]:
            parts.pop()
        return "/".join(parts)

    @staticmethod
    @lru_cache(maxsize=4096)
    def parse(text: str) -> Target:
        """The target that `str` gave. Parts that make no sense are left empty."""
        name, subject, answers = [*text.split("/"), "", ""][:3]
        return Target(
            name, subject, tuple(int(part) for part in answers.split(".") if is_index(part))
        )

    @property
    def payload(self) -> str:
        """As a message of Rasa's kind."""
        if self.name == GUIDE:
            slots: dict[str, object] = {"id": self.subject, "answers": list(self.answers)}
        else:
            slots = {"subject": self.subject} if self.subject else {}
        return f"/{self.name}{json.dumps(slots) if slots else ''}"

    @classmethod
    def from_payload(cls, message: str) -> Target | None:
        """The target of a payload message; None when it is none, or has somebody's words in it."""
        found = _PAYLOAD.fullmatch(message.strip()[:500])
        if not found:
            return None
        try:
            slots = json.loads(found[2] or "{}")
        except (ValueError, RecursionError):
            return None
        if not all(map(_is_ours, (*slots, *slots.values()))):
            return None
        subject = slots.get("id" if found[1] == GUIDE else "subject", "")
        answers = slots.get("answers", [])
        valid = isinstance(answers, list) and all(
            type(each) is int and 0 <= each < 100 for each in answers
        )
        return cls(found[1], str(subject)[:60], tuple(answers[:12]) if valid else ())


def offered(near: Iterable[Target], onward: Iterable[Target]) -> tuple[Target, ...]:
    """What to offer to somebody who was hardly understood: the nearest first, each once, a few."""
    return tuple(dict.fromkeys((*near, *onward)))[:_MOST_OFFERED]
