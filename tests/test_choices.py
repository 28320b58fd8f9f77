"""Choices under an answer: other forms of it, and the subject where it changes."""

from __future__ import annotations

import pytest

from bot import Bot
from bot.compose.labels import label
from bot.content.library import Content
from bot.dialogue.target import Target
from bot.reply import Reply

SIMPLER, SHORTER = Target("rephrase"), Target("in_short")


def reply(bot: Bot, *messages: str) -> Reply:
    """The last reply of a conversation."""
    state = None
    for message in messages:
        turn = bot.reply(message, state)
        state = turn.state
    return turn.replies[-1]


def targets(found: Reply) -> list[Target]:
    return [each.target for each in found.choices]


def test_simpler_and_shorter_are_choices(bot: Bot) -> None:
    found = reply(bot, '/overview{"subject": "carcinoid"}')
    assert targets(found)[-2:] == [SIMPLER, SHORTER]
    assert [each.label for each in found.choices[-2:]] == ["Simpler", "Shorter"]


def test_they_are_offered_where_an_answer_has_such_a_form(bot: Bot) -> None:
    for (folder, intent), cell in bot.content.cells.items():
        if folder not in bot.content.subjects or (folder, intent) != (cell.folder, cell.intent):
            continue
        found = targets(reply(bot, Target(intent, folder).payload))
        is_answer = cell.kind == "answer"
        assert (SIMPLER in found) == (is_answer and bool(cell.simple)), cell.id
        assert (SHORTER in found) == (is_answer and len(cell.statements) > 1), cell.id


def test_what_was_just_said_is_not_offered_again(bot: Bot) -> None:
    asked = '/overview{"subject": "carcinoid"}'
    simpler = reply(bot, asked, SIMPLER.payload)
    assert not {SIMPLER, SHORTER} & set(targets(simpler))
    shorter = reply(bot, asked, SHORTER.payload)
    assert SIMPLER in targets(shorter)
    assert SHORTER not in targets(shorter)
    assert shorter.text != reply(bot, asked, SHORTER.payload, SIMPLER.payload).text


def test_two_answers_have_no_common_short_form(bot: Bot) -> None:
    found = targets(reply(bot, "Is it inherited? And what is a carcinoid?"))
    assert not {SIMPLER, SHORTER} & set(found)


@pytest.mark.parametrize(
    ("target", "beside", "shown"),
    [
        ("symptoms/carcinoid", "carcinoid", "Symptoms"),
        ("symptoms/pancreatic_net", "carcinoid", "Symptoms (pancreatic NETs)"),
        ("symptoms/net", "carcinoid", "Symptoms (neuroendocrine tumors in general)"),
        ("symptoms/net", "net", "Symptoms"),
        ("symptoms/net", "", "Symptoms"),
        ("symptoms/net", "benign", "Symptoms"),
        ("symptoms/carcinoid", "", "Symptoms (carcinoid tumors)"),
        ("overview/carcinoid", "carcinoid", "About carcinoid tumors"),
    ],
)
def test_label_names_the_subject_where_it_changes(
    target: str, beside: str, shown: str, content: Content
) -> None:
    assert label(Target.parse(target), content, beside=beside) == shown


def test_choices_of_an_answer_keep_its_subject(bot: Bot) -> None:
    found = reply(bot, '/overview{"subject": "carcinoid"}')
    labels = [each.label for each in found.choices]
    assert "Where do they grow?" in labels
    assert "About pancreatic NETs" in labels


def test_guide_by_symptom_says_what_the_pages_can_tell(bot: Bot) -> None:
    found = reply(bot, '/guide{"id": "by-symptom", "answers": []}')
    assert "do not list the symptoms" in found.text


def test_every_end_of_a_guide_leads_on(bot: Bot) -> None:
    ends = 0
    for guide in bot.content.guides:
        places: list[tuple[int, ...]] = [()]
        while places:
            place = places.pop()
            found = reply(bot, Target("guide", guide, place).payload)
            assert found.choices, (guide, place)
            if found.intent != "guide":
                ends += 1
                continue
            onward = [each.target for each in found.choices]
            places += [e.answers for e in onward if len(e.answers) == len(place) + 1]
    assert ends > 50
