"""Guardrail rules: content that says which words raise which guardrail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
    sure: bool = False
    """Whether its terms can hardly be said innocently."""


class RuleBook:
    """All guardrail rules, matched in one pass over a message."""

    def __init__(self, guardrails: Sequence[GuardrailShape], negation: Negation) -> None:
        self._negation = negation
        self._rules = [
            _Rule.of(guardrail, rule) for guardrail in guardrails for rule in guardrail.rules
        ]
        self._index = TermIndex(_terms(self._rules))
        self._wide_index = TermIndex(_terms(each for each in self._rules if each.is_wide))
        # Which rules to look at when a term is there: those whose first group has it.
        self._opened_by: dict[str, list[int]] = {term: [] for term in _terms(self._rules)}
        for rank, each in enumerate(self._rules):
            for term in next(iter(each.all_of), ()):
                self._opened_by[term].append(rank)

    def alarms(self, sentences: Sequence[Sequence[str]]) -> tuple[Alarm, ...]:
        """The rules that a message fires, guardrails in the order of the content.

        Args:
            sentences: words of each sentence, in matching form.
        """
        distinct = list(dict.fromkeys(map(tuple, sentences)))
        found = [_Found.of(words, self._index.hits(words)) for words in distinct]
        fired = {rank for each in found for rank in self._fired(each, is_wide=False)}
        if len(sentences) == 1:
            # The only sentence is the whole message, and its terms are found already.
            fired |= self._fired(found[0], is_wide=True)
        else:
            whole = tuple(word for words in sentences for word in words)
            fired |= self._fired(_Found.of(whole, self._wide_index.hits(whole)), is_wide=True)
        return tuple(self._rules[rank].alarm for rank in sorted(fired))

    def _fired(self, found: _Found, *, is_wide: bool) -> set[int]:
        """The rules of sentences, or those of whole messages, that fire where these terms stand."""
        candidates = {rank for term in found.hits for rank in self._opened_by[term]}
        return {
            rank
            for rank in candidates
            if self._rules[rank].is_wide == is_wide and self._fires(self._rules[rank], found)
        }

    def _fires(self, rule: _Rule, found: _Found) -> bool:
        return all(self._present(group, rule, found) for group in rule.all_of) and not any(
            term in found.hits for term in rule.shape.unless
        )

    def _present(self, group: frozenset[str], rule: _Rule, found: _Found) -> bool:
        return any(
            not (rule.shape.negatable and self._negation.negates(found.words, hit.start))
            for term in found.hits
            if term in group
            for hit in found.hits[term]
        )


@dataclass(frozen=True)
class _Rule:
    """A rule ready to be asked: a message has few terms, and a rule may list thousands."""

    shape: RuleShape
    all_of: tuple[frozenset[str], ...]
    alarm: Alarm

    @property
    def is_wide(self) -> bool:
        """Whether its terms may stand in different sentences."""
        return self.shape.scope == "message"

    @classmethod
    def of(cls, guardrail: GuardrailShape, rule: RuleShape) -> _Rule:
        response = rule.response or guardrail.response
        alarm = Alarm(guardrail.intent, rule.name, response, rule.sure)
        return cls(rule, tuple(frozenset(group) for group in rule.all_of), alarm)


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


def _terms(rules: Iterable[_Rule]) -> Iterator[str]:
    for rule in rules:
        yield from rule.shape.unless
        for group in rule.shape.all_of:
            yield from group
