"""Who is accused did it, as the accusation has it, and not who accuses; and who denies it is who is accused.

"Rebels, accused by the army of shelling the town, …", "the front, which the ministry accuses of killing civilians, …",
"accused the army of bombing villages, a charge it denies".
"""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.phrases import phrase_at
from situate.extract.tree.relations import cases_of, children, governor_of, objects_of, starts_below
from situate.extract.tree.slots import is_passive
from situate.model.sentence import Sentence, Token

_ACCUSING = frozenset({"accuse", "suspect", "blame", "charge", "indict", "convict"})
_OF = frozenset({"of", "for", "with", "over"})
_TELLING = frozenset({"accusation", "charge", "allegation", "claim", "report", "which", "something"})
_STEPS = 3


def without_accusers(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of what somebody is accused of, without who accuses as its doer.

    Who is accused did it, where no other doer is left.
    """
    verb = _accusing(sentence, head)
    if verb is None:
        return list(fillers)
    accusers = starts_below(sentence, *_accusers(sentence, verb))
    kept = [f for f in fillers if f.role != "actor" or f.start not in accusers]
    if len(kept) == len(fillers) or any(f.role == "actor" for f in kept):
        return kept
    return in_order(*kept, *(_phrase(sentence, t) for t in _accused(sentence, verb)[:1]))


def who_denies(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a denial in a clause of its own, with its own subject: "a charge it denies"."""
    about = governor_of(sentence, head, "acl:relcl")
    own = children(sentence, head.index, "nsubj")
    if kind != "reject" or about is None or len(own) != 1:
        return list(fillers)
    told = about.lemma.lower() in _TELLING or any(
        t.text.lower() == "which" for t in children(sentence, head.index, "obj")
    )
    if not told or own[0].text.lower() not in {"it", "they", "he", "she"}:
        return list(fillers)
    others = [f for f in fillers if f.role != "actor"]
    return in_order(*others, Filler("actor", own[0].start, own[0].end, own[0].index))


def _accusing(sentence: Sentence, head: Token) -> Token | None:
    """The verb of accusing in whose ground a word stands; ``None`` where there is none."""
    current = head
    for _ in range(_STEPS):
        governor = governor_of(sentence, current)
        if governor is None:
            return None
        led = {c.text.lower() for c in children(sentence, current.index, "mark", "case")}
        if governor.lemma in _ACCUSING and governor.upos == "VERB":
            return governor if led & _OF else None
        if current.deprel not in {"xcomp", "obj", "conj", "nmod"}:
            return None
        current = governor
    return None


def _accusers(sentence: Sentence, verb: Token) -> list[Token]:
    by = [t for t in children(sentence, verb.index, "obl:agent", "obl") if "by" in cases_of(sentence, t)]
    return by if is_passive(sentence, verb) else children(sentence, verb.index, "nsubj")


def _accused(sentence: Sentence, verb: Token) -> list[Token]:
    """Whom a verb accuses: its object, in the passive its subject, or the noun that its clause is about."""
    whom = [t for t in objects_of(sentence, verb) if t.text.lower() not in {"which", "who", "whom", "that"}]
    about = governor_of(sentence, verb, "acl", "acl:relcl")
    return [*whom, *([about] if about is not None else [])]


def _phrase(sentence: Sentence, noun: Token) -> Filler:
    phrase = phrase_at(sentence, noun.index)
    return Filler("actor", phrase.start, phrase.end, phrase.head)
