"""Which side an outlet stands on: what the registry says of it, then the table of outlets."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Iterable, Mapping

import yaml

from situate.resolve.registry import Registry
from situate.resolve.who_names import keys


@functools.cache
def _table() -> Mapping[str, str]:
    text = (importlib.resources.files("situate.resolve") / "outlets.yaml").read_text("utf-8")
    return {row["name"].casefold(): row["side"] for row in yaml.safe_load(text)}


def sides(outlets: Iterable[str], registry: Registry | None = None) -> dict[str, str]:
    """The side of each outlet that is known to stand on one; others are left out."""
    known = registry or Registry.load()
    found = {}
    for outlet in sorted(set(outlets)):
        ids = [identity for identity, _ in known.index.get(keys(outlet), ())]
        side = next((s for i in ids if (s := known.side_of(i))), None) or _table().get(outlet.casefold())
        if side:
            found[outlet] = side
    return found
