"""Whom a pronoun of the third person stands for: by the order of the telling, subjects first.

A pronoun is linked when the text leaves one actor that fits; otherwise it stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve.who.author import unquoted
from situate.resolve.who.beside_name import name_ending
from situate.resolve.who.empty_pronouns import empty
from situate.resolve.who.gender import HE, SHE, can_be
from situate.resolve.who.he_and_she import SPOKE, can_take_up, person_of_the_telling, quoting, subject, told_after
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.names import keys
from situate.resolve.who.own_troops import said_of_their_own
from situate.resolve.who.taken_up import taken_up
from situate.resolve.who.told import REACH, Naming, Told
from situate.resolve.who.we_and_i import speaking
from situate.resolve.who.where import only_a_place

# A clause that opens with a name, and one joined to it that opens with what is theirs.
_TWO_CLAUSES = re.compile(
    r"\b(?P<led>where|which|that|while|after|as)\s(?P<who>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})\s[a-z][^,;:.]{3,90}"
    r"\sand\s(?:(?P=led)\s)?$"
)
_JOINED = re.compile(r"\s+and\s+$")  # "Lorn and his aides"
_FIGHTS = frozenset({"rebel_group", "state_forces", "political_militia", "communal_militia", "external_forces"})
_BODIES = _FIGHTS | {"other"}
_PRONOUNS = {
    "pronoun_group": _BODIES | {"civilians"},
    "pronoun_thing": _BODIES | {"government", "international", "outlet"},
    "pronoun_person": frozenset({"person"}),
}
_MANY = frozenset({"people", "women", "children", "men"})
# Further words for many who are no one actor.
_WORKING = frozenset(
    {"employees", "staff", "schoolgirls", "schoolboys", "teenagers", "countries", "nations", "barons", "traffickers",
     "suspects", "brands", "suppliers", "companies", "firms", "leaders", "presidents",
     "community", "communities"}
)  # fmt: skip
# Bodies of a state that are told of as many: "the authorities … they".
_AS_MANY = frozenset(
    {"authorities", "officials", "ministers", "lawmakers", "prosecutors", "diplomats", "deputies", "leaders", "judges"}
)
_PEOPLE = re.compile(r"[Tt]he\s+[A-Z]\w+(?:[ai]ns|is|ks|es|ese|ish|ch)")  # "the Americans … they": their government
# Where a clause begins inside a sentence.
_CLAUSE = re.compile(r"[,;:]\s|\b(?:that|which|who|when|while|because|if|but|and|although|though|until|before|after)\s")
# Before a body that only goes with a clause: "mended by the Reds", "a member of the Reds".
_GOES_WITH = re.compile(
    r"\b(?:of|by|with|for|from|including|like|unlike|against|to|under|about|after|before|alongside|than|in|at|on|between|"
    r"towards?|over|via|without|despite|through|as|near|upon|following|per)\s+(?:(?:the|its|their|fellow|former)\s+)?$"
)
_LATER = re.compile(r"[,;:]|\b(?:to|that|who|which|after|before|when|while|because)\b")
_AND = re.compile(r"\s+and\s+")
_SAYS = re.compile(
    r"\s+(?:ha(?:ve|s|d)\s+)?(?:(?:also|earlier|later|then|now|previously)\s+)?(?:say|says|said|believes?d?|announced|claims?|claimed|denied|warned|insisted|admitted|confirmed|vowed|promised|added|hopes?|hoped|replied|replies|responded|retorted|argued|maintained|declared|stated|noted|pledged|threatened|acknowledged|conceded|stressed|fears?|feared|expects?|expected|reiterated|alleged|asserted|boasted|indicated|signall?ed|revealed|suspects?|suspected)\s+"
    r"(?:that\s+)?$"
)


_OUTLETS_OWN = re.compile(r"\s+(?:[a-z]+\s)?(?:correspondents?|reporters?|newspaper|readers|website|journalists?)\b")
_ACCORDING = re.compile(
    r"\b(?:according to|told|quoted by|reported by)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
# "They also abducted …" goes on with those who did what was told last, whoever says so.
_LED_BY, _TOLD = re.compile(r",\s*\Z"), re.compile(r"\btold\s\Z")  # who only says it, whom they told it
_ALSO = re.compile(r"\s+also\s+(?!said|told|denied|claimed|blamed|accused|asked|called|were|are|had|have)\w")
_PERSON = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_THEIRS = re.compile(r"(?:its|their)\s", re.IGNORECASE)


def chained(namings: Sequence[Naming], text: str) -> list[Naming]:
    """The pronouns for a person that nobody asks about: who "he" is goes on from one to the next."""
    there = {naming.span for naming in namings}
    found = (Span(m.start(), m.end()) for m in _PERSON.finditer(text))
    return [Naming(span=span, quote=span.of(text)) for span in found if span not in there]


def told_anew(naming: Naming, text: str = "", asked: Collection[int] = ()) -> Naming:
    """A pronoun without the antecedent that the reader gives it, mostly the name nearest before, where it is told anew.

    So "he" and "she", pronouns that the learned scorer looked at (``asked``, by where they begin), and "its troops"
    right behind who says so: they are the speaker's ("… the Reds, but Ostry said its troops held").
    """
    if naming.ref is None:
        return naming
    start = naming.span.start
    alone = _PERSON.fullmatch(naming.quote) is not None or (start in asked and len(keys(naming.quote)) == 1)
    led = text[max(0, start - 200) : start]
    said = _THEIRS.match(naming.quote) and (_SAYS.search(led) or _TWO_CLAUSES.search(led))
    own = said_of_their_own(text, naming.span) is not None
    return replace(naming, ref=None) if alone or said or own else naming


def heard(told: Told, naming: Naming) -> bool:
    """Whether the reader takes "they" in a quotation for somebody who spoke before it: "“They came,” he said".

    Or, outside of any, for who only says what was told: "Men stormed the place, residents said. They burned it".
    Whom they told it is nobody either.
    """
    words = keys(naming.quote)
    if naming.ref is None or len(words) != 1 or not lexicon().is_("pronoun_group", words[0]):
        return False
    if f"told {naming.ref}" in told.text[max(0, naming.span.start - REACH) : naming.span.start]:
        return True
    said = [n for n in told.namings if n.speaker and n.span.end <= naming.span.start]
    said = [n for n in said if keys(n.quote) == keys(naming.ref)]
    if unquoted(told, naming.span.start):
        last = max((n.span.start for n in said), default=0)
        return told.text[max(0, last - 2) : last].rstrip().endswith(",")
    return bool(said)


def pronoun(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """The actor that a pronoun can mean; remembers of a person which of "he" and "she" it was."""
    actor = _led_or_joined(told, index, words)
    if actor is None:
        actor = _weighed(told, index, words, _meant(told, index, words))
    if actor is not None and actor.kind == "person" and words[0] in HE | SHE:
        told.called.setdefault(actor.id, {})[told.namings[index].span.start] = words[0] in SHE
    return actor


def _weighed(told: Told, index: int, words: tuple[str, ...], by_rule: Actor | None) -> Actor | None:
    """Whom rules say a pronoun means, weighed against the learned scorer, which does not know what takes up nobody."""
    at = told.namings[index].span
    if not _kinds(words) or empty(told, at, words) or at.start not in told.antecedents:
        return by_rule
    actor = taken_up(told, at.start, by_rule, words[0])
    if actor is not by_rule:
        told.by_scorer.add(index)
    return actor


def _led_or_joined(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """Whom the words right beside a pronoun tell: who is joined with what is theirs, whose clause they lead to."""
    kinds = _kinds(words)
    if words in {("his",), ("her",)} and (joined := _joined(told, told.namings[index].span)) is not None:
        return joined
    if words in {("its",), ("their",)}:
        joined = _joined_body(told, told.namings[index].span, kinds)
        return joined or (_of_the_same_clause(told, index, kinds) if words == ("its",) else None)
    if words == ("it",):
        return _state_says(told, told.namings[index].span)
    return told_after(told, index) if "person" in kinds and words != ("who",) else None


def _kinds(words: tuple[str, ...]) -> frozenset[str]:
    """The kinds of actors that a pronoun can stand for."""
    return next((kinds for name, kinds in _PRONOUNS.items() if lexicon().is_(name, words[0])), frozenset())


def _meant(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """The actor that a pronoun can mean: of the sentence so far, else of the one before; subjects come first."""
    naming, lex = told.namings[index], lexicon()
    if empty(told, naming.span, words) or (words == ("our",) and _OUTLETS_OWN.match(told.text, naming.span.end)):
        return None
    if any(lex.is_("pronoun_speaker", w) for w in words):
        return speaking(told, index)
    if words in {("who",), ("which",)}:
        return _right_before(told, index)
    kinds = _kinds(words)
    if "person" in kinds:
        person = quoting(told, index)
        if person is not None:
            return person
    saying = _who_says(told, naming.span)
    if saying is not None:
        actor = told.done[saying][0]
        if actor is None or actor.kind in kinds or (actor.kind == "government" and "person" not in kinds):
            return actor
    if naming.speaker and len(keys(naming.quote)) == 1:
        speaker = _speaker_before(told, index, kinds)
        begins = not told.text[told.sentences_back(naming.span.start)[0][0] : naming.span.start].strip("“\"‘'( ")
        if speaker is not None or ("person" not in kinds and (begins or lex.is_("pronoun_group", words[0]))):
            return speaker
    return person_of_the_telling(told, index) if "person" in kinds else _of_the_telling(told, index, words, kinds)


def _joined(told: Told, at: Span) -> Actor | None:
    """The person whom "and" joins with what is theirs: "Lorn" of "his" in "Lorn and his aides"."""
    actor = _joined_with(told, at)
    fits = (
        actor is not None and actor.kind == "person" and can_be(keys(told.text[at.start : at.end])[0], actor, told.text)
    )
    return actor if fits else None


def _joined_body(told: Told, at: Span, kinds: frozenset[str]) -> Actor | None:
    """The same for bodies: "the Reds" of "their" in "the Reds and their allies"."""
    actor = _joined_with(told, at)
    return actor if actor is not None and actor.kind in kinds | {"government", "international"} else None


def _joined_with(told: Told, at: Span) -> Actor | None:
    """Whom the longest phrase right before "and" and a place means."""
    found = _JOINED.search(told.text, max(0, at.start - 8), at.start)
    longest = told.longest(told.order.ending(found.start(), found.start())) if found is not None else None
    return told.done[longest][0] if longest is not None and longest in told.done else None


def _of_the_same_clause(told: Told, index: int, kinds: frozenset[str]) -> Actor | None:
    """The subject of the clause that "and" goes on with: "where Ostry built a post and where its men stop all"."""
    at = told.namings[index].span.start
    found = _TWO_CLAUSES.search(told.text, told.sentences_back(at)[0][0], at)
    if found is None:
        return None
    start = found.start("who")
    there = {a.id: a for s, _, a in told.salient(index, start) if s == start and a.kind in kinds}
    return next(iter(there.values())) if len(there) == 1 else _state_named(told, start, found.end("who"))


def _told_by(told: Told, at: int) -> bool:
    """Whether who is named at a place only tells what the sentence says: "according to the Lorn Centre"."""
    return _ACCORDING.search(told.text, max(0, at - 40), at) is not None


def _of_the_telling(told: Told, index: int, words: tuple[str, ...], kinds: frozenset[str]) -> Actor | None:
    """The actor of a kind that the sentence so far leaves, else the one before; subjects come first."""
    lex, at = lexicon(), told.namings[index].span.start
    many = lex.is_("pronoun_group", words[0])
    for number, (start, end) in enumerate(told.sentences_back(at)):
        past = many and number > 0  # a sentence before the one of the pronoun
        there = (one for one in told.salient(index, start) if one[1] <= end and one[2].kind in kinds)
        found = [
            a for s, e, a in there
            if can_take_up(told, words[0], s, e, a)
            and not (end < at and a.kind in {"other", "outlet", "international"} and _told_by(told, s))
            and not (past and _LED_BY.search(told.text, start, s) and SPOKE.match(told.text, e))
            and not (past and _TOLD.search(told.text, start, s))
        ]  # fmt: skip
        found = _its_subject(told, index, start, found) if many and end < at else found
        also = past and _ALSO.match(told.text, told.namings[index].span.end) is not None
        found = [actor for actor in found if actor.kind in _FIGHTS] if also else found
        if not found and many:
            found = _told_as_many(told, index, start, end)
        if not found and end == at and many:
            found = [a for s, e, a in told.salient(index, start) if e <= end and a.kind == "international"]
        if many and not (also and found) and _people_told(told, index, start, end, bool(found) or end == at):
            return None
        found = _no_part_of_another(told, index, (start, end), found) if words[0] in {"it", "its"} else found
        if len({a.id for a in found}) == 1:
            return found[0]
        if words == ("it",) and not found and end == at and len(keys(told.text[start:end])) > 4:
            return None
        first = subject(told, index, start, kinds)
        if first is not None and (lex.is_("pronoun_thing", words[0]) or _of_a_later_clause(told, words, start, at)):
            return first
        if found:
            return _of_the_clause(told, index, kinds) if lex.is_("pronoun_thing", words[0]) else None
        state = _state_named(told, start, end) if words[0] in {"its", "itself"} else None
        if state is not None:
            return state
    return None


def _of_a_later_clause(told: Told, words: tuple[str, ...], start: int, at: int) -> bool:
    """Whether "them" stands in a clause after the first, so that who the sentence begins with can be meant."""
    return words == ("them",) and _LATER.search(told.text, start, at) is not None


def _no_part_of_another(told: Told, index: int, stretch: tuple[int, int], found: list[Actor]) -> list[Actor]:
    """The actors found in a stretch, but not the only one where it stands in a phrase that goes with the clause.

    "It" is mostly what a clause is about, and that may be a thing: in "the bill was read by the Reds … it" no body.
    """
    if len({actor.id for actor in found}) != 1:
        return found
    start, end = stretch
    there = (s for s, e, actor in told.salient(index, start) if e <= end and actor.id == found[0].id)
    return found if any(not _GOES_WITH.search(told.text, max(start, s - 40), s) for s in there) else []


def _its_subject(told: Told, index: int, start: int, found: list[Actor]) -> list[Actor]:
    """Of actors found in a sentence the one that it begins with: in a quotation after it, nobody else is "they".

    ("Armed men killed nine farmers, the police said. “They came at night,” …": neither the farmers nor the police.)
    """
    if unquoted(told, told.namings[index].span.start):
        return found
    first = subject(told, index, start, frozenset(actor.kind for actor in found))
    return [first] if first is not None else []


def _told_as_many(told: Told, index: int, start: int, end: int) -> list[Actor]:
    """The governments that a stretch tells of as many ("the authorities"), where no "they" before is somebody else."""
    if any(lexicon().is_("pronoun_group", word) for word in keys(told.text[start:end])):
        return []
    there = [(s, e, a) for s, e, a in told.salient(index, start) if e <= end and a.kind == "government"]
    return [a for s, e, a in there if _PEOPLE.fullmatch(told.text, s, e) or set(keys(told.text[s:e])[-1:]) & _AS_MANY]


def _of_the_clause(told: Told, index: int, kinds: frozenset[str]) -> Actor | None:
    """The one actor of a kind between the beginning of a pronoun's own clause and the pronoun."""
    at = told.namings[index].span.start
    start = max((m.end() for m in _CLAUSE.finditer(told.text, told.sentences_back(at)[0][0], at)), default=at)
    found = {a.id: a for _, e, a in told.salient(index, start) if e <= at and a.kind in kinds}
    return next(iter(found.values())) if len(found) == 1 else None


def _two_persons(told: Told, index: int, start: int, end: int) -> int:
    """Where the last two persons whom "and" joins end in a stretch; 0 where none are."""
    persons = [(s, e) for s, e, a in told.salient(index, start) if e <= end and a.kind == "person"]
    joined = [e for (_, b), (s, e) in pairwise(persons) if _AND.fullmatch(told.text, b, s)]
    return max(joined, default=0)


def _people_told(told: Told, index: int, start: int, end: int, found: bool) -> bool:
    """Whether people who are no one actor stand before a plural pronoun, nearer than any: "five girls, their".

    So do two persons ("Lorn and Tal … they"), also where the stretch has no actor that was ``found``.
    """
    linked = [e for _, e, a in told.salient(index, start) if e <= end and a.kind != "person"]
    if _two_persons(told, index, start, end) > max(linked, default=0):
        return True
    if not found:
        return False
    words = keys(told.text[max(linked, default=start) : end])
    people = lexicon().classes["people"]
    return any(word in _WORKING or (word in people and (word[-1] == "s" or word in _MANY)) for word in words)


def _right_before(told: Told, index: int) -> Actor | None:
    """Whom "who" takes up: the longest phrase that ends right before it."""
    at = told.namings[index].span.start
    first = at
    while first and told.text[first - 1] in " ,\n":
        first -= 1
    ends = told.order.ending(first, at - 1)
    longest = told.longest(ends)
    actor = told.done[longest][0] if longest is not None else None
    return actor or name_ending(told, first - (told.text[first - 1 : first] == ","))


def _who_says(told: Told, at: Span) -> int | None:
    """The number of the phrase whose "say" stands right before a place: "officials say they …"."""
    verb = _SAYS.search(told.text, max(0, at.start - 60), at.start)
    end = verb.start() if verb is not None else said_of_their_own(told.text, at)
    if end is None:
        return None
    ends = told.order.ending(end, end)
    return told.longest(ends)


def _state_says(told: Told, at: Span) -> Actor | None:
    """The government whose "say" stands right before a place: "Kigali replied that it …"."""
    verb = _SAYS.search(told.text, max(0, at.start - 60), at.start)
    near = told.lands_between(verb.start() - 40, verb.start()) if verb is not None else []
    part = next((one for one in near if verb is not None and one.end == verb.start()), None)
    return told.part(part.ids[0], "government") if part is not None and part.form == "country" else None


def _state_named(told: Told, start: int, end: int) -> Actor | None:
    """The government of the one state that a stretch names, and not as a land."""
    registry, found = told.linker.registry, set()
    for part in told.lands_between(start, end):
        capital = keys(registry.countries[part.ids[0]].capital) == keys(
            part.surface.removesuffix("’s").removesuffix("'s")
        )
        if part.form == "country" and (not capital or part.possessive):
            span = Span(part.start, part.end)
            if not only_a_place(told.text, span, [part], registry, told.toponyms):
                found.add(part.ids[0])
    return told.part(next(iter(found)), "government") if len(found) == 1 else None


def _speaker_before(told: Told, index: int, kinds: frozenset[str]) -> Actor | None:
    """Who goes on speaking: the last speaker before, of the two sentences that end here, whom the pronoun fits."""
    stretch = told.sentences_back(told.namings[index].span.start)
    near = told.salient(index, stretch[-1][0])
    said = keys(told.namings[index].quote)[0]
    found = [a for s, e, a in near if a.kind in kinds and (s, e) in told.speaking and can_be(said, a, told.text)]
    return found[-1] if found else None
