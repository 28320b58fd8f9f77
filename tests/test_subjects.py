"""Subjects named in a sentence."""

from __future__ import annotations

import pytest

from bot.content.library import Content
from bot.language.subjects import SubjectFinder, most_exact, named
from bot.language.words import name_words, words_of


@pytest.fixture(scope="module")
def finder(content: Content) -> SubjectFinder:
    return SubjectFinder(content, content.spelling)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("what is a NET", ["net"]),
        ("neuroendocrine tumours in general", ["net"]),
        ("pNET symptoms", ["pancreatic_net"]),
        ("neuroendocrine tumors of the pancreas", ["pancreatic_net"]),
        ("well-differentiated pancreatic NEN", ["pancreatic_net"]),
        ("islet cell tumour", ["pancreatic_net"]),
        ("functional pancreatic NETs", ["functional_pnet"]),
        ("is it functional, my pancreatic NET", ["functional_pnet"]),
        ("what does nonfunctional mean", ["nonfunctional_net"]),
        ("a phaeochromocytoma", ["pheochromocytoma"]),
        ("von Hippel-Lindau", ["vhl"]),
        ("I am not asking about carcinoid but about pNETs", ["pancreatic_net"]),
        ("besides carcinoid and pancreatic ones is there another NET", ["net"]),
        ("what has to be told apart from a pancreatic NET", ["pancreatic_net"]),
        ("net income", []),
        ("the .NET framework", []),
        ("a mosquito net", []),
        ("the NET Patient Foundation", ["net_patient_foundation"]),
        ("North American Neuroendocrine Tumor Society", ["nanets"]),
    ],
)
def test_names(text: str, subjects: list[str], finder: SubjectFinder, content: Content) -> None:
    words = tuple(content.spelling.get(word, word) for word in words_of(text))
    found = most_exact(named(finder.find(words), content), content)
    assert list(found) == subjects


def test_every_name_of_every_subject_finds_it(finder: SubjectFinder, content: Content) -> None:
    for subject in content.subjects.values():
        for name in subject.names:
            words = tuple(content.spelling.get(word, word) for word in words_of(name))
            assert subject.id in named(finder.find(words), content), name


def test_other_names_of_the_page_are_all_known(finder: SubjectFinder, content: Content) -> None:
    for name in content.statements["pnet.names.list"].text.split(";"):
        words = tuple(content.spelling.get(word, word) for word in words_of(name))
        assert "pancreatic_net" in named(finder.find(words), content), name


def test_names_have_the_words_that_messages_have(content: Content) -> None:
    for subject in content.subjects.values():
        for name in (*subject.names, *subject.loose_names):
            assert name_words(name) == words_of(name), name
