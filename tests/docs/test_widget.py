"""The widget: attributes, methods, events, parts, properties."""

from __future__ import annotations

import re

from tests.conftest import ROOT
from tests.docs.pages import EMBEDDING, README, first_column, named_in, section, text

HTML = re.compile(r"```html\n(.*?)```", re.DOTALL)


def widget(name: str = "*.js") -> str:
    return "\n".join(text(each) for each in sorted((ROOT / "bot" / "widget").glob(name)))


def test_attributes_are_those_of_the_widget() -> None:
    (observed,) = re.findall(r"observedAttributes = \[(.*?)\]", widget("widget.js"))
    found = set(re.findall(r'"(\w+)"', observed))
    found |= set(re.findall(r'this\.(?:get|has)Attribute\("(\w+)"', widget("widget.js")))
    found |= set(re.findall(r":host\(\[(\w+)", widget("style.js")))
    table = section(text(EMBEDDING), "Attributes")
    assert {each.strip("`") for each in first_column(table)} == found
    for page in (README, EMBEDDING):
        tags = re.findall(r"<net-guide-chat\b([^>]*)>", "".join(HTML.findall(text(page))))
        assert tags
        used = re.findall(r'\s([\w-]+)(?==|\s|$)(?:="[^"]*")?', " ".join(tags))
        assert set(used) <= found


def test_properties_are_those_of_the_widget() -> None:
    own = re.findall(r"^  set (\w+)\(", widget("widget.js"), re.MULTILINE)
    table = section(text(EMBEDDING), "Properties")
    assert {each.strip("`") for each in first_column(table)} == set(own) == {"open"}


def test_methods_are_those_of_the_widget() -> None:
    found = re.findall(r"^  (?:async )?(\w+)\(.*\) \{$", widget("widget.js"), re.MULTILINE)
    own = {each for each in found if not each.endswith("Callback")}
    table = section(text(EMBEDDING), "Methods")
    assert set(re.findall(r"`(\w+)\(", "".join(first_column(table)))) == own


def test_events_are_those_of_the_widget() -> None:
    told = re.findall(r"\b(?:this\.#)?tell\(([^{}]*?)[,)]*(?:\{|;|$)", widget(), re.MULTILINE)
    found = {name for each in told for name in re.findall(r'"(\w+)"', each)}
    assert named_in(section(text(EMBEDDING), "Events")) == found


def test_parts_are_those_of_the_widget() -> None:
    found = re.findall(r'\bpart: ["`]([\w ]+)', widget())
    tools = re.findall(r'\btool\("(\w+)"', widget())
    assert named_in(section(text(EMBEDDING), "Parts")) == {*" ".join(found).split(), *tools}


def test_css_properties_are_those_of_the_widget() -> None:
    found = set(re.findall(r"var\((--net-guide-[\w-]+)", widget("style.js")))
    table = section(text(EMBEDDING), "CSS properties")
    assert {each.strip("`") for each in first_column(table)} == found
    assert set(re.findall(r"--net-guide-[\w-]+", text(EMBEDDING))) == found
