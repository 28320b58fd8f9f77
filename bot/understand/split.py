"""Where a sentence may hold more than one question."""

from __future__ import annotations

from collections.abc import Sequence

MOST_PIECES = 4
_JOINERS = frozenset({"and", "also", "plus", "then", "n"})
_WH_WORDS = frozenset({"what", "where", "which", "who", "how", "when", "why", "whats", "wheres"})
_ASKING_VERBS = frozenset(
    ["is", "are", "was", "were", "can", "could", "do", "does", "did", "will", "would", "should"]
)
_CONTRACTED = frozenset({"whats", "wheres"})
_PRONOUNS = frozenset(
    {"i", "you", "he", "she", "it", "we", "they", "theyre", "hes", "shes", "its", "one"}
)
_SMALLEST_QUESTION = 2
_SHORT = 2
"""Words after a question word up to which it asks without a verb: 'what symptoms'."""


def pieces(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The pieces of a sentence that may each be a question; one piece when it cannot be split.

    >>> pieces("what is a pnet and which hormones can it make".split())
    [('what', 'is', 'a', 'pnet'), ('which', 'hormones', 'can', 'it', 'make')]
    """
    cuts = [index for index in range(1, len(words)) if _may_start(words, index)]
    cuts = [cut for cut, before in zip(cuts, [0, *cuts], strict=False) if cut - before >= 1]
    starts = [0, *cuts[: MOST_PIECES - 1]]
    found = [tuple(words[a:b]) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
    stripped = [_without_joiners(piece) for piece in found]
    return [piece for piece in stripped if piece] or [tuple(words)]


def _may_start(words: Sequence[str], index: int) -> bool:
    word, before = words[index], words[index - 1]
    if before in _JOINERS:
        return True
    far_enough = index >= _SMALLEST_QUESTION and len(words) - index >= _SMALLEST_QUESTION
    if word not in _WH_WORDS or not far_enough or before in _LEADS_INTO:
        return False
    return word in _CONTRACTED or _asks(words[index + 1 : index + 4])


def _asks(after: Sequence[str]) -> bool:
    """Whether words after a question word have the order of a question, not of a clause in one.

    >>> _asks(["are", "they", "found"]), _asks(["they", "are", "found"])
    (True, False)
    >>> _asks(["symptoms"])
    True
    """
    if any(word in _ASKING_VERBS for word in after):
        after = after[: next(k for k, word in enumerate(after) if word in _ASKING_VERBS)]
    elif len(after) > _SHORT:
        return False
    return not any(word in _PRONOUNS for word in after)


def _without_joiners(piece: tuple[str, ...]) -> tuple[str, ...]:
    start, end = 0, len(piece)
    while start < end and piece[start] in _JOINERS:
        start += 1
    while end > start and piece[end - 1] in _JOINERS:
        end -= 1
    return piece[start:end]


_LEADS_INTO = frozenset(
    [
        "of",
        "in",
        "to",
        "for",
        "about",
        "on",
        "from",
        "by",
        "at",
        "with",
        "know",
        "tell",
        "explain",
        "understand",
        "wonder",
        "wondering",
        "say",
        "says",
        "me",
        "ask",
        "asking",
        "see",
        "learn",
        "understood",
        "and",
        "or",
        "but",
        "exactly",
        "depends",
        "is",
        "matter",
        "idea",
        "sure",
    ]
)
"""Words after which a question word goes on with the same question: 'tell me what …'."""
