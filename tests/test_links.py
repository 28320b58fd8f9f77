"""Addresses of what the pages name: whose they are, where they are shown, whether they work."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest

from bot.cli import links
from bot.compose import sources
from bot.content.library import Content
from bot.reply import Link


def of(content: Content, subject: str, *statements: str) -> tuple[Link, ...]:
    return sources.links(subject, statements, content)


def test_own_references_of_the_pages_come_first(content: Content) -> None:
    (link,) = of(content, "carcinoid_cancer_foundation")
    reference = content.reference("net#4")
    assert reference
    assert (link.url, link.reference) == (reference.url, "net#4")


def test_what_is_ours_is_a_home_address(content: Content) -> None:
    """No page further down: nobody has read it. The registry of tests lives below another site."""
    for name, link in content.addresses.links.items():
        if link.url and name != "gtr":
            assert urlsplit(link.url).path == "/", name


def test_every_body_and_resource_has_a_link(content: Content) -> None:
    for subject in content.subjects.values():
        if subject.kind in ("organisation", "resource"):
            assert of(content, subject.id), subject.id


def test_statement_that_names_a_body_says_so_in_its_words(content: Content) -> None:
    for name, link in content.addresses.links.items():
        subject = content.subjects[name]
        names = [subject.name, *subject.names]
        for statement in link.named_in:
            said = content.statements[statement].text.lower()
            assert any(each.lower().removeprefix("the ") in said for each in names), (name, said)


def test_each_address_is_shown_once(content: Content) -> None:
    found = of(content, "netrf", "net.care.doctor_database", "net.care.guide", "net.care.guide")
    assert [link.url for link in found] == [
        "https://netrf.org/",
        "https://rarediseases.info.nih.gov/",
    ]


def test_statement_without_a_name_has_no_link(content: Content) -> None:
    assert of(content, "carcinoid", "net.definition.rare_tumor") == ()


def test_pages_carry_the_link_of_their_publisher(content: Content) -> None:
    for document in content.documents.values():
        page = sources.page(document, content)
        assert page.url == content.addresses.links["gard"].url


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_check_tells_what_is_gone(site: str) -> None:
    found = {f"{site}/{code}": "place" for code in (200, 403, 404, 500)}
    found["http://127.0.0.1:9/"] = "nowhere"
    told = {url.rpartition("/")[2]: what for url, _, what in links.check(found)}
    assert told["200"] == told["403"] == ""
    assert told["404"] == "HTTP 404"
    assert told["500"] == "HTTP 500"
    assert told[""].startswith("cannot be reached")


def test_check_asks_for_links_and_references(content: Content) -> None:
    found = links.addresses(content)
    assert found["https://netrf.org/"] == "data/links.yaml: netrf"
    reference = content.reference("net#1")
    assert reference
    assert found[reference.url] == "net#1"
    fewer = dataclasses.replace(content, documents={})
    assert reference.url not in links.addresses(fewer)
