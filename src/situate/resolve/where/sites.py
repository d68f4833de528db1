"""The phrases to resolve, what comes of them, and the names of a report that stand for places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from situate.model.place import Candidate, Place
from situate.model.span import Span
from situate.resolve.where.aside import is_aside
from situate.resolve.where.said import ACTS, governs
from situate.resolve.where.toponyms import Toponym

ADJECTIVE = 0.25  # of a name; "US-led" is one too
_ABBREVIATION = 4  # letters and full stops: "U.S.", "UAE"
_THING = re.compile(r"[ \n](?:[^\W\d_]|\d+(?:st|nd|rd|th)\b)")
_IN = re.compile(r"\b(?:in|to|from|into|inside|within|across|throughout)\s(?:the\s)?$", re.IGNORECASE)
# "A pilot from Ostria", "three nuns from Ostria": whose land it is, as an adjective would say.
_PERSON_FROM = re.compile(
    r"\b(?:pilots?|wom[ae]n|m[ae]n|nationals?|citizens?|journalists?|reporters?|tourists?|workers?|engineers?|contractors?|missionar(?:y|ies)"
    r"|priests?|nuns?|hostages?|captives?|doctors?|nurses?|students?|sailors?|couples?|aid\sworkers?|volunteers?|fighters?|soldiers|troops"
    r"|peacekeepers?|mercenar(?:y|ies)|experts?|observers?|monitors?)\sfrom\s(?:the\s)?$"
)
# What stands between the name that a report opens with and its first words: "MOSCOW (USSR), 28 AUG 89 --".
_DATELINE = re.compile(r"(?:[,/(\s][^\n]{0,80}?)?(?:--|[–—]|\s-\s|\)\s?-)")
_LABELS = re.compile(r"(?:\s*(?:Published|Outlet|Source|Date|Title|Author|URL|By):[^\n]*\n)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A phrase to resolve: where it stands, and the words of its antecedent where the reader found them.

    ``sure``: the reader knows that it is a place (a place role); only then is a bare name that no gazetteer has taken
    for one, and not for a person or a group.
    """

    span: Span
    ref: str | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A place, or the reason why none, with the candidates that were weighed (best first)."""

    place: Place | None = None
    candidates: tuple[Candidate, ...] = ()
    reason: str | None = None


UNKNOWN = Resolution(reason="not_in_gazetteer")
DESCRIPTION = Resolution(reason="description")


def or_description(place: Place | None) -> Resolution:
    """A place that a description means, or that it means none that is known."""
    return Resolution(place=place) if place is not None else DESCRIPTION


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A name in the text that stands for a place."""

    toponym: Toponym
    place: Place


def is_town(site: Site) -> bool:
    """Whether a name is that of a settlement, and no adjective."""
    return site.place.precision == "settlement" and site.toponym.form == "name"


def sites_of(names: Sequence[Toponym], found: Mapping[Toponym, Resolution]) -> list[Site]:
    """Those of some names that stand for places, in their order."""
    pairs = [(name, found[name].place) for name in names]
    return [Site(toponym=name, place=place) for name, place in pairs if place is not None]


def written_at(text: str, sites: Sequence[Site]) -> list[Site]:
    """The names in a dateline, which say where a report was written: its first name, and the country behind it.

    It is the first line of the text, but for lines that only label the report ("Published: 2 May").
    """
    labels = _LABELS.match(text)
    start = labels.end() if labels is not None else 0
    here = [site for site in sites if site.toponym.span.start >= start]
    first = here[0].toponym.span if here else None
    end = _DATELINE.match(text, first.end) if first is not None and not text[start : first.start].strip() else None
    return [] if end is None else [site for site in here[:2] if site.toponym.span.end <= end.end()]


def attributive(text: str, toponym: Toponym) -> bool:
    """Whether a name only says whose something is ("U.S. troops", "Turkey-backed"): armies carry theirs abroad."""
    end = toponym.span.end
    if toponym.form == "adjective" or text[end : end + 1] == "-":
        return True
    abbreviated = toponym.name.isupper() and len(toponym.name) <= _ABBREVIATION
    return (
        abbreviated
        and _THING.match(text, end) is not None
        and _IN.search(text[max(0, end - 30) : toponym.span.start]) is None
    )


def from_there(text: str, span: Span) -> bool:
    """Whether the name of a country only says whose somebody is ("a pilot from Ostria")."""
    return _PERSON_FROM.search(text, max(0, span.start - 40), span.start) is not None


def country_weights(text: str, sites: Sequence[Site]) -> dict[str, float]:
    """How much the names of a report speak for each country; adjectives little, for armies carry theirs abroad.

    So little does the name of a government that speaks of a war ("Ostry denied it"), and a town where only somebody
    speaks of it or meets over it.
    """
    weights: dict[str, float] = {}
    for site in sites:
        if site.place.country:
            span = site.toponym.span
            acts = ACTS.match(text, span.end) is not None
            if site.place.precision == "country":
                acts = acts or governs(text, span) or from_there(text, span)
            little = acts or attributive(text, site.toponym) or is_aside(text, span)
            weight = ADJECTIVE if little else 1.0
            weights[site.place.country] = weights.get(site.place.country, 0.0) + weight
    return weights
