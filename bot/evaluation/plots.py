"""Plots as SVG inside a page: axes from 0 to 1, curves, bars and marks. No script, no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT = 460, 300
_LEFT, _TOP, _SIDE, _BELOW = 52, 14, 14, 46
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_CLASSES = 4
"""Looks of curves that the page's style has: c0 to c3."""

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Curve:
    """A line through points, each between 0 and 1."""

    name: str
    points: Points
    dots: bool = False


def plot(
    title: str,
    across: str,
    up: str,
    curves: Sequence[Curve],
    *,
    marks: Sequence[tuple[str, float]] = (),
    diagonal: bool = False,
) -> str:
    """A figure.

    Args:
        across: what the horizontal axis shows.
        up: what the vertical axis shows.
        marks: operating points: names and places on the horizontal axis.
        diagonal: whether to draw what would be perfect.
    """
    parts = [_axes(across, up)]
    if diagonal:
        parts.append(f'<path class="ideal" d="{_path([(0, 0), (1, 1)])}"/>')
    for _, place in marks:
        parts.append(f'<path class="mark" d="{_path([(place, 0), (place, 1)])}"/>')
    for index, each in enumerate(curves):
        parts.append(_curve(each, index % _CLASSES))
    legend = "".join(
        f'<li class="c{index % _CLASSES}">{escape(each.name)}</li>'
        for index, each in enumerate(curves)
    )
    points = "".join(f'<li class="m">{escape(name)}: {place:g}</li>' for name, place in marks)
    return (
        f"<figure><figcaption>{escape(title)}</figcaption>"
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}">'
        f"{''.join(parts)}</svg><ul>{legend}{points}</ul></figure>"
    )


def _curve(curve: Curve, look: int) -> str:
    dots = "".join(
        f'<circle class="c{look}" cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="3.5"/>'
        for x, y in (curve.points if curve.dots else ())
    )
    return f'<path class="c{look}" d="{_path(curve.points)}"/>{dots}'


def _axes(across: str, up: str) -> str:
    parts = []
    for tick in _TICKS:
        parts.append(f'<path class="grid" d="{_path([(tick, 0), (tick, 1)])}"/>')
        parts.append(f'<path class="grid" d="{_path([(0, tick), (1, tick)])}"/>')
        parts.append(
            f'<text x="{_x(tick):.0f}" y="{_y(0) + 16:.0f}" text-anchor="middle">{tick:g}</text>'
            f'<text x="{_LEFT - 6}" y="{_y(tick) + 4:.0f}" text-anchor="end">{tick:g}</text>'
        )
    middle = (_LEFT + _WIDTH - _SIDE) / 2
    parts.append(
        f'<text x="{middle:.0f}" y="{_HEIGHT - 8}" text-anchor="middle">{escape(across)}</text>'
        f'<text transform="rotate(-90)" x="{-(_TOP + _HEIGHT - _BELOW) / 2:.0f}" y="14"'
        f' text-anchor="middle">{escape(up)}</text>'
    )
    return "".join(parts)


def _path(points: Points) -> str:
    return "M" + " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)


def _x(value: float) -> float:
    return _LEFT + value * (_WIDTH - _LEFT - _SIDE)


def _y(value: float) -> float:
    return _HEIGHT - _BELOW - value * (_HEIGHT - _TOP - _BELOW)
