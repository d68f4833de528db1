"""Words of speech that nobody says to anybody, and the same words where somebody does."""

import packaged
import pytest
from packaged import reader

from situate.model.report import Report


def kinds(text: str) -> set[str]:
    return {c.type for c in reader().read(Report(id="r", text=text)).claims}


@pytest.mark.parametrize(
    ("text", "kind", "deed"),
    [
        ("The new rules threaten to raise tension in the valley.", "threaten", False),
        ("The rebels threaten to shell the port.", "threaten", True),
        ("The militia poses a threat to the port of Ostry.", "threaten", False),
        ("Ankara sees the militia as an existential threat.", "threaten", False),
        ("Journalists in Varn are under threat.", "threaten", False),
        ("The militia repeated its threat to shell the port.", "threaten", True),
        ("The minister says that the militia threatens stability.", "threaten", False),
        ("The militia threatened the mayor of Ostry with death.", "threaten", True),
        ("In retaliation, the army arrested 40 farmers.", "threaten", False),
        ("The town was shelled without warning.", "threaten", False),
        ("The general issued a warning to the rebels.", "threaten", True),
        ("The president sought to limit his aims in the north.", "request", False),
        ("The president sought help from Corland.", "request", True),
        ("She said that she wanted to return home.", "request", False),
        ("The general demands that the rebels leave the town.", "request", True),
        ("After a third arrest she asks why she has to bear so much.", "request", False),
        ("The mayor asked the army to leave.", "request", True),
        ("They should ask themselves whom it helped.", "request", False),
        ("The militia answered for crimes that it had committed in Varn.", "promise", False),
        ("Corland committed itself to free the captives.", "promise", True),
        ("The two presidents agreed that the army had a pattern of lies.", "promise", False),
        ("Not everyone agrees.", "promise", False),
        ("The rebels agreed to free the captives.", "promise", True),
        ("The tool offers a way round the blockade of the network.", "promise", False),
        ("Corland offered to repair the bridge.", "promise", True),
        ("Thanks to the rain, the siege went on.", "support", False),
        ("They were unable to defend themselves.", "support", False),
        ("Corland defended the decision of the army.", "support", True),
        ("The efforts yielded some results.", "concede", False),
        ("The general yielded to the demands of the rebels.", "concede", True),
        ("The measures eased public anger.", "concede", False),
        ("The junta eased the curfew in Varn.", "concede", True),
    ],
)
def test_words_of_speech_are_claims_where_somebody_says_something(text: str, kind: str, deed: bool) -> None:
    assert (kind in kinds(text)) is deed


def test_papers_bodies_and_people_of_any_name_speak() -> None:
    assert "request" in kinds("A draft resolution demands an end to the siege of Varn.")
    assert "support" in kinds("My former colleagues praised the decision of the general.")
    assert "request" in kinds("Civil society demands that the army leave Varn.")


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("The agency warned of floods in Lisk.", False),
        ("Aid groups warned that Ostry was running out of water.", False),
        ("The president warned that Ostria was massing troops near Lisk.", False),
        ("The army warned that it would shell Lisk.", True),
        ("The rebels warned residents of Lisk to leave.", True),
        ("The general warned of retaliation against Lisk.", True),
    ],
)
def test_who_warns_of_what_others_do_threatens_nobody(text, so):
    assert bool(packaged.told(text, "threaten")) is so
