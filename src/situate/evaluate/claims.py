"""Claims against annotated reports: what happened, who with whom, who says so, when.

A found claim meets a gold one (each at most once, best pairs first) when their types agree and their triggers overlap;
failing that, when they stand in one sentence and share a role whose spans overlap. A role is right when its claim is
met, its name is the same and its words agree by a Dice coefficient of one half. A speaker is right when the first
speakers' spans overlap. An interval is right when both bounds are equal. ``overall`` is the harmonic mean of claim F1,
role F1, speaker F1 and interval accuracy. ``calibration`` tells how far the confidence of found claims can be taken at
its word: a claim is right when it is met. Claims of types that are not annotated are left out of the count.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from situate.evaluate.calibration import Told, reliability
from situate.evaluate.hashed import same_words
from situate.evaluate.rates import Figures, Rates, harmonic, share
from situate.model.codec_parts import span_from
from situate.model.span import Span

_TYPES = """
clash assault advance repel airstrike shelling explosion suicide_bombing chemical_attack kill abduct detain abuse
capture withdraw handover control besiege siege_end cut_route open_route deliver_aid deny_aid deprivation evacuate
displace
return ceasefire agreement talks surrender release deploy arm destroy protest
"""
ANNOTATED = frozenset(_TYPES.split())
AGREEMENT = 0.5  # the Dice coefficient from which two spans of words are one role
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+|\n+")
_TRIGGERS, _ROLES = 2, 1  # on what a pair rests; triggers go first


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What of a claim is scored; ``interval`` is (earliest, latest), ``speaker`` the nearest one.

    Gold claims have no ``confidence``.
    """

    type: str
    trigger: Span
    roles: tuple[tuple[str, Span], ...]
    speaker: Span | None
    polarity: str
    modality: str
    interval: tuple[str | None, str | None]
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A report with its gold claims."""

    id: str
    text: str
    claims: tuple[Scored, ...]


def claim_of(row: Mapping[str, Any]) -> Scored:
    """A claim from its JSON, gold or found; raises ``KeyError`` or ``TypeError`` for another shape."""
    interval = row.get("interval") or {}
    speakers = row.get("speakers") or []
    return Scored(
        type=row["type"],
        trigger=span_from(row["trigger"]),
        roles=tuple((role["role"], span_from(role)) for role in row["roles"]),
        speaker=span_from(speakers[0]) if speakers else None,
        polarity=row["polarity"],
        modality=row["modality"],
        interval=(interval.get("earliest"), interval.get("latest")),
        confidence=row.get("confidence"),
    )


def text_of(row: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    """The text that a row without one is about, of ``texts`` by id.

    :raises KeyError: there is no such text.
    :raises ValueError: it is not what was annotated.
    """
    return same_words(texts[row["id"]], row["sha256"], f"{row['data']} {row['id']}")


def report_of(row: Mapping[str, Any]) -> Annotated:
    """An annotated report from its JSON."""
    return Annotated(id=row["id"], text=row["text"], claims=tuple(map(claim_of, row["claims"])))


def score(reports: Iterable[Annotated], found: Iterable[Mapping[str, Any]]) -> Figures:
    """All figures for annotated reports and the claims (as JSON, each naming its ``report``) found in them."""
    by_report: dict[str, list[Scored]] = defaultdict(list)
    for row in found:
        if row["type"] in ANNOTATED:
            by_report[row["report"]].append(claim_of(row))
    n: Counter[str] = Counter()
    types: dict[str, Counter[str]] = defaultdict(Counter)
    sure: list[Told] = []
    for report in reports:
        sure += _count(report, by_report.get(report.id, []), n, types)
    return _told(n, types) | {"calibration": reliability(sure)}


def _count(report: Annotated, found: Sequence[Scored], n: Counter[str], types: dict[str, Counter[str]]) -> list[Told]:
    """Counts a report; the confidence of each claim found in it, and whether it is right."""
    n["reports"] += 1
    n["detected"] += len(pairs(report.text, report.claims, found, typed=False))
    for which, claims in (("gold", report.claims), ("found", found)):
        n[which] += len(claims)
        for claim in claims:
            n[f"{which} roles"] += len(claim.roles)
            n[f"{which} speakers"] += claim.speaker is not None
            types[claim.type][which] += 1
    right = set()
    for i, j in pairs(report.text, report.claims, found):
        gold, met = report.claims[i], found[j]
        types[gold.type]["right"] += 1
        n.update(_agreement(report.text, gold, met))
        right.add(j)
    return [(one.confidence, j in right) for j, one in enumerate(found) if one.confidence is not None]


def pairs(text: str, gold: Sequence[Scored], found: Sequence[Scored], *, typed: bool = True) -> list[tuple[int, int]]:
    """Which gold claim (its number) meets which found one; ``typed``: only where their types agree."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    ranked = []
    for (i, g), (j, f) in product(enumerate(gold), enumerate(found)):
        if typed and g.type != f.type:
            continue
        shared = sum(any(name == other and a.overlaps(b) for other, b in f.roles) for name, a in g.roles)
        if g.trigger.overlaps(f.trigger):
            ranked.append((-_TRIGGERS, -shared, i, j))
        elif shared and _sentence(ends, g) == _sentence(ends, f):
            ranked.append((-_ROLES, -shared, i, j))
    met: dict[int, int] = {}
    for _, _, i, j in sorted(ranked):
        if i not in met and j not in met.values():
            met[i] = j
    return list(met.items())


def _sentence(ends: Sequence[int], claim: Scored) -> int:
    return sum(end <= claim.trigger.start for end in ends)


def _agreement(text: str, gold: Scored, found: Scored) -> Counter[str]:
    """What is counted of one pair."""
    unreal, told_unreal = gold.modality != "actual", found.modality != "actual"
    same = gold.modality == found.modality
    a, b = gold.speaker, found.speaker
    return Counter(
        {
            "met": 1,
            "roles": _right_roles(text, gold, found),
            "speakers": a is not None and b is not None and a.overlaps(b),
            "polarity": gold.polarity == found.polarity,
            "modality": same,
            "gold unreal": unreal,
            "found unreal": told_unreal,
            "unreal": unreal and same,
            "interval": gold.interval == found.interval,
            "coarse": all(coarsely(x, y) for x, y in zip(gold.interval, found.interval, strict=True)),
        }
    )


def _right_roles(text: str, gold: Scored, found: Scored) -> int:
    """How many gold roles a found one matches; each found role counts once."""
    free = list(found.roles)
    right = 0
    for name, span in gold.roles:
        named = [role for role in free if role[0] == name]
        best = max(named, key=lambda role: dice(text, span, role[1]), default=None)
        if best is not None and dice(text, span, best[1]) >= AGREEMENT:
            right += 1
            free.remove(best)
    return right


def dice(text: str, a: Span, b: Span) -> float:
    """How much of their words two spans share (0 to 1); without words on a side, 1 if they overlap."""
    left, right = _words(text, a), _words(text, b)
    if not left or not right:
        return float(a.overlaps(b))
    return 2 * len(left & right) / (len(left) + len(right))


def _words(text: str, span: Span) -> set[int]:
    return {span.start + match.start() for match in re.finditer(r"\w+", text[span.start : span.end])}


def coarsely(a: str | None, b: str | None) -> bool:
    """Whether two partial dates are equal once both are cut to the shorter precision."""
    if a is None or b is None or "open" in (a, b):
        return a == b
    size = min(len(a), len(b))
    return a[:size] == b[:size]


def _told(n: Counter[str], types: Mapping[str, Counter[str]]) -> dict[str, Any]:
    claim = Rates(right=n["met"], found=n["found"], gold=n["gold"])
    role = Rates(right=n["roles"], found=n["found roles"], gold=n["gold roles"])
    speaker = Rates(right=n["speakers"], found=n["found speakers"], gold=n["gold speakers"])
    unreal = Rates(right=n["unreal"], found=n["found unreal"], gold=n["gold unreal"])
    interval = share(n["interval"], n["met"])
    headline = (float(rates.told()["f1"]) for rates in (claim, role, speaker))
    return {
        "reports": n["reports"],
        "claim": claim.told(),
        "detection": Rates(right=n["detected"], found=n["found"], gold=n["gold"]).told(),
        "role": role.told(),
        "speaker": speaker.told(),
        "on_met_claims": {
            "polarity": share(n["polarity"], n["met"]),
            "modality": share(n["modality"], n["met"]),
            "not_actual": unreal.told(),
            "interval": interval,
            "interval_coarse": share(n["coarse"], n["met"]),
        },
        "per_type": {
            name: Rates(right=c["right"], found=c["found"], gold=c["gold"]).told() for name, c in sorted(types.items())
        },
        "overall": harmonic(*headline, interval),
    }
