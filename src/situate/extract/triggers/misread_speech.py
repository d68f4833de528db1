"""Words that tell how somebody speaks, is spoken of or is named, and no deed of theirs.

"They insist", "an intercepted message", "a communique signed by the general", "declined to comment on the arrest", "the
word “massacre”", "the campaign “Stop the attacks”", "admitted to hospital", "demand for diesel".
"""

from __future__ import annotations

from collections.abc import Callable

from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import cases_of, children, governor_of, has_lemma, has_word, objects_of
from situate.model.sentence import Labelled, Sentence, Token

_WARDS = frozenset({
    "hospital", "clinic", "ward", "school", "university", "care", "unit", "centre", "center", "infirmary", "morgue",
    "facility", "college", "academy",
})  # fmt: skip
_MUCH = frozenset({"high", "strong", "growing", "rising", "huge", "soaring", "weak", "great", "explosive", "low"})
_SOLD = frozenset({"visa", "ticket", "passport", "room", "housing", "loan", "labour", "labor", "oil", "gold", "coffin"})
_PAPERS = frozenset({"communique", "communiqué", "statement", "letter", "note", "declaration", "bulletin", "order"})
_HEARD = frozenset({
    "message", "call", "communication", "conversation", "traffic", "signal", "radio", "transmission", "letter", "cable",
    "exchange", "email",
})  # fmt: skip
_SITTINGS = frozenset({
    "talk", "negotiation", "meeting", "session", "conference", "summit", "parliament", "assembly", "speech", "hall",
    "delegation", "council", "vote", "debate", "cabinet", "coalition", "work", "job", "class", "hearing", "trial",
})  # fmt: skip
_ANSWERED = frozenset({"fire", "gunfire", "call", "favour", "favor", "visit", "greeting", "shot"})
_URGING = frozenset({"should", "must"})
_COMMENTING = frozenset({"comment", "remark", "elaborate"})
_ABOUT = frozenset({"on", "upon", "about"})
_FACTS = ("nmod", "acl", "acl:relcl", "compound", "nmod:poss", "nummod", "amod", "appos")
# What stands in front of quoted words that are only named.
_NAMED = frozenset({
    "word", "term", "expression", "phrase", "label", "slogan", "banner", "placard", "hashtag", "campaign", "song",
    "film", "book", "codename", "operation", "exercise", "nickname", "motto", "chant", "title", "headline",
})  # fmt: skip
_QUOTES = frozenset({'"', "“", "”", "«", "»", "‘", "’", "''", "``"})
_JOINED = frozenset({",", "and", "or", "&"})
_NAME_LENGTH = 6  # words that such a quotation has at most
_WITHHOLDING = frozenset({"withhold", "name", "identify", "quote"})
_STRIKING_OUT = frozenset({"hit", "lash"})


def only_spoken(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """Whether a trigger stands in words of speech, or in a name, that tell no deed of its type."""
    if _is_named(sentence, head) or _no_comment(sentence, head):
        return True
    return any(rule(sentence, head) for rule in _RULES.get(trigger.label, ()))


def _admitted(sentence: Sentence, head: Token) -> bool:
    """ "37 wounded were admitted to the hospital": nobody owns up to anything."""
    to = children(sentence, head.index, "obl", "nmod")
    return head.lemma == "admit" and any(
        t.lemma.lower() in _WARDS and {"to", "in", "into", "at"} & set(cases_of(sentence, t)) for t in to
    )


def _in_demand(sentence: Sentence, head: Token) -> bool:
    """ "High demand for diesel", "the demand for visas": what many want to buy nobody asks a side for."""
    if head.lemma.lower() != "demand" or head.upos != "NOUN":
        return False
    wanted = [t for t in children(sentence, head.index, "nmod") if "for" in cases_of(sentence, t)]
    above = governor_of(sentence, head, "nsubj")
    if above is not None and above.lemma.lower() in _MUCH | {"rise", "grow", "soar", "fall", "drop"}:
        return True
    sold = any(kind_of(sentence, t.index) == "goods" or t.lemma.lower() in _SOLD for t in wanted)
    return has_lemma(sentence, head, _MUCH, "amod") or (sold and not children(sentence, head.index, "nmod:poss"))


def _insists_that_it_is_so(sentence: Sentence, head: Token) -> bool:
    """ "Three men walked out, they insist", "insisted that nobody had died": who insists on a fact asks for nothing."""
    if head.lemma != "insist" or any("on" in cases_of(sentence, t) for t in children(sentence, head.index, "obl")):
        return False
    clauses = children(sentence, head.index, "ccomp")
    wanted = any(
        has_word(sentence, t, _URGING, "aux") or (t.text.lower() == t.lemma and not children(sentence, t.index, "aux"))
        for t in clauses
    )
    told = bool(clauses) or head.deprel in {"parataxis", "dep"} or head.index == len(sentence.tokens) - 2
    return told and not wanted


def _was_asked(sentence: Sentence, head: Token) -> bool:
    """ "Asked about the fire, the mayor …", "the spokesman, asked whether …": he is asked by the press."""
    if head.lemma != "ask" or head.text.lower() != "asked" or head.deprel not in {"advcl", "acl"}:
        return False
    return not children(sentence, head.index, "nsubj", "aux", "obj", "xcomp")


def _the_opposition(sentence: Sentence, head: Token) -> bool:
    """ "The opposition lashed out at the president": a party, and nobody who refuses something."""
    to = children(sentence, head.index, "nmod", "acl", "nmod:poss")
    return head.lemma.lower() == "opposition" and head.upos in {"NOUN", "PROPN"} and not to


def _returned(sentence: Sentence, head: Token) -> bool:
    """ "The fire was returned": who answers it gives nothing back."""
    return head.lemma == "return" and has_lemma(sentence, head, _ANSWERED, "obj", "nsubj:pass")


def _unnamed(sentence: Sentence, head: Token) -> bool:
    """ "An officer who requested anonymity": of whom he asks it, the press, is no side."""
    return has_lemma(sentence, head, {"anonymity"}, "obj", "nmod", "obl")


def _signed(sentence: Sentence, head: Token) -> bool:
    """ "A communique signed by its spokesman": who wrote it, and no pact."""
    paper = governor_of(sentence, head, "acl")
    return head.lemma == "sign" and paper is not None and paper.lemma.lower() in _PAPERS


def _owns_up(sentence: Sentence, head: Token) -> bool:
    """ "Acknowledged that his troops had left", "welcome you", "the recognised government": none is a deed."""
    if head.deprel == "amod" and head.lemma in {"recognise", "recognize", "acknowledge"}:
        return True
    if head.lemma == "welcome":
        return has_word(sentence, head, {"you"}, "obj")
    return head.lemma == "acknowledge" and bool(children(sentence, head.index, "ccomp"))


def _in_turn(sentence: Sentence, head: Token) -> bool:
    """ "Refuses in turn to let them go": he turns to nobody."""
    return head.lemma.lower() == "turn" and head.upos == "NOUN" and "in" in cases_of(sentence, head)


def _unquoted(sentence: Sentence, head: Token) -> bool:
    """ "Asked that her name be withheld", "asked not to be identified": the press is no side."""
    clauses = children(sentence, head.index, "ccomp", "xcomp")
    return head.lemma == "ask" and any(t.lemma in _WITHHOLDING for t in clauses)


def _intercepted(sentence: Sentence, head: Token) -> bool:
    """ "Intercepted radio messages", "intercepted a call": what is overheard is no weapon."""
    things = [*objects_of(sentence, head), *([sentence.tokens[head.head]] if head.deprel in {"amod", "acl"} else [])]
    return head.lemma == "intercept" and any(t.lemma.lower() in _HEARD for t in things)


def _walked_away(sentence: Sentence, head: Token) -> bool:
    """ "Three inmates walked out": of no talks that the sentence tells of."""
    return head.lemma == "walk" and sentence.lemmas.isdisjoint(_SITTINGS)


def _remembered(sentence: Sentence, head: Token) -> bool:
    """ "“It was dark,” he recalled": who remembers something calls nobody back."""
    said = any(t.text in _QUOTES for t in sentence.tokens[: head.index])
    told = bool(children(sentence, head.index, "ccomp")) or said
    whom = [t for t in children(sentence, head.index, "nsubj:pass", "obj") if t.text.lower() not in {"how", "what"}]
    return head.lemma == "recall" and told and not whom


def _struck_out(sentence: Sentence, head: Token) -> bool:
    """ "Hit out at the government over its silence": with words."""
    after = [t.text.lower() for t in sentence.tokens[head.index + 1 : head.index + 3]]
    return head.lemma in _STRIKING_OUT and after == ["out", "at"] and _says_why(sentence, head)


def _says_why(sentence: Sentence, head: Token) -> bool:
    """Whether behind a verb it is told what somebody is blamed for."""
    return any(t.text.lower() in {"over", "for", "after"} for t in sentence.tokens[head.index + 3 :])


def _no_comment(sentence: Sentence, head: Token) -> bool:
    """ "Declined to comment on the arrest": a deed that is only mentioned, without a fact of its own."""
    said = governor_of(sentence, head, "obl", "nmod", "obj")
    if said is None or head.upos not in {"NOUN", "PROPN"} or said.lemma.lower() not in _COMMENTING:
        return False
    return bool(_ABOUT & set(cases_of(sentence, head))) and not children(sentence, head.index, *_FACTS)


def _is_named(sentence: Sentence, head: Token) -> bool:
    """ "The words “war”, “siege” and “massacre”", "the campaign “Stop the attacks”": words that are only named.

    A short quotation, alone or behind others, right behind a word that says that it is a name.
    """
    opened = next((t for t in reversed(sentence.tokens[: head.index]) if t.text in _QUOTES), None)
    closed = next((t for t in sentence.tokens[head.index + 1 :] if t.text in _QUOTES), None)
    if opened is None or closed is None or closed.index - opened.index > _NAME_LENGTH + 1:
        return False
    if sum(t.text in _QUOTES for t in sentence.tokens[: head.index]) % 2 == 0:
        return False
    index, inside = opened.index - 1, False
    while index >= 0:
        token = sentence.tokens[index]
        if token.text in _QUOTES:
            inside = not inside
        elif not inside and token.lemma.lower() in _NAMED:
            return True
        elif not inside and token.text.lower() not in _JOINED:
            return False
        index -= 1
    return False


_RULES: dict[str, tuple[Callable[[Sentence, Token], bool], ...]] = {
    "concede": (_admitted, _returned),
    "request": (_in_demand, _insists_that_it_is_so, _was_asked, _unnamed, _unquoted, _in_turn),
    "sanction": (_remembered,),
    "support": (_signed, _owns_up),
    "disrupt_weapons": (_intercepted,),
    "reject": (_walked_away, _the_opposition),
    "assault": (_struck_out,),
}
