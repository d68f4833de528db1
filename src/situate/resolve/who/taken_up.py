"""Whom "it", "they", "he", "she" and "the group" take up by the learned scorer, weighed against what the rules say.

The scorer (``extract.referring``) gives each noun before a pronoun or noun a share; here the shares of all that mean
one actor are added up. What rules say counts more than its share: they know words that the scorer has no sign for. How
much more was chosen on 264 reports with marked mentions that neither was made on then (``training/README.md``).
"""

from __future__ import annotations

import math

from situate.model.actor import Actor
from situate.model.mention import Antecedents, Taken
from situate.resolve.who.gender import HE, SHE, can_be
from situate.resolve.who.lexicon import given_names, lexicon
from situate.resolve.who.local import local_body
from situate.resolve.who.names import fold, keys
from situate.resolve.who.told import Told

_RULE = math.exp(2.0)  # by how much a share counts more where the rules say the same
_SURE = 0.8  # share from which on "it" tells that a name is no person's
_SAID = 0.001  # share of an actor whom only the rules know
_DEPTH = 12  # pronouns that take up one another

Shares = dict[str, tuple[Actor, float]]


def taken_up(told: Told, at: int, by_rule: Actor | None, word: str = "") -> Actor | None:
    """The actor whom the pronoun (``word``) or noun at a place takes up, which the scorer looked at.

    ``by_rule``: whom rules say it means. What they say of a noun gives way to somebody else alone, since "the prime
    minister" and "the army" need nobody told of before.
    """
    every = _shares(told, told.antecedents[at], {}, _DEPTH)
    shares = {key: one for key, one in every.items() if not word or _fits(word, one[0], told.text)}
    nobody = 1.0 - sum(share for _, share in every.values())
    if by_rule is not None:
        share = shares.get(by_rule.id, (by_rule, _SAID))[1]
        shares[by_rule.id] = by_rule, max(share, _SAID) * _RULE
    actor, most = max(shares.values(), key=lambda one: one[1], default=(None, 0.0))
    return actor if most > nobody else None if word else by_rule


def no_persons(told: Told) -> dict[str, Actor]:
    """Bodies taken for persons: a word that no table has and that "it" takes up; by the id of the person.

    A given name is none, nor are two words: to show a private person's name as a body's would do harm.
    """
    bodies: dict[str, Actor] = {}
    persons: set[str] = set()
    for asked in told.antecedents.values():
        word = told.text[asked.span.start : asked.span.end].casefold()
        likeliest = max(asked.among, key=lambda one: one.share, default=None)
        actor = _linked(told, likeliest) if likeliest is not None and likeliest.share >= _SURE else None
        if actor is None or not actor.private or len(keys(actor.name)) > 1 or fold(actor.name) in given_names():
            continue
        if word in HE | SHE:
            persons.add(actor.id)
        elif lexicon().is_("pronoun_thing", word):
            bodies[actor.id] = local_body(actor.name)
    return {key: body for key, body in bodies.items() if key not in persons}


def _fits(word: str, actor: Actor, text: str) -> bool:
    """Whether a pronoun can be an actor; "they" is no outlet, which tells of others ("spoke to six men … they")."""
    if word in HE | SHE:
        return actor.kind == "person" and can_be(word, actor, text)
    many = lexicon().is_("pronoun_group", word)
    return actor.kind not in ({"person", "outlet"} if many else {"person"})


def _shares(told: Told, asked: Antecedents, known: dict[int, Shares], depth: int) -> Shares:
    """The shares of the actors whom a pronoun or noun may take up, also by way of others that take up something."""
    at = asked.span.start
    if at in known or not depth:
        return known.get(at, {})
    known[at] = {}
    found: Shares = {}
    for one in asked.among:
        actor = _linked(told, one)
        further = told.antecedents.get(one.head.start) if actor is None else None
        there = _shares(told, further, known, depth - 1) if further else {}
        if actor is not None:
            there = {actor.id: (actor, 1.0)}
        for key, (other, share) in there.items():
            found[key] = other, found.get(key, (other, 0.0))[1] + one.share * share
    known[at] = found
    return found


def _linked(told: Told, one: Taken) -> Actor | None:
    """The actor of the longest phrase that begins in that of a noun and does not end before it, or of one beside it."""
    for phrase in (one.phrase, *one.beside):
        there = told.order.beginning(phrase.start, phrase.end)
        ruled = (i for i in there if told.namings[i].span.end >= phrase.end and i in told.done)
        linked = (i for i in ruled if told.done[i][0] is not None)
        longest = told.longest(linked)
        if longest is not None:
            return told.done[longest][0]
    return None
