"""What a report has told so far, while its phrases are linked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from situate.model.actor import Actor
from situate.model.mention import Antecedents
from situate.model.span import Span
from situate.resolve.in_order import Around, Order, Placed, Spans
from situate.resolve.who import around, institutions
from situate.resolve.who.country import not_before, told
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.links import ByWord, Links
from situate.resolve.who.names import keys
from situate.resolve.who.parts import Known, Part, beginnings
from situate.resolve.who.phrase import Linked, Linker, Setting
from situate.resolve.who.registry import Row
from situate.resolve.who.seen import Sightings
from situate.resolve.who.where import other_bearers, without_surnames

# A sentence ends at its mark, at a blank line, and at the end of a line too short to have been wrapped.
# No sentence ends at a title before a name ("Mr. Lorn") or at an initial.
_TITLES = ("Mr", "Ms", "Dr", "Lt", "St", "Mrs", "Gen", "Col", "Sen", "Rep", "Gov", "Maj", "Sgt", "Rev", "Capt", "Prof")
_NO_END = "".join(rf"(?<!\b{title}\.)" for title in _TITLES)
_SENTENCE = re.compile(
    rf"(?<=[.!?”\"]){_NO_END}(?<!\b[A-Z]\.)\s+(?=[“\"‘']?[^\W\d_a-z])|\n\s*\n\s*|\n(?<![^\n]{{50}}\n)"
)
_SAYS = re.compile(r"\b(?:said|says|told)\b")
_NESTED = 4  # marks that may begin between a phrase and the one that it lies in
REACH = 700  # code points


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A phrase of a report to be linked. ``ref``: the words of its antecedent, when something found them already.

    ``land``: the state that what they hold lies in, where the phrase only says of what sort they are ("rebel-held").
    """

    span: Span
    quote: str
    ref: str | None = None
    speaker: bool = False
    land: str | None = None


class NamesTold:
    """What the names in a report's text tell by themselves, the same whatever phrases are asked about.

    ``parts``: the text cut by ``Names.parts``, where a family name is no state; ``every``: the names among them,
    ``cut``: the names as they were cut. ``bearers``: family names whose bearers the text names in full, and where.
    ``lands``: names and adjectives of states by their offsets, ``codes``: these states, ``rows``: actors of the
    registry. ``country``: the state whose conflict is told, ``home``: that, or the one state named; ``since``: a day
    before which the text cannot have been written.
    """

    def __init__(
        self, text: str, cut: Sequence[Part], linker: Linker, *, country: str | None = None, date: str | None = None
    ) -> None:
        registry = linker.registry
        self.cut = [part for part in cut if part.form is not None]
        self.parts, self.bearers = without_surnames(cut, linker.names.lands | linker.names.adjectives)
        self.country = told(country, self.parts, linker)
        self.bearers |= other_bearers(self.parts, registry, self.country)
        self.every = names = [part for part in self.parts if part.form is not None]
        self.lands = {part.start: part for part in names if part.form in {"country", "adjective"}}
        self.codes = frozenset(code for part in self.lands.values() for code in part.ids)
        self.rows = frozenset(part.ids[0] for part in names if part.form == "row" and len(part.ids) == 1)
        self.since = None if date else not_before(names, linker)
        self.capitals = around.in_capitals(text)
        self.states = Placed(institutions.states_in(names, registry), lambda state: state[0])
        self.named = list(dict.fromkeys(code for _, code in self.states.all))
        self.home = self.country or (self.named[0] if len(self.named) == 1 else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContext:
    """The report's text, the ISO code of the state whose conflict it tells (``None`` = guessed), its date.

    ``toponyms``: where names of places stand; ``said``: what is said, and who says it. ``side``: the side that its
    outlet stands on, where it is known to stand on one; ``names``: what the text's names tell, if asked already.
    ``land``: the country in which that is made.
    ``marked``: names that the reader marks as those of persons, organisations or places, with the kind it gives them.
    ``antecedents``: what pronouns may take up, by the learned scorer.
    """

    text: str
    country: str | None = None
    date: str | None = None
    side: str | None = None
    land: str | None = None
    names: NamesTold | None = None
    toponyms: frozenset[Span] = frozenset()
    said: Sequence[tuple[Span, Span]] = ()
    marked: Sequence[tuple[Span, str]] = ()
    antecedents: Sequence[Antecedents] = ()


class Told:
    """A report while its phrases are linked: what is fixed, and what the links so far have added.

    ``known``: short names that the report itself explains. ``done``: what each phrase was linked to, by its number.
    ``seen``: every name of an actor in the text. ``titles``: the nouns that a person is called by, by phrase. ``of``:
    whom a person speaks for, by the person's id; ``called``: where "she" (true) or "he" was said of them. ``home``: the
    state whose conflict is told, or the one state named. ``antecedents``: what pronouns may take up by the learned
    scorer, by where they begin (nouns too); ``by_scorer``: those that it takes otherwise than rules do.
    """

    def __init__(self, namings: Sequence[Naming], context: ReportContext, linker: Linker) -> None:
        self.linker, self.namings, self.text = linker, list(namings), context.text
        self.toponyms, self.date = Spans(context.toponyms), context.date
        self.order = Order([naming.span for naming in self.namings])
        self.by_span = {naming.span: i for i, naming in enumerate(self.namings)}
        self.speaking = frozenset((n.span.start, n.span.end) for n in self.namings if n.speaker)
        self._said = Around((content, self.by_span[by]) for content, by in context.said if by in self.by_span)
        self._marked = sorted(context.marked, key=lambda mark: (mark[0].start, mark[0].end, mark[1]))
        self._marks = [mark.start for mark, _ in self._marked]
        self.names = context.names or NamesTold(
            context.text, linker.names.parts(context.text), linker, country=context.country, date=context.date
        )
        self.lands, self.states, self.capitals = self.names.lands, self.names.states, self.names.capitals
        self.country, self.home = self.names.country, self.names.home
        self.side, self.land = context.side, context.land
        self.antecedents = {one.span.start: one for one in context.antecedents}
        self._nouns: dict[int, list[Span]] = {}
        for one in context.antecedents:
            if not lexicon().is_pronoun(keys(one.span.of(context.text))):
                self._nouns.setdefault(one.phrase.start, []).append(one.span)
        self.by_scorer: set[int] = set()
        self.own = institutions.of_outlet(context.side, self.home, self.names.named, linker.registry, self.date)
        self._linked: dict[tuple[str, str | None, str | None, int], Linked] = {}
        self.known: dict[tuple[str, ...], Actor] = {}
        self._known_begin = frozenset[str]()  # the first words of what is known
        for key, (start, end) in self.names.bearers.items():
            person, _ = self.link(self.text[start:end])
            self.learn({(key,): person} if person is not None and person.kind == "person" else {})
        self.of: dict[str, Actor] = {}
        self.called: dict[str, dict[int, bool]] = {}
        self.titles: dict[int, frozenset[str]] = {}
        self.done = Links()
        self.spans = [naming.span for naming in self.namings]
        self.by_word: dict[str, ByWord] = {}
        self.seen = Sightings()

    def learn(self, names: Known) -> None:
        """Take up short names that the report itself explains."""
        self.known.update(names)
        self._known_begin = frozenset(name[0] for name in self.known if name)

    def explaining(self, words: str) -> Known:
        """What the report itself explains, where a name of that can stand in some words; most have none."""
        return {} if self._known_begin.isdisjoint(beginnings(words)) else self.known

    def link(self, words: str, whose: str | None = None, here: str | None = None) -> Linked:
        """What words say by themselves, by the tables and by what the report itself explains.

        ``whose``: the state whose institutions they mean; ``here``: the state that they are said to be in.
        """
        known = self.explaining(words)
        whose = self.country if whose is None else whose
        asked = words, whose, here, len(known)  # what is known only grows
        if asked not in self._linked:
            setting = Setting(
                country=self.country, date=self.date, known=known, institutions=whose, since=self.names.since,
                capitals=self.capitals, here=here, lands=self.names.codes, named=self.names.rows,
            )  # fmt: skip
            self._linked[asked] = self.linker.within(words, setting)
        return self._linked[asked]

    def actor(self, row: str | None) -> Actor | None:
        """The actor of a row of the registry, in the land and on the day of the report."""
        return self.linker.registry.actor(row, self.date, self.country) if row else None

    def part(self, state: str | None, part: str) -> Actor | None:
        """What plays a part for a state, as far as the registry has it: its government, its forces …"""
        return self.actor(self.linker.registry.part(state, part)) if state else None

    @cached_property
    def forces_named(self) -> list[Actor]:
        """Those who bear arms on a side and are named, in order of the text; of a state that is named its army."""
        linked = (self.done[i][0] for i in range(len(self.namings)))
        sided = [actor for actor in linked if actor is not None and actor.side is not None]
        forces = (self.part(a.country, "military") if a.kind == "government" else a for a in sided)
        rows = self.linker.registry.rows
        bearing = [
            a for a in forces if a is not None and (a.kind == "state_forces" or (a.id in rows and rows[a.id].armed))
        ]
        return [actor for actor in bearing if actor.side is not None]

    def noun(self, phrase: Span) -> int | None:
        """Where the noun of a phrase stands, if the scorer looked at it."""
        nouns = [one.start for one in self._nouns.get(phrase.start, ()) if one.end <= phrase.end]
        return nouns[-1] if nouns else None

    def longest(self, phrases: Iterable[int]) -> int | None:
        """The longest of some phrases."""
        return max(phrases, key=lambda i: self.spans[i].end - self.spans[i].start, default=None)

    def near(self, row: Row) -> bool:
        """Whether a row is of a land that the report names, or of none."""
        lands = {code for code in (row.country, *row.theatres) if code}
        return not lands or bool(lands & (self.names.codes | {self.country}))

    def mark_around(self, span: Span) -> tuple[Span, str] | None:
        """The mark of the reader that a stretch lies in, and its kind; the nearest, if marks lie in one another."""
        last = bisect_right(self._marks, span.start)
        near = self._marked[max(0, last - _NESTED) : last]
        return next((mark for mark in reversed(near) if span.end <= mark[0].end), None)

    @cached_property
    def places_marked(self) -> frozenset[str]:
        """The names that the reader marks as places, as written."""
        return frozenset(span.of(self.text) for span, kind in self._marked if kind == "place")

    @cached_property
    def _placed_lands(self) -> Placed[Part]:
        return Placed(self.lands.values(), lambda part: part.start)

    def lands_between(self, first: int, last: int) -> list[Part]:
        """The names and adjectives of states that begin from ``first`` to before ``last``, in order."""
        return list(self._placed_lands.between(first, last))

    def who_says(self, at: int) -> int | None:
        """The number of the phrase that says what a place lies in: by the shortest of the contents around it."""
        return self._said.shortest(at)

    @cached_property
    def _speakers(self) -> dict[str, list[tuple[Span, int]]]:
        """The phrases of speakers by each of their words, in order; of equal stretches the first phrase comes last."""
        found: dict[str, list[tuple[Span, int]]] = {}
        for i, naming in enumerate(self.namings):
            for word in set(keys(naming.quote)) if naming.speaker else ():
                found.setdefault(word, []).append((naming.span, -i))
        return {word: sorted(phrases) for word, phrases in found.items()}

    def speakers_called(self, word: str, before: Span | None = None) -> Iterator[int]:
        """The phrases of speakers that have a word, the last first; those before a stretch, if one is given."""
        phrases = self._speakers.get(word, [])
        last = len(phrases) if before is None else bisect_left(phrases, before, key=lambda phrase: phrase[0])
        return (-phrases[at][1] for at in range(last - 1, -1, -1))

    @cached_property
    def says(self) -> bool:
        """Whether anybody says anything in the report."""
        return _SAYS.search(self.text) is not None

    def linked_by(self, what: str, words: Callable[[Told, int, Actor], Iterable[str]]) -> ByWord:
        """The linked phrases by words of theirs; ``what`` names which, and always goes with the same ``words``."""
        if what not in self.by_word:
            self.by_word[what] = ByWord(self.done, self.spans, lambda number, actor: words(self, number, actor))
        return self.by_word[what]

    @cached_property
    def _begins(self) -> list[int]:
        return [part.start for part in self.names.parts]

    def part_around(self, span: Span) -> Part | None:
        """The part of the text that a stretch lies in, if it lies in one."""
        index = bisect_right(self._begins, span.start) - 1
        part = self.names.parts[index] if index >= 0 else None
        return part if part is not None and span.end <= part.end else None

    @cached_property
    def starts(self) -> list[int]:
        """Where the sentences begin."""
        return [0, *(m.end() for m in _SENTENCE.finditer(self.text))]

    def sentences_back(self, at: int) -> list[tuple[int, int]]:
        """The stretch of the sentence before a place, and the sentence before that."""
        last = bisect_right(self.starts, at) - 1
        own, before = self.starts[last], self.starts[max(last - 1, 0)]
        return [(own, at), *([(before, own)] if last > 0 and own - before <= REACH else [])]

    def salient(self, index: int, since: int) -> list[tuple[int, int, Actor]]:
        """What the report says of actors from a place on, before this phrase: linked phrases, in the text's order."""
        at = self.namings[index].span.start
        near = ((self.namings[i].span, self.done[i][0]) for i in self.order.beginning(since, at))
        return [(span.start, span.end, actor) for span, actor in near if span.end <= at and actor is not None]
