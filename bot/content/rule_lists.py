"""Puts the terms of named lists (data/signs.yaml) into the rules that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.content.files import Sources
from bot.content.schema import GuardrailShape, Lines, RuleShape

PATH = "data/signs.yaml"
Lists = dict[str, Lines]


def expanded(
    guardrails: Mapping[str, GuardrailShape], sources: Sources
) -> dict[str, GuardrailShape]:
    """Guardrails by path, with `{name}` in their rules replaced by the terms of that list.

    A name that is no list, and a list that no rule names, is noted in `sources`.
    """
    lists = sources.shaped(PATH, Lists) or {}
    found = {
        path: each.model_copy(update={"rules": tuple(_rule(rule, lists) for rule in each.rules)})
        for path, each in guardrails.items()
    }
    used: set[str] = set()
    for path, each in guardrails.items():
        for index, rule in enumerate(each.rules):
            names = {_name(term) for term in _terms(rule)} - {""}
            used |= names
            for name in sorted(names - lists.keys()):
                place = sources.shown(PATH)
                message = (
                    f"rule '{rule.name}' names the list '{name}'; {place} has none of that name"
                )
                sources.report(path, message, ("rules", index))
    for name in sorted(lists.keys() - used):
        sources.report(PATH, f"no rule names the list '{name}'; use it or remove it", (name,))
    return found


def _rule(rule: RuleShape, lists: Mapping[str, Lines]) -> RuleShape:
    return rule.model_copy(
        update={
            "all_of": tuple(tuple(_full(group, lists)) for group in rule.all_of),
            "unless": tuple(_full(rule.unless, lists)),
        }
    )


def _full(terms: Iterable[str], lists: Mapping[str, Lines]) -> Iterator[str]:
    for term in terms:
        name = _name(term)
        yield from lists.get(name, ()) if name else (term,)


def _terms(rule: RuleShape) -> Iterator[str]:
    yield from rule.unless
    for group in rule.all_of:
        yield from group


def _name(term: str) -> str:
    """The list that a term stands for; empty for a term of its own."""
    return term[1:-1] if term.startswith("{") and term.endswith("}") else ""
