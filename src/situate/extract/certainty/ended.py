"""Fighting, attacks, marches and help that are told to have ended, or were put off: from then on there are none.

"The fighting in the town has ended", "suspended its offensive", "the march planned for Friday was banned", "froze
military aid". What ended "in", "with" or "after" something went on until then, as did what cost lives.
"""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.roles.frames import Filler
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import cases_of, children, governor_of, has_particle
from situate.model.sentence import Sentence, Token
from situate.ontology import ClaimType

_GOING_ON = frozenset({"clash", "assault", "protest"})
_REMOTE = "remote violence"  # a group of types
_ENDING = frozenset({"end", "stop", "cease", "halt"})
_HALTS = frozenset({"halt", "end", "stop", "standstill"})
_LASTING = frozenset({
    "fighting", "shelling", "bombing", "bombardment", "violence", "shooting", "unrest", "offensive", "fire",
    "shellfire", "gunfire", "combat", "campaign",
})  # fmt: skip
_PERFECT = frozenset({"has", "have", "had", "been", "was", "were"})
_BREAKING_OFF = frozenset({"suspend", "pause", "freeze"})  # what only its own side does
_PUTTING_OFF = frozenset({"cancel", "suspend", "scrap", "abort", "postpone", "ban", "prohibit", "delay", "forbid"})
_GIVING_UP = frozenset({"cancel", "scrap", "abort", "abandon", "ban", "prohibit", "forbid"})
_PLANNED = frozenset({"plan", "planned", "schedule", "scheduled"})
_CUTTING = frozenset({"suspend", "freeze", "pause", "halt", "stop", "end", "withhold", "terminate", "cancel", "block"})
_OWN = frozenset({"its", "their", "his", "her"})


def ended(sentence: Sentence, head: Token, kind: ClaimType, fillers: Sequence[Filler]) -> bool:
    """Whether what a noun names is told to have ended, to have been broken off by its own side, or never to begin."""
    if head.upos != "NOUN" or any(f.role in {"killed", "wounded"} for f in fillers):
        return False
    verb = governor_of(sentence, head, "nsubj", "obj", "nsubj:pass")
    if verb is None or verb.upos != "VERB" or not _plain(sentence, verb):
        return False
    if kind.name == "arm":
        return head.deprel != "nsubj" and (verb.lemma in _CUTTING or _off(sentence, verb, "cut"))
    if kind.name not in _GOING_ON and kind.group != _REMOTE:
        return False
    if head.deprel == "nsubj":
        return _came_to_an_end(sentence, head, verb)
    if head.deprel == "obj":
        own = any(t.text.lower() in _OWN for t in children(sentence, head.index, "nmod:poss"))
        return verb.lemma in _BREAKING_OFF or (own and verb.lemma in _ENDING)
    if kind.name == "protest" or children(sentence, head.index, "acl"):
        return verb.lemma in _PUTTING_OFF or _off(sentence, verb, "call")
    return False


def put_off(sentence: Sentence, head: Token) -> bool:
    """ "Called off a strike planned for 26 January", "the airdrop scheduled for Monday was cancelled": planned, and
    given up before its day."""
    verb = governor_of(sentence, head, "obj", "nsubj:pass")
    if head.upos != "NOUN" or verb is None or verb.upos != "VERB" or not _plain(sentence, verb):
        return False
    planned = any(t.lemma in _PLANNED for t in children(sentence, head.index, "acl", "amod"))
    return planned and (verb.lemma in _GIVING_UP or _off(sentence, verb, "call"))


def _plain(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells what has been done: no "may", no "not", no "if", no "to"."""
    beside = children(sentence, verb.index, "aux", "aux:pass", "mark")
    if any(
        t.text.lower() in {"not", "n't", "n’t", "never", "nearly", "almost"}
        for t in children(sentence, verb.index, "advmod")
    ):
        return False
    return all(t.text.lower() in _PERFECT | {"that", "after"} for t in beside)


def _off(sentence: Sentence, verb: Token, lemma: str) -> bool:
    return verb.lemma == lemma and has_particle(sentence, verb, "off")


def _came_to_an_end(sentence: Sentence, head: Token, verb: Token) -> bool:
    """ "Has ended", "stopped on Monday", "came to a halt"; not "ended in bloodshed", nor "stopped the traffic"."""
    beside = children(sentence, verb.index, "obl", "obj", "xcomp", "advcl", "ccomp", "conj")
    if verb.lemma == "come":
        return any(t.lemma in _HALTS and "to" in cases_of(sentence, t) for t in beside)
    if verb.lemma not in _ENDING or any(not _only_when(sentence, t) for t in beside):
        return False
    many = head.lemma.lower() in _LASTING or head.text.lower() != head.lemma.lower()
    return many or any(t.text.lower() in {"has", "have"} for t in children(sentence, verb.index, "aux"))


def _only_when(sentence: Sentence, noun: Token) -> bool:
    late = kind_of(sentence, noun.index) == "time" and noun.deprel == "obl"
    return late and {*cases_of(sentence, noun)} <= {"on", "at", "by", "last", "this", "early", "late"}
