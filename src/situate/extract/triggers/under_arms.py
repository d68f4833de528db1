"""What those who bear arms do, and what is done with them, told by a word and what it is said of.

The model sees the verbs of war it has read and passes over plainer ones: "joined the war", "the lanes are laced with
mines", "halted the offensive", "reinforcements came". What the verb is said of tells the deed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from situate.extract.tree.armed import bears_arms
from situate.extract.tree.phrases import BODY_LABELS, is_named_place, kind_of, labelled_as
from situate.extract.tree.relations import (
    cases_of,
    children,
    governor_of,
    has_lemma,
    has_particle,
    has_word,
    objects_of,
)
from situate.extract.tree.slots import trigger_head
from situate.extract.tree.words import MINES, lexicon, word_list
from situate.extract.triggers.access import are_people
from situate.extract.triggers.lexical import SCORE, UNSURE
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap

_ARRIVING = word_list("arriving") | {"pour", "stream"}
_WARS = frozenset({"war", "conflict", "fight", "fighting", "battle"})
_MINES = MINES | {"trap", "booby-trap", "explosive"}
_FULL_OF = frozenset({"litter", "lace", "riddle", "sow", "strew", "seed"})
_STOPPING = frozenset({"stop", "halt", "defeat", "repulse", "thwart", "foil", "blunt", "contain", "frustrate"})
_ENDING = frozenset({"stop", "halt"})  # which one does with his own attacks as well
_ATTACKS = frozenset({
    "attack", "assault", "offensive", "advance", "push", "incursion", "invasion", "onslaught", "expansion", "raid",
})  # fmt: skip
_ASKING = frozenset({
    "call", "urge", "ask", "demand", "request", "order", "agree", "tell", "beg", "press", "pledge", "promise",
    "vow", "refuse", "should", "must", "pressure", "appeal", "plea", "need",
})  # fmt: skip
_HUNTING = frozenset({"hunt", "pursue", "chase"})
_SEARCHING = frozenset({"comb", "sweep", "scour", "search"})
_FOES = frozenset({"attacker", "assailant", "infiltrator", "raider", "straggler"})
_GOING_AWAY = frozenset({"departure", "exit", "pullout", "withdrawal"})
_FROM_GUNS = frozenset({"artillery", "mortar", "rocket", "missile", "howitzer", "cannon", "shell"})
_SO_CALLED = ("de facto", "de-facto", "self-proclaimed", "self-declared", "self-styled")
_MUTUAL = (["each", "other"], ["other", "each"], ["one", "another"], ["another", "one"])
_PAYING = frozenset({"pay", "fund", "finance"})
_PAY = frozenset({"salary", "wage", "stipend"})
_POSITIONS = frozenset({"position", "line"})
_STAYING_PUT = frozenset({"maintain", "hold", "keep", "retain"})
_SHELTERS = word_list("shelters")
_OWN = frozenset({"its", "their", "his"})
_PLEADING = frozenset({"lawyer", "minister", "official", "leader", "deputy", "journalist", "critic", "activist"})
_BARREL = frozenset({"barrel"})


def under_arms(sentence: Sentence, seen: Sequence[Labelled]) -> Iterator[Labelled]:
    """The words of a sentence that tell such a deed; what is ``seen`` surer holds."""
    if sentence.lemmas.isdisjoint(_TELLING):
        return
    for token in (t for t in sentence.tokens if t.lemma.lower() in _TELLING):
        word = token.lemma.lower()
        kind = next((kind for words, kind, holds in _UNSEEN if word in words and holds(sentence, token)), None)
        if kind is None:
            continue
        over = [t for t in seen if overlap(t, token)]
        if all(t.score <= UNSURE and t.label != kind for t in over):
            yield Labelled(token.start, token.end, kind, SCORE)


def by_arms(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A trigger with the type that those who bear arms, or their weapons, tell."""
    head = trigger_head(sentence, trigger)
    if head is None:
        return trigger
    for read, holds, kind in _RETYPED:
        if trigger.label == read and holds(sentence, head):
            return replace(trigger, label=kind)
    return trigger


def _armed(sentence: Sentence, things: Sequence[Token]) -> bool:
    return any(bears_arms(sentence, t) or (t.upos == "PROPN" and labelled_as(sentence, t, BODY_LABELS)) for t in things)


def _hunts(sentence: Sentence, token: Token) -> bool:
    """ "Is hunting militants", "combed the quarter for gunmen": on the ground, against those who bear arms.

    Who chases them out of a place takes it, and is told by that.
    """
    if token.upos != "VERB" or token.lemma not in _HUNTING | _SEARCHING:
        return False
    whom = objects_of(sentence, token)
    beside = [*children(sentence, token.index, "obl"), *(c for t in whom for c in children(sentence, t.index, "nmod"))]
    if token.lemma in _SEARCHING:
        whom = [t for t in beside if "for" in cases_of(sentence, t)]
    out = any({"out", "from"} & {*cases_of(sentence, t)} for t in beside)
    return not out and any(t.lemma.lower() in {*lexicon()["fighters"], *_FOES} for t in whom)


def _takes_up_position(sentence: Sentence, token: Token) -> bool:
    """ "A destroyer took up position off the coast"."""
    up = has_particle(sentence, token, "up")
    post = any(are_people(sentence, t) for t in children(sentence, token.index, "nsubj"))  # at a university
    return token.lemma == "take" and up and not post and has_lemma(sentence, token, {"position"}, "obj")


def _reinforced(sentence: Sentence, token: Token) -> bool:
    """ "Reinforcements arrived": nobody else sends or brings them in the sentence."""
    if token.lemma.lower() != "reinforcement" or token.deprel != "nsubj" or token.head < 0:
        return False
    return sentence.tokens[token.head].lemma in _ARRIVING


def _joins_a_war(sentence: Sentence, token: Token) -> bool:
    """ "Orland joined the war": forces that were not there. Who crosses a border "joining the war" is told by that."""
    joins = token.lemma == "join" and token.upos == "VERB" and not token.text.lower().endswith("ing")
    wars = [t for t in children(sentence, token.index, "obj") if t.lemma.lower() in _WARS] if joins else []
    against = [c for t in wars for c in children(sentence, t.index, "nmod") if "against" in cases_of(sentence, c)]
    return bool(wars) and (not against or _armed(sentence, against))  # none "against cancer"


def _mined(sentence: Sentence, token: Token) -> bool:
    """ "The lanes are laced with mines": weapons that somebody put there."""
    if token.lemma not in _FULL_OF:
        return False
    what = [t for t in children(sentence, token.index, "obl", "obl:agent", "obj") if "with" in cases_of(sentence, t)]
    return any(t.lemma.lower() in _MINES for w in what for t in (w, *children(sentence, w.index, "conj")))


def _stops_an_attack(sentence: Sentence, token: Token) -> bool:
    """ "Halted the militia's expansion", "the attack was defeated": by the other side, no one who calls his own off.

    Nor is anything repelled by who is asked, or agrees, to stop.
    """
    if token.lemma not in _STOPPING or token.upos != "VERB":
        return False
    attacks = [t for t in objects_of(sentence, token) if t.lemma.lower() in _ATTACKS]
    beside = [c for t in attacks for c in children(sentence, t.index, "det", "nmod:poss", "compound", "amod", "nmod")]
    own = any(c.text.lower() in _OWN for c in beside) or (token.lemma in _ENDING and not beside)  # "stopped attacks"
    if not attacks or own or _is_asked_for(sentence, token):
        return False
    by = children(sentence, token.index, "nsubj")  # neither a goalkeeper nor "the advance of the disease" is meant
    of = [c for c in beside if c.deprel == "nmod" and "of" in cases_of(sentence, c)]
    return all(not who or _armed(sentence, who) or any(t.upos in {"PRON", "PROPN"} for t in who) for who in (by, of))


def _is_asked_for(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb stands below one of asking or agreeing, or beside a word for what should be done."""
    above: Token | None = verb
    while above is not None:
        aux = children(sentence, above.index, "aux")
        if above.lemma in _ASKING or any(t.text.lower() in _ASKING for t in aux):
            return True
        above = governor_of(sentence, above)
    return False


def _pays_fighters(sentence: Sentence, token: Token) -> bool:
    """ "The ministry pays the salaries of the militia": pay arms who gets it (guidelines)."""
    if token.upos != "VERB" or token.lemma not in _PAYING:
        return False
    pay = [t for t in objects_of(sentence, token) if t.lemma.lower() in _PAY]
    whose = [c for t in pay for c in children(sentence, t.index, "nmod", "nmod:poss", "compound")]
    return _armed(sentence, whose + (children(sentence, token.index, "iobj", "obl") if pay else []))


def _defends(sentence: Sentence, token: Token) -> bool:
    """ "Fighters defended the town", "it is defended by volunteers": many who defend a place fight for it, whoever they
    are; a minister speaks for it. Who only means to does not yet.
    """
    if token.lemma != "defend" or token.upos != "VERB" or token.text.lower() == "defend":
        return False
    what = objects_of(sentence, token)
    what += [sentence.tokens[token.head]] if token.deprel in {"acl", "acl:relcl"} and token.head >= 0 else []
    by = children(sentence, token.index, "nsubj", "obl:agent")
    if any(bears_arms(sentence, t) for t in children(sentence, token.index, "obl:agent")):
        return not any(t.lemma.lower() in word_list("matters") for t in what)  # "the mill is defended by fighters"
    many = any(t.lemma.lower() != t.text.lower() and _are_many(sentence, t) for t in by)
    return (many or _armed(sentence, by)) and any(_is_place(sentence, t) for t in what)


def _are_many(sentence: Sentence, doer: Token) -> bool:
    """Whether a plural noun stands for people or a body, and not for those who plead and argue."""
    speaking = doer.lemma.lower() in _PLEADING
    return not speaking and kind_of(sentence, doer.index) in {"people", "actor"}


def _is_their_capital(sentence: Sentence, token: Token) -> bool:
    """ "The group's de facto capital", "self-proclaimed capital of the militia": whose it is holds it (guidelines)."""
    if token.lemma.lower() != "capital" or token.upos != "NOUN":
        return False
    before = " ".join(t.text.lower() for t in sentence.tokens[max(0, token.index - 5) : token.index]).replace(
        " - ", "-"
    )
    return any(words in before for words in _SO_CALLED)


def _runs_low(sentence: Sentence, token: Token) -> bool:
    """ "The garrison is low on ammunition", "is running low on it"."""
    if token.text.lower() != "low":
        return False
    of = children(sentence, token.index, "obl", "nmod")
    of += (
        children(sentence, token.head, "obl") if token.head >= 0 and sentence.tokens[token.head].lemma == "run" else []
    )
    on = [t for t in of if "on" in cases_of(sentence, t)]
    return any(kind_of(sentence, t.index) in {"goods", "weapon"} for t in on)


def _sells_people(sentence: Sentence, token: Token) -> bool:
    """ "Girls were sold as brides"."""
    whom = objects_of(sentence, token) if token.lemma == "sell" and token.upos == "VERB" else []
    return bool(whom) and all(are_people(sentence, t) for t in whom)


def _is_place(sentence: Sentence, token: Token) -> bool:
    return is_named_place(sentence, token) or kind_of(sentence, token.index) == "place"


def _armed_depart(sentence: Sentence, head: Token) -> bool:
    """ "The departure of the foreign contingent": of those who bear arms."""
    of = [t for t in children(sentence, head.index, "nmod", "nmod:poss") if t.upos != "PROPN"]
    forces = any(t.lemma.lower() in {*lexicon()["fighters"], "contingent"} for t in of)
    return head.lemma.lower() in _GOING_AWAY and forces


def _with_guns(sentence: Sentence, head: Token) -> bool:
    """ "Artillery and missiles were used in the attack"."""
    verb = governor_of(sentence, head, "obl") or head
    used = verb.lemma in {"use", "employ"} and "in" in cases_of(sentence, head)
    means = objects_of(sentence, verb) if used else []
    return any(
        t.lemma.lower() in _FROM_GUNS for m in means for t in (m, *children(sentence, m.index, "conj", "compound"))
    )


def _each_other(sentence: Sentence, head: Token) -> bool:
    """ "The militias turned on each other": both fight."""
    whom = children(sentence, head.index, "obj", "obl")
    return any(
        [t.text.lower(), *(c.text.lower() for c in children(sentence, t.index, "fixed", "det"))] in _MUTUAL
        for t in whom
    )


def _is_drawn_down(sentence: Sentence, head: Token) -> bool:
    """ "Is drawing down its force": fewer of them stay."""
    return head.lemma == "draw" and has_word(sentence, head, {"down"})


def _stays_put(sentence: Sentence, head: Token) -> bool:
    """ "Maintained their positions": held against somebody, and nobody newly posted."""
    where = children(sentence, head.index, "obj") if head.lemma in _STAYING_PUT else []
    return any(
        t.lemma.lower() in _POSITIONS and t.text.lower() != t.lemma.lower() for t in where
    )  # "its position on tax"


def _shelters_fighters(sentence: Sentence, head: Token) -> bool:
    """ "The valley is a base for hardline fighters": a place where they are at home is theirs (guidelines)."""
    for_whom = [t for t in children(sentence, head.index, "nmod", "obl") if "for" in cases_of(sentence, t)]
    of = children(sentence, head.index, "nsubj") if children(sentence, head.index, "cop") else []
    is_one = any(t.text.lower() == "it" or _is_place(sentence, t) for t in of)
    return head.lemma.lower() in _SHELTERS and is_one and _armed(sentence, for_whom)


def _with_barrel_bombs(sentence: Sentence, head: Token) -> bool:
    """ "Shelled with barrel bombs": those fall from helicopters."""
    means = children(sentence, head.index, "obl", "obl:agent")
    return any(has_lemma(sentence, t, _BARREL, "compound", "amod") for t in means)


# The words that can tell a deed, of which type, and whether they do.
_UNSEEN: tuple[tuple[frozenset[str], str, Callable[[Sentence, Token], bool]], ...] = (
    (frozenset({"reinforcement"}), "deploy", _reinforced),
    (frozenset({"join"}), "deploy", _joins_a_war),
    (_FULL_OF, "deploy", _mined),
    (frozenset({"take"}), "deploy", _takes_up_position),
    (_HUNTING | _SEARCHING, "assault", _hunts),
    (_STOPPING, "repel", _stops_an_attack),
    (_PAYING, "arm", _pays_fighters),
    (frozenset({"defend"}), "clash", _defends),
    (_STAYING_PUT, "control", _stays_put),
    (_SHELTERS, "control", _shelters_fighters),
    (frozenset({"capital"}), "control", _is_their_capital),
    (frozenset({"low"}), "deprivation", _runs_low),
    (frozenset({"sell"}), "abuse", _sells_people),
)
_TELLING = frozenset(word for words, *_ in _UNSEEN for word in words)
_RETYPED: tuple[tuple[str, Callable[[Sentence, Token], bool], str], ...] = (
    ("deploy", _is_drawn_down, "withdraw"),
    ("deploy", _stays_put, "control"),
    ("deploy", _shelters_fighters, "control"),
    ("shelling", _with_barrel_bombs, "airstrike"),
    ("evacuate", _armed_depart, "withdraw"),
    ("assault", _each_other, "clash"),
    ("assault", _with_guns, "shelling"),
)
