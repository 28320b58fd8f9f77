"""More than one service behind nginx, as docs/scaling.md has it."""

from __future__ import annotations

import pytest

from benchmarks.service import failover, scaling, talk
from bot import Bot
from tests.conftest import ROOT

DOCUMENT = (ROOT / "docs" / "scaling.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("keeps_state", [True, False], ids=["state of the client", "Redis"])
def test_a_service_that_is_killed_takes_no_conversation_with_it(
    bot: Bot, keeps_state: bool
) -> None:
    talks = failover.hold(24, talk.subjects(bot.content), keeps_state=keeps_state)
    assert not [reason for each in talks for reason in each.wrong]
    assert {each.answered for each in talks} == {2 * failover.EXCHANGES}


def test_the_figures_of_the_document_are_those_that_were_measured() -> None:
    figures = scaling.saved()
    assert f"<!-- figures -->\n{scaling.costs(figures)}\n<!-- /figures -->" in DOCUMENT
    assert f"<!-- costs -->\n{scaling.table(figures)}\n<!-- /costs -->" in DOCUMENT
    assert f"divided by {scaling.BUSY}," in DOCUMENT
    assert f"A machine has {scaling.CORES} cores" in DOCUMENT


def test_twice_the_turns_take_twice_the_cores() -> None:
    """The arithmetic itself, on figures that anybody can check by hand."""
    figures = scaling.Figures(6.0, 0.06, 0.03, 300, 50, 1000)
    rows = [row.strip("| ").split(" | ") for row in scaling.table(figures).splitlines()[2:]]
    assert [row[:4] for row in rows] == [
        ["100", "1", "2", "0.6 GB"],
        ["1,000", "10", "2", "1.0 GB"],
        ["10,000", "100", "13", "8.1 GB"],
    ]
    assert rows[-1][4:] == ["1.0 cores", "0.50 cores"]
