"""Writes down why a turn went as it did."""

from __future__ import annotations

from bot.dialogue.decision import Decision, ShowCell
from bot.dialogue.interpreter import Candidate
from bot.dialogue.outcome import Meant, Outcome
from bot.reply import Trace
from bot.understand.reading import Reading, Segment


def trace(reading: Reading, outcome: Outcome) -> Trace:
    """The trace of a reading and what was decided on it."""
    return Trace(
        text=reading.text,
        repairs=tuple((each.written, each.read) for each in reading.repairs),
        alarms=tuple(f"{each.intent}: {each.rule}" for each in reading.alarms),
        danger=reading.danger.mass,
        segments=tuple(
            _segment(each, next((m for m in outcome.meant if m.segment is each), None))
            for each in reading.segments
        ),
        decisions=tuple(_decision(each) for each in outcome.decisions),
    )


def _segment(segment: Segment, meant: Meant | None) -> dict[str, object]:
    view = segment.view
    return {
        "words": " ".join(view.words),
        "masked": view.masked,
        "subjects": list(view.named),
        "set_aside": list(view.set_aside),
        "outsider": view.outsider,
        "topics": list(view.topics),
        "flags": list(view.flags),
        "ranking": [(each.intent, round(each.probability, 3)) for each in segment.ranking[:5]],
        "groups": {name: round(mass, 3) for name, mass in segment.groups.items() if mass > 0.01},
        "candidates": [_candidate(each) for each in (meant.candidates[:4] if meant else ())],
        "own": round(meant.own, 3) if meant and meant.own is not None else None,
    }


def _candidate(candidate: Candidate) -> tuple[str, float, dict[str, float]]:
    reasons = sorted(candidate.reasons.items(), key=lambda each: -abs(each[1]))
    return (
        candidate.intent,
        round(candidate.probability, 3),
        {name: round(value, 2) for name, value in reasons},
    )


def _decision(decision: Decision) -> str:
    if isinstance(decision, ShowCell):
        asked = f"{decision.intent}/{decision.subject}"
        told = "" if decision.told is None else f", told: {decision.told:.2f}"
        return f"{type(decision).__name__} {decision.cell.id} (asked: {asked}{told})"
    return f"{type(decision).__name__} {decision.intent}"
