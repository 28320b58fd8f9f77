"""The report of an evaluation as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.evaluation import danger
from bot.evaluation.comparison import Change, Comparison
from bot.evaluation.report import Report
from bot.evaluation.scores import Share

_MOST_CONFUSIONS = 20
_MOST_TEXTS = 3


def lines(report: Report) -> Iterator[str]:
    """The report, what matters most first."""
    if report.comparison:
        yield from _comparison(report.comparison)
    yield from _shares("held-out lines", report.groups)
    yield from _shares("turns of conversations", report.talks)
    yield from _danger(report)
    yield from _confusions(report)
    yield from _intents(report)
    yield from _shares("turns by subject", report.subjects)
    yield from _confidence(report)


def _comparison(found: Comparison) -> Iterator[str]:
    yield (
        f"since the saved run: {len(found.better)} better, {len(found.worse)} worse,"
        f" {len(found.changed)} changed, {found.added} added, {found.gone} gone"
    )
    for name, changes in (
        ("worse", found.worse),
        ("better", found.better),
        ("changed", found.changed),
    ):
        yield from _changes(name, changes)
    yield ""


def _changes(name: str, changes: Sequence[Change]) -> Iterator[str]:
    yield from (f"  {name:<9}{each}" for each in changes)


def _shares(title: str, shares: Sequence[Share]) -> Iterator[str]:
    if not shares:
        return
    yield f"{title:<28}{'lines':>6}{'right':>8}   95% interval"
    for each in shares:
        interval = f"{each.low:.0%} to {each.high:.0%}"
        yield f"  {each.name:<26}{each.lines:>6}{each.value:>8.1%}   {interval}"
    yield ""


def _danger(report: Report) -> Iterator[str]:
    for name, found in report.run.danger.items():
        yield f"danger, {name}"
        yield from (f"  {each}" for each in danger.outcome(found))
        yield from (f"  danger {each}" for each in danger.curve(found))
    yield "operating points"
    yield from (f"  {name:<26}{value:>6.3f}" for name, value in report.run.thresholds.items())
    yield f"false alarms: {len(report.run.false_alarms)}"
    yield from (f"  {text}" for text in report.run.false_alarms)
    yield ""


def _confusions(report: Report) -> Iterator[str]:
    yield f"confusions, the {_MOST_CONFUSIONS} most frequent"
    for each in report.confusions[:_MOST_CONFUSIONS]:
        yield f"  {len(each.texts):>3}  {each.intent} taken for {each.taken}"
        yield from (f"         {text}" for text in each.texts[:_MOST_TEXTS])
    yield ""


def _intents(report: Report) -> Iterator[str]:
    yield f"{'intent':<28}{'lines':>6}{'prec.':>8}{'recall':>8}{'F1':>8}   most often taken for"
    for each in report.intents:
        yield (
            f"  {each.intent:<26}{each.lines:>6}{each.precision:>8.0%}{each.recall:>8.0%}"
            f"{each.f1:>8.0%}   {each.instead}"
        )
    yield ""


def _confidence(report: Report) -> Iterator[str]:
    yield f"calibration (expected error {report.error:.1%})"
    yield f"  {'confidence':<12}{'lines':>6}{'right':>8}"
    yield from (f"  {e.confidence:<12.2f}{e.lines:>6}{e.right:>8.1%}" for e in report.bins)
    yield ""
    yield "rejection"
    yield f"  {'from':<8}{'kept':>8}{'right':>8}{'let in':>8}"
    yield from (
        f"  {e.threshold:<8.2f}{e.kept:>8.1%}{e.right:>8.1%}{e.let_in:>8.1%}"
        for e in report.cuts[::2]
    )
