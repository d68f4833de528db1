"""What a denial leaves standing: who "denied involvement in the attack", or "was not responsible for it", says that he
did not do it, and not that there was none; who "denied killing 30 people in its strike" denies the dead. "Denied that
it shelled the town" denies the shelling, and is left to :mod:`situate.extract.certainty.negation`.
"""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.certainty.cues import CertaintyCues, is_negator
from situate.extract.roles.frames import Filler
from situate.extract.roles.unharmed import TOLLS
from situate.extract.tree.relations import cases_of, children, governor_of, has_word, starts_below, top_of
from situate.extract.tree.words import DEFINITE, lexicon, word_list
from situate.model.sentence import Sentence, Token

_STEPS = 5
_CLAUSES = frozenset({"xcomp", "ccomp", "conj", "acl", "advcl", "obl", "nmod", "obj", "nsubj:pass"})


def doer_denied(sentence: Sentence, head: Token, cues: CertaintyCues) -> bool:
    """Whether a denial above the word of a happening only says that somebody had no part in it.

    It had a part for a noun ("any role in the attack"), it is told by who was in it ("was behind the blast"), or it is
    known and a verb of doing says whose it was ("denied carrying out the attack", not "an attack"). A deed told by its
    verb stands where a word of part is before it ("denied that police were responsible for killing the student").
    """
    answered_for = _answered_for(sentence, head)
    if head.upos != "NOUN" and not children(sentence, head.index, "det") and not answered_for:
        return False
    known = answered_for or has_word(sentence, head, DEFINITE, "det")
    part = "behind" in cases_of(sentence, head)
    current = head
    for _ in range(_STEPS):
        governor = governor_of(sentence, current)
        if governor is None or current.deprel not in _CLAUSES:
            return False
        if governor.lemma in cues.denials:
            beside = children(sentence, governor.index, "advmod", "nsubj")
            return part and not any(is_negator(sentence, word, cues) for word in beside)
        said = _is_part(sentence, current, governor, head)
        if said and known and _no_part(sentence, governor, cues):
            return True
        part = part or said
        current = governor
    return False


def _answered_for(sentence: Sentence, head: Token) -> bool:
    """ "Responsible for killing the student", "involved in burning the mill"; not "for killing any civilians"."""
    part = governor_of(sentence, head, "advcl", "acl", "xcomp", "obl", "nmod")
    if part is None or head.upos != "VERB" or not head.text.lower().endswith("ing"):
        return False
    led = has_word(sentence, head, {"for", "in"}, "mark", "case")
    whom = children(sentence, head.index, "obj")
    named = {part.lemma.lower(), part.text.lower()} & word_list("parts_in")
    return bool(named) and led and bool(whom) and not any(has_word(sentence, t, {"any"}, "det") for t in whom)


def without_deniers(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without actors but those that the phrase of the happening itself names ("the rebel attack")."""
    own = starts_below(sentence, head)
    subjects = children(sentence, head.index, "nsubj", "nsubj:pass", "csubj")
    own -= starts_below(sentence, *subjects)
    return [f for f in fillers if f.role != "actor" or any(f.start <= start < f.end for start in own)]


def without_denied_harm(
    sentence: Sentence, head: Token, fillers: Sequence[Filler], cues: CertaintyCues
) -> list[Filler]:
    """ "Denied killing 30 people in a strike": the strike without those dead, and without who denies them as its doer,
    unless its words say whose it was ("in its strike").
    """
    verbs = {
        f: verb for f in fillers if f.role in TOLLS and (verb := _denied_verb(sentence, head, f, cues)) is not None
    }
    if not verbs:
        return list(fillers)
    doers = {t.index for v in verbs.values() for t in children(sentence, v.index, "nsubj", "obl:agent")}
    doers |= {t.index for v in verbs.values() for t in children(sentence, v.head, "nsubj")}
    own = bool(children(sentence, head.index, "nmod:poss"))
    kept = [f for f in fillers if f not in verbs]
    tops = {f: top_of(sentence, f.start, f.end) for f in kept if f.role == "actor" and not own}
    return [f for f in kept if (top := tops.get(f)) is None or top.index not in doers]


def _denied_verb(sentence: Sentence, head: Token, filler: Filler, cues: CertaintyCues) -> Token | None:
    """The verb of harm, other than a claim's own word, by which people are said not to have been harmed."""
    top = top_of(sentence, filler.start, filler.end)
    verb = governor_of(sentence, top, "obj", "nsubj:pass", "nsubj") if top is not None else None
    denial = governor_of(sentence, verb, "xcomp", "ccomp") if verb is not None and verb.index != head.index else None
    if (
        verb is None
        or denial is None
        or verb.lemma not in {*lexicon()["harm"], "lose"}
        or denial.lemma not in cues.denials
    ):
        return None
    beside = children(sentence, denial.index, "advmod")
    return None if any(is_negator(sentence, word, cues) for word in beside) else verb


def _no_part(sentence: Sentence, part: Token, cues: CertaintyCues) -> bool:
    """ "Was not responsible for the raid", "had no part in it": a part that is negated itself."""
    beside = children(sentence, part.index, "advmod", "det")
    return any(is_negator(sentence, word, cues) for word in beside)


def _is_part(sentence: Sentence, current: Token, governor: Token, head: Token) -> bool:
    """Whether a governor says that somebody had a part in what it governs."""
    if governor.lemma.lower() in word_list("parts_in") or governor.text.lower() in word_list("parts_in"):
        return True
    return (
        has_word(sentence, head, DEFINITE, "det")
        and current is head
        and head.deprel == "obj"
        and governor.lemma.lower() in word_list("doing")
    )
