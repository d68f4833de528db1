"""What names and common words mean in the conflict that a report tells: rows, parts of a state, civilians."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from situate.model.actor import Actor
from situate.model.interval import first_day, last_day
from situate.resolve.who import common_words
from situate.resolve.who.bodies import body
from situate.resolve.who.by_rule import RULES, by_rule
from situate.resolve.who.lexicon import Lexicon, lexicon
from situate.resolve.who.links import Linked
from situate.resolve.who.local import not_in_registry
from situate.resolve.who.names import keys
from situate.resolve.who.own_forces import forces_by_body, own_forces
from situate.resolve.who.parts import Known, Part
from situate.resolve.who.persons import PEOPLES
from situate.resolve.who.registry import Registry, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a phrase stands in: the country whose conflict is told, a date, names that the report introduced.

    ``lands``: the states that the report names; the abbreviation of a group of none of them is another's.
    ``named``: the rows that it names by a name of theirs alone.
    ``since``: a day before which the report cannot have been written; ``capitals``: it is written in capitals alone.
    ``institutions``: the state that "the army" and "the ministry" belong to, where it is not ``country``; the empty
    string where the report leaves it open. ``here``: the state that the phrase says it is in ("residents in Mali").
    """

    country: str | None = None
    date: str | None = None
    known: Known | None = None
    institutions: str | None = None
    since: str | None = None
    capitals: bool = False
    here: str | None = None
    lands: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()

    @property
    def state(self) -> str | None:
        """The state that bare words for institutions mean."""
        return self.country if self.institutions is None else self.institutions


_SOME = 3  # months


def _months(date: str) -> int:
    """How many months since the year 0 a partial date is; of a year, its last."""
    return int(date[:4]) * 12 + int(date[5:7] or 12)


class Meanings:
    """Meanings by the registry and the lexicon; an actor, or ``None`` with a reason."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._actor = functools.lru_cache(maxsize=4096)(registry.actor)  # the same rows in every report of a war
        self._words: Lexicon = lexicon()
        armed = [row for row in registry.rows.values() if row.armed]
        self._contested = {code for row in armed for code in (row.country, *row.theatres) if code}
        self._forces = forces_by_body(registry)
        self._branches: dict[str, list[Row]] = {}
        for row in armed:
            for parent in {parent.id for parent in row.parents}:
                self._branches.setdefault(parent, []).append(row)

    def actor(self, part: Part, setting: Setting, *, attributive: bool = False, people: bool = False) -> Linked:
        """The actor of a name; a state's adjective alone ("Turkish airstrikes") is its armed forces.

        ``people``: an article makes the adjective the name of a people ("the British").
        """
        if part.known is not None:
            return part.known, None
        if part.form == "people":
            return self._nationals(part, setting)
        if part.form in {"country", "adjective"}:
            kind = "military" if part.form == "adjective" and attributive and not people else "government"
            return self.part(part.ids[0], kind, setting)
        ids = self.choose(part.ids, setting, part.key)
        if len(ids) == 1:
            ids = (self._successor(self._branch(ids[0], setting), setting, part.surface),)
        if len(ids) == 1 and self._of_another_land(part, self.registry.rows[ids[0]], setting):
            name = part.surface.removesuffix("’s").removesuffix("'s")
            return not_in_registry(name)
        if len(ids) == 1 and self._another(part, self.registry.rows[ids[0]], setting):
            return None, "not_in_registry" if self.registry.rows[ids[0]].armed else "ambiguous"
        if len(ids) != 1:
            return None, "ambiguous"
        return self._actor(ids[0], setting.date, setting.country), None

    def _branch(self, identifier: str, setting: Setting) -> str:
        """The one branch that an armed group has in the land told of, for the group's name where it fights elsewhere.

        "Islamic State fighters attacked Palma" in Mozambique; where the report names a land of the group's own too, or
        two branches are there, the group is meant.
        """
        row, land = self.registry.rows[identifier], setting.here or setting.country
        own = {row.country, *row.theatres}
        if not row.armed or land is None or land in own or own & setting.lands:
            return identifier
        there = [
            one.id
            for one in self._branches.get(identifier, ())
            if land in {one.country, *one.theatres}
            and one.existed.holds(setting.date)
            and identifier in self.registry.parents(one.id, setting.date)
        ]
        if len(there) != 1:
            return identifier
        called = set(keys(row.name)) <= set(keys(self.registry.rows[there[0]].name))
        return identifier if there[0] in setting.named and not called else there[0]  # "the Reds" beside their branch

    def _successor(self, identifier: str, setting: Setting, surface: str = "") -> str:
        """Who plays the part of a state's body after its end: "Afghan forces" of 2023 are not the republic's.

        What only the body itself is called stays it: an abbreviation, "the National Army".
        """
        row = self.registry.rows[identifier]
        own = surface.isupper() or "National" in surface
        if row.stands_for is None or own or setting.date is None or row.existed.holds(setting.date):
            return identifier
        return self._words.meant(row.stands_for, row.country, setting.date) or identifier

    def mission(self, sender: Actor, plain: Sequence[str], setting: Setting) -> Actor:
        """The one mission that an organisation of states has then in the land told of, else whose words these are."""
        if sender.kind != "international" or {"mission", "force"}.isdisjoint(plain):
            return sender
        land = setting.here or setting.country
        there = [
            row.id
            for row in self.registry.rows.values()
            if row.kind == "international" and land in row.theatres and row.existed.holds(setting.date)
            and any(parent.id == sender.id for parent in row.parents)
        ]  # fmt: skip
        found = self._actor(there[0], setting.date, setting.country) if len(there) == 1 and setting.date else None
        return found or sender

    def _of_another_land(self, part: Part, row: Row, setting: Setting) -> bool:
        """Whether a party or an agency is not this row's: the abbreviation, or a party's name, in other lands."""
        short = (
            part.surface.isupper() and len(part.key) <= _SHORT and row.kind in {"other", "government", "state_forces"}
        )
        common = " " in part.key and all(word in self._words.of_any_name for word in part.key.split())
        abroad = row.country in _KNOWN_ABROAD and not (common and row.sector == "PTY")  # "the Republican Party"
        known = row.country is None or abroad or (row.armed and not common)
        lands = {row.country, *row.theatres} if common else {row.country}
        here = setting.country in lands or not setting.lands or bool(lands & setting.lands)
        return (short or common or row.sector == "PTY") and row.kind != "outlet" and not known and not here

    def _another(self, part: Part, row: Row, setting: Setting) -> bool:
        """Whether a name cannot be this row's here: an abbreviation before its time, the police of another state."""
        start = row.existed.start
        short = part.surface.isupper() and len(part.key) <= _SHORT
        if short and start and setting.date and last_day(setting.date) < first_day(start):
            return True
        lands = {row.country, *row.theatres}
        away = bool(setting.lands or setting.country) and not lands & {setting.country, *setting.lands}
        afar = len({one.country for one in self._branches.get(row.id, ())} - {row.country}) > 1  # "IS" in any land
        if short and part.surface.isalpha() and row.armed and away and not afar:
            return True
        if part.surface.islower() and row.country is not None and away:
            return True  # "the junta", "southern separatists" are those of a report's own lands
        words = part.key.split()
        body = [self._words.is_any(("police", "military"), word) for word in words]
        common = body[-1] and all(b or w in self._words.of_body for b, w in zip(body, words, strict=True))
        return common and row.country is not None and setting.country not in {row.country, *row.theatres}

    def common_here(self, part: Part, setting: Setting) -> bool:
        """Whether small words that name a row elsewhere ("the junta", "civil defence") are here common words."""
        if part.form != "row":
            return False
        headed = part.surface[1:].islower() and (" " in part.key or self._words.ordinary(part.key))
        if not (part.surface.islower() or headed):  # "Junta forces", at the head of a sentence
            return False
        rows = [self.registry.rows[i] for i in part.ids]
        if not any(name.islower() and keys(name) == tuple(part.key.split()) for row in rows for name in row.names):
            return False
        return all(row.country and not {row.country, *row.theatres} & {setting.country, *setting.lands} for row in rows)

    def _nationals(self, part: Part, setting: Setting) -> Linked:
        """What a people's name means: "the Turks" are Turkey's side, without the article they are people."""
        if part.definite:
            return self.part(part.ids[0], "government", setting)
        return self.civilians(part.ids[0], setting)

    def choose(self, ids: tuple[str, ...], setting: Setting, key: str = "") -> tuple[str, ...]:
        """Of several bearers of a name those of the conflict that the report tells, and of its time.

        Of armed groups that of the land told of is meant, else the one whose own name it is (``key``): "the Taliban"
        are the Pakistani ones in Pakistan alone.
        """
        if len(ids) == 1:
            return ids
        said = tuple(i for i in ids if i in setting.named)
        if len(said) == 1:
            return said  # "RSF" where Reporters Without Borders are named in full
        rows = [self.registry.rows[i] for i in ids]
        armed = all(r.armed for r in rows)
        rows = [r for r in rows if armed and r.existed.holds(setting.date)] or rows
        if setting.date and all(r.kind == "person" for r in rows):
            holding = tuple(r.id for r in rows if self.registry.parents(r.id, setting.date))
            if len(holding) == 1:
                return holding
        here = [r for r in rows if setting.country and setting.country in {r.country, *r.theatres}]
        here = here or [r for r in rows if setting.lands & {r.country, *r.theatres}]
        then = [r for r in here or rows if r.existed.holds(setting.date)] or here or rows
        if armed:
            own = [r for r in then if r.country == setting.country]
            own = own if len(own) == 1 else [r for r in then if " ".join(keys(r.name)) == key]
            then = own if len(own) == 1 else then
        return tuple(r.id for r in then)

    def part(self, state: str | None, part: str, setting: Setting) -> Linked:
        """What plays a part for a state; some parts (rebels, civilians …) are named by rule where no row does."""
        if state is None or state not in self.registry.countries:
            return None, "description"
        if part == "rebels":
            meant = self._words.meant("rebel", state, setting.date)
            if meant:
                return self._actor(meant, setting.date, setting.country), None
        row = self.registry.part(state, part)
        if row:
            return self._actor(self._successor(row, setting), setting.date, setting.country), None
        if part not in RULES:
            return None, "description"  # a land without forces of its own
        actor = by_rule(self.registry, state, part)
        if part in {"pro_government", "state_media"} and actor.side is None:
            of = self.registry.part(state, "government") or ""
            actor = replace(actor, side=self.registry.side_of(of, setting.date, setting.country))
        return actor, None

    def context(self, name: str, state: str | None, setting: Setting) -> Linked:
        """The actor that a class of words (rebel, coalition, kurds, shia) means in one conflict at one time."""
        meant = self._words.meant(name, state, setting.date, setting.since)
        return (self._actor(meant, setting.date, setting.country), None) if meant else (None, "description")

    def _rebels(self, plain: Sequence[str], state: str | None, setting: Setting) -> Linked:
        """The rebels or separatists of a state; an opposition is armed only where the registry knows one."""
        if _FORMERLY & set(plain):
            return None, "description"  # "the former rebels" are no rebels of today
        rebels = [word for word in plain if self._words.is_("rebel", word)]
        if not rebels:
            return self.context("separatist", state, setting)
        row = self.registry.rows.get(self.registry.part(state or "", "rebels") or "")
        armed = row is not None and any("opposition" in keys(name) for name in row.names)
        if set(rebels) <= {"opposition", "oppositionists"} and not armed:
            return None, "description"
        if state not in self._contested:
            return None, "description"
        meant = self.part(state, "rebels", setting)
        of_people = PEOPLES.intersection(plain)
        known = self.registry.rows.get(meant[0].id) if meant[0] is not None else None
        if of_people and known is not None and not any(of_people & set(keys(name)) for name in known.names):
            return None, "description"  # "Hutu rebels" are not those who are called the rebels there
        return meant

    def civilians(self, state: str | None, setting: Setting) -> Linked:
        """The civilians of a state; civilians of no known state when the report tells of none."""
        if state is None or state not in self.registry.countries:
            return Actor(id="civilians", name="Civilians", kind="civilians", inter=7, sector="CVL"), None
        return by_rule(self.registry, state, "civilians"), None

    def state_of(self, actor: Actor, name: Part) -> str | None:
        """The ISO code of the state that a name stands for: a country, its forces, a person who leads it."""
        if name.form in {"country", "adjective", "people"}:
            return name.ids[0]
        if actor.kind in {"government", "state_forces"} and actor.inter == 1:
            return actor.country
        if actor.kind == "person":
            of = self.registry.parents(actor.id, None)
            row = self.registry.rows.get(of[0]) if of else None
            return row.country if row and row.kind == "government" else None
        return None

    def led_once(self, actor: Actor, setting: Setting) -> bool:
        """Whether a person led a government, and has not done so for some months.

        "Troops loyal to the former president" are not the army of the state that he has led.
        """
        row = self.registry.rows.get(actor.id) if actor.kind == "person" else None
        led = [at for at in row.parents if self.registry.rows[at.id].kind == "government"] if row is not None else []
        day = setting.date
        return day is not None and bool(led) and all(at.end and _months(at.end) + _SOME < _months(day) for at in led)

    def by_class(
        self, actor: Actor, state: str | None, plain: list[str], tail: Sequence[Part], setting: Setting
    ) -> Linked:
        """What a name and the common words after it come to: "Syrian warplanes", "IS fighters"."""
        is_, last = self._words.is_, plain[-1]
        arms = is_("military", last) or is_("member", last)
        if last in self._words.not_theirs or not _LEFT.isdisjoint(plain) or (arms and self.led_once(actor, setting)):
            return None, "description"
        if last in {"tank", "tanks"} and not {"water", "fuel", "oil", "petrol", "gas"}.isdisjoint(plain):
            return None, "not_an_actor"
        if (any(is_("people", w) for w in plain[-2:]) or (state and last in self._words.guests)) and not is_(
            "member", last
        ):
            if actor.kind == "person" and (state is None or tail[-1].capital):
                return None, "description"  # "Lorn’s driver", "Lorn National"
            return self.civilians(state or actor.country or setting.country, setting)
        theirs = own_forces(self.registry, self._forces, actor, plain, setting.date)
        if theirs is not None:
            return self._actor(theirs, setting.date, setting.country), None  # of one of two rival governments
        if state:
            return self.state_part(actor, state, plain, tail, setting)
        row = self.registry.rows.get(actor.id)
        if row is not None and row.sector == "PTY" and last in _RULE:
            return self.part(row.country, "government", setting)  # "the Reds government"
        if actor.kind == "person":
            of = self.registry.parents(actor.id, setting.date) or self.registry.parents(actor.id, None)
            actor = self._actor(of[0], setting.date, setting.country) if of else actor
            if arms and actor.kind == "government":
                return self.part(actor.country, "military", setting)  # "Lorn’s troops" of a president
        if is_("thing", last) and not self._words.is_any(("of_side", "ground"), last):
            return None, "not_an_actor"
        owned = is_("ground", last) or any(is_(c, w) for c in _OWNED for w in plain[-2:])
        owned = owned or (actor.kind in _ARMED and self._is_own_coalition(last, setting))
        return (actor, None) if owned else (None, "description")

    def _is_own_coalition(self, last: str, setting: Setting) -> bool:
        """Whether a group's coalition is itself: not where another is called so ("the ISIS coalition" fights it)."""
        land = setting.here or setting.country
        own = land is not None and self._words.is_("coalition", last)
        return own and self._words.meant("coalition", land, setting.date) is None

    def state_part(self, actor: Actor, state: str, plain: list[str], tail: Sequence[Part], setting: Setting) -> Linked:
        """A state's name and a common word: its army, its police, its government, its rebels, its media."""
        is_, own = self._words.is_, actor.id != self.registry.part(state, "government") and actor.kind != "person"
        has = functools.partial(self._words.have, plain)
        if plain[-1] in self._words.papers:
            return None, "not_an_actor"  # "Denmark's national security law"
        sided = self._of_a_side(plain, state, setting) or (None if own else self._of_every_state(plain, state, setting))
        if sided is not None:
            return sided
        if plain == ["press"]:
            return None, "anonymous"
        if "media" in plain or (plain[0] == "state" and has("state_media") and common_words.of_the_press(plain)):
            return self.part(state, "state_media", setting) if "state" in plain else (None, "anonymous")
        if own and not (actor.kind == "government" and has("military")):
            theirs = has("of_side") or is_("ground", plain[-1])
            return (None, "not_an_actor") if is_("thing", plain[-1]) and not theirs else (actor, None)
        if has("police"):
            return self.part(state, "police", setting)
        if "air" in plain and plain[-1] in {"force", "forces"}:
            return self.part(state, "air_force", setting)
        bare = actor.kind == "government" and not has("government")  # "Danish fighters", not "fighters loyal to Lorn"
        members = has("member") and actor.kind in {"government", "person"}
        members = members and not (bare and plain[-1] in self._words.no_army)
        civil = plain[-1] in _OFFICERS and not _CIVIL_SERVICES.isdisjoint(plain[:-1])
        leads = (plain[-1] in common_words.MEN or (plain[-1] in _OFFICERS and bare)) and not own
        detached = common_words.is_numbered(plain, state) or (not own and common_words.is_detachment(plain))
        detached = detached or (not own and common_words.is_aircraft(plain))
        armed = has("military") or common_words.of_forces(plain) or members or leads or detached
        if armed and not civil:
            return self.part(state, "military", setting)
        if has("government") or has("office") or plain[-1] in common_words.COURTS:
            return self.part(state, "government", setting)
        if has("shia"):
            return self.context("shia", setting.country, setting)
        if any(p.capital for p in tail):
            return None, "not_in_registry"
        return None, "anonymous" if has("anonymous") else "not_an_actor" if has("thing") else "description"

    def _of_every_state(self, plain: list[str], state: str, setting: Setting) -> Linked | None:
        """A body that every state has, after the state's name; the members of its government are no soldiers."""
        part = body(plain, named=True)
        if plain[-1] in {"member", "members"} and self._words.have(plain, "government"):
            part = "government"  # "members of Lorn’s government"
        return self.part(state, part, setting) if part is not None else None

    def _of_a_side(self, plain: list[str], state: str, setting: Setting) -> Linked | None:
        """A state's rebels, its Kurds, a coalition in it; ``None`` for other words."""
        has = functools.partial(self._words.have, plain)
        if has("rebel"):
            return self._rebels(plain, state, setting)
        if has("kurds"):
            return self._kurds(plain, state, setting)
        return self.context("coalition", setting.country, setting) if has("coalition") else None

    def _by_stance(self, plain: list[str], state: str | None, setting: Setting) -> Linked | None:
        """Those who are for or against a government: "pro-government fighters", no "pro-government source"."""
        stance, last = next((w for w in plain if w in {"pro", "anti"}), None), plain[-1]
        if stance is None:
            return None
        if self._words.is_("anonymous", last):
            return None, "anonymous"
        rule = self._words.have(plain, "government") and not self._words.have(plain, "office")
        if not rule or (last != "camp" and self._words.is_("thing", last)):
            return None
        return self.part(state, "pro_government" if stance == "pro" else "rebels", setting)

    def _of_a_time(self, plain: Sequence[str], state: str | None, setting: Setting) -> Linked | None:
        """Who bears a common word for fighters as a name in one war: the mujahideen who fought in Afghanistan."""
        meant = common_words.named_in_a_war(plain, state, setting.date)
        return (self._actor(meant, setting.date, setting.country), None) if meant is not None else None

    def _kurds(self, plain: list[str], state: str | None, setting: Setting) -> Linked:
        """The Kurds of a land: who fights or governs; their bare name only where they hold land ("the Kurds took it").

        Others are people of whom no more is told ("Kurdish socialists").
        """
        name, last = common_words.kurds_meant(plain), plain[-1]
        bare = self._words.is_("kurds", last)
        if bare and self._words.meant("ruling_kurds", state, None) is None:
            return None, "description"
        armed = self._words.is_any((*_OWNED, "coalition", "light", "shia"), last)
        return self.context(name, state, setting) if bare or armed else (None, common_words.why_nobody(plain))

    def by_words(self, plain: list[str], setting: Setting) -> Linked:
        """What the common words of a phrase say, in the conflict that the report tells."""
        has = functools.partial(self._words.have, plain)
        state = setting.here or setting.country
        if not plain or plain[0] == "how" or plain[-1] in self._words.not_theirs or not _WATCH.isdisjoint(plain):
            return None, "description"
        if any(word in self._words.held for word in plain[1:]) and self._words.is_("thing", plain[-1]):
            return None, "not_an_actor"  # "the rebel-held region"
        if common_words.of_people(plain):
            if (plain[-1] in _FOLK and _ANOTHERS & set(plain)) or "foreign" in plain:
                return None, "description"  # "their people" are those of whom it is said, at home or not
            land = next((common_words.LAND_OF_PEOPLE[w] for w in plain if w in common_words.LAND_OF_PEOPLE), state)
            return self.civilians(land, setting)
        sided = self._by_stance(plain, state, setting) or self._of_a_time(plain, state, setting)
        if sided is not None:
            return sided
        if {"loyalist", "loyalists"} & set(plain) and (has("military") or has("member")) and not has("state_media"):
            return self.part(state, "pro_government", setting)
        if plain[0] in {"a", "one"} and plain[-1] == "kurd":
            return None, "description"  # a person
        if has("kurds") and self._words.is_("anonymous", plain[-1]):
            return None, "anonymous"  # "Kurdish media"
        if has("coalition") and not common_words.are_foes(plain):
            return self.context("coalition", state, setting)
        if has("kurds"):
            return self._kurds(plain, state, setting)
        if has("rebel") or has("separatist"):
            return self._rebels(plain, state, setting)
        return self._state_words(plain, setting)

    def ministry(self, plain: Sequence[str], setting: Setting) -> Linked:
        """The ministry that words name without a state: the registry's row for it, else its state's government."""
        state = self.registry.countries.get(setting.state or "")
        if state is None:
            return None, "description"
        words = tuple(word for word in plain if word != "the")
        named = (self.registry.index.get((*keys(adjective), *words), ()) for adjective in state.adjectives)
        row = next((rows[0][0] for rows in named if rows), None)
        if row is not None:
            return self._actor(row, setting.date, setting.country), None
        return self.part(state.code, "government", setting)

    def _state_words(self, plain: list[str], setting: Setting) -> Linked:
        state = (setting.here or setting.country) if "regime" in plain else setting.state
        every = body(plain, named=False) or ("police" if plain == ["federal", "police"] else None)
        if every is not None:
            return self.part(state, every, setting)
        if common_words.anybodys(plain):
            return None, "description"
        return self._of_the_state(plain, state, setting)

    def _of_the_state(self, plain: list[str], state: str | None, setting: Setting) -> Linked:
        """What common words mean of one state: its media, its government, its police, its people, its army."""
        has = functools.partial(self._words.have, plain)
        if "state" in plain and has("state_media") and common_words.of_the_press(plain):
            return self.part(state, "state_media", setting)
        if has("shia") and (has("member") or has("organisation") or has("military")):
            return self.context("shia", state, setting)
        if has("government") and not has("thing"):
            if plain[-1] == "ministry" and common_words.of_one_state(plain):
                return self.ministry(plain, setting)
            part = "military" if has("military") or has("member") else "government"
            return self.part(state, part, setting) if common_words.of_one_state(plain) else (None, "description")
        if has("police") or ("law" in plain and "enforcement" in plain and not has("anonymous")):
            return self.part(state, "police", setting)
        bodies = self._words.organisation_nouns | self._words.leaders
        if has("people") and (plain[-1] in bodies or plain[-1].removesuffix("s") in bodies):
            return None, "description"  # "the teachers' union", "the women's leader", "the people's militias"
        if has("people") and not has("member") and not self._words.is_("thing", plain[-1]):
            return self.civilians(state, setting)
        if setting.here and plain[-1] in {"officials", "leaders"}:
            return self.part(setting.here, "government", setting)
        if common_words.is_command(plain) and len(set(plain) - {"the"}) > 1:
            return self.part(state, "military", setting)
        army = common_words.forces_meant(plain)
        if army == "air_force" or (
            army and (plain[-1] in self._words.units | self._words.men or not has("organisation"))
        ):
            return self.part(state, army, setting)
        return None, common_words.why_nobody(plain)


_WATCH = frozenset({"watchdog", "watchdogs", "advocacy"})  # "a government watchdog group" is no government
_LEFT = frozenset({"splinter", "breakaway"})  # "a Taliban splinter group": who left somebody is not he
# States whose agencies and parties are spoken of abroad without naming the state.
_KNOWN_ABROAD = frozenset({"US", "GB", "RU", "IL", "CN", "PS"})
_OFFICERS = frozenset({"officer", "officers"})  # "two Danish officers"
_CIVIL_SERVICES = frozenset({"customs", "immigration", "prison", "consular", "embassy", "probation", "tax", "election"})
_FORMERLY = frozenset({"former", "ex"})
_FOLK = frozenset({"people", "peoples", "citizens", "population"})
_ANOTHERS = frozenset({"their", "his", "her", "my"})
_ARMED = frozenset({"rebel_group", "political_militia", "communal_militia"})
_RULE = frozenset({"government", "administration", "cabinet"})
_SHORT = 5  # letters of an abbreviation
# Common words after a group's name that leave it the group: "IS fighters", "SDF commander", "ISIL targets".
_OWNED = (
    "member", "organisation", "military", "of_side", "office", "rebel", "group", "government", "police", "anonymous",
)  # fmt: skip
