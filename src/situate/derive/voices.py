"""Who of those that one report quotes on one happening is whom: a body and its head, an office and its holder.

A report that has a monitor's word first, and then that of "Ana Veld, the head of the monitor", has one source; so has
one that names an ambassador and goes on with "the ambassador". Nothing here knows the registry: its own persons are
known by ``Publication.speaks_for``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from situate.derive.interest import rules
from situate.model.claim import Claim, Speaker

_MOST_BEFORE = 4  # words between "the" and the office
_SHARED = 2  # words of a body's name that are no chance


def echoes(quoted: Sequence[Claim]) -> dict[str, Claim]:
    """For claims of one report and happening, by id: another one that has the word of the same source."""
    spoken = [(claim, said) for claim in quoted if (said := _voice(claim)) is not None]
    found: dict[str, Claim] = {}
    for claim, said in spoken:
        others = [(other, by) for other, by in spoken if by.actor != said.actor]
        same = (other for other, by in others if _speaks_for(said, by) or _is_office_of(claim, said, other, by))
        meant = next(same, None)
        if meant is not None and found.get(meant.id) is not claim:
            found[claim.id] = meant
    return found


def _voice(claim: Claim) -> Speaker | None:
    return next((speaker for speaker in claim.speakers if speaker.actor is not None), None)


def _speaks_for(person: Speaker, body: Speaker) -> bool:
    """Whether the words for a person tell an office of the body ("Ana Veld, the head of the monitor")."""
    if person.actor is None or body.actor is None or person.actor.kind != "person" or body.actor.kind == "person":
        return False
    if not _offices(person):
        return False
    own = _words(person.actor.name)
    told = _words(person.evidence.quote) - own
    shared = told & (_words(body.actor.name) | _words(body.evidence.quote)) - _every_office()
    as_nouns = {word for word in shared if re.search(rf"\b{re.escape(word)}\b", person.evidence.quote)}
    return bool(as_nouns) or len(shared) >= _SHARED


def _is_office_of(claim: Claim, office: Speaker, other: Claim, person: Speaker) -> bool:
    """Whether a bare office ("the foreign secretary") is that of a person who is named beside it.

    The words for the person tell the office too ("Ambassador Veld"); or the one says again what the other says, both
    hold public office, and the words name no other country's.
    """
    if person.actor is None or office.actor is None or person.actor.kind != "person" or office.actor.kind == "person":
        return False
    bare = _bare_office(office.evidence.quote)
    if bare is None:
        return False
    named = re.search(r"\s[A-Z]", office.evidence.quote) is not None
    if named and person.actor.country not in {None, office.actor.country}:
        return False
    if bare in _offices(person):
        return True
    again = claim.same_as == other.id or other.same_as == claim.id
    return again and not named and person.actor.side is not None and office.actor.kind == "government"


def _bare_office(words: str) -> str | None:
    """The office that a phrase without a name tells ("the British ambassador to the United Nations")."""
    told = [word.casefold() for word in re.findall(r"[\w’'-]+", words)]
    if not told or told[0] not in {"the", "its", "his", "her", "their"}:
        return None
    return next((word for word in told[1 : 2 + _MOST_BEFORE] if word in rules()["offices"]["held"]), None)


def _offices(speaker: Speaker) -> Set[str]:
    return _words(speaker.evidence.quote) & _every_office()


def _every_office() -> Set[str]:
    offices: Mapping[str, Sequence[str]] = rules()["offices"]
    return {word for some in offices.values() for word in some}


def _words(phrase: str) -> Set[str]:
    return {word.casefold() for word in re.findall(r"\w{4,}", phrase)}
