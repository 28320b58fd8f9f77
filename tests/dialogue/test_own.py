"""Parts of a message: which of them are questions of their own, and which only say how."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot import Bot, State
from bot.dialogue.guardrails import Guardrails
from bot.dialogue.outcome import Meant
from bot.dialogue.own import Own, features
from bot.dialogue.show import in_guide
from bot.dialogue.weights import OWN_CLEAR, OWN_QUESTION, OWN_WEIGHTS

TWO = "who does it, and what do they take out?"


class Fake:
    """A listener that says one thing of every text, and keeps the texts."""

    def __init__(self, says: Mapping[str, float]) -> None:
        self.says = says
        self.heard: list[str] = []

    def predict(self, text: str, before: str) -> Mapping[str, float]:
        del before
        self.heard.append(text)
        return self.says


@pytest.fixture
def after_treatment(bot: Bot) -> State:
    return bot.reply("how is it treated?").state


@pytest.fixture
def own(bot: Bot) -> Own:
    return Own(bot.content, bot.policy.interpreter, Guardrails(bot.content))


def hearing(bot: Bot, monkeypatch: pytest.MonkeyPatch, **says: float) -> Fake:
    fake = Fake(says)
    monkeypatch.setattr(bot.policy.interpreter, "_listening", lambda: fake)
    return fake


def meant(own: Own, bot: Bot, message: str, state: State) -> list[Meant]:
    return own.meant(bot.read(message), state)


def test_what_the_whole_does_not_ask_is_no_question_of_its_own(
    bot: Bot, own: Own, after_treatment: State
) -> None:
    found = meant(own, bot, TWO, after_treatment)
    assert len(found) == 2
    assert found[0].own is not None
    assert found[0].own < OWN_QUESTION
    assert own.asked(found, after_treatment)[0] == found[1:]
    [reply] = bot.reply(TWO, after_treatment).replies
    assert reply.intent == "surgery"


def test_what_is_heard_in_the_whole_speaks_for_a_part(
    bot: Bot, own: Own, after_treatment: State
) -> None:
    found = meant(own, bot, TWO, after_treatment)
    for place, each in enumerate(found):
        rows = [features(found, {each.candidates[0].intent: share}) for share in (0.01, 0.9)]
        low, high = (row[place]["whole"] for row in rows)
        assert low < high
    assert OWN_WEIGHTS["whole"] > 0


def test_the_whole_message_is_heard_once_more(
    bot: Bot, own: Own, monkeypatch: pytest.MonkeyPatch, after_treatment: State
) -> None:
    fake = hearing(bot, monkeypatch, treatment=1.0)
    meant(own, bot, TWO, after_treatment)
    assert fake.heard[-1].startswith("who does it")
    assert fake.heard[-1].endswith("what do they take out")


@pytest.mark.parametrize(
    "message", ["what are the symptoms?", "what are the symptoms and how is it treated?"]
)
def test_what_is_clear_is_not_heard(
    message: str, bot: Bot, own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = hearing(bot, monkeypatch, treatment=1.0)
    assert all(each.own is None for each in meant(own, bot, message, State()))
    assert not fake.heard


def test_the_parts_of_a_first_message_are_judged_too(
    bot: Bot, own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = hearing(bot, monkeypatch, treatment=1.0)
    meant(own, bot, TWO, State())
    assert fake.heard[-1].startswith("who does it")
    assert fake.heard[-1].endswith("what do they take out")


def test_what_is_clear_by_itself_is_a_question(
    bot: Bot, own: Own, monkeypatch: pytest.MonkeyPatch, after_treatment: State
) -> None:
    hearing(bot, monkeypatch, treatment=1.0)
    found = meant(own, bot, "what are the symptoms? who does it?", after_treatment)
    assert found[0].own is None
    assert found[0] in own.asked(found, after_treatment)[0]


def test_what_must_not_be_judged_is_never_left_out(bot: Bot, own: Own) -> None:
    state = bot.reply("is a pancreatic NET cancer?").state
    message = "Is my number high, and where can I find a specialist?"
    personal = next(e for e in meant(own, bot, message, state) if "number" in e.segment.view.words)
    assert personal.candidates[0].intent.startswith("personal_")
    assert personal.segment.ranking[0].probability < OWN_CLEAR, "it would stand by itself"
    assert personal.own is None
    assert any(each.kind == "guardrail" for each in bot.reply(message, state).replies)


def test_a_whole_question_that_is_clear_is_not_in_doubt(bot: Bot, after_treatment: State) -> None:
    replies = bot.reply("how fast do they grow? And is it inherited?", after_treatment).replies
    assert [each.intent for each in replies] == ["growth", "inheritance"]


def test_what_the_listener_does_not_know_is_not_judged(
    bot: Bot, own: Own, monkeypatch: pytest.MonkeyPatch, after_treatment: State
) -> None:
    [first, second] = meant(own, bot, TWO, after_treatment)
    assert first.own is not None, "it would be judged"
    known = second.candidates[0].intent
    assert first.candidates[0].intent != known
    monkeypatch.setattr(own, "heard", lambda *_: {known: 1.0})
    assert meant(own, bot, TWO, after_treatment)[0].own is None


def test_in_a_guide_nothing_is_left_out(
    bot: Bot, own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = hearing(bot, monkeypatch, treatment=1.0)
    state = bot.reply("/guide_by_type", bot.reply("how is it treated?").state).state
    assert in_guide(state)
    assert all(each.own is None for each in meant(own, bot, TWO, state))
    assert not fake.heard


def test_something_is_always_asked(bot: Bot, own: Own, after_treatment: State) -> None:
    found = meant(own, bot, TWO, after_treatment)
    none = [
        Meant(each.segment, each.candidates, own=0.01 * place) for place, each in enumerate(found)
    ]
    kept, _ = own.asked(none, after_treatment)
    assert kept == none[-1:]


def test_what_a_part_left_out_names_is_still_spoken_of(
    bot: Bot, own: Own, after_treatment: State
) -> None:
    found = meant(own, bot, "is it a carcinoid then? and how is it found?", after_treatment)
    assert len(found) == 2
    left = [
        Meant(each.segment, each.candidates, own=float("carcinoid" not in each.segment.view.named))
        for each in found
    ]
    kept, state = own.asked(left, after_treatment)
    assert len(kept) == 1
    assert state.about[0] == "carcinoid"


def test_features_are_those_that_have_a_weight(bot: Bot, own: Own, after_treatment: State) -> None:
    rows = features(meant(own, bot, TWO, after_treatment), {})
    assert rows
    assert all(each.keys() == OWN_WEIGHTS.keys() for each in rows)
    assert 0 < OWN_QUESTION < 1


@pytest.mark.parametrize(
    ("message", "cell"),
    [
        ("simpler please, and is it inherited?", "net/inheritance"),
        ("More easy please? And where do they grow?", "net/locations"),
    ],
)
def test_how_and_what_are_asked_at_once(
    message: str, cell: str, bot: Bot, after_treatment: State
) -> None:
    [reply] = bot.reply(message, after_treatment).replies
    assert reply.cell == cell
    assert not reply.statements, "the lead alone"


def test_a_choice_and_how_it_is_to_be_told(bot: Bot) -> None:
    before = bot.reply("what is a carcinoid")
    choices = before.replies[-1].choices
    picked = bot.reply("2", before.state).replies[0]
    short = bot.reply("The number 2, and please make it simple", before.state).replies[0]
    assert len(choices) > 1
    assert short.cell == picked.cell
    assert picked.statements
    assert not short.statements


@pytest.mark.parametrize(
    ("before", "cell"),
    [
        ("is a pancreatic NET cancer?", "safety/personal_cancer"),
        ("are these tumors inherited?", "safety/personal_inheritance"),
        ("how is it treated?", "safety/personal_diagnosis"),
    ],
)
def test_a_guardrail_has_the_words_of_the_question_before(before: str, cell: str, bot: Bot) -> None:
    turn = bot.reply("do I have it, then?", bot.reply(before).state)
    assert [e.cell for e in turn.replies if e.kind == "guardrail"] == [cell]
