"""A plain reader in the place of the model, and two reports that it can read; for tests of use-cases and commands."""

import json
import re

import pytest

from situate.cli import main
from situate.derive import derive, publications
from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role, Speaker
from situate.model.failure import Failure
from situate.model.ids import claim_id
from situate.model.interval import Interval
from situate.model.mention import Mention
from situate.model.place import Place
from situate.model.span import Span
from situate.pipeline.wiring import Findings, Parts

PLACES = {
    "Deir ez-Zor": Place(id="geonames:1", name="Deir ez-Zor", country="SY", latitude=35.3, longitude=40.1),
    "Raqqa": Place(id="geonames:2", name="Raqqa", country="SY", latitude=35.9, longitude=39.0),
    "Mosul": Place(id="geonames:3", name="Mosul", country="IQ", latitude=36.3, longitude=43.1),
    "Brigade 9": Place(
        id="local:brigade-9", name="Brigade 9", country="SY", latitude=35.3, longitude=40.1, precision="part",
        radius_km=15, part_of="geonames:1", basis="parent",
    ),
}  # fmt: skip
ELSEWHERE = Place(id="geonames:9", name="Palmyra", country="SY", latitude=34.5, longitude=38.2)
ACTORS = {
    "army": Actor(id="army", name="The Army", country="SY", kind="state_forces", side="state"),
    "militants": Actor(id="militants", name="The Militants", kind="rebel_group", side="militants"),
}
WORDS = {"captured": "capture", "besieged": "besiege", "hold": "control", "bombed": "airstrike"}
SENTENCE = re.compile(r"[Tt]he (army|militants) (captured|besieged|hold|bombed) ([A-Z][\w -]*?)(?: on ([\d-]+))?[.,]")


class PlainReader:
    """Reads "the army captured Raqqa on 2017-09-04." and "…, said NAME."."""

    name = "plain 1"

    def __call__(self, report):
        if "unreadable" in report.text:
            return Failure(item=report.source_path or report.id, stage="extract", reason="defect", message="no luck")
        claims = tuple(self.claim(report, match) for match in SENTENCE.finditer(report.text))
        mentions = tuple(
            Mention(report=report.id, evidence=words(report, match, 3), kind="place", place=PLACES[match[3]])
            for match in SENTENCE.finditer(report.text)
        )
        return Findings(report=report, claims=claims, mentions=mentions)

    def claim(self, report, match):
        kind = WORDS[match[2]]
        day = match[4] or report.published
        said = re.compile(r" said ([\w ]+)\.").match(report.text, match.end())
        return Claim(
            id=claim_id(report.id, kind, Span(*match.span(2))), report=report.id, type=kind,
            trigger=words(report, match, 2),
            roles=(
                Role(role="actor", evidence=words(report, match, 1), actor=ACTORS[match[1]]),
                Role(role="place", evidence=words(report, match, 3), place=PLACES[match[3]]),
            ),
            speakers=(Speaker(evidence=words(report, said, 1), cue="said"),) if said else (),
            interval=Interval(earliest=day, latest=day, precision="day", basis="stated") if day else Interval(),
            confidence=0.9,
            extractor=self.name,
        )  # fmt: skip


def words(report, match, group):
    return Evidence(span=Span(*match.span(group)), quote=match[group])


class PlainNames:
    def key(self, name):
        return "".join(sign for sign in name.casefold().replace("ez-", "e-") if sign.isalnum())

    def places(self, name, countries):
        return (ELSEWHERE,) if name == "Palmyra" else ()

    def place(self, identity):
        return next((place for place in PLACES.values() if place.id == identity), None)

    def actors(self, name):
        return ("army",) if name == "SAA" else ()

    def towns(self, southwest, northeast, most):
        return (ELSEWHERE, PLACES["Raqqa"])[:most]


PARTS = Parts(
    chain=PlainReader,
    names=PlainNames,
    derive=lambda claims, reports, decisions, now: derive(claims, publications(reports), decisions, now=now),
)

REPORTS = [
    {"id": "a", "published": "2017-09-05", "outlet": "Alpha", "title": "One",
     "text": "The militants besieged Brigade 9 on 2014-07-01. The militants hold Deir ez-Zor, said a resident."},
    {"id": "b", "published": "2017-09-06", "outlet": "Beta",
     "text": "The army captured Raqqa on 2017-09-05, said an army source. The army bombed Mosul on 2017-09-01."},
]  # fmt: skip


@pytest.fixture
def parts():
    """The stages, with a plain reader and a gazetteer of one place."""
    return PARTS


@pytest.fixture
def rows():
    """Two reports as JSON lines hold them."""
    return [dict(row) for row in REPORTS]


@pytest.fixture
def write():
    """Write rows as JSON lines: ``write(path, rows)``."""

    def lines(path, rows):
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    return lines


@pytest.fixture
def cli(tmp_path, monkeypatch, capsys):
    """Run a command line in an empty folder, without the user's settings: ``(status, out, err)``."""
    monkeypatch.chdir(tmp_path)
    for name in ("SITUATE_RECORD", "SITUATE_LLM_KEY"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments, parts=None):
        capsys.readouterr()
        status = main([str(one) for one in arguments], parts=parts)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return status, captured.out, captured.err

    return run


@pytest.fixture
def run(cli, parts):
    """The same with a plain reader in the place of the model."""
    return lambda *arguments: cli(*arguments, parts=parts)


@pytest.fixture
def record(run, tmp_path, rows, write):
    """The same in a folder where the two reports are read."""
    write(tmp_path / "reports.jsonl", rows)
    assert run("read", "reports.jsonl")[0] == 0
    return run
