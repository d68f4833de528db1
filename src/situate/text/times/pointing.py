"""The grammar of words that point to a time: "today", "this morning", "last night", "now", "at that time"."""

from __future__ import annotations

from situate.text.numbers import SMALL
from situate.text.patterns import Match
from situate.text.times.meaning import Anaphor, Calendar, Shifted, Vague
from situate.text.times.rules import SAME, Draft, Rule, edge_of, in_a_title
from situate.text.times.words import DAYS, PARTS, VAGUE

_DAYPART = "part | night | moment"
_BEFORE_PART = frozenset({"in", "during", "since", "until", "till", "by", "at", "from", "before", "after", "to", "all"})
_MOMENTS = frozenset({"dawn", "midnight", "noon", "midday", "dusk"})
_SPANS = frozenset({"night", "evening", "morning", "afternoon"})
_WHO = frozenset({"he", "she", "they", "it", "we", "i"})
_BEGINS_CLAUSE = _WHO | {"the", "that", "when", "his", "her", "their"}
# Words with which a clause goes on after "the future".
_AFTER_FUTURE = """
    and or but is was are will would can could may might must should has had as with that which when if than for to in
    on at by from without where because so while looks looked holds held not he she it they we i
"""
_GOES_ON = frozenset(_AFTER_FUTURE.split())
_PART_EDGE = "(?: (?P<edge> early | late | mid | earlier | later ) hyphen? in? )?"
_PART_REL = "(?: (?P<rel> last | this | that? same | that | next | following | previous ) )?"


def day(match: Match) -> Draft | None:
    """ "today", "yesterday morning", "late yesterday", "the day before yesterday", "tonight"; not "USA Today"."""
    word = match.word("day")
    if in_a_title(match, match.found.start("day")):
        return None
    if word == "yesterdays" and (match.before() in {"our", "their", "all"} or not match.after().isalpha()):
        return None  # "all our yesterdays"; else of a text whose apostrophes are lost, as in "Mondays attack"
    amount = DAYS[word] + (DAYS[word] if match.has("twice") else 0)
    part = PARTS.get(match.word("part")) or PARTS.get(match.word("first")) or PARTS.get(word)
    meaning = Shifted(amount=amount, unit="day", part=part)
    return Draft(kind="TIME" if part else "DATE", meaning=meaning, mod=edge_of(match))


def part_of_day(match: Match) -> Draft | None:
    """ "this morning", "last night", "overnight", "the evening", "at dawn"."""
    word, rel = match.word("part"), match.words("rel")[-1] if match.has("rel") else ""
    part, mod = PARTS[word], edge_of(match)
    if rel == "this" and match.tagged.is_capital(match.found.start("part")) and in_a_title(match, match.start):
        return None  # a programme: "Coast This Morning"
    if word == "overnight":
        return Draft(kind="TIME", meaning=Shifted(amount=-1, unit="night", part="NI"))
    if rel in SAME:
        return Draft(kind="TIME", meaning=Anaphor(unit="day", part=part), mod=mod)
    if rel == "last":
        before = Draft(kind="TIME", meaning=Shifted(amount=-1, unit="day", part=part), mod=mod)
        return before if word in {"night", "evening"} else None
    if rel == "this":
        return Draft(kind="TIME", meaning=Shifted(amount=0, unit="day", part=part), mod=mod)
    if rel:
        step = 1 if rel in {"next", "following"} else -1
        return Draft(kind="TIME", meaning=Shifted(amount=step, unit="day", part=part, from_text=True), mod=mod)
    return Draft(kind="TIME", meaning=Calendar(part=part), mod=mod) if _is_told(match, word) else None


def _is_told(match: Match, word: str) -> bool:
    """Whether a part of the day without a day is a time ("at dawn", "during the night"), no thing ("night fell")."""
    if match.has("edge"):
        return True
    first = match.found.start("part")
    opens = match.before() == "in" and match.after() in _WHO  # "in the evening he left"
    if match.has("the") and word in _SPANS and match.after() in _BEGINS_CLAUSE and not opens:
        return False  # "the night the plane went down"
    if word in _MOMENTS and match.after() == "of":
        return False  # "the dawn of a new age"
    if match.before() not in _BEFORE_PART and (word not in _MOMENTS or _is_a_name(match, first)):
        return False
    led = match.before() in {"at", "since"} or (match.before() == "by" and match.after() not in {"'s", "’s"})
    return word not in _SPANS or match.has("the") or led


def _is_a_name(match: Match, word: int) -> bool:
    """Whether a moment is a person or a paper: a capital inside a sentence ("Dawn reported", "the Noon edition")."""
    begins = match.tagged.word(word - 1) in {"", ".", "!", "?", ":", '"', "“", "-", "–", "—"}
    shouted = match.tagged.quote(word).isupper()
    return match.tagged.is_capital(word) and not shouted and not begins and "\n" not in match.tagged.word(word - 1)


def vague(match: Match) -> Draft | None:
    """ "now", "currently", "recently", "the future", "in the past"."""
    word = match.words("vague")[-1]
    if word in {"soon", "recently"} and (match.before() in {"as", "too", "how"} or match.after() in {"after", "as"}):
        return None  # "as soon as", "as recently as March", "too soon to tell"
    if _begins_a_compound(match) or (word == "future" and _is_to_be(match)):
        return None
    if word == "current" and match.after() in {"of", ".", "through"}:
        return None  # "a strong current of opinion"
    if word == "future":
        return Draft(kind="DATE", meaning=Vague(reference="FUTURE_REF"))
    if word == "past":
        after = match.after()
        counts = after.isdigit() or after in SMALL or after in {"few", "couple", "several", "many", "half", "dozen"}
        if match.before() not in {"in", "from", "of"} or counts or after in {"the", "a", "tense", "participle"}:
            return None
        return Draft(kind="DATE", meaning=Vague(reference="PAST_REF"))
    return Draft(kind="DATE", meaning=Vague(reference=VAGUE[word]))  # type: ignore[arg-type]


def long_ago(match: Match) -> Draft | None:
    """ "Long ago", "a long time ago", "some time ago"."""
    return Draft(kind="DATE", meaning=Vague(reference="PAST_REF"))


def _begins_a_compound(match: Match) -> bool:
    """Whether a word is part of a longer one: "the now-closed mill", "his soon-to-be neighbours"."""
    joined = match.after() == "-" and match.tagged.ends[match.end - 1] == match.tagged.starts[match.end]
    return joined and match.after(2).isalpha()


def _is_to_be(match: Match) -> bool:
    """Whether "the future" is what becomes of something ("of the town") or what will be one ("the future head")."""
    after = match.after()
    goes_on = after in _GOES_ON or after.endswith("ed") or not after.isalpha()
    return after == "of" or (match.before() not in {"in", "into", "for"} and not goes_on)


def anaphor(match: Match) -> Draft | None:
    """ "at the time", "at that time", "since then"."""
    if match.has("then"):
        return Draft(kind="DATE", meaning=Anaphor(unit=None)) if match.before() in {"since", "until", "by"} else None
    if match.has("date"):
        return Draft(kind="DATE", meaning=Anaphor(unit="day"))
    if match.before() not in {"at", "by", "during", "around", "from"} or match.after() in {"of", "to", "when"}:
        return None
    if match.before() == "by" and match.tagged.word(match.start) == "the":
        return None  # "by the time they came" goes on with what it means
    return Draft(kind="DATE", meaning=Anaphor(unit=None))


RULES = (
    Rule(
        "(?P<twice> the unit (?: before | after ) )? (?: (?P<edge> early | late | earlier | later ) on? )?"
        f" (?P<day> today ) (?P<part> {_DAYPART} )?",
        day,
    ),
    Rule("(?: mid hyphen? )? (?P<first> part | moment ) (?P<day> today )", day),
    Rule("(?: (?P<edge> early | late | later ) )? (?P<day> tonight )", day),
    Rule(f"{_PART_EDGE} (?P<the> the )? {_PART_REL} (?P<part> {_DAYPART} | overnight )", part_of_day),
    Rule("(?P<vague> vague | current | (?: (?<= at ) present ) )", vague),
    Rule("the (?: near | coming | further | recent )? (?P<vague> future | past )", vague),
    Rule("(?: a? long time? | quantifier time ) ago", long_ago),
    Rule("(?: the | that ) time", anaphor),
    Rule("(?: that | the? same ) (?P<date> date )", anaphor),
    Rule("(?P<then> then )", anaphor),
)
