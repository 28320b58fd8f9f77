"""Answers again at each save."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot import Bot
from bot.cli import watch
from bot.cli.main import main
from bot.errors import ContentError, Problem


def test_saves_are_seen(tmp_path: Path) -> None:
    file = tmp_path / "responses" / "subjects" / "net.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("lead: a\n")
    (tmp_path / "other.txt").write_text("not content")
    before = watch.stamps(tmp_path)
    file.write_text("lead: ab\n")
    saves = watch.saved(tmp_path, before, 0.01)
    assert next(saves) == ["responses/subjects/net.yaml"], "saved before the first look"

    def next_after(change: Callable[[], object]) -> list[str]:
        timer = threading.Timer(0.1, change)
        timer.start()
        found = next(saves)
        timer.join()
        return found

    def touch() -> None:
        (tmp_path / "other.txt").write_text("still not")
        os.utime(file, ns=(1, 1))

    assert next_after(touch) == ["responses/subjects/net.yaml"]
    new = tmp_path / "data" / "new.yaml"
    new.parent.mkdir()
    assert next_after(new.touch) == ["data/new.yaml"]
    assert next_after(file.unlink) == ["responses/subjects/net.yaml"]


def test_the_answer_is_shown_again_and_mistakes_do_not_end_it(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    loads: Iterator[Bot | ContentError] = iter(
        [bot, ContentError((Problem("responses/subjects/net.yaml", 3, "mend it"),)), bot]
    )

    def load(_: object) -> Bot:
        found = next(loads)
        if isinstance(found, ContentError):
            raise found
        return found

    def saved(_: Path, __: object) -> Iterator[list[str]]:
        yield ["responses/subjects/net.yaml"]
        yield ["responses/subjects/net.yaml", "data/links.yaml"]
        raise KeyboardInterrupt

    monkeypatch.setattr(watch, "load", load)
    monkeypatch.setattr(watch, "saved", saved)
    assert main(["watch", "what is a pancreatic NET?", "where do they grow?"]) == 130
    out = capsys.readouterr().out
    assert out.count("typically arises in the pancreas") == 2
    assert "responses/subjects/net.yaml:3: mend it" in out
    assert "-------- responses/subjects/net.yaml, data/links.yaml" in out


def test_a_folder_without_content_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["watch", "--content", str(tmp_path), "x"]) == 2
    assert "there is no content in" in capsys.readouterr().err
