"""Claims on the way: what is known of one, and what those of one sentence say of each other."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from situate.extract.roles.contents import COMMANDING, aside, complement
from situate.extract.roles.frames import Filler
from situate.extract.sentence.salience import foreground, news_value
from situate.extract.tree.slots import trigger_tokens
from situate.extract.triggers.evoked import Marked
from situate.model.claim import Modality, Polarity, Timing
from situate.model.sentence import Token
from situate.model.span import Span

_ASIDE = 0.7  # what words said in a subordinate clause count of those of the main one
_MADE = frozenset({"ceasefire", "surrender"})  # by those who agree to them
_CALLING = frozenset({"call", "phone", "telephone"})
_STEP = 0.001  # by how much an act stands before its deeds


@dataclass(frozen=True, slots=True)
class Found:
    """A claim on the way: its trigger, its fillers, how certain it is, who says so, how its time is told.

    ``ways``: how likely each way of telling its time is, where the reading model knows its type.
    """

    marked: Marked
    fillers: tuple[Filler, ...]
    polarity: Polarity
    modality: Modality
    speaker: Span | None = None
    timing: Timing | None = None
    ways: tuple[tuple[Timing, float], ...] = ()
    above: float = 0.0

    @property
    def news(self) -> float:
        """Its news value before it fades: its type's, less if it is no fact; not below ``above``."""
        kind = self.marked.kind
        said_aside = kind.group == "words" and aside(self.marked.sentence, self.marked.head)
        depth = foreground(self.marked.sentence, _predicate(self.marked)) * (_ASIDE if said_aside else 1.0)
        value = news_value(kind, self.modality, self.polarity, depth)
        return max(value, self.above)

    @property
    def took_place(self) -> bool:
        """Whether it is told as a fact."""
        return (self.polarity, self.modality) == ("positive", "actual")

    @property
    def number(self) -> int:
        """The number of its sentence."""
        return self.marked.number


def headed(found: Sequence[Found]) -> list[Found]:
    """Acts that command, refuse or undo a deed of their sentence stand before it: the threat, not what it threatens."""
    return [_before(one, found) if one.marked.kind.name in COMMANDING else one for one in found]


def _before(act: Found, found: Sequence[Found]) -> Found:
    within = complement(act.marked.sentence, act.marked.head)
    deeds = [f.news for f in found if f is not act and f.marked.head.index in within and not _stands(f, act)]
    return dataclasses.replace(act, above=min(1.0, max(deeds) + _STEP)) if deeds else act


def _stands(deed: Found, act: Found) -> bool:
    """Whether a deed is told as done, whatever is said of it: by others ("broke up the rally"), or by agreeing to it.

    What somebody refuses, suspends or promises of his own ("suspended its aid") is not done.
    """
    ordered = deed.marked.head.head == act.marked.head.index and deed.marked.head.deprel in {"xcomp", "ccomp"}
    if ordered or not deed.took_place:
        return False
    return deed.marked.kind.name in _MADE or not any(_same(f, g) for f in deed.fillers for g in act.fillers)


def _same(one: Filler, other: Filler) -> bool:
    return one.role == other.role == "actor" and one.start < other.end and other.start < one.end


def concluded(found: Sequence[Found]) -> list[Found]:
    """ "Agreed a trade deal", "called to convey support": verb and deed are one claim, as certain as the verb tells.

    So is "a ceasefire deal", which the ceasefire tells.
    """
    found = [one for one in found if not any(_is_named_by(one, other) for other in found)]
    deals = {id(verb): deal for verb in found for deal in found if _is_deal(verb, deal) or _is_said(verb, deal)}
    made = {id(deal): verb for verb in found for deal in found if _is_deal(verb, deal) or _is_said(verb, deal)}
    return [_joined(one, made[id(one)]) if id(one) in made else one for one in found if id(one) not in deals]


def _is_named_by(deal: Found, name: Found) -> bool:
    """ "A surrender deal": what a deal is named by tells it."""
    named = deal.marked.kind.name == "agreement" and name.marked.kind.name in _MADE
    head = name.marked.head
    return named and head.head == deal.marked.head.index and head.deprel == "compound"


def _is_deal(verb: Found, deal: Found) -> bool:
    governed = deal.marked.head.head == verb.marked.head.index and deal.marked.head.deprel in {"obj", "obl"}
    made = verb.marked.kind.name == "agreement" and deal.marked.kind.name in {"agreement", "ceasefire"}
    return made and governed and verb.marked.head.upos == "VERB"


def _is_said(call: Found, act: Found) -> bool:
    """ "The president called his counterpart to convey support": what is conveyed is told, and to whom."""
    verb, head = call.marked.head, act.marked.head
    purpose = head.head == verb.index and head.deprel in {"advcl", "xcomp"}
    return purpose and verb.lemma in _CALLING and call.marked.kind.name == "talks" and act.marked.kind.group == "words"


def _joined(deal: Found, verb: Found) -> Found:
    free = [f for f in verb.fillers if not any(f.start < g.end and g.start < f.end for g in deal.fillers)]
    fillers = sorted((*deal.fillers, *free), key=lambda f: (f.start, f.end, f.role))
    return dataclasses.replace(deal, fillers=tuple(fillers), polarity=verb.polarity, modality=verb.modality)


def _predicate(marked: Marked) -> Token:
    """The word by whose place a claim is foreground or not: of "remained on alert" the verb."""
    first = trigger_tokens(marked.sentence, marked.trigger)[:1]
    phrase = bool(first) and first[0].upos == "ADP" and first[0].index != marked.head.index
    carried = phrase and marked.head.deprel == "obl" and marked.head.head >= 0
    return marked.sentence.tokens[marked.head.head] if carried else marked.head
