"""What stands around a phrase in its report: the name after a title, whose members they are, what is a mere place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from string import ascii_lowercase

from situate.model.span import Span
from situate.resolve.said_places import said_places
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.names import keys
from situate.resolve.who.parts import Part

_WORD = r"(?:(?:al|el|ash|as|an)[-‑])?[^\W\d_a-z][\w’'\-]*\.?"
_BODY = r"(?:\s(?:police|army|government|regime|military|forces|party|group|movement|troops|(?:\w+\s)?ministry))?(?!\w)"
_NAME_AFTER = re.compile(rf"\.?\s(?:(?:al|el|bin|de)[ -])?{_WORD}(?:\s(?:(?:al|el|bin|de|van|von)[ -])?{_WORD}){{0,2}}")
_FULL_AFTER = re.compile(rf"\s{_WORD}(?:\s(?:(?:al|el|bin|de|van|von)[ -])?{_WORD}){{1,2}}")
_FULL = rf"{_WORD}(?:\s(?:(?:al|el|bin|de|van|von)[ -])?{_WORD}){{1,2}}"
_NAME_APART = re.compile(
    rf",\s({_FULL})(?=[,.;)]|\s+(?:said|says|told|has|had|was|is|who|were|after|for|in|on|by|at|with|to)\b)"
)
_NAME_BEFORE = re.compile(rf"(?<![Ii]n )(?<![Aa]t )(?<![Ff]rom )(?<!\w)(?!(?:In|At|From)\s)({_FULL}),\s+$")
_CLOSES = re.compile(r"\s*(?:[,.;)]|(?:who|said|told|says|and|of|for|at|with|from)\b|$)")
_ONE_AFTER = re.compile(rf"\s{_WORD}")
_OWNER_AFTER = re.compile(
    rf"\s(?:of|from|with|for|at|loyal\sto|belonging\sto)\s(?:the\s)?{_WORD}(?:\s(?:(?:of|for)\s(?:the\s)?)?{_WORD}){{0,4}}{_BODY}"
)
# What a body's name goes on with ("the Council on Foreign Relations"), and bodies that need no name of their own.
_NAME_GOES_ON = re.compile(rf"\s(?:of|for|on|against)\s(?:the\s)?{_WORD}(?:\s(?:of\s(?:the\s)?)?{_WORD}){{0,3}}")
_BODY_AFTER = re.compile(
    r"\sof\sthe\s(?:[a-z-]+\s){0,2}(?:police|army|armed\sforces|military|navy|air\sforce|security\sforces|government|"
    r"regime|opposition)(?![\w-])"
)
_CALLED_AFTER = re.compile(rf"\s(?:known\sas|called|named)\s(?:the\s)?({_WORD}(?:\s{_WORD}){{0,4}})")
_AND_THE = re.compile(r"\sand\s(?:the\s)?(?:Levant|Syria|al-Sham)(?!\w)")  # of one group's name
_MEMBERS = ("office", "member", "military", "police", "organisation", "government")
_STATE_OFFICES = frozenset({"president", "premier", "minister", "king", "emir", "sultan", "secretary"})
# Offices that their holders are spoken of by without an article.
_HOLDERS = frozenset(
    {("prime", "minister"), ("mr", "president"), ("head", "of", "state"), ("the", "head", "of", "state")}
)
_RANKS = frozenset({"prime", "vice", "home", "deputy", "acting", "assistant"})
_ABBREVIATION = 5  # letters of a title that is cut short: "Lt", "Gov", "Cmdr"
_FORMER = frozenset({"former", "ex", "late", "next", "new"})


@lru_cache(maxsize=4)
def in_capitals(text: str) -> bool:
    """Whether a report is written in capitals alone, so that a capital says nothing."""
    begins = text[:2000]
    if 10 * sum(map(begins.count, ascii_lowercase)) >= len(begins):
        return False  # most texts
    letters = [c for c in begins if c.isalpha()]
    return len(letters) > 20 and sum(map(str.isupper, letters)) > 0.9 * len(letters)


def extended(text: str, span: Span, quote: str) -> str | None:
    """The phrase with what belongs to it right after: the name after a title, "officers" with "of the X police".

    ``None`` where nothing does.
    """
    said = keys(quote)
    if not said:
        return None
    capitals = in_capitals(text)
    if said[-1] in lexicon().person_titles:
        found = (_ONE_AFTER if capitals else _NAME_AFTER).match(text, span.end)
        if found and not (found[0].startswith(".") and len(said[-1]) > _ABBREVIATION):  # the sentence ends there
            return quote + found[0].rstrip(".")
    called = _CALLED_AFTER.match(text, span.end) if said[-1] in {"coalition", "group"} and not capitals else None
    if called and said[0] in {"a", "an", "one"}:
        return called[1].rstrip(".")  # "a coalition known as the Blue Forces"
    if not capitals and lexicon().is_any(_MEMBERS, said[-1]):
        found = _CALLED_AFTER.match(text, span.end)
        if found:
            return found[1].rstrip(".")
        found = _OWNER_AFTER.match(text, span.end) or _BODY_AFTER.match(text, span.end)
        if found:
            return quote + (found[0] + (_AND_THE.match(text, found.end()) or [""])[0]).rstrip(".")
    if said[0] == "the" and said[-1] in lexicon().inner and quote.split()[-1].islower():
        found = _OWNER_AFTER.match(text, span.end) if not capitals else None
        if found and found[0].lstrip().startswith("of the "):
            return quote + found[0].rstrip(".")  # "the political commission of the Reds"
    if not capitals and said[-1] in lexicon().organisation_nouns and quote.split()[-1][:1].isupper():
        found = _NAME_GOES_ON.match(text, span.end)
        if found:
            return quote + found[0].rstrip(".")
    return None


def names_after(text: str, span: Span, quote: str) -> str | None:
    """A phrase for somebody with the name that follows: "the minister, Ada Lorn, said", "the lawyer Ada Lorn"."""
    said = keys(quote)
    if not said or in_capitals(text):
        return None
    title = said[-1] in lexicon().person_titles
    body = "of" in said[-3:-1] and said[said.index("of") - 1] in lexicon().person_titles  # "the chief of police"
    if (title or body) and (found := _NAME_APART.match(text, span.end)):
        return f"{quote} {found[1]}"
    if not title and (body or lexicon().is_any(("office", "people", "member"), said[-1])):
        found = _FULL_AFTER.match(text, span.end)
        return quote + found[0].rstrip(".") if found else None
    return None


def name_before(text: str, span: Span, quote: str) -> Span | None:
    """Where the name stands to which a phrase is an apposition: "Ada Lorn, head of the union, said"."""
    said = keys(quote)
    titled = not lexicon().person_titles.isdisjoint(said[:6]) or lexicon().have(said[:6], "people")
    if not titled or in_capitals(text) or not _CLOSES.match(text, span.end):
        return None
    start = max(0, span.start - 60)
    found = _NAME_BEFORE.search(text[start : span.start])
    return Span(start + found.start(1), start + found.end(1)) if found else None


def state_office(quote: str) -> bool:
    """Whether a phrase names an office of a state without its holder: "the prime minister", "the Foreign Secretary"."""
    said = keys(quote)
    if said in _HOLDERS:
        return True
    if len(said) < 2 or said[0] != "the" or said[-1] not in _STATE_OFFICES or set(said) & _FORMER:
        return False
    if said[-1] == "secretary" and len(said) == 2:
        return False
    return all(lexicon().is_("office", word) or word in _RANKS for word in said[1:-1])


def unknown_organisation(quote: str, parts: Sequence[Part], *, capitals: bool) -> str | None:
    """The name of an organisation that no table has, by its form alone: "Causa en Común", "the NDLEA", "ZCTU members".

    An abbreviation of three letters or more, or capitalised words that small ones join; ``None`` for anything else.
    """
    core = [part for part in parts if part.key not in {"the", "a", "an"}]
    shouted = len(core) < len(parts) and parts[0].surface.isupper() and len(parts[0].surface) > 1  # "AN ORDER"
    if shouted or (len(core) > 1 and core[0].key in lexicon().no_body):
        return None
    if len(core) > 2 and core[1].key in {"in", "at"} and _abbreviation(core[0].surface):
        core = core[:1]
    of_state = (
        len(core) > 2 and core[-1].form == "country" and any(p.key in lexicon().organisation_nouns for p in core[:-1])
    )
    if (
        capitals
        or not core
        or any(p.form for p in core[: -1 if of_state else None])
        or core[0].key in lexicon().person_titles
    ):
        return None
    first, rest = core[0], core[1:]
    short = _abbreviation(first.surface) and not _plain(first)
    if short and all(lexicon().is_any((*_MEMBERS, "light"), part.key) for part in rest):
        return re.sub(r"[’']s?$", "", first.surface)
    inside = [part for part in core[1:-1] if not part.capital]
    if len(core) < 3 or not inside or not core[0].capital or not core[-1].capital:
        return None
    joined = all(part.key in _JOINERS for part in inside)
    own = any(part.capital and not _plain(part) for part in core)
    return quote.strip("“”\"'‘’ ") if joined and own else None


def named_by_kind(text: str, parts: Sequence[Part]) -> str | None:
    """The name that follows the noun for what it is: "TT" in "the Swedish news agency TT"; ``None`` without one."""
    last = max(
        (i for i, part in enumerate(parts[:-1]) if part.key in lexicon().kinds and not part.capital), default=None
    )
    if last is None or not all(part.capital and part.form is None for part in parts[last + 1 :]):
        return None
    return text[parts[last + 1].start : parts[-1].end].strip("“”\"'‘’ ")


_JOINERS = frozenset({"of", "for", "en", "de", "del", "la", "y", "et", "and", "the", "against", "des", "du"})


# What an abbreviation stands for that is no body: a law, an illness, a thing.
_THING = re.compile(
    r"\b"
    r"(?:[Aa]ct|[Bb]ill|[Ll]aw|[Cc]ode|[Ff]ever|[Vv]irus|[Dd]isease|[Ss]yndrome|[Dd]isorder|[Ss]ystems?|[Aa]greement|[Tt]reaty|"
    r"[Ii]ndex|[Tt]est|[Vv]isa|[Dd]evices?|[Vv]ehicles?|[Aa]ircraft|[Pp]roducts?|[Zz]one|[Aa]reas?|[Oo]rders?|[Rr]ights|[Dd]ay|"
    r"[Rr]eports?|[Cc]onvention|[Pp]rotocol|[Pp]ermit|[Tt]ax|[Rr]eaction|[Ff]ormat|[Ll]anguage|[Tt]echnology|[Ff]ield)"
    r"\s+$"
)


def stands_for_a_thing(text: str, short: str) -> bool:
    """Whether a report explains an abbreviation as that of no body: "the Public Safety Act (PSA)"."""
    end = len(short)
    ends = (at - 1 for at in said_places(text).of(short) if text[at - 1 : at] == "(" and text.startswith(")", at + end))
    return any(_THING.search(text, max(0, end - 60), end) for end in ends)


def _abbreviation(surface: str) -> bool:
    letters = re.sub(r"(?:[’']s?|s)$", "", surface)
    return letters.isalpha() and letters.isupper() and 3 <= len(letters) <= 9


def _plain(part: Part) -> bool:
    return any(part.key in known for known in lexicon().classes.values())
