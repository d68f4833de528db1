"""Parts of a state that need no row: those whom reports call its rebels, its civilians, its media."""

from __future__ import annotations

from situate.model.actor import Actor
from situate.resolve.who.registry import Registry

RULES = {
    "rebels": ("Rebels", "rebel_group", 2, "REB"),
    "pro_government": ("Pro-government forces", "political_militia", 3, "PRM"),
    "civilians": ("Civilians", "civilians", 7, "CVL"),
    "state_media": ("State media", "outlet", None, "MED"),
}


def by_rule(registry: Registry, state: str, part: str) -> Actor:
    """Those whom reports call the rebels, the civilians … of a state, where the registry has no row for them."""
    title, kind, inter, sector = RULES[part]
    country = registry.countries[state]
    identifier = f"{part.replace('_', '-')}-{state.lower()}"
    if part == "pro_government" and "pro-government-forces-syria" in registry.rows and state == "SY":
        return registry.actor("pro-government-forces-syria", None, state)
    return Actor(id=identifier, name=f"{title} ({country.name})", kind=kind, country=state, inter=inter, sector=sector)
