"""Who has the floor: which attribution covers a word, in its own sentence or from another one of the same quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from situate.extract.speakers.attributed import Said
from situate.extract.speakers.attribution import attributions
from situate.extract.speakers.headlines import apart, headline_end
from situate.extract.speakers.quotes import quoted, sets_apart
from situate.extract.speakers.turns import Turn, turns
from situate.extract.tree.tense import told_from_then
from situate.model.sentence import Sentence, Token
from situate.model.span import Span
from situate.text.sentences import blocks

_ONE_MORE = 2  # sentences up to which a paragraph of reported speech does not go on
_LONG = 12  # sentences that such a paragraph has at most
_BACK = 6  # sentences that a quotation is followed back to who speaks


@dataclass(frozen=True, slots=True)
class Floor:
    """Who speaks where: the attributions of a report, its quotations, and where its paragraphs are.

    Both are looked up by where they stand: a long report has as many of them as claims.
    """

    said: tuple[Said, ...]  # sentence by sentence
    quotes: tuple[Span, ...]  # in order; none overlaps another
    paragraphs: tuple[int, ...]  # paragraph number of each sentence
    headline: int = 0  # where a headline ends that runs into the text; 0: there is none
    turns: tuple[Turn, ...] = ()  # who is named by brackets or a signature
    _at: dict[int, list[Said]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _spoken: list[int] = field(init=False, repr=False, compare=False, default_factory=list)  # keys of ``_at``

    def __post_init__(self) -> None:
        for one in self.said:
            self._at.setdefault(one.sentence, []).append(one)
        self._spoken.extend(sorted(self._at))

    def _of(self, number: int) -> list[Said]:
        return self._at.get(number, [])

    def covering(self, sentences: Sequence[Sentence], number: int, token: Token) -> list[Said]:
        """The attributions that cover a token, nearest first; empty when the outlet speaks itself."""
        here = [s for s in self._of(number) if token.index in s.covered]
        if here:
            return sorted(here, key=lambda s: (s.passes, len(s.covered), not s.cited, -s.cue.start))
        opened = self._opened(number)
        if opened is not None:
            return [opened]
        led = self._led(number)
        if led is not None:
            return [led]
        reported = self._reported_on(sentences, number)
        if reported is not None:
            return [self._name_behind(reported)]
        so = [s for s in self._of(number + 1) if s.so]
        if so and self.paragraphs[number + 1] == self.paragraphs[number]:
            return [self._name_behind(so[0])]
        around = self._around(token.start, token.end)
        if around is None or sets_apart(sentences[number], around):
            return []
        carried = self._carried(sentences, number, token)
        return [carried] if carried else []

    def _opened(self, number: int) -> Said | None:
        """The speaker whose statement was opened by a colon and goes on until somebody else speaks."""
        if any(not s.aside for s in self._of(number)):
            return None
        for before in reversed(self._spoken[: bisect_left(self._spoken, number)]):
            last = [s for s in self._of(before) if not s.aside][-1:]
            if last:
                return last[0] if last[0].opens else None
        return None

    def _led(self, number: int) -> Said | None:
        """The speaker whom a short paragraph begins with ("The mayor: …"), where its sentence names no other.

        Of a page that runs on without paragraphs it is the headline that begins so.
        """
        first, last = (cut(self.paragraphs, self.paragraphs[number]) for cut in (bisect_left, bisect_right))
        if self._of(number) or last - first > _BACK:
            return None
        return next((s for s in self._of(first) if s.leads), None)

    def _reported_on(self, sentences: Sequence[Sentence], number: int) -> Said | None:
        """The speaker of a paragraph that goes on in reported speech ("She said … Forty had been freed. …").

        Only where all that follows what he is told to have said is told from then, and more than one sentence: a
        single one tells what came before (in the annotated reports, five of thirty such are what he says).
        """
        first, last = (cut(self.paragraphs, self.paragraphs[number]) for cut in (bisect_left, bisect_right))
        begun = next((n for n in range(number - 1, first - 1, -1) if self._of(n)), None)
        if begun is None or last - begun <= _ONE_MORE or last - first > _LONG or self._of(number):
            return None
        following = sentences[begun + 1 : last]
        if not all(told_from_then(s) for s in following) or any(self._of(n) for n in range(begun + 1, last)):
            return None
        said = [s for s in self._of(begun) if s.covered and not s.aside and not self._within(s)]
        return said[-1] if said else None

    def _carried(self, sentences: Sequence[Sentence], number: int, token: Token) -> Said | None:
        """The speaker who has the floor in a quotation without a cue of its own."""
        same = [s for s in self._of(number) if not self._within(s)]
        if same:
            return min(same, key=lambda s: abs(s.cue.start - token.start))
        behind = [s for s in self._of(number + 1) if s.bare]
        if behind:
            return self._name_behind(behind[0])
        closing = self._closing(sentences, token)
        if closing is not None:
            return closing
        back = number - 1
        while back >= 0 and number - back <= _BACK:
            before = [s for s in self._of(back) if not self._within(s)]
            if before:
                return self._name_behind(before[-1])
            if self.paragraphs[back] != self.paragraphs[number] and not self._in_quote(sentences[back]):
                break
            back -= 1
        if number + 1 < len(sentences) and self.paragraphs[number + 1] == self.paragraphs[number]:
            return next(iter(self._of(number + 1)), None)
        return None

    def _closing(self, sentences: Sequence[Sentence], token: Token) -> Said | None:
        """Who is named right behind the quotation that a token is in, if that ends in a later sentence."""
        around = self._around(token.start, token.end)
        if around is None:
            return None
        last = bisect_right(sentences, around.end - 1, key=lambda s: s.start) - 1
        behind = [s for s in self._of(last) if s.cue.start >= around.end]
        return next(iter(behind), None)

    def _name_behind(self, said: Said) -> Said:
        """For a pronoun in another sentence, the speaker who was named last before it.

        ("The mayor told us that doctors had told him that two died. … he said": the mayor, not who told him.)
        """
        named = [s for n in range(said.sentence - 4, said.sentence + 1) for s in self._of(n) if not s.pronoun]
        named = [s for s in named if (s.sentence, s.cue.start) < (said.sentence, said.cue.start)]
        if not said.pronoun or not named:
            return said
        around = [s for s in named if s.sentence == named[-1].sentence and named[-1].covered < s.covered]
        return min(around, key=lambda s: s.cue.start, default=named[-1])

    def _within(self, said: Said) -> bool:
        """Whether somebody is told inside a quotation to have spoken: he does not speak the quotation."""
        around = self._around(said.cue.start, said.cue.end)
        return around is not None and around.covers(said.cue)

    def _in_quote(self, sentence: Sentence) -> bool:
        return self._around(sentence.start, sentence.end) is not None

    def _around(self, start: int, end: int) -> Span | None:
        """The first quotation that overlaps a stretch."""
        number = bisect_right(self.quotes, start, key=lambda q: q.end)
        return self.quotes[number] if number < len(self.quotes) and self.quotes[number].start < end else None


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> list[int]:
    """The number of the paragraph of each sentence; a line of wrapped text is none of its own."""
    starts = [start for start, _ in blocks(text)]
    return [bisect_right(starts, sentence.start) for sentence in sentences]


def floor(text: str, sentences: Sequence[Sentence], verbs: Collection[str]) -> Floor:
    """The floor of a report."""
    paragraphs = _paragraphs(text, sentences)
    end = headline_end(text, sentences)
    said = apart(text, sentences, attributions(sentences, verbs), end)
    return Floor(tuple(said), tuple(quoted(text)), tuple(paragraphs), end, tuple(turns(text)))
