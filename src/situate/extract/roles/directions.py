"""From where, to where, by which way: the preposition of a phrase tells, whatever the binder takes it for.

Counted on the annotated reports: of phrases with "from" that tell a place in a claim of movement, 330 of 348 are
origins, of those with "to", "into" or "towards" 584 of 633 are destinations. Aid that is refused was bound for where
"to" or "for" says, and a road is cut or opened "at" a place of it. What acts upon somebody is told by "by" in
the passive, whom it is done to by "against". Who is left or found surrounded does not surround.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler
from situate.extract.tree.edges import cases
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import ancestors, children, governor_of, has_word
from situate.extract.tree.words import word_list
from situate.model.claim import PLACE_ROLES
from situate.model.sentence import Sentence, Token
from situate.ontology import BLOWS

MOVES = frozenset({"advance", "withdraw", "displace", "evacuate", "return", "deploy", "deliver_aid"})
_BY_ROAD = MOVES - {"advance", "withdraw", "deploy"}
_ENDS = {"from": "origin", "out of": "origin", "to": "destination", "into": "destination", "towards": "destination",
         "toward": "destination"}  # fmt: skip
_WAYS = frozenset({"through", "via", "across"})
_SETTING_OUT = frozenset({"leave", "depart", "head", "make", "set", "bind"})
_WHERE = frozenset({"origin", "destination", "route"})
_DONE_TO = frozenset({"target", "place"})
_BOUND_FOR = frozenset({"to", "into", "towards", "toward", "for"})
_REACHING = frozenset({"reach", "enter"})
ROADS = frozenset({"cut_route", "open_route"})
_AT = frozenset({"at", "in", "near", "outside"})
_FIRED = frozenset({"shelling", "airstrike", "assault"})
_SUFFERED = BLOWS | {"besiege", "detain", "deny_aid"}
_AIMS = frozenset({"target", "victim", "object", "aim", "focus"})
_VEHICLES = word_list("vehicles") | {"car", "pickup", "motorbike", "motorcycle", "cart"}
_PLACES = PLACE_ROLES | {"target"}
_LIKE = frozenset({"like", "as", "unlike"})
_ATTACKED = BLOWS | {"kill", "abduct", "detain"}
_CARRYING = frozenset({
    "carry", "bring", "take", "transport", "travel", "head", "drive", "go", "return", "move", "ferry", "convoy", "bus",
    "lorry", "truck", "car", "train", "way", "march", "flee",
})  # fmt: skip
_LED = re.compile(r"^(?:through|in|back|away|down|up|over|out|off) (?=from$|to$|into$)")  # "let through from Lisk"
_STEPS = 3
_GOING = frozenset({"go", "drive", "head", "travel", "turn", "come", "roll", "move"})
_SETS_OUT = frozenset({"leave", "depart", "exit", "quit"})
_LEAVING = frozenset({"leave", "keep", "find", "hold", "get"})


def directed(sentence: Sentence, trigger: Token, kind: str, fillers: Iterable[Filler]) -> Iterator[Filler]:
    """The fillers of a claim of a kind, each in the role that its preposition tells; ``trigger`` heads its words."""
    given = list(fillers)
    nowhere = not any(f.role == "place" for f in given)
    for filler in given:
        head = _head(sentence, filler)
        role = filler.role if head is None else _role(sentence, trigger, kind, filler.role, head)
        if kind == "deliver_aid" and head is not None and role in {"destination", "place"} and _is_left(trigger, head):
            role = "origin"
        yield filler if role == filler.role else replace(filler, role=role)
        if nowhere and role == "target" and _is_shelled_town(sentence, trigger, kind, head):
            yield replace(filler, role="place")


def without_other_ends(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim without places that it only is like, or that its victims or doers were bound for.

    "A handover like in Lisk", "fired at Tarn on lorries that carried people to Lisk", "broke out towards Lisk".
    """
    return [f for f in fillers if f.role not in _PLACES or not _elsewhere(sentence, head, kind, f, fillers)]


def _elsewhere(sentence: Sentence, head: Token, kind: str, filler: Filler, fillers: Sequence[Filler]) -> bool:
    place = _head(sentence, filler)
    if place is None:
        return False
    case = cases(sentence, place)
    listed = governor_of(sentence, place, "conj")  # "as in Lisk and Tarn"
    if listed is not None and listed.upos == place.upos == "PROPN" and not case:
        place, case = listed, cases(sentence, listed)
    led = children(sentence, place.index, "case")[:1]
    before = sentence.tokens[led[0].index - 1].text if led and led[0].index else ""
    if case.split()[-1:] and case.split()[-1] in _AT and not _LIKE.isdisjoint({before.lower(), *case.split()}):
        return True
    above = governor_of(sentence, place)
    if (
        kind in {"capture", "withdraw"}
        and filler.role == "origin"
        and above is not None
        and above.deprel == "obl:agent"
    ):
        return case == "from"  # "was driven out by troops from Lisk"
    if filler.role != "place" or case not in _ENDS:
        return False
    if kind == "siege_end":
        return case.startswith("toward")
    carried = above is not None and above is not head and above.lemma.lower() in _CARRYING
    others = (_head(sentence, f) for f in fillers if f.role == "place" and f is not filler)
    return kind in _ATTACKED and carried and any(o is not None and cases(sentence, o) in _AT for o in others)


def without_the_way_back(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of aid that is refused without where it went back to."""
    if kind != "deny_aid":
        return list(fillers)
    heads = {f: _head(sentence, f) for f in fillers}
    return [f for f in fillers if (head := heads[f]) is None or not _went_back_there(sentence, head)]


def _went_back_there(sentence: Sentence, place: Token) -> bool:
    """ "Soldiers refused to let the trucks pass, and they drove back to Lisk": they were not bound for there."""
    to = cases(sentence, place) in {"to", "into", "towards", "toward"}
    above = sentence.tokens[place.head] if place.head >= 0 and to else None
    if above is None:
        return False
    going = above if above.upos == "VERB" else governor_of(sentence, above) or above
    back = above.text.lower() == "back" or has_word(sentence, going, {"back"}, "advmod")
    own = children(sentence, going.index, "nsubj") or going.deprel in {"conj", "advcl", "parataxis"}
    return bool(own) and ((back and going.lemma in _GOING) or going.lemma == "return")


def _head(sentence: Sentence, filler: Filler) -> Token | None:
    inside = sentence.within(filler.start, filler.end)
    places = {t.index for t in inside}
    return next((t for t in inside if t.head not in places and t.upos != "ADP"), None)


def _is_left(trigger: Token, place: Token) -> bool:
    """Whether a place is what aid sets out from: "the convoy left Lisk for Ostry"."""
    return trigger.lemma in _SETS_OUT and place.deprel == "obj" and place.head == trigger.index


def _role(sentence: Sentence, trigger: Token, kind: str, role: str, head: Token) -> str:
    case = cases(sentence, head)
    if head.lemma.lower() == "direction" and (role in _WHERE or role == "place"):
        return _toward(kind, role, case)
    if role == "route" and head.lemma.lower() in _VEHICLES:
        return "instrument"  # "left in private cars"
    if kind == "deny_aid" and role == "place":
        return _refused(sentence, head, case)
    if kind == "deny_aid" and role == "destination" and case in _AT and head.head == trigger.index:
        return "place"
    if kind in _FIRED and role == "place" and case == "from" and head.head == trigger.index < head.index:
        return "origin"  # "shelled the town from the hills"
    if kind in ROADS and role == "route" and case in _AT:
        return "place"
    if kind in MOVES and (role in _WHERE or (role == "place" and _ENDS.get(case) == "destination")):
        if case in _WAYS and kind in _BY_ROAD:
            return "route"
        left_for = case == "for" and trigger.lemma in _SETTING_OUT  # "left the town for the coast"
        told = _ENDS.get(case) or _ENDS.get(_LED.sub("", case)) or _within_an_end(sentence, head)
        struck = kind == "displace" and _was_struck(trigger, head)
        return "destination" if left_for else told or ("origin" if struck else role)
    if (
        role == "actor"
        and kind in _SUFFERED
        and (_left_so(sentence, trigger, head) or _struck_by(sentence, trigger, head))
    ):
        return "target"
    if role == "actor" and (_aimed_at(sentence, trigger, head) or (case == "of" and trigger.lemma == "empty")):
        return "target"
    if case == "by" and role in _DONE_TO and _did_it(sentence, trigger, kind, role, head):
        return "actor"
    return "target" if case == "against" and role == "actor" and head.head == trigger.index else role


def _was_struck(trigger: Token, place: Token) -> bool:
    """ "Shelled the town, forcing hundreds to take flight": they did not go to what another verb was done to."""
    return place.deprel == "obj" and place.head not in {-1, trigger.head, trigger.index}


def _within_an_end(sentence: Sentence, place: Token) -> str | None:
    """ "Fled to the safety of the camp", "towards the border with Ostry": a place of where they went is no origin."""
    above = next((t for t in ancestors(sentence, place.index) if t.deprel not in {"nmod", "conj"}), None)
    inside = above is not None and place.deprel in {"nmod", "conj"}
    if not inside or above is None or above.deprel != "obl":
        return None
    return "destination" if _ENDS.get(cases(sentence, above)) == "destination" else None


def _is_shelled_town(sentence: Sentence, trigger: Token, kind: str, struck: Token | None) -> bool:
    """ "Shelled Lisk from the hills": a town that is fired at is where that is too."""
    if struck is None or kind not in _FIRED or struck.deprel != "obj" or struck.head != trigger.index:
        return False
    return any(n.label == "LOC" and n.start <= struck.start < n.end for n in sentence.names)


def _toward(kind: str, role: str, case: str) -> str:
    """ "Withdrew in the direction of Lisk", "was shelled from the direction of the hills"."""
    if case == "from" and (kind in MOVES or kind in BLOWS):
        return "origin"
    return "destination" if case == "in" and kind in MOVES else role


def _aimed_at(sentence: Sentence, trigger: Token, who: Token) -> bool:
    """ "The army was the target of an operation": who is what it is aimed at does not lead it."""
    aim = governor_of(sentence, who, "nsubj")
    if aim is None or aim.lemma.lower() not in _AIMS:
        return False
    of = trigger
    for _ in range(_STEPS):
        if of.deprel not in {"nmod", "compound", "conj"} or of.head < 0 or of.head == aim.index:
            break
        of = sentence.tokens[of.head]
    return of.deprel in {"nmod", "conj"} and of.head == aim.index


def _left_so(sentence: Sentence, trigger: Token, who: Token) -> bool:
    """ "Leaving the army surrounded", "the garrison was left besieged": a participle is said of what was left so."""
    if who.head == trigger.index:
        return who.deprel == "nsubj:pass" and trigger.upos == "VERB"
    verb = governor_of(sentence, trigger)
    if verb is None or verb.lemma not in _LEAVING or trigger.deprel != "xcomp" or trigger.text.lower().endswith("ing"):
        return False
    return who.head == verb.index and who.deprel in {"obj", "nsubj:pass"}


def _struck_by(sentence: Sentence, trigger: Token, who: Token) -> bool:
    """ "Ostry shelled by the army": what a headline says without "was" is done to what it begins with."""
    if trigger.upos != "VERB" or trigger.text.lower() == trigger.lemma.lower() or trigger.text.lower().endswith("ing"):
        return False
    said_of = who.head == trigger.index and who.deprel in {"nsubj", "nsubj:pass"}
    said_of |= trigger.head == who.index and trigger.deprel in {"acl", "acl:relcl"}
    return said_of and bool(_done_by(sentence, trigger)) and not children(sentence, trigger.index, "obj")


def _did_it(sentence: Sentence, trigger: Token, kind: str, role: str, head: Token) -> bool:
    """Whether who stands behind "by" is taken for what it was done to."""
    if head.deprel == "obl:agent":
        return kind_of(sentence, head.index) in {"actor", "people"}
    return role == "target" and kind in _SUFFERED and head in _done_by(sentence, trigger)


def _done_by(sentence: Sentence, trigger: Token) -> list[Token]:
    """Who "by" says did it; "turned back by the army", where the tree sees a place, too."""
    by = [t for t in children(sentence, trigger.index, "obl:agent", "obl") if cases(sentence, t) == "by"]
    return [t for t in by if t.deprel == "obl:agent" or kind_of(sentence, t.index) == "actor"]


def _refused(sentence: Sentence, head: Token, case: str) -> str:
    """ "Blocked two convoys to the town", "kept food from reaching the town": where refused aid was to go.

    Where it was refused is told by "at" or "in".
    """
    reached = head.deprel == "obj" and head.head >= 0 and sentence.tokens[head.head].lemma.lower() in _REACHING
    return "destination" if case in _BOUND_FOR or (reached and not case) else "place"
