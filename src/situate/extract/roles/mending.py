"""What the tree puts right in the binder's fillers: fragments that say nothing, the dead and the wounded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, Timespan, in_order
from situate.extract.roles.unharmed import TOLLS, to_hospital, unharmed
from situate.extract.tree.edges import closed
from situate.extract.tree.phrases import killing_by, phrase_at
from situate.extract.tree.relations import (
    ancestors,
    case_of,
    children,
    governor_of,
    has_word,
    starts_below,
    subjects_of,
    top_of,
)
from situate.extract.tree.words import lexicon
from situate.model.claim import ACTOR_ROLES, PLACE_ROLES, TIME_ROLES
from situate.model.sentence import Sentence, Token
from situate.model.span import Span

_ATTEMPTS = frozenset({"attempt", "effort", "bid", "try"})
_EMPTY = frozenset({"DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART", "ADV", "ADJ"})
_BONDS = frozenset({"loyal", "allied", "aligned", "affiliated", "linked", "faithful"})
_TO = frozenset({"to", "with"})
_NEAR = 4  # words between a number and what it counts
_FIGURES = TOLLS | {"affected"}
_LASTING = frozenset({"besiege", "deprivation", "cut_route", "deny_aid", "control"})
_AT_PRESENT = frozenset({"now", "currently"})
ALIVE = frozenset({"detain", "abduct", "release", "evacuate", "displace", "return"})
_TAKING = frozenset({"take", "abduct", "kidnap", "snatch", "seize", "arrest", "detain", "release", "free", "rescue"})
_CAUGHT = frozenset({"abduct", "kidnap", "detain", "arrest", "imprison", "jail", "capture", "seize", "take", "wound"})
_TREATING = frozenset({"treat", "operate"})
_WHERE = frozenset({"in", "at", "inside", "aboard", "on"})
# "trapped inside the ring": no place
_RINGS = frozenset({"siege", "encirclement", "ring", "blockade", "noose", "cordon"})
_ON = frozenset({"on", "in"})
_CARRYING = frozenset({"put", "bring", "lay", "carry", "mount", "launch", "conduct", "impose"})
_LAYING = frozenset(
    {"impose", "lay", "launch", "mount", "wage", "begin", "start", "open", "announce", "declare", "sign"}
)
_PERFECT = frozenset({"has", "have"})
_NOWHERE = frozenset({"place", "all", "its", "their", "his", "her"})  # "remains in place", "none at all"
_DEATHS = frozenset({"die", "death", "dead", "kill", "perish", "succumb", "toll", "fatality", "life", "claim"})
_FURTHER = frozenset({"another", "more"})
_BOUNDS = frozenset({"more", "less", "fewer"})
_ARTICLES = frozenset({"the", "a", "an"})
_LEFT_OUT = (["except", "for"], ["apart", "from"], ["aside", "from"], ["other", "than"], ["exception", "of"])
_SUFFERS = frozenset({"nsubj:pass", "obj", "nsubj", "nmod"})


def mended(sentence: Sentence, fillers: Iterable[Filler]) -> list[Filler]:
    """The fillers of a claim, those in its sentence put right; such as "at" or "the" alone are left out, and rings."""
    found: list[Filler] = []
    given = [f for f in fillers if f.role in TIME_ROLES or not (_is_empty(sentence, f) or unharmed(sentence, f))]
    for filler in given:
        beside = (Span(f.start, f.end) for f in given if f is not filler and filler.end <= f.start)
        whole = closed(sentence, _bracketed(sentence, filler), beside, dated=filler.role in TIME_ROLES)
        filler = _put(filler, whole.start, whole.end, filler.role)
        if unharmed(sentence, filler):
            continue  # of "a boy walks past" the article alone was taken for a toll
        tokens = sentence.within(filler.start, filler.end)
        if filler.role not in TIME_ROLES and tokens:
            tokens = _without_tail(tokens)
            filler = _put(filler, filler.start, tokens[-1].end, filler.role)
        if filler.role in PLACE_ROLES and len(tokens) == 1 and tokens[0].text.lower() in _NOWHERE:
            continue
        if filler.role not in TIME_ROLES and len(tokens) == 1 and _begins_a_number(sentence, tokens[0]):
            continue
        if filler.role not in TIME_ROLES and len(tokens) == 1 and tokens[0].text.lower() in _ARTICLES:
            continue  # "The" of "The operation has captured": a happening does nothing
        if filler.role == "place" and tokens and tokens[-1].lemma.lower() in _RINGS:
            continue
        if filler.role in PLACE_ROLES and _is_excepted(sentence, filler):
            continue
        if filler.role in PLACE_ROLES and _garrisons(sentence, tokens):
            filler = _put(filler, filler.start, filler.end, "actor")
        filler = _with_their_lord(sentence, filler)
        filler, tokens = _counted(sentence, filler, tokens)
        if unharmed(sentence, filler):
            continue  # "1,500" of "1,500 displaced people had been sheltering" is grown to what it counts
        harmed = _harm(sentence, tokens) if tokens and filler.role in TOLLS else None
        found.append(_put(filler, filler.start, filler.end, harmed or filler.role))
    return _as_their_whole(sentence, found)


def _is_excepted(sentence: Sentence, filler: Filler) -> bool:
    """ "All of it except the airport", "the town apart from its castle": what is left out is not meant."""
    words = [t.text.lower() for t in sentence.tokens if t.end <= filler.start][-2:]
    return words[-1:] in (["except"], ["excluding"], ["bar"]) or words in _LEFT_OUT


def _garrisons(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """ "The Sarn Front garrison Lisk.": the verb is taken for a noun, and with it who does so for a place."""
    last = tokens[-1] if len(tokens) > 1 else None
    if last is None or (last.text, last.deprel) != ("garrison", "root"):
        return False
    return any(t.index == last.index + 1 and t.upos == "PROPN" for t in children(sentence, last.index, "appos"))


def _put(filler: Filler, start: int, end: int, role: str) -> Filler:
    """A filler with other bounds or another role; most have the right ones."""
    same = (filler.start, filler.end, filler.role) == (start, end, role)
    return filler if same else replace(filler, start=start, end=end, role=role)


def _with_their_lord(sentence: Sentence, filler: Filler) -> Filler:
    """ "Forces loyal to the president": "forces" alone are nobody's, so what tells whose they are belongs to them."""
    top = top_of(sentence, filler.start, filler.end) if filler.role in ACTOR_ROLES else None
    bonds = sentence.tokens[top.index + 1 : top.index + 2] if top is not None else ()
    if not bonds or bonds[0].lemma.lower() not in _BONDS:
        return filler
    lords = [t for t in children(sentence, bonds[0].index, "obl") if case_of(sentence, t) in _TO]
    end = max((phrase_at(sentence, t.index).end for t in lords), default=filler.end)
    return replace(filler, end=max(filler.end, end))


def _begins_a_number(sentence: Sentence, token: Token) -> bool:
    """Whether a word only says that a figure is more or less: "More" alone, cut off "more than 40,000 people"."""
    after = sentence.tokens[token.index + 1 : token.index + 2]
    return token.text.lower() in _BOUNDS and [t.text.lower() for t in after] == ["than"]


def still_alive(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """Who is taken away, let go or flees is no dead, unless a word says so ("took away 29 people").

    Nor is he in what is told of a blow: "30 girls were taken in a raid", "300 pupils were in the school that was hit".
    """
    if kind == "deprivation" and sentence.lemmas.isdisjoint(_DEATHS):  # "12 children with malnutrition"
        return [replace(f, role="affected") if f.role == "killed" else f for f in fillers]
    if kind not in ALIVE:
        return [f for f in fillers if f.role != "killed" or _dies(sentence, f) or not _lives(sentence, f)]
    found = [replace(f, role="affected") if f.role == "killed" and not _dies(sentence, f) else f for f in fillers]
    dead = [f for f in found if f.role == "affected" and _counted_dead(sentence, f)]  # "24 killed, 16 detained"
    return [f for f in found if f not in dead] if len(dead) < sum(f.role == "affected" for f in found) else found


def _counted_dead(sentence: Sentence, filler: Filler) -> bool:
    behind = next((t for t in sentence.tokens if t.start >= filler.end), None)
    if behind is None or behind.text.lower() == "missing":
        return behind is not None
    return behind.lemma in lexicon()["harm"] and _participle(sentence, behind)


def dead_of_wounds(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """ "The governor was mortally wounded", "fatally injured": who does not live through it is dead."""
    if not has_word(sentence, head, {"mortally", "fatally"}, "advmod"):
        return list(fillers)
    return [replace(f, role="killed") if f.role == "wounded" else f for f in fillers]


def _lives(sentence: Sentence, filler: Filler) -> bool:
    """Whether the verb of some people says that they were taken away, or only where they were."""
    top = top_of(sentence, filler.start, filler.end)
    verb = sentence.tokens[top.head] if top is not None and top.head >= 0 else None
    if top is None or verb is None:
        return False
    if any(t.lemma in lexicon()["harm"] for t in children(sentence, verb.index, "conj")):
        return False  # "were abducted and killed"
    if verb.lemma.lower() in _TREATING and top.deprel in {"obj", "nsubj:pass", "obl"}:
        return top.deprel != "obl" or case_of(sentence, top) == "on"  # "our surgeons operated on 19 people"
    if top.deprel in {"obj", "nsubj:pass"}:
        by = children(sentence, verb.index, "nsubj")
        blow = any(lexicon()["kinds"].get(t.lemma.lower()) == "event" for t in by)  # "a raid took two people from us"
        return verb.lemma.lower() in _TAKING and not blow
    where = bool(children(sentence, verb.index, "cop")) and case_of(sentence, verb) in _WHERE
    return where and top.deprel == "nsubj"


def _as_their_whole(sentence: Sentence, fillers: Sequence[Filler]) -> list[Filler]:
    """ "Hundreds of others, including 15 policemen, injured": what is among the wounded is no dead."""
    tolls = {
        top.index: f.role for f in fillers if f.role in TOLLS and (top := top_of(sentence, f.start, f.end)) is not None
    }
    found = []
    for filler in fillers:
        top = top_of(sentence, filler.start, filler.end) if filler.role in TOLLS else None
        part = top is not None and top.deprel == "nmod" and case_of(sentence, top) == "including"
        found.append(replace(filler, role=tolls.get(top.head, filler.role)) if part and top is not None else filler)
    return found


def _dies(sentence: Sentence, filler: Filler) -> bool:
    tokens = sentence.within(filler.start, filler.end)
    return bool(tokens) and _harm(sentence, tokens) is not None


def dated_by_its_clause(
    sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler], times: Sequence[Timespan]
) -> list[Filler]:
    """ "The siege that they imposed in July": the time in a noun's relative clause, where its verb only carries it.

    So is "the capture of the town by the rebels on 27 August" of the day that stands in its own phrase, and "on Monday,
    they put an end to the siege" of the one day of the clause whose verb carries the noun. "Trapped inside a ring since
    the group overran the region in 2027": both from then on.
    """
    fillers = _without_days_of_others(sentence, head, fillers)
    if any(f.role in TIME_ROLES for f in fillers):
        return list(fillers)
    if day := _day_of_the_row(sentence, times):
        return in_order(*fillers, *day)
    if spoken := _by_adverb(sentence, head, kind):
        return in_order(*fillers, *spoken)
    if kind in _LASTING and len(since := _day_since(sentence, head, times)) == 1:
        return in_order(*fillers, *since)
    if (killing := killing_by(sentence, head)) is not None:
        return in_order(*fillers, *_days_at(sentence, killing, times))
    tried = governor_of(sentence, head, "acl")
    verb = governor_of(sentence, tried, "nsubj", "nsubj:pass") if tried is not None else None
    if tried is not None and verb is not None and tried.lemma in _ATTEMPTS and verb.upos == "VERB":
        return in_order(*fillers, *_days_at(sentence, verb, times))  # "an attempt to storm it was repelled in June"
    if head.upos != "NOUN":
        return list(fillers)
    own = _own_days(sentence, head, times) or _days_of_its_verb(sentence, head, times)
    if len(own) == 1:
        return in_order(*fillers, *own)
    nouns = (head, *children(sentence, head.index, "nmod"))  # "the siege of the city that they imposed"
    clauses = (t for noun in nouns for t in children(sentence, noun.index, "acl:relcl"))
    carrying = [t for t in clauses if t.lemma in _LAYING]
    inside = starts_below(sentence, *carrying)
    found = [t for t in times if t.start in inside]
    made = [Filler("duration" if t.duration else "time", t.start, t.end) for t in found]
    return in_order(*fillers, *made)


def _without_days_of_others(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """ "They have besieged Lisk, the army's last stronghold, since May": since then it is besieged, no stronghold.

    "The army, which took Lisk in May, shelled Varn": in May it took Lisk. "On Monday they left, and on Tuesday the Reds
    came": of two clauses each has its own day.
    """
    if head.upos == "NOUN" and head.deprel == "appos":
        inside = starts_below(sentence, head)
        return [f for f in fillers if f.role not in TIME_ROLES or any(f.start <= start < f.end for start in inside)]
    kept = [f for f in fillers if f.role not in TIME_ROLES or not _in_passing(sentence, head, f)]
    if head.deprel in {"acl", "acl:relcl"}:  # "teachers kidnapped in April were freed on 8 June": in April
        inside = starts_below(sentence, head)
        within = [f for f in kept if f.role == "time" and any(f.start <= start < f.end for start in inside)]
        # "Who had armed them were held on 8 June": of no day that is told.
        before = head.deprel == "acl:relcl" and has_word(sentence, head, {"had"}, "aux")
        kept = [f for f in kept if f.role != "time" or f in within] if within or before else kept
    if head.upos != "VERB" or head.deprel != "conj" or not subjects_of(sentence, head):
        return kept
    own = starts_below(sentence, head)
    mine = [f for f in kept if f.role == "time" and any(f.start <= start < f.end for start in own)]
    return [f for f in kept if f.role != "time" or f in mine] if mine else kept


def _in_passing(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """Whether a time hangs on a clause about whoever does or undergoes what a verb tells ("taken in 1999 were freed").

    So does what a clause tells to have been before ("shelled the town, from which they had fled in March"). Of a
    perfect it is since then ("the war, which began in 2011, has killed thousands").
    """
    if has_word(sentence, head, _PERFECT, "aux"):
        return False
    top = top_of(sentence, filler.start, filler.end) if sentence.start <= filler.start < sentence.end else None
    above = ancestors(sentence, top.index) if top is not None and head.upos == "VERB" else ()
    clause = next((t for t in above if t.deprel in {"acl", "acl:relcl"}), None)
    if clause is None:
        return False
    if clause.deprel == "acl:relcl" and has_word(sentence, clause, {"had"}, "aux"):
        outside = clause not in (head, *ancestors(sentence, head.index))
        return outside and not has_word(sentence, head, {"had"}, "aux")
    if clause.deprel == "acl:relcl" and clause.index > head.index and has_word(sentence, clause, _PERFECT, "aux"):
        between = sentence.tokens[clause.index : sentence.within(filler.start, filler.end)[-1].index]
        return any(t.text.lower() == "since" for t in between)  # "fired at those who have been cut off since March"
    captive = clause.lemma in _CAUGHT  # of "a patrol sent on Monday", Monday may be its day
    who = subjects_of(sentence, head) if captive else children(sentence, head.index, "nsubj")
    return (captive or clause.deprel == "acl:relcl") and clause.head in {t.index for t in who}


def _day_of_the_row(sentence: Sentence, times: Sequence[Timespan]) -> list[Filler]:
    """ "2031-05-30 | Lisk | Siege imposed": the day in the first cell of a row is that of what the row tells."""
    first = next((t for t in times if not t.duration and t.start == sentence.start), None)
    if first is None:
        return []
    after = next((t for t in sentence.tokens if t.start >= first.end), None)
    return [Filler("time", first.start, first.end)] if after is not None and after.text == "|" else []


def _by_adverb(sentence: Sentence, head: Token, kind: str) -> list[Filler]:
    """ "They are now besieged", "the town is now out of rebel hands"; "once" is of what was ("once its capital")."""
    spoken = _AT_PRESENT | {"once"} if kind == "control" else _AT_PRESENT
    said = (t for t in children(sentence, head.index, "advmod") if t.text.lower() in spoken)
    return [Filler("time", t.start, t.end) for t in said][:1]


def _day_since(sentence: Sentence, head: Token, times: Sequence[Timespan]) -> list[Filler]:
    """The days of the clause with "since" under a verb, or under the verb that a noun depends on."""
    verbs = [head, *(t for t in ancestors(sentence, head.index) if head.upos == "NOUN" and t.upos == "VERB")][:2]
    clauses = [t for verb in verbs for t in children(sentence, verb.index, "advcl") if t.index > head.index]
    since = [t for t in clauses if has_word(sentence, t, {"since"}, "mark")]
    inside = starts_below(sentence, *since)
    return [Filler("time", t.start, t.end) for t in times if not t.duration and t.start in inside]


def _days_among(times: Sequence[Timespan], starts: set[int]) -> list[Filler]:
    """The days in whose words one of some places lies."""
    found = (t for t in times if not t.duration and any(t.start <= start < t.end for start in starts))
    return [Filler("time", t.start, t.end) for t in found]


def _own_days(sentence: Sentence, head: Token, times: Sequence[Timespan]) -> list[Filler]:
    """The days that hang on a noun itself, or on what it is of, behind its "on" or "in"."""
    nouns = (head, *children(sentence, head.index, "nmod"))
    starts = {t.start for noun in nouns for t in children(sentence, noun.index, "nmod") if case_of(sentence, t) in _ON}
    starts |= {
        below.start
        for noun in nouns
        for t in children(sentence, noun.index, "nmod")
        if case_of(sentence, t) in _ON
        for below in children(sentence, t.index, "nmod:unmarked")
    }
    return _days_among(times, starts)


def _days_of_its_verb(sentence: Sentence, head: Token, times: Sequence[Timespan]) -> list[Filler]:
    """The days of the verb that only carries a noun ("put an end to", "laid siege to")."""
    verb = governor_of(sentence, head, "obj")
    if verb is None or verb.upos != "VERB" or verb.lemma not in _CARRYING:
        return []
    starts = {t.start for t in children(sentence, verb.index, "obl") if case_of(sentence, t) in _ON | {"since"}}
    return _days_among(times, starts)


def _days_at(sentence: Sentence, verb: Token, times: Sequence[Timespan]) -> list[Filler]:
    """The days that hang on a verb ("killed today", "killed on Tuesday")."""
    starts = {t.start for t in children(sentence, verb.index, "obl", "obl:unmarked", "advmod")}
    return _days_among(times, starts)


def _is_empty(sentence: Sentence, filler: Filler) -> bool:
    tokens = sentence.within(filler.start, filler.end)
    if filler.role in TOLLS and tokens and tokens[-1].text.lower() in _FURTHER:
        return False  # "wounded another", "killed many more"
    return bool(tokens) and all(_says_nothing(t) for t in tokens)


def _counted(sentence: Sentence, filler: Filler, tokens: list[Token]) -> tuple[Filler, list[Token]]:
    """A figure with the people it counts: "14" of "14 peacekeepers" is all three words' worth of nobody."""
    last = tokens[-1] if tokens else None
    if last is None or filler.role not in _FIGURES or last.deprel != "nummod" or last.head <= last.index:
        return filler, tokens
    counted = sentence.tokens[last.index + 1 : last.head + 1]
    if len(counted) > _NEAR or [t.text.lower() for t in counted] == ["dead"]:  # "3 dead as clashes hit a suburb"
        return filler, tokens
    return replace(filler, end=counted[-1].end), [*tokens, *counted]


def _bracketed(sentence: Sentence, filler: Filler) -> Span:
    """A filler with the bracket that ends it: "rebels (the Front)"."""
    tokens = sentence.within(filler.start, filler.end)
    words = [t.text for t in tokens]
    following = sentence.tokens[tokens[-1].index + 1 :][:1] if words.count("(") > words.count(")") else ()
    shut = bool(following) and following[0].text == ")"
    return Span(filler.start, following[0].end if shut else filler.end)


def _without_tail(tokens: Sequence[Token]) -> list[Token]:
    """The words of a filler without a preposition or a conjunction that it ends on ("the houses in")."""
    kept = list(tokens)
    while len(kept) > 1 and kept[-1].upos in {"ADP", "CCONJ"} and kept[-1].deprel in {"case", "cc"}:
        kept.pop()
    return kept


def _says_nothing(token: Token) -> bool:
    """Whether a word without a noun names no side and no place ("rebel", "Kurdish" and "there" do)."""
    word = token.text.lower()
    named = token.text[:1].isupper() or token.lemma in lexicon()["kinds"] or word in {"there", "here"}
    return token.upos in _EMPTY and not named


def _harm(sentence: Sentence, tokens: Sequence[Token]) -> str | None:
    """Whether a toll is of dead or of wounded, by the words of harm about it, if there are any.

    The participle right behind it ("two killed, nine injured") tells before the verb that governs it, for headlines
    leave out the verb between; then one within it ("dozens of injured children").
    """
    harm = lexicon()["harm"]
    inside = {t.index for t in tokens}
    behind = () if _counts_on(sentence, tokens) else sentence.tokens[tokens[-1].index + 1 : tokens[-1].index + 2]
    within = (t for t in tokens if t.deprel == "amod")
    told = next((harm[t.lemma] for t in (*behind, *within) if t.lemma in harm and _participle(sentence, t)), None)
    if told is not None:
        return told
    if any(to_hospital(sentence, token) for token in tokens):
        return "wounded"
    for token in tokens:
        governor = sentence.tokens[token.head] if token.head >= 0 and token.head not in inside else None
        if governor is None or governor.lemma not in harm or token.deprel not in _SUFFERS:
            continue
        if token.deprel != "nsubj" or not children(sentence, governor.index, "obj"):  # else they do the harm
            return harm[governor.lemma]
    before = sentence.tokens[tokens[0].index - 1] if tokens[0].index else None
    bare = len(tokens) == 1 and tokens[0].upos == "NUM"  # "killed two civilians and injured 17", whatever the tree says
    return harm.get(before.lemma) if bare and before is not None and before.upos == "VERB" else None


def _counts_on(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether what stands behind a toll counts others: "killed 30 people injured 90", print that leaves out commas."""
    last = tokens[-1].index
    verb, number = sentence.tokens[last + 1 : last + 2], sentence.tokens[last + 2 : last + 3]
    governors = [sentence.tokens[t.head] for t in tokens if t.head >= 0 and t.deprel == "obj"]
    harmed = any(g.lemma in lexicon()["harm"] and g.index < tokens[0].index for g in governors)
    return harmed and bool(number) and number[0].upos == "NUM" and verb[0].lemma in lexicon()["harm"]


def _participle(sentence: Sentence, token: Token) -> bool:
    """Whether a word of harm says what somebody suffered ("nine injured"), not what somebody does ("injured nine")."""
    suffered = token.upos in {"VERB", "ADJ"} and not token.text.lower().endswith(("ing", "kill", "injure", "wound"))
    return suffered and not children(sentence, token.index, "obj")
