"""Words that the model reads as deeds, and that tell none by what they are said of."""

from __future__ import annotations

from situate.extract.roles.aid import is_aid
from situate.extract.tree.armed import bears_arms
from situate.extract.tree.phrases import PLACE_LABELS, kind_of
from situate.extract.tree.relations import (
    cases_of,
    children,
    governor_of,
    has_lemma,
    has_word,
    is_infinitive,
    objects_of,
    subjects_of,
    subtree,
)
from situate.extract.tree.slots import antecedent, trigger_tokens
from situate.extract.tree.words import TRUCES, word_list
from situate.extract.triggers.access import are_people
from situate.model.sentence import Labelled, Sentence, Token
from situate.ontology import BLOWS

_COUNTING = frozenset({"count", "number", "register", "have", "total"})
_DYING = frozenset(
    {"dead", "death", "die", "kill", "victim", "casualty", "fatality", "loss", "martyr", "body", "toll", "slain"}
)
_CALLING_OFF = frozenset({"cancel", "postpone"})
_ON_ITS_WAY = frozenset(
    {"convoy", "truck", "lorry", "shipment", "delivery", "flight", "mission", "visit", "permit", "distribution"}
)
_SITES = frozenset({
    "camp", "site", "shelter", "settlement", "centre", "center", "tent", "home", "school", "hostel", "housing",
    "reception",
})  # fmt: skip
_OFTEN = frozenset(
    {"common", "commonplace", "routine", "frequent", "rare", "constant", "regular", "normal", "daily", "familiar"}
)
_REJOICING = frozenset({"celebrate", "rejoice", "cheer", "welcome", "greet"})
_JOY = frozenset({"celebration", "jubilation", "joy"})
_ACCIDENTS = frozenset({"capsize", "drown", "overturn"})
_IN_BAD_SHAPE = frozenset({"weak", "narrow", "muddy", "bumpy", "bad", "rough"})  # a way that is so is no closed one
_HABITS = frozenset({"occurrence", "routine", "norm", "habit", "rarity"})
_CONSIDERED = frozenset({"discussion", "consideration", "review", "debate"})
_RESISTING = frozenset({"resistance", "defence", "defense", "obstacle", "difficulty", "opposition"})
_BEGUN = frozenset({
    "combat", "battle", "fighting", "clash", "talk", "negotiation", "agreement", "force", "effect", "contact",
    "conflict", "alliance", "dialogue",
})  # fmt: skip
_TIMES = frozenset({"hour", "day", "week", "month", "year", "decade"})
_TURNING = frozenset({"around", "round", "back"})
_SHARES = frozenset({"half", "third", "quarter", "fifth", "majority", "percent", "share", "fraction"})
_LETTERS = frozenset({"letter", "note", "message", "memorandum"})
_WAITING = frozenset({"wait", "queue", "store", "stockpile", "idle", "load", "pack", "ready"})
_BODIES = frozenset({
    "mission", "committee", "commission", "observer", "monitor", "team", "board", "panel", "council", "office",
    "delegation", "mechanism", "centre", "center", "secretariat", "taskforce", "group",
})  # fmt: skip
_KIN = frozenset({"relative", "family", "friend", "couple", "brother", "sister", "cousin"})
_LINES = frozenset({"frontline", "front", "line"})
_DEALS = frozenset({"ceasefire", "agreement", "talks"})
_CIVIL = frozenset({
    "kitchen", "line", "hotline", "helpline", "telephone", "clinic", "school", "shelter", "tent", "stall", "market",
    "fund", "committee", "commission", "website", "channel", "library", "shop", "bakery", "generator", "vehicle", "car",
})  # fmt: skip
_SETTING_UP = frozenset({"set", "open", "establish", "install", "organise", "organize", "put"})
_WORDS_GIVEN = frozenset({
    "guarantee", "assurance", "word", "promise", "pledge", "permission", "explanation", "reason", "list", "name",
    "statement", "interview", "answer", "warning", "notice", "figure", "detail", "evidence", "account", "order",
    "report", "bulletin", "update", "communique", "communiqué", "document", "paper",
})  # fmt: skip
_GIVING = frozenset({"give", "offer", "provide", "present", "issue"})
_PLACES_SEEN = frozenset({
    "site", "scene", "wreckage", "crater", "ruin", "rubble", "grave", "cemetery", "place", "spot", "building",
})  # fmt: skip
_PARTING = frozenset({"talk", "negotiation", "dispute", "disagreement", "row", "quarrel", "discussion"})
_SAYING_NO = frozenset({"refuse", "decline", "reject", "deny", "ignore"})
_ASKED = frozenset({"request", "offer", "proposal", "demand", "appeal", "invitation", "ultimatum", "plea", "call"})
_ADVISING = frozenset({"should", "ought", "must"})
_MET = frozenset({"resistance", "opposition", "deadline", "demand", "need", "condition", "requirement", "fate", "end"})
_SILENT = frozenset({"silent", "quiet", "still"})
_SHELTERS = word_list("shelters")
_ASKING = frozenset({"who", "whoever", "whatever", "whichever", "which", "what"})
_ANYWHERE = frozenset({"area", "territory", "land", "zone", "region"})
_ANY_LAND = frozenset({"country", "nation", "world"})
_FREE = frozenset({"possible", "safe", "free", "difficult", "restricted", "limited", "impossible"})


def no_deed(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """Whether what is read as a deed is none."""
    if trigger.label in BLOWS and (head.lemma in _ACCIDENTS or _habitual(sentence, trigger, head)):
        return True
    if trigger.label == "cut_route" and head.lemma.lower() in _IN_BAD_SHAPE:
        return True
    return any(rule(sentence, trigger, head) for rule in (*_ALWAYS, *_OF_TYPE.get(trigger.label, ())))


def _inhabitants(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The town counts 13,000 inhabitants": nobody has died, or fled, where no word says so."""
    if trigger.label == "displace" and head.lemma.lower() == "population":
        return True
    if trigger.label != "kill" or head.lemma.lower() not in _COUNTING:
        return False
    words = {t.lemma.lower() for t in (*sentence.tokens, *trigger_tokens(sentence, trigger))}
    return words.isdisjoint(_DYING)


def _called_off(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The commemoration was cancelled": only aid that is on its way is denied."""
    if trigger.label != "deny_aid" or head.lemma not in _CALLING_OFF:
        return False
    things = objects_of(sentence, head)
    return bool(things) and not any(is_aid(sentence, t) or t.lemma.lower() in _ON_ITS_WAY for t in things)


def _for_the_displaced(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "A camp for displaced people", "a displaced persons camp": who lives there fled some time."""
    if trigger.label not in {"displace", "restrict"} or head.text.lower() != "displaced" or head.deprel != "amod":
        return False
    before = [t.lemma.lower() for t in sentence.tokens[max(0, head.index - 2) : head.index]]
    if before[-1:] == ["for"] and not _SITES.isdisjoint(before):
        return True  # wherever the tree hangs it
    people = sentence.tokens[head.head]
    if people.deprel not in {"nmod", "obl", "compound", "nmod:poss"} or people.head < 0:
        return False
    return sentence.tokens[people.head].lemma.lower() in _SITES


def _habitual(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Shelling has become so common that …": how often something happens is no happening of a day."""
    if trigger.label not in BLOWS or head.upos != "NOUN" or head.deprel != "nsubj" or head.head < 0:
        return False
    told = sentence.tokens[head.head]
    said = [told, *children(sentence, told.index, "xcomp")] if told.lemma in {"become", "remain", "be"} else [told]
    return any(t.lemma.lower() in (_OFTEN if t.upos == "ADJ" else _HABITS) for t in said)


def _celebrates(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Took to the streets to celebrate the arrival of the army": who rejoices protests against nobody."""
    if trigger.label != "protest" or head.upos != "VERB" or head.lemma == "protest":
        return False
    meant = children(sentence, head.index, "xcomp", "advcl")
    beside = children(sentence, head.index, "obl", "obj")
    how = [t for t in beside if not {"in", "with"}.isdisjoint(cases_of(sentence, t))]
    return any(t.lemma.lower() in _REJOICING for t in meant) or any(t.lemma.lower() in _JOY for t in how)


def _fitted_with(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Machinegun-equipped vehicles", "vehicles equipped with guns": what a thing is fitted with helps nobody."""
    if trigger.label not in {"assist", "arm"} or head.lemma.lower() != "equip":
        return False
    before = sentence.tokens[head.index - 1].text if head.index else ""
    described = head.deprel == "acl" and not children(sentence, head.index, "obl:agent")
    return before in {"-", "‑", "–"} or described


def _no_delivery(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Gold is smuggled", "they have to carry water", "seized from trucks carrying aid": nobody has brought any aid.

    What is smuggled is aid only by its name; what people have to carry is a duty; what a convoy carries is on its way,
    and the sentence says what became of it. Who waits with aid, or has stored or loaded some, has not brought it.
    """
    if trigger.label != "deliver_aid":
        return False
    if head.lemma in _WAITING:
        return True
    if head.lemma == "smuggle":
        return not any(is_aid(sentence, t) for t in objects_of(sentence, head))
    above = governor_of(sentence, head) or head
    if head.deprel == "xcomp" and above.lemma == "have" and above.text.lower() in {"have", "has"}:
        return True
    on_its_way = head.text.lower().endswith("ing") and above.lemma.lower() in _ON_ITS_WAY
    return on_its_way and head.deprel in {"acl", "acl:relcl"} and above.deprel == "obl"


def _advised(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Lorries should not pass": what somebody had better not do is not refused him.

    Nor is anything told by "they should be jailed", "should be allowed to return": no annotator marked what is only
    somebody's opinion of what to do.
    """
    words = trigger_tokens(sentence, trigger) if trigger.label == "deny_aid" else ()
    before = sentence.tokens[max(0, words[0].index - 2) : words[-1].index] if words else ()
    if any(t.text.lower() in _ADVISING for t in before):
        return True
    verb = governor_of(sentence, head, "xcomp") or head
    return verb.upos == "VERB" and "aux:pass" in _advice(sentence, verb)


def _advice(sentence: Sentence, verb: Token) -> set[str]:
    """The relations of the auxiliaries of a verb that says what to do; none where it says what was to be done."""
    aux = children(sentence, verb.index, "aux", "aux:pass")
    advising = any(t.text.lower() in _ADVISING for t in aux) and not any(t.lemma == "have" for t in aux)
    return {t.deprel for t in aux} if advising else set()


def _called_a_lie(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Dismissed the reports as disinformation": who calls something a lie spreads none."""
    return (
        trigger.label == "restrict"
        and head.lemma.lower() in {"disinformation", "misinformation", "propaganda"}
        and "as" in cases_of(sentence, head)
    )


def _under_discussion(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Sanctions are under discussion": what is weighed is no talks between those who fight."""
    considered = trigger.label == "talks" and head.text.lower() in _CONSIDERED
    return considered and "under" in cases_of(sentence, head)


def _overcomes(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Having overcome the resistance of the rebels": where no ring is told of, none is broken."""
    things = objects_of(sentence, head) if trigger.label == "siege_end" else []
    return any(t.lemma.lower() in _RESISTING for t in things)


def _ends_a_truce(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "One of the longest truces of the war came to an end", "the rebels ended the truce": no siege."""
    verb = governor_of(sentence, head, "obl") or head
    of = (objects_of(sentence, verb) or subjects_of(sentence, verb)) if trigger.label == "siege_end" else []
    of += [n for t in of if t.lemma.lower() == "one" for n in children(sentence, t.index, "nmod")]
    return any(t.lemma.lower() in TRUCES for t in of)


_HEIGHTS = frozenset({"hill", "height", "ridge", "mountain", "hilltop", "summit", "peak", "ground", "tower", "castle"})
_RANKS = frozenset(
    {"rank", "rebel", "opposition", "insurgency", "alliance", "coalition", "faction", "movement", "council"}
)
_DEALS = TRUCES | {"agreement", "deal", "accord", "pact", "talk", "arrangement", "understanding"}


def _covers(_: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "A truce covering two villages": nobody lies around them."""
    return trigger.label == "besiege" and head.lemma in {"cover", "include", "concern", "affect"}


def _a_deal_falls(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The truce was extended once before it collapsed": no place is taken."""
    of = subjects_of(sentence, head) if trigger.label == "capture" and head.lemma in {"collapse", "unravel"} else []
    return any(t.text.lower() == "it" or t.lemma.lower() in _DEALS for t in of) and not sentence.lemmas.isdisjoint(
        _DEALS
    )


def _enters_into(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Entered into combat", "the deal entered into force": into no place."""
    into = children(sentence, head.index, "obl", "obj") if trigger.label == "advance" and head.lemma == "enter" else []
    return any("into" in cases_of(sentence, t) and t.lemma.lower() in _BEGUN for t in into)


def _passes(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Five months have passed": time does nothing."""
    of = children(sentence, head.index, "nsubj") if head.lemma in {"pass", "elapse"} else []
    return any(t.lemma.lower() in _TIMES for t in of)


def _drove_then(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Before the war, 90 lorries a day used the road": who drove there then opened none."""
    if trigger.label != "open_route" or head.lemma not in {"use", "travel", "drive", "run"}:
        return False
    then = (t for t in children(sentence, head.index, "obl") if t.lemma.lower() in {"war", "conflict", "siege"})
    return any("before" in cases_of(sentence, t) for t in then)


def _turns_round(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The bus turned around": nobody is taken out by what goes back."""
    if trigger.label != "evacuate" or head.lemma != "turn" or children(sentence, head.index, "obj"):
        return False
    return has_lemma(sentence, head, _TURNING, "advmod", "compound:prt")


def _movement(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Open to the movement of citizens", "movement into the town has become possible": no protest, and no advance."""
    if head.lemma.lower() != "movement" or head.upos != "NOUN":
        return False
    if trigger.label == "protest":
        return any("of" in cases_of(sentence, t) for t in children(sentence, head.index, "nmod"))
    verb = sentence.tokens[head.head] if trigger.label == "advance" and head.head >= 0 else None
    said = [verb, *children(sentence, verb.index, "xcomp")] if verb is not None and head.deprel == "nsubj" else []
    return any(t.lemma.lower() in _FREE for t in said)


def _disobeys(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Refused to take orders": who will not do something denies nobody aid by it."""
    if trigger.label != "deny_aid" or head.lemma not in {"refuse", "decline"}:
        return False
    meant = children(sentence, head.index, "xcomp")
    ordered = (t for verb in meant for t in children(sentence, verb.index, "obj", "obl"))
    return any(t.lemma.lower() in {"order", "command", "instruction"} for t in ordered)


def _share(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Fewer than half of the convoys are cleared": how many are, as a rule, is no deed of a day."""
    if trigger.label not in {"open_route", "agreement", "deliver_aid", "deny_aid"} or head.upos != "VERB":
        return False
    now = has_word(sentence, head, {"is", "are"}, "aux:pass", "aux")
    return now and has_lemma(sentence, head, _SHARES, "nsubj:pass")


def _only_said(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "A letter of protest", "called on them to let aid through": what is written or called for is not done."""
    above = governor_of(sentence, head)
    if above is None:
        return False
    written = trigger.label == "protest" and head.deprel == "nmod" and above.lemma.lower() in _LETTERS
    let = above.lemma == "let" and is_infinitive(sentence, above)
    return written or (trigger.label == "assist" and head.deprel in {"obj", "nsubj"} and let)


def _body_of_a_deal(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The ceasefire monitoring committee": whom a body is named after is no truce, and no talks."""
    if trigger.label not in _DEALS or head.deprel != "compound":
        return False
    noun = head
    while noun.deprel == "compound" and noun.head > noun.index:
        noun = sentence.tokens[noun.head]
    return noun.lemma.lower() in _BODIES


def _own_way(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Has gone its own way since", "the frontline has moved": nobody leaves a place by that."""
    if trigger.label not in {"withdraw", "advance", "return"}:
        return False
    ways = children(sentence, head.index, "obj") if head.lemma == "go" else []
    lines = children(sentence, head.index, "nsubj") if head.lemma in {"move", "shift"} else []
    return any(t.lemma.lower() == "way" for t in ways) or any(t.lemma.lower() in _LINES for t in lines)


def _no_posting(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The drone was grounded", "a telephone line has been set up", "saw civilian vehicles": no forces are posted."""
    if trigger.label != "deploy":
        return False
    things = objects_of(sentence, head)
    civilian = [
        t for t in things if any(c.lemma == "civilian" for c in children(sentence, t.index, "amod", "compound"))
    ]
    if civilian or head.lemma.lower() == "ground":
        return True
    return head.lemma in _SETTING_UP and bool(things) and all(t.lemma.lower() in _CIVIL for t in things)


def _only_words_given(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The guarantees given to the mission", "a report issued on 2 August": words help and supply nobody."""
    if trigger.label not in {"assist", "deliver_aid", "arm"} or head.lemma not in _GIVING:
        return False
    things = objects_of(sentence, head)
    things += [sentence.tokens[head.head]] if head.deprel in {"acl", "acl:relcl"} and head.head >= 0 else []
    return bool(things) and all(t.lemma.lower() in _WORDS_GIVEN for t in things)


def _looks_at(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Visited the site of the attack", "relatives met again": who does so holds no talks."""
    if trigger.label != "talks" or head.lemma not in {"visit", "meet"}:
        return False
    kin = head.lemma == "meet" and has_lemma(sentence, head, _KIN, "nsubj")
    return kin or has_lemma(sentence, head, _PLACES_SEEN, "obj")


def _opens_a_door(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "They cried when we opened the doors": who opens them to somebody takes him in."""
    if trigger.label != "assist" or head.lemma != "open":
        return False
    to = any("to" in cases_of(sentence, t) for t in children(sentence, head.index, "obl"))
    return not to and has_lemma(sentence, head, {"door", "gate", "box"}, "obj")


def _disputed(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Talks broke down over the exchange of prisoners": what is talked of, or fallen out over, has not happened."""
    if trigger.label not in {"release", "handover", "withdraw", "evacuate"} or head.upos != "NOUN" or head.head < 0:
        return False
    above = sentence.tokens[head.head]
    who = [above, *children(sentence, above.index, "nsubj")]
    return "over" in cases_of(sentence, head) and any(t.lemma.lower() in _PARTING for t in who)


def _of_standing(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The army protects all citizens": what somebody does at all times happened on no day.

    Nor does how much of an appeal is funded.
    """
    before = sentence.tokens[max(0, head.index - 2) : head.index]
    percent = any(t.text.lower() in {"%", "percent", "cent"} for t in before)
    part = has_lemma(sentence, head, _SHARES, "obl", "obj")
    stands = head.text.lower() in {"protects", "protect"} or (head.lemma == "fund" and (percent or part))
    return trigger.label == "assist" and stands


def _asked_in_vain(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The offer was declined", "refused a request to meet": who says no to words withholds no aid by it.

    He does where aid or access is what was asked for.
    """
    things = objects_of(sentence, head) if head.lemma in _SAYING_NO else []
    asked = [t for t in things if t.lemma.lower() in _ASKED]
    inside = (sentence.tokens[i] for t in asked for i in subtree(sentence, t.index))
    return bool(asked) and not any(is_aid(sentence, t) or t.lemma.lower() in _ON_ITS_WAY | {"access"} for t in inside)


def _ultimatum(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Gave the troops 48 hours to leave": time is handed over to nobody, and helps nobody."""
    given = children(sentence, head.index, "obj", "obl:unmarked", "obl") if head.lemma == "give" else []
    return any(t.lemma.lower() in _TIMES and not cases_of(sentence, t) for t in given)


def _taken_in(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The clinic admitted 12 children": whom a hospital takes in, it does not own up to."""
    things = objects_of(sentence, head) if head.lemma == "admit" else []
    return any(kind_of(sentence, t.index) == "people" for t in things)


def _asked_who(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "It is not clear who will control the town", "whichever group holds it": nobody is said to hold it."""
    if trigger.label != "control" or head.upos != "VERB" or head.deprel == "acl:relcl":
        return False
    holders = children(sentence, head.index, "nsubj")
    words = [t for h in holders for t in (h, *children(sentence, h.index, "det"))]
    return any(t.text.lower() in _ASKING for t in words)


def _held_somewhere(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Rebel-held areas", "the territory they hold": no place that can be found, where none is named (guidelines)."""
    if trigger.label != "control" or head.deprel not in {"amod", "acl", "acl:relcl", "nmod"} or head.head < 0:
        return False
    held = sentence.tokens[head.head]
    told = [t for t in children(sentence, held.index, "nmod", "amod") if t is not head]
    somewhere = any(t.lemma.lower() not in _ANY_LAND for t in told if t.deprel == "nmod" or t.text.endswith("ern"))
    return held.lemma.lower() in _ANYWHERE and not somewhere and not _names_a_place(sentence)


def _shelters_others(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The town is a haven for residents who fled", "a base for climbers": nobody who bears arms holds it by that."""
    if trigger.label != "control" or head.lemma.lower() not in _SHELTERS:
        return False
    for_whom = [t for t in children(sentence, head.index, "nmod", "obl") if "for" in cases_of(sentence, t)]
    return bool(for_whom) and all(are_people(sentence, t) for t in for_whom)


def _dominates_people(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Which dominates the rebel ranks in the town", "the hills that dominate it": nobody holds the place by that."""
    if trigger.label != "control" or head.lemma not in {"dominate", "overlook", "command"}:
        return False
    by = [sentence.tokens[antecedent(sentence, head, t)] for t in children(sentence, head.index, "nsubj")]
    led = any(t.lemma.lower() in _RANKS for t in objects_of(sentence, head))
    return led or any(t.lemma.lower() in _HEIGHTS for t in by)


def _says_no(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "They demanded that the elders surrender. They refused": no aid is kept from anybody."""
    bare = trigger.label == "deny_aid" and head.lemma in {"refuse", "decline"} and head.upos == "VERB"
    return bare and not children(sentence, head.index, "obj", "xcomp", "ccomp", "obl", "nsubj:pass")


def _ends_his_own(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The army halted its advance": who ends his own attack repels none."""
    if trigger.label != "repel" or head.lemma not in {"stop", "halt", "suspend", "pause", "end"}:
        return False
    things = children(sentence, head.index, "obj")
    return any(c.text.lower() in {"its", "their"} for t in things for c in children(sentence, t.index, "nmod:poss"))


def _names_a_place(sentence: Sentence) -> bool:
    places = (m for m in (*sentence.names, *sentence.mentions) if m.label in PLACE_LABELS)
    return any(t.upos == "PROPN" for m in places for t in sentence.within(m.start, m.end))


def _gets_away(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Two others escaped": who bears no arms and gets away gives up no place."""
    who = children(sentence, head.index, "nsubj") if head.lemma == "escape" and head.upos == "VERB" else []
    named = [t for t in who if t.upos in {"NOUN", "NUM"}]
    return bool(named) and not any(bears_arms(sentence, t) for t in named)


def _falls_silent(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "The guns fell silent", "the batteries stayed quiet": who tells that fire ends tells of none that day."""
    silent = any(t.lemma.lower() in _SILENT for t in children(sentence, head.index, "xcomp", "acl", "advcl"))
    return head.lemma in {"fall", "go", "stay", "remain", "keep"} and silent


def _meets_no_one(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Entered the town, meeting little resistance", "met the deadline": nobody talks to anybody."""
    return head.lemma == "meet" and has_lemma(sentence, head, _MET, "obj")


_ALWAYS = (_advised, _passes)
_OF_TYPE = {  # the rules that can hold for a trigger of a type, beside those
    "advance": (_enters_into, _movement, _own_way),
    "agreement": (_share, _body_of_a_deal),
    "arm": (_fitted_with, _only_words_given),
    "assist": (_ultimatum, _fitted_with, _only_said, _of_standing, _only_words_given, _opens_a_door),
    "besiege": (_covers,),
    "capture": (_a_deal_falls,),
    "ceasefire": (_body_of_a_deal,),
    "deliver_aid": (_no_delivery, _share, _only_words_given),
    "concede": (_taken_in,),
    "control": (_asked_who, _dominates_people, _held_somewhere, _shelters_others),
    "deny_aid": (_says_no, _called_off, _disobeys, _share, _asked_in_vain),
    "deploy": (_no_posting,),
    "displace": (_inhabitants, _for_the_displaced),
    "evacuate": (_turns_round, _disputed),
    "handover": (_disputed, _ultimatum),
    "kill": (_inhabitants,),
    "open_route": (_drove_then, _share),
    "protest": (_celebrates, _movement, _only_said),
    "release": (_disputed,),
    "repel": (_ends_his_own,),
    "restrict": (_for_the_displaced, _called_a_lie),
    "return": (_own_way,),
    "shelling": (_falls_silent,),
    "siege_end": (_overcomes, _ends_a_truce),
    "talks": (_meets_no_one, _under_discussion, _body_of_a_deal, _looks_at),
    "withdraw": (_own_way, _disputed, _gets_away),
}
