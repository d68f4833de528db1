"""Whether "will" and "would" tell a plan, or only what might be.

"Said that the road was safe and would open on Monday" reports a plan, as "will" does in the speaker's mouth; "the road
would open" alone is a condition. "If the pass is closed, the town will be cut off", "will the palace be stormed?",
"fears that they will be killed", "a rumour that bread will be dropped" foretell nothing that anybody plans.
"""

from __future__ import annotations

from collections.abc import Collection

from situate.extract.tree.relations import cases_of, children, governor_of
from situate.model.sentence import Sentence, Token

_CONDITIONS = frozenset({"if", "unless", "provided"})
_PLANS = frozenset({"promise", "plan", "announcement", "statement", "pledge", "assurance", "vow"})
_STEPS = 4


def reported(sentence: Sentence, verb: Token, speaking: Collection[str]) -> bool:
    """Whether a clause is what somebody says, itself or beside another ("said that it was ready and would leave")."""
    for _ in range(_STEPS):
        above = governor_of(sentence, verb)
        if verb.deprel == "ccomp" or any(t.lemma in speaking for t in children(sentence, verb.index, "parataxis")):
            return True
        if verb.deprel == "acl" and above is not None and above.lemma in _PLANS:
            return True
        if verb.deprel != "conj" or above is None:
            return False
        verb = above
    return False


def only_perhaps(sentence: Sentence, verb: Token) -> bool:
    """Whether what a verb foretells hangs on a condition, or is asked."""
    asked = verb.deprel == "root" and sentence.tokens[-1].text == "?"
    return asked or any(_conditional(sentence, t) for t in children(sentence, verb.index, "advcl"))


def in_doubt(sentence: Sentence, governor: Token, current: Token, *, doubting: bool) -> bool:
    """Whether what is foretold hangs on a word of fear, doubt or rumour (``doubting``), or is all a condition.

    ("Fears that they will be killed", "unless the army is willing to open the road".)
    """
    return (doubting and current.deprel in {"ccomp", "acl"}) or (
        current.deprel == "xcomp" and _conditional(sentence, governor)
    )


def _conditional(sentence: Sentence, clause: Token) -> bool:
    for mark in children(sentence, clause.index, "mark"):
        before = sentence.tokens[mark.index - 1].text.lower() if mark.index else ""
        if mark.text.lower() in _CONDITIONS and before not in {"even", "as"}:  # "even if", "as if"
            return True
    return False


def no_plan(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "Set off a bomb", "what they called mortar fire": verbs that plan by themselves, and do not so."""
    if governor.lemma == "set":
        return bool(children(sentence, governor.index, "compound:prt"))
    if governor.lemma == "call" and governor.deprel == "acl:relcl" and sentence.tokens[governor.head].lemma == "what":
        return True  # "blamed what he called bandits for the killing"
    beside = [*children(sentence, governor.index), *([sentence.tokens[governor.head]] if governor.head >= 0 else [])]
    named = current.deprel == "xcomp" or any(t.text.lower() == "what" for t in beside)
    return governor.lemma == "call" and current.upos == "NOUN" and named and not cases_of(sentence, current)
