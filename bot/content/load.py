"""Builds a Content from parsed files."""

from __future__ import annotations

from collections.abc import Mapping
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
    subjects_of,
)

ShapeT = TypeVar("ShapeT", bound=schema.Shape)
_PhraseMap = dict[str, str]
_CueMap = dict[str, schema.Lines]
_DetailMap = dict[str, language_schema.DetailShape]
_ForeignAlarmMap = dict[str, language_schema.ForeignAlarmShape]


def build(sources: Sources, digest: str) -> Content:
    """The content of parsed files.

    Raises:
        ContentError: listing every file that is missing or does not have its shape.
    """
    single, many = _SingleFiles(sources), _ManyFiles(sources)
    sources.raise_problems()
    # Whatever is None has been reported, and reports were raised just above.
    assert single.subjects and single.tree and single.numbers and single.negation  # noqa: PT018
    assert single.other_diseases and single.foreign and single.spelling and single.addresses  # noqa: PT018
    return Content(
        digest=digest,
        documents={each.id: each for each in many.documents.values()},
        statements=_statements(many.documents),
        intents=many.intents,
        cells=many.cells,
        comparisons=many.comparisons,
        kinds=single.subjects.kinds,
        subjects=subjects_of(single.subjects),
        root=single.subjects.root,
        guides={each.id: each for each in many.guides.values()},
        tree=single.tree,
        body=single.body or guide_schema.BodyShape(),
        guardrails=tuple(many.guardrails.values()),
        innocent=single.innocent.lines if single.innocent else (),
        danger=single.danger or {},
        numbers=single.numbers,
        addresses=single.addresses,
        topics={each.intent: each.terms for each in many.topics.values()},
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
        self.topics = _folder(sources, "data/topics", language_schema.TopicShape)
        self.intents = _intents(sources)
        self.cells = _cells(sources)
        comparisons = _folder(sources, "responses/compare", schema.ComparisonShape)
        self.comparisons = tuple(
            Comparison.model_construct(**dict(each), path=path)
            for path, each in comparisons.items()
        )
        self.guides = _folder(sources, "data/guides", guide_schema.GuideShape)
        self.guardrails = rule_lists.expanded(
            _folder(sources, "data/guardrails", schema.GuardrailShape), sources
        )
        required.guardrails(self.guardrails.values(), sources)


class _SingleFiles:
    """The files of which there is one each."""

    def __init__(self, sources: Sources) -> None:
        shaped = sources.shaped
        if layers.SETTING in sources.files:
            shaped(layers.SETTING, layer_schema.ContentShape)
        self.subjects = shaped("data/subjects.yaml", schema.SubjectsShape)
        self.tree = shaped("data/tree.yaml", guide_schema.TreeShape)
        # A disease of no place has no figure.
        has_body = "data/body.yaml" in sources.files
        self.body = shaped("data/body.yaml", guide_schema.BodyShape) if has_body else None
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


def _intents(sources: Sources) -> dict[str, Intent]:
    intents: dict[str, Intent] = {}
    for path in sources.below("intents"):
        parts = path.removesuffix(".yaml").split("/")
        shape = sources.shaped(path, schema.IntentShape) if len(parts) == 3 else None
        if shape is None:
            continue
        _, group, name = parts
        if name in intents:
            message = f"the intent '{name}' also stands in {intents[name].path}; rename one"
            sources.report(path, message)
        intents[name] = Intent.model_construct(**dict(shape), id=name, group=group, path=path)
    return intents


def _cells(sources: Sources) -> dict[tuple[str, str], Cell]:
    own: dict[tuple[str, str], Cell] = {}
    shared: dict[tuple[str, str], Cell] = {}
    for path in sources.below("responses"):
        parts = path.removesuffix(".yaml").split("/")
        if len(parts) != 3 or parts[1] == "compare":
            continue
        shape = sources.shaped(path, schema.CellShape)
        if shape is None:
            continue
        folder, intent = parts[1:]
        cell = Cell.model_construct(**dict(shape), folder=folder, intent=intent, path=path)
        own[folder, intent] = cell
        for other in shape.also_answers:
            shared[folder, other] = cell
    return shared | own


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
