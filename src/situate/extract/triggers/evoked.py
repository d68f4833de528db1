"""Which words of a report evoke claims: the model's triggers and the ontology's words, put right and sifted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from situate.extract.certainty.cues import CertaintyCues
from situate.extract.roles.contents import complement
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import children
from situate.extract.tree.slots import head_of, trigger_head, trigger_tokens
from situate.extract.tree.words import RINGS
from situate.extract.triggers.access import is_no_way, retyped, told_by_things
from situate.extract.triggers.between import held_between, parted
from situate.extract.triggers.deaths import among_them, by_device, deaths, denied, totals, wounds
from situate.extract.triggers.done_to import done_to
from situate.extract.triggers.faint import LEAST, faint
from situate.extract.triggers.granting import approved, refused
from situate.extract.triggers.lexical import BOUND, SELDOM, Lexicon, acted_on, is_sure, paired
from situate.extract.triggers.lexical import triggers as listed_triggers
from situate.extract.triggers.matters import of_no_force
from situate.extract.triggers.misread import decreed, misread
from situate.extract.triggers.misread_people import by_nature
from situate.extract.triggers.movers import by_mover, kept_from, on_the_move
from situate.extract.triggers.on_strike import of_workers
from situate.extract.triggers.people_told import BACK, loads_in, told_of_people
from situate.extract.triggers.phrasal import driven_out, killing_beside, to_death, told_in_phrases
from situate.extract.triggers.pledges import pledges
from situate.extract.triggers.retyping import crowd, flown, relabelled
from situate.extract.triggers.shut_off import shut_off
from situate.extract.triggers.taken_out import carried, no_load, taken_out
from situate.extract.triggers.taking_up import foreseen, meant, taken_up
from situate.extract.triggers.under_arms import by_arms, under_arms
from situate.extract.triggers.worded import no_phrase, worded
from situate.model.report import Report
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import overlap
from situate.ontology import ClaimType, Ontology

_LIFTING = frozenset({"end", "lifting", "breaking", "breakage", "break", "breach", "relief", "ending", "collapse"})
_RINGS = RINGS | {"ring", "cordon"}
_HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})  # deeds that announced are a threat
_VOWING = frozenset({"promise", "pledge", "vow", "swear"})
_UNSURE = 0.7  # up to which a trigger that its type does not list gives way to the list of another type
_UNSURE_SELDOM = 0.4  # the same for types of siege and access
_FORCE = frozenset({"fighting", "remote violence"})  # groups of types
_REMOTE = "remote violence"
_GAINING = frozenset({"advance", "capture"})
_WIDENING = frozenset({"expand", "extend", "widen"})
# Who fights his way out of a ring breaks it, and into a town advances, though "fought his way" is no fight.
_ALONG_A_WAY = frozenset({"siege_end", "advance"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A trigger that can make a claim: its sentence with its number, its head, its type; ``listed``: by a list."""

    number: int
    sentence: Sentence
    trigger: Labelled
    head: Token
    kind: ClaimType
    listed: bool = False


def marked(
    report: Report,
    sentences: Sequence[Sentence],
    ontology: Ontology,
    listed: Lexicon,
    plain: Lexicon,
    cues: CertaintyCues,
    told: Sequence[Labelled] = (),
) -> Iterator[Marked]:
    """The triggers of a report in order of its sentences; those in furniture and in figures of speech make no claim.

    ``listed``: words of types that the model does not know; ``plain``: of those it knows, where it sees nothing;
    ``told``: the triggers of the report before these sentences.
    """
    before = list(told)
    hostile = {t.name for t in ontology.types.values() if (t.plover or "").split("-")[0] in _HOSTILE}
    for number, sentence in enumerate(sentences):
        scored = [t for t in sentence.triggers if t.score >= LEAST and not _listed_surely(sentence, t, listed)]
        just_before = sentences[max(0, number - BACK) : number]
        apt = [*told_of_people(sentence, just_before)]
        by_pairs = (*paired(sentence, plain), *refused(sentence, cues), *approved(sentence, cues))
        apt += [t for t in by_pairs if not _over(t, apt)]
        killed = (*to_death(sentence, scored), *killing_beside(sentence, scored))
        phrased = (*told_in_phrases(sentence), *driven_out(sentence, scored), *killed)
        for by_words in (
            shut_off(sentence), told_by_things(sentence, scored), taken_out(sentence, scored),
            held_between(sentence, scored), on_the_move(sentence, scored), phrased, under_arms(sentence, scored),
        ):  # fmt: skip
            apt += [t for t in by_words if not _over(t, apt)]
        likely = [retyped(sentence, t) for t in told_by_object(scored, apt)]
        seen = [t for t in likely if t.score > _bar(t, ontology) or _over(t, apt) or _lists(sentence, t, ontology)]
        seen += [t for t in likely if t not in seen and _by_weapon(sentence, t)]
        likely = [t for t in likely if not misread(sentence, t, ontology)]
        apt_as = {(t.start, t.end, t.label) for t in likely}  # need not be asked about again
        seen = [t for t in seen if t in likely]
        seen = [t for t in seen if not (_lifts_else(sentence, t, listed) or _is_figure(sentence, t, ontology))]
        likely = [t for t in likely if not (is_no_way(sentence, t) or parted(sentence, t, likely))]
        more = [  # what is misread gives way to what the model sees there
            t
            for t in listed_triggers(sentence, listed, seen)
            if not (_seen_as(t, sentence.triggers) or misread(sentence, t, ontology))
        ]
        likely += faint(sentence, [*likely, *more], ontology, cues)
        words = [
            flown(sentence, t)
            for t in listed_triggers(sentence, plain, more)
            if not likely or _apart(sentence, t, likely, ontology)
        ]
        if likely and all(t.label == "kill" for t in likely):
            words += [t for t in listed_triggers(sentence, plain, [*more, *words]) if _kills(t, likely, ontology)]
        deeds = sorted((*seen, *more, *words), key=lambda t: t.start)
        more += pledges(sentence, deeds, hostile, ontology.cues.negation["words"])
        more = [crowd(sentence, _threatening(sentence, t, deeds, hostile)) for t in more]
        beside = [t for t in likely if not any(overlap(t, m) for m in (*more, *words))]
        beside = [t for t in beside if not _is_broken(sentence, t, more)]
        more += committed(sentence, beside, listed)
        more = [
            by_mover(sentence, worded(sentence, done_to(sentence, flown(sentence, t))))
            for t in more
            if not _brought(sentence, t, likely)
        ]
        told_of = [carried(sentence, done_to(sentence, relabelled(sentence, t))) for t in beside]
        told_of = [by_arms(sentence, by_mover(sentence, worded(sentence, t))) for t in told_of]
        told_of = [t for t in told_of if not (_is_part(t, told_of) or _is_gained(sentence, t, told_of))]
        found = [*lifted(sentence, told_of), *words, *more]
        found = [t for t in found if (t.start, t.end, t.label) in apt_as or not misread(sentence, t, ontology)]
        found = [t for t in found if not no_load(sentence, t)]
        found = [t for t in found if not (no_phrase(sentence, t) or is_no_way(sentence, t) or kept_from(sentence, t))]
        found += [*taken_up(sentence, found, before), *foreseen(sentence, found)]
        found += wounds(sentence, found)
        found += [*totals(sentence, found), *denied(sentence, found)]
        found += loads_in(sentence, found, before, just_before)
        for trigger in [*found, *(t for t in deaths(sentence, found) if not by_nature(sentence, t))]:
            trigger = by_device(sentence, among_them(sentence, meant(sentence, trigger, before)), found)
            trigger = flown(sentence, trigger) if trigger.label in {"kill", "explosion"} else trigger
            head = _usable(report, sentence, trigger, ontology)
            if head is not None and not (of_no_force(sentence, trigger) or decreed(sentence, trigger)):
                kind = ontology.types[trigger.label]
                before.append(trigger)
                by_list = not kind.annotated or (trigger in more and trigger.label not in BOUND)
                yield Marked(number, sentence, trigger, head, kind, by_list)


def _apart(sentence: Sentence, trigger: Labelled, seen: Sequence[Labelled], ontology: Ontology) -> bool:
    """Whether a plain word counts beside what the model sees elsewhere in its sentence.

    Where no trigger of their type does, words of siege and access do, of which the model has read little, and phrases
    for blows, as several words together mean little else.
    """
    if _over(trigger, seen) or any(t.label == trigger.label for t in seen):
        return False
    group = ontology.types[trigger.label].group
    return group == SELDOM or (group in _FORCE and len(trigger_tokens(sentence, trigger)) > 1)


def _bar(trigger: Labelled, ontology: Ontology) -> float:
    """The score up to which an unlisted trigger gives way: of siege and access even faint ones say more than a list."""
    kind = ontology.types.get(trigger.label)
    return _UNSURE_SELDOM if kind is not None and kind.group == SELDOM else _UNSURE


def _kills(trigger: Labelled, seen: Sequence[Labelled], ontology: Ontology) -> bool:
    """Whether a word tells of the blow of which the model sees only the dead ("bombarded; … two were killed").

    ``seen`` are all killings.
    """
    alone = all(t.end <= trigger.start or trigger.end <= t.start for t in seen)
    return alone and ontology.types[trigger.label].group == _REMOTE


def told_by_object(triggers: Sequence[Labelled], apt: Sequence[Labelled]) -> list[Labelled]:
    """The model's triggers, where a verb with its object tells another type of that, and the verbs it does not see."""
    found = []
    for trigger in triggers:
        over = _over(trigger, apt)
        sure = max([trigger.score, *(t.score for t in over)])
        found.append(replace(trigger, label=over[0].label, score=sure) if over else trigger)
    return [*found, *(t for t in apt if not _over(t, triggers))]


def _is_part(trigger: Labelled, triggers: Sequence[Labelled]) -> bool:
    """Whether a longer trigger of its type has a trigger in it ("mass" of "mass grave")."""
    return any(
        t.label == trigger.label and t.start <= trigger.start and trigger.end <= t.end and t.span != trigger.span
        for t in triggers
    )


def _is_gained(sentence: Sentence, trigger: Labelled, triggers: Sequence[Labelled]) -> bool:
    """ "Are expanding their control": what an advance or a taking gains is told by its verb."""
    head = trigger_head(sentence, trigger) if trigger.label == "control" else None
    if head is None or head.deprel != "obj" or head.upos != "NOUN":
        return False
    verb = sentence.tokens[head.head]
    told = any(t.label in _GAINING and t.start <= verb.start < t.end for t in triggers)
    return told and verb.lemma in _WIDENING


def _over(trigger: Labelled, others: Sequence[Labelled]) -> list[Labelled]:
    """Those of other triggers that share a word with one."""
    return [t for t in others if overlap(t, trigger)]


def _brought(sentence: Sentence, trigger: Labelled, seen: Sequence[Labelled]) -> bool:
    """Whether words for help are what a delivery brings ("delivered medical supplies"): told already."""
    head = trigger_head(sentence, trigger) if trigger.label == "assist" else None
    verb = sentence.tokens[head.head] if head is not None and head.head >= 0 else None
    if head is None or verb is None or head.deprel not in {"obj", "nsubj:pass", "nsubj"}:
        return False
    return any(t.label == "deliver_aid" and t.start <= verb.start < t.end for t in seen)


def _threatening(
    sentence: Sentence, trigger: Labelled, deeds: Sequence[Labelled], hostile: Collection[str]
) -> Labelled:
    """ "Promised to bomb the port", "vowed arrests": who promises hostile deeds threatens."""
    tokens = trigger_tokens(sentence, trigger) if trigger.label == "promise" else []
    if not tokens or head_of(tokens).lemma not in _VOWING:
        return trigger
    within = {sentence.tokens[i].start: depth for i, depth in complement(sentence, head_of(tokens)).items()}
    told = [(depth, d.label) for start, depth in within.items() for d in deeds if d.start <= start < d.end]
    return replace(trigger, label="threaten") if told and min(told)[1] in hostile else trigger


def _is_broken(sentence: Sentence, trigger: Labelled, more: Sequence[Labelled]) -> bool:
    """Whether a truce is only told as what is broken; "a truce agreed in May was violated" tells of both."""
    tokens = trigger_tokens(sentence, trigger) if trigger.label == "ceasefire" else []
    verb = head_of(tokens).head if tokens else -1
    broken = [m for m in more if m.label == "truce_breach"]
    if verb < 0 or children(sentence, head_of(tokens).index, "acl", "acl:relcl"):
        return False
    return any(m.start <= sentence.tokens[verb].start < m.end for m in broken)


def _is_figure(sentence: Sentence, trigger: Labelled, ontology: Ontology) -> bool:
    tokens = trigger_tokens(sentence, trigger)
    return (
        trigger.label not in _ALONG_A_WAY and bool(tokens) and is_figure_of_speech(sentence, head_of(tokens), ontology)
    )


def _listed_surely(sentence: Sentence, trigger: Labelled, listed: Lexicon) -> bool:
    head = trigger_head(sentence, trigger)
    return head is not None and is_sure(listed, head)


def _seen_as(listed: Labelled, triggers: Sequence[Labelled]) -> bool:
    """Whether the model sees a listed word as what the list says, less sure than it might be."""
    known = (t for t in triggers if t.label == listed.label and t.score >= LEAST)
    return any(overlap(t, listed) for t in known)


def committed(sentence: Sentence, triggers: Sequence[Labelled], listed: Lexicon) -> list[Labelled]:
    """ "Agreed to free the captives": beside the agreement, a promise of what is agreed to."""
    deals = [t for t in triggers if t.label == "agreement"]
    found = []
    for promise in listed_triggers(sentence, listed, ()) if deals else ():
        over = any(overlap(t, promise) for t in deals)
        if over and promise.label == "promise":
            head = head_of(trigger_tokens(sentence, promise))
            found += [promise] if children(sentence, head.index, "xcomp") else []
    return found


def _lifts_else(sentence: Sentence, trigger: Labelled, listed: Lexicon) -> bool:
    """ "Lifted the curfew", "returned the statue": what ends is listed, and no siege; what returns, and nobody."""
    tokens = trigger_tokens(sentence, trigger) if trigger.label in {"siege_end", "return"} else []
    nouns = acted_on(sentence, head_of(tokens), listed) if tokens else frozenset()
    return bool(nouns) and not any(sentence.tokens[i].lemma.lower() in _RINGS for i in nouns)


def _by_weapon(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether a weapon does it, so that no word of speech or law is meant ("shells slammed into the market")."""
    head = trigger_head(sentence, trigger)
    doers = children(sentence, head.index, "nsubj") if head is not None and head.upos == "VERB" else ()
    return any(kind_of(sentence, t.index) == "weapon" for t in doers)


def _lists(sentence: Sentence, trigger: Labelled, ontology: Ontology) -> bool:
    """Whether the ontology lists a word of a trigger for its type."""
    kind = ontology.types.get(trigger.label)
    if kind is None:
        return False
    listed = {*kind.triggers.verbs, *kind.triggers.nouns, *kind.triggers.adjectives}
    return any(t.lemma.lower() in listed for t in trigger_tokens(sentence, trigger))


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
    """The noun before a siege that says it ends, be it read as one or as its end; by the order of the words."""
    tokens = trigger_tokens(sentence, trigger)
    ring = trigger.label == "besiege" or (
        trigger.label == "siege_end" and bool(tokens) and tokens[-1].lemma.lower() in _RINGS
    )
    at = tokens[0].index - (tokens[0].text.lower() != "of") if tokens and ring else -1
    while at > 0 and sentence.tokens[at].upos in {"DET", "ADJ", "NUM"}:
        at -= 1
    if at < 1 or sentence.tokens[at].text.lower() != "of":
        return None
    return sentence.tokens[at - 1] if sentence.tokens[at - 1].lemma in _LIFTING else None


def _usable(report: Report, sentence: Sentence, trigger: Labelled, ontology: Ontology) -> Token | None:
    """The head of a trigger that can make a claim."""
    tokens = trigger_tokens(sentence, trigger)
    if trigger.label not in ontology.types or not tokens or any(f.overlaps(trigger.span) for f in report.furniture):
        return None
    head = head_of(tokens)
    figure = trigger.label not in _ALONG_A_WAY and is_figure_of_speech(sentence, head, ontology)
    return None if figure or of_workers(report.text, sentence, trigger) else head


def frame_name(sentence: Sentence, head: Token, kind: ClaimType) -> str:
    """The frame that reads this trigger; "regime-held" has one of its own."""
    if kind.name == "control" and head.index >= 2 and sentence.tokens[head.index - 1].text in {"-", "‑", "–"}:
        return "attributive_hold"
    return kind.frame_for(head.upos)


def is_figure_of_speech(sentence: Sentence, head: Token, ontology: Ontology) -> bool:
    """Whether the trigger stands in one of the ontology's figures of speech ("a war of words")."""
    lemma, word = head.lemma, head.text.lower()
    for figure in ontology.cues.figures_of_speech:
        if lemma not in figure.words and word not in figure.words:
            continue
        near = sentence.tokens[max(0, head.index - figure.within) : head.index + figure.within + 1]
        if any(t.lemma in figure.near or t.text.lower() in figure.near for t in near):
            return True
    return False
