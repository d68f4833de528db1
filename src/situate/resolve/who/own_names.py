"""Bodies that no registry has, by the form of the names that phrases give them."""

from __future__ import annotations

from collections.abc import Sequence

from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.links import Linked
from situate.resolve.who.local import not_in_registry
from situate.resolve.who.parts import Part
from situate.resolve.who.phrases import unbroken

_OF_STATES = frozenset({"parliament", "court", "government", "authorities", "army", "police", "congress", "assembly"})


def by_its_noun(text: str, core: Sequence[Part], rest: Sequence[Part] = ()) -> Linked | None:
    """A group that no registry has, known by a proper name with a noun for a group in it."""
    words = lexicon()
    run = [p for p in core if p.capital]
    if not run or len(run) < len(core):
        return None
    for index, part in enumerate(unbroken(text, [run[-1], *rest])[1:]):
        if part.capital:
            run += rest[len(run) - len(core) : index + 1]
        elif part.key not in {"of", "for", "and", "the"}:
            break
    if len(run) < 2:
        return None
    of_people = any(p.possessive and words.is_("people", p.key) for p in run[:-1])  # "the People's Column"
    if not of_people and not any(p.key in words.organisation_nouns for p in run):
        return None
    name = " ".join(text[run[0].start : run[-1].end].split()).strip("“”\"'‘’ ")
    return not_in_registry(name)


def called_by_its_kind(text: str, core: Sequence[Part]) -> Linked | None:
    """A body by its own name and small words for what it is: "the Firat news agency"."""
    words = lexicon()
    core = core[next((i for i, p in enumerate(core) if not words.ordinary(p.key)), 0) :]
    own = [p for p in core if p.capital]
    kind = list(core[len(own) :])
    if not own or not kind or any(p.form or p.capital for p in kind) or any(p.form for p in own):
        return None
    if own[-1].possessive:
        return None  # "Lorn’s office"
    if any(words.ordinary(p.key) for p in own) or list(core[: len(own)]) != own:
        return None
    kinds = words.organisation_nouns | words.kinds
    if not all(p.key in kinds or words.is_("state_media", p.key) for p in kind):
        return None
    name = text[own[0].start : kind[-1].end].strip("“”\"'‘’ ")
    return not_in_registry(name)


def of_many_lands(text: str, head: Sequence[Part]) -> Linked | None:
    """Whom a phrase with a region's name means, which is no one state's: "the Central American Parliament"."""
    words = lexicon()
    wide = next((i for i, p in enumerate(head) if p.key in words.no_state), None)
    if wide is None:
        return None
    if words.is_("people", head[-1].key):
        return None, "description"
    body = wide + 1 < len(head) and all(p.capital for p in head[wide:]) and head[-1].key in _OF_STATES
    return not_in_registry(text[head[wide].start : head[-1].end]) if body else None


def longer_name(rest: Sequence[Part], name: Part) -> list[Part] | None:
    """The body in whose name a state's stands: "All Pakistan Muslim League"; ``None`` where the state is meant."""
    words, at = lexicon(), rest.index(name)
    first = at
    while first and rest[first - 1].capital and rest[first - 1].start >= 0 and rest[first - 1].form is None:
        first -= 1
    last = at
    while last + 1 < len(rest) and rest[last + 1].capital and rest[last + 1].form is None:
        last += 1
    if not first < at < last:
        return None
    own = rest[last].key in words.organisation_nouns and not words.is_("government", rest[last].key)
    plain = all(words.is_any(("military", "police"), p.key) for p in rest[at + 1 : last + 1])
    return list(rest[first : last + 1]) if own and not plain else None
