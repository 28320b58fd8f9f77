"""From a message to sentences and words: the form in which everything is matched.

spaCy splits tokens and sentences; here a message is cleaned first and its
tokens are brought to one form afterwards: lower case, no apostrophes, hyphens
and slashes as gaps. "Can't" and "cant", "islet-cell" and "islet cell" are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.language.pipeline import Token, sentences_of, tokenizer

MESSAGE_LIMIT = 16_000
"""Characters of a message that are looked at: the first and the last halves of a longer one."""

_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"}
)
_EDGES = re.compile(r"^[^\w.#%]+|[^\w#%]+$")
_INNER = re.compile(r"[-/_|+*=~<>(){}\[\],;:\"!?…]+")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'")
_ENDLESS = re.compile(r"\S{100}(?=\S)")
_WITHOUT_WIDTH = "\u200b\u200c\u200d\ufeff"
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_GLUED = re.compile(r"(?<=\w)[!?;]+(?=\w)|(?<=[a-z])\.(?=[A-Z][a-z])")
_DOMAIN = re.compile(r"(?<=\w)\.(?:Net|Gov|Com|Org)\b")
"""The end of a site's name, which is no end of a sentence: "Example.Org"."""
_SITE = re.compile(r"\.(?:net|gov|com|org)")
"""Such an end alone: with its dot it is another word than without."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a message."""

    text: str
    """As written, cleaned."""
    words: tuple[str, ...]
    """Its words in matching form."""
    asks: bool
    """Whether it ends in a question mark."""


def clean(message: str) -> str:
    """A message without control and bidirectional characters, and of bounded length.

    Args:
        message: anything at all, lone surrogates included.

    Returns:
        NFKC text of at most about `MESSAGE_LIMIT` characters.
    """
    if len(message) > 2 * MESSAGE_LIMIT:
        message = message[:MESSAGE_LIMIT] + "\n" + message[-MESSAGE_LIMIT:]
    message = message.encode("utf-8", "replace").decode("utf-8")
    text = unicodedata.normalize("NFKC", message).translate(_QUOTES)
    if not (text.isascii() and text.isprintable()):
        text = text.translate({ord(c): _visible(c) for c in set(text)})
    text = re.sub(r"\s*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", text)).strip()
    text = ends(text, MESSAGE_LIMIT)
    # A tokenizer's time grows with the square of a token: nobody shall make others wait.
    return _ENDLESS.sub(r"\g<0> ", text)


def ends(text: str, most: int) -> str:
    """The first and the last characters of a text that has more."""
    return text if len(text) <= most else f"{text[: most // 2]}\n{text[-(most // 2) :]}"


def _visible(character: str) -> str:
    """A space in place of what nobody sees, nothing for what has no width; line ends stay."""
    if character in _WITHOUT_WIDTH:
        return ""
    hidden = character != "\n" and unicodedata.category(character) in _HIDDEN
    return " " if hidden else character


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of cleaned text that have any word in them."""
    named = _DOMAIN.sub(lambda found: found.group().lower(), text)
    spaced = _GLUED.sub(lambda found: found.group() + " ", named)
    found = []
    for span in sentences_of(spaced):
        words = _joined(span)
        if words:
            written = span.text.strip()
            found.append(Sentence(written, words, written.rstrip("\"') ").endswith("?")))
    return tuple(found)


def words_of(text: str) -> tuple[str, ...]:
    """All words of a short text in matching form.

    >>> words_of("I can't find an islet-cell expert")
    ('i', 'cant', 'find', 'an', 'islet', 'cell', 'expert')
    """
    return _joined(tokenizer()(clean(text)))


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name or cue of the content: as `words_of`, without its cost.

    >>> name_words("well-differentiated NEN of pancreas")
    ('well', 'differentiated', 'nen', 'of', 'pancreas')
    """
    return tuple(form for part in name.split() for form in word_forms(part))


def _joined(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Words of tokens; spaCy's "ca" + "n't" and "it" + "'s" are put together again."""
    words: list[str] = []
    goes_on = False
    for token in tokens:
        forms = word_forms(token.text)
        if goes_on and forms and token.text[0] in _LETTERS:
            words[-1] += forms.pop(0)
        words.extend(forms)
        goes_on = bool(words) and not token.whitespace_ and token.text[-1:].isalpha()
    return tuple(words)


def word_forms(token: str) -> list[str]:
    """A token's words in matching form; none for punctuation.

    >>> word_forms("Islet-cell"), word_forms("can't"), word_forms("?!"), word_forms(".COM")
    (['islet', 'cell'], ['cant'], [], ['.com'])
    """
    return list(_forms(token))


@lru_cache(maxsize=8192)
def _forms(token: str) -> tuple[str, ...]:
    forms = []
    for part in _INNER.split(token.lower().replace("'", "")):
        word = _EDGES.sub("", part)
        word = word if _SITE.match(word) else word.lstrip(".")
        if word:
            forms.append(_STRETCHED.sub(r"\1\1", word))
    return tuple(forms)
