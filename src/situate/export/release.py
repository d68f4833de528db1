"""A data set as researchers publish it: tables with a codebook, a version, and what changed since the last one.

Pure: it gives the files of a release by name; whoever calls it has the folder. A release has no clock; its version
counts up from the release before, and its date is the last publication in it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from situate.export import codebook
from situate.export.cells import csv_bytes
from situate.export.columns import Behind, Table, plain
from situate.export.flat import CLAIMS, CONTRADICTIONS, EVENTS, REPORTS, SPELLS, TABLES
from situate.export.index import last_published
from situate.export.utf8 import json_line
from situate.export.view import Profile, RecordView
from situate.model import codec, codec_derived

MANIFEST = "datapackage.json"
_CHANGES = ("table", "id", "change", "keys", "now")
_JSON: Mapping[str, Callable[[Any], dict[str, Any]]] = {
    EVENTS.name: codec_derived.event_json, SPELLS.name: codec_derived.spell_json, CLAIMS.name: codec.claim_json,
    CONTRADICTIONS.name: codec_derived.contradiction_json,
}  # fmt: skip

Lines = Iterable[bytes]
Known = Mapping[str, Mapping[str, Any]]
"""The items of a table of an earlier release, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The release before: its version, and its items by table and id."""

    version: int
    tables: Mapping[str, Known] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An item that was added, changed (in these keys) or deleted; ``now``: where the claims of a deleted one are."""

    table: str
    id: str
    change: str
    keys: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What is to be published: a view that the profile has been applied to, and the release before (if any)."""

    view: RecordView
    profile: Profile
    program: str
    earlier: Earlier | None = None

    @property
    def version(self) -> int:
        """1 for the first, else one more than before."""
        return self.earlier.version + 1 if self.earlier else 1


def table_files(release: Release) -> Iterator[tuple[str, Lines]]:
    """``(name, pieces)`` of the data: each table as CSV and as JSON lines."""
    behind = Behind.of(release.view)
    for table in TABLES:
        yield f"{table.name}.csv", _csv(table, release.view, behind)
        yield f"{table.name}.jsonl", (json_line(row) for row in json_rows(table, release.view, behind))


def _csv(table: Table, view: RecordView, behind: Behind) -> Lines:
    yield csv_bytes([table.names])
    for row in table.rows(view, behind):
        yield csv_bytes([[plain(value) for value in row]])


def json_rows(table: Table, view: RecordView, behind: Behind) -> Iterator[dict[str, Any]]:
    """Each item as its JSON; a report without its text."""
    if table is REPORTS:
        yield from (dict(zip(table.names, row, strict=True)) for row in table.rows(view, behind))
        return
    for item in table.items(view):
        yield _JSON[table.name](item)


def differences(release: Release) -> Iterator[Difference]:
    """Each item that was added, changed or deleted since the release before; nothing for the first release."""
    if release.earlier is None:
        return
    behind = Behind.of(release.view)
    owners = _owners(release.view, release.earlier.tables.get(CLAIMS.name, {}))
    for table in TABLES:
        before = release.earlier.tables.get(table.name, {})
        seen: set[str] = set()
        for row in json_rows(table, release.view, behind):
            identity = str(row["id"])
            seen.add(identity)
            yield from _changed(table.name, identity, before.get(identity), _as_read(row))
        for identity in sorted(before.keys() - seen):
            yield _deleted(table.name, identity, before[identity], owners.get(table.name, {}))


def _as_read(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row as it will be read back, so that it is compared like with like."""
    read: Mapping[str, Any] = json.loads(json_line(row))
    return read


def _changed(
    table: str, identity: str, before: Mapping[str, Any] | None, after: Mapping[str, Any]
) -> Iterator[Difference]:
    if before is None:
        yield Difference(table=table, id=identity, change="added")
        return
    keys = tuple(key for key in (*after, *(before.keys() - after.keys())) if before.get(key) != after.get(key))
    if keys:
        yield Difference(table=table, id=identity, change="changed", keys=tuple(sorted(keys)))


def _deleted(table: str, identity: str, row: Mapping[str, Any], owners: Mapping[str, str]) -> Difference:
    claims = row.get("claims")
    known = [identity] if table == CLAIMS.name else claims if isinstance(claims, list) else []
    now = tuple(dict.fromkeys(owners[one] for one in known if isinstance(one, str) and one in owners))
    return Difference(table=table, id=identity, change="deleted", now=now)


def _owners(view: RecordView, earlier: Known) -> dict[str, dict[str, str]]:
    """Which event and which spell each claim belongs to, also in the words of an earlier text of its report."""
    events = {claim: event.id for event in view.events for claim in event.claims}
    spells = {claim: spell.id for spell in view.spells for claim in spell.claims}
    now = _said_now(view, earlier)
    for owners in (events, spells):
        owners |= {before: owners[after] for before, after in now.items() if after in owners}
    return {EVENTS.name: events, SPELLS.name: spells, CLAIMS.name: now}


def _said_now(view: RecordView, earlier: Known) -> dict[str, str]:
    """For claims that are gone, the one that says the same in the text that their report has now.

    That is one of their type and trigger's words, if these stand as often in both texts. (A correction moves words, and
    with them the ids of claims.)
    """
    there = {claim.id for claim in view.claims}
    before: dict[tuple[str, str, str], list[tuple[int, str]]] = defaultdict(list)
    after: dict[tuple[str, str, str], list[tuple[int, str]]] = defaultdict(list)
    for identity, row in earlier.items():
        trigger = row.get("trigger")
        if identity not in there and isinstance(trigger, dict) and isinstance(trigger.get("start"), int):
            key = (str(row.get("report")), str(row.get("type")), str(trigger.get("quote")))
            before[key].append((trigger["start"], identity))
    for claim in view.claims:
        if claim.id not in earlier:
            after[claim.report, claim.type, claim.trigger.quote].append((claim.trigger.span.start, claim.id))
    pairs = ((sorted(before[key]), sorted(after[key])) for key in sorted(before) if key in after)
    return {
        one: other for was, now in pairs if len(was) == len(now) for (_, one), (_, other) in zip(was, now, strict=True)
    }


def changes_csv(found: Sequence[Difference]) -> bytes:
    """The differences as CSV."""
    rows = [(one.table, one.id, one.change, "; ".join(one.keys), "; ".join(one.now)) for one in found]
    return csv_bytes([_CHANGES, *rows])


# What describes it ----------------------------------------------------------------------------------------------------


def codebook_csv() -> bytes:
    """The codebook as CSV."""
    return csv_bytes([codebook.HEADER, *codebook.rows()])


def manifest(release: Release, found: Sequence[Difference], written: Mapping[str, tuple[int, str]]) -> bytes:
    """A Frictionless data package: version, tables with their fields, and size and SHA-256 of each file."""
    view = release.view
    data = {
        "name": "situate-release",
        "title": "Claims, events and situations of an armed conflict, from reports",
        "version": str(release.version),
        "situate": {
            "program": release.program, "profile": release.profile, "draft": view.draft,
            "as_known_on": view.as_known_on, "last_publication": last_published(view),
            "previous_version": str(release.earlier.version) if release.earlier else None,
            "changes": counted(found),
        },
        "resources": [_resource(name, size, digest) for name, (size, digest) in sorted(written.items())],
    }  # fmt: skip
    return json_line(data)


def _resource(path: str, size: int, digest: str) -> dict[str, Any]:
    name, _, suffix = path.rpartition(".")
    table = next((one for one in TABLES if one.name == name), None)
    kind = "table" if suffix == "csv" else "file"
    about: dict[str, Any] = {"name": path.lower().replace(".", "-"), "type": kind, "path": path, "format": suffix}
    about |= {"encoding": "utf-8", "bytes": size, "hash": f"sha256:{digest}"}
    about |= {"dialect": {"delimiter": ","}} if kind == "table" else {}
    if table is None:
        return about
    about["description"] = table.meaning
    schema = {"fields": codebook.fields(table), "primaryKey": "id"}
    return about | ({"schema": schema} if suffix == "csv" else {})


def counted(found: Sequence[Difference]) -> dict[str, dict[str, int]]:
    """How many items of each table were added, changed, deleted."""
    kinds = ("added", "changed", "deleted")
    return {
        table.name: {kind: sum(1 for one in found if one.table == table.name and one.change == kind) for kind in kinds}
        for table in TABLES
    }


_DRAFT = (
    "**Draft: no person has reviewed this.** A reading model makes mistakes; check the quotes before you rely on a row."
)
_REVIEWED = "Reviewed in part or in whole; the decisions are in the record that this was made from."


def readme(release: Release, found: Sequence[Difference]) -> str:
    """What the release is, in a page."""
    return "\n".join(_about(release, found)) + "\n"


def _about(release: Release, found: Sequence[Difference]) -> Iterator[str]:
    view = release.view
    yield f"# Release {release.version}"
    yield ""
    yield _DRAFT if view.draft else _REVIEWED
    yield ""
    yield f"- Made by {release.program} from {len(view.reports)} reports."
    yield f"- Last publication: {last_published(view) or 'unknown'}."
    yield f"- Profile: {release.profile}" + (
        "; private persons are masked, coordinates are coarsened." if release.profile == "public" else "."
    )
    yield f"- As known on: {view.as_known_on or 'all reports'}."
    yield "- Texts of reports are not in it; quotes are. What each column means: CODEBOOK.md."
    yield f"- `{MANIFEST}` has the size and the SHA-256 of each file (Frictionless Data Package)."
    yield "- It says what reports claim and who stands behind it; it is no finding of what happened."
    yield from ("", "| table | rows | added | changed | deleted |", "|---|---|---|---|---|")
    counts = counted(found)
    for table in TABLES:
        told = counts[table.name].values() if release.earlier else ("–", "–", "–")
        cells = " | ".join(str(value) for value in told)
        yield f"| {table.name} | {len(table.items(view))} | {cells} |"
    since = (
        f"since release {release.earlier.version}; each is in CHANGES.csv" if release.earlier else "this is the first"
    )
    yield from ("", f"Changes: {since}. A deleted event or spell names those that its claims belong to now.")
