"""Phrases that refer back: pronouns, "the group", "its fighters", "the ministry"; by the order of the telling.

A phrase is linked when the text leaves one actor that fits; otherwise it stays unresolved with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from situate.model.actor import Actor
from situate.model.claim import BY_SCORER
from situate.model.span import Span
from situate.resolve.who import around, institutions
from situate.resolve.who.author import body_before, enemy
from situate.resolve.who.called_bodies import called_body, without_ties
from situate.resolve.who.forces import forces_before, forces_of_sentence, own_forces
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.local import local_body
from situate.resolve.who.men_inside import men_inside
from situate.resolve.who.monarchy import monarchy
from situate.resolve.who.names import keys
from situate.resolve.who.nouns import apposed, by_noun, half
from situate.resolve.who.phrase import Linked
from situate.resolve.who.pronouns import pronoun
from situate.resolve.who.seen import Seen
from situate.resolve.who.taken_up import taken_up
from situate.resolve.who.told import REACH, Naming, Told
from situate.resolve.who.where import state_beside

AIMS = frozenset({"target", "targets"})  # "its targets" are what it aims at
_SPEECH_REACH = 400  # code points
_NEXT = 250  # code points in which "a watchdog" is named after it
# The kinds of actors that a pronoun can stand for.
# Nouns that point back to a watcher, an agency, or to an armed group named before.
_WATCHERS = frozenset({"monitor", "monitors", "observatory", "monitoring", "watchdog"})
_NAMED_WATCHER = re.compile(r"\b[a-z]+(?:dog|or|ors)\s+[A-Z]")  # "the watchdog Causa en Lusar"
_OUTLETS = frozenset({"agency", "broadcaster", "outlet", "channel", "newspaper", "paper", "magazine"})
# Words for those whom a report mostly cannot name: a group named far before is not meant.
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your"})
# Whose forces are others than theirs: "its allied militias".
OF_OTHERS = frozenset({"allied", "ally", "proxy", "partner", "client", "rival", "enemy", "opposing", "fellow"})
_UNKNOWN_HANDS = frozenset({
    "gunmen", "gunman", "attackers", "attacker", "assailants", "kidnappers", "abductors", "snipers", "bombers",
    "bandits",
})  # fmt: skip
_SOLDIERS = frozenset({"soldiers", "troops", "soldier"})
_HAS_SOLDIERS = _SOLDIERS | {"army", "forces", "force"}
_FIGHTERS = _UNKNOWN_HANDS | frozenset({
    "fighters", "fighter", "militiamen", "militia", "militants", "rebels", "insurgents", "guerrillas", "gunners",
    "jihadists", "loyalists", "combatants",
})  # fmt: skip
_POINTING = frozenset({"the", "these", "those", "this", "that", "its", "their", "his", "her", "both", "all", "other"})
_ARMY = frozenset({("army",), ("military",)})
_SEPARATISTS = frozenset({"separatists", "secessionists"})
_COUNTS = frozenset({
    "a", "an", "one", "another", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several",
    "some",
})  # fmt: skip
_MR = re.compile(r"\bMr\.?\s+$", re.IGNORECASE)
_AS = re.compile(r"\bas\s+$")
_AMERICA = "US"
_FORMERLY = frozenset({"former", "ex", "late"})
# Whom an outlet on the side of a state calls its own.
_OURS = _SOLDIERS | {"forces", "army", "units", "servicemen", "men", "fighters"}
_AGENCIES = frozenset({
    "agency", "agence", "agencia", "agenzia", "bureau", "service", "administration", "press", "afp", "efe", "reuters",
    "tass", "xinhua", "sana", "dpa", "ansa",
})  # fmt: skip
_OF_NEWS = frozenset({
    "news", "state", "official", "press", "local", "independent", "daily", "weekly", "private", "same", "television",
    "tv",
})  # fmt: skip
_NO_GROUP = frozenset({"men", "man", "opposition", "oppositionists"})  # politicians as often as fighters
_FOLLOWING = frozenset({"followers", "officers", "commanders", "loyalists", "supporters", "lieutenants", "men"})
_RULE = frozenset({"government", "administration", "ministry", "cabinet", "regime"})
_CIVIL = frozenset({"ngo", "charity", "nonprofit"})
_OF_STATES = frozenset({"mission", "bloc"})  # of an organisation of states, and such an organisation
_HIT = re.compile(
    r"\s+(?:was|were|had been|has been|is being)\s+(?:\w+ly\s+)?(?:attacked|hit|struck|bombed|raided|stormed|destroyed)"
)
_SAID = re.compile(r"\s+(?:also\s+)?(?:said|says|reported|reports|added|adds|documented|estimated?s?)\b")


def back(told: Told, index: int, reason: str) -> Linked:
    """The actor that a phrase refers back to, or why none."""
    naming = told.namings[index]
    words = keys(naming.quote)
    if not words:
        return None, reason
    if reason == "pronoun" and not (len(words) > 1 and words[0] in _OWNERS):  # "his captors" are not he
        actor = pronoun(told, index, words)
        if actor is not None and actor.kind == "outlet" and words == ("it",) and _HIT.match(told.text, naming.span.end):
            actor = None
        return actor, (BY_SCORER if index in told.by_scorer else None) if actor else reason
    body = _body_of_members(naming)
    if body is not None:
        found = _described(told, body, keys(body.quote)) or by_noun(told, body)
        return (found, None) if found else (None, reason)
    men = men_inside(naming)
    if men is not None:
        actor = told.link(men.quote)[0] or _described(told, men, keys(men.quote))
        return (actor, None) if actor is not None else (None, reason)
    found = apposed(told, naming) or body_before(told, index) or enemy(told, index, words)
    found = found or (_of_state_department(told, naming) if _secretary(told, naming, words) else None)
    found = found or _ours(told, naming, words) or _theirs(told, index, words) or _army(told, naming, words)
    found = found or called_body(told, naming) or _described(told, naming, words)
    found = found or by_noun(told, naming) or half(told, naming) or monarchy(told, naming) or _unknown(told, naming)
    actor = _weighed(told, naming, found)
    if actor is None:
        return None, reason
    return actor, None if actor is found else BY_SCORER


def _weighed(told: Told, naming: Naming, by_rule: Actor | None) -> Actor | None:
    """Whom rules say a description means, weighed against the learned scorer where that looked at its noun."""
    at = told.noun(naming.span)
    if at is None or _newly_told(naming, by_rule):
        return by_rule
    actor = taken_up(told, at, by_rule)
    return by_rule if _no_soldiers(told, naming, by_rule, actor) else actor


def _no_soldiers(told: Told, naming: Naming, by_rule: Actor | None, actor: Actor | None) -> bool:
    """Whether soldiers, who are a state's by the rules, are taken for men of a group that is said to have none."""
    if actor is None or by_rule is None or by_rule.kind != "state_forces" or keys(naming.quote)[-1] not in _SOLDIERS:
        return False
    called = (told.namings[i].quote for i, (linked, _) in told.done.items() if linked and linked.id == actor.id)
    return _armed(actor) and not any(_HAS_SOLDIERS & {*keys(quote)} for quote in called)


def _newly_told(naming: Naming, by_rule: Actor | None) -> bool:
    """Whether men are told of for the first time, by what sort they are: "Christian militiamen" after other men."""
    words = keys(naming.quote)
    first = words[0] if words else ""
    again = first in _POINTING | _COUNTS or first.isdecimal()
    return by_rule is None and len(words) > 1 and not again and words[-1] in _FIGHTERS


_MEMBERS_OF = re.compile(
    r"(?:[\w-]+\s+){0,3}(?:members?|leaders?|fighters|operatives|commanders?|militants)\s+of\s+(?:the\s+same|the|this|that)\s+"
    r"((?:[\w-]+\s+){0,2}(?:group|organi[sz]ation|movement|militia|cartel|faction))",
    re.IGNORECASE,
)


def _body_of_members(naming: Naming) -> Naming | None:
    """The body whose members a phrase names, where it only points to it: "members of the same organisation"."""
    found = _MEMBERS_OF.fullmatch(naming.quote)
    if found is None or naming.ref is not None:
        return None
    at = naming.span.start + found.start(1)
    return Naming(span=Span(at, naming.span.end), quote=f"the {found[1].split()[-1].lower()}")


def _theirs(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """Who "its soldiers" and "their leader" are, by what the possessive stands for."""
    lex, naming = lexicon(), told.namings[index]
    if words[0] in {"his", "her"} and len(words) > 1 and _led(words[-1]):
        return _of_person(told, index, words)
    if words[0] not in {"its", "their", "our"} or len(words) < 2 or naming.ref is not None or words[-1] in AIMS:
        return None
    of = ("member", "military", "office", "organisation", "government", "police")
    if words[-1] in lex.not_theirs or not lex.is_any(of, words[-1]) or OF_OTHERS & set(words):
        return None
    owner = pronoun(told, index, words[:1])
    if owner is not None and not has_fighters(owner, words[-1]):
        owner = _fighting_before(told, naming)
    own = _ours(told, naming, words) if owner is not None and owner.id.startswith("local:") else None
    if own is not None:
        return own  # "by our troops, the commander of the Eastern Group said": the state's, as the outlet tells it
    if owner is None or owner.kind in {"civilians", "person"}:
        return None
    owner = whose_outlet(told, owner, words[-1]) or owner
    rest = " ".join(words[1:])
    named = owner.id in told.linker.registry.rows
    return (told.link(f"{owner.name}’s {rest}")[0] if named else None) or owner


def has_fighters(owner: Actor, theirs: str) -> bool:
    """Whether men can be an actor's by what they are called: a mission has troops, and no militiamen; a paper none."""
    if owner.kind in {"other", "outlet"} and not owner.id.startswith("local:"):
        return theirs not in _FIGHTERS | _SOLDIERS
    return owner.kind != "international" or theirs not in _FIGHTERS


def _fighting_before(told: Told, naming: Naming) -> Actor | None:
    """The one armed group that the sentence of a phrase, or the one before, names before it."""
    at = naming.span.start
    return _last(told, at, _armed, reach=at - told.sentences_back(at)[:2][-1][0])


def whose_outlet(told: Told, owner: Actor | None, theirs: str) -> Actor | None:
    """The same, but whose an outlet is for those who fight: "the rebel radio urged its fighters"."""
    if owner is None or owner.kind != "outlet" or not lexicon().is_any(("member", "military"), theirs):
        return owner
    return told.actor(next(iter(told.linker.registry.parents(owner.id, told.date)), None)) or owner


def _led(word: str) -> bool:
    return lexicon().is_("government", word) or word in lexicon().men | _FOLLOWING


def _of_person(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """Whose "his administration" and "his troops" are: the state's that the person leads or speaks for."""
    owner = pronoun(told, index, words[:1])
    if owner is None and words[-1] in lexicon().men:
        return _of_its_leader(told, told.namings[index], " ".join(words[1:]))
    registry = told.linker.registry
    parents = registry.parents(owner.id, told.date) or registry.parents(owner.id, None) if owner is not None else ()
    row = registry.rows.get(parents[0]) if parents else None
    men = words[-1] in lexicon().men | _FOLLOWING
    if men and row is not None and (row.armed or row.kind == "state_forces"):
        return told.actor(row.id)
    body = told.of.get(owner.id) if owner is not None and row is None else None
    if men and body is not None and (_armed(body) or body.kind == "state_forces"):
        return body
    if words[-1] in _FOLLOWING:
        return None
    part = "military" if words[-1] in lexicon().men else "government"
    return told.part(row.country, part) if row is not None and row.inter == 1 else None


def _of_its_leader(told: Told, naming: Naming, men: str) -> Actor | None:
    """Whose men are the leader's whom a sentence names by the body alone: "the Reds' leader said his forces …"."""
    start = told.sentences_back(naming.span.start)[0][0]
    led = {
        actor.id: actor
        for i in told.order.beginning(start, naming.span.start)
        if told.namings[i].span.end <= naming.span.start and (actor := told.done[i][0]) is not None
        and not lexicon().leaders.isdisjoint(keys(told.namings[i].quote)) and actor.id in told.linker.registry.rows
    }  # fmt: skip
    body = next(iter(led.values())) if len(led) == 1 else None
    return None if body is None or body.kind == "person" else told.link(f"{body.name}’s {men}")[0]


def _unknown(told: Told, naming: Naming) -> Actor | None:
    """A local actor: an organisation that no table has, known by the form of its name."""
    if naming.span in told.toponyms or naming.ref is not None:
        return None
    parts = told.linker.names.parts(naming.quote)
    name = around.unknown_organisation(naming.quote, parts, capitals=told.capitals)
    name = None if name and around.stands_for_a_thing(told.text, name) else name
    name = name or (None if told.capitals else around.named_by_kind(naming.quote, parts))
    return local_body(name) if name else None


def _as_president(told: Told, naming: Naming, words: tuple[str, ...]) -> bool:
    """Whether somebody is told to hold the office ("took office as president"), or is spoken to by it."""
    after = told.text[naming.span.end : naming.span.end + 4]
    return (
        words == ("president",)
        and after != " of "
        and any(p.search(told.text, max(0, naming.span.start - 6), naming.span.start) for p in (_AS, _MR))
    )


def _secretary(told: Told, naming: Naming, words: tuple[str, ...]) -> bool:
    """Whether the American office is named without its holder: "the secretary of state"."""
    if words[-3:] != ("secretary", "of", "state"):
        if words[-1] != "secretary" or len(words) > 2 or not told.text.startswith(" of state", naming.span.end):
            return False
    elif set(words[:-3]) - {"the"}:
        return False
    return not told.text.startswith(" for", naming.span.end) and _AMERICA in {
        told.home, *(code for part in told.lands.values() for code in part.ids)
    }  # fmt: skip


def _of_state_department(told: Told, naming: Naming) -> Actor | None:
    """Who holds the office, where the report names them with it; else the department."""
    beside = told.seen.persons_beside(("secretary", "of", "state"), naming.span.start)
    held = next((actor for actor, words in beside if not _FORMERLY & words), None)
    known = "us-state-department" in told.linker.registry.rows
    return told.actor("us-state-department") if held is None and known else held


def _quoted(told: Told, at: Span) -> bool:
    """Whether a place stands in quotation marks: "our" is then the speaker's, not the outlet's."""
    before = told.text[max(0, at.start - REACH) : at.start]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _ours(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """ "Our forces", in the words of an outlet of a side: that state's, or the one armed group's on that side there."""
    if words[0] != "our" or words[-1] not in _OURS or told.side is None or _quoted(told, naming.span):
        return None
    registry = told.linker.registry
    if told.own:
        return told.part(told.own, "military")
    armed = (row for row in registry.rows.values() if row.armed and told.country in {row.country, *row.theatres})
    own = [row.id for row in armed if told.side in {row.id, registry.side_of(row.id, told.date, told.country)}]
    return told.actor(own[0]) if len(own) == 1 and told.country else None


def _army(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """Whose "the army" is in a land without one: that which the report names."""
    without = told.home is not None and told.linker.registry.part(told.home, "military") is None
    return forces_before(told, naming) if without and words[:1] == ("the",) and words[1:2] in _ARMY else None


def _described(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """A common noun that points back: a watcher, an agency, an armed group, a coalition named before."""
    at, lex = naming.span.start, lexicon()
    if any(w in _WATCHERS for w in words) and not _NAMED_WATCHER.search(naming.quote):
        return _watcher(told, naming, words)
    if words[-1] in _OF_STATES and words[0] in {"the", "this", "that"}:
        return _of_states(told, naming, words[-1])
    same = (
        _whose_officials(told, naming, words)
        or _who_watches(told, naming, words)
        or _same_noun(told, naming, words)
        or _of_the_world(told, naming, words)
        or _pope(told, naming, words)
    )
    if same:
        return same
    if around.state_office(naming.quote) or _as_president(told, naming, words):
        return _holder(told, naming, words[1:] if words[0] in {"the", "mr"} else words)
    if words[-1] in _SOLDIERS and set(words[:-1]) - {"the"} <= _COUNTS:
        before = forces_before(told, naming) if words[0] in {"the", "troops"} else None
        before = before or forces_of_sentence(told, naming)
        fought = words[-1] == "troops" and words[0] != "the" and any(map(_armed, told.seen.actors.values()))
        return before or (None if fought else own_forces(told, naming))
    if words[0] == "the" and words[-1] in _CIVIL:
        return _last_civil(told, naming)
    if words[0] == "the" and words[-1] in _OUTLETS and len(words) <= 3 and set(words[1:-1]) <= _OF_NEWS:
        agency = words[-1] == "agency" and not _OF_NEWS & set(words[1:-1])
        return _last(told, at, partial(_agency, told) if agency else lambda a: a.kind == "outlet", reach=REACH)
    if any(lex.is_("coalition", w) for w in words) and words[0] not in {"a", "an", "another"}:
        sent = told.seen.under("external_forces", lambda a: a.kind == "external_forces").all
        return _last_of(told, at, sent)
    own_name = any(word[:1].isupper() for word in without_ties(naming.quote).split()[1:]) and not told.capitals
    pointing = not own_name and words[0] in {
        "his", "her", "the", "this", "that", "these", "those", "its", "their", "remaining",
    }  # fmt: skip
    group = _of_a_group(naming.quote, words)
    command = institutions.noun(naming.quote) is not None or told.linker.names_somebody(without_ties(naming.quote))
    if words[-1] in _UNKNOWN_HANDS:
        start = told.sentences_back(at)[-1][0]
        return _last(told, at, _armed, reach=at - start) if pointing else None
    if pointing and group and not command and not lex.is_any(("people", "thing", "office"), words[-1]):
        called = _called_so(told, naming, words)
        found = called[0] if called else _last(told, at, _armed, reach=REACH)
        return found if _tied_to(told, naming, found) else None
    return None


def _tied_to(told: Told, naming: Naming, found: Actor | None) -> bool:
    """Whether a group can be the one that a phrase tells the backers of: one with which a sentence before began."""
    if without_ties(naming.quote) == naming.quote or "-based " in naming.quote:
        return True
    at = naming.span.start
    near = [s for s, _, actor in told.seen.between(at - REACH, at) if found is not None and actor.id == found.id]
    return any(told.text[told.sentences_back(s)[0][0] : s].strip(' “"').casefold() in {"", "the"} for s in near)


def _of_the_world(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """The organisation of states that "that international organization" takes up."""
    if words[0] not in {"the", "this", "that"} or "international" not in words[1:-1]:
        return None
    if words[-1] not in {"organization", "body"}:
        return None
    return _last(told, naming.span.start, lambda a: a.kind == "international", reach=REACH)


def _who_watches(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """The watcher named near before "the group said"."""
    if words[0] != "the" or words[-1] != "group" or not _SAID.match(told.text, naming.span.end):
        return None
    return _last(told, naming.span.start, partial(_monitor, told), reach=_SPEECH_REACH)


def _of_a_group(quote: str, words: tuple[str, ...]) -> bool:
    """Whether words are for a group or its members, and no state's."""
    telling = [word for word in words if word not in _NO_GROUP]
    group = any(lexicon().have(telling, name) for name in ("group", "organisation", "member", "rebel"))
    return (group or words[-1] in _SEPARATISTS) and not _of_the_state(quote)


def _of_states(told: Told, naming: Naming, noun: str) -> Actor | None:
    """The mission of an organisation of states that was named last, or for "the bloc" such an organisation."""
    mission = noun == "mission"

    def fits(actor: Actor) -> bool:
        return actor.kind == "international" and _sent(told, actor) == mission

    return _last(told, naming.span.start, fits, reach=REACH)


def _whose_officials(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """The one government that a sentence names by its noun before: "the Lusar cabinet met, officials said"."""
    plain = tuple(word for word in words if word != "the")
    if plain[-1:] != ("officials",) or not set(plain[:-1]) <= lexicon().ministries:
        return None
    start = told.sentences_back(naming.span.start)[0][0]
    before = [i for i in told.order.beginning(start, naming.span.start) if told.spans[i].end <= naming.span.start]
    before = [i for i in before if set(keys(told.namings[i].quote)[-1:]) & _RULE]
    found = {actor.id: actor for i in before if (actor := told.done[i][0]) is not None and actor.kind == "government"}
    if len(found) == 1:
        return next(iter(found.values()))
    alone = not found and told.names.codes == {told.home} and (naming.speaker or len(plain) > 1)
    return told.part(told.home, "government") if alone else None  # of the one state that the report names


def _agency(told: Told, actor: Actor) -> bool:
    """Whether an actor is an agency by a name that a table has for it, of news or of a state."""
    row = told.linker.registry.rows.get(actor.id)
    names = (actor.name, *(row.names if row is not None else ()))
    called = any(_AGENCIES & set(keys(name)) for name in names)
    return called and (actor.kind == "outlet" or (row is not None and row.kind == "government" and bool(row.parents)))


def _watcher(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """The watcher that a report names; "a watchdog" is one that the next words name, none that was told of before."""
    new = words[0] in {"a", "an", "another"} and "based" not in words
    if new:
        return _last(told, naming.span.start, partial(_monitor, told), reach=0, end=naming.span.end + _NEXT)
    return _last_of(told, naming.span.start, told.seen.under("monitor", partial(_monitor, told)).all)


_OWNER = re.compile(r"(\w+)['’]s?\s")


def _of_the_state(quote: str) -> bool:
    """Whether a phrase is for a part of a state's forces or offices: "the military's media wing" is no group's."""
    owner = _OWNER.search(quote)
    return owner is not None and lexicon().is_any(("military", "police", "government"), owner[1].casefold())


def _called_so(told: Told, naming: Naming, words: tuple[str, ...]) -> tuple[Actor | None] | None:
    """Whom a report calls by a word for fighters: "the militants" are those of "Reds militants", or of no known group.

    ``None`` where no phrase before has the word as its head, so that the group named last may be meant.
    """
    if len(words) != 2 or words[0] != "the" or not (lexicon().is_("member", words[1])):
        return None
    at = naming.span.start
    before = [
        i
        for i in sorted(told.order.beginning(at - REACH, at))
        if (other := told.namings[i]).span.end <= at and keys(other.quote)[-1:] == words[1:]
    ]
    named = [actor for i in before if (actor := told.done[i][0]) is not None and _armed(actor)]
    if len({actor.id for actor in named}) == 1:
        return (named[0],)
    return None if named or not before else (None,)


def _holder(told: Told, naming: Naming, office: tuple[str, ...]) -> Actor | None:
    """Who holds an office of a state: the person last named with it, else the state's government."""
    for actor, beside in told.seen.persons_beside(office, naming.span.start):
        gone = told.date is not None and actor.id in told.linker.registry.rows
        gone = gone and not told.linker.registry.parents(actor.id, told.date)
        if not gone and not _FORMERLY & beside:
            return actor
    sentence = told.sentences_back(naming.span.start)[0][0]
    state = state_beside(told.text, naming.span, sentence, told.lands) or told.home or told.country
    return told.part(state, "government")


def _pope(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """The pope whom a report names, else who it was at its date."""
    if words not in {("the", "pope"), ("the", "pontiff")}:
        return None
    for actor, _ in told.seen.persons_beside((), naming.span.start):
        if actor.id.startswith("person:pope-"):
            return actor
    registry = told.linker.registry
    popes = [i for i in registry.rows if i.startswith("person:pope-") and registry.parents(i, told.date)]
    return told.actor(popes[0]) if told.date and len(popes) == 1 else None


def _last_civil(told: Told, naming: Naming) -> Actor | None:
    """The organisation that "the NGO" means: the one named last before, of those that are no armed side."""
    for i in told.order.before(naming.span):
        actor = told.done[i][0]
        if told.namings[i].span.end <= naming.span.start and actor is not None and actor.kind == "other":
            start = told.namings[i].span.start
            from_there = (told.done[one][0] for one in reversed(told.order.beginning(start, start)))
            return next(one for one in from_there if one is not None and one.kind == "other")
    return None


def _same_noun(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """Whom "the officer" means after "an army officer": the last phrase before it with this noun."""
    if len(words) != 2 or words[0] != "the" or not naming.speaker:
        return None
    before = (told.done[i][0] for i in told.speakers_called(words[1], naming.span))
    return next((actor for actor in before if actor is not None), None)


def _armed(actor: Actor) -> bool:
    return actor.kind in {"rebel_group", "political_militia", "communal_militia"} or actor.id.startswith("local:")


def _sent(told: Told, actor: Actor) -> bool:
    """Whether an organisation of states was sent by another to some land: a mission."""
    row = told.linker.registry.rows.get(actor.id)
    return row is not None and bool(row.parents) and bool(row.theatres)


def _monitor(told: Told, actor: Actor) -> bool:
    row = told.linker.registry.rows.get(actor.id)
    return bool(row and row.monitor)


def _last(told: Told, at: int, fits: Callable[[Actor], bool], *, reach: int, end: int | None = None) -> Actor | None:
    """The one actor that fits within ``reach`` before a place; of several the one of the nearest sentence."""
    end = end or at
    return _last_of(told, at, [one for one in told.seen.between(at - reach, end) if one[1] <= end and fits(one[2])])


def _last_of(told: Told, at: int, seen: Sequence[Seen]) -> Actor | None:
    """The one actor of some names, no person; of several the one of the nearest sentence."""
    found = [(s, a) for s, _, a in seen if a.kind != "person"]
    if len({a.id for _, a in found}) <= 1:
        return found[0][1] if found else None
    for start, stop in told.sentences_back(at):
        near = {a.id: a for s, a in found if start <= s < stop}
        if len(near) == 1:
            return next(iter(near.values()))
        if near:
            return None
    return None
