"""What is saved is seen at the next load; mistakes are a page, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.content.library import Content
from bot.studio import shelf as shelves
from bot.studio.app import create_app
from bot.studio.review import Review
from tests.conftest import copy_content
from tests.studio.conftest import client

ADDRESS = "/answers/pancreatic_net/inheritance"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy_content(tmp_path)
    return tmp_path


def replace(folder: Path, content: Content, old: str, new: str) -> Path:
    """Once, in the part of a file that an answer is."""
    file, _, part = content.cells["pancreatic_net", "inheritance"].path.partition("#")
    path = folder / file
    text = path.read_text(encoding="utf-8")
    start = text.index(f"{part.rpartition('/')[2]}:") if part else 0
    assert old in text[start:]
    path.write_text(text[:start] + text[start:].replace(old, new, 1), encoding="utf-8")
    return path


def test_a_save_is_seen_and_a_mistake_has_its_place(folder: Path, content: Content) -> None:
    studio = client(folder)
    lead = content.cells["pancreatic_net", "inheritance"].lead
    before = studio.get(ADDRESS).text
    assert lead in before
    word = lead.split()[0]
    replace(folder, content, lead, lead.replace(word, f"{word} indeed", 1))
    assert f"{word} indeed" in studio.get(ADDRESS).text

    path = replace(folder, content, "statements:", "statments:")
    for address in ("/", ADDRESS, "/documents/net", "/chat/texts"):
        response = studio.get(address)
        assert response.status_code == 503
    assert f"<code>{path.relative_to(folder).as_posix()}:" in response.text
    assert "&#39;statments&#39; is no key" in response.text
    assert "Traceback" not in response.text

    replace(folder, content, "statments:", "statements:")
    assert studio.get(ADDRESS).status_code == 200


def test_a_folder_without_content(tmp_path: Path) -> None:
    response = client(tmp_path).get("/")
    assert response.status_code == 503
    assert "no content here" in response.text


def test_a_content_is_read_once_as_long_as_it_stays(
    studio: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.get("/")
    monkeypatch.setattr(shelves, "_read", lambda _: pytest.fail("read again"))
    assert studio.get("/").status_code == 200


def test_a_fault_of_ours_is_a_calm_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("words of somebody")

    monkeypatch.setattr(Review, "table", fail)
    studio = TestClient(
        create_app(tmp_path, tmp_path), base_url="http://127.0.0.1", raise_server_exceptions=False
    )
    response = studio.get("/")
    assert response.status_code == 500
    assert "Something went wrong" in response.text
    assert "words of somebody" not in response.text + caplog.text
    assert "Traceback" not in response.text
