"""The scorer of place names, on cases that can be counted by hand; the gates on LGL and GeoVirus where they stand."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from situate.evaluate.toponyms import GEOVIRUS_FORMS, LGL_FORMS, ToponymAt, evaluate, matched, score
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.report import resolve_places

SHARED = Path(__file__).parents[4] / "shared/data/geoparsing"


def at(start: int, end: int, latitude: float | None = None, longitude: float | None = None) -> ToponymAt:
    return ToponymAt(start=start, end=end, latitude=latitude, longitude=longitude)


def test_counts_by_hand() -> None:
    gold = [at(0, 5, 10.0, 10.0), at(10, 15, 20.0, 20.0), at(20, 25), at(30, 35, 5.0, 5.0)]
    found = [at(0, 5, 10.5, 10.0), at(11, 14, 25.0, 20.0), at(20, 30, 1.0, 1.0), at(40, 45)]
    figures = score([(gold, found)])
    assert (figures.gold, figures.found, figures.matched) == (4, 4, 3)
    assert figures.precision == figures.recall == figures.f1 == 0.75
    assert (figures.located, figures.located_found, figures.near) == (3, 2, 1)
    assert figures.within_161_km == pytest.approx(1 / 3)
    assert figures.within_161_km_of_found == 0.5


def test_a_name_counts_once() -> None:
    assert matched([at(0, 5), at(6, 9)], [at(0, 9)]) == [(at(0, 5), at(0, 9))]


def test_an_unresolved_name_is_a_miss() -> None:
    figures = score([([at(0, 5, 1.0, 1.0)], [at(0, 5)])])
    assert (figures.matched, figures.near, figures.within_161_km) == (1, 0, 0.0)


def test_touching_is_no_overlap() -> None:
    assert matched([at(0, 5)], [at(5, 9)]) == []


def test_nothing_gives_nothing() -> None:
    figures = score([])
    assert (figures.f1, figures.within_161_km) == (0.0, 0.0)


def test_a_file_is_scored_with_the_forms_asked_for(tmp_path: Path) -> None:
    spans = [{"start": 0, "end": 5, "label": "toponym", "lat": 1.0, "lon": 2.0}, {"start": 6, "end": 9}]
    path = tmp_path / "set.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"text": "Paris and so", "spans": spans}) + "\n")

    def find(_: str) -> list[ToponymAt]:
        return [at(0, 5, 1.0, 2.0), ToponymAt(start=6, end=9, form="adjective")]

    assert evaluate(path, find, forms=LGL_FORMS).f1 == 1.0
    assert evaluate(path, find, forms=GEOVIRUS_FORMS).recall == 0.5
    assert evaluate(path, find).within_161_km == 1.0


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "forms", "f1", "near"), [("lgl", LGL_FORMS, 0.72, 0.58), ("geovirus", GEOVIRUS_FORMS, 0.82, 0.74)]
)
def test_the_benchmarks(name: str, forms: frozenset[str], f1: float, near: float) -> None:
    path = SHARED / f"{name}.jsonl.gz"
    if not path.exists():
        pytest.skip("the shared material is not beside the repository")
    gazetteer = Gazetteer.open()

    def find(text: str) -> Iterator[ToponymAt]:
        for toponym, found in resolve_places(text, (), gazetteer).toponyms:
            latitude = found.place.latitude if found.place else None
            longitude = found.place.longitude if found.place else None
            span = toponym.span
            yield ToponymAt(start=span.start, end=span.end, latitude=latitude, longitude=longitude, form=toponym.form)

    figures = evaluate(path, find, forms=forms)
    assert figures.f1 >= f1
    assert figures.within_161_km >= near
