"""Where the outlets of reports stand: what derivation needs to know of each publication beyond its text."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol

from situate.model.claim import Claim
from situate.model.publication import Publication


class Standing(Protocol):
    """What is known of an outlet by its name in a report."""

    def side(self, name: str, date: str | None, country: str | None) -> str | None:
        """The side that it stands on at a date in a country's conflict."""

    def house(self, name: str) -> str | None:
        """Who stands behind it."""


def placed(published: Mapping[str, Publication], claims: Iterable[Claim], standing: Standing) -> dict[str, Publication]:
    """The publications with side and house of their outlets, at their date and in the conflict that they tell of."""
    told = countries(claims)
    return {key: _placed(one, told.get(key), standing) for key, one in published.items()}


def _placed(one: Publication, country: str | None, standing: Standing) -> Publication:
    if one.outlet is None:
        return one
    date = one.published[:10] if one.published else None
    return dataclasses.replace(
        one, outlet_side=standing.side(one.outlet, date, country), outlet_house=standing.house(one.outlet)
    )


def countries(claims: Iterable[Claim]) -> dict[str, str]:
    """The country in which most places of each report's claims lie, by the report's id."""
    counts: dict[str, Counter[str]] = {}
    for claim in claims:
        for role in claim.roles:
            if role.place is not None and role.place.country:
                counts.setdefault(claim.report, Counter())[role.place.country] += 1
    return {report: min(found, key=lambda code: (-found[code], code)) for report, found in counts.items()}
