"""Which words of a report evoke claims: the model's triggers and the ontology's words, put right and sifted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from situate.extract.contents import complement
from situate.extract.lexical import BOUND, Lexicon, acted_on
from situate.extract.lexical import triggers as listed_triggers
from situate.extract.phrases import children, kind_of
from situate.extract.pledges import pledges
from situate.extract.slots import head_of, trigger_tokens
from situate.extract.taking_up import taken_up
from situate.model.report import Report
from situate.model.sentence import Labelled, Sentence, Token
from situate.ontology import ClaimType, Ontology

_LIFTING = frozenset({"end", "lifting", "breaking", "breakage", "break", "breach", "relief", "ending", "collapse"})
_RINGS = frozenset({"siege", "blockade", "encirclement", "ring", "cordon"})
_SEXUAL = frozenset({"sexually", "sexual"})
_DROPPING = frozenset({"drop", "airdrop", "parachute"})
_HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})  # deeds that announced are a threat
_VOWING = frozenset({"promise", "pledge", "vow", "swear"})
_UNSURE = 0.7  # up to which a trigger that its type does not list gives way to the list of another type
_GRANTING = frozenset({"approve", "authorise", "authorize", "grant"})
_AIRCRAFT = frozenset({"plane", "aircraft", "warplane", "jet", "helicopter", "drone", "airplane", "bomber", "gunship"})
_WITHHELD = frozenset({"repel", "deliver_aid", "disrupt_weapons"})
_STOPPING = frozenset({"stop", "halt", "block", "intercept", "confiscate", "withhold"})
_TURNING = frozenset({"send", "turn"})
_AID = frozenset({"aid", "relief", "humanitarian", "food", "medicine", "flour"})
_ARMS = frozenset({"weapon", "arm", "ammunition", "munition", "missile", "rocket", "rifle", "tank", "hardware", "cash"})
_LEAST = 0.3  # probability of a trigger below which more claims are wrong than right (folds of the annotated reports)


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
    told: Sequence[Labelled] = (),
) -> Iterator[Marked]:
    """The triggers of a report in order of its sentences; those in furniture and in figures of speech make no claim.

    ``listed``: words of types that the model does not know; ``plain``: of those it knows, where it sees nothing;
    ``told``: the triggers of the report before these sentences.
    """
    before = list(told)
    hostile = {t.name for t in ontology.types.values() if (t.plover or "").split("-")[0] in _HOSTILE}
    for number, sentence in enumerate(sentences):
        likely = [t for t in sentence.triggers if t.score >= _LEAST]
        seen = [t for t in likely if t.score > _UNSURE or _lists(sentence, t, ontology)]
        seen = [t for t in seen if not (_lifts_else(sentence, t, listed) or _is_figure(sentence, t, ontology))]
        more = [t for t in listed_triggers(sentence, listed, seen) if not _seen_as(t, sentence.triggers)]
        words = [t for t in listed_triggers(sentence, plain, more) if not likely or _seldom(t, likely, ontology)]
        deeds = sorted((*seen, *more, *words), key=lambda t: t.start)
        more += pledges(sentence, deeds, hostile, ontology.cues.negation["words"])
        more = [_threatening(sentence, t, deeds, hostile) for t in more]
        beside = [t for t in sentence.triggers if not any(t.start < m.end and m.start < t.end for m in (*more, *words))]
        beside = [t for t in beside if not _is_broken(sentence, t, more)]
        more += committed(sentence, beside, listed)
        found = [*lifted(sentence, [_relabelled(sentence, t) for t in beside]), *words, *more]
        for trigger in [*found, *taken_up(sentence, found, before)]:
            head = _usable(report, sentence, trigger, ontology)
            if head is not None:
                kind = ontology.types[trigger.label]
                before.append(trigger)
                by_list = not kind.annotated or (trigger in more and trigger.label not in BOUND)
                yield Marked(number, sentence, trigger, head, kind, by_list)


def _seldom(trigger: Labelled, seen: Sequence[Labelled], ontology: Ontology) -> bool:
    """Whether a word tells of siege or access, of which the model has read little, and no trigger of its type does."""
    apart = all(t.label != trigger.label and (t.end <= trigger.start or trigger.end <= t.start) for t in seen)
    return apart and ontology.types[trigger.label].group == "siege and access"


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
    return bool(tokens) and is_figure_of_speech(sentence, head_of(tokens), ontology)


def _seen_as(listed: Labelled, triggers: Sequence[Labelled]) -> bool:
    """Whether the model sees a listed word as what the list says, less sure than it might be."""
    known = (t for t in triggers if t.label == listed.label and t.score >= _LEAST)
    return any(t.start < listed.end and listed.start < t.end for t in known)


def committed(sentence: Sentence, triggers: Sequence[Labelled], listed: Lexicon) -> list[Labelled]:
    """ "Agreed to free the captives": beside the agreement, a promise of what is agreed to."""
    deals = [t for t in triggers if t.label == "agreement"]
    found = []
    for promise in listed_triggers(sentence, listed, ()) if deals else ():
        over = any(t.start < promise.end and promise.start < t.end for t in deals)
        if over and promise.label == "promise":
            head = head_of(trigger_tokens(sentence, promise))
            found += [promise] if children(sentence, head.index, "xcomp") else []
    return found


def _lifts_else(sentence: Sentence, trigger: Labelled, listed: Lexicon) -> bool:
    """ "Lifted the curfew", "returned the statue": what ends is listed, and no siege; what returns, and nobody."""
    tokens = trigger_tokens(sentence, trigger) if trigger.label in {"siege_end", "return"} else []
    nouns = acted_on(sentence, head_of(tokens), listed) if tokens else frozenset()
    return bool(nouns) and not any(sentence.tokens[i].lemma.lower() in _RINGS for i in nouns)


def _relabelled(sentence: Sentence, trigger: Labelled) -> Labelled:
    for rule in (dropped, flown, withheld, granted, sexual):
        trigger = rule(sentence, trigger)
    return trigger


def _lists(sentence: Sentence, trigger: Labelled, ontology: Ontology) -> bool:
    """Whether the ontology lists a word of a trigger for its type."""
    kind = ontology.types.get(trigger.label)
    if kind is None:
        return False
    listed = {*kind.triggers.verbs, *kind.triggers.nouns, *kind.triggers.adjectives}
    return any(t.lemma.lower() in listed for t in trigger_tokens(sentence, trigger))


def dropped(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Food and medicine that planes drop are aid, whatever else planes drop ("the flour that helicopters dropped")."""
    tokens = trigger_tokens(sentence, trigger)
    head = head_of(tokens) if tokens else None
    if trigger.label != "airstrike" or head is None or head.lemma not in _DROPPING:
        return trigger
    objects = [t.index for t in children(sentence, head.index, "obj", "nsubj:pass")]
    objects += [head.head] if head.deprel == "acl:relcl" else []
    things = {i for o in objects for i in (o, *(c.index for c in children(sentence, o, "conj")))}
    aid = any(kind_of(sentence, i) == "goods" for i in things)
    return replace(trigger, label="deliver_aid") if aid else trigger


def sexual(sentence: Sentence, trigger: Labelled) -> Labelled:
    """What is called sexual is abuse, whatever the model takes it for ("sexually assaulted", "a sexual attack")."""
    tokens = trigger_tokens(sentence, trigger)
    if not tokens or trigger.label not in {"assault", "kill", "clash"}:
        return trigger
    said = [t for t in children(sentence, head_of(tokens).index, "advmod", "amod") if t.lemma in _SEXUAL]
    return replace(trigger, start=min(t.start for t in said), label="abuse") if said else trigger


def flown(sentence: Sentence, trigger: Labelled) -> Labelled:
    """What aircraft strike is struck from the air, however the verb reads ("the planes shelled the town")."""
    head = _head(sentence, trigger)
    if trigger.label != "shelling" or head is None or head.upos != "VERB":
        return trigger
    doers = children(sentence, head.index, "nsubj", "obl:agent")
    return replace(trigger, label="airstrike") if any(t.lemma.lower() in _AIRCRAFT for t in doers) else trigger


def withheld(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Aid that is stopped or sent back is denied: no attack was repelled, no weapons were taken, nothing was sent."""
    head = _head(sentence, trigger)
    if trigger.label not in _WITHHELD or head is None or head.upos != "VERB":
        return trigger
    back = any(t.lemma.lower() in {"back", "away"} for t in children(sentence, head.index))
    if head.lemma not in _STOPPING and not (back and head.lemma in _TURNING):
        return trigger
    things = children(sentence, head.index, "obj", "nsubj:pass")
    aid = any(_is_aid(sentence, t) for t in things)
    return replace(trigger, label="deny_aid") if aid else trigger


def _is_aid(sentence: Sentence, thing: Token) -> bool:
    """Goods that no one fights with, or a convoy that is called one of aid."""
    if kind_of(sentence, thing.index) == "goods" and thing.lemma.lower() not in _ARMS:
        return True
    return any(t.lemma.lower() in _AID for t in children(sentence, thing.index, "compound", "amod", "nmod"))


def _head(sentence: Sentence, trigger: Labelled) -> Token | None:
    tokens = trigger_tokens(sentence, trigger)
    return head_of(tokens) if tokens else None


def granted(sentence: Sentence, trigger: Labelled) -> Labelled:
    """What is approved is not refused ("a convoy has been approved"), unless the words say that it was not."""
    tokens = trigger_tokens(sentence, trigger)
    head = head_of(tokens) if tokens else None
    if trigger.label != "deny_aid" or head is None or head.lemma not in _GRANTING:
        return trigger
    before = sentence.tokens[max(0, head.index - 4) : head.index]
    denied = any(t.lemma.lower() in {"not", "n't", "never", "no", "without"} for t in before)
    return trigger if denied else replace(trigger, label="agreement")


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
