"""How many a count is said to be: "put the number of dead at 65", "the toll now stands at 11", "bringing it to nine".

A noun of counting has its number elsewhere in its clause, behind the verb that says what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.phrases import kind_of, phrase_at
from situate.extract.tree.relations import ancestors, case_of, children, governor_of, starts_below, subtree
from situate.extract.tree.words import lexicon
from situate.model.claim import TIME_ROLES
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap

COUNTS = frozenset({"number", "toll", "total", "count", "figure", "tally"})
DEAD = frozenset({"dead", "death", "toll", "fatality", "casualty", "victim", "loss", "killed", "kill"})
_SETTING = frozenset({"put", "place", "estimate", "set", "give", "bring", "raise", "take", "push", "revise", "lower"})
_BEING = frozenset(
    {"stand", "rise", "climb", "grow", "increase", "go", "jump", "soar", "fall", "drop", "amount", "come"}
)
_REACHING = frozenset({"reach", "exceed", "pass", "top", "hit", "surpass", "total", "near"})
_TO = frozenset({"at", "to", "as"})
_ROLES = {"kill": "killed", "displace": "affected", "detain": "affected", "abduct": "affected", "return": "affected"}


def said_number(sentence: Sentence, head: Token) -> Token | None:
    """The number that the clause of a count says it to be; ``head`` is a word of dying in it, or the count itself."""
    count = _count_of(sentence, head)
    verb = governor_of(sentence, count) if count is not None else None
    if count is None or verb is None:
        return None
    if count.deprel == "nsubj" and _is_number(sentence, verb) and children(sentence, verb.index, "cop"):
        return verb
    if count.deprel in {"obj", "nsubj:pass"} and verb.lemma in _SETTING:
        found = [*children(sentence, verb.index, "obl", "obj", "xcomp"), *children(sentence, count.index, "nmod")]
    elif count.deprel == "nsubj" and verb.lemma in _BEING:
        found = children(sentence, verb.index, "obl")
    elif count.deprel == "nsubj" and verb.lemma in _REACHING:
        return next((t for t in children(sentence, verb.index, "obj") if _is_number(sentence, t)), None)
    else:
        return None
    found += [n for t in found if case_of(sentence, t) == "from" for n in children(sentence, t.index, "nmod")]
    if not any(_is_number(sentence, t) for t in found):  # "brings the number killed since the coup to 39"
        found += [n for i in sorted(subtree(sentence, count.index)) for n in children(sentence, i, "obl", "nmod")]
    numbers = [t for t in found if _is_number(sentence, t) and case_of(sentence, t) in _TO and not _is_day(sentence, t)]
    return numbers[-1] if numbers else None


def with_said_number(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim whose count is said: that number is its figure, and the words of the count are none."""
    role = _ROLES.get(kind)
    number = said_number(sentence, head) if role is not None else None
    if role is None or number is None or head.lemma.lower() == "casualty":  # dead and wounded in one
        return list(fillers)
    if role == "killed" and _of_wounded(sentence, head):
        role = "wounded"
    phrase = phrase_at(sentence, number.index)
    told = Filler(role, phrase.start, phrase.end, phrase.head)
    count = _count_of(sentence, head)
    counted = starts_below(sentence, count) if count is not None else ()  # "puts at 14 the number of drivers killed"

    def is_counted(f: Filler) -> bool:
        return f.role in {role, "killed", "affected"} and (f.end <= phrase.start or f.start in counted)

    before = sentence.tokens[sentence.within(told.start, told.end)[0].index - 1]
    last = sentence.tokens[before.index - 1]  # "since the coup" of "since the coup to 39"
    fillers = [replace(f, end=last.end) if _runs_into(f, told) and f.start < last.end else f for f in fillers]
    kept = [f for f in fillers if not overlap(f, told) and not is_counted(f)]
    return in_order(*kept, told)


def _runs_into(filler: Filler, told: Filler) -> bool:
    return filler.role in TIME_ROLES and filler.start < told.start < filler.end


def is_raised_by(sentence: Sentence, deed: Token) -> bool:
    """ "The latest attack brings to 150 the number of those killed since January": these are not all dead of it."""
    verb = governor_of(sentence, deed, "nsubj")
    counts = children(sentence, verb.index, "obj") if verb is not None and verb.lemma in _SETTING else []
    return any(t.lemma.lower() in COUNTS for t in counts)


def toll_of(sentence: Sentence, deed: Token) -> Token | None:
    """The number that the toll of a blow is said to have come to ("raising the toll from the strike to 19")."""
    count = governor_of(sentence, deed, "nmod")
    if count is None or count.lemma.lower() not in COUNTS:
        return None
    return said_number(sentence, count) if count.lemma.lower() == "toll" else None


def _count_of(sentence: Sentence, head: Token) -> Token | None:
    """The noun of counting that a word of dying hangs on, or is."""
    above = next((t for t in ancestors(sentence, head.index) if t.lemma.lower() in COUNTS and t.upos == "NOUN"), None)
    if above is not None and head.index in subtree(sentence, above.index, without=frozenset({"advcl", "parataxis"})):
        return above
    verb = governor_of(sentence, head, "advcl")  # as the tree may have "the number of clerks murdered stands at"
    subjects = children(sentence, verb.index, "nsubj") if verb is not None and head.index < verb.index else []
    if any(t.lemma.lower() in COUNTS and t.index < head.index for t in subjects):
        return subjects[0]
    return head if head.upos == "NOUN" and head.lemma.lower() in COUNTS | DEAD else None


def _is_day(sentence: Sentence, token: Token) -> bool:
    """ "Deaths from 3 May to 17 May are put at 21": the second number is a day."""
    beside = children(sentence, token.index, "nmod", "nmod:unmarked", "compound")
    return any(kind_of(sentence, one.index) == "time" for one in (token, *beside))


def _is_number(sentence: Sentence, token: Token) -> bool:
    return token.upos == "NUM" or bool(children(sentence, token.index, "nummod"))


def _of_wounded(sentence: Sentence, head: Token) -> bool:
    return lexicon()["harm"].get(head.lemma) == "wounded"


def counted_before(sentence: Sentence, dead: Token) -> tuple[Token, Token] | None:
    """The first and last word of the people whom "dead" is said of right behind them: "3 dead", "four crew dead"."""
    if dead.text.lower() != "dead" or not dead.index:
        return None
    last = sentence.tokens[dead.index - 1]
    if last.upos == "NUM":
        return (last, last)
    number = next(iter(children(sentence, last.index, "nummod")), None)
    people = last.upos == "NOUN" and kind_of(sentence, last.index) in {"people", "actor", "figure"}
    return (number, last) if people and number is not None and number.index < last.index else None
