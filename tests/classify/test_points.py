"""Whether an answer tells what is asked of it."""

from __future__ import annotations

import numpy as np
import pytest

from bot.classify.points import UNKNOWN, Point, PointReader, in_order, train_points
from bot.errors import ModelError

ONLY_THERE, WORST, HOW_MANY = np.eye(3, dtype=np.float32)
"""Vectors of three questions that have nothing in common."""
POINTS = {
    Point("only there?", "locations", "net/locations", True): ONLY_THERE,
    Point("which is worst?", "locations", "net/locations", False): WORST,
    Point("only there?", "locations", "pnet/locations", True): ONLY_THERE,
    Point("how many?", "rarity", "net/rarity", False): HOW_MANY,
    Point("how many?", "types", "net/types", True): HOW_MANY,
}


@pytest.fixture(scope="module")
def reader() -> PointReader:
    points = in_order(list(POINTS))
    return train_points(points, np.stack([POINTS[each] for each in points]))


@pytest.mark.parametrize("point", POINTS)
def test_a_line_is_told_or_lacking_as_it_was_taught(point: Point, reader: PointReader) -> None:
    found = reader.told(POINTS[point], point.intent, point.cell)
    assert (found > UNKNOWN) == point.told
    assert 0 <= found <= 1


def test_what_was_asked_of_another_subject_votes_more_softly(reader: PointReader) -> None:
    own = reader.told(WORST, "locations", "net/locations")
    other = reader.told(WORST, "locations", "carcinoid/locations")
    assert own < other < UNKNOWN


def test_nothing_is_said_of_an_intent_that_no_line_was_asked_of(reader: PointReader) -> None:
    assert reader.told(WORST, "growth", "net/growth") == UNKNOWN
    assert reader.told(None, "locations", "net/locations") == UNKNOWN
    assert train_points([], np.zeros((0, 3), np.float32)).told(WORST, "types", "x") == UNKNOWN


def test_vectors_of_another_encoder_are_not_compared(reader: PointReader) -> None:
    assert reader.told(np.ones(5, np.float32), "locations", "net/locations") == UNKNOWN


def test_it_is_the_same_when_it_was_stored(reader: PointReader) -> None:
    again = PointReader.from_arrays(reader.to_arrays())
    assert again.told(WORST, "types", "net/types") == reader.told(WORST, "types", "net/types")
    with pytest.raises(ModelError, match="damaged"):
        PointReader.from_arrays({})
