"""What was seen of lines: kept over changes of the vocabulary, and as good as looked at anew."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot import Bot
from bot.content.library import Content
from bot.understand.cache import Kept
from bot.understand.lexicon import Lexicon
from bot.understand.seen import Seen, Seer
from bot.understand.view import Viewer

GROUPS = ("targets", "plain", "domain", "spared")


@pytest.fixture(scope="module")
def lines(bot: Bot) -> list[str]:
    """Some lines of each intent."""
    return [line for each in bot.content.intents.values() for line in each.lines[:4]]


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    look = Seer._look

    def noted(self: Seer, line: str) -> Any:
        found.append(line)
        return look(self, line)

    monkeypatch.setattr(Seer, "_look", noted)
    return found


def vocabulary(bot: Bot) -> Lexicon:
    return bot.understander.viewer._lexicon


def seen(
    content: Content, words: Lexicon, lines: Iterable[str], kept: Kept | None = None
) -> list[Seen | None]:
    """Lines as they are seen; those with one name also with another one in its place."""
    seer = Seer(content, Viewer(content, words), kept)
    found = []
    for line in lines:
        found.append(seer.see(line))
        if found[-1] and found[-1].named_once:
            found.append(seer.see_with(line, "grobnick syndrome"))
    seer.save()
    return found


def changed(words: Lexicon, written: Sequence[str], rng: random.Random) -> Lexicon:
    """A vocabulary whose groups lack some words of the lines, and have some more of them."""
    groups = {}
    for name in GROUPS:
        group = getattr(words, name)
        ours = sorted(group & set(written))
        less = rng.sample(ours, min(20, len(ours)))
        groups[name] = (group - set(less)) | set(rng.sample(written, 20))
    return Lexicon(**groups)


def test_what_is_kept_over_a_change_of_the_vocabulary_is_what_looking_anew_gives(
    bot: Bot, lines: list[str], looked_at: list[str], tmp_path: Path
) -> None:
    words, rng = vocabulary(bot), random.Random(7)
    written = sorted({w for line in lines for w in line.lower().split() if w.isalpha()})
    states = [seen(bot.content, words, lines, Kept("key", tmp_path))]
    for _ in range(3):
        words = changed(words, written, rng)
        looked_at.clear()
        found = seen(bot.content, words, lines, Kept("key", tmp_path))
        assert 0 < len(looked_at) < len(lines) / 2
        assert found == seen(bot.content, words, lines)
        states.append(found)
    assert any(one != other for one, other in pairwise(states))


def test_only_lines_with_a_word_that_is_read_otherwise_are_looked_at_again(
    bot: Bot, looked_at: list[str], tmp_path: Path
) -> None:
    words = vocabulary(bot)
    more = replace(words, targets=words.targets | {"wumpusquill"})
    lines = ("is it about a wumpusquil", "is it about a tumor", "?!")
    seen(bot.content, words, lines, Kept("key", tmp_path))
    looked_at.clear()
    seen(bot.content, words, lines, Kept("key", tmp_path))
    assert looked_at == []
    found = seen(bot.content, more, lines, Kept("key", tmp_path))
    assert looked_at == [lines[0]]
    assert found[0]
    assert found[0].masked.endswith("wumpusquill")
    looked_at.clear()
    seen(bot.content, more, lines, Kept("key", tmp_path))
    assert looked_at == []


def test_an_edit_of_what_no_view_reads_has_nothing_looked_at(bot: Bot, lines: list[str]) -> None:
    """Else a kept view would outlive what it was made of."""
    less = replace(
        bot.content,
        digest="",
        intents={},
        cells={},
        comparisons=(),
        documents={},
        statements={},
        guides={},
        guardrails=(),
        innocent=(),
        danger={},
        foreign=(),
        foreign_alarms={},
        details={},
        phrases={},
        widget={},
    )
    words = vocabulary(bot)
    assert seen(less, words, lines) == seen(bot.content, words, lines)
