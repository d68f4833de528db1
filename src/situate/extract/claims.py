"""Claims of a report from its parsed sentences: triggers, roles, certainty, speakers, retellings, salience."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from situate.extract.accused import only_accused
from situate.extract.attribution import Said
from situate.extract.backers import without_backers
from situate.extract.between import sharing_sides
from situate.extract.binding import Binder
from situate.extract.bonds import Bonds, Parsed, bonds, stretches
from situate.extract.certainty import CertaintyCues, Words, certainty
from situate.extract.claimed import by_claim
from situate.extract.confidence import calibrated
from situate.extract.contents import aimed
from situate.extract.denied_doers import doer_denied, without_deniers
from situate.extract.directions import directed
from situate.extract.doers import by_blow, counted
from situate.extract.edges import closed
from situate.extract.floor import Floor, floor
from situate.extract.found import Found, concluded, headed
from situate.extract.going_on import going_on
from situate.extract.headings import under_headings
from situate.extract.holding import held, no_longer, passing, whole_parts
from situate.extract.homes import at_home
from situate.extract.leads import led, whole_times
from situate.extract.lexical import Lexicon, acted_on
from situate.extract.listing import carried_into_items
from situate.extract.losers import losing
from situate.extract.mending import dated_by_its_clause, mended, still_alive
from situate.extract.negation import lacks, negated, not_let, stopped
from situate.extract.others import held_under, without_other_doers
from situate.extract.phrases import children, lexicon, subtree
from situate.extract.retelling import antecedents, retellings, taking_over
from situate.extract.rings import backed
from situate.extract.roles import NEEDS_PLACE, Filler, Timespan, by_place, ruled
from situate.extract.salience import faded
from situate.extract.sharing import with_shared_doer
from situate.extract.tolls import with_bodies, without_tolls
from situate.extract.triggers import Marked, frame_name, marked
from situate.extract.truces import truce_over
from situate.extract.unsaid import nearer, stands_beside
from situate.extract.whereabouts import somewhere
from situate.model.claim import (
    FIGURE_ROLES,
    PLACE_ROLES,
    Claim,
    Evidence,
    Modality,
    Polarity,
    Role,
    Speaker,
    Tense,
    Timing,
)
from situate.model.ids import claim_id
from situate.model.report import Report
from situate.model.sentence import Sentence, Token
from situate.model.span import Span
from situate.ontology import ClaimType, Ontology
from situate.text import times as time_expressions

_SURE = 0.8  # probability from which on the model's word on certainty counts against the cues (folds)
_LIKELY = 0.5
_HANGING = frozenset({"advcl", "conj", "xcomp", "acl"})
_MAIN = frozenset({"actor", "target", "goods"})
_HOLDING = frozenset({"control", "besiege"})
_RING = frozenset({"besiege", "siege_end"})
_CARRIES = _RING | {"deprivation", "deliver_aid", "deny_aid"}
_BY_DECISION = frozenset({"concede", "restrict", "sanction"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "VERB"})  # "some", "the former", "the wounded" can speak
_STOP = re.compile(r"[.!?;]\s|\n")
_CARRY_REACH = 400  # code points, about two sentences


@dataclass(frozen=True, slots=True)
class Judgement:
    """What judges claims: ontology, cues of certainty, binder, the words of types that the model does not know, and
    the plain words of those it knows."""

    ontology: Ontology
    cues: CertaintyCues
    binder: Binder
    listed: Lexicon
    plain: Lexicon


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in a report: sentences, triggers that can make a claim, and what those of the model bind."""

    sentences: tuple[Sentence, ...]
    marked: tuple[tuple[Marked, Bonds | None], ...]


def seen(report: Report, parsed: Iterable[Parsed], judge: Judgement) -> Seen:
    """The triggers of a report with what they bind, stretch by stretch: no vector is kept longer than needed."""
    sentences: list[Sentence] = []
    found: list[tuple[Marked, Bonds | None]] = []
    for around, place in stretches(parsed):
        here = [p.sentence for p in around[place]]
        told = [one.trigger for one, _ in found]
        triggers = list(marked(report, here, judge.ontology, judge.listed, judge.plain, judge.cues, told))
        bound = iter(
            bonds(around, [m.trigger for m in triggers if m.trigger.label in judge.binder.kinds], judge.binder)
        )
        for one in triggers:
            numbered = dataclasses.replace(one, number=one.number + len(sentences))
            found.append((numbered, next(bound) if one.trigger.label in judge.binder.kinds else None))
        sentences += here
    return Seen(tuple(sentences), tuple(found))


def claims(report: Report, given: Seen, judge: Judgement, extractor: str) -> tuple[Claim, ...]:
    """All claims of a report, in order of their triggers."""
    text, sentences = report.text, given.sentences
    times = [Timespan(t.start, t.end, t.kind == "DURATION") for t in time_expressions.find(text)]
    each = [
        _listed(one, bound, judge, times) if one.listed or bound is None else _found(one, bound, judge, times)
        for one, bound in given.marked
    ]
    by_sentence = (list(part) for _, part in groupby(filter(None, each), key=lambda f: f.number))
    found = [f for part in by_sentence for f in told_together(part)]
    speaking = floor(text, sentences, judge.ontology.cues.speech_verbs.keys())
    made = [_claim(report, one, speaking, sentences, extractor) for one in found]
    unique = {c.id: c for c in made}
    ordered = sorted(unique.values(), key=lambda c: (c.trigger.span.start, c.trigger.span.end, c.type))
    named = with_refs(ordered, antecedents(text, sentences))
    told = retellings(text, named)
    by_id = {c.id: c for c in named}
    linked = [taking_over(dataclasses.replace(c, same_as=told.get(c.id)), by_id.get(told.get(c.id, ""))) for c in named]
    headed_by = [*going_on(text, sentences, times, [*under_headings(text, sentences, times, linked)])]
    placed = [*carried(text, headed_by)]
    return tuple(carried_into_items(text, placed))


def told_together(part: Sequence[Found]) -> list[Found]:
    """The claims of one sentence, each as the others beside it let it be."""
    with_blows = by_blow(held(besiegers(backed(with_bodies(without_tolls(part))))))
    return [counted(by_claim(one)) for one in headed(told_once(concluded(with_blows)))]


def carried(text: str, ordered: Sequence[Claim]) -> Iterator[Claim]:
    """A ring told without a place in its sentence is where the paragraph was just speaking of.

    What people lack, get or wait for is there only if what was spoken of is a ring or want: where aid was stopped, or
    which road it took, is not where it is needed.
    """
    last: tuple[Claim, Role] | None = None
    for number, claim in enumerate(ordered):
        places = claim.fillers("place", "destination", "origin") or claim.fillers("route")
        if not places and claim.type in _RING:
            places = tuple(r for r in claim.fillers("target") if not _acts(r, claim, ordered))
        ring = _ended(text, claim, ordered[number + 1 :])
        if ring is not None:
            last = claim, ring
            claim = dataclasses.replace(claim, roles=(*claim.roles, dataclasses.replace(ring, role="place")))
        elif places:
            last = claim, places[0]
        elif claim.type in _CARRIES and last is not None and _goes_on(text, last[0], claim):
            role = dataclasses.replace(last[1], role="place", carried=True)
            claim = dataclasses.replace(claim, roles=(*claim.roles, role))
        yield claim


def _acts(role: Role, claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether what fills a role does something in the same sentence: no place then ("the siege by the army")."""
    doers = (r for other in told if other.sentence == claim.sentence for r in other.fillers("actor"))
    return any(r.evidence.span.overlaps(role.evidence.span) for r in doers)


def _ended(text: str, end: Claim, after: Sequence[Claim]) -> Role | None:
    """The place of the siege that an end without a place ends ("lifted the siege that they had laid to the town")."""
    if end.type != "siege_end" or end.fillers("place", "destination", "origin", "route"):
        return None
    ring = next((claim for claim in after if claim.type == "besiege"), None)
    if ring is None or _STOP.search(text[end.trigger.span.end : ring.trigger.span.start]):
        return None
    return next(iter(ring.fillers("place")), None)


def _goes_on(text: str, before: Claim, claim: Claim) -> bool:
    """Whether a claim stands in the paragraph of another one, not far behind it, and what it tells can be there too."""
    between = text[before.trigger.span.end : claim.trigger.span.start]
    alike = claim.type in _RING or before.type in _RING | {"deprivation"} or before.sentence == claim.sentence
    return alike and "\n" not in between and len(between) < _CARRY_REACH


def with_refs(claims: Iterable[Claim], refs: Mapping[int, str]) -> list[Claim]:
    """Claims whose pronouns say what they stand for; ``refs`` by the start of the pronoun."""
    return [dataclasses.replace(c, roles=tuple(_with_ref(r, refs) for r in c.roles)) for c in claims]


def _with_ref(role: Role, refs: Mapping[int, str]) -> Role:
    of_them = role.role in FIGURE_ROLES and role.evidence.quote.casefold().endswith(" of them")  # so many of whom?
    ref = refs.get(role.evidence.span.end - len("them") if of_them else role.evidence.span.start)
    return dataclasses.replace(role, ref=ref) if ref else role


def _found(one: Marked, bound: Bonds, judge: Judgement, times: Sequence[Timespan]) -> Found:
    """A claim that the model saw: what the binder gives it, with the frame's place where the binder finds none."""
    fillers = list(directed(one.sentence, one.head, one.kind.name, mended(one.sentence, bound.fillers)))
    if one.kind.name in NEEDS_PLACE and not any(f.role in PLACE_ROLES for f in fillers):
        fillers = with_place(fillers, _by_frame(one, judge, times), one.kind)
    fillers = without_other_doers(one.sentence, one.head, one.kind.name, fillers)
    fillers = held_under(one.sentence, one.head, one.kind.name, fillers)
    fillers = losing(one.sentence, one.head, one.kind.name, without_backers(one.sentence, fillers))
    fillers = with_shared_doer(one.sentence, one.head, one.kind, fillers)
    fillers = sharing_sides(one.sentence, one.head, one.kind.name, fillers)
    fillers = whole_parts(one.sentence, (one.trigger.start, one.trigger.end), fillers)
    fillers = passing(one.sentence, one.head, one.kind.name, fillers)
    fillers = somewhere(one.sentence, one.head, one.kind.name, at_home(one.sentence, fillers))
    fillers = whole_times(still_alive(one.sentence, one.kind.name, fillers), times)
    fillers = led(one.sentence, one.kind.name, fillers, times)
    fillers = dated_by_its_clause(one.sentence, one.head, fillers, times)
    ruled = certainty(one.sentence, one.head, judge.cues, (one.trigger.start, one.trigger.end))
    polarity, modality = weighed(ruled, bound)
    if modality == "actual" and only_accused(one.sentence, one.head):
        modality = "possible"
    if not_let(one.kind, one.head):
        polarity = "positive"
    if negated(one.sentence, one.head, judge.cues, lacking=lacks(one.kind, one.head)) or stopped(
        one.sentence, one.head, one.kind
    ):
        polarity = "negative"
    if doer_denied(one.sentence, one.head, judge.cues):
        polarity, fillers = "positive", without_deniers(one.sentence, one.head, fillers)
    if one.kind.name in _HOLDING and no_longer(one.sentence, one.head):
        polarity = "negative"
    if truce_over(one.sentence, one.head, one.kind.name, fillers):
        polarity, modality = "negative", "actual"
    if one.kind.name == "displace" and _bear_arms(one.sentence, fillers):
        one = dataclasses.replace(one, kind=judge.ontology.types["withdraw"])
        fillers = [dataclasses.replace(f, role="actor") if f.role == "affected" else f for f in fillers]
    return Found(
        one, tuple(fillers), polarity, modality, named(one.sentence, bound.speaker), likely(bound), ways(bound)
    )


def named(sentence: Sentence, speaker: Span | None) -> Span | None:
    """The words of a speaker up to the end of his phrase; ``None`` if none of them can stand for anybody."""
    inside = [t for t in sentence.tokens if speaker is not None and speaker.overlaps(Span(t.start, t.end))]
    if speaker is None or not inside:
        return speaker
    whole = closed(sentence, speaker)
    within = (t for t in sentence.tokens if whole.covers(Span(t.start, t.end)))
    return whole if any(t.upos in _NAMING for t in within) else None


def _bear_arms(sentence: Sentence, fillers: Sequence[Filler]) -> bool:
    """Whether those who flee are fighters, all of them: they withdraw, and are not displaced."""
    affected = [f for f in fillers if f.role in {"affected", "actor"}]
    return bool(affected) and all(_counted(sentence, f) in lexicon()["fighters"] for f in affected)


def _counted(sentence: Sentence, filler: Filler) -> str:
    """The noun that a filler is about, short of what only counts it ("dozens of terrorists": terrorist)."""
    inside = [t for t in sentence.tokens if filler.start <= t.start and t.end <= filler.end]
    places = {t.index for t in inside}
    head = next((t for t in inside if t.head not in places), None)
    head = _among_those_before(sentence, head) if head is not None else None
    while head is not None and (
        head.upos == "NUM" or lexicon()["kinds"].get(head.lemma.lower()) in {"figure", "container"}
    ):
        head = next(iter(children(sentence, head.index, "nmod")), None)
    return head.lemma.lower() if head is not None else ""


def _among_those_before(sentence: Sentence, head: Token) -> Token:
    """ "Dozens of terrorists were killed and others fled": the others are of those whom the clause before is about."""
    if head.lemma.lower() != "other" or head.deprel not in {"nsubj", "nsubj:pass"}:
        return head
    verb = sentence.tokens[head.head]
    before = children(sentence, verb.head, "nsubj", "nsubj:pass") if verb.deprel == "conj" else []
    return before[0] if before else head


def _listed(one: Marked, bound: Bonds | None, judge: Judgement, times: Sequence[Timespan]) -> Found | None:
    """A claim by a listed word: its frame fills it; without anybody or anything in it, it is no claim.

    Of a type that the model knows, the binder says who tells it and how its time is told (``bound``).
    """
    fillers = _by_frame(one, judge, times)
    deeds = acted_on(one.sentence, one.head, judge.listed)
    fillers = aimed(one.sentence, one.head, fillers, times, deeds)
    if not any(f.role in _MAIN for f in fillers):
        return None
    ruled = certainty(one.sentence, one.head, judge.cues, (one.trigger.start, one.trigger.end))
    ruled = decided(one, ruled)
    if negated(one.sentence, one.head, judge.cues, lacking=True):
        ruled = ("negative", ruled[1])
    if bound is None:
        return Found(one, tuple(fillers), *ruled)
    return Found(one, tuple(fillers), *ruled, bound.speaker, likely(bound), ways(bound))


def decided(one: Marked, ruled: tuple[Polarity, Modality]) -> tuple[Polarity, Modality]:
    """What an authority decides to grant, forbid or suspend it has granted, forbidden or suspended."""
    governor = one.sentence.tokens[one.head.head] if one.head.head >= 0 and one.head.deprel == "xcomp" else None
    done = governor is not None and governor.lemma == "decide" and one.kind.name in _BY_DECISION
    return (ruled[0], "actual") if done and ruled[1] == "planned" else ruled


def _by_frame(one: Marked, judge: Judgement, times: Sequence[Timespan]) -> list[Filler]:
    here = [t for t in times if t.start < one.sentence.end and one.sentence.start < t.end]
    frame = judge.ontology.frames[frame_name(one.sentence, one.head, one.kind)]
    return ruled(one.sentence, one.trigger, one.kind, frame, here)


def weighed(ruled: tuple[Polarity, Modality], bound: Bonds) -> tuple[Polarity, Modality]:
    """What the cues of certainty say, unless the model is sure of something else.

    What a cue tells to be planned, doubtful or failed never becomes a fact by the model's word, and what it tells to be
    doubtful stays so.
    """
    polarity, modality = ruled
    sign, of_sign = max(bound.polarity.items(), key=lambda item: item[1])
    sure, of_sure = max(bound.modality.items(), key=lambda item: item[1])
    if of_sign > _SURE:
        polarity = cast(Polarity, sign)
    if of_sure > _SURE and (modality == "actual" or (sure != "actual" and modality != "possible")):
        modality = cast(Modality, sure)
    return polarity, modality


def likely(bound: Bonds) -> Timing | None:
    """How the claim's time is told, if the model thinks one way of telling likelier than all the others together."""
    name, share = max(bound.timing.items(), key=lambda item: item[1])
    return cast(Timing, name) if share > _LIKELY else None


def ways(bound: Bonds) -> tuple[tuple[Timing, float], ...]:
    """How likely each way of telling the claim's time is."""
    return tuple((cast(Timing, name), share) for name, share in bound.timing.items())


def with_place(chosen: Sequence[Filler], by_frame: Sequence[Filler], kind: ClaimType) -> list[Filler]:
    """What the binder chose, and where it found no place for a type that needs one, the place of the frame."""
    if kind.name not in NEEDS_PLACE or any(f.role in PLACE_ROLES for f in chosen):
        return list(chosen)
    free = [f for f in by_frame if f.role == "place" and not any(f.start < c.end and c.start < f.end for c in chosen)]
    return sorted((*chosen, *free), key=by_place)


def besiegers(found: Sequence[Found]) -> list[Found]:
    """Who breaks a siege does not lay it: of two sides of a sentence, its subject ends the ring, the other laid it."""
    if {"siege_end", "besiege"} - {one.marked.kind.name for one in found}:
        return list(found)
    ended = [_by_subject(one) if one.marked.kind.name == "siege_end" else one for one in found]
    breaking = {
        (f.start, f.end)
        for one in ended
        if one.marked.kind.name == "siege_end"
        for f in one.fillers
        if f.role == "actor"
    }
    return [_without(one, breaking) if one.marked.kind.name == "besiege" else one for one in ended]


def _by_subject(one: Found) -> Found:
    """A claim whose several actors are cut to those that stand in its subject, if any does."""
    sentence, head = one.marked.sentence, one.marked.head
    inside = {i for c in children(sentence, head.index, "nsubj", "obl:agent") for i in subtree(sentence, c.index)}
    starts = {sentence.tokens[i].start for i in inside}
    others = {
        (f.start, f.end) for f in one.fillers if f.role == "actor" and not any(f.start <= s < f.end for s in starts)
    }
    return _without(one, others)


def _without(one: Found, spans: Collection[tuple[int, int]]) -> Found:
    """A claim without the actors at some spans, if it has others."""
    kept = tuple(f for f in one.fillers if f.role != "actor" or (f.start, f.end) not in spans)
    return dataclasses.replace(one, fillers=kept) if any(f.role == "actor" for f in kept) else one


def told_once(found: Sequence[Found]) -> list[Found]:
    """One happening told by two verbs of a sentence is one claim: the second hangs on the first and is of its type.

    ("Troops pushed through the lines, reaching the garrison.") What did not happen was not one happening, and what has
    a subject of its own is told apart ("while the rest is held by loyalists"). By the guidelines; on folds 0 to 2 it
    costs nothing.
    """
    kept: list[Found] = []
    for one in found:
        before = next((n for n, other in enumerate(kept) if _same_deed(other, one)), None)
        if before is None:
            kept.append(one)
        elif not_let(kept[before].marked.kind, kept[before].marked.head):
            kept[before] = _with_more(one, kept[before])  # "did not let it in and turned it away": the second tells it
    return kept


def _with_more(one: Found, before: Found) -> Found:
    """A claim with the fillers of another one in the roles that it lacks."""
    own = {f.role for f in one.fillers}
    more = (f for f in before.fillers if f.role not in own)
    return dataclasses.replace(one, fillers=tuple(sorted((*one.fillers, *more), key=by_place)))


def _same_deed(before: Found, one: Found) -> bool:
    head = one.marked.head
    hangs = head.head == before.marked.head.index and head.deprel in _HANGING and one.polarity == "positive"
    own = children(one.marked.sentence, head.index, "nsubj", "nsubj:pass")
    if one.marked.kind.kind == "state" and ((own and own[0].upos != "PRON") or _by_others(before, one)):
        return False
    alike = (before.marked.kind.name, before.modality, before.polarity) == (
        one.marked.kind.name, one.modality, one.polarity,
    )  # fmt: skip
    return hangs and alike


def _by_others(before: Found, one: Found) -> bool:
    """Whether two states have holders of their own ("government control in the west and rebel control in the east")."""
    mine, theirs = ({(f.start, f.end) for f in x.fillers if f.role == "actor"} for x in (one, before))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


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
        denials=frozenset(verb for verb, stance in cues.speech_verbs.items() if stance == "denying"),
        speech_nouns=frozenset(cues.speech_nouns),
    )


def _claim(report: Report, one: Found, speaking: Floor, sentences: Sequence[Sentence], extractor: str) -> Claim:
    trigger = one.marked.trigger.span
    return Claim(
        id=claim_id(report.id, one.marked.kind.name, trigger),
        report=report.id,
        type=one.marked.kind.name,
        trigger=evidence(report.text, trigger),
        roles=tuple(_role(report.text, f, one.marked.sentence) for f in one.fillers),
        polarity=one.polarity,
        modality=one.modality,
        speakers=_speakers(report.text, one, speaking, sentences),
        salience=faded(one.news, one.number),
        confidence=round(calibrated(one.marked.trigger.score), 4),
        sentence=one.marked.sentence.span,
        tense=tense(one.marked.sentence, one.marked.head),
        timing=one.timing,
        ways=one.ways,
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
    sentence, head = one.marked.sentence, one.marked.head
    covering = [s for s in speaking.covering(sentences, one.number, head) if s.speaker is not None]
    covering = [s for s in covering if not _beside(sentence, head, s.speaker, covering, speaking)]
    found = [(s.speaker, s.cue.of(text)) for s in covering]
    speaker = one.speaker
    if _beside(sentence, head, speaker, covering, speaking) or _relayed(sentence, speaking.said, covering, speaker):
        speaker = None
    if speaker is not None and not speaker.overlaps(one.marked.trigger.span):
        known = [s for s in (*covering, *speaking.said) if s.speaker is not None and s.speaker.overlaps(speaker)]
        outer = [pair for pair in found if pair[0] is not None and not pair[0].overlaps(speaker)]
        found = [(speaker, known[0].cue.of(text) if known else ""), *(outer if known else ())]
    made = {span: Speaker(evidence=evidence(text, span), cue=cue) for span, cue in found if span is not None}
    return tuple(s for span, s in made.items() if not span.overlaps(one.marked.trigger.span))


def _beside(sentence: Sentence, head: Token, speaker: Span | None, covering: Sequence[Said], speaking: Floor) -> bool:
    """Whether a claim is no part of what a speaker says: it stands beside it, or one of the two is in the headline."""
    if speaker is None:
        return False
    if speaking.headline and (speaker.start < speaking.headline) != (head.start < speaking.headline):
        return True
    return stands_beside(sentence, head, speaker, covering, speaking.quotes)


def _relayed(sentence: Sentence, said: Sequence[Said], covering: Sequence[Said], speaker: Span | None) -> bool:
    """Whether a speaker passes on what a nearer one says ("it quoted a doctor as saying", "citing a doctor")."""
    if speaker is None or not covering or covering[0].speaker is None or covering[0].speaker.overlaps(speaker):
        return False
    if nearer(sentence, said, covering, speaker):
        return True
    own = [s for s in said if s.sentence == covering[0].sentence and s.speaker and s.speaker.overlaps(speaker)]
    return bool(own) and (covering[0].cited or any(s.passes for s in own))


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
