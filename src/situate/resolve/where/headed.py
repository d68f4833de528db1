"""Where things were that stand under the name of a place: "Ostry: shelling on 4 May", "(b) Lisk. Shells fell."

Lines of logs and numbered paragraphs look so, and what a body of a town tells of ("the police of Ostry report: …",
"a nurse writes from Ostry: …"). The extractor carries the places of headings that it knows for ones; here the names
decide, which the gazetteer knows and a line, or the words before a colon, consist of.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence

from situate.model.claim import Claim, Evidence, Role
from situate.model.place import Place
from situate.model.span import Span
from situate.ontology import BLOWS
from situate.resolve.claim_sense import placed
from situate.resolve.in_order import Towns
from situate.resolve.where.headings import Head
from situate.resolve.where.said import ACTS, dateline_end

# What happens at a place, unlike what is said, asked or agreed on somewhere.
_HAPPENS = BLOWS | {
    "kill", "destroy", "displace", "detain", "abduct", "abuse", "capture", "withdraw", "besiege", "siege_end",
    "cut_route", "open_route", "deliver_aid", "deny_aid", "control", "advance", "repel",
}  # fmt: skip
_UNDER_HEADINGS = frozenset({"deploy", "protest", "surrender", "release", "evacuate", "return", "talks", "restrict"})
_LONGEST = 80  # code points before a colon
_ENDS = re.compile(r"[:|]")
_PLACE = r"(?:(?:place|location|where|town|site):\s*)?"  # the label of an entry
_ROAD = re.compile(
    r"(?:the )?(?:main |only |last )?(?:road|highway|route)s? (?:from|to) (?:(?! (?:to|from) )[^,;:])+", re.IGNORECASE
)
_SHORT = 40  # code points of a sentence that does little more than name a town
# "(b) ", "12. ", "- ": what numbers a paragraph or a line.
_NUMBER = r"\s*(?:[(\[]?(?:[a-z]|[ivx]{1,4}|\d{1,3})[).\]]\s*|[-–—•*]\s*)?"
_DAY = r"(?:[,|]?\s*(?:on\s)?[\w .,/-]{3,24})?"
_ALONE = re.compile(rf"{_NUMBER}\x00{_DAY}\s*", re.IGNORECASE)  # the name, with a day beside it
_HOUR = r"\d{1,2}[:.h]\d{2}"
_DATED = re.compile(
    rf"{_NUMBER}(?:on\s)?(?:\d[\w .,/-]{{2,24}}|(?:(?:\d[\w .,/-]{{0,24}}|today|yesterday|\w+day)[,\s]\s*)?{_HOUR})"
    r"[,|:]?\s*\x00\s*",
    re.IGNORECASE,
)
# Who tells what happened in a town: its own bodies and people, and who writes from there.
_OWN = re.compile(
    r".*\b(?:police|gendarmerie|municipality|mayor|council|councillors?|prefecture|prefect|hospital|clinic|commune|parish|"
    r"residents|inhabitants|villagers|people|fire brigade|commandant)\s(?:of|in)\s\x00(?:\s\w+){0,3}\s*"
    r"|.*\b(?:writes?|wrote|reports?|reported|reporting|messages?)\sfrom\s\x00\s*",
    re.IGNORECASE | re.DOTALL,
)


def under_places(
    claims: Iterable[Claim], text: str, towns: Towns, sentences: Sequence[Span], written: int = 0
) -> list[Claim]:
    """The claims in order; those without a place that stand under the name of one, with it.

    ``towns`` are names of settlements in the text with what they mean; ``sentences`` in the order of the text;
    ``written`` is where the dateline ends.
    """
    heads = _lines(text, towns, sentences, written)
    return [_under(claim, text, towns, heads, written) for claim in claims]


def under_headings(claims: Iterable[Claim], text: str, heads: Sequence[Head], towns: Towns) -> list[Claim]:
    """The claims in order; those of which no more than a country is known, with the place of their heading.

    Not where their own sentence names a town behind it: they may be there.
    """
    return [_at_heading(claim, text, heads, towns) for claim in claims]


def _at_heading(claim: Claim, text: str, heads: Sequence[Head], towns: Towns) -> Claim:
    if claim.type not in _HAPPENS | _UNDER_HEADINGS or claim.sentence is None:
        return claim
    at = claim.trigger.span.start
    head = next((head for head in reversed(heads) if head[0].start <= at < head[0].end), None)
    if head is None:
        return claim
    others = [towns[span] for span in towns.beginning(max(claim.sentence.start, head[0].start), claim.sentence.end)]
    if not all(head[2].precision == "region" and town.admin1 == head[2].admin1 for town in others):
        return claim
    told = [role.place for role in claim.roles if role.place is not None]
    if placed(claim) and not told and head[1].start < dateline_end(text):
        return claim  # at a place that is named, and not known, which need not be where the report was written
    if told and (head[2].precision == "country" or not all(_is_wider(place, head[2]) for place in told)):
        return claim
    role = Role(role="place", evidence=Evidence(span=head[1], quote=head[1].of(text)), place=head[2], carried=True)
    return dataclasses.replace(claim, roles=(*(r for r in claim.roles if not (r.role == "place" and r.place)), role))


def _is_wider(place: Place, head: Place) -> bool:
    """Whether of a place no more than the country or the region is known, and its heading names a smaller one."""
    wide = place.precision == "country" or (place.precision == "region" and place.id.startswith("local:"))
    return wide and place.country == head.country and (place.radius_km or 0.0) > (head.radius_km or 0.0)


def _under(claim: Claim, text: str, towns: Towns, heads: Mapping[int, Span], written: int) -> Claim:
    if claim.type not in _HAPPENS or claim.sentence is None:
        return claim
    stated = claim.sentence.start
    roles = tuple([r for r in claim.roles if r.evidence.span.start >= stated])
    own = claim if len(roles) == len(claim.roles) else dataclasses.replace(claim, roles=roles)
    if placed(own) and not _leads_here(claim):
        return claim
    sentence = Span(max(claim.sentence.start, min(written, claim.sentence.end)), claim.sentence.end)
    head = _before_colon(text, sentence, claim.trigger.span.start, towns)
    rest = head.end if head is not None else sentence.start
    head = head or heads.get(claim.sentence.start)
    if head is None or (towns.beginning(rest, sentence.end) and not _leads_here(claim)):
        return claim  # another town in the sentence: it may be there
    if placed(claim) and head.start >= stated:
        claim = own  # what was taken over from before stands above the name
    elif placed(claim) and not _leads_here(claim):
        return claim
    told = Evidence(span=head, quote=head.of(text))
    role = Role(role="place", evidence=told, place=towns[head], carried=True)
    return dataclasses.replace(claim, roles=(*claim.roles, role))


def _leads_here(claim: Claim) -> bool:
    """Whether all that says where a road is cut or opened is its other end ("Ostry: road from Lisk cut")."""
    there = [role for role in claim.roles if role.place is not None]
    return bool(there) and all(r.role == "route" and _ROAD.fullmatch(r.evidence.quote) for r in there)


def _before_colon(text: str, sentence: Span, trigger: int, towns: Towns) -> Span | None:
    """The one town in the words before a colon or a bar, before a trigger, by which what follows is there."""
    for found in _ENDS.finditer(text, sentence.start, min(trigger, sentence.start + _LONGEST)):
        end = found.start()
        inside = towns.inside(sentence.start, end)
        if len(inside) != 1:
            continue
        words = _marked(text, sentence.start, end, inside[0])
        if _ALONE.fullmatch(words) or _DATED.fullmatch(words) or _OWN.fullmatch(words):
            return inside[0]
    return None


def _lines(text: str, towns: Towns, sentences: Sequence[Span], written: int) -> Mapping[int, Span]:
    """For the starts of sentences: the town whose name alone is a sentence before them in their paragraph.

    The next sentence after a short one ("Incoming in Upper Selm.") is there too. A name alone on the line that opens a
    paragraph heads all its lines.
    """
    found: dict[int, Span] = {}
    last: Span | None = None
    just: Span | None = None
    heads: Span | None = None  # on a line of its own
    before: Span | None = None
    for sentence in sentences:
        gap = text[before.end : sentence.start] if before is not None else "\n\n"
        if "\n" in gap:
            just, heads = None, None if "\n\n" in gap else heads
            last = heads
        named = towns.inside(max(sentence.start, written), sentence.end)
        inside = [town for town in named if not ACTS.match(text, town.end)]  # its government "rejected this"
        words = _marked(text, sentence.start, sentence.end, inside[0]) if len(inside) == 1 else ""
        if words and re.fullmatch(rf"{_NUMBER}{_PLACE}\x00\s*[.;:]\s*", words, re.IGNORECASE):
            last = inside[0]
        elif words.strip() == "\x00" and "\n\n" in gap and text[sentence.end : sentence.end + 1] == "\n":
            last = heads = inside[0]
        elif inside:
            last = heads = None  # the paragraph goes on to another place
        elif (above := last or just) is not None:
            found[sentence.start] = above
        just = inside[0] if len(inside) == 1 and sentence.end - sentence.start <= _SHORT else None
        before = sentence
    return found


def _marked(text: str, start: int, end: int, name: Span) -> str:
    return f"{text[start : name.start]}\x00{text[name.end : end]}"
