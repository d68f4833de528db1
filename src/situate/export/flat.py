"""The record as flat tables: events, spells, claims, contradictions, reports.

One description of each column serves every writer and the codebook, so that they cannot differ. Where a row comes
from stands at its end: speakers, quotes, reports, claims.
"""

from __future__ import annotations

from collections.abc import Callable

from situate.export.columns import (
    BOUNDS,
    DRAFT,
    FIGURE_COLUMNS,
    SIDES,
    SOURCES,
    STANDING,
    TIME,
    WHERE,
    Column,
    Kind,
    Table,
    Value,
    column,
    id_column,
    joined,
    place_column,
)
from situate.export.index import Index
from situate.model.claim import Claim, first_place
from situate.model.ids import digest
from situate.model.place import Place
from situate.model.report import Report

EVENTS = Table(
    name="events",
    meaning="One happening, or one state of affairs, told by one or more claims.",
    items=lambda view: view.events,
    columns=(
        id_column("event"),
        column("kind", "text", "happening or state.", lambda e: e.kind),
        column("type", "text", "Claim type (the ontology's word).", lambda e: e.type),
        column("polarity", "text", "negative = all that speak of it say that it is not so.", lambda e: e.polarity),
        column("modality", "text", "actual, planned, possible, attempted.", lambda e: e.modality),
        *TIME,
        *WHERE,
        column("also", "text", "Names of further places of it.", lambda e: joined(p.name for p in e.also)),
        column("also_ids", "text", "Their ids.", lambda e: joined(p.id for p in e.also)),
        column("place_reason", "text", "Why the place is unknown.", lambda e: e.place_reason),
        *SIDES,
        *FIGURE_COLUMNS,
        Column(
            name="dead_of",
            kind="text",
            meaning="Ids of the attacks of which this tells the dead apart: add up one toll, not both.",
            value=lambda e, behind: joined(behind.same_dead.get(e.id, ())),
        ),
        STANDING,
        column(
            "confidence",
            "number",
            "0 to 1: how much to trust that it happened.",
            lambda e: round(e.confidence.value, 4),
        ),
        column("reports", "integer", "How many reports tell it.", lambda e: e.reports),
        column(
            "independent_origins",
            "integer",
            "How many of them are independent of each other.",
            lambda e: e.independent_origins,
        ),
        DRAFT,
        *SOURCES,
    ),
)

SPELLS = Table(
    name="spells",
    meaning="A longest period with one value of one dimension of one place.",
    items=lambda view: view.spells,
    columns=(
        id_column("spell"),
        column("dimension", "text", "control, siege, access, truce, population.", lambda s: s.dimension),
        column("value", "text", "The value: held, contested, besieged, cut_off, open, ….", lambda s: s.value),
        *WHERE,
        column(
            "parties",
            "text",
            "Who, with the role: 'besieger Islamic State'.",
            lambda s: joined(f"{part.role} {part.actor.name}" for part in s.actors),
        ),
        column("party_ids", "text", "Their ids.", lambda s: joined(part.actor.id for part in s.actors)),
        *BOUNDS,
        STANDING,
        column("assessed", "boolean", "Corroborated independently.", lambda s: s.assessed),
        column("stale", "boolean", "No news for long; the value is kept.", lambda s: s.stale),
        column("last_news", "partial date", "The last publication that speaks of it.", lambda s: s.last_news),
        column("rule", "text", "The rule that made it.", lambda s: s.rule),
        column("criteria", "text", "What a designation rests on.", lambda s: s.criteria),
        DRAFT,
        *SOURCES,
        column("ended_by", "text", "Ids of the claims that end it.", lambda s: joined(s.ended_by)),
    ),
)


def _claimed_at(name: str, kind: Kind, meaning: str, read: Callable[[Place], Value]) -> Column:
    def value(claim: Claim) -> Value:
        place = first_place(claim)
        return read(place) if place is not None else None

    return column(name, kind, meaning, value)


def _further(claim: Claim) -> str | None:
    first = first_place(claim)
    places = (role.place for role in claim.fillers("place"))
    return joined(place.name for place in places if place is not None and place.id != (first.id if first else None))


def _who(claim: Claim, role: str) -> str | None:
    return joined(one.actor.name if one.actor else one.evidence.quote for one in claim.fillers(role))


def _looked_up(
    name: str, kind: Kind, meaning: str, read: Callable[[Claim, Index], Value]
) -> Column:  # fmt: skip
    return Column(name=name, kind=kind, meaning=meaning, value=lambda claim, behind: read(claim, behind.index))


CLAIMS = Table(
    name="claims",
    meaning="One thing that one report says happened, holds, is planned, or did not happen.",
    items=lambda view: view.claims,
    columns=(
        id_column("claim"),
        column("type", "text", "Claim type (the ontology's word).", lambda c: c.type),
        column("polarity", "text", "positive; negative = it did not happen, or no longer holds.", lambda c: c.polarity),
        column("modality", "text", "actual, planned, possible, attempted.", lambda c: c.modality),
        *TIME,
        _claimed_at("place_id", "text", "Id of the place.", lambda p: p.id),
        _claimed_at("place", "text", "Name of the place.", lambda p: p.name),
        column("also", "text", "Names of further places that it says it was at.", _further),
        _claimed_at("country", "text", "ISO 3166-1 alpha-2.", lambda p: p.country),
        _claimed_at("latitude", "number", "WGS84 degrees.", lambda p: p.latitude),
        _claimed_at("longitude", "number", "WGS84 degrees.", lambda p: p.longitude),
        _claimed_at("radius_km", "number", "How far the point may be off, kilometres.", lambda p: p.radius_km),
        column(
            "actors", "text", "Who does it: a name, or the words where nobody is resolved.", lambda c: _who(c, "actor")
        ),
        column("targets", "text", "To whom it is done.", lambda c: _who(c, "target")),
        column("acled", "text", "ACLED's sub-event type, where one fits.", lambda c: c.codes.acled),
        column("plover", "text", "PLOVER's code, where one fits.", lambda c: c.codes.plover),
        column("salience", "number", "0 to 1: how much it is the news of its report.", lambda c: round(c.salience, 4)),
        column(
            "confidence", "number", "0 to 1: how sure the reader is of its reading.", lambda c: round(c.confidence, 4)
        ),
        column("same_as", "text", "Id of an earlier claim of the report that tells the same.", lambda c: c.same_as),
        DRAFT,
        _looked_up("outlet", "text", "Outlet of the report.", lambda c, index: index.outlet(c)),
        _looked_up(
            "published", "partial date", "Publication of the report.", lambda c, index: index.published(c) or None
        ),
        column(
            "speakers",
            "text",
            "Who says so, nearest first; empty = the outlet.",
            lambda c: joined(one.evidence.quote for one in c.speakers),
        ),
        _looked_up("quote", "text", "The exact words.", lambda c, index: index.words(c)),
        column("trigger", "text", "The words that evoke it.", lambda c: c.trigger.quote),
        column(
            "start", "integer", "Where the trigger begins in the report, code points.", lambda c: c.trigger.span.start
        ),
        column("end", "integer", "Where it ends (half-open).", lambda c: c.trigger.span.end),
        column("report", "text", "Id of the report.", lambda c: c.report),
        column("extractor", "text", "The model that read it.", lambda c: c.extractor),
    ),
)

CONTRADICTIONS = Table(
    name="contradictions",
    meaning="What the reports do not agree on.",
    items=lambda view: view.contradictions,
    columns=(
        id_column("contradiction"),
        column("field", "text", "What is in dispute.", lambda x: x.field),
        column("about", "text", "Id of the event or place that it is about.", lambda x: x.about),
        place_column("place_id", "text", "Id of the place.", lambda p: p.id),
        place_column("place", "text", "Name of the place.", lambda p: p.name),
        column(
            "values",
            "text",
            "Each value and how many claims say it.",
            lambda x: joined((f"{value} ({len(claims)})" for value, claims in x.values), " / "),
        ),
        column("status", "text", "open or resolved.", lambda x: x.status),
        column("why", "text", "Why they cannot both be right.", lambda x: x.why),
        DRAFT,
        column(
            "claims", "text", "Ids of the claims.", lambda x: joined(one for _, claims in x.values for one in claims)
        ),
    ),
)


def text_hash(report: Report) -> str:
    """A short hash of a report's text, by which two holders can see that they mean the same one."""
    return digest("text", report.text)


REPORTS = Table(
    name="reports",
    meaning="A report that was read: where it came out, not its text.",
    items=lambda view: view.reports,
    columns=(
        id_column("report"),
        column("published", "partial date", "When it came out.", lambda r: r.published),
        column("published_basis", "text", "Where that date comes from.", lambda r: r.published_basis),
        column("outlet", "text", "Who published it.", lambda r: r.outlet),
        column("title", "text", "Its title.", lambda r: r.title),
        column("url", "text", "Its address.", lambda r: r.url),
        column("language", "text", "Its language.", lambda r: r.language),
        column("characters", "integer", "Length of its text, code points.", lambda r: len(r.text)),
        column("text_hash", "text", "A hash of its text.", text_hash),
    ),
)

TABLES = (EVENTS, SPELLS, CLAIMS, CONTRADICTIONS, REPORTS)
