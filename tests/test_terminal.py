"""The chat in a terminal: the loop without one, and the command in a real one."""

from __future__ import annotations

import io
import os
import pty
import re
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.console import Console

from bot import Bot
from bot.channels import drawing, greeting, terminal
from bot.channels.commands import COMMANDS
from bot.channels.loading import Loading
from bot.channels.paper import Paper
from bot.content.library import Content
from bot.content.schema import ReplyKind
from bot.dialogue.state import State
from bot.errors import InputError
from bot.reply import Block, Reply, Turn
from tests.conftest import ROOT


def typed(*lines: str | type[BaseException]) -> Callable[[], str]:
    source: Iterator[str | type[BaseException]] = iter(lines)

    def ask() -> str:
        line = next(source, EOFError)
        if isinstance(line, str):
            return line
        raise line

    return ask


def chat(bot: Bot, *lines: str | type[BaseException], plain: bool = False) -> str:
    """What a chat shows of which these lines are typed."""
    out = io.StringIO()
    paper = Paper(plain=plain, file=out)
    assert terminal.run(lambda _: bot, bot.content.phrases, paper, ask=typed(*lines)) == 0
    return out.getvalue()


def drawn(turn: Turn, content: Content, *, fold: bool = False) -> str:
    out = io.StringIO()
    drawing.Pen(content, Paper(file=out), fold=fold).turn(turn)
    return out.getvalue()


@pytest.fixture(autouse=True)
def a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(params=[False, True], ids=["rich", "plain"])
def plain(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def test_every_command(plain: bool, bot: Bot) -> None:
    lines = ["what is a carcinoid?", "1", *COMMANDS[:-1], "", "/quit", "never read"]
    out = chat(bot, *lines, plain=plain)
    assert bot.content.phrase("help_types") in out
    assert "Somatostatinomas" in out
    assert bot.content.phrase("goodbye").split(".")[0] in out.replace("\n", " ")
    assert "Traceback" not in out


def test_ctrl_c_drops_a_line_and_says_how_to_leave(plain: bool, bot: Bot) -> None:
    out = chat(bot, KeyboardInterrupt, "symptoms?", KeyboardInterrupt, "growth?", plain=plain)
    assert "metastasized" in out
    assert out.replace("\n", " ").count(bot.content.phrase("leave_hint").split(" or ")[0]) == 2


def test_ctrl_c_twice_leaves(plain: bool, bot: Bot) -> None:
    out = chat(bot, KeyboardInterrupt, KeyboardInterrupt, "symptoms?", plain=plain)
    assert "metastasized" not in out
    assert bot.content.phrase("goodbye").split(".")[0] in out


def test_a_mistyped_command_is_answered_with_the_nearest_one(bot: Bot) -> None:
    out = chat(bot, "/sorces", "/xyz")
    assert bot.content.phrase("near_command", command="/sorces", near="/sources").split("?")[0] in (
        out.replace("\n", " ")
    )
    assert bot.content.phrase("unknown_command") in out


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        ("80", "Sources: [1]–[4], “Neuroendocrine tumor” (2019). Open them with /sources"),
        ("40", "Sources (5): type /sources"),
    ],
)
def test_sources_are_one_line_until_they_are_opened(
    columns: str, line: str, plain: bool, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    question = "should I have surgery for my carcinoid?"
    folded = chat(bot, question, plain=plain)
    assert line in re.sub(r"\x1b\[[0-9;]*m", "", folded).splitlines()
    assert "mayoclinic.org" not in folded
    opened = chat(bot, question, "/sources", plain=plain)
    assert "mayoclinic.org" in opened
    assert "last updated April 25, 2019" in opened.replace("\n", " ")


def test_sources_of_two_pages_are_one_line(bot: Bot) -> None:
    out = drawn(bot.reply("/show_types"), bot.content, fold=True)
    assert "Sources (5): type /sources" in out


def test_choices_and_commands_hang_under_their_words(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = chat(bot, "/help", "hello", plain=True).splitlines()
    assert "1. About neuroendocrine tumors in" in lines
    assert "   general" in lines
    assert "/sources  open the sources of the last" in lines
    assert "          answer" in lines


def test_text_has_no_color_that_may_not_be_legible(bot: Bot) -> None:
    """Screens are light or dark; only the numbers of choices have a color."""
    out, paper = io.StringIO(), Paper()
    paper.console = Console(file=out, force_terminal=True, width=60)
    drawing.Pen(bot.content, paper).turn(bot.reply("should I have surgery for my carcinoid?"))
    colored = re.findall(r"\x1b\[(?:[0-9;]*;)?3[0-7]m([^\x1b]*)", out.getvalue())
    assert colored
    assert all(re.fullmatch(r"\d+\.", each) for each in colored), colored


def test_an_answer_that_is_a_list_of_sources_is_never_folded(bot: Bot) -> None:
    assert "mayoclinic.org" in chat(bot, "carcinoid treatment?", "where is that from?")


@pytest.mark.parametrize("columns", ["50", "80"])
def test_urls_are_whole(columns: str, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    turn = bot.reply("should I have surgery for my carcinoid?")
    out = drawn(turn, bot.content)
    urls = [each.url for reply in turn.replies for each in reply.citations]
    assert max(map(len, urls)) > 88
    for each in urls:
        assert each in out


def test_every_url_of_the_documents_is_a_link(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = io.StringIO()
    references = [each for document in content.documents.values() for each in document.references]
    for each in references:
        Paper(file=out).write(each.text)
    linked = set(re.findall(r"\x1b\]8;[^;]*;(.+?)\x1b", out.getvalue()))
    assert linked == {each.url for each in references}


@pytest.mark.parametrize("kind", ["check_in", "emergency", "crisis"])
def test_check_in_and_alarms_stand_in_panels_of_their_own(
    kind: ReplyKind, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    borders = {}
    for each in ("answer", "emergency", "crisis", "check_in"):
        out = drawn(Turn((Reply(each, "", (Block("lead", "Is it now?"),)),), State()), bot.content)
        borders[each] = out.partition("\u256d")[0] if "\u256d" in out else None
    assert borders["answer"] is None
    assert borders[kind]
    assert list(borders.values()).count(borders[kind]) == 1


@pytest.mark.parametrize("columns", ["24", "80", "240"])
@pytest.mark.parametrize("question", ["what is a pancreatic NET?", "he collapsed, no breath"])
def test_lines_fit_the_window(
    columns: str, question: str, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("NO_COLOR", "1")
    out = drawn(bot.reply(question), bot.content, fold=True)
    assert max(len(line.rstrip()) for line in out.splitlines()) <= int(columns)


def test_a_greeting_needs_no_sound_content(tmp_path: Path, content: Content) -> None:
    assert greeting.phrases(ROOT) == content.phrases
    assert greeting.phrases(tmp_path) == {}
    (tmp_path / "responses").mkdir()
    for text in (b"welcome: [", b"\xff", b"- a list", b"welcome: {a: b}"):
        (tmp_path / "responses" / "phrases.yaml").write_bytes(text)
        assert greeting.phrases(tmp_path) == {}


def test_a_question_waits_for_the_bot(plain: bool, bot: Bot) -> None:
    out, release = io.StringIO(), threading.Event()

    def slowly(tell: Callable[[float], None]) -> Bot:
        tell(0.5)
        assert release.wait(60)
        return bot

    def ask() -> str:
        threading.Timer(1.5, release.set).start()
        return next(lines)

    lines = iter(["symptoms?", "/quit"])
    paper = Paper(plain=plain, file=out)
    assert terminal.run(slowly, bot.content.phrases, paper, ask=ask) == 0
    assert "metastasized" in out.getvalue()
    if plain:
        assert bot.content.phrase("getting_ready") in out.getvalue()


def test_a_bot_that_cannot_be_loaded_ends_the_chat(bot: Bot) -> None:
    def fail(_: object) -> Bot:
        raise InputError("no such region")

    with pytest.raises(InputError, match="no such region"):
        terminal.run(fail, bot.content.phrases, Paper(file=io.StringIO()), ask=typed("symptoms?"))


def test_loading_tells_its_share(bot: Bot) -> None:
    loading = Loading(lambda tell: (tell(0.25), bot)[1])
    assert loading.bot is not None
    assert loading.wait(60)
    assert (loading.share, loading.bot()) == (0.25, bot)


# In a real terminal.


def in_terminal(*arguments: str, keys: tuple[tuple[str, bytes], ...] = ()) -> tuple[str, int]:
    """What a command shows in a terminal and its exit code.

    Args:
        keys: of each, a text that is waited for, and the keys that are then pressed.
    """
    child, screen = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execv(sys.executable, [sys.executable, *arguments])
    shown, waiting, begun, last = b"", list(keys), 0, b""
    pressed = time.monotonic()
    deadline = pressed + 300
    while time.monotonic() < deadline:
        if last in (CTRL_C, CTRL_D) and time.monotonic() > pressed + PATIENCE:
            # Between two prompts a key belongs to nobody: who sees nothing happen presses again.
            os.write(screen, last)
            pressed = time.monotonic()
        if not select.select([screen], [], [], PATIENCE)[0]:
            continue
        try:
            shown += os.read(screen, 65536)
        except OSError:
            break
        while waiting and (found := shown.find(waiting[0][0].encode(), begun)) >= 0:
            text, last = waiting.pop(0)
            begun = found + len(text.encode())
            os.write(screen, last)
            pressed = time.monotonic()
    else:
        os.kill(child, signal.SIGKILL)
    assert not waiting, shown.decode()
    return shown.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


CTRL_C, CTRL_D = b"\3", b"\4"
PATIENCE = 3.0
"""Seconds after which a key that did nothing is pressed again."""
CODE = "from bot.cli.main import main; import sys; sys.exit(main(sys.argv[1:]))"


def test_plain_has_no_escape_at_all(bot: Bot) -> None:
    keys = (
        (" symptom", b"what is a pNET?\n"),
        ("Shorter", b"chest pain right now\n"),
        ("911", CTRL_D),
    )
    shown, code = in_terminal("-c", CODE, "chat", "--plain", keys=keys)
    assert code == 0
    assert "\x1b" not in shown
    assert "\u2502" not in shown
    assert shown.startswith(bot.content.phrase("welcome")[:40])
    shown, _ = in_terminal("-c", CODE, "ask", "--plain", "what is a pNET?")
    assert "islet cell" in shown
    assert "\x1b" not in shown


def test_the_greeting_comes_before_anything_is_loaded(bot: Bot) -> None:
    """Whatever is heavy is imported after it."""
    code = (
        "import sys; from bot.channels import terminal; from bot.cli.main import main\n"
        "greet = terminal.greet\n"
        "def seen(*a):\n greet(*a)\n"
        " print(sorted({'spacy', 'numpy', 'pydantic', 'prompt_toolkit'} & set(sys.modules)))\n"
        "terminal.greet = seen\nsys.exit(main(['chat']))"
    )
    keys = (
        (" symptom", b"/sorces\r"),
        ("/sources?", b"what is a pNET?\r"),
        ("Shorter", CTRL_C),
        ("Ctrl-C", CTRL_C),
    )
    shown, exit_code = in_terminal("-c", code, keys=keys)
    assert "[]\r\n" in shown
    assert shown.index("[]\r\n") < shown.index("Find your way by type")
    assert exit_code == 0
    assert bot.content.phrase("goodbye").split(".")[0] in shown


def test_ask_is_styled_in_a_terminal() -> None:
    shown, code = in_terminal("-c", CODE, "ask", "what is a carcinoid?")
    assert code == 0
    assert "\x1b[1m" in shown
    assert "\x1b]8;" in shown


def test_a_content_with_mistakes_ends_an_open_prompt(tmp_path: Path) -> None:
    (tmp_path / "responses").mkdir()
    (tmp_path / "responses" / "phrases.yaml").write_text("welcome: Hello there.\n")
    shown, code = in_terminal("-c", CODE, "chat", "--content", str(tmp_path))
    assert code == 1
    assert "Hello there." in shown
    assert "this file is missing; add it" in shown
