"""Whether a person can be "she" or "he": by the given name, or by a title that the report gives the family name."""

from __future__ import annotations

import functools
import importlib.resources
import re

from situate.model.actor import Actor
from situate.resolve import flat_yaml
from situate.resolve.said_places import said_places
from situate.resolve.who.names import fold

SHE = frozenset({"she", "her", "hers", "herself"})
HE = frozenset({"he", "him", "his", "himself"})
_WOMAN = re.compile(r"\b(?i:Mrs|Ms|Miss|Madame?|Mme|Queen|Princess|Lady|Dame|Sister)\.?\s+(?:[^\W\d_a-z][\w’'-]+\s+)?$")
_MAN = re.compile(r"\b(?i:Mr|Sir|King|Prince|Lord|Father|Sheikh)\.?\s+(?:[^\W\d_a-z][\w’'-]+\s+)?$")

# "Lorn said she": mostly of herself.
_SAID_SELF = re.compile(r"\s+(?:said|says|added|told\s+\w+|claimed|believes|insisted)\s+(?:that\s+)?(s?he)\b")


def can_be(word: str, person: Actor, text: str) -> bool:
    """Whether a pronoun, as names are compared, can be said of a person; always where nothing tells."""
    if person.kind != "person" or word not in SHE | HE:
        return True
    woman = _is_woman(person.name, text)
    return woman is None or woman == (word in SHE)


def same_sex(word: str, other: str) -> bool:
    """Whether two pronouns can be said of one person; always of what is no pronoun."""
    other = other.casefold()
    return not ((word in SHE and other in HE) or (word in HE and other in SHE))


@functools.lru_cache(maxsize=64)  # of one text at a time
def _is_woman(name: str, text: str) -> bool | None:
    """Whether a name is a woman's, by its title in a text, else by its given name; ``None`` where neither tells."""
    words = name.split()
    before = [text[max(0, at - 40) : at] for at in said_places(text).of(words[-1])] if words else []
    titles = {True for one in before if _WOMAN.search(one)} | {False for one in before if _MAN.search(one)}
    known = _names("women") | _names("men")
    alone = len(words) == 1 or (len(words) == 2 and fold(words[0]) not in known)  # "Lorn Tal" of "Ada Lorn Tal"
    if alone and len(words) > 1:
        before = [text[max(0, at - 40) : at] for at in said_places(text).of(name)]
    after = (_SAID_SELF.match(text, at + len(words[-1])) for at in said_places(text).of(words[-1]))
    titles |= {one[1] == "she" for one in after if one is not None}
    given = {fold(one.split()[-1]) for one in before if one.split()} if alone else {fold(words[0])}
    named = ({True} if given & _names("women") else set()) | ({False} if given & _names("men") else set())
    votes = titles | named if alone else named or titles
    return next(iter(votes)) if len(votes) == 1 else None


@functools.cache
def _names(whose: str) -> frozenset[str]:
    text = (importlib.resources.files("situate.resolve") / "actors" / "given_names.yaml").read_text("utf-8")
    return frozenset(fold(str(name)) for line in flat_yaml.read(text)[whose] for name in line)
