"""Rows of accuracy: how well reports are read, resolved, merged and coded."""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rows import HERE, ROOT, SHARED, Row, lines_of, output, row, run, told

from situate.pipeline.evaluating import evaluate


def claim_rows(topic: str, figures: Mapping[str, Any], targets: Mapping[str, str], **about: str) -> Iterator[Row]:
    """The rows of one run of the claims' metric."""
    for name in ("claim", "detection", "role", "speaker"):
        yield row(topic, f"{name} F1", told(figures[name]), targets.get(name, "–"), **about)
    met = figures["on_met_claims"]
    yield row(topic, "interval accuracy (both bounds equal)", met["interval"], targets.get("interval", "–"), **about)
    yield row(topic, "interval accuracy, cut to the coarser bound", met["interval_coarse"], "–", **about)
    yield row(topic, "polarity accuracy", met["polarity"], "–", **about)
    yield row(topic, "modality accuracy", met["modality"], "–", **about)
    yield row(topic, "F1 of claims that are not actual", told(met["not_actual"]), "–", **about)
    yield row(topic, "overall", figures["overall"], targets.get("overall", "–"), **about)


SEED_TARGETS = {"claim": "≥ 0.75", "role": "≥ 0.58", "speaker": "≥ 0.62", "interval": "≥ 0.70"}


FOLD_TARGETS = {"claim": "≥ 0.72", "role": "≥ 0.60", "speaker": "≥ 0.70", "interval": "≥ 0.66"}


def accuracy(options: argparse.Namespace) -> Iterator[Row]:
    """What ``situate evaluate`` tells of the packaged model."""
    seed, own = SHARED / "seed/deir-e-zor.jsonl", ROOT / "training/own/reports.jsonl"
    yield from claim_rows(
        "Claims: the seed report (never trained on)", run("claims", seed), SEED_TARGETS,
        command="situate evaluate claims ../shared/seed/deir-e-zor.jsonl", data="one report, 37 claims",
        date=options.date,
    )  # fmt: skip
    kept = [line for line in own.read_text(encoding="utf-8").splitlines() if json.loads(line)["split"] == "test"]
    part = HERE / "own-test.jsonl"
    part.write_text("\n".join(kept) + "\n", encoding="utf-8")
    try:
        yield from claim_rows(
            "Claims: reports written for the project, the part not trained on", run("claims", part), {},
            command='situate evaluate claims training/own/reports.jsonl, lines whose split is "test"',
            data=f"{len(kept)} reports of made-up conflicts", date=options.date,
        )  # fmt: skip
    finally:
        part.unlink()
    found = run("claims", ROOT / "training/held.jsonl", SHARED / "data")
    yield from claim_rows(
        "Claims: public reports that no model was trained on", found, {},
        command="situate evaluate claims training/held.jsonl --data ../shared/data",
        data="38 reports (FA-KES 26, HRDsAttack 7, The Guardian 5), 733 claims", date=options.date,
    )  # fmt: skip
    yield from reading_rows(options.date)
    yield from meaning_rows(options.date)


def reading_rows(date: str) -> Iterator[Row]:
    """Trees and mentions."""
    found = run("parsing", SHARED / "data/ewt/dev.jsonl.gz")
    given, raw = found["gold_tokens"], found["raw_text"]
    about = {
        "command": "situate evaluate parsing ../shared/data/ewt/dev.jsonl.gz",
        "data": f"EWT dev, {found['sentences']:,} sentences, {given['words']:,} words", "date": date,
    }  # fmt: skip
    topic = "Trees"
    yield row(topic, "LAS, gold tokens", given["las"], "≥ 0.88", **about)
    yield row(topic, "UAS, gold tokens", given["uas"], "–", **about)
    yield row(topic, "UPOS, gold tokens", given["upos"], "–", **about)
    for name, title in (
        ("las", "LAS"),
        ("uas", "UAS"),
        ("upos", "UPOS"),
        ("words", "words"),
        ("sentences", "sentences"),
    ):
        yield row(topic, f"{title} F1, raw text", raw[name], "measured" if name == "las" else "–", **about)
    found = run("mentions", SHARED / "data/re3d/train.jsonl.gz")
    about = {
        "command": "situate evaluate mentions ../shared/data/re3d/train.jsonl.gz",
        "data": f"re3d, the {found['documents']} documents whose id ends in 0 or 8 (not trained on), raw text",
        "date": date,
    }  # fmt: skip
    yield row("Mentions", "exact typed span F1, outermost spans", told(found["exact"]), "≥ 0.68", **about)
    yield row("Mentions", "the same without types", told(found["untyped"]), "–", **about)
    yield row("Mentions", "exact typed span F1, nested spans counted too", told(found["all_spans"]), "–", **about)
    path = "../shared/data/polnear/dev.jsonl.gz"
    found = run("attributions", ROOT / path)
    about = {
        "command": f"situate evaluate attributions {path}",
        "data": f"PolNeAR dev, {found['documents']} documents; parts of a span count each",
        "date": date,
    }
    for name, target in (("source", "≥ 0.76"), ("cue", "≥ 0.70"), ("content", "≥ 0.64")):
        yield row("Attributions", f"{name}: exact span F1", told(found[name]), target, **about)


def plover(options: argparse.Namespace) -> Iterator[Row]:
    """PLOVER types: of all rows, and of every fourth, which was never read while the lexicons were written."""
    path = "../shared/data/plv/train.jsonl.gz"
    with gzip.open(ROOT / path, "rt", encoding="utf-8") as lines:
        held = list(lines)[3::4]
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder, "held.jsonl")
        part.write_text("".join(held), encoding="utf-8")
        yield from _plover(
            "all rows, developed on three quarters", run("plv", ROOT / path), ("≥ 0.70", "≥ 0.68"), options
        )
        yield from _plover("every fourth row, only measured", run("plv", part), ("–", "–"), options)


def _plover(
    part: str, found: Mapping[str, Any], targets: tuple[str, str], options: argparse.Namespace
) -> Iterator[Row]:
    topic = "PLOVER types of marked pairs"
    about = {
        "command": "situate evaluate plv ../shared/data/plv/train.jsonl.gz",
        "data": f"PLV, 15 roots, {found['pairs']:,} pairs: {part}",
        "date": options.date,
    }
    for name, title, target in zip(("accuracy", "macro_f1"), ("accuracy", "macro F1"), targets, strict=True):
        yield row(topic, f"{title}, {part}", found[name], target, **about)
        yield row(topic, f"{title}, {part}, `nearest`", found["nearest"][name], "–", **about)


def meaning_rows(date: str) -> Iterator[Row]:
    """Times, places and actors."""
    path = "../shared/data/tempeval3/train.jsonl.gz"
    for source, one in run("times", ROOT / path).items():
        used = "developed on" if source == "TimeBank" else "only measured"
        about = {
            "command": f"situate evaluate times {path}",
            "data": f"TempEval-3 {source} ({used}), {one['documents']} documents, {one['gold']:,} expressions",
            "date": date,
        }  # fmt: skip
        for name in ("strict", "relaxed", "value"):
            target = {"strict": "≥ 0.80", "relaxed": "≥ 0.90", "value": "≥ 0.76"}[name] if source == "AQUAINT" else "–"
            yield row("Times", f"{source}: {name} F1", one[name]["f1"], target, **about)
    for name, title, asked in (("lgl", "LGL", ("0.72", "0.58")), ("geovirus", "GeoVirus", ("0.82", "0.74"))):
        path = f"../shared/data/geoparsing/{name}.jsonl.gz"
        one = run("toponyms", ROOT / path)
        about = {
            "command": f"situate evaluate toponyms {path}",
            "data": f"{title}, {one['gold']:,} names",
            "date": date,
        }
        yield row("Places", f"{title}: names found, F1", one["f1"], f"≥ {asked[0]}", **about)
        near = one["within_161_km"]
        yield row("Places", f"{title}: put within 161 km, of all with a coordinate", near, f"≥ {asked[1]}", **about)
    yield from incident_rows(date)
    yield from actor_rows(date)


def incident_rows(date: str) -> Iterator[Row]:
    """Incidents against the templates and keys of MUC-4."""
    path = "../shared/data/muc4/dev.jsonl.gz"
    found = run("muc4", ROOT / path)
    about = {
        "command": f"situate evaluate muc4 {path}",
        "data": f"MUC-4 dev, {found['documents']} reports in capitals, {found['templates']} templates (rules were "
        "written on a part of train)",
        "date": date,
    }
    topic = "Incidents: reports of 1988 to 1990 in capitals"
    yield row(topic, "kinds and fillers, micro F1", told(found["all"]), "≥ 0.40", **about)
    for name in ("type", "perpetrators", "targets", "victims", "weapons"):
        yield row(topic, f"{name}: F1", told(found[name]), "–", **about)
    for name, title, target in (
        ("date", "date within the stated range", "≥ 0.65"),
        ("date_from", "the same, only where a first day is told", "–"),
        ("place", "place in the stated department", "≥ 0.55"),
    ):
        one = found[name]
        value = f"{one['right']:.3f} (precision {one['precision']:.3f}, unresolved {one['unresolved']:.3f})"
        yield row(topic, title, value, target, **about)


def snippets(options: argparse.Namespace) -> Iterator[Row]:
    """ACLED's string of labelled snippets."""
    labels = "benchmarks/acled_snippets.jsonl"
    found = evaluate("acled", ROOT / labels, None, SHARED / "data")
    command, date = f"situate evaluate acled {labels} --data ../shared/data", options.date
    topic = "Codes: ACLED's string of a snippet's main claim"
    parts = (
        ("all", found, "≥ 0.75", "snippets of seven public sets"),
        ("the half that rules were mended on", found["development"], "–", "the first half by hash"),
        ("the half that was only measured", found["held"], "–", "the other half"),
    )
    for name, part, target, what in parts:
        about = {"command": command, "data": f"{part['snippets']} snippets, {what}", "date": date}
        yield row(topic, f"share that is right, {name}", part["accuracy"], target, **about)
    agreed = f"{found['snippets']} snippets, two readings by one reader, the second not blind"
    yield row(
        topic, "kappa of the two readings", found["readings"]["kappa"], "–", command=command, data=agreed, date=date
    )


ACTOR_PARTS = {
    "all": "all mentions", "held": "the half held out",
    "held_unseen_conflicts": "held out, conflicts other than Syria and Iraq", "development": "the half developed on",
}  # fmt: skip
ACTOR_LABELS = {
    "": tuple(ACTOR_PARTS), "fifth": ("development",), "sixth": ("all", "held", "development"),
    "seventh": ("all", "held", "development"), "eighth": ("all", "held", "development"),
    "ninth": ("all", "held", "development"), "tenth": ("all", "held", "development"),
    "eleventh": ("all", "held", "development"), "twelfth": ("all", "held", "development"),
    "thirteenth": ("all", "held", "development"),
}  # fmt: skip
"""Samples of labelled mentions (the first has no name), with the parts of each that have a row."""


def actor_rows(date: str) -> Iterator[Row]:
    """Mentions labelled with whom they mean."""
    for sample, parts in ACTOR_LABELS.items():
        path = f"benchmarks/actor_links_{sample}.jsonl".replace("_.", ".")
        found = evaluate("actors", ROOT / path, data=SHARED / "data")
        for part in parts:
            one: Any = found[part]
            unresolved = f"{one['unresolved']['share']:.0%} of them stay unresolved"
            about = {
                "command": f"situate evaluate actors {path} --data ../shared/data",
                "data": f"{one['mentions']} labelled mentions; {unresolved}",
                "date": date,
            }
            told_as = f"{one['right']:.3f} (P {one['precision']:.3f}, R {one['recall']:.3f})"
            title = f"{sample} labels, {ACTOR_PARTS[part]}" if sample else ACTOR_PARTS[part]
            yield row("Actors", f"mentions linked rightly: {title}", told_as, "≥ 0.88", **about)


def merging(options: argparse.Namespace) -> Iterator[Row]:
    """How claims of several reports are merged into events."""
    path = "../shared/annotated/events.jsonl"
    found = run("events", ROOT / path)
    told_of = f"{found['gold']['groups']} groups of annotated reports, {found['gold']['mentions']} mentions of events"
    about = {"command": f"situate evaluate events {path}", "data": told_of, "date": options.date}
    topic = "Events: claims of several reports merged"
    gold, record, tolls = found["gold"], found["record"], found["tolls"]
    yield row(topic, "B³ F1 with gold triggers, types and dates", told(gold["b_cubed"]), "≥ 0.90", **about)
    yield row(topic, "links between reports, the same", told(gold["links"]), "–", **about)
    yield row(topic, "B³ F1 end to end, through one record", told(record["b_cubed"]), "≥ 0.70", **about)
    yield row(topic, "mentions that a claim covers, end to end", record["covered"], "≥ 0.70", **about)
    yield row(
        topic, "B³ F1 end to end, with tolls that the record has as figures", told(tolls["b_cubed"]), "≥ 0.70", **about
    )
    yield row(topic, "mentions that a claim or the figure of one covers", tolls["covered"], "≥ 0.70", **about)


def referring(options: argparse.Namespace) -> Iterator[Row]:
    """Whom pronouns and descriptions take up."""
    found = output(["referring.py", str(SHARED / "data")])
    about = {
        "command": "PYTHONPATH=training python benchmarks/referring.py ../shared/data",
        "data": f"{found.pop('reports')} reports with marked mentions, never learned from",
        "date": options.date,
    }
    found["all"] = sum(map(Counter, found.values()), Counter())
    for name, of in found.items():
        linked = of["right"] + of["wrong"]
        named = linked + of["unresolved"]
        value = f"{of['right'] / named:.3f} (P {of['right'] / linked:.3f}) of {named}"
        topic = "Actors: whom pronouns and descriptions take up, of those whom the report names"
        yield row(topic, f"{name}: linked to the same", value, "–", **about)


def namesakes(options: argparse.Namespace) -> Iterator[Row]:
    """Claims that other reports of their record put on the map."""
    path = "../shared/data/fa_kes/articles.jsonl.gz"
    found = output(["namesakes.py", str(ROOT / path)])
    about = {
        "command": f"python benchmarks/namesakes.py {path}",
        "data": f"FA-KES, {found['reports']} reports of one war, {found['claims']:,} claims",
        "date": options.date,
    }
    topic = "Local places: one record"
    yield row(topic, "claims that other reports of the record put on the map", f"{found['placed']}", "–", **about)
    yield row(topic, "names so placed, by what their reports know of them", f"{found['names']}", "–", **about)
    yield row(topic, "claims at a place that others spell otherwise", f"{found['respelt']}", "–", **about)


WORLDS = {
    ("lisk",): "a made-up war, developed on", ("orvel",): "another, developed on",
    ("ulven",): "another, developed on, whose monitors tell totals and parts of tolls",
    ("davik",): "another, whose outlets write in registers of their own; developed on after its first figures",
    ("neshra",): "another, with euphemisms, telegrams and translated words; developed on after its first figures",
    ("tarsin",): "another, of case files and posts in the present tense; developed on after its first figures",
    ("ombrel",): "another, in an English that was learnt; developed on after its first figures",
    ("hesk",): "another, told as the press of today tells wars; developed on after its first figures",
    ("hesk", "--seed", "202"): "the same words, another course of the war, whose mistakes nobody looked at",
    ("quell",): "another, told as daily monitors tell wars; developed on after its first figures",
    ("quell", "--seed", "202"): "the same words, another course of the war, whose mistakes nobody looked at",
    ("sarn",): "another, an insurgency in forested hills; developed on after its first figures",
    ("sarn", "--seed", "202"): "the same words, another course of the war, whose mistakes nobody looked at",
    ("dunmar",): "another, in clear and varied news; developed on after its first figures",
    ("dunmar", "--seed", "202"): "the same words, another course of the war, whose mistakes nobody looked at",
    ("ilvane",): "another, told as a reviewer would write news; developed on after its first figures",
    ("ilvane", "--seed", "202"): "the same words, another course of the war, whose mistakes nobody looked at",
    ("ostrev",): "another, in round-ups and long articles; developed on after its first figures",
    ("ostrev", "--seed", "202"): "the same words, another course of the war, whose mistakes nobody looked at",
    ("tolmar",): "another, as a news service tells it; two faults mended after its first figures",
    ("tolmar", "--seed", "202"): "the same words, another course of the war, whose mistakes nobody looked at",
    ("corrin",): "another, in nouns and passives, bulletins and rows; developed on after its first figures",
    ("marn",): "another, whose words were written before anything was mended and left alone",
    ("marn", "--seed", "47"): "the same words, another course of the war",
    ("lisk", "--reports", "1000"): "five years of the first",
}  # fmt: skip


_ASKED = {
    "what": "claims found of those asked for",
    "nothing": "words that tell nothing, of which no claim is made",
    "where": "places right, of the claims found",
    "when": "days right",
    "who": "speakers right",
    "certain": "certainty right",
    "figures": "figures right",
}


def dense(options: argparse.Namespace) -> Iterator[Row]:
    """Dense texts: what is told in uncommon ways, and how much of it is read."""
    for half in lines_of(["dense.py"]):
        held = half["half"] == "held"
        about = {
            "command": "python benchmarks/dense.py",
            "data": "texts written for this project; "
            + ("only totals were read" if held else "rules were written on them"),
            "date": options.date,
        }
        for kind, words in _ASKED.items():
            told = half[kind]
            left = f", {told['unknown']} left unknown" if told["unknown"] else ""
            value = f"{told['right'] / told['asked']:.3f} ({told['right']} of {told['asked']}{left})"
            name = f"{words}: the texts {'held out' if held else 'looked at'}"
            yield row(
                "Dense texts: places, days, speakers and figures told in uncommon ways", name, value, "–", **about
            )


def worlds(options: argparse.Namespace) -> Iterator[Row]:
    """What a record gets back of wars that never were."""
    for arguments, what in WORLDS.items():
        found = output(["world.py", *arguments])
        about = {
            "command": f"python benchmarks/world.py {' '.join(arguments)}",
            "data": f"{what}; {found['reports']:,} reports, {found['merging']['mentions']:,} mentions of events",
            "date": options.date,
        }
        topic, events, spells = "Made-up wars: reports in, truth out", found["events"], found["spell_days"]
        yield row(topic, "B³ F1 of events", told(found["merging"]["b_cubed"]), "≥ 0.85", **about)
        counted = f"{events['found']} of {events['told']} ({events['off']:.1%} off)"
        yield row(topic, "events counted, of those that reports tell", counted, "≤ 5 % off", **about)
        made = f"{events['beside']} ({events['off_with_those']:.1%} off with those)"
        yield row(topic, "events made of words that tell none of the war's", made, "–", **about)
        dead = f"{found['dead']['found']} of {found['dead']['told']} ({found['dead']['off']:.1%} off)"
        yield row(topic, "dead counted (`situate matrix killed`)", dead, "≤ 5 % off", **about)
        near = f"{found['dead']['found']} of {found['dead']['nearest']} ({found['dead']['off_nearest']:.1%} off)"
        yield row(topic, "the same, of the told figures that come nearest to the truth", near, "–", **about)
        right = f"{spells['right']:.1%} of {spells['days']:,}"
        yield row(topic, "days of control, siege and access right", right, "≥ 95 %", **about)
        yield row(topic, "days of siege in the record that were none", f"{spells['not_so']:.1%}", "–", **about)
        yield row(topic, "copies: pairs of reports, F1", told(found["families"]), "–", **about)
        gold = found["contradictions"]["gold"]
        if gold:
            yield row(topic, f"contradictions ({gold}): F1", told(found["contradictions"]), "–", **about)
        yield row(topic, "seconds to read it into a record", f"{found['seconds']:.0f}", "< 60 for 200 reports", **about)


def folds(options: argparse.Namespace) -> Iterator[Row]:
    """Five models, each on the reports that it never saw."""
    annotated = SHARED / "annotated/dev.jsonl"
    script = ["folds.py", "--folds", str(options.folds), "--annotated", str(annotated), "--json"]
    found = output(script)
    about = {
        "command": "python benchmarks/folds.py --folds DIR --annotated ../shared/annotated/dev.jsonl",
        "data": f"{found['reports']} annotated reports, {found['claim']['gold']:,} claims: of five folds by report, "
        f"those numbered {', '.join(map(str, found['folds']))}",
        "date": options.date,
    }
    yield from claim_rows("Claims: annotated reports, folds left out", found, FOLD_TARGETS, **about)
    yield from interval_rows(options)


def interval_rows(options: argparse.Namespace) -> Iterator[Row]:
    """When claims were, with their triggers given."""
    command = ["intervals.py", "--folds", str(options.folds), "--annotated", str(SHARED / "annotated/dev.jsonl")]
    found = output(command)
    about = {
        "command": "python benchmarks/intervals.py --folds DIR --annotated ../shared/annotated/dev.jsonl",
        "data": f"{found['claims']:,} annotated claims, triggers and types given",
        "date": options.date,
    }
    topic = "Claims: when they were, triggers given"
    yield row(topic, "interval, both bounds equal", found["exact"], "≥ 0.70", **about)
    yield row(topic, "interval, cut to the coarser bound", found["coarse"], "≥ 0.75", **about)


PRINTS = {
    "upper_case": "in capitals",
    "lower_case": "without capitals",
    "without_commas_and_quotes": "without commas, quotes, apostrophes",
    "without_any_marks": "without any marks, full stops neither",
}


def robust(options: argparse.Namespace) -> Iterator[Row]:
    """What should not matter, and how far confidence can be taken at its word."""
    annotated, written = "../shared/annotated/dev.jsonl", "training/own/reports.jsonl"
    folds_of = ["--folds", str(options.folds), "--annotated", str(ROOT / annotated)] if options.folds else []
    for found in lines_of(["robustness.py", *folds_of, "--written", str(ROOT / written)]):
        folds_read = found["data"] == "folds"
        which = f"--folds DIR --annotated {annotated}" if folds_read else f"--written {written}"
        told_of = (
            "annotated reports, each by a model that did not see it"
            if folds_read
            else "reports written for the project, the part not trained on, packaged model"
        )
        about = {
            "command": f"python benchmarks/robustness.py {which}",
            "data": f"{found['reports']} {told_of}",
            "date": options.date,
        }
        for figure, value, target in robust_rows(found):
            yield row("Robustness and calibration", figure, value, target, **about)


def robust_rows(found: Mapping[str, Any]) -> Iterator[tuple[str, float | str, str]]:
    """Name, value and target of the figures of one line."""
    if swap := found.get("swap"):
        size = f"{swap['swaps']:,} swaps: 40 actors in {swap['sentences']} sentences"
        yield f"type stays the same under another actor ({size})", swap["same"], "≥ 0.98"
        yield "the same, where the trigger is still found", swap["same_where_kept"], "–"
    if pairs := found.get("pairs"):
        yield f"negation and modality pairs right ({pairs['pairs']} pairs)", pairs["right"], "≥ 0.92"
    for name, one in found.get("disturbed", {}).items():
        if name in PRINTS:
            cost = f"{one['loss']:.1f} points (to {one['claim']['f1']:.3f})"
            yield f"claim F1 lost by print {PRINTS[name]}", cost, "< 5"
    if sure := found.get("calibration"):
        error = f"{sure['ece']:.3f} (an exact reader by chance: {sure['by_chance']:.3f})"
        yield f"expected calibration error, ten bins of equal mass, {sure['claims']:,} claims", error, "≤ 0.05"
