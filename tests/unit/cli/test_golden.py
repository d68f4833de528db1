"""What commands print, byte for byte. After a wanted change: ``SITUATE_GOLDEN=write pytest tests/unit/cli``."""

import dataclasses
import os
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from situate.cli import main
from situate.model.event import Confidence, Contradiction, Event, Part
from situate.model.ids import contradiction_id, event_id, spell_id
from situate.model.quantity import Quantity
from situate.model.situation import Bound, Spell

GOLDEN = Path(__file__).parents[2] / "golden" / "commands"
COMMANDS = {
    "events.txt": ["events", "--states"],
    "events.csv": ["events", "--states", "--format", "csv"],
    "events.jsonl": ["events", "--format", "jsonl"],
    "claims.txt": ["claims"],
    "claims.csv": ["claims", "--format", "csv"],
    "claims.jsonl": ["claims", "--format", "jsonl"],
    "places.csv": ["places", "--format", "csv"],
    "speakers.txt": ["speakers"],
    "situation.txt": ["situation"],
    "situation.jsonl": ["situation", "--format", "jsonl"],
    "situation.csv": ["situation", "--format", "csv"],
    "timeline.txt": ["timeline", "Deir ez-Zor"],
    "changes.txt": ["changes", "--since", "2014"],
    "changes.csv": ["changes", "--since", "2014", "--format", "csv"],
    "matrix.txt": ["matrix", "events"],
    "search.txt": ["search", "army*"],
    "explain-spell.txt": ["explain", "s:"],
    "explain-report.txt": ["explain", "b"],
    "contradictions.txt": ["contradictions"],
    "explain-contradiction.txt": ["explain", "x:"],
}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
HASH = re.compile(r"sha256 [0-9a-f]{64}")


def one_each(claims, reports, decisions, now):
    """An event a claim, a spell a state, and one contradiction: these files show commands, not rules of derivation."""
    del reports, decisions, now
    events, spells = [], []
    for claim in claims:
        actor, place = claim.roles[0].actor, claim.roles[1].place
        states = {"besiege": ("siege", "besieged", "besieger"), "control": ("control", "held", "holder")}
        events.append(
            Event(
                id=event_id((claim.id,)), kind="state" if claim.type in states else "happening", type=claim.type,
                claims=(claim.id,), place=place, interval=claim.interval, actors=(Part(role="actor", actor=actor),),
                figures=(("killed", Quantity(low=3, best=3)),) if claim.type == "airstrike" else (), reports=1,
                independent_origins=1, confidence=Confidence(value=0.5, parts=(("origins", 0.5),)), words=claim.trigger.quote,
            )
        )  # fmt: skip
        if claim.type in states:
            dimension, value, role = states[claim.type]
            spells.append(
                Spell(
                    id=spell_id(place.id, dimension, value, claim.id), place=place, dimension=dimension, value=value,
                    actors=(Part(role=role, actor=actor),), claims=(claim.id,), rule="said-so", last_news="2017-09-05",
                    starts=Bound(earliest=claim.interval.earliest, latest=claim.interval.latest),
                )
            )  # fmt: skip
    doubt = Contradiction(
        id=contradiction_id("holder", "x"), field="holder", about="x", place=events[0].place, why="two say so",
        values=tuple((event.words, event.claims) for event in events[:2]),
    )  # fmt: skip
    return SimpleNamespace(events=tuple(events), spells=tuple(spells), contradictions=(doubt,), traces=lambda: None)


@pytest.fixture
def printed(tmp_path, monkeypatch, capsys, parts, rows, write):
    """What a command prints in a folder with two reports; the time and the hash of the file made plain."""
    parts = dataclasses.replace(parts, derive=one_each)
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "reports.jsonl", rows)
    assert main(["read", "reports.jsonl"], parts=parts) == 0

    def out(*arguments):
        capsys.readouterr()
        assert main(list(arguments), parts=parts) == 0
        return HASH.sub("sha256 …", TIME.sub("(time)", capsys.readouterr().out))

    return out


@pytest.mark.parametrize("name", COMMANDS)
def test_golden(name, printed):
    arguments = list(COMMANDS[name])
    if arguments == ["explain", "s:"]:
        spells = printed("situation", "Brigade 9", "--format", "csv").splitlines()[1:]
        arguments = ["explain", spells[0].split(",")[0]]
    out = printed(*arguments)
    if os.environ.get("SITUATE_GOLDEN") == "write":
        (GOLDEN / name).write_bytes(out.encode())
    assert out == (GOLDEN / name).read_bytes().decode()


def test_no_golden_file_is_left_over():
    assert {one.name for one in GOLDEN.iterdir()} == COMMANDS.keys()
