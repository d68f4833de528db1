"""Traces out: what the last derivation kept, asked for a neighbourhood at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, text

from situate.model.claim import Claim
from situate.model.codec import claim_from
from situate.model.codec_derived import event_from, spell_from
from situate.model.codec_parts import place_from
from situate.model.codec_trace import report_trace_from
from situate.model.event import Event
from situate.model.place import Place
from situate.model.situation import Spell
from situate.model.trace import Basis, ReportTrace
from situate.store import rows
from situate.store.derived import signed

_T = TypeVar("_T")
_AMONG = "IN (SELECT value FROM json_each(:some))"
_CLAIMS = """
SELECT claim.id, claim.payload FROM claim
JOIN report ON report.row = claim.report AND report.superseded_by IS NULL WHERE"""
_PLACES = """
SELECT payload FROM trace_place WHERE EXISTS (SELECT 1 FROM trace_named WHERE place = trace_place.row)"""
_PLACES_ONLY_IN = """
WITH some AS MATERIALIZED (SELECT row FROM trace_report WHERE id IN (SELECT value FROM json_each(:some)))
SELECT payload FROM trace_place
WHERE row IN (SELECT place FROM trace_named WHERE report IN some)
AND NOT EXISTS (SELECT 1 FROM trace_named WHERE place = trace_place.row AND report NOT IN some)"""
_NAMING = """
SELECT DISTINCT trace_report.id FROM trace_place CROSS JOIN trace_named ON trace_named.place = trace_place.row
CROSS JOIN trace_report ON trace_report.row = trace_named.report WHERE trace_place.id"""
_SHARING = """
SELECT id FROM trace_report WHERE row IN (
  SELECT report FROM trace_sketch WHERE value IN (SELECT value FROM json_each(:some)))"""
_UNDER = """
SELECT DISTINCT event.id FROM trace_key JOIN event ON event.row = trace_key.event WHERE trace_key.key"""
_CHANGED = """
SELECT id FROM report WHERE row > :report
UNION SELECT report.id FROM claim JOIN report ON report.row = claim.report WHERE claim.id IN (
  SELECT claim FROM decision WHERE row > :decision
  UNION SELECT old.claim FROM decision JOIN decision AS old ON old.id = json_extract(decision.payload, '$.revokes')
    WHERE decision.row > :decision)"""
_BESIDE = """
SELECT id, payload FROM spell
WHERE (place, dimension) IN (SELECT place, dimension FROM spell WHERE last_news BETWEEN :first AND :last)
ORDER BY place, dimension, row"""


class Decoded(Protocol):
    """Makes a value of a payload, or says which one is damaged."""

    def __call__(self, kind: str, identity: str, payload: str, decode: Callable[[rows.Row], _T]) -> _T:
        """``kind`` and ``identity`` name what the payload is of."""


class SqlTraces:
    """The traces of :class:`situate.ports.Tracing`, in SQLite."""

    def __init__(self, query: Callable[[Callable[[Connection], Any]], Any], decoded: Decoded) -> None:
        self._query, self._decoded = query, decoded

    def changed(self, since: Basis) -> frozenset[str]:
        """The reports with versions or decisions that came in since."""
        return frozenset(self._one(_CHANGED, report=since.report, decision=since.decision))

    def reports(self, ids: Collection[str]) -> dict[str, ReportTrace]:
        """What was kept of reports, short of their places and sketches."""
        found = self._some("SELECT id, corrects, payload FROM trace_report WHERE id", ids)
        kept = {row.id: self._decoded("report", row.id, row.payload, report_trace_from) for row in found}
        return {row.id: replace(kept[row.id], corrects=bool(row.corrects)) for row in found}

    def sketches(self, ids: Collection[str]) -> dict[str, tuple[int, ...]]:
        """The sketches of reports."""
        query = (
            "SELECT id, value FROM trace_report JOIN trace_sketch ON trace_sketch.report = trace_report.row WHERE id"
        )
        sketches: dict[str, list[int]] = {identity: [] for identity in ids}
        for identity, value in self._some(query, ids):
            sketches[identity].append(value % (1 << 64))
        return {identity: tuple(sorted(values)) for identity, values in sketches.items()}

    def sharing(self, sketch: Iterable[int]) -> frozenset[str]:
        """The reports whose sketches have one of these hashes."""
        return frozenset(self._one(_SHARING, some=json.dumps([signed(value) for value in sketch])))

    def copying(self, reports: Collection[str]) -> frozenset[str]:
        """The other reports of which these are the origin."""
        return frozenset(self._ids("SELECT id FROM trace_report WHERE origin", reports))

    def correcting(self, outlets: Collection[str]) -> frozenset[str]:
        """The reports of outlets that call themselves corrections."""
        return frozenset(self._ids("SELECT id FROM trace_report WHERE corrects AND outlet", outlets))

    def retracting(self) -> dict[str, frozenset[str]]:
        """For reports that take others back, those others."""
        found = self._rows("SELECT id, retracts FROM trace_report WHERE retracts IS NOT NULL")
        return {row.id: frozenset(json.loads(row.retracts)) for row in found}

    def places(self) -> list[Place]:
        """The places that claims name, as they name them."""
        return self._places(self._one(_PLACES))

    def places_only_in(self, reports: Collection[str]) -> list[Place]:
        """Those that the claims of no other reports name."""
        return self._places(self._one(_PLACES_ONLY_IN, some=json.dumps(sorted(reports))))

    def naming(self, places: Collection[str]) -> frozenset[str]:
        """The reports whose claims name places with these ids."""
        return frozenset(self._ids(_NAMING, places))

    def events_of(self, reports: Collection[str]) -> frozenset[str]:
        """The events that claims of reports, in whatever version, are in."""
        return self.telling(self.versions(reports))

    def ends_of_sieges(self, places: Collection[str]) -> frozenset[str]:
        """The events that end a siege of places."""
        return frozenset(self._ids("SELECT id FROM event WHERE type = 'siege_end' AND place", places))

    def events_under(self, keys: Collection[int]) -> frozenset[str]:
        """The events that stand under hashes."""
        return frozenset(self._ids(_UNDER, keys))

    def events_beside(self, events: Collection[str]) -> frozenset[str]:
        """The events that were weighed against these and kept apart."""
        return frozenset(
            self._ids(
                "SELECT DISTINCT other.id FROM event JOIN trace_beside ON trace_beside.event = event.row "
                "JOIN event AS other ON other.row = trace_beside.other WHERE event.id",
                events,
            )
        )

    def events(self, ids: Collection[str]) -> tuple[Event, ...]:
        """Events by id."""
        found = self._some("SELECT id, payload FROM event WHERE id", ids)
        return tuple(self._decoded("event", row.id, row.payload, event_from) for row in found)

    def telling(self, claims: Collection[str]) -> frozenset[str]:
        """The events that claims are in."""
        return frozenset(
            self._ids(
                "SELECT DISTINCT event.id FROM event_link JOIN event ON event.row = event_link.event "
                "WHERE event_link.kind = 'claim' AND event_link.value",
                claims,
            )
        )

    def marked(self, claims: Collection[str]) -> frozenset[tuple[str, str, str]]:
        """The places and dimensions that claims mark."""
        return frozenset(map(tuple, self._some("SELECT place, dimension, claim FROM trace_mark WHERE claim", claims)))

    def marking(self, spots: Collection[tuple[str, str]]) -> frozenset[str]:
        """The claims that mark places in dimensions."""
        return frozenset(
            self._one(
                "SELECT claim FROM trace_mark JOIN json_each(:some) AS spot "
                "ON place = json_extract(spot.value, '$[0]') AND dimension = json_extract(spot.value, '$[1]')",
                some=json.dumps(sorted(spots)),
            )
        )

    def versions(self, reports: Collection[str]) -> frozenset[str]:
        """The ids of all claims of reports, in whatever version."""
        query = "SELECT DISTINCT claim.id FROM report JOIN claim ON claim.report = report.row WHERE report.id"
        return frozenset(self._ids(query, reports))

    def claims(self, ids: Collection[str]) -> Iterator[Claim]:
        """Present claims by id, without what derivation does not use."""
        return self._lean(f"{_CLAIMS} claim.id", ids)

    def claims_of(self, reports: Collection[str]) -> Iterator[Claim]:
        """All claims of present versions of reports, without what derivation does not use."""
        return self._lean(f"{_CLAIMS} report.id", reports)

    def spells_beside(self, first: str, last: str) -> tuple[Spell, ...]:
        """All spells of those places and dimensions where one lasts that was last heard of in these days."""
        found = self._rows(_BESIDE, first=first, last=last)
        return tuple(self._decoded("spell", row.id, row.payload, spell_from) for row in found)

    def last_published(self) -> str | None:
        """The last day of publication of a present report."""
        last: str | None = self._one("SELECT substr(max(published), 1, 10) FROM report WHERE superseded_by IS NULL")[0]
        return last

    def _places(self, payloads: Iterable[str]) -> list[Place]:
        return [self._decoded("place", payload, payload, place_from) for payload in payloads]

    def _lean(self, statement: str, ids: Iterable[str]) -> Iterator[Claim]:
        found = self._some(statement, ids)
        return (self._decoded("claim", row.id, row.payload, lambda data: claim_from(data, lean=True)) for row in found)

    def _ids(self, statement: str, ids: Iterable[object]) -> list[Any]:
        return [row[0] for row in self._some(statement, ids)]

    def _some(self, statement: str, ids: Iterable[object]) -> list[Any]:
        some = json.dumps(sorted(ids))
        return self._rows(f"{statement} {_AMONG}", some=some)

    def _one(self, statement: str, **values: object) -> list[Any]:
        return [row[0] for row in self._rows(statement, **values)]

    def _rows(self, statement: str, **values: object) -> list[Any]:
        found: list[Any] = self._query(lambda connection: connection.execute(text(statement), values).all())
        return found
