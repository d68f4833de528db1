"""Who: an armed group, a state's forces, an authority, civilians, a speaker."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A resolved actor, as at the date of the claim.

    ``kind`` is state_forces, rebel_group, political_militia, communal_militia, civilians, external_forces,
    government, international, outlet, person, other; ``inter`` is ACLED's inter code (1 to 8) or ``None``;
    ``side`` is the id of the side that it stands on at that date (its widest coalition), ``None`` when unknown;
    ``private`` marks a person without a public office, masked in public exports.
    """

    id: str
    name: str
    kind: str = "other"
    country: str | None = None
    inter: int | None = None
    side: str | None = None
    sector: str | None = None
    private: bool = False
