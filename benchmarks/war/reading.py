"""The reports of a made-up war read into a record through the commands that a user has."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from war.made import World


def read_into_record(world: World, folder: Path) -> Path:
    """Write the world's tables and reports into ``folder``, add and read them; the record's path."""
    folder.mkdir(parents=True, exist_ok=True)
    record, data = folder / "situate.db", folder / "data"
    record.unlink(missing_ok=True)
    (folder / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows(world)), encoding="utf-8")
    (folder / "actors.yaml").write_text(yaml.safe_dump(list(_actors(world)), sort_keys=False), encoding="utf-8")
    (folder / "outlets.yaml").write_text(yaml.safe_dump(list(_outlets(world)), sort_keys=False), encoding="utf-8")
    with (folder / "places.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, ["name", "latitude", "longitude", "country", "kind", "population"])
        writer.writeheader()
        writer.writerows({"country": world.words["country"], "kind": "town"} | p for p in world.words["places"])
    for table, name in (("gazetteer", "places.csv"), ("registry", "actors.yaml"), ("outlets", "outlets.yaml")):
        _situate(data, table, "add", folder / name, "--licence", "CC0-1.0")
    _situate(data, "read", folder / "reports.jsonl", "--record", record)
    return record


def rows(world: World) -> Iterator[dict[str, str]]:
    """The reports as JSON."""
    for one in world.reports:
        yield {
            "id": one.id, "published": one.published.isoformat(), "outlet": world.words["outlets"][one.outlet]["name"],
            "title": one.title, "text": one.passage.text,
        }  # fmt: skip


def _actors(world: World) -> Iterator[dict[str, Any]]:
    for actor in world.words["actors"]:
        row = {key: value for key, value in actor.items() if key not in {"key", "side"}}
        row |= {"country": world.words["country"]} if "kind" in actor else {}
        yield row | ({"sides": [{"side": actor["side"]}]} if "side" in actor else {})


def _outlets(world: World) -> Iterator[dict[str, Any]]:
    for outlet in world.words["outlets"].values():
        row = {key: value for key, value in outlet.items() if key not in {"calls", "speakers"}}
        yield row | {"country": world.words["country"]}


def _situate(data: Path, *command: object) -> None:
    environment = os.environ | {"SITUATE_DATA": str(data), "OMP_NUM_THREADS": "1"}
    whole = [sys.executable, "-m", "situate", *map(str, command)]
    done = subprocess.run(whole, env=environment, capture_output=True, text=True, check=False)
    if done.returncode or "refused" in done.stderr:
        raise SystemExit(done.stderr)
