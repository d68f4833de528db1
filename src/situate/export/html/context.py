"""What every part of the page needs: the view, look-ups, anchors, colours, and the day that counts as now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from situate.export.html.markup import Safe, join, source, tag
from situate.export.index import Index, last_published, parts
from situate.export.view import Profile, RecordView
from situate.export.wording import standing_words
from situate.model.actor import Actor
from situate.model.claim import Claim
from situate.model.event import Part
from situate.model.place import Place
from situate.model.situation import Spell

_COLOURS = 7
_STANDING = {"claimed": "○", "reported": "◐", "corroborated": "●", "disputed": "≠", "retracted": "✕"}
_SHORT = {"corroborated": "assessed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """``anchors`` maps an id of the record to that of an element of the page; ``colours`` an actor's side to 1 … 7.

    ``now`` is the last publication day, ``None`` when no report has a date. ``places`` are all places by id.
    """

    view: RecordView
    profile: Profile
    index: Index
    anchors: Mapping[str, str]
    colours: Mapping[str, int]
    places: Mapping[str, Place]
    now: str | None

    @classmethod
    def of(cls, view: RecordView, profile: Profile) -> Context:
        """Everything about a view that is looked up more than once."""
        return cls(
            view=view, profile=profile, index=Index.of(view), anchors=_anchors(view), colours=_colours(view),
            places=_places(view), now=last_published(view),
        )  # fmt: skip

    def colour(self, acting: Sequence[Part]) -> int:
        """The colour of the first side that acts; 0 = grey, nobody named or more sides than colours."""
        sides = [side_of(part.actor) for part in acting if part.role not in {"besieged", "target"}]
        return self.colours.get(sides[0], 0) if sides else 0

    def holding(self) -> tuple[Spell, ...]:
        """The spells that hold now, in the record's order."""
        return tuple(spell for spell in self.view.spells if holds_at(spell, self.now))

    def lineage(self, place: Place) -> tuple[str, ...]:
        """A key that sorts a place under those that it is part of: their names from the widest, then its own."""
        chain, seen = [place], {place.id}
        while (parent := self.places.get(chain[0].part_of or "")) is not None and parent.id not in seen:
            chain.insert(0, parent)
            seen.add(parent.id)
        return tuple(f"{one.name}\x1f{one.id}" for one in chain)


def side_of(actor: Actor) -> str:
    """The side that an actor stands on, or the actor when none is known."""
    return actor.side or actor.id


def holds_at(spell: Spell, day: str | None) -> bool:
    """Whether a spell lasts on a day, as far as the record knows; one that ended at an unknown time does not."""
    if day is not None and spell.starts.earliest is not None and spell.starts.earliest > day:
        return False
    if spell.ends.open:
        return True
    last = spell.ends.latest or spell.ends.earliest
    return last is not None and day is not None and last > day[: len(last)]


def standing_badge(standing: str) -> Safe:
    """A standing as sign and word; what it means is in its title and in the page's key."""
    word = _SHORT.get(standing, standing)
    sign = tag("span", _STANDING.get(standing, "?"), aria_hidden="true")
    return tag("span", sign, " ", word, class_=f"standing {word}", title=standing_words(standing))


def voice(context: Context, claim: Claim) -> Safe:
    """Who says so: the speakers nearest first with their verbs, and the outlet."""
    name = context.index.outlet(claim)
    speakers = [speaker for speaker in claim.speakers if speaker.evidence.quote != name]
    if not speakers:
        return join([source(name), " in its own voice"])
    pieces: list[str] = []
    for speaker in speakers:
        pieces += [", according to " if pieces else "", source(speaker.evidence.quote)]
        pieces += [f" ({speaker.cue})"] if speaker.cue else []
    return join([*pieces, ", in ", source(name)])


def _anchors(view: RecordView) -> dict[str, str]:
    groups: dict[str, list[str]] = {
        "r": [report.id for report in view.reports],
        "c": [claim.id for claim in view.claims],
        "e": [event.id for event in view.events],
        "s": [spell.id for spell in view.spells],
        "x": [contradiction.id for contradiction in view.contradictions],
    }
    return {key: f"{letter}{number}" for letter, ids in groups.items() for number, key in enumerate(ids, start=1)}


def _colours(view: RecordView) -> dict[str, int]:
    """The sides that act most, most frequent first (then by name), get a colour of their own."""
    acting = [
        side_of(part.actor)
        for part in parts(view)
        if part.role not in {"besieged", "target"} and part.actor.kind not in {"person", "civilians"}
    ]
    ranked = sorted(Counter(acting).items(), key=lambda item: (-item[1], item[0]))
    return {side: number for number, (side, _) in enumerate(ranked[:_COLOURS], start=1)}


def _places(view: RecordView) -> dict[str, Place]:
    """Each place once; one that stands for itself wins over one with a relation ("west of …")."""
    found: dict[str, Place] = {}
    for place in (*(s.place for s in view.spells), *(place for e in view.events for place in e.places)):
        if place.id not in found or (found[place.id].relation and not place.relation):
            found[place.id] = place
    return found
