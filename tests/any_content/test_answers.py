"""Every answer of a content can be shown, says what the content says, and leads on."""

from __future__ import annotations

import re

from bot import Bot, Turn
from bot.content.library import Cell
from bot.dialogue.target import Target

LONGEST = 1800
"""Visible characters of a turn."""
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
ODD = ("", " \n\t", "\x00\u202e", "😀" * 30, "a" * 20_000, "<script>alert(1)</script>", "/x{", "/")


def cells(guide: Bot) -> list[tuple[Target, Cell]]:
    """The cells of subjects, each with what leads to it."""
    return [
        (Target(intent, folder), cell)
        for (folder, intent), cell in guide.content.cells.items()
        if folder in guide.content.subjects
    ]


def well_formed(turn: Turn) -> bool:
    """Words, all of them filled in, and not too many."""
    texts = [each.text for each in turn.replies]
    length = sum(each.visible_length for each in turn.replies)
    return all(map(str.strip, texts)) and length <= LONGEST and not PLACEHOLDER.search(turn.text)


def test_each_answer_is_shown_with_its_statements_word_for_word(guide: Bot) -> None:
    assert cells(guide)
    for target, cell in cells(guide):
        turn = guide.reply(target.payload)
        assert well_formed(turn), cell.id
        assert turn.replies[0].cell == cell.id
        for name in turn.replies[0].statements:
            assert guide.content.statements[name].text in turn.text, (cell.id, name)
        quoted = set(guide.content.quoted(cell, target.subject))
        assert cell.kind == "refusal" or quoted <= set(turn.replies[0].statements), cell.id


def test_each_choice_leads_to_an_answer(guide: Bot) -> None:
    choices = {
        choice.target
        for target, _ in cells(guide)
        for choice in guide.reply(target.payload).replies[-1].choices
    }
    assert choices
    for each in choices:
        turn = guide.reply(each.payload)
        assert well_formed(turn), each
        assert turn.kind != "clarify" or each.name in ("topics", "guide"), each


def test_every_end_of_a_guide_leads_on(guide: Bot) -> None:
    for name in guide.content.guides:
        places: list[tuple[int, ...]] = [()]
        while places:
            place = places.pop()
            found = guide.reply(Target("guide", name, place).payload).replies[-1]
            assert found.choices, (name, place)
            if found.intent == "guide":
                onward = [each.target.answers for each in found.choices]
                places += [each for each in onward if len(each) == len(place) + 1]


def test_each_intent_is_said_and_answered_with_words(guide: Bot) -> None:
    for intent in guide.content.intents.values():
        for line in intent.lines[:2]:
            assert well_formed(guide.reply(line)), (intent.id, line)


def test_no_message_makes_it_stumble(guide: Bot) -> None:
    for message in ODD:
        turn = guide.reply(message)
        assert well_formed(turn), message[:20]
        assert guide.reply(message).text == turn.text
