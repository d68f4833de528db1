"""A place that one claim divides between sides is held in parts, by each of them."""

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

from situate.derive import derive
from situate.model.claim import Evidence, Role
from situate.model.span import Span

_spec = importlib.util.spec_from_file_location("derive_world", Path(__file__).with_name("world.py"))
world = importlib.util.module_from_spec(_spec)
sys.modules["derive_world"] = world
_spec.loader.exec_module(world)
NOW = world.interval(None, "open", "none")


def between(words, *, before=False):
    """A claim of control on some words, by reds and blues, who are named after or before them."""
    told = world.claim("control", "a", place=world.TOWN, actor=world.REDS, when=NOW, words=words)
    at = told.trigger.span
    spans = [Span(at.start - 8, at.start - 6), Span(at.start - 5, at.start - 3)] if before else [at, at]
    sides = [
        Role(role="actor", evidence=Evidence(span=span, quote="words"), actor=actor)
        for actor, span in zip((world.REDS, world.BLUES), spans, strict=True)
    ]
    return replace(told, roles=(*(r for r in told.roles if r.role != "actor"), *sides))


def held(claim):
    (spell,) = (s for s in derive([claim], world.published(a="2031-02-01")).spells if s.dimension == "control")
    return spell.value, spell.place.precision, {part.actor.id for part in spell.actors}


def test_sides_between_which_a_town_is_divided_hold_parts_of_it():
    for told in (between("divided"), between("split"), between("control", before=True)):
        assert held(told) == ("mixed", "part", {"reds", "blues"})


def test_two_sides_beside_other_words_are_no_division():
    for told in (between("holds"), between("control")):
        value, precision, sides = held(told)
        assert (value, len(sides)) == ("held", 1)
        assert precision == "settlement"
