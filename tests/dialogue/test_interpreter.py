"""What a message means in its conversation: features, scores, shares."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from bot import Bot, State
from bot.dialogue.interpreter import Candidate
from bot.dialogue.memory import follow
from bot.dialogue.target import Target
from bot.dialogue.weights import WEIGHTS
from bot.understand.reading import Segment

MESSAGES = (
    "what is a carcinoid?",
    "and carcinoid?",
    "how many of them?",
    "who runs it?",
    "tell me more",
    "are you sure?",
    "is there a special diet",
    "can it be inherited",
    "thanks",
    "what is the capital of France",
    "am I going to die",
    "xqzw vbnk",
)


@pytest.fixture(scope="module", params=["", "inheritance", "guidelines"])
def state(request: pytest.FixtureRequest, bot: Bot) -> State:
    """The start, and after an answer about the root."""
    if not request.param:
        return State()
    target = Target(request.param, bot.content.root)
    return follow(bot.policy.show.target(target, State()), State(), bot.content)


def segment(bot: Bot, message: str) -> Segment:
    return bot.read(message).segments[0]


def rank(bot: Bot, message: str, state: State) -> tuple[Candidate, ...]:
    return bot.policy.interpreter.rank(segment(bot, message), state)


def test_every_group_of_intents_has_a_weight(bot: Bot) -> None:
    groups = {each.group for each in bot.content.intents.values()} - {"after_alarm"}
    assert {f"is_{group}" for group in groups} <= set(WEIGHTS)


@pytest.mark.parametrize("message", MESSAGES)
def test_features_are_those_that_have_a_weight(message: str, bot: Bot, state: State) -> None:
    found = bot.policy.interpreter.features(segment(bot, message), state)
    assert found
    assert {key for features in found.values() for key in features} <= set(WEIGHTS)


@pytest.mark.parametrize("message", MESSAGES)
def test_a_ranking_is_sorted_and_its_shares_sum_to_one(
    message: str, bot: Bot, state: State
) -> None:
    ranking = rank(bot, message, state)
    shares = [each.probability for each in ranking]
    assert sum(shares) == pytest.approx(1)
    assert shares == sorted(shares, reverse=True)
    assert len({each.intent for each in ranking}) == len(ranking)
    assert all(0 <= each.trust <= 1 for each in ranking)


@pytest.mark.parametrize("message", MESSAGES)
def test_reasons_add_up_to_the_score(message: str, bot: Bot, state: State) -> None:
    """Shares are the exponentials of the scores: their ratios tell the differences."""
    for one, other in pairwise(rank(bot, message, state)):
        lead = sum(one.reasons.values()) - sum(other.reasons.values())
        assert math.log(one.probability / other.probability) == pytest.approx(lead, abs=1e-6)


@pytest.mark.parametrize("message", MESSAGES)
def test_reasons_are_weighted_features(message: str, bot: Bot, state: State) -> None:
    features = bot.policy.interpreter.features(segment(bot, message), state)
    for each in rank(bot, message, state):
        own = features[each.intent]
        weighted = {key: WEIGHTS[key] * value for key, value in own.items() if value}
        assert each.reasons == pytest.approx(weighted)


@pytest.mark.parametrize("message", ["tell me more", "again please", "which others?", *MESSAGES])
def test_what_hangs_on_an_answer_is_no_candidate_at_the_start(message: str, bot: Bot) -> None:
    asked = segment(bot, message)
    ranking = bot.policy.interpreter.rank(asked, State())
    hanging = [each.intent for each in ranking if bot.content.intents[each.intent].hangs]
    # Unless it is clearly that, and is told so, or a subject was named that it can hang on.
    clearly = [each for each in hanging if asked.probability(each) >= 0.5]
    assert hanging == clearly or len(ranking) == 1 or asked.subjects


def test_what_hangs_is_a_candidate_after_an_answer(bot: Bot) -> None:
    about = follow(
        bot.policy.show.target(Target("inheritance", "net"), State()), State(), bot.content
    )
    assert rank(bot, "tell me more", about)[0].intent == "tell_more"


def test_at_the_start_nothing_was_said_before(bot: Bot) -> None:
    asked = segment(bot, "and carcinoid?")
    assert bot.policy.interpreter.after(asked, State()) == {}
    for features in bot.policy.interpreter.features(asked, State()).values():
        assert "after" not in features
        assert not features["stays"]
        assert not features["linked"]


def test_the_last_question_is_always_a_candidate(bot: Bot, state: State) -> None:
    for message in MESSAGES:
        names = [each.intent for each in rank(bot, message, state)]
        assert state.last is None or state.last.name in names


def test_a_detail_speaks_for_the_answer_that_tells_it(bot: Bot) -> None:
    shown = follow(
        bot.policy.show.target(Target("guidelines", "net"), State()), State(), bot.content
    )
    found = bot.policy.interpreter.features(segment(bot, "who publishes them?"), shown)
    assert [name for name, features in found.items() if features["detail"]] == ["guidelines"]


class Fake:
    """A listener that says one thing, and keeps what it was asked."""

    def __init__(self, says: str) -> None:
        self.says = says
        self.asked: list[tuple[str, str]] = []

    def predict(self, text: str, before: str) -> dict[str, float]:
        self.asked.append((text, before))
        return {self.says: 1.0}


@pytest.fixture
def after_inheritance(bot: Bot) -> State:
    shown = bot.policy.show.target(Target("inheritance", "net"), State())
    return follow(shown, State(), bot.content)


def listening(bot: Bot, monkeypatch: pytest.MonkeyPatch, says: str) -> Fake:
    fake = Fake(says)
    monkeypatch.setattr(bot.policy.interpreter, "_listening", lambda: fake)
    return fake


def test_the_listener_is_asked_where_there_is_a_doubt(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, after_inheritance: State
) -> None:
    fake = listening(bot, monkeypatch, "treatment")
    ranking = rank(bot, "and what about that then", after_inheritance)
    before = bot.policy.interpreter.spoken("inheritance")
    assert [each for _, each in fake.asked] == [before]
    assert not {*"?{"} & {*before}
    assert "heard" in ranking[0].reasons
    assert "treatment" in {each.intent for each in ranking}


def test_at_the_start_the_listener_hears_the_message_alone(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = listening(bot, monkeypatch, "treatment")
    told = "we have the bus at four and then the market and the cousins all day long"
    ranking = rank(bot, f"{told}, and what about that then", State())
    assert [each for _, each in fake.asked] == [""]
    assert "treatment" in {each.intent for each in ranking}


@pytest.mark.parametrize("started", [True, False])
def test_the_listener_is_not_asked_where_there_is_none(
    started: bool, bot: Bot, monkeypatch: pytest.MonkeyPatch, after_inheritance: State
) -> None:
    fake = listening(bot, monkeypatch, "treatment")
    rank(bot, "what are the symptoms?", after_inheritance if started else State())
    assert not fake.asked


def test_the_listener_has_no_say_on_danger(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, after_inheritance: State
) -> None:
    urgent = {each.intent for each in bot.content.guardrails if each.urgent}
    for name in urgent:
        fake = listening(bot, monkeypatch, name)
        ranking = rank(bot, "and what about that then", after_inheritance)
        assert fake.asked
        assert not urgent & {each.intent for each in ranking}


def test_without_a_listener_nothing_is_heard(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, after_inheritance: State
) -> None:
    monkeypatch.setattr(bot.policy.interpreter, "_listening", None)
    for each in rank(bot, "and what about that then", after_inheritance):
        assert "heard" not in each.reasons


def test_the_only_question_of_a_message_is_heard_with_its_story(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, after_inheritance: State
) -> None:
    fake = listening(bot, monkeypatch, "treatment")
    rank(bot, "We have the bus at four. And what about that then?", after_inheritance)
    [(text, _)] = fake.asked
    assert text.startswith("we have the bus at four")
    assert "what about that" in text


def test_of_several_questions_each_is_heard_by_itself(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, after_inheritance: State
) -> None:
    fake = listening(bot, monkeypatch, "treatment")
    for each in bot.read("And who is it then? What happens to the others of them?").segments:
        bot.policy.interpreter.rank(each, after_inheritance)
    assert all("who is it" not in text or "others" not in text for text, _ in fake.asked)
    assert fake.asked
