"""Asks for every address of the content, where there is a network; for `check --links`."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

from bot.content.library import Content

SECONDS = 20
"""How long an address may take."""

_AT_ONCE = 4
_AGENT = "Mozilla/5.0 (compatible; net-guide check)"
_GONE = (404, 410)
_OFFERED = ("http:", "https:")


def addresses(content: Content) -> dict[str, str]:
    """Where each address stands, by address: of references and of links."""
    found: dict[str, str] = {}
    for document in content.documents.values():
        for reference in document.references:
            found.setdefault(reference.url, f"{document.id}#{reference.number}")
    for name, link in content.addresses.links.items():
        if link.url:
            found.setdefault(link.url, f"data/links.yaml: {name}")
    return {url: place for url, place in found.items() if url.startswith(_OFFERED)}


def check(found: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    """Asks for each address; yields it, where it stands, and what is wrong (empty: nothing)."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        yield from zip(found, found.values(), pool.map(_trouble, found), strict=True)


def _trouble(url: str) -> str:
    # Only web addresses get here; see `addresses`.
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310
            return ""
    except urllib.error.HTTPError as error:
        # Sites that turn programs away are there all the same.
        return f"HTTP {error.code}" if error.code in _GONE or error.code >= 500 else ""
    except (OSError, ValueError) as error:
        return f"cannot be reached ({getattr(error, 'reason', error)})"
