"""ACLED's columns, strings and codes.

Sources: the column list and codes are those of ACLED's published codebook and of its export of 31 columns (inter codes
as numbers); the regions are ACLED's coverage regions; the numbers of countries are ISO 3166-1, and those of states by
Gleditsch and Ward (UCDP) and by the Correlates of War (POLECAT).
"""

from __future__ import annotations

import csv
import functools
import importlib.resources
from collections.abc import Mapping
from dataclasses import dataclass

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
PROVENANCE = ("situate_event_id", "standing", "claims", "reports", "independent_origins", "date_basis", "quotes")

BATTLES = "Battles"
REMOTE = "Explosions/Remote violence"
VIOLENCE = "Violence against civilians"
PROTESTS = "Protests"
RIOTS = "Riots"
STRATEGIC = "Strategic developments"

EVENT_TYPES: Mapping[str, str] = {
    "Armed clash": BATTLES,
    "Government regains territory": BATTLES,
    "Non-state actor overtakes territory": BATTLES,
    "Chemical weapon": REMOTE,
    "Air/drone strike": REMOTE,
    "Suicide bomb": REMOTE,
    "Shelling/artillery/missile attack": REMOTE,
    "Remote explosive/landmine/IED": REMOTE,
    "Grenade": REMOTE,
    "Sexual violence": VIOLENCE,
    "Attack": VIOLENCE,
    "Abduction/forced disappearance": VIOLENCE,
    "Peaceful protest": PROTESTS,
    "Protest with intervention": PROTESTS,
    "Excessive force against protesters": PROTESTS,
    "Violent demonstration": RIOTS,
    "Mob violence": RIOTS,
    "Agreement": STRATEGIC,
    "Arrests": STRATEGIC,
    "Change to group/activity": STRATEGIC,
    "Disrupted weapons use": STRATEGIC,
    "Headquarters or base established": STRATEGIC,
    "Looting/property destruction": STRATEGIC,
    "Non-violent transfer of territory": STRATEGIC,
    "Other": STRATEGIC,
}
"""Sub-event type to event type: the 25 strings of the codebook."""

ARMED_CLASH = "Armed clash"
SUICIDE, BLAST = "Suicide bomb", "Remote explosive/landmine/IED"
GAINS = frozenset({"Government regains territory", "Non-state actor overtakes territory"})
FIRE = frozenset({"Air/drone strike", "Shelling/artillery/missile attack"})
"""Support fire: inside a ground battle of the same place, day and actors it is part of that battle."""

DAMAGE = "Looting/property destruction"
ARRESTS = "Arrests"
DAMAGING = FIRE | {"Remote explosive/landmine/IED", "Suicide bomb", "Grenade", ARMED_CLASH, "Attack"}
"""What wrecks and loots houses and cars: ACLED's destruction is where nobody was attacked."""

_DEMONSTRATIONS = frozenset({"Peaceful protest", "Protest with intervention", "Violent demonstration"})

INTER_REBELS, INTER_RIOTERS, INTER_PROTESTERS, INTER_CIVILIANS = 2, 5, 6, 7


def disorder_type(sub_event: str) -> str:
    """ACLED's disorder type; lethal force against protesters is both political violence and a demonstration."""
    if EVENT_TYPES[sub_event] == STRATEGIC:
        return STRATEGIC
    if sub_event == "Excessive force against protesters":
        return "Political violence; Demonstrations"
    return "Demonstrations" if sub_event in _DEMONSTRATIONS else "Political violence"


def interaction(inter1: int | None, inter2: int | None) -> int | None:
    """The two inter codes, smaller first, as one number; a sole actor is followed by 0; ``None`` when one is unknown.

    A code of 0 stands for "no second actor".
    """
    if inter1 is None or inter2 is None:
        return None
    first, second = sorted((inter1, inter2), key=lambda code: (code == 0, code))
    return first * 10 + second


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country as ACLED names it: ISO 3166-1 codes and number, region and name.

    ``gw`` and ``cow`` are its numbers among states (Gleditsch and Ward; Correlates of War), ``None`` when it is none.
    """

    alpha2: str
    alpha3: str
    numeric: int
    gw: int | None
    cow: int | None
    region: str
    name: str


@functools.cache
def countries() -> Mapping[str, Country]:
    """All countries by alpha-2 code (``countries.csv``)."""
    text = (importlib.resources.files("situate.export") / "countries.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {
        row["alpha2"]: Country(
            alpha2=row["alpha2"],
            alpha3=row["alpha3"],
            numeric=int(row["numeric"]),
            gw=int(row["gw"]) if row["gw"] else None,
            cow=int(row["cow"]) if row["cow"] else None,
            region=row["region"],
            name=row["name"],
        )
        for row in rows
    }
