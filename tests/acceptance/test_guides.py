"""The commands of the how-to guides run as they are written, on the sample reports, and say something."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from situate import samples
from situate.cli import main

GUIDES = Path(__file__).parents[2] / "docs" / "how-to"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SKIPPED = ("--extractor llm",)
"""What needs a server."""
COMMANDS = {
    page.stem: [
        line for _, block in BLOCK.findall(page.read_text("utf-8")) for line in re.findall("^situate .+$", block, re.M)
    ]
    for page in sorted(GUIDES.glob("*.md"))
}
NOTE = "Army units shelled the edge of Rastan on Monday, a commander said.\n"
TOWN = (
    "9999001\tNewtown\tNewtown\tNew Town\t35.5\t40.3\tP\tPPL\tSY\t\t07\t\t\t\t1200\t\t210\tAsia/Damascus\t2020-01-01\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample reports and the record of them, as the tutorial leaves it."""
    folder = tmp_path_factory.mktemp("guides") / "made"
    samples.copied(folder / "reports")
    assert main(["read", str(folder / "reports"), "--record", str(folder / "situate.db")]) == 0
    return folder


CHAT = """13/12/2025, 08:12 - Karim (clinic): The market in Masyaf was shelled at dawn. Three people were killed.
13/12/2025, 09:40 - Hala: The road to Masyaf is closed by the army."""
CHANNEL = {
    "name": "Masyaf now", "type": "public_channel", "id": 1,
    "messages": [
        {"id": 1, "type": "message", "date": "2025-12-14T06:00:00", "date_unixtime": "1765692000",
         "text": "The army has left Masyaf and the road to Hama is open."}
    ],
}  # fmt: skip


def blocks(guide: str, language: str) -> list[str]:
    """The blocks of a guide in one language."""
    return [text for name, text in BLOCK.findall((GUIDES / f"{guide}.md").read_text("utf-8")) if name == language]


def furnish(guide: str) -> None:
    """The files that the guides take for granted, in the present folder."""
    for name in ("inbox", "pdfs/2017-09-05"):
        Path(name).mkdir(parents=True)
        (Path(name) / "note.txt").write_text(NOTE, "utf-8")
    Path("pdfs/broken.pdf").write_bytes(b"%PDF-1.7 and nothing that a reader could use")
    Path("my-outlets.csv").write_text("name,kind,country\nField bulletin,independent,SY\n", "utf-8")
    Path("SY.txt").write_text(TOWN, "utf-8")
    for text in blocks("add-your-own-tables", "yaml"):
        Path("my-groups.yaml").write_text(text, "utf-8")
    for text in blocks("translations", "json"):
        Path("translated.jsonl").write_text(text, "utf-8")
    for text in blocks("morning-brief", ""):
        if text.startswith("# watch.txt"):
            Path("watch.txt").write_text(text, "utf-8")
    if guide == "chats":
        Path("WhatsApp Chat with clinic.txt").write_text(CHAT, "utf-8")
        Path("result.json").write_text(json.dumps(CHANNEL), "utf-8")
    if guide == "tend-a-record":
        shutil.copy("situate.db", "colleague.db")
        shutil.copytree("situate.db.archive", "colleague.db.archive")


@pytest.mark.parametrize("guide", [name for name, lines in COMMANDS.items() if lines])
def test_the_commands_of_a_guide_run(guide: str, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(made, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("SITUATE_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("SITUATE_RECORD", raising=False)
    furnish(guide)
    for line in COMMANDS[guide]:
        if any(one in line for one in SKIPPED):
            continue
        command, _, output = line.partition(" > ")
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main(shlex.split(command, comments=True)[1:])
        assert status == 0, f"{line}: {err.getvalue()}"
        said = out.getvalue() + err.getvalue()
        assert said, f"{line} says nothing"
        assert not said.startswith("No "), f"{line} has nothing to show: {said}"
        assert "Traceback" not in said
        if output:
            assert out.getvalue().count("\n") > 1, f"{line} has no rows"


def test_the_python_of_its_guide_runs(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pandas")
    shutil.copytree(made, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    names: dict[str, object] = {}
    for block in blocks("python-and-pandas", "python"):
        exec(compile(block, "python-and-pandas.md", "exec"), names)
    out = capsys.readouterr().out
    assert out.startswith("capture captured 2017-09-04 ['Army units', 'the town of Rastan', 'on Monday']\n")
    assert "There is no record missing.db." in out
    assert len(names["frame"]) > 100  # type: ignore[arg-type]


def test_the_guides_have_commands() -> None:
    assert len([name for name, lines in COMMANDS.items() if lines]) >= 9
    assert sum(map(len, COMMANDS.values())) >= 40
