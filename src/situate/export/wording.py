"""The record's values in plain words, the same in every export."""

from __future__ import annotations

from collections.abc import Mapping

from situate.model.actor import Actor
from situate.model.event import Event
from situate.model.interval import OPEN, Interval
from situate.model.quantity import Quantity
from situate.model.situation import Bound

_TYPES: Mapping[str, str] = {
    "assault": "ground attack", "repel": "attack repelled", "shelling": "shelling or missile fire",
    "suicide_bombing": "suicide bombing", "chemical_attack": "chemical attack", "kill": "killing",
    "abduct": "abduction", "detain": "detention", "abuse": "abuse of people", "capture": "place taken",
    "withdraw": "withdrawal", "handover": "place handed over", "control": "control of a place", "besiege": "siege",
    "siege_end": "siege broken or lifted", "cut_route": "route cut", "open_route": "route opened",
    "deliver_aid": "aid delivered", "deny_aid": "aid denied", "evacuate": "evacuation", "displace": "displacement",
    "return": "return of people", "release": "captives freed", "deploy": "forces deployed",
    "arm": "weapons, money or training given", "destroy": "destruction or looting",
    "disrupt_weapons": "weapons seized or defused",
}  # fmt: skip
# How a type leads on to those whom it is done to or with; all others are against somebody.
_TOWARD: Mapping[str, frozenset[str]] = {
    "with": frozenset({"agreement", "ceasefire", "clash", "cooperate", "talks"}),
    "of": frozenset({"abduct", "abuse", "detain", "displace", "evacuate", "kill", "release", "support"}),
    "to": frozenset({"arm", "assist", "concede", "deliver_aid", "deny_aid", "handover", "promise", "request",
                     "surrender"}),
}  # fmt: skip
_STANDINGS: Mapping[str, str] = {
    "claimed": "claimed only by a side that gains by it",
    "reported": "reported by one origin without a stake in it",
    "corroborated": "corroborated by independent origins",
    "disputed": "sources disagree",
    "retracted": "withdrawn by its source",
}
_REASONS: Mapping[str, str] = {
    "not_in_gazetteer": "in no gazetteer", "ambiguous": "several places fit", "pronoun": "a pronoun",
    "description": "only described", "not_said": "no place said", "not_in_registry": "in no registry",
    "not_a_place": "not a place",
}  # fmt: skip
_BASES: Mapping[str, str] = {
    "stated": "", "relative": "counted from the publication date",
    "publication": "day of publication; the report gives no date", "none": "",
}  # fmt: skip
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def type_words(kind: str) -> str:
    """A claim type as a noun phrase."""
    return _TYPES.get(kind, kind.replace("_", " "))


def event_words(event: Event) -> str:
    """What an event is, with all that keeps it from being a fact: "said not to be so: planned: aid delivered"."""
    sure = "" if event.modality == "actual" else f"{event.modality}: "
    return ("said not to be so: " if event.polarity == "negative" else "") + sure + type_words(event.type)


def toward(kind: str) -> str:
    """The word between a claim type and its targets: "talks with", "detention of", "ground attack against"."""
    return next((word for word, kinds in _TOWARD.items() if kind in kinds), "against")


def standing_words(standing: str) -> str:
    """What a standing means."""
    return _STANDINGS.get(standing, standing)


def reason_words(reason: str | None) -> str:
    """Why something is not resolved."""
    return _REASONS.get(reason or "", (reason or "not known").replace("_", " "))


def basis_words(basis: str) -> str:
    """What a date rests on; "" when the text states it."""
    return _BASES.get(basis, basis)


def day_words(value: str) -> str:
    """A partial date with only the precision known: "2017", "Aug 2017", "5 Sep 2017", "5 Sep 2017, 14:30"."""
    parts = value[:10].split("-")
    words = [str(int(parts[2]))] if len(parts) > 2 else []
    words += [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    time = f", {value[11:16]}" if len(value) > 11 else ""
    return " ".join([*words, parts[0].lstrip("0") or "0"]) + time


def date_words(interval: Interval) -> str:
    """When, in words; an unknown time is said to be unknown."""
    return _between(interval.earliest, interval.latest)


def start_words(bound: Bound) -> str:
    """When a spell began."""
    if bound.earliest is None and bound.latest is None:
        return "start unknown"
    return _between(bound.earliest, bound.latest)


def end_words(bound: Bound) -> str:
    """When a spell ended, or that it lasts."""
    if bound.open:
        return "still holds"
    if bound.earliest is None and bound.latest is None:
        return "ended, day unknown"
    return _between(bound.earliest, bound.latest)


def _between(earliest: str | None, latest: str | None) -> str:
    if latest == OPEN:
        return f"since {day_words(earliest)}" if earliest else "holds when reported, start unknown"
    if earliest is None and latest is None:
        return "date unknown"
    if earliest is None or latest is None:
        return f"{day_words(earliest)} or later" if earliest else f"{day_words(latest or '')} or before"
    return day_words(earliest) if earliest == latest else f"{day_words(earliest)} to {day_words(latest)}"


def quantity_words(quantity: Quantity) -> str:
    """A figure with its bounds: "12", "about 12", "2,000 to 10,000", "at least 40"."""
    low, best, high = (
        None if value is None else f"{value:,.0f}" for value in (quantity.low, quantity.best, quantity.high)
    )
    unit = {"km2": " km²", "km": " km", "day": " days", "families": " families"}.get(quantity.unit or "", "")
    if low and high:
        return (low if low == high else f"{low} to {high}") + unit
    if low:
        return f"at least {low}{unit}"
    if high:
        return f"at most {high}{unit}"
    return f"{'about ' if quantity.approximate else ''}{best}{unit}" if best else "number unknown"


def actor_words(actors: tuple[Actor, ...]) -> str:
    """Several actors in one phrase."""
    names = list(dict.fromkeys(actor.name for actor in actors))
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
