"""Data as YAML in Rasa's style: keys in order, lists of examples as text blocks."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from typing import Any

import yaml
from yaml.emitter import ScalarAnalysis

VERSION = "3.1"
"""Of Rasa's training data format."""


_LINES = re.compile(r"(?:\S(?:[^\n]*\S)?\n)+")


class Block(str):
    """Text that is written as a `|` block."""

    __slots__ = ()


class Quoted(str):
    """Text that is written in quotation marks."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Lists stand further in than their key, as Rasa writes them."""
        super().increase_indent(flow, False)

    def analyze_scalar(self, scalar: str) -> Any:
        """As PyYAML does, which looks at each character of blocks of thousands of lines."""
        if not _is_simple(scalar):
            return super().analyze_scalar(scalar)
        return ScalarAnalysis(
            scalar=scalar,
            empty=False,
            multiline=True,
            allow_flow_plain=False,
            allow_block_plain=False,
            allow_single_quoted=True,
            allow_double_quoted=True,
            allow_block=True,
        )

    def write_literal(self, text: str) -> None:
        """As PyYAML does, which writes each line by itself."""
        if not _is_simple(text):
            super().write_literal(text)
            return
        self.write_indicator("|", True)
        self.write_line_break()
        self.stream.write(textwrap.indent(text[:-1], " " * (self.indent or 0)))
        self.write_line_break()


def _is_simple(text: str) -> bool:
    """Whether it is a block of lines without spaces at their ends or strange characters."""
    return (
        isinstance(text, Block)
        and _LINES.fullmatch(text) is not None
        and text.replace("\n", "").isprintable()
    )


_Dumper.add_representer(
    Block, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
)
_Dumper.add_representer(
    Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def dump(data: dict[str, Any]) -> str:
    """The data as YAML."""
    text: str = yaml.dump(
        data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000, indent=2
    )
    return text


def training_data(data: dict[str, Any]) -> str:
    """The data as a file of Rasa's training data."""
    return dump({"version": Quoted(VERSION), **data})


def examples(lines: Iterable[str]) -> Block:
    """Lines as Rasa lists examples."""
    return Block("".join(f"- {line}\n" for line in lines))
