"""Where a blow was, by the one place that its sentence names, where the binder binds none to it.

"Two died in rocket fire on the town", "our man reports from the town: the school was shelled", "the town fell": a
sentence that tells a blow, deaths or the taking of a place, and names one place only, in the same clause or that above
it, tells it of that place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from situate.extract.roles.directions import ROADS
from situate.extract.roles.frames import VIOLENT, Filler, in_order
from situate.extract.tree.phrases import PLACE_LABELS, is_named_place, phrase_at
from situate.extract.tree.relations import ancestors, case_of, cases_of, children, governor_of, has_word, top_of
from situate.extract.tree.words import lexicon, word_list
from situate.model.claim import PLACE_ROLES
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import Span, overlap
from situate.ontology import BLOWS

_TYPES = VIOLENT | {"kill", "siege_end", "besiege", "detain", "abduct", "withdraw"}
_AT = frozenset({"in", "at", "on", "near", "outside", "inside", "around", "of", "over"})
_APART = frozenset({"after", "before", "since", "until"})
_HAPPENING = BLOWS | {"kill", "destroy", "besiege", "detain", "abduct", "abuse", "displace"}
_WHILE = frozenset({"since", "during", "throughout", "in"})
_IN_WARS = VIOLENT | {"kill", "displace", "destroy", "detain", "abduct", "abuse"}
_AID = frozenset({"deliver_aid", "deny_aid", "agreement"})
_TO = frozenset({"to", "into", "for", "towards"})
_RINGS = frozenset({"siege_end", "besiege"})
_GETTING_TO = frozenset({"reach", "travel", "get", "go", "drive", "pass"})
_LANES = frozenset({"corridor", "road", "route"})
_DONE_TO = frozenset({"nsubj", "nsubj:pass", "obj"})
_TAKEN = frozenset({"capture"})  # whose subject or object can be the place itself
_TOLD_AFTER = frozenset({"capture", "withdraw"})  # by the clause before a colon
_SAYING = frozenset({"say", "state", "declare", "announce", "claim", "add", "tell", "quote", "warn", "deny", "confirm"})
_FALLS = frozenset({"fall", "capture", "recapture", "liberation", "seizure"})
_FIGHT = frozenset({"csubj", "nsubj", "nsubj:pass", "obj", "obl", "nmod", "root", "appos", "conj", "parataxis"})
_VISITS = frozenset({"visit", "tour"})
_TELLING = frozenset({"report", "write", "tell", "call", "speak"})


def whose_road(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """ "No lorry has reached Lisk since they cut the road": a road of which no end is told leads where its clause goes.

    So does that of "drivers can no longer travel to Lisk because they closed the road".
    """
    ended = any(f.role in {"place", "destination", "origin"} for f in fillers)
    bare = [
        f
        for f in fillers
        if f.role == "route" and not any(w.istitle() for w in [t.text for t in sentence.within(f.start, f.end)])
    ]
    if kind not in {"cut_route", "open_route"} or ended or not bare or head.deprel not in {"advcl", "acl:relcl"}:
        return list(fillers)
    for verb in (t for t in ancestors(sentence, head.index) if t.lemma in _GETTING_TO):
        ends = children(sentence, verb.index, "obj") if verb.lemma == "reach" else children(sentence, verb.index, "obl")
        for end in ends:
            if end.upos == "PROPN" and (verb.lemma == "reach" or case_of(sentence, end) in {"to", "into", "in"}):
                phrase = phrase_at(sentence, end.index)
                return in_order(*fillers, Filler("destination", phrase.start, phrase.end, phrase.head))
    return list(fillers)


def fought_for(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """ "Fighting for Lisk goes on": what is fought for is where; who fights for a side is said to be somebody."""
    if kind != "clash" or head.deprel not in _FIGHT or children(sentence, head.index, "nsubj", "nsubj:pass"):
        return list(fillers)
    return [replace(f, role="place") if f.role == "target" and _is_prize(sentence, f) else f for f in fillers]


def _is_prize(sentence: Sentence, filler: Filler) -> bool:
    top = top_of(sentence, filler.start, filler.end)
    return top is not None and top.upos == "PROPN" and case_of(sentence, top) == "for"


def its_own_fall(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """ "Its fall would leave only the hills open": what falls is what "its" stands for, no other place."""
    own = [t for t in children(sentence, head.index, "nmod:poss") if t.text.lower() == "its"]
    if kind != "capture" or head.lemma.lower() not in _FALLS or not own:
        return list(fillers)
    if any(case_of(sentence, t) == "of" for t in children(sentence, head.index, "nmod")):
        return list(fillers)  # "its capture of the town" is by whom "its" stands for
    kept = [f for f in fillers if f.role not in {"place", "target"} and f.start != own[0].start]
    return in_order(*kept, Filler("place", own[0].start, own[0].end, own[0].index))


def somewhere(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim of a kind, with the only place of its sentence where they hold none; ``head`` heads it."""
    if kind in _RINGS:
        fillers = [f for f in fillers if f.role != "place" or not _is_no_place(sentence, f)]
    if kind in ROADS | _AID:
        return [*fillers, *_way_to(sentence, kind, fillers)]
    if kind not in _TYPES or any(filler.role in PLACE_ROLES for filler in fillers):
        return list(fillers)
    named = list(_named(sentence))
    known = {token.text.casefold() for token in named}
    places = {t.text.casefold(): t for t in named if _stands(sentence, t, head, kind)}
    after = kind in _TOLD_AFTER or (kind in VIOLENT | {"kill"} and not _who_says(sentence, named))
    if not places and after and len(known) == 1 and _said_before(sentence, named[0], head):
        places = {named[0].text.casefold(): named[0]}
    if len(places) != 1 or len(known) != 1 or (kind == "withdraw" and not _said_before(sentence, named[0], head)):
        return list(fillers)
    (place,) = places.values()
    if any(f.role != "actor" and f.start <= place.start and place.end <= f.end for f in fillers):
        return list(fillers)  # what was hit, or taken, tells where
    phrase = phrase_at(sentence, place.index)
    role = "origin" if kind == "withdraw" else "place"
    return [*fillers, Filler(role, phrase.start, phrase.end, phrase.head)]


def perhaps_at(
    sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler], seen: Span | None
) -> list[Filler]:
    """The fillers of a blow, or of harm to people, with the place that the binder faintly saw, where they hold none.

    "Hundreds were hurt as they queued in the market of Lisk": it is one by its name and by its preposition, and
    not that of what came before or after ("the fighting came after shelling killed 16 in Lisk").
    """
    if seen is None or kind not in _HAPPENING or any(f.role in PLACE_ROLES for f in fillers):
        return list(fillers)
    top = top_of(sentence, seen.start, seen.end)
    named = any(m.label == "Location" and overlap(m, seen) for m in sentence.mentions)
    free = not any(overlap(f, seen) for f in fillers)
    if top is None or not named or not free or case_of(sentence, top) not in _AT - {"of"}:
        return list(fillers)
    above = [*ancestors(sentence, top.index)]
    if any(t.deprel == "nsubj" and sentence.tokens[t.head].lemma in _SAYING for t in above):
        return list(fillers)  # "a source in the capital said"
    mine = {head.index, *(t.index for t in ancestors(sentence, head.index))}
    if any(has_word(sentence, t, _APART, "mark") for t in above if t.upos == "VERB" and t.index not in mine):
        return list(fillers)
    return in_order(*fillers, Filler("place", seen.start, seen.end))


def in_its_war(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """ "Thousands have died since the war in Ostry began": a claim without a place is where that war was."""
    if kind not in _IN_WARS or any(f.role in PLACE_ROLES for f in fillers):
        return list(fillers)
    dated = [f for f in fillers if f.role in {"time", "duration"}]
    lands = [m for m in sentence.mentions if m.label == "Location" and any(_of_war(sentence, m, f) for f in dated)]
    return in_order(*fillers, *(Filler("place", m.start, m.end) for m in lands[:1]))


def _of_war(sentence: Sentence, land: Labelled, dated: Filler) -> bool:
    """Whether words that date a claim name a place, and a deed or a war of it."""
    if not dated.start <= land.start or not land.end <= dated.end:
        return False
    words = sentence.within(dated.start, dated.end)
    if not words or words[0].text.lower() not in _WHILE:
        return False  # "two weeks after the battle for the town" is no time in it
    inside = {t.index for t in words}
    named = sentence.within(land.start, land.end)
    above = ancestors(sentence, named[-1].index) if named else iter(())
    return any(t.index in inside and lexicon()["kinds"].get(t.lemma.lower()) == "event" for t in above)


def _way_to(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> Iterator[Filler]:
    """ "Traffic to the town has stopped since they cut the road": a bare road leads to the one place of its sentence.

    So does aid, and what is agreed on for it ("taken off trucks bound for the town").
    """
    ways = [f for f in fillers if f.role in PLACE_ROLES]
    named = list(_named(sentence))
    if len({t.text.casefold() for t in named}) != 1 or any(f.role != "route" for f in ways):
        return
    if any(f.start <= t.start and t.end <= f.end for f in fillers if f.role != "time" for t in named):
        return
    to = (t for t in named if {*cases_of(sentence, t)} & _TO or (kind == "deliver_aid" and _landed_in(sentence, t)))
    place = next(to, None)
    if place is not None:
        phrase = phrase_at(sentence, place.index)
        yield Filler("place" if kind == "agreement" else "destination", phrase.start, phrase.end, phrase.head)


def _landed_in(sentence: Sentence, place: Token) -> bool:
    """ "The first aircraft to land in Lisk since May brought flour"."""
    verb = governor_of(sentence, place, "obl")
    arrives = (
        verb is not None
        and verb.lemma in word_list("arriving")
        and not {"in", "at"}.isdisjoint(cases_of(sentence, place))
    )
    return arrives and verb is not None and verb.deprel.startswith("acl")


def _said_before(sentence: Sentence, place: Token, head: Token) -> bool:
    """ "The town is free: our men drove out the army": what follows a colon is of what the clause before tells of."""
    colon = next((t.index for t in sentence.tokens if t.text == ":" and place.index < t.index < head.index), None)
    return colon is not None and any(t.upos in {"VERB", "AUX"} for t in sentence.tokens[:colon])


def _who_says(sentence: Sentence, named: Sequence[Token]) -> bool:
    """ "A source in the capital said: …": where somebody is who only says so; who reports from there is there."""
    verb = next((t for t in sentence.tokens if t.upos in {"VERB", "AUX"}), None)
    return not named or verb is None or verb.lemma in _SAYING


def _is_no_place(sentence: Sentence, filler: Filler) -> bool:
    """ "Opened a corridor to the town and ended the siege by the army": neither a corridor nor an army is besieged."""
    inside = sentence.within(filler.start, filler.end)
    lane = bool(inside) and inside[-1].lemma.lower() in _LANES
    return lane or any(c.text.lower() == "by" for t in inside for c in children(sentence, t.index, "case"))


def _named(sentence: Sentence) -> Iterator[Token]:
    """The heads of the names of places of a sentence."""
    marked = [m for m in (*sentence.names, *sentence.mentions) if m.label in PLACE_LABELS]
    within = {t.index for m in marked for t in sentence.within(m.start, m.end)}
    proper = [t for t in sentence.tokens if t.upos == "PROPN"]
    known = {t.text.casefold() for t in proper if t.index in within}  # "TOLLEN, 11 July - Tollen fell"
    for token in proper:
        if token.text.casefold() in known:
            governor = governor_of(sentence, token)
            inside = governor is not None and any(
                m.start <= token.start and governor.end <= m.end and m.start <= governor.start for m in marked
            )
            if not inside:
                yield token


def _beneath(sentence: Sentence, place: Token, heads: Collection[int]) -> bool:
    """Whether a place hangs on one of some words with no other verb between ("fighting in Iraq" is not where they took
    orders)."""
    for token in ancestors(sentence, place.index):
        if token.index in heads:
            return True
        if token.upos in {"VERB", "AUX"}:
            return False
    return False


def _stands(sentence: Sentence, place: Token, head: Token, kind: str) -> bool:
    """Whether a name stands for where something is: by its preposition, or as what is taken."""
    cases = set(cases_of(sentence, place))
    if not _beneath(sentence, place, {head.index, head.head}) or children(sentence, place.index, "conj"):
        return False
    if cases & _AT or (kind == "siege_end" and "to" in cases):
        return True
    if kind in _TAKEN and place.head == head.index and place.deprel in _DONE_TO:
        return True
    return "from" in cases and place.head >= 0 and sentence.tokens[place.head].lemma in _TELLING


def visited(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of talks by a verb of visiting: where it is what is visited, and not where another clause is told of.

    "Gunmen killed nine people in Lisk while the president was visiting Ostry."
    """
    if kind != "talks" or head.upos != "VERB" or head.lemma not in _VISITS:
        return list(fillers)
    places = [t for t in children(sentence, head.index, "obj") if is_named_place(sentence, t)]
    if not places:
        return list(fillers)
    phrase = phrase_at(sentence, places[0].index)
    kept = [f for f in fillers if f.role != "place" and not overlap(f, phrase)]
    return in_order(*kept, Filler("place", phrase.start, phrase.end, phrase.head))
