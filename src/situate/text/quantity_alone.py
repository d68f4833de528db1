"""What words without a number count: "a civilian" is one, "weeklong" a week, "civilians" none."""

from __future__ import annotations

from dataclasses import replace

from situate.model.quantity import Quantity
from situate.text.numbers import ORDINALS
from situate.text.quantity_nouns import COLLECTIVES, PEOPLE, UNITS, is_plural

ONE = Quantity(low=1, best=1, high=1)

# Words that stand for a figure only when they are the whole phrase.
_ALONE = {
    "one": ONE, **dict.fromkeys(("he", "she", "him"), replace(ONE, unit="people")),
    "several": Quantity(low=3, high=10, approximate=True), "few": Quantity(low=2, high=10, approximate=True),
}  # fmt: skip


_SPANS = frozenset({"day", "week", "month", "year"})
_SOME = frozenset({"some", "many", "most", "all", "various", "numerous", "countless"})
_ONE_OF = frozenset({"a", "an", "one"})
_COUNTS = frozenset({"toll", "tolls", "count", "number", "numbers", "rate", "figure", "figures"})


# Who is known by an office or a trade, and so is one where the article says that it is any ("a mayor", "a spy"), up to
# what only says of where or of whom.
_ANY_ONE = frozenset({
    "mayor", "minister", "governor", "senator", "deputy", "ambassador", "envoy", "politician", "lawmaker", "mp",
    "legislator", "candidate", "councillor", "councilor", "councilman", "councilwoman", "congressman", "congresswoman",
    "chief", "head", "spy", "informant", "informer", "collaborator", "bishop", "sheikh", "chieftain", "cameraman",
    "photographer", "singer", "poet", "professor", "academic", "scientist", "businessman", "businesswoman", "banker",
    "writer", "blogger", "chairman", "president", "suspect", "assassin", "defector", "deserter", "hijacker", "other",
})  # fmt: skip
_UP_TO = frozenset({"in", "of", "from", "who", "at", "near", "for", "with", "on", "by", "after"})


def unnumbered(words: list[str]) -> Quantity | None:
    """The figure in a phrase without a number: "a civilian" is one, "weeklong" a week, "civilians" none."""
    if not words:
        return None
    if words[-1] == "long" and len(words) >= 2 and words[-2] in UNITS:
        return None if is_plural(words[-2]) else replace(ONE, unit=UNITS[words[-2]])
    if words[-1].endswith("long") and words[-1][:-4] in UNITS:
        return replace(ONE, unit=UNITS[words[-1][:-4]])
    if words[0] in _ALONE and (len(words) == 1 or words[1] in {"of", "more"}):
        return _ALONE[words[0]]
    running = _running(words)
    if running is not None:
        return running
    people = [w for w in words if w in PEOPLE]
    noun = people[0] if people else words[-1]
    if is_plural(noun) or any(is_plural(w) for w in people) or not _SOME.isdisjoint(words):
        return None
    if words[-1] in _COUNTS:
        return None  # "a heavy death toll" tells no number
    if words[-1] in COLLECTIVES and words[0] not in _ONE_OF and (len(people) == 1 or people[-2] in COLLECTIVES):
        return None  # "the dead", "their wounded"; "a wounded" and "a soldier wounded" are one
    if unit_of(noun) is None:
        return replace(ONE, unit="people") if words == ["another"] or _any_one(words) else None
    return replace(ONE, unit=unit_of(noun))


def _any_one(words: list[str]) -> bool:
    """ "A former minister", "a mayor of a village": one, as "a minister's convoy" and "the minister" are not."""
    end = next((n for n, word in enumerate(words) if word in _UP_TO), len(words))
    return words[0] in {"a", "an", "another"} and words[end - 1] in _ANY_ONE


def _running(words: list[str]) -> Quantity | None:
    """ "Its ninth week" has lasted more than eight weeks, and no more than nine."""
    unit = UNITS.get(words[-1])
    number = ORDINALS.get(words[-2]) if len(words) > 1 and unit in _SPANS else None
    return Quantity(low=number - 1, high=number, unit=unit) if number else None


def unit_of(noun: str) -> str | None:
    """The unit of what a noun counts, ``None`` when it is neither people nor a measure."""
    return UNITS.get(noun) or ("people" if noun in PEOPLE else None)
