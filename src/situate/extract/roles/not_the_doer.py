"""Who only stands beside a deed of siege and access: escorts, who drives on a mine, whom a place is taken from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler
from situate.extract.tree.phrases import BODY_LABELS, kind_of, labelled_as
from situate.extract.tree.relations import (
    DONE_TO,
    ancestors,
    cases_of,
    children,
    governor_of,
    has_word,
    is_infinitive,
    subjects_of,
    subtree,
    top_of,
)
from situate.extract.tree.words import MINES, lexicon, word_list
from situate.model.claim import PLACE_ROLES
from situate.model.sentence import Sentence, Token
from situate.ontology import BLOWS

_ESCORTING = frozenset({"escort", "accompany", "guard", "protect", "secure"})
HITTING = frozenset({"strike", "hit", "trigger", "detonate", "step", "run", "drive"})
_SETTING_OFF = frozenset({"detonate", "trigger"})
_LAYING = frozenset({
    "militant", "rebel", "insurgent", "jihadist", "extremist", "terrorist", "guerrilla", "separatist", "fighter",
    "attacker", "assailant", "gunman", "bandit", "militiaman",
})  # fmt: skip
# Deeds that one side does; verbs of these that have an opponent behind "with".
_ONE_SIDED = frozenset({
    "capture", "assault", "advance", "shelling", "airstrike", "besiege", "siege_end", "destroy", "control", "cut_route",
    "open_route", "deploy", "withdraw",
})  # fmt: skip
_AGAINST = frozenset(
    {"fight", "clash", "battle", "skirmish", "engage", "trade", "exchange", "grapple", "vie", "struggle"}
)
_GIVING = frozenset({"support", "assist", "arm"})
# What is an answer to a deed, or looks into it.
_ANSWERS = frozenset({
    "response", "reaction", "reply", "answer", "retaliation", "revenge", "investigation", "inquiry", "enquiry", "probe",
    "mechanism", "mission", "inspection",
})  # fmt: skip
_RULE = frozenset({"control", "rule", "occupation", "administration", "authority"})
_OWNING = frozenset({"amod", "compound", "nmod:poss", "nmod"})
_AT = frozenset({"to", "into", "for", "about", "on", "after"})
_SIDES = frozenset({"actor", "people"})
_WARDING_OFF = frozenset({
    "repel", "repulse", "foil", "thwart", "blunt", "defeat", "fend", "ward", "beat", "fight", "resist",
    "withstand", "avert", "intercept",
})  # fmt: skip


def without_bystanders(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim, those who only stand beside it in their own role or left out."""
    fillers = _without_defenders(sentence, head, [_together_with(sentence, head, kind, f) for f in fillers])
    fillers = [f for f in fillers if f.role != "actor" or not _escorts(sentence, head, f)]
    fillers = [f for f in fillers if f.role != "actor" or not _rules_there(sentence, head, f)]
    fillers = [_came_under(sentence, head, f) for f in fillers] if kind in BLOWS else fillers
    fillers = without_opponents(sentence, head, kind, fillers)
    fillers = _without_one_of_two(sentence, head, fillers) if kind == "displace" else fillers
    if kind in BLOWS and head.upos == "NOUN":
        fillers = [f for f in fillers if f.role != "actor" or not _behind_semicolon(sentence, head, f)]
        answer = answered(sentence, head)
        fillers = [f for f in fillers if f.role != "actor" or not answer or _inside(sentence, head, f)]
    if kind in {"open_route", "cut_route"} and head.upos == "ADJ":
        return [f for f in fillers if f.role != "actor" or not _only_says_so(sentence, head, f)]
    if kind == "explosion" and on_a_mine(sentence, head) and not _sets_it_off(sentence, head):
        return [_on_a_mine(sentence, head, f) for f in fillers if f.role != "actor" or not _whose(sentence, head, f)]
    if kind == "capture":
        return _taken_from(sentence, head, fillers)
    return [_takes_out(sentence, head, f) for f in fillers] if kind == "evacuate" else list(fillers)


def without_opponents(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim of help without those against whom it is given."""
    return [f for f in fillers if kind not in _GIVING or f.role != "target" or not _helped_against(sentence, head, f)]


def _helped_against(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "Support the army against the rebels", "defend them against attacks by the rebels": the rebels get no help."""
    top = top_of(sentence, filler.start, filler.end)
    below = subtree(sentence, head.index)
    above = [top, *ancestors(sentence, top.index)] if top is not None else []
    return any("against" in cases_of(sentence, t) and t.index in below and t.index != head.index for t in above)


def answered(sentence: Sentence, head: Token) -> bool:
    """ "Ostria struck in response to the attack", "a probe by the Union into the attack": they did not attack."""
    of = sentence.tokens[head.head] if head.deprel in {"nmod", "obl"} else None
    return of is not None and of.lemma.lower() in _ANSWERS and bool(_AT & set(cases_of(sentence, head)))


def _without_one_of_two(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """ "Clashes between the army and the rebels displaced thousands": one of those who fight alone did not do it."""
    doers = [f for f in fillers if f.role == "actor"]
    under = (i for t in children(sentence, head.index, "nsubj") for i in subtree(sentence, t.index))
    words = [sentence.tokens[i] for i in sorted(under)]
    start = next((t.start for t in words if t.text.lower() == "between"), None)
    if start is None or len(doers) != 1 or not any(t.text.lower() == "and" and t.start > start for t in words):
        return list(fillers)
    return [f for f in fillers if f not in doers or not start < f.start < words[-1].end]


def _inside(sentence: Sentence, head: Token, filler: Filler) -> bool:
    top = top_of(sentence, filler.start, filler.end)
    return top is None or top.index in subtree(sentence, head.index)


def _behind_semicolon(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "The Blues sent help; ten soldiers died in an ambush": each part stands by itself, the Blues laid none."""
    return filler.end <= head.start and any(t.text == ";" for t in sentence.within(filler.end, head.start))


def _without_defenders(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """ "The army foiled an attack", "a raid was beaten back by the police": who wards it off has not attacked.

    Nor has who foils a plot to attack.
    """
    plot = governor_of(sentence, head, "acl") if is_infinitive(sentence, head) else None
    warded = plot or head
    verb = sentence.tokens[warded.head] if warded.upos == "NOUN" and warded.deprel in DONE_TO else None
    own = has_word(sentence, head, {"its", "their", "his"}, "nmod:poss")
    if verb is None or own or verb.lemma not in _WARDING_OFF:
        return list(fillers)
    defenders = {t.index for t in children(sentence, verb.index, "nsubj", "obl:agent")}
    tops = [top_of(sentence, f.start, f.end) for f in fillers]
    return [
        f
        for f, top in zip(fillers, tops, strict=True)
        if f.role != "actor" or top is None or not {top.index, top.head if top.deprel == "conj" else -1} & defenders
    ]


def on_a_mine(sentence: Sentence, verb: Token) -> bool:
    """ "The bus struck a mine", "drove over a landmine": it goes off under whoever does so."""
    if verb.upos != "VERB" or verb.lemma not in HITTING or not children(sentence, verb.index, "nsubj"):
        return False
    things = children(sentence, verb.index, "obj")
    over = [
        t for t in children(sentence, verb.index, "obl") if not {"on", "over", "onto"}.isdisjoint(cases_of(sentence, t))
    ]
    return any(t.lemma.lower() in MINES for t in (*things, *over))


def _sets_it_off(sentence: Sentence, verb: Token) -> bool:
    """ "Militants detonated an IED near a school", "the Front triggered a mine": they laid it, and drive on none.

    Soldiers on patrol, a child or a bus may set off what others laid.
    """
    if verb.lemma not in _SETTING_OFF:
        return False
    return any(t.lemma.lower() in _LAYING or _is_body(sentence, t) for t in children(sentence, verb.index, "nsubj"))


def _is_body(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is the name of a body, by its letters and the model."""
    named = noun.text[:1].isupper() and noun.lemma.lower() not in lexicon()["kinds"]
    return named and labelled_as(sentence, noun, BODY_LABELS)


def _together_with(sentence: Sentence, head: Token, kind: str, filler: Filler) -> Filler:
    """ "Their men surround the town together with the army": who does it with them does it too.

    So does who takes a place "with Ostrian troops"; a clash with them is against them.
    """
    top = top_of(sentence, filler.start, filler.end) if filler.role == "target" else None
    case = next((c for c in children(sentence, top.index, "case") if c.text.lower() == "with"), None) if top else None
    if top is None or case is None:
        return filler
    before = sentence.tokens[case.index - 1].text.lower() if case.index else ""
    passive = children(sentence, head.index, "nsubj:pass")  # "are reinforced with 2,000 soldiers"
    beside = top.deprel == "obl" and top.head == head.index and not passive
    alone = beside and kind in _ONE_SIDED and head.lemma not in _AGAINST and kind_of(sentence, top.index) in _SIDES
    return replace(filler, role="actor") if alone or before in {"together", "along", "jointly"} else filler


def without_the_deal(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """ "A lifting of the siege was agreed in Geneva in June": there and then it was agreed on, not done."""
    return [f for f in fillers if f.role not in {"place", "time"} or not _beside_its_verb(sentence, head, f)]


def _beside_its_verb(sentence: Sentence, head: Token, filler: Filler) -> bool:
    top = top_of(sentence, filler.start, filler.end)
    return top is not None and head.head >= 0 and top.head == head.head and top.deprel.startswith("obl")


def _only_says_so(sentence: Sentence, state: Token, filler: Filler) -> bool:
    """ "The rebels say the road is open": who says how a way is has not made it so."""
    top = top_of(sentence, filler.start, filler.end)
    return top is not None and top.deprel == "nsubj" and state.deprel == "ccomp" and top.head == state.head


def _escorts(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "A convoy escorted by the army was ambushed", "arrived": the army brings nothing, and attacks nobody."""
    top = top_of(sentence, filler.start, filler.end)
    verb = sentence.tokens[top.head] if top is not None and top.head >= 0 else None
    beside = verb is not None and verb.index != head.index and verb.deprel.startswith("acl")
    return verb is not None and beside and verb.lemma in _ESCORTING


def _rules_there(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "Was damaged in an area under rebel control": who holds the ground did not do it."""
    top = top_of(sentence, filler.start, filler.end)
    rule = sentence.tokens[top.head] if top is not None and top.head >= 0 and top.deprel in _OWNING else None
    if rule is None or rule.index == head.index or rule.lemma not in _RULE or "under" not in cases_of(sentence, rule):
        return False
    return rule.deprel == "nmod" and rule.head != head.index


def _came_under(sentence: Sentence, head: Token, filler: Filler) -> Filler:
    """ "The police drove off and came under attack", "a farmer came under fire": it is done to them, dead or not."""
    if head.upos == "NOUN" and head.deprel in {"obl", "obj"}:  # "fire" alone tells it, or "came under fire"
        verb, beneath = sentence.tokens[head.head], [head]
    else:
        verb, beneath = head, children(sentence, head.index, "obl", "obj")
    if verb.lemma != "come" or not any("under" in cases_of(sentence, t) for t in beneath):
        return filler
    subjects = subjects_of(sentence, verb)
    while not subjects and verb.deprel in {"conj", "xcomp"} and verb.head >= 0:
        verb = sentence.tokens[verb.head]
        subjects = subjects_of(sentence, verb)
    top = top_of(sentence, filler.start, filler.end)
    suffers = filler.role in {"actor", "killed", "wounded"} and top is not None and top in subjects
    return replace(filler, role="target") if suffers else filler


def _whose(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "Nine died when their lorry hit a mine": whose lorry it was did not lay it."""
    top = top_of(sentence, filler.start, filler.end)
    owned = sentence.tokens[top.head] if top is not None and top.deprel == "nmod:poss" else None
    return owned is not None and owned.head == head.index and owned.deprel == "nsubj"


def _on_a_mine(sentence: Sentence, head: Token, filler: Filler) -> Filler:
    top = top_of(sentence, filler.start, filler.end)
    if top is None or top.head != head.index or filler.role not in {"actor", "instrument", "target"}:
        return filler
    return replace(filler, role="target" if top.deprel == "nsubj" else "instrument")


def _taken_from(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """ "Took the palace from the militia": what stands behind "from" loses the place, and is none."""
    tops = [top_of(sentence, f.start, f.end) for f in fillers]
    places = [f.role in PLACE_ROLES for f in fillers]
    taken = any(p and t is not None and t.deprel in DONE_TO for p, t in zip(places, tops, strict=True))
    if not taken:
        return list(fillers)
    return [
        replace(f, role="target")
        if p and t is not None and t.deprel == "obl" and t.head == head.index and "from" in cases_of(sentence, t)
        else f
        for f, p, t in zip(fillers, places, tops, strict=True)
    ]


def _people(sentence: Sentence, verb: Token) -> bool:
    return any(kind_of(sentence, t.index) in {"people", "actor"} for t in children(sentence, verb.index, "obj"))


def _takes_out(sentence: Sentence, head: Token, filler: Filler) -> Filler:
    """ "Two of them flew out wounded officers", "a volunteer who took people out": who takes others is not taken."""
    top = top_of(sentence, filler.start, filler.end) if filler.role in {"affected", "target"} else None
    if top is None or not _people(sentence, head):
        return filler
    whose = head.deprel == "acl:relcl" and head.head == top.index and bool(children(sentence, head.index, "nsubj"))
    if not whose and (top.deprel != "nsubj" or top.head != head.index):
        return filler
    return replace(filler, role="instrument" if top.lemma.lower() in word_list("vehicles") else "actor")
