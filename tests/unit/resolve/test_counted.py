"""What figures of dead and wounded are beside each other, in a claim and in a report."""

import dataclasses

import pytest

from situate.derive.events.merged import is_total
from situate.model.claim import Claim, Evidence, Role, Speaker
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.span import Span
from situate.model.tolls import (
    ADDED,
    CASUALTIES,
    EARLIER,
    HEARSAY,
    PART,
    RECOUNT,
    RISEN,
    SHARED,
    SUM,
    WORDS,
    toll,
)
from situate.resolve.claim_sense import uncounted
from situate.resolve.counted import counted
from situate.resolve.recounts import recounted
from situate.text.quantities import parse


def evidence(text, words, after=0):
    start = text.index(words, after)
    return Evidence.of(text, Span(start, start + len(words)))


def claim(text, trigger, *, kind="kill", killed=(), wounded=(), modality="actual", by=None, **named):
    found = evidence(text, trigger)
    first = max(text.rfind(". ", 0, found.span.start) + 2, 0) if ". " in text[: found.span.start] else 0
    last = text.find(".", found.span.end)
    roles = [Role(role="killed", evidence=evidence(text, words), quantity=parse(words)) for words in killed]
    roles += [Role(role="wounded", evidence=evidence(text, words), quantity=parse(words)) for words in wounded]
    roles += [Role(role=name, evidence=evidence(text, words)) for name, words in named.items()]
    return Claim(
        id=f"c:{found.span.start:04}{kind}", report="r", type=kind, trigger=found, roles=tuple(roles), modality=modality,
        sentence=Span(first, len(text) if last < 0 else last + 1),
        speakers=() if by is None else (Speaker(evidence=evidence(text, by)),),
    )  # fmt: skip


def reasons(found):
    return {role.evidence.quote: role.reason for role in found.fillers("killed", "wounded")}


@pytest.mark.parametrize(
    ("text", "figures", "best"),
    [
        ("24 civilians had died, as well as 25 rebels fighting there and 26 Kurdish fighters.",
         ("24 civilians", "25 rebels", "26 Kurdish fighters"), 75),
        ("They killed 75 rebels including 30 foreigners.", ("75 rebels", "30 foreigners"), 75),
        ("Seven children were among 71 civilians killed on Tuesday.", ("Seven children", "71 civilians"), 71),
        ("Of the 81 people killed, 73 were Reds.", ("81 people", "73"), 81),
        ("The number of those killed rose from 12 to 15 people.", ("12", "15 people"), 15),
        ("They killed 12 people, four women.", ("12 people", "four women"), 12),
        ("Eleven people were killed, against nine in May.", ("Eleven people", "nine"), 11),
        ("They killed two colleagues: a nurse and a driver.", ("two colleagues", "a nurse and a driver"), 2),
        ("They killed 32 people, an officer said, and 40 according to others.", ("32 people", "40"), 40),
    ],
)  # fmt: skip
def test_a_claim_has_one_toll(text, figures, best):
    words = "killed" if "killed" in text else "died"
    assert toll(counted(claim(text, words, killed=figures), text), "killed").best == best


@pytest.mark.parametrize(
    ("text", "trigger", "figure", "hearsay"),
    [
        ("At least 20 people were reportedly killed on Monday.", "killed", "At least 20 people", True),
        ("4,337 people are believed to have drowned.", "drowned", "4,337 people", True),
        ("At least 58 people died in a suspected gas attack.", "gas attack", "At least 58 people", True),
        ("A strike may have killed 20 people.", "killed", "20 people", False),
        ("20 people are feared dead.", "dead", "20 people", False),
        ("The army allegedly killed 20 people.", "killed", "20 people", False),
    ],
)
def test_hearsay_with_a_number_counts_and_what_may_be_does_not(text, trigger, figure, hearsay):
    found = counted(claim(text, trigger, killed=(figure,), modality="possible"), text)
    assert (reasons(found)[figure] == "hearsay") == hearsay


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("175 rebels killed or wounded near the road.", "175 rebels"),
        ("It left several dozen dead and wounded.", "several dozen dead"),
        ("Fourteen of the victims died in strikes.", "Fourteen of the victims"),
        ("The strikes brought to 49 the number killed in two days.", "49"),
    ],
)
def test_dead_and_wounded_in_one_parts_and_running_totals_are_no_toll(text, figure):
    trigger = next(word for word in ("killed", "dead", "died") if word in text)
    assert toll(counted(claim(text, trigger, killed=(figure,)), text), "killed") is None


def test_dead_and_wounded_that_are_counted_apart_are_a_toll():
    text = "20 people were killed and wounded 30."
    assert toll(counted(claim(text, "killed", killed=("20 people",)), text), "killed").best == 20


def test_a_total_over_places_is_a_sum_of_what_follows():
    text = "Raids near Lisk killed 22 people. In Orm 16 people were killed. In Ketter 6 people died."
    told = [
        claim(text, "Raids", kind="airstrike", killed=("22 people",), place="Lisk"),
        claim(text, "killed", killed=(), place="Orm"),
        claim(text, "were killed", killed=("16 people",), place="Orm"),
        claim(text, "died", killed=("6 people",), place="Ketter"),
    ]
    found = recounted(told, text)
    assert reasons(found[0]) == {"22 people": "sum"}
    assert [toll(one, "killed") and toll(one, "killed").best for one in found] == [None, None, 16, 6]


def test_the_dead_of_one_town_are_no_sum_of_those_of_others():
    text = "Raids on Lisk killed 22 people. In Orm 16 people were killed. In Ketter 6 people died."
    told = [
        claim(text, "Raids", kind="airstrike", killed=("22 people",), place="Lisk"),
        claim(text, "were killed", killed=("16 people",), place="Orm"),
        claim(text, "died", killed=("6 people",), place="Ketter"),
    ]
    assert recounted([at_town(one) for one in told], text) == [at_town(one) for one in told]


def at_town(one):
    """A claim at the town that its words name."""
    towns = {r.evidence.quote: Place(id=r.evidence.quote, name=r.evidence.quote) for r in one.fillers("place")}
    roles = (dataclasses.replace(r, place=towns.get(r.evidence.quote)) for r in one.roles)
    return dataclasses.replace(one, roles=tuple(roles))


def test_figures_that_do_not_add_up_stay():
    text = "Raids near Lisk killed 22 people. In Orm 11 people were killed. In Ketter 6 people died."
    told = [
        claim(text, "Raids", kind="airstrike", killed=("22 people",), place="Lisk"),
        claim(text, "were killed", killed=("11 people",), place="Orm"),
        claim(text, "died", killed=("6 people",), place="Ketter"),
    ]
    assert recounted(told, text) == told


def test_another_voice_that_counts_the_same_dead_tells_no_more_dead():
    text = "A blast in Lisk killed 32 people, a doctor said. The watch put the toll at 31 people."
    told = [
        claim(text, "blast", kind="explosion", killed=("32 people",), place="Lisk", by="a doctor"),
        claim(text, "toll", killed=("31 people",), by="The watch"),
    ]
    first, second = recounted(told, text)
    assert (reasons(second), second.same_as) == ({"31 people": "recount"}, first.id)


@pytest.mark.parametrize(
    "text",
    [
        "A blast in Lisk killed 32 people, a doctor said. The watch spoke of 31 more people killed.",
        "A blast in Lisk killed 32 people, a doctor said. The watch spoke of 400 people killed.",
    ],
)
def test_more_dead_and_many_times_as_many_are_others(text):
    figure = "31 more people" if "31 more" in text else "400 people"
    told = [
        claim(text, "blast", kind="explosion", killed=("32 people",), place="Lisk", by="a doctor"),
        claim(text, "people killed" if "400" in text else "more people killed", killed=(figure,), by="The watch"),
    ]
    assert recounted(told, text)[1].same_as is None


def test_words_that_count_for_two_claims_count_once():
    text = "Hundreds were hurt and 30 people were killed in strikes and shelling on Lisk."
    told = [
        claim(text, "strikes", kind="airstrike", killed=("30 people",), wounded=("Hundreds",)),
        claim(text, "shelling", kind="shelling", killed=("30 people",), wounded=("Hundreds",)),
        claim(text, "killed", killed=("30 people",)),
    ]
    found = recounted(told, text)
    assert [toll(one, "killed") and toll(one, "killed").best for one in found] == [30, None, None]
    assert [toll(one, "wounded") is not None for one in found] == [True, False, False]


def test_what_is_a_sum_is_no_part_and_its_recount_is_a_sum_too():
    text = "Raids on Lisk killed 16 people. The town counted 32 people dead. In Orm 11 people died. In Ketter 5 people fell."
    told = [
        claim(text, "Raids", kind="airstrike", killed=("16 people",), place="Lisk"),
        claim(text, "dead", killed=("32 people",), by="The town"),
        claim(text, "died", killed=("11 people",), place="Orm"),
        claim(text, "fell", killed=("5 people",), place="Ketter"),
    ]
    found = recounted(told, text)
    assert [toll(one, "killed") and toll(one, "killed").best for one in found] == [None, None, 11, 5]


def test_thousands_of_a_claim_without_a_time_are_a_wars():
    text = "Rebel fire killed 1102 people."
    assert is_total(claim(text, "killed", kind="shelling", killed=("1102 people",)))
    text = "Rebel fire killed 1102 people on Monday."
    assert not is_total(claim(text, "killed", kind="shelling", killed=("1102 people",), time="on Monday"))


def test_the_dead_of_a_weekend_are_no_total_of_a_war():
    text = "Over the last 48 hours 79 people were killed."
    days = Interval(earliest="2031-05-04", latest="2031-05-06", precision="day", basis="relative")
    told = claim(text, "killed", killed=("79 people",), time="Over the last 48 hours")
    assert not is_total(dataclasses.replace(told, interval=days))
    month = dataclasses.replace(days, earliest="2031-04-06")
    assert is_total(dataclasses.replace(told, interval=month))


def test_every_reason_has_words():
    assert {PART, ADDED, EARLIER, SUM, SHARED, RECOUNT, CASUALTIES, HEARSAY, RISEN} == set(WORDS)


@pytest.mark.parametrize(
    ("text", "trigger", "part"),
    [
        ("The dead included 9 guards.", "dead", "9 guards"),
        ("Among the victims were at least five men.", "victims", "five men"),
        ("Those killed also include 3 nurses.", "killed", "3 nurses"),
    ],
)
def test_whom_the_dead_include_are_a_part_of_those_told_before(text, trigger, part):
    told = claim("A blast killed 40 people. " + text, "blast", kind="explosion", killed=["40 people"])
    again = counted(
        claim("A blast killed 40 people. " + text, trigger, killed=[part]), "A blast killed 40 people. " + text
    )
    assert reasons(again) == {part: PART}
    assert reasons(recounted([told, again], "")[1]) == {part: PART}
    assert reasons(recounted([again], "")[0]) == {part: None}


@pytest.mark.parametrize(("count", "total"), [("598 people", True), ("12 people", False)])
def test_a_running_count_of_many_is_a_total(count, total):
    text = f"As of Wednesday, {count} had been killed by the army."
    day = Interval(earliest="2040-05-09", latest="2040-05-09", precision="day", basis="relative")
    told = claim(text, "killed", killed=(count,), time="As of Wednesday")
    assert is_total(dataclasses.replace(told, interval=day)) is total


def test_who_one_of_the_wounded_is_tells_no_death():
    text = "A bomb wounded three civilians, one of them a minor, in Varn."
    found = counted(claim(text, "bomb", kind="explosion", wounded=("three civilians",), killed=("one",)), text)
    assert not found.fillers("killed")
    assert [role.reason for role in found.fillers("wounded")] == [None, PART]
    text = "A bomb wounded three civilians, one of them died, in Varn."
    found = counted(claim(text, "bomb", kind="explosion", wounded=("three civilians",), killed=("one",)), text)
    assert found.fillers("killed")


def test_those_of_whom_many_are_badly_hurt_are_a_part():
    text = "Shells killed four people and injured ten, two critically."
    found = counted(claim(text, "killed", killed=("four people",), wounded=("ten", "two")), text)
    assert reasons(found) == {"four people": None, "ten": None, "two": PART}


@pytest.mark.parametrize(("second", "reason"), [("a captain among them", PART), ("a captain", ADDED)])
def test_those_who_are_said_to_be_among_them_are_a_part(second, reason):
    text = f"A bomb killed five soldiers, {second}."
    found = counted(claim(text, "killed", killed=("five soldiers", second)), text)
    assert reasons(found) == {"five soldiers": None, second: reason}


def test_those_known_among_the_dead_are_counted_already():
    text = "Nine people, among them the four killed in the ward, have died."
    assert toll(counted(claim(text, "killed", killed=("the four",)), text), "killed") is None


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("Six children were among the dead of the raid.", "Six children", PART),
        ("Six children were among the rubble, killed by the raid.", "Six children", None),
    ],
)
def test_who_were_among_the_dead_are_a_part_of_them(text, words, reason):
    assert reasons(counted(claim(text, "raid", kind="airstrike", killed=(words,)), text)) == {words: reason}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Raids killed dozens in Ramla, where 8,000 people remain trapped.", False),
        ("Raids killed dozens in Ramla, where 8,000 people are still waiting.", False),
        ("Raids hit Ramla, where 8,000 people who were trapped died.", True),
    ],
)
def test_who_is_left_is_none_of_the_dead(text, counts):
    role = Role(role="killed", evidence=evidence(text, "8,000 people"), quantity=parse("8,000 people"))
    told = uncounted(role, evidence(text, "Raids"), text)
    assert (told.quantity is not None) == counts


@pytest.mark.parametrize(
    ("text", "killed", "both"),
    [
        ("More than 60 people were killed or injured in the raid.", "More than 60 people", True),
        ("Some 300 troops have been killed or wounded in Varn.", "Some 300 troops", True),
        ("Two people were killed and three wounded in Varn.", "Two people", False),
        ("Nine people were killed and injured 12 others in Varn.", "Nine people", False),
    ],
)
def test_a_toll_of_dead_and_wounded_in_one_stands_under_both(text, killed, both):
    found = counted(claim(text, "killed", killed=[killed]), text)
    assert [role.evidence.quote for role in found.fillers("wounded")] == ([killed] if both else [])
    assert (toll(found, "killed") is None) is both


@pytest.mark.parametrize(
    ("text", "risen"),
    [
        ("The death toll from the strike rose to 52 on Saturday.", True),
        ("The toll of the attack has climbed further to at least 52, a doctor said.", True),
        ("The number of dead in the blast had gone up from 40 to 52.", True),
        ("The strike killed 52 people.", False),
        ("Tension rose to new heights when a blast killed 52 people.", False),
        ("The toll of the attack stood at 52, and prices rose to 70.", False),
    ],
)
def test_a_figure_to_which_a_toll_rose_says_so(text, risen):
    word = next(one for one in ("strike", "attack", "blast") if one in text)
    found = counted(claim(text, word, kind="airstrike", killed=("52",)), text)
    assert (reasons(found)["52"] == RISEN) == risen
    assert toll(found, "killed").best == 52
