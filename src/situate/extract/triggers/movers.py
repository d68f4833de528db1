"""People on the move: are they taken out, do they flee, come back, withdraw, or are they kept in?

Told by who they are and where they go.

The model tells these apart by the verb, of which each can tell any ("left", "moved", "were flown"). Who goes and where
to decides: residents who go back return, staff who are withdrawn are taken out, troops who are brought home withdraw.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from situate.extract.roles.aid import is_aid
from situate.extract.tree.armed import bears_arms
from situate.extract.tree.phrases import is_named_place, kind_of
from situate.extract.tree.relations import cases_of, children, has_lemma, has_particle, has_word, objects_of, subtree
from situate.extract.tree.slots import trigger_head
from situate.extract.tree.words import word_list
from situate.extract.triggers.access import are_people
from situate.extract.triggers.lexical import SCORE, UNSURE
from situate.extract.triggers.rules import by_rules
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap

_CONVEYING = word_list("conveying") | {"send", "rush", "escort", "lead", "get", "carry", "help"}
_VEHICLES = word_list("vehicles")
_CARE = frozenset({"hospital", "clinic", "treatment", "surgery", "care"})
_DANGER = frozenset({"fighting", "danger", "battle", "front", "frontline", "fire", "harm", "shelling", "bombing"})
_SET_OUT = word_list("arriving") | {"leave", "depart"}
_TAKEN_ALONG = frozenset({"ambulance", "bus", "coach", "minibus", "evacuee", "patient", "wounded", "injured"})
_WHO_RETURN = frozenset(
    {"refugee", "displaced", "evacuee", "returnee", "villager", "resident", "inhabitant", "family", "people",
     "civilian", "household", "farmer", "townspeople"}
)  # fmt: skip
_FROM_THERE = _WHO_RETURN - {"family", "people", "civilian", "household"}
_DRIVEN_OFF = frozenset({"refugee", "displaced", "idp"})
_COMING = frozenset({"go", "come", "move", "head", "flow", "trickle", "stream", "get"})
_HOMES = frozenset({"home", "house", "village", "town", "land", "farm", "neighbourhood", "neighborhood", "camp"})
_COMINGS = frozenset({"return", "homecoming", "repatriation", "resettlement"})
_REMOVING = frozenset({"remove", "transfer", "relocate", "removal", "relocation"})
_RECALLING = frozenset({"withdraw", "pull", "remove", "evacuate"})
_HOMEWARDS = frozenset({"home", "back"})
_EXPELLING = frozenset({"force", "drive", "push", "expel", "oust"})
_KEEPING = frozenset({"prevent", "stop", "keep", "bar", "block", "forbid", "prohibit"})
_STOPPING = frozenset({"stop", "halt", "block", "intercept", "bar"})
_CARRIERS = _VEHICLES | {"convoy", "team", "worker", "staff", "mission", "shipment", "flight", "car", "vehicle"}
_AID_WORDS = frozenset({
    "icrc", "wfp", "unicef", "unhcr", "ocha", "unrwa", "msf", "cross", "crescent", "food", "humanitarian", "aid",
    "relief",
})  # fmt: skip
_BRINGING_BACK = frozenset({"send", "bring", "take", "fly", "bus", "allow", "let", "permit", "escort"})
_PRISONS = frozenset({"prison", "jail", "detention", "custody", "captivity"})
_CAPTIVES = word_list("captives")
_SETTLED = frozenset({
    "town", "village", "city", "quarter", "suburb", "district", "neighbourhood", "neighborhood", "enclave", "pocket",
    "camp", "area", "province", "region", "valley", "zone",
})  # fmt: skip
_STEM = 4  # letters that a land and its adjective share
_STREAMING = frozenset({"pour", "stream", "flood", "walk", "trek", "trudge", "run"})
_POSTS = word_list("posts")
_PASSING = frozenset({"leave", "flee", "escape", "enter", "depart", "exit"})
_INHABITANTS = frozenset({"civilian", "resident", "inhabitant", "people", "family", "population", "villager", "anyone"})


def on_the_move(sentence: Sentence, seen: Sequence[Labelled]) -> Iterator[Labelled]:
    """The words of a sentence that tell who is taken out, comes back or is kept in; what is ``seen`` surer holds."""
    for token in sentence.tokens:
        kind = _kind(sentence, token) if token.upos in {"VERB", "NOUN"} else None
        if kind is None:
            continue
        over = [t for t in seen if overlap(t, token)]
        sure = 1.0 if kind == "return" else UNSURE  # who is said to go back home does not flee
        if all(t.score <= (UNSURE if t.label == kind else sure) for t in over):  # what is seen alike gets surer
            yield Labelled(token.start, token.end, kind, SCORE)


def by_mover(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A trigger with the type that those who go, or are made to, tell."""
    return by_rules(
        sentence, trigger,
        _flight, _taken_along, _flown_out, _staff, _removed, _driven_to_safety, _sent_home, _brought_home, _forced_out,
        _members_flee, _troops_return, _people_expelled, _let_go, _settled_again, _aid_sets_out, _aid_turned_back,
    )  # fmt: skip


def _aid_sets_out(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "A convoy of 15 trucks of the World Food Programme that left Port Ziri": aid under way, and no withdrawal."""
    if label not in {"withdraw", "advance", "displace"} or head.lemma not in _SET_OUT or head.upos != "VERB":
        return None
    who = _movers(sentence, head)
    if head.deprel == "acl:relcl" and head.head >= 0 and any(t.upos == "PRON" for t in who):
        who = [sentence.tokens[head.head]]
    return "deliver_aid" if any(_brings_aid(sentence, t) for t in who) else None


def _troops_return(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Government troops returned to the town": they are there again; who goes back to base, or home, withdraws."""
    if label not in {"withdraw", "return"} or head.lemma != "return" or head.upos != "VERB":
        return None
    who = _movers(sentence, head)
    beside = children(sentence, head.index, "obl")
    to = [t for t in beside if "to" in cases_of(sentence, t) and _is_a_town(sentence, t)]
    back = any("from" in cases_of(sentence, t) for t in beside) or any(
        _of_their_land(sentence, w, t) for w in who for t in to
    )
    armed = bool(who) and all(bears_arms(sentence, t) for t in who)
    return "deploy" if armed and to and not back else None


def _is_a_town(sentence: Sentence, token: Token) -> bool:
    return token.lemma.lower() in _SETTLED or (token.upos == "PROPN" and is_named_place(sentence, token))


def _of_their_land(sentence: Sentence, troops: Token, land: Token) -> bool:
    """ "Ostrian troops returned to Ostria": by the first letters of the land, as its adjective has them."""
    start = land.text[:_STEM].lower()
    return any(
        t.text.lower().startswith(start) for t in children(sentence, troops.index, "amod", "compound", "nmod:poss")
    )


def _aid_turned_back(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "A team of the Red Cross was forced to turn back": aid that is refused, and no attack that is repelled.

    So is what armed men stop: "relief trucks stopped by militia".
    """
    if label not in {"repel", "withdraw", "advance"}:
        return None
    stopped = objects_of(sentence, head) if label == "repel" and head.lemma in _STOPPING else []
    if any(_brings_aid(sentence, t) for t in stopped):
        return "deny_aid"
    turns = [head, *children(sentence, head.index, "xcomp")]
    back = any(t.lemma in {"turn", "go", "drive", "send"} and has_word(sentence, t, {"back"}) for t in turns)
    who = [*objects_of(sentence, head), *_movers(sentence, head)] if back else []
    return "deny_aid" if any(_brings_aid(sentence, t) for t in who) else None


def _brings_aid(sentence: Sentence, thing: Token) -> bool:
    """Whether vehicles, a team or staff are said to be of aid, or of a body that is known for nothing else."""
    if thing.lemma.lower() not in _CARRIERS:
        return False
    words = {sentence.tokens[index].text.lower() for index in subtree(sentence, thing.index)}
    return is_aid(sentence, thing, alone=False) or not words.isdisjoint(_AID_WORDS)


def kept_from(sentence: Sentence, trigger: Labelled) -> bool:
    """ "Prevent residents from leaving the town": the verb before tells it, and nobody leaves."""
    head = trigger_head(sentence, trigger)
    if head is None or head.lemma not in _PASSING or head.head < 0:
        return False
    return any(t.index == head.index for t in _kept(sentence, sentence.tokens[head.head]))


def _kind(sentence: Sentence, token: Token) -> str | None:
    if token.upos == "NOUN" and token.lemma.lower() in _COMINGS:
        of = [t for t in children(sentence, token.index, "nmod") if "of" in cases_of(sentence, t)]
        return "return" if any(_is_one_of(t, _DRIVEN_OFF | _FROM_THERE) for t in of) else None
    if token.upos != "VERB":
        return None
    if _saved(sentence, token):
        return "evacuate"
    if _goes_back(sentence, token) or _is_let_back(sentence, token):
        return "return"
    if _breaks_out(sentence, token):
        return "release"
    if _gets_away(sentence, token) or _loses_home(sentence, token):
        return "displace"
    if token.lemma in {"abandon", "desert"}:
        return _gives_up(sentence, token)
    return "besiege" if _kept(sentence, token) else None


def _movers(sentence: Sentence, verb: Token) -> list[Token]:
    """Who does what a verb tells, also where another verb has the subject ("had to abandon", "began to go back")."""
    who = children(sentence, verb.index, "nsubj")
    while not who and verb.deprel == "xcomp" and verb.head >= 0:
        verb = sentence.tokens[verb.head]
        who = children(sentence, verb.index, "obj", "nsubj", "nsubj:pass")
    return who


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    return token.lemma.lower() in words or token.text.lower() in words


def _saved(sentence: Sentence, verb: Token) -> bool:
    """ "Were brought to safety", "wounded men were driven to a hospital", "got 14 children out of the enclave"."""
    if verb.lemma not in _CONVEYING:
        return False
    things = objects_of(sentence, verb)
    people = [t for t in things if are_people(sentence, t)]
    if not people or any(bears_arms(sentence, t) for t in children(sentence, verb.index, "obl:agent")):
        return False
    to = [t for t in children(sentence, verb.index, "obl", "nmod") if {"to", "into", "for"} & {*cases_of(sentence, t)}]
    wounded = any(_is_one_of(c, frozenset({"wounded"})) for t in people for c in (t, *children(sentence, t.index)))
    if any(t.lemma.lower() == "safety" for t in to) or (wounded and any(t.lemma.lower() in _CARE for t in to)):
        return True
    beside = children(sentence, verb.index, "obl")
    out = any({"out", "away"} & {*cases_of(sentence, t)} and _is_out_of(sentence, t) for t in beside)
    return out and not any(bears_arms(sentence, t) for t in children(sentence, verb.index, "nsubj"))


def _is_out_of(sentence: Sentence, token: Token) -> bool:
    """Whether a noun with "out of" or "away from" is a place, or what is dangerous."""
    return kind_of(sentence, token.index) == "place" or token.lemma.lower() in _DANGER


def _goes_back(sentence: Sentence, verb: Token) -> bool:
    """ "Families moved back to their villages", "refugees came home"."""
    who = _movers(sentence, verb) if verb.lemma in _COMING else []
    if not any(_is_one_of(t, _WHO_RETURN) for t in who):
        return False
    ways = {t.text.lower() for t in children(sentence, verb.index, "advmod", "compound:prt", "obl", "obj")}
    there = any(_is_one_of(t, _FROM_THERE) for t in who)
    if "home" in ways or ("back" in ways and there):
        return there
    to = (t for t in children(sentence, verb.index, "obl") if {"to", "into", "in"} & {*cases_of(sentence, t)})
    return "back" in ways and any(t.lemma.lower() in _HOMES or kind_of(sentence, t.index) == "place" for t in to)


def _is_let_back(sentence: Sentence, verb: Token) -> bool:
    """ "Sent 1,200 refugees back", "villagers were allowed back to their homes"."""
    if verb.lemma not in _BRINGING_BACK:
        return False
    back = [t for t in children(sentence, verb.index, "advmod", "compound:prt") if t.text.lower() == "back"]
    whom = objects_of(sentence, verb) if back else []
    to = {t.lemma.lower() for one in (verb, *back) for t in children(sentence, one.index, "obl")}
    fled = any(_is_one_of(t, _DRIVEN_OFF) for t in whom)
    return fled or (any(_is_one_of(t, _FROM_THERE) for t in whom) and bool(to & _HOMES))


def _breaks_out(sentence: Sentence, verb: Token) -> bool:
    """ "Dozens of inmates broke out of the prison": captives who get free, by themselves too."""
    if verb.lemma not in {"break", "escape", "flee"}:
        return False
    out_of = children(sentence, verb.index, "obl", "obj")
    prison = any(t.lemma.lower() in _PRISONS for t in out_of)
    who = _movers(sentence, verb)
    who += [n for t in who for n in children(sentence, t.index, "nmod")]
    return prison and any(_is_one_of(t, _CAPTIVES) for t in who)


def _gets_away(sentence: Sentence, verb: Token) -> bool:
    """ "Civilians poured out of the town", "women walked for hours to reach safety": people who flee."""
    if verb.lemma not in _STREAMING or not any(are_people(sentence, t) for t in _movers(sentence, verb)):
        return False
    beside = children(sentence, verb.index, "obl", "advcl", "xcomp")
    beside += [c for t in beside if t.upos == "VERB" for c in children(sentence, t.index, "obj")]
    safe = any(t.lemma.lower() == "safety" for t in beside)
    out = (t for t in beside if "out" in cases_of(sentence, t) and _is_out_of(sentence, t))
    return safe or any(t.upos == "PROPN" or t.lemma.lower() in _SETTLED | _DANGER for t in out)


def _loses_home(sentence: Sentence, verb: Token) -> bool:
    """ "The raid left 300 families homeless"."""
    homeless = verb.lemma in {"leave", "make", "render"} and has_word(sentence, verb, {"homeless"}, "xcomp")
    return homeless and any(are_people(sentence, t) for t in objects_of(sentence, verb))


def _gives_up(sentence: Sentence, verb: Token) -> str | None:
    """ "Militiamen abandoned their posts", "villagers had to abandon their homes"."""
    if any(_is_one_of(t, _WHO_RETURN) for t in children(sentence, verb.index, "obl:agent")):
        return "displace"  # "villages that were deserted by their people"
    things = {t.lemma.lower() for t in children(sentence, verb.index, "obj")}
    who = _movers(sentence, verb)
    if things & _POSTS and any(bears_arms(sentence, t) for t in who):
        return "withdraw"
    return "displace" if things & {"home", "house", "homestead"} and any(are_people(sentence, t) for t in who) else None


def _kept(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Prevent civilians from leaving the town": the verb of what those who live there are kept from."""
    if verb.lemma not in _KEEPING or not any(_is_one_of(t, _INHABITANTS) for t in objects_of(sentence, verb)):
        return []
    return [
        t
        for t in children(sentence, verb.index, "advcl", "xcomp", "ccomp", "obl", "acl")
        if t.lemma in _PASSING and has_word(sentence, t, {"from"}, "mark", "case")
    ]


def _taken_along(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "A convoy of ambulances left the town", "the first returnees arrived": who comes tells what for."""
    if label not in {"deliver_aid", "deploy", "advance", "withdraw"} or head.lemma not in _SET_OUT:
        return None
    subjects = children(sentence, head.index, "nsubj")
    if any(_is_one_of(t, frozenset({"returnee"})) for t in subjects):
        return "return"
    vehicles = [t for t in subjects if t.lemma.lower() in _VEHICLES | {"convoy", "column"}]
    loads = [n for t in vehicles for n in children(sentence, t.index, "nmod")]
    along = any(_is_one_of(t, _TAKEN_ALONG) for t in loads)
    return "evacuate" if along or any(t.lemma.lower() == "evacuee" for t in subjects) else None


def _flight(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "The flight of the villagers": people's flight brings no aid."""
    if label != "deliver_aid" or head.lemma.lower() != "flight" or head.upos != "NOUN":
        return None
    return "displace" if any(are_people(sentence, t) for t in children(sentence, head.index, "nmod")) else None


def _flown_out(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Aid workers were flown home": people who are carried are no aid."""
    if label != "deliver_aid" or head.upos != "VERB" or head.lemma not in _CONVEYING - {"get", "help"}:
        return None
    things = objects_of(sentence, head)
    return "evacuate" if things and all(are_people(sentence, t) for t in things) else None


def _staff(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Withdrew its staff from the town": people who bear no arms are taken out."""
    if label != "withdraw" or head.upos != "VERB" or head.lemma not in _RECALLING:
        return None
    things = objects_of(sentence, head)
    return "evacuate" if things and all(are_people(sentence, t) for t in things) else None


def _removed(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "The removal of the families", "to remove all members of the group": others take them out."""
    if label not in {"withdraw", "deploy"} or head.lemma.lower() not in _REMOVING:
        return None
    of = [t for t in children(sentence, head.index, "nmod") if "of" in cases_of(sentence, t)]
    things = of if head.upos == "NOUN" else objects_of(sentence, head)
    people = any(kind_of(sentence, t.index) == "people" or t.lemma.lower() == "member" for t in things)
    return "evacuate" if people else None


def _driven_to_safety(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Lorries took the children away": what has wheels arrests nobody."""
    if label not in {"detain", "abduct"} or head.lemma not in _CONVEYING:
        return None
    if label == "abduct" and has_particle(sentence, head, "off"):
        return None  # "a white van carried off two students"
    vehicles = has_lemma(sentence, head, _VEHICLES, "nsubj")
    return (
        "evacuate" if vehicles and any(are_people(sentence, t) for t in children(sentence, head.index, "obj")) else None
    )


def _sent_home(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Refugees were repatriated": who fled and is brought back returns."""
    if label not in {"evacuate", "release", "withdraw"} or head.lemma != "repatriate":
        return None
    return "return" if any(_is_one_of(t, _DRIVEN_OFF) for t in objects_of(sentence, head)) else None


def _brought_home(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Is bringing 500 troops home": who comes home is not deployed."""
    if label != "deploy" or head.lemma not in {"bring", "send", "fly", "take", "call"}:
        return None
    back = {t.text.lower() for t in children(sentence, head.index, "advmod", "compound:prt", "obl")} & _HOMEWARDS
    return "withdraw" if back and any(bears_arms(sentence, t) for t in objects_of(sentence, head)) else None


def _forced_out(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "The militia was forced out of the village": who bears arms and is driven out withdraws."""
    if label != "restrict" or head.lemma not in _EXPELLING:
        return None
    out = any(t.text.lower() == "out" for t in sentence.tokens[head.index + 1 : head.index + 3])
    return (
        "withdraw"
        if out and any(bears_arms(sentence, t) for t in children(sentence, head.index, "nsubj:pass"))
        else None
    )


def _members_flee(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Most commanders of the group had fled": they bear arms, and withdraw; a former rebel bears none."""
    if label not in {"displace", "withdraw"} or head.lemma not in {"flee", "escape", "leave"} or head.upos != "VERB":
        return None
    who = [_meant_by(sentence, head, t) for t in _movers(sentence, head)]
    if label == "withdraw":
        return "displace" if any(_is_former(sentence, t) for t in who) else None
    armed = (t for t in who if bears_arms(sentence, t) and not _is_former(sentence, t))
    return "withdraw" if any(t.upos in {"NOUN", "NUM"} for t in armed) else None


def _is_former(sentence: Sentence, noun: Token) -> bool:
    return any(c.lemma == "former" for c in children(sentence, noun.index, "amod"))


def _meant_by(sentence: Sentence, verb: Token, who: Token) -> Token:
    """ "Fighters who refused to leave": whom the clause of a verb is about, for the "who" that it has."""
    while verb.deprel == "xcomp" and verb.head >= 0:
        verb = sentence.tokens[verb.head]
    relative = who.text.lower() in {"who", "that"} and verb.deprel == "acl:relcl" and verb.head >= 0
    return sentence.tokens[verb.head] if relative else who


def _people_expelled(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Expelled all families from the town": people who are driven out do not withdraw."""
    if label not in {"withdraw", "capture"} or head.upos != "VERB" or head.lemma not in _EXPELLING:
        return None
    whom = objects_of(sentence, head)
    return "displace" if whom and all(are_people(sentence, t) for t in whom) else None


def _let_go(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Let the drivers go after two days": whom somebody lets go, and nowhere, was held; troops march off so."""
    verb = sentence.tokens[head.head] if head.lemma == "go" and head.deprel in {"xcomp", "ccomp"} else head
    go = [t for t in children(sentence, verb.index, "xcomp", "ccomp") if t.lemma == "go"]
    if label != "evacuate" or verb.lemma != "let" or not go:
        return None
    if any(t.text.lower() in _HOMEWARDS | {"out", "free"} for t in children(sentence, go[0].index)):
        return None
    whom = [*children(sentence, verb.index, "obj"), *children(sentence, go[0].index, "nsubj")]
    to = [t for t in children(sentence, go[0].index, "obl") if {"to", "into", "from"} & {*cases_of(sentence, t)}]
    return "release" if not to and whom and all(are_people(sentence, t) for t in whom) else None


def _settled_again(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Resettled 90 families in their old houses": at home again."""
    where = (
        children(sentence, head.index, "obl") if label == "displace" and head.lemma in {"resettle", "rehouse"} else []
    )
    own = (t for t in where if t.lemma.lower() in _HOMES and children(sentence, t.index, "nmod:poss"))
    return "return" if any(own) else None
