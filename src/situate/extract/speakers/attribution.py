"""Who says so: attributions (speaker, cue, content) from the parse.

Within a sentence a speech verb covers its complement, or, when it stands aside ("…, an officer said"), the clause it
hangs on. Across sentences a speaker keeps the floor while the quotation lasts (``extract.floor``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from situate.extract.speakers.attributed import NO_SPEAKERS, Said, can_speak
from situate.extract.speakers.by_order import (
    TAIL,
    TAKES_INFINITIVE,
    by_colon,
    closing,
    goes_on_to,
    inserted,
    of_lands,
    part,
    refers_back,
    trailing,
)
from situate.extract.tree.phrases import kind_of, phrase_at
from situate.extract.tree.relations import ancestors, cases_of, children, has_word, subtree
from situate.extract.tree.words import NOT, word_list
from situate.model.sentence import Sentence, Token
from situate.model.span import Span

_COMPLEMENTS = frozenset({"ccomp", "parataxis", "obj", "xcomp", "dep", "obl", "advcl"})
_TAKES_GERUND = frozenset({"deny", "admit", "acknowledge", "confirm", "report", "recall", "describe", "recount"})
_ASIDE = frozenset({"parataxis", "dep"})
_RELATIVE = frozenset({"acl", "acl:relcl"})
# They report by a clause; what they have for an object is a thing ("saw fighting", "released nine pilots").
_BY_CLAUSE = frozenset({
    "see", "hear", "find", "continue", "release", "agree", "maintain", "call", "declare", "post", "count", "list",
    "log", "message", "credit", "answer", "ask", "think", "believe", "repeat", "respond", "observe",
})  # fmt: skip
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
# A participle behind what somebody says goes on with his words ("he said troops took the hill, adding that …").
_GOES_ON = frozenset({"add", "report", "note", "point", "describe", "stress"})
_PASSES = frozenset({"quote", "cite"})
_CITING = frozenset({"citing", "quoting"})
_HEARING = frozenset({"hear", "learn", "know", "gather", "understand"})
# "The figure of 300 dead that state media gave": a count is the word of who gives it.
_COUNTS = frozenset({"figure", "toll", "count", "tally", "number", "estimate", "total"})
_AND = (["and", ","], ["but", ","])
_RECKONINGS = frozenset({"estimate", "count", "reckoning", "tally", "account"})
_WORDS = frozenset(
    {"claim", "suggestion", "assertion", "allegation", "statement", "announcement", "report", "contention"}
)
_ANSWERING = frozenset({"respond", "answer", "reply", "comment"})
_DENYING = frozenset({"deny", "reject", "dismiss", "dispute", "refute", "contest"})
_CHARGES = frozenset({"charge", "accusation", "allegation", "claim", "assertion"})
_AGAINST = frozenset({"while", "whereas", "although", "though"})
_GIVE = frozenset({"give", "publish", "announce", "report", "cite"})


def attributions(sentences: Sequence[Sentence], verbs: Collection[str]) -> list[Said]:
    """All attributions of a report, in order of the text; ``verbs`` are the lemmas of speech verbs."""
    found: list[Said] = []
    for number, sentence in enumerate(sentences):
        tokens = sentence.tokens
        aside = [said] if (said := inserted(sentence, number)) is not None else []
        speaks = [t for t in tokens if t.lemma in verbs and not any(s.cue.start == t.start for s in aside)]
        speaks = [t for t in speaks if not of_lands(sentence, t)]
        here = [*aside, *(s for t in speaks if (s := _by_verb(sentence, number, t, verbs)))]
        here += _according_to(sentence, number)
        here += [said] if (said := by_colon(sentence, number)) is not None else []
        here += [said] if (said := closing(sentence, number)) is not None else []
        here += [s for t in tokens if t.text.lower() in _CITING and (s := _citing(sentence, number, t))]
        here += [s for t in tokens if t.lemma in _HEARING and (s := _hearing(sentence, number, t))]
        here += [s for t in tokens if t.lemma in _GIVE and (s := _giving(sentence, number, t))]
        here += [s for t in tokens if t.lemma in _WORDS and (s := _owning(sentence, number, t))]
        here += [s for t in tokens if t.lemma == "put" and (s := _putting(sentence, number, t))]
        here += [s for t in tokens if t.lemma in _RECKONINGS and (s := _by_count(sentence, number, t))]
        last = trailing(sentence, number, verbs)
        known = [s for s in here if last is not None and s.cue.start == last.cue.start]
        if last is not None and not any(s.opens or len(s.covered) > 2 for s in known):
            here.append(last)
        found += sorted(here, key=lambda s: (s.cue.start, s.cue.end))
    return found


def _by_verb(sentence: Sentence, number: int, token: Token, verbs: Collection[str]) -> Said | None:
    if token.upos not in {"VERB", "AUX"} or _cited(sentence, token) is not None:
        return None
    if token.lemma in _ANSWERING and has_word(sentence, token, NOT, "advmod"):
        return None  # "the army did not respond to questions" says nothing of what stands before
    speaker = _speaker(sentence, token, verbs)
    covered = _content(sentence, token) - _apart(sentence, token) - _answered(sentence, token, verbs)
    covered -= _rejected(sentence, token)
    if speaker is None or not can_speak(sentence, speaker):
        return None
    covered -= subtree(sentence, speaker.index) - subtree(sentence, token.index)  # of whom the verb may be a clause
    opens = sentence.tokens[-1].text == ":" and token.index >= len(sentence.tokens) - 6
    bare = not covered and not opens and _is_bare(sentence, token)
    so = token.lemma == "say" and token.deprel == "root" and not covered and _word(sentence, token.index + 1) == "so"
    if not covered and not opens and not bare and not so:
        return None
    start, end = _cue(sentence, token)
    passes = token.lemma in _PASSES
    named, words = _named(sentence, speaker), Span(start, end)
    aside = token.deprel in _RELATIVE
    return Said(
        number, named, words, frozenset(covered), speaker.upos == "PRON", opens, bare, passes, aside=aside, so=so
    )


def _apart(sentence: Sentence, verb: Token) -> set[int]:
    """The words beyond a semicolon from a verb, which are not what it reports, but for "; that …", "; and that …".

    ("The mayor said that gangs held it; residents speak of 12 dead": what stands there stands by itself.)
    """
    own = part(sentence, verb)
    behind = [t for t in sentence.tokens if t.index > max(own)]
    goes_on = "that" in [t.text.lower() for t in behind[:3]]
    return {t.index for t in sentence.tokens if t.index not in own and not (goes_on and t.index > max(own))}


def _answered(sentence: Sentence, verb: Token, verbs: Collection[str]) -> set[int]:
    """What another says against it: "Ostry said …, while the rebels denied this and said …" is not Ostry's word."""
    below = subtree(sentence, verb.index)
    answers = (
        t
        for t in sentence.tokens
        if t.index in below and t.index > verb.index and t.deprel == "advcl" and (t.lemma in verbs or t.lemma == "deny")
    )
    against = (t for t in answers if has_word(sentence, t, _AGAINST, "mark"))
    others = (t for t in against if any(s.upos != "PRON" for s in children(sentence, t.index, "nsubj")))
    return {index for t in others for index in subtree(sentence, t.index)}


def _rejected(sentence: Sentence, verb: Token) -> set[int]:
    """What is added of an accusation by the way: "accused the army of looting, a charge it denies"."""
    if verb.lemma not in word_list("accusing"):
        return set()
    denials = (t for t in sentence.tokens if t.lemma in _DENYING and t.deprel == "acl:relcl" and t.index > verb.index)
    aside = [t for t in denials if sentence.tokens[t.head].lemma in _CHARGES or _has_which(sentence, t)]
    tops = [t if _has_which(sentence, t) else sentence.tokens[t.head] for t in aside]
    return {index for top in tops for index in subtree(sentence, top.index)}


def _has_which(sentence: Sentence, verb: Token) -> bool:
    return any(t.text.lower() == "which" for t in children(sentence, verb.index, "obj"))


def _word(sentence: Sentence, index: int) -> str:
    return sentence.tokens[index].text.lower() if index < len(sentence.tokens) else ""


def _is_bare(sentence: Sentence, verb: Token) -> bool:
    """Whether a sentence says no more than who spoke (and to whom, when)."""
    short = verb.deprel == "root" and len(sentence.tokens) <= TAIL
    return short and not children(sentence, verb.index, "ccomp", "obj")


def _named(sentence: Sentence, speaker: Token) -> Span:
    """The words for a speaker, with the name that stands beside them ("a former rebel, Adnan")."""
    phrase = phrase_at(sentence, speaker.index)
    names = [
        t for t in children(sentence, speaker.index, "appos") if t.upos == "PROPN" and t.index - speaker.index <= 6
    ]
    ends = [phrase_at(sentence, t.index).end for t in names]
    return Span(phrase.start, max([phrase.end, *ends]))


def _cue(sentence: Sentence, token: Token) -> tuple[int, int]:
    particles = children(sentence, token.index, "compound:prt")
    return token.start, max([token.end, *(p.end for p in particles if p.index == token.index + 1)])


def _speaker(sentence: Sentence, verb: Token, verbs: Collection[str]) -> Token | None:
    for relation in ("nsubj", "obl:agent"):
        for child in sorted(children(sentence, verb.index, relation), key=lambda t: _is_dateline(sentence, t)):
            if child.text.lower() == "which" and _is_somebody(sentence, verb, child):
                return _antecedent(sentence, verb, child)
            if child.upos in _NOMINAL and child.text.lower() not in NO_SPEAKERS | (
                {"it"} if relation != "nsubj" else set()
            ):
                return _resolved_relative(sentence, verb, child)
    if verb.text.endswith("ing") and verb.head >= 0 and sentence.tokens[verb.head].lemma in {"quote", "cite"}:
        quoted_one = children(sentence, verb.head, "obj", "nsubj:pass")
        return quoted_one[0] if quoted_one else None
    if verb.deprel in {"conj", "xcomp", "advcl"} and verb.head >= 0:
        governor = sentence.tokens[verb.head]
        if verb.lemma in _GOES_ON and verb.text.lower().endswith("ing"):
            governor = next((a for a in ancestors(sentence, verb.index) if a.lemma in verbs), governor)
        shared = children(sentence, governor.index, "nsubj")
        goes_on = verb.deprel == "conj" and bool(
            children(sentence, verb.index, "ccomp")
        )  # "he met nobody but says that"
        if shared and (goes_on or verb.text.endswith("ing") or governor.lemma in verbs):
            return shared[0]
    if verb.deprel == "acl" and verb.text.endswith("ing") and verb.head >= 0:
        return sentence.tokens[verb.head]
    return None


def _is_dateline(sentence: Sentence, subject: Token) -> bool:
    """ "GOMA, Jan 29 — …, the agency said": trees make a second subject of it."""
    after = sentence.tokens[subject.index + 1 :][:1]
    return subject.index <= 1 and subject.text.isupper() and bool(after) and after[0].text in {",", "(", "-", "–", "—"}


def _resolved_relative(sentence: Sentence, verb: Token, child: Token) -> Token:
    if child.text.lower() == "who" and verb.deprel.startswith("acl") and verb.head >= 0:
        return _antecedent(sentence, verb, child)
    return child


def _antecedent(sentence: Sentence, verb: Token, pronoun: Token) -> Token:
    """Whom a relative clause is of: where the tree hangs it on a word behind it, the noun in front of the pronoun."""
    if verb.head < pronoun.index:
        return sentence.tokens[verb.head]
    before = [t for t in sentence.tokens[max(0, pronoun.index - 2) : pronoun.index] if t.upos in {"NOUN", "PROPN"}]
    return before[-1] if before else sentence.tokens[verb.head]


def _is_somebody(sentence: Sentence, verb: Token, pronoun: Token) -> bool:
    """Whether what a relative clause is of can speak itself: "the army, which denied firing", no "text, which said"."""
    relative = verb.head >= 0 and verb.deprel.startswith("acl")
    return relative and kind_of(sentence, _antecedent(sentence, verb, pronoun).index) == "actor"


def _content(sentence: Sentence, verb: Token) -> set[int]:
    """Token indices of what is said."""
    covered: set[int] = set()
    for child in children(sentence, verb.index, *_COMPLEMENTS):
        if verb.lemma in _PASSES and any(c.text.lower() == "as" for c in children(sentence, child.index, "mark")):
            covered |= subtree(sentence, child.index)  # "quoted a doctor as saying"
            continue
        if child.deprel == "parataxis" and _parted(sentence, verb, child):
            continue
        of_deed = verb.lemma in _TAKES_GERUND and child.text.lower().endswith("ing")  # "denied targeting"
        if child.deprel == "xcomp" and verb.lemma not in TAKES_INFINITIVE and not of_deed:
            continue
        if child.deprel == "obj" and verb.lemma in _BY_CLAUSE:
            continue
        if child.deprel == "obl" and child.upos not in {"NOUN", "PROPN"}:
            continue
        if child.deprel == "obl" and {"of", "about"}.isdisjoint(cases_of(sentence, child)):
            continue
        if child.deprel == "advcl" and not (
            _is_quoted_clause(sentence, verb, child) or _is_charge(sentence, verb, child)
        ):
            continue
        covered |= subtree(sentence, child.index)
    aside = verb.deprel in _ASIDE or (verb.deprel == "advcl" and _as_told(sentence, verb))
    if aside and verb.head >= 0 and not _takes_that_clause(sentence, verb):
        top = sentence.tokens[verb.head]
        if _parted(sentence, top, verb) and not refers_back(sentence, verb, _last_stop(sentence, verb)):
            return covered - {verb.index}
        covered |= (subtree(sentence, top.index) - subtree(sentence, verb.index)) & part(sentence, verb)
    return covered - {verb.index}


def _parted(sentence: Sentence, one: Token, other: Token) -> bool:
    """Whether a semicolon parts two clauses: each stands by itself."""
    first, last = sorted((one.index, other.index))
    return any(t.text == ";" for t in sentence.tokens[first:last])


def _last_stop(sentence: Sentence, verb: Token) -> int:
    return max((t.index for t in sentence.tokens[: verb.index] if t.text == ";"), default=verb.index)


def _as_told(sentence: Sentence, verb: Token) -> bool:
    """ "As the minister announced, …", "…, he was quoted as saying": such a clause reports the one it hangs on."""
    marks = {c.text.lower() for c in children(sentence, verb.index, "mark", "case")}
    own = bool(children(sentence, verb.index, "nsubj"))
    told = own and not goes_on_to(sentence, verb)
    return "as" in marks and (told or sentence.tokens[verb.head].lemma in _PASSES)


def _is_quoted_clause(sentence: Sentence, verb: Token, child: Token) -> bool:
    """A clause before the verb that no conjunction introduces is what was said ("We left, he said")."""
    before = child.index < verb.index and not children(sentence, child.index, "mark")
    return before and bool(children(sentence, child.index, "nsubj", "nsubj:pass"))


def _is_charge(sentence: Sentence, verb: Token, child: Token) -> bool:
    """ "Residents accuse the militia of looting": what somebody is accused of is said of him."""
    of = any(c.text.lower() in {"of", "for"} for c in children(sentence, child.index, "mark", "case"))
    return of and verb.lemma in word_list("accusing")


def _takes_that_clause(sentence: Sentence, verb: Token) -> bool:
    return any(c.deprel == "ccomp" and c.index > verb.index for c in children(sentence, verb.index))


def _according_to(sentence: Sentence, number: int) -> Iterator[Said]:
    words = (t for t in sentence.tokens if t.text.lower() == "according" and t.deprel in {"case", "mark"})
    firsts = {word.head: word for word in reversed([*words])}
    for token in (sentence.tokens[head] for head in sorted(firsts) if head >= 0):
        if token.upos not in _NOMINAL:
            continue
        first = firsts[token.index]
        phrase = phrase_at(sentence, token.index)
        own = subtree(sentence, token.index)
        last = sentence.tokens[first.index + 1] if first.index + 1 < len(sentence.tokens) else first
        clause = next((a for a in ancestors(sentence, token.index) if a.deprel == "acl:relcl"), None)
        about = subtree(sentence, clause.index) if clause is not None else {t.index for t in sentence.tokens}
        about &= part(sentence, token)
        if [t.text.lower() for t in sentence.tokens[max(0, first.index - 2) : first.index]] in _AND:
            about &= set(range(first.index, len(sentence.tokens)))  # "…, and, according to him, have left": no more
        yield Said(number, Span(phrase.start, phrase.end), Span(first.start, last.end), frozenset(about - own))


def _citing(sentence: Sentence, number: int, token: Token) -> Said | None:
    """ "…, the agency reported, citing a doctor": who is cited stands nearer to what is told than who cites."""
    cited = _cited(sentence, token)
    if cited is None:
        return None
    top = sentence.tokens[token.head]
    if token.deprel == "acl" and top.deprel == "nsubj" and top.head >= 0:
        top = sentence.tokens[top.head]  # "the mayor, quoting elders, told us that …"
    covered = _content(sentence, top) or subtree(sentence, top.index)
    own = subtree(sentence, token.index) | subtree(sentence, cited.index)
    named, words = _named(sentence, cited), Span(token.start, token.end)
    return Said(number, named, words, frozenset(covered - own), cited=True)


def _hearing(sentence: Sentence, number: int, token: Token) -> Said | None:
    """ "Her brother had heard from a soldier that …": the soldier says so, and her brother passes it on."""
    clauses = children(sentence, token.index, "ccomp")
    beside = [t for t in children(sentence, token.index, "obl") if "from" in cases_of(sentence, t)]
    source = next((t for t in beside if can_speak(sentence, t)), None)
    if source is None or not clauses:
        return None
    covered = frozenset(i for clause in clauses for i in subtree(sentence, clause.index))
    return Said(number, _named(sentence, source), Span(token.start, token.end), covered, cited=True)


def _cited(sentence: Sentence, token: Token) -> Token | None:
    """Who is cited by a participle that hangs on another verb; the parser may hang him there too."""
    if token.text.lower() not in _CITING or token.head < 0 or children(sentence, token.index, "ccomp"):
        return None
    beside = [*children(sentence, token.index, "obj"), *children(sentence, token.head, "obj", "obl", "nsubj")]
    beside = [c for c in beside if c.text.lower() not in NO_SPEAKERS]
    return next((c for c in beside if c.index > token.index and can_speak(sentence, c)), None)


def _giving(sentence: Sentence, number: int, token: Token) -> Said | None:
    """ "The figure of 300 dead that state media gave", "the toll given by the police": who counted says so."""
    if token.deprel not in {"acl", "acl:relcl"} or token.head < 0:
        return None
    above = (sentence.tokens[token.head], sentence.tokens[sentence.tokens[token.head].head])
    count = next((t for t in above[: 1 + (above[0].deprel == "nmod")] if t.lemma in _COUNTS), None)
    givers = children(sentence, token.index, "nsubj", "obl:agent")
    giver = next((g for g in givers if g.upos in _NOMINAL and g.text.lower() not in NO_SPEAKERS | {"it"}), None)
    if count is None or giver is None or not can_speak(sentence, giver):
        return None
    covered = subtree(sentence, count.index) - subtree(sentence, token.index) - {count.index}
    return Said(number, _named(sentence, giver), Span(token.start, token.end), frozenset(covered)) if covered else None


def _putting(sentence: Sentence, number: int, token: Token) -> Said | None:
    """ "The army put the number of those who fled at 40": who reckons says so."""
    counts = [t for t in children(sentence, token.index, "obj") if t.lemma.lower() in _COUNTS]
    at = any("at" in cases_of(sentence, t) for t in sentence.tokens[token.index + 1 :] if t.upos in {"NUM", "NOUN"})
    speaker = next((t for t in children(sentence, token.index, "nsubj") if can_speak(sentence, t)), None)
    if not counts or not at or speaker is None:
        return None
    covered = frozenset(i for t in counts for i in subtree(sentence, t.index))
    words = Span(token.start, token.end)
    return Said(number, _named(sentence, speaker), words, covered, speaker.upos == "PRON")


def _owning(sentence: Sentence, number: int, token: Token) -> Said | None:
    """ "The president's suggestion that they could fire"; who writes of a "claim to have taken the hill" doubts it."""
    clauses = [
        c for c in children(sentence, token.index, "acl", "ccomp") if children(sentence, c.index, "nsubj", "nsubj:pass")
    ]
    owners = [t for t in children(sentence, token.index, "nmod:poss") if t.upos != "PRON"]
    if not clauses or not owners or not can_speak(sentence, owners[0]):
        return None
    covered = {i for clause in clauses for i in subtree(sentence, clause.index)}
    return Said(number, _named(sentence, owners[0]), Span(token.start, token.end), frozenset(covered), aside=True)


def _by_count(sentence: Sentence, number: int, token: Token) -> Said | None:
    """ "… cost 300 lives by the estimate of monitors", "By the army's count, …"; between commas it is of one word."""
    if "by" not in cases_of(sentence, token):
        return None
    first = next(c for c in children(sentence, token.index, "case") if c.text.lower() == "by")
    whose = [*children(sentence, token.index, "nmod:poss"), *children(sentence, token.index, "nmod")]
    speaker = next((t for t in whose if t.upos != "PRON" and can_speak(sentence, t)), None)
    if speaker is None or (first.index and sentence.tokens[first.index - 1].text == ","):
        return None
    last = first.index or len(sentence.tokens)
    covered = frozenset(range(last)) - subtree(sentence, token.index)
    return Said(number, _named(sentence, speaker), Span(first.start, token.end), covered, aside=True)
