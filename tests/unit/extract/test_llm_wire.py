"""The wire to a language model: limits, errors, retries, and what is never done."""

import json
import pickle
import socket
import time

import pytest

from situate.errors import BadAnswer, BadArgument, LimitExceeded, NoEndpoint
from situate.extract.llm import wire
from situate.extract.llm.endpoint import LanguageModel
from situate.extract.llm.wire import TooLong, Wire

SCHEMA = {"type": "object"}
QUESTION = [{"role": "user", "content": "Rebels captured Ostry."}]


@pytest.fixture(autouse=True)
def fresh(endpoint):
    endpoint.asked.clear()
    endpoint.reply = lambda body: endpoint.says({"claims": []})


@pytest.fixture
def waits():
    return []


@pytest.fixture
def ask(endpoint, waits):
    """Ask the endpoint once: ``ask()`` with a key or other fields of the model."""

    def once(key=None, **fields):
        model = LanguageModel(**{"url": endpoint.url, "model": "m"} | fields)
        return Wire(model, key, waits.append).ask(QUESTION, SCHEMA)

    return once


def replies(endpoint, *given):
    """The endpoint gives these one after the other, the last one for ever."""
    left = list(given)
    endpoint.reply = lambda body: left.pop(0) if len(left) > 1 else left[0]


def status(code, told="no", **headers):
    return code, {name.replace("_", "-"): value for name, value in headers.items()}, told.encode()


def test_a_question_and_its_answer(endpoint, ask):
    endpoint.reply = lambda body: endpoint.says({"claims": [1]})
    assert ask() == {"claims": [1]}
    ((path, headers, body),) = endpoint.asked
    assert path == "/v1/chat/completions"
    assert (body["model"], body["messages"], body["temperature"]) == ("m", QUESTION, 0)
    assert body["response_format"]["json_schema"]["schema"] == SCHEMA
    assert "Authorization" not in headers


def test_the_key_goes_in_a_header_and_into_no_message(endpoint, ask):
    ask(key="sk-secret")
    assert endpoint.asked[0][1]["Authorization"] == "Bearer sk-secret"
    assert "sk-secret" not in json.dumps(endpoint.asked[0][2])
    endpoint.reply = lambda body: status(401, "no such key: sk-secret")
    with pytest.raises(NoEndpoint, match="SITUATE_LLM_KEY") as problem:
        ask(key="sk-secret")
    assert "sk-secret" not in str(problem.value)


def test_a_key_is_never_sent_unencrypted_beyond_this_machine():
    with pytest.raises(BadArgument, match="unencrypted"):
        Wire(LanguageModel(url="http://models.example/v1", model="m"), "sk-secret")
    Wire(LanguageModel(url="https://models.example/v1", model="m"), "sk-secret")


def test_a_key_cannot_bring_a_header(endpoint):
    with pytest.raises(BadArgument):
        Wire(LanguageModel(url=endpoint.url, model="m"), "sk\r\nX-Other: 1")


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (status(401), NoEndpoint),
        (status(403), NoEndpoint),
        (status(404), NoEndpoint),
        (status(302, Location="https://elsewhere.example/v1"), NoEndpoint),
        (status(307, Location="http://["), NoEndpoint),
        (status(400, "maximum context length is 4096"), TooLong),
        (status(413), TooLong),
        (status(400, "odd"), BadAnswer),
        (status(418), BadAnswer),
        (status(204, ""), BadAnswer),
        (status(200, "<html>"), BadAnswer),
        (status(200, ""), BadAnswer),
        (status(200, "[]"), BadAnswer),
        (status(200, "{}"), BadAnswer),
        (status(200, '{"choices": []}'), BadAnswer),
        (status(200, '{"choices": {"0": 1}}'), BadAnswer),
        (status(200, '{"choices": [{"message": {"content": null}}]}'), BadAnswer),
        (status(200, '{"choices": [{"message": {"content": "[]"}}]}'), BadAnswer),
        (status(200, '{"choices": [{"message": {"content": "{"}}]}'), BadAnswer),
        (status(200, '{"choices": [{"message": {"content": "{\\"a\\": ' + "9" * 5000 + '}"}}]}'), BadAnswer),
        (status(200, "[" * 100_000), BadAnswer),
        (status(200, " " * (wire.MOST_BYTES + 1)), LimitExceeded),
    ],
)  # fmt: skip
def test_other_answers_are_errors_of_ours(endpoint, ask, waits, reply, error):
    endpoint.reply = lambda body: reply
    with pytest.raises(error) as problem:
        ask()
    assert type(problem.value) is error
    assert (len(endpoint.asked), waits) == (1, [])


def test_what_an_endpoint_says_is_told_in_one_short_line(endpoint, ask):
    endpoint.reply = lambda body: status(400, "\x1b[31mbad\r\n\u202e" + "x" * 9000)
    with pytest.raises(BadAnswer) as problem:
        ask()
    assert problem.value.message.isprintable()
    assert len(problem.value.message) < 400


def test_a_control_character_in_a_string_spoils_no_answer(endpoint, ask):
    endpoint.reply = lambda body: endpoint.says('{"claims": ["\x15\n"]}')
    assert ask() == {"claims": ["\x15\n"]}


def test_an_answer_that_was_cut_off_is_too_long(endpoint, ask):
    endpoint.reply = lambda body: endpoint.says('{"claims": [', finish="length")
    with pytest.raises(TooLong):
        ask()


# Asking again


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_a_busy_endpoint_is_asked_again_after_longer_and_longer_waits(endpoint, ask, waits, code):
    replies(endpoint, status(code), status(code), endpoint.says({"claims": [2]}))
    assert ask() == {"claims": [2]}
    assert waits == [1, 2]


@pytest.mark.parametrize(
    ("code", "error"), [(429, NoEndpoint), (502, NoEndpoint), (503, NoEndpoint), (500, BadAnswer), (504, BadAnswer)]
)
def test_it_is_not_asked_for_ever(endpoint, ask, waits, code, error):
    replies(endpoint, status(code))
    with pytest.raises(error):
        ask()
    assert (len(endpoint.asked), waits) == (4, [1, 2, 4])


def test_the_wait_that_is_asked_for_is_kept(endpoint, ask, waits):
    replies(endpoint, status(429, Retry_After="17"), status(429, Retry_After="soon"), endpoint.says({"claims": []}))
    ask()
    assert waits == [17, 2]


def test_one_that_asks_for_an_hour_is_not_waited_for(endpoint, ask, waits):
    replies(endpoint, status(429, Retry_After="3600"))
    with pytest.raises(NoEndpoint, match="too busy"):
        ask()
    assert waits == []


def test_nobody_there_is_told_at_once(waits):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
        with pytest.raises(NoEndpoint, match="can be reached"):
            Wire(LanguageModel(url=url, model="m"), None, waits.append).ask(QUESTION, SCHEMA)
    assert waits == []


def test_one_that_went_away_is_asked_again(endpoint, waits):
    asking = Wire(LanguageModel(url=endpoint.url, model="m"), None, waits.append)
    asking.ask(QUESTION, SCHEMA)

    def hang_up(body):
        raise ConnectionResetError

    endpoint.server.handle_error = lambda *_: None
    endpoint.reply = hang_up
    with pytest.raises(NoEndpoint):
        asking.ask(QUESTION, SCHEMA)
    assert waits == [1, 2, 4]


def test_a_slow_answer_is_not_waited_for(endpoint, ask, waits):
    endpoint.reply = lambda body: time.sleep(1) or endpoint.says({"claims": []})
    with pytest.raises(LimitExceeded, match="within"):
        ask(seconds=0.2)
    assert (len(endpoint.asked), waits) == (1, [])


# How endpoints differ


@pytest.mark.parametrize("code", [400, 422, 500])
def test_an_endpoint_that_takes_the_schema_in_another_form_is_told_so(endpoint, waits, code):
    def reply(body):
        if body["response_format"]["type"] != "json_object":
            return status(code, '{"detail": [{"loc": ["body", "response_format", "type"]}]}')
        return endpoint.says({"claims": []})

    endpoint.reply = reply
    asking = Wire(LanguageModel(url=endpoint.url, model="m"), None, waits.append)
    asking.ask(QUESTION, SCHEMA)
    asking.ask(QUESTION, SCHEMA)
    forms = [body["response_format"]["type"] for _, _, body in endpoint.asked]
    assert (forms, waits) == (["json_schema", "json_object", "json_object"], [])
    assert endpoint.asked[-1][2]["response_format"]["schema"] == SCHEMA


def test_one_that_cannot_be_bound_to_a_schema_is_refused(endpoint, ask):
    endpoint.reply = lambda body: status(400, "response_format is not supported")
    with pytest.raises(NoEndpoint, match="schema"):
        ask()
    assert len(endpoint.asked) == 2


def test_one_that_knows_no_temperature_is_told_none(endpoint, ask):
    endpoint.reply = lambda body: (
        status(400, "temperature must be 1") if "temperature" in body else endpoint.says({"claims": []})
    )
    assert ask() == {"claims": []}


def test_a_proxy_is_never_used_for_this_machine(endpoint, ask, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert ask() == {"claims": []}


def test_a_proxy_of_the_environment_is_used_for_others(endpoint, monkeypatch, waits):
    monkeypatch.setenv("http_proxy", endpoint.url.removesuffix("/v1"))
    monkeypatch.delenv("no_proxy", raising=False)
    model = LanguageModel(url="http://models.example/v1", model="m")
    assert Wire(model, None, waits.append).ask(QUESTION, SCHEMA) == {"claims": []}
    assert endpoint.asked[0][0] == "http://models.example/v1/chat/completions"


# The endpoint


@pytest.mark.parametrize(
    "url",
    [
        "", "localhost:8000", "file:///etc/passwd", "ftp://a/v1", "http://", "http://user:key@a/v1", "http://a/v1?key=x",
        "http://a/v1#x", "http://a b/v1", "http://a:port/v1", "http://[/v1", "http://a/\r\nX: y", "http://é.example/v1",
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_refused(url):
    with pytest.raises(BadArgument):
        LanguageModel(url=url, model="m")


@pytest.mark.parametrize("fields", [{"model": ""}, {"model": "a\nb"}, {"model": "m" * 999}, {"seconds": 0}])
def test_names_and_times_that_are_none_are_refused(fields):
    with pytest.raises(BadArgument):
        LanguageModel(**{"url": "http://localhost/v1", "model": "m"} | fields)


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://localhost:1/v1", True), ("http://127.0.0.1/v1", True), ("http://[::1]:8/v1", True),
        ("http://127.9.9.9/v1", True), ("http://192.168.1.5/v1", False), ("http://localhost.example/v1", False),
        ("https://127.0.0.1.example/v1", False), ("https://api.example/v1", False),
    ],
)  # fmt: skip
def test_which_endpoints_are_this_machine(url, local):
    assert LanguageModel(url=url, model="m").local is local


@pytest.mark.parametrize("url", ["http://a/v1", "http://a/v1/", "http://a/v1/chat/completions"])
def test_the_address_of_requests(url):
    assert LanguageModel(url=url, model="m").address == "http://a/v1/chat/completions"


def test_a_model_can_be_sent_to_another_process():
    model = LanguageModel(url="http://a/v1", model="m")
    assert pickle.loads(pickle.dumps(model)) == model
