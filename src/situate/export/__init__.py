"""Exports: a read-only view of a record in, one format out, and a report of what the format could not hold."""

from __future__ import annotations

from collections.abc import Mapping

from situate.export import (
    acled,
    geojson,
    geopackage,
    html,
    hxl,
    jsonl,
    kml,
    parquet,
    polecat,
    timemap,
    ucdp,
    webannotation,
    xlsx,
)  # fmt: skip
from situate.export.view import Exporter

__all__ = ["FORMATS"]

FORMATS: Mapping[str, Exporter] = {
    "jsonl": Exporter(name="jsonl", suffix=".jsonl", write=jsonl.write),
    "acled": Exporter(name="acled", suffix=".csv", write=acled.write),
    "geojson": Exporter(name="geojson", suffix=".geojson", write=geojson.write),
    "html": Exporter(name="html", suffix=".html", write=html.write),
    "ucdp": Exporter(name="ucdp", suffix=".csv", write=ucdp.write),
    "polecat": Exporter(name="polecat", suffix=".tsv", write=polecat.write),
    "kml": Exporter(name="kml", suffix=".kml", write=kml.write),
    "hxl": Exporter(name="hxl", suffix=".csv", write=hxl.write),
    "parquet": Exporter(name="parquet", suffix=".parquet", write=parquet.write),
    "xlsx": Exporter(name="xlsx", suffix=".xlsx", write=xlsx.write),
    "geopackage": Exporter(name="geopackage", suffix=".gpkg", write=geopackage.write),
    "timemap": Exporter(name="timemap", suffix=".json", write=timemap.write),
    "webannotation": Exporter(name="webannotation", suffix=".jsonld", write=webannotation.write),
}
"""The formats by the name that ``situate export`` takes."""
