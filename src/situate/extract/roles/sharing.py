"""Who does what a second verb tells: the subject that it shares ("stopped them at the bridge and burned a tank"); and
who does it with others ("fought alongside the army").

Only where the binder binds nobody as the doer, and the subject is somebody who can act. A verb with an object gives
what hangs on it the object as subject ("let them leave"), so that nothing is shared then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.phrases import kind_of, phrase_at
from situate.extract.tree.relations import cases_of, children, governor_of, subjects_of, subtree, top_of
from situate.extract.tree.slots import is_passive
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap
from situate.ontology import BLOWS, ClaimType

_SHARES = frozenset({"conj", "xcomp", "advcl"})
_ACTS = frozenset({"actor", "people"})
_MOVED = frozenset({"displace", "return", "evacuate", "deprivation", "release"})  # whose subject it happens to
_UNDERGONE = frozenset({"lose", "receive", "bury"})
_VICTORIES, _DECLARING = frozenset({"victory", "triumph"}), frozenset({"declare", "claim", "proclaim"})
_RELATIVES = frozenset({"who", "which", "that"})
_BESIDE = frozenset({"alongside", "beside"})
_DONE_TOGETHER = BLOWS | {"capture", "advance", "repel"}
_FATES = frozenset({"affected", "killed", "wounded"})
_BOUND_AS = frozenset({"actor", "target", "place", "killed"})
_FAR = 2  # verbs up ("said it had stopped them, seizing two and burning one")


def with_shared_doer(sentence: Sentence, head: Token, kind: ClaimType, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim of a kind, with the subject that its verb (``head``) shares where they hold no actor."""
    if "actor" not in kind.roles or kind.name in _MOVED or any(f.role == "actor" for f in fillers):
        return list(fillers)
    subject = _shared(sentence, head)
    if subject is None:
        return list(fillers)
    phrase = phrase_at(sentence, subject.index)
    if any(overlap(f, phrase) for f in fillers):
        return list(fillers)
    return in_order(*fillers, Filler("actor", phrase.start, phrase.end, phrase.head))


def with_own_noun(sentence: Sentence, head: Token, kind: ClaimType, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a participle before a noun: "the advancing soldiers" advance, and nobody else."""
    noun = sentence.tokens[head.head] if head.deprel == "amod" and head.head > head.index else None
    if noun is None or not head.text.lower().endswith("ing") or kind_of(sentence, noun.index) not in _ACTS:
        return list(fillers)
    if "actor" not in kind.roles or kind.name in _MOVED:
        return list(fillers)
    phrase = phrase_at(sentence, noun.index)
    start = max(phrase.start, head.end + 1)
    kept = [f for f in fillers if f.role != "actor" and (f.end <= start or phrase.end <= f.start)]
    return in_order(*kept, Filler("actor", start, phrase.end, phrase.head))


def without_outer_subjects(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a verb with a doer in its own clause, without those of the clauses around it.

    "The troops, told that bandits had blocked the road and abducted ten people, set out": the troops abducted nobody.
    """
    doers = {f: top_of(sentence, f.start, f.end) for f in fillers if f.role == "actor"}
    verb = head
    for _ in range(_FAR):
        if verb.deprel != "conj" or verb.head < 0 or children(sentence, verb.index, "nsubj"):
            break
        verb = sentence.tokens[verb.head]
    own = children(sentence, verb.index, "nsubj") if verb.upos == head.upos == "VERB" else []
    subjects = [t for t in own if t.upos in {"NOUN", "PROPN"} and kind_of(sentence, t.index) in _ACTS]
    clause = subtree(sentence, verb.index)
    kept = [f for f in fillers if (top := doers.get(f)) is None or top.index in clause]
    if not subjects or len(kept) == len(fillers):
        return list(fillers)
    phrase = phrase_at(sentence, subjects[0].index)
    if any(overlap(f, phrase) for f in kept):
        return kept if any(f.role == "actor" for f in kept) else list(fillers)
    return in_order(*kept, Filler("actor", phrase.start, phrase.end, phrase.head))


def without_other_fates(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a verb without people of whom another verb tells, where it has people of its own.

    "302 were arrested, while 134 hostages were rescued": nobody arrested the hostages.
    """
    own = {t.index for t in subjects_of(sentence, head)} if head.upos == "VERB" else set()
    tops = {f: top_of(sentence, f.start, f.end) for f in fillers if f.role in _FATES}
    mine = {f.role for f, top in tops.items() if top is not None and top.index in own}
    return [
        f
        for f in fillers
        if f.role not in mine
        or (top := tops.get(f)) is None
        or top.index in own
        or not _is_subject(sentence, head, top)
    ]


def _is_subject(sentence: Sentence, head: Token, who: Token) -> bool:
    verb = governor_of(sentence, who, "nsubj", "nsubj:pass")
    return verb is not None and verb is not head and verb.upos == "VERB"


def with_allies(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a blow with those beside whom it was done among its doers: "attacked the town alongside rebels".

    Of a fight whose other side is not told ("fought alongside the army") they are left out: two doers fight each other.
    """
    if kind not in _DONE_TOGETHER:
        return list(fillers)
    allies = [f for f in fillers if f.role in _BOUND_AS and _is_ally(sentence, head, f, fillers)]
    if not allies:
        return list(fillers)
    kept = [f for f in fillers if f not in allies]
    if kind == "clash" and not any(f.role == "target" for f in kept):
        return kept
    return in_order(*kept, *(replace(f, role="actor") for f in allies))


def _is_ally(sentence: Sentence, head: Token, filler: Filler, fillers: Sequence[Filler]) -> bool:
    top = top_of(sentence, filler.start, filler.end)
    if top is None:
        return False
    whose = governor_of(sentence, top, "nmod")
    if whose is not None and whose.lemma.lower() == "side" and "of" in cases_of(sentence, top):
        top = whose  # "the army" alone of "on the side of the army"
    cases = cases_of(sentence, top)
    if top.lemma.lower() == "side" and "on" in cases:
        return any(kind_of(sentence, t.index) == "actor" for t in children(sentence, top.index, "nmod"))
    if not _BESIDE.isdisjoint(cases):
        own = filler.role in {"actor", "target"} or top.head == head.index
        return own and kind_of(sentence, top.index) == "actor"
    against = any(
        (other := top_of(sentence, f.start, f.end)) is not None and "against" in cases_of(sentence, other)
        for f in fillers
        if f is not filler and f.role == "target"
    )
    return "with" in cases and against and top.head == head.index and head.upos == "VERB"


def _shared(sentence: Sentence, head: Token) -> Token | None:
    if head.lemma.lower() in _UNDERGONE:
        return None
    if head.lemma.lower() in _VICTORIES and head.deprel == "obj" and sentence.tokens[head.head].lemma in _DECLARING:
        return next(iter(children(sentence, head.head, "nsubj")), None)  # whoever declares a victory declares their own
    verb = head
    own = children(sentence, head.index, "nsubj") if head.deprel == "acl:relcl" and head.head >= 0 else []
    if own and own[0].text.lower() in _RELATIVES:  # "the general, who has ruled the country since May"
        meant = sentence.tokens[head.head]
        return meant if kind_of(sentence, meant.index) in _ACTS and not children(sentence, head.index, "cop") else None
    for _ in range(_FAR):
        if verb.upos != "VERB" or not _hangs(sentence, verb):
            return None
        verb = sentence.tokens[verb.head]
        subjects = children(sentence, verb.index, "nsubj")
        if subjects:
            doer = subjects[0]
            if doer.text.lower() in _RELATIVES and verb.deprel == "acl:relcl":
                doer = sentence.tokens[verb.head]  # "militias that had fought beside the army and freed the town"
            named = doer.text.lower() not in _RELATIVES and kind_of(sentence, doer.index) in _ACTS
            return doer if named and verb.upos == "VERB" else None
    return None


def _hangs(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb in the active takes its subject from the verb above it."""
    if verb.deprel not in _SHARES or verb.head < 0 or is_passive(sentence, verb):
        return False
    if children(sentence, verb.index, "nsubj", "csubj"):
        return False
    marks = {t.text.lower() for t in children(sentence, verb.index, "mark")}
    free = verb.deprel in {"conj", "xcomp"} or verb.text.lower().endswith("ing") or "to" in marks
    owned = verb.deprel == "xcomp" and children(sentence, verb.head, "obj", "iobj")
    return free and not owned
