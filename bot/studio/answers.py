"""One answer with all that a reviewer asks of it: its forms, statements, and who rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.compose.composer import Composer
from bot.compose.labels import capital, label
from bot.content import coverage
from bot.content.library import Cell, Comparison, Content, Statement
from bot.dialogue import tree
from bot.dialogue.decision import AskGuide, Decision, ShowBody, ShowCell, ShowComparison, ShowTree
from bot.dialogue.show import Show
from bot.dialogue.state import State
from bot.dialogue.subjects import cell_for
from bot.dialogue.target import BODY, GUIDE, Target, is_index
from bot.reply import Reply
from bot.studio.table import called, heading, title

COMPARE = "compare"
DRAWING = "drawing"
INHERITED_FROM_ROOT = "root"
"""How a question is answered that no subject above it answers."""


@dataclass(frozen=True)
class Form:
    """One form of an answer, as people get it."""

    title: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class Answer:
    """An answer at its address."""

    id: str
    title: str
    how: str
    """own, inherited, refused, none or root; empty for what stands outside the table."""
    of: str
    """The cell that answers; of another subject where it is inherited."""
    path: str
    """Its file; empty where there is none."""
    forms: tuple[Form, ...]
    statements: tuple[Statement, ...]
    """What it may show, in any of its forms."""
    utterances: tuple[str, ...] = ()
    """Ways to ask for it."""
    payload: str = ""
    """The message that chooses it; empty where none does."""


def find(folder: str, name: str, content: Content, composer: Composer) -> Answer | None:
    """The answer of an address.

    Args:
        folder: a subject, a group, or one of compare, guide and drawing.
        name: an intent, or the name of a comparison, a guide with places, or a drawing.
    """
    if folder in content.subjects:
        return _of_subject(folder, name, content, composer)
    if folder == COMPARE:
        found = (each for each in content.comparisons if each.id == f"{COMPARE}/{name}")
        return next((_of_comparison(each, content, composer) for each in found), None)
    if folder == GUIDE:
        return _of_guide(name, content, composer)
    if folder == DRAWING:
        return _of_drawing(name, content, composer)
    cell = content.cells.get((folder, name))
    if cell is None:
        return None
    asked = content.body.intent if folder == BODY else name
    text = content.body.sites[name].name if folder == BODY else title(name, content)
    return _of_cell(
        cell, Target(asked, content.root), f"{heading(folder)}: {text}", content, composer
    )


def _of_subject(subject: str, intent: str, content: Content, composer: Composer) -> Answer | None:
    if intent not in content.intents:
        return None
    cell = cell_for(intent, subject, content)
    target = Target(intent, subject)
    text = called(subject, intent, content)
    if cell is None:
        return Answer(f"{subject}/{intent}", text, coverage.NONE, "", "", (), ())
    return _of_cell(cell, target, text, content, composer)


def _of_cell(cell: Cell, target: Target, text: str, content: Content, composer: Composer) -> Answer:
    decisions = _forms(cell, target)
    forms = tuple(Form(name, _said(each, composer)) for name, each in decisions)
    statements = dict.fromkeys(coverage.statements_of(cell))
    intent = content.intents.get(target.name)
    in_table = cell.folder in content.subjects
    return Answer(
        f"{target.subject}/{target.name}" if in_table else cell.id,
        text,
        _how(cell, target, content) if in_table else "",
        cell.id,
        cell.path,
        forms,
        tuple(content.statements[each] for each in statements),
        intent.lines if intent else (),
        target.payload if intent else "",
    )


def _how(cell: Cell, target: Target, content: Content) -> str:
    if cell.kind == "refusal":
        return coverage.REFUSED
    if content.cell(target.name, target.subject) is cell:
        return coverage.OWN
    above = content.nearest_cell(target.name, target.subject)
    return coverage.INHERITED if above else INHERITED_FROM_ROOT


def _forms(cell: Cell, target: Target) -> Iterator[tuple[str, ShowCell]]:
    """The answer, and the other forms that people can come to."""
    whole = ShowCell(cell, target.name, target.subject)
    yield "", whole
    if cell.simple:
        yield "In simpler words", ShowCell(cell, target.name, target.subject, plain=True)
    for point in cell.asked:
        text = f"When the question presses a point: {point.replace('_', ' ')}"
        yield text, ShowCell(cell, target.name, target.subject, asked=point)


def _of_comparison(each: Comparison, content: Content, composer: Composer) -> Answer:
    first, second = (content.subjects[name].name for name in each.subjects)
    aspect = f": {title(each.intent, content)}" if each.intent else ""
    names = dict.fromkeys(name for side in each.sides for name in side.statements)
    return Answer(
        each.id,
        capital(f"{first} and {second} side by side{aspect}"),
        "",
        each.id,
        each.path,
        (Form("", _said(ShowComparison(each), composer)),),
        tuple(content.statements[name] for name in names),
    )


def _of_guide(name: str, content: Content, composer: Composer) -> Answer | None:
    guide, *places = name.split(".")
    if guide not in content.guides or not all(map(is_index, places)):
        return None
    target = Target(GUIDE, guide, tuple(map(int, places)))
    decision = Show(content).target(target, State())
    shown = content.guides[guide].title
    step = "" if not places else f": {label(target, content)}"
    state = State(guide=decision.place) if isinstance(decision, AskGuide) else State()
    replies = composer.compose([decision], state, date.today())
    names = dict.fromkeys(each for reply in replies for each in reply.statements)
    statements = tuple(content.statements[each] for each in names)
    return Answer(f"{GUIDE}/{name}", f"{shown}{step}", "", "", "", (Form("", replies),), statements)


def _of_drawing(name: str, content: Content, composer: Composer) -> Answer | None:
    drawings: dict[str, tuple[str, Decision]] = {"tree": (title(tree.INTENT, content), ShowTree())}
    if content.body.sites:
        drawings["body"] = (content.body.title, ShowBody())
    if name not in drawings:
        return None
    text, decision = drawings[name]
    replies = _said(decision, composer)
    names = dict.fromkeys(each for reply in replies for each in reply.statements)
    statements = tuple(content.statements[each] for each in names)
    return Answer(f"{DRAWING}/{name}", text, "", "", "", (Form("", replies),), statements)


def _said(decision: Decision, composer: Composer) -> tuple[Reply, ...]:
    return composer.compose([decision], State(), date.today())


def address(target: Target, content: Content) -> str:
    """Where the answer that a choice leads to stands; empty for acts of dialogue."""
    if target.name == GUIDE:
        places = [target.subject, *map(str, target.answers)]
        return f"{GUIDE}/{'.'.join(places)}" if target.subject in content.guides else ""
    if target.name == BODY:
        return f"{BODY}/{target.subject}" if target.subject else f"{DRAWING}/{BODY}"
    if target.name == tree.INTENT:
        return f"{DRAWING}/tree"
    cell = cell_for(target.name, target.subject or content.root, content)
    if cell is None:
        return ""
    if cell.folder in content.subjects:
        return f"{target.subject or content.root}/{target.name}"
    return cell.id
