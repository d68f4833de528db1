"""Exports: a read-only view of a record in, one format out, and a report of what the format could not hold."""

from __future__ import annotations

from collections.abc import Mapping

from situate.export import acled, geojson, html, jsonl
from situate.export.view import PROFILES, Exporter, LossReport, Profile, RecordView, View

__all__ = ["FORMATS", "PROFILES", "Exporter", "LossReport", "Profile", "RecordView", "View"]

FORMATS: Mapping[str, Exporter] = {
    "jsonl": Exporter(name="jsonl", suffix=".jsonl", write=jsonl.write),
    "acled": Exporter(name="acled", suffix=".csv", write=acled.write),
    "geojson": Exporter(name="geojson", suffix=".geojson", write=geojson.write),
    "html": Exporter(name="html", suffix=".html", write=html.write),
}
"""The formats by the name that ``situate export`` takes."""
