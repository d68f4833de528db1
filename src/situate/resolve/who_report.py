"""Who the phrases of one report name: names that it introduces, and phrases that refer back.

Only the report itself is used. A phrase that refers back is linked when the text leaves one actor that fits;
otherwise it stays unresolved with its reason.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve import who_institutions as institutions
from situate.resolve.who import Linked, Linker
from situate.resolve.who_country import guess_country
from situate.resolve.who_lexicon import lexicon
from situate.resolve.who_names import keys
from situate.resolve.who_parts import Part
from situate.resolve.who_persons import belonging, may_be_surname, outlet_called, public_in, told_to
from situate.resolve.who_phrases import possessed

_ABBREVIATED = re.compile(
    r"((?:[^\W\d_a-z][\w’'\-]*\s+(?:(?:of|the|and|al|for|in)\s+)*){1,6}[^\W\d_a-z][\w’'\-]*)\s*\(([A-Z][A-Za-z\-]{1,9})\)"
)
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"‘']?[^\W\d_a-z])|\n+")
_AIMS = frozenset({"target", "targets"})  # "its targets" are what it aims at
_REACH, _SPEECH_REACH = 700, 400  # code points
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A phrase of a report to be linked. ``ref``: the words of its antecedent, when something found them already."""

    span: Span
    quote: str
    ref: str | None = None
    speaker: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContext:
    """The report's text, the ISO code of the state whose conflict it tells (``None`` = guessed), its date.

    ``side``: the side that its outlet stands on, where it is known to stand on one; ``parts``: the text cut by
    ``Names.parts``, where that was done already.
    """

    text: str
    country: str | None = None
    date: str | None = None
    side: str | None = None
    parts: Sequence[Part] | None = None


def link_all(namings: Sequence[Naming], context: ReportContext, linker: Linker) -> list[Linked]:
    """An actor or a reason for each phrase, in the order given."""
    return _Report(namings, context, linker).links()


class _Report:
    """One report while its phrases are linked, in the order of the text."""

    def __init__(self, namings: Sequence[Naming], context: ReportContext, linker: Linker) -> None:
        self._linker, self._namings, self._text = linker, namings, context.text
        self._starts = [0, *(m.end() for m in _SENTENCE.finditer(self._text))]
        self._linked: dict[tuple[str, str | None, int], Linked] = {}
        self._parts = linker.names.parts(context.text) if context.parts is None else context.parts
        self._country = context.country or guess_country(self._parts, linker)
        self._date = context.date
        self._known = self._introduced()
        self._of: dict[str, Actor] = {}
        self._done: dict[int, Linked] = {}
        self._seen = self._mentioned()
        self._states = institutions.states_in(self._parts, linker.registry)
        named = list(dict.fromkeys(code for _, code in self._states))
        self._home = self._country or (named[0] if len(named) == 1 else None)
        self._own = institutions.of_outlet(context.side, self._home, named, linker.registry, self._date)

    def links(self) -> list[Linked]:
        """Plain names first (persons may be introduced late), then what refers back, by position."""
        order = sorted(range(len(self._namings)), key=lambda i: (self._namings[i].span, i))
        for index in order:
            self._done[index] = self._alone(self._namings[index])
        if self._shorten():
            for index in order:
                self._done[index] = self._alone(self._namings[index])
        for index in order:
            actor, reason = self._done[index]
            if institutions.noun(self._namings[index].quote):
                actor = self._same_institution(index) or actor
                self._done[index] = actor, None if actor else reason
            if self._of_another(self._namings[index]):
                continue
            if actor is None and reason in {"pronoun", "description", "anonymous", "not_in_registry"}:
                self._done[index] = self._back(index, reason)
        return [self._done[i] for i in range(len(self._namings))]

    # --- what the report introduces ---------------------------------------------------------------------------

    def _link(
        self, words: str, known: Mapping[tuple[str, ...], Actor] | None = None, whose: str | None = None
    ) -> Linked:
        asked = words, whose, len(known or ())  # what is known only grows
        if asked not in self._linked:
            self._linked[asked] = self._linker.link(
                words, country_hint=self._country, date=self._date, known=known, institutions=whose
            )
        return self._linked[asked]

    def _introduced(self) -> dict[tuple[str, ...], Actor]:
        """Short names with what they stand for: "Abu Fadl Brigade (AFB)"."""
        known: dict[tuple[str, ...], Actor] = {}
        for match in _ABBREVIATED.finditer(self._text):
            actor, _ = self._link(match[1])
            if actor is not None and actor.kind != "person" and not self._linker.registry.index.get(keys(match[2])):
                known.setdefault(keys(match[2]), actor)
        return known

    def _shorten(self) -> bool:
        """Learn what "the Front" is when one group called so is named in full; whether there was anything to learn."""
        named = {a.id: a for a, _ in self._done.values() if a is not None and a.kind != "person"}
        ends: dict[tuple[str, ...], set[str]] = {}
        for actor in named.values():
            last = keys(actor.name)[-1:]
            if len(actor.name.split()) > 1 and last and last[0] in lexicon().organisation_nouns:
                ends.setdefault(last, set()).add(actor.id)
        new = {k: named[next(iter(ids))] for k, ids in sorted(ends.items()) if len(ids) == 1 and k not in self._known}
        if new:
            self._known.update(new)
            self._seen = self._mentioned()
        return bool(new)

    def _mentioned(self) -> list[tuple[int, int, Actor]]:
        """Every name of an actor in the text that the registry or the report itself explains."""
        found = []
        parts = self._linker.names.parts(self._text, self._known) if self._known else self._parts
        for part in parts:
            if part.form in {"row", "known"}:
                actor, _ = self._link(part.surface, self._known)
                if actor is not None:
                    found.append((part.start, part.end, actor))
        return found

    def _alone(self, naming: Naming) -> Linked:
        """What the phrase (or its antecedent, if known) says by itself, with the persons that the report names."""
        words = naming.ref or naming.quote
        owned = possessed(naming.quote, naming.ref)
        actor, reason = self._owned(naming, owned) if owned else self._institution(naming, words)
        if actor is None and reason in {"description", "not_in_registry"} and not owned:
            actor, reason = self._surname(words, naming, reason)
        if actor is not None and actor.kind == "person":
            actor = self._person(actor, words)
        if actor is None and reason == "not_in_registry" and told_to(self._text, words):
            return outlet_called(words), reason
        return actor, reason

    def _institution(self, naming: Naming, words: str) -> Linked:
        """What a phrase says by itself; institutions without a state are those of the outlet's side, or of home."""
        whose = self._own
        if whose is None and naming.speaker:
            start = self._sentences_back(naming.span.start)[0][0]
            before = [code for at, code in self._states if start <= at < naming.span.start]
            whose = institutions.OPEN if self._hostile(before) else None
        if institutions.noun(words) == "command":
            words = "the general command"
        return self._link(words, self._known, self._home if whose is None else whose)

    def _hostile(self, before: Sequence[str]) -> bool:
        return institutions.left_open(self._home, before, self._linker.registry, self._date)

    def _owned(self, naming: Naming, rest: str) -> Linked:
        """Who "its fighters" are, when what "its" stands for is known: the owner, unless they are others."""
        owner, reason = self._institution(naming, naming.ref or "")
        last = keys(rest)[-1:]
        if owner is None or owner.kind == "civilians" or not last or last[0] in _AIMS:
            return None, reason or "description"
        if owner.id in self._linker.registry.rows:
            return self._link(f"{owner.name}’s {rest}", self._known)
        theirs = owner.kind != "person" and any(
            lexicon().is_(name, last[0]) for name in ("member", "military", "organisation", "group")
        )
        return (owner, None) if theirs else (None, "description")

    def _of_another(self, naming: Naming) -> bool:
        """Whether a phrase has an owner of its own, so that it points back to nobody else.

        "Its fighters" do where the owner is only described: "the group".
        """
        if not possessed(naming.quote, naming.ref):
            return False
        lex, last = lexicon(), keys(naming.quote)[-1:]
        group = any(lex.is_(name, word) for name in ("group", "member") for word in keys(naming.ref or ""))
        theirs = group and last[0] not in lex.not_theirs | _AIMS
        return not theirs or self._linker.names_somebody(naming.ref or "")

    def _same_institution(self, index: int) -> Actor | None:
        """The institution that was named in full before: "Russia’s defence ministry … the ministry"."""
        naming = self._namings[index]
        word = institutions.noun(naming.quote) or ""
        for i in sorted(self._done, key=lambda i: self._namings[i].span, reverse=True):
            other, actor = self._namings[i], self._done[i][0]
            if other.span.end > naming.span.start or other.ref or actor is None:
                continue
            if naming.span.start - other.span.end > _REACH:
                return None
            fits = word == "command" or bool(institutions.states([actor]))
            if fits and keys(other.quote)[-1:] == (word,) and not institutions.noun(other.quote):
                return actor
        return None

    def _person(self, actor: Actor, words: str) -> Actor:
        """The person, public if the report gives a title or a role anywhere; remembers whom they speak for."""
        if actor.id.startswith(("private:", "local:")) and told_to(self._text, actor.name):
            return outlet_called(actor.name)
        if actor.private and public_in(self._text, actor.name, lexicon()):
            actor = replace(actor, id="local:" + "-".join(keys(actor.name)), private=False)
        if not actor.private and actor.id not in self._of:
            parents = self._linker.registry.parents(actor.id, self._date)
            row = parents[0] if parents else None
            of = (
                self._linker.registry.actor(row, self._date, self._country) if row else self._organisation(words, actor)
            )
            if of is not None:
                self._of[actor.id] = of
        of = self._of.get(actor.id)
        return replace(actor, side=of.side, country=actor.country or of.country) if of and not actor.private else actor

    def _organisation(self, words: str, actor: Actor) -> Actor | None:
        """Whom a person speaks for, by the words around the name: "Mustafa Bali, an SDF spokesman"."""
        for match in re.finditer(re.escape(actor.name), self._text):
            around = self._text[max(0, match.start() - 60) : match.start()], self._text[match.end() : match.end() + 90]
            before = re.split(r"[.;:—\n]", around[0])[-1]
            after = re.match(r"\s*,\s*([^,.;:—\n]*)", around[1])
            for piece in (before.split(",")[-1], after[1] if after else ""):
                for part in belonging(self._linker.names.parts(piece, self._known)):
                    of, _ = self._link(part.surface, self._known)
                    if of is not None and of.kind != "person":
                        return of
        return None

    def _surname(self, words: str, naming: Naming, reason: str | None) -> Linked:
        """A family name by itself: the person whose full name the report gives."""
        name = re.sub(r"[’']s?$", "", words.strip("“”\"‘’' "))
        if not re.fullmatch(r"(?:[a-z]{2,3}-)?[^\W\d_a-z][\w’'\-]+", name) or name.isupper():
            return None, reason
        if not may_be_surname(name, self._text, lexicon()):
            return None, reason
        full = re.compile(
            r"((?:[^\W\d_a-z][\w’'.\-]*\s+){1,3}(?:(?:bin|al|el|de|abu)[\s-])?)" + re.escape(name) + r"(?!\w)"
        )
        for match in full.finditer(self._text):
            actor, _ = self._link(match[0].strip(), self._known)
            if actor is not None and actor.kind == "person":
                return self._person(actor, match[0]), None
        introduced = re.search(re.escape(name) + r",? (?:a|an|the|\d\d)\b", self._text)
        told = naming.speaker or (introduced and re.search(re.escape(name) + r", (?:a|an|\d\d)\b", self._text))
        if told and re.search(r"\b(?:said|says|told|" + re.escape(name) + r", (?:a|an|\d\d))\b", self._text):
            actor, _ = self._link(f"{name}, a", self._known)
            return (self._person(actor, name), None) if actor else (None, reason)
        return None, reason

    # --- what refers back -------------------------------------------------------------------------------------

    def _back(self, index: int, reason: str) -> Linked:
        naming = self._namings[index]
        words = keys(naming.quote)
        if not words:
            return None, reason
        if reason == "pronoun":
            actor = self._pronoun(index, words)
            return actor, None if actor else reason
        found = self._described(naming, words)
        return (found, None) if found else (None, reason)

    def _pronoun(self, index: int, words: tuple[str, ...]) -> Actor | None:
        """The actor that a pronoun can mean: of the sentence so far, else of the one before; subjects come first."""
        naming, lex = self._namings[index], lexicon()
        if any(lex.is_("pronoun_speaker", w) for w in words):
            return self._speaking(index) if words[0] in {"we", "us", "our", "ours"} else None
        kinds = next((kinds for name, kinds in _PRONOUNS.items() if lex.is_(name, words[0])), frozenset())
        if naming.speaker:
            return self._speaker_before(index, kinds)
        for start, end in self._sentences_back(naming.span.start):
            found = [a for s, e, a in self._salient(index) if start <= s and e <= end and a.kind in kinds]
            if len({a.id for a in found}) == 1 or (found and "person" in kinds):
                return found[0]
            if found:
                return None
        return None

    def _speaker_before(self, index: int, kinds: frozenset[str]) -> Actor | None:
        """Who goes on speaking: the last speaker before, of the two sentences that end here, whom the pronoun fits."""
        stretch = self._sentences_back(self._namings[index].span.start)
        said = [n.span for n in self._namings if n.speaker]
        found = [
            a
            for s, e, a in self._salient(index)
            if stretch[-1][0] <= s and a.kind in kinds and any((n.start, n.end) == (s, e) for n in said)
        ]
        return found[-1] if found else None

    def _sentences_back(self, at: int) -> list[tuple[int, int]]:
        """The stretch of the sentence before a place, and the sentence before that."""
        last = bisect_right(self._starts, at) - 1
        own, before = self._starts[last], self._starts[max(last - 1, 0)]
        return [(own, at), *([(before, own)] if last > 0 and own - before <= _REACH else [])]

    def _salient(self, index: int) -> list[tuple[int, int, Actor]]:
        """What the report says of actors before this phrase: its linked phrases, in the order of the text."""
        at = self._namings[index].span
        found = [
            (n.span.start, n.span.end, actor)
            for i, n in enumerate(self._namings)
            if n.span < at and n.span.end <= at.start and (actor := self._done[i][0]) is not None
        ]
        return sorted(found, key=lambda item: (item[0], -item[1]))

    def _speaking(self, index: int) -> Actor | None:
        """Who says "we": the nearest speaker; a person stands for those whom they speak for."""
        at = self._namings[index].span
        near = [
            (min(abs(n.span.start - at.end), abs(at.start - n.span.end)), i)
            for i, n in enumerate(self._namings)
            if n.speaker and i != index and self._done[i][0] is not None
        ]
        if not near or min(near)[0] > _SPEECH_REACH:
            return None
        actor = self._done[min(near)[1]][0]
        return self._of.get(actor.id) if actor and actor.kind == "person" else actor

    def _described(self, naming: Naming, words: tuple[str, ...]) -> Actor | None:
        """A common noun that points back: a watcher, an agency, an armed group, a coalition named before."""
        at, lex = naming.span.start, lexicon()
        same = self._same_noun(naming, words)
        if same:
            return same
        if any(w in _WATCHERS for w in words):
            return self._last(at, self._monitor, reach=len(self._text), end=len(self._text))
        if any(w in _OUTLETS for w in words):
            return self._last(at, lambda a: a.kind == "outlet", reach=_REACH)
        if any(lex.is_("coalition", w) for w in words):
            everywhere = len(self._text)
            return self._last(at, lambda a: a.kind == "external_forces", reach=everywhere, end=everywhere)
        pointing = words[0] in {"his", "her", "the", "this", "that", "these", "those", "its", "their", "remaining"}
        group = any(
            lex.is_(c, w) for c in ("group", "organisation", "member") for w in words if w not in {"men", "man"}
        )
        command = institutions.noun(naming.quote) is not None or self._linker.names_somebody(naming.quote)
        if pointing and group and not command and not any(lex.is_(c, words[-1]) for c in ("people", "thing", "office")):
            return self._last(at, self._armed, reach=_REACH)
        return None

    def _same_noun(self, naming: Naming, words: tuple[str, ...]) -> Actor | None:
        """Whom "the officer" means after "an army officer": the last phrase before it with this noun."""
        if len(words) != 2 or words[0] != "the" or not naming.speaker:
            return None
        for i in sorted(self._done, key=lambda i: self._namings[i].span, reverse=True):
            other = self._namings[i]
            if other.span < naming.span and other.speaker and words[1] in keys(other.quote) and self._done[i][0]:
                return self._done[i][0]
        return None

    def _armed(self, actor: Actor) -> bool:
        return actor.kind in {"rebel_group", "political_militia", "communal_militia"} or actor.id.startswith("local:")

    def _monitor(self, actor: Actor) -> bool:
        row = self._linker.registry.rows.get(actor.id)
        return bool(row and row.monitor)

    def _last(self, at: int, fits: Callable[[Actor], bool], *, reach: int, end: int | None = None) -> Actor | None:
        """The one actor that fits within ``reach`` before a place; of several the one of the nearest sentence."""
        found = [
            (s, a) for s, e, a in self._seen if at - reach <= s and e <= (end or at) and fits(a) and a.kind != "person"
        ]
        if len({a.id for _, a in found}) <= 1:
            return found[0][1] if found else None
        for start, stop in self._sentences_back(at):
            near = {a.id: a for s, a in found if start <= s < stop}
            if len(near) == 1:
                return next(iter(near.values()))
            if near:
                return None
        return None
