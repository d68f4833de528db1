"""Nouns by which a report takes up a blow that it told before ("the attack", "Wednesday's blasts"): they tell it again.

The model learned from claims that add a fact, and passes over many of them. In the groups of annotated reports, none of
which it was trained on, it passed over 47 such nouns after a determiner; 45 of them tell an event that a reader marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from situate.extract.roles.captives import DETAINING
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import children, governor_of, has_lemma
from situate.extract.tree.words import DEFINITE
from situate.extract.triggers.lexical import SCORE
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap

_BOMBS = frozenset({"explosion", "suicide_bombing"})
_FIRE = frozenset({"airstrike", "shelling"})
_ANY = _BOMBS | _FIRE | {"assault", "chemical_attack"}
# What each noun can take up; the nearest of these that was told before is meant.
_MEANS = {
    "attack": _ANY,
    "incident": _ANY,
    "blast": _BOMBS,
    "explosion": _BOMBS,
    "bombing": _BOMBS | {"airstrike"},
    "strike": _FIRE,
    "raid": _FIRE | {"assault", "chemical_attack"},
    "bombardment": _FIRE,
    "offensive": frozenset({"assault"}),
    "assault": frozenset({"assault"}),
}
_NOUNS = frozenset(_MEANS)
_FROM_AFAR = frozenset({"bombardment", "bombard"})
_TAKINGS = frozenset({"capture", "seizure"})
_DONE = frozenset({"assault", "capture", "siege_end"})  # what an operation was that is done
_ENDING = frozenset({"complete", "conclude", "finish", "succeed", "end"})
_IN_A_ROW = frozenset({"first", "second", "third", "latest", "last", "same"})
_VALUED = frozenset({"terrorist", "deadly", "heinous", "brutal", "horrific", "cowardly", "fatal", "bloody", "barbaric"})
_JUST_TOLD = 150  # code points from a sentence back to what "the attack" in it takes up before all else
_SCENES = frozenset({"site", "scene", "area", "victim", "survivor"})
_WHERE = frozenset({"in", "at", "near"})
_DAY = re.compile(r"\w+day(?:[’']?s)?", re.IGNORECASE)


def taken_up(sentence: Sentence, seen: Sequence[Labelled], told: Sequence[Labelled]) -> Iterator[Labelled]:
    """The triggers of a sentence that take up one of ``told``, or of those ``seen`` before them in the sentence itself.

    ``told`` are the triggers of the report before this sentence, ``seen`` those that the sentence has already.
    """
    for token in sentence.tokens if not sentence.lemmas.isdisjoint(_NOUNS) else ():
        types = _MEANS.get(token.lemma.lower(), frozenset()) if token.upos == "NOUN" else frozenset()
        if not types or not _is_known(sentence, token) or any(overlap(t, token) for t in seen):
            continue
        before = [t for t in (*told, *seen) if t.label in types and t.end <= token.start]
        if before:
            nearest = max(before, key=lambda t: (t.start, t.end))
            yield Labelled(token.start, token.end, nearest.label, SCORE)


_ONE = frozenset({"one", "another"})
_PLANNING = frozenset({"plan", "schedule", "expect", "propose", "anticipate"})


def foreseen(sentence: Sentence, seen: Sequence[Labelled]) -> Iterator[Labelled]:
    """ "No convoy entered the city; one is planned for next week": a deed like the one told before it."""
    for token in sentence.verbs:
        if token.lemma.lower() not in _PLANNING:
            continue
        subjects = children(sentence, token.index, "nsubj:pass")
        before = [t for t in seen if t.end <= token.start]
        taken = any(overlap(t, token) for t in seen)
        if before and not taken and any(t.text.lower() in _ONE for t in subjects):
            yield Labelled(token.start, token.end, max(before, key=lambda t: (t.start, t.end)).label, SCORE)


def meant(sentence: Sentence, trigger: Labelled, told: Sequence[Labelled]) -> Labelled:
    """A trigger with the type of what it takes up: of what is told right before it, or anywhere before, where the
    report has told nothing of the type it has.

    "The attack" after a suicide bombing is no airstrike and no assault, whatever the word alone looks like. ``told``
    are the triggers before it.
    """
    token = next((t for t in sentence.tokens if t.start <= trigger.start < t.end), None)
    if token is not None and token.lemma.lower() in _FROM_AFAR and trigger.label in _FIRE:
        just = {t.label for t in told if t.label in _FIRE and sentence.start - t.end < _JUST_TOLD}
        if len(just) == 1 and not _names_its_means(sentence, token):
            return replace(trigger, label=next(iter(just)))
    if token is None or token.end < trigger.end or not _is_bare(sentence, token):
        return trigger
    word = token.text.lower() if _is_gerund(sentence, token) else token.lemma.lower()
    types = _MEANS.get(word, _BOMBS | {"airstrike"} if word == "bomb" else frozenset())
    if token.lemma.lower() in _TAKINGS and trigger.label in DETAINING:  # "after the capture" of a town
        types = DETAINING | {"capture"}
    if token.lemma.lower() == "operation" and _is_done(sentence, token):
        types = _DONE
    before = [t for t in told if t.label in types and t.end <= trigger.start]
    if trigger.label not in types or not before:
        return trigger
    nearest = max(before, key=lambda t: (t.start, t.end))
    if sentence.start - nearest.end > _JUST_TOLD and any(t.label == trigger.label for t in told):
        return trigger
    return replace(trigger, label=nearest.label)


def _names_its_means(sentence: Sentence, token: Token) -> bool:
    """ "Aerial bombardment", "bombarded with artillery"."""
    beside = children(sentence, token.index, "compound", "amod", "obl", "nsubj", "obl:agent")
    return any(kind_of(sentence, t.index) == "weapon" or t.lemma.lower() in {"aerial", "air"} for t in beside)


def _is_gerund(sentence: Sentence, token: Token) -> bool:
    """Whether a word that looks like a verb stands right after an article ("they were behind the bombing")."""
    before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
    return token.upos == "VERB" and token.text.lower().endswith("ing") and before in DEFINITE


def _is_done(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is said to be done ("the operation had been completed"): what it was has been told."""
    verb = governor_of(sentence, noun, "nsubj", "nsubj:pass", "obj")
    return verb is not None and verb.lemma in _ENDING


def _is_bare(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun that is taken for known says nothing of what it names: of what kind, on whom or by whom."""
    if _is_gerund(sentence, noun):
        return not children(sentence, noun.index, "obj", "obl")
    such = has_lemma(sentence, noun, {"such"}, "det", "amod", "det:predet")
    if noun.upos != "NOUN" or not (such or _is_known(sentence, noun)):
        return False
    beside = children(sentence, noun.index, "nmod", "amod", "compound")
    return all(
        t.lemma.lower() in _IN_A_ROW | _VALUED | {"such"}
        or (t.deprel == "nmod" and has_lemma(sentence, t, _WHERE, "case"))
        for t in beside
    )


def _is_known(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun stands with a word that takes it for known: an article, a pointing word, a day of the week.

    The article can be that of its scene ("the blast site").
    """
    scene = noun.deprel == "compound" and noun.head >= 0 and sentence.tokens[noun.head].lemma.lower() in _SCENES
    for at in (noun.index, noun.head) if scene else (noun.index,):
        if any(t.lemma.lower() in DEFINITE for t in children(sentence, at, "det")):
            return True
    return noun.index > 0 and bool(_DAY.fullmatch(sentence.tokens[noun.index - 1].text))
