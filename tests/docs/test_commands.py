"""Commands, their help and their exit codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.cli import main as cli
from tests.conftest import ROOT
from tests.docs.pages import AGAIN, CLI, CODE, HELP, PAGES, first_column, name_of, section, text
from tests.docs.written import help_of, parsers


def test_every_command_has_its_help_in_the_documents() -> None:
    assert {command for _, command, _, _ in HELP.findall(text(CLI))} == set(parsers())


@pytest.mark.parametrize("command", sorted(parsers()))
def test_help_is_what_the_command_prints(command: str) -> None:
    written = {name: block for _, name, block, _ in HELP.findall(text(CLI))}
    assert written[command] == help_of(command), AGAIN


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_commands_that_are_named_exist(path: Path) -> None:
    code = " \n".join(CODE.findall(text(path)))
    assert set(re.findall(r"net-guide (?:--\w+ )*([a-z]+)", code)) <= set(parsers())
    targets = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", code, re.MULTILINE)) <= targets


def test_exit_codes_are_the_commands_own() -> None:
    codes = {value for name, value in vars(cli).items() if name.startswith("EXIT_")}
    assert {int(each) for each in first_column(section(text(CLI), "Exit codes"))} == codes
