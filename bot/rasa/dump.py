"""Data as YAML in Rasa's style: keys in order, lists of examples as text blocks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

VERSION = "3.1"
"""Of Rasa's training data format."""


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
