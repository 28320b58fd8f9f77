"""Templates, and the files that the pages need: the studio's own and the widget's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.channels.web import pages
from bot.channels.web.glossary import glossary
from bot.channels.web.pages import BUNDLE, WIDGET, File
from bot.content.library import Content
from bot.errors import Problem

_HERE = Path(__file__).parent
_STATIC = _HERE / "static"
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}

_templates = Environment(
    loader=FileSystemLoader(_HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of a template.

    Args:
        name: of the template, without its suffix.
        values: what stands in its placeholders.
    """
    html = _templates.get_template(f"{name}.html").render(here=name, **values)
    return HTMLResponse(html, status)


def waiting(work: str, about: str, share: float) -> HTMLResponse:
    """What is shown while something is done; it goes on by itself.

    Args:
        work: name of what is waited for.
        about: what is being done.
        share: how much of it is done, 0 to 1.
    """
    return page("waiting", work=work, about=about, share=share)


def broken(problems: tuple[Problem, ...]) -> HTMLResponse:
    """What a content with mistakes looks like."""
    return page("problems", 503, problems=problems)


def sorry(status: int, title: str, text: str) -> HTMLResponse:
    """A page that says what is not there, or what went wrong."""
    return page("sorry", status, title=title, text=text)


def static(name: str, request: Request) -> Response | None:
    """A file of the studio, or None."""
    found = {path.name: path for path in _STATIC.iterdir()}
    return _file(found[name], request) if name in found else None


def of_widget(name: str, request: Request) -> Response | None:
    """A module of the widget, or None. Its later part is the one that it is served with."""
    folder = BUNDLE if name.startswith("widget/") else WIDGET
    found = {path.name: path for path in folder.glob("*.js")}
    path = found.get(name.removeprefix("widget/"))
    return _file(path, request) if path else None


def texts(content: Content) -> File:
    """The words of the widget and the meanings of its terms."""
    data = {**pages.texts(content), "glossary": glossary(content)}
    return File(json.dumps(data, ensure_ascii=False).encode(), "application/json")


def _file(path: Path, request: Request) -> Response:
    return File(path.read_bytes(), _TYPES[path.suffix]).response(request)
