"""Who a phrase names: an actor of the registry, a part of a state, civilians, a person, a local group, or nobody yet.

One phrase at a time, from its words alone; what needs the rest of the report is in ``who_report``. ``None`` comes with
a reason: ``pronoun``, ``description`` (words for somebody that only the report can tell), ``ambiguous``,
``anonymous`` (sources, reports, media), ``not_an_actor`` (a thing or a place), ``not_in_registry``.
A link with the reason ``first_of_several`` holds the first of several actors that the phrase names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from situate.model.actor import Actor
from situate.resolve.who.bodies import body as state_body
from situate.resolve.who.bodies import government_in_short
from situate.resolve.who.lexicon import Lexicon, lexicon
from situate.resolve.who.local import local_body
from situate.resolve.who.meanings import Linked, Meanings, Setting
from situate.resolve.who.names import keys
from situate.resolve.who.parts import Names, Part
from situate.resolve.who.persons import PersonName, belonging, person_name, person_of
from situate.resolve.who.phrases import BREAK, Phrases, from_capital, named, unbroken
from situate.resolve.who.registry import Registry
from situate.resolve.who.short import by_noun

__all__ = ["Linked", "Linker", "Setting"]

_NOBODY = Actor(id="", name="", kind="other")
_NAMED_AFTER = frozenset({"court", "tribunal", "university", "college", "hospital"})  # "Westminster magistrates court"
_ONE_OF = frozenset({"the", "a", "an", "one", "another", "each", "every", "any"})
_SOME = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "some", "dozens"}
)
_PEOPLES = ("sh", "ch", "ese", "ss")  # ends of adjectives that are a people's name with "the"
_OFFICES = frozenset({"president", "premier", "minister", "chancellor", "king"})
_STATE_NOUNS = frozenset(
    {"government", "administration", "regime", "authorities", "army", "military", "police", "navy", "troops"}
)
_DE = frozenset({"de", "del", "da", "do"})
_OF_STATES = frozenset({"parliament", "court", "government", "authorities", "army", "police", "congress", "assembly"})
_STATE_BODY = ("military", "police", "government")
_MILITIAS = frozenset(
    {"militia", "militias", "militiamen", "fighters", "gunmen", "tribesmen", "vigilantes", "mercenaries"}
)
_WATCHING = frozenset({"monitor", "monitors", "observers"})  # "monitors at the Observatory" are it
_RUNNING = frozenset({"nominee", "candidate", "frontrunner", "contender", "hopeful"})  # a person, not the party
_SOURCES = frozenset({"source", "sources"})  # "a source at the Lisk police" is the police
_PRONOUNS = ("pronoun_group", "pronoun_thing", "pronoun_person", "pronoun_speaker")
_STATES = frozenset({"republic", "kingdom", "state", "sultanate", "emirate", "commonwealth"})
_OUTSIDERS = frozenset(
    f"{one}{s}" for one in ("analyst", "expert", "blogger", "commentator", "correspondent", "historian", "observer")
    for s in ("", "s")
)  # fmt: skip
_OFFSHOOTS = frozenset({"affiliate", "offshoot", "franchise", "branch"})
_HELPED = frozenset({"backed", "supported", "sponsored", "funded", "trained", "equipped", "vetted"})
_SEAT_OF_POLICE = re.compile(r"\b(police)\s+(?:command|directorate|headquarters)$", re.IGNORECASE)
# What a body is called by before its name: "its armed wing, the Lorn Brigades".
_CALLED = re.compile(r"^(?:its|their)\s+(?:[a-z-]+\s+){0,3}[a-z-]+,\s+(?:the\s+)?(?=[A-Z])")
_UNDER_SECRETARY = re.compile(r"\b(under)[ -](secretar(?:y|ies))", re.IGNORECASE)
# What a state owns: "the state telephone company".
_OWNED_BY_A_STATE = frozenset(
    {"company", "corporation", "organization", "firm", "enterprise", "monopoly", "utility", "airline", "bank", "agency"}
)


class Linker:
    """Links phrases to actors. Pure: the same phrase in the same setting always links alike."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.names = Names(registry)
        self._words: Lexicon = lexicon()
        self._means = Meanings(registry)
        self._phrases = Phrases()
        self._holders = _holders(registry)
        self.by_noun = by_noun(registry)

    def link(self, text: str, *, country_hint: str | None = None, date: str | None = None) -> Linked:
        """The actor of a phrase and a reason; see the module for the reasons.

        ``country_hint`` is the ISO code of the state whose conflict the report tells, when it is about one;
        ``date`` a partial date.
        """
        return self.within(text, Setting(country=country_hint, date=date))

    def within(self, text: str, setting: Setting) -> Linked:
        """The actor of a phrase in what a report tells around it."""
        text = _UNDER_SECRETARY.sub(r"\1\2", text) if "under" in text.lower() else text
        text = _CALLED.sub("", _SEAT_OF_POLICE.sub(r"\1", text)).replace("General Staff", "general staff")
        parts = self.names.parts(text, setting.known)
        if not parts:
            return None, "not_an_actor"
        if self._of_nobody_named(parts):
            return None, "description"
        rows = [self.registry.rows[part.ids[0]] for part in parts if part.form == "row"]
        if parts[-1].key in _OUTSIDERS and all(row.kind == "state_forces" for row in rows):
            return None, "anonymous"  # "military analysts" are of no army
        short = government_in_short(text, setting.state, self.registry)
        if short is not None:
            return self._means.part(short, "government", setting)
        return self._phrase(text, parts, setting)

    def _of_nobody_named(self, parts: Sequence[Part]) -> bool:
        """Whether a phrase is of somebody whom it leaves open: "a former Danish minister", "both men"."""
        words = [part.key for part in parts]
        former = words[0] in {"a", "an", "another"} and "former" in words[1:3] and words[-1] in _OFFICES
        return former or (words[0] == "both" and not named(parts))

    def names_somebody(self, text: str) -> bool:
        """Whether a name that the registry knows stands in a phrase."""
        return named(self.names.parts(text))

    def _phrase(self, text: str, parts: Sequence[Part], setting: Setting) -> Linked:
        if self._phrases.all(parts, *_PRONOUNS):
            return None, "pronoun"
        parts = self._without_backers(parts)
        head, rest = self._phrases.cut(text, parts)
        if self._of_a_group(head, rest):
            return self._phrase(text, rest[1:], setting)
        owner = next((i for i, p in enumerate(head) if p.possessive and p.form is None and not p.capital), None)
        if owner and len(head) > owner + 2 and all(p.capital for p in head[owner + 1 :]):
            return self._phrase(text, [*head[owner + 1 :], *rest], setting)  # "the firm’s Lorn Global Fund"
        if self._coalition_of_foes(head, rest):
            return self._phrase(text, rest[1:], setting)
        introduced = self._introduced(head, rest, setting)
        if introduced:
            return introduced
        split = self._phrases.first_of_several(text, head)
        if split:
            return self._several(text, head, rest, split, setting)
        return self._head(text, head, rest, setting)

    def _without_backers(self, parts: Sequence[Part]) -> Sequence[Part]:
        """Without whose offshoot or client a group is said to be, where it is named itself.

        "The Reds affiliate JNIM", "the Rwandan-backed M23".
        """
        for i, (of, tie) in enumerate(pairwise(parts)):
            group = parts[i + 2] if len(parts) > i + 2 else None
            tied = tie.key in _OFFSHOOTS or (tie.key in self._words.linked and tie.key != "armed")
            if of.form and tied and group and group.form == "row" and self.registry.rows[group.ids[0]].armed:
                return [*parts[:i], *parts[i + 2 :]]
        return parts

    def _of_a_group(self, head: Sequence[Part], rest: Sequence[Part]) -> bool:
        """Whether men of a land are a group's: "Russian fighters of the Africa Corps"."""
        if len(head) < 2 or len(rest) < 2 or rest[0].key != "of" or head[-2].form != "adjective":
            return False
        group = next((p for p in rest[1:] if p.key != "the"), None)
        row = self.registry.rows.get(group.ids[0]) if group is not None and group.form == "row" else None
        armed = row is not None and (row.armed or row.kind == "external_forces")
        return armed and self._phrases.all(head[-1:], "member", "military")

    def _coalition_of_foes(self, head: Sequence[Part], rest: Sequence[Part]) -> bool:
        """Whether a coalition is of those whom states fight: "a coalition of Islamist insurgents"."""
        together = bool(head) and head[-1].key in {"coalition", "alliance"} and not named(head)
        of_them = bool(rest) and rest[0].key == "of" and self._means.are_foes([part.key for part in rest])
        return together and of_them

    def _introduced(self, head: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Linked | None:
        """The name that an apposition gives: "the president, Vladimir Putin", "the group known as X"."""
        first = next((p for p in rest if p.form in {"row", "known"}), None)
        if first is None:
            return None
        before = [p.key for p in rest[: rest.index(first)]]
        bare = all(self._words.is_("light", w) or w in self._words.also_called or w in {"as", "by"} for w in before)
        row = self.registry.rows.get(first.ids[0])
        if (
            row
            and row.kind == "person"
            and self._phrases.titled(head)
            and not set(before) - {"of", "state", "for", "the"}
        ):
            return self._means.actor(first, setting)
        called_last = bool(before) and (before[-1] in self._words.also_called or before[-2:] == ["known", "as"])
        if called_last and not named(head):
            return self._means.actor(first, setting)
        generic = not named(head) and self._phrases.generic_group(head)
        generic = generic or (named(head) and head[-1].key in _OFFSHOOTS)  # "the Reds affiliate, the Blues"
        called = bool(before) and before[0] in self._words.also_called
        if bare and generic and (called or not before or before == ["the"]):
            return self._means.actor(first, setting)
        return None

    def _several(self, text: str, head: Sequence[Part], rest: Sequence[Part], split: int, setting: Setting) -> Linked:
        left, right = list(head[:split]), [p for p in head[split:] if p.key not in self._words.join]
        if self._phrases.all(left, *_PRONOUNS):
            return None, "pronoun"
        people = all(
            p.form is None and (self._words.is_("people", p.key) or self._words.is_("light", p.key)) for p in left
        )
        shared = [p for p in right if p.form is None] or self._head_within(text, right)
        lacks_head = (
            left[-1].form in {"adjective", "country"}
            and bool(shared)
            and (right[-1].form is None or shared[-1] is not right[-1])
        )
        if people or lacks_head or self._words.is_("light", left[-1].key):
            left += [p for p in shared if not self._words.is_("light", p.key)]
        actor, reason = self._head(text, left, [] if right else rest, setting)
        same = actor is not None and not named(right)
        return actor, reason if reason or same or people else "first_of_several"

    def _head_within(self, text: str, right: Sequence[Part]) -> list[Part]:
        """The plain words in the name of a state's own body: "forces" of "Kenyan forces"."""
        row = self.registry.rows.get(right[-1].ids[0]) if right and right[-1].form == "row" else None
        if row is None or row.kind not in {"government", "state_forces"}:
            return []
        known, part = self.names.parts(right[-1].surface.partition(" ")[2]), right[-1]
        offset = part.start + part.surface.find(" ") + 1
        return [p._replace(start=p.start + offset, end=p.end + offset) for p in known if p.form is None]

    def _head(self, text: str, head: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Linked:
        head, rest = (self._without_names_elsewhere(parts, setting) for parts in (head, rest))
        last = max((i for i, p in enumerate(head) if p.form), default=None)
        if last is None:
            return self._described(text, head, rest, setting)
        name, tail = head[last], list(head[last + 1 :])
        before = [p.key for p in head[:last]]
        owned = tail and all(self._phrases.all([p], *_STATE_BODY) or p.key in self._words.of_body for p in tail)
        of_state = name.form in {"country", "adjective"} and tail and not (owned and name.possessive)
        plain = (len(tail) == 1 and tail[0].key in _STATE_NOUNS) or self._of_every_state(tail, rest)
        local = self._local(text, from_capital(head), rest) if of_state and not plain else None
        if local:
            return local
        if (before and before[-1] == "non") or (len(before) > 1 and before[-2] in {"pro", "anti"}):
            return None, "description"  # "pro-Turkey Syrian militants" are neither's
        if before and before[-1] in {"pro", "anti"}:
            return self._stance(before[-1], name, tail, setting)
        if self._of_a_state_at(head, name, tail):
            return self._means.part(head[last - 1].ids[0], "government", setting)
        if before and before[-1] == "ethnic":
            return None, "description"  # "ethnic Danes" are of the land that they live in
        if tail and (tail[0].key in self._words.held):
            return None, "not_an_actor"
        if not tail and self._nobodys_forces(text, head, last):
            return None, "description"
        another = self._another_body(text, head[: last + 1], setting, alone=not tail)
        if another:
            return another
        person = self._apposed(text, name, tail, rest, setting)
        if person:
            return person, None
        if tail and tail[0].key in self._words.linked and [p.key for p in tail] != ["armed", "forces"]:
            return self._dependent(text, name, tail, rest, setting)
        return self._tail(text, name, tail, rest, setting)

    def _without_names_elsewhere(self, parts: Sequence[Part], setting: Setting) -> list[Part]:
        """The parts of a phrase; small words that name a row of another land are words ("the army of the junta")."""
        return [p._replace(form=None, ids=()) if self._means.common_here(p, setting) else p for p in parts]

    def _of_every_state(self, tail: Sequence[Part], rest: Sequence[Part]) -> bool:
        """Whether capitals say what every state has: "Spain’s Supreme Court", "Bolivian Interior Ministry"."""
        if rest and rest[0].key in {"of", "for"}:
            return False  # "Zimbabwe Congress of Trade Unions"
        said = [p.key for p in tail]
        ministry = said[-1:] == ["ministry"] and len(said) > 1 and set(said[:-1]) <= self._words.ministries
        return ministry or state_body(said, named=True) is not None

    def _nobodys_forces(self, text: str, head: Sequence[Part], last: int) -> bool:
        """Whether a state's name or adjective at the end of a phrase is neither its government nor its army.

        "A Dane", "the Mexican" is one person ("the French" are many); "Stormfront Lutha" is a body of its own.
        """
        name, before = head[last], head[last - 1] if last else None
        if before is None:
            return False
        if name.form == "adjective" and before.form == "adjective" and text[before.end : name.start] == "-":
            return True  # "a Danish-Swede"
        if name.form == "adjective" and before.form is None:
            many = head[0].key == "the" and name.key.endswith(_PEOPLES) and not any(p.key in _SOME for p in head)
            light = all(self._words.is_("light", p.key) or p.key.isdecimal() for p in head[:last])
            return light and not many and any(p.key in _ONE_OF | _SOME or p.key.isdecimal() for p in head[:last])
        own = before.form is None and before.capital and before.key != "the" and not self._words.usual(before.key)
        return name.form == "country" and own and not name.possessive and text[before.end : name.start] == " "

    def _another_body(self, text: str, head: Sequence[Part], setting: Setting, *, alone: bool) -> Linked | None:
        """A body of which a table has no more than the small words: "the Sichuan province justice department".

        Where no word follows (``alone``) also one with a land at its end ("Banco de Lusar"), and "the British".
        """
        name = head[-1]
        if alone and name.form == "adjective" and [p.key for p in head[:-1]] == ["the"] and name.key.endswith(_PEOPLES):
            return self._means.actor(name, setting, people=True)
        if alone and len(head) > 2 and name.form == "country" and head[-2].key in _DE and head[0].capital:
            return _local(text[head[0].start : name.end])
        own = [p for p in head[:-1] if p.capital and p.form is None and not self._words.usual(p.key)]
        if not own or head[-1].form != "row" or not head[-1].surface.islower():
            return None
        if self.registry.rows[head[-1].ids[0]].kind != "government" or any(p.form for p in head[:-1]):
            return None
        called = text[own[0].start : head[-1].end]
        return local_body(called), "not_in_registry"

    def _apposed(
        self, text: str, name: Part, tail: Sequence[Part], rest: Sequence[Part], setting: Setting
    ) -> Actor | None:
        """The person named after a comma: "a Lebanese lawyer, Ada Lorn"."""
        whose = name.form == "adjective" or name.possessive  # "Lorn’s envoy, Ada Tal"
        if not tail or not rest or not whose or tail[-1].key not in self._words.person_titles:
            return None
        if text[tail[-1].end : rest[0].start].strip() != ",":
            return None
        found = person_name(text, [*tail, *unbroken(text, rest)], self._words)
        return self._who_is(found, self._means.actor(name, setting)[0], setting) if found else None

    def _of_a_state_at(self, head: Sequence[Part], name: Part, tail: Sequence[Part]) -> bool:
        """Whether a state's envoy to an organisation is meant: "the British UN ambassador"."""
        before = head[head.index(name) - 1] if head.index(name) else None
        row = self.registry.rows.get(name.ids[0]) if name.form == "row" else None
        envoy = bool(tail) and tail[-1].key in {"ambassador", "envoy", "representative"}
        of_state = before is not None and before.form in {"adjective", "country"}
        return bool(envoy and of_state and row and row.kind == "international")

    def _stance(self, stance: str, name: Part, tail: Sequence[Part], setting: Setting) -> Linked:
        """A side, as in "pro-Assad fighters" or "anti-regime rebels": that of the state that the name belongs to."""
        actor, _ = self._means.actor(name, setting)
        state = actor.country if actor and actor.kind in {"government", "state_forces", "person"} else None
        if state and state == setting.country and tail:  # alone it says of what sort a thing is: "the anti-Lorn film"
            return self._means.part(state, "pro_government" if stance == "pro" else "rebels", setting)
        return None, "description"

    def _dependent(self, text: str, name: Part, tail: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Linked:
        """What is backed, when that is more than a common word for fighters."""
        words = [p.key for p in tail[1:]]
        if tail[0].key == "led" and words and words[-1] in {"government", "administration", "cabinet", "regime"}:
            state = self._means.state_of(self._means.actor(name, setting)[0] or _NOBODY, name)
            return self._means.part(state or setting.state, "government", setting)
        if not words:
            return self._means.actor(name, setting)
        if any(self._words.is_("rebel", w) for w in words):
            return self._described(text, tail[1:], rest, setting)
        if any(self._words.is_("coalition", w) for w in words):
            return self._described(text, tail[1:], rest, setting)
        return None, "description"

    def _tail(self, text: str, name: Part, tail: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Linked:
        """A name and the words after it: "Syrian warplanes", "IS fighters", "SDF commander Adnan Afrin"."""
        actor, reason = self._means.actor(name, setting, attributive=not tail)
        if actor is not None and actor.kind == "person" and self._second_surname(name, tail):
            return actor, None
        person = person_name(text, tail, self._words)
        if person is None and rest and rest[0].key == "of" and self._phrases.titled(tail) and not named(rest):
            person = self._after_of(text, tail, rest)  # "Kyiv Chief of Police Ada Lorn"
        if person and any(p.key in self._words.person_titles for p in tail):
            return self._who_is(person, actor, setting), None
        if name.form == "row" and tail and tail[-1].key in _NAMED_AFTER and actor and actor.kind == "government":
            called = text[name.start : tail[-1].end]
            return local_body(called), "not_in_registry"
        if actor is None:
            return None, reason
        plain = [p.key for p in tail]
        if actor.kind == "person" and plain[:1] == ["campaign"] and self._phrases.all(tail[1:], "office", "member"):
            return actor, None  # "the Lorn campaign" speaks for Lorn, as an office does
        if plain and name.form == "row" and actor.kind == "government" and name.key.endswith(" state"):
            plain = ["state", *plain]  # "Danish state television"
        if plain and actor.sector == "BUS" and not self._phrases.all(tail[-1:], "office", "member", "people"):
            return None, "not_an_actor"  # "a Facebook page"
        if actor.sector == "PTY" and plain and plain[-1] in _RUNNING:
            return None, "description"
        party = actor.sector == "PTY" and bool(plain) and plain[-1] in {"government", "administration", "cabinet"}
        if not plain or (actor.kind in {"international", "outlet", "other"} and not party):
            return actor, None
        state = self._means.state_of(actor, name)
        return self._means.by_class(actor, state, plain, tail, setting)

    def _second_surname(self, name: Part, tail: Sequence[Part]) -> bool:
        """Whether a person's full name only goes on: "Ana Lorn Tal" of Ana Lorn."""
        one = len(tail) == 1 and tail[0].capital and tail[0].start - name.end == 1
        return one and " " in name.key and not self._words.usual(tail[0].key)

    def _described(self, text: str, head: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Linked:
        core = [p for p in head if not self._words.is_("light", p.key) or p.capital]
        core = core[1:] if core and core[0].key in {"the", "a", "an"} else core
        titled = self._state_by_its_title(head, rest, setting)
        person = None if titled else self._person(text, head, rest, setting)
        if titled or person:
            return titled or (person, None)
        belongs = self._people_of(head, rest, setting) or self._belongs(text, head, rest, setting)
        belongs = belongs or self._body_of(head, rest, setting)
        if belongs:
            return belongs
        plain = [p.key for p in head]
        wide = self._of_many_lands(text, head)
        if wide:
            return wide
        helped = next((i for i, key in enumerate(plain[:-1]) if i and key in _HELPED), None)
        if helped is not None and all(p.form is None for p in head[:helped]):
            return self._described(text, head[helped + 1 :], rest, setting)  # "coalition-backed fighters" are others
        own = self._of_the_state_told(head, core, rest, setting)
        if own:
            return own
        local = self._local(text, core, rest) or self._called_by_its_kind(text, core)
        if (
            local
            and plain[0] not in {"a", "an"}
            and not (setting.capitals and all(self._words.ordinary(p.key) for p in core))
        ):
            return local
        if plain[0] in {"a", "an"} and plain[-1] in self._words.bodies:
            return None, "description"  # not the one that is known
        return self._means.by_words(plain, setting)

    def _of_the_state_told(
        self, head: Sequence[Part], core: Sequence[Part], rest: Sequence[Part], setting: Setting
    ) -> Linked | None:
        """What is the told state's by its words: "the Foreign Ministry", "the Air Force", "the state oil company"."""
        plain, state, ministries = [p.key for p in head], setting.state, self._words.ministries
        of = {p.key for p in rest[1:]} - {"and", "the"}
        if (
            plain[-1] == "ministry"
            and set(plain) - {"the", "ministry"}
            and set(plain) - {"the", "ministry"} <= ministries
        ):
            return self._means.ministry(plain, setting)
        if plain[-1] == "ministry" and not named(rest) and rest and rest[0].key == "of":
            return self._means.ministry([*plain, *(p.key for p in rest)], setting)
        if "state" in plain and self._words.is_("state_media", plain[-1]):
            return self._means.by_words(plain, setting)
        if state is None:
            return None
        if plain[0] not in {"a", "an"} and " ".join(p.key for p in core) in self._words.forces:
            return self._means.by_words(plain, setting)  # "the Air Force"
        body = state_body(plain, named=False) if not rest else None
        if plain in (["the", "minister"], ["the", "ministry"]) and of and of <= ministries:
            body = "government"  # "the minister for public works"
        if not rest and _is_state_owned(plain) and not any(p.capital for p in head[1:]):
            body = "government"
        return self._means.part(state, body, setting) if body is not None else None

    def _state_by_its_title(self, head: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Linked | None:
        """The state of "the Kingdom of Lusar"."""
        land = [p for p in rest[1:] if p.key != "the"]
        if head[-1].key not in _STATES or not head[-1].capital or len(land) != 1 or land[0].form != "country":
            return None
        return self._means.actor(land[0], setting) if rest[0].key == "of" else None

    def _someones(self, part: Part) -> bool:
        """Whether a word is the name of an owner that no table has."""
        return part.possessive and part.capital and part.form is None and not self._words.usual(part.key)

    def _people_of(self, head: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Linked | None:
        """The people of a land: "the people of Mali", "citizens from the Gambia"; nobody for "Lorn’s driver"."""
        if self._phrases.all(head[-1:], "people") and any(self._someones(p) for p in head[:-1]):
            return None, "description"
        if not rest or rest[0].key not in {"of", "from"} or named(head) or not self._phrases.all(head[-1:], "people"):
            return None
        land = next((p for p in rest[1:3] if p.key != "the"), None)
        if land is None or land.form != "country" or land.possessive:
            return None
        return self._means.civilians(land.ids[0], setting)

    def _body_of(self, head: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Linked | None:
        """A body of the state that is told of whose name has "of" in it: "the joint chiefs of staff"."""
        if not rest or named(rest):
            return None
        part = state_body([p.key for p in (*head, *rest)], named=False)
        return self._means.part(setting.state, part, setting) if part is not None else None

    def _of_many_lands(self, text: str, head: Sequence[Part]) -> Linked | None:
        """Whom a phrase with a region's name means, which is no one state's: "the Central American Parliament"."""
        wide = next((i for i, p in enumerate(head) if p.key in self._words.no_state), None)
        if wide is None:
            return None
        if self._words.is_("people", head[-1].key):
            return None, "description"
        body = wide + 1 < len(head) and all(p.capital for p in head[wide:]) and head[-1].key in _OF_STATES
        return _local(text[head[wide].start : head[-1].end]) if body else None

    def _person(self, text: str, head: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Actor | None:
        """A person named with an apposition ("X, an SDF commander") or after one ("the group's leader, X")."""
        found = person_name(text, head, self._words, rest=rest, capitals=setting.capitals)
        if found is None and rest and self._phrases.titled(head) and not named(rest):
            after = unbroken(text, rest) if BREAK.search(text[head[-1].end : rest[0].start]) else []
            found = person_name(text, [*head, *after], self._words)
        if found is None and rest and self._phrases.titled(head) and rest[0].key == "of" and not named(rest):
            found = self._after_of(text, head, rest)
        if found is None:
            return None
        held = self._held(setting.state, found, setting) if _OFFICES & {p.key for p in head} else None
        if held is not None:
            return held  # "Prime Minister Lorn" in a report on the state that Lorn leads then
        name = next(iter(belonging(rest)), None)
        of = self._means.actor(name, setting)[0] if name and found.public else None
        if of is None and found.public:
            of = self._means.by_words([p.key for p in head if not p.capital], setting)[0]
        return self._who_is(found, of, setting)

    def _after_of(self, text: str, title: Sequence[Part], rest: Sequence[Part]) -> PersonName | None:
        """The full name at the end of a title with "of" in it: "secretary of state Ada Lorn"."""
        found = person_name(text, [*title, *unbroken(text, rest)], self._words)
        return found if found and len(found.name.split()) > 1 else None

    def _who_is(self, found: PersonName, of: Actor | None, setting: Setting) -> Actor:
        """The person of the registry who has this family name and an office of that state then, else a local one."""
        state = of.country if of is not None and of.kind in {"government", "state_forces"} else None
        held = self._held(state, found, setting)
        if held is not None:
            return held
        return person_of(found, of=of, registry=self.registry, date=setting.date, country=setting.country)

    def _held(self, state: str | None, found: PersonName, setting: Setting) -> Actor | None:
        """The one person of the registry with this family name who held an office of the state then.

        Given names must be among the person's: "Napoleon Lorn" of José Napoleón Lorn.
        """
        said = keys(found.name)
        held = self._holders.get((state, said[-1]), ()) if found.public and state and said else ()
        held = tuple(one for one in held if set(said) <= set(keys(self.registry.rows[one].name)))
        then = [one for one in held if self.registry.parents(one, setting.date)]
        if len(then) > 1 and state:  # a minister or president before a general of the same name
            government = self.registry.part(state, "government")
            then = [one for one in then if government in self.registry.parents(one, setting.date)]
        return self.registry.actor(then[0], setting.date, setting.country) if len(then) == 1 else None

    def _belongs(self, text: str, head: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Linked | None:
        """Whose they are: "forces loyal to X", "a spokesman for the SDF", "members of Isis"."""
        if any(p.possessive and p.form is None for p in head[:-1]):
            return None  # "the group’s chief for the north"
        if (
            not rest
            or rest[0].key not in self._words.belongs | {"at"}
            or self._phrases.all(head[-1:], "people", "thing")
        ):
            return None
        name = next((p for p in rest if p.form), None)
        speaks = self._phrases.all(head[-1:], "office") or head[-1].key in _WATCHING
        source = head[-1].key in _SOURCES and self._phrases.all(rest[-1:], "police", "military", "government")
        if rest[0].key == "at" and (name is None or name.form != "row" or not speaks) and not source:
            return None  # "personnel at the Delhi Police"
        if name is not None and name.form == "country" and (longer := _longer_name(rest, name, self._words)):
            return self._local(text, longer) or (None, "description")
        if name is None:
            return self._militia(head, rest, self._belongs_to_described(text, head, rest[1:], setting), setting)
        between = [p.key for p in rest[: rest.index(name)]]
        if len([w for w in between if not self._words.is_("light", w)]) > 4:
            return None
        if any(w in {"against", "near", "in"} for w in between):
            return None
        tied = any(w in {"affiliated", "linked"} for w in between)
        if tied and not (
            name.form == "row" and self.registry.rows[name.ids[0]].armed and self._phrases.all(head[-1:], "member")
        ):
            return None
        place = name.form == "country" and rest[0].key in {"from", "with", "for"}
        if place and not any(self._words.is_(c, p.key) for c in ("military", "office") for p in head):
            return None
        after = list(rest[rest.index(name) + 1 :])[:2]
        if name.form == "adjective" and not (
            after
            and self._phrases.all(
                after[1:] if after[0].key in self._words.of_body and len(after) > 1 else after[:1],
                "military", "government", "police", "rebel",
            )
        ):  # fmt: skip
            return None
        closer = [
            p for p in after if any(self._words.is_(c, p.key) for c in ("military", "government", "member", "police"))
        ]
        title = [p for p in head if p.form is None and not self._words.is_("light", p.key)]
        person = person_name(text, rest[rest.index(name) + 1 :], self._words)
        if person and self._phrases.titled(head):
            person = PersonName(name=person.name, public=True)
            of, _ = self._means.actor(name, setting)
            return self._who_is(person, of, setting), None
        inner = name.form == "row" and head[-1].key in self._words.inner and self.registry.rows[name.ids[0]].inter != 1
        # "The political commission of the Reds" is the Reds.
        found = self._means.actor(name, setting) if inner else self._tail(text, name, [*closer, *title], [], setting)
        return self._militia(head, rest, found if found[0] is not None else None, setting)

    def _militia(
        self, head: Sequence[Part], rest: Sequence[Part], found: Linked | None, setting: Setting
    ) -> Linked | None:
        """The same, but militias that are loyal to a government fight on its side, and are not it."""
        actor = found[0] if found is not None else None
        loyal = rest[0].key in {"loyal", "allied"} and head[-1].key in _MILITIAS
        if actor is None or not loyal or actor.kind not in {"government", "state_forces"}:
            return found
        return self._means.part(actor.country, "pro_government", setting)

    def _belongs_to_described(
        self, text: str, head: Sequence[Part], whose: Sequence[Part], setting: Setting
    ) -> Linked | None:
        """The same where words describe the owner: "forces of the regime", "a commander in the pro-Assad forces"."""
        if not whose or not self._phrases.all(head[-1:], "office", "anonymous", "military", "member", "organisation"):
            return None
        if (
            not setting.capitals
            and head[-1].capital
            and all(p.capital for p in whose)
            and not self._words.ordinary(whose[0].key)
        ):
            return None  # "the Movement for Quality Government"
        found, _ = self._phrase(text, whose, setting)
        if found is None or found.kind in {"civilians", "person"}:
            return None
        fights = self._phrases.all(head[-1:], "military", "member") and head[-1].key not in {"member", "members"}
        if found.kind == "government" and fights:
            return self._means.part(found.country, "military", setting)
        return found, None

    def _local(self, text: str, core: Sequence[Part], rest: Sequence[Part] = ()) -> Linked | None:
        """A group that no registry has, known by a proper name with a noun for a group in it."""
        run = [p for p in core if p.capital]
        if not run or len(run) < len(core):
            return None
        for index, part in enumerate(unbroken(text, [run[-1], *rest])[1:]):
            if part.capital:
                run += rest[len(run) - len(core) : index + 1]
            elif part.key not in {"of", "for", "and", "the"}:
                break
        if len(run) < 2:
            return None
        of_people = any(p.possessive and self._words.is_("people", p.key) for p in run[:-1])  # "the People's Column"
        if not of_people and not any(p.key in self._words.organisation_nouns for p in run):
            return None
        name = " ".join(text[run[0].start : run[-1].end].split()).strip("“”\"'‘’ ")
        return local_body(name), "not_in_registry"

    def _called_by_its_kind(self, text: str, core: Sequence[Part]) -> Linked | None:
        """A body by its own name and small words for what it is: "the Firat news agency"."""
        core = core[next((i for i, p in enumerate(core) if not self._words.ordinary(p.key)), 0) :]
        own = [p for p in core if p.capital]
        kind = list(core[len(own) :])
        if not own or not kind or any(p.form or p.capital for p in kind) or any(p.form for p in own):
            return None
        if own[-1].possessive:
            return None  # "Lorn’s office"
        if any(self._words.ordinary(p.key) for p in own) or list(core[: len(own)]) != own:
            return None
        kinds = self._words.organisation_nouns | self._words.kinds
        if not all(p.key in kinds or self._words.is_("state_media", p.key) for p in kind):
            return None
        name = text[own[0].start : kind[-1].end].strip("“”\"'‘’ ")
        return local_body(name), "not_in_registry"


def _is_state_owned(plain: Sequence[str]) -> bool:
    return list(plain[:2]) == ["the", "state"] and plain[-1] in _OWNED_BY_A_STATE and len(plain) in {4, 5}


def _local(called: str) -> Linked:
    """A body that no table has, by its name."""
    return local_body(called), "not_in_registry"


def _longer_name(rest: Sequence[Part], name: Part, words: Lexicon) -> list[Part] | None:
    """The body in whose name a state's stands: "All Pakistan Muslim League"; ``None`` where the state is meant."""
    at = rest.index(name)
    first = at
    while first and rest[first - 1].capital and rest[first - 1].start >= 0 and rest[first - 1].form is None:
        first -= 1
    last = at
    while last + 1 < len(rest) and rest[last + 1].capital and rest[last + 1].form is None:
        last += 1
    own = rest[last].key in words.organisation_nouns and not words.is_("government", rest[last].key)
    plain = last > at and all(
        words.is_("military", p.key) or words.is_("police", p.key) for p in rest[at + 1 : last + 1]
    )
    return list(rest[first : last + 1]) if last > at and own and not plain and first < at else None


def _holders(registry: Registry) -> dict[tuple[str, str], tuple[str, ...]]:
    """Who held an office of a state, by the state and the family name."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in registry.rows.values():
        if row.kind == "person" and row.country and any(registry.rows[p.id].inter == 1 for p in row.parents):
            key = row.country, keys(row.name)[-1]
            found[key] = (*found.get(key, ()), row.id)
    return found
