"""The columns of claims."""

from __future__ import annotations

from situate.cli.layouts.shared import field_of, short, told_type
from situate.cli.output import Layout
from situate.model.claim import OF_A_PART, PLACE_ROLES, Claim, first_place, places_in_order, smaller_first
from situate.model.codec import claim_json
from situate.pipeline.words import place_words, role_words, speaker_words, when


def _where_claimed(claim: Claim) -> str:
    """The first place of a claim in words, and how many more it names."""
    groups = (claim.fillers(*names) for names in places_in_order(claim.type))
    told = ([r for r in some if (r.place or r.role in PLACE_ROLES) and r.reason != OF_A_PART] for some in groups)
    places = smaller_first(next(filter(None, told), ()))
    named = list(dict.fromkeys(place_words(role.place, role.reason) for role in places))
    return "; ".join(named[:1]) + (f" and {len(named) - 1} more" if len(named) > 1 else "")


CLAIMS: Layout[Claim] = Layout(
    name="claims",
    table=[
        ("id", short),
        ("when", lambda c: when(c.interval)),
        ("type", told_type),
        ("where", _where_claimed),
        ("who", lambda c: role_words(c, "actor")),
        ("to whom", lambda c: role_words(c, "target")),
        ("words", lambda c: c.trigger.quote),
        ("says who", lambda c: "; ".join(map(speaker_words, c.speakers)) or "the outlet"),
        ("report", lambda c: c.report),
    ],
    sheet=[
        ("id", lambda c: c.id),
        ("report", lambda c: c.report),
        ("type", lambda c: c.type),
        ("polarity", lambda c: c.polarity),
        ("modality", lambda c: c.modality),
        ("earliest", lambda c: c.interval.earliest),
        ("latest", lambda c: c.interval.latest),
        ("precision", lambda c: c.interval.precision),
        ("basis", lambda c: c.interval.basis),
        ("start", lambda c: c.trigger.span.start),
        ("end", lambda c: c.trigger.span.end),
        ("quote", lambda c: c.trigger.quote),
        ("place_id", field_of(first_place, "id")),
        ("place", field_of(first_place, "name")),
        ("country", field_of(first_place, "country")),
        ("latitude", field_of(first_place, "latitude")),
        ("longitude", field_of(first_place, "longitude")),
        ("actors", lambda c: role_words(c, "actor")),
        ("targets", lambda c: role_words(c, "target")),
        ("speakers", lambda c: "; ".join(map(speaker_words, c.speakers))),
        ("acled", lambda c: c.codes.acled),
        ("plover", lambda c: c.codes.plover),
        ("salience", lambda c: round(c.salience, 4)),
        ("confidence", lambda c: round(c.confidence, 4)),
        ("same_as", lambda c: c.same_as),
    ],
    json=claim_json,
    empty="No claims.",
    least={"words": 100, "to whom": 140, "report": 140},
)
