"""Polarity and modality of a claim, from the words that govern its trigger.

The walk goes up from the trigger: auxiliaries and adverbs on each step, then the governor's lemma. It stops where a
speech verb reports the clause: what a named speaker states as fact stays actual (annotation guidelines).
"""

from __future__ import annotations

from situate.extract.certainty.cues import CertaintyCues, is_few, is_negator
from situate.extract.certainty.foretold import in_doubt, only_perhaps, reported
from situate.extract.certainty.imposed import AHEAD, DEALS, TALKS, imposed, is_case
from situate.extract.certainty.purpose import is_purpose, is_the_aim
from situate.extract.certainty.supposed import driven, only_if, provided, supposed
from situate.extract.certainty.unhappened import hypothetical
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import (
    cases_of,
    children,
    governor_of,
    has_lemma,
    has_word,
    is_infinitive,
    subjects_of,
)
from situate.extract.tree.words import lexicon, word_list
from situate.model.claim import Modality, Polarity
from situate.model.sentence import Sentence, Token

_UP = frozenset(
    {"xcomp", "ccomp", "acl", "advcl", "obj", "obl", "nmod", "conj", "nsubj", "nsubj:pass", "csubj", "compound", "dep"}
)
_STRIFE = frozenset(
    {"battle", "fight", "struggle", "war", "race", "campaign", "offensive", "drive", "mission", "operation", "assault"}
)  # nouns before "to" and a verb: "the battle to retake the town"
# Of their subject: "the evacuation was suspended".
_CALLED_OFF = frozenset({"cancel", "prevent", "suspend", "refuse", "scrap", "abort"})
_CAUSING = word_list("causing")
_TAKING_PART = frozenset({"engage", "participate", "involve", "assist"})
_AGAIN = frozenset({"repeat", "repetition", "resumption", "renewal", "escalation"})  # "fear a repeat of the massacre"
_INSTANCES = frozenset({"case", "instance", "incident", "act", "episode"})  # "no cases of looting"
STOPS = frozenset({"stop", "halt", "cease", "end"})
_DESPITE = frozenset({"despite", "notwithstanding"})
_STEPS = 4


def certainty(
    sentence: Sentence, head: Token, cues: CertaintyCues, trigger: tuple[int, int] = (-1, -1)
) -> tuple[Polarity, Modality]:
    """How a claim stands whose trigger (code points) is headed by ``head``; words inside it do not count."""
    if head.deprel == "case" and head.head >= 0:
        head = sentence.tokens[head.head]  # "in rebel hands", read by its preposition
    negative, modality = _of_itself(sentence, head, cues, trigger)
    current = head
    for _ in range(_STEPS):
        if current.head < 0 or current.deprel not in _UP:
            break
        governor = sentence.tokens[current.head]
        if current.deprel in {"ccomp", "parataxis"} and governor.lemma in cues.speech_verbs:
            break
        modality = modality or supposed(sentence, governor, current)
        if current.deprel == "acl" and governor.lemma in cues.speech_nouns:
            doubted = any(cues.possible.modifies(c) for c in children(sentence, governor.index, "amod"))
            doubted |= not _DESPITE.isdisjoint(cases_of(sentence, governor))  # the clause goes on to say otherwise
            modality = modality or ("possible" if doubted else None)
        if _is_plain_noun(sentence, governor, cues):
            modality = modality or ("planned" if is_purpose(sentence, governor, current) else None)
            break
        if current.deprel == "conj":
            modality = modality or (
                "possible" if current is head and _awaited_beside(sentence, governor, head) else None
            )
            if _has_own_finite(sentence, current) or _is_finite_beside(sentence, governor, current):
                break
            shared_negative, shared = _local(sentence, governor, cues)
            modality = modality or shared
            negative = negative or (shared_negative and governor.upos == current.upos == "VERB")
        else:
            flipped = _negates(sentence, governor, current, cues)
            negative = negative ^ flipped
            modality = modality or imposed(sentence, governor, current, cues)
            if modality == "planned" and in_doubt(
                sentence, governor, current, doubting=cues.possible.governs(governor)
            ):
                modality = "possible"
            if not _carries(sentence, current, governor):
                break
            outer_negative, outer = _local(sentence, governor, cues)
            if outer is not None and not outer_negative and _is_to_stop(governor, current):
                negative, outer = negative ^ flipped, None
            negative = negative ^ (outer_negative and modality != "possible")
            modality = modality or outer
        current = governor
    return ("negative" if negative else "positive"), (modality or "actual")


def _of_itself(
    sentence: Sentence, head: Token, cues: CertaintyCues, trigger: tuple[int, int]
) -> tuple[bool, Modality | None]:
    """What a word and those beside it say, whatever governs it."""
    negative, modality = _local(sentence, head, cues, trigger)
    if modality == "attempted" and head.lemma in DEALS | TALKS:
        modality = None
    if modality is None and (_awaited(sentence, head) or _by_anybody(sentence, head)):
        modality = "possible"
    if modality is None and any(rule(sentence, head) for rule in _TO_COME):
        modality = "planned"
    modality = modality or hypothetical(sentence, head) or driven(sentence, head) or provided(sentence, head)
    modality = modality or only_if(sentence, head)
    return negative, modality or ("planned" if _called_for(sentence, head) else None)


def _is_to_stop(governor: Token, current: Token) -> bool:
    """ "Must stop the attacks", "a deal would end the siege": what may be brought to an end is there."""
    return governor.lemma in STOPS and current.deprel in {"obj", "xcomp", "nsubj"}


def _called_for(sentence: Sentence, head: Token) -> bool:
    """ "Free them now!": who calls out for a deed tells of none."""
    first = head.index == 0 and head.deprel == "root" and head.text.lower() == head.lemma
    aloud = sentence.tokens[-1].text.endswith("!")
    return first and aloud and head.upos == "VERB" and not subjects_of(sentence, head)


def _is_plain_noun(sentence: Sentence, governor: Token, cues: CertaintyCues) -> bool:
    """A noun that names a thing, not a happening: what is planned of it says nothing of its modifier."""
    if governor.upos not in {"NOUN", "PROPN", "PRON", "NUM"}:
        return False
    cue = any(words.governs(governor) for words in (cues.planned, cues.possible, cues.attempted, cues.negative))
    told = governor.lemma in _AGAIN | _INSTANCES or is_case(sentence, governor)
    return not cue and not told and lexicon()["kinds"].get(governor.lemma) != "event"


def _carries(sentence: Sentence, current: Token, governor: Token) -> bool:
    """Whether the governor's own auxiliaries and adverbs hold for the trigger too.

    What can have an effect is there ("the raids could lead to a war"), unlike any that might be ("a raid could").
    """
    if current.deprel == "nsubj" and governor.lemma in _CAUSING and current.upos == "NOUN":
        return has_lemma(sentence, current, {"a", "an", "any"}, "det")
    if current.deprel == "obl" and governor.lemma in _TAKING_PART:
        return "in" in cases_of(sentence, current)  # "likely engaged in the killings"
    if current.upos in {"NOUN", "PROPN"}:
        return current.deprel in {"obj", "compound", "nsubj", "nsubj:pass", "nmod", "conj"}
    return current.deprel in {"xcomp", "acl"}


def _has_own_finite(sentence: Sentence, token: Token) -> bool:
    finite = has_word(sentence, token, {"was", "were"}, "aux:pass")
    return finite or bool(children(sentence, token.index, "nsubj", "nsubj:pass", "aux", "mark"))


def _is_finite_beside(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "Were willing to fight and attacked the town": a past form shares no "to", and no "did not" or "will not"."""
    helped = {c.text.lower() for c in children(sentence, governor.index, "aux")} & _BARE
    plain = (is_infinitive(sentence, governor) or bool(helped)) and governor.text.lower() == governor.lemma
    word = current.text.lower()
    passive = children(sentence, governor.index, "aux:pass")  # "would be put on trial and imprisoned"
    if not plain or passive or current.upos != "VERB" or word == current.lemma or word.endswith("ing"):
        return False
    return word.endswith("ed") or bool(helped)


# What a verb stands behind in its plain form; one in another form beside it does not stand behind it.
_BARE = frozenset({
    "do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "wo", "ca",
    "'ll", "’ll",
})  # fmt: skip


def _local(
    sentence: Sentence, token: Token, cues: CertaintyCues, inside: tuple[int, int] = (-1, -1)
) -> tuple[bool, Modality | None]:
    """What the auxiliaries, adverbs and adjectives of one token say."""
    negative = False
    modality: Modality | None = None
    for child in children(sentence, token.index):
        word = child.text.lower()
        if inside[0] <= child.start < inside[1]:
            continue
        if child.deprel in {"advmod", "det", "aux", "case", "cc", "mark"} and is_negator(sentence, child, cues):
            negative = not negative
        if child.deprel in {"nsubj", "nsubj:pass"} and is_few(sentence, child):
            negative = not negative
        elif child.deprel == "aux" and not (token.lemma in PERCEIVED and word in {"can", "could"}):
            told = reported(sentence, token, cues.speech_verbs) and not has_word(sentence, token, {"have"}, "aux")
            modality = modality or _of_auxiliary(word, reported=told)
            modality = modality or (_obliged(sentence, token) if word == "must" else None)
        elif child.deprel == "mark" and word in cues.conditionals:
            modality = "possible"
        elif child.deprel in {"advmod", "amod", "compound"}:
            modality = modality or _of_modifier(child, cues)
    return negative, "possible" if modality == "planned" and only_perhaps(sentence, token) else modality


PERCEIVED = frozenset({"hear", "see", "feel", "smell"})  # "shots could be heard": they were
_ON_THE_POINT = frozenset({"about", "poised", "set", "due", "ready"})
_BE = frozenset({"is", "are", "was", "were"})  # "is to be reopened"


def _on_the_point(sentence: Sentence, head: Token) -> bool:
    """ "Are about to fight", "stand poised to storm", "is to be shut": by the order of the words, as trees differ."""
    before = [t.text.lower() for t in sentence.tokens[max(0, head.index - 3) : head.index]]
    before = before[:-1] if before[-1:] == ["be"] else before[-2:]
    if head.upos != "VERB" or before[1:] != ["to"]:
        return False
    return before[0] in _ON_THE_POINT or (before[0] in _BE and _by_somebody(sentence, head))


def _striven_for(sentence: Sentence, head: Token) -> bool:
    """ "The battle to reclaim the rest of the town will be long": by the order of the words, as trees differ."""
    before = sentence.tokens[max(0, head.index - 2) : head.index]
    if head.upos != "VERB" or [t.text.lower() for t in before[1:]] != ["to"]:
        return False
    return before[0].upos == "NOUN" and before[0].lemma.lower() in _STRIFE


def _still_away(sentence: Sentence, head: Token) -> bool:
    """ "Two weeks away from completely falling", "close to taking the town": it has not yet."""
    words = sentence.tokens[max(0, head.index - 3) : head.index]
    before = [t.text.lower() for t in words if not t.text.endswith("ly")]
    return head.text.lower().endswith("ing") and tuple(before[-2:]) in _NOT_YET


def _then_to_come(sentence: Sentence, head: Token) -> bool:
    """ "What happens after the rebels are pushed out", "once the town has been taken": it lies ahead.

    Not in headlines, where the verb before it has no auxiliary and no present ("12 killed after convoy is attacked").
    """
    if head.deprel != "advcl" or head.head < 0 or not _in_present(sentence, head):
        return False
    if not has_word(sentence, head, _THEN, "mark"):
        return False
    verb = sentence.tokens[head.head]
    modal = any(_of_auxiliary(c.text.lower(), reported=False) for c in children(sentence, verb.index, "aux"))
    return modal or verb.text.lower() in {f"{verb.lemma}s", f"{verb.lemma}es"}


def _by_somebody(sentence: Sentence, head: Token) -> bool:
    """ "The road is to be reopened", "they are to leave": no "the way is to leave"."""
    if children(sentence, head.index, "aux:pass", "nsubj:pass"):
        return True
    return any(kind_of(sentence, t.index) in {"people", "actor"} for t in children(sentence, head.index, "nsubj"))


def _is_foreseen(sentence: Sentence, head: Token) -> bool:
    """ "One is planned": the word that foresees it is all that tells it."""
    return head.lemma in AHEAD and bool(children(sentence, head.index, "nsubj:pass"))


def _awaited_beside(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "… until the road is open and the siege is lifted": the second clause too, wherever the tree hangs it."""
    before = [c for c in children(sentence, governor.index, "advcl") if c.index < current.index]
    return _in_present(sentence, current) and any(_awaited(sentence, t) for t in (governor, *before))


def _by_anybody(sentence: Sentence, head: Token) -> bool:
    """ "Whoever takes the town will hold the wells", "all who lay down their arms": nobody is said to have done so."""
    before = [sentence.tokens[head.index - 1]] if head.index else []
    meant = governor_of(sentence, head, "acl:relcl")
    bare = head.text.lower() in {head.lemma, "lay"}  # which is taken for a form of "lie"
    if meant is not None and meant.text.lower() in _ANY_OF_THEM and bare:
        return True
    if meant is not None and has_word(sentence, meant, {"any"}, "det"):
        return True  # "pursued any fighters who fled"
    # No "is so without anyone saying it".
    subjects = [t for t in children(sentence, head.index, "nsubj") if t.end <= head.start]
    return any(t.text.lower() in _ANYBODY for t in (*subjects, *before))


def _in_present(sentence: Sentence, token: Token) -> bool:
    return has_word(sentence, token, _PRESENT, "aux", "aux:pass", "cop")


_ANY_OF_THEM = frozenset({"all", "anyone", "anybody", "everyone", "everybody"})
_ANYBODY = frozenset({"whoever", "whichever", "anyone", "anybody"})
_PRESENT = frozenset({"is", "are", "has", "have", "'s", "’s"})


def _awaited(sentence: Sentence, token: Token) -> bool:
    """ "Until the siege is lifted": what is waited for has not happened; "until it was lifted" tells what did."""
    if not has_word(sentence, token, {"until", "till"}, "mark"):
        return False
    finite = children(sentence, token.index, "aux", "aux:pass", "cop")
    if finite:
        return _in_present(sentence, token)
    return token.upos == "VERB" and token.text.lower() in {token.lemma, f"{token.lemma}s", f"{token.lemma}es"}


def _of_auxiliary(word: str, *, reported: bool) -> Modality | None:
    """What an auxiliary makes of its verb; "would" is the future of a reported plan, else a condition."""
    if reported and word in {"would", "'d", "’d"}:
        return "planned"
    if word in {"will", "'ll", "’ll", "shall", "wo", "going"}:
        return "planned"
    if word in {"may", "might", "could", "would", "can", "should", "'d", "’d"}:
        return "possible"
    return None


def _obliged(sentence: Sentence, token: Token) -> Modality:
    """ "All rebels must leave the town": they have not; who "must have left" is thought to have."""
    done = has_word(sentence, token, {"have"}, "aux")
    return "possible" if done else "planned"


def _of_modifier(child: Token, cues: CertaintyCues) -> Modality | None:
    if cues.possible.modifies(child):
        return "possible"
    if cues.planned.modifies(child):
        return "planned"
    return "attempted" if cues.attempted.modifies(child) else None


def _negates(sentence: Sentence, governor: Token, current: Token, cues: CertaintyCues) -> bool:
    if current.deprel == "nsubj:pass" and current.upos == "NOUN" and governor.lemma in _CALLED_OFF:
        return True
    relations = {"xcomp", "ccomp", "obj", "advcl", "obl", "nmod", "acl"}
    if current.deprel == "advcl" and has_word(sentence, current, _TELLS_WHEN, "mark", "advmod"):
        return False  # "talks collapsed after the union sanctioned their leaders"
    return current.deprel in relations and cues.negative.governs(governor)


_TELLS_WHEN = frozenset({"after", "as", "because", "before", "since", "when", "while", "once", "until"})
_THEN = frozenset({"after", "once"})
_NOT_YET = {("away", "from"), ("close", "to"), ("closer", "to"), ("short", "of"), ("verge", "of"), ("brink", "of")}


# By which a word itself tells what is to come.
_TO_COME = (_on_the_point, _is_foreseen, _striven_for, _still_away, _then_to_come, is_the_aim)
