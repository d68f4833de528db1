"""The other layers of a reading: mentions, time expressions, attributions."""

from __future__ import annotations

from dataclasses import dataclass

from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence
from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.place import Candidate, Place
from situate.model.span import Span

MENTION_KINDS = (
    "person", "organisation", "armed_group", "nationality", "place", "facility", "weapon", "vehicle", "platform",
    "quantity", "money", "time", "identifier", "document",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention of something: ``kind`` is one of MENTION_KINDS, ``form`` is name, adjective or description.

    ``place`` and ``actor`` are its resolution, ``reason`` says why there is none.
    """

    report: str
    evidence: Evidence
    kind: str
    form: str = "name"
    score: float = 1.0
    place: Place | None = None
    candidates: tuple[Candidate, ...] = ()
    actor: Actor | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression: ``timex`` is DATE, TIME, DURATION or SET, ``value`` the TimeML value, ``interval`` its bounds.

    ``relation`` holds the preposition that bounds it: since, until, before, after, by, for, over, or ``None``.
    """

    report: str
    evidence: Evidence
    timex: str
    value: str
    interval: Interval = UNKNOWN_INTERVAL
    relation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says what: spans of speaker, cue and content, each possibly in parts; ``actor`` if identified."""

    report: str
    speaker: tuple[Evidence, ...]
    cue: tuple[Evidence, ...]
    content: tuple[Evidence, ...]
    actor: Actor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a pronoun may take up: a noun or pronoun before it (``head``) in its ``phrase``, and how likely that is.

    ``beside``: the phrases of nouns in apposition to it, which mean the same.
    """

    phrase: Span
    head: Span
    share: float
    beside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedents:
    """What the pronoun or noun at a place may take up, in order of the text; the rest of the shares is for nothing.

    ``phrase``: from the first word that stands before a noun as part of its phrase.
    """

    span: Span
    phrase: Span
    among: tuple[Taken, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """What an extractor gave and nobody may keep: ``what`` it is (claim, role, speaker, …), why, and its words."""

    what: str
    why: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the extract stage finds in one report; claims come in the order of their triggers.

    ``rejected`` is what could not be tied to words of the report; the packaged reader, which points at words, has none.
    ``names`` are the proper names of a report whose capitals do not tell them, since it is in one case.
    ``antecedents``: what its pronouns may take up, by a learned scorer.
    """

    report: str
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    rejected: tuple[Rejected, ...] = ()
    names: tuple[Span, ...] = ()
    antecedents: tuple[Antecedents, ...] = ()
