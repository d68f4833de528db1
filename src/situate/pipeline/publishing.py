"""Where the outlets of reports stand: what derivation needs to know of each publication beyond its text."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Protocol

from situate.model.actor import Actor
from situate.model.claim import Claim
from situate.model.place import Place
from situate.model.publication import Publication
from situate.model.report import Report
from situate.resolve.when.dateline import dateline

_HEADED = 1000  # code points of a text in which its dateline stands, and another entry beside it
_HEAD, _TAIL = 200, 120  # code points of a text in which credits stand
_MOSTLY = 2 / 3  # of the places and armed groups of a report lie in the country that it is about
FORWARDED = "forwarded_from"  # whose message it is, among what a report brings beside our fields
_ANYWHERE = frozenset({"outlet", "external_forces", "international"})


class Standing(Protocol):
    """What is known of an outlet by its name in a report."""

    def side(self, name: str, date: str | None, country: str | None) -> str | None:
        """The side that it stands on at a date in a country's conflict."""

    def house(self, name: str) -> str | None:
        """Who stands behind it."""

    def body(self, person: str, date: str | None) -> str | None:
        """The id of what a person led or spoke for at a date."""

    def wires(self, name: str) -> Mapping[str, str]:
        """The names of the agencies whose copy it prints, each with the house of the agency."""

    def author(self, text: str, date: str | None, country: str | None) -> str | None:
        """The side whose statement a text is by its own head, at a date in a country's conflict."""


def placed(published: Mapping[str, Publication], claims: Iterable[Claim], standing: Standing) -> dict[str, Publication]:
    """The publications with side and house of their outlets, at their date and in the conflict that they tell of.

    Speakers of their claims that are outlets are known as such, and of persons for whom they speak.
    """
    given = list(claims)
    told, speakers, persons = countries(given), _unknown_speakers(given), _persons(given)
    found = {key: _placed(one, told.get(key), speakers.get(key, ()), standing) for key, one in published.items()}
    return {key: _represented(one, persons.get(key, ()), standing) for key, one in found.items()}


def dated(published: Mapping[str, Publication], reports: Iterable[Report]) -> dict[str, Publication]:
    """The publications, each no earlier than the dateline of its report: what is dated 15 April was not out before."""
    found = dict(published)
    for report in reports:
        one = found.get(report.id)
        if one is None or one.published is None or report.published_basis == "dateline":
            continue
        day = dateline(report.text[:_HEADED], report.published)
        if day is not None and day > one.published[:10]:
            found[report.id] = dataclasses.replace(one, published=day)
    return found


def credited(
    published: Mapping[str, Publication], reports: Iterable[Report], standing: Standing
) -> dict[str, Publication]:
    """The publications with the agency whose copy each prints: one of its outlet's, named where credits stand."""
    found = dict(published)
    for report in reports:
        wires = standing.wires(report.outlet) if report.outlet and report.id in found else {}
        house = next((house for name, house in wires.items() if credits_agency(report.text, name)), None)
        if house is not None:
            found[report.id] = dataclasses.replace(found[report.id], wire=house)
    return found


def stated(
    published: Mapping[str, Publication], reports: Iterable[Report], standing: Standing
) -> dict[str, Publication]:
    """The publications of statements that a side made, with that side, where their outlet stands on none.

    A ministry's communiqué is the ministry's word, in a file without an outlet and in whatever archive keeps it.
    """
    found = dict(published)
    for report in reports:
        one = found.get(report.id)
        if one is None or one.outlet_side is not None:
            continue
        country = one.country.country if one.country is not None else None
        side = standing.author(report.text, one.published[:10] if one.published else None, country)
        if side is not None:
            found[report.id] = dataclasses.replace(one, outlet_side=side)
    return found


def passed_on(
    published: Mapping[str, Publication], reports: Iterable[Report], standing: Standing
) -> dict[str, Publication]:
    """The publications of messages that a channel forwards: the word, and the side, of whom they come from."""
    found = dict(published)
    for report in reports:
        author, one = report.extra.get(FORWARDED), found.get(report.id)
        if one is not None and isinstance(author, str) and author.strip():
            country = one.country.country if one.country is not None else None
            side = standing.side(author, one.published[:10] if one.published else None, country)
            found[report.id] = dataclasses.replace(one, wire=standing.house(author) or author, outlet_side=side)
    return found


def credits_agency(text: str, name: str) -> bool:
    """Whether a text names an agency in its first lines (dateline, "…, the agency reported") or in its last ones."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", f"{text[:_HEAD]}\n{text[_HEAD:][-_TAIL:]}") is not None


def set_in(
    published: Mapping[str, Publication],
    claims: Iterable[Claim],
    country: Callable[[str], Place | None],
    towns: Mapping[str, Place] = MappingProxyType({}),
) -> dict[str, Publication]:
    """The publications with the country that each is about; ``country`` gives that of an ISO code.

    ``towns``: the towns of their datelines, by report.

    Places of its claims speak for it, armed groups and civilians, which are at home, governments, and all who speak
    in it and to whom things are done; a state's forces are not always at home. Two thirds of them must lie in it: one
    place alone, to which a witness was flown, does not outweigh those who speak. Where they do not agree so far, a
    report is about the country of its dateline, if more of them lie there than elsewhere.
    """
    counts: dict[str, Counter[str]] = {}
    for claim in claims:
        counted = counts.setdefault(claim.report, Counter())
        for role in claim.roles:
            army = role.role == "actor" and role.actor is not None and role.actor.kind == "state_forces"
            counted.update(code for code in (_land(role.place), None if army else _land(role.actor)) if code)
        counted.update(code for speaker in claim.speakers if (code := _land(speaker.actor)))
    found = dict(published)
    for report, counted in counts.items():
        town = towns.get(report)
        home = _mostly(counted) or _written(town, counted)
        if home is not None and report in found:
            here = town if town is not None and town.country == home else None
            found[report] = dataclasses.replace(found[report], country=country(home), town=here)
    return found


def _written(town: Place | None, counted: Counter[str]) -> str | None:
    """The country of a dateline's town, if more speaks for it than for any other, or nothing for any."""
    code = town.country if town is not None else None
    others = max((n for other, n in counted.items() if other != code), default=0)
    return code if code is not None and (counted[code] > others or not counted) else None


def _land(of: Place | Actor | None) -> str | None:
    """The country of a place or an actor; outlets report from anywhere, and forces abroad are not at home."""
    return None if of is None or (isinstance(of, Actor) and of.kind in _ANYWHERE) else of.country


def _mostly(counted: Counter[str]) -> str | None:
    return next((code for code, n in counted.items() if n >= _MOSTLY * counted.total()), None)


def _unknown_speakers(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """For each report, the words for those who speak in it and are no actor that is known, or an outlet; sorted."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        for speaker in claim.speakers:
            if speaker.actor is None or speaker.actor.kind == "outlet":
                found.setdefault(claim.report, set()).add(speaker.evidence.quote)
    return {report: tuple(sorted(words)) for report, words in found.items()}


def _persons(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """For each report, the ids of the known persons who speak in it; sorted."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        for speaker in claim.speakers:
            if speaker.actor is not None and speaker.actor.kind == "person" and not speaker.actor.private:
                found.setdefault(claim.report, set()).add(speaker.actor.id)
    return {report: tuple(sorted(ids)) for report, ids in found.items()}


def _represented(one: Publication, persons: Iterable[str], standing: Standing) -> Publication:
    """A publication that knows for whom persons speak: a monitor and its chief are one origin, in whatever report."""
    date = one.published[:10] if one.published else None
    pairs = tuple((person, body) for person in persons if (body := standing.body(person, date)))
    return dataclasses.replace(one, speaks_for=pairs) if pairs else one


def _placed(one: Publication, country: str | None, speakers: Iterable[str], standing: Standing) -> Publication:
    date = one.published[:10] if one.published else None
    houses = ((words, standing.house(words)) for words in speakers)
    quoted = tuple((words, house, standing.side(words, date, country)) for words, house in houses if house)
    one = dataclasses.replace(one, quoted=quoted)
    if one.outlet is None:
        return one
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
