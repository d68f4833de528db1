"""Fillers in the wrong role: doers of another verb ("overran the town, which had been held by the rebels"), and who is
under whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.phrases import in_brackets, phrase_at
from situate.extract.tree.relations import (
    ancestors,
    cases_of,
    children,
    governor_of,
    has_word,
    is_infinitive,
    objects_of,
    starts_below,
    subjects_of,
    subtree,
    top_of,
)
from situate.extract.tree.slots import antecedent, is_passive
from situate.extract.tree.words import lexicon
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap
from situate.ontology import BLOWS

_CALM = frozenset({"cessation", "ceasefire", "cease-fire", "silence", "calm", "quiet", "truce"})
_PUNISHING = frozenset({
    "execute", "arrest", "detain", "punish", "jail", "imprison", "sentence", "behead", "flog", "fine", "attack",
    "target", "blame", "condemn", "criticise", "criticize", "denounce", "sanction", "accuse", "hunt", "shoot", "hang",
})  # fmt: skip
_ATTEMPTS = frozenset({"attempt", "effort", "bid", "try"})
_TAKING = frozenset({"kidnap", "abduct", "seize", "capture", "arrest", "detain", "take", "snatch"})
_STEPS = 3
_TYPES = frozenset({"capture", "advance", "handover", "siege_end"})
_FOUGHT = frozenset({"with", "against", "between"})
_DONE_TO = frozenset({"killed", "wounded", "affected", "target"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_POSTS = frozenset(
    {"headquarters", "headquarter", "base", "barracks", "garrison", "position", "post", "outpost", "camp"}
)
_TERMS = frozenset({"term", "presidency", "tenure", "rule", "reign", "era", "time", "administration", "watch"})
_SPAN = frozenset({"in", "during", "under", "throughout", "on"})


def without_other_doers(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without actors that "by" ties to a verb beside the claim's, where others are left.

    So are those whom others fought before ("fell to rebels after five days of fighting with the army").
    """
    doers = [f for f in fillers if f.role == "actor"]
    if kind not in _TYPES or len(doers) < 2:
        return list(fillers)
    others = [f for f in doers if _of_another_verb(sentence, head, f)]
    return list(fillers) if len(others) == len(doers) else [f for f in fillers if f not in others]


_VENUES = frozenset({"talks", "conference", "summit", "process", "accords", "convention", "conventions"})
_TALKED = frozenset({"talks", "agreement", "cooperate"})
_OPPOSED = frozenset({"opposition", "resistance", "hostility"})


def without_venues(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without the town that talks are named after ("excluded from the truce and from the Lisk talks").

    And of who holds a place, without those whom its holders oppose ("pockets of opposition to the army").
    """
    if kind in _TALKED:
        return list(fillers)
    kept = [f for f in fillers if f.role != "place" or _VENUES.isdisjoint(_following(sentence, f))]
    return [f for f in kept if kind != "control" or f.role != "actor" or not _is_opposed(sentence, f)]


def _following(sentence: Sentence, filler: Filler) -> list[str]:
    """The words behind a filler, as far as they can name what it is the name of ("peace talks")."""
    after = [t for t in sentence.tokens if t.start >= filler.end][:2]
    return [t.text.lower() for t in after[: 2 if after and after[0].text.lower() in {"peace", "truce"} else 1]]


def _is_opposed(sentence: Sentence, filler: Filler) -> bool:
    before = [t.text.lower() for t in sentence.tokens if t.end <= filler.start][-2:]
    return len(before) > 1 and before[0] in _OPPOSED and before[1] in {"to", "against"}


# Verbs by which somebody says what to think of what others did, or only counts it.
_JUDGING = frozenset({
    "condemn", "denounce", "deplore", "decry", "criticise", "criticize", "mourn", "lament", "slam", "welcome", "praise",
    "record", "register", "document", "log", "tally", "verify", "confirm", "corroborate",
})  # fmt: skip


def without_judges(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without the actor that only says what to think of a deed: "the agency deplores these attacks".

    Nor does who only calls for a truce make one.
    """
    verb = governor_of(sentence, head)
    if head.upos != "NOUN" or verb is None:
        return list(fillers)
    called_for = verb.lemma == "call" and head.deprel == "obl" and "for" in cases_of(sentence, head)
    if not called_for and (head.deprel != "obj" or verb.lemma not in _JUDGING):
        return list(fillers)
    above = governor_of(sentence, verb, "xcomp") or verb  # "was unable to verify the capture"
    judges = starts_below(sentence, *children(sentence, verb.index, "nsubj"), *children(sentence, above.index, "nsubj"))
    return [f for f in fillers if f.role != "actor" or f.start not in judges]


# Verbs of those who take part in what others lead.
_SIDING = frozenset({"play", "join", "help", "support", "back", "aid", "assist"})


def without_other_sides(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a noun with doers of its own, without the subject of a verb that does something else with it.

    "The rebels answered an army offensive", "they want an end to the army's raids": the deeds are the army's alone.
    """
    doers = [f for f in fillers if f.role == "actor"]
    if head.upos != "NOUN" or len(doers) < 2:
        return list(fillers)
    owners = {t.index for t in children(sentence, head.index, "nmod:poss", "compound", "amod")}
    owners |= {t.index for t in children(sentence, head.index, "nmod") if "by" in cases_of(sentence, t)}
    own = [f for f in doers if _tops(sentence, f) in owners]
    if not own:
        return list(fillers)
    subjects = {
        subject.index
        for verb in ancestors(sentence, head.index)
        if verb.upos == "VERB" and verb.lemma not in _SIDING and verb.lemma not in lexicon()["light_verbs"]
        for subject in children(sentence, verb.index, "nsubj")
    }
    return [f for f in fillers if f.role != "actor" or f in own or _tops(sentence, f) not in subjects]


_ASKING = frozenset({"appeal", "ask", "beg", "call", "instruct", "invite", "order", "press", "tell", "urge"})

_ASKING_BY = {"call": frozenset({"on", "upon"}), "appeal": frozenset({"to"})}


def as_asked(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers with whom is asked as the doer: "the mayor called on the rebels to lift the siege"."""
    verb = governor_of(sentence, head, "xcomp", "advcl")
    to = is_infinitive(sentence, head)
    if verb is None or verb.lemma not in _ASKING or not to or children(sentence, head.index, "nsubj", "aux:pass"):
        return list(fillers)
    by = _ASKING_BY.get(verb.lemma)
    asked = children(sentence, verb.index, *(("obl",) if by else ("obj", "iobj")))
    asked = [t for t in asked if not by or not by.isdisjoint(cases_of(sentence, t))]
    askers = starts_below(sentence, *children(sentence, verb.index, "nsubj"))
    if not asked:
        return list(fillers)
    kept = [f for f in fillers if f.role != "actor" or f.start not in askers]
    if any(f.role == "actor" for f in kept) or len(kept) == len(fillers):
        return kept
    phrase = phrase_at(sentence, asked[0].index)
    return in_order(*kept, Filler("actor", phrase.start, phrase.end))


def without_itself(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without the short name of the deed ("summary killings (SK)"), and without whose term it fell in.

    Who is killed "in the mayor's term" is not the mayor.
    """
    apposed = children(sentence, head.index, "appos")
    short = {t.index for t in apposed if t.text.isupper() and in_brackets(sentence, t)}
    kept = [f for f in fillers if f.role != "actor" or _tops(sentence, f) not in short]
    return [f for f in kept if f.role not in _DONE_TO or not _in_whose_term(sentence, f)]


def _in_whose_term(sentence: Sentence, filler: Filler) -> bool:
    top = _tops(sentence, filler)
    owner = sentence.tokens[top] if top is not None else None
    term = (
        sentence.tokens[owner.head] if owner is not None and owner.deprel == "nmod:poss" and owner.head >= 0 else None
    )
    if term is None or term.lemma.lower() not in _TERMS:
        return False
    return term.deprel in {"obl", "nmod"} and not _SPAN.isdisjoint(cases_of(sentence, term))


def without_other_subjects(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without the dead of whom the next clause tells something else.

    "Seven nurses were killed, another 600 have warrants against them": nobody has killed the 600. "Two commanders were
    killed; the third lost a foot": he lives. "Nine died in a blast aimed at the minister": so may he.
    """
    others = {
        t.index
        for verb in children(sentence, head.index, "conj", "parataxis")
        if verb.upos in {"VERB", "AUX"} and verb.lemma.lower() not in lexicon()["harm"]
        for t in subjects_of(sentence, verb)
    }
    aimed = (t for t in sentence.tokens if t.lemma in {"aim", "direct"} and t.index != head.index)
    others |= {
        t.index
        for verb in aimed
        for t in children(sentence, verb.index, "obl")
        if "at" in cases_of(sentence, t) and head.index not in subtree(sentence, t.index)
    }
    kept = [f for f in fillers if f.role != "killed" or _tops(sentence, f) not in others]
    return kept if any(f.role == "killed" for f in kept) else list(fillers)


def besieged_itself(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a siege without the place of what it is told to have gone on since, or of what shuts others in.

    "Trapped inside a ring since the group overran the region": that is not what the ring lies around. "Lisk still cut
    off", as headlines say it: the town, and nobody who does so.
    """
    if kind != "besiege":
        return list(fillers)
    fillers = [_cut_off(sentence, head, f) for f in fillers if not _shuts_in(sentence, head, f)]
    return [f for f in fillers if f.role != "place" or not _since_then(sentence, head, f)]


def _shuts_in(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "Whose checkpoints have sealed them off": what shuts others in is not shut in."""
    top = top_of(sentence, filler.start, filler.end) if filler.role == "place" else None
    does = top is not None and top.head == head.index and top.deprel == "nsubj" and top.upos == "NOUN"
    return does and head.upos == "VERB" and bool(children(sentence, head.index, "obj"))


def without_posts_taken(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a siege or its end without a post that another verb was done to."""
    if kind not in {"besiege", "siege_end"}:
        return list(fillers)
    return [f for f in fillers if f.role != "place" or not _of_a_post(sentence, head, f)]


def _of_a_post(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "Overran the headquarters and ended a siege that had lasted 500 days": of the town, not of what was overrun."""
    top = top_of(sentence, filler.start, filler.end)
    verb = governor_of(sentence, top, "obj") if top is not None else None
    if top is None or verb is None or top.lemma.lower() not in _POSTS or verb is head:
        return False
    own = head.upos == "NOUN" or bool(objects_of(sentence, head))
    return own and head.head != top.index and not (head.upos == "NOUN" and head.head == verb.index)


def _cut_off(sentence: Sentence, head: Token, filler: Filler) -> Filler:
    top = top_of(sentence, filler.start, filler.end) if filler.role in {"actor", "target"} else None
    if top is None or top.head != head.index or not top.deprel.startswith("nsubj"):
        return filler
    town = any(n.label == "LOC" and n.start <= top.start < n.end for n in sentence.names)
    suffers = top.deprel == "nsubj:pass" or (town and not children(sentence, head.index, "obj"))
    return replace(filler, role="place" if town else "target") if suffers else filler


_OF_PLACES = BLOWS | {"besiege", "control", "capture"}  # what the subject of a passive can be the place of


def its_own_subject(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a verb in the passive with the place that is its subject, and none of another clause.

    "Lisk is held by the army, while Ziri and Oran have been besieged by rebels"; "Lisk, which was retaken on Monday".
    """
    if kind not in _OF_PLACES or head.upos != "VERB" or not is_passive(sentence, head):
        return list(fillers)
    subject = next((t for t in children(sentence, head.index, "nsubj:pass") if t.index < head.index), None)
    named = _meant(sentence, head, subject) if subject is not None else None
    town = named is not None and any(n.label == "LOC" and n.start <= named.start < n.end for n in sentence.names)
    if named is None or not town or any(overlap(f, named) and f.role != "place" for f in fillers):
        return list(fillers)
    own = starts_below(sentence, head, named)
    kept = [f for f in fillers if f.role != "place" or f.start in own]
    names = [named, *(t for t in children(sentence, named.index, "conj") if t.upos == "PROPN")]
    names = [t for t in names if not any(overlap(f, t) for f in kept)]
    return in_order(*kept, *(_phrase(sentence, t, "place") for t in names))


_ENDS = frozenset({"destination", "origin"})


def without_ends_of_others(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without where the verb beside a claim's own moves other things to or from.

    "Brought flour to Lisk and took the wounded to Ostry": no flour came to Ostry, and nobody was taken to Lisk.
    """
    beside = {t.index: t for t in children(sentence, head.index, "conj") if t.upos == "VERB"}
    above = governor_of(sentence, head) if head.deprel == "conj" else None
    if above is not None and above.upos == "VERB":
        beside[above.index] = above
    own = _moves_others(sentence, head.index)
    moved = {i for i in beside if own and _moves_others(sentence, i)}
    ends = [f for f in fillers if f.role in _ENDS]
    others = [f for f in ends if _governor_of(sentence, f) in moved or _done_to_it_there(sentence, head, f)]
    return [f for f in fillers if f not in others]


def _done_to_it_there(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """ "An aircraft that was built in Lisk brought flour": where that was done is no end of the way."""
    top = top_of(sentence, filler.start, filler.end)
    verb = governor_of(sentence, top, "obl") if top is not None else None
    if top is None or verb is None or verb.deprel != "acl:relcl" or {*cases_of(sentence, top)}.isdisjoint({"in", "at"}):
        return False
    return is_passive(sentence, verb) and any(t.index == verb.head for t in children(sentence, head.index, "nsubj"))


def _moves_others(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has an object of its own; "them" are those who were told before."""
    return any(t.upos != "PRON" for t in children(sentence, verb, "obj"))


def _governor_of(sentence: Sentence, filler: Filler) -> int | None:
    top = top_of(sentence, filler.start, filler.end)
    return top.head if top is not None and top.deprel == "obl" else None


_PARTIES = frozenset({"actor", "target"})
_AMONG = frozenset({"among", "amongst", "including"})


def _meant(sentence: Sentence, verb: Token, subject: Token) -> Token:
    """What a subject is, of "which" what stands before it: where the tree has none, what the "which" before is of."""
    meant = antecedent(sentence, verb, subject)
    if meant <= subject.index:
        return sentence.tokens[meant]
    before = [t.head for t in sentence.tokens[: subject.index] if t.deprel == "acl:relcl" and t.head < t.index]
    return sentence.tokens[before[-1]] if before else subject


def of_those_before(sentence: Sentence, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers with who is "among them" in the role of those: "besieged by armed groups, among them the Front"."""
    found = list(fillers)
    for word in (t for t in sentence.tokens if t.text.lower() in _AMONG):
        them = sentence.tokens[word.index + 1 : word.index + 2]
        first = word.index + (2 if them and them[0].text.lower() == "them" else 1)
        before = [t for t in sentence.tokens[: word.index] if t.text != ","][-1:]
        whole = next((f for f in found if f.role in _PARTIES and before and f.end == before[0].end), None)
        if whole is None or first >= len(sentence.tokens):
            continue
        start = sentence.tokens[first].start
        named = next((t for f in found if f.start == start and (t := top_of(sentence, f.start, f.end))), None)
        members = {named.index, *(t.index for t in children(sentence, named.index, "conj"))} if named else set()
        found = [
            replace(f, role=whole.role) if f.role in _PARTIES and _tops(sentence, f) in members else f for f in found
        ]
    return found


def _since_then(sentence: Sentence, head: Token, filler: Filler) -> bool:
    inside = sentence.within(filler.start, filler.end)
    verbs = (v for t in inside[:1] for v in ancestors(sentence, t.index) if v.upos == "VERB")
    verb = next(verbs, None)
    if verb is None or head.index in subtree(sentence, verb.index):
        return False
    return has_word(sentence, verb, {"since"}, "mark")


def in_relative_clause(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a clause "who …" without the doers of the verb above it.

    "Gunmen killed men who tried to flee": the men fled, and the gunmen did not.
    """
    doers = [f for f in fillers if f.role == "actor"]
    clause = _clause_of(sentence, head)
    if clause is None or len(doers) < 2:
        return list(fillers)
    meant = sentence.tokens[clause.head]
    above = governor_of(sentence, meant, "obj", "iobj", "obl")
    if above is None or not any(_tops(sentence, f) == meant.index for f in doers):
        return list(fillers)
    subjects = {t.index for t in children(sentence, above.index, "nsubj")}
    return [f for f in fillers if f.role != "actor" or _tops(sentence, f) not in subjects]


def punished_for(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of what somebody is punished for: he did it, and not who punishes him.

    "The group executed men for an attempt to surrender", "arrested two men for smuggling arms".
    """
    verb = _punishing(sentence, head)
    if verb is None:
        return list(fillers)
    judges = {t.index for t in children(sentence, verb.index, "nsubj", "obl:agent")}
    convicts = {t.index for t in objects_of(sentence, verb)}
    kept = [f for f in fillers if f.role != "actor" or _tops(sentence, f) not in judges]
    kept = [replace(f, role="actor") if f.role in _DONE_TO and _tops(sentence, f) in convicts else f for f in kept]
    if kept == list(fillers) or any(f.role == "actor" for f in kept):
        return kept
    punished = objects_of(sentence, verb)[:1]
    return in_order(*kept, *(_phrase(sentence, t, "actor") for t in punished))


def _punishing(sentence: Sentence, head: Token) -> Token | None:
    """The verb of punishing whose ground a deed is; ``None`` where there is none."""
    ground = governor_of(sentence, head, "acl") or head
    verb = governor_of(sentence, ground, "obl", "advcl")
    if verb is None or verb.lemma not in _PUNISHING:
        return None
    led = (t.text.lower() for t in children(sentence, ground.index, "case", "mark"))
    return verb if "for" in led else None


def _clause_of(sentence: Sentence, head: Token) -> Token | None:
    """The verb of the clause with "who" in which a word stands; ``None`` where there is none."""
    verb = head
    for _ in range(_STEPS):
        if verb.deprel == "acl:relcl" or verb.head < 0 or verb.deprel not in {"xcomp", "conj", "obj"}:
            break
        verb = sentence.tokens[verb.head]
    led = verb.deprel == "acl:relcl" and verb.head >= 0
    who = has_word(sentence, verb, {"who", "that", "which"}, "nsubj")
    return verb if led and who else None


def _tops(sentence: Sentence, filler: Filler) -> int | None:
    """The place of the word that heads a filler."""
    top = top_of(sentence, filler.start, filler.end)
    return top.index if top is not None else None


def without_regimes_of_calm(sentence: Sentence, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without "the regime" of "the regime of cessation of hostilities": a truce, and no government."""
    return [f for f in fillers if f.role not in {"actor", "target"} or not _is_calm(sentence, f)]


def _is_calm(sentence: Sentence, filler: Filler) -> bool:
    inside = sentence.within(filler.start, filler.end)
    regime = next((t for t in inside if t.text.lower() == "regime"), None)
    if regime is None:
        return False
    after = [t.text.lower() for t in sentence.tokens[regime.index + 1 : regime.index + 4]]
    return after[:1] == ["of"] and not _CALM.isdisjoint(after[1:])


def who_attempts(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers with who makes an attempt in its stead ("the group continues attempts to break the truce")."""
    tried = governor_of(sentence, head, "acl")
    if tried is None or tried.lemma not in _ATTEMPTS:
        return list(fillers)
    others = [f for f in fillers if f.role != "actor" or _tops(sentence, f) != tried.index]
    if len(others) == len(fillers):
        return others
    by = children(sentence, tried.head, "nsubj") if tried.head >= 0 and tried.deprel == "obj" else []
    return in_order(*others, *(_phrase(sentence, t, "actor") for t in by))


def held_under(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of "the town is under the rebels": what is under is the place, who it is under holds it."""
    holder = governor_of(sentence, head)
    if kind != "control" or head.text.lower() != "under" or holder is None:
        return list(fillers)
    places = children(sentence, holder.index, "nsubj")
    if not places or not children(sentence, holder.index, "cop"):
        return list(fillers)
    kept = [f for f in fillers if f.role not in {"place", "actor", "target"}]
    return in_order(*kept, _phrase(sentence, places[0], "place"), _phrase(sentence, holder, "actor"))


def _phrase(sentence: Sentence, head: Token, role: str) -> Filler:
    """What a noun heads, without the preposition before it."""
    phrase = phrase_at(sentence, head.index)
    before = (t for t in children(sentence, head.index, "case") if t.start >= phrase.start)
    start = max([phrase.start, *(t.end + 1 for t in before if t.end < head.start)])
    return Filler(role, start, phrase.end, phrase.head)


def _of_another_verb(sentence: Sentence, head: Token, filler: Filler) -> bool:
    at = _tops(sentence, filler)
    top = sentence.tokens[at] if at is not None else None
    if top is None or top.head in {-1, head.index, head.head}:
        return False
    cases, above = set(cases_of(sentence, top)), sentence.tokens[top.head]
    fought = bool(cases & _FOUGHT) and lexicon()["kinds"].get(above.lemma.lower()) == "event"
    return fought or ("by" in cases and above.upos == "VERB")


def without_strange_owners(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without a bare "his" as the doer whose noun has no part in the deed.

    "Said that his troops had left, citing the killing of civilians": of the killing he is not said to be the author.
    """
    return [f for f in fillers if f.role != "actor" or not _is_strange(sentence, head, f, fillers)]


def _is_strange(sentence: Sentence, head: Token, filler: Filler, fillers: Sequence[Filler]) -> bool:
    inside = sentence.within(filler.start, filler.end)
    own = inside[0] if len(inside) == 1 and inside[0].deprel == "nmod:poss" else None
    if own is None or own.text.lower() not in _POSSESSIVES:
        return False
    noun = sentence.tokens[own.head]
    part = any(f.start <= noun.start < f.end for f in fillers if f is not filler)
    above = {noun.head, *(t.index for t in ancestors(sentence, noun.index))}
    led = noun.index in {head.index, *(t.index for t in ancestors(sentence, head.index))}  # "his efforts to take it"
    return not part and not led and head.index not in above


def named_twice(sentence: Sentence, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without a target that only names who acts once more: "the president, Lorn, vowed to …"."""
    doers = [f for f in fillers if f.role == "actor"]
    return [f for f in fillers if f.role != "target" or not any(_apposed(sentence, f, doer) for doer in doers)]


def _apposed(sentence: Sentence, filler: Filler, doer: Filler) -> bool:
    top = _tops(sentence, filler)
    named = sentence.tokens[top] if top is not None else None
    return named is not None and named.deprel == "appos" and named.head >= 0 and named.head == _tops(sentence, doer)


def freed_elsewhere(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a release without where and when those were taken who are let go.

    "Released two men who were kidnapped a month ago in Lisk": where they are free nobody says.
    """
    if kind != "release":
        return list(fillers)
    return [f for f in fillers if f.role not in {"place", "time"} or not _where_taken(sentence, head, f)]


def _where_taken(sentence: Sentence, head: Token, filler: Filler) -> bool:
    """Whether a filler hangs on the verb of taking whose captives another verb, ``head``, sets free."""
    top = _tops(sentence, filler)
    above = ancestors(sentence, top) if top is not None else ()
    verb = next((v for v in above if v.upos == "VERB"), None)
    if verb is None or verb is head or verb.deprel not in {"acl:relcl", "acl"} or verb.lemma.lower() not in _TAKING:
        return False
    freed = governor_of(sentence, verb)
    return freed is not None and freed.head == head.index and freed.deprel in {"obj", "nsubj:pass"}
