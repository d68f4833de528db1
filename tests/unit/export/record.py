"""A record built by hand: the siege of Deir e-Zor 2014-2017 from public facts, in words written for these tests."""

from __future__ import annotations

import io
from dataclasses import replace
from types import ModuleType
from typing import Any

from situate.export.view import LossReport, View
from situate.model.actor import Actor
from situate.model.claim import Claim, Codes, Evidence, Role, Speaker
from situate.model.event import Confidence, Contradiction, Event, Part
from situate.model.failure import Failure
from situate.model.ids import claim_id, contradiction_id, event_id, spell_id
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.report import Report
from situate.model.situation import Bound, Spell
from situate.model.span import Span

SAA = Actor(id="syrian-arab-army", name="Syrian Arab Army", kind="state_forces", country="SY", inter=1, side="syria")
IS = Actor(id="islamic-state", name="Islamic State", kind="rebel_group", inter=2, side="islamic-state")
ALLIES = Actor(id="local-defence", name="Local Defence Forces", kind="political_militia", inter=3, side="syria")
CIVILIANS = Actor(id="civilians-sy", name="Civilians (Syria)", kind="civilians", country="SY", inter=7)
WITNESS = Actor(id="person:zubayda-qandil", name="Zubayda Qandil", kind="person", private=True)

CITY = Place(
    id="geonames:170794",
    name="Deir ez-Zor",
    country="SY",
    latitude=35.33588,
    longitude=40.14084,
    radius_km=6.0,
    admin1="Deir ez-Zor",
)
BASE = Place(
    id="local:brigade-137-deir-ez-zor",
    name="Brigade 137",
    country="SY",
    latitude=35.33588,
    longitude=40.14084,
    precision="part",
    radius_km=15.0,
    part_of=CITY.id,
    basis="parent",
)
AIRBASE = replace(BASE, id="local:airbase-deir-ez-zor", name="Deir ez-Zor airbase")
MAYADIN = Place(
    id="geonames:168711", name="Mayadin", country="SY", latitude=35.01803, longitude=40.45247, radius_km=3.0
)
RAQQA = Place(id="geonames:172955", name="Raqqa", country="SY", latitude=35.95283, longitude=39.00788, radius_km=5.0)
DESERT = replace(CITY, precision="relative", relation="west of", radius_km=40.0, basis="relation")
PROVINCE = Place(
    id="region:SY.13",
    name="Deir ez-Zor Governorate",
    country="SY",
    latitude=35.0,
    longitude=40.5,
    precision="region",
    radius_km=120.0,
)
COUNTRY = Place(id="country:SY", name="Syria", country="SY", latitude=35.0, longitude=38.5, precision="country")

TEXT_RELIEF = (
    "Army units reached the Brigade 137 garrison west of Deir ez-Zor on Tuesday and broke the Islamic State siege of "
    "the base, an officer told Sample outlet A. At least 12 fighters were killed in the clashes around the base.\n"
    "The airbase pocket in the south is still besieged by the Islamic State. Helicopters have dropped food to both "
    "pockets for years.\n"
    "“We ate bread made of fodder,” said Zubayda Qandil, a teacher in the western pocket. "
    "Qandil’s two sons left in 2015."
)
TEXT_STATE = (
    "The army command said its forces lifted the siege of Brigade 137 on 5 September after they took wide desert "
    "lands west of Deir ez-Zor last month. Warplanes struck Islamic State lines near the base that morning."
)
TEXT_MONITOR = (
    "Islamic State shelled two quarters of Deir ez-Zor on Wednesday, killing dozens of civilians, residents told the "
    "monitor. State media spoke of four dead. Army units plan to push on to Mayadin."
)
TEXT_BACKGROUND = (
    "The Islamic State surrounded Deir ez-Zor in July 2014. In January 2017 its fighters cut the road between the "
    "city and the airbase, and the besieged area fell apart into two pockets."
)


def report(key: str, text: str, published: str | None, outlet: str | None, **more: Any) -> Report:
    """A report written for the tests."""
    return Report(id=key, text=text, published=published, outlet=outlet, language="en", **more)


def evidence(text: str, quote: str) -> Evidence:
    """The first place of a quote; a quote that is not there is a mistake of the test."""
    start = text.index(quote)
    return Evidence(span=Span(start, start + len(quote)), quote=quote)


def role(text: str, name: str, quote: str, **more: Any) -> Role:
    """A filler."""
    return Role(role=name, evidence=evidence(text, quote), **more)


def speaker(text: str, quote: str, cue: str | None, actor: Actor | None = None) -> Speaker:
    """A voice."""
    return Speaker(evidence=evidence(text, quote), cue=cue, actor=actor)


def claim(source: Report, kind: str, trigger: str, roles: list[Role], **more: Any) -> Claim:
    """A claim of a report, in the sentence of its trigger."""
    at = evidence(source.text, trigger)
    start = max(source.text.rfind(". ", 0, at.span.start) + 2, source.text.rfind("\n", 0, at.span.start) + 1, 0)
    ends = [end for end in (source.text.find(". ", at.span.end), source.text.find("\n", at.span.end)) if end > 0]
    sentence = Span(start if start > 1 else 0, min([*ends, len(source.text)]))
    settings: dict[str, Any] = {"confidence": 0.8, "salience": 0.5, "sentence": sentence, "extractor": "by hand"} | more
    return Claim(
        id=claim_id(source.id, kind, at.span), report=source.id, type=kind, trigger=at, roles=tuple(roles), **settings
    )


def event(type_: str, claims: list[Claim], place: Place | None, interval: Interval, **more: Any) -> Event:
    """An event over claims."""
    ids = tuple(one.id for one in claims)
    settings: dict[str, Any] = {"kind": "happening", "reports": len({one.report for one in claims})} | more
    return Event(id=event_id(ids), type=type_, claims=ids, place=place, interval=interval, **settings)


def part(name: str, actor: Actor) -> Part:
    """An actor in a role."""
    return Part(role=name, actor=actor)


def day(value: str, basis: Any = "stated") -> Interval:
    """A single day."""
    return Interval(earliest=value, latest=value, precision="day", basis=basis)


def spell(place: Place, dimension: Any, value: str, claims: list[Claim], **more: Any) -> Spell:
    """A spell over claims."""
    ids = tuple(one.id for one in claims)
    return Spell(
        id=spell_id(place.id, dimension, value, ids[0]),
        place=place,
        dimension=dimension,
        value=value,
        claims=ids,
        **more,
    )


def siege() -> View:
    """The whole record."""
    relief = report(
        "a-1", TEXT_RELIEF, "2017-09-05", "Sample outlet A", title="Base reached", url="https://example.org/a"
    )
    state = report("b-1", TEXT_STATE, "2017-09-06", "Sample agency B")
    monitor = report("c-1", TEXT_MONITOR, "2017-09-07", "Sample monitor C")
    back = report("d-1", TEXT_BACKGROUND, "2017-09-05", None, title="Background")

    tuesday = day("2017-09-05", "relative")
    ended_a = claim(
        relief,
        "siege_end",
        "broke",
        [
            role(relief.text, "actor", "Army units", actor=SAA),
            role(relief.text, "place", "the Brigade 137 garrison", place=BASE),
            role(relief.text, "target", "Islamic State", actor=IS),
            role(relief.text, "time", "on Tuesday"),
        ],
        interval=tuesday,
        codes=Codes(acled="Other", plover="RETREAT-access"),
        speakers=(speaker(relief.text, "an officer", "told", SAA),),
    )
    clash = claim(
        relief,
        "clash",
        "clashes",
        [role(relief.text, "killed", "At least 12 fighters", quantity=Quantity(low=12, best=12, unit="people"))],
        interval=tuesday,
        codes=Codes(acled="Armed clash", plover="ASSAULT-firearms"),
    )
    still = claim(
        relief,
        "besiege",
        "besieged",
        [
            role(relief.text, "place", "The airbase pocket", place=AIRBASE),
            role(relief.text, "actor", "the Islamic State", actor=IS),
        ],
        interval=Interval(latest="open"),
    )
    drops = claim(
        relief,
        "deliver_aid",
        "dropped",
        [
            role(relief.text, "goods", "food"),
            role(relief.text, "instrument", "Helicopters"),
            role(relief.text, "place", "both pockets", place=AIRBASE),
        ],
        interval=Interval(latest="open"),
        codes=Codes(acled="Other", plover="AID"),
    )
    hunger = claim(
        relief,
        "deprivation",
        "bread made of fodder",
        [role(relief.text, "place", "the western pocket", place=BASE)],
        speakers=(speaker(relief.text, "Zubayda Qandil, a teacher in the western pocket", "said", WITNESS),),
    )
    left = claim(
        relief,
        "displace",
        "left",
        [role(relief.text, "actor", "Qandil’s two sons", actor=WITNESS), role(relief.text, "time", "in 2015")],
        interval=Interval(earliest="2015", latest="2015", precision="year", basis="stated"),
    )
    ended_b = claim(
        state,
        "siege_end",
        "lifted",
        [
            role(state.text, "actor", "its forces", actor=SAA),
            role(state.text, "place", "Brigade 137", place=BASE),
            role(state.text, "time", "on 5 September"),
        ],
        interval=day("2017-09-05"),
        codes=Codes(acled="Other", plover="RETREAT-access"),
        speakers=(speaker(state.text, "The army command", "said", SAA),),
    )
    taken = claim(
        state,
        "capture",
        "took",
        [
            role(state.text, "actor", "its forces", actor=SAA),
            role(state.text, "place", "west of Deir ez-Zor", place=DESERT),
            role(state.text, "time", "last month"),
        ],
        interval=Interval(earliest="2017-08", latest="2017-08", precision="month", basis="relative"),
        codes=Codes(acled="Government regains territory", plover="ASSAULT"),
        speakers=(speaker(state.text, "The army command", "said", SAA),),
    )
    strike = claim(
        state,
        "airstrike",
        "struck",
        [
            role(state.text, "actor", "Warplanes", actor=SAA),
            role(state.text, "target", "Islamic State lines", actor=IS),
        ],
        interval=day("2017-09-05", "relative"),
        codes=Codes(acled="Air/drone strike", plover="ASSAULT-aerial"),
    )
    shelled = claim(
        monitor,
        "shelling",
        "shelled",
        [
            role(monitor.text, "actor", "Islamic State", actor=IS),
            role(monitor.text, "place", "two quarters of Deir ez-Zor", place=CITY),
            role(
                monitor.text,
                "killed",
                "dozens of civilians",
                quantity=Quantity(low=24, unit="people", approximate=True),
            ),
            role(monitor.text, "target", "civilians", actor=CIVILIANS),
        ],
        interval=day("2017-09-06", "relative"),
        codes=Codes(acled="Shelling/artillery/missile attack", plover="ASSAULT-heavy-weapons"),
        speakers=(speaker(monitor.text, "residents", "told"),),
    )
    toll = claim(
        monitor,
        "kill",
        "dead",
        [role(monitor.text, "killed", "four dead", quantity=Quantity(low=4, best=4, high=4, unit="people"))],
        interval=day("2017-09-06", "relative"),
        codes=Codes(acled="Attack"),
        same_as=shelled.id,
        speakers=(speaker(monitor.text, "State media", "spoke of"),),
    )
    plan = claim(
        monitor,
        "advance",
        "push on",
        [role(monitor.text, "actor", "Army units", actor=SAA), role(monitor.text, "place", "Mayadin", place=MAYADIN)],
        modality="planned",
        codes=Codes(acled="Armed clash"),
    )
    ring = claim(
        back,
        "besiege",
        "surrounded",
        [
            role(back.text, "actor", "The Islamic State", actor=IS),
            role(back.text, "place", "Deir ez-Zor", place=CITY),
            role(back.text, "time", "in July 2014"),
        ],
        interval=Interval(earliest="2014-07", latest="open", precision="month", basis="stated"),
    )
    cut = claim(
        back,
        "cut_route",
        "cut",
        [
            role(back.text, "actor", "its fighters", actor=IS),
            role(back.text, "route", "the road between the city and the airbase", place=CITY),
            role(back.text, "time", "In January 2017"),
        ],
        interval=Interval(earliest="2017-01", latest="2017-01", precision="month", basis="stated"),
        codes=Codes(acled="Other"),
    )

    sure = Confidence(value=0.62, parts=(("reading", 0.8), ("origins", 0.5)))
    events = (
        event(
            "siege_end",
            [ended_a, ended_b],
            BASE,
            tuesday,
            actors=(part("actor", SAA), part("target", IS)),
            independent_origins=2,
            standing="claimed",
            confidence=sure,
            words="broke",
        ),
        event(
            "clash",
            [clash],
            BASE,
            tuesday,
            actors=(part("actor", SAA), part("actor", ALLIES), part("target", IS)),
            figures=(("killed", Quantity(low=12, best=12, unit="people")),),
            independent_origins=1,
            words="clashes",
        ),
        event(
            "airstrike",
            [strike],
            BASE,
            day("2017-09-05", "relative"),
            actors=(part("actor", SAA), part("target", IS)),
            independent_origins=1,
            standing="claimed",
            words="struck",
        ),
        event(
            "shelling",
            [shelled, toll],
            CITY,
            day("2017-09-06", "relative"),
            actors=(part("actor", IS), part("target", CIVILIANS)),
            figures=(("killed", Quantity(low=4, high=24, unit="people")),),
            independent_origins=1,
            standing="disputed",
            words="shelled",
        ),
        event(
            "capture",
            [taken],
            DESERT,
            taken.interval,
            actors=(part("actor", SAA),),
            independent_origins=1,
            standing="claimed",
            words="took",
        ),
        event(
            "advance",
            [plan],
            MAYADIN,
            plan.interval,
            modality="planned",
            actors=(part("actor", SAA),),
            independent_origins=1,
            words="push on",
        ),
        event("cut_route", [cut], CITY, cut.interval, actors=(part("actor", IS),), independent_origins=1, words="cut"),
        event(
            "displace",
            [left],
            None,
            left.interval,
            place_reason="not_said",
            independent_origins=1,
            words="left",
            actors=(part("actor", WITNESS),),
        ),
        event("deliver_aid", [drops], AIRBASE, drops.interval, independent_origins=1, words="dropped"),
        event(
            "besiege",
            [ring, still],
            CITY,
            ring.interval,
            kind="state",
            actors=(part("actor", IS),),
            independent_origins=2,
            standing="corroborated",
            words="surrounded",
        ),
        event(
            "deprivation",
            [hunger],
            BASE,
            hunger.interval,
            kind="state",
            independent_origins=1,
            words="bread made of fodder",
        ),
    )
    july, relief_day = Bound(earliest="2014-07", latest="2014-07"), Bound(earliest="2017-09-05", latest="2017-09-05")
    besieger = (part("besieger", IS), part("besieged", SAA))
    spells = (
        spell(
            CITY,
            "control",
            "contested",
            [ring, shelled],
            starts=Bound(earliest="2014", latest="2014-07"),
            actors=(part("holder", IS), part("holder", SAA)),
            last_news="2017-09-07",
            rule="both-sides-inside",
        ),
        spell(
            BASE,
            "siege",
            "besieged",
            [ring, ended_a],
            starts=july,
            ends=relief_day,
            actors=besieger,
            standing="claimed",
            ended_by=(ended_a.id, ended_b.id),
            rule="siege-ends-for-pocket",
            last_news="2017-09-06",
        ),
        spell(
            AIRBASE,
            "siege",
            "besieged",
            [ring, still],
            starts=july,
            actors=besieger,
            standing="corroborated",
            assessed=True,
            rule="siege-imposed",
            last_news="2017-09-05",
        ),
        spell(
            AIRBASE,
            "access",
            "supplied_by_air",
            [drops],
            starts=Bound(latest="2017-09-05"),
            actors=(part("supplier", SAA),),
            rule="aid-reaches",
            last_news="2017-09-05",
        ),
        spell(
            BASE,
            "control",
            "held",
            [ended_a],
            starts=Bound(earliest="2014", latest="2014-07"),
            actors=(part("holder", SAA),),
            standing="claimed",
            rule="said-to-hold",
            last_news="2017-09-06",
        ),
        spell(
            RAQQA,
            "control",
            "held",
            [ring],
            starts=Bound(earliest="2014-01", latest="2014-08"),
            actors=(part("holder", IS),),
            stale=True,
            rule="said-to-hold",
            last_news="2017-06-01",
        ),
        spell(
            CITY,
            "access",
            "cut_off",
            [cut],
            starts=Bound(earliest="2017-01", latest="2017-01"),
            actors=(part("denier", IS),),
            rule="route-cut",
            last_news="2017-09-05",
        ),
    )
    toll_dispute = Contradiction(
        id=contradiction_id("killed", events[3].id),
        field="killed",
        about=events[3].id,
        place=CITY,
        values=(("4", (toll.id,)), ("at least 24", (shelled.id,))),
        why="the reports give tolls that cannot both be right",
    )
    return View(
        reports=(relief, state, monitor, back),
        claims=(ended_a, clash, still, drops, hunger, left, ended_b, taken, strike, shelled, toll, plan, ring, cut),
        events=events,
        spells=spells,
        contradictions=(toll_dispute,),
        failures=(
            Failure(item="/home/somebody/inbox/scan.pdf", stage="ingest", reason="unreadable", message="no text in it"),
        ),
        landmarks=(Place(id="geonames:1", name="Al Bukamal", country="SY", latitude=34.45, longitude=40.92),),
    )


def bytes_of(module: ModuleType, view: View, profile: str = "analyst") -> tuple[bytes, LossReport]:
    """What a format writes of a view."""
    stream = io.BytesIO()
    loss = module.write(view, stream, profile)
    return stream.getvalue(), loss
