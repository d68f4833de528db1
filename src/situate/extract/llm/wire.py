"""The wire to a language model: one question out, one answer in, within limits; all else is an error of ours.

The standard library's HTTP without its handlers for redirects, files and cookies: an answer comes from the address
that the user gave, or not at all. Proxies of the environment are used, but never for this machine.
"""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from situate.errors import BadAnswer, BadArgument, LimitExceeded, NoEndpoint
from situate.extract.llm.endpoint import LanguageModel

Json = dict[str, Any]
Message = Mapping[str, str]

MOST_BYTES = 4 * 1024 * 1024  # of an answer
_CHUNK = 64 * 1024
_TRIES = 4
_FIRST_WAIT = 1.0  # seconds before the second try; twice as long before each further one
_LONGEST_WAIT = 60.0  # that an endpoint may ask us to wait
_SHOWN = 200  # letters of an endpoint's own words in a message
_MOST_TOLD = 64 * 1024  # bytes in which these are looked for
_BUSY = frozenset({429, 502, 503})
_REFUSED = frozenset({401, 403})
_MISUSED = frozenset({400, 422})
_KEY_REMEDY = "Set SITUATE_LLM_KEY in the environment."
_AGAIN = "Try again later; what was read is kept, and the same command goes on from there."


class TooLong(LimitExceeded):
    """The question or the answer does not fit the model: ask about less."""


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    headers: Mapping[str, str]
    data: bytes

    @property
    def told(self) -> str:
        """What the endpoint says."""
        return self.data[:_MOST_TOLD].decode("utf-8", "replace")

    def shown(self, key: str | None) -> str:
        """The same as one short line without controls, and without the key that it may repeat."""
        line = " ".join("".join(sign if sign.isprintable() else " " for sign in self.told).split())
        return (line.replace(key, "…") if key else line)[:_SHOWN]

    @property
    def misused(self) -> bool:
        """Whether it says that the question has the wrong form; some servers call that an error of their own."""
        internal = self.status == http.client.INTERNAL_SERVER_ERROR and _names_form(self.told)
        return self.status in _MISUSED or internal

    @property
    def busy(self) -> bool:
        """Whether the same question may have an answer a little later."""
        return self.status == 429 or (self.status >= http.client.INTERNAL_SERVER_ERROR and not self.misused)

    @property
    def leads_to(self) -> str:
        """The host that a redirect names."""
        try:
            return urlsplit(self.headers.get("Location") or "").hostname or "another address"
        except ValueError:
            return "another address"


class Wire:
    """Asks one model. It learns how this endpoint wants to be told the schema, and that it is there; nothing else."""

    def __init__(
        self, model: LanguageModel, key: str | None = None, wait: Callable[[float], object] = time.sleep
    ) -> None:
        """``wait`` sleeps for some seconds.

        :raises BadArgument: there is a key, and it would cross the network unencrypted.
        """
        if key and not (model.encrypted or model.local):
            raise BadArgument(
                f"A key is never sent to {model.host} unencrypted.",
                remedy="Give an address that begins with https, or unset SITUATE_LLM_KEY.",
            )
        if key and not (key.isascii() and key.isprintable()):
            raise BadArgument("The key in SITUATE_LLM_KEY holds signs that no key has.", remedy="Set it again.")
        self._model, self._key, self._wait = model, key, wait
        self._opener = _opener(model)
        self._forms = [_json_schema, _json_object]
        self._plain = {"temperature": 0}
        self._met = False

    def ask(self, messages: Sequence[Message], schema: Json) -> Json:
        """The object that the model answers with; that it has the shape of ``schema`` is for the caller to check.

        :raises TooLong: question or answer is longer than the model takes.
        :raises LimitExceeded: it took too long, or the answer is too large.
        :raises BadAnswer: the answer is none: an error of the endpoint, no JSON, no object.
        :raises NoEndpoint: there is nobody to ask, or the endpoint refuses.
        """
        reply = self._sent(self._body(messages, schema))
        while reply.misused and self._learned(reply.told):
            reply = self._sent(self._body(messages, schema))
        if reply.status != http.client.OK:
            raise self._problem(reply)
        return _answer(reply.data)

    def _body(self, messages: Sequence[Message], schema: Json) -> bytes:
        body = {
            "model": self._model.model,
            "messages": list(messages),
            "stream": False,
            "response_format": self._forms[0](schema),
            **self._plain,
        }
        return json.dumps(body).encode("ascii")

    def _learned(self, words: str) -> bool:
        """Whether a refusal names something that can be said in another way, which is then said from here on."""
        if "temperature" in words and "temperature" in self._plain:
            self._plain = {}
            return True
        if len(self._forms) > 1 and _names_form(words):
            self._forms = self._forms[1:]
            return True
        return False

    def _sent(self, body: bytes) -> _Reply:
        """What the endpoint replies; a busy one is asked again, politely, a few times, and so is one that went away."""
        for tried in range(1, _TRIES + 1):
            wait = _FIRST_WAIT * 2.0 ** (tried - 1)
            try:
                reply = self._once(body)
            except TimeoutError as problem:
                raise LimitExceeded(
                    f"{self._model.host} did not answer within {self._model.seconds:g} seconds.",
                    remedy="Give it more time (--llm-timeout), or a smaller model.",
                ) from problem
            except (OSError, http.client.HTTPException) as problem:
                if tried == _TRIES or not self._met:
                    raise self._nobody(problem) from problem
            else:
                self._met = True
                if tried == _TRIES or not reply.busy:
                    return reply
                wait = max(wait, _asked_to_wait(reply.headers))
                if wait > _LONGEST_WAIT:
                    return reply
            self._wait(wait)
        raise AssertionError("unreachable")

    def _once(self, body: bytes) -> _Reply:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "situate"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        until = time.monotonic() + self._model.seconds
        asked = urllib.request.Request(self._model.address, body, headers, method="POST")  # noqa: S310 - http(s) alone
        try:
            response = self._opener.open(asked, timeout=self._model.seconds)
        except urllib.error.URLError as problem:
            if isinstance(problem.reason, OSError):
                raise problem.reason from problem
            raise
        with response:
            data = bytearray()
            while chunk := response.read1(_CHUNK):
                data += chunk
                if len(data) > MOST_BYTES:
                    raise LimitExceeded(f"The answer of {self._model.host} has more than {MOST_BYTES:,} bytes.")
                if time.monotonic() > until:
                    raise TimeoutError
            return _Reply(response.status, response.headers, bytes(data))

    def _nobody(self, problem: Exception) -> NoEndpoint:
        why = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
        return NoEndpoint(
            f"No language model can be reached at {self._model.url} ({why}).",
            remedy="Check --llm-url, and that its server runs. What was read is kept.",
        )

    def _problem(self, reply: _Reply) -> NoEndpoint | BadAnswer | TooLong:
        """The error of a status that is no success."""
        where, told = self._model.host, f"(status {reply.status}: {reply.shown(self._key)})"
        if reply.status in _REFUSED:
            return NoEndpoint(f"{where} refuses the request {told}.", remedy=_KEY_REMEDY)
        if reply.status in {404, 405}:
            return NoEndpoint(
                f"{where} does not know this address or model {told}.", remedy="Check --llm-url, --llm-model."
            )
        if 300 <= reply.status < 400:
            return NoEndpoint(
                f"{where} sends the request on to {reply.leads_to[:_SHOWN]!r}; that is not followed.",
                remedy="Give that address as --llm-url if you trust it.",
            )
        if reply.status in _BUSY:
            return NoEndpoint(f"{where} is too busy {told}.", remedy=_AGAIN)
        if reply.status == 413 or (reply.status in _MISUSED and "context" in reply.told):
            return TooLong(f"The text is longer than the model takes {told}.", remedy="Give it a longer context.")
        if reply.misused and _names_form(reply.told):
            return NoEndpoint(f"{where} cannot be bound to a schema {told}.", remedy="Take a server that can.")
        return BadAnswer(f"{where} failed {told}.", remedy="Read it again later, or with another model.")


def _opener(model: LanguageModel) -> urllib.request.OpenerDirector:
    """HTTP and HTTPS alone. Without the processor of errors every reply is a reply, redirects included."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler({} if model.local else None),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _names_form(words: str) -> bool:
    """Whether words speak of the way in which the schema is told."""
    return "response_format" in words or "json_schema" in words


def _asked_to_wait(headers: Mapping[str, str]) -> float:
    """The seconds of ``Retry-After``; 0 where there are none (a date needs the clocks to agree)."""
    asked = (headers.get("Retry-After") or "").strip()
    return float(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 0.0


def _json_schema(schema: Json) -> Json:
    """As OpenAI, vLLM, llama.cpp's own server, Ollama and others take it."""
    return {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": schema}}


def _json_object(schema: Json) -> Json:
    """As llama-cpp-python's server takes it."""
    return {"type": "json_object", "schema": schema}


def _answer(data: bytes) -> Json:
    """The model's object out of the endpoint's envelope."""
    envelope = _loads(data, "The endpoint's answer")
    try:
        choice = envelope["choices"][0]
        content, finish = choice["message"]["content"], choice.get("finish_reason")
    except (AttributeError, IndexError, KeyError, TypeError) as problem:
        raise BadAnswer("The endpoint's answer has not the form of a chat completion.", remedy=_OTHER) from problem
    if finish == "length":
        raise TooLong("The model's answer was cut off.", remedy="Give it a longer context.")
    if not isinstance(content, str) or not content.strip():
        raise BadAnswer("The model gave no answer.", remedy=_OTHER)
    return _loads(content, "The model's answer")


_OTHER = "Take another model or server."


def _loads(data: str | bytes, what: str) -> Json:
    try:
        value = json.loads(data, strict=False)  # grammars of real servers let control characters into strings
    except (ValueError, RecursionError) as problem:
        raise BadAnswer(f"{what} is no JSON.", remedy=_OTHER) from problem
    if not isinstance(value, dict):
        raise BadAnswer(f"{what} is no JSON object.", remedy=_OTHER)
    return value
