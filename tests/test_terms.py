"""Terms of content authors."""

from __future__ import annotations

import time

import pytest

from bot.language.terms import TermIndex


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("chest pain", "bad chest pain now", True),
        ("chest pain", "pain in chest", False),
        ("vomit*", "she keeps vomiting", True),
        ("vomit*", "vomi", False),
        ("pain in * chest", "pain in my left chest", True),
        ("pain in * chest", "pain in chest", True),
        ("pain in * chest", "pain in a b c d chest", False),
        ("# over #", "it is 70 over 40", True),
        ("# over #", "it is high over low", False),
        ("can't breathe", "i cant breathe", True),
        ("5-hiaa", "my 5 hiaa", True),
    ],
)
def test_matching(term: str, text: str, found: bool) -> None:
    assert bool(list(TermIndex([term]).hits(text.split()))) is found


def test_hits_say_where() -> None:
    (hit,) = TermIndex(["black stool*"]).hits(["since", "noon", "black", "stools", "again"])
    assert (hit.start, hit.end) == (2, 4)


def test_work_grows_no_faster_than_the_text() -> None:
    """Ten times the words may take ten times as long, not a hundred: no backtracking blow-up."""
    index = TermIndex(["a * a * a * a * b", "a* a* a* b", "# # # x"])

    def seconds(size: int) -> float:
        words = ["a", "1"] * size
        best = float("inf")
        for _ in range(3):
            start = time.perf_counter()
            list(index.hits(words))
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(2000) < 60 * seconds(200)
