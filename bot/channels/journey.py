"""Why a turn went as it did, as lines of text: for `explain`, and `/why` in a chat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.reply import Trace, Turn


def lines(turn: Turn) -> Iterator[str]:
    """The journey, one step a line."""
    trace = turn.trace
    yield f"read        {trace.text}"
    for written, read in trace.repairs:
        yield f"repaired    {written} -> {read}"
    yield f"rules       {', '.join(trace.alarms) or 'none fired'}"
    yield f"danger      {trace.danger:.3f}"
    for number, segment in enumerate(trace.segments, 1):
        yield from _segment(number, segment)
    yield from _outcome(trace, turn)


def _segment(number: int, segment: dict[str, Any]) -> Iterator[str]:
    yield f"question {number}"
    yield f"  words     {segment['words']}"
    yield f"  masked    {segment['masked']}"
    for key in ("subjects", "set_aside", "topics", "flags"):
        yield f"  {key:<10}{', '.join(segment[key]) or '-'}"
    yield f"  {'outsider':<10}{segment['outsider'] or '-'}"
    for intent, probability in segment["ranking"]:
        yield f"  intent    {probability:.3f} {intent}"
    for intent, probability, reasons in segment["candidates"]:
        why = " ".join(f"{name}{value:+.2f}" for name, value in reasons.items())
        yield f"  meant     {probability:.3f} {intent}  ({why})"
    if segment["own"] is not None:
        yield f"  own       {segment['own']:.3f} (a question of its own)"
    groups = ", ".join(f"{name} {mass:.2f}" for name, mass in segment["groups"].items())
    yield f"  groups    {groups}"


def _outcome(trace: Trace, turn: Turn) -> Iterator[str]:
    for decision in trace.decisions:
        yield f"decided     {decision}"
    for reply in turn.replies:
        yield f"reply       {reply.kind} {reply.intent} cell={reply.cell or '-'}"
        yield f"statements  {', '.join(reply.statements) or '-'}"
