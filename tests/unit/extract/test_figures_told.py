"""Figures of people and the deeds that they hang on, as reports of many wars tell them: read by the model and the rules."""

import pytest
from packaged import quotes, reader, told

from situate.model.report import Report


def types_at(text: str, words: str) -> set[str]:
    """The types of the claims that words of a text tell."""
    start = text.index(words)
    claims = reader().read(Report(id="r", text=text)).claims
    return {c.type for c in claims if c.trigger.span.start < start + len(words) and start < c.trigger.span.end}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The Ombudsman puts the number of dead at 65.", ["65"]),
        ("The union puts at 14 the number of drivers killed since May.", ["14"]),
        ("The death toll in Lisk is 19 now.", ["19"]),
        ("The number of clerks murdered this year thus stands at 12.", ["12"]),
        ("The number of dead rose from 12 to 15.", ["15"]),
        ("Officials lowered the toll from 60 to 52.", ["52"]),
        ("Deaths in the delta from 3 May to 17 May are put by the registry at 21.", ["21"]),
    ],
)
def test_a_count_is_what_its_clause_says(text, figures):
    assert [quotes(one, "killed") for one in told(text, "kill")] == [figures]


@pytest.mark.parametrize("text", ["He put the number of voters at 65.", "The painter died at 65 in his bed."])
def test_other_counts_and_ages_are_no_tolls(text):
    assert told(text, "kill") == []


def test_a_total_is_told_beside_those_who_raise_it():
    text = "Another two villagers died in hospital, bringing the toll to 16."
    assert [quotes(one, "killed") for one in told(text, "kill")] == [["Another two villagers"], ["16"]]


@pytest.mark.parametrize(
    ("text", "kind", "figures"),
    [
        ("Troops killed nine insurgents and captured four in an operation near Jolo.", "assault", ["nine insurgents"]),
        ("The army said it had killed 18 rebels and captured seven in a raid on Varn.", "assault", ["18 rebels"]),
        ("Three soldiers killed, two missing in ambush near Menaka.", "assault", ["Three soldiers"]),
        ("The unit lost 11 men and two tanks.", "kill", ["11 men"]),
        ("The army took a ridge above Mannar on Monday, killing 27 rebels.", "capture", ["27 rebels"]),
        ("Nine people, among them the four killed in the ward, have died.", "kill", ["the four"]),
        ("Doctors spoke of up to 20 dead.", "kill", ["up to 20 dead"]),
    ],
)
def test_the_dead_of_a_deed(text, kind, figures):
    assert quotes(told(text, kind)[0], "killed") == figures


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("The jihadists killed two guards, wounded three and abducted 11 miners.", ["three"]),
        ("One soldier was killed and four received wounds.", ["four"]),
        ("The jihadists killed two guards and abducted 11 miners.", []),
    ],
)
def test_a_second_verb_tells_the_wounded(text, wounded):
    assert quotes(told(text, "kill")[0], "wounded") == wounded


@pytest.mark.parametrize(
    ("text", "kind", "figures"),
    [
        ("Police detained 80 students, of whom 60 were released.", "release", ["60"]),
        ("The insurgents carried off 20 girls.", "abduct", ["20 girls"]),
        ("Totals for the week: 24 killed, 16 detained.", "detain", ["16"]),
        ("They overran the fort, capturing 40 soldiers and three jeeps.", "detain", ["40 soldiers"]),
    ],
)
def test_whom_a_deed_befalls(text, kind, figures):
    assert quotes(told(text, kind)[0], "affected") == figures


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The militia fell upon the village of Barlo at dawn.", "fell", "assault"),
        ("A hundred soldiers fell near the pass.", "fell", "kill"),
        ("The town fell to the rebels on Monday.", "fell", "capture"),
        ("Raiders came at night, setting 400 shelters alight.", "setting", "destroy"),
        ("Rebels handed over four soldiers to the Red Cross.", "handed over", "release"),
        ("Rebels handed over four villages to the army.", "handed over", "handover"),
        ("Three of the wounded did not survive the night.", "survive", "kill"),
        ("Two drones came in over the port. Air defences brought down one of them.", "brought down", "destroy"),
        ("We have lost two colleagues.", "lost", "kill"),
        ("Rebels derailed a goods train with explosives in Barlo.", "derailed", "destroy"),
        ("Saboteurs derailed a freight train on Tuesday.", "derailed", "destroy"),
        ("A goods train was derailed by rebels near Barlo.", "derailed", "destroy"),
    ],
)
def test_a_phrase_tells_its_deed(text, words, kind):
    assert types_at(text, words) == {kind}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The flood carried away 20 people.", "carried"),
        ("Heavy rain derailed a train near Barlo.", "derailed"),
        ("The rebels derailed the peace talks.", "derailed"),
        ("Fifty others were taken in August.", "taken in"),
        ("At least 14 displaced people were killed when shells hit the camp.", "displaced"),
    ],
)
def test_a_phrase_tells_no_other_deed(text, words):
    assert types_at(text, words) & {"abduct", "assist", "displace", "destroy"} == set()


def test_displaced_people_who_are_alive_are_displaced():
    assert types_at("Some 40,000 displaced people live in Kaya.", "displaced") == {"displace"}


def test_captives_were_taken_on_the_day_of_their_capture():
    text = "Five soldiers taken prisoner in 1999 were exchanged on Monday."
    assert quotes(told(text, "release")[0], "time") == ["on Monday"]
    text = "Fourteen teachers who had been kidnapped in April were freed on 8 June."
    assert quotes(told(text, "abduct")[0], "time") == ["in April"]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("A white van carried off two students on Saturday.", "carried", "abduct"),
        ("Some 52,000 civilians are interned at Vavuniya.", "interned", "detain"),
        ("Two thousand took to the hills.", "took", "displace"),
        ("Police found the corpse of one of the eleven.", "corpse", "kill"),
        ("Three policemen suffered bullet wounds.", "suffered", "kill"),
        ("Nineteen wounded reached the hospital, where two of them died.", "died", "kill"),
        ("The Front admitted to the loss of five.", "loss", "kill"),
        ("Rebels holding two journalists freed one of them.", "holding", "detain"),
    ],
)
def test_words_of_harm_tell_it(text, words, kind):
    assert kind in types_at(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels shot dead 40 donkeys.", "shot"),
        ("The village mourned the loss of a well.", "loss"),
        ("Soldiers took to the hills above the pass.", "took"),
        ("The firm suffered losses of 20 million.", "suffered"),
    ],
)
def test_other_words_tell_none(text, words):
    assert types_at(text, words) & {"kill", "displace"} == set()


def test_two_counts_of_one_sentence_are_of_their_own_claims():
    text = "The hospital counted 41 bodies, and the governor spoke of 45 dead."
    assert [quotes(one, "killed") for one in told(text, "kill")] == [["41 bodies"], ["45 dead"]]


def test_two_deeds_with_counted_dead_are_two():
    text = "The mission shot dead 17 gang members and lost one man."
    assert [quotes(one, "killed") for one in told(text, "kill")] == [["17 gang members"], ["one man"]]


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("The relief convoy is here! 20 trucks in town.", True),
        ("Convoy update: 34 trucks in, 6 still at the checkpoint.", True),
        ("The army burned the depot. 20 trucks in the yard of the barracks.", False),
        ("The relief convoy is stuck. 20 trucks at the gate.", False),
    ],
)
def test_trucks_are_told_to_be_in_without_a_verb(text, tells):
    assert any("truck" in claim.trigger.quote for claim in told(text, "deliver_aid")) is tells


def test_an_area_that_a_measure_tells_is_no_place():
    (taken,) = told("The army regained 11 villages over an area of 150 square kilometres on Monday.", "capture")
    assert quotes(taken, "area") == ["an area of 150 square kilometres"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Three protesters were shot, two of them fatally.", ["two of them"]),
        ("Six guards were fatally shot.", ["Six guards"]),
        ("The patrol found 73 mass graves near Lisk.", []),
    ],
)
def test_who_is_shot_dead(text, figures):
    assert [f for one in told(text, "kill") for f in quotes(one, "killed")] == figures


def test_who_bears_no_arms_and_gets_away_gives_up_no_place():
    assert "withdraw" not in types_at("Two others escaped.", "escaped")
    assert "withdraw" in types_at("The gunmen escaped into the hills.", "escaped")


def test_a_bare_number_with_its_own_day_is_counted_too():
    (kill,) = told("Troops recovered six bodies on Thursday and another five on Friday.", "kill")
    assert quotes(kill, "killed") == ["six bodies", "another five"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Hundreds flee, 3 dead as clashes hit Goma suburb", ["3"]),
        ("Troops kill 12, nab 4 in Bannu", ["12"]),
    ],
)
def test_the_dead_of_a_headline(text, figures):
    claims = reader().read(Report(id="r", text=text)).claims
    assert [f for one in claims for f in quotes(one, "killed")] == figures


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        (
            "The number of people killed in the shelling of the fish market in Ostry on 3 May has risen to 38, after eleven "
            "of the wounded died, the ministry said.", ["38"], [],
        ),
        ("The number of people killed in the air raid on Varn on April 11 has reached 168, the council said.", ["168"], []),
        ("The number of people wounded in the shelling of Varn has risen to 40.", [], ["40"]),
        ("An air strike on a wedding in Varn kills 30 injures 90", ["30"], ["90"]),
        ("An air strike on a wedding in Varn kills 30", ["30"], []),
    ],
)  # fmt: skip
def test_the_toll_of_a_blow_to_which_it_has_risen(text, killed, wounded):
    blow = next(one for one in reader().read(Report(id="r", text=text)).claims if one.type in {"shelling", "airstrike"})
    assert (quotes(blow, "killed"), quotes(blow, "wounded")) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "kind", "figures"),
    [
        (
            "Lorn, a town of about 30,000 people, fell to the Sons of the Hill on Monday, two medics said.",
            "capture",
            [],
        ),
        ("Gunmen attacked Lorn, a village of 400 people, on Friday.", "assault", []),
        ("Lorn, a city of 80,000 people, was shelled on Friday, killing four people.", "shelling", ["four people"]),
        ("Gunmen in the town of Lorn killed nine people on Friday.", "kill", ["nine people"]),
        ("A crowd of 30 people was killed in Lorn on Friday.", "kill", ["A crowd of 30 people"]),
    ],
)
def test_those_who_live_in_a_town_are_none_of_its_dead(text, kind, figures):
    assert quotes(told(text, kind)[0], "killed") == figures


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Settlers stabbed and wounded an elderly shepherd near Yatta.", [], ["an elderly shepherd"]),
        ("Six people were shot and wounded by security forces in Conakry.", [], ["Six people"]),
        ("Snipers shot a boy in the chest in Aleppo, critically wounding him.", [], ["a boy"]),
        ("Militiamen shot two herders in the legs outside Gao.", [], ["two herders"]),
        ("Three men shot and wounded in Nablus were taken to hospital.", [], ["Three men"]),
        ("Soldiers shot a girl in the arm and killed her brother in Tubas.", ["her brother"], ["a girl"]),
        ("Guards shot and fatally wounded a prisoner in Kano.", ["a prisoner"], []),
        ("Rebels shot a trader in the leg and killed him near Bria.", ["a trader"], []),
        ("Gunmen shot a guard and wounded two nurses in Quetta.", ["a guard"], ["two nurses"]),
        ("Police shot a student in the head in Nairobi.", ["a student"], []),
    ],
)
def test_who_is_shot_and_only_hurt_is_not_dead(text, killed, wounded):
    (kill,) = told(text, "kill")
    assert (quotes(kill, "killed"), quotes(kill, "wounded")) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "kind", "killed", "targets"),
    [
        ("The rebels attacked the base with 200 fighters.", "assault", [], ["the base"]),
        ("The jihadists assaulted Tarn with about 50 men and ten tanks on Sunday.", "assault", [], []),
        ("The army launched an offensive with 3,000 troops near Tarn.", "assault", [], []),
        ("Gunmen stormed Tarn with hundreds of fighters, killing nine nuns.", "assault", ["nine nuns"], []),
        ("Militants attacked a bus with 30 passengers on board in Tarn.", "assault", [], ["a bus"]),
        ("The army clashed with 40 rebels near Tarn.", "clash", [], ["40 rebels"]),
        ("Gunmen attacked the barracks, with 25 soldiers killed.", "assault", ["25 soldiers"], ["the barracks"]),
        ("The attack ended with 12 people dead in Tarn.", "assault", ["12 people"], []),
        ("The raid on Tarn ended with 14 victims.", "assault", ["14 victims"], []),
    ],
)
def test_with_how_many_somebody_comes_is_no_toll(text, kind, killed, targets):
    (claim,) = told(text, kind)
    assert (quotes(claim, "killed"), quotes(claim, "target")) == (killed, targets)


@pytest.mark.parametrize(
    ("text", "kind", "killed", "wounded"),
    [
        ("Ten monks were killed and four are missing after an attack on Tarn.", "assault", ["Ten monks"], []),
        ("Three monks were killed and two went missing when gunmen raided Tarn.", "assault", ["Three monks"], []),
        ("Five nuns died, 12 were wounded and seven are missing after the strike on Tarn.", "airstrike", ["Five nuns"], ["12"]),
        ("The explosion in Tarn led to the death of a child and injuries to four others.", "explosion", ["a child"], ["four others"]),
        ("Fifteen people sustained gunshot wounds when soldiers fired on a crowd in Tarn.", "assault", [], ["Fifteen people"]),
        ("Shelling wounded eight people, including three in serious condition, in Tarn.", "shelling", [], ["eight people", "three"]),
        ("A dozen children suffered burns in the air strike on Tarn.", "airstrike", [], ["A dozen children"]),
        ("Four farmers died of wounds sustained in the shelling of Tarn.", "shelling", ["Four farmers"], []),
        ("Twelve wounded were killed in the shelling of Tarn.", "shelling", ["Twelve wounded"], []),
    ],
)  # fmt: skip
def test_the_missing_and_the_hurt_are_no_dead(text, kind, killed, wounded):
    (blow,) = told(text, kind)
    assert (quotes(blow, "killed"), quotes(blow, "wounded")) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "kind", "killed"),
    [
        ("About 300 families left the village because of the air strikes.", "airstrike", []),
        ("More than half of the residents have left Tarn because of the shelling.", "shelling", []),
        ("More than 100 people took part in a funeral when the drone strike hit in Tarn.", "airstrike", []),
        ("Some 40 nuns were sleeping when the air strike hit the convent in Tarn.", "airstrike", []),
        ("Thirty people were killed when the drone strike hit a funeral in Tarn.", "airstrike", ["Thirty people"]),
        ("Six labourers perished when the shelling hit a factory in Tarn.", "shelling", ["Six labourers"]),
        ("The air strike left nine people dead in Tarn.", "airstrike", ["nine people"]),
    ],
)
def test_who_left_or_took_part_is_no_dead(text, kind, killed):
    assert [quotes(one, "killed") for one in told(text, kind)] == [killed]


@pytest.mark.parametrize(
    ("text", "kind", "killed"),
    [
        ("The death toll from the car bomb in Tarn rose from 100 to 120 on Monday.", "explosion", ["120"]),
        ("The toll from the attack on Tarn has risen from 100 to 150.", "assault", ["150"]),
        ("The number of dead in the air strike on Tarn has climbed from 8 to 12.", "airstrike", ["12"]),
        (
            "Three more bodies were found, raising the death toll from the missile strike on Tarn to 19.",
            "shelling",
            ["19"],
        ),
        ("Four more people died, taking the death toll from the market bombing in Tarn to 21.", "airstrike", ["21"]),
        ("The latest attack in Tarn brings to 150 the number of nuns killed there since January.", "assault", []),
        ("From 100 to 120 people were killed in the air strike on Tarn.", "airstrike", ["From 100 to 120 people"]),
    ],
)
def test_a_toll_that_rises_is_what_it_has_come_to(text, kind, killed):
    assert [quotes(one, "killed") for one in told(text, kind)] == [killed]


def test_a_total_ends_no_time():
    (kill,) = told("It brings the number of protesters killed since the coup to 39.", "kill")
    assert (quotes(kill, "killed"), quotes(kill, "time")) == (["39"], ["since the coup"])


@pytest.mark.parametrize(
    ("text", "kind", "wounded"),
    [
        ("Gunmen killed one soldier and wounded another near Kidal.", "kill", ["another"]),
        ("Shelling killed three people and wounded many more in Nikopol.", "shelling", ["many more"]),
        ("Gunmen killed one soldier near Kidal and then fled.", "kill", []),
    ],
)
def test_another_is_one_more_who_is_hurt(text, kind, wounded):
    assert quotes(told(text, kind)[0], "wounded") == wounded


@pytest.mark.parametrize(
    ("text", "kinds", "killed"),
    [
        ("Gunmen stole cattle in Turkana on Monday, killing three herders.", {"destroy", "kill"}, ["three herders"]),
        ("Bandits abducted 30 people in Maradun on Monday, killing two.", {"abduct", "kill"}, ["two"]),
        ("Fighters torched the village of Lisk, killing at least 20 civilians.", {"destroy", "kill"},
         ["at least 20 civilians"]),
        ("Attackers threw a grenade into a bar in Uvira, killing two.", {"explosion"}, ["two"]),
        ("Troops attacked a village in Gao, killing nine.", {"assault"}, ["nine"]),
        ("The army detained two men in Gao on Monday.", {"detain"}, []),
    ],
)  # fmt: skip
def test_those_who_are_killed_beside_a_deed_are_told_once(text, kinds, killed):
    claims = reader().read(Report(id="r", text=text)).claims
    assert {c.type for c in claims} == kinds
    assert [quote for c in claims for quote in quotes(c, "killed")] == killed
