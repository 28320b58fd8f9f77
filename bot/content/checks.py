"""Checks across files: every id leads somewhere, nothing stands twice, nothing is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.content import (
    coverage,
    document_checks,
    graph_checks,
    guide_checks,
    layers,
    link_checks,
    point_checks,
    required,
)
from bot.content.files import Sources
from bot.content.library import Cell, Content, Intent
from bot.content.locations import place_of
from bot.content.strict_yaml import Location

FEWEST_UTTERANCES = 40
"""Varied utterances an intent needs to be recognised; variety is what accuracy rests on."""

_AFTER_ALARM = "after_alarm"
_GROUPS = ("aspects", "refusals", "safety", "smalltalk", "dialogue", "outside", _AFTER_ALARM)
_BODY = "body"
_FREE_FOLDERS = ("fallback", "safety", _AFTER_ALARM, _BODY)
"""Folders whose cells need no intent of their name."""


def check(content: Content, sources: Sources) -> None:
    """Note every mistake of the content in `sources`."""
    for part in (
        _intents,
        _twins,
        _subjects,
        _cells,
        _comparisons,
        _safety,
        _numbers,
        required.check,
    ):
        part(content, sources)
    guide_checks.check(content, sources)
    link_checks.check(content, sources)
    graph_checks.check(content, sources)
    point_checks.check(content, sources)
    document_checks.check(content, sources)
    for statement in coverage.unreachable(content):
        path = f"data/documents/{statement.document}.yaml"
        message = f"no cell shows '{statement.id}'; add it to one, or say under 'furniture' why not"
        sources.report(path, message, place_of(statement.id, path, sources))


def _intents(content: Content, sources: Sources) -> None:
    for intent in content.intents.values():
        if intent.group not in _GROUPS:
            known = ", ".join(_GROUPS)
            sources.report(intent.path, f"'{intent.group}' is no group of intents; use {known}")
        # What is said after an alarm means nothing elsewhere: it has follow-ups alone.
        if len(intent.lines) < FEWEST_UTTERANCES and intent.group != _AFTER_ALARM:
            have = len(intent.lines)
            message = (
                f"only {have} utterances; write at least {FEWEST_UTTERANCES}, varied in wording"
            )
            sources.report(intent.path, message, ("utterances",))
        for kind in intent.takes:
            if kind not in content.kinds:
                message = f"'{kind}' is no kind of subject; {layers.SETTING} lists them"
                sources.report(intent.path, message, ("takes",))
        for line, (_, general) in zip(intent.asking, intent.asked, strict=True):
            if "=>" not in line or general not in content.intents:
                message = f"'{line}' must end in '=> intent', with an intent that exists"
                sources.report_entry(intent.path, message, ("asking",), line)
        _kindness(intent, content, sources)
        for line in intent.near_misses:
            target = line.rpartition("=>")[2].strip()
            if "=>" not in line or target not in content.intents:
                message = f"near miss '{line}' must end in '=> intent', with an intent that exists"
                sources.report_entry(intent.path, message, ("near_misses",), line)


def _kindness(intent: Intent, content: Content, sources: Sources) -> None:
    if intent.kind_word and intent.kind_word not in content.phrases:
        message = f"'{intent.kind_word}' is no phrase; add it to responses/phrases.yaml"
        sources.report(intent.path, message, ("kind_word",))
    for name in intent.spares:
        if name not in {each.intent for each in content.guardrails}:
            message = f"'{name}' is no intent of a guardrail; see data/guardrails"
            sources.report(intent.path, message, ("spares",))


def _twins(content: Content, sources: Sources) -> None:
    seen: dict[str, str] = {}
    for intent in content.intents.values():
        for text, place, line in intent.written:
            key = link_checks.plain(text)
            if key in seen:
                message = f"utterance '{text}' also stands in {sources.shown(seen[key])}; keep one"
                sources.report_entry(intent.path, message, (place,), line)
            seen.setdefault(key, intent.path)


def _subjects(content: Content, sources: Sources) -> None:
    drawn = {branch.subject for branch in content.tree.all()}
    for subject in content.subjects.values():
        path = subject.path
        if subject.kind not in content.kinds:
            message = f"'{subject.kind}' is no kind; add it under kinds of {layers.SETTING}"
            sources.report(path, message, ("kind",))
        linked = {"parent": [subject.parent], "other_kind": [subject.other_kind]}
        for key, names in {**linked, "combines": subject.combines}.items():
            for name in filter(None, names):
                if name not in content.subjects:
                    message = f"'{subject.id}' names '{name}', which is no subject; correct it"
                    sources.report(path, message, (key,))
        _statements(subject.branch or (), content, sources, path, ("branch",))
        if subject.branch is not None and subject.id not in drawn:
            message = "'branch' puts this below its parent, which is not in the tree; see 'parent'"
            sources.report(path, message, ("branch",))
        if subject.others:
            _target(subject.others, content, lambda m, p=path: sources.report(p, m, ("others",)))  # type: ignore[misc]
    if content.root not in content.subjects:
        message = f"the root '{content.root}' is no subject; name one"
        sources.report(layers.SETTING, message, ("root",))


def _cells(content: Content, sources: Sources) -> None:
    for cell in {cell.id: cell for cell in content.cells.values()}.values():
        for name in (cell.intent, *cell.also_answers):
            if name not in content.intents and cell.folder not in _FREE_FOLDERS:
                sources.report(cell.path, f"'{name}' is no intent; add intents/…/{name}.yaml")
        _cell_ids(cell, content, sources)


def _cell_ids(cell: Cell, content: Content, sources: Sources) -> None:
    variants = [name for each in cell.variants.values() for name in each.statements]
    asked = [name for each in cell.asked.values() for name in each.statements]
    for key, names in (
        ("statements", cell.statements),
        ("nearest", cell.nearest),
        ("points_to", cell.points_to),
        ("variants", variants),
        ("asked", asked),
        ("beyond", cell.beyond),
    ):
        _statements(names, content, sources, cell.path, (key,))
    told = (*cell.statements, *cell.nearest)
    for name in cell.beyond:
        if name not in told or len(cell.beyond) == len(told):
            message = f"'{name}' is beyond the lead; write statements of the cell, not all of them"
            sources.report(cell.path, message, ("beyond",))
    for name in cell.references:
        if content.reference(name) is None:
            sources.report(
                cell.path, f"'{name}' is no reference; write document#number", ("references",)
            )
    for key in ("next", "others", "more"):
        value = getattr(cell, key)
        for name in [value] if isinstance(value, str) else value:
            if name:
                _target(name, content, lambda m, k=key: sources.report(cell.path, m, (k,)))  # type: ignore[misc]
    _cell_choices(cell, content, sources)
    if cell.guardrail and cell.guardrail not in content.phrases:
        place = sources.shown("responses/phrases.yaml")
        message = f"'{cell.guardrail}' is no phrase of {place}; add it there"
        sources.report(cell.path, message, ("guardrail",))


def _cell_choices(cell: Cell, content: Content, sources: Sources) -> None:
    """What a cell says instead, for subjects and for details."""
    for subject in cell.variants:
        if subject not in content.subjects:
            sources.report(
                cell.path, f"'{subject}' is no subject; correct it", ("variants", subject)
            )
    for detail in cell.asked:
        if detail not in content.details:
            place = sources.shown("data/language/details.yaml")
            message = f"'{detail}' is no detail in {place}; correct it"
            sources.report(cell.path, message, ("asked", detail))


def _comparisons(content: Content, sources: Sources) -> None:
    for each in content.comparisons:
        for subject in (*each.subjects, *(side.subject for side in each.sides)):
            if subject not in content.subjects:
                sources.report(each.path, f"'{subject}' is no subject; correct it", ("subjects",))
        if each.intent and each.intent not in content.intents:
            sources.report(each.path, f"'{each.intent}' is no intent; correct it", ("intent",))
        for index, side in enumerate(each.sides):
            _statements(side.statements, content, sources, each.path, ("sides", index))
        for name in each.next:
            _target(name, content, lambda m, p=each.path: sources.report(p, m, ("next",)))  # type: ignore[misc]


def _safety(content: Content, sources: Sources) -> None:
    for path in sources.below("data/guardrails"):
        guardrail = next(
            g for g in content.guardrails if sources.files[path].data["intent"] == g.intent
        )
        if guardrail.intent not in content.intents:
            sources.report(path, f"'{guardrail.intent}' is no intent; correct it", ("intent",))
        responses = {
            guardrail.response,
            guardrail.check_in_response,
            guardrail.either_response,
            *guardrail.responses.values(),
            *guardrail.after.values(),
            *(rule.response for rule in guardrail.rules),
        } - {""}
        for name in sorted(responses):
            folder, _, intent = name.partition("/")
            if (folder, intent) not in content.cells:
                sources.report(path, f"there is no responses/{name}.yaml; add it", ("response",))
        for index, rule in enumerate(guardrail.rules):
            if not rule.all_of or not all(rule.all_of):
                message = f"rule '{rule.name}' has an empty group; it would never or always fire"
                sources.report(path, message, ("rules", index))


def _numbers(content: Content, sources: Sources) -> None:
    path, numbers = "data/emergency_numbers.yaml", content.numbers
    for key in ("emergency", "crisis"):
        for name in getattr(numbers.default, key):
            if name not in numbers.regions:
                message = f"'{name}' is no region; add it under regions, or name another"
                sources.report(path, message, ("default", key))
    for name, region in numbers.regions.items():
        if not region.crisis:
            sources.report(path, f"'{name}' has no crisis line; add one", ("regions", name))


def _statements(
    names: Iterable[str], content: Content, sources: Sources, path: str, where: Location
) -> None:
    for name in names:
        if name not in content.statements:
            message = f"'{name}' is no statement; ids are in data/documents"
            sources.report(path, message, where)


def _target(name: str, content: Content, report: Callable[[str], None]) -> None:
    """Report a follow-up that leads nowhere: `intent`, `intent/subject` or `guide/id`."""
    intent, _, subject = name.partition("/")
    if intent == "guide":
        if subject not in content.guides:
            report(f"'{name}' names no guide of data/guides; correct it")
    elif intent == _BODY:
        if subject not in ("", *content.body.sites):
            report(f"'{name}' names no site of responses/body.yaml; correct it")
    elif intent not in content.intents:
        report(f"'{name}': '{intent}' is no intent; correct it")
    elif subject and subject not in content.subjects:
        report(f"'{name}': '{subject}' is no subject; correct it")
