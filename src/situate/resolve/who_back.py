"""Phrases that refer back: pronouns, "the group", "its fighters", "the ministry"; by the order of the telling.

A phrase is linked when the text leaves one actor that fits; otherwise it stays unresolved with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve import who_around as around
from situate.resolve import who_institutions as institutions
from situate.resolve.who import Linked
from situate.resolve.who_lexicon import lexicon
from situate.resolve.who_names import keys
from situate.resolve.who_nouns import apposed, by_noun, half
from situate.resolve.who_told import REACH, Naming, Told
from situate.resolve.who_where import only_a_place

AIMS = frozenset({"target", "targets"})  # "its targets" are what it aims at
_TURN = re.compile(r"\[([^\W\d_a-z][\w’'-]+)\]\s")
_ASKS = frozenset({"reporter", "moderator", "correspondent", "interviewer", "question"})  # who asks in a transcript
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
_NAMED_WATCHER = re.compile(r"\b[a-z]+(?:dog|or|ors)\s+[A-Z]")  # "the watchdog Causa en Lusar"
_OUTLETS = frozenset({"agency", "broadcaster", "outlet", "channel", "newspaper", "paper", "magazine"})
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
# Whom an outlet on the side of a state calls its own.
_OURS = _SOLDIERS | {"forces", "army", "units", "servicemen", "men"}
_ALONE = frozenset({"i", "me", "my", "mine", "myself"})
_CIVIL = frozenset({"ngo", "charity", "nonprofit"})
# "It is not clear", "it was unclear", "it appears that": nobody.
_NOBODY = re.compile(
    r"\s*(?:is|was|’s|'s|ha[sd] been|remain(?:s|ed)|became|seem(?:s|ed)|appear(?:s|ed)|(?:will|would|may|could) be)\s+"
    r"(?:(?:still|also|now|not|yet|so|very|too|more|most|quite|only|being|then|therefore|immediately|widely)\s+)*"
    r"(?:(?:un)?clear|(?:un)?likely|(?:im)?possible|(?:un)?known|reported|believed|thought|said|understood|alleged|"
    r"expected|estimated|announced|confirmed|disclosed|revealed|learned|learnt|found|decided|established|recalled|noted|stated|important|necessary|hard|difficult|easy|time|true|hoped|feared|rare|common|that|to|"
    r"as if|when|because)\b",
    re.IGNORECASE,
)
# "Makes it easier to", "found it hard", "called it a lie": what "it" stands for comes after it, or is no actor.
_FOUND_SO = re.compile(
    r"\b(?:ma[kd]e|makes|making|f(?:i|ou)nds?|finding|consider(?:s|ed)?|deem(?:s|ed)?|call(?:s|ed)?|describ(?:es|ed)|thinks?|thought|"
    r"believe[sd]?|render(?:s|ed)?|takes?|took|owes?|puts?|regards?)\s+$"
)
# "Those who fled", "those convicted of": they are told of by what follows, not by what stands before.
_WHO_ARE = re.compile(
    r"\s+(?:who|whose|whom|that|in|of|from|with|at|on|under|behind|responsible|\w+ed|\w+ing|held|killed)\b"
)
_SAYS = re.compile(
    r"\s+(?:(?:also|earlier|later|then|now|previously)\s+)?(?:say|says|said|believes?d?|announced|claims?|claimed|denied|warned|insisted|admitted|confirmed|vowed|promised|added|hopes?|hoped)\s+"
    r"(?:that\s+)?$"
)
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
    if reason == "pronoun":
        actor = _pronoun(told, index, words)
        if actor is not None and actor.kind == "outlet" and words == ("it",) and _HIT.match(told.text, naming.span.end):
            actor = None
        return actor, None if actor else reason
    found = apposed(told, naming) or _theirs(told, index, words) or _described(told, naming, words)
    found = found or by_noun(told, naming) or half(told, naming) or _unknown(told, naming)
    return (found, None) if found else (None, reason)


def _theirs(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """Who "its soldiers" and "their leader" are, by what the possessive stands for."""
    lex, naming = lexicon(), told.namings[index]
    if words[0] in {"his", "her"} and len(words) > 1 and lex.is_("government", words[-1]):
        return _of_person(told, index, words)
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


def _of_person(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """Whose "his administration" is: the state's that the person leads or speaks for."""
    owner = _pronoun(told, index, words[:1])
    registry = told.linker.registry
    parents = registry.parents(owner.id, told.date) or registry.parents(owner.id, None) if owner is not None else ()
    row = registry.rows.get(parents[0]) if parents else None
    state = registry.part(row.country, "government") if row is not None and row.inter == 1 and row.country else None
    return registry.actor(state, told.date, told.country) if state else None


def _unknown(told: Told, naming: Naming) -> Actor | None:
    """A local actor: an organisation that no table has, known by the form of its name."""
    if naming.span in told.toponyms or naming.ref is not None:
        return None
    parts = told.linker.names.parts(naming.quote)
    name = around.unknown_organisation(naming.quote, parts, lexicon(), capitals=told.capitals)
    name = name or (None if told.capitals else around.named_by_kind(naming.quote, parts, lexicon()))
    return Actor(id="local:" + "-".join(keys(name)), name=name, kind="other") if name else None


def _pronoun(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """The actor that a pronoun can mean: of the sentence so far, else of the one before; subjects come first."""
    naming, lex = told.namings[index], lexicon()
    if _empty(told, naming.span, words):
        return None
    if any(lex.is_("pronoun_speaker", w) for w in words):
        return _speaking(told, index, alone=words[0] in _ALONE)
    kinds = next((kinds for name, kinds in _PRONOUNS.items() if lex.is_(name, words[0])), frozenset())
    subject = _who_says(told, naming.span)
    if subject is not None:
        actor = told.done[subject][0]
        if actor is None or actor.kind in kinds or (actor.kind == "government" and "person" not in kinds):
            return actor
    if naming.speaker:
        speaker = _speaker_before(told, index, kinds)
        if speaker is not None or "person" not in kinds:
            return speaker
    for start, end in told.sentences_back(naming.span.start):
        found = [a for s, e, a in told.salient(index) if start <= s and e <= end and a.kind in kinds]
        if len({a.id for a in found}) == 1 or (found and "person" in kinds):
            return found[0]
        first = _subject(told, index, start, kinds)
        if first is not None and lex.is_("pronoun_thing", words[0]):
            return first
        if found:
            return None
        state = _state_named(told, start, end) if words[0] in {"its", "itself"} else None
        if state is not None:
            return state
    return None


def _empty(told: Told, at: Span, words: tuple[str, ...]) -> bool:
    """Whether a pronoun takes up nobody: "it is not clear", "makes it easier", "those who fled"."""
    if words == ("those",):
        return _WHO_ARE.match(told.text, at.end) is not None
    return words == ("it",) and bool(
        _NOBODY.match(told.text, at.end) or _FOUND_SO.search(told.text, max(0, at.start - 20), at.start)
    )


def _who_says(told: Told, at: Span) -> int | None:
    """The number of the phrase whose "say" stands right before a place: "officials say they …"."""
    verb = _SAYS.search(told.text, max(0, at.start - 60), at.start)
    if verb is None:
        return None
    ends = [i for i, n in enumerate(told.namings) if n.span.end == verb.start()]
    return max(ends, key=lambda i: told.namings[i].span.end - told.namings[i].span.start, default=None)


def _state_named(told: Told, start: int, end: int) -> Actor | None:
    """The government of the one state that a stretch names, and not as a land."""
    registry, found = told.linker.registry, set()
    for at, part in told.lands.items():
        capital = keys(registry.countries[part.ids[0]].capital) == keys(
            part.surface.removesuffix("’s").removesuffix("'s")
        )
        if part.form == "country" and start <= at < end and (not capital or part.possessive):
            span = Span(part.start, part.end)
            if not only_a_place(told.text, span, [part], registry, told.toponyms):
                found.add(part.ids[0])
    row = registry.part(next(iter(found)), "government") if len(found) == 1 else None
    return registry.actor(row, told.date, told.country) if row else None


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


def _speaking(told: Told, index: int, *, alone: bool) -> Actor | None:
    """Who says "we", or "I" where one speaks ``alone``: who is told to say it, else the nearest speaker.

    Of "we" a person stands for those whom they speak for.
    """
    at = told.namings[index].span
    labelled = _labelled(told, at)
    if labelled is not None:
        spoken, actor = labelled
        return actor if not spoken or alone or actor is None else told.of.get(actor.id, actor)
    by_span = {n.span: i for i, n in enumerate(told.namings)}
    saying = [(c.end - c.start, by_span[s]) for c, s in told.said if c.start <= at.start < c.end and s in by_span]
    opened = _quotation(told, at)
    before = [i for i, n in enumerate(told.namings) if n.speaker and n.span.end <= opened] if opened else []
    if saying:
        actor = told.done[min(saying)[1]][0]
    elif before and opened - told.namings[before[-1]].span.end < _SPEECH_REACH:
        actor = told.done[max(before, key=lambda i: told.namings[i].span.end)][0]
    else:
        near = [
            (min(abs(n.span.start - at.end), abs(at.start - n.span.end)), i)
            for i, n in enumerate(told.namings)
            if n.speaker and i != index and told.done[i][0] is not None
        ]
        if not near or min(near)[0] > _SPEECH_REACH:
            return None
        actor = told.done[min(near)[1]][0]
    person = actor is not None and actor.kind == "person"
    if alone:
        return actor if person else None
    return told.of.get(actor.id) if actor and person else actor


def _labelled(told: Told, at: Span) -> tuple[bool, Actor | None] | None:
    """Who speaks in a transcript whose turns begin with the speaker's name in brackets ("[Lorn] We …").

    ``None`` where it is none; else whether it is a person, and who, if the text tells.
    """
    turns = _turns(told.text)
    last = next((name for end, name in reversed(turns) if end <= at.start), None)
    if not turns:
        return None
    if last is None or last.casefold() in _ASKS:
        return True, None
    full = re.compile(rf"(?:[^\W\d_a-z]\w+\s+){{1,3}}{re.escape(last)}(?:\s+[^\W\d_a-z]\w+)?(?![\w\]])")
    found = next((m[0] for m in full.finditer(told.text)), last)
    actor, _ = told.link(" ".join(found.split()))
    return True, actor if actor is not None and actor.kind == "person" else None


@lru_cache(maxsize=4)
def _turns(text: str) -> tuple[tuple[int, str], ...]:
    """Where the turns of a transcript begin and whose they are; none where nobody in it asks, or there are too few."""
    found = tuple((m.end(), m[1]) for m in _TURN.finditer(text)) if "[" in text else ()
    asks = any(name.casefold() in _ASKS for _, name in found)
    return found if asks and len(found) > 2 else ()


def _quotation(told: Told, at: Span) -> int:
    """Where the quotation around a place opens, when words before it lead to it ("he said: “…"); else 0."""
    start = told.text.rfind("“", max(0, at.start - REACH), at.start)
    if start < 0 or "”" in told.text[start : at.start]:
        return 0
    return start if told.text[:start].rstrip()[-1:] in {":", ","} else 0


def _quoted(told: Told, at: Span) -> bool:
    """Whether a place stands in quotation marks: "our" is then the speaker's, not the outlet's."""
    before = told.text[max(0, at.start - REACH) : at.start]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _ours(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """ "Our forces", in the words of an outlet on the side of a state: that state's."""
    if words[0] != "our" or words[-1] not in _OURS or not told.own or _quoted(told, naming.span):
        return None
    row = told.linker.registry.part(told.own, "military")
    return told.linker.registry.actor(row, told.date, told.country) if row else None


def _described(told: Told, naming: Naming, words: tuple[str, ...]) -> Actor | None:
    """A common noun that points back: a watcher, an agency, an armed group, a coalition named before."""
    at, lex = naming.span.start, lexicon()
    if any(w in _WATCHERS for w in words) and not _NAMED_WATCHER.search(naming.quote):
        return _last(told, at, partial(_monitor, told), reach=len(told.text), end=len(told.text))
    same = _same_noun(told, naming, words) or _ours(told, naming, words)
    if same:
        return same
    if around.state_office(naming.quote, lex):
        return _holder(told, naming, words[1:])
    if set(words) - {"the"} <= _SOLDIERS:
        before = _forces_before(told, naming) if words[0] == "the" else None
        before = before or _forces_of_sentence(told, naming)
        fought = words[0] != "the" and any(_armed(actor) for _, _, actor in told.seen)
        return before or (None if fought else _own_forces(told))
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
    own_name = any(word[:1].isupper() for word in naming.quote.split()[1:]) and not told.capitals
    pointing = not own_name and words[0] in {
        "his",
        "her",
        "the",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "remaining",
    }
    group = any(
        lex.is_(c, w) for c in ("group", "organisation", "member", "rebel") for w in words if w not in {"men", "man"}
    )
    command = institutions.noun(naming.quote) is not None or told.linker.names_somebody(naming.quote)
    if words[-1] in _UNKNOWN_HANDS:
        start = told.sentences_back(at)[-1][0]
        return _last(told, at, _armed, reach=at - start) if pointing else None
    if pointing and group and not command and not any(lex.is_(c, words[-1]) for c in ("people", "thing", "office")):
        called = _called_so(told, naming, words)
        return called[0] if called else _last(told, at, _armed, reach=REACH)
    return None


def _called_so(told: Told, naming: Naming, words: tuple[str, ...]) -> tuple[Actor | None] | None:
    """Whom a report calls by a word for fighters: "the militants" are those of "Reds militants", or of no known group.

    ``None`` where no phrase before has the word as its head, so that the group named last may be meant.
    """
    if len(words) != 2 or words[0] != "the" or not (lexicon().is_("member", words[1])):
        return None
    at = naming.span.start
    before = [
        i
        for i, other in enumerate(told.namings)
        if at - REACH <= other.span.start and other.span.end <= at and keys(other.quote)[-1:] == words[1:]
    ]
    named = [actor for i in before if (actor := told.done[i][0]) is not None and _armed(actor)]
    if len({actor.id for actor in named}) == 1:
        return (named[0],)
    return None if named or not before else (None,)


def _forces_before(told: Told, naming: Naming) -> Actor | None:
    """The one state's forces that the phrases before name: "army troops … the soldiers"."""
    at = naming.span.start
    found = {
        actor.id: actor
        for i, n in enumerate(told.namings)
        if at - REACH <= n.span.start and n.span.end <= at
        and (actor := told.done[i][0]) is not None and actor.kind == "state_forces" and actor.sector == "MIL"
    }  # fmt: skip
    return next(iter(found.values())) if len(found) == 1 else None


def _forces_of_sentence(told: Told, naming: Naming) -> Actor | None:
    """The forces of the one state whose government or forces the sentence names before: "the X government … troops"."""
    start = told.sentences_back(naming.span.start)[0][0]
    named = {code for at, code in told.states if start <= at < naming.span.start}
    row = told.linker.registry.part(next(iter(named)), "military") if len(named) == 1 else None
    return told.linker.registry.actor(row, told.date, told.country) if row else None


def _own_forces(told: Told) -> Actor | None:
    """The forces of the state whose report this is, where it names no other state's."""
    linked = (actor for actor, _ in told.done.values() if actor is not None and actor.kind == "state_forces")
    row = told.linker.registry.part(told.home, "military") if told.home else None
    if row is None or any(actor.country != told.home for actor in linked):
        return None
    return told.linker.registry.actor(row, told.date, told.country)


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
