"""Words of speech by which nobody says anything to anybody.

"Poses a threat", "the law allows it", "sought to limit its aims", "asked why", "crimes that he committed", "agreed
that it was late", "thanks to the rain", "in retaliation", "yielded results".
"""

from __future__ import annotations

from collections.abc import Callable

from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import SUBJECTS, cases_of, children, governor_of, has_lemma, has_word
from situate.extract.tree.words import HELPERS
from situate.model.sentence import Labelled, Sentence, Token

# Papers speak, and so do bodies and people that are called by no word for either.
_SPEAKING = frozenset({
    "report", "statement", "letter", "resolution", "draft", "text", "document", "communique", "communiqué", "article",
    "editorial", "law", "bill", "decree", "ruling", "verdict", "judgment", "judgement", "motion", "deal", "agreement",
    "treaty", "pact", "accord", "declaration", "notice", "leaflet", "message", "tweet", "post", "video", "call",
    "speech", "decision", "vote", "amnesty", "ceasefire", "truce", "court", "tribunal", "parliament", "senate",
    "congress", "cabinet", "assembly", "embassy", "house", "office", "bench", "jury", "panel", "watchdog", "union",
    "church", "mosque", "press", "media", "world", "west", "investigation", "inquiry", "probe", "protest", "rally",
    "demonstration", "campaign", "movement", "uprising", "team", "delegation", "company", "firm", "bank", "club",
    "institute", "university", "tribe", "clan", "junta", "household", "public", "society", "community", "diaspora",
    "leadership", "commission", "committee", "board", "body", "network", "association", "foundation", "bloc", "forum",
    "charity", "axis", "one", "other", "half", "third", "each", "all", "both", "none", "number", "majority", "many",
    "few", "most", "finding", "colleague", "counterpart", "critic", "friend", "rival", "boss", "chief", "head", "host",
    "guest", "elder", "sheikh", "imam", "youth", "voice", "source", "folk", "crew", "staff", "kin", "spouse", "witness",
    "workforce",
})  # fmt: skip
_HUMAN = ("er", "or", "ist", "ian", "man", "men", "ant", "ent", "eer", "ee", "yst", "ert")  # "speaker", "analyst"
_THINGS = frozenset({"other", "event", "goods", "weapon", "time", "figure"})
_OF_SOMEBODY = frozenset({"promise", "request", "threaten", "support", "concede"})
_FACING = frozenset({
    "pose", "face", "represent", "constitute", "be", "become", "remain", "counter", "mitigate", "neutralise",
    "neutralize", "eliminate", "contain", "confront", "combat", "address", "remove", "assess", "reduce", "present",
})  # fmt: skip
_LASTING = frozenset({"existential", "terror", "terrorist", "security"})
# What is harmed by a threat of it, and not by words.
_PUNISHING = frozenset({
    "retaliation", "action", "attack", "strike", "war", "force", "violence", "death", "revenge", "sanction", "boycott",
    "reprisal", "punishment", "offensive", "response", "consequence", "invasion", "execution", "escalation", "protest",
})  # fmt: skip
_SEEKING = frozenset({"seek", "want", "crave", "aspire"})
_ASKING = frozenset({"why", "how", "what", "who", "whether", "where", "when", "if", "which"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself", "oneself"})
_ABOUT = frozenset({"to", "on", "upon", "in", "over", "about"})
_WILL = frozenset({"will", "would", "should", "shall", "must"})
_FRUITS = frozenset({
    "result", "fruit", "dividend", "crop", "harvest", "profit", "information", "evidence", "clue", "outcome", "return",
    "success", "progress", "body", "benefit",
})  # fmt: skip
_WARNING = frozenset({"warn", "caution"})
_NO_SIDE = HELPERS | {"cross", "crescent", "msf", "oxfam", "doctors", "medics", "meteorologists", "meteorological"}
_EASING = frozenset({"ease", "relax", "cut", "soften"})
_EASED = frozenset({
    "anger", "pain", "fear", "tension", "suffering", "pressure", "burden", "grievance", "concern", "shortage", "tax",
    "cost", "price", "worry", "anxiety", "plight", "congestion", "crisis",
})  # fmt: skip


def no_speech(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """Whether a trigger whose type is one of speech stands for no words of anybody."""
    if trigger.label in _OF_SOMEBODY and _by_a_thing(sentence, head):
        return True
    return any(rule(sentence, head) for rule in _RULES.get(trigger.label, ()))


def _by_a_thing(sentence: Sentence, head: Token) -> bool:
    """ "The step threatens to raise tension", "the tool allows it": a thing says nothing."""
    doers = children(sentence, head.index, "nsubj")
    if not doers and children(sentence, head.index, *SUBJECTS, "aux:pass"):
        doers = [t for t in children(sentence, head.index, "obl") if "by" in cases_of(sentence, t)]
    return head.upos == "VERB" and bool(doers) and all(_is_thing(sentence, t) for t in doers)


def _is_thing(sentence: Sentence, noun: Token) -> bool:
    if noun.text.lower() in {"which", "that"}:
        clause = governor_of(sentence, noun)
        meant = governor_of(sentence, clause, "acl:relcl") if clause is not None else None
        return meant is not None and _is_thing(sentence, meant)
    parts = (noun, *children(sentence, noun.index, "compound", "flat", "appos"))
    named = noun.upos != "NOUN" or any(t.upos == "PROPN" or (t.index and t.text[:1].isupper()) for t in parts)
    speaks = noun.lemma.lower() in _SPEAKING or noun.lemma.lower().endswith(_HUMAN)
    return not (named or speaks) and kind_of(sentence, noun.index) in _THINGS


def _a_danger(sentence: Sentence, head: Token) -> bool:
    """ "Poses a threat", "under threat", "threats to democracy": a danger, and no words."""
    if head.lemma.lower() != "threat" or head.upos != "NOUN":
        return False
    if has_lemma(sentence, head, _LASTING, "amod", "compound"):
        return True
    if children(sentence, head.index, "nmod:poss", "acl"):
        return False
    above = governor_of(sentence, head, "obj", "nsubj", "nsubj:pass")
    faced = above is not None and above.lemma.lower() in _FACING
    to_what = any("to" in cases_of(sentence, t) for t in children(sentence, head.index, "nmod"))
    return faced or to_what or bool({"under", "as"} & set(cases_of(sentence, head)))


def _endangers(sentence: Sentence, head: Token) -> bool:
    """ "Militias that threaten its sovereignty": what can be harmed without a word."""
    if head.lemma != "threaten" or any("with" in cases_of(sentence, t) for t in children(sentence, head.index, "obl")):
        return False
    things = children(sentence, head.index, "obj")
    return bool(things) and all(_is_thing(sentence, t) and t.lemma.lower() not in _PUNISHING for t in things)


def _warns_of_others(sentence: Sentence, head: Token) -> bool:
    """ "The agency warned that people would starve", "warned of floods", "that rebels were massing": no threat.

    Not where somebody is warned ("warned the rebels"), nor of what the one who warns would do ("that it would strike").
    """
    if head.lemma not in _WARNING or head.upos != "VERB" or children(sentence, head.index, "obj", "iobj", "nsubj:pass"):
        return False
    who = children(sentence, head.index, "nsubj")
    words = {t.text.lower() for w in who for t in (w, *children(sentence, w.index, "compound", "amod"))}
    if not words.isdisjoint(_NO_SIDE):
        return True
    of = [t for t in children(sentence, head.index, "obl") if not {"of", "about"}.isdisjoint(cases_of(sentence, t))]
    if of:
        return all(t.lemma.lower() not in _PUNISHING for t in of)
    clauses = children(sentence, head.index, "ccomp")
    others = [t for c in clauses for t in children(sentence, c.index, *SUBJECTS)]
    ahead = any(has_word(sentence, c, _WILL | {"can", "could", "may", "might"}, "aux") for c in clauses)
    return bool(others) and not ahead and all(t.upos in {"NOUN", "PROPN"} for t in others)


def _in_answer(sentence: Sentence, head: Token) -> bool:
    """ "In retaliation, the army shelled it", "without warning": how something is done."""
    how = (head.lemma.lower(), *cases_of(sentence, head)[:1])
    bare = not children(sentence, head.index, "det", "nmod:poss", "amod")
    return head.upos == "NOUN" and bare and how in {("retaliation", "in"), ("warning", "without")}


def _for_himself(sentence: Sentence, head: Token) -> bool:
    """ "Sought to limit its aims", "wanted to return": who means to do something himself asks nobody."""
    own = children(sentence, head.index, "xcomp") if head.lemma in _SEEKING else []
    return any(t.upos == "VERB" for t in own) and not children(sentence, head.index, "obj")


def _a_question(sentence: Sentence, head: Token) -> bool:
    """ "Asks why she must bear it": who wants to know something."""
    asked = children(sentence, head.index, "ccomp", "advcl", "xcomp") if head.lemma == "ask" else []
    words = (c for t in asked for c in (t, *children(sentence, t.index, "mark", "advmod", "obj", "nsubj")))
    return any(t.text.lower() in _ASKING for t in words)


def _to_oneself(sentence: Sentence, head: Token) -> bool:
    """ "Unable to defend themselves", "they should ask themselves": nobody else is meant."""
    return has_word(sentence, head, _SELVES, "obj", "iobj")


def _done_not_promised(sentence: Sentence, head: Token) -> bool:
    """ "Crimes that he had committed": what is promised is committed to."""
    if head.lemma != "commit" or head.upos != "VERB" or has_word(sentence, head, _SELVES, "obj"):
        return False
    after = [t.text.lower() for t in sentence.tokens[head.index + 1 : head.index + 2]]
    return after != ["to"] and not any("to" in cases_of(sentence, t) for t in children(sentence, head.index, "obl"))


def _of_one_mind(sentence: Sentence, head: Token) -> bool:
    """ "Agreed that it was late", "not everyone agrees", "agreed with the minister": an opinion, and no deal."""
    if head.lemma != "agree" or head.upos != "VERB" or children(sentence, head.index, "xcomp", "obj", "nsubj:pass"):
        return False
    cases = {case for t in children(sentence, head.index, "obl") for case in cases_of(sentence, t)}
    clauses = children(sentence, head.index, "ccomp")
    if cases & _ABOUT or any(has_word(sentence, t, _WILL, "aux") for t in clauses):
        return False
    return bool(clauses) or "with" in cases or head.text.lower() in {"agree", "agrees"}


def _owing_to(sentence: Sentence, head: Token) -> bool:
    """ "Thanks to the rain": a cause."""
    after = sentence.tokens[head.index + 1 : head.index + 2]
    return head.text.lower() == "thanks" and [t.text.lower() for t in after] == ["to"]


def _bears_fruit(sentence: Sentence, head: Token) -> bool:
    """ "The efforts yielded results", "eased public anger", "cut taxes": nobody gives in."""
    if head.lemma == "yield":
        given = children(sentence, head.index, "obj")
        return any(t.lemma.lower() in _FRUITS or children(sentence, t.index, "nummod") for t in given)
    return head.lemma in _EASING and has_lemma(sentence, head, _EASED, "obj", "nsubj:pass")


_RULES: dict[str, tuple[Callable[[Sentence, Token], bool], ...]] = {
    "promise": (_done_not_promised, _of_one_mind),
    "agreement": (_of_one_mind,),
    "request": (_for_himself, _a_question, _to_oneself),
    "threaten": (_a_danger, _endangers, _in_answer, _warns_of_others),
    "support": (_to_oneself, _owing_to),
    "concede": (_bears_fruit,),
}
