"""The chat in a terminal, without one."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest

from bot import Bot
from bot.channels import drawing, terminal
from bot.content.schema import ReplyKind
from bot.dialogue.state import State
from bot.reply import Block, Reply, Turn


def typed(*lines: str | type[BaseException]) -> Callable[[], str]:
    source: Iterator[str | type[BaseException]] = iter(lines)

    def ask() -> str:
        line = next(source, EOFError)
        if isinstance(line, str):
            return line
        raise line

    return ask


@pytest.fixture(params=[False, True], ids=["rich", "plain"])
def plain(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    return bool(request.param)


def test_every_command(plain: bool, bot: Bot, capsys: pytest.CaptureFixture[str]) -> None:
    lines = ["what is a carcinoid?", "1", *terminal.COMMANDS[:-1], "", "/quit", "never read"]
    assert terminal.run(bot, plain=plain, ask=typed(*lines)) == 0
    out = capsys.readouterr().out
    assert bot.content.phrase("help_types") in out
    assert "Somatostatinomas" in out
    assert bot.content.phrase("goodbye").split(".")[0] in out.replace("\n", " ")
    assert "Traceback" not in out


def test_ctrl_c_drops_a_line_and_ctrl_d_leaves(
    plain: bool, bot: Bot, capsys: pytest.CaptureFixture[str]
) -> None:
    assert terminal.run(bot, plain=plain, ask=typed(KeyboardInterrupt, "symptoms?", EOFError)) == 0
    assert "metastasized" in capsys.readouterr().out


def test_plain_mode_has_no_escapes(bot: Bot, capsys: pytest.CaptureFixture[str]) -> None:
    terminal.run(bot, plain=True, ask=typed("what is a pNET?", "chest pain right now"))
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u2502" not in out


def test_sources_are_links_where_the_terminal_can(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = io.StringIO()
    drawing.Pen(bot.content, file=out).turn(bot.reply("what is a NET?"))
    assert "\x1b]8;" in out.getvalue()


@pytest.mark.parametrize("kind", ["check_in", "emergency", "crisis"])
def test_check_in_and_alarms_stand_in_panels_of_their_own(
    kind: ReplyKind, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    borders = {}
    for each in ("answer", "emergency", "crisis", "check_in"):
        out = io.StringIO()
        reply = Reply(each, "", (Block("lead", "Is it now?"),))
        drawing.Pen(bot.content, file=out).turn(Turn((reply,), State()))
        borders[each] = (
            out.getvalue().partition("\u256d")[0] if "\u256d" in out.getvalue() else None
        )
    assert borders["answer"] is None
    assert borders[kind]
    assert list(borders.values()).count(borders[kind]) == 1


@pytest.mark.parametrize("columns", ["24", "80", "240"])
def test_lines_fit_the_window(columns: str, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("NO_COLOR", "1")
    out = io.StringIO()
    drawing.Pen(bot.content, file=out).turn(bot.reply("what is a pancreatic NET?"))
    longest = max(len(line.rstrip()) for line in out.getvalue().splitlines())
    assert longest <= max(int(columns), 24)
