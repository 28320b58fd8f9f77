"""Where the state of clients that send only a `sender` is kept between two turns.

A session holds ids of the content and small numbers, as the state does, and no
text. It is found by the SHA-256 of the sender's id, so that a copy of the store
lets nobody take up a conversation.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from bot.channels.server import logs
from bot.extras import needed

_STATE = dict[str, Any]
_TIMEOUT = 0.25
"""Seconds to wait for Redis before answering without it."""
_PAUSE = 1.0
"""Seconds without asking Redis after it failed, so that not every turn waits for it."""
_CONNECTIONS = 16
"""To Redis, of one worker. Whoever else is there waits for one, and that is no failure."""


@dataclass(frozen=True)
class Session:
    """What is remembered of a sender."""

    state: _STATE
    before: _STATE | None = None
    """The state before the last message: a repeated message is answered from there again."""
    message: str = ""
    """Digest of the last message's id, if the client gave one."""

    @classmethod
    def after(cls, state: _STATE, before: _STATE | None, message_id: str) -> Session:
        """The session after a message.

        Args:
            message_id: any text of the client; only its digest is kept.
        """
        return cls(state, before, _digest(message_id) if message_id else "")

    def state_for(self, message_id: str) -> _STATE | None:
        """The state to answer a message from."""
        repeated = bool(message_id) and _digest(message_id) == self.message
        return self.before if repeated else self.state

    def to_json(self) -> str:
        """As stored."""
        return json.dumps([self.state, self.before, self.message])

    @classmethod
    def from_json(cls, text: str | bytes) -> Session | None:
        """A stored session; None when it cannot be read."""
        try:
            state, before, message = json.loads(text)
        except (ValueError, TypeError, RecursionError):
            return None
        return cls(state, before, str(message)) if isinstance(state, dict) else None


class Store(Protocol):
    """Keeps sessions for a while."""

    async def get(self, sender: str) -> Session | None:
        """The session of a sender; None when there is none or it cannot be had."""

    async def put(self, sender: str, session: Session) -> None:
        """Keep a session; failing to is no error for the person who is talking."""

    async def reachable(self) -> bool:
        """Whether sessions can be kept right now."""

    async def close(self) -> None:
        """Let go of connections."""


def new_sender() -> str:
    """An id of 128 random bits for a client that brought none."""
    return secrets.token_urlsafe(16)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


class MemoryStore:
    """Sessions in this process: bounded, the longest silent ones go first."""

    def __init__(
        self, seconds: float, most: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """
        Args:
            seconds: time after which a silent sender is forgotten.
            most: sessions kept at once.
            clock: seconds.
        """
        self._seconds = seconds
        self._most = most
        self._clock = clock
        self._sessions: OrderedDict[str, tuple[float, Session]] = OrderedDict()

    async def get(self, sender: str) -> Session | None:
        """The session of a sender, unless it has expired."""
        self._forget()
        found = self._sessions.get(_digest(sender))
        return found[1] if found else None

    async def put(self, sender: str, session: Session) -> None:
        """Keep a session; the oldest makes room."""
        key = _digest(sender)
        self._sessions[key] = (self._clock() + self._seconds, session)
        self._sessions.move_to_end(key)
        if len(self._sessions) > self._most:
            self._sessions.popitem(last=False)

    async def reachable(self) -> bool:
        """Always."""
        return True

    async def close(self) -> None:
        """Forget everybody."""
        self._sessions.clear()

    def _forget(self) -> None:
        """Drop what has expired; the oldest stands first, so this stops at the first fresh one."""
        now = self._clock()
        while self._sessions:
            key, (until, _) = next(iter(self._sessions.items()))
            if until > now:
                break
            del self._sessions[key]


class RedisStore:
    """Sessions in Redis, for several workers or machines. Redis expires them by itself."""

    def __init__(self, url: str, seconds: int, failed: Callable[[], None] = lambda: None) -> None:
        """
        Args:
            url: redis://…, rediss://… or unix://….
            seconds: time after which a silent sender is forgotten.
            failed: called each time Redis could not be reached.

        Raises:
            ValueError: the URL cannot be read.
            MissingExtraError: the client of Redis is not installed.
        """
        with needed("redis"):
            from redis.asyncio import Redis

        self._redis = Redis.from_url(
            url, socket_timeout=_TIMEOUT, socket_connect_timeout=_TIMEOUT, retry=None
        )
        self._seconds = seconds
        self._failed = failed
        self._paused_until = 0.0
        self._is_away = False
        self._few = asyncio.Semaphore(_CONNECTIONS)

    async def get(self, sender: str) -> Session | None:
        """The session of a sender; None while Redis is away."""
        text = await self._ask("get", _name(sender))
        return Session.from_json(text) if text else None

    async def put(self, sender: str, session: Session) -> None:
        """Keep a session, if Redis is there."""
        await self._ask("set", _name(sender), session.to_json(), ex=self._seconds)

    async def reachable(self) -> bool:
        """Whether Redis answers; within a second after it did not, it is not asked."""
        return bool(await self._ask("ping"))

    async def close(self) -> None:
        """Close the connections."""
        await self._redis.aclose()

    async def _ask(self, command: str, *arguments: Any, **options: Any) -> Any:
        async with self._few:
            if time.monotonic() < self._paused_until:
                return None
            return await self._asked(command, *arguments, **options)

    async def _asked(self, command: str, *arguments: Any, **options: Any) -> Any:
        from redis.exceptions import RedisError

        try:
            answer = await getattr(self._redis, command)(*arguments, **options)
        except (RedisError, OSError, TimeoutError) as error:
            self._paused_until = time.monotonic() + _PAUSE
            self._failed()
            self._note(error)
            return None
        self._note(None)
        return answer

    def _note(self, error: Exception | None) -> None:
        """Log that Redis went or came back, once: by the kind of the fault, never its words."""
        if self._is_away == bool(error):
            return
        self._is_away = bool(error)
        if error:
            logs.event("sessions_away", logging.WARNING, error=type(error).__name__)
        else:
            logs.event("sessions_back")


def _name(sender: str) -> str:
    return f"net-guide:session:{_digest(sender)}"
