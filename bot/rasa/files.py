"""The files of a Rasa project, as data: what Rasa is told of our content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from bot.channels.actions.names import ANSWER, BACK, RESTART, SESSION, STATE_SLOT
from bot.content.library import Content, Intent
from bot.dialogue.target import BODY, GUIDE
from bot.rasa.annotate import ENTITY, Annotator
from bot.rasa.dump import examples

Mode = Literal["thin", "full"]
_FALLBACK = "nlu_fallback"
_OF_RASA = {"restart": RESTART, "back": BACK, "session_start": SESSION}
"""Intents that Rasa has actions of its own for, whatever the rules say."""
_SHOWN = 450_000
"""How many lines the network is shown in training: fewer of them are shown more often.

Without transformer layers, with which an epoch takes about ten times longer.
"""
_FEWEST_EPOCHS, _MOST_EPOCHS = 8, 40
_RARE_LETTERS = 0.0004
"""Share of the lines that letters must stand in: most of the network would be about rare ones."""
_ENTITIES = (ENTITY, "id", "answers")
"""Keys of our payloads."""


def config(mode: Mode, lines: int) -> dict[str, Any]:
    """config.yml: in thin mode Rasa classifies nothing.

    Args:
        lines: how many utterances there are to be trained on.
    """
    pipeline: list[dict[str, Any]] = [{"name": "WhitespaceTokenizer"}]
    policies: list[dict[str, Any]] = []
    if mode == "full":
        pipeline += _classification(lines)
        policies.append({"name": "MemoizationPolicy", "max_history": 2})
    policies.append(
        {
            "name": "RulePolicy",
            "core_fallback_threshold": 0.3,
            "core_fallback_action_name": ANSWER,
            "enable_fallback_prediction": True,
        }
    )
    return {
        "recipe": "default.v1",
        "assistant_id": "net-guide",
        "language": "en",
        "pipeline": pipeline,
        "policies": policies,
    }


def _classification(lines: int) -> list[dict[str, Any]]:
    epochs = max(_FEWEST_EPOCHS, min(_MOST_EPOCHS, _SHOWN // max(lines, 1)))
    letters = {"analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4, "min_df": _RARE_LETTERS}
    return [
        {"name": "RegexEntityExtractor", "use_regexes": False},
        {"name": "EntitySynonymMapper"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", **letters},
        {
            "name": "DIETClassifier",
            "epochs": epochs,
            "batch_size": [256, 256],
            "number_of_transformer_layers": 0,
            "entity_recognition": False,
            "constrain_similarities": True,
            "random_seed": 1,
        },
        {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
    ]


def domain(content: Content) -> dict[str, Any]:
    """domain.yml. Our actions word everything, so there are no responses of Rasa's."""
    return {
        "version": "3.1",
        "intents": [{name: {"use_entities": []}} for name in intents(content)],
        "entities": list(_ENTITIES),
        "slots": {
            STATE_SLOT: {
                "type": "any",
                "influence_conversation": False,
                "mappings": [{"type": "custom"}],
            }
        },
        "responses": {},
        "actions": [ANSWER, RESTART, BACK, SESSION],
        "session_config": {"session_expiration_time": 60, "carry_over_slots_to_new_session": True},
    }


def intents(content: Content) -> list[str]:
    """Every name that a message or a payload can have."""
    return sorted(
        [
            *content.intents,
            *([GUIDE] if content.guides else []),
            *([BODY] if content.body.sites else []),
        ]
    )


def payloads(content: Content) -> frozenset[str]:
    """Names that Rasa reads off a message of the form `/name`."""
    return frozenset([*intents(content), *_OF_RASA])


def nlu(content: Content) -> dict[str, Any]:
    """data/nlu.yml: our utterances, annotated; the names of subjects as synonyms and lookup."""
    annotator = Annotator(content)
    found: list[dict[str, Any]] = []
    chosen = _choices(content)
    for name in intents(content):
        known = content.intents.get(name)
        lines = _lines(known, content) if known else chosen[name]
        found.append({"intent": name, "examples": examples(map(annotator.annotate, lines))})
    for subject in sorted(content.subjects):
        names = content.subjects[subject].names
        found.append({"synonym": subject, "examples": examples(names)})
    every = {name for each in content.subjects.values() for name in each.names}
    found.append({"lookup": ENTITY, "examples": examples(sorted(every, key=_longest_first))})
    return {"nlu": found}


def _lines(intent: Intent, content: Content) -> Sequence[str]:
    """An intent's utterances; of one that has none, what is said after something else."""
    if intent.lines:
        return intent.lines
    taken = {line.lower() for each in content.intents.values() for line in each.lines}
    said = dict.fromkeys(line.rpartition("<=")[0].strip() for line in intent.followups)
    return [line for line in said if line.lower() not in taken]


def _choices(content: Content) -> dict[str, list[str]]:
    """What people choose of a guide and of the figure of the body, each label under one of them.

    Rasa wants examples of an intent that has payloads only, and no example under two intents.
    """
    taken = {line.lower() for each in content.intents.values() for line in each.lines}
    options = {
        option.label
        for guide in content.guides.values()
        for node in guide.nodes.values()
        for option in node.options
    }
    sites = {each.name for each in content.body.sites.values()} - options
    return {
        name: sorted(label for label in labels if label.lower() not in taken)
        for name, labels in ((GUIDE, options), (BODY, sites))
    }


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def rules(content: Content) -> dict[str, Any]:
    """data/rules.yml: every intent leads to our action."""
    found: list[dict[str, Any]] = [
        {"rule": "wait after an answer", "steps": [{"action": ANSWER}]},
        _rule(_FALLBACK),
    ]
    return {"rules": [*found, *map(_rule, intents(content))]}


def _rule(intent: str) -> dict[str, Any]:
    return {"rule": f"answer {intent}", "steps": [{"intent": intent}, {"action": action(intent)}]}


def action(intent: str) -> str:
    """The action that an intent leads to."""
    return _OF_RASA.get(intent, ANSWER)


def stories(content: Content) -> dict[str, Any]:
    """data/stories.yml: one conversation a group of intents, for others to go on from."""
    groups: dict[str, list[str]] = {}
    for each in sorted(content.intents.values(), key=lambda intent: intent.id):
        groups.setdefault(each.group, []).append(each.id)
    return {
        "stories": [_story(f"some {group}", names[:3]) for group, names in sorted(groups.items())]
    }


def _story(name: str, intents: Sequence[str]) -> dict[str, Any]:
    steps: list[dict[str, str]] = []
    for intent in intents:
        steps += [{"intent": intent}, {"action": action(intent)}]
    return {"story": name, "steps": steps}


def endpoints() -> dict[str, Any]:
    """endpoints.yml: the action server on the same machine."""
    return {"action_endpoint": {"url": "http://127.0.0.1:5055/webhook"}}


def credentials() -> dict[str, Any]:
    """credentials.yml: Rasa's REST channel."""
    return {"rest": None}
