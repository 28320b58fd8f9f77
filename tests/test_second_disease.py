"""Another disease is a folder: an invented one, over what every health page needs.

What holds for any content is tested on it in tests/any_content.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import Bot
from bot.channels.web import pages
from bot.content.files import CONTENT_FOLDERS
from bot.testing import conversations
from tests.conftest import ROOT
from tests.test_architecture import OURS

FOLDER = ROOT / "tests" / "second_disease"
TALKS = FOLDER / "tests" / "talks"
LONGEST = 800
"""Lines of all its files."""


@pytest.fixture(scope="module")
def other() -> Bot:
    return Bot.load(FOLDER)


def written() -> list[Path]:
    return sorted(path for path in FOLDER.rglob("*") if path.is_file())


def test_it_is_short() -> None:
    assert {each.name for each in FOLDER.iterdir()} <= {*CONTENT_FOLDERS, "tests"}
    assert sum(len(path.read_text("utf-8").splitlines()) for path in written()) <= LONGEST


def test_a_conversation_of_25_turns(other: Bot) -> None:
    [talk] = conversations.load(TALKS / "talk.yaml")
    assert len(talk.shape.turns) == 25
    failure = conversations.run(talk, other)
    assert failure is None, str(failure)


def test_no_answer_speaks_of_our_disease(other: Bot) -> None:
    content = other.content
    said = [cell.lead for cell in content.cells.values()]
    said += [label.label for label in content.intents.values()]
    said += [*content.phrases.values(), *content.widget.values()]
    assert not [text for text in said if OURS.search(text)]


def test_it_has_its_name_in_the_widget_and_its_tree(other: Bot) -> None:
    assert other.content.widget["title"] == "Tarn Guide"
    assert "Tarn Guide" in pages.files(other.content)["/"].body.decode()
    assert [each.subject for each in other.content.tree.children] == ["early_tarn", "late_tarn"]
