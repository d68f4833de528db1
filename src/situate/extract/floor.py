"""Who has the floor: which attribution covers a word, in its own sentence or from another one of the same quotation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from situate.extract.attribution import Said, attributions, quoted
from situate.extract.headlines import apart, headline_end
from situate.model.sentence import Sentence, Token
from situate.model.span import Span

_WORD = 3  # words up to which marks set a word apart ('a string of "reconciliation deals"') and quote nobody
_BACK = 6  # sentences that a quotation is followed back to who speaks


@dataclass(frozen=True, slots=True)
class Floor:
    """Who speaks where: the attributions of a report, its quotations, and where its paragraphs are."""

    said: tuple[Said, ...]
    quotes: tuple[Span, ...]
    paragraphs: tuple[int, ...]  # paragraph number of each sentence
    headline: int = 0  # where a headline ends that runs into the text; 0: there is none

    def covering(self, sentences: Sequence[Sentence], number: int, token: Token) -> list[Said]:
        """The attributions that cover a token, nearest first; empty when the outlet speaks itself."""
        here = [s for s in self.said if s.sentence == number and token.index in s.covered]
        if here:
            return sorted(here, key=lambda s: (s.passes, len(s.covered), -s.cue.start))
        opened = self._opened(number)
        if opened is not None:
            return [opened]
        around = next((q for q in self.quotes if q.start < token.end and token.start < q.end), None)
        if around is None or _is_word(sentences[number], around):
            return []
        carried = self._carried(sentences, number, token)
        return [carried] if carried else []

    def _opened(self, number: int) -> Said | None:
        """The speaker whose statement was opened by a colon and goes on until somebody else speaks."""
        before = [s for s in self.said if s.sentence < number]
        last = before[-1] if before else None
        here = any(s.sentence == number for s in self.said)
        return last if last is not None and last.opens and not here else None

    def _carried(self, sentences: Sequence[Sentence], number: int, token: Token) -> Said | None:
        """The speaker who has the floor in a quotation without a cue of its own."""
        same = [s for s in self.said if s.sentence == number and not self._within(s)]
        if same:
            return min(same, key=lambda s: abs(s.cue.start - token.start))
        behind = [s for s in self.said if s.sentence == number + 1 and s.bare]
        if behind:
            return self._name_behind(behind[0])
        back = number - 1
        while back >= 0 and number - back <= _BACK:
            before = [s for s in self.said if s.sentence == back and not self._within(s)]
            if before:
                return self._name_behind(before[-1])
            if self.paragraphs[back] != self.paragraphs[number] and not self._in_quote(sentences[back]):
                break
            back -= 1
        if number + 1 < len(sentences) and self.paragraphs[number + 1] == self.paragraphs[number]:
            return next((s for s in self.said if s.sentence == number + 1), None)
        return None

    def _name_behind(self, said: Said) -> Said:
        """For a pronoun in another sentence, the speaker who was named last before it."""
        named = [s for s in self.said if not s.pronoun and said.sentence - 4 <= s.sentence <= said.sentence]
        named = [s for s in named if (s.sentence, s.cue.start) < (said.sentence, said.cue.start)]
        return named[-1] if said.pronoun and named else said

    def _within(self, said: Said) -> bool:
        """Whether somebody is told inside a quotation to have spoken: he does not speak the quotation."""
        return any(q.covers(said.cue) for q in self.quotes)

    def _in_quote(self, sentence: Sentence) -> bool:
        return any(q.start < sentence.end and sentence.start < q.end for q in self.quotes)


def _is_word(sentence: Sentence, quotation: Span) -> bool:
    """Whether quotation marks only set a word of the sentence apart."""
    inside = [t for t in sentence.tokens if quotation.start <= t.start < quotation.end and t.upos != "PUNCT"]
    words = sum(t.upos != "PUNCT" for t in sentence.tokens)
    return len(inside) <= _WORD and words > len(inside) and quotation.end <= sentence.end


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> list[int]:
    """How many line breaks stand before each sentence; sentences come in order, so each stretch is counted once."""
    starts = [0, *(sentence.start for sentence in sentences)]
    return list(accumulate(text.count("\n", *stretch) for stretch in pairwise(starts)))


def floor(text: str, sentences: Sequence[Sentence], verbs: Collection[str]) -> Floor:
    """The floor of a report."""
    paragraphs = _paragraphs(text, sentences)
    end = headline_end(text, sentences)
    said = apart(text, sentences, attributions(sentences, verbs), end)
    return Floor(tuple(said), tuple(quoted(text)), tuple(paragraphs), end)
