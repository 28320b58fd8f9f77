"""The service speaks Rasa's REST channel, and says what the engine says."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from bot import Bot
from bot.channels import rest
from tests.harness.chat import WEBHOOK, Server

QUESTIONS = [
    "is it inherited?",
    "what are the symptoms of a carcinoid tumor and how is it treated?",
    "show me the types",
    "i have crushing chest pain and can't breathe",
    "do i have cancer",
    "",
    "¿qué es un tumor neuroendocrino?",
    "asdf qwer",
    '/inheritance{"subject": "pancreatic_net"}',
    "/session_start",
    "/nothing_like_this",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_those_of_the_engine(server: Server, bot: Bot, question: str) -> None:
    turn = bot.reply(question)
    expected = rest.messages(turn, "a")
    expected[-1]["custom"]["state"] = turn.state.to_dict()
    assert server.say(question, sender="a", metadata={"state": None}) == expected


def test_a_message_has_the_parts_that_rasas_clients_read(server: Server) -> None:
    (reply,) = server.say("is it inherited?", sender="somebody")
    assert list(reply) == ["recipient_id", "text", "buttons", "custom"]
    assert reply["recipient_id"] == "somebody"
    assert all(set(button) == {"title", "payload"} for button in reply["buttons"])
    custom = reply["custom"]
    assert (custom["kind"], custom["intent"], custom["subject"]) == ("answer", "inheritance", "net")
    assert custom["statements"][0] == "net.inheritance.sporadic"
    assert custom["citations"][0]["url"].startswith("http")
    assert custom["pages"][0]["last_updated"] == "2019-04-25"
    assert [each["payload"] for each in custom["choices"]] == [
        each["payload"] for each in reply["buttons"]
    ]


def test_a_payload_reaches_its_cell(server: Server) -> None:
    (reply,) = server.say('/inheritance{"subject": "pancreatic_net"}')
    assert reply["custom"]["cell"] == "pancreatic_net/inheritance"


def test_a_button_sent_back_is_its_choice(server: Server) -> None:
    button = server.say("is it inherited?")[-1]["buttons"][0]
    (reply,) = server.say(button["payload"])
    assert f"/{reply['custom']['intent']}" == button["payload"].partition("{")[0]


def test_a_client_that_keeps_the_state_is_understood_by_any_server(server: Server) -> None:
    first = server.say("what are carcinoid tumors?", metadata={"state": None})
    state = first[-1]["custom"]["state"]
    second = server.say("how are they treated?", metadata={"state": state})
    assert second[-1]["custom"]["subject"] == "carcinoid"
    assert second[-1]["custom"]["state"] != state


def test_without_a_state_in_the_request_none_is_in_the_answer(server: Server) -> None:
    assert "state" not in server.say("hello", sender="x")[-1]["custom"]


def test_nothing_is_kept_for_a_client_that_keeps_the_state(server: Server) -> None:
    server.say("what are carcinoid tumors?", sender="both", metadata={"state": None})
    (reply,) = server.say("how are they treated?", sender="both")
    assert reply["custom"]["subject"] == "net"


def test_a_sender_is_remembered_and_nobody_else(server: Server) -> None:
    server.say("what are carcinoid tumors?", sender="anna-7f3a")
    assert server.say("how are they treated?", sender="anna-7f3a")[0]["custom"]["subject"] == (
        "carcinoid"
    )
    assert server.say("how are they treated?", sender="bert-91c0")[0]["custom"]["subject"] == "net"


def test_the_service_issues_ids_of_128_random_bits(server: Server) -> None:
    ids = {server.say("/topics")[0]["recipient_id"] for _ in range(20)}
    assert len(ids) == 20
    assert all(len(each) >= 22 for each in ids)  # 22 characters of base64 are 132 bits


def test_an_issued_id_can_be_used_to_go_on(server: Server) -> None:
    (first,) = server.say("what are carcinoid tumors?")
    (second,) = server.say("how are they treated?", sender=first["recipient_id"])
    assert second["custom"]["subject"] == "carcinoid"


def test_a_message_sent_again_with_its_id_counts_once(server: Server) -> None:
    server.say("what are carcinoid tumors?", sender="c", metadata={"message_id": "1"})
    first = server.say("how are they treated?", sender="c", metadata={"message_id": "2"})
    again = server.say("how are they treated?", sender="c", metadata={"message_id": "2"})
    assert again == first
    back = server.say("go back", sender="c", metadata={"message_id": "3"})
    assert back[-1]["custom"]["cell"] == "carcinoid/overview"


def numbers(server: Server, **metadata: Any) -> str:
    text: str = server.say("i have crushing chest pain and can't breathe", metadata=metadata)[0][
        "text"
    ]
    return text


def test_a_region_decides_whose_numbers_are_shown(server: Server) -> None:
    shown = numbers(server, state=None, region="uk")
    assert "999 in the UK" in shown
    assert "911" not in shown


@pytest.mark.parametrize("region", ["atlantis", "", None, "x" * 5000])
def test_a_region_that_is_none_changes_nothing(server: Server, region: str | None) -> None:
    assert numbers(server, state=None, region=region) == numbers(server, state=None)


def test_a_region_counts_for_a_sender_too(server: Server) -> None:
    (reply,) = server.say("someone collapsed and is not breathing", metadata={"region": "uk"})
    assert "999 in the UK" in reply["text"]


def test_what_a_person_says_outweighs_the_region(server: Server) -> None:
    first = server.say("my mum collapsed, we are in New Zealand", metadata={"state": None})
    state = first[-1]["custom"]["state"]
    assert "111 in New Zealand" in numbers(server, state=state, region="uk")


def test_the_service_has_a_region_of_its_own() -> None:
    with Server("--region", "uk") as british:
        assert "999 in the UK" in numbers(british, state=None)
        assert "911 in the US" in numbers(british, state=None, region="us")
    with Server(NET_GUIDE_REGION="uk") as british:
        assert "911" not in numbers(british, state=None)


def test_stream_writes_one_reply_a_line(server: Server) -> None:
    question = {"message": "what is it and how is it treated?", "sender": "s"}
    streamed = server.http.post(WEBHOOK, params={"stream": "true"}, json=question)
    assert streamed.headers["content-type"].startswith("text/event-stream")
    lines = [json.loads(line) for line in streamed.text.splitlines()]
    assert len(lines) == 2
    assert lines == server.say(question["message"], sender="s")


def test_numbers_are_senders_too(server: Server) -> None:
    assert server.say("hello", sender=17)[0]["recipient_id"] == "17"


def test_a_forged_state_is_harmless(server: Server, bot: Bot) -> None:
    forged: list[Any] = [
        {"v": 1, "about": ["../../etc", 7], "cell": "x/y", "offered": [None], "misses": -1},
        {"v": 99},
        {"v": 1, "guide": ["by-type", 19, 19, 19]},
        {"v": [], "trail": {"a": 1}},
    ]
    for state in forged:
        answer = server.say("is it inherited?", metadata={"state": state})
        assert answer[0]["custom"]["cell"] == "net/inheritance"


@pytest.mark.parametrize("depth", [90, 900, 3500])
def test_deep_json_is_dropped_or_refused(server: Server, depth: int) -> None:
    deep = "[" * depth + "]" * depth
    bodies = [
        f'{{"message": "is it inherited?", "metadata": {{"state": {{"v": 1, "about": {deep}}}}}}}',
        f'{{"message": "is it inherited?", "metadata": {{"x": {deep}}}, "sender": "deep"}}',
        json.dumps({"message": f'/inheritance{{"subject": {deep}}}'}),
        json.dumps({"message": f'/guide{{"id": "by-type", "answers": {deep}}}'}),
    ]
    for each in bodies:
        headers = {"content-type": "application/json"}
        response = server.http.post(WEBHOOK, content=each, headers=headers)
        assert response.status_code in (200, 400)
        if response.status_code == 200:
            assert response.json()[0]["custom"]["intent"]  # an apology for a fault has none


def test_many_at_once_get_their_own_answers(server: Server) -> None:
    def talk(number: int) -> bool:
        sender = f"crowd-{number}"
        subject = ("carcinoid", "pancreatic_net", "insulinoma")[number % 3]
        server.say(f'/overview{{"subject": "{subject}"}}', sender=sender)
        reply = server.say("is it inherited?", sender=sender)[-1]
        return (reply["recipient_id"], reply["custom"]["subject"]) == (sender, subject)

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(talk, range(60)))
