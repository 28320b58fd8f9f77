"""Faults put into the real content, one of each kind: each is reported at its own line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.content import files, layers, load
from bot.content.files import Sources
from bot.errors import ContentError, Problem
from bot.testing import grades, references
from bot.understand import soundness
from tests.conftest import ROOT
from tests.harness.parts import Folder, edit, line_of


@dataclass(frozen=True)
class Fault:
    """An edit, and what is said about it at the line that has `at` in it."""

    path: str
    old: str
    new: str
    at: str
    said: str


SUBJECTS = "responses/subjects/"
NET = "data/documents/net.yaml"
CUES = "bot/common/data/language/cues.yaml"
FAULTS = [
    Fault(
        SUBJECTS + "net.yaml#answers/rarity",
        "numbers.",
        "numbers for 38%.",
        "lead:",
        "the number '38'",
    ),
    Fault(
        SUBJECTS + "net.yaml#answers/growth",
        "fast.\n",
        "fast, as in MEN1.\n",
        "lead:",
        "names 'men1'",
    ),
    Fault(
        SUBJECTS + "net.yaml#answers/origin_cells", "two sides.", "no sides.", "lead:", "says 'no'"
    ),
    Fault(
        SUBJECTS + "net.yaml#answers/inheritance",
        "lead: Most NETs are not passed down in families.",
        "lead: Most NETs are inherited.",
        "lead:",
        "deny 'inherited'",
    ),
    Fault(
        SUBJECTS + "net.yaml#answers/cancer",
        "can be either.",
        "can be if you have one.",
        "lead:",
        "'you have'",
    ),
    Fault(
        SUBJECTS + "net.yaml#answers/types",
        "lead: 'There",
        "lead: 'Of {sujbect}, there",
        "lead:",
        "'{sujbect}'",
    ),
    Fault(
        SUBJECTS + "carcinoid.yaml#answers/kind_of",
        "of the two",
        "of #2 and",
        "lead:",
        "left out as a comment",
    ),
    Fault(
        SUBJECTS + "net.yaml#answers/treatment_centers",
        "Some kinds of medical center",
        "Multidisciplinary institutional facilities, internationally recognized,",
        "lead:",
        "reading grade",
    ),
    Fault(
        "bot/common/responses/phrases.yaml",
        "in particular. They do",
        "in {particular}. They do",
        "bridge_parent:",
        "'{particular}'",
    ),
    Fault(
        "responses/comparisons.yaml#net-carcinoid",
        "of its two",
        "of its 12",
        "lead:",
        "the number '12'",
    ),
    Fault(
        SUBJECTS + "net.yaml#answers/surveillance",
        "statements:\n  - net.treatment.options\n",
        "",
        "lead:",
        "an answer shows what it rests on",
    ),
    Fault(
        SUBJECTS + "net.yaml#answers/symptoms",
        "next: [",
        "next: [references/gastrin, ",
        "next:",
        "is answered by no cell",
    ),
    Fault(
        NET,
        "text: 'Research helps us better",
        "text: 'Research help us better",
        "Research help us",
        "not what the original says",
    ),
    Fault(
        NET,
        "        aside: 'We: GARD'\n",
        "",
        "id: net.trials.talk_first",
        "'we' stands for something",
    ),
    Fault(
        NET,
        "refers_to: 'NETs'",
        "refers_to: 'the NETs'",
        "refers_to: 'the NETs'",
        "does not stand in",
    ),
    Fault(
        "data/documents/pnet.yaml",
        "id: pnet.research.why",
        "id: net.research.why",
        "id: net.research.why",
        "stands twice",
    ),
    Fault(
        SUBJECTS + "net.yaml",
        "kind: type\n",
        "kind: type\nparent: carcinoid\n",
        "parent: carcinoid",
        "stands above itself",
    ),
    Fault(
        "bot/common/data/emergency_numbers.yaml",
        "  crisis: [us]",
        "  crisis: []",
        "  crisis: []",
        "name one region",
    ),
    Fault(
        "bot/common/responses/safety/crisis.yaml",
        "{emergency_numbers}",
        "the police",
        "lead:",
        "must say whom to call",
    ),
    Fault(
        "bot/common/intents/aspects/rarity.yaml",
        "utterances: |\n",
        "utterances: |\n  non-cancerous neuroendocrine tumour, does that exist\n",
        "  non-cancerous neuroendocrine",
        "is held out in",
    ),
    Fault(
        "intents/safety/additions.yaml",
        "  asking: |\n",
        "  asking: |\n    is this mole one of those => moles\n",
        "  is this mole one",
        "must end in '=> intent'",
    ),
    Fault(
        "intents/aspects/growth.yaml",
        "near_misses: |\n",
        "near_misses: |\n  Do they spread fast? => cancer\n",
        "  Do they spread fast? =>",
        "is an utterance of",
    ),
    Fault(
        "intents/aspects/growth.yaml",
        "utterances: |\n",
        "utterances: |\n  do they spread fast\n",
        "",
        "",
    ),
]
"""Those that a content can be built with; they are all in it at once."""

ADDED = {
    "responses/cancer.yaml": "nothing reads this file",
    "responses/net/size.yaml": "nothing reads this file",
    "responses/refusals/size.yaml": "nothing reads this file",
    "responses/subjects/size.yml": "nothing reads this file",
    "intents/growth2.yaml": "nothing reads this file",
    "data/guides/round.yaml": "leads back to itself",
}
ROUND = b"""id: round
title: Round
about: A guide that never ends
start: one
nodes:
  one:
    ask: 'Which one?'
    options:
      - {label: 'That one', goto: two}
  two:
    ask: 'Which other?'
    options:
      - {label: 'This one', goto: one}
"""
REMOVED = {
    "data/guardrails/crisis.yaml": "this guardrail is missing",
    "responses/safety/emergency.yaml": "this file is missing",
    "intents/aspects/compare.yaml": "this file is missing",
    "data/documents/pnet.txt": "'pnet.txt' is missing",
}


def found_in(folder: Folder, beside: Path) -> list[Problem]:
    sources = Sources.parse(folder)
    try:
        content = load.build(sources, "")
    except ContentError as error:
        return list(error.problems)
    soundness.check(content, sources)
    references.check(content, beside, sources)
    grades.check(content, sources)
    return sources.problems


def edited(folder: Folder, faults: list[Fault]) -> None:
    for each in faults:
        edit(folder, each.path, each.old, each.new)


@pytest.fixture(scope="module")
def folder() -> Folder:
    return files.read_folder(ROOT)


def test_the_real_content_has_none(folder: Folder) -> None:
    assert not found_in(folder, ROOT)


def test_each_fault_is_reported_at_its_line(folder: Folder) -> None:
    faulty = {**folder, **dict.fromkeys(ADDED, b"lead: Something.\n")}
    faulty["data/guides/round.yaml"] = ROUND
    # Syntax comes first: what is cut off stops the reading, so it has a run of its own.
    cut = [each for each in FAULTS if "comment" in each.said]
    edited(faulty, [each for each in FAULTS if each not in cut])
    problems = found_in(faulty, ROOT)
    for each in FAULTS:
        if each.said and each not in cut:
            place = (each.path.partition("#")[0], line_of(faulty, each.path, each.at))
            near = [str(p) for p in problems if p.path == place[0]]
            assert any((p.path, p.line) == place and each.said in p.message for p in problems), (
                each.said,
                place,
                near or problems[:8],
            )
    for path, said in ADDED.items():
        assert any(p.path == path and said in p.message for p in problems), path
    again = dict(folder)
    edited(again, cut)
    [problem] = found_in(again, ROOT)
    line = line_of(again, cut[0].path, cut[0].at)
    assert (problem.path, problem.line) == (cut[0].path.partition("#")[0], line)
    assert cut[0].said in problem.message


@pytest.mark.parametrize("path", REMOVED)
def test_what_is_missing_is_said_at_its_place(path: str, folder: Folder) -> None:
    # Or it would be said that the additions have nothing to be added to.
    gone = {path, f"{path.rpartition('/')[0]}/{layers.ADDITIONS}"}
    left = {p: data for p, data in folder.items() if p.removeprefix(layers.PREFIX) not in gone}
    problems = found_in(left, ROOT)
    expected = path.replace(".txt", ".yaml")
    assert any(p.path == expected and REMOVED[path] in p.message for p in problems), problems[:5]


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (SUBJECTS + "net.yaml", "kind: type", "kind: typo", "'typo' is no kind"),
        (NET, "id: net\n", "id: nett\n", "must be the name of this file"),
        (NET, "after: net.definition.rare_tumor", "after: net.nothing", "which is no statement"),
        (SUBJECTS + "net.yaml#answers/cancer", "  always:", "  allways:", "'allways' is no detail"),
    ],
)
def test_a_name_that_leads_nowhere_is_no_traceback(
    path: str, old: str, new: str, said: str, folder: Folder
) -> None:
    faulty = dict(folder)
    edited(faulty, [Fault(path, old, new, "", "")])
    file = path.partition("#")[0]
    assert any(p.path == file and said in p.message for p in found_in(faulty, ROOT))


def test_one_name_on_two_subjects(folder: Folder) -> None:
    faulty = dict(folder)
    edit(faulty, SUBJECTS + "vipoma.yaml", "names: |\n", "names: |\n  insulinoma\n")
    place = (SUBJECTS + "vipoma.yaml", line_of(faulty, SUBJECTS + "vipoma.yaml", "  insulinoma"))
    said = "'insulinoma' is a name of"
    assert any((p.path, p.line) == place and said in p.message for p in found_in(faulty, ROOT))


def test_a_conversation_that_expects_what_is_not_there(folder: Folder, tmp_path: Path) -> None:
    there = tmp_path / "tests" / "conversations"
    there.mkdir(parents=True)
    text = "- name: wrong\n  turns:\n    - user: hello\n"
    text += "    - user: what is a NET\n      cell: net/overwiev\n"
    (there / "wrong.yaml").write_text(text)
    problems = found_in(folder, tmp_path)
    [problem] = problems
    assert (problem.path, problem.line) == ("tests/conversations/wrong.yaml", 4)
    assert "net/overwiev is no cell" in problem.message
