"""From a trigger to the phrases around it: which grammatical slot does each phrase fill?

The slots are those that ``ontology/frames.yaml`` maps to roles: subject, passive_subject, object, agent, possessor,
compound, adjective, attributive, and one for each preposition. Phrases that the trigger shares with the verb that
carries it ("launched an attack on", "clashes erupted in", "trying to cut") are inherited, marked as outer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from situate.extract.tree.phrases import Phrase, named_beside, phrase_at
from situate.extract.tree.relations import ancestors, case_of, cases_of, children, governor_of, subjects_of
from situate.extract.tree.words import lexicon
from situate.model.sentence import Labelled, Sentence, Token

_CLAUSE_LINKS = frozenset({"xcomp", "conj", "advcl", "ccomp", "parataxis"})
_OBLIQUES = frozenset({"obl", "nmod", "obl:tmod", "obl:unmarked", "nmod:tmod", "nmod:unmarked", "advmod", "obl:agent"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_BLAMING = frozenset({"accuse", "blame", "suspect", "condemn"})
_OPENING = frozenset({"to", "while", "after", "before", "by", "without", "when", "since"})
_OFFERING = frozenset({
    "offer", "demand", "call", "urge", "warn", "vow", "promise", "threaten", "deny", "reject", "accuse", "ask",
    "pledge", "order", "propose", "announce", "refuse", "blame", "condemn", "insist", "appeal",
})  # fmt: skip
_FAR = 3  # how many verbs up a trigger looks for what it shares


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot with the phrase in it; ``depth`` 0 = the trigger's own, more = shared with the verb above it."""

    slot: str
    phrase: Phrase
    depth: int = 0


def trigger_tokens(sentence: Sentence, trigger: Labelled) -> Sequence[Token]:
    """The tokens that a trigger span covers."""
    return sentence.touched(trigger.start, trigger.end)


def trigger_head(sentence: Sentence, trigger: Labelled) -> Token | None:
    """The token that governs the others of a trigger; ``None`` for a trigger without tokens."""
    place, heads = (trigger.start, trigger.end), sentence.heads
    if place not in heads:
        tokens = trigger_tokens(sentence, trigger)
        heads[place] = head_of(tokens) if tokens else None
    return heads[place]


def head_of(tokens: Sequence[Token]) -> Token:
    """The token of a span that governs the others: the one whose own governor lies outside."""
    if len(tokens) == 1:
        return tokens[0]
    first, last = tokens[0].index, tokens[-1].index
    outer = [t for t in tokens if not first <= t.head <= last]
    return next((t for t in outer if t.upos in {"VERB", "NOUN", "PROPN", "ADJ"}), (outer or tokens)[0])


def is_participle(token: Token) -> bool:
    """Whether a verb form can be a past participle ("besieged", "held", "cut")."""
    text = token.text.lower()
    return (
        token.upos in {"VERB", "ADJ"}
        and not text.endswith("ing")
        and (text != token.lemma or text.endswith(("ut", "it", "et")))
    )


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb stands in the passive, or is a past participle that modifies a noun."""
    if children(sentence, verb.index, "aux:pass", "nsubj:pass", "obl:agent"):
        return True
    return verb.deprel in {"acl", "amod"} and is_participle(verb)


def fill(sentence: Sentence, trigger: Labelled) -> list[Filled]:
    """Every slot around a trigger, its own first, then those shared with the verbs above."""
    tokens = trigger_tokens(sentence, trigger)
    if not tokens:
        return []
    inside = {t.index for t in tokens}
    head = head_of(tokens)
    filled: list[Filled] = []
    for token in tokens:
        if token.index == head.index or token.upos in {"VERB", "NOUN", "PROPN"}:
            filled += _own(sentence, token)
    filled += _adverbial(sentence, tokens, head) + _attributive(sentence, head)
    filled += _beside(sentence, head)
    filled += _shared(sentence, head)
    seen: set[tuple[str, int]] = set()
    result = []
    for one in filled:
        key = (one.slot, one.phrase.head)
        if one.phrase.head not in inside and key not in seen:
            seen.add(key)
            result.append(one)
    return result


def preposition(sentence: Sentence, token: Token) -> str:
    """The slot that the preposition before a phrase names ("" when there is none or it is not known)."""
    words = " ".join(cases_of(sentence, token))
    table = lexicon()["prepositions"]
    if words.startswith("according"):
        return "according_to"
    return table.get(words) or table.get(case_of(sentence, token), "")


def conjoined(sentence: Sentence, slot: str, head: int, depth: int) -> Iterator[Filled]:
    """The phrase at ``head`` and those that stand beside it ("killed rebels and civilians")."""
    yield Filled(slot, phrase_at(sentence, head), depth)
    for token in children(sentence, head, "conj"):
        if token.upos in {"NOUN", "PROPN", "PRON", "NUM"}:
            yield Filled(slot, phrase_at(sentence, token.index), depth)


def _own(sentence: Sentence, token: Token, depth: int = 0) -> list[Filled]:
    filled: list[Filled] = []
    for child in children(sentence, token.index):
        slot = _slot_of(sentence, token, child)
        if slot:
            filled += conjoined(sentence, slot, antecedent(sentence, token, child), depth)
    if depth == 0:
        filled += _modified(sentence, token)
    return filled


def _slot_of(sentence: Sentence, governor: Token, child: Token) -> str:
    relation = child.deprel
    if relation == "nsubj":
        return "" if governor.upos in {"NOUN", "PROPN"} and children(sentence, governor.index, "cop") else "subject"
    by = cases_of(sentence, child) if relation == "obl:agent" else []  # "blamed on the rebels": no agent
    if relation in {"nsubj:pass", "obj", "nmod:poss", "iobj"} or (relation == "obl:agent" and (not by or "by" in by)):
        return {"nsubj:pass": "passive_subject", "obj": "object", "obl:agent": "agent", "nmod:poss": "possessor",
                "iobj": "to"}[relation]  # fmt: skip
    if relation in _OBLIQUES:
        slot = preposition(sentence, child)
        if not slot and child.deprel in {"obl:tmod", "obl:unmarked", "nmod:tmod", "nmod:unmarked"}:
            return "bare"
        if slot == "near" and is_passive(sentence, governor) and "by" in cases_of(sentence, child):
            return "agent"
        if governor.upos in {"NOUN", "PROPN"} and "by" in cases_of(sentence, child):
            return "agent"
        return slot or ("bare" if relation == "advmod" and child.text.lower() in {"there", "here"} else "")
    if governor.upos in {"NOUN", "PROPN"} and relation == "compound":
        return "compound"
    if governor.upos in {"NOUN", "PROPN"} and relation == "amod":
        return "adjective"
    return ""


def antecedent(sentence: Sentence, governor: Token, child: Token) -> int:
    """For a relative pronoun, the noun that it stands for; else the child itself."""
    if child.text.lower() in _RELATIVES and child.upos in {"PRON", "DET"}:
        clause = governor
        while clause.deprel in {"conj", "xcomp"} and clause.head >= 0:
            clause = sentence.tokens[clause.head]
        if clause.deprel.startswith("acl") and clause.head >= 0:
            return clause.head
    return child.index


def _modified(sentence: Sentence, token: Token) -> list[Filled]:
    """The noun that a participle, an infinitive or a relative clause without pronoun modifies."""
    if token.head < 0 or token.deprel not in {"acl", "acl:relcl", "amod"} or token.upos not in {"VERB", "ADJ"}:
        return []
    noun = sentence.tokens[token.head]
    if noun.upos not in {"NOUN", "PROPN", "PRON", "NUM"}:
        return []
    own = {c.deprel for c in children(sentence, token.index)}
    slot = "passive_subject" if is_passive(sentence, token) else "object" if "nsubj" in own else "subject"
    if slot == "object" and "obj" in own:
        return []
    named = named_beside(sentence, noun)
    if named is not None:
        return [Filled(slot, phrase_at(sentence, named)), Filled(slot, phrase_at(sentence, noun.index), 1)]
    return list(conjoined(sentence, slot, noun.index, 0))


def _attributive(sentence: Sentence, head: Token) -> list[Filled]:
    """ "regime-held districts": the word before the hyphen holds, the noun after is held."""
    before = sentence.tokens[head.index - 2 : head.index] if head.index >= 2 else ()
    if len(before) != 2 or before[1].text not in {"-", "‑", "–"}:
        return []
    filled = [Filled("attributive_left", phrase_at(sentence, before[0].index))]
    noun = sentence.tokens[head.head] if head.head > head.index else None
    if noun is not None and noun.upos in {"NOUN", "PROPN"}:
        phrase = phrase_at(sentence, noun.index)
        filled.append(
            Filled("attributive", Phrase(phrase.head, sentence.tokens[head.index + 1].start, phrase.end, phrase.kind))
        )
    return filled


def _adverbial(sentence: Sentence, tokens: Sequence[Token], head: Token) -> list[Filled]:
    """ "Troops remained on alert", "held them as human shields": whom a phrase with its preposition is said of."""
    if tokens[0].upos != "ADP" or tokens[0].index == head.index or head.deprel not in {"obl", "nmod"} or head.head < 0:
        return []
    verb = sentence.tokens[head.head]
    if verb.upos == "NOUN" and verb.deprel == "obj":  # the tree may hang the phrase on the object
        verb = sentence.tokens[verb.head]
    if verb.upos != "VERB":
        return []
    own = _own(sentence, verb, 1)
    subjects = [Filled("subject", f.phrase) for f in own if f.slot in {"subject", "agent"}]
    objects = [f.phrase for f in own if f.slot in {"object", "passive_subject"}]
    said_of = "object" if tokens[0].text.lower() == "as" else "subject"
    return subjects + [Filled(said_of, phrase) for phrase in objects]


def _beside(sentence: Sentence, head: Token) -> list[Filled]:
    """What a noun shares with the nouns joined to it ("airstrikes and shelling by …")."""
    if head.upos not in {"NOUN", "PROPN"}:
        return []
    joined = children(sentence, head.index, "conj")
    if head.deprel == "conj" and head.head >= 0:
        joined = [sentence.tokens[head.head], *joined]
    events = [t for t in joined if t.upos in {"NOUN", "PROPN"} and lexicon()["kinds"].get(t.lemma) == "event"]
    kept = {"agent", "on", "against", "in", "of", "adjective", "compound", "possessor", "between"}
    return [f for t in events for f in _own(sentence, t, 1) if f.slot in kept]


def _shared(sentence: Sentence, head: Token) -> list[Filled]:
    """What a trigger takes over from the verbs that govern it."""
    filled: list[Filled] = []
    current, has_subject = (head, bool(subjects_of(sentence, head)) or is_passive(sentence, head))
    for depth, verb in enumerate(ancestors(sentence, head.index), start=1):
        if depth > _FAR:
            break
        filled += _from_governor(sentence, current, verb, depth, has_subject=has_subject)
        if not _passes_on(current, verb):
            break
        has_subject = has_subject or bool(subjects_of(sentence, verb))
        current = verb
    return filled


def _finite(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause that has no subject is one of its own all the same ("as … hit"): a conjunction opens it."""
    return any(c.text.lower() not in _OPENING for c in children(sentence, verb.index, "mark"))


def _as_subject(sentence: Sentence, verb: Token, shared: Filled, depth: int) -> Filled:
    """A shared subject: passive when the verb above is ("were arrested and tortured")."""
    passive = shared.slot == "passive_subject" and is_participle(verb) and not children(sentence, verb.index, "obj")
    return Filled("passive_subject" if passive else "subject", shared.phrase, depth)


def _passes_on(current: Token, verb: Token) -> bool:
    if verb.upos in {"NOUN", "PROPN"}:
        return current.deprel in {"compound", "nmod", "acl"} and lexicon()["kinds"].get(verb.lemma) == "event"
    return current.deprel in _CLAUSE_LINKS | {"obj", "nsubj", "nsubj:pass", "obl", "nmod"}


def _who_goes_on_speaking(sentence: Sentence, current: Token, verb: Token, depth: int) -> list[Filled]:
    """ "The president said that the troops were blocked and offered a truce": he offers it, they do not."""
    said = governor_of(sentence, verb, "ccomp")
    if (
        said is None
        or current.lemma not in _OFFERING
        or not is_passive(sentence, verb)
        or is_passive(sentence, current)
    ):
        return []
    own = _own(sentence, said, depth)
    free = not children(sentence, current.index, "nsubj", "mark", "aux")
    return [Filled("subject", f.phrase, depth) for f in own if f.slot == "subject"] if free else []


def _from_governor(sentence: Sentence, current: Token, verb: Token, depth: int, *, has_subject: bool) -> list[Filled]:
    own = _own(sentence, verb, depth)
    relation = current.deprel
    obliques = [
        f
        for f in own
        if f.slot not in {"subject", "passive_subject", "object", "agent", "compound", "possessor", "adjective"}
    ]
    subjects = [f for f in own if f.slot in {"subject", "passive_subject"} and f.phrase.head != current.index]
    verbal = current.upos in {"VERB", "ADJ", "AUX"}
    if verb.upos in {"NOUN", "PROPN"} and relation == "acl" and verbal:
        return own if lexicon()["kinds"].get(verb.lemma) == "event" else []
    if verb.lemma in _BLAMING and relation in {"advcl", "obl", "nmod", "xcomp"}:
        return [Filled("subject", f.phrase, depth) for f in own if f.slot in {"object", "passive_subject"}]
    if verb.lemma == "responsibility" and relation in {"nmod", "acl"} and verb.head >= 0:
        claimant = _own(sentence, sentence.tokens[verb.head], depth)
        return [f for f in claimant if f.slot in {"subject", "agent"}]
    if relation == "conj" and (speaking := _who_goes_on_speaking(sentence, current, verb, depth)):
        return speaking
    if verbal and relation in {"xcomp", "conj", "advcl"}:
        free = not has_subject and (relation == "xcomp" or not _finite(sentence, current))
        taken = [_as_subject(sentence, current, f, depth) for f in subjects] if free else []
        return taken + ([f for f in obliques if f.phrase.kind in {"time"} or relation == "xcomp"])
    if verbal and relation in {"ccomp", "parataxis"}:
        return []
    if relation in {"obj", "nsubj:pass"} and verb.lemma in lexicon()["light_verbs"]:
        return subjects + [f for f in own if f.slot == "agent"] + obliques
    if relation == "nsubj":
        return [f for f in own if f.slot == "object"] + obliques
    if relation in {"obj", "obl", "nsubj:pass", "conj"}:
        return [Filled("outer_" + f.slot, f.phrase, depth) for f in subjects] + obliques
    return []
