"""Names that are cut from longer ones: "Lac Vert" is not Lac, nor "Cerro Berlin" Berlin; and the ends of roads.

The longer name is in no gazetteer, and may be one of the text's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from situate.model.distance import distance_km
from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Entry, Gazetteer
from situate.resolve.in_order import Taken
from situate.resolve.where.phrases import names_in, parse, side_of
from situate.resolve.where.sites import PlaceMention
from situate.resolve.where.toponyms import Toponym, gazetteer_matches, surroundings

_QUARTERS = frozenset({"colony", "town", "nagar", "gardens", "heights", "block", "sector", "chowk"})
_IN_TOWN = re.compile(r"(?:,|\s(?:in|of))\s[A-ZÀ-ÖØ-Þ]")  # "Lisk Colony, Olma"
_OF_TWO = re.compile(r"\s(?:road|highway|motorway|corridor|route|axis|border|line|railway|frontier)\b")
_TWO_ENDS = re.compile(rf"([A-ZÀ-ÖØ-Þ][\w'’]+)\s?[-–—/]\s?([A-ZÀ-ÖØ-Þ][\w'’]+)(?={_OF_TWO.pattern})")
# Words of a run of capitals that are no part of the name beside them.
_SORTS = (
    "ordinary_words", "parts", "suffixes", "heads", "nouns", "kinds", "sides", "generic", "titles", "inner", "openers",
    "calendar", "before",
)  # fmt: skip
_ONE_NAME_KM = 200.0  # between two places that stand side by side in a row without a comma
_WIDE = frozenset({"country", "region", "area"})
_POSSESSIVE = re.compile(r"['’]s?$")


def whole_names(
    text: str, found: Sequence[Toponym], mentions: Sequence[PlaceMention], gazetteer: Gazetteer
) -> list[Toponym]:
    """The toponyms, less those that are cut from a longer name of a marked place: "Lac Vert" is not Lac.

    The longer one is no name of a gazetteer, and may be one of the text's own.
    """
    taken, cut = Taken(toponym.span for toponym in found), set[Span]()
    for mention in mentions if found else ():
        quote = mention.span.of(text)
        runs = names_in(quote, []) if mention.sure or "-" in quote else []
        for run in (run for run in runs if mention.sure or "-" in run.of(quote)):
            whole = Span(mention.span.start + run.start, mention.span.start + run.end)
            inside = [span for span in taken.meeting(whole) if span != whole and whole.covers(span)]
            if inside and _is_longer(text, whole, inside, gazetteer):
                cut |= {*inside}
    return [toponym for toponym in found if toponym.form != "name" or toponym.span not in cut]


def _is_longer(text: str, whole: Span, names: Sequence[Span], gazetteer: Gazetteer) -> bool:
    """Whether the words beside a name within a run of capitals make another name of it.

    Names that lie in no one country make one too ("Mayo-Sava"), and so does what a landform opens ("Cerro Berlín").
    """
    words = whole.of(text).casefold().split()
    if words[0] in surroundings()["landforms"] or (words[-1] in _QUARTERS and _IN_TOWN.match(text, whole.end)):
        return True
    ends = [whole.start, *(end for name in names for end in (name.start, name.end)), whole.end]
    if any(text[name.end : name.end + 1].isalpha() for name in names) or _OF_TWO.match(text, whole.end):
        return False  # "Aleppos", as some texts come; "the Zinjibar-Ziri road"
    beside = " ".join(text[a:b] for a, b in zip(ends[::2], ends[1::2], strict=True)).replace("-", " ").split()
    if beside and len(names) == 1 and not any(_is_plain(word, gazetteer) for word in beside):
        return not _of_one_land([names[0].of(text), " ".join(beside)], gazetteer)  # "Jisreen Kafr Batna": two names
    return not beside and len(names) > 1 and not _of_one_land([name.of(text) for name in names], gazetteer)


def _of_one_land(names: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether all of some names are those of places in one country, the first of each not far apart.

    "Jisreen Kafr Batna" are two villages; "Guadalupe Tepeyac" is neither of two towns 700 km apart.
    """
    matches = (sorted(gazetteer_matches(name, gazetteer), key=lambda match: match.how != "name") for name in names)
    found = [[match.entry for match in some] for some in matches]
    for country in set.intersection(*({entry.country for entry in some} for some in found)):
        first, *rest = (next(e for e in some if e.country == country) for some in found)
        if any(e.kind in _WIDE for e in (first, *rest)) or all(_km_apart(first, e) <= _ONE_NAME_KM for e in rest):
            return True
    return False


def _km_apart(one: Entry, other: Entry) -> float:
    return distance_km(one.latitude, one.longitude, other.latitude, other.longitude)


def _is_plain(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word beside a name says what sort of place it is, on which side of it, or whose."""
    key, words = word.casefold(), surroundings()
    known = any(key in words[group] for group in _SORTS) or bool(parse(key).heads)
    possessive = _POSSESSIVE.search(word) is not None
    return known or possessive or side_of(key) is not None or gazetteer.adjective(word) is not None


def ends_of_roads(text: str, span: Span) -> Iterator[Span]:
    """The two names of a road or a line between them ("the Lisk-Varn highway") within a stretch of the text."""
    for two in _TWO_ENDS.finditer(text, span.start, span.end):
        yield from (Span(*two.span(1)), Span(*two.span(2)))
