"""Which days words tell of a deed: bounds, lists of days, habits, feasts, days of remembrance; in whole sentences."""

import pytest

from situate.extract.reader import Reader
from situate.model.report import Report
from situate.resolve import Resolver

READER, RESOLVER = Reader.load(), Resolver.load()
PUBLISHED = "2023-05-17"  # a Wednesday
NEWS, UNKNOWN = (PUBLISHED, PUBLISHED), (None, None)


def claim(text, words, published=PUBLISHED):
    report = Report(id="r", text=text, published=published)
    return next(c for c in RESOLVER.resolve(report, READER.read(report)).reading.claims if words in c.trigger.quote)


def when(text, words, published=PUBLISHED):
    found = claim(text, words, published).interval
    return found.earliest, found.latest


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("Militants had overrun Barsalogho by 12 April.", "overrun", (None, "2023-04-12")),
        ("Gunmen raided Yendi some time after 3 May.", "raided", ("2023-05-03", PUBLISHED)),
        ("Before 2019, jihadists seized Tessit.", "seized", (None, "2019")),
        ("The garrison left Menaka before Ramadan.", "left", (None, "2023-03-22")),
        ("Troops stormed Tessit no later than 8 May.", "stormed", (None, "2023-05-08")),
        ("Militants raided Tessit before dawn on Tuesday.", "raided", ("2023-05-16",) * 2),
        ("Militants raided Tessit after dark on Tuesday.", "raided", ("2023-05-16",) * 2),
        ("Militants raided Tessit after Friday prayers.", "raided", ("2023-05-12",) * 2),
        ("Militants seized the dam two days before Christmas.", "seized", ("2022-12-23",) * 2),
    ],
)
def test_what_had_happened_by_a_day_or_after_it_was_not_on_it(text, words, bounds):
    assert when(text, words) == bounds


@pytest.mark.parametrize("words", ["no later than 8 May", "not later than 8 May"])
def test_a_bound_is_no_denial(words):
    assert claim(f"Troops stormed Tessit {words}.", "stormed").polarity == "positive"


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("Every Thursday, protesters gather in Tessit.", "gather", UNKNOWN),
        ("Herders are robbed and killed almost daily near Yendi.", "killed", UNKNOWN),
        ("Gunboats shell Lisk every night, the mayor said.", "shell", UNKNOWN),
        ("Police arrested dozens in Minsk each Sunday in 2020.", "arrested", ("2020", "2020")),
        ("Militants attacked Tessit on Monday, as they do every year.", "attacked", ("2023-05-15",) * 2),
        ("Gunmen killed two farmers in Yendi, the daily Punch reported.", "killed", NEWS),
    ],
)
def test_what_comes_again_and_again_is_no_news_of_the_day(text, words, bounds):
    assert when(text, words) == bounds


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("Air raids on Friday and Saturday killed nine people in Lisk.", "Air raids", ("2023-05-12", "2023-05-13")),
        ("Gunboats shelled Lisk on Sunday, Monday and Tuesday.", "shelled", ("2023-05-14", "2023-05-16")),
        ("Militants raided Yendi on 2 May and again on 11 May.", "raided", ("2023-05-02", "2023-05-11")),
        ("Militants raided Yendi on 2, 6 and 11 May.", "raided", ("2023-05-02", "2023-05-11")),
        ("On May 2, 6 and 11, militants raided Yendi.", "raided", ("2023-05-02", "2023-05-11")),
        ("Militants raided Yendi in January, February and March.", "raided", ("2023-01", "2023-03")),
        ("On May 2, 6 farmers were killed in Yendi.", "killed", ("2023-05-02",) * 2),
        ("Militants raided Yendi on Friday and on Monday burned a mill in Lisk.", "raided", ("2023-05-12",) * 2),
        ("Police arrested him on Monday, 15 May 2023.", "arrested", ("2023-05-15",) * 2),
    ],
)
def test_a_deed_of_several_days_was_on_all_of_them(text, words, bounds):
    assert when(text, words) == bounds


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        (
            "Militants raided Gao on Friday, Menaka on Sunday and Tessit on Monday.",
            "raided",
            ("2023-05-12", "2023-05-15"),
        ),
        ("Shelling was reported in Lisk on Saturday and in Tarn on Sunday.", "Shelling", ("2023-05-13", "2023-05-14")),
        ("In 2015, militants raided Gao in April and Menaka in June.", "raided", ("2015-04", "2015-06")),
        ("Militants raided Gao on Saturday and captured Menaka on Monday.", "raided", ("2023-05-13",) * 2),
    ],
)
def test_a_deed_in_several_places_is_of_the_days_of_all(text, words, bounds):
    assert when(text, words) == bounds


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("Monday marked the tenth anniversary of the massacre at Lisk.", "massacre", UNKNOWN),
        ("On Tuesday hundreds remembered those killed in the bombing of Tarn.", "bombing", UNKNOWN),
        ("Sunday marks three years since the army seized Tessit.", "seized", ("2020", "2020")),
        ("Friday marked six months since gunmen abducted the pupils in Yendi.", "abducted", ("2022-11", "2022-11")),
        ("On Tuesday hundreds remembered the shelling of Tarn on 5 February 1994.", "shelling", ("1994-02-05",) * 2),
        ("The army attacked Tessit on Monday, the anniversary of the 2013 coup.", "attacked", ("2023-05-15",) * 2),
        ("On Monday rebels marked the anniversary of the war by attacking Tessit.", "attacking", ("2023-05-15",) * 2),
    ],
)
def test_what_is_remembered_was_not_on_the_day_of_memory(text, words, bounds):
    assert when(text, words) == bounds


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("during Eid", UNKNOWN),
        ("on the first day of Eid", UNKNOWN),
        ("on 16/05", UNKNOWN),
        ("on 20.04", UNKNOWN),
        ("on Easter Sunday", ("2023-04-09",) * 2),
        ("on Monday at 16.20", ("2023-05-15",) * 2),
    ],
)
def test_what_was_on_a_day_that_cannot_be_read_is_no_news_of_the_day(words, bounds):
    assert when(f"Militants attacked Tessit {words}.", "attacked") == bounds


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("Azerbaijan and Armenia fought a six-week war in 2020.", "war", ("2020", "2020")),
        ("The civil war in Libya in 2011 drove thousands abroad.", "civil war", ("2011", "2011")),
        ("Sudan slid into civil war in 2013.", "civil war", ("2013", "open")),
        ("The war in Yemen started in 2014.", "war", ("2014", "open")),
        ("Fighting began in Lisk on Sunday and lasted until Monday.", "Fighting", ("2023-05-14", "2023-05-15")),
        (
            "Clashes broke out late on Monday and continued until dawn on Tuesday in Lisk.",
            "Clashes",
            ("2023-05-15", "2023-05-16"),
        ),
        ("Fighting has continued in Lisk since Monday.", "Fighting", ("2023-05-15", "open")),
    ],
)
def test_a_fight_lasts_as_long_as_its_words_say(text, words, bounds):
    assert when(text, words) == bounds


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("The militia was created in 2013 and fought in Tarn.", "fought", UNKNOWN),
        ("He joined the army in 1998 and was killed in Lisk.", "killed", UNKNOWN),
        ("The militia was created in 2013 and attacked Lisk the same year.", "attacked", ("2013", "2013")),
        ("Rebels arrived in Tarn in 2014 and burned the market.", "burned", ("2014", "2014")),
        ("Troops liberated Tarn, occupied since March 2022.", "liberated", NEWS),
        ("Rebels freed 20 hostages, held since January, on Monday.", "freed", ("2023-05-15",) * 2),
        ("The army has besieged Lisk, held by rebels, since 2012.", "besieged", ("2012", "open")),
    ],
)
def test_a_deed_has_not_the_date_of_another_verb(text, words, bounds):
    assert when(text, words) == bounds


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        (
            "The bodies of nine herders, killed in March, were found on Monday in Tarn.",
            "bodies",
            ("2023-03", "2023-03"),
        ),
        ("Police found two bodies on Monday near Yendi.", "bodies", (None, "2023-05-15")),
        ("A mass grave was discovered near Tarn last week.", "mass grave", (None, "2023-05-14")),
        ("The bodies of six miners were recovered in Yendi.", "bodies", NEWS),
        ("Bodies lay in the streets of Lisk on Monday.", "Bodies", ("2023-05-15",) * 2),
        ("Gunmen killed six miners found in a shaft on Monday.", "killed", ("2023-05-15",) * 2),
    ],
)
def test_who_is_found_dead_had_died_by_then(text, words, bounds):
    assert when(text, words) == bounds


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("Militants raided Tessit on 4 April. Weeks later, jets bombed the camp.", "bombed", ("2023-04-04", PUBLISHED)),
        ("Gunmen abducted the priest on 3 March and killed him a few days later.", "killed", ("2023-03-03", PUBLISHED)),
        ("Days later, jets bombed the camp in Tessit.", "bombed", UNKNOWN),
        ("Militants raided Tessit on 4 April. Hours later, jets bombed the camp.", "bombed", ("2023-04-04",) * 2),
        ("Militants raided Tessit on 4 April. Two days later, jets bombed the camp.", "bombed", ("2023-04-06",) * 2),
        ("Two weeks ago on Tuesday, militants raided Tessit.", "raided", ("2023-05-02",) * 2),
        ("Militants raided Tessit on Tuesday two weeks ago.", "raided", ("2023-05-02",) * 2),
        ("Two weeks ago, militants raided Tessit. On Monday, they left.", "left", ("2023-05-15",) * 2),
    ],
)
def test_some_time_later_is_not_the_same_day(text, words, bounds):
    assert when(text, words) == bounds


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("The nurses, held for 18 months, were released on Monday in Gao.", "held", ("2021-11", "2023-05-15")),
        ("Gunmen held the pilots for six days before releasing them on Monday.", "held", ("2023-05-09", "2023-05-15")),
        ("Two nurses were kidnapped on 2 March and held for nine days.", "held", ("2023-03-02", "2023-03-11")),
        ("Rebels held Aleppo for four years until December 2016.", "held", ("2012", "2016-12")),
        ("Rebels captured Tarn on Monday after besieging it for five months.", "besieging", ("2022-12", "2023-05-15")),
        ("The priest has been held for two months in Gao.", "held", ("2023-03", "open")),
        ("He was jailed for three years in Minsk and released on Monday.", "released", ("2023-05-15",) * 2),
    ],
)
def test_what_was_held_so_long_was_held_until_it_ended(text, words, bounds):
    assert when(text, words) == bounds


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Rebels had agreed to withdraw from Tarn on Monday but stayed.", ("2023-05-15",) * 2),
        ("Rebels were supposed to withdraw from Tarn on Monday.", ("2023-05-15",) * 2),
        ("Rebels were due to withdraw from Tarn by Monday but did not.", (None, "2023-05-15")),
        ("The UN said rebels had agreed to withdraw from Tarn on Monday.", ("2023-05-22",) * 2),
        ("Rebels are supposed to withdraw from Tarn on Monday.", ("2023-05-22",) * 2),
    ],
)
def test_a_plan_that_came_to_nothing_was_for_a_day_before(text, bounds):
    assert when(text, "withdraw") == bounds


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("The raid came three days after rebels burned a church in Bria.", "raid", NEWS),
        ("The raid came three days after rebels burned a church in Bria.", "burned", ("2023-05-14",) * 2),
        (
            "Protesters blocked a bridge in Gao on Monday, weeks after soldiers killed a boy.",
            "killed",
            (None, "2023-05-15"),
        ),
        ("Monday's ambush came two days after jihadists attacked a convoy in Tessit.", "attacked", ("2023-05-13",) * 2),
        ("The army bombed Lisk on Tuesday, hours after rebels attacked a base.", "attacked", ("2023-05-16",) * 2),
    ],
)
def test_what_came_after_a_deed_is_the_news_and_the_deed_was_before(text, words, bounds):
    assert when(text, words) == bounds


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("Rebels came on Monday. The army had held Tarn since 2016, when it recaptured it.", "held", ("2016", "open")),
        (
            "Rebels came on Monday. The army had held Tarn since 2016, when it recaptured it.",
            "recaptured",
            ("2016",) * 2,
        ),
        ("Rebels took Tarn on Monday, which the army had held since 2022.", "held", ("2022", "2023-05-15")),
    ],
)
def test_what_began_with_a_taking_is_not_ended_by_it(text, words, bounds):
    assert when(text, words) == bounds
