"""Metrics for Prometheus. Labels are kinds and statuses: a short, closed list."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0)
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def prepare() -> Path:
    """A folder in which the workers' numbers meet. Call it before anything makes a `Metrics`.

    The client library reads its environment when it is imported, hence the late imports here.
    """
    folder = tempfile.mkdtemp(prefix="net-guide-metrics-")
    os.environ[_FOLDER] = folder
    return Path(folder)


class Metrics:
    """Counts turns and requests, and times turns."""

    def __init__(self) -> None:
        from prometheus_client import CollectorRegistry, Counter, Histogram

        self._registry = CollectorRegistry()
        self._turns = Counter(
            "net_guide_turns", "Turns answered, by kind.", ["kind"], registry=self._registry
        )
        self._seconds = Histogram(
            "net_guide_turn_seconds",
            "Seconds from a read request to its answer.",
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._responses = Counter(
            "net_guide_responses", "Responses, by status.", ["status"], registry=self._registry
        )
        self._sessions = Counter(
            "net_guide_session_failures",
            "Times the store of sessions could not be reached.",
            registry=self._registry,
        )
        self._children: dict[tuple[str, str | int], Any] = {}

    def turn(self, kind: str, seconds: float) -> None:
        """Count a turn.

        Args:
            kind: kind of the turn, from the closed list of reply kinds.
            seconds: time it took.
        """
        self._child("turns", self._turns, kind).inc()
        self._seconds.observe(seconds)

    def response(self, status: int) -> None:
        """Count a response."""
        self._child("responses", self._responses, status).inc()

    def session_failure(self) -> None:
        """Count a session that could not be read or written."""
        self._sessions.inc()

    def text(self) -> bytes:
        """All workers' numbers in Prometheus' text format."""
        from prometheus_client import CollectorRegistry, generate_latest, multiprocess

        if _FOLDER not in os.environ:
            return generate_latest(self._registry)
        together = CollectorRegistry()
        multiprocess.MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        return generate_latest(together)

    def _child(self, name: str, metric: Any, label: str | int) -> Any:
        """The labelled metric; looking it up by label takes the library longer than counting."""
        key = (name, label)
        if key not in self._children:
            self._children[key] = metric.labels(label)
        return self._children[key]
