"""TSV in the shape of POLECAT (PLOVER): its 40 columns in order, then where each row comes from.

One row an event. Several actors stand in one cell, separated by ``; ``. Where no claim names a target, those whom the
event harms are the recipient; of violence against civilians these are. ``Intensity``, ``Contexts``, ``District``,
titles and Wikipedia ids stay empty: the record does not know them. A tab or a line end inside a cell becomes a space,
because readers of this format split lines without looking for quotes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

from situate.export.acled_rows import sub_event
from situate.export.acled_tables import EVENT_TYPES, VIOLENCE, countries
from situate.export.cells import Cell, cell
from situate.export.columns import first_of
from situate.export.index import Index
from situate.export.masking import for_profile
from situate.export.opponents import Opponents
from situate.export.sourcing import SOURCE_NAMES, no_happening, region_name, source_cells, telling
from situate.export.view import LossReport, Profile, RecordView
from situate.model.actor import Actor
from situate.model.claim import Claim
from situate.model.event import Event
from situate.model.place import Place

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip

_QUADS: Mapping[str, str] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "VERBAL COOPERATION"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "MATERIAL COOPERATION"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "VERBAL CONFLICT"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "MATERIAL CONFLICT"),
}
_SECTORS: Mapping[str, str] = {
    "state_forces": "MIL", "external_forces": "MIL", "rebel_group": "REB", "political_militia": "PRM",
    "communal_militia": "PRM", "civilians": "CVL", "government": "GOV", "international": "IGO", "outlet": "MED",
}  # fmt: skip
_HARMED = ("killed", "wounded", "affected")
_VERSION = "situate"


def write(view: RecordView, stream: BinaryIO, profile: Profile) -> LossReport:
    """Write the happenings that have a PLOVER code and a day, in the order of the record."""
    shown = for_profile(view, profile)
    index = Index.of(shown)
    stream.write(_line((*COLUMNS, *SOURCE_NAMES)))
    opponents, reasons, kept = Opponents.of(index), [], 0
    for event in shown.events:
        if why := _why_not(event, index):
            reasons.append(why)
        else:
            stream.write(_line(_cells(event, index, shown, opponents)))
            kept += 1
    return LossReport.of(kept, reasons)


def _line(cells: Sequence[Cell]) -> bytes:
    """One line; whatever could end a cell or a line is a space, whatever could start a formula is guarded."""
    words = ("".join(" " if _ends(sign) else sign for sign in cell(value)) for value in cells)
    return ("\t".join(words) + "\n").encode("utf-8", "replace")


def _ends(sign: str) -> bool:
    return sign in "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def _why_not(event: Event, index: Index) -> str:
    if why := no_happening(event):
        return why
    if _code(event, index) is None:
        return "no PLOVER code for its type"
    return "" if event.interval.first else "date unknown"


def _code(event: Event, index: Index) -> str | None:
    """The PLOVER code that most of an event's claims carry, the earliest report's at a tie."""
    codes = [claim.codes.plover for claim in telling(event, index) if claim.codes.plover]
    return Counter(codes).most_common(1)[0][0] if codes else None


def _cells(event: Event, index: Index, view: RecordView, opponents: Opponents) -> Sequence[Cell]:
    claims = telling(event, index)
    doers, sufferers = _named(opponents.named((event,)), "actor"), _sufferers(event, index, opponents)
    kind, _, mode = (_code(event, index) or "").partition("-")
    return (
        f"situate-{event.id.removeprefix('e:')}", first_of(event.interval), kind, mode or None, None,
        _QUADS.get(kind), None, *_side(doers, claims, "actor"), *_side(sufferers, claims, "target", *_HARMED),
        *_where(event.place, claims, view.region_names), *_story(claims, index), _VERSION,
        *source_cells(event, index, view.draft),
    )  # fmt: skip


def _named(event: Event, role: str) -> list[Actor]:
    return [part.actor for part in event.actors if part.role == role]


def _sufferers(event: Event, index: Index, opponents: Opponents) -> list[Actor]:
    """Whom it is done to; civilians where nobody is named and by its ACLED string it is violence against them."""
    found = _named(opponents.named((event,)), "target")
    if found or EVENT_TYPES.get(sub_event(event, index) or "") != VIOLENCE:
        return found
    country = event.place.country if event.place is not None else None
    return [Actor(id="civilians", name="Civilians", kind="civilians", country=country)]


def _side(actors: Sequence[Actor], claims: Sequence[Claim], *roles: str) -> Sequence[Cell]:
    """Name, country, COW, first sector, all sectors, title, words of the report, Wikipedia.

    The words are those of the first of some ``roles`` that any claim fills.
    """
    lands = [countries().get(actor.country or "") for actor in actors]
    sectors = list(dict.fromkeys(filter(None, map(_sector, actors))))
    quotes = ([one.evidence.quote for claim in claims for one in claim.fillers(role)] for role in roles)
    raw = next(filter(None, quotes), [])
    return (
        _several(actor.name for actor in actors),
        _several(land.alpha3 for land in lands if land),
        _several(str(land.cow) for land in lands if land and land.cow),
        sectors[0] if sectors else None, _several(sectors), None, _several(raw), None,
    )  # fmt: skip


def _sector(actor: Actor) -> str | None:
    return actor.sector or _SECTORS.get(actor.kind)


def _several(words: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(words)) or None


def _where(place: Place | None, claims: Sequence[Claim], regions: Mapping[str, str]) -> Sequence[Cell]:
    """Placename to feature type."""
    raw = _several(one.evidence.quote for claim in claims for one in claim.fillers("place"))
    if place is None:
        return None, None, None, None, None, None, None, None, raw, None
    land = countries().get(place.country or "")
    number = place.id.removeprefix("geonames:") if place.id.startswith("geonames:") else None
    return (
        place.name, place.name if place.precision == "settlement" else None, None, region_name(place, regions),
        land.alpha3 if land else None, place.latitude, place.longitude, number, raw, place.precision,
    )  # fmt: skip


def _story(claims: Sequence[Claim], index: Index) -> Sequence[Cell]:
    """Source, publication date, people, organisations, locations, language of the reports that tell it."""
    reports = [index.reports[one] for one in dict.fromkeys(c.report for c in claims) if one in index.reports]
    named = [role.actor for claim in claims for role in claim.roles]
    named += [speaker.actor for claim in claims for speaker in claim.speakers]
    actors = [actor for actor in named if actor is not None]
    places = [role.place.name for claim in claims for role in claim.roles if role.place is not None]
    published = min((report.published for report in reports if report.published), default=None)
    return (
        _several(index.outlets(claims)), published,
        _several(actor.name for actor in actors if actor.kind == "person"),
        _several(actor.name for actor in actors if actor.kind != "person"),
        _several(places), _several(report.language for report in reports if report.language),
    )  # fmt: skip
