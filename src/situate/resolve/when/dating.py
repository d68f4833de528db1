"""Choosing the interval of each claim of a report among those that it can have, by weighed signs.

The rules (``intervals.ruled_intervals``) make one of the options and stay the strongest sign; what the words near a
claim name and what is told before and after it are the others, with the day of the report, "it stands" and "unknown".
What signs weigh, alone and together (``dating_weights``), was learned by ``training/dating.py`` (logistic, over the
options of a claim; states and happenings apart); the option with the highest sum is chosen. States that tell when they
began, ends of sieges, and claims for which no reading model judged how their time is told, keep what the rules say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from situate.model.interval import DAY, OPEN, UNKNOWN_INTERVAL, Interval
from situate.resolve.when.by_words import from_to, listed
from situate.resolve.when.dating_kin import UNREAL, Proposal, carried, of_family, of_phrase_and_form, told_again
from situate.resolve.when.dating_options import (
    Bounds,
    Option,
    across,
    bounds,
    form,
    reaches_report,
    readings_of,
    to_day,
)  # fmt: skip
from situate.resolve.when.dating_signs import (
    Place,
    of_claim,
    of_form,
    of_interval,
    of_item,
    of_next,
    of_reading,
    of_stretch,
    of_telling,
    place,
    where_of,
)  # fmt: skip
from situate.resolve.when.dating_told import Told
from situate.resolve.when.dating_weights import Weights, packaged
from situate.resolve.when.relations import in_roles, is_of_what_was_held, reaches, relation_of
from situate.resolve.when.told_beside import is_now
from situate.resolve.when.undated import TOLLS, ClaimTime, Found, told_as_earlier
from situate.text.times.meaning import Length

_NEXT = 2  # claims told after one whose date it can have
_SHARED = 4  # different times of claims told before that a claim can share
_OPENING = frozenset({"since", "until", "by", "before"})
_STANDING = Interval(latest=OPEN)


def chosen(told: Told, weights: Weights | None = None) -> tuple[Interval, ...]:
    """The interval of each claim, in order; ``weights``: others than those that lie beside the code."""
    known, found = weights or packaged(), dict[int, Interval]()
    for number in told.order:
        if is_free(number, told):
            given, own = options(number, told, found)
            found[number] = choose(given, known.sums(kind_of(told.claims[number]), [o.signs for o in given], own))
        else:
            found[number] = told.ruled[number]
    return tuple(found[number] for number in range(len(told.claims)))


def is_judged(claim: ClaimTime) -> bool:
    """Whether a reading model judged how a claim's time is told, and it ends no siege, which a rule alone dates."""
    return claim.type != "siege_end" and bool(claim.ways)


def is_free(number: int, told: Told) -> bool:
    """Whether a claim's interval is chosen; states that tell when they began or ended, tolls since no date, what is
    told by how long after it something was, by a bound, from one time to another, and ways since a day, keep what the
    rules say."""
    ruled = _tells_its_time(number, told) or _since_unknown(number, told) or _is_bounded(number, told)
    ruled = ruled or _is_right_behind(number, told) or _goes_on(number, told)
    ruled = ruled or number in told.apart or _is_run(number, told) or _is_way_since(number, told)
    return is_judged(told.claims[number]) and not ruled


_UNTIL = re.compile(r"(?:until|till)\b", re.IGNORECASE)


def _tells_its_time(number: int, told: Told) -> bool:
    """Whether a state has a date in its role of time, one of when it ended ("held the town until 2015"), or one of
    what brought it about ("is now held").

    "Since" elsewhere in its sentence is as a rule of another verb ("has fought since 1980 and controls the hills"), and
    a length is no date ("asks for a truce of seven days").
    """
    claim, rule, report = told.claims[number], told.ruled[number], told.report
    if claim.kind != "state" or rule.basis == "publication":
        return False
    if rule.earliest is None:
        return rule.latest not in {None, OPEN} and any(_UNTIL.match(span.of(report.text)) for span in claim.times)
    if rule.latest == OPEN and is_now(claim, report):
        return True
    return any(not isinstance(item.timex.meaning, Length) for item in in_roles(claim, report))


_RIGHT_BEHIND = re.compile(
    r"(?:\s(?!(?:who|which|that|and|or|but|after|before|since|until|by|for|from|of|than|said|says|told|as|while|when|to)\b)[\w’'-]+){0,3}\s"
)


def _is_right_behind(number: int, told: Told) -> bool:
    """Whether the day that rules give a happening stands right behind it: "struck them again this morning"."""
    claim, rule, report = told.claims[number], told.ruled[number], told.report
    if not claim.happened or claim.times or not rule.one_day:
        return False
    behind = (i for i in report.inside(claim.sentence) if i.timex.start >= claim.trigger.end)
    item = next(behind, None)
    if item is None or bounds(to_day(item.interval)) != bounds(rule) or item.timex.relation in _OPENING:
        return False
    return _RIGHT_BEHIND.fullmatch(report.text, claim.trigger.end, item.timex.start) is not None


def _goes_on(number: int, told: Told) -> bool:
    """Whether what a claim tells is told to have gone on, nobody knows since when ("have fought for decades")."""
    claim, rule = told.claims[number], told.ruled[number]
    gone_on = claim.happened and claim.tense == "perfect" and bool(claim.times)
    return gone_on and rule.earliest is None and rule.latest == OPEN


def _is_way_since(number: int, told: Told) -> bool:
    """Whether a way is told to have been cut since a day, which it still is ("has blocked the road since May"), or
    opened that day ("is open again since Monday")."""
    claim, rule = told.claims[number], told.ruled[number]
    if claim.type == "open_route" and claim.happened and rule.one_day:
        return any(item.timex.relation == "since" for item in in_roles(claim, told.report))
    return claim.type == "cut_route" and bool(claim.times) and rule.earliest is not None and rule.latest == OPEN


def _is_bounded(number: int, told: Told) -> bool:
    """Whether a happening's own words say by when it had happened, or after what: "by 20 April" is not on it."""
    claim, rule, report = told.claims[number], told.ruled[number], told.report
    if claim.kind == "state" or not rule.known or rule.latest == OPEN:
        return False
    bounding = {relation_of(claim, report, item) for item in in_roles(claim, report) if item.interval.known}
    if rule.earliest is None:
        return not bounding.isdisjoint({"by", "before"})
    return rule.earliest != rule.latest and "after" in bounding


def kind_of(claim: ClaimTime) -> str:
    """Which weights a claim's signs have: those of states, which hold, or of happenings, which happen."""
    return "states" if claim.kind == "state" else "happenings"


def _since_unknown(number: int, told: Told) -> bool:
    """Whether a toll is told since a time that has no date ("since the beginning of the war"): it is of no one day."""
    if told.claims[number].type not in TOLLS:
        return False
    said = (span.of(told.report.text).lower() for span in told.claims[number].times)
    return bounds(told.ruled[number]) == (None, None) and any(words.startswith("since ") for words in said)


def _is_run(number: int, told: Told) -> bool:
    """Whether a claim's own time names two months or years ("in February and March"), a list of days ("on Friday and
    again on Monday"), or from when to when it was.

    A toll "between 3 May and 9 June" is of neither day alone.
    """
    rule, report = told.ruled[number], told.report
    first, last = rule.earliest or "", rule.latest or ""
    if not first < last:
        return False
    run = listed(told.claims[number], report)
    if run is not None and bounds(run) == bounds(rule):
        return True
    spans = told.claims[number].times
    held = [[i for i in report.near(s.start, s.end + 1) if reaches(s, i, report)] for s in spans]
    if len(first) == len(last) < DAY:
        return any(len(items) > 1 for items in held)
    return last != OPEN and any(len(items) == 2 and from_to(items[0], items[1], report) for items in held)


def choose(given: Sequence[Option], sums: Sequence[float]) -> Interval:
    """The option whose signs weigh most; of equal ones the first."""
    return given[max(range(len(given)), key=sums.__getitem__)].interval


def options(number: int, told: Told, before: Found) -> tuple[list[Option], list[str]]:
    """The intervals that a claim can have with their signs, and the signs of the claim itself.

    ``before``: the intervals of the claims told before it.
    """
    at = place(told.claims[number], told.report, told.starts, told.positions, told.said)
    back_from = told.back_from(number)
    own = _of_claim(number, told, at, before, next(iter(back_from), None))
    found: dict[Bounds, Option] = {}
    for interval, signs in (
        *_by_rule(number, told, at), *_without_date(told, at, own),
        *_by_words(at, told.reach(number)), *_by_days(told, at), *_by_tellings(told, at, back_from, before),
        *_by_kin(number, told, at, back_from, before), *_by_next(number, told, at),
        *told_again(number, told, at, back_from, before),
    ):  # fmt: skip
        key = interval.earliest, interval.latest
        if key not in found:
            found[key] = Option(interval)
        found[key].signs.extend(signs)
    _own_basis(found, at)
    after = told.after.get(number)
    same = after is not None and told.claims[after].sentence == at.claim.sentence
    next_is = bounds(told.ruled[after]) if after is not None else None
    forms: dict[str, tuple[list[str], list[str]]] = {}
    for key, one in found.items():
        kind = form(one.interval, told.report)
        if kind not in forms:
            forms[kind] = of_phrase_and_form(at, kind), of_form(at, kind)
        of_phrase, dated = forms[kind]
        signs = [*one.signs, *of_phrase, *_elsewhere(number, told, key, kind)]
        if next_is is not None:
            signs.append(f"next {kind} {next_is == key} {same}")
        if kind not in {"unknown", "standing"}:
            signs += of_interval(at, one.interval, dated)
        one.signs = list(dict.fromkeys(signs))
    return list(found.values()), own


def _by_rule(number: int, told: Told, at: Place) -> Iterator[Proposal]:
    claim, rule = told.claims[number], told.ruled[number]
    how = "attached" if at.attached else "words" if claim.times else "bare"
    kind = form(rule, told.report)
    yield rule, (f"rule {kind} {how}", f"rule {kind} {rule.basis}", f"rule {how} {claim.timing}")


def _of_claim(number: int, told: Told, at: Place, before: Found, last: int | None) -> list[str]:
    """The signs of a claim itself and of what is told beside it; ``last``: the claim before."""
    first = last is None or told.claims[last].sentence != at.claim.sentence
    own = of_claim(at, first_here=first, retells=told.retells[number] is not None)
    return [*own, *_beside(number, told, before, last)]


def _without_date(told: Told, at: Place, own: Sequence[str]) -> Iterator[Proposal]:
    """The day of the report, "it stands" and "unknown", by what the claim itself is."""
    # A plan or a possibility without a date has none (guidelines), a state stands, and "earlier attempts" were made
    # before: none of them is news of the day.
    news = at.claim.modality not in UNREAL and (at.claim.kind != "state" or at.claim.type == "ceasefire")
    news = news and not told_as_earlier(at.claim, told.report)
    day = told.report.published if news else None
    for name, interval in (("published", day), ("unknown", UNKNOWN_INTERVAL), ("standing", _STANDING)):
        if interval is not None:
            yield interval, [f"{name} & {sign}" for sign in own]


def _beside(number: int, told: Told, before: Found, last: int | None) -> Iterator[str]:
    """What the claims told right before and after one are: signs of what it is, if it has no date."""
    after, here = told.after.get(number), told.claims[number].sentence
    if last is not None:
        same = told.claims[last].sentence == here
        yield f"last {form(before[last], told.report)} {same}"
        yield f"last timing {told.claims[last].timing} {same}"
    if after is not None:
        yield f"next timing {told.claims[after].timing} {told.claims[after].sentence == here}"


def _by_words(at: Place, until: int) -> Iterator[Proposal]:
    """What the expressions near a claim name, and the stretch that those of its roles name together.

    ``until``: where those begin that date other things (``Told.reach``).
    """
    claim, report = at.claim, at.report
    known = [i.timex.start for i in at.items if i.interval.known]
    for item in at.items:
        if item.timex.start >= until and item not in at.attached:
            continue
        start, trigger = item.timex.start, claim.trigger.start
        aside = item not in at.attached and claim.sentence.covers(item.span)
        if aside and (report.told_aside(start, trigger) or is_of_what_was_held(claim, item, report)):
            continue
        first, last = (start + 1, trigger) if start < trigger else (trigger, start)
        rank = bisect_left(known, last) - bisect_left(known, first)
        relation, where = relation_of(claim, report, item), where_of(at, item)
        signs = of_item(at, item, rank, relation, where)
        bounding = relation in _OPENING or item.interval.precision != "day"
        here = where in {"attached", "inside"}
        wide = where == "attached" or (here and bounding)
        for reading, own, taken in readings_of(item, report, wide=wide):
            yield own if here else taken, (*signs, *of_reading(at, item, reading, relation, where))
    ends = across(at.attached)
    if ends is not None:
        yield Interval(earliest=ends[0], latest=ends[1], precision="day", basis="relative"), ("stretch",)


def _by_days(told: Told, at: Place) -> Iterator[Proposal]:
    """The day that a report names first, and the one that it names most."""
    if told.days is not None:
        first, most = told.days
        timing = f"timing {at.claim.timing}"
        yield first, ("day first told", f"day first told {timing}", f"day first told role {bool(at.claim.times)}")
        yield most, ("day told most", f"day told most {timing}")


def _by_tellings(told: Told, at: Place, back_from: Sequence[int], before: Found) -> Iterator[Proposal]:
    """The times of what is told shortly before."""
    claim, claims = at.claim, told.claims
    real = claim.modality not in UNREAL
    order = [n for n in back_from if real or before[n].basis != "publication"]
    taken: set[Bounds] = set()
    for back, n in enumerate(order, 1):
        if len(taken) == _SHARED:
            break
        key = bounds(before[n])
        if key not in taken:
            taken.add(key)
            kind = form(before[n], told.report)
            gap = min(at.own - at.number(claims[n].trigger.start), 3)
            family = of_family(at, claims[n].type, kind, gap)
            yield carried(before[n]), (*of_telling(at, claims[n], kind, back, gap), *family)
            if claim.kind == "state" and real and before[n].earliest is not None:
                yield _stretched(before[n], OPEN), of_stretch(at, claims[n], "lasting", kind, back, gap)
            elif claim.kind != "state" and real and reaches_report(before[n], told.report):
                day = told.report.reference
                yield _stretched(before[n], day), of_stretch(at, claims[n], "stretch", kind, back, gap)


def _by_kin(number: int, told: Told, at: Place, back_from: Sequence[int], before: Found) -> Iterator[Proposal]:
    """The times of what a claim retells, and of what was told last of its type, and about the same."""
    claim, claims = at.claim, told.claims
    real = claim.modality not in UNREAL
    order = [n for n in back_from if real or before[n].basis != "publication"]
    retold = told.retells[number]
    if retold is not None and retold in before and (real or before[retold].basis != "publication"):
        signs = [f"retold {claim.modality} {claims[retold].modality}"]
        yield before[retold], (*_of_kin("retold", claim, before[retold], told), *signs)
    same = next((n for n in order if claims[n].type == claim.type), None)
    if same is not None:
        shared = not claim.words.isdisjoint(claims[same].words)
        signs = [f"same type {claim.type}", f"same type shared {shared}"]
        yield carried(before[same]), (*_of_kin("same type", claim, before[same], told), *signs)
    kin = (n for n in order if claims[n].sentence != claim.sentence and not claims[n].words.isdisjoint(claim.words))
    about = next(kin, None)
    if about is not None:
        yield carried(before[about]), _of_kin("kin", claim, before[about], told)


def _of_kin(name: str, claim: ClaimTime, interval: Interval, told: Told) -> list[str]:
    """The signs of the interval of a claim that another has to do with; ``name``: by what."""
    return [f"{name} {form(interval, told.report)}", f"{name} role {bool(claim.times)}", f"{name} {claim.timing}"]


def _by_next(number: int, told: Told, at: Place) -> Iterator[Proposal]:
    """The dates that the rules give what is told next ("Five were killed. The strike on Monday …")."""
    rank, until = told.rank[number], told.reach(number)
    for ahead, n in enumerate(told.order[rank + 1 : rank + 1 + _NEXT], 1):
        if told.ruled[n].told and told.claims[n].trigger.start < until:
            yield carried(told.ruled[n]), of_next(at, told.claims[n], form(told.ruled[n], told.report), ahead)


def _stretched(interval: Interval, latest: str | None) -> Interval:
    """What began with an interval and went on up to a day, or goes on."""
    return replace(interval, latest=latest and latest[:DAY], basis="relative")


def _elsewhere(number: int, told: Told, key: Bounds, kind: str) -> tuple[str, str]:
    """How often the rules give these bounds to other happenings of the report."""
    claims, others = told.claims, told.often.get(key, 0)
    if others and key == bounds(told.ruled[number]) and claims[number].kind != "state":
        others -= 1
    return f"elsewhere {kind} {min(others, 4)}", f"elsewhere {kind} share {round(4 * others / len(claims))}"


def _own_basis(found: Mapping[Bounds, Option], at: Place) -> None:
    """What a role of the claim names rests on those words, whoever else proposes it."""
    for item in at.attached:
        for _, interval, _ in readings_of(item, at.report, wide=False):
            found[bounds(interval)].interval = interval
