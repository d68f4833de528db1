"""Who speaks where a report is a speech, a statement or a broadcast of somebody's own, by its head alone.

"[Communique] [General Command of the Lusar Front] [Text] We …"; "(Radio Lusar) -- [Text] We …" of a side's own radio.
"""

from __future__ import annotations

import re
from functools import lru_cache

from situate.model.actor import Actor
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.names import keys
from situate.resolve.who.statements import statement_of
from situate.resolve.who.told import Told

_LAST = 300  # code points in which the last sentence stands
_HEAD = 600  # code points in which the head of a report stands
_KINDS = (
    r"(?:speech|statement|communique|announcement|letter|message|report|editorial|proclamation|press release|appeal|"
    r"address|commentary|telephone interview)"
)
_SIGNED = re.compile(rf"\[{_KINDS}\]\s*\[([^\]]+)\]\s*\[(?:text|excerpts?)\]", re.IGNORECASE)
_BY = re.compile(
    rf"\[{_KINDS}\s+(?:by|of|from|issued by)\s+([^\]]+?)(?:\s+(?:at|in|on|to|during)\s[^\]]*)?\]", re.IGNORECASE
)
_DATELINE = re.compile(r"[^()\n]{3,60}\(([^()]{3,60})\)\s*-")
_ON_RECORD = re.compile(r"\s*Attribution is on[- ]the[- ]record from ([^.\n]{4,60})\.")
# Who wrote what tells of "I" or "my": "Ada Lorn is a co-founder of …" at the end, where the name stands first.
_NAME = r"[^\W\d_a-z][\w’'-]+(?:\s(?:de|al|von|van|bin|der))?(?:[\s-][^\W\d_a-z][\w’'-]+){1,3}"
_BYLINE = re.compile(
    rf"(?:[.!?”\"•]|^)\s*(?:•\s*)?({_NAME})\s+(?:is|was|studied|writes|works|teaches|reports)\s[^.]*\.?\s*$"
)
_MINE = re.compile(r"\b(?:I|my|My)\b")
_OFTEN = 3
# A straight mark, the last of its text: one that opens a quotation stands before a word, one that closes it behind one.
_STRAIGHT = re.compile(r'(?:(?P<opens>(?<![^\s(\[])"(?=\S))|(?<=\S)"(?!\w))[^"]*$')
_MEN = frozenset({"troops", "forces", "army", "soldiers", "units", "soldier", "positions", "patrol", "patrols"})
_FOES = frozenset({"enemy", "enemies", "invaders", "occupiers", "aggressor"})


def author(told: Told) -> Actor | None:
    """Who a report is by, where its head names the speaker, or the radio of an armed side; or by its last line."""
    head = told.text[:_HEAD]
    signed = _SIGNED.search(head) or _BY.search(head) or _ON_RECORD.match(head) or _last_line(told.text)
    words = " ".join(signed[1].split()) if signed is not None else statement_of(head)
    if words is not None:
        actor, _ = told.link(words)
        return actor if actor is not None and actor.kind != "civilians" else None
    dateline = _DATELINE.match(head)
    outlet = told.link(" ".join(dateline[1].split()))[0] if dateline is not None else None
    return _owner(told, outlet) if outlet is not None else None


@lru_cache(maxsize=4)
def _last_line(text: str) -> re.Match[str] | None:
    """The name of who wrote a piece that tells of "I" again and again outside quotations, by its last sentence."""
    found = _BYLINE.search(text, max(0, len(text) - _LAST))
    if found is None or text.find(found[1]) < found.start(1):
        return None
    own = [m for m in _MINE.finditer(text) if text.rfind("“", 0, m.start()) <= text.rfind("”", 0, m.start())]
    return found if len(own) >= _OFTEN else None


def unquoted(told: Told, at: int) -> bool:
    """Whether a place stands in no quotation, so that "we" is the report's own author.

    Of straight marks the last one tells by its shape whether it opens: texts lose marks, and then counting them fails.
    """
    start = max(told.text.rfind("\n\n", 0, at), 0)
    before = told.text[start:at]
    last = _STRAIGHT.search(told.text[start : at + 1]) if '"' in before or told.text[at : at + 1] == '"' else None
    if last is not None:
        return last["opens"] is None and before.rfind("“") <= before.rfind("”")
    return before.count('"') % 2 == 0 and before.rfind("“") <= before.rfind("”")


def spoken_for(told: Told, actor: Actor) -> Actor | None:
    """Whom a person speaks for, by what the report tells, else by the office held then."""
    if actor.kind != "person":
        return actor
    return told.of.get(actor.id) or in_office(told, actor)


def in_office(told: Told, person: Actor) -> Actor | None:
    """Whom the tables have a person speak for then: of several bodies of one state, at no date, its government."""
    registry = told.linker.registry
    parents = registry.parents(person.id, told.date)
    lands = {registry.rows[parent].country for parent in parents}
    several = len(parents) > 1 and told.date is None and len(lands) == 1
    row = registry.part(next(iter(lands)) or "", "government") if several else parents[0] if parents else None
    return told.actor(row)


def enemy(told: Told, index: int, words: tuple[str, ...]) -> Actor | None:
    """Whom a side calls the enemy: in an armed side's own report, the enemy's troops are those of the state it fights;
    elsewhere the forces of the one other side that the report names, told by somebody who stands on a side."""
    if _FOES.isdisjoint(words) or words[-1] not in _MEN | _FOES:
        return None
    own = author(told)
    row = told.linker.registry.rows.get(own.id) if own is not None else None
    if row is not None and row.armed and words[-1] in _MEN and told.home is not None:
        return told.part(told.home, "military")
    by = told.who_says(told.namings[index].span.start)
    speaker = told.done[by][0] if by is not None else own
    speaker = spoken_for(told, speaker) if speaker is not None else None
    side = speaker.side if speaker is not None else told.side if by is None else None
    others = {actor.side: actor for actor in reversed(told.forces_named) if actor.side != side}
    return next(iter(others.values())) if side is not None and len(others) == 1 else None


def _owner(told: Told, outlet: Actor) -> Actor | None:
    registry = told.linker.registry
    parents = registry.parents(outlet.id, told.date)
    return told.actor(next((parent for parent in parents if registry.rows[parent].armed), None))


_BEFORE = re.compile(r"(?:\s*[(\[][^()\[\]]{1,70}[)\]])?,\s+$")
_ENDS = frozenset(
    ["of", "in", "for", "which", "that", "against", "with", "on", "at", "from", "to", "whose", "led", "based"]
)
_CLOSES = re.compile(r"\s*(?:[,.;)—–]|(?:in|of|which|that|whose|with|led|based)\b)")


def body_before(told: Told, index: int) -> Actor | None:
    """The body to whose name a phrase is an apposition: "the LPR, the ruling party in Lusar,"."""
    naming = told.namings[index]
    words = keys(naming.quote)
    if not words or words[0] not in {"the", "a", "an"} or naming.ref is not None:
        return None
    end = next((i for i, word in enumerate(words) if i and word in _ENDS and word != "based"), len(words))
    if words[end - 1] not in lexicon().apposed and "based" in words[:end]:
        end = words.index("based")
    gap = _BEFORE.search(told.text, max(0, naming.span.start - 80), naming.span.start)
    if words[end - 1] not in lexicon().apposed or gap is None or not _CLOSES.match(told.text, naming.span.end):
        return None
    for i in told.order.ending(gap.start(), gap.start()):
        actor, other = told.done[i][0], told.namings[i]
        if actor is not None and actor.kind not in {"person", "civilians"} and other.quote[-1:] not in {"’", "'"}:
            return actor
    return None
