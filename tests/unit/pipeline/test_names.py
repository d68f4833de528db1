"""Which actors a name means."""

from __future__ import annotations

import pytest

from situate.errors import BadArgument
from situate.pipeline.names import people_meant
from situate.ports import Named

KNOWN = {
    "is": "Islamic State",
    "coalition": "US-led coalition against the Islamic State",
    "words:fighter": "an Islamic State fighter",
    "against": "Against Corruption",
}


class Record:
    def named(self, kind):
        return tuple(Named(id=key, data={"name": name}, claims=1, reports=1) for key, name in KNOWN.items())


class Plain:
    def key(self, name):
        return name.casefold()

    def actors(self, name):
        return ("is",) if name == "Daesh" else ()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Islamic State", {"is", "words:fighter"}),
        ("islamic", {"is", "words:fighter"}),
        ("Daesh", {"is"}),
        ("coalition", {"coalition"}),
        ("against the Islamic State", {"coalition"}),
        ("US-led coalition against the Islamic State", {"coalition"}),
        ("corruption", {"against"}),
    ],
)
def test_part_of_a_name_is_enough_but_not_what_it_is_against(name, meant):
    assert set(people_meant(Record(), "actor", name, Plain())) == meant


def test_a_name_that_nobody_has_is_answered_with_near_ones():
    with pytest.raises(BadArgument, match="Near it: Islamic State"):
        people_meant(Record(), "actor", "Islamic Stait", Plain())
