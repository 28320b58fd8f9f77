"""Names of the Python API and of content files."""

from __future__ import annotations

import dataclasses
import inspect
import re

import pytest

from bot import Bot, State, reply
from bot.content import language_schema, schema
from bot.testing.conversations import ConversationShape, Expectation
from tests.docs.pages import API, AUTHORING, named_in, section, text

SHAPES = [
    each
    for each in (
        *vars(schema).values(),
        *vars(language_schema).values(),
        ConversationShape,
        Expectation,
    )
    if isinstance(each, type) and issubclass(each, schema.Shape) and each is not schema.Shape
]


@pytest.mark.parametrize(
    "kind",
    [
        reply.Turn,
        reply.Reply,
        reply.Block,
        reply.Citation,
        reply.Page,
        reply.Link,
        reply.HelpLine,
        reply.Choice,
        State,
    ],
)
def test_every_public_name_of_a_value_is_described(kind: type) -> None:
    fields = {each.name for each in dataclasses.fields(kind)}
    own = {name for name in vars(kind) if not name.startswith("_")}
    assert named_in(section(text(API), kind.__name__)) == fields | own


def test_every_parameter_of_load_is_described() -> None:
    table = section(text(API), "Bot.load")
    assert named_in(table) == set(inspect.signature(Bot.load).parameters)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda each: each.__name__)
def test_every_key_of_a_content_file_is_described(shape: type[schema.Shape]) -> None:
    described = set(re.findall(r"`(\w+)`", text(AUTHORING)))
    assert set(shape.model_fields) <= described
