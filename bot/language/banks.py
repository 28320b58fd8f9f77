"""Holds the guardrail rules against two banks of lines: innocent ones and true ones."""

from __future__ import annotations

from bot.content.files import Sources
from bot.content.library import Content
from bot.language.negation import Negation
from bot.language.rules import Alarm, RuleBook
from bot.language.words import clean, sentences

INNOCENT = "data/banks/innocent.yaml"
DANGER = "data/banks/danger.yaml"


def check(content: Content, sources: Sources) -> None:
    """Note each innocent line that a rule fires on, and each true one that none catches."""
    book = RuleBook(content.guardrails, Negation(content.negation))
    for index, line in enumerate(content.innocent):
        for alarm in _alarms(book, line):
            message = f"the rule '{alarm.rule}' of {alarm.intent} fires on '{line}'; narrow it"
            sources.report(INNOCENT, message, ("lines", index))
    for intent, lines in content.danger.items():
        for index, line in enumerate(lines):
            if not any(each.intent == intent for each in _alarms(book, line)):
                message = f"no rule of {intent} catches '{line}'; widen one"
                sources.report(DANGER, message, (intent, index))


def _alarms(book: RuleBook, line: str) -> tuple[Alarm, ...]:
    return book.alarms([each.words for each in sentences(clean(line))])
