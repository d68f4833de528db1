"""Tellings: what of a claim decides whether it tells the same happening as another; claims that say just the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from typing import Any

from situate.derive.claims.called import called, placed_names
from situate.derive.interest import rules
from situate.derive.places import RANK, claim_place
from situate.derive.timeline import moment
from situate.model.claim import Claim, Role
from situate.model.interval import OPEN, first_day
from situate.model.place import Place
from situate.model.publication import Publication
from situate.model.quantity import Quantity
from situate.model.tolls import FAMILIES, PART, RECOUNT
from situate.text.quantities import find

STATES = frozenset({"control", "besiege", "deprivation"})
_SPOTS = frozenset({"place", "origin", "destination", "target"})
_ENDS = _SPOTS | {"route"}
ROADS = frozenset({"cut_route", "open_route"})
DAY, WEEK, SEASON = 1, 7, 62  # widths in days, give or take one
UNBOUNDED = 1 << 22  # days: more than the calendar has
_PARTS_OF_DAY = ("morning", "noon", "afternoon", "evening", "night", "dawn")
_NAME = re.compile(r"\b[A-Z][\w’']{3,}")
_OF = frozenset({"of", "for", "from", "with", "in", "at"})  # after these stand other names than that of who died
_STEM = 4  # letters that spellings of one name share
_ABOUT = 1.25  # "around 80" can be a quarter more or less
_FIGURES = frozenset({"killed", "wounded", "affected"})
_MORE = re.compile(r"(?:at least |about )?[\w-]+ (?:more|others?|additional|further)\b", re.IGNORECASE)
_SOME_OF = re.compile(r"(?:some|most|many) of (?!them\b|us\b|whom\b)", re.IGNORECASE)
_OF_PARTS = re.compile(r"includ|among(?:st)? (?:them|whom|these|those)\b")  # it has parts; "five among the dead" is one
_SEVERAL = 3  # of one or two, "a child" can be all
_OF_MORE = 1e6  # how many those can be of whom some are counted
_UNCOUNTED = (-1.0, -1.0)  # how many a part is that nobody counts: no number that is told of others
_NO_SIDE = frozenset({"international", "outlet", "person", "civilians", "other"})
Toll = tuple[str, float, float]  # a field, at least, at most


@dataclass(frozen=True, slots=True)
class Around:
    """Where a happening without a known place can be: provinces, and countries where no province is known."""

    provinces: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    def near(self, other: Around) -> bool:
        """Whether both can be one place: one province, or one country where one of them knows no province."""
        if self.provinces and other.provinces:
            return not self.provinces.isdisjoint(other.provinces)
        return not self.countries.isdisjoint(other.countries)


NOWHERE = Around()
NONE: frozenset[Any] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What claims say of one happening.

    ``first`` and ``last`` are ordinals of days, 0 and ``UNBOUNDED`` where unknown; ``assumed``: the report gives no
    time, its news is taken to be of the day. ``actors`` and ``targets`` are sides, ``camps`` is who holds a place in a
    word ("rebel-held"). ``named`` are names in the words for place and target beside that of the place itself, and
    ``context`` is where the report that names them is set. ``anew``: in its words ("another seven people") it is none
    of those told before. ``apart`` keeps claims that say too little apart from those of other texts.
    ``dead`` says of what kind the people are that it counts as killed: civilians, or armed.
    ``sort`` is that of a blow by its type, which its words leave ``open`` ("bombardment"); ``hit`` is what it
    struck. ``strange`` are the names of a settlement of which nobody knows where it is, ``known`` those of one whose
    place is known. ``who`` are persons and international bodies, who stand on no side. ``corrects`` are reports taken
    back, for their own claims and for those of the reports that take them back.
    """

    polarity: str
    modality: str
    place: Place | None
    around: Around
    first: int
    last: int
    times: tuple[str | None, str | None]
    assumed: bool
    published: int | None
    part_of_day: str
    actors: frozenset[str]
    targets: frozenset[str]
    camps: frozenset[str]
    named: frozenset[str]
    context: Around
    tolls: frozenset[Toll]
    anew: bool
    apart: str
    dead: frozenset[str] = frozenset()
    sort: str = ""
    open: bool = False
    hit: frozenset[str] = frozenset()
    corrects: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    strange: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()

    @property
    def width(self) -> int:
        """Days between the first and the last that it can mean."""
        return self.last - self.first

    @property
    def dated(self) -> bool:
        """Whether at least one bound is known."""
        return self.first > 0 or self.last < UNBOUNDED


@dataclass(slots=True)
class Telling:
    """Claims that say just the same, the first of them leading; ``retells`` are claims that they say they repeat.

    ``starts``: where in the text of each of its reports it is told first.
    """

    profile: Profile
    claims: list[str] = field(default_factory=list)
    starts: dict[str, int] = field(default_factory=dict)
    retells: frozenset[str] = NONE

    @property
    def reports(self) -> Set[str]:
        """The reports that tell it."""
        return self.starts.keys()

    @property
    def vague(self) -> bool:
        """Whether it can be anywhere in its province: its place is not known, or only the country."""
        return self.profile.place is None or self.profile.place.precision == "country"

    @property
    def order(self) -> tuple[object, ...]:
        """What is told most exactly comes first; the same for every order of input."""
        told = self.profile
        return (
            told.modality != "actual",
            told.width > DAY,
            told.width > WEEK,
            told.width > SEASON,
            told.assumed,
            RANK[told.place.precision] if told.place else len(RANK),
            -bool(told.actors) - bool(told.targets),
            told.published or UNBOUNDED,
            min(self.reports),
            self.claims,
        )


def tellings(
    claims: Sequence[Claim],
    publications: Mapping[str, Publication],
    around: Mapping[str, Around],
    retracted: Set[str] = frozenset(),
    profiles: dict[str, Profile] | None = None,
) -> list[Telling]:
    """The tellings of claims of one type, the most exact first; ``profiles`` remembers those of claims, by id.

    ``retracted`` are the reports that others take back.
    """
    known = {} if profiles is None else profiles
    made: dict[Profile, Telling] = {}
    for claim in sorted(claims, key=lambda c: (c.report, c.trigger.span.start, c.id)):
        profile = known.get(claim.id)
        if profile is None:
            profile = _profile(claim, publications[claim.report], around.get(claim.report, NOWHERE), retracted)
        telling = made.get(profile)
        if telling is None:
            telling = made[profile] = Telling(profile)
        if profiles is not None:
            known[claim.id] = telling.profile
        telling.claims.append(claim.id)
        telling.starts.setdefault(claim.report, claim.trigger.span.start)
        if claim.same_as is not None:
            telling.retells |= {claim.same_as}
    return sorted(made.values(), key=lambda telling: telling.order)


def surrounding(places: Iterable[Place]) -> Around:
    """The country that most of these places are in, and the provinces of it that are among them."""
    some = list(places)
    counted = Counter(place.country for place in some if place.country is not None)
    leading = {country for country, n in counted.items() if n == max(counted.values())}
    provinces = {place.admin1 for place in some if place.admin1 is not None and place.country in leading}
    return Around(frozenset(provinces), frozenset(leading))


def _around(place: Place | None, report: Around) -> Around:
    if place is None or place.country is None or place.precision == "country":
        return report
    return _province(place.country, place.admin1)


@lru_cache(maxsize=4096)
def _province(country: str, admin1: str | None) -> Around:
    return Around(frozenset((admin1,) if admin1 else ()), frozenset((country,)))


@lru_cache(maxsize=65536)
def _once(found: frozenset[Any]) -> frozenset[Any]:
    """The set itself, one object for all that are equal: most claims have the same few, and each is held to the end."""
    return found


def _where(claim: Claim, report: Around) -> Place | None:
    """The place of a claim; a country beside the one that the report is about is an actor's or an audience's.

    Not so of a state: who holds or blockades a land holds no town that the report tells of elsewhere.
    """
    place = claim_place(claim)
    foreign = place is not None and place.precision == "country" and place.country not in report.countries
    return None if foreign and claim.type not in STATES else place


def _profile(claim: Claim, publication: Publication, report: Around, retracted: Set[str]) -> Profile:
    place = _where(claim, report)
    around = _around(place, report)
    state, given, mutual = claim.type in STATES, claim.type in rules()["given"], claim.type in rules()["mutual"]
    named = named_in(claim.roles, ends=claim.type in ROADS)
    first, last = (0, UNBOUNDED) if state else _days(claim)
    told = first_day(publication.published).toordinal() if publication.published and not state else None
    dated = first > 0 or last < UNBOUNDED
    enough = (state or dated) and (place or (around.countries and not state))
    return Profile(
        polarity=claim.polarity,
        modality=claim.modality,
        place=place,
        around=around,
        first=first,
        last=last,
        times=("", "") if state else (claim.interval.earliest, claim.interval.latest),
        assumed=claim.interval.basis == "publication" and not state,
        published=None if dated else told,
        part_of_day="" if state else part_of_day(claim),
        actors=_once(parties(claim, *(("target",) if given else ("actor", "target") if mutual else ("actor",)))),
        targets=_once(parties(claim, *(("actor",) if given else ("actor", "target") if mutual else ("target",)))),
        camps=_once(_camps(claim)) if claim.type == "control" else NONE,
        named=_once(named),
        context=report if named else NOWHERE,
        tolls=NONE if state else _once(frozenset(_tolls(claim.roles))),
        anew=not state and _anew(claim),
        apart="" if enough else publication.origin or claim.report,
        dead=NONE if state else _once(_kinds_of_dead(claim)),
        sort=rules()["sorts"].get(claim.type, ""),
        open=is_open(claim),
        hit=_once(frozenset(hit(claim) - named)) if claim.type in rules()["sorts"] else NONE,
        corrects=_once(frozenset(publication.retracts) | ({claim.report} & retracted)),
        who=NONE if state else _once(_named_bodies(claim)),
        strange=NONE if state else _once(called(claim)),
        known=NONE if state else _once(placed_names(claim)),
    )


def _named_bodies(claim: Claim) -> frozenset[str]:
    """The persons and international bodies that a claim names as doing it or as those to whom it is done."""
    named = (role.actor for role in claim.fillers("actor", "target") if role.actor is not None)
    return frozenset(actor.id for actor in named if actor.kind in {"person", "international"})


def _kinds_of_dead(claim: Claim) -> frozenset[str]:
    """Whether the dead that a claim counts are civilians or armed, as far as it says so."""
    kinds = {r.actor.kind for r in claim.fillers("killed") if r.actor is not None and r.quantity is not None}
    of: Mapping[str, Sequence[str]] = rules()["dead"]
    return frozenset(name for name, some in of.items() if kinds.intersection(some))


def is_open(claim: Claim) -> bool:
    """Whether the words for a blow leave open of which sort it was ("bombardment", "the bombing")."""
    words = set(claim.trigger.quote.casefold().split())
    return claim.type in rules()["sorts"] and words <= _open_words(claim.type) and not claim.fillers("instrument")


@lru_cache(maxsize=64)
def _open_words(kind: str) -> frozenset[str]:
    return frozenset(rules()["open_of"].get(kind, rules()["open"]))


def _days(claim: Claim) -> tuple[int, int]:
    window = moment(claim.interval)
    first = window.first.toordinal() if claim.interval.earliest else 0
    return first, window.last.toordinal() if claim.interval.latest not in (None, OPEN) else UNBOUNDED


def part_of_day(claim: Claim) -> str:
    """The part of the day that a claim's times name, "" for none."""
    words = " ".join(role.evidence.quote.casefold() for role in claim.fillers("time"))
    return next((w for w in _PARTS_OF_DAY if w in words), "")


def parties(claim: Claim, *roles: str) -> frozenset[str]:
    """The sides of armed actors and authorities in roles; a monitor or a rescuer who stands there is no side.

    Who holds or besieges a place is one, although nobody knows of what kind: a group that only this report names.
    """
    known = [filler.actor for filler in claim.fillers(*roles) if filler.actor is not None]
    none = _NO_SIDE - {"other"} if claim.type in STATES else _NO_SIDE
    return frozenset(actor.side or actor.id for actor in known if actor.side or actor.kind not in none)


def _camps(claim: Claim) -> frozenset[str]:
    """Who is said to hold, as a camp: by the words of the trigger ("rebel-held"), else by the kind of the actors."""
    words = set(re.findall(r"\w+", claim.trigger.quote.casefold()))
    camps: Mapping[str, Mapping[str, Sequence[str]]] = rules()["camps"]
    told = {camp for camp, of in camps.items() if words.intersection(of["words"])}
    kinds = {role.actor.kind for role in claim.fillers("actor") if role.actor is not None}
    return frozenset(told or {camp for camp, of in camps.items() if kinds.intersection(of["kinds"])})


def named_in(roles: Iterable[Role], *, ends: bool) -> frozenset[str]:
    """Names in the words for places and targets, short of those of the place itself and of kinds of places.

    ``ends``: with that of the place, for the road to a town is told as the road between it and another.
    """
    found: set[str] = set()
    for role in roles:
        if role.role in (_ENDS if ends else _SPOTS) and role.actor is None:
            words = {word.casefold().removesuffix("s") for word in _NAME.findall(_naming(role, ends=ends))}
            found |= {word for word in words if ends or not (_of_place(word, role.place) or _of_land(word, role.place))}
    found |= {name for role in roles if role.role == "killed" for name in _who_died(role)}
    return frozenset(found.difference(rules()["plain"]))


def _who_died(role: Role) -> Iterable[str]:
    """The names of persons in the words for the dead; whose people they are tells no person."""
    if role.actor is not None and role.actor.kind != "person":
        return
    words = list(takewhile(lambda word: word not in _OF, role.evidence.quote.split()))  # "fighters of the Front"
    for number, word in enumerate(words):
        named = _NAME.match(word) is not None
        first = number == 0 and (len(words) == 1 or _NAME.match(words[1]) is None)  # "Seventeen men"
        if named and not first:
            yield word.casefold().strip(",.'’").removesuffix("'s").removesuffix("’s").removesuffix("s")


# What stands in a town: the last word before "in" and a name.
_STANDS_IN = re.compile(r"(?:(?:at|near|outside|inside|in|on|by) )?(?:an?|the) (?:[\w'’-]+ ){0,4}?([\w'’-]+) in [A-Z]")


def hit(claim: Claim) -> set[str]:
    """What a claim says was hit, by its name or the last word for it, a thing in a town too ("near a clinic in Ramla").

    People, who are hit everywhere, do not count.
    """
    quotes = (role.evidence.quote.casefold().split() for role in claim.fillers("target"))
    last = {words[-1] for words in quotes if words}
    last |= {found[1].casefold() for role in claim.fillers("place") if (found := _STANDS_IN.match(role.evidence.quote))}
    return (last | named_in(claim.roles, ends=False)) - set(rules()["hit_everywhere"])


def _naming(role: Role, *, ends: bool) -> str:
    """The words that name what a role is about: for "the mosque" those of the local place that is meant.

    With ``ends``, for "it" or "the road" those of the place that it leads to, whatever the word is taken to stand for.
    """
    if ends and role.place is not None and not _NAME.search(role.evidence.quote):
        return role.place.name
    words = role.ref or role.evidence.quote
    own = role.place is not None and role.place.id.startswith("local:") and not _NAME.search(words)
    return role.place.name if own and role.place is not None else words


def _of_place(word: str, place: Place | None) -> bool:
    """Whether a word belongs to the name of a place of the gazetteer (a local place is known by its words alone)."""
    if place is None or place.id.startswith("local:") or place.precision == "part":
        return False
    return word[:_STEM] in _stems(place.name) or word in _in_one(place.name)


def _of_land(word: str, place: Place | None) -> bool:
    """Whether a word is whose a province is ("Niger's Tillaberi region"): the name of the land around it."""
    return place is not None and place.precision in {"region", "district"} and word.endswith(("'", "’"))


@lru_cache(maxsize=65536)
def _in_one(name: str) -> str:
    """A name written in one: "Ezzor" is of Deir ez-Zor."""
    return "".join(re.findall(r"\w+", name.casefold()))


@lru_cache(maxsize=65536)
def _stems(name: str) -> frozenset[str]:
    return frozenset(part.casefold()[:_STEM] for part in re.findall(r"\w{3,}", name))


def _anew(claim: Claim) -> bool:
    """Whether a claim says of itself that it is another one; "the chief and 20 others" are others than the chief."""
    words = (role.evidence.quote.casefold().split() for role in claim.roles if role.role != "time")
    first = [claim.trigger.quote.casefold().split()[:1], *(some[:1] for some in words)]
    dead = sorted(claim.fillers("killed"), key=lambda role: role.evidence.span)
    if dead and _MORE.match(dead[0].evidence.quote):
        return True
    return any(word in rules()["anew"] for some in first for word in some)


def _tolls(roles: Iterable[Role]) -> Iterable[Toll]:
    """The figures of a claim, those that are told as a part of one, and for each field what its figures add up to."""
    told: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for role in roles:
        if role.role == "affected" and role.quantity is None and _SOME_OF.match(role.evidence.quote):
            yield role.role, *_UNCOUNTED
        if role.role in _FIGURES and role.quantity is not None and role.reason != RECOUNT:
            found = bounds(role.quantity)
            if found is not None and role.quantity.unit == FAMILIES:
                told[f"{role.role} {FAMILIES}"].append(found)
            elif found is not None:
                told[role.role].append(found)
                yield from _told_figure(role)
                yield from ((role.role, *part) for part in _parts_of(role.evidence.quote))
    for name in ("killed", "wounded"):
        some = [role for role in roles if role.role == name and role.quantity is not None]
        if some and all(_is_part(role) for role in some):  # of how many, it does not say
            yield from ((name, role.quantity.most, _OF_MORE) for role in some if role.quantity is not None)
    for name, figures in told.items():
        yield from ((name, *figure) for figure in figures)
        yield name, sum(low for low, _ in figures), sum(high for _, high in figures)


def _is_part(role: Role) -> bool:
    return role.reason == PART or (is_of_some(role) and not _MORE.match(role.evidence.quote))


def is_of_some(role: Role) -> bool:
    """Whether a figure is of several people whom reports count apart from others: "ten children", "three women"."""
    several = role.quantity is not None and role.quantity.most >= _SEVERAL
    whole = _OF_PARTS.search(role.evidence.quote) is not None
    return several and not whole and _head(role.evidence.quote) in rules()["counted_apart"]


def is_of_others(role: Role) -> bool:
    """Whether a figure is of people beside those told before: "another five civilians", "six others"."""
    first = role.evidence.quote.casefold().split()[:1]
    return any(word in rules()["anew"] for word in first) or _MORE.match(role.evidence.quote) is not None


@lru_cache(maxsize=65536)
def _head(words: str) -> str:
    """The noun that the first figure of a phrase counts, in lower case."""
    return next((one.head for one in find(words)), "")


def _told_figure(role: Role) -> Iterable[Toll]:
    """The number itself of what is counted roughly or from below: "about 300" and "300" are one figure."""
    if role.quantity is not None and role.quantity.best is not None:
        yield role.role, role.quantity.best, role.quantity.best


def _parts_of(words: str) -> Iterable[tuple[float, float]]:
    """The figures told as a part of another one ("15 civilians, among them 11 children")."""
    _, part, rest = words.partition("among them") if "among them" in words else words.partition("including")
    found = [one.quantity for one in find(rest)] if part else []
    exact = [(q.best, q.best) if q.best is not None else bounds(q) for q in found]  # "at least one child": one
    return [one for one in exact if one is not None]


def bounds(quantity: Quantity) -> tuple[float, float] | None:
    """The least and the most that a figure can mean; ``None`` when it says neither."""
    least = quantity.low if quantity.low is not None else quantity.best
    if least is None and quantity.high is None:
        return None
    open_above = quantity.high is None and quantity.low is not None
    most = float("inf") if open_above else quantity.high if quantity.high is not None else quantity.best
    spread = _ABOUT if quantity.approximate else 1.0
    return (least or 0.0) / spread, (most or 0.0) * spread


def keys_of_report(telling: Telling) -> Iterable[Hashable]:
    """Under what the tellings of its reports meet."""
    return (("report", report) for report in sorted(telling.reports))
