"""What every content must have: texts that the engine shows, and an answer to each intent."""

from __future__ import annotations

from collections.abc import Iterable

from bot.content import coverage
from bot.content.files import Sources
from bot.content.library import Content, GuardrailShape
from bot.content.texts import REQUIRED_PHRASES, WIDGET_TEXTS

_REQUIRED_CELLS = (
    "fallback/rephrase",
    "fallback/menu",
    "fallback/people",
    "outside/other_disease",
    "safety/emergency",
    "safety/crisis",
    "after_alarm/alarm_region",
    "after_alarm/alarm_region_unknown",
)
_ALARMS = ("emergency", "crisis")
_REQUIRED_INTENTS = frozenset(["overview", "compare", *_ALARMS])
_GROUPS_WITH_CELLS = ("smalltalk", "outside")


def check(content: Content, sources: Sources) -> None:
    """Note what is missing, and phrases that nothing shows."""
    for name in sorted(REQUIRED_PHRASES - content.phrases.keys()):
        sources.report("responses/phrases.yaml", f"the phrase '{name}' is missing; add it")
    kind_words = {each.kind_word for each in content.intents.values()}
    shown = REQUIRED_PHRASES | _guardrail_lines(content) | kind_words
    for name in sorted(content.phrases.keys() - shown):
        message = f"nothing shows the phrase '{name}'; remove it"
        sources.report("responses/phrases.yaml", message, (name,))
    for name in sorted(WIDGET_TEXTS - content.widget.keys()):
        sources.report("responses/widget.yaml", f"the text '{name}' is missing; add it")
    for name in sorted(content.widget.keys() - WIDGET_TEXTS):
        message = f"nothing shows the text '{name}'; remove it"
        sources.report("responses/widget.yaml", message, (name,))
    _alarms(content, sources)
    _answers(content, sources)


def _answers(content: Content, sources: Sources) -> None:
    """The intents and cells that the engine asks for by name, and an answer to each intent."""
    for name in _REQUIRED_INTENTS - content.intents.keys():
        group = "safety" if name in _ALARMS else "aspects"
        message = "this file is missing; add it, for the engine asks for it"
        sources.report(f"intents/{group}/{name}.yaml", message)
    for name in _REQUIRED_CELLS:
        folder, _, intent = name.partition("/")
        if (folder, intent) not in content.cells:
            sources.report(f"responses/{name}.yaml", "this file is missing; add it")
    if content.root in content.subjects and not content.cell("overview", content.root):
        message = "the root has no answer to 'overview'; add it under answers"
        sources.report(content.subjects[content.root].path, message, ("answers",))
    for each in content.intents.values():
        if each.group in _GROUPS_WITH_CELLS and not content.group_cell(each.id):
            message = f"no answer yet; add responses/{each.group}/{each.id}.yaml"
            sources.report(each.path, message)
        if (
            each.group == "aspects"
            and each.id != "compare"
            and not coverage.answers(each.id, content)
        ):
            message = f"no cell answers this intent; add '{each.id}' under answers of a subject"
            sources.report(each.path, message)


def _alarms(content: Content, sources: Sources) -> None:
    """No content without what reaches a person in danger."""
    for name in _ALARMS:
        cell = content.cells.get(("safety", name))
        if cell and "{emergency_numbers}" not in cell.lead:
            message = "an alarm must say whom to call; write {emergency_numbers} into it"
            sources.report(cell.path, message, ("lead",))
    for key in ("emergency", "crisis"):
        if not getattr(content.numbers.default, key):
            message = "name one region at least; its numbers are shown where none is known"
            sources.report("data/emergency_numbers.yaml", message, ("default", key))


def guardrails(found: Iterable[GuardrailShape], sources: Sources) -> None:
    """Note each guardrail that people in danger need and that is not there."""
    by_intent = {each.intent: each for each in found}
    for name in _ALARMS:
        path = f"data/guardrails/{name}.yaml"
        guardrail = by_intent.get(name)
        if guardrail is None:
            sources.report(path, "this guardrail is missing; add it, for people in danger need it")
        elif not guardrail.rules or not guardrail.urgent:
            message = "people in danger need this guardrail; give it rules and 'check_in_response'"
            sources.report(path, message, ("rules",))


def _guardrail_lines(content: Content) -> set[str]:
    options = (
        option
        for guide in content.guides.values()
        for node in guide.nodes.values()
        for option in node.options
    )
    cells = {each.guardrail for each in content.cells.values()}
    comparisons = {each.guardrail for each in content.comparisons}
    return cells | comparisons | {each.guardrail for each in options}
