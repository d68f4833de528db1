"""Tolls told for each place: "killed three in Lisk, two in Varn and one in Orm" tells three blows with their dead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler
from situate.extract.roles.unharmed import TOLLS
from situate.extract.sentence.found import Found
from situate.extract.tree.relations import governor_of, top_of
from situate.extract.tree.words import lexicon
from situate.model.claim import TIME_ROLES
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap
from situate.ontology import BLOWS

_STRUCK = BLOWS | {"kill"}
_WHERE = frozenset({"in", "at", "near", "outside", "around"})
_OF_THEM = frozenset({"including", "among", "of", "them", "whom"})
_GAP = 4  # words between a figure and its place: "in the town of"


def told_by_place(found: Sequence[Found]) -> list[Found]:
    """The claims of a sentence, one that counts its dead and hurt at each of several places as one claim for each."""
    return [part for one in found for part in (_parts(one) if one.marked.kind.name in _STRUCK else [one])]


def _parts(one: Found) -> list[Found]:
    groups = _groups(one)
    if len(groups) < 2:
        return [one]
    apart = {f for group in groups for f in group}
    dated = any(f.role in TIME_ROLES for group in groups[:-1] for f in group)
    last_days = {f for f in groups[-1] if f.role in TIME_ROLES}
    shared = {f for f in one.fillers if f not in apart} | (set() if dated else last_days)
    made = []
    for number, group in enumerate(groups):
        fillers = tuple(f for f in one.fillers if f in shared or f in group)
        made.append(replace(_told_at(one, group) if number else one, fillers=fillers))
    return made


def _groups(one: Found) -> list[list[Filler]]:
    """The figures with their places and days, in the order of the text; none where they are not told by places."""
    sentence = one.marked.sentence
    row = [f for f in one.fillers if f.role in TOLLS | TIME_ROLES | {"place"}]
    row = [f for f in row if sentence.start <= f.start < sentence.end]
    places = [f for f in row if f.role == "place"]
    tolls = [f for f in row if f.role in TOLLS]
    if len(places) < 2 or len(tolls) < 2 or any(overlap(f, g) for f in tolls for g in places):
        return []
    groups: list[list[Filler]] = []
    for filler in row:
        begins = filler.role in TOLLS and (not groups or any(f.role == "place" for f in groups[-1]))
        if begins:
            groups.append([])
        elif not groups and filler.role == "place":
            return []  # "in Lisk they killed two and in Varn three"
        if groups:
            groups[-1].append(filler)
    return groups if all(_is_whole(sentence, group) for group in groups) else []


def _is_whole(sentence: Sentence, group: Sequence[Filler]) -> bool:
    """Whether figures that count anew, and no part of others, stand right before the name of their place."""
    tolls, places = ([f for f in group if (f.role == "place") is at] for at in (False, True))
    tolls = [f for f in tolls if f.role in TOLLS]
    if not places or not any(t.upos == "PROPN" for f in places for t in sentence.within(f.start, f.end)):
        return False
    first = sentence.within(tolls[0].start, tolls[0].end)
    before = sentence.tokens[first[0].index - 1].text.lower() if first and first[0].index else ""
    counted = first and any(t.upos == "NUM" for t in first) and before not in _OF_THEM
    between = [t for t in sentence.tokens if tolls[-1].end <= t.start < places[0].start]
    inside = sentence.within(places[0].start, places[0].end)
    case = next((t.text.lower() for t in (*between, *inside) if t.upos == "ADP"), "")
    return bool(counted) and len(between) <= _GAP and case in _WHERE and not any(t.text in {",", ";"} for t in between)


def _told_at(one: Found, group: Sequence[Filler]) -> Found:
    """The claim at a further place, told by the verb of its figure, or where it shares the verb by the figure."""
    sentence = one.marked.sentence
    toll = next(f for f in group if f.role in TOLLS)
    verb = _verb_of(sentence, toll)
    before = [f.end for f in one.fillers if f.role == "place" and f.start < toll.start]
    told = verb if verb is not None and max(before, default=0) <= verb.start < toll.start else toll
    start, end = told.start, told.end
    return replace(one, marked=replace(one.marked, trigger=replace(one.marked.trigger, start=start, end=end)))


def _verb_of(sentence: Sentence, toll: Filler) -> Token | None:
    top = top_of(sentence, toll.start, toll.end)
    verb = governor_of(sentence, top) if top is not None else None
    return verb if verb is not None and verb.upos == "VERB" and verb.lemma in lexicon()["harm"] else None
