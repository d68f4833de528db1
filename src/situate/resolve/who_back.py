"""Phrases that refer back: pronouns, "the group", "its fighters", "the ministry"; by the order of the telling.

A phrase is linked when the text leaves one actor that fits; otherwise it stays unresolved with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from situate.model.actor import Actor
from situate.resolve import who_around as around
from situate.resolve import who_institutions as institutions
from situate.resolve.who import Linked
from situate.resolve.who_lexicon import lexicon
from situate.resolve.who_names import keys
from situate.resolve.who_told import REACH, Naming, Told

AIMS = frozenset({"target", "targets"})  # "its targets" are what it aims at
_SPEECH_REACH = 400  # code points
# The kinds of actors that a pronoun can stand for.
_BODIES = frozenset(
    {"rebel_group", "state_forces", "political_militia", "communal_militia", "external_forces", "other"}
)
_PRONOUNS = {
    "pronoun_group": _BODIES | {"civilians"},
    "pronoun_thing": _BODIES | {"government", "international", "outlet"},
    "pronoun_person": frozenset({"person"}),
}
# Nouns that point back to a watcher, an agency, or to an armed group named before.
_WATCHERS = frozenset({"monitor", "monitors", "observatory", "monitoring", "watchdog"})
_OUTLETS = frozenset({"agency", "broadcaster", "outlet", "channel"})
# Words for those whom a report mostly cannot name: a group named far before is not meant.
_UNKNOWN_HANDS = frozenset(
    {
        "gunmen",
        "gunman",
        "attackers",
        "attacker",
        "assailants",
        "kidnappers",
        "abductors",
        "snipers",
        "bombers",
        "bandits",
    }
)
_SOLDIERS = frozenset({"soldiers", "troops", "soldier"})
_CIVIL = frozenset({"ngo", "charity", "nonprofit"})
_SAID = re.compile(r"\s+(?:also\s+)?(?:said|says|reported|reports|added|adds|documented|estimated?s?)\b")


def back(told: Told, index: int, reason: str) -> Linked:
    """The actor that a phrase refers back to, or why none."""
    naming = told.namings[index]
    words = keys(naming.quote)
    if not words:
        return None, reason
    if reason == "pronoun":
        actor = _pronoun(told, index, words)
        return actor, None if actor else reason
    found = _theirs(told, index, words) or _described(told, naming, words) or _unknown(told, naming)
    return (found, None) if found else (None, reason)


def _theirs(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """Who "its soldiers" and "their leader" are, by what the possessive stands for."""
    lex, naming = lexicon(), told.namings[index]
    if words[0] not in {"its", "their"} or len(words) < 2 or naming.ref is not None or words[-1] in AIMS:
        return None
    of = ("member", "military", "office", "organisation", "government", "police")
    if words[-1] in lex.not_theirs or not any(lex.is_(name, words[-1]) for name in of):
        return None
    owner = _pronoun(told, index, words[:1])
    if owner is None or owner.kind in {"civilians", "person"}:
        return None
    rest = " ".join(words[1:])
    named = owner.id in told.linker.registry.rows
    return (told.link(f"{owner.name}’s {rest}")[0] if named else None) or owner


def _unknown(told: Told, naming: Naming) -> Actor | None:
    """A local actor: an organisation that no table has, known by the form of its name."""
    if naming.span in told.toponyms or naming.ref is not None:
        return None
    parts = told.linker.names.parts(naming.quote)
    name = around.unknown_organisation(naming.quote, parts, lexicon(), capitals=told.capitals)
    return Actor(id="local:" + "-".join(keys(name)), name=name, kind="other") if name else None


def _pronoun(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """The actor that a pronoun can mean: of the sentence so far, else of the one before; subjects come first."""
    naming, lex = told.namings[index], lexicon()
    if any(lex.is_("pronoun_speaker", w) for w in words):
        return _speaking(told, index) if words[0] in {"we", "us", "our", "ours"} else None
    kinds = next((kinds for name, kinds in _PRONOUNS.items() if lex.is_(name, words[0])), frozenset())
    if naming.speaker:
        return _speaker_before(told, index, kinds)
    for start, end in told.sentences_back(naming.span.start):
        found = [a for s, e, a in told.salient(index) if start <= s and e <= end and a.kind in kinds]
        if len({a.id for a in found}) == 1 or (found and "person" in kinds):
            return found[0]
        subject = _subject(told, index, start, kinds)
        if subject is not None and lex.is_("pronoun_thing", words[0]):
            return subject
        if found:
            return None
    return None


def _subject(told: Told, index: int, start: int, kinds: frozenset[str]) -> Actor | None:
    """The actor that a sentence begins with: what "it" most likely takes up in the same sentence."""
    for s, _, actor in told.salient(index):
        if s >= start and not told.text[start:s].strip("“\"‘' ").casefold().removeprefix("the").strip():
            return actor if actor.kind in kinds else None
    return None


def _speaker_before(told: Told, index: int, kinds: frozenset[str]) -> Actor | None:
    """Who goes on speaking: the last speaker before, of the two sentences that end here, whom the pronoun fits."""
    stretch = told.sentences_back(told.namings[index].span.start)
    said = [n.span for n in told.namings if n.speaker]
    found = [
        a
        for s, e, a in told.salient(index)
        if stretch[-1][0] <= s and a.kind in kinds and any((n.start, n.end) == (s, e) for n in said)
    ]
    return found[-1] if found else None


def _speaking(told: Told, index: int) -> Actor | None:
    """Who says "we": the nearest speaker; a person stands for those whom they speak for."""
    at = told.namings[index].span
    near = [
        (min(abs(n.span.start - at.end), abs(at.start - n.span.end)), i)
        for i, n in enumerate(told.namings)
        if n.speaker and i != index and told.done[i][0] is not None
    ]
    if not near or min(near)[0] > _SPEECH_REACH:
        return None
    actor = told.done[min(near)[1]][0]
    return told.of.get(actor.id) if actor and actor.kind == "person" else actor


def _described(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """A common noun that points back: a watcher, an agency, an armed group, a coalition named before."""
    at, lex = naming.span.start, lexicon()
    if any(w in _WATCHERS for w in words):
        return _last(told, at, partial(_monitor, told), reach=len(told.text), end=len(told.text))
    same = _same_noun(told, naming, words)
    if same:
        return same
    if around.state_office(naming.quote, lex):
        return _holder(told, naming, words[1:])
    if set(words) - {"the"} <= _SOLDIERS and not any(_armed(actor) for _, _, actor in told.seen):
        return _own_forces(told)
    if words[0] == "the" and words[-1] in _CIVIL:
        return _last_civil(told, naming)
    if words[0] == "the" and words[-1] == "group" and _SAID.match(told.text, naming.span.end):
        monitor = _last(told, at, partial(_monitor, told), reach=_SPEECH_REACH)
        if monitor is not None:
            return monitor
    if words[0] == "the" and len(words) <= 3 and any(w in _OUTLETS for w in words):
        return _last(told, at, lambda a: a.kind == "outlet", reach=REACH)
    if any(lex.is_("coalition", w) for w in words):
        everywhere = len(told.text)
        return _last(told, at, lambda a: a.kind == "external_forces", reach=everywhere, end=everywhere)
    pointing = words[0] in {"his", "her", "the", "this", "that", "these", "those", "its", "their", "remaining"}
    group = any(lex.is_(c, w) for c in ("group", "organisation", "member") for w in words if w not in {"men", "man"})
    command = institutions.noun(naming.quote) is not None or told.linker.names_somebody(naming.quote)
    if words[-1] in _UNKNOWN_HANDS:
        start = told.sentences_back(at)[-1][0]
        return _last(told, at, _armed, reach=at - start) if pointing else None
    if pointing and group and not command and not any(lex.is_(c, words[-1]) for c in ("people", "thing", "office")):
        return _last(told, at, _armed, reach=REACH)
    return None


def _own_forces(told: Told) -> Actor | None:
    """The forces of the state whose report this is, where it names no other state's and no armed group."""
    named = {code for _, code in told.states}
    row = told.linker.registry.part(told.home, "military") if told.home and named <= {told.home} else None
    return told.linker.registry.actor(row, told.date, told.country) if row else None


def _holder(told: Told, naming: Naming, office: tuple[str, ...]) -> Actor | None:
    """Who holds an office of a state: the person last named with it, else the state's government."""
    for start, end, actor in reversed(told.seen):
        if end > naming.span.start or actor.kind != "person":
            continue
        beside = told.text[max(0, start - 60) : start] + told.text[end : end + 60]
        if set(office) <= set(keys(beside)):
            return actor
    state = told.home or told.country
    row = told.linker.registry.part(state, "government") if state else None
    return told.linker.registry.actor(row, told.date, told.country) if row else None


def _last_civil(told: Told, naming: Naming) -> Actor | None:
    """The organisation that "the NGO" means: the one named last before, of those that are no armed side."""
    found = [
        (n.span.start, actor)
        for i, n in enumerate(told.namings)
        if n.span.end <= naming.span.start and (actor := told.done[i][0]) is not None and actor.kind == "other"
    ]
    return max(found, key=lambda item: item[0])[1] if found else None


def _same_noun(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """Whom "the officer" means after "an army officer": the last phrase before it with this noun."""
    if len(words) != 2 or words[0] != "the" or not naming.speaker:
        return None
    for i in sorted(told.done, key=lambda i: told.namings[i].span, reverse=True):
        other = told.namings[i]
        if other.span < naming.span and other.speaker and words[1] in keys(other.quote) and told.done[i][0]:
            return told.done[i][0]
    return None


def _armed(actor: Actor) -> bool:
    return actor.kind in {"rebel_group", "political_militia", "communal_militia"} or actor.id.startswith("local:")


def _monitor(told: Told, actor: Actor) -> bool:
    row = told.linker.registry.rows.get(actor.id)
    return bool(row and row.monitor)


def _last(told: Told, at: int, fits: Callable[[Actor], bool], *, reach: int, end: int | None = None) -> Actor | None:
    """The one actor that fits within ``reach`` before a place; of several the one of the nearest sentence."""
    found = [(s, a) for s, e, a in told.seen if at - reach <= s and e <= (end or at) and fits(a) and a.kind != "person"]
    if len({a.id for _, a in found}) <= 1:
        return found[0][1] if found else None
    for start, stop in told.sentences_back(at):
        near = {a.id: a for s, a in found if start <= s < stop}
        if len(near) == 1:
            return next(iter(near.values()))
        if near:
            return None
    return None
