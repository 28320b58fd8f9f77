"""Log lines as JSON on standard error. Nothing that a person wrote can get into them.

Our own lines name their fields. Of lines from libraries only the template is kept,
never its arguments; of an exception its type and place, never its words: both may
quote a request.
"""

from __future__ import annotations

import json
import logging
import logging.config
import os
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

LOGGER = "bot.service"
REQUEST: ContextVar[str] = ContextVar("request", default="")
"""Id of the request that is answered; each line about it has it."""
_OURS = logging.getLogger(LOGGER)
_SANIC = ("sanic.root", "sanic.error", "sanic.access", "sanic.server", "sanic.websockets")


CONFIGURATION: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "bot.channels.server.logs.JsonLines"}},
    "handlers": {
        "errors": {
            "class": "logging.StreamHandler",
            "formatter": "json",
            "stream": "ext://sys.stderr",
        }
    },
    "root": {"handlers": ["errors"], "level": "WARNING"},
    "loggers": {
        # These two give their handlers to uvicorn's.
        name: {"handlers": ["errors"], "level": "WARNING", "propagate": False}
        for name in ("gunicorn.error", "gunicorn.access")
    }
    | {name: {"handlers": [], "level": "WARNING", "propagate": True} for name in _SANIC},
}
"""Every log line of a process goes through the formatter below; for `logging.config`."""


def setup(level: str) -> None:
    """Log as `CONFIGURATION` says.

    Args:
        level: debug, info, warning or error.
    """
    logging.config.dictConfig(CONFIGURATION)
    _OURS.setLevel(level.upper())


def event(name: str, level: int = logging.INFO, **fields: str | int | float) -> None:
    """Log something that happened.

    Args:
        fields: numbers and names of our own; never anything from a request.
    """
    if _OURS.isEnabledFor(level):
        _OURS.log(level, name, extra={"fields": fields})


def failure(name: str, error: BaseException) -> None:
    """Log an exception by its type and place."""
    event(name, logging.ERROR, error=type(error).__name__, at=place(error.__traceback__))


def place(trace: TracebackType | None) -> str:
    """Where an exception came from, innermost last: `file:line function` of up to three calls."""
    calls = traceback.extract_tb(trace)[-3:]
    return " > ".join(f"{os.path.basename(c.filename)}:{c.lineno} {c.name}" for c in calls)


class JsonLines(logging.Formatter):
    """Writes a line as JSON."""

    def format(self, record: logging.LogRecord) -> str:
        ours = record.name == LOGGER
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.msg if ours else "library",
            "pid": record.process,
        }
        if REQUEST.get():
            line["request_id"] = REQUEST.get()
        if ours:
            line |= getattr(record, "fields", {})
        else:
            line |= {"logger": record.name, "at": f"{record.filename}:{record.lineno}"}
            line |= _template(record)
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = place(record.exc_info[2])
        return json.dumps(line)


def _template(record: logging.LogRecord) -> dict[str, str]:
    """A library's words, where they cannot hold a request's: with placeholders left open."""
    if record.args and isinstance(record.msg, str):
        return {"message": record.msg}
    return {}
