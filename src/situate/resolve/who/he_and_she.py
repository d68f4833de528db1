"""Which person "he" and "she" take up: of the sentence, of those before it, of what is quoted."""

from __future__ import annotations

import re

from situate.model.actor import Actor
from situate.resolve.who.author import unquoted
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
from situate.resolve.who.names import keys
from situate.resolve.who.told import REACH, Told

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
SPOKE = re.compile(
    r"\s+(?:also\s+|later\s+)?(?:said|says|added|adds|told|wrote|explained|warned|noted|continued|insisted|claimed|stressed|"
    r"declared|stated|asserted|concluded|recalled|asked|argued|pointed out|assured|pledged|vowed)\b",
    re.IGNORECASE,
)
_OFTEN = 2  # pronouns that tell whether a report calls somebody "he" or "she"


def _called_otherwise(told: Told, word: str, person: Actor) -> bool:
    """Whether a report has called a person "she" twice and never "he", where it is "he" now, or the reverse."""
    before = set(told.called.get(person.id, {}).values())
    often = len(told.called.get(person.id, {})) >= _OFTEN
    return often and word in HE | SHE and (word in SHE) not in before


def _fits(told: Told, index: int, actor: Actor) -> bool:
    """Whether an actor is a person whom a pronoun can stand for."""
    word = keys(told.namings[index].quote)[0]
    return actor.kind == "person" and can_be(word, actor, told.text) and not _called_otherwise(told, word, actor)


def can_take_up(told: Told, word: str, start: int, end: int, actor: Actor) -> bool:
    """Whether a pronoun can be said of an actor told of in a stretch; not of one in brackets."""
    fits = can_be(word, actor, told.text) and same_sex(word, told.text[start:end])
    return fits and not in_gloss(told.text, start, end) and not _called_otherwise(told, word, actor)


def told_after(told: Told, index: int) -> Actor | None:
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


def quoting(told: Told, index: int) -> Actor | None:
    """Who "he" is after a quotation ("“Lorn began it,” he added"): one told of before it, nobody of whom it speaks.

    Where the sentences before are quoted too, it is who spoke last.
    """
    at = told.namings[index].span
    before = told.text[max(0, at.start - REACH) : at.start].rstrip()
    if before[-1:] not in {'"', "”"} or not SPOKE.match(told.text, at.end):
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


def person_of_the_telling(told: Told, index: int) -> Actor | None:
    """The person of the sentence so far, else of the one before, else of the nearest that has one."""
    at, sayer = told.namings[index].span.start, _sayer(told, told.namings[index].span.start)
    word = keys(told.namings[index].quote)[0]
    for start, end in told.sentences_back(at):
        there = (one for one in told.salient(index, start) if one[1] <= end and one[2].kind == "person")
        free = (one for one in there if sayer is None or one[2].id != sayer.id)
        person = _person_told(told, index, (start, end), [a for s, e, a in free if can_take_up(told, word, s, e, a)])
        if person is not None or unnamed_subject(told.text, start, end):
            return person
    return _person_further(told, index, sayer)


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
    first = subject(told, index, start, frozenset({"government"}))
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


def subject(told: Told, index: int, start: int, kinds: frozenset[str]) -> Actor | None:
    """The actor that a sentence begins with: what "it" most likely takes up in the same sentence."""
    for s, _, actor in told.salient(index, start):
        if not told.text[start:s].strip("“\"‘' ").casefold().removeprefix("the").strip():
            return actor if actor.kind in kinds else None
    return None
