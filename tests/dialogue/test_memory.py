"""What a conversation remembers, decision by decision and over several turns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import Bot, State
from bot.content.library import Content
from bot.dialogue.decision import (
    AskGuide,
    Clarify,
    Decision,
    Restart,
    SayForeign,
    ShowCell,
    ShowComparison,
    ShowGuideSources,
    ShowPhrase,
    ShowSources,
    ShowTopics,
    ShowTree,
)
from bot.dialogue.memory import follow
from bot.dialogue.state import TREE, GuidePlace
from bot.dialogue.target import Target

PLACE = GuidePlace("by-type", (2,))
BEFORE = State(
    about=("carcinoid",),
    cell="carcinoid/overview",
    trail=(Target("overview", "carcinoid"),),
    guide=PLACE,
    misses=1,
    pair=("carcinoid", "pancreatic_net"),
    shown=("net.types.carcinoid",),
)


def show(content: Content, cell: str, subject: str = "", **more: object) -> ShowCell:
    folder, _, intent = cell.partition("/")
    return ShowCell(content.cells[folder, intent], intent, subject or folder, **more)  # type: ignore[arg-type]


def talk(bot: Bot, *messages: str) -> list[State]:
    """The state after each message."""
    states = [State()]
    for message in messages:
        states.append(bot.reply(message, states[-1]).state)
    return states[1:]


def did(bot: Bot, act: str, state: State) -> Decision:
    return bot.policy.follow_payload(Target(act), state).decisions[0]


def test_an_answer_is_remembered_with_what_it_showed(content: Content) -> None:
    decision = show(content, "net/inheritance", "pancreatic_net")
    state = follow(decision, replace(BEFORE, misses=2), content)
    assert state.cell == "net/inheritance"
    assert state.last == Target("inheritance", "pancreatic_net")
    assert state.about == ("pancreatic_net",)
    assert state.shown == content.cells["net", "inheritance"].statements[:3]
    assert state.misses == 0
    assert state.guide == PLACE


def test_a_part_of_an_answer_is_what_was_shown(content: Content) -> None:
    part = ("net.inheritance.dominant",)
    assert follow(show(content, "net/inheritance", focus=part), State(), content).shown == part
    first = show(content, "net/inheritance", first=part[0])
    assert follow(first, State(), content).shown == part


def test_subjects_that_were_named_are_spoken_of_and_one_of_each_kind(content: Content) -> None:
    decision = show(content, "net/inheritance")
    state = follow(decision, State(), content, named=("carcinoid", "men1", "net"))
    assert state.about == ("net", "men1")


def test_what_was_named_is_spoken_of_where_the_answer_is_of_all(content: Content) -> None:
    decision = show(content, "net/inheritance")
    state = follow(decision, State(), content, named=("carcinoid", "men1"))
    assert state.about == ("men1", "carcinoid")
    assert follow(decision, state, content).about == ("net", "men1")


def test_words_are_not_spoken_of(content: Content) -> None:
    state = follow(show(content, "malignant/term_meaning"), BEFORE, content)
    assert state.about == BEFORE.about


@pytest.mark.parametrize("cell", ["refusals/diet", "safety/personal_treatment"])
def test_refusals_and_guardrails_are_remembered_and_leave_the_pair(
    cell: str, content: Content
) -> None:
    state = follow(show(content, cell, "pancreatic_net"), BEFORE, content)
    assert state.cell == cell
    assert state.pair == BEFORE.pair


@pytest.mark.parametrize("cell", ["smalltalk/thanks", "outside/off_topic"])
def test_small_talk_and_what_is_outside_change_nothing_but_the_misses(
    cell: str, content: Content
) -> None:
    assert follow(show(content, cell), BEFORE, content) == replace(BEFORE, misses=0)


def test_misses_add_up(content: Content) -> None:
    missed = ShowCell(content.cells["fallback", "rephrase"], "not_understood")
    once = follow(missed, BEFORE, content)
    assert once == replace(BEFORE, misses=2)
    assert follow(Clarify(()), once, content).misses == 3
    assert follow(Clarify((), "missed", miss=False), once, content) == once


def test_a_comparison_is_remembered_as_a_pair(content: Content) -> None:
    found = {each.id: each for each in content.comparisons}
    decision = ShowComparison(found["compare/carcinoid-pheochromocytoma"])
    state = follow(decision, State(misses=1), content)
    assert state.pair == ("carcinoid", "pheochromocytoma")
    assert state.about == ("pheochromocytoma",)
    assert state.cell == "compare/carcinoid-pheochromocytoma"
    assert state.misses == 0


def test_a_comparison_that_has_no_file_is_no_cell(content: Content) -> None:
    made = content.comparisons[0].model_copy(update={"path": ""})
    state = follow(ShowComparison(made), State(), content)
    assert state.cell == ""
    assert state.pair == (made.subjects[0], made.subjects[-1])


@pytest.mark.parametrize("subject", ["carcinoid", "pancreatic_net", "net"])
def test_the_pair_stays_while_it_or_the_root_is_spoken_of(subject: str, content: Content) -> None:
    state = follow(show(content, "net/inheritance", subject), BEFORE, content)
    assert state.pair == BEFORE.pair


def test_the_pair_is_left_for_a_third_subject(content: Content) -> None:
    assert follow(show(content, "men1/overview"), BEFORE, content).pair == ()


def test_a_guide_is_entered_and_ended(content: Content) -> None:
    place = GuidePlace("by-symptom", (0,))
    assert follow(AskGuide(place), BEFORE, content) == replace(BEFORE, guide=place, misses=0)
    end = show(content, "net/overview", ends_guide=True)
    assert follow(end, BEFORE, content).guide is None


def test_restart_forgets_everything(content: Content) -> None:
    assert follow(Restart(), BEFORE, content) == State()


def test_deny_leaves_the_guide_and_nothing_else(content: Content) -> None:
    denied = follow(ShowPhrase("anything_else", "deny"), BEFORE, content)
    assert denied == replace(BEFORE, guide=None)


def test_other_decisions_leave_the_state_as_it_is(content: Content) -> None:
    cell = content.cells["net", "overview"]
    decisions: tuple[Decision, ...] = (
        ShowPhrase("nothing_before", "back"),
        ShowTopics(),
        ShowSources(cell, "show_sources"),
        ShowGuideSources("by-type", "show_sources"),
        SayForeign("de"),
    )
    assert all(follow(each, BEFORE, content) == BEFORE for each in decisions)


def test_the_tree_is_an_answer_like_others(content: Content) -> None:
    state = follow(ShowTree(), BEFORE, content)
    assert state.cell == TREE
    assert state.last == Target("types", content.root)
    assert State.from_dict(state.to_dict(), content).cell == TREE


def test_the_short_form_is_remembered_until_the_next_answer(content: Content) -> None:
    brief = follow(show(content, "net/overview", brief=True), State(), content)
    assert brief.brief
    assert not follow(show(content, "net/inheritance"), brief, content).brief


def test_a_digression_keeps_the_guide_and_no_leaves_it(bot: Bot) -> None:
    asked, digressed, resumed, left = talk(
        bot, '/guide{"id": "by-type", "answers": [2]}', "are NETs hereditary?", "/resume", "/deny"
    )
    assert asked.guide == digressed.guide == resumed.guide == PLACE
    assert digressed.cell == "net/inheritance"
    assert left.guide is None


def test_a_question_that_names_an_option_is_a_digression_too(bot: Bot) -> None:
    _, state = talk(bot, '/guide{"id": "by-symptom", "answers": [0]}', "what is a carcinoid?")
    assert state.guide == GuidePlace("by-symptom", (0,))
    assert state.cell == "carcinoid/overview"


def test_a_restart_in_conversation(bot: Bot) -> None:
    *_, state = talk(bot, "compare carcinoid and pancreatic NET", "/restart")
    assert replace(state, offered=()) == State()


def test_acts_at_the_start_have_nothing_to_go_on(bot: Bot) -> None:
    for act in ("tell_more", "repeat", "rephrase", "in_short", "missed", "back"):
        decision = did(bot, act, State())
        assert isinstance(decision, ShowPhrase)
        assert decision.phrase == "nothing_before"
    affirmed = did(bot, "affirm", State())
    assert isinstance(affirmed, ShowPhrase)
    assert affirmed.phrase == "no_choice_open"


def test_back_repeat_and_short(bot: Bot) -> None:
    overview, treatment = talk(bot, '/overview{"subject": "carcinoid"}', "/treatment")
    back = did(bot, "back", treatment)
    assert isinstance(back, ShowCell)
    assert back.cell.id == overview.cell
    again = did(bot, "repeat", overview)
    assert isinstance(again, ShowCell)
    assert (again.cell.id, again.note) == (overview.cell, "repeated")
    short = did(bot, "in_short", overview)
    assert isinstance(short, ShowCell)
    assert short.brief
    shorter = did(bot, "in_short", follow(short, overview, bot.content))
    assert isinstance(shorter, ShowPhrase)
    assert shorter.phrase == "no_simpler"


def test_more_leads_on_and_never_in_a_circle(bot: Bot) -> None:
    (state,) = talk(bot, '/overview{"subject": "carcinoid"}')
    for _ in range(4):
        decision = did(bot, "tell_more", state)
        if isinstance(decision, ShowPhrase):
            break
        assert isinstance(decision, ShowCell)
        assert Target(decision.intent, decision.subject) not in state.trail
        state = follow(decision, state, bot.content)


def test_yes_takes_the_first_choice(bot: Bot) -> None:
    (state,) = talk(bot, '/overview{"subject": "carcinoid"}')
    assert did(bot, "affirm", state) == bot.policy.show.target(state.offered[0], state)


def test_sure_quotes_what_was_shown(bot: Bot) -> None:
    (state,) = talk(bot, '/overview{"subject": "carcinoid"}')
    decision = did(bot, "confirm_same", state)
    assert isinstance(decision, ShowCell)
    assert (decision.note, decision.focus) == ("as_written", state.shown)


def test_not_what_was_asked_offers_something_else(bot: Bot) -> None:
    (state,) = talk(bot, '/overview{"subject": "carcinoid"}')
    decision = did(bot, "missed", state)
    assert isinstance(decision, Clarify)
    assert decision.targets
    assert state.last not in decision.targets
