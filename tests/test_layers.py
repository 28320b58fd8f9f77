"""A content lies over what every health page needs: it adds, replaces, and meets something."""

from __future__ import annotations

import pytest

from bot.content.files import Sources
from bot.content.layers import WORDS
from bot.content.library import Content
from bot.language import leads

SETTING = b"extends: common\nroot: lung\nwords:\n  bot: Guide\n  pages: two pages\n"
BELOW = {
    "bot/common/responses/smalltalk/hello.yaml": b"""\
lead: I am {bot}. I read from {pages}.
next: [overview, gone, guide/by-type]
""",
    "bot/common/intents/smalltalk/hello.yaml": b"""\
about: x
label: y
utterances: |
  hello
  good day
near_misses: |
  what is it => overview
  where is it => locations
""",
}
OWN = {
    "data/content.yaml": SETTING,
    "intents/aspects/overview.yaml": b"about: x\nlabel: y\nutterances: |\n  what is it\n",
}


def parsed(**more: bytes) -> Sources:
    named = {path.replace("__", "/") + ".yaml": data for path, data in more.items()}
    return Sources.parse({**OWN, **named, **BELOW})


def test_words_of_the_disease_stand_in_the_common_texts() -> None:
    sources = parsed()
    assert sources.problems == []
    cell = sources.files["responses/smalltalk/hello.yaml"]
    assert cell.data["lead"] == "I am Guide. I read from two pages."
    assert cell.path == "bot/common/responses/smalltalk/hello.yaml"


def test_common_links_to_what_a_disease_lacks_are_left_out() -> None:
    sources = parsed()
    assert sources.files["responses/smalltalk/hello.yaml"].data["next"] == ["overview"]
    near = sources.files["intents/smalltalk/hello.yaml"].data["near_misses"]
    assert near.split("\n")[:2] == ["  what is it => overview".strip(), ""]


ASKING = b"""\
about: x
label: y
utterances: |
  is it mine
asking: |
  what is mine => overview
  where is mine => locations
"""


def test_what_asks_something_that_a_disease_lacks_is_an_utterance_alone() -> None:
    sources = parsed(bot__common__intents__safety__case=ASKING)
    found = sources.files["intents/safety/case.yaml"].data
    assert found["asking"].splitlines() == ["what is mine => overview", ""]
    assert found["utterances"].splitlines() == ["is it mine", "where is mine"]


REFUSAL = b"""\
about: x
answer:
  lead: No.
  next: [overview, 'rarity/{root}', 'types/{root}', gone]
utterances: |
  is there a cure
"""
SUBJECT = b"name: lung\nanswers:\n  rarity:\n    lead: It is.\n    also_answers: [types]\n"


def test_links_of_a_common_refusal_and_answers_of_a_subject() -> None:
    aspect = b"about: x\n"
    sources = parsed(
        bot__common__intents__refusals__cure=REFUSAL,
        bot__common__intents__aspects__rarity=aspect,
        bot__common__intents__aspects__types=aspect,
        bot__common__intents__aspects__symptoms=aspect,
        responses__subjects__lung=SUBJECT,
    )
    assert sources.problems == []
    found = sources.files["intents/refusals/cure.yaml"].data["answer"]["next"]
    assert found == ["overview", "rarity/lung", "types/lung"]
    assert "intents/aspects/symptoms.yaml" not in sources.files


def test_additions_to_the_answer_of_a_refusal_keep_their_places() -> None:
    more = b"cure:\n  answer:\n    # ours\n    lead: Not here.\n"
    sources = parsed(
        bot__common__intents__refusals__cure=REFUSAL, intents__refusals__additions=more
    )
    path = "intents/refusals/cure.yaml#answer"
    sources.report(path, "wrong", ("lead",))
    sources.report(path, "wrong", ("next",))
    sources.report("intents/refusals/cure.yaml#none", "wrong")
    assert [(each.path, each.line) for each in sources.problems] == [
        ("intents/refusals/additions.yaml", 4),
        ("bot/common/intents/refusals/cure.yaml", 4),
        ("bot/common/intents/refusals/cure.yaml", 1),
    ]


def test_without_the_word_for_it_nothing_is_below() -> None:
    sources = Sources.parse({**OWN, "data/content.yaml": b"words: {}\n", **BELOW})
    assert "responses/smalltalk/hello.yaml" not in sources.files


def test_additions_come_after_what_is_there_and_keep_their_places() -> None:
    more = b"hello:\n  # ours\n  label: z\n  utterances: |\n    hi there\n    hi\n"
    sources = parsed(intents__smalltalk__additions=more)
    name = "intents/smalltalk/hello.yaml"
    assert sources.problems == []
    data = sources.files[name].data
    assert data["utterances"].split("\n") == ["hello", "good day", "hi there", "hi", ""]
    assert (data["about"], data["label"]) == ("x", "z")
    for line in ("good day", "hi"):
        sources.report_entry(name, "wrong", ("utterances",), line)
    sources.report(name, "wrong", ("label",))
    sources.report(name, "wrong", ("about",))
    assert [(each.path, each.line) for each in sources.problems] == [
        ("bot/common/intents/smalltalk/hello.yaml", 5),
        ("intents/smalltalk/additions.yaml", 6),
        ("intents/smalltalk/additions.yaml", 3),
        ("bot/common/intents/smalltalk/hello.yaml", 1),
    ]


def test_an_item_with_the_name_of_one_that_is_there_takes_its_place() -> None:
    below = b"rules:\n  - {name: a, all_of: x}\n  - {name: b, all_of: y}\n"
    more = b"crisis:\n  rules:\n    - {name: c, all_of: w}\n    - {name: a, all_of: z}\n"
    sources = parsed(bot__common__data__guardrails__crisis=below, data__guardrails__additions=more)
    name = "data/guardrails/crisis.yaml"
    rules = sources.files[name].data["rules"]
    assert [(each["name"], each["all_of"]) for each in rules] == [
        ("a", "z"),
        ("b", "y"),
        ("c", "w"),
    ]
    for index in range(3):
        sources.report(name, "wrong", ("rules", index))
    assert [(each.path, each.line) for each in sources.problems] == [
        ("data/guardrails/additions.yaml", 4),
        ("bot/common/data/guardrails/crisis.yaml", 3),
        ("data/guardrails/additions.yaml", 3),
    ]


def test_a_file_that_says_so_replaces_the_common_one() -> None:
    sources = parsed(responses__smalltalk__hello=b"replaces: common\nlead: Good day.\n")
    assert sources.problems == []
    assert sources.files["responses/smalltalk/hello.yaml"].data == {"lead": "Good day."}


@pytest.mark.parametrize(
    ("path", "text", "line", "said"),
    [
        ("responses__smalltalk__hello", b"lead: Hi.\n", 1, "has this name; write 'replaces:"),
        ("responses__smalltalk__helo", b"lead: x\nreplaces: common\n", 2, "meets nothing in"),
        ("intents__smalltalk__additions", b"# x\nhelo:\n  label: z\n", 2, "has the name 'helo'"),
        ("intents__smalltalk__additions", b"hello\n", 1, "below the name of a file"),
        ("data__content", SETTING + b"  colour: red\n", 6, "'colour' is no word of the"),
        ("data__content", SETTING.replace(b"  bot: Guide\n", b""), 3, "need 'bot'; add it"),
    ],
)
def test_an_overlay_that_meets_nothing_is_said(
    path: str, text: bytes, line: int, said: str
) -> None:
    [problem] = parsed(**{path: text}).problems
    assert (problem.path, problem.line) == (path.replace("__", "/") + ".yaml", line)
    assert said in problem.message


def test_additions_to_what_is_replaced_are_said() -> None:
    sources = parsed(
        intents__smalltalk__hello=b"replaces: common\nabout: y\nlabel: z\n",
        intents__smalltalk__additions=b"hello:\n  utterances: |\n    hi\n",
    )
    [problem] = sources.problems
    assert (problem.path, problem.line) == ("intents/smalltalk/additions.yaml", 1)
    assert "replaces what this adds to" in problem.message


def test_words_of_the_layer_are_no_placeholders_of_the_engine(content: Content) -> None:
    """The layer would fill in what the engine fills in later."""
    assert not WORDS & (leads.PHRASE_PLACEHOLDERS | leads.LEAD_PLACEHOLDERS)


def test_words_of_the_widget_are_no_links(content: Content) -> None:
    assert all(content.widget.values())
    assert all(content.phrases.values())
