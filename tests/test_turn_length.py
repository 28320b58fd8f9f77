"""A turn is never longer than somebody who is tired can read, whatever is asked together."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import combinations, permutations

import pytest

from bot import Bot
from bot.compose.composer import LONGEST_TURN
from bot.dialogue.comparisons import Comparisons
from bot.dialogue.cues import CueBook
from bot.dialogue.decision import ShowCell
from bot.dialogue.several import Several, with_professional
from bot.dialogue.state import State
from bot.dialogue.target import Target
from bot.reply import Reply

LONGEST = 1800
"""Visible characters of a turn."""
LATER = date(2040, 1, 1)
"""Notes on the age of sources stand under each answer."""


@pytest.fixture(scope="module")
def shown(bot: Bot) -> list[ShowCell]:
    """Every cell by itself."""
    return [
        ShowCell(cell, intent, subject) for (subject, intent), cell in bot.content.cells.items()
    ]


def replies(bot: Bot, *decisions: ShowCell) -> tuple[Reply, ...]:
    return bot.composer.compose(decisions, State(), LATER)


def length(found: tuple[Reply, ...]) -> int:
    """Characters, with the blank line between two replies."""
    return sum(each.visible_length for each in found) + 2 * (len(found) - 1)


def resting(bot: Bot, each: ShowCell) -> set[str]:
    """The statements that the lead of a cell rests on."""
    shown = (*bot.content.quoted(each.cell, each.subject), *each.cell.nearest)
    return set(shown) - set(each.cell.beyond)


def unsupported(bot: Bot, pair: tuple[ShowCell, ...], found: tuple[Reply, ...]) -> list[str]:
    """The cells whose leads stand without something that they rest on."""
    quoted = {name for reply in found for name in reply.statements}
    said = {(reply.cell, reply.subject) for reply in found}
    told = [each for each in pair if each.cell.kind in ("answer", "refusal")]
    shown = [each for each in told if (each.cell.id, each.subject) in said]
    return [each.cell.id for each in shown if not resting(bot, each) <= quoted]


def test_each_pair_of_cells(bot: Bot, shown: list[ShowCell]) -> None:
    """Short enough, and no lead stands without what it rests on."""
    alone = {id(each): length(replies(bot, each)) for each in shown}
    assert max(alone.values()) <= LONGEST
    assert not [each for each in shown if unsupported(bot, (each,), replies(bot, each))]
    long_pairs = [
        pair
        for pair in combinations(shown, 2)
        if sum(alone[id(each)] for each in pair) > LONGEST_TURN - 4
    ]
    assert len(long_pairs) > 1000  # shorter ones are no longer together than apart
    for pair in long_pairs:
        found = replies(bot, *pair)
        assert length(found) <= LONGEST
        assert not unsupported(bot, pair, found)


def test_each_comparison(bot: Bot) -> None:
    """Of every two subjects in both orders, for all that is asked of them."""
    content, segment = bot.content, bot.read("and what about it then").segments[0]
    comparisons = Comparisons(content, CueBook(content))
    compared = 0
    aspects = [each.id for each in content.intents.values() if each.group == "aspects"]
    for name in aspects:
        carried = (each for each in content.subjects if content.carries(each))
        answered = [each for each in carried if content.nearest_cell(name, each)]
        for pair in permutations(answered, 2):
            decision = comparisons.of(pair, (name,), segment)
            if decision:
                compared += 1
                [found] = bot.composer.compose((decision,), State(), LATER)
                assert found.visible_length <= LONGEST, (name, pair)
                assert found.statements or found.citations, (name, pair)
    assert compared > 10_000


def test_2000_random_triples_of_cells(bot: Bot, shown: list[ShowCell]) -> None:
    chosen = random.Random(7)
    triples = (chosen.sample(shown, 3) for _ in range(2000))
    assert not [each for each in triples if length(replies(bot, *each)) > LONGEST]


def test_triples_of_the_longest(bot: Bot, shown: list[ShowCell]) -> None:
    longest = sorted(shown, key=lambda each: -length(replies(bot, each)))[:16]
    for each in combinations(longest, 3):
        assert length(replies(bot, *each)) <= LONGEST


def test_what_has_no_room_is_offered(bot: Bot, shown: list[ShowCell]) -> None:
    longest = sorted(
        (each for each in shown if each.cell.kind == "answer"),
        key=lambda each: -length(replies(bot, each)),
    )
    three = longest[:3]
    found = replies(bot, *three)
    said = {(each.intent, each.subject) for each in found}
    left = [each for each in three if (each.intent, each.subject) not in said]
    assert left
    offered = [each.target for each in found[-1].choices]
    assert [Target(each.intent, each.subject) for each in left] == offered[: len(left)]
    assert length(found) <= LONGEST_TURN


def test_no_quote_twice_in_a_turn(bot: Bot, shown: list[ShowCell]) -> None:
    """Except one that another leans on."""
    chosen = random.Random(7)
    for pair in (chosen.sample(shown, 2) for _ in range(5000)):
        found = replies(bot, *pair)
        again = {name for each in found[1:] for name in each.statements}
        leaned_on = {bot.content.statements[name].after for name in again}
        assert again & set(found[0].statements) <= leaned_on


def test_the_five_names_are_beside_the_lead_that_counts_them(bot: Bot) -> None:
    state = bot.reply("what is a pancreatic NET").state
    turn = bot.reply("Which types are there? And is possible to cure him?", state)
    assert [each.intent for each in turn.replies] == ["types", "cure"]
    assert "pnet.types.functional_examples" in turn.replies[0].statements


def test_the_rest_is_spoken_of_and_offered(bot: Bot, shown: list[ShowCell]) -> None:
    answers = [each for each in shown if each.cell.kind == "answer"]
    longest = sorted(answers, key=lambda each: -length(replies(bot, each)))[:2]
    (said,) = replies(bot, *longest)
    assert bot.content.phrase("no_room") in said.text
    assert said.choices[0].target == Target(longest[1].intent, longest[1].subject)


def test_what_had_no_room_was_not_said(bot: Bot) -> None:
    """'Simpler' and the trail are about what a person has read."""
    asked = "how are they treated? therapies? what is a carcinoid crisis? what causes it?"
    turn = bot.reply(asked)
    said = {(each.intent, each.subject) for each in turn.replies}
    assert turn.state.cell in {each.cell for each in turn.replies}
    assert {(each.name, each.subject) for each in turn.state.trail} <= said


@pytest.fixture(scope="module")
def several(bot: Bot) -> Several:
    return Several(bot.content, Comparisons(bot.content, CueBook(bot.content)))


def test_a_lead_alone_has_its_statements_beside_it(
    bot: Bot, shown: list[ShowCell], several: Several
) -> None:
    alone = 0
    for pair in permutations([each for each in shown if each.cell.kind == "answer"], 2):
        decisions = several.without_doubles(pair)
        brief = [each for each in decisions if isinstance(each, ShowCell) and each.brief]
        found = replies(bot, *decisions) if brief else ()
        quoted = {name for reply in found for name in reply.statements}
        for each in brief:
            if each.cell.id in {reply.cell for reply in found}:
                assert quoted >= set(bot.content.quoted(each.cell, each.subject))
                alone += 1
    assert alone > 1000


def test_whom_to_ask_is_never_left_out_beside_another_answer(bot: Bot, several: Several) -> None:
    net = [bot.content.cells["net", name] for name in ("nonsurgical", "surgery")]
    both = [ShowCell(net[0], "nonsurgical", "net"), ShowCell(net[1], "surgery", "net")]
    assert several.without_doubles(both)[1:] == [replace(both[1], brief=True)]
    general = [both[0], with_professional(both[1])]
    assert several.without_doubles(general) == general


def test_what_keeps_somebody_safe_is_never_left_out(bot: Bot, shown: list[ShowCell]) -> None:
    safe = [each for each in shown if each.cell.kind in ("guardrail", "emergency", "crisis")]
    longest = sorted(shown, key=lambda each: -length(replies(bot, each)))[:8]
    for each in safe:
        for pair in combinations(longest, 2):
            found = replies(bot, each, *pair)
            assert each.cell.kind in {reply.kind for reply in found}


def test_the_turn_that_was_too_long(bot: Bot) -> None:
    asked = "how are they treated? therapies? what is a carcinoid crisis? what causes it?"
    turn = bot.reply(asked)
    assert length(turn.replies) <= LONGEST
    # What has no room is offered.
    said = {each.intent for each in turn.replies}
    offered = {each.target.name for reply in turn.replies for each in reply.choices}
    assert "treatment" in said
    assert "carcinoid_syndrome" in said | offered
