"""Metrics for Prometheus. Labels are kinds, statuses and cells: closed lists.

The numbers of all workers are in one table of shared memory: a row for each worker, which
it alone writes, and a column for each number. A worker that takes the place of another
goes on with its row.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import get_args

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from bot.content.schema import ReplyKind

KINDS = (*get_args(ReplyKind), "failed")
"""Kinds of turns; the last one after a fault."""
_STATUSES = (200, 204, 304, 400, 404, 405, 408, 413, 415, 417, 429, 500, 503)
_BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, float("inf"))
_THUMBS = ("up", "down")
_NAMES = (
    *(f"seconds {bound}" for bound in _BOUNDS),
    "seconds",
    *(f"turns {kind}" for kind in KINDS),
    *(f"responses {status}" for status in _STATUSES),
    "session_failures",
    "in_flight",
)
"""Of the columns that there always are; buckets come first."""
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics(Collector):
    """Counts turns and responses, and times turns."""

    def __init__(self, workers: int = 1, rated: Sequence[str] = ()) -> None:
        """Make it before forking, so that the workers share it.

        Args:
            workers: how many may write at once.
            rated: ids of the cells whose thumbs are counted; no others ever are.
        """
        self._rated = tuple(rated)
        thumbs = (_thumb(cell, way) for cell in self._rated for way in _THUMBS)
        self._columns = {name: column for column, name in enumerate((*_NAMES, *thumbs))}
        self._rows = max(workers, 1)
        size = len(self._columns)
        self._table = memoryview(mmap.mmap(-1, self._rows * size * 8)).cast("d")
        self._start = 0
        self._registry = CollectorRegistry()
        self._registry.register(self)

    def become(self, number: int) -> None:
        """Write the numbers of this worker from now on. Call it in the worker's process."""
        self._start = (number % self._rows) * len(self._columns)
        # What the worker before it was answering when it died, nobody answers.
        self._table[self._start + self._columns["in_flight"]] = 0

    @contextmanager
    def in_flight(self) -> Iterator[None]:
        """Around a turn, from the head of its request to its answer."""
        self._add("in_flight")
        try:
            yield
        finally:
            self._add("in_flight", -1)

    def turn(self, kind: str, seconds: float) -> None:
        """Count a turn that was answered.

        Args:
            kind: kind of the turn, from the closed list of reply kinds.
            seconds: time it took.
        """
        self._add(f"turns {kind}")
        self._table[self._start + bisect_left(_BOUNDS, seconds)] += 1
        self._add("seconds", seconds)

    def response(self, status: int) -> None:
        """Count a response."""
        self._add(f"responses {status}")

    def session_failure(self) -> None:
        """Count a session that could not be read or written."""
        self._add("session_failures")

    def thumb(self, cell: str, way: str) -> bool:
        """Count that an answer helped, or did not; False when this is not counted.

        Args:
            way: up or down.
        """
        return self._add(_thumb(cell, way))

    def text(self) -> bytes:
        """All workers' numbers in Prometheus' text format."""
        return generate_latest(self._registry)

    def collect(self) -> Iterator[Metric]:
        """The sums, as the client library wants them."""
        turns = CounterMetricFamily("net_guide_turns", "Turns answered, by kind.", labels=["kind"])
        for kind in KINDS:
            turns.add_metric([kind], self._sum(f"turns {kind}"))
        yield turns
        responses = CounterMetricFamily(
            "net_guide_responses", "Responses, by status.", labels=["status"]
        )
        for status in _STATUSES:
            responses.add_metric([str(status)], self._sum(f"responses {status}"))
        yield responses
        yield CounterMetricFamily(
            "net_guide_session_failures",
            "Times the store of sessions could not be reached.",
            value=self._sum("session_failures"),
        )
        yield GaugeMetricFamily(
            "net_guide_turns_in_flight",
            "Turns that are being answered.",
            value=self._sum("in_flight"),
        )
        yield self._histogram()
        thumbs = CounterMetricFamily(
            "net_guide_feedback", "Thumbs under answers, by cell.", labels=["cell", "thumb"]
        )
        for cell in self._rated:
            for way in _THUMBS:
                thumbs.add_metric([cell, way], self._sum(_thumb(cell, way)))
        yield thumbs

    def _histogram(self) -> Metric:
        reached, buckets = 0.0, []
        for bound in _BOUNDS:
            reached += self._sum(f"seconds {bound}")
            buckets.append(("+Inf" if bound == _BOUNDS[-1] else str(bound), reached))
        return HistogramMetricFamily(
            "net_guide_turn_seconds",
            "Seconds from a read request to its answer.",
            buckets=buckets,
            sum_value=self._sum("seconds"),
        )

    def _add(self, name: str, amount: float = 1) -> bool:
        """Add to a number of this worker; False when there is no such number."""
        column = self._columns.get(name)
        if column is None:
            return False
        self._table[self._start + column] += amount
        return True

    def _sum(self, name: str) -> float:
        return sum(self._table[self._columns[name] :: len(self._columns)])


def _thumb(cell: str, way: str) -> str:
    return f"thumbs {way} {cell}"
