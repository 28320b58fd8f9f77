"""What an edit of the content costs: the lines that it changes, and no others."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot import Bot
from bot.classify import LexicalEncoder, OnnxEncoder, relearn, voters
from bot.classify.encoder import FloatArray
from bot.classify.grow import Index
from bot.understand import cache, learning
from bot.understand.cache import Kept
from bot.understand.learning import Learning, Lines
from bot.understand.seen import Seer, inputs
from tests.conftest import ROOT, copy_content
from tests.harness.folders import linked_cache


class Counting:
    """The encoder that comes with NET Guide, and what it was asked for."""

    def __init__(self) -> None:
        self._encoder = OnnxEncoder.load()
        self.identity = self._encoder.identity
        self.dimensions = self._encoder.dimensions
        self.words = self._encoder.words
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> FloatArray:
        self.asked.extend(texts)
        return self._encoder.encode(texts)


@pytest.fixture(scope="module")
def lines(bot: Bot) -> Lines:
    """Our lines, all looked at and kept: other tests may have emptied the cache of them."""
    content, viewer = bot.content, bot.understander.viewer
    kept = Kept(cache.key("kept", "seen", OnnxEncoder.load().identity, inputs(content)))
    found = Lines(content, Seer(content, viewer, kept))
    found.messages(made=True)
    found.follow_ups(made=True)
    found.seer.save()
    return found


@pytest.fixture
def content(lines: Lines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the content, with a cache that is full and that no other test empties."""
    monkeypatch.setenv("NET_GUIDE_CACHE", str(linked_cache(tmp_path / "cache")))
    copy_content(tmp_path)
    Bot.load(tmp_path)
    return tmp_path


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines that are looked at, and no training from all lines."""
    found: list[str] = []
    look = Seer._look

    def noted(self: Seer, line: str) -> Any:
        found.append(line)
        return look(self, line)

    def refused(*_: Any, **__: Any) -> Any:
        raise AssertionError("trained from all lines")

    monkeypatch.setattr(Seer, "_look", noted)
    monkeypatch.setattr(learning, "train", refused)
    monkeypatch.setattr(learning, "train_context", refused)
    return found


def unsolved(lines: Any, voting: Index, votes: FloatArray, gone: Index, new: Index) -> FloatArray:
    """Votes for who asks nothing but what was looked at: new lines have no say."""
    found = np.zeros((len(voting) + len(new), votes.shape[1]), np.float32)
    found[: len(voting)] = votes[: len(voting)]
    return found


def edit(content: Path, file: str, old: str, new: str) -> None:
    path = content / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def add_utterance(content: Path, line: str) -> None:
    new = f"utterances: |\n  {line}\n"
    edit(content, "bot/common/intents/smalltalk/thanks.yaml", "utterances: |\n", new)


def _new_word() -> str:
    """A word that no cache has seen, that of an earlier run neither."""
    return "".join(random.sample("bdfgklmnprtvz", k=9))


def test_a_changed_lead_has_nothing_looked_at(content: Path, looked_at: list[str]) -> None:
    edit(content, "bot/common/responses/smalltalk/thanks.yaml", "lead: ", "lead: Surely. ")
    encoder = Counting()
    bot = Bot.load(content, encoder=encoder)
    assert (looked_at, encoder.asked) == ([], [])
    assert bot.reply("/thanks").replies[0].text.startswith("Surely. ")


def test_a_new_utterance_is_looked_at_alone_and_counts(
    content: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The first edit of a folder also encodes what was written since the voters were chosen.
    add_utterance(content, f"gribble fosters {_new_word()}")
    with monkeypatch.context() as quickly:
        quickly.setattr(relearn, "adjust", unsolved)
        Bot.load(content, encoder=Counting())
    looked_at.clear()
    line = f"zorba wumpus {_new_word()}"
    add_utterance(content, line)
    encoder = Counting()
    bot = Bot.load(content, encoder=encoder)
    assert (looked_at, encoder.asked) == ([line], [line])
    assert bot.read(line).segments[0].ranking[0].intent == "thanks"
    looked_at.clear()
    # Two lines make a word part of the vocabulary: both are looked at, and no others.
    again = f"{line.rsplit(maxsplit=1)[-1]} then"
    add_utterance(content, again)
    monkeypatch.setattr(relearn, "adjust", unsolved)
    Bot.load(content, encoder=Counting())
    assert sorted(looked_at) == sorted([line, again])


def test_progress_knows_which_work_is_ahead(bot: Bot, tmp_path: Path) -> None:
    """Training from all lines takes most of the time; adjusting takes hardly any."""
    ours = Learning(OnnxEncoder.load(), ROOT, tmp_path)
    assert not ours.likely_anew(bot.content)
    assert ours.likely_anew(replace(bot.content, intents={}))
    assert Learning(LexicalEncoder(), ROOT, tmp_path).likely_anew(bot.content)


def test_the_voters_fit_the_content(bot: Bot, lines: Lines) -> None:
    """Where they do not: make voters."""
    found = voters.load()
    assert found
    intents = bot.content.intents.keys()
    assert relearn.message_change(found, lines.messages(made=False), intents)
    assert relearn.follow_up_change(found, lines.follow_ups(made=False), intents)
