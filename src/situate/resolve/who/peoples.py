"""Whose fighters a people's name tells of in the wars of its land: "Serb gunners" in Bosnia are no army of Serbia.

Which people fights under which name, where and when, is data (``words.yaml``, ``context``, by the people's name). Only
what is said of an armed side is meant: "Serb villagers" are people, and so are "Serbs" without an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.parts import Part
from situate.resolve.who.registry import Registry

_PEOPLES = frozenset({"serb", "croat", "muslim", "albanian", "tamil", "chechen"})
_MANY = frozenset({f"{people}s" for people in _PEOPLES} - {"muslims", "tamils", "albanians"})  # a side by themselves
_ARMED = ("member", "military", "rebel", "separatist", "of_side", "police")
_RULING = ("government", "office")
# Of a people these are no fighters: "Tamil men", "Croat members of parliament".
_ANYBODY = frozenset({"member", "members", "man", "men", "cadres", "elements", "recruits", "comrades", "veterans"})
_DOES = re.compile(
    r"\s+(?:(?:have|had|has|also|again|later|then)\s+)*(?:captured?|seized?|took|taken|retook|recaptured|shell(?:ed|ing)?|"
    r"attack(?:ed|ing)?|overr[au]n|bombard(?:ed|ing)?|pound(?:ed|ing)?|besieged?|storm(?:ed|ing)?|fired|launched|ambushed|"
    r"shot\s+down|blew\s+up|held|hold|control(?:led)?|advanced?|withdr[ae]wn?|pulled\s+(?:out|back)|repelled|opened\s+fire|"
    r"mined|rocketed|mortared|surrounded)\b"
)
_LANDS = {"bosnian": "BA", "croatian": "HR", "kosovo": "XK", "krajina": "HR"}  # where a people is that bears it
_OWN = frozenset({"ethnic", "rebel", *_LANDS})  # before a people's name, and of its fighters


def as_a_side(quote: str, after: str, state: str | None, date: str | None) -> str | None:
    """A people's name with "the", where it is the side that does a deed of force: "Bosnian Serbs captured Lisk"."""
    words = quote.split()
    people = words[-1].casefold() if words else ""
    if people not in _MANY or len(words) > 3 or words[0].casefold() == "the" or date is None:
        return None
    side = lexicon().meant(people.removesuffix("s"), _LANDS.get(words[0].casefold(), state), date)
    return f"the {quote}" if side is not None and _DOES.match(after) else None


def at_war(parts: Sequence[Part], state: str | None, date: str | None, registry: Registry) -> Sequence[Part]:
    """The parts of a phrase, with the armed side for a people's name that stands for it in a state at a date."""
    state = next((_LANDS[part.key] for part in parts if part.key in _LANDS), state)
    if state is None or date is None or all(_singular(part) not in _PEOPLES for part in parts):
        return parts
    return [*_with_sides(parts, state, date, registry)]


def _with_sides(parts: Sequence[Part], state: str, date: str, registry: Registry) -> Iterator[Part]:
    for at, part in enumerate(parts):
        after = parts[at + 1 :]
        own = part.key in _OWN and bool(after) and _singular(after[0]) in _PEOPLES
        if own and _side(parts, at + 1, state, date) is not None:
            continue
        side = _side(parts, at, state, date)
        if side is not None:
            yield _meant(part, side, after, date, registry)
        elif part.form == "people" and lexicon().meant(_singular(part), state, date) is not None:
            yield part._replace(form=None, ids=())  # at home here, and no side: "Serbs fled"
        else:
            yield part


def _side(parts: Sequence[Part], at: int, state: str, date: str) -> str | None:
    """The id of whom a people's name stands for, where words for an armed side go with it."""
    part, people = parts[at], _singular(parts[at])
    if people not in _PEOPLES or part.form in {"row", "known"}:
        return None
    next_ = parts[at + 1] if at + 1 < len(parts) else None
    armed = next_ is not None and next_.form is None and (_is_armed(next_) or _rules(next_))
    before = {one.key for one in parts[:at]}
    many = next_ is None and part.key in _MANY and "the" in before and before <= {"the"} | _OWN
    armed = armed or (next_ is None and part.key in _PEOPLES and before <= _OWN)  # "Serb" of "Serb rockets"
    return lexicon().meant(people, state, date) if armed or many else None


def _meant(part: Part, side: str, after: Sequence[Part], date: str, registry: Registry) -> Part:
    """The part as the side's name: a state's adjective for its government, who governs for words of rule."""
    row = registry.rows[side]
    if row.kind == "government" and row.stands_for == "government":
        return part._replace(form="adjective", ids=(row.country or "",))
    rules = bool(after) and _rules(after[0]) and not _is_armed(after[0])
    governs = registry.parents(side, date)[:1] if rules else ()
    return part._replace(form="row", ids=governs or (side,))


def _is_armed(part: Part) -> bool:
    return part.key not in _ANYBODY and lexicon().is_any(_ARMED, part.key)


def _rules(part: Part) -> bool:
    return lexicon().is_any(_RULING, part.key) or part.key in lexicon().leaders


def _singular(part: Part) -> str:
    return part.key.removesuffix("s")
