"""Claims of a report from its parsed sentences: triggers, roles, certainty, speakers, retellings, salience."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from situate.extract.certainty.accused import only_accused
from situate.extract.certainty.denied_doers import doer_denied, without_denied_harm, without_deniers
from situate.extract.certainty.ended import ended
from situate.extract.certainty.given import as_given
from situate.extract.certainty.governed import certainty
from situate.extract.certainty.living import life
from situate.extract.certainty.negation import (
    by_nobody,
    called_off,
    lacks,
    negated,
    no_said,
    not_confirmed_by,
    not_let,
    on_nothing,
    prevented,
    stopped,
    unconfirmed,
)
from situate.extract.certainty.purpose import is_counted
from situate.extract.certainty.truces import truce_told
from situate.extract.certainty.unhappened import only_agreed
from situate.extract.certainty.unreal import unreal
from situate.extract.certainty.unverified import retracted, unverified
from situate.extract.judgement import Judgement, likely, ways, weighed
from situate.extract.report.beside_text import beside_text
from situate.extract.report.carrying import PERSONS, carried
from situate.extract.report.confidence import calibrated
from situate.extract.report.going_on import going_on
from situate.extract.report.headings import under_headings
from situate.extract.report.listing import carried_into_items
from situate.extract.report.owned_up import owned_up
from situate.extract.report.retelling import antecedents, retellings, taking_over
from situate.extract.report.road_meant import with_roads
from situate.extract.report.taken_back import taken_back, unconfirmed_by_us
from situate.extract.report.timespans import Timespans, near
from situate.extract.roles.accusers import who_denies, without_accusers
from situate.extract.roles.aid import given_out
from situate.extract.roles.apposed import besieged, by_name
from situate.extract.roles.backers import without_backers
from situate.extract.roles.binding import AFTER, BEFORE
from situate.extract.roles.blamed import blamed_on
from situate.extract.roles.bonds import Bonds, Parsed, bonds, stretches
from situate.extract.roles.came_after import (
    without_hearers,
    without_places_of_care,
    without_the_struck,
    without_what_came_before,
    without_where_it_is_spoken_of,
)
from situate.extract.roles.captives import DETAINING, as_a_place, counted_or_named, is_somebody, seized_things
from situate.extract.roles.contents import aimed
from situate.extract.roles.directions import directed, without_other_ends, without_the_way_back
from situate.extract.roles.extents import between_two, lengths, measured, whole_roads
from situate.extract.roles.fighters import bear_arms, done_by_fighters, without_those_along
from situate.extract.roles.frames import NEEDS_PLACE, VIOLENT, Filler, Timespan, by_place, ruled
from situate.extract.roles.homes import at_home
from situate.extract.roles.how_far import at_a_distance
from situate.extract.roles.journeys import not_at_its_ends
from situate.extract.roles.leads import led, whole_times, without_bare_nights
from situate.extract.roles.lists import places_apart, whole_lists
from situate.extract.roles.losers import losing, without_besiegers
from situate.extract.roles.mending import ALIVE, dated_by_its_clause, dead_of_wounds, mended, still_alive
from situate.extract.roles.not_the_doer import without_bystanders, without_opponents, without_the_deal
from situate.extract.roles.others import (
    as_asked,
    besieged_itself,
    freed_elsewhere,
    held_under,
    in_relative_clause,
    its_own_subject,
    named_twice,
    of_those_before,
    punished_for,
    who_attempts,
    without_ends_of_others,
    without_itself,
    without_judges,
    without_other_doers,
    without_other_sides,
    without_other_subjects,
    without_posts_taken,
    without_regimes_of_calm,
    without_strange_owners,
    without_venues,
)
from situate.extract.roles.own_losses import own_losses
from situate.extract.roles.said_numbers import with_said_number
from situate.extract.roles.sharing import (
    with_allies,
    with_own_noun,
    with_shared_doer,
    without_other_fates,
    without_outer_subjects,
)
from situate.extract.roles.tallies import tallied, without_things
from situate.extract.roles.undergone import undergone
from situate.extract.roles.whereabouts import (
    fought_for,
    in_its_war,
    its_own_fall,
    perhaps_at,
    somewhere,
    visited,
    whose_road,
)
from situate.extract.roles.whose_weapons import named_by_its_means, with_weapons_owner
from situate.extract.sentence.by_place import told_by_place
from situate.extract.sentence.claimed import by_claim
from situate.extract.sentence.doers import by_blow, by_deed, by_holders, by_post, counted
from situate.extract.sentence.found import Found, concluded, headed
from situate.extract.sentence.held_by import taken_from, without_holders
from situate.extract.sentence.holding import held, no_longer, passing, whole_parts
from situate.extract.sentence.one_deed import told_once
from situate.extract.sentence.rings import backed, besiegers
from situate.extract.sentence.row_of_deeds import in_a_row
from situate.extract.sentence.salience import faded
from situate.extract.sentence.seats import seated
from situate.extract.sentence.tolls import (
    with_bodies,
    with_clauses,
    with_counts,
    with_the_dead,
    with_tolls_apart,
    without_lent_dead,
    without_tolls,
)
from situate.extract.speakers.floor import Floor, floor
from situate.extract.speakers.said_by import named, speakers
from situate.extract.tree.tense import tense
from situate.extract.triggers.between import sharing_sides, two_sides
from situate.extract.triggers.evoked import Marked, frame_name, marked
from situate.extract.triggers.lexical import acted_on
from situate.model.claim import FIGURE_ROLES, PLACE_ROLES, Claim, Evidence, Modality, Polarity, Role
from situate.model.ids import claim_id
from situate.model.report import Report
from situate.model.sentence import Sentence
from situate.model.span import Span
from situate.text.times import expressions as time_expressions

_MAIN = frozenset({"actor", "target", "goods", "affected"})
_HOLDING = frozenset({"control", "besiege"})
_BY_DECISION = frozenset({"concede", "restrict", "sanction"})


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
            numbered = dataclasses.replace(one, number=one.number + len(sentences)) if sentences else one
            found.append((numbered, next(bound) if one.trigger.label in judge.binder.kinds else None))
        sentences += here
    return Seen(tuple(sentences), tuple(found))


def claims(report: Report, given: Seen, judge: Judgement, extractor: str) -> tuple[Claim, ...]:
    """All claims of a report, in order of their triggers."""
    text, sentences = report.text, given.sentences
    times = Timespans(Timespan(t.start, t.end, t.kind == "DURATION") for t in time_expressions.find(text))
    beside = beside_text(text)
    each = [
        _listed(one, bound, judge, here) if one.listed or bound is None else _found(one, bound, judge, here)
        for one, bound in given.marked
        if not any(span.start <= one.trigger.start < span.end for span in beside)
        for here in (_times_seen(times, sentences, one.number),)
    ]
    by_sentence = (list(part) for _, part in groupby(filter(None, each), key=lambda f: f.number))
    found = [f for part in by_sentence for f in _told_together(part)]
    speaking = floor(text, sentences, judge.ontology.cues.speech_verbs.keys())
    made = [_claim(report, one, speaking, sentences, extractor) for one in found]
    unique = {c.id: c for c in made}
    ordered = sorted(unique.values(), key=lambda c: (c.trigger.span.start, c.trigger.span.end, c.type))
    named = with_roads(text, with_refs(ordered, antecedents(text, sentences)))
    told = retellings(text, named, sentences)
    by_id = {c.id: c for c in named}
    linked = [
        taking_over(dataclasses.replace(c, same_as=told[c.id]), by_id.get(told[c.id])) if c.id in told else c
        for c in named
    ]
    linked = [*owned_up(text, sentences, linked)]
    headed_by = [*going_on(text, sentences, times, [*under_headings(text, sentences, times, linked)])]
    placed = [*carried(text, headed_by)]
    return tuple(unconfirmed_by_us(text, taken_back(text, sentences, [*carried_into_items(text, placed)])))


def _times_seen(times: Timespans, sentences: Sequence[Sentence], number: int) -> Sequence[Timespan]:
    """The expressions of time in a sentence and in those around it that the binder looks at."""
    first = sentences[max(0, number - BEFORE - 1)].start
    return near(times, first, sentences[min(len(sentences) - 1, number + AFTER + 1)].end)


def _told_together(part: Sequence[Found]) -> list[Found]:
    """The claims of one sentence, each as the others beside it let it be."""
    killed = without_lent_dead(without_tolls(with_tolls_apart(with_the_dead(part))))
    with_dead = with_counts(with_clauses(with_bodies(killed)))
    holding = taken_from(without_holders([*map(seated, held(besiegers(backed(with_dead))))]))
    with_blows = by_holders(by_blow(by_deed(holding)))
    told = [counted(by_post(by_claim(one))) for one in in_a_row(headed(told_once(concluded(with_blows))))]
    return told_by_place(told)


def with_refs(claims: Iterable[Claim], refs: Mapping[int, str]) -> list[Claim]:
    """Claims whose pronouns say what they stand for; ``refs`` by the start of the pronoun."""
    found = [(c, tuple(_with_ref(r, refs) for r in c.roles)) for c in claims]
    return [c if roles == c.roles else dataclasses.replace(c, roles=roles) for c, roles in found]


def _with_ref(role: Role, refs: Mapping[int, str]) -> Role:
    of_them = role.role in FIGURE_ROLES and role.evidence.quote.casefold().endswith(" of them")  # so many of whom?
    ref = refs.get(role.evidence.span.end - len("them") if of_them else role.evidence.span.start)
    return dataclasses.replace(role, ref=ref) if ref else role


def _found(one: Marked, bound: Bonds, judge: Judgement, times: Sequence[Timespan]) -> Found:
    """A claim that the model saw: what the binder gives it, put right by the tree, and how certain it is."""
    sentence, head, kind = one.sentence, one.head, one.kind
    fillers = _filled(one, bound, judge, times)
    ruled = certainty(sentence, head, judge.cues, (one.trigger.start, one.trigger.end))
    polarity, modality = weighed(ruled, bound, no_said=no_said(sentence, judge.cues))
    polarity, modality = as_given(sentence, head, kind.name, (polarity, modality), judge.cues)
    modality = "actual" if modality == "planned" and is_counted(sentence, head) else modality
    if modality == "actual" and only_accused(sentence, head):
        modality = "possible"
    if modality == "actual" and only_agreed(sentence, head, kind.name):
        modality = "planned"
        fillers = without_the_deal(sentence, head, fillers)
    if not_let(kind, head):
        polarity = "positive"
    nothing = negated(sentence, head, judge.cues, lacking=lacks(kind, head)) or stopped(sentence, head, kind)
    if nothing or prevented(sentence, head, judge.cues):
        polarity = "negative"
    if unconfirmed(sentence, head) or not_confirmed_by(sentence, head):
        polarity, modality = "positive", "possible" if modality == "actual" else modality
    if modality == "actual" and polarity == "positive" and unverified(sentence, head, judge.cues):
        modality = "possible"
    polarity = "negative" if retracted(sentence, head, judge.cues) else polarity
    if called_off(sentence, head, kind) or ended(sentence, head, kind, fillers):
        polarity, modality = "negative", "actual"
    polarity, modality = unreal(sentence, head, (polarity, modality))
    polarity = life(sentence, head, kind.name, judge.cues) or polarity
    if doer_denied(sentence, head, judge.cues):
        polarity, fillers = "positive", without_deniers(sentence, head, fillers)
    if polarity == "positive":
        fillers = without_denied_harm(sentence, head, fillers, judge.cues)
    if kind.name in _HOLDING and no_longer(sentence, head):
        polarity = "negative"
    if kind.name == "ceasefire":
        polarity, modality = truce_told(sentence, head, fillers, (polarity, modality))
    one, fillers = _as_filled(one, fillers, judge)
    return Found(one, tuple(fillers), polarity, modality, named(sentence, bound.speaker), likely(bound), ways(bound))


def _as_filled(one: Marked, fillers: list[Filler], judge: Judgement) -> tuple[Marked, list[Filler]]:
    """A trigger with the type that its fillers tell, and these with the roles that they have in it."""
    kind, types = one.kind.name, judge.ontology.types
    if given_out(one.sentence, kind, fillers):
        return dataclasses.replace(one, kind=types["deliver_aid"]), fillers
    place = as_a_place(one.sentence, one.head, fillers) if kind in DETAINING else None
    if place is not None:
        return dataclasses.replace(one, kind=types["capture"]), place
    if kind == "capture" and is_somebody(one.sentence, one.head):
        return dataclasses.replace(one, kind=types["abduct"]), fillers
    if kind == "displace" and one.head.upos == "VERB" and bear_arms(one.sentence, fillers):
        armed = [dataclasses.replace(f, role="actor") if f.role == "affected" else f for f in fillers]
        return dataclasses.replace(one, kind=types["withdraw"]), armed
    return one, fillers


def _filled(one: Marked, bound: Bonds, judge: Judgement, times: Sequence[Timespan]) -> list[Filler]:
    """What the binder gives a claim, with the frame's place where the binder finds none, put right by the tree."""
    sentence, head, kind = one.sentence, one.head, one.kind.name
    bound_to = still_alive(sentence, kind, bound.fillers) if kind in ALIVE else bound.fillers
    fillers = besieged_itself(sentence, head, kind, mended(sentence, bound_to))
    fillers = list(directed(sentence, head, kind, fillers))
    if kind in NEEDS_PLACE and not any(f.role in PLACE_ROLES for f in fillers):
        fillers = _with_place(fillers, _by_frame(one, judge, times))
    fillers = its_own_subject(sentence, head, kind, fillers)
    fillers = held_under(sentence, head, kind, without_other_doers(sentence, head, kind, fillers))
    fillers = punished_for(sentence, head, in_relative_clause(sentence, head, fillers))
    fillers = named_twice(sentence, freed_elsewhere(sentence, head, kind, fillers))
    fillers = without_venues(sentence, kind, without_other_subjects(sentence, head, fillers))
    fillers = without_regimes_of_calm(sentence, fillers)
    fillers = losing(sentence, head, kind, without_backers(sentence, fillers))
    fillers = without_besiegers(sentence, head, kind, fillers)
    fillers = with_allies(sentence, head, kind, without_outer_subjects(sentence, head, fillers))
    fillers = without_other_fates(sentence, head, fillers)
    fillers = two_sides(sentence, kind, fillers)
    fillers = sharing_sides(sentence, head, kind, with_shared_doer(sentence, head, one.kind, fillers))
    fillers = whole_parts(sentence, (one.trigger.start, one.trigger.end), fillers)
    fillers = whole_roads(sentence, kind, between_two(sentence, measured(sentence, kind, fillers)))
    fillers = done_by_fighters(sentence, head, kind, fillers)
    fillers = passing(sentence, head, kind, with_weapons_owner(sentence, head, kind, fillers))
    fillers = named_by_its_means(sentence, head, kind, fillers)
    fillers = somewhere(sentence, head, kind, at_home(sentence, fillers))
    fillers = perhaps_at(sentence, head, kind, fillers, bound.perhaps)
    fillers = without_places_of_care(sentence, head, fillers) if kind in VIOLENT else fillers
    fillers = without_where_it_is_spoken_of(sentence, head, without_hearers(sentence, head, fillers))
    fillers = with_said_number(sentence, head, kind, counted_or_named(sentence, kind, fillers))
    fillers = dead_of_wounds(sentence, head, tallied(sentence, head, kind, fillers))
    fillers = lengths(sentence, whole_times(still_alive(sentence, kind, fillers), times), times)
    fillers = without_bare_nights(sentence, fought_for(sentence, head, kind, fillers))
    fillers = whose_road(sentence, head, kind, fillers)
    fillers = without_judges(sentence, head, without_what_came_before(sentence, head, fillers))
    fillers = without_the_struck(sentence, head, kind, fillers)
    fillers = without_other_sides(sentence, head, without_the_way_back(sentence, kind, fillers))
    fillers = without_bystanders(sentence, head, kind, fillers)
    fillers = whole_lists(sentence, head, as_asked(sentence, head, without_itself(sentence, head, fillers)))
    fillers = seized_things(sentence, head, kind, fillers)
    fillers = besieged(sentence, head, kind, by_name(sentence, head, kind, without_things(sentence, fillers)))
    fillers = undergone(sentence, head, kind, with_own_noun(sentence, head, one.kind, fillers))
    fillers = without_those_along(sentence, head, kind, own_losses(sentence, head, kind, fillers))
    fillers = dated_by_its_clause(sentence, head, kind, led(sentence, kind, fillers, times), times)
    fillers = without_accusers(sentence, head, without_ends_of_others(sentence, head, fillers))
    fillers = of_those_before(sentence, in_its_war(sentence, kind, fillers))
    fillers = its_own_fall(sentence, head, kind, places_apart(sentence, fillers))
    fillers = without_posts_taken(sentence, head, kind, without_other_ends(sentence, head, kind, fillers))
    fillers = visited(sentence, head, kind, not_at_its_ends(sentence, head, kind, fillers))
    fillers = at_a_distance(sentence, kind, fillers)
    return blamed_on(sentence, head, kind, without_strange_owners(sentence, head, fillers))


def _listed(one: Marked, bound: Bonds | None, judge: Judgement, times: Sequence[Timespan]) -> Found | None:
    """A claim by a listed word: its frame fills it; without anybody or anything in it, it is no claim.

    Of a type that the model knows, the binder says who tells it and how its time is told (``bound``).
    """
    fillers = _by_frame(one, judge, times)
    deeds = acted_on(one.sentence, one.head, judge.listed)
    fillers = who_attempts(one.sentence, one.head, aimed(one.sentence, one.head, fillers, times, deeds))
    fillers = named_twice(one.sentence, without_regimes_of_calm(one.sentence, fillers))
    fillers = without_opponents(one.sentence, one.head, one.kind.name, fillers)
    fillers = who_denies(one.sentence, one.head, one.kind.name, fillers)
    fillers = visited(one.sentence, one.head, one.kind.name, fillers)
    enough = _MAIN | {"place"} if one.kind.name == "truce_breach" else _MAIN  # "the truce was broken in the town"
    if not any(f.role in enough for f in fillers):
        return None
    fillers = without_judges(one.sentence, one.head, fillers)
    ruled = certainty(one.sentence, one.head, judge.cues, (one.trigger.start, one.trigger.end))
    ruled = unreal(one.sentence, one.head, _decided(one, ruled))
    undone = by_nobody(one.sentence, one.head) or on_nothing(one.sentence, one.head)
    if undone or negated(one.sentence, one.head, judge.cues, lacking=True):
        ruled = ("negative", ruled[1])
    if ruled[1] == "actual" and only_accused(one.sentence, one.head):
        ruled = (ruled[0], "possible")
    if bound is None:
        return Found(one, tuple(fillers), *ruled)
    return Found(one, tuple(fillers), *ruled, bound.speaker, likely(bound), ways(bound))


def _decided(one: Marked, ruled: tuple[Polarity, Modality]) -> tuple[Polarity, Modality]:
    """What an authority decides to grant, forbid or suspend it has granted, forbidden or suspended."""
    governor = one.sentence.tokens[one.head.head] if one.head.head >= 0 and one.head.deprel == "xcomp" else None
    done = governor is not None and governor.lemma == "decide" and one.kind.name in _BY_DECISION
    return (ruled[0], "actual") if done and ruled[1] == "planned" else ruled


def _by_frame(one: Marked, judge: Judgement, times: Sequence[Timespan]) -> list[Filler]:
    here = [t for t in times if t.start < one.sentence.end and one.sentence.start < t.end]
    frame = judge.ontology.frames[frame_name(one.sentence, one.head, one.kind)]
    return ruled(one.sentence, one.trigger, one.kind, frame, here)


def _with_place(chosen: Sequence[Filler], by_frame: Sequence[Filler]) -> list[Filler]:
    """What the binder chose, which has no place, with the place of the frame."""
    free = [f for f in by_frame if f.role == "place" and not any(f.start < c.end and c.start < f.end for c in chosen)]
    return sorted((*chosen, *free), key=by_place)


def _claim(report: Report, one: Found, speaking: Floor, sentences: Sequence[Sentence], extractor: str) -> Claim:
    trigger = one.marked.trigger.span
    said_by = speakers(report.text, one, speaking, sentences)
    spoken = {s.evidence.span for s in said_by}  # "the emergency room counts 14 deaths": not there
    fillers = [f for f in one.fillers if f.role != "place" or Span(f.start, f.end) not in spoken]
    fillers = [_short_of(report.text, f, spoken) for f in fillers]
    return Claim(
        id=claim_id(report.id, one.marked.kind.name, trigger),
        report=report.id,
        type=one.marked.kind.name,
        trigger=Evidence.of(report.text, trigger),
        roles=tuple(_role(report.text, f, one.marked.sentence) for f in fillers),
        polarity=one.polarity,
        modality=one.modality,
        speakers=said_by,
        salience=faded(one.news, one.number),
        confidence=round(calibrated(one.marked.trigger.score), 4),
        sentence=one.marked.sentence.span,
        tense=tense(one.marked.sentence, one.marked.head),
        timing=one.timing,
        ways=one.ways,
        extractor=extractor,
    )


def _short_of(text: str, filler: Filler, spoken: Iterable[Span]) -> Filler:
    """A filler without who says so behind a dash ("Lisk" of "Lisk - governor")."""
    for span in spoken:
        before = text[filler.start : span.start].rstrip()
        if filler.start < span.start and span.end == filler.end and before[-1:] in {"-", "–", "—"}:
            return dataclasses.replace(filler, end=filler.start + len(before[:-1].rstrip()))
    return filler


def _role(text: str, filler: Filler, sentence: Sentence) -> Role:
    inside = sentence.start <= filler.start < sentence.end
    words = Evidence.of(text, Span(filler.start, filler.end))
    someone = filler.role == "place" and words.quote.lower() in PERSONS  # "the ring around us"
    return Role(role="target" if someone else filler.role, evidence=words, carried=not inside)
