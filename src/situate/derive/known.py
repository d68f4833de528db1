"""What is known of the reports that claims come from, worked out once for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from situate.model.publication import Publication


@dataclass(frozen=True, kw_only=True)
class Known:
    """Publications by the ids of their reports; ``withdrawn``: what is taken back, where not all are at hand."""

    publications: Mapping[str, Publication]
    withdrawn: frozenset[str] | None = None

    @cached_property
    def retracted(self) -> frozenset[str]:
        """The reports that others take back."""
        if self.withdrawn is not None:
            return self.withdrawn
        return frozenset(old for publication in self.publications.values() for old in publication.retracts)

    def published(self, report: str) -> str | None:
        """The publication date of a report."""
        return self.publications[report].published
