"""Leaving traces: what a derivation keeps of its ways, so that the next one need not go all of them again."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from situate.derive.atlas import places_of
from situate.derive.claims.consistent import Setting
from situate.derive.claims.telling import Around, Telling
from situate.derive.events.meeting import sought, stands_under
from situate.derive.events.merged import family_of
from situate.derive.events.tolls import COUNTED_AGAIN, is_attack, place_and_day
from situate.derive.marks.of_claims import Mark
from situate.derive.origins import Families
from situate.model.claim import Claim
from situate.model.event import Event
from situate.model.place import Place
from situate.model.publication import Publication
from situate.model.span import Span
from situate.model.trace import ReportTrace


def report_traces(
    claims: Iterable[Claim],
    settings: Mapping[str, Setting],
    publications: Mapping[str, Publication],
    families: Families,
) -> Iterator[ReportTrace]:
    """The traces of these publications; ``claims`` are those that count, as they were read."""
    places: dict[str, dict[Place, None]] = defaultdict(dict)
    for claim in claims:
        places[claim.report] |= dict.fromkeys(places_of([claim]))
    for identity, publication in publications.items():
        setting = settings.get(identity, Setting())
        yield ReportTrace(
            publication=publication,
            breakers=tuple(sorted(setting.breakers)),
            until=tuple(sorted(setting.until)),
            alive=tuple((span.start, span.end) for span in setting.alive),
            meant=setting.meant,
            provinces=tuple(sorted(setting.around.provinces)),
            countries=tuple(sorted(setting.around.countries)),
            places=tuple(places.get(identity, ())),
            there=tuple(setting.there.items()),
            lent=tuple(setting.lent.items()),
            days=tuple(setting.days.items()),
            denied=tuple(setting.denied.items()),
            sketch=tuple(families.sketches[identity]),
            corrects=identity in families.correcting,
        )


def setting_of(trace: ReportTrace) -> Setting:
    """The setting that a trace tells of."""
    around = Around(frozenset(trace.provinces), frozenset(trace.countries))
    return Setting(
        breakers=frozenset(trace.breakers),
        until=frozenset(trace.until),
        alive=tuple(Span(start, end) for start, end in trace.alive),
        meant=trace.meant,
        around=around,
        there=dict(trace.there),
        lent=dict(trace.lent),
        days=dict(trace.days),
        denied=dict(trace.denied),
    )


def event_keys(event: Event, told: Iterable[Telling]) -> list[int]:
    """The hashes under which an event is found: by what could tell it too, and by deaths of its place and day."""
    kind = family_of(event.type)
    keys = {_hash(kind, key) for telling in told for key in stands_under(kind, telling)}
    return sorted(keys | set(toll_keys(event)))


def toll_keys(event: Event) -> list[int]:
    """The hashes under which deaths meet the attack that they are told of: by place and day, and by the claim whose
    toll they count again.
    """
    key = place_and_day(event)
    if event.type == "kill":
        again = [first for _, first, why in event.why if why == COUNTED_AGAIN]
    else:
        again = list(event.claims) if is_attack(event) and "killed" in dict(event.figures) else []
    deadly = key is not None and (event.type == "kill" or is_attack(event))
    return [*([_hash("toll", key)] if deadly else []), *(_hash("toll of", claim) for claim in again)]


def sought_keys(kind: str, telling: Telling, related: Sequence[Place]) -> set[int]:
    """The hashes under which all events stand whose tellings could agree with this one."""
    return {_hash(kind, key) for key in sought(kind, telling, related)}


def mark_rows(marks: Iterable[Mark]) -> Iterator[tuple[str, str, str]]:
    """The place, the dimension and the claim of marks that are told."""
    return ((mark.place.id, mark.dimension, mark.claim) for mark in marks)


def _hash(kind: str, key: Hashable) -> int:
    """64 bits, signed; a place counts by its id."""
    parts = tuple(part.id if isinstance(part, Place) else part for part in key) if isinstance(key, tuple) else key
    return int.from_bytes(hashlib.blake2b(f"{kind} {parts!r}".encode(), digest_size=8).digest(), "big", signed=True)
