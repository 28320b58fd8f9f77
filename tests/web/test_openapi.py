"""The service keeps to its OpenAPI description, whatever it is sent."""

from __future__ import annotations

import hypothesis
import schemathesis
from hypothesis import HealthCheck

from bot.channels.web import pages
from tests.harness.chat import Server

schema = schemathesis.openapi.from_dict(pages.description())


@schema.parametrize()
@hypothesis.settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_it_keeps_to_its_description(case: schemathesis.Case, server: Server) -> None:
    case.call_and_validate(base_url=server.url)


def test_the_description_names_every_address(server: Server) -> None:
    described = set(server.http.get("/openapi.json").json()["paths"])
    assert described == {
        "/webhooks/rest/webhook",
        "/webhooks/rest",
        "/widget/texts",
        "/widget/topics",
        "/widget/glossary",
        "/openapi.json",
    }
