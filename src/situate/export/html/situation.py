"""What holds now: the table that a hurried reader needs first, and what no longer holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from situate.export.html.context import Context, standing_badge
from situate.export.html.markup import Safe, join, quoted, source, tag
from situate.export.html.printing import left_out, sheet
from situate.export.wording import actor_words, day_words, end_words, start_words
from situate.model.claim import Claim
from situate.model.event import Part
from situate.model.place import Place
from situate.model.situation import Spell

_VALUES = {
    ("control", "held"): "held", ("control", "mixed"): "different sides hold parts of it",
    ("siege", "pressured"): "under pressure", ("access", "supplied_by_air"): "supplied by air",
    ("access", "cut_off"): "route cut", ("access", "open"): "route open", ("access", "denied"): "aid denied",
    ("access", "supplied"): "supplied",
}  # fmt: skip
_DIMENSIONS = ("control", "siege", "access", "truce", "population")
_QUOTES = 3
_ENDED = 12


def rank(spell: Spell) -> int:
    """The order in which a place's dimensions are read: who holds it, who besieges it, how it is supplied."""
    return _DIMENSIONS.index(spell.dimension)


def value_words(spell: Spell) -> str:
    """A spell's value in words, without who."""
    return _VALUES.get((spell.dimension, spell.value), spell.value.replace("_", " "))


def by_whom(parts: tuple[Part, ...]) -> str:
    """Who holds, besieges or supplies."""
    return actor_words(tuple(part.actor for part in parts if part.role != "besieged"))


def spell_words(spell: Spell) -> str:
    """A spell in one phrase: "besieged by Islamic State"."""
    who = "" if spell.dimension == "population" else by_whom(spell.actors)
    several = spell.value in {"contested", "mixed", "truce"} and " and " in who
    link = ": " if several and spell.value == "mixed" else " between " if several else " by "
    return value_words(spell) + (link + who if who else "")


def situation_section(context: Context) -> Safe:
    """The section "What holds"."""
    holding = _in_order(context)
    day = day_words(context.now) if context.now else "an unknown day"
    title = tag("h2", f"What holds on {day}", id="situation")
    if not holding:
        return tag("section", title, tag("p", "Nothing is known to hold on that day."), _ended(context))
    fresh, stale = [s for s in holding if not s.stale], [s for s in holding if s.stale]
    tables = [_table(context, fresh, "The last publication day in the record. Parts of a place stand under it.")]
    tables += (
        [_table(context, stale, "Last known: no recent news, so nothing says that it still holds.")] if stale else []
    )
    return tag("section", title, *(tables if fresh else tables[1:]), _ended(context))


def _table(context: Context, spells: Sequence[Spell], words: str) -> Safe:
    head = tag("tr", *(tag("th", name, scope="col") for name in ("Place", "What", "Since", "How sure", "Who says so")))
    groups = [list(group) for _, group in groupby(spells, key=lambda spell: spell.place.id)]
    bodies = [_place_rows(context, group, number) for number, group in enumerate(groups)]
    note = left_out(len(groups), "places", "What holds")
    table = tag("table", tag("caption", words), tag("thead", head), *bodies, class_="situation")
    return join([note, table])


def _in_order(context: Context) -> list[Spell]:
    """What holds, place by place with its parts; the places of which most is known come first."""
    holding = context.holding()
    known = Counter(context.lineage(spell.place)[0] for spell in holding)

    def key(spell: Spell) -> tuple[int, tuple[str, ...], int, str, str]:
        lineage = context.lineage(spell.place)
        return -known[lineage[0]], lineage, rank(spell), spell.value, spell.id

    return sorted(holding, key=key)


def _place_rows(context: Context, spells: list[Spell], number: int) -> Safe:
    place = spells[0].place
    level = len(context.lineage(place)) - 1
    part = tag("span", _part_of(context, place), class_="part") if level else None
    name = tag(
        "th", part, source(place.title), scope="rowgroup", rowspan=len(spells), class_=f"place level{min(level, 3)}",
        data_label="Place",
    )  # fmt: skip
    rows = [_row(context, spell, name if row == 0 else None) for row, spell in enumerate(spells)]
    return tag("tbody", *rows, class_=sheet(number).strip() or None)


def _part_of(context: Context, place: Place) -> Safe:
    """ "part of Deir ez-Zor: ", since what it is part of need not stand above it."""
    whole = context.places.get(place.part_of or "")
    return join(["part of ", source(whole.title), ": "]) if whole is not None else Safe("part of it: ")


def _row(context: Context, spell: Spell, name: Safe | None) -> Safe:
    chip = tag("span", "", class_=f"chip a{context.colour(spell.actors)} {spell.dimension}", aria_hidden="true")
    what = tag("td", chip, tag("strong", spell_words(spell)), data_label="What")
    since = tag("td", start_words(spell.starts), data_label="Since")
    news = f"no news since {day_words(spell.last_news)}" if spell.last_news else "no recent news"
    stale = tag("span", news, class_="stale") if spell.stale else None
    sure = tag("td", standing_badge(spell.standing), stale, data_label="How sure")
    says = tag("td", _sayings(context, spell.claims), data_label="Who says so")
    return tag("tr", name, what, since, sure, says, id=context.anchors[spell.id])


def _sayings(context: Context, ids: tuple[str, ...]) -> Safe:
    claims = _each_saying_once(context, context.index.claims_of(ids))
    newest = claims[::-1][:_QUOTES]
    items = [
        tag("li", tag("a", source(context.index.voice(claim)), href=f"#{context.anchors[claim.id]}"), ": ",
            quoted(source(context.index.words(claim))))
        for claim in newest
    ]  # fmt: skip
    more = tag("li", f"and {len(claims) - len(newest)} more", class_="more") if len(claims) > len(newest) else None
    return tag("ul", *items, more, class_="sayings") if items else Safe("no claim in this view")


def _each_saying_once(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """Claims of one report in the same words, told once: a sentence can hold several."""
    said = {(claim.report, context.index.voice(claim), context.index.words(claim)): claim for claim in claims}
    return list(said.values())


def _ended(context: Context) -> Safe | None:
    """What has ended, the latest first."""
    holding = {spell.id for spell in context.holding()}
    past = [s for s in context.view.spells if s.id not in holding and not s.ends.open]
    if not past:
        return None
    past.sort(key=lambda s: (s.ends.latest or s.ends.earliest or "", s.id), reverse=True)
    items = [_ended_item(context, spell) for spell in past[:_ENDED]]
    more = tag("li", f"and {len(past) - _ENDED} more in the timeline") if len(past) > _ENDED else None
    return join([tag("h3", "No longer"), tag("ul", *items, more, class_="ended")])


def _ended_item(context: Context, spell: Spell) -> Safe:
    by = context.index.claims_of(spell.ended_by)
    told = [tag("a", source(context.index.voice(c)), href=f"#{context.anchors[c.id]}") for c in by[:_QUOTES]]
    says = join([" (", join(told, "; "), ")"]) if told else None
    return tag(
        "li", tag("strong", source(spell.place.title)), f": {spell_words(spell)}, {start_words(spell.starts)} until ",
        tag("strong", end_words(spell.ends)), says, " ", standing_badge(spell.standing), id=context.anchors[spell.id],
    )  # fmt: skip
