"""spaCy without its command line: as fast as that makes it, and otherwise as it is."""

from __future__ import annotations

import subprocess
import sys

import pytest
import spacy

from bot.language import pipeline


def output(code: str) -> str:
    """What a process of its own prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_command_line_of_spacy_is_not_imported() -> None:
    """It takes a third of the time, and the memory of a web client."""
    code = "import sys, bot.engine; print([m for m in ('spacy.cli', 'weasel') if m in sys.modules])"
    assert output(code) == "[]"


def test_the_command_line_is_there_for_whoever_wants_it() -> None:
    code = (
        "import bot.language.pipeline, spacy; from spacy.cli.info import info; "
        "print(info is not spacy.info, spacy.info(silent=True) == info(silent=True))"
    )
    assert output(code) == "True True"


@pytest.mark.parametrize(
    "text",
    [
        "I can't find an islet-cell expert at www.netrf.org!!",
        "It's 5-HIAA (24h), e.g. 12.5mg/d... Dr. Who? :-)",
        "Don't!What about U.S. centres; and a.b@c.org\nThanks…",
    ],
)
def test_tokens_and_sentences_are_those_of_a_blank_pipeline(text: str) -> None:
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "…", ";", "\n"]})
    expected = [[token.text_with_ws for token in span] for span in blank(text).sents]
    found = [[token.text_with_ws for token in span] for span in pipeline.sentences_of(text)]
    assert found == expected
