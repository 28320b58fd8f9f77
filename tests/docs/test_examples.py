"""Answers and examples are real."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot import Bot
from tests.docs.pages import AGAIN, API, ASKED, README, name_of, text
from tests.docs.written import transcript, without_age

EXAMPLE = re.compile(r"```python\n(.*?)```", re.DOTALL)


def test_answers_in_the_readme_are_real(bot: Bot) -> None:
    asked = ASKED.findall(text(README))
    assert asked
    for _, question, answer, _ in asked:
        assert without_age(answer) == without_age(transcript(question, bot)), AGAIN


@pytest.mark.parametrize("path", [README, API], ids=name_of)
def test_python_examples_run(path: Path, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bot, "load", lambda: bot)
    examples = EXAMPLE.findall(text(path))
    assert examples
    for example in examples:
        exec(compile(example, name_of(path), "exec"), {})
