"""Whose fighters a people's name tells of in the wars of its land: "Serb gunners" in Bosnia are no army of Serbia.

Which people fights under which name, where and when, is data (``words.yaml``, ``context``, by the people's name). Only
what is said of an armed side is meant: "Serb villagers" are people, and so are "Serbs" without an article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.parts import Part
from situate.resolve.who.registry import Registry

_PEOPLES = frozenset({"serb", "croat", "muslim", "albanian", "tamil", "chechen"})
_MANY = frozenset({f"{people}s" for people in _PEOPLES} - {"muslims", "tamils", "albanians"})  # a side by themselves
_ARMED = ("member", "military", "rebel", "separatist", "of_side", "police")
_RULING = ("government", "office")
_OWN = frozenset({"ethnic", "rebel", "bosnian", "croatian", "kosovo"})  # before a people's name, and of its fighters


def at_war(parts: Sequence[Part], state: str | None, date: str | None, registry: Registry) -> Sequence[Part]:
    """The parts of a phrase, with the armed side for a people's name that stands for it in a state at a date."""
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
        yield part if side is None else _meant(part, side, after, date, registry)


def _side(parts: Sequence[Part], at: int, state: str, date: str) -> str | None:
    """The id of whom a people's name stands for, where words for an armed side go with it."""
    part, people = parts[at], _singular(parts[at])
    if people not in _PEOPLES or part.form in {"row", "known"}:
        return None
    next_ = parts[at + 1] if at + 1 < len(parts) else None
    armed = next_ is not None and next_.form is None and (_is_armed(next_) or _rules(next_))
    many = next_ is None and part.key in _MANY and at > 0 and parts[at - 1].key == "the"
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
    return lexicon().is_any(_ARMED, part.key)


def _rules(part: Part) -> bool:
    return lexicon().is_any(_RULING, part.key) or part.key in lexicon().leaders


def _singular(part: Part) -> str:
    return part.key.removesuffix("s")
