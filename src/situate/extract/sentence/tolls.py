"""The dead of an attack: tied to it by the tree of their sentence, they are its roles, no killing of their own."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator, Sequence

from situate.extract.roles.frames import Filler, by_place
from situate.extract.roles.said_numbers import counted_before, is_raised_by, said_number, toll_of
from situate.extract.sentence.found import Found
from situate.extract.tree.phrases import killing_by, phrase_at
from situate.extract.tree.relations import ancestors, case_of, cases_of, children, starts_below, subtree
from situate.extract.tree.words import lexicon
from situate.model.claim import TIME_ROLES
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap
from situate.ontology import BLOWS

_STRIKES = BLOWS - {"clash"}
_DYING = frozenset({"die", "perish", "fall", "kill"})
_RISING = frozenset({"rise", "climb", "stand", "grow", "increase", "reach"})
_CORPSES = frozenset({"body", "corpse", "remains"})
_LEADING_TO = frozenset({"leave", "result", "cause", "claim", "see", "lead"})
_WARS = frozenset({"war", "conflict"})
_FINDING = frozenset({"recover", "find", "pull", "retrieve", "dig", "discover", "bring"})


def without_tolls(found: Sequence[Found]) -> list[Found]:
    """The dead of an attack told in the same sentence are its roles, no killing of their own (guidelines).

    Only where the tree ties the two together ("an attack killed six", "killed in an attack by"): of the killings that
    the model sees beside an attack, seven of ten are told apart by the annotators ("killed since the assault began").
    """
    attacks = [f for f in found if f.marked.kind.name in BLOWS and f.modality == "actual"]
    merged = {id(f): f for f in found}
    for toll in (f for f in found if f.marked.kind.name == "kill"):
        attack = next((merged[id(f)] for f in attacks if _one_deed(f, toll)), None)
        if attack is None or (attack.polarity, toll.polarity) == ("positive", "negative"):
            continue  # "denied killing 30 people in its strike" denies the dead
        own = {f.role for f in attack.fillers}
        lent = {"killed", "wounded", *({"time", "place"} - own)}
        free = [
            t
            for t in toll.fillers
            if t.role in lent and not any(t.start < f.end and f.start < t.end for f in attack.fillers)
        ]
        grown = dataclasses.replace(attack, fillers=tuple(sorted((*attack.fillers, *free), key=by_place)))
        merged = {n: grown if f is attack else f for n, f in merged.items() if n != id(toll)}
    return list(merged.values())


def with_tolls_apart(found: Sequence[Found]) -> list[Found]:
    """ "Counted 41 bodies, and the governor spoke of 45 dead": a figure of two killings is of the nearer one, where the
    other has one of its own.
    """
    kills = [one for one in found if one.marked.kind.name == "kill"]
    return [_with_its_own(one, kills) if one in kills and len(kills) > 1 else one for one in found]


def _with_its_own(kill: Found, kills: Sequence[Found]) -> Found:
    def nearer(filler: Filler) -> bool:
        others = [o for o in kills if o is not kill and any(_same(filler, f) for f in o.fillers)]
        return any(_apart(o, filler) < _apart(kill, filler) and _says_it(o, filler) for o in others)

    given = [f for f in kill.fillers if f.role == "killed" and nearer(f)]
    inside = kill.marked.sentence.within
    own = [f for f in kill.fillers if f.role == "killed" and f not in given]
    own = [f for f in own if any(t.upos == "NUM" for t in inside(f.start, f.end))]
    if not given or not own:
        return kill
    return dataclasses.replace(kill, fillers=tuple(f for f in kill.fillers if f not in given))


def _says_it(kill: Found, filler: Filler) -> bool:
    """Whether the words of a figure hold what tells a killing ("45 dead"), or its clause says it to be so many."""
    number = said_number(kill.marked.sentence, kill.marked.head)
    held = filler.start <= kill.marked.head.start < filler.end
    return held or (number is not None and filler.start <= number.start < filler.end)


def _same(one: Filler, other: Filler) -> bool:
    return (one.role, one.start, one.end) == (other.role, other.start, other.end)


def _apart(one: Found, filler: Filler) -> int:
    trigger = one.marked.trigger
    return max(trigger.start - filler.end, filler.start - trigger.end, 0)


def without_lent_dead(found: Sequence[Found]) -> list[Found]:
    """ "Burned the village, killing at least 20": the dead of a killing beside a deed that is no blow are its own."""
    kills = [one for one in found if one.marked.kind.name == "kill" and one.marked.head.deprel == "advcl"]
    return [_without_dead_of(one, kills) if kills and one.marked.kind.name not in BLOWS else one for one in found]


def _without_dead_of(one: Found, kills: Sequence[Found]) -> Found:
    beside = [k for k in kills if k is not one and k.marked.head.head == one.marked.head.index]
    told = [f for kill in beside for f in kill.fillers if f.role in {"killed", "wounded"}]
    kept = tuple(f for f in one.fillers if not any(_same(f, other) for other in told))
    return dataclasses.replace(one, fillers=kept) if len(kept) < len(one.fillers) else one


def with_bodies(found: Sequence[Found]) -> list[Found]:
    """ "The bodies of nine people were found after jets bombed the yard": they are the dead of the one blow told."""
    return _with_dead(found, _STRIKES, _bodies)


def with_clauses(found: Sequence[Found]) -> list[Found]:
    """ "The bombing of the hall by the army, in which three died": whom a clause counts are the dead of its blow."""
    return _with_dead(found, BLOWS, _died_in_it)


def with_counts(found: Sequence[Found]) -> list[Found]:
    """ "Ten died when they fell upon the village", "the number of people killed in the raid has risen to 60", "ten were
    killed by the shells that they sent into the village"."""
    found = _without_words_of_counts(found)
    for dead_of in (_died_when, _died_in_a_row, _risen_to, _died_by, _killed_in_it, _dead_beside):
        found = _with_dead(found, BLOWS, dead_of)
    return [_with_hurt_in_a_row(one) if one.marked.kind.name in BLOWS else one for one in found]


def _without_words_of_counts(found: Sequence[Found]) -> list[Found]:
    """ "The number of people killed in the raid has reached 60, after nine of the wounded died": the raid's dead are
    the 60, not "people", whoever else is told to have died.
    """
    return [_with_risen(one) if one.marked.kind.name in BLOWS else one for one in found]


def _with_risen(blow: Found) -> Found:
    if is_raised_by(blow.marked.sentence, blow.marked.head):
        return dataclasses.replace(blow, fillers=tuple(f for f in blow.fillers if f.role != "killed"))
    number = next(_risen_to(blow), None)
    if number is None:
        return blow
    dated = [f for f in blow.fillers if f.role not in TIME_ROLES or not overlap(f, number)]  # "from 8 to 12": no hours
    blow = dataclasses.replace(blow, fillers=tuple(dated))
    if toll_of(blow.marked.sentence, blow.marked.head) is not None:  # who died of it lately is among them
        others = [f for f in blow.fillers if f.role != number.role and not overlap(f, number)]
        return dataclasses.replace(blow, fillers=tuple(sorted((*others, number), key=by_place)))
    sentence, tolls = blow.marked.sentence, [f for f in blow.fillers if f.role in {"killed", "wounded"}]
    people = [f for f in tolls if f.role == number.role and f.end <= number.start]
    other = [f for f in tolls if f.role != number.role and f.start < number.end and number.start < f.end]
    counted = any(t.upos == "NUM" for f in people for t in sentence.within(f.start, f.end))
    if counted or not (people or other):
        return blow
    verb = sentence.tokens[sentence.tokens[number.head].head]
    since = starts_below(sentence, *children(sentence, verb.index, "advcl"))  # those who died since are among them
    kept = [f for f in blow.fillers if f not in people and f.start not in since]
    kept = [f for f in kept if not (number.start < f.end and f.start < number.end)]
    return dataclasses.replace(blow, fillers=tuple(sorted((*kept, number), key=by_place)))


def _killed_in_it(blow: Found) -> Iterator[Filler]:
    """ "Killed 18 soldiers and captured seven in a raid": what a row of verbs tells happened in the one blow."""
    sentence, deed = blow.marked.sentence, blow.marked.head
    verb = sentence.tokens[deed.head] if deed.deprel == "obl" and deed.head >= 0 else None
    if verb is None or case_of(sentence, deed) not in {"in", "during"} or not children(sentence, verb.index, "obj"):
        return
    above = sentence.tokens[verb.head] if verb.deprel == "conj" and verb.head >= 0 else None
    for killing in (v for v in (verb, above) if v is not None and v.lemma == "kill"):
        for people in children(sentence, killing.index, "obj"):
            if people.upos == "NUM" or children(sentence, people.index, "nummod"):
                phrase = phrase_at(sentence, people.index)
                yield Filler("killed", phrase.start, phrase.end, phrase.head)


def _dead_beside(blow: Found) -> Iterator[Filler]:
    """ "3 dead as clashes hit a suburb": a headline's count."""
    sentence = blow.marked.sentence
    if sentence.tokens[-1].text in {".", "!", "?"}:
        return
    told = (counted_before(sentence, t) for t in sentence.tokens if t.text.lower() == "dead")
    yield from (Filler("killed", first.start, last.end, last.index) for first, last in filter(None, told))


def _died_by(blow: Found) -> Iterator[Filler]:
    verb = killing_by(blow.marked.sentence, blow.marked.head)
    if verb is not None:
        yield from _counted_subject(blow.marked.sentence, verb)


def _died_when(blow: Found) -> Iterator[Filler]:
    sentence, deed = blow.marked.sentence, blow.marked.head
    verb = sentence.tokens[deed.head] if deed.deprel == "advcl" and deed.head >= 0 else None
    when = any(t.text.lower() in {"when", "as"} for t in children(sentence, deed.index, "mark", "advmod"))
    if verb is not None and when and verb.lemma in _DYING and verb.upos == "VERB":
        yield from _counted_subject(sentence, verb)


def _died_in_a_row(blow: Found) -> Iterator[Filler]:
    """ "Five died, 12 were hurt and seven are missing after the strike", whichever verb of the row the blow is at."""
    if (first := _first_of_row(blow)) is not None:
        yield from _counted_subject(blow.marked.sentence, first)


def _first_of_row(blow: Found) -> Token | None:
    """The verb of dying at the head of a row of verbs at one of which a blow stands."""
    sentence, deed = blow.marked.sentence, blow.marked.head
    verb = sentence.tokens[deed.head] if deed.deprel in {"obl", "advcl"} and deed.head >= 0 else None
    first = sentence.tokens[verb.head] if verb is not None and verb.deprel == "conj" and verb.head >= 0 else None
    return first if first is not None and first.lemma in _DYING and first.upos == "VERB" else None


def _with_hurt_in_a_row(blow: Found) -> Found:
    """The blow with the wounded of such a row, where it has none."""
    first, sentence = _first_of_row(blow), blow.marked.sentence
    if first is None or any(f.role == "wounded" for f in blow.fillers):
        return blow
    verbs = [t for t in children(sentence, first.index, "conj") if lexicon()["harm"].get(t.lemma) == "wounded"]
    people = [t for verb in verbs for t in children(sentence, verb.index, "nsubj:pass")]
    counted = [t for t in people if t.upos == "NUM" or children(sentence, t.index, "nummod")]
    phrases = [phrase_at(sentence, t.index) for t in counted]
    hurt = [Filler("wounded", one.start, one.end, one.head) for one in phrases]
    free = [h for h in hurt if not any(h.start < f.end and f.start < h.end for f in blow.fillers)]
    return dataclasses.replace(blow, fillers=tuple(sorted((*blow.fillers, *free), key=by_place))) if free else blow


def _risen_to(blow: Found) -> Iterator[Filler]:
    sentence = blow.marked.sentence
    if (number := toll_of(sentence, blow.marked.head)) is not None:
        phrase = phrase_at(sentence, number.index)
        yield Filler("killed", phrase.start, phrase.end, phrase.head)
    above = {blow.marked.head.index, *(t.index for t in ancestors(sentence, blow.marked.head.index))}
    for verb in (sentence.tokens[i] for i in above if sentence.tokens[i].lemma in _RISING):
        counts = [t for t in children(sentence, verb.index, "nsubj") if t.lemma.lower() in {"number", "toll"}]
        words = {sentence.tokens[i].lemma for count in counts for i in subtree(sentence, count.index)}
        hurt = any(lexicon()["harm"].get(word) == "wounded" for word in words)
        dead = not words.isdisjoint({*_DYING, "dead", "death", "toll"})
        role = (
            None if dead is hurt else "killed" if dead else "wounded"
        )  # "killed or wounded": nobody knows how many of either
        ends = children(sentence, verb.index, "obl", "obj") if role is not None else []
        ends += [n for t in ends if case_of(sentence, t) == "from" for n in children(sentence, t.index, "nmod")]
        for number in ends:
            if number.upos == "NUM" and (number.deprel == "obj" or case_of(sentence, number) in {"to", "at"}):
                yield Filler(role or "", number.start, number.end, number.index)


def _with_dead(
    found: Sequence[Found], kinds: Collection[str], dead_of: Callable[[Found], Iterator[Filler]]
) -> list[Found]:
    """The claims of a sentence, its blow with its dead: where it tells one blow, that has none, and no killing."""
    blows = [f for f in found if f.marked.kind.name in kinds and f.modality == "actual" and f.polarity == "positive"]
    kills = any(f.marked.kind.name == "kill" for f in found)
    if len(blows) != 1 or kills or any(filler.role == "killed" for filler in blows[0].fillers):
        return list(found)
    (blow,) = blows
    dead = next(dead_of(blow), None)
    if dead is None or any(dead.start < f.end and f.start < dead.end for f in blow.fillers):
        return list(found)
    grown = dataclasses.replace(blow, fillers=tuple(sorted((*blow.fillers, dead), key=by_place)))
    return [grown if f is blow else f for f in found]


def _died_in_it(blow: Found) -> Iterator[Filler]:
    """The people, with their number, who are told to have died "in which", in a clause about a blow."""
    sentence, deed = blow.marked.sentence, blow.marked.head
    for verb in sentence.tokens:
        if verb.lemma not in _DYING or verb.deprel != "acl:relcl":
            continue
        about = deed.index in {verb.head, *(t.index for t in ancestors(sentence, verb.index))}
        which = [t for t in children(sentence, verb.index, "obl") if t.text.lower() == "which"]
        if about and any(case_of(sentence, t) == "in" for t in which):
            yield from _counted_subject(sentence, verb)


def with_the_dead(found: Sequence[Found]) -> list[Found]:
    """ "Three people died", "two residents fell": who is counted as the subject of dying is who died."""
    return [_with_its_dead(one) if one.marked.kind.name == "kill" else one for one in found]


def _with_its_dead(kill: Found) -> Found:
    verb = kill.marked.head
    if verb.lemma not in _DYING or any(filler.role == "killed" for filler in kill.fillers):
        return kill
    dead = next(_counted_subject(kill.marked.sentence, verb), None)
    if dead is None or any(dead.start < f.end and f.start < dead.end for f in kill.fillers):
        return kill
    return dataclasses.replace(kill, fillers=tuple(sorted((*kill.fillers, dead), key=by_place)))


def _counted_subject(sentence: Sentence, verb: Token) -> Iterator[Filler]:
    """The counted people of whom a verb of dying is said; of "kill" only where it is done to them."""
    for people in children(sentence, verb.index, *(("nsubj:pass",) if verb.lemma == "kill" else ("nsubj",))):
        if children(sentence, people.index, "nummod") or people.upos == "NUM":
            phrase = phrase_at(sentence, people.index)
            yield Filler("killed", phrase.start, phrase.end, phrase.head)


def _bodies(blow: Found) -> Iterator[Filler]:
    """The people, with their number, whose bodies a sentence tells to be found."""
    sentence = blow.marked.sentence
    for token in sentence.tokens:
        governor = sentence.tokens[token.head] if token.head >= 0 else None
        if token.lemma.lower() not in _CORPSES or governor is None or governor.lemma not in _FINDING:
            continue
        for people in children(sentence, token.index, "nmod"):
            if children(sentence, people.index, "nummod") or people.upos == "NUM":
                phrase = phrase_at(sentence, people.index)
                yield Filler("killed", phrase.start, phrase.end, phrase.head)


def _led_to(sentence: Sentence, harm: Token, deed: Token) -> bool:
    """ "Bombed the camp and killed six", "a raid that left six dead": what comes of a blow is told with it."""
    above = sentence.tokens[harm.head] if harm.head >= 0 else harm
    verb = above if above.lemma in _LEADING_TO else harm
    thrown = verb.deprel == "advcl" and deed.deprel == "obj" and verb.head == deed.head  # "threw a bomb, killing two"
    if verb.head != deed.index and not thrown:
        return False
    if verb.deprel == "conj":
        own = children(sentence, harm.index, "nsubj", "nsubj:pass") or harm.lemma == "lose"  # who struck lost some
        return verb is harm and harm.upos == deed.upos == "VERB" and not own
    return verb.deprel in {"advcl", "acl", "acl:relcl"} and not children(sentence, verb.index, "mark")


def _one_deed(attack: Found, toll: Found) -> bool:
    """Whether an attack is what kills, or what some are killed in, by, or when; or a clause about it tells them."""
    sentence, deed, harm = attack.marked.sentence, attack.marked.head, toll.marked.head
    if _led_to(sentence, harm, deed) or _first_of_row(attack) is harm:
        return True
    if harm.head == deed.index:
        return harm.deprel in {"acl", "acl:relcl"}
    if harm.deprel == "obj" and harm.upos == "NOUN" and deed.head == harm.head and deed.deprel == "advcl":
        return sentence.tokens[harm.head].lemma == "commit"  # "committed a massacre, dropping bombs on the school"
    cases = set(cases_of(sentence, deed))
    within = deed.deprel == "obl" and bool(cases & {"in", "by"})
    when = next((t for t in (deed, *ancestors(sentence, deed.index)) if t.head == harm.index), None)
    if when is not None and when.deprel == "advcl":
        return any(c.text.lower() == "when" for c in children(sentence, when.index, "mark", "advmod"))
    if deed.lemma.lower() in _WARS:
        return False  # "the war has killed 90,000": a whole war is no one attack
    return deed.head == harm.index and (within or deed.deprel in {"nsubj", "obl:agent"})
