"""Who is taken out and what is brought: verbs of carrying told apart by whom or what they carry, and by what.

The model reads nearly every carrying, coming and holding up near a siege as aid or as an evacuation. The thing that is
carried tells which: buses come for people, arms are no aid, a toll that is "brought to 12" is no load, and nobody is
taken anywhere by "took nineteen hours".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from situate.extract.roles.aid import is_aid
from situate.extract.tree.armed import is_fighter
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import cases_of, children, has_lemma, has_particle, has_word, objects_of
from situate.extract.tree.slots import trigger_head
from situate.extract.tree.words import CAPTIVES, word_list
from situate.extract.triggers.access import are_people, is_hurt
from situate.extract.triggers.lexical import SCORE, UNSURE
from situate.extract.triggers.rules import by_rules
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap

_BUSES = frozenset({"bus", "coach", "minibus"})
_PEOPLE_CARRIERS = _BUSES | {"ambulance", "helicopter", "ferry", "boat", "train", "plane", "aircraft", "airplane"}
_SEATING = frozenset({"put", "load", "place", "lift", "bundle"})
_ABOARD = frozenset({"on", "onto", "aboard", "into", "in"})
_CONVEYING = word_list("conveying")
_HELD = CAPTIVES | {"suspect", "convict", "inmate"}
_COMING = frozenset({"come", "arrive", "turn"})
_WAYS_OUT = frozenset({"corridor"})
_RUBBLE = frozenset({"rubble", "debris", "wreckage", "ruin"})
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "while", "age"})
_LETTING = frozenset({"let", "allow", "permit"})
_LEAVING = frozenset({"leave", "depart", "march", "walk", "go"})
_LODGING = frozenset({"lodge", "house", "shelter", "accommodate"})
_ARMS = frozenset({
    "weapon", "arms", "ammunition", "munition", "cartridge", "bullet", "missile", "rocket", "rifle", "grenade",
    "mortar", "explosive", "weaponry", "shell", "howitzer", "machinegun",
})  # fmt: skip
_CONTAINERS = frozenset({"box", "crate", "load", "lorry", "truck", "dozen", "hundred", "thousand", "ton", "tonne"})
_MEASURES = frozenset({"kilo", "kilogram", "kilogramme", "gram", "ton", "tonne", "bag", "pack", "packet", "cup", "pot"})
_ABLE = frozenset({"can", "could", "ca"})
_READ_AS = frozenset({"evacuate", "deliver_aid", "deny_aid", "displace", "abduct", "detain"})
_PULLING = frozenset({"pull", "dig", "drag", "rescue", "recover", "extract", "free", "bring", "take", "get"})
_BRINGING = frozenset(
    {"bring", "take", "deliver", "carry", "send", "hand", "receive", "get", "land", "distribute"}
    | {"drop", "airdrop", "scatter"}
)


def taken_out(sentence: Sentence, seen: Sequence[Labelled]) -> Iterator[Labelled]:
    """Verbs that take people out by what carries them ("were put on the first bus"); what is ``seen`` surer holds."""
    for token in sentence.verbs:
        if not (_seated(sentence, token) or _used_by(sentence, token)):
            continue
        over = [t for t in seen if overlap(t, token)]
        if all(t.score <= UNSURE and t.label not in {"evacuate", "return", "release", "detain"} for t in over):
            yield Labelled(token.start, token.end, "evacuate", SCORE)


def carried(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A trigger with the type that its load tells."""
    rules = (_buses_held, _people_moved, _led_out, _let_out, _buses_come, _arms_brought, _lodged)
    return by_rules(sentence, trigger, *rules, verbs=True)


def no_load(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether nobody and nothing is carried where the model reads an evacuation or aid."""
    if trigger.label not in _READ_AS:
        return False
    head = trigger_head(sentence, trigger)
    if head is None or head.upos != "VERB":
        return False
    things = objects_of(sentence, head)
    if head.lemma == "take" and any(_is_time(sentence, t) for t in children(sentence, head.index, "obj")):
        return True  # "took nineteen hours"
    if head.lemma in _BRINGING and things and all(_is_word_only(sentence, t) for t in things):
        return True
    if _dug_out(sentence, head) or (trigger.label in {"evacuate", "displace"} and _stays(sentence, head)):
        return True
    if trigger.label == "evacuate":
        return _shown_round(sentence, head, things)
    return trigger.label == "deliver_aid" and (_within_reach(sentence, head) or _welcomed(sentence, head))


def _seated(sentence: Sentence, verb: Token) -> bool:
    """ "Were put on the first bus", "loaded the wounded into ambulances", "were flown out by helicopter"."""
    if verb.lemma not in _SEATING | _CONVEYING:
        return False
    things = objects_of(sentence, verb)
    if not any(_free(sentence, t) for t in things) or any(
        is_fighter(t) for t in children(sentence, verb.index, "obl:agent")
    ):
        return False
    for way in children(sentence, verb.index, "obl"):
        cases = set(cases_of(sentence, way))
        if way.lemma.lower() in _PEOPLE_CARRIERS and (cases & _ABOARD or (verb.lemma in _CONVEYING and "by" in cases)):
            return True
    return False


def _used_by(sentence: Sentence, verb: Token) -> bool:
    """ "The corridor was used by 600 civilians": a way out by which people left."""
    if verb.lemma != "use":
        return False
    ways = objects_of(sentence, verb)
    if verb.deprel == "acl" or (verb.deprel == "acl:relcl" and all(t.upos == "PRON" for t in ways)):
        ways = [*ways, sentence.tokens[verb.head]]
    users = children(sentence, verb.index, "obl:agent", "obl", "nsubj")
    return any(t.lemma.lower() in _WAYS_OUT for t in ways) and any(are_people(sentence, t) for t in users)


def _free(sentence: Sentence, thing: Token) -> bool:
    return are_people(sentence, thing) and thing.lemma.lower() not in _HELD


def _buses_held(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Turned back three buses", "a bus convoy was held up": buses take people out, and bring no aid."""
    if label != "deny_aid":
        return None
    things = objects_of(sentence, head)
    beside = [c for t in things for c in children(sentence, t.index, "compound")]
    loaded = any(is_aid(sentence, t) for t in things)
    return "evacuate" if not loaded and any(t.lemma.lower() in _BUSES for t in (*things, *beside)) else None


def _people_moved(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "They were taken by cart to the clinic": whom somebody takes somewhere is denied nothing, and no soldier."""
    if label not in {"deny_aid", "deploy"} or head.lemma not in _CONVEYING | _SEATING | {"board"}:
        return None
    things = objects_of(sentence, head)
    ways = children(sentence, head.index, "obl", "nsubj", *(("obj",) if head.lemma == "board" else ()))
    on_buses = any(t.lemma.lower() in _BUSES | {"ambulance"} for t in ways)
    if head.lemma == "board":
        doers = children(sentence, head.index, "nsubj")
        return "evacuate" if on_buses and not any(is_fighter(t) for t in doers) else None
    to = any(c.text.lower() == "to" for t in ways for c in children(sentence, t.index, "case"))
    someone = [t for t in things if _free(sentence, t) or (label == "deny_aid" and t.text.lower() in {"they", "them"})]
    return "evacuate" if someone and (on_buses or to) else None


def _led_out(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "A volunteer was taking people out to the camp": whom somebody takes out he does not drive out."""
    if label != "displace" or head.lemma not in {"take", "bring", "get"} or not has_particle(sentence, head, "out"):
        return None
    doers = children(sentence, head.index, "nsubj")
    led = any(_free(sentence, t) for t in children(sentence, head.index, "obj"))
    return "evacuate" if led and doers and not any(is_fighter(t) for t in doers) else None


def _let_out(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Let the garrison march out": whom the other side lets go, fighters too, leaves by arrangement."""
    if label != "withdraw" or head.lemma not in _LEAVING or head.deprel not in {"xcomp", "ccomp"} or head.head < 0:
        return None
    return "evacuate" if sentence.tokens[head.head].lemma in _LETTING else None


def _buses_come(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "No bus came": buses come for people."""
    if label != "deliver_aid" or head.lemma not in _COMING:
        return None
    return "evacuate" if has_lemma(sentence, head, _BUSES, "nsubj") else None


def _arms_brought(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Brought in ammunition", "sent a box of cartridges": arms are no aid."""
    if label != "deliver_aid":
        return None
    things = objects_of(sentence, head)
    held = [n for t in things if t.lemma.lower() in _CONTAINERS for n in children(sentence, t.index, "nmod")]
    with_them = [c for t in (*things, *held) for c in children(sentence, t.index, "conj")]
    arms = any(t.lemma.lower() in _ARMS for t in (*things, *held))
    return "arm" if arms and not any(is_aid(sentence, t) for t in (*things, *held, *with_them)) else None


def _lodged(sentence: Sentence, head: Token, label: str) -> str | None:
    """ "Are lodged in a school": whoever gets shelter was driven out."""
    return "displace" if label == "evacuate" and head.lemma in _LODGING else None


def _is_word_only(sentence: Sentence, thing: Token) -> bool:
    """Whether a thing is a letter, a toll, a speech, and holds no aid ("a total of 30 tonnes", "tea and bread")."""
    held = children(sentence, thing.index, "nmod")
    beside = [c for t in (thing, *held) for c in (t, *children(sentence, t.index, "conj"))]
    meant = held if kind_of(sentence, thing.index) == "figure" or thing.lemma.lower() in _MEASURES else [thing]
    words = word_list("no_loads")
    return any(t.lemma.lower() in words for t in meant) and not any(is_aid(sentence, t) for t in beside)


def _is_time(sentence: Sentence, thing: Token) -> bool:
    return thing.lemma.lower() in _TIMES or (thing.upos == "NOUN" and kind_of(sentence, thing.index) == "time")


def _stays(sentence: Sentence, head: Token) -> bool:
    """ "Some 5,000 people are left in the town", "left behind a rubber boat": nobody is taken out."""
    if head.lemma != "leave":
        return False
    behind = has_word(sentence, head, {"behind"}, "compound:prt", "advmod", "case")
    people_left = any(are_people(sentence, t) for t in children(sentence, head.index, "nsubj:pass"))
    return behind or people_left


def _dug_out(sentence: Sentence, head: Token) -> bool:
    """ "Pulled from the rubble": who is dug out is rescued, and no town is emptied."""
    if head.lemma not in _PULLING:
        return False
    things = children(sentence, head.index, "obj")
    beside = [*children(sentence, head.index, "obl"), *(n for t in things for n in children(sentence, t.index, "nmod"))]
    return any(t.lemma.lower() in _RUBBLE for t in beside)


def _shown_round(sentence: Sentence, head: Token, things: Sequence[Token]) -> bool:
    """ "Reporters were taken to the town": who comes to look is not taken out, if he is not hurt."""
    if head.lemma not in {"take", "bring", "drive", "fly", "lead", "escort"} or not things:
        return False
    return all(t.lemma.lower() in word_list("onlookers") and not is_hurt(sentence, t) for t in things)


def _within_reach(sentence: Sentence, head: Token) -> bool:
    """ "The town can be reached only by sea": which way there is tells of no aid that came."""
    able = has_word(sentence, head, _ABLE, "aux")
    places = children(sentence, head.index, "nsubj:pass")
    return head.lemma == "reach" and able and any(not is_aid(sentence, t) for t in places)


def _welcomed(sentence: Sentence, head: Token) -> bool:
    """ "They were received at the port": people who are received get nothing by that."""
    people = any(are_people(sentence, t) or t.upos == "PRON" for t in children(sentence, head.index, "nsubj:pass"))
    given = any(is_aid(sentence, t) for t in children(sentence, head.index, "obl"))
    return head.lemma == "receive" and people and not given
