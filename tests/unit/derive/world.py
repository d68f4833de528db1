"""Builders of claims about a fictional town with two pockets."""

from situate.derive import derive
from situate.derive.atlas import Atlas
from situate.derive.claims.consistent import consistent
from situate.derive.known import Known
from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role, Speaker
from situate.model.ids import claim_id
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.publication import Publication
from situate.model.quantity import Quantity
from situate.model.span import Span

TOWN = Place(id="geonames:1", name="Lisk", country="XX", latitude=10.0, longitude=10.0)
WEST = Place(id="local:west", name="Western pocket", country="XX", latitude=10.0, longitude=10.0, precision="part", radius_km=10, part_of=TOWN.id)  # fmt: skip
SOUTH = Place(id="local:south", name="Airbase pocket", country="XX", latitude=10.0, longitude=10.0, precision="part", radius_km=10, part_of=TOWN.id)  # fmt: skip
REDS = Actor(id="reds", name="Reds", kind="rebel_group", side="red")
BLUES = Actor(id="blues", name="Blues", kind="state_forces", side="blue")
MONITOR = Actor(id="monitor", name="Monitor", kind="international")

_places = iter(())


def restart():
    """Let the next claim stand where the first of a test does."""
    global _places
    _places = iter(range(1000, 10**6, 10))


restart()


def said_by(actor: Actor) -> tuple[Speaker, ...]:
    return (Speaker(evidence=Evidence(span=Span(0, 5), quote="words"), cue="said", actor=actor),)


def interval(earliest=None, latest=None, basis="relative"):
    return Interval(earliest=earliest, latest=latest, precision="day", basis=basis)


def claim(kind, report, *, place=None, actor=None, target=None, when=None, killed=None, words="words", **rest):
    """A claim; ``words`` are those of its trigger, ``said`` those for its place, ``toll`` those of its toll."""
    at = next(_places)
    span = Span(at, at + 5)
    trigger, words = Evidence(span=span, quote=words), Evidence(span=span, quote="words")
    there, toll = (Evidence(span=span, quote=rest.pop(key, "words")) for key in ("said", "toll"))
    roles = []
    if place or there.quote != "words":
        roles.append(Role(role=rest.pop("at", "place"), evidence=there, place=place))
    if rest.get("hour"):
        roles.append(Role(role="time", evidence=Evidence(span=span, quote=rest.pop("hour"))))
    if actor:
        roles.append(Role(role="actor", evidence=words, actor=actor))
    if target:
        roles.append(Role(role="target", evidence=words, actor=target))
    if killed:
        low, high = killed
        roles.append(Role(role="killed", evidence=toll, quantity=Quantity(low=low, best=low, high=high, unit="people")))
    return Claim(
        id=claim_id(report, kind, span), report=report, type=kind, trigger=trigger, roles=tuple(roles),
        interval=when or interval(), confidence=0.8, **rest,
    )  # fmt: skip


def published(**days):
    return {
        name: Publication(report=name, published=day, outlet=f"outlet of {name}", origin=name)
        for name, day in days.items()
    }


def spells(claims, dimension, **days):
    """The spells of one dimension that claims of reports give; ``days``: when each report was published."""
    return [s for s in derive(claims, published(**days)).spells if s.dimension == dimension]


def put_right(*claims):
    """Claims as their whole reports put them right."""
    return consistent(claims, Known(publications=published(**{c.report: "2031-03-04" for c in claims})), Atlas.of(()))[
        0
    ]
