"""The widget's files, its words, the front page and the OpenAPI description, ready to send."""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import Any

import yaml
from starlette.requests import Request
from starlette.responses import Response

import bot as package
from bot.channels.web.glossary import glossary, terms
from bot.compose.labels import capital, label
from bot.content.library import Content
from bot.dialogue.target import BODY, GUIDE, Target

WIDGET = Path(package.__file__).parent / "widget"
BUNDLE = WIDGET / "bundle"
"""What tools/widget.py builds from the modules beside it."""
_DESCRIPTION = Path(__file__).with_name("openapi.yaml")
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
_PACKED = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")
_HTML = "text/html; charset=utf-8"
_JSON = "application/json"


@dataclass(frozen=True)
class File:
    """A file in memory, as it is and packed."""

    body: bytes
    content_type: str
    packed: bytes = field(init=False)
    tag: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "packed", gzip.compress(self.body, mtime=0))
        object.__setattr__(self, "tag", f'"{hashlib.sha256(self.body).hexdigest()[:32]}"')

    def response(self, request: Request) -> Response:
        """The file, packed if the client takes that, or 304 if it has it already."""
        headers = {"ETag": self.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        if request.headers.get("if-none-match") == self.tag:
            # With its type, so that a page keeps the policy of a page: browsers merge the headers.
            return Response(None, 304, headers, self.content_type)
        body = self.body
        if _PACKED.search(request.headers.get("accept-encoding", "")):
            headers["Content-Encoding"] = "gzip"
            body = self.packed
        return Response(body, headers=headers, media_type=self.content_type)


def files(content: Content, *, feedback: bool = False) -> dict[str, File]:
    """Every file that the service hands out, by its path.

    Args:
        feedback: whether people are asked if an answer helped.
    """
    found = {"/": _front_page(content), "/openapi.json": _json(description(feedback=feedback))}
    found["/widget/texts"] = _json(texts(content, feedback=feedback))
    found["/widget/topics"] = _json({"topics": topics(content)})
    found["/widget/glossary"] = _json({"terms": glossary(content)})
    for path in sorted([*WIDGET.glob("*.svg"), *BUNDLE.iterdir()]):
        address = "/widget.js" if path.name == "widget.js" else f"/widget/{path.name}"
        found[address] = File(_filled(path.read_bytes(), content), _TYPES[path.suffix])
    return found


def _filled(body: bytes, content: Content) -> bytes:
    """A file with the one text that the widget shows before it has the others."""
    loading = json.dumps(content.widget["loading"], ensure_ascii=False)
    return body.replace(b'"$loading"', loading.encode())


def texts(content: Content, *, feedback: bool = False) -> dict[str, Any]:
    """The words of the widget, which it asks for when it starts, and whether it has thumbs."""
    return {
        "language": "en",
        "direction": "ltr",
        "feedback": feedback,
        "texts": dict(content.widget),
        "terms": terms(content),
    }


def topics(content: Content) -> list[dict[str, str]]:
    """Everything that a choice can ask for, by the words on its button."""
    answered = [
        Target(intent, folder)
        for (folder, intent), cell in content.cells.items()
        if folder in content.subjects and (folder, intent) == (cell.folder, cell.intent)
    ]
    guides = [Target(GUIDE, each) for each in content.guides]
    body = [Target(BODY, each) for each in ("", *content.body.sites) if content.body.sites]
    # As subjects are listed, the root first.
    place = {subject: number for number, subject in enumerate(content.subjects)}
    answered.sort(key=lambda each: (place[each.subject], label(each, content)))
    return [
        {
            "title": label(each, content),
            "short": label(each, content, beside=each.subject),
            "payload": each.payload,
            "group": _group(each, content),
        }
        for each in [*guides, *body, *answered]
    ]


def _group(target: Target, content: Content) -> str:
    """The name of what a topic is about, for the heading over it; empty for guides and places."""
    if target.name in (GUIDE, BODY):
        return ""
    return capital(content.subjects[target.subject].name)


def description(*, feedback: bool = False) -> dict[str, Any]:
    """The OpenAPI description of the service, with thumbs or without."""
    loaded: dict[str, Any] = yaml.safe_load(_DESCRIPTION.read_text(encoding="utf-8"))
    loaded["info"]["version"] = package.__version__
    if not feedback:
        del loaded["paths"]["/feedback"]
    return loaded


def _front_page(content: Content) -> File:
    template = Template((WIDGET / "index.html").read_text(encoding="utf-8"))
    words = {name: html.escape(text) for name, text in content.widget.items()}
    return File(template.substitute(words, language="en").encode(), _HTML)


def _json(data: Mapping[str, Any]) -> File:
    return File(json.dumps(data, ensure_ascii=False).encode(), _JSON)
