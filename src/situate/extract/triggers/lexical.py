"""Triggers by the words that the ontology lists, for the types that the model was not trained on.

A type that a user adds as a file is found here: verbs, nouns and adjectives by their lemma and part of speech, phrases
by the lemmas of words side by side, pairs by a verb and what it governs ("lifted the ban", "ordered his arrest").
Where the model sees a trigger, its word goes before the lists.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from situate.extract.roles.aid import is_aid
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import cases_of, children
from situate.model.sentence import Labelled, Sentence, Token
from situate.ontology import Ontology
from situate.text.tokens import words as words_of

SCORE = 0.5  # told as confidence: nothing was measured by which a word of a list could be said to be surer
UNSURE = 0.7  # up to which a trigger of the model gives way to what its words tell
# Of the types that the model knows, those whose phrases and pairs count where it sees no trigger.
PHRASED = ("control", "talks", "protest", "deploy", "abuse")
SELDOM = "siege and access"  # the group of types of which the model has read little
BOUND = frozenset({"control"})  # and of these, those that the binder fills rather than a frame
# Types whose pairs say what becomes of a noun's deed ("ended the strike", "ordered his arrest"); other types leave a
# noun that the model knows.
UNDOING = frozenset({
    "concede", "reject", "sanction", "restrict", "request", "promise", "threaten", "accuse", "crowd_control",
    "truce_breach",
})  # fmt: skip
_THINGS = frozenset({"other", "goods", "weapon"})
_ABSTRACT = frozenset(
    {"effort", "process", "mission", "initiative", "campaign", "law", "plan", "hour", "measure", "state"}
)
_BESIDE = frozenset({"compound", "flat", "appos", "nmod"})
_PART = {"VERB": "verbs", "NOUN": "nouns", "ADJ": "adjectives"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Types by (part, lemma); phrases (their lemmas, type) by their first lemma, longest first; pairs by the verb's.

    ``sure``: the words that mean so little else that the model, which does not know their type, is not asked.
    """

    words: Mapping[tuple[str, str], str]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    pairs: Mapping[str, Sequence[Paired]] = field(default_factory=dict)
    sure: frozenset[tuple[str, str]] = frozenset()
    firsts: frozenset[str] = field(init=False)  # the lemmas with which its words and phrases begin

    def __post_init__(self) -> None:
        object.__setattr__(self, "firsts", frozenset([*self.phrases, *(lemma for _, lemma in self.words)]))


@dataclass(frozen=True, slots=True)
class Paired:
    """A verb's particle ("" without one), the nouns that make it a trigger, and of what type."""

    particle: str
    objects: frozenset[str]
    type: str


def lexicon(ontology: Ontology, known: Collection[str]) -> Lexicon:
    """The listed words of all types that are not in ``known``; a word of two types is the first one's by name.

    Of types in ``PHRASED`` the phrases count as well, though the model knows the type.
    """
    words: dict[tuple[str, str], str] = {}
    for name in sorted(set(ontology.types) - set(known)):
        listed = ontology.types[name].triggers
        for part in ("verbs", "nouns", "adjectives"):
            for lemma in getattr(listed, part):
                words.setdefault((part, lemma), name)
    sure = frozenset(word for word, name in words.items() if word[1] in ontology.types[name].triggers.plain)
    phrased = sorted({*ontology.types} - {*known} | {*PHRASED} & {*ontology.types})
    phrases = _phrases((phrase, name) for name in phrased for phrase in ontology.types[name].triggers.phrases)
    return Lexicon(words, phrases, _pairs(ontology, phrased), sure)


def is_sure(listed: Lexicon, head: Token) -> bool:
    """Whether a word means so little else than its type that what the model reads in it does not count."""
    return (_PART.get(head.upos, ""), head.lemma.lower()) in listed.sure


def _phrases(listed: Iterable[tuple[str, str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Phrases with their types by the first lemma, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for phrase, name in listed:
        first, *rest = (phrase[a:b].lower() for a, b in words_of(phrase))
        found[first].append(((first, *rest), name))
    return {first: tuple(sorted(ones, key=lambda p: (-len(p[0]), p))) for first, ones in found.items()}


def _pairs(ontology: Ontology, names: Iterable[str]) -> dict[str, tuple[Paired, ...]]:
    """The pairs of some types by the first word of their verbs, those with a particle first."""
    pairs: dict[str, list[Paired]] = defaultdict(list)
    for name in names:
        for pair in ontology.types[name].triggers.pairs:
            for verb in pair.verbs:
                first, _, particle = verb.partition(" ")
                pairs[first].append(Paired(particle, frozenset(pair.objects), name))
    return {verb: tuple(sorted(found, key=lambda p: p.particle == "")) for verb, found in pairs.items()}


def plain(ontology: Ontology, known: Collection[str]) -> Lexicon:
    """The plain words and phrases of the types in ``known``, for sentences where the model sees no trigger.

    Its pairs are those of siege and access: of these, what is done to aid, a road or a ring says more than the model.
    """
    words: dict[tuple[str, str], str] = {}
    types = sorted({*known} & {*ontology.types})
    for name in types:
        listed = ontology.types[name].triggers
        for part in _PART.values():
            for lemma in getattr(listed, part):
                if lemma in listed.plain:
                    words.setdefault((part, lemma), name)
    lists = ((name, ontology.types[name].triggers) for name in types)
    phrases = _phrases((p, name) for name, words in lists for p in words.phrases if p in words.plain)
    apart = [name for name in types if ontology.types[name].group == SELDOM and name not in PHRASED]
    return Lexicon(words, phrases, _pairs(ontology, apart))


def paired(sentence: Sentence, listed: Lexicon) -> list[Labelled]:
    """The verbs of a sentence whose type their object tells, in order of the text."""
    found = []
    for token in _that_pair(sentence, listed):
        told = next(_paired(sentence, token, listed), None)
        if told is not None:
            found.append(Labelled(token.start, sentence.tokens[told[0]].end, told[1], SCORE))
    return found


def triggers(sentence: Sentence, listed: Lexicon, taken: Sequence[Labelled]) -> list[Labelled]:
    """The listed triggers of a sentence, in order of the text, that no trigger of ``taken`` overlaps."""
    used = {t.index for one in taken for t in sentence.touched(one.start, one.end)}
    found: list[Labelled] = []
    for token in _that_pair(sentence, listed):
        for last, name, noun in _paired(sentence, token, listed):
            inside = set(range(token.index, last + 1))
            if not inside & used and (noun not in used or name in UNDOING):
                found.append(Labelled(token.start, sentence.tokens[last].end, name, SCORE))
                used |= {*inside, noun}
                break
    for token in (t for t in sentence.tokens if t.lemma.lower() in listed.firsts):
        for last, name in _at(sentence, token, listed):
            inside = set(range(token.index, last + 1))
            if not inside & used:
                found.append(Labelled(token.start, sentence.tokens[last].end, name, SCORE))
                used |= inside
                break
    return sorted(found, key=lambda one: one.start)


def _that_pair(sentence: Sentence, listed: Lexicon) -> list[Token]:
    """The verbs of a sentence that have pairs."""
    return [t for t in sentence.verbs if t.lemma.lower() in listed.pairs]


def _paired(sentence: Sentence, token: Token, listed: Lexicon) -> Iterator[tuple[int, str, int]]:
    """The (last token, type, noun) of each pair whose verb is a token; the noun is its object, active or passive."""
    governed: dict[str, list[tuple[int, set[str]]]] = {}
    for pair in listed.pairs[token.lemma.lower()]:
        last = _with_particle(sentence, token, pair.particle)
        if last is None or (pair.type == "talks" and _names(sentence, token)):
            continue
        if pair.particle not in governed:
            nouns = _objects(sentence, token, pair.particle)
            governed[pair.particle] = [(noun.index, _meanings(sentence, noun)) for noun in nouns]
        for noun, meanings in governed[pair.particle]:
            if not meanings.isdisjoint(pair.objects):
                yield last, pair.type, noun


def _names(sentence: Sentence, verb: Token) -> bool:
    """ "Called the ambassador a fool": what somebody is called is no conversation."""
    return any(c.upos in {"NOUN", "ADJ"} for c in children(sentence, verb.index, "xcomp"))


def _meanings(sentence: Sentence, noun: Token) -> set[str]:
    """What a pair can call a noun: its lemma and, in angle brackets, what it denotes."""
    kind = kind_of(sentence, noun.index)
    name = "thing" if noun.upos == "NOUN" and kind in _THINGS else kind
    return {noun.lemma.lower(), f"<{name}>", *(("<aid>",) if is_aid(sentence, noun) else ())}


def acted_on(sentence: Sentence, verb: Token, listed: Lexicon) -> frozenset[int]:
    """The nouns that make a verb a trigger: they name its deed, not anybody that it is done to."""
    pairs = listed.pairs.get(verb.lemma.lower(), ())
    return frozenset(
        n.index
        for p in pairs
        for n in _objects(sentence, verb, p.particle)
        if not _meanings(sentence, n).isdisjoint(p.objects)
    )


def _with_particle(sentence: Sentence, verb: Token, particle: str) -> int | None:
    """Where the verb ends with its particle; ``None`` when that does not follow it."""
    words = particle.split()
    particles = children(sentence, verb.index, "compound:prt")
    if not words:
        return None if particles else verb.index  # "cut the force" is one thing, "cut the force off" another
    following = sentence.tokens[verb.index + 1 : verb.index + 1 + len(words)]
    if [t.text.lower() for t in following] == words:
        return verb.index + len(words)
    return verb.index if any([c.text.lower()] == words for c in particles) else None


def _objects(sentence: Sentence, verb: Token, particle: str = "") -> Iterator[Token]:
    """What a verb acts on or governs, the nouns joined to that, and the noun that it modifies as a participle.

    Behind a particle that is a preposition ("called for sanctions"), what that governs as well.
    """
    nouns = children(sentence, verb.index, "obj", "nsubj:pass", "xcomp", "ccomp")
    if particle:
        oblique = children(sentence, verb.index, "obl", "nmod")
        nouns += [n for n in oblique if particle in cases_of(sentence, n)]
    if verb.deprel in {"acl", "acl:relcl", "amod"} and verb.head >= 0:
        nouns = [*nouns, sentence.tokens[verb.head]]
    for noun in nouns:
        yield noun
        if noun.upos == "PROPN" or noun.lemma.lower() in _ABSTRACT:  # "the ambassador, Ann Lee", "mediation efforts"
            yield from (c for c in children(sentence, noun.index) if c.deprel.split(":")[0] in _BESIDE)
        yield from children(sentence, noun.index, "conj")
        if kind_of(sentence, noun.index) in {"container", "figure"}:  # "a shipment of masks", "a number of curbs"
            yield from children(sentence, noun.index, "nmod")


def _at(sentence: Sentence, token: Token, listed: Lexicon) -> Iterator[tuple[int, str]]:
    """The (last token, type) of each entry that begins at a token; phrases first."""
    lemma, behind = token.lemma.lower(), sentence.tokens[token.index + 1 :]
    second = _forms(behind[0]) if behind else ()
    for words, name in listed.phrases.get(lemma, ()):
        if len(words) > 1 and words[1] not in second:
            continue  # as most do
        rest = zip(words[2:], behind[1:], strict=False)
        met = len(words) <= len(behind) + 1 and all(word in _forms(t) for word, t in rest)
        if met and not (len(words) > 1 and _leads_a_time(sentence, behind[len(words) - 2])):
            yield token.index + len(words) - 1, name
    name_of_word = listed.words.get((_PART.get(token.upos, ""), lemma))
    if name_of_word is not None and not _is_where(sentence, token):
        yield token.index, name_of_word


def _leads_a_time(sentence: Sentence, word: Token) -> bool:
    """ "Were taken in August": the last word of a phrase says when."""
    return word.deprel == "case" and word.head > word.index and kind_of(sentence, word.head) == "time"


def _is_where(sentence: Sentence, token: Token) -> bool:
    """ "They were back at the gates": a bare form behind "be" is no deed, whatever the tagger takes it for."""
    return token.text.lower() == token.lemma.lower() and bool(children(sentence, token.index, "cop"))


def _forms(token: Token) -> tuple[str, str]:
    return token.lemma.lower(), token.text.lower()
