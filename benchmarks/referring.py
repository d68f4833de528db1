"""How often pronouns and descriptions are linked to whom the report itself names for them.

    PYTHONPATH=training python benchmarks/referring.py ../shared/data [--part dev]

Reads and resolves the marked reports of ``training/marks.jsonl`` of which nothing was learned (``--part dev``), with
all marked persons and bodies as mentions. Whom a number means is told by the links of its names, right or wrong: what
is counted is whether "they", "it", "the group" mean the same. Prints one JSON object: for each sort how many are
``right``, ``wrong``, ``unresolved``; of those whose number has no linked name, how many are ``linked`` all the same.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import corpora

from situate.extract.reader import Reader
from situate.model.report import Report
from situate.model.span import Span
from situate.pipeline.linking import LINKED, with_mentions
from situate.resolve import Resolver

PEOPLE = frozenset({"Organisation", "Person"})
SORTS = (
    ("he, she", re.compile(r"he|him|his|himself|she|hers?|herself")), ("it", re.compile(r"it|its|itself")),
    ("they", re.compile(r"the(?:y|m|irs?|mselves)")),
    ("we, I", re.compile(r"we|us|ours?|ourselves|i|me|my|mine|myself")),
)  # fmt: skip
NAME = re.compile(r"(?<!^)\b[A-Z]|^[A-Z]\S*$")


def sort_of(words: str, pronoun: bool) -> str:
    """Of which sort a mark is: a name, a description, or which pronoun."""
    if not pronoun:
        return "name" if NAME.search(words) else "descriptions"
    return next((name for name, form in SORTS if form.fullmatch(words.casefold())), "other")


def counts(marks: list[Any], links: Mapping[Span, str | None], text: str) -> Counter[tuple[str, str]]:
    """How the marks of one report are linked, by sort."""
    named: dict[int, set[str]] = defaultdict(set)
    for start, end, kind, numbers, pronoun in marks:
        actor = links.get(Span(start, end))
        if actor is not None and kind in PEOPLE and sort_of(text[start:end], pronoun) == "name":
            for number in numbers:
                named[number].add(actor)
    found: Counter[tuple[str, str]] = Counter()
    for start, end, kind, numbers, pronoun in marks:
        sort = sort_of(text[start:end], pronoun)
        if sort in {"name", "other"} or Span(start, end) not in links or not (kind in PEOPLE or kind == "pronoun"):
            continue
        right = set().union(*(named[number] for number in numbers))
        actor = links[Span(start, end)]
        if right:
            found[sort, "unresolved" if actor is None else "right" if actor in right else "wrong"] += 1
        else:
            found[sort, "unnamed" if actor is None else "unnamed, linked"] += 1
    return found


def main() -> None:
    """Read, resolve, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", choices=["train", "dev"], default="dev")
    parser.add_argument("--model", type=Path)
    options = parser.parse_args()
    reader, resolver = Reader.load(options.model), Resolver.load()
    found: Counter[tuple[str, str]] = Counter()
    reports = 0
    for marked, row in corpora.marked(options.data, options.part):
        report = Report(id=row["id"], text=row["text"], published=row.get("published") or row.get("date"))
        spans = {Span(start, end) for start, end, kind, _, _ in marked["marks"] if kind in PEOPLE or kind == "pronoun"}
        resolved = resolver.resolve(report, with_mentions(reader.read(report), report, spans)).reading
        links = {m.evidence.span: m.actor.id if m.actor else None for m in resolved.mentions if m.kind in LINKED}
        found += counts(marked["marks"], links, report.text)
        reports += 1
    sorts = (*(name for name, _ in SORTS), "descriptions")
    outcomes = ("right", "wrong", "unresolved", "unnamed", "unnamed, linked")
    print(json.dumps({"reports": reports, **{s: {o: found[s, o] for o in outcomes} for s in sorts}}))


if __name__ == "__main__":
    main()
