"""Settings come from flags, the environment and a file, in that order of weight."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.web.settings import ALL, read
from bot.errors import InputError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "settings.yaml"
    path.write_text("port: 1\nworkers: 2\nallowed_origins: https://a.example https://b.example\n")
    return path


def test_flag_environment_file_default(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NET_GUIDE_PORT", "3")
    monkeypatch.setenv("NET_GUIDE_WORKERS", "4")
    settings = read({"port": "5"}, file)
    assert (settings.port, settings.workers) == (5, 4)
    assert settings.allowed_origins == ("https://a.example", "https://b.example")
    assert settings.rate_limit == ALL["rate_limit"].default


def test_lists_are_written_with_spaces_or_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NET_GUIDE_FRAME_ANCESTORS", "https://a.example,https://b.example")
    assert read({}).frame_ancestors == ("https://a.example", "https://b.example")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("prot: 1", "there is no setting 'prot'"),
        ("port: x", "the setting 'port' is wrong"),
        ("port: 70000", "the setting 'port' is wrong"),
        ("- a", "not settings; write lines such as 'port: 8080'"),
        ("port: 1\nport: 2", ":2: "),
        ("a: [", ":"),
    ],
)
def test_mistakes_in_the_file_are_one_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        read({}, path)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_origins_are_written_as_browsers_do() -> None:
    origins = "https://Hospital.example:443 http://a.example:80 https://b.example:8443"
    assert read({"allowed_origins": origins}).allowed_origins == (
        "https://hospital.example",
        "http://a.example",
        "https://b.example:8443",
    )


@pytest.mark.parametrize("said", ["yes", "On", "true", "1"])
def test_yes_and_no_are_understood(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(f"access_log: {said}\n")
    assert read({}, path).access_log is True
    monkeypatch.setenv("NET_GUIDE_FEEDBACK", said)
    assert read({}).feedback is True
    assert read({"feedback": "off"}).feedback is False


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("port", "70000"),
        ("port", "many"),
        ("port", "1.5"),
        ("workers", "0"),
        ("feedback", "perhaps"),
        ("log_level", "loud"),
        ("traces", "somewhere"),
        ("allowed_origins", "https://*.example"),
        ("frame_ancestors", "nowhere"),
    ],
)
def test_a_value_out_of_bounds_is_told_by_the_name_of_its_setting(name: str, value: str) -> None:
    with pytest.raises(InputError, match=f"^the setting '{name}' is wrong: ."):
        read({name: value})


def test_every_setting_has_a_description() -> None:
    assert all(each.metadata["description"] for each in ALL.values())
