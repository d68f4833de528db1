"""Who a phrase names: an actor of the registry, a part of a state, civilians, a person, a local group, or nobody yet.

One phrase at a time, from its words alone; what needs the rest of the report is in ``report``. ``None`` comes with
a reason: ``pronoun``, ``description`` (words for somebody that only the report can tell), ``ambiguous``,
``anonymous`` (sources, reports, media), ``not_an_actor`` (a thing or a place), ``not_in_registry``.
A link with the reason ``first_of_several`` holds the first of several actors that the phrase names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.model.actor import Actor
from situate.resolve.who.bodies import body as state_body
from situate.resolve.who.bodies import government_in_short
from situate.resolve.who.common_words import is_aircraft
from situate.resolve.who.lexicon import PRONOUNS, Lexicon, lexicon
from situate.resolve.who.links import Linked
from situate.resolve.who.local import not_in_registry
from situate.resolve.who.meanings import Meanings, Setting
from situate.resolve.who.named_persons import OFFICES, NamedPersons, after_of
from situate.resolve.who.offshoots import (
    OFFSHOOTS,
    coalition_of_foes,
    is_armed,
    led_by_another,
    nobodys,
    of_a_group,
    rebels_of_a_force,
    without_backers,
)
from situate.resolve.who.own_names import by_its_noun, called_by_its_kind, longer_name, of_many_lands
from situate.resolve.who.parts import Names, Part
from situate.resolve.who.peoples import at_war
from situate.resolve.who.persons import PersonName, person_name
from situate.resolve.who.phrases import all_of, cut, first_of_several, from_capital, generic_group, named, titled
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
_STATE_NOUNS = frozenset(
    {"government", "administration", "regime", "authorities", "army", "military", "police", "navy", "troops"}
)
_DE = frozenset({"de", "del", "da", "do"})
_STATE_BODY = ("military", "police", "government")
_MILITIAS = frozenset(
    {"militia", "militias", "militiamen", "fighters", "gunmen", "tribesmen", "vigilantes", "mercenaries"}
)
_WATCHING = frozenset({"monitor", "monitors", "observers"})  # "monitors at the Observatory" are it
_RUNNING = frozenset({"nominee", "candidate", "frontrunner", "contender", "hopeful"})  # a person, not the party
_SOURCES = frozenset({"source", "sources"})  # "a source at the Lisk police" is the police
_STATES = frozenset({"republic", "kingdom", "state", "sultanate", "emirate", "commonwealth"})
_AGED = frozenset({"year", "years", "old", "aged"})  # "the 37-year-old Dane"
_STAFF = frozenset({"union", "unions", "strikers", "employees", "management", "staff"})
_OUTSIDERS = frozenset(
    f"{one}{s}" for one in (
        "researcher", "scholar", "academic", "analyst", "expert", "blogger", "commentator", "correspondent",
        "historian", "observer",
    )
    for s in ("", "s")
)  # fmt: skip
_HELPED = frozenset({"backed", "supported", "sponsored", "funded", "trained", "equipped", "vetted"})
_SENT = frozenset({"mission", "force"})  # "a convoy of the UN mission"
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
        self._persons = NamedPersons(registry, self._means)
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
        parts = at_war(parts, setting.here or setting.country, setting.date, self.registry)
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
        former = words[0] in {"a", "an", "another"} and "former" in words[1:3] and words[-1] in OFFICES
        return former or (words[0] == "both" and not named(parts))

    def names_somebody(self, text: str) -> bool:
        """Whether a name that the registry knows stands in a phrase."""
        return named(self.names.parts(text))

    def _phrase(self, text: str, parts: Sequence[Part], setting: Setting) -> Linked:
        if all_of(parts, *PRONOUNS):
            return None, "pronoun"
        parts = without_backers(parts, self.registry)
        head, rest = cut(text, parts)
        if of_a_group(head, rest, self.registry):
            return self._phrase(text, rest[1:], setting)
        owner = next((i for i, p in enumerate(head) if p.possessive and p.form is None and not p.capital), None)
        if owner and len(head) > owner + 2 and all(p.capital for p in head[owner + 1 :]):
            return self._phrase(text, [*head[owner + 1 :], *rest], setting)  # "the firm’s Lorn Global Fund"
        if coalition_of_foes(head, rest):
            return self._phrase(text, rest[1:], setting)
        introduced = self._introduced(head, rest, setting)
        if introduced:
            return introduced
        split = first_of_several(text, head)
        if split:
            return self._several(text, head, rest, split, setting)
        return self._head(text, head, rest, setting)

    def _introduced(self, head: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Linked | None:
        """The name that an apposition gives: "the president, Vladimir Putin", "the group known as X"."""
        first = next((p for p in rest if p.form in {"row", "known"}), None)
        if first is None:
            return None
        before = [p.key for p in rest[: rest.index(first)]]
        bare = all(self._words.is_("light", w) or w in self._words.also_called or w in {"as", "by"} for w in before)
        row = self.registry.rows.get(first.ids[0])
        if row and row.kind == "person" and titled(head) and not set(before) - {"of", "state", "for", "the"}:
            return self._means.actor(first, setting)
        called_last = bool(before) and (before[-1] in self._words.also_called or before[-2:] == ["known", "as"])
        if called_last and not named(head):
            return self._means.actor(first, setting)
        generic = not named(head) and generic_group(head)
        generic = generic or (named(head) and head[-1].key in OFFSHOOTS)  # "the Reds affiliate, the Blues"
        called = bool(before) and before[0] in self._words.also_called
        if bare and generic and (called or not before or before == ["the"]):
            return self._means.actor(first, setting)
        return None

    def _several(self, text: str, head: Sequence[Part], rest: Sequence[Part], split: int, setting: Setting) -> Linked:
        left, right = list(head[:split]), [p for p in head[split:] if p.key not in self._words.join]
        if all_of(left, *PRONOUNS):
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
        if actor is not None and head[split].key == "or" and right:
            other, _ = self._head(text, right, [], setting)
            if other is not None and (other.country, other.side) != (actor.country, actor.side):
                return None, "ambiguous"  # "Danish or Dutch warplanes"
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
        owned = tail and all(all_of([p], *_STATE_BODY) or p.key in self._words.of_body for p in tail)
        of_state = name.form in {"country", "adjective"} and tail and not (owned and name.possessive)
        plain = (len(tail) == 1 and tail[0].key in _STATE_NOUNS) or self._of_every_state(tail, rest)
        plain = plain or (bool(tail) and is_aircraft([p.key for p in tail]))
        local = by_its_noun(text, from_capital(head), rest) if of_state and not plain else None
        if local:
            return local
        stance = len(before) > 1 and before[-2] in {"pro", "anti"} and not is_armed(name, self.registry)
        if (before and before[-1] == "non") or stance:
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
        another = self._belongs(text, tail, rest, setting) if led_by_another(name, tail, rest) else None
        another = another or self._another_body(text, head[: last + 1], setting, alone=not tail)
        if another:
            return another
        person = self._persons.apposed(text, name, tail, rest, setting)
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
            light = all(self._words.is_("light", p.key) or p.key.isdecimal() or p.key in _AGED for p in head[:last])
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
            return not_in_registry(text[head[0].start : name.end])
        own = [p for p in head[:-1] if p.capital and p.form is None and not self._words.usual(p.key)]
        if not own or head[-1].form != "row" or not head[-1].surface.islower():
            return None
        if self.registry.rows[head[-1].ids[0]].kind != "government" or any(p.form for p in head[:-1]):
            return None
        called = text[own[0].start : head[-1].end]
        return not_in_registry(called)

    def _of_a_state_at(self, head: Sequence[Part], name: Part, tail: Sequence[Part]) -> bool:
        """Whether a state's envoy to an organisation is meant: "the British UN ambassador"."""
        before = head[head.index(name) - 1] if head.index(name) else None
        row = self.registry.rows.get(name.ids[0]) if name.form == "row" else None
        envoy = bool(tail) and tail[-1].key in {"ambassador", "envoy", "representative"}
        of_state = before is not None and before.form in {"adjective", "country"}
        return bool(envoy and of_state and row and row.kind == "international")

    def _stance(self, stance: str, name: Part, tail: Sequence[Part], setting: Setting) -> Linked:
        """A side, as in "pro-Assad fighters" or "anti-regime rebels": that of the state that the name belongs to."""
        if tail and all_of(tail[-1:], "anonymous"):
            return None, "anonymous"  # "a pro-Lusar source"
        actor, _ = self._means.actor(name, setting)
        led = actor is not None and actor.kind in {"government", "state_forces", "person"}
        state = actor.country if actor and led and not self._means.led_once(actor, setting) else None
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
        if actor is not None and actor.kind == "person" and self._named_alone(name, tail, rest):
            return actor, None
        person = person_name(text, tail)
        if person is None and rest and rest[0].key == "of" and titled(tail) and not named(rest):
            person = after_of(text, tail, rest)  # "Kyiv Chief of Police Ada Lorn"
        if person and any(
            word in self._words.person_titles for word in (*(p.key for p in tail), *name.key.split()[1:])
        ):
            return self._persons.who_is(person, actor, setting), None
        if name.form == "row" and tail and tail[-1].key in _NAMED_AFTER and actor and actor.kind == "government":
            called = text[name.start : tail[-1].end]
            return not_in_registry(called)
        if actor is None:
            return None, reason
        plain = [p.key for p in tail]
        if actor.kind == "person" and plain[:1] == ["campaign"] and all_of(tail[1:], "office", "member"):
            return actor, None  # "the Lorn campaign" speaks for Lorn, as an office does
        if plain and name.form == "row" and actor.kind == "government" and name.key.endswith(" state"):
            plain = ["state", *plain]  # "Danish state television"
        if plain and actor.sector == "BUS" and not all_of(tail[-1:], "office", "member", "people"):
            return None, "not_an_actor"  # "a Facebook page"
        if actor.sector == "PTY" and plain and plain[-1] in _RUNNING:
            return None, "description"
        staff = self._staff(actor, tail, setting)
        if staff:
            return staff
        party = actor.sector == "PTY" and bool(plain) and plain[-1] in {"government", "administration", "cabinet"}
        if not plain or (actor.kind in {"international", "outlet", "other"} and not party):
            return self._means.mission(actor, plain, setting), None
        state = self._means.state_of(actor, name)
        return self._means.by_class(actor, state, plain, tail, setting)

    def _staff(self, actor: Actor, tail: Sequence[Part], setting: Setting) -> Linked | None:
        """Who works for a body that no table has, which may lock them out: "the Lorn Corporation drivers"."""
        if not tail or not actor.id.startswith("local:"):
            return None
        if all_of(tail[-1:], "people"):
            return self._means.civilians(setting.country, setting)
        return (None, "description") if tail[-1].key in _STAFF else None

    def _named_alone(self, name: Part, tail: Sequence[Part], rest: Sequence[Part]) -> bool:
        """Whether words behind a person's name are of it, or say who it is: "Ada Lorn director of the Reds"."""
        full = " " in name.key and not name.possessive and bool(tail) and bool(rest) and rest[0].key == "of"
        return self._second_surname(name, tail) or (full and all_of(tail, "office"))

    def _second_surname(self, name: Part, tail: Sequence[Part]) -> bool:
        """Whether a person's full name only goes on: "Ana Lorn Tal" of Ana Lorn."""
        one = len(tail) == 1 and tail[0].capital and tail[0].start - name.end == 1
        return one and " " in name.key and not self._words.usual(tail[0].key)

    def _described(self, text: str, head: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Linked:
        core = [p for p in head if not self._words.is_("light", p.key) or p.capital]
        core = core[1:] if core and core[0].key in {"the", "a", "an"} else core
        state = self._persons.government_led(core, setting) or self._state_by_its_title(head, rest, setting)
        person = None if state else self._persons.told_of(text, head, rest, setting)
        if state or person:
            return state or (person, None)
        belongs = self._people_of(head, rest, setting) or self._belongs(text, head, rest, setting)
        belongs = belongs or self._body_of(head, rest, setting)
        if belongs:
            return belongs
        plain = [p.key for p in head]
        wide = of_many_lands(text, head)
        if wide:
            return wide
        helped = next((i for i, key in enumerate(plain[:-1]) if i and key in _HELPED), None)
        if helped is not None and all(p.form is None for p in head[:helped]):
            return self._described(text, head[helped + 1 :], rest, setting)  # "coalition-backed fighters" are others
        own = self._of_the_state_told(head, core, rest, setting)
        if own:
            return own
        local = by_its_noun(text, core, rest) or called_by_its_kind(text, core)
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
        if all_of(head[-1:], "people") and any(self._someones(p) for p in head[:-1]):
            return None, "description"
        if not rest or rest[0].key not in {"of", "from"} or named(head) or not all_of(head[-1:], "people"):
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

    def _belongs(self, text: str, head: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Linked | None:
        """Whose they are: "forces loyal to X", "a spokesman for the SDF", "members of Isis"."""
        if any(p.possessive and p.form is None for p in head[:-1]):
            return None  # "the group’s chief for the north"
        if not rest or rest[0].key not in self._words.belongs | {"at"} or nobodys(head, rest):
            return None
        name = next((p for p in rest if p.form), None)
        speaks = all_of(head[-1:], "office") or head[-1].key in _WATCHING
        source = head[-1].key in _SOURCES and all_of(rest[-1:], "police", "military", "government")
        if rest[0].key == "at" and (name is None or name.form != "row" or not speaks) and not source:
            return None  # "personnel at the Delhi Police"
        if name is None:
            return self._militia(head, rest, self._belongs_to_described(text, head, rest[1:], setting), setting)
        if name.form == "country" and (longer := longer_name(rest, name)):
            return by_its_noun(text, longer) or (None, "description")
        if not self._is_owner(name, head, rest):
            return None
        after = rest[rest.index(name) + 1 :]
        person = person_name(text, after)
        if person and titled(head):
            of, _ = self._means.actor(name, setting)
            return self._persons.who_is(PersonName(name=person.name, public=True), of, setting), None
        if rebels_of_a_force(head, rest, name, self.registry):
            found = self._means.actor(name, setting)  # "rebels of the Red Army" are no rebels against its state
        elif name.form == "row" and head[-1].key in self._words.inner and self.registry.rows[name.ids[0]].inter != 1:
            found = self._means.actor(name, setting)  # "The political commission of the Reds" is the Reds.
        else:
            beside = ("military", "government", "member", "police")
            closer = [p for p in after[:2] if self._words.is_any(beside, p.key) or p.key in _SENT]
            title = [p for p in head if p.form is None and not self._words.is_("light", p.key)]
            found = self._tail(text, name, [*closer, *title], [], setting)
        return self._militia(head, rest, found if found[0] is not None else None, setting)

    def _is_owner(self, name: Part, head: Sequence[Part], rest: Sequence[Part]) -> bool:
        """Whether who is named behind a noun is whose that is: no "fighters near Lisk", no "goods from Lusar"."""
        between = {p.key for p in rest[: rest.index(name)]}
        if sum(not self._words.is_("light", p.key) for p in rest[: rest.index(name)]) > 4:
            return False
        if between & {"against", "near", "in"}:
            return False
        armed = name.form == "row" and self.registry.rows[name.ids[0]].armed
        if between & {"affiliated", "linked"} and not (armed and all_of(head[-1:], "member")):
            return False
        if name.form == "country" and rest[0].key in {"from", "with", "for"}:
            return any(self._words.is_any(("military", "office"), p.key) for p in head)
        if name.form == "adjective":
            after = rest[rest.index(name) + 1 :][:2]
            noun = after[1:] if len(after) > 1 and after[0].key in self._words.of_body else after[:1]
            return bool(noun) and all_of(noun, "military", "government", "police", "rebel")
        return True

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
        if not whose or not all_of(head[-1:], "office", "anonymous", "military", "member", "organisation"):
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
        fights = all_of(head[-1:], "military", "member") and head[-1].key not in {"member", "members"}
        if found.kind == "government" and fights:
            return self._means.part(found.country, "military", setting)
        return found, None


def _is_state_owned(plain: Sequence[str]) -> bool:
    return list(plain[:2]) == ["the", "state"] and plain[-1] in _OWNED_BY_A_STATE and len(plain) in {4, 5}
