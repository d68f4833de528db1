"""English passes in any case and without punctuation; other languages do not."""

import json

import pytest

from situate.ingest.language import foreign, is_english
from situate.model.failure import Failure

FOREIGN = {
    "ar": "دخلت قوات النظام المدينة يوم الثلاثاء بعد حصار دام ثلاث سنوات من تنظيم الدولة",
    "de": "Die Regierungstruppen haben am Dienstag die Stadt zurückerobert und den Belagerungsring durchbrochen.",
    "es": "Las fuerzas del régimen entraron en la ciudad el martes tras tres años de asedio.",
    "fr": "Les forces du régime ont repris la ville mardi après trois ans de siège par l'État islamique.",
    "id": "Pasukan pemerintah memasuki kota itu pada hari Selasa setelah pengepungan tiga tahun.",
    "it": "Le forze del regime sono entrate in città martedì dopo tre anni di assedio.",
    "nl": "De regeringstroepen zijn dinsdag de stad binnengedrongen na een belegering van drie jaar.",
    "ru": "Правительственные войска во вторник вошли в город после трех лет осады.",
    "sw": "Vikosi vya serikali viliingia mjini Jumanne baada ya kuzingirwa kwa miaka mitatu.",
    "tr": "Rejim güçleri salı günü kente girerek üç yıllık kuşatmayı kırdı.",
}
ENGLISH = [
    "GOVERNMENT FORCES TOOK THE TOWN ON TUESDAY A RESIDENT SAID AND THE REBELS WITHDREW TO THE NORTH",
    "government forces took town tuesday rebels withdrew north resident said",
    "Ahrar al-Sham, Jabhat al-Nusra, Jaish al-Islam clash near Ma'arrat al-Numan; 12 killed",
    "Mykolaiv, Kherson, Zaporizhzhia: Russian shelling wounds 4, kills 2 civilians",
    "Thu May 26 2016 Hezbollah Al-Nujaba Kills 23 Al-Nusra Militants in Syrias Khan Touman.",
    "Raqqa falls",
    "12.5.2017 / 14:30 / 36.2, 37.1",
]


@pytest.mark.parametrize("code", sorted(FOREIGN))
def test_other_languages_are_named(code):
    assert foreign(FOREIGN[code]) == code
    assert foreign(FOREIGN[code].upper()) is not None
    assert foreign((FOREIGN[code] + "\n") * 20) == code


@pytest.mark.parametrize("text", ENGLISH)
def test_english_passes(text):
    assert foreign(text) is None
    assert foreign(text.upper()) is None


def test_a_few_words_of_another_alphabet_are_not_english():
    assert foreign("سقطت الرقة") == "und"


@pytest.mark.parametrize(("code", "english"), [("en", True), ("EN-gb", True), ("ar", False), ("", False)])
def test_declared_codes(code, english):
    assert is_english(code) is english


def test_failure_says_which_language_and_what_to_do(ingest):
    (failure,) = ingest("a.txt", FOREIGN["ar"])
    assert isinstance(failure, Failure)
    assert failure.reason == "unsupported"
    assert "is in ar" in failure.message
    assert "translation" in failure.remedy


def test_declared_language_goes_before_its_looks(ingest):
    lines = [
        {"text": "Ataque Aleppo Homs Idlib Hama: bombas, muertos, heridos, aviones", "language": "en"},
        {"text": "The rebels took the town on Tuesday.", "language": "de"},
        {"text": FOREIGN["ar"], "language": "en"},
        {"text": FOREIGN["ar"], "translation": FOREIGN["fr"]},
    ]
    found = ingest("a.jsonl", "\n".join(map(json.dumps, lines)))
    assert [isinstance(one, Failure) for one in found] == [False, True, True, True]
    assert "the translation is in fr" in found[3].message


@pytest.mark.shared
def test_real_reports_pass():
    from pathlib import Path

    path = Path(__file__).parents[4] / "shared/annotated/dev.jsonl"
    if not path.exists():
        pytest.skip("the shared material is not beside the repository")
    texts = [json.loads(line)["text"] for line in path.open(encoding="utf-8")]
    assert [text[:60] for text in texts if foreign(text)] == []
