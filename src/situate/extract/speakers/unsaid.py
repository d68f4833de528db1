"""Who is named as a speaker, and does not say so: what stands beside the words of a speaker is not his.

"The army retook the hill, a spokesman said, as rebels shelled the town": a clause of the time of speaking is the
outlet's own; so is the other half of a sentence that a semicolon parts, and what tells who the speaker is ("residents
who fled the siege say …"). Who is accused does not accuse. Counted on the annotated reports: of 76 claims across a
semicolon from an attribution, outside quotation marks, one has its speaker; of 57 in a clause on the speaker, two; of
40 in a phrase or clause before him that hangs on his verb, three.
"""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.speakers.attributed import Said
from situate.extract.speakers.quotes import sets_apart
from situate.extract.tree.phrases import gainsaid, kind_of, neither
from situate.extract.tree.relations import ancestors, cases_of, children, governor_of, subtree
from situate.extract.tree.words import NOT, word_list
from situate.model.sentence import Sentence, Token
from situate.model.span import Span

_TIMES = frozenset({"as", "while", "when", "after", "before"})
# Prepositions of the time or place of speaking ("she said after the raid"), where no clause stands between.
_MEANWHILE = frozenset({"after", "during", "following", "ahead", "before", "amid", "since", "from", "at", "upon"})
_ON_SPEAKER = frozenset({"acl", "acl:relcl"})
_SPOKEN_BEFORE = frozenset({"deny", "convince", "give", "claim"})  # "denying that …, he said", "who gave a toll of …"
_ACCUSING = word_list("accusing")
_SAID_OF = frozenset({"say", "report", "believe", "think", "know", "understand", "allege", "rumour", "rumor", "claim"})
_WILLING = word_list("willing")
_JUDGING = word_list("judging")
_DENYING = frozenset({"deny", "reject", "dispute", "refute", "disavow", "disclaim"})
_THINGS = frozenset({"obj", "obl"})
_WATCHING = frozenset({"watch", "attend", "join", "greet", "lead", "follow", "accompany", "guard", "flank"})
# What is seen, shown or counted "as" or "when" something happens is seen to happen.
_PERCEIVING = frozenset(
    {"see", "hear", "show", "find", "film", "record", "document", "list", "describe", "quote", "cite"}
)
# Who makes no mention of a raid, gives no toll of it or does not comment on it does not tell it.
_SAID = frozenset({"mention", "comment", "figure", "toll", "number", "detail", "information", "reference", "word"})
_DECLINING = frozenset({"decline", "refuse"})
_SPEAKING = frozenset({"comment", "mention", "acknowledge", "discuss", "elaborate", "confirm", "corroborate", "verify"})
# Verbs that pass on what somebody says or reports, so that the nearest of two speakers is theirs.
_REPORTING = word_list("reporting")


def stands_beside(
    sentence: Sentence, head: Token, speaker: Span, covering: Sequence[Said], quotes: Sequence[Span]
) -> bool:
    """Whether a claim headed by ``head`` only stands beside what a speaker of its sentence says."""
    if not sentence.span.covers(speaker):
        return False
    named = [t for t in sentence.tokens if speaker.start <= t.start < speaker.end]
    if any(t.deprel == "nsubj:pass" and _is_spoken_of(sentence, sentence.tokens[t.head]) for t in named):
        return True
    if any((_accused(sentence, t) and not _speaks(sentence, head, t)) or _looks_on(sentence, t) for t in named):
        return True
    if any(_accuses_else(sentence, head, t) for t in named):
        return True
    if any(gainsaid(sentence, t) and head.index not in subtree(sentence, t.index) for t in named):
        return True  # "contrary to reports, the army holds the town"
    if any(q.start <= head.start < q.end and not sets_apart(sentence, q) for q in quotes):
        return False
    covered = any(s.speaker is not None and s.speaker.overlaps(speaker) for s in covering)
    if not covered and (_parted(sentence, head, speaker) or _wanted(sentence, head, named)):
        return True
    if _judged(sentence, head, named) or _on_speaker(sentence, head, named):
        return True
    return _at_the_time(sentence, head, named, quotes)


def _is_spoken_of(sentence: Sentence, verb: Token) -> bool:
    """ "The general was accused of the raid", "is said to have survived it": others say so."""
    told = verb.lemma in _SAID_OF and bool(children(sentence, verb.index, "xcomp"))
    return verb.lemma in _ACCUSING or told


def _accused(sentence: Sentence, somebody: Token) -> bool:
    """ "Police accused of torture", "a man charged with the raid": a participle without a verb of its own.

    As a headline it may be read as the verb; who accuses of something accuses somebody.
    """
    headline = governor_of(sentence, somebody, "nsubj")
    of = [headline] if headline is not None and headline.deprel == "root" else []
    of = [v for v in of if any("of" in cases_of(sentence, t) for t in children(sentence, v.index, "obl"))]
    return any(
        c.lemma in _ACCUSING
        and c.text.lower().endswith("ed")
        and not children(sentence, c.index, *({"obj", "nsubj"} if c not in of else {"obj", "aux"}))
        for c in (*children(sentence, somebody.index, "acl"), *of)
    )


def denies(sentence: Sentence, head: Token, said: Said) -> bool:
    """Whether somebody only says that a deed is not his, or that he knows nothing of it: he does not tell the deed.

    "Denied involvement in the raid", "the raid, which the army said it did not carry out".
    """
    cue = next((t for t in sentence.tokens if t.start == said.cue.start), None)
    if cue is None:
        return False
    above = next((t for t in ancestors(sentence, head.index) if t.lemma in _DENYING | _REPORTING), None)
    if cue.lemma in _DENYING and above is cue:
        return not any(t.text.lower() in NOT for t in children(sentence, cue.index, "advmod"))
    if cue.deprel not in _ON_SPEAKER or cue.head != head.index:
        return False
    inside = [sentence.tokens[i] for i in subtree(sentence, cue.index)]
    return cue.lemma in _DENYING or any(t.text.lower() in {*NOT, "no", "nothing"} for t in inside)


def _accuses_else(sentence: Sentence, head: Token, somebody: Token) -> bool:
    """ "Ostria, which the court accuses of arming them, denied sending troops": the court says nothing of these."""
    verb = governor_of(sentence, somebody, "nsubj", "obl:agent")
    clause = verb is not None and verb.deprel in _ON_SPEAKER and verb.lemma in _ACCUSING
    return clause and verb is not None and head.index not in subtree(sentence, verb.index)


def _speaks(sentence: Sentence, head: Token, somebody: Token) -> bool:
    """ "The army, accused of the raid, said it had shot two men": who is accused tells what hangs on his own verb."""
    verb = governor_of(sentence, somebody, "nsubj")
    if verb is None or verb.lemma not in _REPORTING:
        return False
    return head.index in subtree(sentence, verb.index) - subtree(sentence, somebody.index)


def _looks_on(sentence: Sentence, somebody: Token) -> bool:
    """ "Soldiers landed, watched by the president": who only sees it does not tell it."""
    return somebody.deprel == "obl:agent" and sentence.tokens[somebody.head].lemma in _WATCHING


def _parted(sentence: Sentence, head: Token, speaker: Span) -> bool:
    low, high = sorted((head.start, speaker.start))
    return any(t.text == ";" and low < t.start < high for t in sentence.tokens)


def _wanted(sentence: Sentence, head: Token, named: Sequence[Token]) -> bool:
    """Whether the claim is what somebody ordered, offered or sought: of 205 such claims nine are told by him."""
    above, below = _governing(sentence, head, named)
    return above is not None and above.lemma in _WILLING and below.deprel != "conj"


def _judged(sentence: Sentence, head: Token, named: Sequence[Token]) -> bool:
    """Whether a claim is what somebody only deplores, praises or calls for (a deed that is known, or wanted), or is
    silent about.

    Annotators do not agree on what is condemned: it keeps its speaker.
    """
    above, below = _governing(sentence, head, named)
    if above is None:
        return False
    wanted = above.lemma in _JUDGING and (below.deprel in _THINGS or _called_for(sentence, above, below))
    return wanted or _silent(sentence, above, below)


def _called_for(sentence: Sentence, verb: Token, part: Token) -> bool:
    """ "Calls for the rebels to withdraw", "for a pause so that aid can go in": what is wanted is not told."""
    clause = verb.lemma == "call" and part.deprel in {"xcomp", "ccomp", "advcl"}
    return clause and any(t.text.lower() in {"for", "so"} for t in children(sentence, part.index, "mark"))


def _silent(sentence: Sentence, verb: Token, part: Token) -> bool:
    """ "Made no mention of the raid", "declined to comment on it", "has not acknowledged it"."""
    said = [t for t in children(sentence, verb.index, "obj") if t.lemma in _SAID]
    if any(c.text.lower() == "no" for t in said for c in children(sentence, t.index, "det")):
        return True
    if verb.lemma in _DECLINING:
        return part.lemma in _SPEAKING
    denied = any(c.lemma in {"not", "n't", "never"} for c in children(sentence, verb.index, "advmod"))
    if verb.lemma == "deny" and verb.deprel == "conj":  # "would neither confirm nor deny it"
        verb = sentence.tokens[verb.head]
    return (denied or neither(sentence, verb)) and verb.lemma in _SPEAKING


def _governing(sentence: Sentence, head: Token, named: Sequence[Token]) -> tuple[Token | None, Token]:
    """The nearest verb with a subject above a claim, if that is who is named, and what hangs on it."""
    below = head
    for above in ancestors(sentence, head.index):
        if subject := _subject(sentence, above):
            return (above if any(t in named for t in subject) else None), below
        below = above
    return None, below


def _subject(sentence: Sentence, verb: Token) -> list[Token]:
    """The subject of a verb, or the one that it shares ("she condemned the raid and ordered …")."""
    own = children(sentence, verb.index, "nsubj") if verb.upos == "VERB" else []
    shares = not own and verb.upos == "VERB" and verb.deprel == "conj"
    return children(sentence, verb.head, "nsubj") if shares else own


def _at_the_time(sentence: Sentence, head: Token, named: Sequence[Token], quotes: Sequence[Span]) -> bool:
    """Whether the claim is in a clause with a subject of its own that tells when the speaker spoke."""
    below = head
    if _before_the_speaker(sentence, head, named):
        return True
    for above in ancestors(sentence, head.index):
        spoken = any(q.start <= above.start < q.end for q in quotes)  # the tree may hang it on what is quoted
        if spoken or (above.upos == "VERB" and any(t.head == above.index and t.deprel == "nsubj" for t in named)):
            return above.lemma not in _PERCEIVING and _circumstance(sentence, above, below)
        below = above
    return False


def _before_the_speaker(sentence: Sentence, head: Token, named: Sequence[Token]) -> bool:
    """ "In freeing it, they said they had …": fronted to the verb of speech, though hung on what is said."""
    for clause in (head, *ancestors(sentence, head.index)):
        verb = governor_of(sentence, clause, "advcl")
        speech = governor_of(sentence, verb, "ccomp") if verb is not None else None
        if verb is None or speech is None or not any(t.head == speech.index and t.deprel == "nsubj" for t in named):
            continue
        first = clause.index < min(t.index for t in named) and speech.index < verb.index
        return first and speech.lemma not in _PERCEIVING and _fronted(sentence, speech, clause)
    return False


def _circumstance(sentence: Sentence, verb: Token, part: Token) -> bool:
    """Whether a phrase or clause that hangs on a verb of speech tells when or where somebody spoke."""
    if part.index < verb.index:
        return _fronted(sentence, verb, part)
    return _timed(sentence, part) or _meanwhile(sentence, verb, part)


def _fronted(sentence: Sentence, verb: Token, part: Token) -> bool:
    """ "The day of the raid, he said …", "In freeing the town, it said, …"; not "If they come, he said"."""
    subject = _subject(sentence, verb)
    told = any(c.index > verb.index for c in children(sentence, verb.index, "ccomp", "obj"))
    before = bool(subject) and part.index < subject[0].index and told
    marks = {c.text.lower() for c in children(sentence, part.index, "mark", "case", "advmod")}
    aside = part.deprel.split(":")[0] in {"obl", "advcl"} and not _tells(part)
    source = {"if", "according", "as"} if part.upos == "VERB" else {"if", "according", "as", "in"}  # "in a statement"
    return before and aside and not marks & source


def _meanwhile(sentence: Sentence, verb: Token, part: Token) -> bool:
    between = [c for c in children(sentence, verb.index, "ccomp", "xcomp", "obj") if verb.index < c.index < part.index]
    spoken = all(c.deprel == "obj" and kind_of(sentence, c.index) in {"actor", "people"} for c in between)
    return part.deprel.startswith("obl") and spoken and bool(_MEANWHILE & set(cases_of(sentence, part)))


def _on_speaker(sentence: Sentence, head: Token, named: Sequence[Token]) -> bool:
    """Whether the claim is in a clause that says who the speaker is."""
    below = head
    for above in ancestors(sentence, head.index):
        if below.deprel in _ON_SPEAKER and any(t.index == above.index for t in named):
            speaks = above.deprel == "nsubj" and sentence.tokens[above.head].lemma in _REPORTING
            speaks = speaks or "according" in cases_of(sentence, above)
            return speaks and not _tells(below) and kind_of(sentence, above.index) in {"actor", "people", "place"}
        below = above
    return False


def _tells(verb: Token) -> bool:
    return verb.lemma in _REPORTING or verb.lemma in _SPOKEN_BEFORE


def _timed(sentence: Sentence, clause: Token) -> bool:
    marks = {c.text.lower() for c in children(sentence, clause.index, "mark")}
    subject = bool(children(sentence, clause.index, "nsubj", "nsubj:pass"))
    if clause.deprel == "ccomp":  # "confirmed it as hundreds held a vigil"
        return subject and bool(marks & {"as", "while"})
    return clause.deprel == "advcl" and ((subject and bool(marks & _TIMES)) or "without" in marks)


def nearer(sentence: Sentence, said: Sequence[Said], covering: Sequence[Said], speaker: Span) -> bool:
    """Whether the first of the attributions that cover a claim is reported by ``speaker``, or he has no part in it.

    ("He said the mayor had told him that …": the mayor is nearer. "According to the union, whose drivers said that …".)
    """
    first = covering[0] if covering else None
    if first is None or first.speaker is None or first.speaker.overlaps(speaker) or not sentence.span.covers(first.cue):
        return False
    cue = next((t for t in sentence.tokens if t.start == first.cue.start), None)
    if cue is None or cue.lemma not in _REPORTING or (first.pronoun and cue.lemma != "say"):
        return False
    if any(
        t.text.lower() in {"i", "we"} for t in sentence.tokens if first.speaker.start <= t.start < first.speaker.end
    ):
        return False  # who speaks in a quotation is named around it
    own = [s for s in said if s.sentence == first.sentence and s.speaker is not None and s.speaker.overlaps(speaker)]
    return any(cue.index in s.covered or s not in covering for s in own)


def governs(sentence: Sentence, head: Token, said: Said, quotes: Sequence[Span]) -> bool:
    """Whether a claim is quoted, told by a headline's end or "according to" somebody, or hangs on his verb of speech.

    Where it only stands beside an attribution of its sentence, and the binder hears nobody, the outlet says so itself:
    of 46 such claims five have that speaker.
    """
    if said.cue.start == said.cue.end or any(q.start <= head.start < q.end for q in quotes):
        return True
    cue = next((t for t in sentence.tokens if t.start == said.cue.start), None)
    if cue is None or cue.lemma in {"accord", "by", "put", ":"} or cue.deprel in _ON_SPEAKER:
        return True  # "the figure that state media gave"
    if _closes(sentence, cue):
        return True
    return any(cue.index == above.index for above in ancestors(sentence, head.index)) and not _explained(
        sentence, head, cue
    )


def _closes(sentence: Sentence, cue: Token) -> bool:
    """ "Police beat nine men, a rights group has charged.": the last words of a sentence tell who says all of it."""
    after = sentence.tokens[cue.index + 1 :]
    quotes = any(t.text in {'"', "“", "”"} for t in sentence.tokens)
    return cue.upos == "VERB" and not quotes and all(t.upos == "PUNCT" for t in after)


def _is_cleft(sentence: Sentence, noun: Token) -> bool:
    """ "It was the rebels who mined it, insists the major": the clause with "who" is what is told."""
    it = any(t.text.lower() == "it" for t in children(sentence, noun.index, "nsubj"))
    return it and bool(children(sentence, noun.index, "cop"))


def _explained(sentence: Sentence, head: Token, cue: Token) -> bool:
    """ "Said they took the hill, which fell in May", "… as rebels fled": the outlet adds it (of 25 five are his)."""
    below = head
    for above in ancestors(sentence, head.index):
        if below.deprel == "acl:relcl":
            return not _is_cleft(sentence, above)
        marks = {c.text.lower() for c in children(sentence, below.index, "mark")}
        if below.deprel == "advcl" and "as" in marks and children(sentence, below.index, "nsubj", "nsubj:pass"):
            return True
        if above.index == cue.index:
            return False
        below = above
    return False
