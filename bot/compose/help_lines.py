"""Whom to call: numbers of a region, or of several when it is not known which one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.content.help_schema import HelpLineShape, RegionShape
from bot.content.library import Content
from bot.reply import HelpLine

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
# As in "text HOME to 741741"; a line may take any words.
_TEXTING = re.compile(r"text(?: (\w+) to)?\b")


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

    def named_in(self, text: str, region: str, *, abroad: bool = False) -> tuple[HelpLine, ...]:
        """The lines that the placeholders of a text stand for, in their order, each once."""
        lines = {
            "emergency_numbers": lambda: [
                each for shown in self._shown(region) for each in _lines(shown.emergency, shown)
            ],
            "crisis_lines": lambda: self._crisis_lines(region, abroad),
            "poison_lines": lambda: [
                each for e in self._shown(region) if e.poison for each in _lines(e.poison, e)
            ],
        }
        named = [each for each in _PLACEHOLDER.findall(text) if each in lines]
        return tuple(dict.fromkeys(line for each in named for line in lines[each]()))

    def _crisis_lines(self, region: str, abroad: bool) -> list[HelpLine]:
        numbers = self._numbers
        known = numbers.regions.get(region)
        if known and not abroad:
            return [line for each in known.crisis for line in _lines(each, known)]
        shown = [known] if known else [numbers.regions[each] for each in numbers.default.crisis]
        elsewhere = HelpLine("visit", numbers.elsewhere.number, "", "", numbers.elsewhere.region)
        return [*(line for each in shown for line in _lines(each.crisis[0], each)), elsewhere]

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


def _lines(line: HelpLineShape, region: RegionShape) -> Iterable[HelpLine]:
    """A line of the content, one for each of its numbers ("112 or 999")."""
    texting = _TEXTING.match(line.how)
    for number in line.number.split(" or "):
        if texting:
            yield HelpLine("text", number, texting[1] or "", line.name, region.name)
        else:
            yield HelpLine("call", number, "", line.name, region.name)


def _bracketed(number: str, region: RegionShape) -> str:
    return f"{number} ({region.short})"


def _told(line: HelpLineShape) -> str:
    """A line with its name, and how to reach it where a call is not all."""
    details = [line.name, line.how if line.how != "call" else ""]
    said = ", ".join(each for each in details if each)
    return f"{line.number} ({said})" if said else line.number
