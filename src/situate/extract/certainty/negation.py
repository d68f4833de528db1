"""Plain negation: a word of negation at what a claim says, or somebody's denial of it.

"Did not capture", "no strikes", "no civilians were killed", "denied that rebels captured": nothing overrules these.
Words that negate by their meaning ("failed", "ended", "prevented") are left to ``certainty``, where the model weighs
them: "ended the siege" tells a siege that was there.
"""

from __future__ import annotations

from situate.extract.certainty.cues import CertaintyCues, is_few, is_negator
from situate.extract.certainty.imposed import DEALS
from situate.extract.certainty.unhappened import never_came
from situate.extract.certainty.untrue import TOLD, TRUE, untrue
from situate.extract.tree.phrases import neither
from situate.extract.tree.relations import (
    SUBJECTS,
    cases_of,
    children,
    governor_of,
    has_particle,
    has_word,
    subjects_of,
)
from situate.extract.tree.words import TRUCES, lexicon, word_list
from situate.model.sentence import Sentence, Token
from situate.ontology import ClaimType

# Where something is withheld or lacking, the word of negation is what makes the claim ("were not let through").
# Where the verb itself says that something is held back, it is negated like any other ("was not confiscated").
# Words that tell of want by themselves, so that a word of negation beside them tells that there is none.
_WANT = frozenset({
    "scarce", "scarcity", "shortage", "lack", "dearth", "hunger", "hungry", "famine", "starve", "starvation",
    "malnutrition", "malnourished",
})  # fmt: skip
_NEGATIVE_TYPES = frozenset({"deny_aid", "deprivation"})
GRANTING = frozenset({"approve", "authorise", "authorize", "grant"})  # verbs that let through before it goes
ADMITTING = frozenset({"allow", "let", "permit", "admit"})  # verbs that let through where it arrives
GETTING_IN = word_list("arriving") | {"proceed", "move", "continue", "leave"}  # what aid does that is let through
RUNNING = frozenset({"run", "sail", "operate", "ply"})  # what traffic does as long as a way is open
_AT = frozenset({"advmod", "det", "aux", "mark", "cc", "cc:preconj", "case"})
_CLAUSES = frozenset({"ccomp", "csubj", "csubj:pass"})
_REFUSING = frozenset({"refuse", "decline", "unable"})
_TRACES = frozenset({"sign", "evidence", "trace", "indication", "proof", "question", "prospect"})
_CONFIRMING = frozenset({"confirm", "verify", "corroborate", "substantiate"})
_TELLING = frozenset({"say", "report", "confirm", "claim", "announce", "admit", "suggest", "indicate", "show", "tell"})
_ESTABLISHING = frozenset({"establish", "prove", "acknowledge"})
# "Without an agreement on a truce", "no deal on a release": what was only to be agreed on.
_DEALT_OVER = TRUCES | {"pause", "withdrawal", "release", "exchange", "swap", "evacuation", "corridor", "handover"}
_MEASURES = frozenset({"far", "long"})  # "a blast not far from the gate", "not long after": it happened
_STEPS = 4
_STOPPING = frozenset({"halt", "stop", "cease", "suspend", "pause", "end"})  # of blows: from then on there are none
_PERFECT = frozenset({"has", "have", "had", "been", "that", "after", "when"})
_CANCELLING = frozenset({"cancel", "suspend", "scrap", "abort", "postpone"})
# Types of what is arranged beforehand, so that it can be called off.
_ARRANGED = frozenset({"talks", "evacuate", "release", "handover", "withdraw", "return", "deliver_aid"})
_UNLIKELY = frozenset({"unlikely", "false", "untrue", "impossible", "far", "yet", "few", "little", "rule"})
_DEMANDING = frozenset(
    {"demand", "insist", "urge", "request", "ask", "propose", "order", "want", "require", "recommend"}
)
_KEEPING = frozenset({"prevent", "stop", "bar", "deter", "dissuade", "keep"})
_REMOTE = "remote violence"  # a group of types


def negated(sentence: Sentence, head: Token, cues: CertaintyCues, *, lacking: bool = False) -> bool:
    """Whether a claim whose trigger is headed by ``head`` is plainly negated; two negations cancel out.

    The walk goes up as long as a governor says of the trigger that it happened or not: an auxiliary in all but name
    ("did not manage to capture"), a light verb ("did not launch an attack"), a plan or a trace of it ("no sign of a
    withdrawal"), a denial. Of a subject, only a denial of its whole clause is looked for; no more is where
    something is ``lacking`` (:func:`lacks`).
    """
    if _untrue(sentence, head, cues) or untrue(sentence, head, cues):
        return True
    if never_came(sentence, head, lambda word: is_negator(sentence, word, cues)):
        return True
    if lacking:
        return _denied_clause(sentence, head, cues)
    if _yet_to(sentence, head):
        return True
    negative = _at(sentence, head, cues)
    current = head
    for _ in range(_STEPS):
        governor = governor_of(sentence, current)
        if governor is None:
            break
        if _denies(sentence, governor, current, cues):
            return negative == (governor.upos == "VERB" and _at(sentence, governor, cues, below=current))
        if current.deprel == "conj" and governor.upos == current.upos:
            negative ^= _shares(sentence, governor, current, cues)
        elif _carried(current, governor, cues):
            negative ^= _at(sentence, governor, cues, below=current)
        elif current.deprel not in SUBJECTS and not _is_what_is_told(sentence, governor, current, cues):
            break
        current = governor
    return negative


def _is_what_is_told(sentence: Sentence, noun: Token, current: Token, cues: CertaintyCues) -> bool:
    """ "The claim that they fled", "rumours of a coup and of shots"."""
    if noun.lemma not in cues.speech_nouns and noun.lemma not in TOLD:
        return False
    about = current.deprel == "nmod" and not {"of", "about"}.isdisjoint(cases_of(sentence, current))
    return current.deprel == "acl" or about


def unconfirmed(sentence: Sentence, head: Token) -> bool:
    """ "The capture could not be confirmed", "his death has yet to be confirmed": it may be so."""
    verb = governor_of(sentence, head, *SUBJECTS)
    confirmed = verb
    if verb is not None and verb.lemma == "have":  # "has yet to be confirmed"
        confirmed = next(iter(children(sentence, verb.index, "xcomp")), None)
    if confirmed is None or confirmed.lemma not in _CONFIRMING | _ESTABLISHING:
        return False
    if not children(sentence, confirmed.index, "aux:pass"):
        return False
    denied = any(t.lemma.lower() in {"not", "n't", "never"} for t in children(sentence, confirmed.index, "advmod"))
    return denied or _yet_to(sentence, confirmed)


def no_said(sentence: Sentence, cues: CertaintyCues) -> bool:
    """Whether any word of a sentence negates, denies, doubts or ends something."""
    words = {w for t in sentence.tokens for w in (t.lemma.lower(), t.text.lower())}
    negative = cues.negative
    listed = (negative.verbs, negative.nouns, negative.adjectives, negative.adverbs, cues.denials, cues.negators)
    return any(not words.isdisjoint(some) for some in (*listed, _UNLIKELY))


def not_confirmed_by(sentence: Sentence, head: Token) -> bool:
    """ "The ministry did not confirm the fall of the town", "no official said that it had fallen".

    Who does not say so does not deny it.
    """
    verb = governor_of(sentence, head, "obj", "ccomp")
    if verb is not None and verb.lemma in _TELLING and _of_nobody(sentence, verb):
        return True
    if verb is not None and verb.lemma == "deny" and verb.deprel == "conj" and verb.head >= 0:
        verb = sentence.tokens[verb.head]  # "would neither confirm nor deny that …"
    if verb is None or verb.lemma not in _CONFIRMING:
        return False
    denied = any(t.lemma.lower() in {"not", "n't", "never"} for t in children(sentence, verb.index, "advmod"))
    return denied or neither(sentence, verb)


def _of_nobody(sentence: Sentence, verb: Token) -> bool:
    """Whether it is nobody, or nothing, that does what a verb tells."""
    doers = children(sentence, verb.index, "nsubj")
    bare = any(t.text.lower() in {"nobody", "nothing", "none", "noone", "no-one"} for t in doers)
    return bare or any(c.text.lower() == "no" for t in doers for c in children(sentence, t.index, "det"))


def by_nobody(sentence: Sentence, head: Token) -> bool:
    """ "No one has visited the site", "no convoy has been approved": what nobody does, or is done to none, is not."""
    if head.upos != "VERB":
        return False
    doers = subjects_of(sentence, head)
    above = governor_of(sentence, head, "advcl", "xcomp")
    if not doers and above is not None and above.lemma in {"come", "go", "rush"}:
        doers = children(sentence, above.index, "nsubj")
    no_one = any(c.text.lower() in {"no", "neither"} for t in doers for c in children(sentence, t.index, "det"))
    return no_one or any(t.text.lower() in {"nobody", "noone", "no-one", "none", "neither"} for t in doers)


def on_nothing(sentence: Sentence, head: Token) -> bool:
    """ "Suspended nothing", "made no demands": what is done to nothing is not done."""
    things = children(sentence, head.index, "obj") if head.upos == "VERB" else []
    bare = any(t.text.lower() in {"nothing", "none", "nobody"} for t in things)
    return bare or any(c.text.lower() == "no" for t in things for c in children(sentence, t.index, "det"))


_USABLE = frozenset({"passable", "navigable", "usable", "walkable", "accessible"})


def is_usable(head: Token) -> bool:
    """Whether a word says that a way can be used: "passable", whatever it is tagged; "open", where that is no verb."""
    return head.lemma.lower() in _USABLE or (head.lemma.lower() == "open" and head.upos == "ADJ")


def lacks(kind: ClaimType, head: Token) -> bool:
    """Whether a claim tells what is lacking or withheld by words that need not say so ("were not let through")."""
    paired = {verb.partition(" ")[0] for pair in kind.triggers.pairs for verb in pair.verbs}
    if kind.name == "deprivation" and head.lemma.lower() in _WANT:
        return False  # "no shortage of bread", "flour is not scarce"
    withholds = kind.name == "deny_aid" and head.upos == "VERB" and head.lemma in {*kind.triggers.verbs, *paired}
    return (kind.name in _NEGATIVE_TYPES and not withholds) or _shut(kind, head)


def stopped(sentence: Sentence, head: Token, kind: ClaimType) -> bool:
    """ "Halted air strikes", "stopped bombing the town": blows that their own side is told to end are none of that day.

    Not a siege or a truce that ends: it was there until then. Nor an attack that others stop ("halted the advance"),
    nor what somebody has yet to stop ("to stop the fire", "demanded that they stop the bombing"): it goes on.
    """
    verb = governor_of(sentence, head)
    if verb is None or kind.group != _REMOTE or verb.lemma not in _STOPPING or verb.upos != "VERB":
        return False
    if any(t.text.lower() not in _PERFECT for t in children(sentence, verb.index, "aux", "mark")) or _wanted(
        sentence, verb
    ):
        return False
    return head.deprel == "xcomp" or (head.upos == "NOUN" and head.deprel in {"obj", "nsubj:pass"})


def _wanted(sentence: Sentence, verb: Token) -> bool:
    """Whether somebody is told to do it, in a clause that says so by its bare verb: "demanded that they stop …"."""
    above = governor_of(sentence, verb, "ccomp")
    return above is not None and verb.text.lower() == verb.lemma and above.lemma in _DEMANDING


def called_off(sentence: Sentence, head: Token, kind: ClaimType) -> bool:
    """ "The evacuation was called off", "peace talks have been suspended": from then on there is none."""
    verb = governor_of(sentence, head, "nsubj:pass", "obj")
    if verb is None or kind.name not in _ARRANGED or head.upos != "NOUN" or verb.upos != "VERB":
        return False
    if any(t.text.lower() not in _PERFECT for t in children(sentence, verb.index, "aux", "mark")):
        return False  # "may be called off"
    off = has_particle(sentence, verb, "off")
    return verb.lemma in _CANCELLING or (off and verb.lemma in {"call", "break"})


def prevented(sentence: Sentence, head: Token, cues: CertaintyCues) -> bool:
    """ "Prevented the convoy (from) entering": what somebody is kept from doing is not done.

    Only a verb in "-ing" after whom it is kept from: "prevented an attack" is left to the model.
    """
    governor = governor_of(sentence, head)
    if governor is not None and head.deprel.startswith("acl") and governor.deprel == "obj" and governor.head >= 0:
        governor = sentence.tokens[governor.head]
    kept = governor is not None and governor.upos == "VERB" and governor.lemma in _KEEPING
    if governor is None or not kept or head.upos != "VERB" or not head.text.lower().endswith("ing"):
        return False
    whom = any(governor.index < t.index < head.index for t in children(sentence, governor.index, "obj"))
    tied = head.deprel in {"advcl", "xcomp", "ccomp", "acl"}
    from_it = has_word(sentence, head, {"from"}, "mark", "case")
    beside = sentence.tokens[head.index - 1].upos not in {"PUNCT", "SCONJ", "ADP"}
    return whom and tied and (from_it or beside) and not _at(sentence, governor, cues)


def not_let(kind: ClaimType, head: Token) -> bool:
    """Whether it is the word of negation that makes a denial: "did not let the convoy in" denies, and is no less.

    So does "the lorries could not enter".
    """
    return (kind.name == "deny_aid" and head.lemma in GRANTING | ADMITTING | GETTING_IN) or _shut(kind, head)


def _shut(kind: ClaimType, head: Token) -> bool:
    """ "The road is no longer passable", "the ferry no longer runs": the negation is what cuts it."""
    return kind.name == "cut_route" and (is_usable(head) or head.lemma in RUNNING)


def _at(sentence: Sentence, token: Token, cues: CertaintyCues, below: Token | None = None) -> bool:
    """Whether a word of negation stands at a word, or at a subject or object of a verb other than ``below``."""
    beside = [c for c in children(sentence, token.index) if c.deprel in _AT]
    adverbs = [c for c in beside if c.deprel == "advmod" and c.text.lower() not in _MEASURES]
    beside += [c for adverb in adverbs for c in children(sentence, adverb.index, "advmod")]
    if token.upos in {"VERB", "ADJ"}:
        arguments = [c for c in children(sentence, token.index, *SUBJECTS, "obj") if c is not below]
        beside += arguments
        beside += [
            c for argument in arguments for c in children(sentence, argument.index, "advmod") if _not_one(sentence, c)
        ]
        beside += [c for argument in arguments for c in children(sentence, argument.index, "det", "cc:preconj")]
        if any(is_few(sentence, argument) for argument in arguments if argument.deprel in SUBJECTS):
            return sum(is_negator(sentence, word, cues) for word in beside) % 2 == 0
    return sum(is_negator(sentence, word, cues) for word in beside) % 2 == 1


def _not_one(sentence: Sentence, word: Token) -> bool:
    """ "Not even the trucks of the Red Cross", "not one convoy"; "not all" leaves some."""
    after = sentence.tokens[word.index + 1].text.lower() if word.index + 1 < len(sentence.tokens) else ""
    return word.text.lower() == "not" and after in {"even", "one", "a"}


def _denied_clause(sentence: Sentence, head: Token, cues: CertaintyCues) -> bool:
    """Whether somebody denies the clause of a word ("denied that the town ran out of flour")."""
    current = head
    for _ in range(_STEPS):
        if current.head < 0 or current.deprel not in _CLAUSES | {*SUBJECTS, "conj", "obj", "acl"}:
            return False
        governor = sentence.tokens[current.head]
        if current.deprel == "acl":  # "the claim that they defected was dismissed"
            told = governor.lemma in cues.speech_nouns or governor.lemma in TOLD
            above = governor_of(sentence, governor)
            return told and above is not None and _denies(sentence, above, governor, cues)
        if current.deprel in _CLAUSES:
            return _denies(sentence, governor, current, cues)
        current = governor
    return False


def _untrue(sentence: Sentence, head: Token, cues: CertaintyCues) -> bool:
    """ "It is not true that …", "it is false that …": by the order of the words, wherever the tree hangs the clause."""
    for mark in children(sentence, head.index, "mark"):
        said = sentence.tokens[mark.index - 1] if mark.index else None
        if said is None or mark.text.lower() != "that" or said.upos != "ADJ":
            continue
        before = sentence.tokens[max(0, said.index - 3) : said.index]
        if said.lemma in TRUE:
            return any(is_negator(sentence, t, cues) for t in before)
        return cues.negative.governs(said) and any(t.text.lower() == "it" for t in before)
    return False


def _yet_to(sentence: Sentence, head: Token) -> bool:
    """ "Has yet to reach", "is yet to be reached": by the order of the words, for the trees differ on these."""
    before = [t.text.lower() for t in sentence.tokens[max(0, head.index - 3) : head.index]]
    return ["yet", "to"] in (before[-2:], before[:2] if before[2:] == ["be"] else [])


def _denies(sentence: Sentence, governor: Token, current: Token, cues: CertaintyCues) -> bool:
    """ "Denied that …", "refused to …", "it is not true that …", "the report was denied", "claims that … are false"."""
    beside = {c.text.lower() for c in children(sentence, governor.index, "compound:prt", "advmod")}
    if governor.lemma in cues.denials or (governor.lemma == "rule" and "out" in beside):
        of_deed = current.text.lower().endswith("ing") and governor.index < current.index <= governor.index + 2
        return current.deprel in {"ccomp", "xcomp", "obj", "nsubj:pass"} or of_deed  # "ruled out sending"
    if governor.lemma in _REFUSING:
        return current.deprel == "xcomp"
    if current.deprel not in _CLAUSES | {"nsubj"} or governor.upos != "ADJ":
        return False
    return (governor.lemma in TRUE or cues.negative.governs(governor)) and (
        cues.negative.governs(governor) != _at(sentence, governor, cues)
    )


def _carried(current: Token, governor: Token, cues: CertaintyCues) -> bool:
    """Whether a word happens if its governor does."""
    if cues.negative.governs(governor):
        return False
    if current.deprel == "xcomp":
        return True
    if governor.upos == "NOUN":
        dealt = governor.lemma.lower() in DEALS and current.lemma.lower() in _DEALT_OVER
        told = cues.planned.governs(governor) or cues.attempted.governs(governor)  # "made no attempt to storm it"
        return current.deprel in {"acl", "nmod"} and (dealt or told or governor.lemma in _TRACES)
    light = governor.lemma in lexicon()["light_verbs"]
    return light and current.upos == "NOUN" and current.deprel in {"obj", "nsubj:pass"}


def _shares(sentence: Sentence, governor: Token, current: Token, cues: CertaintyCues) -> bool:
    """Whether a second verb or noun stands under the negation of the first: "did not bomb or shell the town"."""
    joined = {c.text.lower() for c in children(sentence, current.index, "cc")}
    own = children(sentence, current.index, "nsubj", "nsubj:pass", "aux", "aux:pass", "det")
    if joined & {"nor"} and _at(sentence, current, cues):
        return False
    return bool(joined & {"or", "nor"}) and not own and _at(sentence, governor, cues)
