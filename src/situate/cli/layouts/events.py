"""The columns of events."""

from __future__ import annotations

from collections.abc import Callable

from situate.cli.layouts.shared import field_of, short, told_type
from situate.cli.output import Layout
from situate.model.codec_derived import event_json
from situate.model.event import Event
from situate.pipeline.words import figure_words, parts_of, place_words, when


def _bound(name: str, which: str) -> Callable[[Event], object]:
    """A column: the low, best or high value of one figure of an event ("killed", "wounded")."""
    return field_of(lambda event: dict(event.figures).get(name), which)


def _figures(event: Event) -> str:
    return ", ".join(f"{name} {figure_words(quantity)}" for name, quantity in event.figures)


def _sources(event: Event) -> str:
    """How many reports tell an event, and how many origins that depend on no other."""
    return f"{event.reports} ({event.independent_origins})"


def _who(event: Event) -> str:
    """ "Syrian Arab Army > Jaysh al-Islam": who did it, and to whom."""
    others = parts_of(event.actors, "target")
    return (parts_of(event.actors, "actor") or "?") + (f" > {others}" if others else "")


def _where(event: Event) -> str:
    """The place in words, and how many more there are."""
    return place_words(event.place, event.place_reason) + (f" and {len(event.also)} more" if event.also else "")


EVENTS: Layout[Event] = Layout(
    name="events",
    table=[
        ("id", short),
        ("when", lambda e: when(e.interval)),
        ("type", told_type),
        ("where", _where),
        ("who > to whom", _who),
        ("figures", _figures),
        ("standing", lambda e: e.standing),
        ("reports (origins)", _sources),
    ],
    sheet=[
        ("id", lambda e: e.id),
        ("kind", lambda e: e.kind),
        ("type", lambda e: e.type),
        ("polarity", lambda e: e.polarity),
        ("modality", lambda e: e.modality),
        ("earliest", lambda e: e.interval.earliest),
        ("latest", lambda e: e.interval.latest),
        ("precision", lambda e: e.interval.precision),
        ("basis", lambda e: e.interval.basis),
        ("place_id", field_of(lambda e: e.place, "id")),
        ("place", field_of(lambda e: e.place, "name")),
        ("relation", field_of(lambda e: e.place, "relation")),
        ("country", field_of(lambda e: e.place, "country")),
        ("latitude", field_of(lambda e: e.place, "latitude")),
        ("longitude", field_of(lambda e: e.place, "longitude")),
        ("place_precision", field_of(lambda e: e.place, "precision")),
        ("radius_km", field_of(lambda e: e.place, "radius_km")),
        ("place_reason", lambda e: e.place_reason),
        ("also", lambda e: "; ".join(place_words(place, None) for place in e.also)),
        ("actors", lambda e: parts_of(e.actors, "actor")),
        ("targets", lambda e: parts_of(e.actors, "target")),
        *(
            (f"{name}_{which}", _bound(name, which))
            for name in ("killed", "wounded")
            for which in ("low", "best", "high")
        ),
        ("standing", lambda e: e.standing),
        ("confidence", lambda e: round(e.confidence.value, 4)),
        ("reports", lambda e: e.reports),
        ("independent_origins", lambda e: e.independent_origins),
        ("claims", lambda e: ";".join(e.claims)),
    ],
    json=event_json,
    empty="No events. (States of affairs are listed with --states.)",
    apart="States of affairs are listed with --states.",
    least={"figures": 110, "standing": 90},
)
