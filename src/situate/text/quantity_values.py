"""What the words of a number say: "twelve" itself, "dozens" two to ten of them, "at least 12" a lower bound."""

from __future__ import annotations

from dataclasses import replace

from situate.model.quantity import Quantity
from situate.text.numbers import SCALES, SMALL, parse_number
from situate.text.patterns import Match

# "dozens" is at least two of them and less than ten; the same for hundreds and all larger ones.
SIZES = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6}
_FEW = {"several": (3, 10), "few": (2, 10), "handful": (3, 10), "couple": (2, 3)}
_LOWER = {"at least", "no fewer than", "no less than", "not less than"}
_ABOVE = {"more than", "over", "above", "upwards of", "upward of", "in excess of"}
_UPPER = {
    "up to", "at most", "as many as", "as high as", "no more than", "not more than", "fewer than", "less than",
    "under", "below",
}  # fmt: skip
_BELOW = {"nearly", "almost", "close to"}
_ABOUT = {"about", "around", "approximately", "roughly", "some", "estimated", "an estimated", "~", "circa"}
HEDGES = sorted(_LOWER | _ABOVE | _UPPER | _BELOW | _ABOUT, key=len, reverse=True)


def value(match: Match) -> Quantity | None:
    """The value of the number words alone."""
    if match.has("low") and match.has("high"):
        low, high = _exact(match.words("low")), _exact(match.words("high"))
        return Quantity(low=low, high=high) if low is not None and high is not None and low < high else None
    if match.has("few"):
        low_, high_ = _FEW[match.word("few")]
        size = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6}.get(match.word("size"), 1)
        return Quantity(low=low_ * size, high=high_ * size, approximate=True)
    if match.has("size"):
        size = 1
        for word in match.words("size"):
            size *= SIZES.get(word, 1)
        return Quantity(low=2 * size, high=10 * size, approximate=True)
    if match.has("zero") or match.has("both"):
        number: float | None = 0.0 if match.has("zero") else 2.0
    else:
        number = _exact(match.words("exact"))
    return None if number is None else Quantity(low=number, best=number, high=number)


def _exact(words: list[str]) -> float | None:
    share = _share(words)
    if share is not None:
        return share
    if words[-1:] == ["dozen"]:
        before = words[:-1]
        if before == ["half", "a"]:
            return 6
        count = 1.0 if not before or before in (["a"], ["an"]) else parse_number(before)
        return None if count is None else 12 * count
    if words[:1] == ["zero"]:
        return 0
    return parse_number(words)


def _share(words: list[str]) -> float | None:
    """ "Half a million", "three quarters of a million"; ``None`` for other words."""
    parts = [word for word in words if word not in {"a", "an", "of", "-", "–", "‑"}]
    size = SCALES.get(parts[-1]) if parts else None
    if size is None or len(parts) > 3:
        return None
    if parts[0] == "half" and len(parts) == 2:
        return size / 2
    if len(parts) < 2 or parts[-2] not in {"quarter", "quarters"}:
        return None
    count = SMALL.get(parts[0], 1) if len(parts) == 3 else 1
    return size * count / 4


def times(quantity: Quantity, factor: int) -> Quantity:
    """A value so many times as large ("5m")."""

    def larger(value: float | None) -> float | None:
        return None if value is None else value * factor

    return replace(quantity, low=larger(quantity.low), best=larger(quantity.best), high=larger(quantity.high))


def hedged(base: Quantity, hedge: str) -> Quantity:
    """A value under its hedge; vague sizes keep the bound that the hedge leaves."""
    if not hedge:
        return base
    point = base.best
    if hedge in _LOWER:
        return replace(base, high=None)
    if hedge in _ABOVE:
        return replace(base, high=None, approximate=True)
    if hedge in _UPPER:
        return replace(base, low=None, best=None, approximate=True)
    if hedge in _BELOW:
        return replace(base, low=None if point is not None else base.low, approximate=True)
    return (
        replace(base, low=None, high=None, approximate=True) if point is not None else replace(base, approximate=True)
    )
