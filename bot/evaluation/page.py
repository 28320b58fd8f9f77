"""The report of an evaluation as one page of HTML that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from bot.evaluation.comparison import Change
from bot.evaluation.plots import Curve, plot
from bot.evaluation.report import Report
from bot.evaluation.scores import Share

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2b36; --paper: #fff; --line: #c9d3da; --soft: #f1f5f7;
  --a: #0a5c8a; --b: #b3401f; --c: #2d7a3a; --d: #6b3fa0; --mark: #8a6d00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf2; --paper: #10171c; --line: #3a4852;
  --soft: #1a242b; --a: #6cbcec; --b: #f2916f; --c: #84cf92; --d: #c3a2ee; --mark: #e0c14c; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 76rem; margin: 0 auto; padding: 1rem; }
h1 { margin: 0 0 .25rem; } h2 { margin: 2.5rem 0 .5rem; }
.plots { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); }
figure { margin: 0; padding: .75rem; border: 1px solid var(--line); border-radius: .5rem; }
figcaption { font-weight: 600; } svg { width: 100%; height: auto; }
svg text { font-size: 12px; fill: var(--ink); } svg path { fill: none; stroke-width: 2; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .ideal { stroke: var(--ink); stroke-dasharray: 4 4; stroke-width: 1; }
svg .mark { stroke: var(--mark); stroke-dasharray: 6 3; }
path.c0 { stroke: var(--a); } path.c1 { stroke: var(--b); } path.c2 { stroke: var(--c); }
path.c3 { stroke: var(--d); } circle.c0 { fill: var(--a); }
path.c1 { stroke-dasharray: 8 3; } path.c2 { stroke-dasharray: 2 3; }
figure ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1rem;
  font-size: .875rem; } li.c0 { color: var(--a); } li.c1 { color: var(--b); }
li.c2 { color: var(--c); } li.c3 { color: var(--d); } li.m { color: var(--mark); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--line); }
.n { text-align: right; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; padding: .25rem 0; } details ul { margin-top: 0; }
"""


def page(report: Report, name: str) -> str:
    """The page.

    Args:
        name: what was evaluated, for the title.
    """
    run = report.run
    overall = (("lines", report.groups), ("turns", report.talks))
    heading = f"{escape(name)} {escape(run.release)}: how well it is understood"
    about = f"Content {escape(run.content[:12])}, {len(run.records)} held-out lines and turns."
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
        " style-src 'unsafe-inline'\">"
        f"<title>{heading}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{heading}</h1><p>{about}</p>"
        f"{_since(report)}<h2>At a glance</h2>{_shares(overall)}"
        f'<h2>Curves</h2><div class="plots">{_plots(report)}</div>'
        f"<h2>Confusions</h2>{_confusions(report)}<h2>Intents</h2>{_intents(report)}"
        f"<h2>Subjects</h2>{_shares((('turns about', report.subjects),))}"
        "</main></body></html>\n"
    )


def _since(report: Report) -> str:
    found = report.comparison
    if not found:
        return ""
    parts = ["<h2>Since the saved run</h2>"]
    for name, changes in (
        ("Worse", found.worse),
        ("Better", found.better),
        ("Changed", found.changed),
    ):
        parts.append(_details(f"{name}: {len(changes)}", map(_change, changes), name == "Worse"))
    parts.append(f"<p>{found.added} added, {found.gone} gone.</p>")
    return "".join(parts)


def _change(change: Change) -> str:
    return str(change)


def _details(summary: str, items: Iterable[str], is_open: bool = False) -> str:
    listed = "".join(f"<li>{escape(each)}</li>" for each in items)
    return (
        f"<details{' open' if is_open else ''}><summary>{escape(summary)}</summary>"
        f"<ul>{listed}</ul></details>"
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: range) -> str:
    def row(cells: Sequence[str], tag: str) -> str:
        marks = ((' class="n"' if index in numbers else "") for index in range(len(cells)))
        scope = ' scope="col"' if tag == "th" else ""
        return "".join(
            f"<{tag}{scope}{mark}>{escape(cell)}</{tag}>"
            for cell, mark in zip(cells, marks, strict=True)
        )

    body = "".join(f"<tr>{row(each, 'td')}</tr>" for each in rows)
    return (
        '<div class="scroll" tabindex="0"><table>'
        f"<thead><tr>{row(head, 'th')}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _shares(of: Sequence[tuple[str, Sequence[Share]]]) -> str:
    rows = [
        (kind, e.name, str(e.lines), f"{e.value:.1%}", f"{e.low:.0%} to {e.high:.0%}")
        for kind, shares in of
        for e in shares
    ]
    return _table(("", "of", "lines", "right", "95% interval"), rows, range(2, 5))


def _plots(report: Report) -> str:
    points = report.run.thresholds
    found = [
        plot(
            f"Calibration (expected error {report.error:.1%})",
            "probability of the first guess",
            "share that is right",
            [Curve("lines", [(e.confidence, e.right) for e in report.bins], dots=True)],
            diagonal=True,
        ),
        plot(
            "Rejection",
            "least probability that is taken",
            "share",
            [
                Curve("kept", [(e.threshold, e.kept) for e in report.cuts]),
                Curve("right of those", [(e.threshold, e.right) for e in report.cuts]),
                Curve("let in from outside", [(e.threshold, e.let_in) for e in report.cuts]),
            ],
            marks=[("understood", points["understood"])],
        ),
    ]
    marks = {value: name.rpartition(": ")[2] for name, value in points.items() if ": " in name}
    for name, curve in report.safety.items():
        curves = [
            Curve(f"{label} above it", [(e.threshold, e.reached[label]) for e in curve])
            for label in curve[0].reached
        ]
        harmless = Curve("harmless above it", [(e.threshold, e.harmless) for e in curve])
        found.append(
            plot(
                f"Danger, {name}",
                "threshold of the danger",
                "share",
                [*curves, harmless],
                marks=[(each, value) for value, each in sorted(marks.items())],
            )
        )
    return "".join(found)


def _confusions(report: Report) -> str:
    return "".join(
        _details(f"{len(each.texts)}: {each.intent} taken for {each.taken}", each.texts)
        for each in report.confusions
    )


def _intents(report: Report) -> str:
    rows = [
        (e.intent, str(e.lines), f"{e.precision:.0%}", f"{e.recall:.0%}", f"{e.f1:.0%}", e.instead)
        for e in report.intents
    ]
    head = ("intent", "lines", "precision", "recall", "F1", "most often taken for")
    return _table(head, rows, range(1, 5))
