"""The reports that a change touches: those that are new or decided on, and those of which it says something else.

A report says something else when it has another origin, or one that has changed; when it is taken back or no longer;
when one of the places that it names turns out to be another one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from situate.derive import counted, publications
from situate.derive.again.copies import Copies
from situate.derive.atlas import Atlas, places_of
from situate.derive.known import TakenBack, taken_back
from situate.derive.origins import Families, report_order, retracted_by, retractions
from situate.model.claim import Claim
from situate.model.publication import Publication
from situate.model.record import Filter
from situate.model.report import Report
from situate.model.trace import ReportTrace
from situate.ports import Store, Tracing

Stood = Callable[[Mapping[str, Publication], Iterable[Claim], Iterable[Report]], Mapping[str, Publication]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """Publications of touched reports, their claims that count, as they were read, and what was learned of their texts.

    ``taken`` is what all reports take back; ``before`` and ``atlas`` are the places as they were and are.
    """

    publications: Mapping[str, Publication]
    claims: list[Claim]
    families: Families
    taken: TakenBack
    before: Atlas
    atlas: Atlas


def touched(store: Store, changed: Collection[str], stood: Stood) -> Touched:
    """All reports that these changed ones touch; ``stood`` tells where outlets stand, and whose word they pass on."""
    traces, decisions = store.traces, store.decisions()
    texts = _texts(store, changed)
    was = traces.reports(changed)
    families = Copies(
        texts,
        traces.sketches(changed),
        traced=traces.reports,
        texts=lambda ids: _texts(store, ids),
        sharing=traces.sharing,
    ).families()
    retracts = _retracts(store, texts, was, families)
    told = list(traces.claims_of(changed))
    before, atlas, remapped = _atlases(traces, changed, counted(told, changed, decisions))
    new = publications(texts.values(), families=families)
    new = {key: replace(one, retracts=retracts.get(key, ())) for key, one in new.items()}
    taken, turned = _taken(traces, new, retracts)
    copying = traces.copying({*changed, *turned})
    others = (families.origin.keys() | retracts.keys() | copying | turned | remapped) - set(changed)
    new = dict(stood(new, told, texts.values()))
    kept = traces.reports(others)
    for key, trace in kept.items():
        old = trace.publication
        origin = families.origin.get(key, old.origin)
        new[key] = replace(old, origin=origin, retracts=retracts.get(key, old.retracts))
    return Touched(
        publications=new,
        claims=counted(traces.claims_of(new), new, decisions),
        families=_with_kept(families, kept, traces.sketches(others)),
        taken=taken,
        before=before,
        atlas=atlas,
    )


def _with_kept(families: Families, kept: Mapping[str, ReportTrace], sketches: Mapping[str, Sequence[int]]) -> Families:
    return Families(
        origin=families.origin,
        sketches={**sketches, **families.sketches},
        correcting=families.correcting | {key for key, trace in kept.items() if trace.corrects},
    )


def _texts(store: Store, ids: Iterable[str]) -> dict[str, Report]:
    return {kept.report.id: kept.report for kept in store.reports(Filter(links=(("report", tuple(sorted(ids))),)))}


def _retracts(
    store: Store, texts: Mapping[str, Report], was: Mapping[str, ReportTrace], families: Families
) -> dict[str, tuple[str, ...]]:
    """What corrections take back that are new, or that mean something else than before.

    A correction that comes after a changed report means what it meant, or one of the changed ones; only where what it
    meant has changed, the whole of its outlet is read again.
    """
    outlets = {report.outlet for report in texts.values() if report.outlet}
    outlets |= {trace.publication.outlet for trace in was.values() if trace.publication.outlet}
    traces = store.traces.reports(store.traces.correcting(outlets))
    found: dict[str, tuple[str, ...]] = {}
    for outlet in sorted(outlets):
        here = {key: report for key, report in texts.items() if report.outlet == outlet}
        left = [_order(trace) for trace in was.values() if trace.publication.outlet == outlet]
        first = min([*map(report_order, here.values()), *left])
        late = {k: t.publication for k, t in traces.items() if t.publication.outlet == outlet and _order(t) >= first}
        before = {key: one.retracts for key, one in late.items() if key not in texts}
        lost = {key for key, meant in before.items() if not was.keys().isdisjoint(meant)}
        all_anew = lost | families.correcting.intersection(here)
        if all_anew:
            every = {kept.report.id: kept.report for kept in store.reports(Filter(outlets=(outlet,)))}
            meant = retractions(every.values())
            found |= {key: meant.get(key, ()) for key in all_anew}
        kept = _texts(store, {*before, *(old for meant in before.values() for old in meant)})
        for key in sorted(before.keys() - lost):
            others = [*here.values(), *(kept[old] for old in before[key])]
            found[key] = retracted_by(kept[key], others).get(key, ())
        found = {key: one for key, one in found.items() if one != before.get(key)}
    return found


def _order(trace: ReportTrace) -> tuple[str, str]:
    return trace.publication.published or "9999", trace.publication.report


def _taken(
    traces: Tracing, new: Mapping[str, Publication], retracts: Mapping[str, tuple[str, ...]]
) -> tuple[TakenBack, frozenset[str]]:
    """What is taken back, and the reports of which it is new that they are, or no longer are, or in another part."""
    kept = traces.reports({*traces.retracting(), *retracts} - new.keys())
    others = [
        replace(one.publication, retracts=retracts.get(key, one.publication.retracts)) for key, one in kept.items()
    ]
    then = taken_back(trace.publication for trace in traces.reports(traces.retracting()).values())
    now = taken_back([*others, *new.values()])
    return now, frozenset(old for old in then.keys() | now.keys() if then.get(old) != now.get(old))


def _atlases(traces: Tracing, changed: Collection[str], claims: Iterable[Claim]) -> tuple[Atlas, Atlas, frozenset[str]]:
    """The places as they were and as they are, and the reports that name one that is another one now, or can be."""
    old = set(traces.places())
    new = old.difference(traces.places_only_in(changed)).union(places_of(claims))
    after = Atlas.of(new)
    before = after if old == new else Atlas.of(old)
    turned = {
        key
        for then, now in ((before.one, after.one), (before.called, after.called))
        for key in then.keys() | now.keys()
        if then.get(key) != now.get(key)
    }
    return before, after, traces.naming(turned)
