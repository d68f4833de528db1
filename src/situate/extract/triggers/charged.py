"""Names of crimes in the words of a court: "guilty of murder" tells of no killing with a day or a place."""

from __future__ import annotations

from situate.extract.tree.relations import children, subjects_of
from situate.model.sentence import Labelled, Sentence, Token
from situate.ontology import BLOWS

_CHARGEABLE = BLOWS | {"kill", "abuse", "abduct", "destroy"}
_CRIMES = frozenset(
    {
        "murder", "manslaughter", "homicide", "assault", "battery", "rape", "kidnapping", "arson", "sabotage",
        "terrorism", "vandalism",
    }
)  # fmt: skip
_COURT = frozenset({"charge", "charged", "count", "convict", "convicted", "conviction", "guilty", "acquit", "indict"})
_LINKS = frozenset({"nmod", "obl", "conj", "obj", "compound"})
_OF_WHOM = ("nmod", "nmod:poss", "nummod", "acl", "acl:relcl")
_STEPS = 4  # words from a crime to the word for the court's deed


def only_charged(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Guilty of first-degree murder", "charged with kidnapping": a charge, where the words name no victim.

    "The murder of three men", "the rape and murder of a teacher" and "his murder" tell of one.
    """
    if trigger.label not in _CHARGEABLE or head.text.lower() not in _CRIMES:
        return False
    above = head
    for _ in range(_STEPS):
        if above.lemma.lower() in _CRIMES and children(sentence, above.index, *_OF_WHOM):
            return False
        if above.deprel not in _LINKS or above.head < 0:
            return False
        above = sentence.tokens[above.head]
        told = (above, *subjects_of(sentence, above))  # "charges were upgraded to murder"
        if any(t.lemma.lower() in _COURT for t in told):
            return True
    return False
