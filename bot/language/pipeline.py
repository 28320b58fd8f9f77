"""spaCy, as much of it as a message needs: nothing else in the package imports it to answer.

`import spacy` brings in its command line for the sake of one function, and with that a web
client, a project manager and more: a third of its time, and never used here. Something else
stands in for that function while spaCy is imported; whoever calls it gets the true one.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMAND = "spacy.cli.info"


def _info(*arguments: Any, **options: Any) -> Any:
    """spaCy's own `info`, imported when it is called."""
    return import_module(_COMMAND).info(*arguments, **options)


def _import_without_commands() -> None:
    if "spacy" in sys.modules or _COMMAND in sys.modules:
        return
    stand_in = ModuleType(_COMMAND)
    vars(stand_in)["info"] = _info
    sys.modules[_COMMAND] = stand_in
    try:
        import_module("spacy")
    except ImportError:
        pass  # of a release that wants more of it, or missing: it is imported as usual below
    finally:
        del sys.modules[_COMMAND]


_import_without_commands()

from spacy.lang.en import English  # noqa: E402
from spacy.lang.en.stop_words import STOP_WORDS  # noqa: E402
from spacy.matcher import PhraseMatcher  # noqa: E402
from spacy.pipeline import Sentencizer  # noqa: E402
from spacy.tokenizer import Tokenizer  # noqa: E402
from spacy.tokens import Doc, Span, Token  # noqa: E402
from spacy.util import (  # noqa: E402
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    filter_spans,
)
from spacy.vocab import create_vocab  # noqa: E402

_ENDS = [".", "!", "?", "…", ";", "\n"]
"""Characters that end a sentence."""


@cache
def tokenizer() -> Tokenizer:
    """English tokens: what a blank English pipeline has, without the registry around it."""
    ours = English.Defaults
    return Tokenizer(
        create_vocab("en", ours),
        rules=ours.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(ours.prefixes or ()).search,
        suffix_search=compile_suffix_regex(ours.suffixes or ()).search,
        infix_finditer=compile_infix_regex(ours.infixes or ()).finditer,
        token_match=ours.token_match,
        url_match=ours.url_match,
    )


@cache
def _sentencizer() -> Sentencizer:
    return Sentencizer(punct_chars=_ENDS)


def sentences_of(text: str) -> tuple[Span, ...]:
    """The sentences of a text, with their tokens."""
    return tuple(_sentencizer()(tokenizer()(text)).sents)


__all__ = [
    "STOP_WORDS",
    "Doc",
    "PhraseMatcher",
    "Span",
    "Token",
    "filter_spans",
    "sentences_of",
    "tokenizer",
]
