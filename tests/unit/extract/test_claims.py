"""What is put right between the claims of one sentence, on sentences read by the packaged model."""

import pytest

from situate.extract.judgement import likely, weighed
from situate.extract.reader import Reader
from situate.extract.roles.bonds import Bonds
from situate.model.report import Report


def read(reader: Reader, text: str):
    return reader.read(Report(id="r", text=text)).claims


def quotes(claim, role: str) -> set[str]:
    return {r.evidence.quote for r in claim.fillers(role)}


def test_who_breaks_a_siege_does_not_lay_it(reader: Reader) -> None:
    text = "Army units broke the siege that the Amber Brigade had laid to Ostry, an officer said on Tuesday."
    found = {c.type: c for c in read(reader, text)}
    assert quotes(found["siege_end"], "actor") == {"Army units"}
    assert quotes(found["besiege"], "actor") == {"the Amber Brigade"}


def test_one_advance_told_by_two_verbs_is_one_claim(reader: Reader) -> None:
    text = "Government troops pushed through the rebel lines on Monday, reaching the garrison of Lisk at noon."
    assert [c.type for c in read(reader, text)].count("advance") == 1


def test_what_is_waited_for_is_not_told_as_done(reader: Reader) -> None:
    text = "The army will fight on until the siege of the airport is lifted, a commander said."
    assert all(c.modality != "actual" for c in read(reader, text) if c.type == "siege_end")


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Agency quoted two doctors as saying that rebels shelled the market of Ostry on Monday.",
        "Rebels shelled the market of Ostry on Monday, the Harbour Agency reported, citing two doctors.",
    ],
)
def test_who_is_quoted_speaks_before_who_quotes_him(reader: Reader, text: str) -> None:
    (shelling,) = [c for c in read(reader, text) if c.type == "shelling"]
    assert [s.evidence.quote.lower() for s in shelling.speakers] == ["two doctors", "the harbour agency"]


LIST = """On 9 January, coalition aircraft conducted three strikes on the Ember Front in the south.
Lisk province
- Near Ostry, one strike destroyed a bridge.
- Near Perin, two strikes hit a camp of fighters.
The Front shelled a village near Olma in the evening, residents said.
"""


def test_items_of_a_list_take_who_and_when_from_the_words_that_lead_in(reader: Reader) -> None:
    found = read(reader, LIST)
    items = [c for c in found if LIST.index("- Near Ostry") < c.trigger.span.start < LIST.index("The Front shelled")]
    assert items
    assert all("coalition aircraft" in quotes(c, "actor") for c in items)
    assert all(quotes(c, "time") == {"On 9 January"} for c in items)
    assert all(r.carried for c in items for r in c.fillers("actor", "time"))
    (shelling,) = [c for c in found if c.type == "shelling"]
    assert "coalition aircraft" not in quotes(shelling, "actor")


def bound(modality: dict[str, float], polarity: float = 0.1, timing: float = 0.4) -> Bonds:
    sure = {"actual": 0.0, "planned": 0.0, "possible": 0.0, "attempted": 0.0} | modality
    return Bonds((), None, sure, {"positive": 1 - polarity, "negative": polarity}, {"news": timing, "dated": 0.3})


def test_the_model_may_take_away_certainty_and_never_add_it() -> None:
    assert weighed(("positive", "actual"), bound({"planned": 0.9})) == ("positive", "planned")
    assert weighed(("positive", "actual"), bound({"planned": 0.6})) == ("positive", "planned")
    assert weighed(("positive", "actual"), bound({"planned": 0.4})) == ("positive", "actual")
    assert weighed(("positive", "planned"), bound({"attempted": 0.7})) == ("positive", "planned")
    assert weighed(("positive", "attempted"), bound({"actual": 0.99})) == ("positive", "attempted")
    assert weighed(("positive", "planned"), bound({"possible": 0.9})) == ("positive", "possible")
    assert weighed(("positive", "actual"), bound({}, polarity=0.95)) == ("negative", "actual")


def test_how_time_is_told_is_said_only_when_it_is_likelier_than_not() -> None:
    assert likely(bound({}, timing=0.6)) == "news"
    assert likely(bound({}, timing=0.5)) is None


def test_the_dead_of_an_attack_are_its_roles_where_the_words_tie_them_to_it(reader: Reader) -> None:
    (strike,) = read(reader, "An air strike on the market of Ostry killed 12 people on Monday.")
    assert quotes(strike, "killed") == {"12 people"}
    text = "At least 112 civilians have been killed in Ostry since the rebel assault on the town began on Sunday."
    found = {c.type: c for c in read(reader, text)}
    assert quotes(found["kill"], "killed") == {"At least 112 civilians"}
    assert quotes(found["assault"], "killed") == set()


def test_where_aid_was_stopped_is_not_where_the_next_aid_goes(reader: Reader) -> None:
    text = "Aid trucks were stopped at the Perin checkpoint on Monday. A convoy brought flour on Tuesday."
    assert [quotes(c, "place") for c in read(reader, text) if c.type == "deliver_aid"] == [set()]
    text = "Fighters have encircled Ostry since May. The siege was lifted on Monday."
    (lifted,) = [c for c in read(reader, text) if c.type == "siege_end"]
    assert [(r.evidence.quote, r.carried) for r in lifted.fillers("place")] == [("Ostry", True)]


def test_a_ring_told_again_is_where_it_was(reader: Reader) -> None:
    text = (
        "The town of Ostry has been under blockade since May. Gunmen attacked Varn in the Perin region. "
        "Leaders negotiated with them and obtained the lifting of the blockade."
    )
    (lifted,) = [c for c in read(reader, text) if c.type == "siege_end"]
    assert [(r.evidence.quote, r.carried) for r in lifted.fillers("place")] == [("The town of Ostry", True)]
    assert lifted.modality == "actual"
    (partly,) = [c for c in read(reader, text.replace("the lifting", "a partial lifting")) if c.type == "siege_end"]
    assert partly.modality != "actual"  # which ends no siege


def test_the_place_of_who_tells_it_is_not_where_it_happened(reader: Reader) -> None:
    found = read(reader, "A source in Perin said that shelling wounded two men.")
    assert [c.fillers("place") for c in found if c.type == "shelling"] == [()]


def test_who_leaves_a_town_was_besieged_in_it(reader: Reader) -> None:
    text = "The buses went to Varn. More than 500 people who had lived under siege for two years left Orvel on Friday."
    (siege,) = [c for c in reader.read(Report(id="r", text=text)).claims if c.type == "besiege"]
    assert [(r.evidence.quote, r.carried) for r in siege.fillers("place")] == [("Orvel", False)]
