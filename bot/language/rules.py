"""Guardrail rules: content that says which words raise which guardrail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.content.schema import GuardrailShape, RuleShape
from bot.language.negation import Negation
from bot.language.terms import Hit, TermIndex


@dataclass(frozen=True)
class Alarm:
    """A guardrail that a rule has raised."""

    intent: str
    rule: str
    response: str
    """The cell to show, as folder/intent."""


class RuleBook:
    """All guardrail rules, matched in one pass over a message."""

    def __init__(self, guardrails: Sequence[GuardrailShape], negation: Negation) -> None:
        self._guardrails = guardrails
        self._negation = negation
        self._index = TermIndex(_terms(guardrails))

    def alarms(self, sentences: Sequence[Sequence[str]]) -> tuple[Alarm, ...]:
        """The rules that a message fires, guardrails in the order of the content.

        Args:
            sentences: words of each sentence, in matching form.
        """
        found = [_Found.of(words, self._index.hits(words)) for words in sentences]
        whole = [word for words in sentences for word in words]
        everywhere = _Found.of(whole, self._index.hits(whole))
        return tuple(
            Alarm(guardrail.intent, rule.name, rule.response or guardrail.response)
            for guardrail in self._guardrails
            for rule in guardrail.rules
            if any(
                self._fires(rule, scope)
                for scope in ([everywhere] if rule.scope == "message" else found)
            )
        )

    def _fires(self, rule: RuleShape, found: _Found) -> bool:
        return all(self._present(group, rule, found) for group in rule.all_of) and not any(
            term in found.hits for term in rule.unless
        )

    def _present(self, group: Collection[str], rule: RuleShape, found: _Found) -> bool:
        return any(
            not (rule.negatable and self._negation.negates(found.words, hit.start))
            for term in group
            for hit in found.hits.get(term, ())
        )


@dataclass(frozen=True)
class _Found:
    """The term hits of a sentence, by term."""

    words: Sequence[str]
    hits: dict[str, list[Hit]]

    @classmethod
    def of(cls, words: Sequence[str], hits: Iterable[Hit]) -> _Found:
        by_term: dict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            by_term[hit.term].append(hit)
        return cls(words, dict(by_term))


def _terms(guardrails: Sequence[GuardrailShape]) -> Iterator[str]:
    for guardrail in guardrails:
        for rule in guardrail.rules:
            yield from rule.unless
            for group in rule.all_of:
                yield from group
