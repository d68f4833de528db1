"""Settings of all tests: examples of hypothesis are the same in every run, and a busy machine fails none of them.

What the user of this machine added to the tables of outlets, actors and places is none of the tests' business.
"""

import contextlib
import json
import os
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import settings

os.environ["SITUATE_DATA"] = tempfile.mkdtemp(prefix="situate-")
settings.register_profile("situate", deadline=None, derandomize=True)
settings.load_profile("situate")


class Endpoint:
    """A server on loopback in the place of a language model's; ``reply(body)`` gives status, headers and bytes."""

    def __init__(self):
        self.asked = []
        self.reply = lambda body: self.says({"claims": []})
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                data = self.rfile.read(int(self.headers["Content-Length"]))
                endpoint.asked.append((self.path, dict(self.headers), json.loads(data)))
                status, headers, answer = endpoint.reply(endpoint.asked[-1][2])
                with contextlib.suppress(ConnectionError):
                    self.send_response(status)
                    for name, value in ({"Content-Length": str(len(answer))} | headers).items():
                        self.send_header(name, value)
                    self.end_headers()
                    self.wfile.write(answer)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @staticmethod
    def says(content, finish="stop"):
        """The reply of a model that says this: an object as JSON, or text as it is."""
        told = content if isinstance(content, str) else json.dumps(content)
        choice = {"index": 0, "message": {"role": "assistant", "content": told}, "finish_reason": finish}
        return 200, {"Content-Type": "application/json"}, json.dumps({"choices": [choice]}).encode()

    @staticmethod
    def sentences(body):
        """The sentences that a request shows: objects with ``n`` and ``text``."""
        return [json.loads(line) for line in body["messages"][1]["content"].split("\n")[1:-1]]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def endpoint():
    """A language model's endpoint that answers as a test tells it to."""
    made = Endpoint()
    yield made
    made.close()
