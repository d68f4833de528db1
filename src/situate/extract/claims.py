"""Claims of a report from its parsed sentences: triggers, roles, certainty, speakers, retellings, salience."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from situate.extract.attribution import Floor, floor
from situate.extract.binding import Binder
from situate.extract.bonds import Bonds, Parsed, bonds
from situate.extract.certainty import CertaintyCues, Words, certainty
from situate.extract.phrases import children, kind_of
from situate.extract.retelling import antecedents, points_back, retellings
from situate.extract.roles import NEEDS_PLACE, VIOLENT, Filler, Timespan, ruled
from situate.extract.slots import head_of, trigger_tokens
from situate.model.claim import PLACE_ROLES, Claim, Evidence, Modality, Polarity, Role, Speaker, Tense, Timing
from situate.model.ids import claim_id
from situate.model.report import Report
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import Span
from situate.ontology import ClaimType, Ontology
from situate.text import times as time_expressions

_FADE = 0.93  # how much news value a claim loses with each sentence further down
_LIFTING = frozenset({"end", "lifting", "breaking", "breakage", "break", "breach", "relief", "ending", "collapse"})
_ATTACKS = VIOLENT - {"repel", "capture"}
_LEAST = 0.3  # probability of a trigger below which more claims are wrong than right (folds of the annotated reports)
_SURE = 0.8  # probability from which on the model's word on certainty counts against the cues (folds)
_LIKELY = 0.5
_CARRIES = frozenset({"deprivation", "deliver_aid", "deny_aid", "besiege", "siege_end"})
_CARRY_REACH = 400  # code points, about two sentences
_MODALITY_WEIGHT = {"actual": 1.0, "planned": 0.7, "possible": 0.5, "attempted": 0.7}


@dataclass(frozen=True, slots=True)
class Found:
    """A claim on the way: its type, its trigger, where in the parse they are, its fillers and how certain it is."""

    number: int
    sentence: Sentence
    trigger: Labelled
    kind: ClaimType
    head: Token
    fillers: tuple[Filler, ...]
    polarity: Polarity
    modality: Modality
    speaker: Span | None = None
    timing: Timing | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What judges claims: the ontology, its lexicons of certainty, and the binder of roles and speakers."""

    ontology: Ontology
    cues: CertaintyCues
    binder: Binder


def claims(report: Report, parsed: Sequence[Parsed], judge: Judgement, extractor: str) -> tuple[Claim, ...]:
    """All claims of a report, in order of their triggers."""
    text = report.text
    sentences = [p.sentence for p in parsed]
    times = [Timespan(t.start, t.end, t.kind == "DURATION") for t in time_expressions.find(text)]
    usable = [
        (number, trigger, head)
        for number, sentence in enumerate(sentences)
        for trigger in lifted(sentence, sentence.triggers)
        if (head := _usable(report, sentence, trigger, judge.ontology))
    ]
    bound = bonds(parsed, [trigger for _, trigger, _ in usable], judge.binder)
    each = [_found(sentences[n], n, t, h, b, judge, times) for (n, t, h), b in zip(usable, bound, strict=True)]
    found = [f for _, part in groupby(each, key=lambda f: f.number) for f in without_tolls(list(part))]
    speaking = floor(text, sentences, judge.ontology.cues.speech_verbs.keys())
    made = [_claim(report, one, speaking, sentences, extractor) for one in found]
    unique = {c.id: c for c in made}
    ordered = sorted(unique.values(), key=lambda c: (c.trigger.span.start, c.trigger.span.end, c.type))
    refs = antecedents(text, sentences)
    with_refs = [dataclasses.replace(c, roles=tuple(_with_ref(r, refs) for r in c.roles)) for c in ordered]
    told = retellings(text, with_refs)
    linked = [dataclasses.replace(c, same_as=told.get(c.id)) for c in with_refs]
    return tuple(without_bare(text, carried(text, linked)))


def without_bare(text: str, ordered: Iterable[Claim]) -> Iterator[Claim]:
    """A bare mention of what was told before ("the advance", "Tuesday's attack") that adds no fact is no claim."""
    told: set[str] = set()
    for claim in ordered:
        bare = claim.type in told and all(role.role == "time" for role in claim.roles)
        if not (bare and points_back(text, claim.trigger.span)):
            yield claim
            told.add(claim.type)


def carried(text: str, ordered: Sequence[Claim]) -> Iterator[Claim]:
    """What people lack, get or wait for without a place in the sentence is where the paragraph was just speaking of."""
    last: tuple[Claim, Role] | None = None
    for claim in ordered:
        places = claim.fillers("place", "destination", "origin", "route")
        if not places and claim.type in {"besiege", "siege_end"}:
            places = claim.fillers("target")
        if places:
            last = claim, places[0]
        elif claim.type in _CARRIES and last is not None and _goes_on(text, last[0], claim):
            role = dataclasses.replace(last[1], role="place", carried=True)
            claim = dataclasses.replace(claim, roles=(*claim.roles, role))
        yield claim


def _goes_on(text: str, before: Claim, claim: Claim) -> bool:
    """Whether a claim stands in the paragraph of another one, not far behind it."""
    between = text[before.trigger.span.end : claim.trigger.span.start]
    return "\n" not in between and len(between) < _CARRY_REACH


def _with_ref(role: Role, refs: dict[int, str]) -> Role:
    ref = refs.get(role.evidence.span.start)
    return dataclasses.replace(role, ref=ref) if ref else role


def _found(
    sentence: Sentence,
    number: int,
    trigger: Labelled,
    head: Token,
    bound: Bonds,
    judge: Judgement,
    times: Sequence[Timespan],
) -> Found:
    """One claim of a sentence: what the binder gives it, with the frame where the binder finds no place."""
    kind = judge.ontology.types[trigger.label]
    fillers = list(bound.fillers)
    if kind.name in NEEDS_PLACE and not any(f.role in PLACE_ROLES for f in fillers):
        here = [t for t in times if t.start < sentence.end and sentence.start < t.end]
        frame = judge.ontology.frames[frame_name(sentence, head, kind)]
        fillers = with_place(fillers, ruled(sentence, trigger, kind, frame, here), kind)
    polarity, modality = weighed(certainty(sentence, head, judge.cues, (trigger.start, trigger.end)), bound)
    return Found(
        number, sentence, trigger, kind, head, tuple(fillers), polarity, modality, bound.speaker, likely(bound)
    )


def weighed(ruled: tuple[Polarity, Modality], bound: Bonds) -> tuple[Polarity, Modality]:
    """What the cues of certainty say, unless the model is sure of something else."""
    polarity, modality = ruled
    sign, of_sign = max(bound.polarity.items(), key=lambda item: item[1])
    sure, of_sure = max(bound.modality.items(), key=lambda item: item[1])
    if of_sign > _SURE:
        polarity = cast(Polarity, sign)
    if of_sure > _SURE:
        modality = cast(Modality, sure)
    return polarity, modality


def likely(bound: Bonds) -> Timing | None:
    """How the claim's time is told, if the model thinks one way of telling likelier than all the others together."""
    name, share = max(bound.timing.items(), key=lambda item: item[1])
    return cast(Timing, name) if share > _LIKELY else None


def with_place(chosen: Sequence[Filler], by_frame: Sequence[Filler], kind: ClaimType) -> list[Filler]:
    """What the scorer chose, and where it found no place for a type that needs one, the place of the frame."""
    if kind.name not in NEEDS_PLACE or any(f.role in PLACE_ROLES for f in chosen):
        return list(chosen)
    free = [f for f in by_frame if f.role == "place" and not any(f.start < c.end and c.start < f.end for c in chosen)]
    return sorted((*chosen, *free), key=_by_place)


def lifted(sentence: Sentence, triggers: Sequence[Labelled]) -> list[Labelled]:
    """ "The end of the siege", "the breakage of this siege": the ring that ends is no ring that holds."""
    ends = {id(t): noun for t in triggers if (noun := _lifted_by(sentence, t)) is not None}
    nouns = [noun.start for noun in ends.values()]
    found = []
    for trigger in triggers:
        if id(trigger) in ends:
            start = ends[id(trigger)].start
            score = max([trigger.score, *(t.score for t in triggers if t.start <= start < t.end)])
            found.append(Labelled(start, trigger.end, "siege_end", score))
        elif not any(trigger.start <= start < trigger.end for start in nouns):
            found.append(trigger)
    return found


def _lifted_by(sentence: Sentence, trigger: Labelled) -> Token | None:
    """The noun before a siege that says it ends; by the order of the words."""
    tokens = trigger_tokens(sentence, trigger)
    at = tokens[0].index - 1 if tokens and trigger.label == "besiege" else -1
    while at > 0 and sentence.tokens[at].upos in {"DET", "ADJ", "NUM"}:
        at -= 1
    if at < 1 or sentence.tokens[at].text.lower() != "of":
        return None
    return sentence.tokens[at - 1] if sentence.tokens[at - 1].lemma in _LIFTING else None


def without_tolls(found: Sequence[Found]) -> list[Found]:
    """The dead of an attack told in the same sentence are its roles, no killing of their own (guidelines)."""
    attacks = [f for f in found if f.kind.name in _ATTACKS and f.modality == "actual"]
    if not attacks:
        return list(found)
    merged = {id(f): f for f in found if f.kind.name != "kill"}
    for toll in (f for f in found if f.kind.name == "kill"):
        nearest = min(attacks, key=lambda f: abs(f.head.index - toll.head.index))
        attack = merged[id(nearest)]
        free = [
            t
            for t in toll.fillers
            if t.role in {"killed", "wounded"} and not any(t.start < f.end and f.start < t.end for f in attack.fillers)
        ]
        merged[id(nearest)] = dataclasses.replace(
            attack, fillers=tuple(sorted((*attack.fillers, *free), key=_by_place))
        )
    return list(merged.values())


def _by_place(filler: Filler) -> tuple[int, int, str]:
    return filler.start, filler.end, filler.role


def _usable(report: Report, sentence: Sentence, trigger: Labelled, ontology: Ontology) -> Token | None:
    """The head of a trigger that can make a claim."""
    tokens = trigger_tokens(sentence, trigger)
    if (
        trigger.score < _LEAST
        or trigger.label not in ontology.types
        or not tokens
        or any(f.overlaps(trigger.span) for f in report.furniture)
    ):
        return None
    head = head_of(tokens)
    return None if is_figure_of_speech(sentence, head, ontology) else head


def frame_name(sentence: Sentence, head: Token, kind: ClaimType) -> str:
    """The frame that reads this trigger; "regime-held" has one of its own."""
    if kind.name == "control" and head.index >= 2 and sentence.tokens[head.index - 1].text in {"-", "‑", "–"}:
        return "attributive_hold"
    return kind.frame_for(head.upos)


def is_figure_of_speech(sentence: Sentence, head: Token, ontology: Ontology) -> bool:
    """Whether the trigger stands in one of the ontology's figures of speech ("a war of words")."""
    for figure in ontology.cues.figures_of_speech:
        if head.lemma not in figure.words and head.text.lower() not in figure.words:
            continue
        near = sentence.tokens[max(0, head.index - figure.within) : head.index + figure.within + 1]
        if any(t.lemma in figure.near or t.text.lower() in figure.near for t in near):
            return True
    return False


def certainty_cues(ontology: Ontology) -> CertaintyCues:
    """The ontology's lexicons as the certainty rules take them."""
    cues = ontology.cues

    def words(classes: Mapping[str, tuple[str, ...]]) -> Words:
        parts = ("verbs", "nouns", "adjectives", "adverbs")
        return Words(*(frozenset(classes.get(part, ())) for part in parts))

    return CertaintyCues(
        negators=frozenset(cues.negation["words"]),
        negative=words(cues.negation),
        planned=words(cues.planned),
        possible=words(cues.possible),
        attempted=words(cues.attempted),
        speech_verbs=frozenset(cues.speech_verbs),
    )


def _claim(report: Report, one: Found, speaking: Floor, sentences: Sequence[Sentence], extractor: str) -> Claim:
    trigger = one.trigger.span
    weight = one.kind.weight * _MODALITY_WEIGHT[one.modality] * (0.6 if one.polarity == "negative" else 1.0)
    return Claim(
        id=claim_id(report.id, one.kind.name, trigger),
        report=report.id,
        type=one.kind.name,
        trigger=evidence(report.text, trigger),
        roles=tuple(_role(report.text, f, one.sentence) for f in one.fillers),
        polarity=one.polarity,
        modality=one.modality,
        speakers=_speakers(report.text, one, speaking, sentences),
        salience=round(weight * _FADE**one.number, 4),
        confidence=round(one.trigger.score, 4),
        sentence=one.sentence.span,
        tense=tense(one.sentence, one.head),
        timing=one.timing,
        extractor=extractor,
    )


def _role(text: str, filler: Filler, sentence: Sentence) -> Role:
    inside = sentence.start <= filler.start < sentence.end
    return Role(role=filler.role, evidence=evidence(text, Span(filler.start, filler.end)), carried=not inside)


def evidence(text: str, span: Span) -> Evidence:
    """The words that stand at a span."""
    return Evidence(span=span, quote=span.of(text))


def _speakers(text: str, one: Found, speaking: Floor, sentences: Sequence[Sentence]) -> tuple[Speaker, ...]:
    """Who says so, nearest first: the binder's speaker, with the cue that names him and who stands behind him.

    Where the binder finds none, the attributions that cover the claim (neither alone is as good; see the model card).
    """
    covering = [s for s in speaking.covering(sentences, one.number, one.head) if s.speaker is not None]
    found = [(s.speaker, s.cue.of(text)) for s in covering]
    if one.speaker is not None and not one.speaker.overlaps(one.trigger.span):
        known = [s for s in (*covering, *speaking.said) if s.speaker is not None and s.speaker.overlaps(one.speaker)]
        outer = [pair for pair in found if pair[0] is not None and not pair[0].overlaps(one.speaker)]
        found = [(one.speaker, known[0].cue.of(text) if known else ""), *(outer if known else ())]
    made = {span: Speaker(evidence=evidence(text, span), cue=cue) for span, cue in found if span is not None}
    return tuple(s for span, s in made.items() if not span.overlaps(one.trigger.span))


def head_kind(sentence: Sentence, span: Span) -> str:
    """What the head of the words at ``span`` denotes (see ``phrases.kind_of``)."""
    tokens = [t for t in sentence.tokens if span.start <= t.start and t.end <= span.end]
    return kind_of(sentence, head_of(tokens).index) if tokens else "other"


def tense(sentence: Sentence, head: Token) -> Tense | None:
    """The tense of a claim, from the verb (or the verb that carries the noun) and its auxiliaries."""
    verb = head
    for _ in range(3):
        if verb.upos in {"VERB", "AUX"} or verb.head < 0:
            break
        verb = sentence.tokens[verb.head]
    if verb.upos not in {"VERB", "AUX"}:
        return None
    auxiliaries = {c.text.lower() for c in children(sentence, verb.index, "aux", "aux:pass", "cop")}
    if auxiliaries & {"will", "'ll", "’ll", "shall"}:
        return "future"
    if "had" in auxiliaries:
        return "pluperfect"
    if auxiliaries & {"has", "have", "'ve", "’ve"}:
        return "perfect"
    if auxiliaries & {"is", "are", "am", "'s", "'re", "’s", "’re"}:
        return "present"
    if auxiliaries & {"was", "were", "did"}:
        return "past"
    text = verb.text.lower()
    if text.endswith("ing"):
        return None
    return "past" if text != verb.lemma and not text.endswith("s") else "present"
