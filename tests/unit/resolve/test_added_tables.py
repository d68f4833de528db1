"""Actors and outlets that a user adds: what is taken, what is refused, how they join the packaged tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from situate.errors import BadArgument
from situate.pipeline.adding import Added, Request, Table, add, added, taken_away
from situate.resolve.outlets import Outlets
from situate.resolve.who.phrase import Linker
from situate.resolve.who.registry import Registry


def put(folder: Path, table: Table, name: str, text: str) -> Added:
    (folder / name).write_text(text, encoding="utf-8")
    return add(Request(table=table, path=folder / name), folder / "data")


def registry(folder: Path) -> Registry:
    return Registry.load(folder / "data")


def outlets(folder: Path) -> Outlets:
    return Outlets.load(folder / "data")


GROUPS = """
- name: Hill Guards
  kind: political_militia
  country: SY
  aliases: [Hill Guard, HGX]
  sides: [{side: syrian-government, from: 2014-05, to: 2016}]
  parents: [national-defence-forces]
  exists: {from: 2013}
  rests_on: a list of the team
- {id: hezbollah, name: Party of the Valley, kind: rebel_group}
- {name: Northern Watch, kind: rebel_group, country: NO}
"""


def test_actors_of_a_yaml_file(tmp_path: Path) -> None:
    made = put(tmp_path, "actors", "groups.yaml", GROUPS)
    assert (made.collection.rows, made.refused) == (3, ())
    known = registry(tmp_path)
    row = known.rows["hill-guards"]
    assert (row.name, row.inter, row.rests_on) == ("Hill Guards", 3, "a list of the team")
    assert known.side_of("hill-guards", "2015", "SY") == "syrian-government"
    assert known.parents("hill-guards", "2020") == ("national-defence-forces",)
    assert known.rows["northern-watch"].country == "NO"  # and not a boolean, as YAML has it
    linked, _ = Linker(known).link("the Hill Guards", country_hint="SY", date="2015-01-01")
    assert linked is not None
    assert (linked.id, linked.side) == ("hill-guards", "syrian-government")
    both = known.rows["hezbollah"]
    assert "Party of the Valley" in both.aliases
    assert (both.name, both.sides) == ("Hezbollah", Registry.load().rows["hezbollah"].sides)


def test_the_army_of_a_people_has_its_troops_and_forces(tmp_path: Path) -> None:
    put(tmp_path, "actors", "army.yaml", "- {id: military-of-oman, name: Velian Army, aliases: [National Army]}\n")
    linker = Linker(registry(tmp_path))
    for words in ("Velian troops", "the Velian forces", "the Velian military"):
        linked, _ = linker.link(words, country_hint="OM")
        assert (words, linked and linked.id) == (words, "military-of-oman")
    assert "National troops" not in registry(tmp_path).rows["military-of-oman"].aliases


def test_the_package_is_not_altered(tmp_path: Path) -> None:
    before = Registry.load()
    put(tmp_path, "actors", "groups.yaml", GROUPS)
    assert registry(tmp_path) != before
    assert Registry.load() is before
    taken_away("actors", "groups", tmp_path / "data")
    assert registry(tmp_path) == before


def test_actors_of_a_csv_file(tmp_path: Path) -> None:
    text = (
        "name;kind;country;aliases;side;side_from;parent;rests_on\n"
        "Hill Guards;political_militia;sy;Hill Guard|HGX;syrian-government;2014;national-defence-forces;\n"
    )
    assert put(tmp_path, "actors", "Groups 1.csv", text).collection.name == "groups-1"
    row = registry(tmp_path).rows["hill-guards"]
    assert row.aliases == ("Hill Guard", "HGX")
    assert (row.sides[0].id, row.sides[0].start, row.rests_on) == (
        "syrian-government", "2014", "Added by the user from Groups 1.csv.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{name: A}", "kind is None"),
        ("{name: A, kind: person}", "kind is 'person'"),
        ("{kind: rebel_group}", "no name"),
        ("{name: '!!', kind: rebel_group}", "id is"),
        ("{name: A, id: Bad Id, kind: rebel_group}", "id is"),
        ("{name: A, kind: rebel_group, country: XX}", "country is"),
        ("{name: A, kind: rebel_group, parents: [nobody]}", "parent 'nobody'"),
        ("{name: A, kind: rebel_group, sides: [{side: x, from: soon}]}", "from is 'soon'"),
        ("{name: A, kind: rebel_group, sides: [[x]]}", "no name and no mapping"),
        ("{name: Islamic State, id: new, kind: rebel_group, country: IQ}", "already names the actor 'islamic-state'"),
        ("{name: [a], kind: rebel_group}", "name is no text"),
        ("{name: A, kind: rebel_group, aliases: {a: b}}", "no list"),
        ("{name: Good Group, kind: rebel_group}", "a row 'good-group' before it"),
        ("just words", "no mapping"),
    ],
)
def test_a_bad_actor_is_a_line_with_its_reason(tmp_path: Path, row: str, reason: str) -> None:
    made = put(tmp_path, "actors", "x.yaml", f"- {{name: Good Group, kind: rebel_group}}\n- {row}\n")
    assert (made.collection.rows, len(made.refused)) == (1, 1)
    assert made.refused[0].line == 2
    assert reason in made.refused[0].reason


def test_an_alias_that_is_taken_is_dropped(tmp_path: Path) -> None:
    put(tmp_path, "actors", "x.yaml", "- {name: Hill Guards, kind: rebel_group, country: IQ, aliases: [ISIS, HGX]}")
    assert registry(tmp_path).rows["hill-guards"].aliases == ("HGX",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- !!python/object/apply:os.system [echo]", "tag"),
        ("- !x {name: A}", "tag"),
        ("- &a {name: A}\n- *a", "anchors"),
        ("a: &x [1]", "anchors"),
        ("- " + "[" * 5000, "no YAML|nested"),
        ("- {a: {b: {c: {d: {e: {f: {g: h}}}}}}}", "nested too deeply"),
        ("name: A", "no list of rows"),
        ("- {name: A", "no YAML"),
        ("", "no list of rows"),
    ],
)
def test_a_hostile_yaml_file_changes_nothing(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(BadArgument, match=words):
        put(tmp_path, "actors", "x.yaml", text)
    assert added("actors", tmp_path / "data") == []


def test_a_file_has_a_limit_of_size_and_of_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("situate.resolve.added.files.MOST_ROWS", 3)
    with pytest.raises(BadArgument, match="more than 3 rows"):
        put(tmp_path, "outlets", "x.csv", "name,country\n" + "A,SY\n" * 5)
    with pytest.raises(BadArgument, match="larger than 16 MiB"):
        put(tmp_path, "outlets", "y.csv", "name,country\n" + "A" * 17 * 2**20)


def test_outlets_of_a_user(tmp_path: Path) -> None:
    text = (
        "name,kind,country,owner,of,side,side_from,wires,sites,aliases\n"
        "Valley Courier,independent,SY,Valley Trust,,,,sana|reuters,valley.example,Courier\n"
        "Militia Voice,party,LB,,hezbollah,,,,,\n"
        "SANA,,,,,,,,sana.example,The Agency\n"
        "Reuters,,SY,,,,,,,\n"
        "Odd,blog,,,,,,,,\n"
        "Odder,party,,,nobody,,,,,\n"
        "Oddest,party,,,,,,nobody,,\n"
    )
    made = put(tmp_path, "outlets", "mine.csv", text)
    assert [(one.line, one.reason.split()[0]) for one in made.refused] == [(6, "kind"), (7, "of"), (8, "there")]
    table, known = outlets(tmp_path), registry(tmp_path)
    row, _ = table.link("https://www.valley.example/1")
    assert row is not None
    assert (row.id, row.wires, row.house) == ("valley-courier", ("sana", "reuters"), "owner:valley-trust")
    assert table.side("Militia Voice", known, date="2017-09-05", country="SY") == "syrian-government"
    agency, _ = table.link("the agency")
    assert agency is not None
    assert (agency.id, agency.kind, agency.sites) == ("sana", "state_agency", ("sana.sy", "sana.example"))
    assert table.side("The Agency", known, date="2017-09-05", country="SY") == "syrian-government"
    assert Outlets.load().link("the agency") == (None, "not_in_table")


def test_a_side_on_which_nobody_stands_is_a_slip_of_the_pen(tmp_path: Path) -> None:
    made = put(tmp_path, "outlets", "mine.csv", "name,side\nValley Courier,syrian-goverment\nHill Post,sana\nTop,us\n")
    assert [one.reason for one in made.refused][:1] == [
        "side is 'syrian-goverment', on which no actor of the registry stands (perhaps 'syrian-government')"
    ]


def test_an_outlet_can_be_the_organ_of_an_actor_of_the_users(tmp_path: Path) -> None:
    groups = "name,kind,country,side\nHill Guards,rebel_group,SY,hill-front\nDale Guards,rebel_group,SY,dale-front\n"
    made = put(tmp_path, "actors", "groups.csv", groups)
    assert [note.split(":")[0] for note in made.notes] == ["side 'dale-front' is new", "side 'hill-front' is new"]
    told = put(tmp_path, "outlets", "mine.csv", "name,of,side\nHill Radio,hill-guards,\nHill Post,,hill-front\n")
    assert told.refused == ()
    assert outlets(tmp_path).side("Hill Radio", registry(tmp_path)) == "hill-front"


def test_another_file_of_the_same_name_replaces_nothing(tmp_path: Path) -> None:
    put(tmp_path, "outlets", "mine.csv", "name,country\nValley Courier,SY\n")
    with pytest.raises(BadArgument, match=r"'mine' is the name of what was added from mine\.csv\."):
        put(tmp_path, "outlets", "mine.yaml", "- name: Hill Post\n")
    assert put(tmp_path, "outlets", "mine.csv", "name,country\nHill Post,SY\n").replaced


def test_a_damaged_collection_says_how_to_mend_it(tmp_path: Path) -> None:
    put(tmp_path, "outlets", "mine.csv", "name,country\nValley Courier,SY\n")
    (tmp_path / "data" / "outlets" / "mine.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadArgument, match="outlets add FILE"):
        outlets(tmp_path)
