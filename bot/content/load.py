"""Builds a Content from parsed files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from bot.content import (
    address_schema,
    guide_schema,
    help_schema,
    language_schema,
    layer_schema,
    layers,
    required,
    rule_lists,
    schema,
)
from bot.content.files import Sources
from bot.content.library import (
    Cell,
    Comparison,
    Content,
    Intent,
    Statement,
    Subject,
)
from bot.content.subject_schema import SubjectFileShape

ShapeT = TypeVar("ShapeT", bound=schema.Shape)
SUBJECTS, REFUSALS = "responses/subjects", "refusals"
BODY, COMPARISONS = "responses/body.yaml", "responses/comparisons.yaml"
POINTS = "data/points"
CELL_GROUPS = ("after_alarm", "fallback", "outside", "safety", "smalltalk")
"""Folders below responses/ with one cell a file."""
_ComparisonMap = dict[str, schema.ComparisonShape]
_PhraseMap = dict[str, str]
_CueMap = dict[str, schema.Lines]
_PointsMap = dict[str, dict[str, schema.PointsShape]]
_DetailMap = dict[str, language_schema.DetailShape]
_ForeignAlarmMap = dict[str, language_schema.ForeignAlarmShape]


def build(sources: Sources, digest: str) -> Content:
    """The content of parsed files.

    Raises:
        ContentError: listing every file that is missing or does not have its shape.
    """
    single, many = _SingleFiles(sources), _ManyFiles(sources)
    subjects = _ordered(many.subjects, single.order, sources)
    sources.raise_problems()  # whatever is None has been reported
    assert single.setting and single.numbers and single.negation  # noqa: PT018
    assert single.other_diseases and single.foreign and single.spelling and single.addresses  # noqa: PT018
    return Content(
        digest=digest,
        documents={each.id: each for each in many.documents.values()},
        statements=_statements(many.documents),
        intents=many.intents,
        cells=_cells(many, single.body),
        points=_points(many.points),
        comparisons=_comparisons(single.comparisons or {}),
        kinds=single.setting.kinds,
        subjects=subjects,
        root=single.setting.root,
        guides={each.id: each for each in many.guides.values()},
        body=single.body,
        guardrails=tuple(many.guardrails.values()),
        innocent=single.innocent.lines if single.innocent else (),
        danger=single.danger or {},
        numbers=single.numbers,
        addresses=single.addresses,
        terms={_stem(path): each.terms for path, each in many.refusals.items()},
        other_diseases=single.other_diseases,
        negation=single.negation,
        foreign=single.foreign.languages,
        foreign_alarms=single.foreign_alarms or {},
        cues=single.cues or {},
        details=single.details or {},
        spelling=_pairs(single.spelling.variants),
        phrases=single.phrases or {},
        widget=single.widget or {},
    )


class _ManyFiles:
    """The folders with a file for each thing."""

    def __init__(self, sources: Sources) -> None:
        self.documents = _folder(sources, "data/documents", schema.DocumentShape)
        self.subjects = _folder(sources, SUBJECTS, SubjectFileShape)
        intents = _intents(sources)
        self.intents = _named(intents, sources)
        self.refusals = {
            path: each for path, each in intents.items() if isinstance(each, schema.RefusalShape)
        }
        self.cells: dict[str, schema.CellShape] = {}
        for group in CELL_GROUPS:
            self.cells |= _folder(sources, f"responses/{group}", schema.CellShape)
        self.points = [sources.shaped(path, _PointsMap) for path in sources.below(POINTS)]
        self.guides = _folder(sources, "data/guides", guide_schema.GuideShape)
        self.guardrails = rule_lists.expanded(
            _folder(sources, "data/guardrails", schema.GuardrailShape), sources
        )
        required.guardrails(self.guardrails.values(), sources)


class _SingleFiles:
    """The files of which there is one each."""

    def __init__(self, sources: Sources) -> None:
        shaped = sources.shaped
        self.setting = shaped(layers.SETTING, layer_schema.ContentShape)
        self.order = self.setting.order if self.setting else ()
        # A disease of no place has no figure, and one of no types has nothing to compare.
        has_body = BODY in sources.files
        body = shaped(BODY, guide_schema.BodyShape) if has_body else None
        self.body = body or guide_schema.BodyShape()
        compares = COMPARISONS in sources.files
        self.comparisons = shaped(COMPARISONS, _ComparisonMap) if compares else None
        self.innocent = shaped("data/banks/innocent.yaml", schema.BankShape)
        self.danger = shaped("data/banks/danger.yaml", _CueMap)
        self.numbers = shaped("data/emergency_numbers.yaml", help_schema.NumbersShape)
        self.addresses = shaped("data/links.yaml", address_schema.LinksShape)
        self.other_diseases = shaped("data/other_diseases.yaml", language_schema.OtherDiseasesShape)
        self.negation = shaped("data/language/negation.yaml", language_schema.NegationShape)
        self.foreign = shaped("data/language/foreign.yaml", language_schema.ForeignShape)
        self.foreign_alarms = shaped("data/language/foreign_alarms.yaml", _ForeignAlarmMap)
        self.spelling = shaped("data/language/spelling.yaml", language_schema.SpellingShape)
        self.cues = shaped("data/language/cues.yaml", _CueMap)
        self.details = shaped("data/language/details.yaml", _DetailMap)
        self.phrases = shaped("responses/phrases.yaml", _PhraseMap)
        self.widget = shaped("responses/widget.yaml", _PhraseMap)


def _folder(sources: Sources, folder: str, shape: type[ShapeT]) -> dict[str, ShapeT]:
    found = {path: sources.shaped(path, shape) for path in sources.below(folder)}
    return {path: each for path, each in found.items() if each is not None}


def _intents(sources: Sources) -> dict[str, schema.IntentShape]:
    found: dict[str, schema.IntentShape] = {}
    for path in sources.below("intents"):
        _, group, *names = path.split("/")
        shape = schema.RefusalShape if group == REFUSALS else schema.IntentShape
        if len(names) == 1 and (each := sources.shaped(path, shape)):
            found[path] = each
    return found


def _named(intents: Mapping[str, schema.IntentShape], sources: Sources) -> dict[str, Intent]:
    found: dict[str, Intent] = {}
    for path, shape in intents.items():
        name, group = _stem(path), path.split("/")[1]
        if name in found:
            message = f"the intent '{name}' also stands in {found[name].path}; rename one"
            sources.report(path, message)
        found[name] = Intent.model_construct(**dict(shape), id=name, group=group, path=path)
    return found


def _ordered(
    shapes: Mapping[str, SubjectFileShape], order: Sequence[str], sources: Sources
) -> dict[str, Subject]:
    """Subjects, first those that are named in the order in which lists show them."""
    found = {
        _stem(path): Subject.model_construct(**dict(shape), id=_stem(path), path=path)
        for path, shape in shapes.items()
    }
    for name in order:
        if name not in found:
            message = f"'{name}' is no subject; add {SUBJECTS}/{name}.yaml, or remove it here"
            sources.report_entry(layers.SETTING, message, ("order",), name)
    return {name: found[name] for name in (*order, *found) if name in found}


def _cells(many: _ManyFiles, body: guide_schema.BodyShape) -> dict[tuple[str, str], Cell]:
    own: dict[tuple[str, str], Cell] = {}
    shared: dict[tuple[str, str], Cell] = {}
    for folder, intent, path, shape in sorted(_placed(many, body), key=lambda each: each[:2]):
        cell = Cell.model_construct(**dict(shape), folder=folder, intent=intent, path=path)
        own[folder, intent] = cell
        for other in shape.also_answers:
            shared[folder, other] = cell
    return shared | own


def _placed(
    many: _ManyFiles, body: guide_schema.BodyShape
) -> Iterator[tuple[str, str, str, schema.CellShape]]:
    """Every cell with its folder, its intent and its place."""
    for path, cell in many.cells.items():
        yield path.split("/")[1], _stem(path), path, cell
    for path, subject in many.subjects.items():
        for intent, cell in subject.answers.items():
            yield _stem(path), intent, f"{path}#answers/{intent}", cell
    for path, refusal in many.refusals.items():
        yield REFUSALS, _stem(path), f"{path}#answer", refusal.answer
    for site, cell in body.sites.items():
        yield "body", site, f"{BODY}#sites/{site}", cell


def _points(found: Sequence[_PointsMap | None]) -> dict[tuple[str, str], schema.PointsShape]:
    return {
        (folder, intent): each
        for file in found
        for folder, asked in (file or {}).items()
        for intent, each in asked.items()
    }


def _comparisons(found: Mapping[str, schema.ComparisonShape]) -> tuple[Comparison, ...]:
    return tuple(
        Comparison.model_construct(**dict(each), path=f"{COMPARISONS}#{name}")
        for name, each in found.items()
    )


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yaml")


def _statements(documents: Mapping[str, schema.DocumentShape]) -> dict[str, Statement]:
    return {
        each.id: Statement.model_construct(**dict(each), document=document.id)
        for document in documents.values()
        for section in document.sections
        for each in section.statements
    }


def _pairs(lines: tuple[str, ...]) -> dict[str, str]:
    parts = (line.partition("=>") for line in lines)
    return {left.strip(): right.strip() for left, _, right in parts}
