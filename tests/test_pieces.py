"""A name is one piece, whatever is cut."""

from __future__ import annotations

import pytest

from bot import Bot
from bot.understand.pieces import Piece, with_whole_names


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        (["what is the genetic", "and rare diseases information center"], 1),
        (["what is it", "and what is the genetic", "and rare diseases information center"], 2),
        (["what is it", "and who runs it"], 2),
    ],
)
def test_no_name_is_cut(cut: list[str], whole: int, bot: Bot) -> None:
    view = bot.understander.viewer.view(" ".join(cut).split())
    found = with_whole_names(view, [Piece(tuple(each.split()), 0.6) for each in cut])
    assert len(found) == whole
    assert " ".join(word for each in found for word in each.words) == " ".join(cut)
