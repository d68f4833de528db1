"""What a pronoun stands for, in the words of the report: the phrase nearest to it that means whom it means.

The reader gives each pronoun the name nearest before it; whom it means is found later, and may be another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from situate.model.claim import ACTOR_ROLES, Claim, Role
from situate.model.mention import Antecedents
from situate.model.span import Span
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.links import Linked
from situate.resolve.who.names import keys

_DEPTH = 8  # pronouns that take up one another
_LIKELY = 0.5  # share from which on words are told of a pronoun that is nobody known


def with_antecedents(
    claims: Sequence[Claim], antecedents: Sequence[Antecedents], actors: Mapping[Span, Linked], text: str
) -> list[Claim]:
    """Claims whose pronouns stand for words of the report that mean the same as they do, or for none."""
    told = _Told(antecedents, actors, text)
    return [replace(claim, roles=tuple(told.anew(role) for role in claim.roles)) for claim in claims]


class _Told:
    def __init__(self, antecedents: Sequence[Antecedents], actors: Mapping[Span, Linked], text: str) -> None:
        self._asked = {one.span.start: one for one in antecedents}
        self._text = text
        self._actors = actors
        self._named: dict[str, list[Span]] = {}
        for span, (actor, _) in actors.items():
            if actor is not None and not _is_pronoun(span.of(text)):
                self._named.setdefault(actor.id, []).append(span)

    def anew(self, role: Role) -> Role:
        """A role whose pronoun stands for other words, where others are meant."""
        span = role.evidence.span
        land = role.ref is None and len(role.evidence.quote) > 1 and role.evidence.quote.isupper()  # "US"
        if role.role not in ACTOR_ROLES or land or not _is_pronoun(role.evidence.quote):
            return role
        actor, _ = self._actors.get(span, (None, None))
        if actor is not None:
            named = self._named.get(actor.id, [])
            before = (there for there in named if there.end <= span.start)
            later = min(named, key=lambda there: there.start, default=None)
            nearest = max(before, key=lambda there: there.end, default=later)
            return replace(role, ref=None if nearest is None else nearest.of(self._text))
        phrase, share = max(self._phrases(span.start, 1.0, _DEPTH), key=lambda one: one[1], default=(span, 0.0))
        if share >= _LIKELY:
            return replace(role, ref=phrase.of(self._text))
        return replace(role, ref=None) if role.ref and _is_pronoun(role.ref) else role

    def _phrases(self, at: int, share: float, depth: int) -> Iterator[tuple[Span, float]]:
        """The phrases that a pronoun may take up, with their shares, also by way of other pronouns."""
        asked = self._asked.get(at)
        for taken in asked.among if asked is not None else ():
            if not _is_pronoun(taken.head.of(self._text)):
                yield taken.phrase, share * taken.share
            elif depth:
                yield from self._phrases(taken.head.start, share * taken.share, depth - 1)


def _is_pronoun(words: str) -> bool:
    return lexicon().is_pronoun(keys(words))
