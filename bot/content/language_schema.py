"""The shape of the files that help to understand a message."""

from __future__ import annotations

from pydantic import Field

from bot.content.schema import Lines, Shape


class TopicShape(Shape):
    """data/topics/<intent>.yaml: terms that give a refusal topic away."""

    intent: str
    terms: Lines


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


class SpellingShape(Shape):
    """data/language/spelling.yaml: lines `written => read`."""

    variants: Lines


class DetailShape(Shape):
    """One entry of data/language/details.yaml: something particular that a question asks for."""

    about: str
    """Goes on from "my sources do not say": "who runs it"."""
    cues: Lines
    """Terms that ask for it."""
    told_by: tuple[str, ...] = ()
    """Statements that tell it."""
    intents: tuple[str, ...] = ()
    """Intents whose answers deal with it already."""
