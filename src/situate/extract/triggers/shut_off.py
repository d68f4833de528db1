"""What a siege does, told by a verb and its things, where the model sees another deed or none.

"The lorries could not enter", "gas was cut", "the group is blocked on all sides", "access to the town remains
impossible", "weapons were dropped to the garrison": the thing says what the verb alone leaves open.
"""

from __future__ import annotations

from collections.abc import Iterator

from situate.extract.certainty.negation import ADMITTING, GETTING_IN, RUNNING
from situate.extract.roles.aid import is_aid
from situate.extract.tree.phrases import PLACE_LABELS, kind_of
from situate.extract.tree.relations import (
    DONE_TO,
    cases_of,
    children,
    governor_of,
    has_lemma,
    has_particle,
    objects_of,
    subjects_of,
    subtree,
)
from situate.extract.tree.words import CAPTIVES, CONVOYS, NOT, RINGS, lexicon, word_list
from situate.extract.triggers.access import are_people
from situate.extract.triggers.lexical import SCORE
from situate.model.sentence import Labelled, Sentence, Token

_CONVOYS = CONVOYS | {"mission"}
_PLAIN = frozenset({"has", "have", "had", "been", "also", "then", "the", "some", "this", "that"})
_CAN = frozenset({"could", "can"})
_CUTTING = frozenset({"cut", "shut", "disconnect", "sever"})
_UTILITIES = frozenset({"gas", "water", "electricity", "power", "heating"})
_GROUPS = frozenset({"group", "grouping"})
_ARMS = frozenset({"weapon", "arms", "ammunition", "munition", "missile", "rifle", "mortar", "grenade"})
_DROPPING = frozenset({"drop", "airdrop", "parachute"})
_BARRED = frozenset({"impossible", "blocked", "denied", "barred", "refused"})
_FLIGHTS = frozenset({"flight", "airdrop", "airlift", "bridge"})
_HELPING = frozenset({"humanitarian", "aid", "relief"})
_COMING_OUT = frozenset({"come", "get", "go", "leave", "depart", "emerge"})
_INSIDE = frozenset({"in", "inside", "within"})
_ABOARD = frozenset({"in", "by", "on", "aboard"})


def shut_off(sentence: Sentence) -> Iterator[Labelled]:
    """The words of a sentence that tell by their things what a siege does."""
    for token in sentence.tokens:
        kind = _kind(sentence, token)
        if kind is not None:
            yield Labelled(token.start, token.end, kind, SCORE)


def _kind(sentence: Sentence, token: Token) -> str | None:
    if token.upos in {"ADJ", "VERB"} and _no_access(sentence, token):
        return "deny_aid"
    if token.lemma.lower() == "cut" and token.upos == "NOUN" and _power_cut(sentence, token):
        return "deprivation"
    if token.upos != "VERB":
        return None
    rules = _RULES.get(token.lemma.lower(), ())
    kind = next((k for k, holds in rules if holds(sentence, token)), None)
    if kind is None and token.lemma in GETTING_IN:
        kind = "deny_aid" if _could_not_get_in(sentence, token) else None
        kind = kind or ("deliver_aid" if _let_through(sentence, token) else None)
    return kind


def _things(sentence: Sentence, verb: Token) -> list[Token]:
    """What a verb is done to; "gas, which was cut": what the pronoun stands for."""
    things = objects_of(sentence, verb)
    of = verb.deprel == "acl:relcl" and any(t.text.lower() in {"which", "that"} for t in things)
    return [*things, *([sentence.tokens[verb.head]] if of else [])]


def _could_not_get_in(sentence: Sentence, verb: Token) -> bool:
    """ "The lorries could not enter", "the convoy did not proceed": aid that is kept out, whoever tried."""
    who = children(sentence, verb.index, "nsubj")
    if verb.deprel == "xcomp" and verb.head >= 0:  # "aid groups were unable to reach the town"
        who += children(sentence, verb.head, "nsubj")
    carriers = [t for t in who if is_aid(sentence, t) or t.lemma in _CONVOYS]
    if not carriers:
        return False
    if verb.deprel == "xcomp" and sentence.tokens[verb.head].text.lower() == "unable":
        return True
    aux = {t.text.lower() for t in children(sentence, verb.index, "aux")}
    nots = {t.text.lower() for t in children(sentence, verb.index, "advmod")} & NOT
    nots |= {c.text.lower() for t in carriers for c in children(sentence, t.index, "det")} & {"no"}
    return bool(nots) and (bool(aux & _CAN) or (verb.lemma == "proceed" and "did" in aux))


def _of_goods(sentence: Sentence, verb: Token) -> bool:
    """ "Depriving the town of supplies": what people need, and no right or office."""
    of = [
        *children(sentence, verb.index, "obl"),
        *(n for t in _things(sentence, verb) for n in children(sentence, t.index, "nmod")),
    ]
    of = [t for t in of if "of" in cases_of(sentence, t)]
    of += [c for t in of for c in children(sentence, t.index, "conj")]
    return any(kind_of(sentence, t.index) == "goods" or t.lemma.lower() in _UTILITIES for t in of)


def _let_through(sentence: Sentence, verb: Token) -> bool:
    """ "Let the flour pass": aid that somebody lets through gets there, where no word says that he does not."""
    above = governor_of(sentence, verb, "xcomp", "ccomp")
    if above is None or above.lemma not in ADMITTING or above.text.lower().endswith("ing"):
        return False
    what = [*objects_of(sentence, above), *children(sentence, verb.index, "nsubj")]
    beside = children(sentence, above.index, "aux", "mark", "advmod")
    beside += [c for t in what for c in children(sentence, t.index, "det")]
    plain = all(t.text.lower() in _PLAIN for t in beside)
    return plain and any(is_aid(sentence, t) for t in what)


def _utility_cut(sentence: Sentence, verb: Token) -> bool:
    """ "Gas was cut", "cut off water to the town": people lack it; no way is cut by that."""
    return any(t.lemma.lower() in _UTILITIES for t in _things(sentence, verb))


def _without_utilities(sentence: Sentence, verb: Token) -> bool:
    """ "Half of the town lost power", "residents lost heating": they lack it; a party that lost power does not."""
    lost = _things(sentence, verb)
    lost += [c for t in lost for c in children(sentence, t.index, "conj")]
    if not any(t.lemma.lower() in _UTILITIES for t in lost):
        return False
    who = children(sentence, verb.index, "nsubj")
    return bool(who) and all(kind_of(sentence, t.index) in {"place", "people", "figure", "other"} for t in who)


def _power_cut(sentence: Sentence, cut: Token) -> bool:
    """ "Water and power cut for a second day": the verb of a headline may be taken for a noun."""
    first = children(sentence, cut.index, "compound") if cut.deprel == "root" and cut.text.lower() == "cut" else ()
    return any(t.lemma.lower() in _UTILITIES for c in first for t in (c, *children(sentence, c.index, "conj")))


def _force_blocked(sentence: Sentence, verb: Token) -> bool:
    """ "The enemy group is blocked on all sides", "troops were blocked in the town": they are surrounded."""
    held = [t for t in _things(sentence, verb) if t.lemma.lower() in {*lexicon()["fighters"], *_GROUPS}]
    beside = [*children(sentence, verb.index, "obl"), *children(sentence, verb.index, "compound:prt", "advmod")]
    ringed = any(t.lemma.lower() == "side" and "on" in cases_of(sentence, t) for t in beside)
    passive = bool(children(sentence, verb.index, "nsubj:pass"))
    ringed = ringed or (passive and any(not _INSIDE.isdisjoint(cases_of(sentence, t)) for t in beside))
    return bool(held) and (ringed or any(t.text.lower() == "in" and t.upos != "NOUN" for t in beside))


def _armed_from_the_air(sentence: Sentence, verb: Token) -> bool:
    """ "Planes dropped weapons to the fighters": whom arms are dropped to is not bombed."""
    to = [t for t in children(sentence, verb.index, "obl") if not {"to", "for"}.isdisjoint(cases_of(sentence, t))]
    return bool(to) and any(t.lemma.lower() in _ARMS for t in _things(sentence, verb))


def _into_hands(sentence: Sentence, verb: Token) -> bool:
    """ "The load fell into the hands of the besiegers": things that fall so are taken."""
    into = (t for t in children(sentence, verb.index, "obl") if t.lemma.lower() == "hand")
    things = children(sentence, verb.index, "nsubj")
    named = {m.start for m in (*sentence.names, *sentence.mentions) if m.label in PLACE_LABELS}
    loose = [t for t in things if t.upos == "NOUN" and t.start not in named]
    loose = [t for t in loose if kind_of(sentence, t.index) not in {"place", "people"}]
    return bool(loose) and any(not {"into", "in"}.isdisjoint(cases_of(sentence, t)) for t in into)


def _no_access(sentence: Sentence, state: Token) -> bool:
    """ "Access to Ostry remains impossible": access to a place, or for aid, that nobody gets."""
    if state.text.lower() not in _BARRED:
        return False
    of = subjects_of(sentence, state)
    if state.deprel == "xcomp" and state.head >= 0:
        of += children(sentence, state.head, "nsubj")
    return any(t.lemma.lower() == "access" and _is_to_a_place(sentence, t) for t in of)


def _is_to_a_place(sentence: Sentence, access: Token) -> bool:
    to = [t for t in children(sentence, access.index, "nmod") if "to" in cases_of(sentence, t)]
    marked = {m.start for m in (*sentence.names, *sentence.mentions) if m.label in PLACE_LABELS}
    humanitarian = has_lemma(sentence, access, {"humanitarian"}, "amod")
    return humanitarian or any(t.start in marked or kind_of(sentence, t.index) == "place" for t in to)


def _laid_again(sentence: Sentence, verb: Token) -> bool:
    """ "The blockade was eased, and it was reimposed": what is imposed again is a ring where one is told of."""
    things = objects_of(sentence, verb)
    if not things and verb.deprel == "conj":  # "was lifted in March and reimposed in April"
        things = children(sentence, verb.head, *DONE_TO)
    rings = any(t.lemma.lower() in RINGS for t in things)
    pronouns = any(t.text.lower() in {"it", "they"} for t in things) and not sentence.lemmas.isdisjoint(
        RINGS | {"ease", "lift"}
    )
    return rings or pronouns


def _flights_suspended(sentence: Sentence, verb: Token) -> bool:
    """ "Humanitarian flights were suspended": what they bring does not come."""
    things = [*_things(sentence, verb), *([sentence.tokens[verb.head]] if verb.deprel == "acl" else [])]
    inside = (sentence.tokens[i] for t in things if t.lemma.lower() in _FLIGHTS for i in subtree(sentence, t.index))
    return any(t.lemma.lower() in _HELPING for t in inside)


def _traffic_stopped(sentence: Sentence, verb: Token) -> bool:
    """ "Lake traffic was halted", "traffic on the road has stopped"."""
    of = [*_things(sentence, verb), *children(sentence, verb.index, "nsubj")]
    return any(t.lemma.lower() in {"traffic", "navigation", "shipping"} for t in of)


def _runs_no_more(sentence: Sentence, verb: Token) -> bool:
    """ "The ferry no longer runs"."""
    before = [t.text.lower() for t in sentence.tokens[max(0, verb.index - 2) : verb.index]]
    rides = has_lemma(sentence, verb, word_list("traffic"), "nsubj")
    return rides and before == ["no", "longer"]


def _captives_swapped(sentence: Sentence, verb: Token) -> bool:
    """ "They were swapped for prisoners": both are let go."""
    whom = [*_things(sentence, verb), *children(sentence, verb.index, "obl")]
    return any(t.lemma.lower() in CAPTIVES for t in whom)


def _led_out(sentence: Sentence, verb: Token) -> bool:
    """ "Civilians came out in a convoy": who leaves in one is taken out."""
    out = verb.lemma in {"leave", "depart"} or has_particle(sentence, verb, "out")
    people = any(are_people(sentence, t) for t in children(sentence, verb.index, "nsubj"))
    aboard = (t for t in children(sentence, verb.index, "obl") if t.lemma.lower() == "convoy")
    return out and people and any(not _ABOARD.isdisjoint(cases_of(sentence, t)) for t in aboard)


_RULES = {
    **dict.fromkeys(_CUTTING, (("deprivation", _utility_cut),)),
    **dict.fromkeys(_DROPPING, (("arm", _armed_from_the_air),)),
    **dict.fromkeys(_COMING_OUT, (("evacuate", _led_out),)),
    "block": (("besiege", _force_blocked),),
    "deprive": (("deprivation", _of_goods),),
    "fall": (("capture", _into_hands),),
    "lose": (("deprivation", _without_utilities),),
    "reimpose": (("besiege", _laid_again),),
    **dict.fromkeys(("halt", "stop", "paralyse", "paralyze"), (("cut_route", _traffic_stopped),)),
    **dict.fromkeys(RUNNING, (("cut_route", _runs_no_more),)),
    "suspend": (
        ("cut_route", _traffic_stopped),
        ("deny_aid", _flights_suspended),
    ),
    "swap": (("release", _captives_swapped),),
}
