"""What is told, and by the whole of its clause has not happened: "were the town to fall", "a feared raid never came".

``hypothetical`` says how such a thing stands, ``never_came`` whether it is told not to have come.
"""

from __future__ import annotations

from collections.abc import Callable

from situate.extract.tree.relations import SUBJECTS, cases_of, children, governor_of, has_word, subjects_of
from situate.model.claim import Modality
from situate.model.sentence import Sentence, Token

_COMING = frozenset({"come", "happen", "occur", "materialise", "materialize", "follow", "begin", "start"})
_FORESEEN = frozenset({"foresee", "foreseen", "envisage", "schedule", "plan"})
_NOMINAL = frozenset({"DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM"})
# Matters of talks, which are none yet where they are only spoken of; who speaks of shelling tells of some.
_MATTERS = frozenset(
    {"exchange", "swap", "release", "truce", "ceasefire", "evacuation", "corridor", "handover", "armistice"}
)
_PACTS = frozenset({
    "deal", "agreement", "accord", "pact", "plan", "proposal", "arrangement", "offer", "scheme", "settlement", "draft",
})  # fmt: skip
_TRUCES = frozenset({"truce", "ceasefire", "talk", "negotiation"})
_AGREEING = frozenset({"agree", "discuss", "propose", "promise"})
_DEALT_IN = frozenset({"siege_end", "evacuate", "release", "withdraw", "open_route", "handover", "return"})
_COUNTS = frozenset({"number", "toll", "count"})
_CHANGING = frozenset({"increase", "raise", "reduce", "limit", "lower", "minimise", "minimize", "swell"})
_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_MODALS = frozenset({"would", "could", "may", "might", "can", "should"})
_WITHIN = frozenset({"conj", "acl", "acl:relcl", "amod", "nmod"})
_STEPS = 5
_SPEAKING = frozenset({"speak", "talk", "discuss", "negotiate", "debate"})
_ASKED_WITH = frozenset({"obj", "xcomp", "conj"})
_WH = frozenset({"who", "what", "when", "where", "why", "how", "which", "whom", "whose"})
_TO = frozenset({"of", "about", "on", "over", "for"})


def hypothetical(sentence: Sentence, head: Token) -> Modality | None:
    """How a thing stands that its clause only supposes, foresees or speaks of; else ``None``."""
    if _inverted(sentence, head) or _asked(sentence, head) or _wondered(sentence, head):
        return "possible"
    changed = _would_change_a_count(sentence, head)
    if changed is not None:
        return changed
    if _in_a_pact(sentence, head):
        return "planned"
    governor = governor_of(sentence, head)
    if governor is None or head.upos != "NOUN":
        return None
    if head.deprel in SUBJECTS and (governor.lemma.lower() in _FORESEEN or governor.text.lower() == "foreseen"):
        return "planned"
    about = head.deprel == "obj" or has_word(sentence, head, _TO, "case")
    return "possible" if about and head.lemma in _MATTERS and governor.lemma in _SPEAKING else None


def _in_a_pact(sentence: Sentence, head: Token) -> bool:
    """ "A deal whereby the army enters the town": what is in a deal, told in the present, is to come."""
    verb = head
    for _ in range(_STEPS):
        if verb.head < 0 or verb.deprel not in {"conj", "xcomp"}:
            break
        verb = sentence.tokens[verb.head]
    if verb.deprel not in {"acl:relcl", "acl"} or verb.head < 0 or sentence.tokens[verb.head].lemma not in _PACTS:
        return False
    by = [t for t in children(sentence, verb.index) if t.index < verb.index]
    led = any(t.text.lower() == "whereby" for t in by) or any(
        t.text.lower() == "which" and "under" in cases_of(sentence, t) for t in by
    )
    # "left" tells what was done under it
    return led and (
        verb.text.lower() in {verb.lemma, f"{verb.lemma}s", f"{verb.lemma}es"}
        or has_word(sentence, verb, {"is", "are"}, "aux", "aux:pass")
    )


def only_agreed(sentence: Sentence, head: Token, kind: str) -> bool:
    """ "A lifting of the siege was agreed", "a truce for the evacuation of the wounded": a deal is not the deed."""
    above = sentence.tokens[head.head] if head.head >= 0 and head.upos == "NOUN" else None
    if above is None or kind not in _DEALT_IN:
        return False
    cases = set(cases_of(sentence, head))
    if head.deprel in {"nsubj:pass", "obj", "obl"}:
        return above.lemma in _AGREEING and (head.deprel != "obl" or bool(cases & {"to", "on"}))
    return head.deprel == "nmod" and above.lemma.lower() in _PACTS | _TRUCES and bool(cases & {"for", "on"})


def _would_change_a_count(sentence: Sentence, head: Token) -> Modality | None:
    """ "Not to increase the number of people killed": nobody is counted where a number only could change."""
    current = head
    for _ in range(_STEPS):
        if current.head < 0 or current.deprel not in _WITHIN or current.lemma in _COUNTS:
            break
        current = sentence.tokens[current.head]
    verb = governor_of(sentence, current, "obj")
    if verb is None or current.lemma not in _COUNTS or verb.lemma not in _CHANGING:
        return None
    verbs = [verb, *([sentence.tokens[verb.head]] if verb.deprel == "conj" else [])]
    aux = {t.text.lower() for v in verbs for t in children(sentence, v.index, "aux", "mark")}
    if aux & _WILL:
        return "planned"
    return "possible" if aux & {*_MODALS, "to"} else None


def never_came(sentence: Sentence, head: Token, negates: Callable[[Token], bool]) -> bool:
    """ "The bombardment that was feared has not come", "the fall of the town never took place"."""
    verb = sentence.tokens[head.head] if head.head >= 0 and head.deprel in SUBJECTS else None
    if verb is None or head.upos not in {"NOUN", "PROPN"}:
        return False
    takes_place = verb.lemma == "take" and any(t.lemma == "place" for t in children(sentence, verb.index, "obj"))
    coming = takes_place or (verb.upos == "VERB" and verb.lemma in _COMING)
    return coming and any(negates(c) for c in children(sentence, verb.index, "advmod"))


def _asked(sentence: Sentence, head: Token) -> bool:
    """ "Did the army shell the market?", "is the town still held?": who asks whether it is so does not tell it.

    Who asks when or why tells that it was.
    """
    if not any(t.text == "?" for t in sentence.tokens[-2:]):
        return False
    verb = head
    for _ in range(_STEPS):
        if verb.deprel not in _ASKED_WITH or verb.head < 0:
            break
        verb = sentence.tokens[verb.head]
    subjects = subjects_of(sentence, verb)
    helping = children(sentence, verb.index, "aux", "aux:pass", "cop")
    if verb.deprel not in {"root", "ccomp", "parataxis"} or not subjects or not helping:
        return False
    first = helping[0].index
    return first < subjects[0].index and not any(
        t.text.lower() in _WH for t in sentence.tokens[max(0, first - 4) : first]
    )


def _wondered(sentence: Sentence, head: Token) -> bool:
    """ "The army has linked up with them?": a statement with a mark of question, and no word that asks when or why."""
    if head.upos != "VERB" or head.deprel != "root":
        return False
    return any(t.text == "?" for t in sentence.tokens[-2:]) and not any(t.text.lower() in _WH for t in sentence.tokens)


def _inverted(sentence: Sentence, head: Token) -> bool:
    """ "Were the town to be lost, …", "had the army come, …": a condition by the order of the words, no question."""
    if sentence.tokens[-1].text == "?":
        return False
    for token in sentence.tokens[: head.index]:
        word = token.text.lower()
        if word not in {"were", "had"}:
            continue
        opens = token.index == 0 or sentence.tokens[token.index - 1].text in {";", ":", ","}
        after = sentence.tokens[token.index + 1 : head.index + 1]
        if not opens or not after or after[0].upos not in _NOMINAL:
            continue
        if not any(t.text in {",", ";"} for t in after) and (
            word == "had" or any(t.text.lower() == "to" for t in after)
        ):
            return True
    return False
