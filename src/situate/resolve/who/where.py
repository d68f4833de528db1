"""Where a phrase stands, by the words beside it: the state that it says it is in, and names that are mere places."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from situate.model.span import Span
from situate.resolve.in_order import Spans
from situate.resolve.who.lexicon import given_names, lexicon
from situate.resolve.who.names import keys
from situate.resolve.who.parts import Part
from situate.resolve.who.registry import Registry

_SIDES = r"(?:(?:the|central|downtown|greater|mainland|rural|(?:north|south|east|west)\w*(?:-\w+)?)\s+)*"
_IN = re.compile(rf"\s+(?:in|inside|across|throughout)\s+{_SIDES}", re.IGNORECASE)
_INSIDE = re.compile(rf"\b(?:in|inside|across|throughout|within)\s+{_SIDES}$", re.IGNORECASE)
_AT = re.compile(rf"\b(?:in|at|near|inside|outside|around|from|to|towards?|of)\s+{_SIDES}$", re.IGNORECASE)
_WHERE = re.compile(r"\s*,?\s+where\b", re.IGNORECASE)
_IN_FIRST, _THE = re.compile(r"[“\"]?In\s+"), re.compile(r",?\s+(?:the\s+|a\s+)?")
# What is done by, for or against who governs there: "at the request of Manila", "loyal to Bamako".
_WHOSE = re.compile(
    r"\b(?:requests?|hands|behalf|behest|insistence|orders|support|backing|blessing|consent|approval|knowledge|help|assistance|"
    r"pressure|accusations?|warnings?|funding|weapons|arms|instructions|all(?:y|ies)|enem(?:y|ies)|critics?|puppets?|prox(?:y|ies)|"
    r"loyal|opposed|hostile|ultimatum|concessions?|appeals?|demands?|protests?|criticism|condemnation|denials?|claims?|wrath|"
    r"patience|policy|policies)\s+(?:of|to|from|with)\s+$"
)
_DATELINE = re.compile(
    r"(?:,\s[A-Z]\w+(?:\s[A-Z]\w+)?(?=\s\())?\s*(?:\([^)]*\))?\s*(?:,\s*(?:[A-Z][a-z]{2,8}\.? )?\d|\(|[—–-]{1,2}\s)"
)
_SPACE = re.compile(r"\s+")
_ITS = re.compile(r"[’']s?\s+")
# Whose they are said to be is no state's: the war in a land, its people, its past.
OF_LAND = re.compile(
    r"(?:(?!government|state|foreign|defen[cs]e|military|security)[\w-]+\s){0,2}(?:wars?|conflicts?|crisis|uprisings?|"
    r"revolutions?|revolts?|insurgency|rebellions?|unrest|people|population|peoples|communit(?:y|ies)|diaspora|nationals|expatriates|immigrants|exiles|society|history|independence|landscape|"
    r"countryside|economy|minorit(?:y|ies)|tribes|refugees|children|women|youth)\b",
    re.IGNORECASE,
)
# Where people and goods move: "crossed into Mali", "fled to Mali", "deported from Mali".
_MOVED = re.compile(
    r"(?:\binto|\b(?:fle[de]e?|flew|flown|travel\w*|return\w*|mov(?:ed?|ing)|arriv\w+|deport\w*|extradit\w*|evacuat\w*|"
    r"emigrat\w*|migrat\w*|escap\w*|cross\w*|smuggl\w*|back|home|journey\w*|visits?|trips?|flights?|exil\w+|live[sd]?|living|"
    r"born|based|repatriat\w*|withdr[ae]w\w*|deploy\w*|troops|soldiers|forces|fighters)\s+(?:\w+\s+){0,2}?(?:to|from|in|through|across)|"
    r"\b(?:borders?|frontiers?)\s+with|\bbordering)\s+(?:(?:neighbou?ring|nearby|northern|southern|eastern|"
    r"western|central)\s+)?$",
    re.IGNORECASE,
)
_AND_STATE = re.compile(r"\b([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s+and\s+$")
_COMPASS = frozenset(
    {"northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern",
     "southwestern", "upper", "lower", "rural", "mainland"}
)  # fmt: skip
_LISTED = re.compile(r"\s*(?:,\s+(?:and\s+)?[A-Z]|and\s)")
_ADDRESS = re.compile(r"(?:[A-Z][\w’'-]+\s+)+[A-Z][\w’'-]+,\s+$")
_ADDRESS_ENDS = re.compile(r"\s*[,.;)]")
_LAND = re.compile(
    r"(?:(?:north|south|east|west)(?:-?(?:east|west))?(?![\w-])|(?:\w+\s){0,2}(?:capital|borders?|coast|city|cities|towns?|"
    r"provinces?|regions?|districts?|territory|airspace|soil)\b(?!\s+(?:guard|police|patrol|force|council|authorit|government)))",
    re.IGNORECASE,
)


def without_surnames(
    parts: Sequence[Part], states: Collection[str]
) -> tuple[Sequence[Part], dict[str, tuple[int, int]]]:
    """The parts of a text where a family name is no state ("Michael Jordan … Jordan said"), and the full names.

    ``states``: compared names of states of one word; ``Names.parts`` leaves such a word plain after a given name.
    """
    named: dict[str, tuple[int, int]] = {}
    for first, last in pairwise(parts):
        called = last.form is None and last.capital and not last.surface.isupper()
        if called and last.key in states and last.start - first.end == 1:
            named.setdefault(last.key, (first.start, last.end))
    if not named:
        return parts, named
    forms = {"country", "adjective"}
    plain = [p._replace(form=None, ids=()) if p.form in forms and p.key in named else p for p in parts]
    return plain, named


def other_bearers(parts: Sequence[Part], registry: Registry, country: str | None) -> dict[str, tuple[int, int]]:
    """Family names of public persons that others bear here, with where these are named in full: "Ana Castro … Castro".

    Not where a public person of the name is of the state whose conflict is told, or is named in full too.
    """
    named = {i for part in parts if part.form == "row" and " " in part.key for i in part.ids}
    found: dict[str, tuple[int, int]] = {}
    for part in parts:  # "Ana Lorn" of the tables, where another Lorn of theirs is who bears the name alone
        if part.form != "row" or " " not in part.key or len(part.ids) != 1:
            continue
        family = part.key.split()[-1]
        rows = [registry.rows[i] for i, _ in registry.index.get((family,), ())]
        if registry.rows[part.ids[0]].kind != "person" or not rows or part.key.split()[0] in {"mr", "mrs", "president"}:
            continue
        if all(row.kind == "person" and row.id not in named for row in rows):
            found.setdefault(family, (part.start, part.end))
    for first, last in pairwise(parts):
        if last.form is not None or first.form is not None or last.start - first.end != 1:
            continue
        named_so = registry.index.get((last.key,))  # hardly any word is a name
        if not named_so or not (first.capital and last.capital):
            continue
        if lexicon().usual(first.key) and first.key not in given_names():
            continue
        rows = [registry.rows[i] for i, _ in named_so]
        if all(row.kind == "person" and row.id not in named and row.country != country for row in rows):
            found.setdefault(last.key, (first.start, last.end))
    return found


_MINISTRY = re.compile(
    r"(?:(?:the\s+)?minist(?:ry|er)\b)(?:\s+(?:of|for)\s+[\w&, ]{3,40}?)?(?:\s*\([A-Z]{2,6}\))?\s+of\s+(?:the\s+)?"
    r"(?:government\s+of\s+(?:the\s+)?)?(?:(?:\w+\s)?(?:republic|kingdom|state|union)\s+of\s+(?:the\s+)?)?(?=[A-Z])",
    re.IGNORECASE,
)


def ministry_of(text: str, span: Span, at: Mapping[int, Part]) -> str | None:
    """The state named after a ministry: "the Ministry of Health (MH) of the Republic of Mali"."""
    starts = span.start
    found = _MINISTRY.match(text, starts) if at else None
    part = at.get(found.end()) if found is not None else None
    return part.ids[0] if part is not None and part.form == "country" and part.start <= span.end + 90 else None


def state_beside(text: str, span: Span, sentence: int, at: Mapping[int, Part]) -> str | None:
    """The state that a phrase says it is in: "police in Kenya", "In Oslo, the ministry", "Belarus, where officials …".

    ``sentence``: where its sentence begins; ``at``: the names and adjectives of states in the text by their offsets.
    """
    if not at:
        return None
    for match in _IN.finditer(text, span.start, span.end + 60):
        if match.start() <= span.end and match.end() in at:
            return at[match.end()].ids[0]
        if match.start() >= span.end:
            break
    begins = _IN_FIRST.match(text, sentence)
    first = at.get(begins.end()) if begins is not None else None
    if first is not None and first.form == "country" and _THE.fullmatch(text, first.end, span.start):
        return first.ids[0]
    if " where" not in text[sentence : span.start]:
        return None
    last = next((start for start in range(span.start - 1, sentence - 1, -1) if start in at), None)
    if last is not None and at[last].form == "country" and _WHERE.match(text, at[last].end):
        return at[last].ids[0]
    return None


def only_a_place(text: str, span: Span, parts: Sequence[Part], registry: Registry, toponyms: Collection[Span]) -> bool:
    """Whether the name of a state or its capital means the land: "in Mali", "Mali’s north", "Kabul" in a dateline."""
    if "country" not in [part.form for part in parts]:
        return False
    named = [part for part in parts if part.key not in {"the", "and", "or"}]
    if len(named) == 2 and named[0].key in _COMPASS and named[1].form == "country":
        return True  # "eastern Lebanon"
    if not named or any(part.form != "country" for part in named):
        return False
    if len(named) > 1:
        return _INSIDE.search(text, max(0, span.start - 60), span.start) is not None
    there = toponyms if isinstance(toponyms, Spans) else Spans(toponyms)
    if text[max(0, span.start - 2) : span.start - 1] == "," and any(
        _towns(text, town, registry) for town in there.by_end.get(span.start - 2, ())
    ):
        return not _LISTED.match(text, span.end)
    if _INSIDE.search(text, max(0, span.start - 60), span.start):
        return True
    moved = not _ITS.match(text, span.end) and _MOVED.search(text, max(0, span.start - 60), span.start)
    if moved or _beside_a_place(text, span, registry):
        return True
    its = _ITS.match(text, span.end) or (_bare(named[0], registry) and _SPACE.match(text, span.end)) or None
    if its and OF_LAND.match(text, its.end()):
        return True
    if its and (_LAND.match(text, its.end()) or its.end() in there.starts):
        return True
    state = registry.countries[named[0].ids[0]]
    if not state.capital or keys(named[0].surface)[: len(keys(state.capital))] != keys(state.capital):
        return False
    begins = span.start == 0 or text[span.start - 1] == "\n"
    beside = _ADDRESS.search(text, max(0, span.start - 60), span.start) and _ADDRESS_ENDS.match(text, span.end)
    if beside:
        return True  # "State House, Nairobi,"
    dateline = begins and _DATELINE.match(text, span.end) is not None
    there_at = _AT.search(text, max(0, span.start - 40), span.start)
    return dateline or (there_at is not None and not _WHOSE.search(text, max(0, span.start - 40), span.start))


def names_a_spot(text: str, part: Part) -> bool:
    """Whether a state or its capital is only where somebody is ("a doctor in Kabul") or writes ("KABUL -")."""
    dateline = part.start == 0 or text[part.start - 1] == "\n"
    at = _AT.search(text, max(0, part.start - 40), part.start)
    return at is not None or (dateline and _DATELINE.match(text, part.end) is not None)


def _beside_a_place(text: str, span: Span, registry: Registry) -> bool:
    """Whether the state named right before, with "and", is a mere place: "troops to Iraq and Syria"."""
    other = _AND_STATE.search(text, max(0, span.start - 40), span.start)
    if other is None or not _is_state(other[1], registry):
        return False
    start = other.start(1)
    return any(before.search(text, max(0, start - 60), start) for before in (_INSIDE, _MOVED))


def _is_state(name: str, registry: Registry) -> bool:
    return any(keys(name) == keys(one) for state in registry.countries.values() for one in (state.name, *state.others))


def _bare(part: Part, registry: Registry) -> bool:
    """Whether a state's name is a possessive printed without its apostrophe ("Syrias war")."""
    state = registry.countries[part.ids[0]]
    names = {keys(name) for name in (state.name, *state.others)}
    return part.surface.endswith("s") and keys(part.surface[:-1]) in names


def _towns(text: str, toponym: Span, registry: Registry) -> bool:
    """Whether a toponym is no state's name, so that a state's after a comma says where it lies."""
    return not _is_state(toponym.of(text), registry)
