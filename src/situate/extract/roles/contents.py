"""What words and decisions are about: whom a demand, a refusal, a threat or a grant reaches through its content.

"Threatened to attack the camp", "refused a request by the envoy", "demanded that the mayor resign": the frame of the
speech act sees only the nearest slots. Whoever stands in its content is whom it is aimed at. A deed in the content of
an act that commands, forbids, refuses or undoes is no news of its own: the act is.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from situate.extract.roles.frames import Filler, Timespan, in_order, place_nearby, time_at
from situate.extract.tree.phrases import Phrase, kind_of, phrase_at
from situate.extract.tree.relations import ancestors, children, subjects_of
from situate.extract.tree.slots import is_passive
from situate.extract.tree.words import PRONOUNS
from situate.model.claim import PLACE_ROLES
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap

# Types whose content has not come about, or is undone, by the act itself.
COMMANDING = frozenset(
    {"accuse", "support", "request", "reject", "threaten", "promise", "concede", "sanction", "restrict", "deploy"}
)
_CONTENT = frozenset({"obj", "iobj", "xcomp", "ccomp", "obl", "nmod", "acl", "nsubj:pass", "csubj", "appos"})
_INSIDE = _CONTENT | {"nsubj", "conj", "compound", "advcl", "amod", "flat", "dep"}
_DEPTH = 4  # steps of the tree down from the trigger
_CARRIED = 4  # verbs and nouns up from the trigger among which its doer is looked for
_CARRYING = frozenset({"obj", "xcomp", "conj", "advcl", "obl", "nmod", "acl", "parataxis", "compound"})
_MOST = 3  # whom one act reaches beside its frame's fillers
_MISREAD = frozenset({"flat", "nmod", "appos", "dislocated", "vocative", "compound", "dep", "root"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_AIMED = frozenset({"actor", "people", "place"})
_DATELINE = 14  # words in which a dateline ends
_DASHES = frozenset({"-", "--", "–", "—", ":"})
_OBJECTS = frozenset({"him", "her", "them"})
_OWN = frozenset({"its", "their", "his", "her"})
_PAPERS = frozenset({
    "resolution", "decree", "bill", "law", "order", "statement", "letter", "report", "motion", "petition",
    "declaration", "communique", "communiqué", "decision", "ruling", "note", "tweet", "speech", "message", "document",
    "memorandum", "proclamation",
})  # fmt: skip


def complement(sentence: Sentence, head: Token) -> dict[int, int]:
    """The words of what a trigger is about, each with its depth below the trigger."""
    found: dict[int, int] = {}
    level = [t for t in children(sentence, head.index) if _base(t) in _CONTENT or _conditional(sentence, t)]
    for depth in range(1, _DEPTH + 1):
        found |= {t.index: depth for t in level if t.index not in found}
        below = (c for t in level for c in children(sentence, t.index) if _base(c) in _INSIDE)
        level = [c for c in below if c.index not in found]
    return found


def _base(token: Token) -> str:
    """The relation of a token without its subtype, but for passive subjects and relative clauses."""
    return token.deprel if token.deprel in {"nsubj:pass", "acl:relcl"} else token.deprel.split(":")[0]


def _conditional(sentence: Sentence, token: Token) -> bool:
    """ "… unless the envoy leaves", "… until the siege ends": the condition is part of a threat or a refusal."""
    marks = {c.text.lower() for c in children(sentence, token.index, "mark")}
    return token.deprel == "advcl" and bool(marks & {"if", "unless", "until", "till", "to"})


def aimed(
    sentence: Sentence, head: Token, fillers: Sequence[Filler], times: Sequence[Timespan], deeds: Collection[int] = ()
) -> list[Filler]:
    """The fillers of an act with its doer, and with those whom its content reaches where its frame finds nobody.

    ``deeds`` are nouns that belong to the trigger ("imposed a *curfew*"); they are nobody that it is aimed at.
    """
    told = [_named(sentence, _author(sentence, f)) for f in fillers]
    if not any(f.role == "actor" for f in told):
        told += _doer(sentence, head, told)
    if any(f.role == "target" and f.head not in deeds and _somebody(sentence, f) for f in told):
        return in_order(*told)
    reached = complement(sentence, head)
    near = [sentence.tokens[i] for i in sorted(reached, key=lambda i: (reached[i], i)) if i not in deeds]
    phrases = [p for t in near if (p := _phrase(sentence, t, times)) is not None and not _told(p, told)]
    somebody = [p for p in phrases if p.kind in _AIMED or sentence.tokens[p.head].upos == "PROPN"]
    taken: list[Filler] = []
    for phrase in somebody or phrases[:1]:
        if len(taken) < _MOST and not _told(phrase, taken):
            taken.append(Filler("target", phrase.start, phrase.end, phrase.head))
    found = [*told, *taken]
    if not any(f.role in PLACE_ROLES for f in found):
        found += [f for f in place_nearby(sentence, head, found) if not _told(f, found)]
    return in_order(*found)


def _told(phrase: Phrase | Filler, fillers: Sequence[Filler]) -> bool:
    return any(overlap(f, phrase) for f in fillers)


def _doer(sentence: Sentence, head: Token, told: Sequence[Filler]) -> list[Filler]:
    """Who acts where the frame finds nobody: the subject of the clause that carries the trigger."""
    if is_passive(sentence, head):
        return []
    current = head
    for _ in range(_CARRIED):
        subject = _subject_of(sentence, current)
        if subject is not None and subject.index != head.index:
            phrase = phrase_at(sentence, subject.index)
            inside = phrase.start <= head.start < phrase.end
            doer = Filler("actor", phrase.start, phrase.end, phrase.head)
            return [_author(sentence, doer)] if not inside and not _told(phrase, told) else []
        if current.head < 0 or current.deprel not in _CARRYING:
            return []
        current = sentence.tokens[current.head]
    return []


def _phrase(sentence: Sentence, token: Token, times: Sequence[Timespan]) -> Phrase | None:
    if token.upos not in _NOUNS or token.deprel in {"compound", "flat"} or time_at(sentence, token.index, times):
        return None
    return phrase_at(sentence, token.index)


def _somebody(sentence: Sentence, filler: Filler) -> bool:
    return filler.head >= 0 and (
        kind_of(sentence, filler.head) in {"actor", "people", "place"} or sentence.tokens[filler.head].upos == "PROPN"
    )


def _named(sentence: Sentence, filler: Filler) -> Filler:
    """For a pronoun that an act is done to, the noun before it in the sentence ("convicted X and jailed him")."""
    if filler.role != "target" or filler.head < 0 or sentence.tokens[filler.head].text.lower() not in _OBJECTS:
        return filler
    for token in reversed(sentence.tokens[: filler.head]):
        if token.upos in _NOUNS and token.deprel in {"obj", "nsubj:pass", "obl", "nmod"}:
            phrase = phrase_at(sentence, token.index)
            if phrase.kind in {"actor", "people"}:
                return Filler("target", phrase.start, phrase.end, phrase.head)
    return filler


def aside(sentence: Sentence, head: Token) -> bool:
    """Whether a trigger stands in a clause that only adds to another ("…, pledging help")."""
    return any(t.deprel.split(":")[0] in {"advcl", "acl"} for t in (head, *ancestors(sentence, head.index)))


def _subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a verb; where the tree has none, the name or noun before it that hangs on it by another link."""
    found = children(sentence, verb.index, "nsubj")
    if not found and verb.upos == "VERB":
        before = (c for c in children(sentence, verb.index) if c.index < verb.index and c.upos in _NOUNS)
        found = [c for c in before if _base(c) in _MISREAD]
    return found[0] if found else None


def _author(sentence: Sentence, filler: Filler) -> Filler:
    """Who stands behind an actor that is a pronoun or a paper: "the council passed a resolution condemning …"."""
    if filler.role != "actor" or filler.head < 0:
        return filler
    token = sentence.tokens[filler.head]
    word = token.text.lower()
    subject = None
    if token.lemma.lower() in _PAPERS and token.head >= 0:
        subject = _subject(sentence, sentence.tokens[token.head]) if token.deprel == "obj" else None
    elif word in PRONOUNS or word in _OWN:
        subject = _speaking(sentence, token)
    subject = _in_news(sentence, subject or token)
    if subject.index == token.index:
        return filler
    phrase = phrase_at(sentence, subject.index)
    return Filler("actor", phrase.start, phrase.end, phrase.head)


def _in_news(sentence: Sentence, token: Token) -> Token:
    """A token of the news: for one in the dateline, which trees take for the subject, the first noun after it."""
    begin = _after_dateline(sentence)
    if token.index >= begin:
        return token
    nouns = (t for t in sentence.tokens[begin:] if t.upos in _NOUNS)
    heads = (t for t in nouns if t.head < t.index or sentence.tokens[t.head].upos not in _NOUNS)
    return next(heads, token)


def _after_dateline(sentence: Sentence) -> int:
    """The first token of the news after "LISK, Corland (Agency) -- "; 0 without a dateline."""
    for token in sentence.tokens[1:_DATELINE]:
        if token.text in _DASHES and sentence.tokens[0].text[:1].isupper():
            spaced = sentence.tokens[token.index - 1].end < token.start
            return token.index + 1 if spaced else 0
        if token.upos in {"VERB", "AUX"}:
            return 0
    return 0


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    for _ in range(3):
        found = subjects_of(sentence, verb)
        if found:
            return found[0]
        if verb.head < 0 or verb.deprel not in {"conj", "xcomp", "advcl"}:
            return None
        verb = sentence.tokens[verb.head]
    return None


def _speaking(sentence: Sentence, pronoun: Token) -> Token | None:
    """The subject, named before a pronoun, of a clause that holds the pronoun's own ("Corland said it would …")."""
    for governor in ancestors(sentence, pronoun.index):
        subject = next(iter(children(sentence, governor.index, "nsubj")), None)
        if subject is not None and subject.index < pronoun.index and subject.upos in {"NOUN", "PROPN"}:
            return subject
    return None
