"""Who the phrases of one report name: names that it introduces; then what refers back (``back``).

Only the report itself is used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve.in_order import Placed
from situate.resolve.who import around, institutions, pieces
from situate.resolve.who.author import author, unquoted
from situate.resolve.who.back import AIMS, OF_OTHERS, back, has_fighters, whose_outlet
from situate.resolve.who.beside import (
    accuses_home,
    in_region,
    office_of,
    state_fought,
    state_of_readers,
    state_that_acts,
    the_rebels,
)
from situate.resolve.who.beside_name import begins_a_clause, beside_name
from situate.resolve.who.called import introduced_so, local_to, minister_before
from situate.resolve.who.called_bodies import named_next
from situate.resolve.who.empty_pronouns import empty
from situate.resolve.who.family import is_relative
from situate.resolve.who.forces import of_a_unit
from situate.resolve.who.letters import aliases, explained, in_brackets, of_the_dateline
from situate.resolve.who.lexicon import given_names, lexicon
from situate.resolve.who.local import local_outlet
from situate.resolve.who.marked import unlisted
from situate.resolve.who.men_inside import men_inside
from situate.resolve.who.names import at_edges, fold, keys, places_of
from situate.resolve.who.nouns import apposed, mission_before
from situate.resolve.who.peoples import as_a_side
from situate.resolve.who.persons import told_to
from situate.resolve.who.persons_told import WIVES, apposed_to_name, as_told, by_surname, lone_person, told_as_place
from situate.resolve.who.phrase import Linked, Linker
from situate.resolve.who.phrases import possessed
from situate.resolve.who.pronouns import chained, heard
from situate.resolve.who.seen import Sightings
from situate.resolve.who.short import called_in_short
from situate.resolve.who.taken_up import no_persons
from situate.resolve.who.told import REACH, Naming, ReportContext, Told
from situate.resolve.who.where import ministry_of, only_a_place, state_beside

_AROUND = 120  # code points beside a phrase in which words tell more of it
_OF_A_MISSION = re.compile(
    r"\w\s+(?:of|at|from)\s+(?:the|its|their)\s+(?:embassy|consulate)$"
)  # "officials at the embassy"
_IN_SHORT = re.compile(r"[\[(]([A-Z]{3,8})[\])]")
_ABBREVIATED = re.compile(
    r"((?:[^\W\d_a-z][\w’'\-]*\s+(?:(?:of|the|and|al|for|in)\s+)*){1,6}[^\W\d_a-z][\w’'\-]*)\s*\(([A-Z][A-Za-z\-]{1,9})\)"
)


def link_all(namings: Sequence[Naming], context: ReportContext, linker: Linker) -> list[Linked]:
    """An actor or a reason for each phrase, in the order given."""
    return _Report(namings, context, linker).links()


def _in_short(names: str, short: str) -> str:
    """The last of some names, whose first letters an abbreviation has: "the Reds and the Blue Union (BU)"."""
    words, letters = names.split(), [c.lower() for c in short if c.isalpha()]
    for at in range(len(words) - 1, -1, -1):
        first = [word[0].lower() for word in words[at:] if word[:1].isupper()]
        if first == letters and words[at][:1].isupper():
            joined = at > 0 and (words[at - 1] == "and" or (at > 1 and words[at - 2 : at] == ["and", "the"]))
            return " ".join(words[at:]) if joined else names
    return names


def _in_capitals(words: Sequence[str]) -> bool:
    """Whether the first and the last of some words have capitals."""
    return words[0][:1].isupper() and words[-1][:1].isupper()


def _general(words: Sequence[str]) -> bool:
    """Whether words are those for any state's body: after "US Armed Forces", "the armed forces" may be another's."""
    return all(lexicon().is_any(("military", "police", "government"), word) for word in words)


_REFERRING = frozenset({"pronoun", "description", "anonymous", "not_in_registry"})  # reasons of what may refer back


class _Report:
    """One report while its phrases are linked, in the order of the text."""

    def __init__(self, namings: Sequence[Naming], context: ReportContext, linker: Linker) -> None:
        self._asked = len(namings)
        self._told = Told([*namings, *chained(namings, context.text)], context, linker)
        self._told.learn(self._introduced())
        self._told.seen = self._mentioned()

    def links(self) -> list[Linked]:
        """Plain names first (persons may be introduced late), then what refers back, by position."""
        order = sorted(range(len(self._told.namings)), key=lambda i: self._told.spans[i])
        for index in order:
            self._told.done[index] = self._alone(self._told.namings[index])
        if new := self._shorten():
            stand = Placed(places_of(self._told.text, new), lambda place: place[0])
            for index in order:
                if self._near(self._told.namings[index], new, stand):
                    self._told.done[index] = self._alone(self._told.namings[index])
        self._again(order)
        bodies = no_persons(self._told)
        for index, actor in [(i, actor) for i, (actor, _) in self._told.done.items() if actor is not None]:
            if actor.id in bodies:
                self._told.done[index] = bodies[actor.id], None
        for index in sorted(order, key=self._speaks):  # who "we" are hangs on who speaks, which may be told after it
            self._refer(index)
        self._one_person()
        return [self._told.done[i] for i in range(self._asked)]

    def _one_person(self) -> None:
        """Who is private in one place and public in another by the same name is one person, and public."""
        links = [
            (i, actor) for i, (actor, _) in self._told.done.items() if actor is not None and actor.kind == "person"
        ]
        done = (actor for actor, _ in self._told.done.values())
        public = {actor.name: actor for actor in done if actor is not None and actor.id.startswith("local:")}
        families: dict[str, dict[str, Actor]] = {}
        for full in (one for _, one in links if " " in one.name):
            families.setdefault(keys(full.name)[-1], {})[full.name] = public.get(full.name, full)
        for index, actor in links:
            meant = public.get(actor.name, actor) if actor.private else actor
            named = families.get(" ".join(keys(actor.name)), {}) if " " not in actor.name else {}
            if len(named) == 1 and not WIVES & set(keys(self._told.namings[index].quote)):
                meant = next(iter(named.values()))
            if meant is not actor and actor.id.startswith(("local:", "private:")):
                self._told.done[index] = meant, self._told.done[index][1]

    def _refer(self, index: int) -> None:
        """Link a phrase anew by what stands beside it and by what it refers back to, where that tells more of it."""
        told, naming = self._told, self._told.namings[index]
        actor, reason = told.done[index]
        if is_relative(naming.quote):
            named = beside_name(told, naming, None)
            told.done[index] = named, None if named else "description"
            return
        if institutions.noun(naming.quote):
            actor = self._same_institution(index) or actor
            told.done[index] = actor, None if actor else reason
        if self._of_another(naming):
            named = apposed(told, naming) or beside_name(told, naming, actor)
            found = (named, None) if named is not None else told.done[index]
            told.done[index] = found if found[0] is not None else self._anew(index, found)
            return
        beside = beside_name(told, naming, actor) or of_a_unit(told, naming, actor) or named_next(told, naming, actor)
        if beside is None and (actor is None or actor.kind == "civilians"):
            beside = introduced_so(told, naming)
        if beside is not None:
            told.done[index] = beside, None
        elif actor is None and (reason in _REFERRING or men_inside(naming) is not None):
            told.done[index] = self._back(index, reason or "description")

    def _again(self, order: Sequence[int]) -> None:
        """A name that is somebody's in one place, though no table has it, is his wherever the report has it alone."""
        named: dict[tuple[str, ...], Actor] = {}
        for index in order:
            actor, words = self._told.done[index][0], keys(self._told.namings[index].quote)
            if actor is not None and actor.id.startswith(("local:", "private:")) and words == keys(actor.name):
                named.setdefault(words, actor)
        for index in order:
            naming, (actor, reason) = self._told.namings[index], self._told.done[index]
            free = actor is None and naming.ref is None and reason in {"description", "not_in_registry"}
            if free and naming.span not in self._told.toponyms and _in_capitals(naming.quote.split()):
                again = named.get(keys(naming.quote))
                self._told.done[index] = (again, None) if again is not None else (None, reason)

    def _back(self, index: int, reason: str) -> Linked:
        """Whom a phrase refers back to; where its antecedent was found and names nobody, another is looked for."""
        found = back(self._told, index, reason)
        found = found if found[0] is not None else self._anew(index, found)
        minister = minister_before(self._told, index, found[0])
        return found if minister is None else (minister, None)

    def _anew(self, index: int, found: Linked) -> Linked:
        naming, reason = self._told.namings[index], found[1]
        if naming.ref is None or reason == "not_an_actor":
            return found
        self._told.namings[index] = replace(naming, ref=None)
        return back(
            self._told, index, "pronoun" if lexicon().is_pronoun(keys(naming.quote)) else reason or "description"
        )

    def _speaks(self, index: int) -> bool:
        words = keys(self._told.namings[index].quote)
        return bool(words) and lexicon().is_("pronoun_speaker", words[0])

    # --- what the report introduces ---------------------------------------------------------------------------

    def _introduced(self) -> dict[tuple[str, ...], Actor]:
        """Short names with what they stand for: "Abu Fadl Brigade (AFB)"."""
        known: dict[tuple[str, ...], Actor] = {}
        for match in _ABBREVIATED.finditer(self._told.text):
            actor, _ = self._told.link(_in_short(match[1], match[2]))
            if actor is not None and actor.kind != "person" and not self._listed(match[2], actor):
                known.setdefault(keys(match[2]), actor)
        known |= aliases(self._told)
        for match in _IN_SHORT.finditer(self._told.text):
            short = Naming(span=Span(match.start(1), match.end(1)), quote=match[1])
            actor = in_brackets(self._told, short) if keys(match[1]) not in known else None
            if actor is not None and not self._listed(match[1], actor):
                known.setdefault(keys(match[1]), actor)
        return known

    def _listed(self, short: str, actor: Actor) -> bool:
        """Whether a table has an abbreviation that a report explains, for the same actor or one of the report's lands.

        What a report explains counts where the table's bearers are others, of lands that it does not name.
        """
        rows = self._told.linker.registry.index.get(keys(short), ())
        return any(i == actor.id or self._told.near(self._told.linker.registry.rows[i]) for i, _ in rows)

    def _near(self, naming: Naming, words: frozenset[str], stand: Placed[tuple[int, int]]) -> bool:
        """Whether one of some words stands in a phrase, its antecedent, or what its meaning is looked for in.

        ``stand``: where they stand in the text.
        """
        first = max(0, naming.span.start - _AROUND)
        last = min(len(self._told.text), naming.span.end + _AROUND)
        there = any(end <= last for _, end in stand.between(first, last))
        there = there or not words.isdisjoint(at_edges(self._told.text, first, last))
        return there or (naming.ref is not None and not words.isdisjoint(keys(naming.ref)))

    def _shorten(self) -> frozenset[str]:
        """Learn what "the Front" is when one group called so is named in full, or, where none is, one of the land.

        The words that were learned.
        """
        named = {a.id: a for a, _ in self._told.done.values() if a is not None and a.kind != "person"}
        ends: dict[tuple[str, ...], set[str]] = {}
        for actor in named.values():
            last = keys(actor.name)[-1:]
            general = actor.kind in {"government", "state_forces"} and _general(last)
            if len(actor.name.split()) > 1 and last and last[0] in lexicon().organisation_nouns and not general:
                ends.setdefault(last, set()).add(actor.id)
        linker = self._told.linker
        short = called_in_short(self._told.text, linker.by_noun, linker.registry, self._told.home, self._told.date)
        named |= {a.id: a for a in short.values()}
        ends |= {k: {a.id} for k, a in short.items() if k not in ends}
        new = {
            k: named[next(iter(ids))] for k, ids in sorted(ends.items()) if len(ids) == 1 and k not in self._told.known
        }
        if new:
            self._told.learn(new)
            self._told.seen = self._mentioned()
        return frozenset(word for key in new for word in key)

    def _mentioned(self) -> Sightings:
        """Every name of an actor in the text that the registry or the report itself explains."""
        found = []
        for part in self._told.names.cut if self._told.known else self._told.names.every:
            if part.form in {"row", "known"}:
                actor, _ = self._told.link(part.surface)
                if actor is not None:
                    found.append((part.start, part.end, actor))
        return Sightings(found, self._told.text)

    def _alone(self, naming: Naming) -> Linked:
        """What the phrase (or its antecedent, if known) says by itself, with the persons that the report names."""
        owned = possessed(naming.quote, naming.ref)
        if self._of_no_antecedent(naming):
            return None, "pronoun"
        words = naming.ref or naming.quote
        if naming.ref is None:
            found, words = self._with_what_follows(naming)
            if found is not None:
                return found
        actor, reason = self._owned(naming, owned) if owned else self._institution(naming, words)
        if actor is None:
            actor, reason = self._of_a_person(naming, words, owned, reason)
        else:
            actor = the_rebels(self._told, naming, actor, words)
        if naming.ref is None:
            actor, reason = self._placed(naming, actor, reason)
        if actor is not None and actor.kind == "person":
            if actor.private and not naming.speaker and told_as_place(self._told, naming, actor):
                return None, "not_an_actor"
            actor = as_told(self._told, actor, words)
        return self._by_its_form(naming, words, owned, (actor, reason))

    def _of_no_antecedent(self, naming: Naming) -> bool:
        """Whether a pronoun takes up nobody, or not what the reader takes it up from."""
        if naming.ref is None:
            return False
        return (
            empty(self._told, naming.span, keys(naming.quote))
            or self._speakers_own(naming)
            or heard(self._told, naming)
        )

    def _speakers_own(self, naming: Naming) -> bool:
        """Whether "we" is whoever speaks a quotation, or whose own words the report is, and nobody told of before."""
        words, at = keys(naming.quote), naming.span.start
        if len(words) != 1 or not lexicon().is_("pronoun_speaker", words[0]):
            return False
        return (author(self._told) if unquoted(self._told, at) else self._told.who_says(at)) is not None

    def _with_what_follows(self, naming: Naming) -> tuple[Linked | None, str]:
        """Whom the words after a phrase make of it, or nobody; else ``None``, with the words that say who it is."""
        told, words = self._told, naming.quote
        nothing = pieces.power(told, naming) or pieces.before_a_thing(told, naming) or pieces.manner(told, naming)
        nothing = nothing or pieces.begins_a_name(told, naming)
        nothing = nothing or pieces.law(told, naming) or set(keys(words)) <= {"the", "a", "an"}
        if nothing or self._only_a_place(naming, words):
            return (None, "not_an_actor"), words
        if pieces.of_many_lands(told, naming) and not told.linker.names_somebody(words):
            return (None, "description"), words
        if _OF_A_MISSION.search(words):
            sent = mission_before(told, naming)
            return (sent, None if sent else "description"), words
        shared = pieces.shared_head(told, naming)
        if shared is not None:
            return None, shared
        party = pieces.party_of(told, naming)
        if party is not None:
            return told.link(party), words
        words = pieces.whole(told, naming) or words
        after = told.text[naming.span.end : naming.span.end + _AROUND]
        words = as_a_side(words, after, told.home, told.date) or words
        of = pieces.of_what(told, naming)
        if of is not None:
            return told.link(f"{words} {of}") if of != "nobody" else (None, "description"), words
        longer = pieces.named_after(told, naming) or self._longer(naming, words)
        return (longer, None) if longer is not None else None, words

    def _by_its_form(self, naming: Naming, words: str, owned: str, found: Linked) -> Linked:
        """The same, or where nobody or only some private person was found, whom brackets, a dateline or a mark tell."""
        actor, reason = found
        if actor is None or (actor.kind == "person" and actor.private):
            actor = explained(self._told, naming) or of_the_dateline(self._told, naming) or actor
        if actor is None and reason in {"description", "not_in_registry", "ambiguous", "not_an_actor"}:
            actor = in_brackets(self._told, naming)
        if actor is None and reason in {"description", "not_in_registry"}:
            outlet = reason == "not_in_registry" and told_to(self._told.text, words)
            actor = local_outlet(words) if outlet else None if owned else unlisted(self._told, naming)
        return actor, reason

    def _of_a_person(self, naming: Naming, words: str, owned: str, reason: str | None) -> Linked:
        """Whom a person's name means that the tables do not have: alone, after "its chancellor", in "Lorn’s office"."""
        if owned:
            titled = keys(owned)[-1:] and keys(owned)[-1] in lexicon().person_titles
            person = self._longer(naming, owned) if titled else None
            return person, None if person is not None else reason
        if reason == "not_an_actor" and words.istitle() and fold(words) in given_names():
            reason = "description"  # "Jack" of "Jack Lorn" is no tool
        if reason not in {"description", "not_in_registry"}:
            return None, reason
        actor = by_surname(self._told, words, naming)
        whose = office_of(words) if actor is None else None
        actor = by_surname(self._told, whose, naming) if whose else actor
        return actor, None if actor is not None else reason

    def _longer(self, naming: Naming, words: str) -> Actor | None:
        """Whom the phrase names with the words right after it, where they belong to it."""
        whole = around.extended(self._told.text, naming.span, naming.quote)
        actor, _ = self._institution(naming, whole) if whole else (None, None)
        if actor is not None:
            return as_told(self._told, actor, whole or words) if actor.kind == "person" else actor
        named = around.names_after(self._told.text, naming.span, naming.quote)
        begins = naming.span.end + len(", ")
        if named and begins_a_clause(self._told, naming.span, begins, begins + len(named) - len(f"{naming.quote} ")):
            return None
        person = self._told.link(named)[0] if named else None
        return as_told(self._told, person, named or words) if person is not None and person.kind == "person" else None

    def _placed(self, naming: Naming, actor: Actor | None, reason: str | None) -> Linked:
        """The same, seen where it stands: as a piece of a longer name, the name of a land's part, an apposition."""
        if actor is None or actor.id.startswith("local:") or actor.kind in {"rebel_group", "outlet"}:
            actor, reason = pieces.inside(self._told, naming) or actor, reason
        if actor is not None and actor.id.startswith("local:") and pieces.district(self._told, naming):
            return None, "not_an_actor"
        if actor is None or actor.kind == "government":
            actor = pieces.regional(self._told, naming) or actor
        if actor is not None and actor.kind == "government":
            actor = pieces.of_a_branch(self._told, naming) or actor
        if actor is None and reason in {"description", "not_an_actor"}:
            actor = pieces.attributive(self._told, naming)
        if actor is None and reason == "description":
            actor = apposed_to_name(self._told, naming) or lone_person(self._told, naming)
        return actor, reason

    def _only_a_place(self, naming: Naming, words: str) -> bool:
        parts = self._told.linker.names.parts(words, self._told.explaining(words))
        return only_a_place(self._told.text, naming.span, parts, self._told.linker.registry, self._told.toponyms)

    def _institution(self, naming: Naming, words: str) -> Linked:
        """What a phrase says by itself; institutions without a state are those of the outlet's side, or of home."""
        if naming.ref is None:
            sentence = self._told.sentences_back(naming.span.start)[0][0]
            here = state_beside(self._told.text, naming.span, sentence, self._told.lands)
            region = in_region(self._told, naming) if here is None else None
            if region is not None:
                return region, None
            here = here or ministry_of(self._told.text, naming.span, self._told.lands)
            here = here or naming.land or local_to(self._told, naming) or state_that_acts(self._told, naming)
            here = here or state_fought(self._told, naming) or state_of_readers(self._told, naming)
            if here is not None:
                return self._told.link(words, here, here=here)
        whose = self._told.own
        if whose is None and naming.ref is None and accuses_home(self._told, naming):
            whose = institutions.OPEN
        elif whose is None and naming.speaker:
            start = self._told.sentences_back(naming.span.start)[0][0]
            told, before = self._told, [code for _, code in self._told.states.between(start, naming.span.start)]
            hostile = institutions.left_open(told.home, before, told.linker.registry, told.date)
            whose = institutions.OPEN if hostile else None
        if institutions.noun(words) == "command":
            words = "the police" if self._of_police(naming) else "the general command"
        home = self._told.home or self._state_of_sentence(naming.span.start)
        return self._told.link(words, home if whose is None else whose)

    def _of_police(self, naming: Naming) -> bool:
        """Whether a report names police before a phrase, and no army anywhere: "the Command" is then theirs."""
        linked = [(self._told.namings[i].span.start, a) for i, (a, _) in self._told.done.items() if a is not None]
        police = any(a.sector == "COP" and at < naming.span.start for at, a in linked)
        return police and not any(a.kind == "state_forces" and a.sector == "MIL" for _, a in linked)

    def _state_of_sentence(self, at: int) -> str | None:
        """The one state that a sentence names before a place, for a report that is about no single state."""
        start = self._told.sentences_back(at)[0][0]
        named = {part.ids[0] for part in self._told.lands_between(start, at)}
        return next(iter(named)) if len(named) == 1 else None

    def _owned(self, naming: Naming, rest: str) -> Linked:
        """Who "its fighters" are, when what "its" stands for is known: the owner, unless they are others."""
        owner, reason = self._institution(naming, naming.ref or "")
        last = keys(rest)[-1:]
        owner = whose_outlet(self._told, owner, last[0] if last else "")
        others = bool(OF_OTHERS & set(keys(rest)))  # "its allied forces"
        others = others or (owner is not None and bool(last) and not has_fighters(owner, last[0]))
        if owner is None or owner.kind == "civilians" or not last or last[0] in AIMS or others:
            return None, reason or "description"
        if owner.id in self._told.linker.registry.rows:
            return self._told.link(f"{owner.name}’s {rest}")
        theirs = owner.kind != "person" and lexicon().is_any(("member", "military", "organisation", "group"), last[0])
        return (owner, None) if theirs else (None, "description")

    def _of_another(self, naming: Naming) -> bool:
        """Whether a phrase has an owner of its own, so that it points back to nobody else.

        "Its fighters" do where the owner is only described: "the group".
        """
        if not possessed(naming.quote, naming.ref):
            return False
        lex, last = lexicon(), keys(naming.quote)[-1:]
        group = any(lex.is_any(("group", "member"), word) for word in keys(naming.ref or ""))
        theirs = group and last[0] not in lex.not_theirs | AIMS
        return not theirs or self._told.linker.names_somebody(naming.ref or "")

    def _same_institution(self, index: int) -> Actor | None:
        """The institution that was named in full before: "Russia’s defence ministry … the ministry"."""
        naming = self._told.namings[index]
        word = institutions.noun(naming.quote) or ""
        same = {"army", "military"} if word in {"army", "military"} else {word}
        near = self._told.order.beginning(naming.span.start - 2 * REACH, naming.span.start)
        for i in sorted(near, key=lambda i: self._told.namings[i].span, reverse=True):
            other, actor = self._told.namings[i], self._told.done[i][0]
            if other.span.end > naming.span.start or other.ref or actor is None:
                continue
            if naming.span.start - other.span.end > REACH:
                return None
            fits = word == "command" or bool(institutions.states([actor]))
            last = keys(other.quote)[-1:]
            if fits and last and last[0] in same and not institutions.noun(other.quote):
                return actor
        return None
