"""What the tables of other codebooks share: which events they count, and our own columns at their end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from situate.export.cells import Cell
from situate.export.index import Index
from situate.export.masking import COARSENED
from situate.export.view import RecordView
from situate.model.claim import Claim
from situate.model.event import Event
from situate.model.place import Place

SOURCE_NAMES = (
    "situate_event_id", "standing", "draft", "coarsened", "claims", "reports", "independent_origins", "date_basis",
    "quotes",
)  # fmt: skip
_CODE = re.compile(r"[A-Z]{2}\.\w+")


def no_happening(event: Event) -> str:
    """Why an event is no happening that a table of events counts, or the empty string."""
    if event.kind != "happening":
        return "a state of affairs, not a happening"
    if event.modality != "actual":
        return "planned, possible or attempted"
    if event.standing == "retracted":
        return "retracted"
    if event.polarity == "negative":
        return "said not to have happened"
    return ""


def counted_with(view: RecordView) -> dict[str, list[Event]]:
    """For events that tell apart the dead of attacks for which a toll is told as well, these attacks."""
    attacks = {one for several in view.same_dead.values() for one in several}
    told = {event.id: event for event in view.events if event.id in attacks and dict(event.figures).get("killed")}
    return {deaths: [told[one] for one in several if one in told] for deaths, several in view.same_dead.items()}


def telling(event: Event, index: Index) -> Sequence[Claim]:
    """The claims of an event, in order of publication."""
    return index.claims_of(event.claims)


def source_cells(event: Event, index: Index, draft: bool) -> Sequence[Cell]:
    """The cells under :data:`SOURCE_NAMES`."""
    claims = telling(event, index)
    quotes = dict.fromkeys(f"{index.outlet(claim)}: “{index.words(claim)}”" for claim in claims)
    coarse = event.place is not None and event.place.basis == COARSENED
    return (
        event.id, event.standing, _yes(draft), _yes(coarse), "; ".join(event.claims), event.reports,
        event.independent_origins, event.interval.basis, " | ".join(quotes),
    )  # fmt: skip


def _yes(value: bool) -> str:
    return "true" if value else "false"


def region_name(place: Place, names: Mapping[str, str]) -> str | None:
    """The name of a place's first-order region; a code of which no name is known is not shown as one."""
    code = place.admin1 or ""
    if place.precision == "region":
        return names.get(code) or place.name  # "the east of the province" is no province
    return names.get(code) or (None if _CODE.fullmatch(code) or not code else code)
