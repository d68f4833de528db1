"""What is known of the reports that claims come from, worked out once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from situate.derive.names import names_in
from situate.model.claim import PLACE_ROLES, Claim
from situate.model.publication import Publication

# For a report, what each report that takes it back or corrects it says of it: the names it speaks of, or all of it.
TakenBack = Mapping[str, Set[tuple[str, ...] | None]]


def taken_back(publications: Iterable[Publication]) -> TakenBack:
    """What these reports take back or correct."""
    found: dict[str, set[tuple[str, ...] | None]] = defaultdict(set)
    for publication in publications:
        for old in publication.retracts:
            found[old].add(publication.corrects)
    return dict(found)


@dataclass(frozen=True, kw_only=True)
class Known:
    """Publications by the ids of their reports; ``taken``: what is taken back, where not all are at hand."""

    publications: Mapping[str, Publication]
    taken: TakenBack | None = None

    @cached_property
    def answered(self) -> TakenBack:
        """The reports that others take back, or correct."""
        return taken_back(self.publications.values()) if self.taken is None else self.taken

    def withdrawn(self, claim: Claim, report: str | None = None) -> bool:
        """Whether what a claim tells is taken back: with all of its report (or of ``report``), or as told of a place
        that a correction names."""
        answers = self.answered.get(report or claim.report, frozenset())
        return bool(answers) and any(names is None or _is_about(claim, frozenset(names)) for names in answers)

    def published(self, report: str) -> str | None:
        """The publication date of a report."""
        return self.publications[report].published


def _is_about(claim: Claim, names: Set[str]) -> bool:
    """Whether a correction that speaks of these names means a claim; one without a named place it means as well."""
    told = [(role.evidence.quote, role.place) for role in claim.roles if role.place or role.role in PLACE_ROLES]
    named = [one for words, place in told if (one := names_in(words) or names_in(place.name if place else ""))]
    return bool(names) and (not named or any(one <= names for one in named))
