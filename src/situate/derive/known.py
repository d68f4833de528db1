"""What is known of the reports that claims come from, worked out once for all of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property

from situate.model.claim import PLACE_ROLES, Claim
from situate.model.publication import Publication
from situate.text.times.words import MONTHS, WEEKDAYS

# For a report, what each report that takes it back or corrects it says of it: the names it speaks of, or all of it.
TakenBack = Mapping[str, Set[tuple[str, ...] | None]]
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_NO_NAMES = """
    the this that these those there one two three four five six seven eight nine ten some many most all both each in
    on at by for from with without under over near into onto our its their his her your she they you who what which
    where when while after before since until although though because but and nor not yet also again later earlier
    today yesterday however meanwhile according another other several dozens scores hundreds thousands people
    residents officials correction retraction clarification erratum corrigendum editor editors note
"""  # with which sentences and titles begin


def taken_back(publications: Iterable[Publication]) -> TakenBack:
    """What these reports take back or correct."""
    found: dict[str, set[tuple[str, ...] | None]] = defaultdict(set)
    for publication in publications:
        for old in publication.retracts:
            found[old].add(publication.corrects)
    return dict(found)


def names_in(text: str) -> set[str]:
    """The capitalised words of a text that may be names."""
    return {word for word in _NAME.findall(text) if word.casefold() not in _no_names()}


@cache
def _no_names() -> Set[str]:
    return {*_NO_NAMES.split(), *MONTHS, *WEEKDAYS}


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
