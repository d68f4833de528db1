"""Phrases that are pieces: of a longer name, of a phrase with another name in it, of the name of a part of a land."""

from __future__ import annotations

import re

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.local import local_body
from situate.resolve.who.names import fold, keys
from situate.resolve.who.told import Naming, Told
from situate.resolve.who.where import OF_LAND

_GOVERNS = frozenset({"government", "governor", "authorities", "administration"})
_GROUP_AFTER = re.compile(r"\s+(?:groups?|organi[sz]ations?|movement|factions?|fighters|militants|network|cells?)\b")
_FORCES_AFTER = re.compile(r"\s+(?:forces|services|agents|personnel|officers|officials|agencies)\b", re.IGNORECASE)
_OWN_OR_ANY = frozenset({"its", "their", "his", "her", "our", "a", "an", "the", "this", "that", "any", "new"})
_WORD_AFTER = re.compile(r"\s+([A-Za-z][A-Za-z-]+)")
_TO_DO = re.compile(r"\s+to\s+[a-z]+")
_LAWS = frozenset({
    "index", "register", "charter", "convention", "declaration", "act", "bill", "law", "code", "treaty", "protocol",
    "resolution", "constitution", "accord", "accords", "decree",
})  # fmt: skip
_NEXT_NAME = re.compile(r"\s+([A-Z][a-z]+)")
_NEXT_WORD = re.compile(r"\s+([a-z][a-z-]+)")
_IS = re.compile(r"(?:\b(?:was|were|is|are|be|been|being)|\b(?:[Hh]e|[Ss]he|[Tt]hey)[’'](?:s|re))\s+$")
_FORCE_NEXT = re.compile(
    r"\s+(?:[A-Z][\w-]*\s+)?(?:[A-Z]+-?\d|[A-Z]\w*(?:jets?|craft|planes?|copters?)|Army|Air|Navy|Marines?|Forces?|Special)"
)
_OF_TWO = re.compile(r"-[A-Z][a-z]+\s+(?:named|called|man|woman|citizen|national|who|journalist|activist|dual)\b")
_AIR = re.compile(r"\s+(?:air\s?space|air\s+(?:bases?|traffic|travel|lines?|fares?))\b", re.IGNORECASE)
_TONGUE = re.compile(r"\b(?:in|into|speaks?|spoke|speaking)\s+$", re.IGNORECASE)  # a language: "said in Spanish."
_MANNER = re.compile(
    r"[-‑](?:style|like|type|inspired|esque|themed|era|based|born|speaking|language|made|built|registered|flagged|educated)\b"
)
_OF_CHURCHES = frozenset({"archbishop", "bishop", "cardinal", "father", "sister", "rabbi", "imam", "pastor", "priest"})
_MARK = re.compile(r"([RD])-[A-Z][A-Za-z.]*")
_PARTIES = {"R": "the Republican Party", "D": "the Democratic Party"}
_JOINED = re.compile(r"\s+and\s+[A-Z]\w+\s+([a-z][a-z-]+)")  # "Danish and Swedish tycoons"
# What is of the Kurds as a people: their tongue (":" after it), their cause.
_KURDISH_THING = re.compile(
    r":|\s+(?:freedom|struggle|language|dialect|name|culture|people|cause|question|identity|community|studies|origin|food|music|songs?|newroz)\b"
)
_PAPERS = frozenset({"newspaper", "newspapers", "magazine", "magazines", "daily", "weekly", "website", "tabloid"})
_OF_A_CRAFT = re.compile(
    r"(?:ists?|icians?|tycoons?|radicals?|(?:million|billion)aires?|oligarchs?)$"
)  # of one land, no side of it
_ONE_OF = re.compile(r"\b(?:an?|another)\s+$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:)\]]|$)")
_ATTRIBUTES = ("light", "member", "rebel")


def whole(told: Told, naming: Naming) -> str | None:
    """The phrase that "security" is a piece of, with its state before it: "Egypt's security forces"."""
    words = keys(naming.quote)
    if words not in {("security",), ("the", "security")}:
        return None
    after = _FORCES_AFTER.match(told.text, naming.span.end)
    if after is None:
        return None
    part = told.part_around(Span(naming.span.start - 2, naming.span.start - 1)) if naming.span.start > 1 else None
    start = part.start if part is not None and part.form in {"country", "adjective"} else naming.span.start
    return told.text[start : after.end()]


def power(told: Told, naming: Naming) -> bool:
    """Whether "the authority" is what lets somebody act: "the authority to shut it down"."""
    return keys(naming.quote)[-1:] == ("authority",) and _TO_DO.match(told.text, naming.span.end) is not None


def before_a_thing(told: Told, naming: Naming) -> bool:
    """Whether "military" and "its military" only say of what sort a thing is: "its military aid"."""
    words = keys(naming.quote)
    alone = words == ("military",) and naming.quote.islower()
    if not alone and (len(words) != 2 or words[0] not in _OWN_OR_ANY or words[1] != "military"):
        return False
    after = _WORD_AFTER.match(told.text, naming.span.end)
    return after is not None and fold(after[1]) in lexicon().military_things


def party_of(told: Told, naming: Naming) -> str | None:
    """The American party that a lawmaker's mark names: "R-Wis.", "D-Calif."."""
    mark = _MARK.fullmatch(naming.quote)
    return _PARTIES[mark[1]] if mark is not None and "US" in {told.home, *told.names.codes} else None


def begins_a_name(told: Told, naming: Naming) -> bool:
    """Whether a word for people with a capital is the beginning of a longer name: "the Citizens United case"."""
    words = naming.quote.split()
    if told.capitals or len(words) != 2 or words[0] != "the" or not words[1][:1].isupper():
        return False
    people = lexicon().is_("people", fold(words[1]))
    return people and _NEXT_NAME.match(told.text, naming.span.end) is not None


def of_what(told: Told, naming: Naming) -> str | None:
    """What an adjective of a state stands before: its government's ("Iraqi conditions"), nobody ("seven were Yemeni").

    ``government``, ``nobody``, or ``None`` where it may be its forces ("Turkish airstrikes") or is not alone; a short
    name is that of the ``military`` there ("US airstrikes").
    """
    if keys(naming.quote) == ("kurdish",):
        return "nobody" if _KURDISH_THING.match(told.text, naming.span.end) else None
    if keys(naming.quote) in told.known:
        return None  # the family name of somebody: "Ada Dane … Dane"
    parts = told.linker.names.parts(naming.quote)
    short = len(parts) == 1 and parts[0].form == "country" and naming.quote.rstrip(".") in {"US", "U.S", "UK", "U.K"}
    if len(parts) != 1 or (parts[0].form != "adjective" and not short):
        return None
    people = _NEXT_NAME.match(told.text, naming.span.end)
    title = people is not None and fold(people[1]) in _OF_CHURCHES
    if people is not None and (title or lexicon().is_any(("kurds", "shia", "people"), fold(people[1]))):
        return "nobody"  # "a Turkish Kurd", "Danish Bishop Lorn"
    after = _NEXT_WORD.match(told.text, naming.span.end)
    joined = _JOINED.match(told.text, naming.span.end)
    persons = joined is not None and (_OF_A_CRAFT.search(joined[1]) or lexicon().is_("people", joined[1]))
    if persons or _AIR.match(told.text, naming.span.end):
        return "nobody"  # "Danish and Swedish tycoons", "Danish air space"
    if after is not None:
        return _before_noun(told, after, short=short)
    if told.text[naming.span.end : naming.span.end + 1] == "-":
        # "the Italian-Polish initiative", but "a Danish-Swede named"
        return "nobody" if _OF_TWO.match(told.text, naming.span.end) else "government"
    one = not short and _ONE_OF.search(told.text, max(0, naming.span.start - 9), naming.span.start)
    if one and _ENDS.match(told.text, naming.span.end):
        return "nobody"  # "a Dane": one person
    alone = _IS.search(told.text, max(0, naming.span.start - 12), naming.span.start) or (
        _TONGUE.search(told.text, max(0, naming.span.start - 12), naming.span.start)
        and _ENDS.match(told.text, naming.span.end)
    )
    return "nobody" if alone else None if _FORCE_NEXT.match(told.text, naming.span.end) else "government"


def _before_noun(told: Told, after: re.Match[str], *, short: bool) -> str | None:
    """The same by the noun after the adjective; ``short``: it is a short name ("US")."""
    noun = after[1].split("-")[0] if not after[1].startswith("pre-") else after[1].removeprefix("pre-")
    if noun in lexicon().of_a_land or OF_LAND.match(told.text, after.start(1)) or noun in _PAPERS:
        return "nobody"  # "the Danish conflict", "all Danish deaths"
    fights = noun in lexicon().deeds or lexicon().is_any(("military", "of_side", "member", "group"), noun)
    person = noun in lexicon().person_titles and not lexicon().is_("office", noun)
    if lexicon().is_("people", noun) or person or (_OF_A_CRAFT.search(noun) and not fights):
        return "nobody"  # "Saudi blogger": a person of that land
    if short and (noun in lexicon().deeds or lexicon().is_("military", noun)):
        return "military"  # "US air strikes", as "American air strikes" are
    if short or fights or noun in lexicon().join:
        return None
    policy = {noun, noun.removesuffix("s")} & lexicon().policies
    return "government" if policy else "nobody"


_SOMEBODYS = re.compile(r"\S+[’'](?:s\s+|\s+)(?:government|administration)")
_SHARES = re.compile(r"\s+[Aa]nd\s+([A-Z][\w.]+)\s+([a-z]+)")


def shared_head(told: Told, naming: Naming) -> str | None:
    """The phrase that an adjective of a state shares with another: "U.S." in "U.S. and Danish soldiers"."""
    found = _SHARES.match(told.text, naming.span.end)
    if found is None or not lexicon().is_("military", fold(found[2])):
        return None
    one, other = told.linker.names.parts(naming.quote), told.linker.names.parts(found[1])
    lands = len(one) == len(other) == 1 and one[0].form in {"adjective", "country"} and other[0].form == "adjective"
    return f"{naming.quote} {found[2]}" if lands else None


_OF_LANDS = re.compile(
    r"(?:\s+and\s+[a-z]+)?\s+(?:of|in|from)\s+(?:the\s+)?(?:\d+|several|many|other|all|most|some|neighbou?ring|various|different|both|two|"
    r"three|four|five|six|seven|eight|nine|ten|a\s+dozen|dozens\s+of)\s+(?:[a-z]+\s+)?(?:countries|states|nations|lands)\b"
)


def of_many_lands(told: Told, naming: Naming) -> bool:
    """Whether those of many lands are meant: "the police and armies of ten countries"."""
    return _OF_LANDS.match(told.text, naming.span.end) is not None


def manner(told: Told, naming: Naming) -> bool:
    """Whether a name only says in whose manner something is, or from where: "KGB-style tactics", "Danish-born"."""
    return _MANNER.match(told.text, naming.span.end) is not None


def law(told: Told, naming: Naming) -> bool:
    """Whether a law is named: "the country's Child Protection and Justice Act", and no side of that name."""
    words = naming.quote.split()
    if len(words) < 2 or not words[-1][:1].isupper() or fold(words[-1]) not in _LAWS:
        return False
    return not any(p.form == "row" and p.end == len(naming.quote) for p in told.linker.names.parts(naming.quote))


def inside(told: Told, naming: Naming) -> Actor | None:
    """The actor of a longer name that the phrase is only a piece of."""
    part = told.part_around(naming.span)
    longer = part is not None and part.form == "row" and part.end - part.start > naming.span.end - naming.span.start
    return told.link(part.surface)[0] if part is not None and longer else None


def of_a_branch(told: Told, naming: Naming) -> Actor | None:
    """Whose branch a state's name is the end of: "Nigeria" in "Amnesty International Nigeria"."""
    if naming.span.start < 2 or told.text[naming.span.start - 1] != " " or " " in naming.quote:
        return None
    part = told.part_around(Span(naming.span.start - 2, naming.span.start - 1))
    row = told.linker.registry.rows.get(part.ids[0]) if part is not None and part.form == "row" and part.ids else None
    if part is None or row is None or row.kind in {"person", "government", "state_forces", "outlet"} or part.possessive:
        return None
    return told.link(part.surface)[0] if part.surface.istitle() else None


_INSTITUTE = re.compile(
    r"[’']s?\s(?:College|University|School|Hospital|Church|Cathedral|Academy|Institute|Foundation|Trust)\b"
)


def named_after(told: Told, naming: Naming) -> Actor | None:
    """The institution that has a person's or a saint's name: "St. Lorn’s College"."""
    found = _INSTITUTE.match(told.text, naming.span.end)
    if found is None or not naming.quote[:1].isupper():
        return None
    name = naming.quote + found[0]
    return local_body(name)


def attributive(told: Told, naming: Naming) -> Actor | None:
    """Whose a word between a name and its noun is: "terrorist" in "the PKK terrorist organization"."""
    words, start = keys(naming.quote), naming.span.start
    if len(words) != 1 or start < 2 or not naming.quote.islower() or not _GROUP_AFTER.match(told.text, naming.span.end):
        return None
    if not lexicon().is_any(_ATTRIBUTES, words[0]):
        return None
    part = told.part_around(Span(start - 2, start - 1))
    return told.link(part.surface)[0] if part is not None and part.form == "row" and part.end == start - 1 else None


def regional(told: Told, naming: Naming) -> Actor | None:
    """The government of a province or a town, which no registry has: "the Sindh government".

    Where a phrase names somebody of the registry ("President Lorn's government"), no word of it is a town.
    """
    words = keys(naming.quote)
    if any(part.form == "row" for part in told.linker.names.parts(naming.quote)):
        return None
    if len(words) < 2 or "led" in words or words[-1] not in _GOVERNS or not _region(told, naming.span):
        return None
    if _SOMEBODYS.fullmatch(naming.quote):
        return None  # a person's: "Lorn’s government"
    name = re.sub(r"^[Tt]he\s+", "", naming.quote)
    return local_body(name)


def district(told: Told, naming: Naming) -> bool:
    """Whether a name is that of a part of a land: "San Miguel department"."""
    words = keys(naming.quote)
    before = [word for word in words[:-1] if word != "the"]
    if not before or words[-1] != "department" or any(map(lexicon().ordinary, before)):
        return False
    end = naming.span.end - len(words[-1]) - 1  # "the San Lorn fire department" is none
    return any(naming.span.start <= t.start <= naming.span.start + 4 and t.end >= end for t in told.toponyms)


def _region(told: Told, span: Span) -> bool:
    """Whether a phrase begins with a toponym that is no name of a state or of an actor."""
    inner = (t for t in told.toponyms if span.start <= t.start <= span.start + 4 and t.end < span.end)
    around_it = (told.part_around(Span(t.start, t.start + 1)) for t in inner)
    return any(part is not None and part.form is None for part in around_it)
