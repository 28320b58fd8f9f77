"""The documents are the pages, sentence by sentence: nothing lost, nothing added."""

from __future__ import annotations

import re

import pytest

from bot.content.library import Content
from tests.conftest import ROOT

DOCUMENTS = ("net", "pnet")
FOLDER = ROOT / "data" / "documents"


def without_space(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_statements_and_references_reassemble_the_original(name: str, content: Content) -> None:
    document = content.documents[name]
    parts = []
    for section in document.sections:
        for each in section.statements:
            marks = "".join(f"[{number}]" for number in each.refs)
            parts.append(("•" if each.bullet else "") + each.text + marks)
    parts += [f"{each.number}. {each.text}" for each in document.references]
    original = (FOLDER / document.original).read_text(encoding="utf-8")
    assert without_space("".join(parts)) == without_space(original)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_reference_fields_are_parts_of_the_entry(name: str, content: Content) -> None:
    for each in content.documents[name].references:
        for field in (each.title, each.publisher, each.url, each.author, each.date, each.accessed):
            assert field in each.text
        assert bool(each.date) != bool(each.accessed), each.text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_mark_has_its_reference_and_every_reference_its_mark(
    name: str, content: Content
) -> None:
    document = content.documents[name]
    listed = [each.number for each in document.references]
    assert listed == list(range(1, len(listed) + 1))
    cited = {number for s in document.sections for each in s.statements for number in each.refs}
    assert cited == set(listed)


def test_slips_of_the_pages_are_kept(content: Content) -> None:
    assert "hard to diagnosis" in content.statements["pnet.diagnosis.delay"].text
    assert "National Center for Advancing and Translational Sciences" in (
        content.statements["net.page.publisher"].text
    )


@pytest.mark.parametrize(("name", "pattern"), [("net", "4/25/2019"), ("pnet", "5/18/2018")])
def test_last_updated_is_what_the_page_says(name: str, pattern: str, content: Content) -> None:
    day = content.documents[name].last_updated
    assert f"{day.month}/{day.day}/{day.year}" == pattern
    assert pattern in content.statements[f"{name}.page.last_updated"].text


def test_statement_ids_begin_with_their_document(content: Content) -> None:
    for each in content.statements.values():
        assert re.fullmatch(rf"{each.document}(\.[a-z_]+)+", each.id)
