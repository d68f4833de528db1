"""The wire against a real server program: llama-cpp-python's, with a tiny model of random weights that is made here.

Not part of the tests that always run: ``SITUATE_WIRE`` names a Python that has ``llama-cpp-python[server]`` and ``gguf``.
"""

import json
import os
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from situate.cli import main
from situate.extract.llm import asking
from situate.ontology import load

PYTHON = os.environ.get("SITUATE_WIRE", "")
pytestmark = [pytest.mark.wire, pytest.mark.skipif(not PYTHON, reason="SITUATE_WIRE names no Python with a server")]
TEXT = "Rebels captured the town of Ostry on Tuesday, a medic said. The army shelled Varnow."
SEEDS = range(4)
_START = 120.0  # seconds


def served(folder, seed):
    """A server of the model with this seed's weights: its process and its address."""
    model = folder / f"tiny-{seed}.gguf"
    maker = Path(__file__).with_name("tiny_model.py")
    words = asking.rules(load()) + json.dumps(asking.schema(load())) + TEXT
    subprocess.run([PYTHON, str(maker), str(model), str(seed)], input=words.encode(), check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (folder / f"server-{seed}.log").open("wb")
    command = [
        PYTHON,
        "-m",
        "llama_cpp.server",
        "--model",
        str(model),
        "--model_alias",
        f"tiny-{seed}",
        "--n_ctx",
        "9216",
    ]
    command += ["--host", "127.0.0.1", "--port", str(port), "--chat_format", "chatml", "--n_threads", "1"]
    process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
    return process, f"http://127.0.0.1:{port}/v1"


def awaited(process, url):
    until = time.monotonic() + _START
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/models", timeout=5) as reply:
                return json.load(reply)
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"the server did not start (status {process.poll()})")


@pytest.fixture(params=SEEDS)
def server(request, tmp_path):
    process, url = served(tmp_path, request.param)
    try:
        awaited(process, url)
        yield url, f"tiny-{request.param}"
    finally:
        process.terminate()
        process.wait(30)


def test_a_report_is_read_or_fails_as_any_other(server, tmp_path, capsys, monkeypatch):
    """Weights without sense, bound by the schema: an answer of its shape, which ends or does not."""
    monkeypatch.chdir(tmp_path)
    url, name = server
    Path("r.txt").write_text(TEXT, encoding="utf-8")
    status = main(["extract", "r.txt", "--extractor", "llm", "--llm-url", url, "--llm-model", name])
    said = capsys.readouterr()
    print(said.err, said.out)
    assert status == 0
    for claim in map(json.loads, said.out.splitlines()):
        parts = (claim["trigger"], *claim["roles"], *claim["speakers"])
        assert all(part["quote"] == TEXT[part["start"] : part["end"]] != "" for part in parts)
    reasons = [line.split("(extract, ")[1].split(")")[0] for line in said.err.splitlines() if "(extract, " in line]
    assert set(reasons) <= {"rejected", "limit_exceeded"}
