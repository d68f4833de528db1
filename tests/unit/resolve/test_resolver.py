"""What a claim says of one of its fillers tells what another one means."""

import pytest

from situate.model.claim import Claim, Evidence, Role, Speaker
from situate.model.ids import claim_id
from situate.model.mention import Mention, Reading
from situate.model.report import Report
from situate.model.span import Span
from situate.resolve import Resolver
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.resolver import _in_turns
from situate.resolve.where.mentions import find_toponyms


def resolved(text: str, kind: str, trigger: str, person: str = "", ref: str = "", **roles: str) -> dict[str, Role]:
    def evidence(quote: str) -> Evidence:
        start = text.index(quote)
        return Evidence(span=Span(start, start + len(quote)), quote=quote)

    told = evidence(trigger)
    claim = Claim(
        id=claim_id("r", kind, told.span), report="r", type=kind, trigger=told,
        roles=tuple(Role(role=name, evidence=evidence(quote), ref=ref or None) for name, quote in roles.items()),
    )  # fmt: skip
    named = [Mention(report="r", kind="person", evidence=evidence(person))] if person else []
    report = Report(id="r", text=text, published="2018-03-10")
    (found,) = (
        Resolver.load()
        .resolve(report, Reading(report=report, mentions=tuple(named), attributions=(), claims=(claim,)))
        .reading.claims
    )
    return {role.role: role for role in found.roles}


KABUL = "The Taliban attacked Kabul, Kandahar and Herat in Afghanistan. In Afghanistan, the war goes on. "


def test_rebels_hold_ground_of_the_state_in_which_they_rebel() -> None:
    found = resolved(
        f"{KABUL}In Syria, rebel-held Aleppo was shelled.", "control", "held", actor="rebel", place="Aleppo"
    )
    assert found["actor"].actor.id == "syrian-rebels"
    home = resolved(f"{KABUL}Later rebel-held Kunduz was shelled.", "control", "held", actor="rebel", place="Kunduz")
    assert home["actor"].actor.country == "AF"


def test_kurds_hold_ground_of_the_state_that_it_lies_in() -> None:
    text = "Turkey's army struck. In Ankara and Izmir people protested. In Syria, Kurdish-held Afrin was shelled."
    found = resolved(text, "control", "held", actor="Kurdish", place="Afrin")
    assert found["actor"].actor.id == "kurdish-forces-syria"


def test_whom_a_force_attacks_is_somebody_else() -> None:
    text = "The Syrian army advanced near Homs in Syria. The army closed in on the soldiers."
    found = resolved(text, "besiege", "closed in", actor="The army", target="the soldiers")
    assert found["actor"].actor.id == "syrian-arab-army"
    assert (found["target"].actor, found["target"].reason) == (None, "description")


def test_a_word_for_the_sort_of_deaths_is_no_figure() -> None:
    assert (
        resolved("The number of infant deaths reached 100.", "kill", "deaths", killed="infant")["killed"].quantity
        is None
    )
    assert resolved("An infant died.", "kill", "died", killed="An infant")["killed"].quantity.best == 1
    assert resolved("Later he died.", "kill", "died", killed="he")["killed"].quantity.best == 1
    assert resolved("12 deaths were counted.", "kill", "deaths", killed="12")["killed"].quantity.best == 12


def test_rebels_take_ground_of_the_state_in_which_they_rebel() -> None:
    text = f"{KABUL}In Yemen, the rebels seized Sanaa."
    assert resolved(text, "capture", "seized", actor="the rebels", place="Sanaa")["actor"].actor.country == "YE"


@pytest.mark.parametrize(
    ("text", "figure"),
    [("Ada Lorn dies at 92.", "92"), ("Lorn was killed more than 30 years ago.", "more than 30 years")],
)
def test_an_age_and_a_length_of_time_count_no_dead(text: str, figure: str) -> None:
    assert resolved(text, "kill", "dies" if "dies" in text else "killed", killed=figure)["killed"].quantity is None


def test_what_is_somebodys_is_not_at_a_town_called_like_him() -> None:
    text = "In Ohio and Texas, Dayton spoke. The police arrested his daughter."
    found = resolved(text, "detain", "arrested", ref="Dayton", target="his daughter")
    assert found["target"].place is None


def test_a_person_is_no_town_of_that_name() -> None:
    text = "Police in Romania said little. In Minsk they arrested Roman Lorn and a friend."
    found = resolved(text, "detain", "arrested", person="Roman Lorn", target="Roman Lorn and a friend")
    assert found["target"].place is None


def test_what_has_happened_is_not_ahead_of_its_report() -> None:
    text = "In 1586, Drake took Lisk. A century later, Orn burned the town. In 2017, Lorn burned it again."
    report = Report(id="r", text=text, published="2018-03-10")
    claims = []
    for word in ("burned the", "burned it"):
        start = text.index(word)
        told = Evidence(span=Span(start, start + 6), quote="burned")
        time = text.index("A century later" if word == "burned the" else "In 2017")
        when = Evidence(span=Span(time, time + 15), quote=text[time : time + 15])
        claims.append(
            Claim(
                id=claim_id("r", "destroy", told.span), report="r", type="destroy", trigger=told,
                roles=(Role(role="time", evidence=when),), sentence=Span(time, start + 10),
            )
        )  # fmt: skip
    reading = Reading(report=report, mentions=(), attributions=(), claims=tuple(claims))
    first, second = Resolver.load().resolve(report, reading).reading.claims
    assert first.interval.earliest is None or first.interval.earliest <= "2018-03-10"
    assert second.interval.earliest == "2017"


def test_a_list_is_no_address() -> None:
    text = "Aid came to Homs, Hama, Idlib and Aleppo in Syria. It came to Paris, Texas."
    found = {t.name: t.within for t in find_toponyms(text, Gazetteer.open())}
    assert (found["Homs"], found["Hama"], found["Paris"]) == (None, None, "Texas")


def test_an_embassy_in_a_town_is_no_town() -> None:
    text = "The group occupied the Dominican embassy in Bogotá. Bogotá is in Colombia."
    found = resolved(text, "capture", "occupied", place="the Dominican embassy in Bogotá")
    assert found["place"].place.precision == "part"


def test_a_regime_that_holds_ground_is_that_of_the_ground() -> None:
    text = "In the United States, Washington and the US army were wary. In Syria, the regime held Damascus."
    assert (
        resolved(text, "control", "held", actor="the regime", place="Damascus")["actor"].actor.id == "syrian-government"
    )


def test_where_a_report_was_written_is_not_where_what_names_its_place_was() -> None:
    text = "TEGUCIGALPA, 7 Feb (Agency) -- A bomb damaged an office in San Pedro Sula, Honduras. Shots hit a bus."
    found = resolved_roles(text, "explosion", "bomb", ("place", "TEGUCIGALPA"), ("place", "San Pedro Sula"))
    assert [role.place.name for role in found] == ["San Pedro Sula"]
    found = resolved_roles(text, "assault", "Shots", ("place", "TEGUCIGALPA"))
    assert [role.place.name for role in found] == ["Tegucigalpa"]


def resolved_roles(text: str, kind: str, trigger: str, *roles: tuple[str, str]) -> tuple[Role, ...]:
    def evidence(quote: str) -> Evidence:
        return Evidence(span=Span(text.index(quote), text.index(quote) + len(quote)), quote=quote)

    filled = tuple(Role(role=name, evidence=evidence(quote)) for name, quote in roles)
    told = evidence(trigger)
    claim = Claim(id=claim_id("r", kind, told.span), report="r", type=kind, trigger=told, roles=filled)
    report = Report(id="r", text=text, published="1989-02-07")
    reading = Reading(report=report, mentions=(), attributions=(), claims=(claim,))
    return Resolver.load().resolve(report, reading).reading.claims[0].roles


def test_people_killed_somewhere_live_there() -> None:
    text = "Air strikes hit Aleppo, killing 5 civilians. Geneva talks were postponed."
    assert resolved(text, "airstrike", "strikes", place="Aleppo", killed="5 civilians")["killed"].actor.country == "SY"
    text = f"{KABUL}A bomb in Lahore killed 5 civilians and 2 Afghan civilians."
    found = resolved(text, "explosion", "bomb", place="Lahore", killed="5 civilians", wounded="2 Afghan civilians")
    assert (found["killed"].actor.country, found["wounded"].actor.country) == ("PK", "AF")


def test_a_report_is_about_the_land_that_is_struck() -> None:
    text = (
        "The attack on Afrin in Syria goes on. Turkey fears it, Turkey and Russia agree. In Turkey all expect it. "
        "Syria protested. Washington blames it for gas attacks on civilians."
    )
    assert resolved(text, "assault", "attack", place="Afrin", target="civilians")["target"].actor.country == "SY"


def test_i_of_a_post_is_its_author() -> None:
    text = "They tried to kidnap me from Lisk. — Ada Tennoro (@ada) July 14, 2021"
    start, me, by = (text.index(word) for word in ("kidnap", "me", "Ada Tennoro"))
    claim = Claim(
        id="c:1", report="r", type="abduct", trigger=Evidence.of(text, Span(start, start + 6)),
        roles=(Role(role="target", evidence=Evidence.of(text, Span(me, me + 2))),), sentence=Span(0, len(text)),
        speakers=(Speaker(evidence=Evidence.of(text, Span(by, by + 11)), cue=""),), extractor="test",
    )  # fmt: skip
    assert _in_turns([claim], []) == [(claim.sentence, Span(by, by + 11))]
    assert _in_turns([claim], [Span(0, len(text))]) == []


def test_those_who_shell_a_town_are_not_its_people() -> None:
    text = "Civilians in Homs hide. They shelled the camp again."
    they = resolved(text, "shelling", "shelled", actor="They", target="the camp")["actor"]
    assert (they.actor, they.reason) == (None, "pronoun")


def test_a_group_speaks_for_the_country_that_it_fights_in() -> None:
    found = resolved("A truce between HTS and its rivals began in Ariha.", "ceasefire", "truce", place="Ariha")
    assert found["place"].place is None or found["place"].place.country == "SY"  # Jericho has that name too
    alone = resolved("A truce between both sides began in Ariha.", "ceasefire", "truce", place="Ariha")
    assert alone["place"].place.country == "PS"


def test_a_person_in_the_role_of_a_place_is_nowhere() -> None:
    text = "In Yangon in Myanmar the police seized Aung Lorn Zaw, and charged him. The army said so in Mandalay."
    found = resolved(text, "detain", "seized", person="Aung Lorn Zaw", place="Aung Lorn Zaw")
    assert found["place"].place is None
    assert resolved(text, "detain", "seized", place="Yangon")["place"].place is not None


def test_who_only_tells_it_is_neither_struck_nor_dead() -> None:
    text = "The army shelled Homs in Syria, according to Reuters."
    assert "target" not in resolved(text, "shelling", "shelled", actor="The army", target="Reuters")
    text = "The army shelled Reuters in Syria."
    assert "target" in resolved(text, "shelling", "shelled", actor="The army", target="Reuters")


def test_a_body_that_looks_into_a_gas_attack_has_not_made_it() -> None:
    text = "The OPCW told of the chemical attack in Douma, Syria."
    found = resolved(text, "chemical_attack", "chemical attack", actor="The OPCW", place="Douma")
    assert found["actor"].actor is None


@pytest.mark.parametrize(
    ("text", "trigger", "name", "given", "role", "who"),
    [
        ("Kenyan soldiers fought al-Shabaab in Fafadun.", "fought", "place", "al-Shabaab", "target", "al-shabaab"),
        (
            "Troops attacked al-Shabaab near Barawe in Somalia.",
            "attacked",
            "place",
            "al-Shabaab near Barawe",
            "target",
            "al-shabaab",
        ),
        ("The post came under attack from al-Shabaab.", "attack", "origin", "al-Shabaab", "actor", "al-shabaab"),
        ("The army attacked al-Bab in Syria.", "attacked", "place", "al-Bab", "target", None),
        ("The Taliban attacked Badr in Kunar.", "attacked", "place", "Badr", "target", None),  # many towns
    ],
)
def test_an_armed_group_that_reads_like_a_town_is_a_side(
    text: str, trigger: str, name: str, given: str, role: str, who: str | None
) -> None:
    found = resolved(text, "assault", trigger, **{name: given})
    actor = found[role].actor if role in found else None
    assert (actor.id if actor else None) == who
    assert ("place" in found) == (" near " in given or who is None)


@pytest.mark.parametrize(
    ("text", "trigger", "weapon", "who"),
    [
        ("Hezbollah rockets struck Kiryat Shmona on Monday.", "struck", "Hezbollah rockets", "hezbollah"),
        ("Two Houthi ballistic missiles hit the port of Jizan.", "hit", "Two Houthi ballistic missiles", "houthis"),
        ("Katyusha rockets hit Baghdad.", "hit", "Katyusha rockets", None),
        ("Iranian rockets hit Baghdad.", "hit", "Iranian rockets", None),  # whoever fired them
        ("A store of Hamas rockets blew up in Rafah.", "blew up", "A store of Hamas rockets", None),
    ],
)
def test_a_group_has_fired_the_rockets_that_are_called_its_own(
    text: str, trigger: str, weapon: str, who: str | None
) -> None:
    found = resolved(text, "shelling", trigger, instrument=weapon)
    assert (found["actor"].actor.id if "actor" in found else None) == who
