"""When several deeds of a sentence were, which days are of what came before, and what only looks back."""

import pytest

from situate.extract.reader import Reader
from situate.model.report import Report
from situate.resolve import Resolver
from situate.text.times.reading import read

READER, RESOLVER = Reader.load(), Resolver.load()


def claims(text, published="2024-08-22"):
    report = Report(id="r", text=text, published=published)
    return RESOLVER.resolve(report, READER.read(report)).reading.claims


def when(text, words, published="2024-08-22"):
    found = next(c for c in claims(text, published) if words in c.trigger.quote)
    return found.interval.earliest, found.interval.latest


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        (
            "On 19 November 2020 troops took Axum. In the nine days that followed, they looted it.",
            "the nine days",
            ("2020-11-19", "2020-11-28"),
        ),
        ("In the nine days that followed, they looted it.", "the nine days", (None, None)),
        ("On 19 November 2020 troops took it. They stayed nine days.", "nine days", ("2024-08-13", "open")),
        ("They came on 3 May. Ten days after that the market burned.", "Ten days after that", ("2024-05-13",) * 2),
        ("They came in May. Ten days after that the market burned.", "Ten days after that", (None, None)),
        ("They came ten days after that attack.", "ten days", (None, None)),
        ("Raids were recorded between August 5 and 11.", "August 5 and 11", ("2024-08-05", "2024-08-11")),
        ("Raids began on August 5 and 11 people died.", "August 5", ("2024-08-05", "2024-08-05")),
        ("The rebels began to shell the town on 6 January.", "6 January", ("2024-01-06", "2024-01-06")),
        ("The rebels were forced to leave Lisk in January.", "January", ("2024-01", "2024-01")),
        (
            "The killings on 3 May\n\nAt 7 am they came. The next day they left.",
            "The next day",
            ("2024-05-04", "2024-05-04"),
        ),
        (
            "They came on 6 May. On the 9th there was smoke.\n\nIn 2019 none had died. They left on the 14th.",
            "the 14th",
            ("2024-05-14", "2024-05-14"),
        ),
        ("They came on 6 May.\n\nThey left on the 14th.", "the 14th", ("2024-08-14", "2024-08-14")),
        ("They came on 3 May.\n\nAt 7 am they woke. The next day they left.", "The next day", (None, None)),
    ],
)
def test_times_that_count_from_others(text, words, bounds):
    found = {text[t.start : t.end]: (r.earliest, r.latest) for t, r in read(text, "2024-08-22")}
    assert found[words] == bounds


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("Troops retook Banki, which Boko Haram had seized in March.", "retook", (None, None)),
        ("Troops retook Banki, which Boko Haram had seized in March.", "seized", ("2024-03", "2024-03")),
        ("The army shelled Yei, from which 5,000 had fled in March.", "shelled", (None, None)),
        ("In March the army shelled Yei, from which 5,000 had fled.", "shelled", ("2024-03", "2024-03")),
        ("Gunmen abducted a doctor in Lisk, which the army had held since 2022.", "abducted", (None, None)),
        ("On Tuesday the rebels, who had held Kutum since May, withdrew.", "held", ("2024-05", "2024-08-20")),
        ("The rebels have held Kutum since May.", "held", ("2024-05", "open")),
        ("M23 captured Goma in late January and Bukavu on 16 February.", "captured", ("2024-01", "2024-02-16")),
        ("The army retook Wad Madani on 11 January.", "retook", ("2024-01-11", "2024-01-11")),
        ("The army took Yei in May. Two weeks later the rebels shelled it.", "shelled", (None, None)),
        ("Gunmen shot a man in Yei. An hour later soldiers shelled the town.", "shelled", ("2024-08-22",) * 2),
    ],
)
def test_the_day_of_what_came_before_is_no_other_ones(text, words, bounds):
    assert when(text, words) == bounds


def test_those_attacks_are_the_ones_told_before():
    text = (
        "Two bombers attacked a wedding on 29 June in Gwoza, a town from which the group was expelled by troops in "
        "March 2015; 32 people were killed in those attacks."
    )
    assert when(text, "attacks") == ("2024-06-29", "2024-06-29")


PAST = (
    "On 19 November 2020 soldiers took control of Axum. On 28 November they killed hundreds of people in the town. On 29 "
    "November they dragged men from their homes. On 4 November 2020 rebels had overrun the bases of the army.\n\n"
    "The town was quiet afterwards, and its shops opened.\n\nIt lies on a hill above the plain. Its market is the "
    "largest of the district. Its houses are built of stone.\n\n"
)
SHELLED = "The army shelled the market of Adwa, the mayor said."


def test_what_only_looks_back_has_not_the_day_of_the_report():
    assert when(PAST + SHELLED, "shelled", "2021-03-05") == (None, None)
    assert when("On Thursday gunmen burned a mill in Adwa.\n\n" + PAST + SHELLED, "shelled", "2021-03-05") != (
        None,
        None,
    )


HEAD = "A REPORT ON ABUSES IN YEI, JULY 2016 - JANUARY 2017\n\n"


def test_a_report_that_covers_months_tells_of_no_day():
    text = "Government forces burned villages in Lasu, officials said."
    assert when(HEAD + text, "burned", "2017-01-20") == (None, None)
    assert when("A REPORT ON ABUSES IN YEI\n\n" + text, "burned", "2017-01-20") == ("2017-01-20", "2017-01-20")


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("When the people of Axum ran, they killed whoever they found.", False),
        ("Residents of Mubi burned the checkpoint; they killed two policemen with sticks.", True),
    ],
)
def test_who_fled_did_not_kill_those_who_fled(text, known):
    kill = next(c for c in claims(text) if c.type == "kill")
    assert all((role.actor is not None) == known for role in kill.fillers("actor"))


def test_a_town_in_whose_direction_something_lies_is_not_the_town():
    text = (
        "Soldiers took Axum on Monday. Reinforced from the direction of Adwa, they shelled the town on Tuesday, and the "
        "hospital of Axum was hit."
    )
    shelled = next(c for c in claims(text) if c.type == "shelling")
    assert [role.place.name for role in shelled.fillers("place") if role.place] == ["Aksum"]


def test_a_village_told_of_a_province_lies_there():
    text = (
        "M23 holds Goma. Thousands crossed into Burundi's Cibitoke province, where two rockets hit a school at Rugombo."
    )
    hit = next(c for c in claims(text) if c.type == "shelling")
    assert all(role.place is None or role.place.country == "BI" for role in hit.fillers("place"))
