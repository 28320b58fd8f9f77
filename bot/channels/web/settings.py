"""Every setting of the service, once: flags, environment, file, help and docs read this class."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_type_hints

# Not pydantic, which checks the content: its import alone is most of what a mistyped flag may cost.
from msgspec import Meta, ValidationError, convert

from bot.errors import InputError

PREFIX = "NET_GUIDE_"
BODY_LIMIT = 16 * 1024
"""Bytes of a request body."""

_ORIGIN = re.compile(r"https?://[A-Za-z0-9.*\-\[\]:]+")
_YES_OR_NO: Final = {"yes": True, "on": True, "no": False, "off": False}


def _setting(default: Any, description: str, **bounds: Any) -> Any:
    """A setting's default, what it is for, and its bounds as `msgspec.Meta` names them."""
    about = {"description": description, "bounds": Meta(**bounds)}
    return field(default=default, metadata=about)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Settings of `net-guide serve`. A flag outweighs the environment, and that the file."""

    host: str = _setting("127.0.0.1", "address to listen on; 0.0.0.0 for all")
    port: int = _setting(8080, "port to listen on; 0 picks a free one", ge=0, le=65535)
    operations_host: str = _setting(
        "127.0.0.1", "address where health and metrics are; let nobody else reach it"
    )
    operations_port: int = _setting(
        8081, "port where health and metrics are; 0 picks a free one", ge=0, le=65535
    )
    workers: int = _setting(1, "processes that answer", ge=1, le=64)
    sessions: str = _setting(
        "memory",
        "where clients that send only a sender are remembered: memory, or redis://…",
        pattern=r"^(memory|rediss?://.+|unix://.+)$",
    )
    region: str = _setting(
        "", "where people are who have not said so, such as uk: whose numbers to show"
    )
    session_minutes: int = _setting(
        30, "minutes after which a silent sender is forgotten", ge=1, le=1440
    )
    most_sessions: int = _setting(10_000, "senders remembered in memory, in each worker", ge=1)
    rate_limit: int = _setting(
        120, "messages a minute from one client address; 0 for no limit", ge=0
    )
    trusted_proxies: int = _setting(
        0, "proxies in front whose X-Forwarded-For is believed", ge=0, le=10
    )
    allowed_origins: tuple[str, ...] = _setting(
        (), "other sites that may use the service (CORS), such as https://a.example"
    )
    frame_ancestors: tuple[str, ...] = _setting((), "sites that may show the front page in a frame")
    feedback: bool = _setting(
        False, "ask whether an answer helped, and count it by cell, without any text"
    )
    request_seconds: int = _setting(
        10, "seconds in which the head of a request, and then its body, must arrive", ge=1, le=300
    )
    most_connections: int = _setting(
        800, "connections that each worker holds at once", ge=1, le=100_000
    )
    drain_seconds: int = _setting(
        20, "seconds for open requests when the service is stopped", ge=1, le=300
    )
    access_log: bool = _setting(False, "log a line for each request, without its text")
    traces: str = _setting(
        "",
        "where an OpenTelemetry collector takes traces, such as http://127.0.0.1:4318",
        pattern=r"^(https?://[^/]+/?)?$",
    )
    log_level: Literal["debug", "info", "warning", "error"] = _setting(
        "info", "least weight of a log line: debug, info, warning or error"
    )


ALL: Final = {each.name: each for each in fields(Settings)}
"""The settings by their names: `default` and `metadata["description"]`."""
_SHAPES: Final[dict[str, Any]] = {
    name: Annotated[shape, ALL[name].metadata["bounds"]]
    for name, shape in get_type_hints(Settings).items()
}


def read(flags: dict[str, Any], file: Path | None = None) -> Settings:
    """The settings of flags, environment and file, in that order of weight.

    Raises:
        InputError: a value is not allowed, or the file has unknown names; one line.
    """
    below = _of_file(file) if file else {}
    for name in below:
        if name not in ALL:
            raise InputError(f"there is no setting '{name}' (in {file})")
    given = {**below, **_of_environment(), **flags}
    return Settings(**{name: _checked(name, value) for name, value in given.items()})


def _checked(name: str, value: object) -> Any:
    try:
        made = convert(_as_typed(name, value), _SHAPES[name], strict=False)
        return _origins(name, made) if isinstance(made, tuple) else made
    except (ValidationError, ValueError) as error:
        raise InputError(f"the setting '{name}' is wrong: {error}") from None


def _as_typed(name: str, value: object) -> object:
    """Text of a flag or a variable, as a list or as yes and no where that is what it stands for."""
    if not isinstance(value, str):
        return value
    if isinstance(ALL[name].default, tuple):
        return value.replace(",", " ").split()
    return _YES_OR_NO.get(value.lower(), value) if isinstance(ALL[name].default, bool) else value


def _origins(name: str, origins: tuple[str, ...]) -> tuple[str, ...]:
    """Sites as browsers write them.

    Raises:
        ValueError: one of them is no origin.
    """
    for each in origins:
        if not _ORIGIN.fullmatch(each):
            raise ValueError(f"'{each}' is no origin; write one like https://a.example")
        if name == "allowed_origins" and "*" in each:
            raise ValueError(f"'{each}' has a *; name each site in full")
    return tuple(map(_as_browsers_do, origins))


def _as_browsers_do(origin: str) -> str:
    """In small letters and without the port that goes without saying."""
    origin = origin.lower()
    return origin.removesuffix(":443" if origin.startswith("https:") else ":80")


def _of_environment() -> dict[str, str]:
    """Settings by their names, from variables in letters of any size."""
    known = {(PREFIX + name).lower(): name for name in ALL}
    return {known[key.lower()]: os.environ[key] for key in os.environ if key.lower() in known}


def _of_file(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise InputError(f"the settings file {path} cannot be read") from None
    from bot.content import strict_yaml  # most have no file

    parsed, problems = strict_yaml.parse(text, str(path))
    if problems:
        raise InputError(str(problems[0]))
    data = parsed.data if parsed else {}
    if not isinstance(data, dict):
        raise InputError(f"{path}:1: not settings; write lines such as 'port: 8080'")
    return data
