"""The files of a content are sound, and what is made of them is whole."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
import yaml

from bot import Bot
from bot.channels.web import pages
from bot.content import coverage, files, load
from bot.content.files import Sources
from bot.dialogue.decision import ShowTree
from bot.rasa import project
from bot.rasa.files import Mode
from bot.testing import grades, references
from bot.understand import soundness


def test_check_finds_nothing(folder: Path) -> None:
    raw = files.read_folder(folder)
    sources = Sources.parse(raw)
    content = load.build(sources, files.digest(raw))
    soundness.check(content, sources)
    references.check(content, folder, sources)
    grades.check(content, sources)
    assert not sources.problems


def test_every_statement_is_shown_or_said_to_be_furniture(guide: Bot) -> None:
    assert not coverage.unreachable(guide.content)


def test_the_widget_has_the_name_and_words_of_the_content(guide: Bot) -> None:
    served = pages.files(guide.content)
    assert guide.content.widget["title"] in served["/"].body.decode()


def test_the_tree_names_each_of_its_subjects(guide: Bot) -> None:
    [tree] = guide.composer.compose([ShowTree()], guide._state(None), guide.today())
    branches = [guide.content.tree]
    while branches:
        branch = branches.pop()
        branches += branch.children
        assert guide.content.subjects[branch.subject].name.lower() in tree.text.lower()


@pytest.mark.parametrize("mode", get_args(Mode))
def test_it_is_exported_to_rasa(mode: Mode, guide: Bot, tmp_path: Path) -> None:
    made = project.project(guide, mode, tmp_path)
    nlu = yaml.load(made["data/nlu.yml"], yaml.CSafeLoader)
    names = {each["intent"] for each in nlu["nlu"] if "intent" in each}
    assert names >= {"overview", "emergency", "crisis"}
