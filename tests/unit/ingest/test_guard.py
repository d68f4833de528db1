"""The child that parses: its limits, its death, its successor."""

import json
import subprocess
import sys

import pytest

from situate.errors import LimitExceeded, Unreadable
from situate.ingest.draft import Draft, Skipped, from_message, to_message
from situate.ingest.guard import Guard, Request, _environment
from situate.ingest.options import Limits

SLOW = "<html><body>" + "".join(f"<p>Paragraph {n} of a long page about the town.</p>" for n in range(30_000))
PAGE = "<html><body><p>The town of Marat fell on Tuesday, a resident said.</p></body></html>"
POSIX = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")


def page(guard: Guard, html: str = PAGE) -> Draft | Skipped:
    (found,) = guard.read(Request(kind="webpage", html=html))
    return found


def test_one_child_serves_many():
    with Guard(Limits()) as guard:
        page(guard)
        child = guard._worker
        page(guard)
        assert guard._worker is child


def test_too_long_is_a_failure_and_the_next_one_is_read():
    with Guard(Limits(wall_seconds=0.4)) as guard:
        with pytest.raises(LimitExceeded, match=r"longer than 0\.4 s"):
            page(guard, SLOW)
        assert guard._worker is None
    with Guard(Limits()) as guard:
        assert "Marat" in page(guard).text


@POSIX
def test_too_much_processor_time():
    with Guard(Limits(cpu_seconds=0)) as guard, pytest.raises(LimitExceeded, match="processor time"):
        page(guard, SLOW * 2)


@POSIX
def test_too_much_memory_and_the_next_one_is_read():
    with Guard(Limits(memory_bytes=220 << 20)) as guard:
        with pytest.raises(LimitExceeded, match="memory"):
            page(guard, SLOW * 6)
        assert "Marat" in page(guard).text


def test_a_child_that_dies_is_replaced():
    with Guard(Limits()) as guard:
        page(guard)
        guard._worker._process.kill()
        with pytest.raises(Unreadable, match="broke off"):
            page(guard)
        assert "Marat" in page(guard).text


def test_leaving_off_in_the_middle_ends_the_child(tmp_path):
    feed = "<rss><channel>" + "<item><title>A headline</title></item>" * 3 + "</channel></rss>"
    (tmp_path / "a.xml").write_text(feed)
    with Guard(Limits()) as guard:
        items = guard.read(Request(kind="feed", path=tmp_path / "a.xml"))
        next(items)
        items.close()
        assert guard._worker is None
        assert "Marat" in page(guard).text


def test_answers_that_make_no_sense_are_refused():
    draft = Draft(text="x", warnings=("w",), part=2, extra={"k": "v"})
    assert from_message(json.loads(json.dumps(to_message(draft)))) == draft
    for message in ({"text": 5}, {"text": "x", "warnings": "w"}, {"part": "2"}, {"extra": []}, {"warnings": [1]}):
        with pytest.raises(TypeError):
            from_message(message)


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open({path!r}, 'w')",
    ],
)
def test_the_child_has_no_network_no_processes_no_files(tmp_path, code):
    code = code.format(path=str(tmp_path / "x"))
    program = f"import sys; from situate.ingest import child; sys.addaudithook(child._refuse)\n{code}"
    done = subprocess.run([sys.executable, "-P", "-c", program], env=_environment(), capture_output=True, text=True)
    assert done.returncode == 1
    assert "parsers may not" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_child_stays_light():
    program = "import sys; from situate.ingest import child; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-P", "-c", program], env=_environment(), capture_output=True, text=True)
    heavy = {"numpy", "onnxruntime", "sqlalchemy", "yaml", "py3langid", "click"}
    assert heavy & set(done.stdout.split()) == set()


def test_modules_beside_the_user_are_not_imported(tmp_path, monkeypatch):
    (tmp_path / "lxml.py").write_text(f"open({str(tmp_path / 'stolen')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    with Guard(Limits()) as guard:
        assert "Marat" in page(guard).text
    assert not (tmp_path / "stolen").exists()


def test_a_system_without_limits_is_said_once(caplog, monkeypatch):
    with Guard(Limits()) as guard:
        page(guard)
        guard._worker.limited = False
        guard._ready()
    from situate.ingest import guard as module

    class Unlimited(module._Worker):
        def __init__(self, limits: Limits) -> None:
            super().__init__(limits)
            self.limited = False

    monkeypatch.setattr(module, "_Worker", Unlimited)
    with Guard(Limits()) as guard:
        page(guard)
        guard.close()
        page(guard)
    assert [one.getMessage().startswith("this system cannot limit") for one in caplog.records] == [True]
