"""Metrics for Prometheus. Labels are kinds and statuses: a short, closed list."""

from __future__ import annotations

import os
import shutil
import tempfile

_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0)
_COUNTERS = {
    "turns": ("Turns answered, by kind.", ["kind"]),
    "responses": ("Responses, by status.", ["status"]),
    "session_failures": ("Times the store of sessions could not be reached.", []),
}
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def prepare() -> None:
    """Make a folder in which the workers' numbers meet. Call it before anything makes a `Metrics`.

    The client library reads its environment when it is imported, hence the late imports here.
    """
    os.environ[_FOLDER] = tempfile.mkdtemp(prefix="net-guide-metrics-")


class _Worker:
    """Whose numbers a process writes. The files are named after it: a worker that takes the
    place of another goes on with its numbers, so there are never more files than workers.
    """

    number = "main"

    def __call__(self) -> str:
        return self.number


_worker = _Worker()


def become(number: int) -> None:
    """Write the numbers of this worker from now on. Call it in the worker's process."""
    _worker.number = str(number)


def discard() -> None:
    """Remove the folder in which the numbers meet."""
    shutil.rmtree(os.environ.pop(_FOLDER, ""), ignore_errors=True)


class Metrics:
    """Counts turns and responses, and times turns.

    Numbers are gathered here and handed to the client library by `flush`, since that
    writes each one to shared memory, which takes longer than a quick reply has.
    """

    def __init__(self) -> None:
        from prometheus_client import CollectorRegistry, Counter, Histogram, values

        if _FOLDER in os.environ:
            values.ValueClass = values.MultiProcessValue(_worker)  # type: ignore[no-untyped-call]
        self._registry = CollectorRegistry()
        self._counters = {
            name: Counter("net_guide_" + name, about, labels, registry=self._registry)
            for name, (about, labels) in _COUNTERS.items()
        }
        self._seconds = Histogram(
            "net_guide_turn_seconds",
            "Seconds from a read request to its answer.",
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._counted: dict[tuple[str, str], int] = {}
        self._timed: list[float] = []

    def turn(self, kind: str, seconds: float) -> None:
        """Count a turn.

        Args:
            kind: kind of the turn, from the closed list of reply kinds.
            seconds: time it took.
        """
        self._count("turns", kind)
        self._timed.append(seconds)

    def response(self, status: int) -> None:
        """Count a response."""
        self._count("responses", str(status))

    def session_failure(self) -> None:
        """Count a session that could not be read or written."""
        self._count("session_failures", "")

    def flush(self) -> None:
        """Hand on what was gathered. Call it every second or so."""
        counted, self._counted = self._counted, {}
        timed, self._timed = self._timed, []
        for (name, label), count in counted.items():
            counter = self._counters[name]
            (counter.labels(label) if label else counter).inc(count)
        for seconds in timed:
            self._seconds.observe(seconds)

    def text(self) -> bytes:
        """All workers' numbers in Prometheus' text format."""
        from prometheus_client import CollectorRegistry, generate_latest, multiprocess

        self.flush()
        if _FOLDER not in os.environ:
            return generate_latest(self._registry)
        together = CollectorRegistry()
        multiprocess.MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        return generate_latest(together)

    def _count(self, name: str, label: str) -> None:
        key = (name, label)
        self._counted[key] = self._counted.get(key, 0) + 1
