"""What the words beside a phrase make of it: a region's own authorities, whose office it is, who a description is."""

from __future__ import annotations

import re

from situate.model.actor import Actor
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.names import keys
from situate.resolve.who.persons import PEOPLES
from situate.resolve.who.told import Naming, Told

_IN = re.compile(r"\s+in\s+(?:the\s+)?[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)?")
_OFFICE = re.compile(
    r"(?:the\s+)?(.{2,40}?)(?:[’']s?\s+(?:office|government|administration|cabinet|campaign)|\s+campaign(?:\s+officials)?)"
)
_AND = re.compile(r"\s+and\s+$", re.IGNORECASE)
_JOINED_WITH = frozenset({"the", "forces", "armed", "security", "army", "military", "police", "navy", "parliament"})
_NEAR = 300  # code points
# What a state's own press calls its government.
_RULING = frozenset({("government",), ("government", "spokesman"), ("prime", "minister"), ("ministers",), ("mps",)})
_OF_STATES = frozenset({"parliament", "assembly", "cabinet", "legislature", "senate"})


_SAYS_OF = re.compile(
    r"\s(?:on\s\w+day\s)?(?:also\s|has\s|had\s)?(?:accused|blamed|condemned|(?:said|says|claimed|alleged|reported)(?:\sthat)?)\s"
    r"(?:on\s\w+day\s)?(?:that\s)?"
)

# "said Ostria was ready to talk"
_ONLY_IS = re.compile(r"\s(?:is|was|were|would|will|could|should|must|needs?|wants?)\b")


def in_region(told: Told, naming: Naming) -> Actor | None:
    """The authorities of a land that is no state of the tables, by "in" after them: "authorities in Somaliland"."""
    after = _IN.match(told.text, naming.span.end)
    if after is None or len(naming.quote) > 40:
        return None
    index = told.linker.registry.index
    whole = f"{naming.quote}{after[0]}"
    for name in (whole, whole.rpartition(" ")[0]):
        if len(keys(name)) > len(keys(naming.quote)) + 1 and keys(name) in index:
            return told.link(name)[0]
    return None


def office_of(quote: str) -> str | None:
    """The name of the person whose office, government or campaign a phrase names: "Lorn" of "Lorn’s office"."""
    found = _OFFICE.fullmatch(quote.strip())
    return found[1] if found is not None and found[1][:1].isupper() else None


def state_that_acts(told: Told, naming: Naming) -> str | None:
    """The other state whose government acts in a sentence before "the parliament", where home is not named."""
    words = keys(naming.quote)
    if not words or words[-1] not in _OF_STATES or told.home is None or naming.ref is not None:
        return None
    start = told.sentences_back(naming.span.start)[0][0]
    lands = {part.ids[0] for part in told.lands_between(start, naming.span.end + 60)}
    acting = {
        actor.country
        for i in told.order.beginning(start, naming.span.start)
        if told.namings[i].span.end <= naming.span.start and i in told.done
        and (actor := told.done[i][0]) is not None and actor.kind == "government"
    }  # fmt: skip
    if len(acting) != 1 or told.home in lands | acting:
        return None
    return next(iter(acting))


def accuses_home(told: Told, naming: Naming) -> bool:
    """Whether an institution says what the one state that the report names has done: so it is another's.

    ("The army said Ostria had shelled its posts", "the ministry accused Ostria of …".)
    """
    said = _SAYS_OF.match(told.text, naming.span.end)
    part = told.lands.get(said.end()) if said is not None else None
    if part is None or part.form != "country" or told.home not in part.ids:
        return False
    return _ONLY_IS.match(told.text, part.end) is None


def state_of_readers(told: Told, naming: Naming) -> str | None:
    """The land of an outlet that writes on a war elsewhere: its readers know whose "parliament" is meant.

    "The government" is theirs only where nobody of the land that is told of is named nearer before.
    """
    words = tuple(word for word in keys(naming.quote) if word != "the")
    if naming.ref is not None or told.land in {None, told.home} or not words:
        return None
    if told.land not in told.names.codes | {actor.country for actor in told.seen.actors.values()}:
        return None
    if words[-1] in _OF_STATES or words[-2:] == ("of", "opposition"):
        return told.land if words[0] in _OF_STATES | {"leader"} else None
    if words not in _RULING:
        return None
    at = naming.span.start
    near = [*told.states.between(at - _NEAR, at)]
    near += [(start, actor.country) for start, _, actor in told.seen.between(at - _NEAR, at) if actor.country]
    last = max((one for one in near if one[1] in {told.land, told.home}), default=None)
    return told.land if last is not None and last[1] == told.land else None


def state_fought(told: Told, naming: Naming) -> str | None:
    """The state whose army or government "and" joins with what has no other name: "the Lusar army and guerrillas"."""
    words = keys(naming.quote)
    if naming.ref is not None or not set(words) - {"the"}:
        return None
    if not all(lexicon().is_("rebel", word) or word in _JOINED_WITH for word in words):
        return None
    joined = _AND.search(told.text, max(0, naming.span.start - 12), naming.span.start)
    if joined is None:
        return None
    for i in told.order.ending(joined.start(), joined.start()):
        actor = told.done[i][0] if i in told.done else None
        if actor is not None and actor.kind in {"government", "state_forces"}:
            return actor.country
    return None


def the_rebels(told: Told, naming: Naming, actor: Actor, words: str) -> Actor:
    """Those whom "the rebels" of a state are in a report that names one armed group of that state and no other.

    Those who mostly are called so there are not meant right after another group, where the report does not name them.
    """
    rows = told.linker.registry.rows
    plain = keys(words)
    if plain[:1] == ("the",) and len(plain) == 2 and lexicon().is_("rebel", plain[1]) and actor.kind == "rebel_group":
        if actor.id in told.seen.actors:
            return actor
        group = _group_before(told, naming.span.start)
        if group is not None and naming.land in {None, group.country, *rows[group.id].theatres}:
            return group
        if not actor.id.startswith("rebels-"):
            return actor
    if not actor.id.startswith("rebels-") or told.linker.names_somebody(words):
        return actor
    rebels = {one.id: one for one in told.seen.actors.values() if one.id in rows and rows[one.id].kind == "rebel_group"}
    own = {
        i: one for i, one in rebels.items() if actor.country in {rows[i].country, *rows[i].theatres}
    } or rebels  # a report from where they meet tells of no rebels there
    people = PEOPLES.intersection(plain)  # "Hutu rebels" are of a group that has the word in its name, if of any
    own = {i: one for i, one in own.items() if not people or any(people & set(keys(name)) for name in rows[i].names)}
    return next(iter(own.values())) if len(own) == 1 else actor


def _group_before(told: Told, at: int) -> Actor | None:
    """The one rebel group that a paragraph names before a place."""
    start = told.text.rfind("\n", 0, at) + 1
    found = {actor.id: actor for _, e, actor in told.seen.between(start, at) if e <= at and actor.kind == "rebel_group"}
    found = {i: actor for i, actor in found.items() if i in told.linker.registry.rows}
    return next(iter(found.values())) if len(found) == 1 else None
