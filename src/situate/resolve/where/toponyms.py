"""Names of places as they stand in a text: its words, the tables about words, what the gazetteer has under a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer, Match
from situate.text.names import name_key

_PLACES = Path(__file__).parent.parent / "places"
_ARTICLE = "(?:al|el|ul|ad|ar|as|ash|at|az|ez|es|e|a)"
_TOKEN = re.compile(
    r"[b-df-tv-z][a-z]*+(?=[\s,;)])|"  # most words, which have no article
    rf"(?:[A-Z]\.){{2,}}|[A-Z][a-z]*\.[A-Z][a-z]?\.|(?:(?<![^\W\d_]){_ARTICLE}-|(?<![^\W\d_]){_ARTICLE.title()}-)?"
    rf"[^\W\d_]+(?:['’ʿ‘][^\W\d_]{{2,}})*"
)
_SENTENCE_END = re.compile(r"[.!?:][\"”’')\]]*\s+[\"“‘(\[]*$|\n\s*[\"“‘(\[]*$|^\s*[\"“‘(\[]*$")
_LANDS = frozenset({"country", "region", "area"})
_SHORT = 4  # names with fewer letters must be written in capitals: "US" is no "us"
ABBREVIATING = frozenset({"US", "CA", "AU"})  # whose regions have abbreviations, with a full stop: "Ga." is no "Ga"
# "Benue, Plateau and Kaduna states": the noun of the last is that of all.
REGIONS_AFTER = re.compile(
    r"(?:(?:,? and|,)(?>\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})){1,12}"
    r"\s(?:provinces|governorates|oblasts|states|regions|departments)\b"
)
# "The provinces of Benue and | Kaduna".
REGIONS_BEFORE = re.compile(
    r"\b(?:provinces|governorates|oblasts|states|regions|departments) of "
    r"(?>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?:,? and |, )){1,12}$"
)
REACH_OF_LIST = 160  # letters of a list before the name that ends it


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name of a place as it stands in a text; ``form`` is name or adjective, ``score`` above 0 means it is one.

    ``within`` is the name that follows it after a comma ("Aleppo, Syria"), if that is one too.
    """

    span: Span
    name: str
    form: str = "name"
    score: float = 1.0
    within: str | None = None

    def __hash__(self) -> int:
        return hash((self.span.start, self.name))


class Word(NamedTuple):
    """A word of the text; ``first`` = it opens a sentence.

    ``capital``: its first letter, or the one after its article, is a capital; Arabic and Hebrew have none to tell.
    """

    start: int
    end: int
    text: str
    first: bool
    capital: bool

    @property
    def lower(self) -> str:
        """The word as the tables write it."""
        return self.text.rstrip(".").casefold()


@lru_cache(maxsize=1)
def surroundings() -> dict[str, frozenset[str]]:
    """The words of ``surroundings.yaml``, ``ordinary_words.txt`` and ``given_names.txt`` by their group."""
    groups = yaml.safe_load((_PLACES / "surroundings.yaml").read_text(encoding="utf-8"))
    words = {name: frozenset(text.split()) for name, text in groups.items()}
    for name in ("ordinary_words", "given_names"):
        lines = (_PLACES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        words[name] = frozenset(word for line in lines if not line.startswith("#") for word in line.split())
    return words


def text_words(text: str) -> list[Word]:
    """The words of ``text`` that are made of letters, in order."""
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        follows = start > 1 and text[start - 1] == " " and text[start - 2].isalnum()  # most words: no pattern is asked
        first = not follows and _SENTENCE_END.search(text[max(0, start - 12) : start]) is not None
        first = first and not _abbreviation_before(found, start, text)
        word = match[0]
        capital = not word[0].islower() or ("-" in word and word.split("-", 1)[1][:1].isupper())
        found.append(Word(start, end, word, first, capital))
    return found


def _abbreviation_before(found: list[Word], start: int, text: str) -> bool:
    """Whether the full stop before ``start`` belongs to a title or an initial, and ends no sentence."""
    if not found or text[found[-1].end : start].strip() != ".":
        return False
    return len(found[-1].text) == 1 or found[-1].lower in surroundings()["titles"] | {"st", "mt", "ft"}


def gazetteer_matches(name: str, gazetteer: Gazetteer) -> list[Match]:
    """What ``name`` can mean, as it is written: abbreviations need their full stop or their capitals."""
    return [match for match in gazetteer.matches(name) if _written_right(name, match)]


def _written_right(name: str, match: Match) -> bool:
    entry = match.entry
    if entry.kind not in _LANDS or (key := name_key(name)) == name_key(entry.name):
        return True
    if entry.kind == "region" and entry.country in ABBREVIATING and len(key) <= _SHORT + 1:
        return "." in name or (name.isupper() and len(name) == _SHORT - 1)
    if len(key) >= _SHORT:
        return True
    return name.isupper()


def is_dotted(match: Match, name: str) -> bool:
    """Whether ``name`` is an abbreviation of a region that is written with a full stop ("Calif.", "N.S.")."""
    entry = match.entry
    return entry.kind == "region" and entry.country in ABBREVIATING and name_key(entry.name) != name_key(name)
