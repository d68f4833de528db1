"""Whom a pronoun stands for: by the order of the telling, subjects first; who speaks where it is "we".

A pronoun is linked when the text leaves one actor that fits; otherwise it stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve.who.author import author, spoken_for, unquoted
from situate.resolve.who.beside_name import name_ending
from situate.resolve.who.clauses import (
    acts_on,
    begins_at,
    beside_the_clause,
    clause_led_to,
    content_of_saying,
    in_gloss,
    only_says,
    unnamed_subject,
)
from situate.resolve.who.gender import HE, SHE, can_be, same_sex
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.names import keys
from situate.resolve.who.taken_up import taken_up
from situate.resolve.who.told import REACH, Naming, Told
from situate.resolve.who.where import only_a_place

_LEADS = re.compile(r"[:,]\s*$")  # into a quotation: "he said: “…"
# Who speaks a turn, after what ends a sentence; who asks may stand in small letters, in a text once in capitals.
_TURN = re.compile(
    r"(?:^|(?<=[.?!:\-\"”’'\])]))\s*\[([^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)?|reporter|moderator|correspondent|interviewer|question)\]\s"
)
_ASKED = re.compile(r"(?:^|\n)\s*(Q|A):\s")
_WITH = re.compile(r"[^\n.]*\b(?:Q&A|[Ii]nterview|[Qq]uestions?)\s[^\n.]*?\bwith\s+([^\n.,:]{4,60})")
_NO_TURN = re.compile(
    r"\b(?:RECORDING|INDISTINCT|OMITTED|RECEIVED|TEXT|PROGRESS|TRANSLITERATED|FIGURE|PASSAGE)\b", re.IGNORECASE
)
_LEADS_ON = re.compile(r",?\s+(?:said|says|stated|added):\s+(?=[^\W\d_a-z])")
_JOINED = re.compile(r"\s+and\s+$")  # "Lorn and his aides"
_ASKS = frozenset({"reporter", "moderator", "correspondent", "interviewer", "question"})  # who asks in a transcript
_BODIES = frozenset(
    {"rebel_group", "state_forces", "political_militia", "communal_militia", "external_forces", "other"}
)
_PRONOUNS = {
    "pronoun_group": _BODIES | {"civilians"},
    "pronoun_thing": _BODIES | {"government", "international", "outlet"},
    "pronoun_person": frozenset({"person"}),
}
_MANY = frozenset({"people", "women", "children", "men"})
# Further words for many who are no one actor.
_WORKING = frozenset(
    {"employees", "staff", "schoolgirls", "schoolboys", "teenagers", "countries", "nations", "barons", "traffickers",
     "suspects", "brands", "suppliers", "companies", "firms", "leaders", "presidents"}
)  # fmt: skip
_TAKING_UP = ("pronoun_group", "pronoun_thing", "pronoun_person")  # for whom the learned scorer is asked too
_ALONE = frozenset({"i", "me", "my", "mine", "myself"})
# "It is not clear", "it was unclear", "it appears that": nobody.
_NOBODY = re.compile(
    r"\s*(?:is|was|’s|'s|ha[sd] been|remain(?:s|ed)|became|seem(?:s|ed)|appear(?:s|ed)|"
    r"(?:will|would|may|could|(?:is|was|’s|'s) going to) be)\s+"
    r"(?:(?:still|also|now|not|yet|so|very|too|more|most|quite|only|being|then|therefore|immediately|widely)\s+)*"
    r"(?:(?:un)?clear|(?:un)?likely|(?:im)?possible|(?:un)?known|reported|believed|thought|said|understood|alleged|"
    r"expected|estimated|announced|confirmed|disclosed|revealed|learned|learnt|found|decided|established|recalled|noted|stated|important|necessary|hard|difficult|easy|time|true|hoped|feared|rare|common|that|to|"
    r"as if|when|because|ok|okay|all right|fine|reopened|rebuilt|cordoned|evacuated|demolished)\b",
    re.IGNORECASE,
)
# "It took a year for him to say so".
_TAKES = re.compile(
    r"\s+(?:(?:will|would|may|could|has|had)\s+)?(?:takes?|took|taken)\s+(?:\w+\s+){0,3}"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|time|long)\b"
)
# "Makes it easier to", "found it hard", "called it a lie": what "it" stands for comes after it, or is no actor.
_FOUND_SO = re.compile(
    r"\b(?:ma[kd]e|makes|making|f(?:i|ou)nds?|finding|consider(?:s|ed)?|deem(?:s|ed)?|call(?:s|ed)?|describ(?:es|ed)|thinks?|thought|"
    r"believe[sd]?|render(?:s|ed)?|takes?|took|owes?|puts?|regards?|leaves?|left)\s+$"
)
# "Those who fled", "those convicted of": they are told of by what follows, not by what stands before.
_WHO_ARE = re.compile(
    r"\s+(?:who|whose|whom|that|in|of|from|with|at|on|under|behind|responsible|\w+ed|\w+ing|held|killed)\b"
)
# "At its worst", "to its lowest level": of whatever is so, no actor's.
_EXTREME = re.compile(
    r"\s+(?:\w+est|worst|best|peak|height|(?:most|least)\s+\w+)\b(?:\s+(?:levels?|points?|ebb|rates?)\b|\s*[.,;])?"
)
_LET = re.compile(r"\blet\s+$", re.IGNORECASE)
# Bodies of a state that are told of as many: "the authorities … they".
_AS_MANY = frozenset(
    {"authorities", "officials", "ministers", "lawmakers", "prosecutors", "diplomats", "deputies", "leaders", "judges"}
)
_PEOPLE = re.compile(r"[Tt]he\s+[A-Z]\w+(?:[ai]ns|is|ks|es|ese|ish|ch)")  # "the Americans … they": their government
_SAID_THAT = re.compile(
    r"\b(?:said|says|pointed out|added|argued|claimed|noted|warned|suggested|insisted|believes?|thinks?)\s+(?:that\s+)?"
)
_OWNS = re.compile(
    r"[’']s?\s+(?:\w+\s+){0,2}(?:father|mother|parents|brother|sister|son|daughter|wife|husband|widow|uncle|aunt|cousin|nephew|"
    r"niece|lawyer|attorney|spokes(?:wo)?man|spokesperson|adviser|advisor|aide|deputy|secretary|chief|manager|rival|"
    r"predecessor|successor|opponent|friend|colleague|counterpart|ally|envoy|relatives|family)\b"
)
# Offices that one person holds.
_HELD = frozenset(
    {"president", "minister", "premier", "chancellor", "king", "queen", "emir", "sultan", "secretary", "ambassador"}
)
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
    r"\s+(?:ha(?:ve|s|d)\s+)?(?:(?:also|earlier|later|then|now|previously)\s+)?(?:say|says|said|believes?d?|announced|claims?|claimed|denied|warned|insisted|admitted|confirmed|vowed|promised|added|hopes?|hoped)\s+"
    r"(?:that\s+)?$"
)


_SPOKE = re.compile(
    r"\s+(?:also\s+|later\s+)?(?:said|says|added|adds|told|wrote|explained|warned|noted|continued|insisted|claimed|stressed|"
    r"declared|stated|asserted|concluded|recalled|asked|argued|pointed out|assured|pledged|vowed)\b",
    re.IGNORECASE,
)
_OUTLETS_OWN = re.compile(r"\s+(?:[a-z]+\s)?(?:correspondents?|reporters?|newspaper|readers|website|journalists?)\b")
_ACCORDING = re.compile(
    r"\b(?:according to|told|quoted by|reported by)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_I_AM = re.compile(r"(?:\s?[’']m|\s+am)\s+([^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){1,2})")
_OFTEN = 2  # pronouns that tell whether a report calls somebody "he" or "she"
_SPEECH_REACH = 400  # code points
# "They also abducted …" goes on with those who did what was told last, whoever says so.
_LED_BY, _TOLD = re.compile(r",\s*\Z"), re.compile(r"\btold\s\Z")  # who only says it, whom they told it
_ALSO = re.compile(r"\s+also\s+(?!said|told|denied|claimed|blamed|accused|asked|called|were|are|had|have)\w")
_FIGHTS = frozenset({"rebel_group", "state_forces", "political_militia", "communal_militia", "external_forces"})


_PERSON = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)


_THEIRS = re.compile(r"(?:its|their)\s", re.IGNORECASE)


def chained(namings: Sequence[Naming], text: str) -> list[Naming]:
    """The pronouns for a person that nobody asks about: who "he" is goes on from one to the next."""
    there = {naming.span for naming in namings}
    found = (Span(m.start(), m.end()) for m in _PERSON.finditer(text))
    return [Naming(span=span, quote=span.of(text)) for span in found if span not in there]


def told_anew(naming: Naming, text: str = "") -> Naming:
    """ "He" and "she" without the antecedent that the reader gives them, which is only the name nearest before.

    So "its troops" right behind who says so: they are the speaker's ("… the Reds, but Ostry said its troops held").
    """
    if naming.ref is None:
        return naming
    start = naming.span.start
    nearest = _PERSON.fullmatch(naming.quote) is not None
    said = _THEIRS.match(naming.quote) and _SAYS.search(text, max(0, start - 60), start)
    return replace(naming, ref=None) if nearest or said else naming


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
    asked = any(lexicon().is_(name, words[0]) for name in _TAKING_UP) and not empty(told, at, words)
    if not asked or at.start not in told.antecedents:
        return by_rule
    actor = taken_up(told, at.start, words[0], by_rule)
    if actor is not by_rule:
        told.by_scorer.add(index)
    return actor


def _led_or_joined(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """Whom the words right beside a pronoun tell: who is joined with what is theirs, whose clause they lead to."""
    kinds = _kinds(words)
    if words in {("his",), ("her",)} and (joined := _joined(told, told.namings[index].span)) is not None:
        return joined
    if words in {("its",), ("their",)}:
        return _joined_body(told, told.namings[index].span, kinds)
    return _told_after(told, index) if "person" in kinds and words != ("who",) else None


def _kinds(words: tuple[str, ...]) -> frozenset[str]:
    """The kinds of actors that a pronoun can stand for."""
    return next((kinds for name, kinds in _PRONOUNS.items() if lexicon().is_(name, words[0])), frozenset())


def _called_otherwise(told: Told, word: str, person: Actor) -> bool:
    """Whether a report has called a person "she" twice and never "he", where it is "he" now, or the reverse."""
    before = set(told.called.get(person.id, {}).values())
    often = len(told.called.get(person.id, {})) >= _OFTEN
    return often and word in HE | SHE and (word in SHE) not in before


def _meant(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """The actor that a pronoun can mean: of the sentence so far, else of the one before; subjects come first."""
    naming, lex = told.namings[index], lexicon()
    if empty(told, naming.span, words) or (words == ("our",) and _OUTLETS_OWN.match(told.text, naming.span.end)):
        return None
    if any(lex.is_("pronoun_speaker", w) for w in words):
        return _speaking(told, index, alone=words[0] in _ALONE)
    if words == ("who",):
        return _right_before(told, index)
    kinds = _kinds(words)
    if "person" in kinds:
        person = _quoting(told, index)
        if person is not None:
            return person
    subject = _who_says(told, naming.span)
    if subject is not None:
        actor = told.done[subject][0]
        if actor is None or actor.kind in kinds or (actor.kind == "government" and "person" not in kinds):
            return actor
    if naming.speaker and len(keys(naming.quote)) == 1:
        speaker = _speaker_before(told, index, kinds)
        begins = not told.text[told.sentences_back(naming.span.start)[0][0] : naming.span.start].strip("“\"‘'( ")
        if speaker is not None or ("person" not in kinds and (begins or lex.is_("pronoun_group", words[0]))):
            return speaker
    return _of_the_telling(told, index, words, kinds)


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
    ends = told.order.ending(found.start(), found.start()) if found is not None else []
    longest = told.longest(ends)
    return told.done[longest][0] if longest is not None and longest in told.done else None


def _fits(told: Told, index: int, actor: Actor) -> bool:
    """Whether an actor is a person whom a pronoun can stand for."""
    word = keys(told.namings[index].quote)[0]
    return actor.kind == "person" and can_be(word, actor, told.text) and not _called_otherwise(told, word, actor)


def _told_by(told: Told, at: int) -> bool:
    """Whether who is named at a place only tells what the sentence says: "according to the Lorn Centre"."""
    return _ACCORDING.search(told.text, max(0, at - 40), at) is not None


def _told_after(told: Told, index: int) -> Actor | None:
    """The person with whom the clause begins that the words around a pronoun lead to: "In his speech, Lorn said"."""
    at = told.namings[index].span
    begins = clause_led_to(told.text, told.sentences_back(at.start)[0][0], at.end)
    there = told.order.beginning(begins, begins + 1) if begins is not None else []
    found = [i for i in there if i in told.done and not _OWNS.match(told.text, told.namings[i].span.end)]
    named = (actor for i in found if (actor := told.done[i][0]) is not None and _fits(told, index, actor))
    return next(named, None)


def _sayer(told: Told, at: int) -> Actor | None:
    """Who says a quotation around a place: whoever "he" is in it, it is not the speaker."""
    if unquoted(told, at):
        return None
    saying = told.who_says(at)
    return told.done[saying][0] if saying is not None else None


def _quoting(told: Told, index: int) -> Actor | None:
    """Who "he" is after a quotation ("“Lorn began it,” he added"): one told of before it, nobody of whom it speaks.

    Where the sentences before are quoted too, it is who spoke last.
    """
    at = told.namings[index].span
    before = told.text[max(0, at.start - REACH) : at.start].rstrip()
    if before[-1:] not in {'"', "”"} or not _SPOKE.match(told.text, at.end):
        return None
    opened = at.start - REACH if at.start > REACH else 0
    opened += before.rfind('"' if before[-1] == '"' else "“", 0, len(before) - 1)
    if opened <= max(0, at.start - REACH):
        return None
    for start, end in told.sentences_back(opened):
        found = [(s, e, a) for s, e, a in told.salient(index, start) if e <= end and _fits(told, index, a)]
        speakers = [a for s, e, a in found if (s, e) in told.speaking]
        if found:
            return speakers[-1] if speakers else found[0][2]
    spoke = [i for i in told.order.beginning(max(0, opened - REACH), opened) if told.namings[i].speaker]
    said = (told.done[i][0] for i in sorted(spoke, key=lambda i: told.spans[i], reverse=True))
    return next((actor for actor in said if actor is not None and _fits(told, index, actor)), None)  # who goes on


def _can_take_up(told: Told, word: str, start: int, end: int, actor: Actor) -> bool:
    """Whether a pronoun can be said of an actor told of in a stretch; not of one in brackets."""
    fits = can_be(word, actor, told.text) and same_sex(word, told.text[start:end])
    return fits and not in_gloss(told.text, start, end) and not _called_otherwise(told, word, actor)


def _of_the_telling(told: Told, index: int, words: tuple[str, ...], kinds: frozenset[str]) -> Actor | None:
    """The actor of a kind that the sentence so far leaves, else the one before; subjects come first."""
    lex, at = lexicon(), told.namings[index].span.start
    sayer = _sayer(told, at) if "person" in kinds else None
    many = lex.is_("pronoun_group", words[0])
    for number, (start, end) in enumerate(told.sentences_back(at)):
        past = many and number > 0  # a sentence before the one of the pronoun
        there = (one for one in told.salient(index, start) if one[1] <= end and one[2].kind in kinds)
        found = [
            a for s, e, a in there
            if (sayer is None or a.id != sayer.id) and _can_take_up(told, words[0], s, e, a)
            and not (end < at and a.kind in {"other", "outlet", "international"} and _told_by(told, s))
            and not (past and _LED_BY.search(told.text, start, s) and _SPOKE.match(told.text, e))
            and not (past and _TOLD.search(told.text, start, s))
        ]  # fmt: skip
        found = _its_subject(told, index, start, found) if many and end < at else found
        also = past and _ALSO.match(told.text, told.namings[index].span.end) is not None
        found = [actor for actor in found if actor.kind in _FIGHTS] if also else found
        if "person" in kinds:
            person = _person_told(told, index, (start, end), found)
            if person is not None or unnamed_subject(told.text, start, end):
                return person
            continue
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
        first = _subject(told, index, start, kinds)
        if first is not None and (lex.is_("pronoun_thing", words[0]) or _of_a_later_clause(told, words, start, at)):
            return first
        if found:
            return _of_the_clause(told, index, kinds) if lex.is_("pronoun_thing", words[0]) else None
        state = _state_named(told, start, end) if words[0] in {"its", "itself"} else None
        if state is not None:
            return state
    return _person_further(told, index, sayer) if "person" in kinds else None


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
    first = _subject(told, index, start, frozenset(actor.kind for actor in found))
    return [first] if first is not None else []


def _person_told(told: Told, index: int, stretch: tuple[int, int], found: list[Actor]) -> Actor | None:
    """Of the persons found in a stretch whom a pronoun means, or the holder of an office that it begins with."""
    start, end = stretch
    held = _office_told(told, index, start, found)
    if held is not None or not found:
        return held
    at, ids = told.namings[index].span, {actor.id for actor in found}
    there = [one for one in told.salient(index, start) if one[1] <= end and one[2].id in ids]
    if end != at.start:
        return _main_person(told, start, there)
    others = [one for one in there if not acts_on(told.text, one[1], at)]
    others = [one for one in others if not only_says(told.text, one[0])] or others
    if not others:
        return None
    said = content_of_saying(told.text, start, end)
    first = next((one for one in others if said and one[0] >= said), None)
    if first is not None and begins_at(told.text, said, first[0]):
        return first[2]
    him = keys(told.namings[index].quote) == ("him",)
    return (_of_what_is_said(told, index) if him else None) or _main_person(told, start, others)


def _main_person(told: Told, start: int, there: list[tuple[int, int, Actor]]) -> Actor:
    """The person whom a sentence tells of first: the subject, no owner ("Lorn’s father, Tal, … he"), if any is left."""
    led = clause_led_to(told.text, start, there[0][1])
    there = [one for one in there if one[0] == led] or there
    others = {actor.id for _, e, actor in there if not _OWNS.match(told.text, e)}
    there = [one for one in there if one[2].id in others] or there
    main = [one for one in there if not beside_the_clause(told.text, start, one[0])]
    return (main or there)[0][2]


def _office_told(told: Told, index: int, start: int, found: list[Actor]) -> Actor | None:
    """The government by whose office a sentence begins, before persons of other lands: "The Danish president …. He"."""
    first = _subject(told, index, start, frozenset({"government"}))
    if first is None or not found or first.country in {actor.country for actor in found}:
        return None
    begun = (told.namings[i] for i in told.order.beginning(start, start + 6))
    held = (one for one in begun if keys(one.quote)[-1:] and keys(one.quote)[-1] in _HELD)
    return first if any(told.text[one.span.end : one.span.end + 1] != "," for one in held) else None


def _of_what_is_said(told: Told, index: int) -> Actor | None:
    """The one person of what somebody says of "him": "Lorn said that the press rewards Tal by giving him time"."""
    at = told.namings[index].span.start
    said = max((m.end() for m in _SAID_THAT.finditer(told.text, told.sentences_back(at)[0][0], at)), default=None)
    if said is None:
        return None
    found = {a.id: a for s, e, a in told.salient(index, said) if e <= at and _fits(told, index, a)}
    return next(iter(found.values())) if len(found) == 1 else None


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


def _person_further(told: Told, index: int, sayer: Actor | None) -> Actor | None:
    """The person of the nearest sentence before the last two, where these name none: after what a person is quoted.

    Nobody is called "she" in the words of the ``sayer`` who is the sayer.
    """
    starts = told.sentences_back(told.namings[index].span.start)
    if len(starts) < 2:
        return None
    at, end = told.namings[index].span.start, starts[-1][0]
    while end > 0 and at - end < REACH:
        before = told.sentences_back(end - 1)
        for start, stop in before:
            near = [a for _, e, a in told.salient(index, start) if e <= stop + 1 and _fits(told, index, a)]
            found = [a for a in near if sayer is None or a.id != sayer.id]
            if found:
                return found[0]
        end = before[-1][0]
    return None


def empty(told: Told, at: Span, words: tuple[str, ...]) -> bool:
    """Whether a pronoun takes up nobody: "it is not clear", "makes it easier", "those who fled", "let us"."""
    if words == ("those",):
        return _WHO_ARE.match(told.text, at.end) is not None
    if words == ("us",):
        return _LET.search(told.text, max(0, at.start - 6), at.start) is not None
    if words == ("its",):
        return _EXTREME.match(told.text, at.end) is not None
    return words == ("it",) and bool(
        _NOBODY.match(told.text, at.end)
        or _TAKES.match(told.text, at.end)
        or _FOUND_SO.search(told.text, max(0, at.start - 20), at.start)
    )


def _who_says(told: Told, at: Span) -> int | None:
    """The number of the phrase whose "say" stands right before a place: "officials say they …"."""
    verb = _SAYS.search(told.text, max(0, at.start - 60), at.start)
    if verb is None:
        return None
    ends = told.order.ending(verb.start(), verb.start())
    return told.longest(ends)


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


def _subject(told: Told, index: int, start: int, kinds: frozenset[str]) -> Actor | None:
    """The actor that a sentence begins with: what "it" most likely takes up in the same sentence."""
    for s, _, actor in told.salient(index, start):
        if not told.text[start:s].strip("“\"‘' ").casefold().removeprefix("the").strip():
            return actor if actor.kind in kinds else None
    return None


def _speaker_before(told: Told, index: int, kinds: frozenset[str]) -> Actor | None:
    """Who goes on speaking: the last speaker before, of the two sentences that end here, whom the pronoun fits."""
    stretch = told.sentences_back(told.namings[index].span.start)
    near = told.salient(index, stretch[-1][0])
    said = keys(told.namings[index].quote)[0]
    found = [a for s, e, a in near if a.kind in kinds and (s, e) in told.speaking and can_be(said, a, told.text)]
    return found[-1] if found else None


def _speaking(told: Told, index: int, *, alone: bool) -> Actor | None:
    """Who says "we", or "I" where one speaks ``alone``: who is told to say it, else the nearest speaker.

    Of "we" a person stands for those whom they speak for.
    """
    at = told.namings[index].span
    labelled = _labelled(told, at)
    if labelled is not None:
        spoken, actor = labelled
        return actor if not spoken or alone or actor is None else told.of.get(actor.id, actor)
    called = _I_AM.match(told.text, at.end) if alone else None
    if called is not None and (person := told.link(called[1])[0]) is not None and person.kind == "person":
        return person
    own = author(told)
    if own is not None and unquoted(told, at.start):
        return own if alone and own.kind == "person" else None if alone else spoken_for(told, own)
    saying = told.who_says(at.start)
    opened = _quotation(told, at)
    near_it = told.order.ending(opened - _SPEECH_REACH + 1, opened) if opened else []
    before = [i for i in near_it if told.namings[i].speaker]
    if saying is not None:
        actor = told.done[saying][0]
    elif before:
        actor = told.done[max(before, key=lambda i: told.namings[i].span.end)][0]
    elif own is not None:
        return own if alone and own.kind == "person" else None if alone else spoken_for(told, own)
    elif unquoted(told, at.start) and (said := _said_in_paragraphs(told, at.start)) is not None:
        actor = said
    elif unquoted(told, at.start) and (alone or any(mark in told.text for mark in '“"')):
        return None  # whoever writes it; a text without any quotation marks may be what somebody says
    else:
        near = [
            (min(abs(told.spans[i].start - at.end), abs(at.start - told.spans[i].end)), i)
            for i in _speakers_near(told, at)
            if i != index and told.done[i][0] is not None
        ]
        if not near:
            return None
        actor = told.done[min(near)[1]][0]
    is_person = actor is not None and actor.kind == "person"
    if alone:
        return actor if is_person else None
    return told.of.get(actor.id) if actor and is_person else actor


def _said_in_paragraphs(told: Told, at: int) -> Actor | None:
    """Who speaks the paragraphs that "X said:" leads to at the end of one, where they have no marks of quotation."""
    lead = next(iter(_LEADS_ON.finditer(told.text, 0, at)), None)
    if lead is None or any(mark in told.text[lead.end() : at] for mark in '“"'):
        return None
    ends = told.order.ending(lead.start() - 2, lead.start())
    longest = told.longest(ends)
    return told.done[longest][0] if longest is not None else None


def _speakers_near(told: Told, at: Span) -> set[int]:
    """The phrases of speakers that begin after, or end before, a stretch, no farther than a speech reaches."""
    before = told.order.ending(at.start - _SPEECH_REACH, at.start + _SPEECH_REACH)
    after = told.order.beginning(at.end - _SPEECH_REACH, at.end + _SPEECH_REACH)
    return {i for i in (*before, *after) if told.namings[i].speaker}


def _labelled(told: Told, at: Span) -> tuple[bool, Actor | None] | None:
    """Who speaks in a transcript whose turns begin with the speaker's name in brackets ("[Lorn] We …").

    ``None`` where it is none; else whether it is a person, and who, if the text tells.
    """
    asked, marks = _questions(told.text)
    if asked is not None:
        mark = next((letter for end, letter in reversed(marks) if end <= at.start), None)
        return (True, told.link(asked)[0] if mark == "A" else None) if mark is not None else None
    turns = _turns(told.text)
    last = next((name for end, name in reversed(turns) if end <= at.start), None)
    if not turns:
        return None
    if last is None or last.casefold() in _ASKS:
        return True, None
    full = re.compile(rf"(?:[^\W\d_a-z]\w+\s+){{1,3}}{re.escape(last)}(?:\s+[^\W\d_a-z]\w+)?(?![\w\]])")
    found = next((m[0] for m in full.finditer(told.text)), last)
    actor, _ = told.link(" ".join(found.split()))
    if actor is None or actor.kind != "person":
        named = (told.done[i][0] for i, n in enumerate(told.namings) if n.quote.casefold() == last.casefold())
        actor = next((one for one in named if one is not None and one.kind == "person"), None)
    return True, actor


@lru_cache(maxsize=4)
def _questions(text: str) -> tuple[str | None, tuple[tuple[int, str], ...]]:
    """Who answers in an interview headed so ("Q&A with Ada Lorn"), and its marks "Q:" and "A:" with where they end."""
    headed = _WITH.match(text)
    marks = tuple((m.end(), m[1]) for m in _ASKED.finditer(text)) if headed is not None else ()
    return (headed[1], marks) if headed is not None and {letter for _, letter in marks} == {"Q", "A"} else (None, ())


@lru_cache(maxsize=4)
def _turns(text: str) -> tuple[tuple[int, str], ...]:
    """Where the turns of a transcript begin and whose they are; none where nobody in it asks, or there are too few."""
    turns = _TURN.finditer(text) if "[" in text else ()
    found = tuple((m.end(), m[1]) for m in turns if not (" " in m[1] and _NO_TURN.search(m[1])))
    asks = any(name.casefold() in _ASKS for _, name in found)
    return found if asks and len(found) > 2 else ()


def _quotation(told: Told, at: Span) -> int:
    """Where the quotation around a place opens, when words before it lead to it ("he said: “…"); else 0."""
    start = told.text.rfind("“", max(0, at.start - REACH), at.start)
    if start < 0 or "”" in told.text[start : at.start]:
        return 0
    return start if _LEADS.search(told.text, max(0, start - REACH), start) else 0
