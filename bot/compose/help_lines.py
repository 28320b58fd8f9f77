"""Whom to call: numbers of a region, or of several when it is not known which one is meant."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.help_schema import HelpLineShape, RegionShape
from bot.content.library import Content


class HelpLines:
    """Fills the placeholders of texts that name numbers."""

    def __init__(self, content: Content) -> None:
        self._numbers = content.numbers
        self._phrase = content.phrase

    def values(self, region: str, *, abroad: bool = False) -> dict[str, str]:
        """Texts by placeholder.

        Args:
            region: id of a region; empty when it is not known.
            abroad: whether the text is in another language, so that regions stand in brackets.
        """
        place = _bracketed if abroad else self._in
        return {
            "emergency_numbers": ", ".join(
                place(each.emergency.number, each) for each in self._shown(region)
            ),
            "crisis_lines": self._abroad(region) if abroad else self._crisis(region),
            "poison_lines": self._poison(region),
        }

    def _crisis(self, region: str) -> str:
        numbers = self._numbers
        known = numbers.regions.get(region)
        if known:
            lines = [_told(each) for each in known.crisis]
            return self._in(self._phrase("help_line_or").join(lines), known)
        shown = [numbers.regions[name] for name in numbers.default.crisis]
        listed = [self._in(each.crisis[0].number, each) for each in shown]
        return ", ".join(
            [*listed, self._placed(numbers.elsewhere.number, numbers.elsewhere.region)]
        )

    def _abroad(self, region: str) -> str:
        numbers = self._numbers
        names = [region] if region in numbers.regions else numbers.default.crisis
        shown = [numbers.regions[name] for name in names]
        listed = [_bracketed(each.crisis[0].number, each) for each in shown]
        return ", ".join([*listed, numbers.elsewhere.number])

    def _poison(self, region: str) -> str:
        lines = [self._in(_told(e.poison), e) for e in self._shown(region) if e.poison]
        return ", ".join(lines) or self._phrase("poison_elsewhere")

    def _in(self, number: str, region: RegionShape) -> str:
        return self._placed(number, region.name)

    def _placed(self, number: str, place: str) -> str:
        return self._phrase("help_line_in", number=number, place=place)

    def _shown(self, region: str) -> Sequence[RegionShape]:
        regions, default = self._numbers.regions, self._numbers.default
        return [regions[each] for each in ([region] if region in regions else default.emergency)]


def _bracketed(number: str, region: RegionShape) -> str:
    return f"{number} ({region.short})"


def _told(line: HelpLineShape) -> str:
    """A line with its name, and how to reach it where a call is not all."""
    details = [line.name, line.how if line.how != "call" else ""]
    said = ", ".join(each for each in details if each)
    return f"{line.number} ({said})" if said else line.number
