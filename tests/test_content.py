"""The content is sound, covers the pages, and keeps the truths that a naive bot gets wrong."""

from __future__ import annotations

import re

import pytest

from bot.content import coverage
from bot.content.files import CONTENT_FOLDERS
from bot.content.library import Cell, Content
from tests.conftest import ROOT

# Each statement may only be shown for these subjects and their descendants, unless side by side.
PANCREATIC_ONLY = ("pnet.inheritance.ten_percent", "pnet.diagnosis.delay", "pnet.prognosis.differs")


def own_cells(content: Content) -> list[Cell]:
    return list({cell.id: cell for cell in content.cells.values()}.values())


def test_every_statement_is_shown_or_is_furniture(content: Content) -> None:
    assert not coverage.unreachable(content)
    assert all(len(each.furniture) > 10 for each in coverage.furniture(content))


def test_no_question_of_intent_and_subject_is_left_without_words(content: Content) -> None:
    empty = [each for each in coverage.table(content) if each.how == coverage.NONE]
    known = {"type", "syndrome"}
    assert not [
        e for e in empty if content.subjects[e.subject].kind in known and e.intent in ("overview",)
    ]


def test_simpler_words_are_simpler(content: Content) -> None:
    simple = [cell for cell in own_cells(content) if cell.simple]
    assert len(simple) >= 30
    assert all(cell.simple != cell.lead for cell in simple)


def test_refusals_say_what_the_sources_do_not_say(content: Content) -> None:
    for cell in own_cells(content):
        if cell.kind == "refusal" and cell.folder != "fallback":
            assert re.search(r"\b(sources?|pages?)\b", cell.lead), cell.path
            assert re.search(r"\b(not|no|neither|nothing|only)\b|n't", cell.lead), cell.path


@pytest.mark.parametrize("statement", PANCREATIC_ONLY)
def test_what_is_said_of_pancreatic_nets_only_is_not_shown_as_a_general_answer(
    statement: str, content: Content
) -> None:
    for cell in own_cells(content):
        if statement not in coverage_ids(cell):
            continue
        pancreatic = cell.folder in content.subjects and (
            content.is_a(cell.folder, "pancreatic_net")
            or content.subjects[cell.folder].kind != "type"
        )
        leads = [each.lead for each in cell.asked.values() if statement in each.statements]
        said = all("pancreatic" in each.lower() for each in leads or [cell.lead])
        said = said or cell.kind == "guardrail"
        assert pancreatic or said, f"{cell.path} shows {statement} without saying of whom"


@pytest.mark.parametrize(
    ("word", "only_in"),
    [("rectum", "net.locations.most"), ("thymus", "net.types.carcinoid")],
)
def test_a_site_is_named_in_one_place_only(word: str, only_in: str, content: Content) -> None:
    found = [each.id for each in content.statements.values() if word in each.text]
    assert found == [only_in]
    for cell in own_cells(content):
        assert word not in cell.lead.lower() or only_in in coverage_ids(cell), cell.path


def coverage_ids(cell: Cell) -> set[str]:
    return set(coverage.statements_of(cell))


def test_leads_pair_no_hormone_with_a_tumor(content: Content) -> None:
    hormones = [each for each in content.subjects.values() if each.kind == "hormone"]
    named = ("insulinoma", "glucagonoma", "gastrinoma", "vipoma", "somatostatinoma")
    for cell in own_cells(content):
        lead = cell.lead.lower()
        tumors = [name for name in named if name in lead]
        words = set(re.findall(r"[a-z]+", lead))
        if tumors and any(hormone.name in words for hormone in hormones):
            assert cell.kind == "refusal", f"{cell.path} pairs {tumors} with a hormone"


@pytest.mark.parametrize(
    "word",
    ["octreotide", "lanreotide", "lutetium", "flushing", "diarrhea", "whipple", "scan ", "mri"],
)
def test_leads_name_nothing_that_the_pages_do_not(word: str, content: Content) -> None:
    for cell in own_cells(content):
        if cell.folder != "safety":
            assert word not in cell.lead.lower(), cell.path


def test_numbers_stand_with_their_country(content: Content) -> None:
    assert all(each.name for each in content.numbers.regions.values())
    assert content.numbers.elsewhere.region
    texts = [*content.phrases.values(), *(cell.lead for cell in own_cells(content))]
    for text in texts:
        assert not re.search(r"\b(911|112|999|988)\b", text), f"number typed into: {text}"


def test_alarms_offer_nothing_else(content: Content) -> None:
    for name in ("emergency", "crisis"):
        cell = content.cells["safety", name]
        assert (cell.next, cell.statements, cell.nearest, cell.ask_doctor) == ((), (), (), ())
        assert "{emergency_numbers}" in cell.lead


def test_personal_guardrails_send_to_a_professional(content: Content) -> None:
    for cell in own_cells(content):
        if cell.kind == "guardrail":
            assert "I cannot" in cell.lead
            assert "healthcare professional" in cell.lead
            assert cell.statements
            assert cell.ask_doctor


def test_its_files_can_be_kept_track_of() -> None:
    found = [path for name in CONTENT_FOLDERS for path in (ROOT / name).rglob("*")]
    assert sum(path.is_file() for path in found) <= 200
