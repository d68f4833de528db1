"""From slots to roles: the frame of the claim's type says which role a phrase of a kind has in a slot.

``ontology/frames.yaml`` holds the frames. Beyond them: time expressions that stand in the trigger's clause date it;
tolls in the clause belong to the attack; a place in the sentence is taken where the frame found none. Frames fill the
claims of types that the model was not trained on, and give places that the binder misses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from situate.extract.tree.phrases import Phrase, phrase_at
from situate.extract.tree.relations import ancestors, cases_of, children, governor_of, subtree
from situate.extract.tree.slots import Filled, fill, head_of, is_passive, trigger_tokens
from situate.extract.tree.words import lexicon
from situate.model.claim import FIGURE_ROLES, PLACE_ROLES
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap
from situate.ontology import BLOWS, ClaimType, Frame

VIOLENT = BLOWS | {"repel", "capture"}
NEEDS_PLACE = VIOLENT | {
    "control", "besiege", "siege_end", "deprivation", "protest", "ceasefire", "kill", "destroy", "handover",
}  # fmt: skip
_WHERE = frozenset({"in", "at", "near", "of", "on", "around", "outside", "inside", "across"})
_CLAUSES = frozenset({"ccomp", "advcl", "acl:relcl", "parataxis", "conj", "acl"})
_PHRASES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod"})
_MANY = 8  # fillers of one role that a claim keeps
_MEANS = frozenset({"gas", "teargas", "spray", "bullet", "weapon", "baton"})  # goods elsewhere, or of no kind


@dataclass(frozen=True, slots=True)
class Timespan:
    """A time expression of the report: position, and whether it is a duration."""

    start: int
    end: int
    duration: bool


@dataclass(frozen=True, slots=True)
class Filler:
    """A role with its words; ``head`` is the token that heads them where a slot of the tree gave it, else -1."""

    role: str
    start: int
    end: int
    head: int = -1


def by_place(filler: Filler) -> tuple[int, int, str]:
    """The order of fillers in the text."""
    return filler.start, filler.end, filler.role


def in_order(*fillers: Filler) -> list[Filler]:
    """Fillers in the order of the text."""
    return sorted(fillers, key=by_place)


def ruled(
    sentence: Sentence, trigger: Labelled, kind: ClaimType, frame: Frame, times: Sequence[Timespan]
) -> list[Filler]:
    """The fillers of one claim by the frame alone, in order of the text."""
    tokens = trigger_tokens(sentence, trigger)
    if not tokens:
        return []
    head = head_of(tokens)
    allowed = set(kind.roles)
    found: list[Filler] = []
    for filled in sorted(fill(sentence, trigger), key=lambda f: f.depth):
        filler = _weapon(sentence, filled, head) or _by_frame(sentence, filled, frame, times)
        if filler and filler.role in allowed and not _taken(found, filler):
            found.append(filler)
    found += [f for f in _tolls(sentence, head, kind.name) if f.role in allowed and not _taken(found, f)]
    found += [f for f in _dates(sentence, head, times, found) if f.role in allowed and not _taken(found, f)]
    if kind.name in NEEDS_PLACE and not any(f.role in PLACE_ROLES for f in found):
        found += [f for f in place_nearby(sentence, head, found) if not _taken(found, f)]
    return in_order(*found)


def _weapon(sentence: Sentence, filled: Filled, head: Token) -> Filler | None:
    """ "Fired rockets", "barrel bombs were dropped", "used tear gas": what is delivered is the instrument."""
    phrase = filled.phrase
    delivered = head.lemma in lexicon()["delivery_verbs"] and filled.slot in {"object", "passive_subject"}
    means = phrase.kind == "weapon" or sentence.tokens[phrase.head].lemma in _MEANS
    return Filler("instrument", phrase.start, phrase.end, phrase.head) if delivered and means else None


def _taken(found: Sequence[Filler], new: Filler) -> bool:
    """Whether the words are used already, or the role has enough fillers."""
    if any(overlap(f, new) for f in found):
        return True
    return sum(f.role == new.role for f in found) >= _MANY


def _by_frame(sentence: Sentence, filled: Filled, frame: Frame, times: Sequence[Timespan]) -> Filler | None:
    phrase = filled.phrase
    span = time_at(sentence, phrase.head, times)
    if span is not None:
        return Filler("duration" if span.duration else "time", span.start, span.end, phrase.head)
    if filled.slot.startswith("outer_"):
        return None
    role = frame.role(filled.slot, phrase.kind)
    if role is None or (role in FIGURE_ROLES - {"goods"} and not has_figure(sentence, phrase)):
        role = frame.role(filled.slot, "default") if role in FIGURE_ROLES else role
    if role is None or phrase.kind == "time":
        return None
    if role == "target" and phrase.kind in {"people", "figure"} and has_figure(sentence, phrase):
        role = frame.role(filled.slot, "figure") or role
    return Filler(role, phrase.start, phrase.end, phrase.head)


def time_at(sentence: Sentence, index: int, times: Sequence[Timespan]) -> Timespan | None:
    """The time expression that covers a token."""
    token = sentence.tokens[index]
    return next((t for t in times if t.start <= token.start and token.end <= t.end), None)


def has_figure(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase holds a number, or a word that counts ("dozens", "several")."""
    return any(
        token.upos == "NUM"
        or lexicon()["kinds"].get(token.lemma) == "figure"
        or token.lemma in {"several", "many", "most", "all"}
        for token in sentence.within(phrase.start, phrase.end)
    )


def _clause(sentence: Sentence, head: Token) -> Token:
    """The verb (or nominal root) of the clause that a trigger stands in."""
    current = head
    for governor in ancestors(sentence, head.index):
        if current.upos in {"VERB", "AUX"} or current.deprel in _CLAUSES:
            break
        current = governor
    return current


def _in_clause(sentence: Sentence, clause: Token) -> set[int]:
    cut = frozenset({"ccomp", "advcl", "acl:relcl", "parataxis", "acl"})
    return subtree(sentence, clause.index, without=cut)


def _dates(sentence: Sentence, head: Token, times: Sequence[Timespan], found: Sequence[Filler]) -> Iterator[Filler]:
    """Time expressions of the clause; failing these, of the main clause that it hangs on by a non-finite link."""
    if any(f.role == "time" for f in found):
        return
    clause = _clause(sentence, head)
    scopes = [_in_clause(sentence, clause)]
    if clause.deprel in {"advcl", "xcomp", "conj", "acl"} and not children(
        sentence, clause.index, "nsubj", "nsubj:pass"
    ):
        scopes.append(
            _in_clause(sentence, _clause(sentence, sentence.tokens[clause.head])) if clause.head >= 0 else set()
        )
    for scope in scopes:
        here = [f for index in sorted(scope) if (f := _date(sentence, index, times)) is not None]
        if here:
            yield from {(f.start, f.end): f for f in here}.values()
            return


def _date(sentence: Sentence, index: int, times: Sequence[Timespan]) -> Filler | None:
    span = time_at(sentence, index, times)
    if span is None:
        return None
    return Filler("duration" if span.duration else "time", span.start, span.end, index)


def _tolls(sentence: Sentence, head: Token, kind: str) -> Iterator[Filler]:
    """Killed and wounded of an attack, from the verbs of harm in its sentence that stand near it in the tree."""
    if kind not in VIOLENT and kind != "kill":
        return
    harm = lexicon()["harm"]
    near = {head.index, *(a.index for a in ancestors(sentence, head.index))}
    for token in sentence.verbs:
        role = harm.get(token.lemma)
        if role is None or (near.isdisjoint({token.index, token.head}) and token.index != head.index):
            continue
        for filler in _victims(sentence, token):
            yield Filler(role, filler.start, filler.end, filler.head)


def _victims(sentence: Sentence, verb: Token) -> Iterator[Phrase]:
    relation = ("nsubj:pass", "nsubj") if is_passive(sentence, verb) or verb.lemma in {"die", "perish"} else ("obj",)
    for child in children(sentence, verb.index, *relation):
        for index in (child.index, *(c.index for c in children(sentence, child.index, "conj"))):
            phrase = phrase_at(sentence, index)
            if phrase.kind in {"people", "figure", "actor"} or has_figure(sentence, phrase):
                yield phrase
    if verb.head >= 0 and verb.deprel == "conj" and not children(sentence, verb.index, *relation):
        yield from (
            _victims(sentence, sentence.tokens[verb.head])
            if sentence.tokens[verb.head].lemma in lexicon()["harm"]
            else ()
        )


def _near_below(sentence: Sentence, place: Token, above: set[int], telling: set[int]) -> bool:
    """Whether a place hangs on one of the words ``above`` a trigger, or on a phrase of theirs.

    Who tells it, by one of the verbs ``telling``, does not tell by his own place where it happened.
    """
    governor = governor_of(sentence, place)
    if governor is None or place.deprel == "conj":
        return False
    speaks = governor.deprel == "nsubj" and governor.head in telling
    return place.head in above or (governor.deprel in _PHRASES and governor.head in above and not speaks)


def place_nearby(sentence: Sentence, head: Token, found: Sequence[Filler]) -> Iterator[Filler]:
    """The nearest phrase of the sentence that denotes a place and stands as an adverbial or a modifier.

    Only by a short way down the tree from what rules both: of places told in another clause, or inside a longer phrase
    ("a source in the capital of …"), one in six was where it happened, of the others two in five (annotated reports).
    """
    used = {f.head for f in found}
    chain = [head, *ancestors(sentence, head.index)]
    above, telling = {t.index for t in chain}, {t.head for t in chain if t.deprel == "ccomp"}
    candidates = []
    for token in sentence.tokens:
        if (
            token.upos in {"NOUN", "PROPN"}
            and token.deprel in {"obl", "nmod", "obj", "nsubj:pass", "conj"}
            and token.index not in used
        ):
            if _WHERE.isdisjoint(cases_of(sentence, token)) or not _near_below(sentence, token, above, telling):
                continue
            phrase = phrase_at(sentence, token.index)
            if phrase.kind in {"place", "route"}:
                distance = abs(token.index - head.index) + (3 if token.index < head.index else 0)
                candidates.append((distance, token.index, phrase))
    for distance, _, phrase in sorted(candidates, key=lambda c: c[:2])[:1]:
        if distance <= 25:
            yield Filler("place", phrase.start, phrase.end, phrase.head)
