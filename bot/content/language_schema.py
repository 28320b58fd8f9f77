"""The shape of the files that help to understand a message."""

from __future__ import annotations

from pydantic import Field

from bot.content.schema import Lines, Shape


class OtherDiseasesShape(Shape):
    """data/other_diseases.yaml"""

    names: Lines
    endings: Lines
    words: Lines


class NegationShape(Shape):
    """data/language/negation.yaml"""

    cues: Lines
    window: int = Field(gt=0)
    """How many words after a cue are negated."""
    clause_breaks: Lines


class ForeignLanguageShape(Shape):
    """One language that the bot recognises, to say that it does not speak it."""

    language: str
    sentence: str
    words: Lines = ()
    script: str = ""


class ForeignShape(Shape):
    """data/language/foreign.yaml"""

    languages: tuple[ForeignLanguageShape, ...]


class ForeignAlarmShape(Shape):
    """One language of data/language/foreign_alarms.yaml: danger, and what is said to it."""

    spaced: bool = True
    """Whether its words are parted by spaces."""
    emergency: Lines
    """Phrases: `word*` any ending, a lone `*` up to three words (or four characters)."""
    crisis: Lines
    negations: Lines = ()
    """Words that take a phrase back when they stand right before it: "no quiero morir"."""
    emergency_reply: str
    crisis_reply: str


class SpellingShape(Shape):
    """data/language/spelling.yaml: lines `written => read`."""

    variants: Lines


class DetailShape(Shape):
    """One entry of data/language/details.yaml: something particular that a question asks for."""

    about: str = ""
    """Goes on from "my sources do not say": "who runs it". Empty: cells answer it, or nothing."""
    cues: Lines
    """Terms that ask for it."""
    told_by: tuple[str, ...] = ()
    """Statements that tell it."""
    intents: tuple[str, ...] = ()
    """Intents whose answers deal with it already."""
    of: str = ""
    """Body that is meant where nothing is spoken of that has it: nobody runs a disease."""
