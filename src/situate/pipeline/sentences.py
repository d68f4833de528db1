"""Events and spells as one sentence, made of their fields: never the words of an outlet."""

from __future__ import annotations

from situate.derive import end_supposed
from situate.export.wording import toward, type_words
from situate.model.event import Event, Part
from situate.model.place import Place
from situate.model.situation import Spell
from situate.pipeline.words import UNKNOWN, bound_words, figure_words, when

_STANDING = {
    "claimed": "claimed by a side that gains by it",
    "reported": "reported",
    "corroborated": "corroborated",
    "disputed": "disputed",
    "retracted": "withdrawn by its source",
}
_VALUES = {
    ("control", "mixed"): "held in parts",
    ("siege", "pressured"): "under pressure",
    ("access", "open"): "open to supplies",
    ("truce", "truce"): "under a truce",
}
_PASSIVE = frozenset({"besieged", "denied", "target"})


def event_sentence(event: Event) -> str:
    """ "Raqqa (SY): place taken by The Army, against X; killed 3; 2017-09-05. Reported (2 reports, 1 origin)." """
    who, whom = _names(event.actors, passive=False), _names(event.actors, passive=True)
    what = type_words(event.type) + (f" by {who}" if who else "") + (f", {toward(event.type)} {whom}" if whom else "")
    if event.modality != "actual":
        what = f"{event.modality}: {what}"
    if event.polarity == "negative":
        what = f"said not to be so: {what}"
    figures = [f"{name} {figure_words(quantity)}" for name, quantity in event.figures]
    told = "; ".join([what, *figures, when(event.interval)])
    where = ", ".join([_where(event.place, event.place_reason), *(_where(place, None) for place in event.also)])
    return f"{where}: {told}. {_backing(event)}."


def _backing(event: Event) -> str:
    standing = _STANDING.get(event.standing, event.standing)
    return f"{standing.capitalize()} ({_count(event.reports, 'report')}, {_count(event.independent_origins, 'origin')})"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _where(place: Place | None, reason: str | None) -> str:
    if place is None:
        return f"Place {UNKNOWN} ({reason.replace('_', ' ')})" if reason else f"Place {UNKNOWN}"
    words = place.words
    return f"{words} ({place.country})" if place.country and place.precision != "country" else words


def state_words(spell: Spell) -> str:
    """ "held by The Army", "besieged by X, against Y"."""
    plain = spell.value.replace("_", " ")
    value = _VALUES.get((spell.dimension, spell.value), plain)
    value = f"{spell.dimension} {value}" if spell.dimension == "population" else value
    doing = _names(spell.actors, passive=False)
    value += " agreed" if spell.dimension == "truce" and doing else ""
    against = _names(spell.actors, passive=True)
    return value + (f" by {doing}" if doing else "") + (f", against {against}" if against else "")


def _names(parts: tuple[Part, ...], *, passive: bool) -> str:
    return " and ".join(dict.fromkeys(part.actor.name for part in parts if (part.role in _PASSIVE) == passive))


def spell_sentence(what: str, spell: Spell, *, before: Spell | None = None) -> str:
    """What became of the state of a place, in one sentence."""
    where, state = _where(spell.place, None), state_words(spell)
    standing = _STANDING.get(spell.standing, spell.standing)
    if before is not None:
        told = f"was {state_words(before)}, now {state}; {bound_words(spell.starts)}"
    elif what == "ended":
        told = f"no longer {state}; {bound_words(spell.ends)}"
    else:
        told = f"{state} since {bound_words(spell.starts)}"
        if end_supposed(spell):
            told += f", when it ended by {spell.ends.latest} is not said"
        elif not spell.ends.open:
            told += f", until {bound_words(spell.ends)}"
    return f"{where}: {told}. {standing.capitalize()}."
