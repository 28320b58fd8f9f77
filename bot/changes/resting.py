"""What rests on a statement: leads, comparisons, refusals, the tree, conversations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from bot.changes.statements import StatementChange
from bot.changes.versions import Version
from bot.content import coverage
from bot.content.library import Cell, Comparison, Content
from bot.content.strict_yaml import Location
from bot.dialogue import tree
from bot.dialogue.decision import Decision, ShowCell, ShowComparison, ShowTree
from bot.errors import Problem
from bot.testing.conversations import Expectation, expected

Leads = tuple[tuple[Location, str], ...]
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Answer:
    """Something that is said, and the statements that it shows."""

    kind: str
    id: str
    path: str
    leads: Leads
    """Words of our own, each with its place in the file."""
    statements: tuple[str, ...]
    decision: Decision
    references: tuple[str, ...] = ()
    """Entries of a document's reference list that it shows, as document#number."""
    touched: tuple[str, ...] = ()
    """Those of its statements that changed."""


def answers(content: Content) -> dict[str, Answer]:
    """Every answer of a content, by its id."""
    found = [_cell(each, content) for each in {c.id: c for c in content.cells.values()}.values()]
    found += [_comparison(each) for each in content.comparisons]
    path = content.subjects[content.root].path
    names = tree.statements(content)
    found.append(Answer("the tree of the types", "tree", path, (), names, ShowTree()))
    return {each.id: each for each in found}


def touched(old: Content, new: Content, changes: Sequence[StatementChange]) -> tuple[Answer, ...]:
    """Answers that rest on a changed statement, or were changed themselves, with their new words.

    What is only in the old content is gone, and left out.
    """
    names = {each.id for each in changes}
    before = answers(old)
    found = []
    for key, answer in answers(new).items():
        was = before.get(key)
        rests = [*answer.statements, *(was.statements if was else ())]
        hit = tuple(each for each in dict.fromkeys(rests) if each in names)
        if hit or was is None or _words(was) != _words(answer):
            found.append(replace(answer, touched=hit))
    return tuple(found)


def conversations(version: Version, found: Sequence[Answer], names: Set[str]) -> Iterator[Problem]:
    """Conversations that expect a changed statement or an answer that rests on one."""
    cells = {each.id for each in found}
    for path, each in version.talks:
        hit = [turn for turn in each.shape.turns if _expects(turn, cells, names, version.content)]
        if hit:
            yield Problem(path, each.line, f"{each.name}: {hit[0].user}")


def stale(
    version: Version, found: Sequence[Answer], changes: Sequence[StatementChange]
) -> Iterator[Problem]:
    """Leads that name a number which a statement under them no longer has."""
    by_id = {each.id: each for each in changes}
    for answer in found:
        for place, lead in answer.leads:
            for change in (by_id[name] for name in answer.touched):
                old = _numbers(change.before.text if change.before else "")
                new = _numbers(change.now.text if change.now else "")
                rest = [version.content.statements.get(e) for e in answer.statements]
                kept = {n for e in rest if e and e.id != change.id for n in _numbers(e.text)}
                for number in sorted((_numbers(lead) & old) - new - kept):
                    said = f"'{change.id}' no longer says it; change the lead"
                    message = f"the lead names {number}, and {said}"
                    yield Problem(*version.place(answer.path, *place), message)


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text))


def _words(answer: Answer) -> tuple[object, ...]:
    return answer.leads, answer.statements


def _cell(cell: Cell, content: Content) -> Answer:
    subject = cell.folder if cell.folder in content.subjects else ""
    decision = ShowCell(cell, cell.intent, subject or content.root)
    kind = "refusal" if cell.kind == "refusal" else "answer"
    return Answer(
        kind,
        cell.id,
        cell.path,
        tuple(_leads(cell)),
        tuple(dict.fromkeys(coverage.statements_of(cell))),
        decision,
        cell.references,
    )


def _leads(cell: Cell) -> Iterator[tuple[Location, str]]:
    yield ("lead",), cell.lead
    if cell.simple:
        yield ("simple",), cell.simple
    for key in ("variants", "asked"):
        for name, each in getattr(cell, key).items():
            if each.lead:
                yield (key, name, "lead"), each.lead
    for place, question in enumerate(cell.ask_doctor):
        yield ("ask_doctor", place), question


def _comparison(each: Comparison) -> Answer:
    own: Leads = tuple(
        (("sides", index, "lead"), side.lead) for index, side in enumerate(each.sides) if side.lead
    )
    shown = dict.fromkeys(name for side in each.sides for name in side.statements)
    return Answer(
        "comparison",
        each.id,
        each.path,
        ((("lead",), each.lead), *own),
        tuple(shown),
        ShowComparison(each),
    )


def _expects(turn: Expectation, cells: Set[str], names: Set[str], content: Content) -> bool:
    return expected(turn, content) in cells or not names.isdisjoint(turn.statements)
