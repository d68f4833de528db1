"""Values in words, as tables and explanations show them: times, places, figures, people."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from situate.model.claim import Claim, Speaker
from situate.model.event import Event, Part
from situate.model.interval import OPEN, Interval
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.report import Report
from situate.model.situation import Bound, Spell

UNKNOWN = "unknown"
_SUFFERING = frozenset({"besieged", "target", "denied"})


def when(interval: Interval) -> str:
    """ "2017-09-05", "2014-06 to 2014-08", "since 2014", "still, since an unknown time", "unknown"; how it is known."""
    earliest, latest = interval.earliest, interval.latest
    if latest == OPEN:
        return f"since {earliest}" if earliest else "lasting, start unknown"
    if earliest is None and latest is None:
        return UNKNOWN
    days = _range(earliest, latest)
    return f"{days} (publication)" if interval.basis == "publication" else days


def bound_words(bound: Bound) -> str:
    """An end of a spell: "2014-06 to 2014-08", "lasting", "unknown"."""
    if bound.open:
        return "lasting"
    if bound.earliest is None and bound.latest is None:
        return UNKNOWN
    return _range(bound.earliest, bound.latest)


def _range(earliest: str | None, latest: str | None) -> str:
    if earliest is None:
        return f"{latest} or earlier"
    if latest is None:
        return f"{earliest} or later"
    return earliest if earliest == latest else f"{earliest} to {latest}"


def place_words(place: Place | None, reason: str | None) -> str:
    """ "west of Deir ez-Zor (SY)"; an unresolved place says why, one that no claim names says what it rests on."""
    if place is None:
        return f"{UNKNOWN} ({reason.replace('_', ' ')})" if reason else UNKNOWN
    whole = f"{place.words} ({place.country})" if place.country and place.precision != "country" else place.words
    return f"{whole}, as the report's context has it" if place.basis == "context" else whole


def where_words(event: Event) -> str:
    """All places of an event in words: "Ramla (SY); Varn (SY)"."""
    return "; ".join(
        [place_words(event.place, event.place_reason), *(place_words(place, None) for place in event.also)]
    )


def parts_words(parts: Iterable[Part]) -> str:
    """ "besieger Islamic State; besieged Syrian Arab Army"."""
    return "; ".join(f"{part.role} {part.actor.name}" for part in parts)


def spell_value(spell: Spell) -> str:
    """A dimension with its value: "control: held", "access: cut off"; "truce", which has no other."""
    value = spell.value.replace("_", " ")
    return value if value == spell.dimension else f"{spell.dimension}: {value}"


def side_words(parts: Iterable[Part]) -> str:
    """Who does something, and against whom: "Islamic State, against the garrison"."""
    several = tuple(parts)
    doing = [part.actor.name for part in several if part.role not in _SUFFERING]
    against = [part.actor.name for part in several if part.role in _SUFFERING]
    words = "; ".join(dict.fromkeys(doing)) or UNKNOWN
    return words + (f", against {'; '.join(dict.fromkeys(against))}" if against else "")


def parts_of(parts: Iterable[Part], *roles: str) -> str:
    """The names of the actors in these roles."""
    return "; ".join(part.actor.name for part in parts if part.role in roles)


def figure_words(quantity: Quantity) -> str:
    """ "12", "at least 12", "3 to 5", "14 (9 to 14)" where one of them is the best, "about 40 people", "unclear"."""
    low, best, high = (_number(value) for value in (quantity.low, quantity.best, quantity.high))
    if low == high and low is not None:
        words = low
    elif low is not None and high is not None:
        words = f"{low} to {high}"
    elif low is not None:
        words = f"at least {low}"
    elif high is not None:
        words = f"at most {high}"
    else:
        words = best or "unclear"
    if best is not None and best not in {words, low if high is None else None}:
        words = f"{best} ({words})"
    about = "about " if quantity.approximate and not words.startswith("at ") else ""  # "at least 13" is vague enough
    return about + words + (f" {quantity.unit}" if quantity.unit and quantity.unit != "people" else "")


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:,.10g}"


def speaker_words(speaker: Speaker) -> str:
    """Who says so: the words of the report, and who that is."""
    quote = speaker.evidence.quote
    if speaker.actor is not None and speaker.actor.name != quote:
        return f"{quote} ({speaker.actor.name})"
    return quote


def outlet_words(report: Report) -> str:
    """Who published a report; where nobody says, the file that it stands in."""
    file = PurePath(report.source_path).name if report.source_path else ""
    return report.outlet or f"unknown outlet{f' ({file})' if file else ''}"


def role_words(claim: Claim, *roles: str) -> str:
    """The fillers of these roles: what they mean where that is known, else their words."""
    return "; ".join(dict.fromkeys(_meaning_or_words(role) for role in claim.fillers(*roles)))


def _meaning_or_words(role: object) -> str:
    place, actor = getattr(role, "place", None), getattr(role, "actor", None)
    if place is not None:
        return place_words(place, None)
    return actor.name if actor is not None else f"“{role.evidence.quote}”"  # type: ignore[attr-defined]
