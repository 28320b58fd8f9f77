"""Faults in the safety path are noticed by the conversations about safety."""

from __future__ import annotations

from bot import Bot
from bot.testing import conversations
from tests import mutants


def test_the_conversations_notice_faults_in_the_safety_path(bot: Bot) -> None:
    talks = mutants.talks(mutants.SAFETY)
    assert not [talk.name for talk in talks if conversations.run(talk, bot)]
    assert mutants.survivors(bot, talks) == []
