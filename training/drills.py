"""Short made sentences for every claim type, from the templates of drills.txt, with invented names."""

from __future__ import annotations

import random
import re
from pathlib import Path

from corpora import CLAIMS, Document, Sentence, spanned

TEMPLATES = Path(__file__).with_name("drills.txt")
_EVOKES = re.compile(r"\[([^\]]+)\](?:\{(\w*)\})?|([^\[\]{}]+)|\{\w*\}")
_SLOTS = {
    "A": "Government forces;The army;Rebels;Islamic State;ISIS;Regime forces;Militants;The Amber Brigade;"
    "Kurdish fighters;Government troops;Paramilitaries;Separatists;IS;The militia;Soldiers;Insurgents;Police",
    "B": "rebel;militia;government;the insurgents;the army;Islamic State;the jihadists;the regime;opposition;Kurdish",
    "P": "Ostry;Hajin;Tel Amar;the town of Kefra;Maresh;Deir Salim;the eastern suburbs;Qasr province;"
    "the village of Lisk;the old city;Bani Walad;the airport;northern Velia;the city;Zorava",
    "Q": "Velia;Ankara;the capital;Kazan;Dorna;Geneva",
    "N": "12 people;at least 30 civilians;dozens;three soldiers;hundreds;two journalists;some 4,000 people;"
    "seven fighters;thousands of residents;a teacher;five children",
    "T": "on Tuesday;last month;on Friday morning;in March 2016;yesterday;overnight;this week;early on Sunday;in 2014;"
    "over the past 24 hours",
    "W": "mortars;artillery;rockets;heavy guns;tanks;Grad rockets",
    "R": "the highway;the main supply road;the last road;the Lisk road;the border crossing",
}


def sentence(template: str, kind: str, chance: random.Random) -> Document:
    """One sentence made of a template, with its claim tags."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    for match in _EVOKES.finditer(template):
        evoking, other, plain = match.groups()
        if evoking:
            word = chance.choice(evoking.split("|"))
            label = kind if other is None else other
            if label:
                spans.append((len(text), len(text) + len(word), label))
            text += word
        elif plain:
            text += re.sub(r"\b[ABPQNTWR]\b", lambda m: chance.choice(_SLOTS[m.group()].split(";")), plain)
    text = text[0].upper() + text[1:]
    return spanned("drill", text, [(0, len(text))], "claim", spans)


def documents(chance: random.Random, together: int = 3) -> list[Document]:
    """One sentence of every template, a few of them side by side as if in one report."""
    made: list[Sentence] = []
    for line in TEMPLATES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, template = line.partition("\t")
            if kind != "none" and kind not in CLAIMS:
                raise ValueError(f"unknown type in {TEMPLATES}: {line}")
            made.extend(sentence(template, kind, chance).sentences)
    chance.shuffle(made)
    return [Document("drill", made[i : i + together]) for i in range(0, len(made), together)]
