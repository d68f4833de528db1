"""The places that "it", "there" and "here" mean, and "his town": by what the same sentence or the one before told."""

from __future__ import annotations

import re

from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.where.locals import some_part
from situate.resolve.where.own import undetermined
from situate.resolve.where.phrases import DEFINITE, Phrase
from situate.resolve.where.said import ACTS
from situate.resolve.where.sites import Resolution
from situate.resolve.where.told import Told

_OWN = re.compile(r"\s*(?:their|his|her|our)\b", re.IGNORECASE)
# "The mayor of Lisk said that | his town", "elders of Lisk … | the village".
_PEOPLE_OF = re.compile(
    r"\b(?:mayor|governor|administrator|chief|head|imam|elder|leader|councillor|council|notable|resident|inhabitant|"
    r"villager|people|native|defender)s? of (?:the (?:town|village|city|hamlet) of )?$",
    re.IGNORECASE,
)
_SAME_SENTENCE = 200  # letters
_POINTING = frozenset({"it", "its", "there"})  # pronouns that a place just spoken of can stand behind
_QUOTED = re.compile(r"[“][^”]*\Z|\A[^\"]*\"(?:[^\"]*\"[^\"]*\")*[^\"]*\Z")  # a quotation that is not closed
_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+(?=\S)")
# "The village, 40 km north-west of | Lisk": where the town is that is spoken of.
_AWAY_FROM = re.compile(
    r"(?:\b(?:km|kilomet(?:er|re)s?|miles?)(?:\s(?:to the\s)?(?:north|south|east|west)[\w-]*)?\s(?:of|from)"
    r"|(?<!the )\b(?:north|south|east|west)[\w-]*\sof)\s(?:the\s(?:city|town|capital)(?:\sof)?,?\s)?$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:accus|blam|urg|warn|ask|press|criticis|criticiz)\w*\s$")


class Pronouns:
    """What the pronouns of one report mean, as its phrases are read.

    ``read`` are the places where something happened, in the order of the text.
    """

    def __init__(self, told: Told) -> None:
        self._told = told
        self.read: list[tuple[Span, Place]] = []

    def pointed_at(self, span: Span) -> Resolution | None:
        """What "it" and "there" mean: the place of the happening told last, here or in the sentence before.

        A town that its own sentence names after that is nearer ("restored order to the town after they cleared it").
        """
        word = span.of(self._told.text).casefold()
        if word == "here":  # a reporter's is the town of the dateline; where somebody quoted is, nobody can tell
            town = self._told.written_in if not _QUOTED.search(self._told.text, 0, span.start) else None
            return Resolution(place=town) if town is not None else None
        if word not in _POINTING:
            return None
        named = self.town_before(span)
        if named is not None and (not self.read or self.read[-1][0].end <= named[0].start):
            return Resolution(place=named[1])
        opening = self._town_opened(span)
        if opening is not None and (not self.read or self.read[-1][0].start <= opening[0].start):
            return Resolution(place=opening[1])
        if not self.read:
            return None
        last, place = self.read[-1]
        between = self._told.text[last.end : span.start]
        near = last.end <= span.start and len(_SENTENCE_END.findall(between)) <= 1 and "\n" not in between
        here = place.precision != "country" and self._told.country() in (None, place.country)
        return Resolution(place=place) if near and here else None

    def here(self, span: Span, phrase: Phrase) -> Resolution | None:
        """What a reporter says is "here" ("the gymnasium of Ostria State University here"): in the dateline's town."""
        town = self._told.written_in
        if town is None or phrase.relation is not None or not phrase.text.endswith(" here"):
            return None
        if _QUOTED.search(self._told.text, 0, span.start):
            return None
        return Resolution(place=some_part(undetermined(phrase.text[: -len(" here")]), town))

    def read_as(self, words: str) -> Place | None:
        """The place that the same words meant when they were told last."""
        return next((place for span, place in reversed(self.read) if span.of(self._told.text) == words), None)

    def town_before(self, span: Span) -> tuple[Span, Place] | None:
        """The last town that a sentence names before a word of it, in no name of somebody.

        Nor one that only says where another is; nor one that acts or is spoken to: its government is meant ("Ostry
        would defeat the rebels there", "accused Ostry of backing those who hold it"). So is a town of another land.
        """
        home = self._told.country()
        for name in reversed(self._told.inside(Span(self._sentence_start(span), span.start), "name")):
            place = self._told.found[name].place
            town = place is not None and place.precision == "settlement" and not self._told.somebody(name.span.start)
            town = town and place is not None and home in (None, place.country)
            before = self._told.text[max(0, name.span.start - 60) : name.span.start]
            told = _ADDRESSED.search(before) or _AWAY_FROM.search(before)
            if place is not None and town and told is None and not ACTS.match(self._told.text, name.span.end):
                return name.span, place
        return None

    def _town_opened(self, span: Span) -> tuple[Span, Place] | None:
        """The town with which the sentence before opens: "Lisk sits on the road to the border. They took it"."""
        here = self._sentence_start(span)
        start = self._sentence_start(Span(here - 2, here - 2)) if here > 2 else here
        if start >= here or "\n" in self._told.text[start:here]:
            return None
        name = next(iter(self._told.inside(Span(start, here), "name")), None)
        place = self._told.found[name].place if name is not None else None
        if name is None or place is None or place.precision not in {"settlement", "part"}:
            return None
        opens = name.span.start == start and not self._told.somebody(start)
        opens = opens and self._told.country() in (None, place.country)
        return (name.span, place) if opens and not ACTS.match(self._told.text, name.span.end) else None

    def whose_town(self, span: Span, phrase: Phrase) -> Resolution | None:
        """The town whose mayor, elders or people the sentence told of before "his town" or "the village".

        It is that one even where no gazetteer has it: nobody speaks of another town as his. "The town" is the one named
        last, so only where the sentence names no other after them.
        """
        start = self._sentence_start(span)
        names = self._told.inside(Span(start, span.start), "name")
        names = [name for name in names if _PEOPLE_OF.search(self._told.text, start, name.span.start)]
        if not names or not DEFINITE.match(phrase.text):
            return None
        after = self._told.inside(Span(names[-1].span.end, span.start), "name")
        found = self._told.found[names[-1]]
        town = found.place is None or found.place.precision == "settlement"
        return found if town and (not after or _OWN.match(phrase.text)) else None

    def _sentence_start(self, span: Span) -> int:
        before = self._told.text[max(0, span.start - _SAME_SENTENCE) : span.start]
        ends = [m.end() for m in re.finditer(rf"{_SENTENCE_END.pattern}|\n", before)]
        return span.start - len(before) + (ends[-1] if ends else 0)
