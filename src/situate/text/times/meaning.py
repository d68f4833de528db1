"""What an expression of time says, apart from when it is said: the meanings that the grammar builds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from situate.model.interval import DAY, Basis, TimePrecision

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Which = Literal["last", "this", "next"]
Tense = Literal["past", "future"]

# A relation to the time named, by the word that stands before it.
RELATIONS = ("since", "until", "before", "after", "by", "for", "over", "in")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A date by its place in the calendar; what is ``None`` comes from the reference date.

    ``weekday`` is 1 (Monday) to 7; ``season`` SP, SU, FA or WI; ``part`` of the day MO, MI, AF, EV, NI, MN or DT;
    ``nth`` counts a weekday in its month ("the first Monday in May"; -1: the last one);
    ``end_day`` and ``end_year`` close a range ("11-13 Dec", "1990-91"); ``shift`` moves the year ("January last year"
    is -1); ``which`` is the word before ("last September"), ``week`` counts from the week of the report ("Friday last
    week" is -1). ``from_text``: counted from a date that the text names
    ("the following Sunday").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    nth: int | None = None
    end_day: int | None = None
    end_year: int | None = None
    shift: int | None = None
    which: Which | None = None
    week: int | None = None
    from_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """A decade (``years`` 10) or a century (100) by its first year."""

    first: int
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """A whole unit some way from the reference ("last month" -1, "today" 0), or a point ("three weeks ago").

    ``amount`` is ``None`` when vague ("years ago"). ``aligned``: the calendar unit as a whole. ``from_text``: counted
    from a date that the text names, not from the report ("the previous day").
    """

    amount: float | None
    unit: str
    aligned: bool = True
    from_text: bool = False
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch that ends (``direction`` -1) or begins (+1) at the reference: "the past 48 hours", "recent weeks".

    ``named``: words that name a time and count nothing, which TimeML dates ("the past year", "recent years").
    ``about``: the amount is the most that is told ("the next 12 to 18 months").
    """

    amount: float | None
    unit: str
    direction: int = -1
    named: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length of time ("three years"); both bounds ``None`` when vague ("for years")."""

    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """Something that comes again: every ``amount`` units (``None``: every few), or each weekday, month, season or part
    of the day.
    """

    unit: str
    amount: float | None = 1
    weekday: int | None = None
    month: int | None = None
    season: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """PRESENT_REF, PAST_REF or FUTURE_REF of TimeML."""

    reference: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphor:
    """The time that was spoken of before: "at the time", "that day", "the same month"."""

    unit: str | None
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """A feast or season of the religious or civil year, by name, or the ``weekend`` that it makes long.

    ``nth`` is which day of it, or which of its stretches of ``days``, from 1; -1 is the last.
    """

    name: str
    weekend: bool = False
    year: int | None = None
    which: Which | None = None
    shift: int | None = None
    nth: int | None = None
    days: int = 1


Meaning = Calendar | Era | Shifted | Window | Length | Repeated | Vague | Anaphor | Feast


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression in a text: half-open code-point span, TimeML type and modifier, relation, and meaning.

    ``relation`` is the word before it that bounds the time (one of ``RELATIONS``) or ``None``; ``mod`` is START, MID,
    END, APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS or ``None``.
    """

    start: int
    end: int
    kind: Kind
    meaning: Meaning
    relation: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A TimeML value with bounds; ``reason`` says why bounds are missing (no_reference, coarse_reference, vague, …)."""

    value: str
    earliest: str | None = None
    latest: str | None = None
    precision: TimePrecision = "none"
    basis: Basis = "none"
    reason: str | None = None

    @property
    def one_day(self) -> bool:
        """Whether it is bound to one day, and no time of it."""
        return self.earliest == self.latest and len(self.earliest or "") == DAY
