"""Who is only hurt: "shot and wounded three", "shot him in the leg", "injuries to four others", "two in critical
condition".

A shot kills as often as not, so the binder takes whom it hits for dead. What is said beside it tells which it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler
from situate.extract.roles.unharmed import TOLLS
from situate.extract.tree.relations import DONE_TO, case_of, children, governor_of, has_lemma, objects_of, top_of
from situate.extract.tree.words import lexicon, word_list
from situate.model.sentence import Sentence, Token

_JOINED = ("conj", "advcl", "xcomp", "parataxis")
_INTO = frozenset({"in", "through", "into"})
_TO_DEATH = frozenset({"dead", "death", "fatally", "mortally", "fatal", "mortal"})
_SUFFERING = frozenset({"receive", "suffer", "sustain", "incur"})
_WOUNDS = frozenset({"wound", "injury", "burn"})
_HURT = frozenset({"wounded", "injured"})


def only_hurt(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim, the dead whom a blow only hurts as wounded, without where it hit them."""
    found = [_told_hurt(sentence, _without_the_part(sentence, f)) for f in fillers]
    hurt = [(f, verb) for f in found if f.role == "killed" and (verb := _hit_by(sentence, head, f)) is not None]
    told_again = {t.start for _, verb in hurt for t in _them(sentence, verb)}  # "shot a boy, wounding him"
    kept = [f for f in found if not (f.role == "wounded" and f.start in told_again)]
    dead = [f for f, _ in hurt]
    return [replace(f, role="wounded") if f in dead else f for f in kept]


def _told_hurt(sentence: Sentence, filler: Filler) -> Filler:
    """ "Injuries to four others", "sustained gunshot wounds", "two in critical condition", "two wounded"."""
    inside = sentence.within(filler.start, filler.end) if filler.role == "killed" else []
    top = top_of(sentence, filler.start, filler.end) if inside else None
    if top is None:
        return filler
    before, after = sentence.tokens[: inside[0].index][-2:], sentence.tokens[inside[-1].index + 1 :][:4]
    to = [t.lemma.lower() for t in before]
    verb = governor_of(sentence, top)
    dies = verb is not None and (lexicon()["harm"].get(verb.lemma) == "killed" or verb.lemma == "succumb")
    hurt = len(to) > 1 and to[0] in _WOUNDS and to[1] == "to"
    hurt = hurt or (top.lemma.lower() in _HURT and not dies)
    hurt = hurt or (bool(after) and after[0].text.lower() == "in" and any(t.lemma == "condition" for t in after))
    if verb is not None and verb.lemma in _SUFFERING and top.deprel == "nsubj":
        wounds = [t for t in children(sentence, verb.index, "obj") if t.lemma.lower() in _WOUNDS]
        hurt = hurt or any(not has_lemma(sentence, t, _TO_DEATH) for t in wounds)
    return replace(filler, role="wounded") if hurt else filler


def _hit_by(sentence: Sentence, head: Token, filler: Filler) -> Token | None:
    """The verb that says somebody was hit, and beside which it is said that he was hurt and not killed."""
    top = top_of(sentence, filler.start, filler.end)
    own = head if top is not None and (head.deprel, head.head) == ("acl", top.index) else None
    verb = own or (governor_of(sentence, top, *DONE_TO) if top is not None else None)
    if verb is None or verb.lemma not in word_list("hitting") or _to_death(sentence, verb):
        return None
    hurt = any(True for _ in _hurting(sentence, verb))
    return verb if hurt or _in_a_limb(sentence, verb, top) else None


def _joined(sentence: Sentence, verb: Token, harm: str) -> Iterator[Token]:
    """The verbs of one sort of harm joined to a verb, which tell what became of the same people."""
    for token in children(sentence, verb.index, *_JOINED):
        others = [t for t in objects_of(sentence, token) if t.upos != "PRON"]
        people = others or [t for t in children(sentence, token.index, "nsubj") if t.upos != "PRON"]
        if lexicon()["harm"].get(token.lemma) == harm and not people and not has_lemma(sentence, token, _TO_DEATH):
            yield token


def _hurting(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """ "Shot and wounded", "was stabbed and is injured", "shot a boy, wounding him"."""
    yield from _joined(sentence, verb, "wounded")


def _them(sentence: Sentence, verb: Token) -> Iterator[Token]:
    for token in _hurting(sentence, verb):
        yield from objects_of(sentence, token)


def _to_death(sentence: Sentence, verb: Token) -> bool:
    """ "Shot dead", "stabbed to death", "shot her in the arm and killed her"."""
    said = children(sentence, verb.index, "xcomp", "obl", "advmod", "amod", "advcl")
    return any(t.lemma.lower() in _TO_DEATH for t in said) or any(True for _ in _joined(sentence, verb, "killed"))


def _in_a_limb(sentence: Sentence, verb: Token, top: Token | None) -> bool:
    """ "Was shot in the leg": few die of it; of a shot in the chest or the head nobody can tell."""
    parts = children(sentence, verb.index, "obl") + (children(sentence, top.index, "nmod") if top is not None else [])
    return any(t.lemma.lower() in word_list("limbs") and case_of(sentence, t) in _INTO for t in parts)


def _without_the_part(sentence: Sentence, filler: Filler) -> Filler:
    """ "A man in the leg" of "shot a man in the leg": the leg says where he was hit, not which man. So do injuries."""
    inside = sentence.within(filler.start, filler.end) if filler.role in TOLLS else []
    if len(inside) > 2 and inside[-1].lemma.lower() in _WOUNDS and inside[-2].text.lower() == "and":
        return replace(filler, end=inside[-3].end)  # "the death of two soldiers and injuries to three"
    top = top_of(sentence, filler.start, filler.end) if inside else None
    verb = governor_of(sentence, top, *DONE_TO) if top is not None else None
    if top is None or verb is None or verb.lemma not in word_list("hitting"):
        return filler
    for part in inside:
        if part.index > top.index and part.lemma.lower() in word_list("limbs") | word_list("vitals"):
            into = next((t for t in children(sentence, part.index, "case") if t.text.lower() in _INTO), None)
            if into is not None and into.index > top.index:
                return replace(filler, end=sentence.tokens[into.index - 1].end)
    return filler
