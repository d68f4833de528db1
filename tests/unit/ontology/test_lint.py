from situate.ontology.lint import main, problems
from situate.ontology.loading import build, files


def changed(name: str, old: str, new: str) -> list[str]:
    sources = files()
    text = sources[name].decode()
    assert old in text
    return problems(build({**sources, name: text.replace(old, new, 1).encode()}))


def test_the_ontology_has_no_problems(capsys):
    assert problems() == []
    assert main() == 0
    assert capsys.readouterr().out == ""


def test_finds_what_is_wrong_with_a_type():
    assert any("unknown role 'victim'" in p for p in changed("types/repel.yaml", "  killed: dead", "  victim: dead"))
    assert any("unknown frame" in p for p in changed("types/repel.yaml", "frame: attack_verb", "frame: attak"))
    assert any("ACLED" in p for p in changed("types/repel.yaml", "acled: Armed clash", "acled: Armed clashes"))
    assert any("PLOVER" in p for p in changed("types/repel.yaml", "plover: ASSAULT", "plover: ATTACK"))
    assert any("stands there twice" in p for p in changed("types/repel.yaml", "repulse, foil", "repel, foil"))
    assert any(
        "does not stand in the text" in p for p in changed("types/repel.yaml", "trigger: repelled", "trigger: beat")
    )
    assert any("unknown dimension" in p for p in changed("types/repel.yaml", "dimension: control", "dimension: power"))
    assert any("weight" in p for p in changed("types/repel.yaml", "weight: 0.6", "weight: 6"))
    assert any("is a phrase" in p for p in changed("types/repel.yaml", "repulse, foil", "beat off, foil"))


def test_finds_what_is_wrong_with_a_frame():
    assert any(
        "unknown slot" in p
        for p in changed("frames.yaml", "      subject: {place: actor", "      subjekt: {place: actor")
    )
    assert any("unknown role" in p for p in changed("frames.yaml", "weapon: instrument", "weapon: tool"))
    assert any("does not stand" in p for p in changed("frames.yaml", "trigger: attacked", "trigger: atacked"))


def test_finds_what_is_wrong_with_cues():
    assert any("no regular expression" in p for p in changed("cues.yaml", "(?:see also|", "(?:(see also|"))
    assert any(
        "repeats a repetition" in p for p in changed("cues.yaml", "^\\s*(?:image|media)", "^(\\s*)*(?:image|media)")
    )
    assert any(
        "twice" in p for p in changed("cues.yaml", "  auxiliaries: may, might", "  auxiliaries: may, may, might")
    )
    assert any("stance" in p for p in changed("cues.yaml", "  denying: deny", "  refusing: deny"))
