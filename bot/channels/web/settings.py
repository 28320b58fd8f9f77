"""Every setting of the service, once: flags, environment, file, help and docs read this class."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
)

from bot.errors import InputError

PREFIX = "NET_GUIDE_"
BODY_LIMIT = 16 * 1024
"""Bytes of a request body."""

_ORIGIN = re.compile(r"https?://[A-Za-z0-9.*\-\[\]:]+")


def _listed(value: object) -> object:
    return value.replace(",", " ").split() if isinstance(value, str) else value


Origins = Annotated[tuple[str, ...], BeforeValidator(_listed)]


def _as_browsers_do(origin: str) -> str:
    """In small letters and without the port that goes without saying."""
    origin = origin.lower()
    return origin.removesuffix(":443" if origin.startswith("https:") else ":80")


class Settings(BaseModel):
    """Settings of `net-guide serve`. A flag outweighs the environment, and that the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    host: str = Field("127.0.0.1", description="address to listen on; 0.0.0.0 for all")
    port: int = Field(8080, ge=0, le=65535, description="port to listen on; 0 picks a free one")
    operations_host: str = Field(
        "127.0.0.1", description="address where health and metrics are; let nobody else reach it"
    )
    operations_port: int = Field(
        8081, ge=0, le=65535, description="port where health and metrics are; 0 picks a free one"
    )
    workers: int = Field(1, ge=1, le=64, description="processes that answer")
    sessions: str = Field(
        "memory",
        pattern=r"^(memory|rediss?://.+|unix://.+)$",
        description="where clients that send only a sender are remembered: memory, or redis://…",
    )
    region: str = Field(
        "", description="where people are who have not said so, such as uk: whose numbers to show"
    )
    session_minutes: int = Field(
        30, ge=1, le=1440, description="minutes after which a silent sender is forgotten"
    )
    most_sessions: int = Field(
        10_000, ge=1, description="senders remembered in memory, in each worker"
    )
    rate_limit: int = Field(
        120, ge=0, description="messages a minute from one client address; 0 for no limit"
    )
    trusted_proxies: int = Field(
        0, ge=0, le=10, description="proxies in front whose X-Forwarded-For is believed"
    )
    allowed_origins: Origins = Field(
        (), description="other sites that may use the service (CORS), such as https://a.example"
    )
    frame_ancestors: Origins = Field(
        (), description="sites that may show the front page in a frame"
    )
    feedback: bool = Field(
        False, description="ask whether an answer helped, and count it by cell, without any text"
    )
    request_seconds: int = Field(
        10,
        ge=1,
        le=300,
        description="seconds in which the head of a request, and then its body, must arrive",
    )
    most_connections: int = Field(
        800, ge=1, le=100_000, description="connections that each worker holds at once"
    )
    drain_seconds: int = Field(
        20, ge=1, le=300, description="seconds for open requests when the service is stopped"
    )
    access_log: bool = Field(False, description="log a line for each request, without its text")
    traces: str = Field(
        "",
        pattern=r"^(https?://[^/]+/?)?$",
        description="where an OpenTelemetry collector takes traces, such as http://127.0.0.1:4318",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="least weight of a log line: debug, info, warning or error"
    )

    @field_validator("allowed_origins", "frame_ancestors")
    @classmethod
    def _are_origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for each in value:
            if not _ORIGIN.fullmatch(each):
                raise ValueError(f"'{each}' is no origin; write one like https://a.example")
        return tuple(map(_as_browsers_do, value))

    @field_validator("allowed_origins")
    @classmethod
    def _are_whole(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for each in value:
            if "*" in each:
                raise ValueError(f"'{each}' has a *; name each site in full")
        return value


def read(flags: dict[str, Any], file: Path | None = None) -> Settings:
    """The settings of flags, environment and file, in that order of weight.

    Raises:
        InputError: a value is not allowed, or the file has unknown names; one line.
    """
    below = _of_file(file) if file else {}
    try:
        return Settings(**{**below, **_of_environment(), **flags})
    except ValidationError as error:
        raise InputError(_one_line(error, file)) from None


def _of_environment() -> dict[str, str]:
    """Settings by their names, from variables in letters of any size."""
    known = {(PREFIX + name).lower(): name for name in Settings.model_fields}
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


def _one_line(error: ValidationError, file: Path | None) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    name = ".".join(str(each) for each in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"there is no setting '{name}'" + (f" (in {file})" if file else "")
    return f"the setting '{name}' is wrong: {first['msg'].removeprefix('Value error, ')}"
