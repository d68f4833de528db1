"""Deaths that a sentence tells by themselves: where it tells no blow, the word that tells them is a killing.

By the guidelines of claims the dead of a blow are a role of it where both stand in one sentence, and a killing where
they stand alone. The model learned from many of the first kind and passes over some of the second. In the annotated
reports, of sentences without a blow, "killed" told a killing in 203 of 231, "deaths" beside a figure in 13 of 17.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from situate.extract.certainty.living import did_not_survive
from situate.extract.roles.said_numbers import DEAD, counted_before, said_number
from situate.extract.tree.armed import is_fighter
from situate.extract.tree.relations import case_of, children, governor_of, has_word, objects_of, subjects_of
from situate.extract.tree.words import CORPSES
from situate.extract.triggers.lexical import SCORE
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap
from situate.ontology import BLOWS

_TYPE = "kill"
_DEADLY = BLOWS | {_TYPE}
_TOLL = ("death", "toll")
_DEVICES = frozenset({"bomb", "mine", "landmine", "ied", "grenade", "ordnance"})
_HURT = frozenset({"wound", "injure", "hurt"})
_BOMBS = frozenset({"bomb", "munition"})
DROPPED = frozenset({"glide", "gliding", "guided", "aerial", "barrel", "airdropped", "air-dropped"})
_WEAPONS = {
    "airstrike": frozenset({"drone", "quadcopter", "warplane", "jet", "helicopter"}),
    "shelling": frozenset({"rocket", "mortar", "shell", "artillery"}),
    "explosion": frozenset({"mine", "landmine", "ied", "grenade", "booby-trap"}),
    "assault": frozenset({"bullet", "gunfire", "sniper", "gunman"}),
}
_FINDING = frozenset({"find", "discover", "pull", "leave"})  # "found dead", "it left four dead"
_TREATED = frozenset({"wound", "injure", "hurt", "evacuate", "take", "bring", "treat", "hospitalise", "hospitalize"})
_WOUNDS = frozenset({"wound", "injury"})
_ENTRIES = frozenset({"dead", "fatality", "killed", "deceased", "martyr", "fallen"})
_ADDING = frozenset({"bring", "push"})
_SUMS = frozenset({"toll", "dead", "death", "fatality", "loss", "count", "tally"})
_SUFFERING = frozenset({"suffer", "sustain", "receive"})
_SHOTS = frozenset({"bullet", "gunshot", "shrapnel", "stab", "machete", "splinter"})
_MEN = frozenset({"man", "woman", "person", "civilian", "life", "child", "member", "policeman"})
_RECOVERING = frozenset({"find", "discover", "recover", "dump", "retrieve"})
_KILLING = frozenset({_TYPE, "martyr"})
_WORDS = (
    _ENTRIES | DEAD | _HURT | CORPSES | _WOUNDS | {"lifeless", "die", "survive"}
)  # with which what tells a death begins
_FATAL = frozenset({_TYPE, "die", "murder", "massacre", "slay"})
_THE_DEAD = frozenset({"dead", "kill", "killed", "victim", "fatality", "slain"})


def deaths(sentence: Sentence, taken: Sequence[Labelled]) -> Iterator[Labelled]:
    """The first word of dying of a sentence, where none of the triggers ``taken`` tells a blow or a killing."""
    if any(t.label in _DEADLY for t in taken) or not _tells_any(sentence):
        return
    for token in sentence.tokens:
        if any(overlap(t, token) for t in taken):
            continue
        last = _told(sentence, token)
        if last is not None:
            yield Labelled(token.start, last.end, _TYPE, SCORE)
            return


def _tells_any(sentence: Sentence) -> bool:
    """Whether a word of a sentence may tell a death (most have none)."""
    return not (_WORDS.isdisjoint(sentence.lemmas) and _ENTRIES.isdisjoint(t.text.lower() for t in sentence.tokens[:1]))


def totals(sentence: Sentence, taken: Sequence[Labelled]) -> Iterator[Labelled]:
    """ "…, bringing the death toll to 30", "so the toll is 11 now": how many have died by then, beside those whose
    deaths the sentence tells.
    """
    if not any(t.label in _DEADLY for t in taken):
        return  # ``deaths`` looks for these
    kills = any(t.label == _TYPE for t in taken)
    for token in sentence.tokens if not sentence.lemmas.isdisjoint(_SUMS) else ():
        if token.lemma.lower() not in _SUMS or any(overlap(t, token) for t in taken):
            continue
        verb = governor_of(sentence, token, "obj")
        adding = verb is not None and verb.lemma in _ADDING  # of a blow alone, its toll is its own
        if (kills or adding) and said_number(sentence, token) is not None:
            yield Labelled(token.start, token.end, _TYPE, SCORE)


def denied(sentence: Sentence, taken: Sequence[Labelled]) -> Iterator[Labelled]:
    """ "Denied killing 30 people in its strike", "denied that 12 had died in clashes": beside the blow a killing, for
    the dead are denied and the blow is not.
    """
    if "deny" not in sentence.lemmas or not any(t.label in BLOWS for t in taken):
        return
    for verb in (t for t in sentence.verbs if t.lemma in _FATAL and not any(overlap(one, t) for one in taken)):
        denial = governor_of(sentence, verb, "xcomp", "ccomp")
        if denial is not None and denial.lemma == "deny" and not _is_blow(sentence, verb, taken):
            yield Labelled(verb.start, verb.end, _TYPE, SCORE)


def _is_blow(sentence: Sentence, verb: Token, taken: Sequence[Labelled]) -> bool:
    """ "Denied that its strike killed children": the blow is the subject, and is denied as it is told."""
    return any(overlap(one, t) for t in subjects_of(sentence, verb) for one in taken)


def wounds(sentence: Sentence, taken: Sequence[Labelled]) -> Iterator[Labelled]:
    """A word of wounding, as a blow of the sort that its weapon tells, where none of the triggers ``taken`` tells one.

    ("Four people were wounded by rockets", "a drone wounded a driver": there is no claim of wounding, a blow has it.)
    """
    if _HURT.isdisjoint(sentence.lemmas) or any(t.label in _DEADLY for t in taken):
        return
    for verb in (t for t in sentence.verbs if t.lemma in _HURT):
        by = [t for t in children(sentence, verb.index, "obl", "obl:agent") if case_of(sentence, t) == "by"]
        means = [*by, *(children(sentence, verb.index, "nsubj") if children(sentence, verb.index, "obj") else ())]
        kind = next((kind for kind in (_blow_by(sentence, t) for t in means) if kind), None)
        if kind is not None:
            yield Labelled(verb.start, verb.end, kind, SCORE)
            return


def _blow_by(sentence: Sentence, weapon: Token) -> str | None:
    """The sort of blow that a weapon strikes."""
    lemma = weapon.lemma.lower()
    if lemma in _BOMBS:
        return "airstrike" if _dropped(sentence, weapon) else "explosion"
    return next((kind for kind, weapons in _WEAPONS.items() if lemma in weapons), None)


def by_device(sentence: Sentence, trigger: Labelled, taken: Sequence[Labelled]) -> Labelled:
    """ "A bomb laid by the rebels killed four": where no other word tells that it went off, the bomb does."""
    if trigger.label != _TYPE or any(t.label in BLOWS for t in taken):
        return trigger
    verbs = [t for t in sentence.touched(trigger.start, trigger.end) if t.upos == "VERB"]
    things = [thing for verb in verbs for thing in children(sentence, verb.index, "nsubj")]
    by = [thing for verb in verbs for thing in children(sentence, verb.index, "obl", "obl:agent")]
    # "Was killed by a landmine", not "by their bombs", which may be dropped or fired.
    one_or_dropped = (t for t in by if t.lemma.lower() == t.text.lower() or _dropped(sentence, t))
    things += [t for t in one_or_dropped if case_of(sentence, t) == "by"]
    device = next((t for t in things if t.lemma.lower() in _DEVICES or t.lemma.lower().endswith("-bomb")), None)
    strike = next((t for t in things if t.lemma.lower() == "strike" and children(sentence, t.index, "nmod")), None)
    if strike is not None:  # "Strike on school kills 12"
        return replace(trigger, start=strike.start, end=strike.end, label="airstrike")
    if device is None:
        return trigger
    kind = "airstrike" if _dropped(sentence, device) else "explosion"
    return replace(trigger, start=device.start, end=device.end, label=kind)


def _dropped(sentence: Sentence, bomb: Token) -> bool:
    """Whether a bomb is told to glide or to be dropped, and so comes from the air."""
    return has_word(sentence, bomb, DROPPED, "compound", "amod")


def among_them(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A word for dead that were told before, with the words that say so: "five of the dead", "of those killed, two"."""
    inside = sentence.touched(trigger.start, trigger.end)
    if trigger.label != _TYPE or not inside or inside[0].lemma.lower() not in _THE_DEAD or inside[0].index < 1:
        return trigger
    before = sentence.tokens[max(0, inside[0].index - 2) : inside[0].index]
    words = [t.text.lower() for t in before]
    if words[-1] in {"the", "those"} and words[0] in {"of", "among", "amongst"} and len(words) == 2:
        return replace(trigger, start=before[0].start)
    return trigger


def _heads_an_entry(sentence: Sentence, token: Token) -> bool:
    """ "Dead: two civilians", as forms and bulletins tell a toll: the label, a colon and a number."""
    if token.index or _ENTRIES.isdisjoint({token.lemma.lower(), token.text.lower()}):
        return False
    after = sentence.tokens[1:3]
    return [t.text for t in after[:1]] == [":"] and any(t.upos == "NUM" for t in after)


def _beside_the_hurt(sentence: Sentence, verb: Token) -> bool:
    """ "Nine residents died and 40 were evacuated to a clinic": people are counted who died, and others who did not."""
    beside = [verb, *(t for t in children(sentence, verb.index, "conj") if t.lemma in _TREATED)]
    people = [subjects_of(sentence, t) for t in beside]
    counts = [any(t.upos == "NUM" or children(sentence, t.index, "nummod") for t in some) for some in people]
    return len(beside) > 1 and all(counts)


def _of_wounds(sentence: Sentence, verb: Token) -> bool:
    """ "The governor died of wounds", "from injuries sustained on Monday": no one dies of these by nature."""
    of = (t for t in children(sentence, verb.index, "obl") if t.lemma.lower() in _WOUNDS)
    return any(case_of(sentence, t) in {"of", "from"} for t in of)


def _of_the_hurt(sentence: Sentence, verb: Token) -> bool:
    """ "Nineteen wounded reached the hospital, where two of them died"."""
    some = [t for t in subjects_of(sentence, verb) if t.upos == "NUM"]
    of_them = any(has_word(sentence, t, {"them", "whom", "these", "those"}, "nmod") for t in some)
    return of_them and any(t.lemma.lower() in {"wounded", "injured"} for t in sentence.tokens[: verb.index])


def _suffers_shots(sentence: Sentence, verb: Token) -> bool:
    """ "Three policemen suffered bullet wounds"."""
    wounds = [t for t in children(sentence, verb.index, "obj") if t.lemma.lower() in _WOUNDS]
    shot = any(has_word(sentence, t, _SHOTS, "compound", "amod") for t in wounds)
    return shot and any(children(sentence, t.index, "nummod") for t in subjects_of(sentence, verb))


def _of_people(sentence: Sentence, loss: Token) -> bool:
    """ "Admitted the loss of five", "of 12 soldiers": of people by their number alone, or of who bears arms."""
    of = [t for t in children(sentence, loss.index, "nmod") if case_of(sentence, t) == "of"]
    counted = (t for t in of if children(sentence, t.index, "nummod"))
    return any(t.upos == "NUM" for t in of) or any(t.lemma.lower() in _MEN or is_fighter(t) for t in counted)


def _is_found(sentence: Sentence, corpse: Token) -> bool:
    """ "Police found the corpse of one of the eleven"."""
    verb = governor_of(sentence, corpse, "obj", "nsubj:pass")
    whose = [t for t in children(sentence, corpse.index, "nmod") if case_of(sentence, t) == "of"]
    counted = any(t.upos == "NUM" or children(sentence, t.index, "nummod") for t in (corpse, *whose))
    return counted and verb is not None and verb.lemma in _RECOVERING


def _found_dead(sentence: Sentence, dead: Token) -> bool:
    """ "At the scene four were found dead"."""
    verb = governor_of(sentence, dead)
    found = objects_of(sentence, verb) if verb is not None and verb.lemma in _FINDING else []
    return any(t.upos == "NUM" or children(sentence, t.index, "nummod") for t in found)


# What tells a death: lemmas, their part of speech, and what must hold of them.
_BY_WORD: tuple[tuple[frozenset[str], str, Callable[[Sentence, Token], bool]], ...] = (
    (frozenset({"dead", "lifeless"}), "ADJ", _found_dead),
    (frozenset({"die"}), "VERB", _beside_the_hurt),
    (frozenset({"die"}), "VERB", _of_wounds),
    (frozenset({"die"}), "VERB", _of_the_hurt),
    (_SUFFERING, "VERB", _suffers_shots),
    (frozenset({"loss"}), "NOUN", _of_people),
    (CORPSES, "NOUN", _is_found),
)


def _told(sentence: Sentence, token: Token) -> Token | None:
    """The last word of what tells deaths from a word on, if it does."""
    lemma = token.lemma.lower()
    if _heads_an_entry(sentence, token) or did_not_survive(sentence, token):
        return token
    if token.upos == "VERB" and lemma in _KILLING and token.text.lower() != "killing":  # of another deed
        return token
    if counted_before(sentence, token) is not None:
        return token
    if any(lemma in words and token.upos == upos and so(sentence, token) for words, upos, so in _BY_WORD):
        return token
    if lemma in DEAD | _HURT and said_number(sentence, token) is not None:
        return token
    if lemma != _TOLL[0]:
        return None
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    if after is not None and after.lemma.lower() == _TOLL[1]:
        return after
    counted = any(t.upos == "NUM" for t in children(sentence, token.index, "nummod"))
    return token if token.upos == "NOUN" and counted else None
