"""Reports made here, as many as wanted and no two alike: for figures of speed and memory, not of accuracy."""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Iterator
from pathlib import Path

PLACES = ("Raqqa", "Mosul", "Palmyra", "Hasakah", "Idlib", "Hama", "Kobani", "Tikrit", "Ramadi", "Sirte", "Benghazi",
          "Misrata", "Taiz", "Hodeidah", "Marib", "Mariupol", "Kharkiv", "Luhansk", "Bakhmut", "Maiduguri", "Goma",
          "Bunia", "El Fasher", "Nyala", "Juba", "Malakal", "Kidal", "Gao", "Mopti", "Kunduz")  # fmt: skip
SIDES = ("government forces", "the Syrian army", "Islamic State fighters", "rebel groups", "the Houthis",
         "Kurdish forces", "the Iraqi army", "Russian forces", "Ukrainian troops", "Boko Haram militants")  # fmt: skip
SPEAKERS = ("a military source", "a local resident", "the defence ministry", "a medic in the town", "the governor",
            "a monitoring group", "a spokesman for the fighters")  # fmt: skip
SENTENCES = (
    "{A} broke through the siege of {p} on {day}, {who} told reporters.",
    "Warplanes bombed two villages near {p} overnight, killing at least {n} civilians and wounding dozens.",
    "{A} captured the northern districts of {p} from {b} after {n} days of fighting.",
    "{A} shelled the outskirts of {p} for a third day, {who} said, but {b} did not withdraw.",
    "The road between {p} and {q} has been cut since {month}, and no aid has come in for weeks.",
    "{A} and {b} agreed on a ceasefire in {p}, which is due to begin on {day}.",
    "A car bomb went off near a market in {p}, killing {n} people, according to {who}.",
    "{A} will probably try to retake {q}, {who} said, though an earlier attempt failed in {month}.",
    "About {n} families fled from {p} to {q} last week as {b} advanced on the town.",
    "{A} have held the airbase outside {p} since {month}, and supplies reach it by air alone.",
    "The two sides exchanged {n} prisoners near {q} on {day}, the Red Crescent said.",
    "Residents of {p} denied that {b} had entered the town.",
)
MONTHS = ("January 2016", "the summer of 2015", "March 2017", "last month", "October 2016", "early 2017")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
FIRST_DAY = datetime.date(2017, 1, 1)


def reports(number: int, sentences: int = 5, seed: int = 1) -> Iterator[dict[str, str]]:
    """Reports as JSON objects; the same arguments give the same ones."""
    chance = random.Random(seed)
    for index in range(number):
        day = FIRST_DAY + datetime.timedelta(days=chance.randrange(700))
        text = " ".join(_sentence(chance) for _ in range(sentences))
        yield {"id": f"made-{index:06}", "published": day.isoformat(), "outlet": "Made Wire", "text": text}


def _sentence(chance: random.Random) -> str:
    p, q = chance.sample(PLACES, 2)
    a, b = chance.sample(SIDES, 2)
    return chance.choice(SENTENCES).format(
        A=a[0].upper() + a[1:],
        b=b,
        p=p,
        q=q,
        who=chance.choice(SPEAKERS),
        day=chance.choice(DAYS),
        month=chance.choice(MONTHS),
        n=chance.randrange(2, 60),
    )


def long_report(words: int, seed: int = 1) -> dict[str, str]:
    """One report of at least so many words, in paragraphs of six sentences."""
    chance, paragraphs, length = random.Random(seed), [], 0
    while length < words:
        paragraphs.append(" ".join(_sentence(chance) for _ in range(6)))
        length += len(paragraphs[-1].split())
    text = "\n\n".join(paragraphs)
    return {"id": f"made-long-{words}", "published": FIRST_DAY.isoformat(), "outlet": "Made Wire", "text": text}


def write(path: Path, number: int, sentences: int = 5) -> Path:
    """A JSON lines file of made reports."""
    with path.open("w", encoding="utf-8") as stream:
        for report in reports(number, sentences):
            stream.write(json.dumps(report) + "\n")
    return path
