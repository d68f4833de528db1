"""A phrase cut into parts: names that the registry knows, and plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from situate.model.actor import Actor
from situate.resolve.who.lexicon import given_names, lexicon
from situate.resolve.who.names import Word, fits_case, fold, keys, words
from situate.resolve.who.registry import Registry

Form = Literal["row", "country", "adjective", "people", "known"]
Known = Mapping[tuple[str, ...], Actor]
_Reach = Mapping[str | tuple[str, str], tuple[int, ...]]

_CAPITAL = re.compile(r"(?:[a-z]{2,3}[-‑ ])?[^\W\d_a-z]")
_ARTICLE = re.compile(r"(?:al|el|as|ash|an|ar)[-‑ ]", re.IGNORECASE)
_ENDS = "s'’‘`´ʿʾʼ"  # letters on which a possessive can end
_STATES = frozenset({"state", "states", "republic", "nation", "kingdom"})
_OF_THE_WORLD = frozenset({"international", "global", "world"})
_INSTITUTES = frozenset({
    "center", "centre", "institute", "foundation", "university", "college", "school", "museum", "library", "hospital",
    "fund",
})  # fmt: skip
_OF_POWERS = frozenset({"government", "state_forces", "international", "external_forces"})
_MEN = ("member", "rebel", "military", "organisation", "group")
_LONGEST = 9  # words; the longest alias has fewer
_PHRASE = 120  # code points; what is longer is a text, and none is cut twice


class Part(NamedTuple):
    """A stretch of a phrase. ``form`` is ``None`` for a plain word; ``ids`` are what a name can mean.

    A name of a country has its code in ``ids`` (``form`` country: the state or its capital; adjective; people, with
    ``definite`` when "the" stands right before it); a name that the report introduced has its actor in ``known``.
    """

    start: int
    end: int
    surface: str
    key: str
    form: Form | None = None
    ids: tuple[str, ...] = ()
    known: Actor | None = None
    possessive: bool = False
    definite: bool = False

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital (after an Arabic article, if it has one)."""
        return _begins_with_capital(self.surface)


@lru_cache(maxsize=16384)  # the same words over and over
def _begins_with_capital(surface: str) -> bool:
    return _CAPITAL.match(surface) is not None


class Names:
    """Finds the names of a registry in words: its rows, the states, and what a report introduced."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._states: dict[tuple[str, ...], tuple[str, Form, str]] = {}
        for state in registry.countries.values():
            for name in (state.name, state.capital, *state.others):
                if name:
                    self._states.setdefault(keys(name), (state.code, "country", name))
            for name in state.people:
                self._states.setdefault(keys(name), (state.code, "people", name))
            for name in state.adjectives:
                self._states.setdefault(keys(name), (state.code, "adjective", name))
        self.lands = frozenset(
            key[0] for key, (_, form, _) in self._states.items() if form == "country" and len(key) == 1
        )
        self.adjectives = frozenset(
            key[0] for key, (_, form, _) in self._states.items() if form == "adjective" and len(key) == 1
        )
        self._others = frozenset(tuple(name.split()) for name in lexicon().no_state)
        self._reach = _reach([*registry.index, *self._states, *self._others])
        self._without_known = lru_cache(maxsize=4096)(lambda text: tuple(self._cut(text, {})))

    def parts(self, text: str, known: Known | None = None) -> Sequence[Part]:
        """The parts of ``text`` in order: at each place the longest name, else the plain word."""
        if known or len(text) > _PHRASE:
            return self._cut(text, known or {})
        return self._without_known(text)

    def _cut(self, text: str, known: Known) -> list[Part]:
        line, found, at = _line(text), list[Part](), 0
        begun, more = self._reach, _reach(known) if known else {}
        while at < len(line):
            key = line[at].key
            begins = key in begun or key in more  # most words begin no name
            begins = begins or (key[-1] == "s" and (key[:-1] in begun or key[:-1] in more))
            lengths = _lengths_from(line, at, (begun, more)) if begins else ()
            if not lengths:
                found.append(_word(line[at]))
                at += 1
                continue
            part, length = self._longest(text, line[at : at + lengths[0]], lengths, known)
            if part.form == "row" and length == 1 and _only_praises(line[at : at + 2]):
                part = _word(line[at])
            found.append(part)
            at += length
        found = self._without_initials(text, self._with_singulars(found))
        return [
            part if part.form is None else self._beside(found[i - 1] if i else None, part, found[i + 1 : i + 3])
            for i, part in enumerate(found)
        ]

    def _with_singulars(self, found: list[Part]) -> list[Part]:
        """The parts, where what one of a group is called stands for it before a noun: "a Zapatista rebel"."""
        words, made = lexicon(), list[Part]()
        for i, part in enumerate(found):
            next_ = found[i + 1] if i + 1 < len(found) else None
            men = next_ is not None and next_.form is None and words.is_any(_MEN, next_.key)
            plural = (f"{part.key}s",)
            men = men and not words.usual(part.key) and part.key != "provisional"
            if men and part.form is None and part.capital and plural in self.registry.index and not part.possessive:
                names = self.registry.index[plural]
                ids = tuple(i for i, name in names if self.registry.rows[i].armed and name.istitle())
                part = part._replace(form="row", ids=ids) if ids else part
            made.append(part)
        return made

    def _without_initials(self, text: str, found: list[Part]) -> list[Part]:
        """The parts, where a public person's name with an initial inside is one: "Ada T. Lorn" of Ada Lorn."""
        made, done = list[Part](), 0
        for at in (i - 1 for i, part in enumerate(found) if i and len(part.key) == 1 and part.capital):
            person = self._with_initial(text, found[at : at + 3]) if at >= done else None
            if person is not None:
                made += [*found[done:at], person]
                done = at + 3
        return [*made, *found[done:]]

    def _with_initial(self, text: str, run: Sequence[Part]) -> Part | None:
        if len(run) < 3 or run[0].form is not None or not run[0].capital or not run[2].capital:
            return None
        first, initial, last = run
        if last.form not in {None, "row"} or text[first.end : last.start] not in {
            f" {initial.surface}. ",
            f" {initial.surface} ",
        }:
            return None
        own = {(first.key, last.key), (first.key, last.key.removesuffix("s") if last.possessive else last.key)}
        ids = {i for key in own for i, _ in self.registry.index.get(key, ()) if self.registry.rows[i].kind == "person"}
        if len(ids) != 1:
            return None
        return last._replace(
            start=first.start, surface=text[first.start : last.end], key=f"{first.key} {last.key}", form="row",
            ids=tuple(ids),
        )  # fmt: skip

    def _beside(self, before: Part | None, part: Part, after: Sequence[Part]) -> Part:
        """A part, seen with those before and after it."""
        if part.known is not None and self._known_in_another(before, part, part.known, after):
            return part._replace(form=None, ids=(), known=None)
        if part.form == "people" and before is not None and before.key == "the":
            return part._replace(definite=True)
        if part.form == "country" and before is not None and (_station(before, part) or _short_before(before, part)):
            return part._replace(form=None, ids=())
        if part.form == "country" and before is not None and before.capital and part.start - before.end == 1:
            name = before.key in given_names() or (part.key in lexicon().surnames and not lexicon().usual(before.key))
            given = before.form is None and name and part.key in self.lands
            return part._replace(form=None, ids=()) if given else part
        if part.form == "country" and self._begins_a_name(part, after):
            return part._replace(form=None, ids=())
        if part.form == "adjective" and before is not None and before.form is None and part.start - before.end == 1:
            called = before.capital and before.key in given_names() and not (after and after[0].surface.islower())
            return part._replace(form=None, ids=()) if called and part.key in self.adjectives else part
        if part.form == "row" and before is not None and self._borne(before, part):
            return part._replace(form=None, ids=())
        if part.form == "row" and self._of_a_longer_name(before, part, after):
            return part._replace(form=None, ids=())
        return self._plain(before, part)

    def _borne(self, before: Part, part: Part) -> bool:
        """Whether a body's name of one word is a person's family name behind a given name: "Ada Maute"."""
        rows = [self.registry.rows[i] for i in part.ids if i in self.registry.rows]
        plain = " " not in part.key and not part.surface.isupper() and all(row.kind != "person" for row in rows)
        given = before.form is None and before.capital and before.key in given_names() and part.start - before.end == 1
        return plain and given and not lexicon().usual(before.key)

    def _known_in_another(self, before: Part | None, part: Part, known: Actor, after: Sequence[Part]) -> bool:
        """Whether a name that the report explains is here a piece of another's: of a body, an institute, a person."""
        if part.key in lexicon().organisation_nouns and _of_another(before, part, after):
            return True
        if known.kind == "person":
            return " " not in part.key and _after_given_name(before, part)
        return self._of_an_institute(part, after)

    def _begins_a_name(self, part: Part, after: Sequence[Part]) -> bool:
        """Whether a state's name without its article is a given name: "Salvador Lorn"."""
        article, _, name = self.registry.countries[part.ids[0]].name.partition(" ")
        if not after or article != "El" or part.surface != name:
            return False
        one = after[0]
        return one.capital and one.form is None and one.start - part.end == 1 and not lexicon().usual(one.key)

    def _of_a_longer_name(self, before: Part | None, part: Part, after: Sequence[Part]) -> bool:
        """Whether a registry's name is here a piece of somebody else's."""
        return (
            self._goes_on(part, after)
            or self._anothers(before, part, after)
            or self._another_party(before, part, after)
            or self._in_a_name(part, before, after[0] if after else None)
            or self._of_the_world(before, part)
            or self._of_an_institute(part, after)
            or self._of_a_unit(part, after)
            or (before is not None and self._of_a_state(before, part))
        )

    def _of_an_institute(self, part: Part, after: Sequence[Part]) -> bool:
        """Whether a group's or a person's name begins that of an institute: "the Lorn Foundation"."""
        rows = [self.registry.rows[i] for i in part.ids if i in self.registry.rows]
        if any(row.kind in _OF_POWERS for row in rows) or part.possessive:
            return False
        at = part.end
        for one in after:
            if not one.capital or one.start - at != 1 or one.form not in {None, "known"}:
                return False
            if one.key in _INSTITUTES:
                return True  # also where "the Center" is known as short for one
            at = one.end
        return False

    def _of_a_unit(self, part: Part, after: Sequence[Part]) -> bool:
        """Whether a person's family name is that of a unit: "the Lorn Brigade"; "Lorn's brigades" are the person's.

        So is one before soldiers that lacks the article that the person's has: "a Lornani soldier" is not al-Lornani's.
        """
        people = all(self.registry.rows[i].kind == "person" for i in part.ids if i in self.registry.rows)
        one = after[0] if after and after[0].start - part.end == 1 else None
        if one is None or not people or part.possessive or " " in part.key:
            return False
        unit = one.capital and one.key.removesuffix("s") in lexicon().units
        soldiers = lexicon().is_("military", one.key) and (part.key,) in self.registry.index
        return unit or (soldiers and self._lacks_article((part.key,), part.surface))

    def _of_the_world(self, before: Part | None, part: Part) -> bool:
        """Whether an armed group's name is the end of a world body's: "International Peace Brigades"."""
        joined = before is not None and before.capital and before.key in _OF_THE_WORLD and part.start - before.end == 1
        return joined and " " in part.key and all(self.registry.rows[i].armed for i in part.ids)

    def _of_a_state(self, before: Part, part: Part) -> bool:
        """Whether a force's short name is one of a state's that it does not fight in: "the Danish Arab Coalition"."""
        words = part.key.split()
        if before.form != "adjective" or part.start - before.end != 1 or len(words) < 2 or words[0] in self.adjectives:
            return False
        lands = {code for i in part.ids for code in (self.registry.rows[i].country, *self.registry.rows[i].theatres)}
        return words[-1] in lexicon().organisation_nouns and lands.isdisjoint(before.ids) and lands != {None}

    def _anothers(self, before: Part | None, part: Part, after: Sequence[Part]) -> bool:
        """Whether a world body's short name is that of another's: "the Lisk Security Council", "… Council of Mali"."""
        if " " not in part.key or any(self.registry.rows[i].kind != "international" for i in part.ids):
            return False
        of_state = len(after) > 1 and after[0].key == "of" and after[1].form == "country"
        own = _capital_before(before, part)
        return of_state or (own is not None and (own.key == "national" or not lexicon().usual(own.key)))

    def _goes_on(self, part: Part, after: Sequence[Part]) -> bool:
        """Whether a newspaper's name begins that of another body ("the Independent Doctors Association")."""
        if any(self.registry.rows[i].kind != "outlet" for i in part.ids):
            return False
        first = after[0] if after and after[0].start - part.end == 1 else None
        if part.key.startswith("the ") and first is not None and first.capital and first.key in _STATES:
            return True  # "the Independent State of Samoa"
        at = part.end
        for one in after:
            if not one.capital or one.start - at != 1:
                return False
            if one.key in lexicon().organisation_nouns:
                return True
            at = one.end
        return False

    def _in_a_name(self, part: Part, before: Part | None, after: Part | None) -> bool:
        """Whether what looks like an abbreviation is a piece of somebody's name: "Dina" in "Dina Lorn" is not DINA."""
        if not part.surface.istitle() or " " in part.key:
            return False
        called = [name for i, name in self.registry.index.get((part.key,), ()) if i in part.ids]
        if not called or not all(name.isupper() for name in called):
            return False
        return any(
            one is not None and one.capital and one.form is None and not lexicon().usual(one.key) and abs(gap) <= 1
            for one, gap in (
                (before, part.start - before.end if before else 9),
                (after, after.start - part.end if after else 9),
            )
        )

    def _another_party(self, before: Part | None, part: Part, after: Sequence[Part]) -> bool:
        """Whether a party's name is a piece of another's: "Christian Democratic Party", "Democratic Party of Kenya"."""
        if any(self.registry.rows[i].sector != "PTY" for i in part.ids) or part.surface.isupper():
            return False
        own = _capital_before(before, part)
        if " " not in part.key:  # "Social Democrats" are others than the Democrats
            return own is not None and own.key in lexicon().of_any_name and own.key != "the"
        longer = own is not None and own.key not in lexicon().classes["light"]
        return longer or (len(after) > 1 and after[0].key == "of" and (after[1].capital or after[1].key == "the"))

    def _plain(self, before: Part | None, part: Part) -> Part:
        """A public person's family name after another given name is somebody else: a plain word."""
        row = self.registry.rows.get(part.ids[0]) if part.form == "row" else None
        if row is None or before is None or not before.capital or part.surface.isupper():
            return part
        if " " in part.key and not (row.kind == "person" and _ends_with(row.name, part.key)):
            return part  # but "Nimir Abdel Rahman" is no Rami Abdel Rahman
        if row.kind != "person" and before.key not in given_names():
            return part  # "Abdul Fatah" is nobody's party
        if before.form is not None or part.start - before.end > 1 or before.key in lexicon().person_titles:
            return part
        if (
            tuple(part.key.split()) in self.registry.index
            and lexicon().usual(before.key)
            and before.key not in given_names()
        ):
            return part  # "The Lorn campaign", "But Lorn", but no "Lorns"
        return Part(start=part.start, end=part.end, surface=part.surface, key=part.key, possessive=part.possessive)

    def _longest(self, text: str, line: Sequence[Word], lengths: Sequence[int], known: Known) -> tuple[Part, int]:
        unbroken = _unbroken(text, line)
        for length in (one for one in lengths if one <= unbroken):
            run = line[:length]
            surface = text[run[0].start : run[-1].end]
            for key in _spellings(run):
                if key in self._others and any(c.isupper() for c in surface):
                    return _part(run, surface, plain=True), length
                part = self._named(key, surface, known)
                if part is not None:
                    form, ids, actor = part
                    made = _part(run, surface, form=form, ids=ids, known=actor)
                    worn = key[-1] != run[-1].key and not made.possessive
                    if form == "row" and (worn or self._outlets(ids)) and self._lacks_article(key, surface):
                        continue  # neither "Monitor" nor "Monitors" is Al-Monitor
                    return made._replace(possessive=made.possessive or (worn and form == "country")), length
        return _word(line[0]), 1

    def _outlets(self, ids: Sequence[str]) -> bool:
        return all(self.registry.rows[i].kind == "outlet" for i in ids)

    def _lacks_article(self, key: tuple[str, ...], surface: str) -> bool:
        """Whether a name of one word is written without the article that it has in all tables."""
        names = [name for _, name in self.registry.index.get(key, ())]
        return len(key) == 1 and all(map(_ARTICLE.match, names)) and _ARTICLE.match(surface) is None

    def _named(
        self, key: tuple[str, ...], surface: str, known: Known
    ) -> tuple[Form, tuple[str, ...], Actor | None] | None:
        if key in known and any(c.isupper() for c in surface):
            return "known", (known[key].id,), known[key]
        given = len(key) == 1 and surface.istitle() and key[0] in given_names()  # "Dina" is not DINA
        names = self.registry.index.get(key, ())
        ids = tuple(i for i, alias in names if fits_case(alias, surface) and not (given and alias.isupper()))
        if ids:
            return "row", ids, None
        state = self._states.get(key)
        if state and fits_case(state[2], surface):
            return state[1], (state[0],), None
        return None


def _capital_before(before: Part | None, part: Part) -> Part | None:
    """The plain word with a capital that stands right before a part, if there is one."""
    own = before is not None and before.capital and before.form is None and part.start - before.end == 1
    return before if own else None


def _ends_with(name: str, key: str) -> bool:
    """Whether a person's name has others before words that it ends with."""
    whole, words = keys(name), tuple(key.split())
    return len(whole) > len(words) and whole[-len(words) :] == words


def _only_praises(line: Sequence[Word]) -> bool:
    """Whether a name is a word of praise that begins a sentence: "Gallant troops" are no minister's."""
    words = lexicon().classes
    forces = words["member"] | words["military"]
    return line[0].key in words["light"] and len(line) > 1 and line[1].surface in forces


def _short_before(before: Part, part: Part) -> bool:
    """Whether a state's short name ends that of a body that is cut short too: "ABC-UK"."""
    short = part.surface.isupper() and before.surface.isupper() and len(before.surface) > 1 and before.form is None
    return short and part.start - before.end == 1 and not lexicon().usual(before.key)


def _station(before: Part, part: Part) -> bool:
    """Whether a land's name is that of a station: "Radio America"."""
    return before.key in {"radio", "tele", "canal"} and before.capital and part.start - before.end == 1 and part.capital


def _after_given_name(before: Part | None, part: Part) -> bool:
    """Whether a family name stands after a given name, so that it may be another person's."""
    given, words = _capital_before(before, part), lexicon()
    return given is not None and given.key not in words.person_titles and given.key not in words.classes["light"]


def _of_another(before: Part | None, part: Part, after: Sequence[Part]) -> bool:
    """Whether a noun that is short for one body is part of another's name: "the Union of Bakers"."""
    joined = len(after) > 1 and after[0].key in {"of", "for"} and after[1].capital
    goes_on = bool(after) and after[0].form is None and after[0].capital  # "the Press Service"
    goes_on = goes_on and after[0].key in lexicon().organisation_nouns
    led = before is not None and before.capital and before.key != "the" and part.start - before.end == 1
    return joined or goes_on or led


@lru_cache(maxsize=128)  # a report's phrases are cut again and again while more of its names become known
def _line(text: str) -> tuple[Word, ...]:
    return tuple(words(text))


@lru_cache(maxsize=4096)
def beginnings(phrase: str) -> frozenset[str]:
    """The compared words with which a name that stands in a phrase can begin: each with and without its last letter."""
    return frozenset(form for word in _line(phrase) for form in (word.key, word.key[:-1], fold(word.key[:-1])))


def _reach(names: Iterable[tuple[str, ...]]) -> _Reach:
    """For each word that begins a name, and for each pair that begins a longer one, how many words these names have.

    The longest first; those of a word alone are 1 or none.
    """
    reach: dict[str | tuple[str, str], set[int]] = {}
    for name in names:
        if name:
            lengths = reach.setdefault(name[0], set())
            if len(name) == 1:
                lengths.add(1)
            else:
                reach.setdefault((name[0], name[1]), set()).add(min(len(name), _LONGEST))
    return {begun: tuple(sorted(lengths, reverse=True)) for begun, lengths in reach.items()}


def _lengths_from(line: Sequence[Word], at: int, reaches: Sequence[_Reach]) -> Sequence[int]:
    """How many words names that begin at ``at`` have, the longest first; none for most words, which begin none.

    The last word of a name may be written with the s of a possessive.
    """
    first, begun, found = line[at].key, False, list[Sequence[int]]()
    own = first[:-1] if first[-1] == "s" else ""
    for reach in reaches:
        lengths = reach.get(first)
        begun = begun or lengths is not None
        if lengths:
            found.append(lengths)
        if own in reach:
            found.append((1,))
    if begun and at + 1 < len(line):
        second = line[at + 1].key
        for key in (second, fold(second[:-1])) if second[-1] == "s" else (second,):
            found += [lengths for reach in reaches if (lengths := reach.get((first, key)))]
    if len(found) < 2:
        return found[0] if found else ()
    return sorted({n for lengths in found for n in lengths}, reverse=True)


def _unbroken(text: str, line: Sequence[Word]) -> int:
    """How many words stand together with nothing but space, hyphens or quotes between them, nor a sentence's end."""
    for index in range(1, len(line)):
        between = text[line[index - 1].end : line[index].start]
        if "." in between and line[index - 1].surface.islower():
            return index  # "… told us. Soldiers …"
        if between.strip(" \t\n-‑–/\"“”‘’'."):
            return index
    return len(line)


def _spellings(run: Sequence[Word]) -> list[tuple[str, ...]]:
    """The compared words as written, and without the s of a possessive (often printed without its apostrophe)."""
    key = tuple(word.key for word in run)
    last = key[-1]
    own = run[-1].possessive or (len(last) > 3 and not run[-1].surface.isupper())  # "NDPS" is no NDP's
    if last.endswith("s") and own and any(c.isupper() for c in run[-1].surface):
        return [key, (*key[:-1], fold(last[:-1]))]
    return [key]


def _word(word: Word) -> Part:
    """A plain word, which is what most parts are."""
    start, end, surface, key = word
    if surface[-1] not in _ENDS or not word.possessive:
        return Part(start, end, surface, key)
    return Part(start, end, surface, key[:-1] if surface[-1] == key[-1] == "s" else key, possessive=True)


def _part(
    run: Sequence[Word],
    surface: str,
    *,
    plain: bool = False,
    form: Form | None = None,
    ids: tuple[str, ...] = (),
    known: Actor | None = None,
) -> Part:
    key = run[0].key if len(run) == 1 else " ".join(word.key for word in run)
    possessive = run[-1].surface[-1] in _ENDS and run[-1].possessive
    if plain and possessive and key.endswith("s") and run[-1].surface[-1] == "s":
        key = key[:-1]
    return Part(
        start=run[0].start, end=run[-1].end, surface=surface, key=key, form=form, ids=ids, known=known,
        possessive=possessive,
    )  # fmt: skip
