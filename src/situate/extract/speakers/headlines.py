"""Headlines that run into the text of a page without marks: where they end, and who says so in them.

"Raids kill 10 in Aleppo NGO AFP Friday 5 Sep 2014 At least 10 people were killed in air raids a monitor said" is one
sentence to the reader. Whoever is named behind the dateline speaks of what the text tells, not of the headline:
in the annotated reports, of 33 claims of such headlines none has its speaker there.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from situate.extract.speakers.attributed import Said
from situate.model.sentence import Sentence
from situate.model.span import Span

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATED = rf"(?:{_WEEKDAY},? )?(?:\d{{1,2}} {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}})"
_AGENCY = r"\(?(?:AFP|AP|DPA|EFE|Reuters|TASS|UPI|Xinhua)\)?"
_DATELINE = re.compile(rf"(?<=\s)(?:{_AGENCY}(?:,? {_DATED})?|{_DATED})(?=,? (?:\d+ )?[\"“(]?[A-Z\d])")
_TELLER = re.compile(
    r"(?<=[\w)’”\"] )(?:State media|State TV|Monitors?|NGO|Observatory|Watchdog|Activists|Governor|Medics|Rescuers|"
    r"Civil [Dd]efen[cs]e|UNICEF|UNHCR|SOHR|SANA)"
    r"(?=$| [\"“(]?[A-Z\d])"
)
# A date behind one of these is part of the sentence ("the raid of 5 September 2014").
_IN_A_SENTENCE = frozenset({
    "on", "of", "since", "from", "until", "till", "by", "before", "after", "in", "to", "between", "and", "the", "dated",
    "for", "around", "late", "early",
})  # fmt: skip
_WORDS = 4  # that a headline has at least
_REACH = 250  # code points within which one ends


def headline_end(text: str, sentences: Sequence[Sentence]) -> int:
    """Where the headline at the beginning of a report ends inside the first sentence; 0 if there is none such."""
    first = text[: min(sentences[0].end, _REACH)] if sentences else ""
    for found in _DATELINE.finditer(first):
        before = first[: found.start()].split()
        if len(before) >= _WORDS and before[-1].lower() not in _IN_A_SENTENCE:
            return found.start()
    found_teller = next((m for m in _TELLER.finditer(first) if len(first[: m.start()].split()) >= _WORDS), None)
    return found_teller.end() if found_teller is not None else 0


def apart(text: str, sentences: Sequence[Sentence], said: list[Said], end: int) -> list[Said]:
    """Attributions that cover nothing on the other side of the headline's end, and the one of the headline itself."""
    if not end:
        return said
    first = sentences[0]
    within = frozenset(t.index for t in first.tokens if t.start < end)
    kept = [_limited(one, within, end) if one.sentence == 0 else one for one in said]
    headline = text[:end].rstrip()
    teller = next((m for m in _TELLER.finditer(headline) if m.end() == len(headline)), None)
    if teller is None:
        return kept
    speaker = Span(teller.start(), teller.end())
    covered = frozenset(t.index for t in first.tokens if t.start < speaker.start)
    return [Said(0, speaker, Span(speaker.start, speaker.start), covered), *kept]


def _limited(one: Said, within: frozenset[int], end: int) -> Said:
    in_headline = (one.speaker or one.cue).start < end
    return dataclasses.replace(one, covered=one.covered & within if in_headline else one.covered - within)
