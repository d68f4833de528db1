"""Standing and confidence of an event: who says so, how many independent origins, whose gain.

*claimed*: only sides that gain by it say so. *reported*: one origin without a stake. *corroborated*: two independent
origins, one of them without a stake, or an admission against interest. *disputed*: an equal voice says that it is not
so. *retracted*: all that told it took it back. (interface.md; the editing rule for admissions is that of the open
control maps of the Syrian war.)

Origins are independent when neither passes on the other's word: reprints of one text, copies of one agency, outlets of
one house, and an outlet that another one quotes are one origin each (``origins.voice_of``).

Who speaks for a body and the body are one origin, as are an office and its holder (``voices``).

A source without a name is the outlet's word. In one report, the outlet's own words about a happening for which it
quotes somebody are a back-reference to that source, no origin of their own, also where it names itself; nor is a
private person who mentions it after an organisation has told it, nor what residents say who tell nothing of their own
of it ("some had heard of the advance").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from situate.derive.interest import Interest, interest, voice
from situate.derive.known import Known
from situate.derive.origins import quoted_outlet, voice_of
from situate.derive.voices import echoes
from situate.model.claim import Claim
from situate.model.event import Confidence, Standing
from situate.model.publication import Publication

_WEIGHT = {"none": 1.0, "admission": 1.5, "own_gain": 0.35, "accusation": 0.5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """The standing in a word, the number of independent origins, and the interest of each of them by its key."""

    word: Standing
    origins: int
    interests: tuple[tuple[str, Interest], ...]


def standing_of(
    claims: Sequence[Claim], known: Known, *, void: Collection[str] = (), disputed: bool = False
) -> Backing:
    """The standing of the event that these claims make (in order of publication).

    ``void`` are claims that only repeat what their report takes back; ``disputed``: others deny it.
    """
    live = [c for c in claims if not known.withdrawn(c) and c.id not in void]
    if not live:
        return Backing(word="retracted", origins=0, interests=())
    positive = [c for c in live if c.polarity == "positive"]
    if not positive:
        return Backing(word="reported", origins=0, interests=())
    put_right = {report for c in positive for report in known.publications[c.report].retracts}
    first = [c for c in positive if put_right.isdisjoint({c.report})]  # a correction is the word of what it corrects
    interests = _origins(first or positive, known.publications)
    stakes = list(interests.values())
    free = sum(s == "none" for s in stakes)
    if disputed:
        word: Standing = "disputed"
    elif "admission" in stakes or (free and len(stakes) > 1):
        word = "corroborated"
    else:
        word = "reported" if free else "claimed"
    return Backing(word=word, origins=len(interests), interests=tuple(sorted(interests.items())))


def _origins(claims: Sequence[Claim], publications: Mapping[str, Publication]) -> dict[str, Interest]:
    """Independent origins and the weakest interest that each speaks with."""
    found: dict[str, Interest] = {}
    for claim, key, side in witnesses(claims, publications):
        found[key] = _freer(found.get(key), interest(claim, side))
    return found


def witnesses(
    claims: Sequence[Claim], publications: Mapping[str, Publication]
) -> Iterator[tuple[Claim, str, str | None]]:
    """The claims that count as somebody's word, each with the key of its origin and its side."""
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report, []).append(claim)
    for told in by_report.values():
        quoted = [c for c in told if _quotes(c, publications[c.report])]
        same = echoes(quoted)
        for claim in [c for c in quoted if not _only_mentions(c)] or quoted or told[:1]:
            yield (claim, *origin_of(same.get(claim.id, claim), publications))


def _only_mentions(claim: Claim) -> bool:
    """Whether people without a name speak of what the report has told, and say nothing of it themselves."""
    said = next((speaker.actor for speaker in claim.speakers if speaker.actor is not None), None)
    own = (role for role in claim.roles if role.role != "time" and not role.carried)
    return said is not None and said.kind == "civilians" and claim.same_as is not None and not any(own)


def _quotes(claim: Claim, publication: Publication) -> bool:
    """Whether a claim is told by somebody who is known and no private person, and not by the outlet itself.

    ("… broke the siege, an army source told Amber Voice. … besieged since May, Amber Voice reported at the time.")
    """
    own = (publication.outlet or "").casefold()
    return any(
        s.actor is not None and not s.actor.private and s.evidence.quote.casefold().removeprefix("the ") != own
        for s in claim.speakers
    )


def origin_of(claim: Claim, publications: Mapping[str, Publication]) -> tuple[str, str | None]:
    """The key of the origin that a claim comes from, and its side: all who speak for one side are one origin."""
    publication = publications[claim.report]
    key, side = voice(claim, publication)
    key = dict(publication.speaks_for).get(key, key)
    cited = quoted_outlet(claim, publication)
    if cited is not None:
        key, side = cited
    elif not any(speaker.actor is not None for speaker in claim.speakers):
        key = voice_of(claim.report, publications)
    return (key if side is None else f"side:{side}"), side


def _freer(a: Interest | None, b: Interest) -> Interest:
    order: tuple[Interest, ...] = ("own_gain", "accusation", "none", "admission")
    return b if a is None else max(a, b, key=order.index)


def confidence_of(claims: Sequence[Claim], backing: Backing) -> Confidence:
    """How much to trust that it happened: 1 - product over origins of what each leaves open, times the reader's care.

    An origin without a stake leaves half open, an admission a third, a side's own gain most of it.
    """
    doubt = 1.0
    for _, stake in backing.interests:
        doubt *= 1 - min(0.5 * _WEIGHT[stake], 0.7)
    told = 1 - doubt
    read = max((c.confidence for c in claims), default=0.0)
    factor = {"disputed": 0.5, "retracted": 0.1}.get(backing.word, 1.0)
    value = round(told * (0.5 + 0.5 * read) * factor, 3)
    parts = (("origins", round(told, 3)), ("reading", round(read, 3)), ("standing", factor))
    return Confidence(value=value, parts=parts)
